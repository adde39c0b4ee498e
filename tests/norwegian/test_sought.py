"""Words that texts are searched for: found by run and by sentence as they would be word by word."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.model.validation import parse
from avtalesjekk.norwegian.sentences import Sentences
from avtalesjekk.norwegian.sought import Sought, searches
from avtalesjekk.reading.prose import Prose
from avtalesjekk.source import read

NAMED = Sought(r"opp|utløp\w*")
DASH = Sought("–")
BESIDE = Sought("varer|gjelder|avtalt", ("gjelder", "til|fram"), ("varer", r"år\w*"))
PIECES = st.sampled_from(
    [
        "opp",
        "Utløpet",
        "opphør",
        "–",
        "x",
        "(opp)",
        "|opp",
        "1.",
        "- ",
        "#",
        " ",
        "\n",
        "\n\n",
        ". ",
        ":",
        "A",
        "\u00a0",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_a_search_finds_what_its_words_would(text: str) -> None:
    sentences = Sentences(text)
    for sentence in sentences.all:
        own = sentence.texts[sentence.own :]
        found = searches(sentence.said)
        assert found & searches(sentences.text) == found
        assert [bool(found & sought.bit) for sought in (NAMED, DASH)] == [NAMED.fits_any(own), DASH.fits_any(own)]


@pytest.mark.parametrize(("text", "above", "found"), [
    ("gjelder", "", False), ("avtalt", "", True), ("gjelder avtalt", "", True), ("gjelder til", "", True),
    ("gjelder", "fram", True), ("gjelder år", "året", False), ("varer", "til", False), ("varer", "to årene", True),
    ("gjelder varer", "fram", True), ("til", "gjelder", False),
])  # fmt: skip
def test_common_words_count_beside_certain_others(text: str, above: str, *, found: bool) -> None:
    assert bool(searches(text, above) & BESIDE.bit) is found


def mentioned(text: str) -> list[str]:
    document = read(json.dumps({"format": 1, "tema": "x", "parter": ["KD", "KS"], "innledning": text}).encode())
    assert document.root is not None
    agreement = parse(document.root).agreement
    assert agreement is not None
    return [mention.word for mention in Prose(agreement).mentions(NAMED)]


def test_a_word_is_found_in_every_sentence() -> None:
    text = "# Opp\n\nDen sies opp. Ved utløpet, opp:\n- går opp\n- er ute"
    assert mentioned(text) == ["opp", "utløpet", "opp", "opp"]


def test_a_word_that_a_long_sentence_is_cut_before_is_found() -> None:
    assert mentioned("x\n" * 598 + "xxxxopp") == ["opp"]
