"""Durations."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.durations import Duration, Unit, parse_duration

DURATIONS = st.one_of(
    st.builds(Duration, st.integers(1, 36_500), st.just("dag")),
    st.builds(Duration, st.integers(1, 5_200), st.just("uke")),
    st.builds(Duration, st.integers(1, 1_200), st.just("måned")),
    st.builds(Duration, st.integers(1, 100), st.just("år")),
)
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("1 dag", 1, "dag"),
        ("90 dager", 90, "dag"),
        ("90 dagar", 90, "dag"),
        ("nitti dager", 90, "dag"),
        ("én uke", 1, "uke"),
        ("ei veke", 1, "uke"),
        ("6 uker", 6, "uke"),
        ("seks veker", 6, "uke"),
        ("1 måned", 1, "måned"),
        ("én måned", 1, "måned"),
        ("ein månad", 1, "måned"),
        ("3 måneder", 3, "måned"),
        ("3\u00a0måneder", 3, "måned"),
        ("3 ma\u030aneder", 3, "måned"),
        ("3 månader", 3, "måned"),
        ("tre måneder", 3, "måned"),
        (" Tre  Måneder\n", 3, "måned"),
        ("tre månader", 3, "måned"),
        ("tre månadar", 3, "måned"),
        ("tre måneders", 3, "måned"),
        ("tre månaders", 3, "måned"),
        ("3 mnd.", 3, "måned"),
        ("3 mnd", 3, "måned"),
        ("tre (3) måneder", 3, "måned"),
        ("3 (tre) månader", 3, "måned"),
        ("2 år", 2, "år"),
        ("to år", 2, "år"),
        ("to års", 2, "år"),
        ("to (2) år", 2, "år"),
        ("ett år", 1, "år"),
        ("eitt år", 1, "år"),
        ("et halvt år", 6, "måned"),
        ("eit halvt år", 6, "måned"),
        ("½ år", 6, "måned"),
        ("et halvår", 6, "måned"),
        ("to halvår", 12, "måned"),
        ("et kvartal", 3, "måned"),
        ("eit kvartal", 3, "måned"),
        ("to kvartaler", 6, "måned"),
        ("halvannet år", 18, "måned"),
        ("halvanna år", 18, "måned"),
        ("halvtanna år", 18, "måned"),
        ("1,5 år", 18, "måned"),
        ("1½ år", 18, "måned"),
        ("to og et halvt år", 30, "måned"),
        ("to og eit halvt år", 30, "måned"),
        ("2,5 (to og et halvt) år", 30, "måned"),
        ("1 år og 6 måneder", 18, "måned"),
        ("eitt år og seks månader", 18, "måned"),
        ("100 år", 100, "år"),
        ("36500 dager", 36_500, "dag"),
    ],
)
def test_a_duration(text: str, count: int, unit: Unit) -> None:
    assert parse_duration(text) == Duration(count, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ja",
        "nei",
        "3",
        "tre",
        "år",
        "måneder",
        "halvt år",
        "0 dager",
        "null måneder",
        "-3 måneder",
        "101 år",
        "1201 måneder",
        "36501 dager",
        "999999999 år",
        "1 000 dager",
        "ca. 3 måneder",
        "inntil 3 måneder",
        "minst tre måneder",
        "et par måneder",
        "noen uker",
        "3–6 måneder",
        "3 til 6 måneder",
        "tre eller fire måneder",
        "3 måneder.",
        "3 måneders varsel",
        "3 virkedager",
        "3 timer",
        "3 months",
        "3 maneder",
        "3 årlige",
        "3. måned",
        "hvert 2. år",
        "to (3) år",
        "to () år",
        "1,5 måneder",
        "halvannen måned",
        "en halv uke",
        "et halvt kvartal",
        "1,25 år",
        "1 år og",
        "og 6 måneder",
        "1 år og 6",
        "1 år og 6 uker",
        "1 år og 1 år",
        "1,5 år og 6 måneder",
        "6 måneder og 1 år",
        "100 år og 1 måned",
    ],
)
def test_no_duration(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("duration", "start", "end"),
    [
        (Duration(2, "år"), date(2020, 9, 14), date(2022, 9, 13)),
        (Duration(2, "år"), date(2020, 1, 1), date(2021, 12, 31)),
        (Duration(3, "måned"), date(2023, 11, 30), date(2024, 2, 28)),
        (Duration(1, "måned"), date(2023, 1, 1), date(2023, 1, 31)),
        (Duration(2, "uke"), date(2023, 1, 1), date(2023, 1, 14)),
        (Duration(1, "dag"), date(2023, 1, 1), date(2023, 1, 1)),
    ],
)
def test_the_last_day(duration: Duration, start: date, end: date) -> None:
    assert duration.end(start) == end
    assert duration.after(start) == end + timedelta(days=1)


@pytest.mark.parametrize(
    ("duration", "least", "most"),
    [
        (Duration(90, "dag"), 90, 90),
        (Duration(6, "uke"), 42, 42),
        (Duration(1, "måned"), 28, 31),
        (Duration(3, "måned"), 89, 92),
        (Duration(6, "måned"), 181, 184),
        (Duration(1, "år"), 365, 366),
        (Duration(12, "måned"), 365, 366),
        (Duration(4, "år"), 1460, 1461),
        (Duration(5, "år"), 1825, 1827),
    ],
)
def test_bounds(duration: Duration, least: int, most: int) -> None:
    assert (duration.at_least_days, duration.at_most_days) == (least, most)


@pytest.mark.parametrize(
    ("duration", "said"),
    [
        (Duration(1, "dag"), "1 dag"),
        (Duration(14, "dag"), "14 dager"),
        (Duration(1, "uke"), "1 uke"),
        (Duration(6, "uke"), "6 uker"),
        (Duration(1, "måned"), "1 måned"),
        (Duration(3, "måned"), "3 måneder"),
        (Duration(1, "år"), "1 år"),
        (Duration(2, "år"), "2 år"),
    ],
)
def test_what_is_said(duration: Duration, said: str) -> None:
    assert duration.say() == said


@pytest.mark.parametrize(
    ("count", "unit"), [(0, "dag"), (-1, "år"), (101, "år"), (1_201, "måned"), (5_201, "uke"), (36_501, "dag")]
)
def test_not_a_duration(count: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match="is not a duration"):
        Duration(count, unit)


@given(DURATIONS)
def test_what_is_said_is_understood(duration: Duration) -> None:
    assert parse_duration(duration.say()) == duration


@given(DURATIONS, DAYS)
def test_it_is_as_long_as_its_bounds_say(duration: Duration, start: date) -> None:
    days = (duration.after(start) - start).days
    assert duration.at_least_days <= days <= duration.at_most_days
    assert duration.end(start) >= start


@given(st.text())
def test_no_text_is_too_much(text: str) -> None:
    parse_duration(text)


@given(
    st.lists(
        st.sampled_from(["to", "(2)", "1,5", "999999999", "0", "og", "et", "halvt", "år", "måneder", "dager", "½", "("])
    )
)
def test_no_text_like_a_duration_is_too_much(words: list[str]) -> None:
    parse_duration(" ".join(words))
