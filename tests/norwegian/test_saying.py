from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration, parse_duration
from avtalesjekk.norwegian.frequencies import Frequency, understand_frequency
from avtalesjekk.norwegian.saying import Målform, say_amount, say_day, say_length, say_length_of, say_list, say_often

LOCALES: dict[Målform, str] = {"bokmål": "nb_NO", "nynorsk": "nn_NO"}


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("locale", LOCALES.values())
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_days_are_written_as_the_locale_data_has_them(locale: str, day: date) -> None:
    said = say_day(PartialDate.of(day))
    assert spaced(said) == spaced(format_date(day, "long", locale=locale))
    assert ".\N{NO-BREAK SPACE}" in said


@pytest.mark.parametrize("locale", LOCALES.values())
@given(st.integers(2, 10**12))
def test_amounts_are_grouped_as_the_locale_data_has_them(locale: str, kroner: int) -> None:
    assert spaced(say_amount(kroner)) == f"{spaced(format_decimal(kroner, locale=locale))} kroner"
    assert " " not in say_amount(kroner)


@pytest.mark.parametrize("målform", LOCALES)
@pytest.mark.parametrize(("unit", "name"), [("uke", "week"), ("år", "year")])  # it has «døgn» and «månadar»
@pytest.mark.parametrize("count", [13, 24, 90])
def test_large_lengths_are_written_as_the_locale_data_has_them(
    målform: Målform, unit: str, name: str, count: int
) -> None:
    said = say_length(Duration(count, unit), målform)  # type: ignore[arg-type]  # one of the units
    assert spaced(said) == spaced(format_unit(count, f"duration-{name}", "long", locale=LOCALES[målform]))


@pytest.mark.parametrize("målform", LOCALES)
@given(st.sampled_from(["dag", "uke", "måned", "år"]), st.integers(1, 99))
def test_a_length_is_read_back_as_it_was(målform: Målform, unit: str, count: int) -> None:
    length = Duration(count, unit)  # type: ignore[arg-type]  # one of the units
    assert parse_duration(say_length(length, målform)) == length


@pytest.mark.parametrize("målform", LOCALES)
@given(st.sampled_from(["år", "måned"]), st.integers(1, 6))
def test_a_frequency_is_read_back_as_it_was(målform: Målform, kind: str, every: int) -> None:
    often = Frequency(kind, every)  # type: ignore[arg-type]  # one of the kinds
    assert understand_frequency(say_often(often, målform)) == often


def test_words_for_what_is_small() -> None:
    assert say_length(Duration(3, "måned"), "bokmål") == "tre måneder"
    assert say_length(Duration(1, "år"), "nynorsk") == "eitt år"
    assert say_length_of(Duration(3, "måned"), "nynorsk") == "tre månaders"
    assert say_length_of(Duration(1, "år"), "bokmål") == "ett års"
    assert say_often(Frequency("halvår"), "nynorsk") == "kvart halvår"
    assert say_often(Frequency("år", 2), "bokmål") == "hvert annet år"
    assert say_often(Frequency("måned", 2), "bokmål") == "hver annen måned"


def test_lists() -> None:
    assert say_list(["a"]) == "a"
    assert say_list(["a", "b"]) == "a og b"
    assert say_list(["a", "b", "c"]) == "a, b og c"


def test_days_known_in_part() -> None:
    assert say_day(PartialDate(2004)) == "2004"
    assert say_day(PartialDate(2004, 11)) == "november 2004"
    assert say_day(PartialDate.of(date(2004, 11, 1) + timedelta(4))) == "5.\N{NO-BREAK SPACE}november 2004"
