"""Frequencies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.frequencies import Frequency, Kind, parse_frequency, understand_frequency

FREQUENCIES = st.one_of(
    st.builds(Frequency, st.sampled_from(("år", "halvår", "kvartal", "måned")), st.integers(1, 99)),
    st.builds(Frequency, st.sampled_from(("halvveis", "ved avslutning", "ved behov"))),
)
CANONICAL: list[tuple[str, Kind, int]] = [
    ("hvert år", "år", 1),
    ("kvart år", "år", 1),
    ("årlig", "år", 1),
    ("årleg", "år", 1),
    (" Hvert\u00a0ÅR\n", "år", 1),
    ("hvert a\u030ar", "år", 1),
    ("hvert 2. år", "år", 2),
    ("kvart 3. år", "år", 3),
    ("hvert 10. år", "år", 10),
    ("hvert halvår", "halvår", 1),
    ("kvart halvår", "halvår", 1),
    ("hvert 3. halvår", "halvår", 3),
    ("hvert kvartal", "kvartal", 1),
    ("kvart kvartal", "kvartal", 1),
    ("hver måned", "måned", 1),
    ("kvar månad", "måned", 1),
    ("hver 4. måned", "måned", 4),
    ("halvveis", "halvveis", 1),
    ("halvvegs", "halvveis", 1),
    ("ved avslutning", "ved avslutning", 1),
    ("ved behov", "ved behov", 1),
]
OTHERWISE: list[tuple[str, Kind, int]] = [
    ("hvert år.", "år", 1),
    ("årlig.", "år", 1),
    ("hver år", "år", 1),
    ("hvert måned", "måned", 1),
    ("årlige", "år", 1),
    ("hvert 2 år", "år", 2),
    ("hvert annet år", "år", 2),
    ("hvert andre år", "år", 2),
    ("kvart anna år", "år", 2),
    ("kvart andre år", "år", 2),
    ("annethvert år", "år", 2),
    ("annakvart år", "år", 2),
    ("anna kvart år", "år", 2),
    ("annenhver måned", "måned", 2),
    ("annankvar månad", "måned", 2),
    ("hver annen måned", "måned", 2),
    ("hvert tredje år", "år", 3),
    ("kvart tredje år", "år", 3),
    ("kvart sjuande år", "år", 7),
    ("hver tredje måned", "måned", 3),
    ("halvårlig", "halvår", 1),
    ("halvårleg", "halvår", 1),
    ("kvartalsvis", "kvartal", 1),
    ("månedlig", "måned", 1),
    ("månadleg", "måned", 1),
    ("månedsvis", "måned", 1),
    ("månadsvis", "måned", 1),
    ("én gang i året", "år", 1),
    ("en gang årlig", "år", 1),
    ("én gang årlig", "år", 1),
    ("ein gong i året", "år", 1),
    ("1 gang per år", "år", 1),
    ("én gang hvert år", "år", 1),
    ("to ganger i året", "halvår", 1),
    ("to ganger pr. år", "halvår", 1),
    ("to gonger kvart år", "halvår", 1),
    ("tre ganger årlig", "måned", 4),
    ("fire ganger i året", "kvartal", 1),
    ("fire gonger i året", "kvartal", 1),
    ("seks ganger i året", "måned", 2),
    ("tolv ganger i året", "måned", 1),
    ("én gang i halvåret", "halvår", 1),
    ("to ganger i halvåret", "kvartal", 1),
    ("én gang i kvartalet", "kvartal", 1),
    ("én gang i måneden", "måned", 1),
    ("ein gong i månaden", "måned", 1),
    ("midtveis", "halvveis", 1),
    ("halvvegs i avtaleperioden", "halvveis", 1),
    ("ved avslutningen", "ved avslutning", 1),
    ("ved avslutninga av avtalen", "ved avslutning", 1),
    ("etter behov", "ved behov", 1),
    ("ved behov.", "ved behov", 1),
]


@pytest.mark.parametrize(("text", "kind", "every"), CANONICAL)
def test_a_frequency(text: str, kind: Kind, every: int) -> None:
    assert parse_frequency(text) == Frequency(kind, every)
    assert understand_frequency(text) == Frequency(kind, every)


@pytest.mark.parametrize(("text", "kind", "every"), OTHERWISE)
def test_a_frequency_in_other_words(text: str, kind: Kind, every: int) -> None:
    assert understand_frequency(text) == Frequency(kind, every)
    assert parse_frequency(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "år",
        "året",
        "hvert",
        "hvert år årlig",
        "årlig eller ved behov",
        "minst årlig",
        "minst én gang i året",
        "to ganger",
        "gang i året",
        "ganger i året",
        "null ganger i året",
        "fem ganger i året",
        "tretten ganger i året",
        "to ganger i måneden",
        "mange ganger i året",
        "to ganger i avtaleperioden",
        "hvert 0. år",
        "hvert 01. år",
        "hvert 100. år",
        "hvert -2. år",
        "hvert 2.år",
        "hvert neste år",
        "hvert halvannet år",
        "hver uke",
        "ukentlig",
        "daglig",
        "toårig",
        "annet år",
        "hvert tredje",
        "halv",
        "ved",
        "avslutning",
        "løpende",
        "every year",
        "2 år",
        "1. mai hvert år",
    ],
)
def test_no_frequency(text: str) -> None:
    assert parse_frequency(text) is None
    assert understand_frequency(text) is None


@pytest.mark.parametrize(
    ("frequency", "said"),
    [
        (Frequency("år"), "hvert år"),
        (Frequency("år", 2), "hvert 2. år"),
        (Frequency("halvår"), "hvert halvår"),
        (Frequency("kvartal"), "hvert kvartal"),
        (Frequency("måned"), "hver måned"),
        (Frequency("måned", 4), "hver 4. måned"),
        (Frequency("halvveis"), "halvveis"),
        (Frequency("ved avslutning"), "ved avslutning"),
        (Frequency("ved behov"), "ved behov"),
    ],
)
def test_what_is_said(frequency: Frequency, said: str) -> None:
    assert frequency.say() == said


@pytest.mark.parametrize(("kind", "every"), [("år", 0), ("år", -1), ("måned", 100), ("halvveis", 2), ("ved behov", 0)])
def test_not_a_frequency(kind: Kind, every: int) -> None:
    with pytest.raises(ValueError, match="is not a frequency"):
        Frequency(kind, every)


@given(FREQUENCIES)
def test_what_is_said_is_understood(frequency: Frequency) -> None:
    assert parse_frequency(frequency.say()) == frequency
    assert understand_frequency(frequency.say()) == frequency


@given(st.text())
def test_no_text_is_too_much(text: str) -> None:
    parse_frequency(text)
    understand_frequency(text)


@given(
    st.lists(
        st.sampled_from(["hvert", "kvar", "annet", "0", "2.", "99", "null", "femti", "ganger", "i", "året", "måned"])
    )
)
def test_no_text_like_a_frequency_is_too_much(words: list[str]) -> None:
    text = " ".join(words)
    strict = parse_frequency(text)
    assert strict is None or understand_frequency(text) == strict
