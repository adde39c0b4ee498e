"""Storting periods, governments and consultation meetings, as `fakta.md` a, b and f have them."""

from datetime import date

import pytest

from avtalesjekk.register.calendar import changes_of_government, governments, months_of_meeting, period_of, periods


@pytest.mark.parametrize(
    ("day", "period"),
    [
        ("2001-09-30", None),
        ("2001-10-01", "2001–2005"),
        ("2005-09-07", "2001–2005"),
        ("2005-09-30", "2001–2005"),
        ("2005-10-01", "2005–2009"),
        ("2009-09-30", "2005–2009"),
        ("2009-10-01", "2009–2013"),
        ("2013-09-30", "2009–2013"),
        ("2013-10-01", "2013–2017"),
        ("2017-09-30", "2013–2017"),
        ("2017-10-01", "2017–2021"),
        ("2021-09-13", "2017–2021"),
        ("2021-09-30", "2017–2021"),
        ("2021-10-01", "2021–2025"),
        ("2025-09-30", "2021–2025"),
        ("2025-10-01", "2025–2029"),
        ("2029-09-30", "2025–2029"),
        ("2029-10-01", None),
    ],
)
def test_the_period_of_a_day(day: str, period: str | None) -> None:
    found = period_of(date.fromisoformat(day))
    assert (found and found.id) == period


def test_periods_follow_each_other() -> None:
    for one, following in zip(periods(), periods()[1:], strict=False):
        assert (following.fra - one.til).days == 1
    assert {(p.fra.month, p.fra.day, p.til.month, p.til.day, p.til.year - p.fra.year) for p in periods()} == {
        (10, 1, 9, 30, 4)
    }


@pytest.mark.parametrize(
    ("after", "until", "expected"),
    [
        ("2000-03-17", "2001-10-18", []),
        ("2001-10-18", "2001-10-19", ["2001-10-19 Bondevik II"]),
        ("2001-10-19", "2005-10-16", []),
        ("2005-10-16", "2005-10-17", ["2005-10-17 Stoltenberg II"]),
        ("2005-10-17", "2013-10-15", []),
        ("2013-10-15", "2013-10-16", ["2013-10-16 Solberg"]),
        ("2013-10-16", "2021-10-13", []),
        ("2021-10-13", "2021-10-14", ["2021-10-14 Støre"]),
        ("2021-10-14", "2026-12-31", []),
        ("2004-01-01", "2014-01-01", ["2005-10-17 Stoltenberg II", "2013-10-16 Solberg"]),
        ("2014-01-01", "2004-01-01", []),
    ],
)
def test_changes_of_government(after: str, until: str, expected: list[str]) -> None:
    found = changes_of_government(date.fromisoformat(after), date.fromisoformat(until))
    assert [f"{day} {government.navn}" for day, government in found] == expected


def test_the_day_of_a_change_belongs_to_both() -> None:
    for before, after in zip(governments(), governments()[1:], strict=False):
        assert before.held.til == after.held.fra
        assert after.held.tillit == "H"


@pytest.mark.parametrize(
    ("number", "year", "months"),
    [
        (1, 2006, (3,)),
        (2, 2006, (4,)),
        (3, 2006, (8,)),
        (4, 2013, (10,)),
        (3, 2014, (8,)),
        (4, 2014, (10,)),
        (2, 2015, (4,)),
        (2, 2026, (4,)),
        (3, 2015, (10, 11)),
        (4, 2015, ()),
        (2, 2005, ()),
        (5, 2010, ()),
    ],
)
def test_the_months_of_a_meeting(number: int, year: int, months: tuple[int, ...]) -> None:
    assert months_of_meeting(number, year) == months
