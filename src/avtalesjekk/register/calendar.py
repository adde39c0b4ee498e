"""Storting periods, changes of government, and the months of the consultation meetings."""

from datetime import date
from functools import cache
from typing import NamedTuple

from avtalesjekk.register.rows import Row, dated, table, text


class Period(NamedTuple):
    """A Storting period, from 1 October to 30 September four years on."""

    id: str
    fra: date
    til: date


class Government(NamedTuple):
    """A government; the day of a change belongs to both."""

    navn: str
    held: Row


@cache
def periods() -> tuple[Period, ...]:
    """The periods, oldest first."""
    rows = ((text(row, "id"), dated(row)) for row in table("periods", "periode"))
    return tuple(Period(name, held.fra.first, held.til.last) for name, held in rows if held.fra and held.til)


def period_of(day: date) -> Period | None:
    """The Storting period that a day falls in, or None outside those that the register has."""
    return next((p for p in periods() if p.fra <= day <= p.til), None)


@cache
def governments() -> tuple[Government, ...]:
    """The governments, oldest first."""
    return tuple(Government(text(row, "navn"), dated(row)) for row in table("governments", "regjering"))


def changes_of_government(after: date, until: date) -> tuple[tuple[date, Government], ...]:
    """The days later than `after` and no later than `until` on which a government came in, with that government."""
    return tuple(
        (g.held.fra.first, g) for g in governments() if g.held.fra is not None and after < g.held.fra.first <= until
    )


def months_of_meeting(number: int, year: int) -> tuple[int, ...]:
    """The months in which the consultation meeting of that number was held that year; empty where not known."""
    middle = date(year, 7, 1)
    for row in table("meetings", "møte"):
        months = row.get("måned")
        if row.get("nummer") == number and isinstance(months, list) and dated(row).may_hold(middle, middle):
            return tuple(int(month) for month in months)
    return ()
