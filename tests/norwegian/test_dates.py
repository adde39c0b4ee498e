"""Dates, whole and partial."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.dates import PartialDate, parse_date, parse_iso, say_about, say_date

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))
PARTIAL_DATES = st.one_of(
    DAYS.map(PartialDate.of),
    DAYS.map(lambda day: PartialDate(day.year, day.month)),
    DAYS.map(lambda day: PartialDate(day.year)),
)
ISO = [
    ("2004", PartialDate(2004)),
    ("2004-11", PartialDate(2004, 11)),
    ("2004-11-05", PartialDate(2004, 11, 5)),
    ("2024-02-29", PartialDate(2024, 2, 29)),
    ("1800-01-01", PartialDate(1800, 1, 1)),
    ("2199-12-31", PartialDate(2199, 12, 31)),
    (" 2004-11-05\u202f\n", PartialDate(2004, 11, 5)),
]


@pytest.mark.parametrize(("text", "meant"), ISO)
def test_iso(text: str, meant: PartialDate) -> None:
    assert parse_iso(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "04",
        "1799",
        "2200",
        "02004",
        "2004-1",
        "2004-1-5",
        "2004-00",
        "2004-13",
        "2004-00-01",
        "2004-11-00",
        "2004-11-31",
        "2023-02-29",
        "1900-02-29",
        "20041105",
        "2004/11/05",
        "2004–11–05",
        "2004-11-05T00:00",
        "2004-11-05.",
        "-2004-11-05",
        "2019-2020",
        "31.12.2023",
        "31. desember 2023",
        "٢٠٠٤",
    ],
)
def test_not_iso(text: str) -> None:
    assert parse_iso(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *ISO,
        ("31. desember 2023", PartialDate(2023, 12, 31)),
        ("31 desember 2023", PartialDate(2023, 12, 31)),
        ("31.desember 2023", PartialDate(2023, 12, 31)),
        ("31.\u00a0desember\u202f2023", PartialDate(2023, 12, 31)),
        ("  31.  DESEMBER  2023 ", PartialDate(2023, 12, 31)),
        ("31. Desember 2023", PartialDate(2023, 12, 31)),
        ("31. des. 2023", PartialDate(2023, 12, 31)),
        ("31. des 2023", PartialDate(2023, 12, 31)),
        ("31.des.2023", PartialDate(2023, 12, 31)),
        ("01. mai 2023", PartialDate(2023, 5, 1)),
        ("1. sept. 2022", PartialDate(2022, 9, 1)),
        ("1. sep. 2022", PartialDate(2022, 9, 1)),
        ("29. februar 2024", PartialDate(2024, 2, 29)),
        ("den 14. september 2020", PartialDate(2020, 9, 14)),
        ("mandag 14. september 2020", PartialDate(2020, 9, 14)),
        ("måndag 14. september 2020", PartialDate(2020, 9, 14)),
        ("Mandag, den 14. september 2020", PartialDate(2020, 9, 14)),
        ("laurdag 19. september 2020", PartialDate(2020, 9, 19)),
        ("31.12.2023", PartialDate(2023, 12, 31)),
        ("31. 12. 2023", PartialDate(2023, 12, 31)),
        ("1.9.2022", PartialDate(2022, 9, 1)),
        ("01.09.2022", PartialDate(2022, 9, 1)),
        ("31.12.23", PartialDate(2023, 12, 31)),
        ("1.9.05", PartialDate(2005, 9, 1)),
        ("31.12.69", PartialDate(2069, 12, 31)),
        ("31.12.70", PartialDate(1970, 12, 31)),
        ("31.12.99", PartialDate(1999, 12, 31)),
        ("29.2.00", PartialDate(2000, 2, 29)),
        ("31/12-2023", PartialDate(2023, 12, 31)),
        ("31/12 - 2023", PartialDate(2023, 12, 31)),
        ("31/12–2023", PartialDate(2023, 12, 31)),
        ("31/12-23", PartialDate(2023, 12, 31)),
        ("31/12 2023", PartialDate(2023, 12, 31)),
        ("31/12/2023", PartialDate(2023, 12, 31)),
        ("3/4/2023", PartialDate(2023, 4, 3)),
        ("31-12-2023", PartialDate(2023, 12, 31)),
        ("2023/12/31", PartialDate(2023, 12, 31)),
        ("2023.12.31", PartialDate(2023, 12, 31)),
        ("2023-9-1", PartialDate(2023, 9, 1)),
        ("desember 2023", PartialDate(2023, 12)),
        ("Des. 2023", PartialDate(2023, 12)),
        ("juni 2023", PartialDate(2023, 6)),
        ("jun. 2023", PartialDate(2023, 6)),
    ],
)
def test_a_date(text: str, meant: PartialDate) -> None:
    assert parse_date(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ved undertegning",
        "30. november",
        "november",
        "30.11.",
        "30.11",
        "31. februar 2023",
        "31.02.2023",
        "29. februar 2023",
        "0. mai 2023",
        "32. mai 2023",
        "0.5.2023",
        "1.0.2023",
        "1.13.2023",
        "12/31/2023",
        "31-12-23",
        "31/12/23",
        "31/12 23",
        "23-12-31",
        "2023/31/12",
        "2023-12/31",
        "31.12/2023",
        "31122023",
        "20231231",
        "31.12.202",
        "31.12.20233",
        "1. mai 1799",
        "1. mai 2200",
        "1. mai 23",
        "mai 23",
        "12.2023",
        "12/2023",
        "31. december 2023",
        "31. dese 2023",
        "31. måned 2023",
        "31. mai2023",
        "31mai 2023",
        "tirsdag 14. september 2020",
        "tirsdag 31. september 2020",
        "mandag september 2020",
        "den september 2020",
        "ca. 2004",
        "ca. november 2004",
        "høsten 2004",
        "2004–2006",
        "1. mai 2023–1. mai 2024",
        "1. mai 2023 1. mai 2024",
        "31. desember 2023.",
        "innen 31. desember 2023",
        "31.١٢.2023",
    ],
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2004, 0, None), (2004, 13, None), (2004, None, 5), (2004, 2, 30), (2023, 2, 29), (2004, 1, 0), (0, None, None)],
)
def test_outside_the_calendar(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"must be in|out of range|needs a month"):
        PartialDate(year, month, day)


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        (PartialDate(2004), date(2004, 1, 1), date(2004, 12, 31)),
        (PartialDate(2004, 11), date(2004, 11, 1), date(2004, 11, 30)),
        (PartialDate(2004, 2), date(2004, 2, 1), date(2004, 2, 29)),
        (PartialDate(2004, 12), date(2004, 12, 1), date(2004, 12, 31)),
        (PartialDate(2004, 12, 5), date(2004, 12, 5), date(2004, 12, 5)),
    ],
)
def test_what_a_date_can_mean(partial: PartialDate, first: date, last: date) -> None:
    assert (partial.first, partial.last) == (first, last)
    assert partial.exact == (first == last)


@pytest.mark.parametrize(
    ("partial", "iso", "said", "about"),
    [
        (PartialDate(2004), "2004", "2004", "ca. 2004"),
        (PartialDate(2004, 11), "2004-11", "november 2004", "ca. november 2004"),
        (PartialDate(2004, 2, 5), "2004-02-05", "5. februar 2004", "5. februar 2004"),
    ],
)
def test_what_is_said(partial: PartialDate, iso: str, said: str, about: str) -> None:
    assert (str(partial), say_date(partial), say_about(partial)) == (iso, said, about)


def test_a_day_is_said_as_a_whole_date() -> None:
    assert say_date(date(2023, 12, 31)) == "31. desember 2023"


def test_dates_have_no_order() -> None:
    with pytest.raises(TypeError):
        sorted((PartialDate(2004), PartialDate(2004, 11)))  # type: ignore[type-var]  # the lack of it is what is tested


@given(PARTIAL_DATES)
def test_what_is_said_is_understood(partial: PartialDate) -> None:
    assert parse_date(say_date(partial)) == partial
    assert parse_iso(str(partial)) == partial
    assert parse_date(str(partial)) == partial


@given(PARTIAL_DATES)
def test_the_first_day_it_can_mean_is_not_after_the_last(partial: PartialDate) -> None:
    assert partial.first <= partial.last
    assert partial.exact == (partial.first == partial.last)
    if not partial.exact:
        assert partial.first.day == (partial.last + timedelta(days=1)).day == 1


@given(st.text())
def test_no_text_is_too_much(text: str) -> None:
    parse_iso(text)
    parse_date(text)


@given(st.text("0123456789./- adejms", max_size=16))
def test_no_text_like_a_date_is_too_much(text: str) -> None:
    parse_iso(text)
    parse_date(text)
