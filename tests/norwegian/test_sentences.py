"""Running text as sentences: where one ends, what is a list, what leads in to it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.sentences import Sentence, Sentences, words_in


def split(text: str) -> list[str]:
    return [" ".join(text[s.start : s.end].split()) for s in Sentences(text).all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avtalen gjelder. Den kan sies opp.", ["Avtalen gjelder.", "Den kan sies opp."]),
        (
            "til 31.\ndesember 2023, eller før. Så er det slutt.",
            ["til 31. desember 2023, eller før.", "Så er det slutt."],
        ),
        (
            "Jf. Meld. St. 30 (2019–2020) kap. 5. Partene møtes.",
            ["Jf. Meld. St. 30 (2019–2020) kap. 5.", "Partene møtes."],
        ),
        ("Beløpet er 8 mill. kroner. Det utbetales i mai.", ["Beløpet er 8 mill. kroner.", "Det utbetales i mai."]),
        ("på 3.\nkonsultasjonsmøte hvert år", ["på 3. konsultasjonsmøte hvert år"]),
        ("Avtalen gjelder til\n1. mars 2027 og så videre.", ["Avtalen gjelder til 1. mars 2027 og så videre."]),
        ("### Varighet\nTo år.\n\nSå slutt.", ["### Varighet", "To år.", "Så slutt."]),
        ("Staten skal:\n- gi råd\n- betale\n\nKS skal svare.", ["Staten skal:", "gi råd", "betale", "KS skal svare."]),
        ("| Tiltak | Frist |\n| a | b |", ["Tiltak | Frist |", "a | b |"]),
        ("", []),
        (" \n\n", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_an_item_goes_on_from_its_lead_in() -> None:
    item = Sentences("Staten skal i perioden:\n- gi KS tilskudd").all[1]
    assert [word.text for word in item.words] == ["staten", "skal", "i", "perioden", "gi", "ks", "tilskudd"]
    assert item.words[item.own].text == "gi"
    assert item.in_list


def test_a_heading_is_known_to_what_stands_under_it() -> None:
    heading, text = Sentences("### Evaluering\nDen skjer i mai.").all
    assert heading.is_heading
    assert text.heading == "evaluering"


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_lose_no_letters(text: str) -> None:
    sentences = Sentences(text)
    ends = [0, *(s.end for s in sentences.all)]
    assert all(before <= s.start <= s.end for before, s in zip(ends, sentences.all, strict=False))
    inside = sum(sum(c.isalpha() for c in text[s.start : s.end]) for s in sentences.all)
    markers = sum(c.isalpha() for c in text) - inside
    assert markers <= text.count("\n") + 1  # «a)» before an item


@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    sentences = Sentences(text)
    for sentence in sentences.all:
        assert isinstance(sentence, Sentence)
        for word in sentence.words[sentence.own :]:
            assert sentences.text[word.start : word.end] == word.text


def test_words_are_whole() -> None:
    text = "KS' 3-årsperiode på 8,5 mill. kr (jf. helse- og omsorgstjenesten)"
    assert [w.text for w in words_in(text.lower())] == [
        "ks", "3-årsperiode", "på", "8,5", "mill", ".", "kr", "(", "jf", ".", "helse-", "og", "omsorgstjenesten", ")",
    ]  # fmt: skip


@pytest.mark.parametrize("signs", [".", "…!", ".»", ":", ". ", ": ", "2. a\n", "|", "# ", "- ", "\n", "\u2003\n"])
def test_a_text_of_signs_alone_is_cut_at_once(signs: str) -> None:
    """The work grows with the length, not with its square: that would not end within an hour."""
    sentences = Sentences(signs * 60_000).all
    assert all(one.start < one.end <= other.start for one, other in pairwise(sentences))


def test_a_number_goes_on_with_the_line_above_but_begins_a_list_where_there_is_none() -> None:
    assert [s.in_list for s in Sentences("2. Avtalen gjelder.").all] == [True]
    assert not any(s.in_list for s in Sentences("Avtalen har kapittel\n2. Avtalen gjelder.").all)
    assert [s.in_list for s in Sentences("Avtalen har kapittel\n1. Avtalen gjelder.").all] == [False, True]
    assert [s.in_list for s in Sentences("\u2003\n2. Avtalen gjelder.").all] == [True]
