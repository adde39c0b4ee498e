"""The time between two days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.dates import Span, add_months, between

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2020, 9, 14), 24, date(2022, 9, 14)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 11, 30), 1, date(2023, 12, 30)),
        (date(2023, 12, 31), 1, date(2024, 1, 31)),
        (date(2023, 8, 31), 1, date(2023, 9, 30)),
        (date(2023, 3, 31), -1, date(2023, 2, 28)),
        (date(2023, 1, 15), -1, date(2022, 12, 15)),
        (date(2023, 1, 15), 0, date(2023, 1, 15)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("start", "end", "span", "said"),
    [
        (date(2023, 1, 1), date(2023, 1, 1), Span(0, 0, 0), "0 dager"),
        (date(2023, 1, 1), date(2023, 1, 2), Span(0, 1, 1), "1 dag"),
        (date(2023, 1, 1), date(2023, 1, 15), Span(0, 14, 14), "14 dager"),
        (date(2023, 1, 31), date(2023, 2, 27), Span(0, 27, 27), "27 dager"),
        (date(2023, 1, 31), date(2023, 2, 28), Span(1, 0, 28), "1 måned"),
        (date(2023, 1, 31), date(2023, 3, 1), Span(1, 1, 29), "1 måned og 1 dag"),
        (date(2013, 9, 30), date(2013, 12, 31), Span(3, 1, 92), "3 måneder og 1 dag"),
        (date(2021, 9, 30), date(2021, 12, 30), Span(3, 0, 91), "3 måneder"),
        (date(2021, 9, 30), date(2022, 8, 31), Span(11, 1, 335), "11 måneder og 1 dag"),
        (date(2021, 9, 30), date(2022, 9, 30), Span(12, 0, 365), "1 år"),
        (date(2021, 9, 30), date(2023, 12, 30), Span(27, 0, 821), "2 år og 3 måneder"),
        (date(2021, 9, 30), date(2022, 10, 2), Span(12, 2, 367), "1 år og 2 dager"),
        (date(2021, 9, 30), date(2023, 12, 31), Span(27, 1, 822), "2 år, 3 måneder og 1 dag"),
    ],
)
def test_a_span(start: date, end: date, span: Span, said: str) -> None:
    assert between(start, end) == span
    assert span.say() == said


def test_no_span_goes_back() -> None:
    with pytest.raises(ValueError, match="2023-01-01 comes before 2023-01-02"):
        between(date(2023, 1, 2), date(2023, 1, 1))


@given(DAYS, DAYS)
def test_a_span_leads_from_start_to_end(one: date, other: date) -> None:
    start, end = sorted((one, other))
    span = between(start, end)
    assert add_months(start, span.months) + timedelta(days=span.days) == end
    assert start + timedelta(days=span.total_days) == end
    assert 0 <= span.days <= 30
