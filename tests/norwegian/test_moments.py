"""Times in running text, each with the days it can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.moments import find_moments


def found(text: str) -> list[tuple[str, str, str]]:
    return [
        (text[m.start : m.end].replace("\n", " "), m.first.isoformat(), m.last.isoformat())
        for m in find_moments(text.lower())
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("31.\ndesember 2023", "2023-12-31", "2023-12-31"),
        ("1.9.2022", "2022-09-01", "2022-09-01"),
        ("1/9-2022", "2022-09-01", "2022-09-01"),
        ("2024-03-01", "2024-03-01", "2024-03-01"),
        ("trettifyrste desember 2025", "2025-12-31", "2025-12-31"),
        ("desember 2024", "2024-12-01", "2024-12-31"),
        ("desember månad 2024", "2024-12-01", "2024-12-31"),
        ("utgangen av september 2025", "2025-09-30", "2025-09-30"),
        ("utgangen av 2025", "2025-12-31", "2025-12-31"),
        ("årsskiftet 2024/2025", "2024-12-31", "2025-01-01"),
        ("høsten 2006", "2006-08-01", "2006-11-30"),
        ("hausten 2006", "2006-08-01", "2006-11-30"),
        ("første halvår 2026", "2026-01-01", "2026-06-30"),
        ("4. kvartal 2025", "2025-10-01", "2025-12-31"),
        ("2022–2025", "2022-01-01", "2025-12-31"),
        ("2022-25", "2022-01-01", "2025-12-31"),
        ("2024, 2025 og 2026", "2024-01-01", "2026-12-31"),
        ("1.1.2024–31.12.2026", "2024-01-01", "2026-12-31"),
        ("1. mai 2024 til 30. april 2026", "2024-05-01", "2026-04-30"),
        ("august 2024 til juni 2026", "2024-08-01", "2026-06-30"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_one_time(text: str, first: str, last: str) -> None:
    assert [one[1:] for one in found(f"Det er {text}, mener vi.")] == [(first, last)]


def test_a_school_year_is_not_two_calendar_years() -> None:
    (moment,) = find_moments("skoleåret 2024/2025")
    assert (moment.first, moment.last) == (date(2024, 8, 1), date(2025, 7, 31))


def test_a_day_takes_the_year_of_the_one_it_leads_up_to() -> None:
    (moment,) = find_moments("fra 1. januar til 31. desember 2025")
    assert (moment.first, moment.last) == (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize("text", ["12345", "31.02.2024", "1. mai", "kap. 2026.1", "telefon 22 24 90 90", "agenda20300"])
def test_no_time(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="0123456789.–-/ januar mai og til", max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    assert all(m.first <= m.last and m.start < m.end for m in find_moments(text))
