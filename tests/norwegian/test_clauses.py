"""Clauses: what is said, denied, possible, wished, past or conditional, and who or what it is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.sentences import Sentences


def clauses(text: str) -> Clauses:
    return Sentences(text).all[0].clauses


def status(text: str, word: str) -> Status:
    read = clauses(text)
    return read.status(read.texts.index(word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Avtalen skal evalueres i 2025.", "evalueres", Status.SAID),
        ("Avtala vert evaluert kvart år.", "evaluert", Status.SAID),
        ("Avtalen skal ikke evalueres.", "evalueres", Status.DENIED),
        ("Avtala skal ikkje berre evaluerast, men fornyast.", "evaluerast", Status.SAID),
        ("Avtalen evalueres ikke hvert år, men ved utløpet.", "evalueres", Status.SAID),
        ("Ingen av partene kan si opp avtalen.", "opp", Status.DENIED),
        ("Avtalen fornyes uten ny undertegning.", "undertegning", Status.DENIED),
        ("Departementet skal uten opphold lovfeste plikten.", "lovfeste", Status.SAID),
        ("Partene avstår fra å kreve erstatning.", "erstatning", Status.DENIED),
        ("Avtalen kan evalueres.", "evalueres", Status.POSSIBLE),
        ("Behovet for evaluering drøftes.", "evaluering", Status.POSSIBLE),
        ("Avtala bør evaluerast.", "evaluerast", Status.WISHED),
        ("KS ønsker at avtalen evalueres.", "evalueres", Status.WISHED),
        ("Avtalen ble evaluert i 2019.", "evaluert", Status.PAST),
        ("Partane har evaluert avtala.", "evaluert", Status.PAST),
        ("Partene har ansvar for evalueringen.", "evalueringen", Status.SAID),
        ("Dersom avtalen evalueres, får KS rapporten.", "evalueres", Status.CONDITIONAL),
        ("Partene er enige om at avtalen skal evalueres.", "evalueres", Status.SAID),
        ("Partene er ikke enige om at avtalen skal evalueres.", "evalueres", Status.DENIED),
    ],
)
def test_status(text: str, word: str, expected: Status) -> None:
    assert status(text, word) is expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Dersom partene ønsker det, skal avtalen evalueres.", "evalueres"),
        ("Blir avtala fornya, skal ho evaluerast på nytt.", "evaluerast"),
        ("Kommer partene til at det er grunn til det, skal avtalen evalueres.", "evalueres"),
    ],
)
def test_what_holds_only_on_a_condition(text: str, word: str) -> None:
    read = clauses(text)
    assert read.is_conditional(read.texts.index(word))


def test_what_holds_unless_something_happens_is_no_condition() -> None:
    read = clauses("Avtalen gjelder ut 2025 med mindre den sies opp.")
    assert not read.is_conditional(1)


def test_not_before_is_a_beginning() -> None:
    read = clauses("Avtalen trer ikke i kraft før 1. mai 2024.")
    assert read.denied(read.texts.index("kraft"))
    assert read.not_before(read.texts.index("kraft"))


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("Den nye strategien skal evalueres.", "evalueres", "den nye strategien"),
        ("I 2025 skal programmet evalueres.", "evalueres", "programmet"),
        ("Programmet, som startet i 2020, skal evalueres.", "evalueres", "programmet"),
        ("Programmet som startet i 2020 skal evalueres.", "evalueres", "programmet"),
        ("Avtalen gjelder i to år og kan sies opp.", "opp", "avtalen"),
        ("Formelt hører den hjemme i ordningen.", "hjemme", "den"),
        ("31. desember 2026 fell avtalen bort.", "bort", "avtalen"),
        ("Sjølv om reforma vert evaluert, gjeld avtala.", "gjeld", "avtala"),
    ],
)
def test_subject(text: str, word: str, subject: str) -> None:
    read = clauses(text)
    start, end = read.subject(read.of(read.texts.index(word)))
    assert " ".join(read.texts[start:end]) == subject


SMALL = (
    "avtalen skal ikke om som at dersom når , ; : ( ) og eller men til før etter er blir evalueres ho det ingen uten å"
)
WORDS = st.sampled_from(SMALL.split())


@given(st.lists(WORDS, max_size=60))
def test_any_words_can_be_asked_about(words: list[str]) -> None:
    for sentence in Sentences(" ".join(words)).all:
        read = sentence.clauses
        for index in range(len(read.texts)):
            assert read.status(index) in Status
            assert read.plain_status(index) in Status
            start, end = read.subject(read.of(index))
            assert 0 <= start <= end <= len(read.texts)
            read.is_conditional(index)


def test_the_first_word_of_an_item_after_a_comma_is_no_riddle() -> None:
    item = Sentences("Det er slik,:\n\n- tiltaket ikke er gjennomført").all[1]
    assert item.texts[item.own - 1 : item.own + 2] == (",", "tiltaket", "ikke")
    assert item.clauses.of(item.own).finite == item.own + 2
