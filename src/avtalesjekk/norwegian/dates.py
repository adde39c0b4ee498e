"""Dates, whole or known only to the month or the year, and the time between them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Self

from avtalesjekk.norwegian.text import plain


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or the month or the year it fell in where no more is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not in the calendar."""
        if self.month is None and self.day is not None:
            msg = "a day needs a month"
            raise ValueError(msg)
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: date) -> Self:
        """The whole date."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or _days_in_month(self.year, month))

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    def __str__(self) -> str:
        """Write it as ISO 8601 does: «2004», «2004-11» or «2004-11-05»."""
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}"


@dataclass(frozen=True, slots=True)
class Span:
    """How far one day is after another: whole months and the days left over, and all of it in days."""

    months: int
    days: int
    total_days: int

    def say(self) -> str:
        """«2 år og 3 måneder», «11 måneder og 1 dag», «14 dager»."""
        years, months = divmod(self.months, 12)
        parts = [
            f"{count} {one if count == 1 else many}"
            for count, one, many in ((years, "år", "år"), (months, "måned", "måneder"), (self.days, "dag", "dager"))
            if count
        ]
        *before, last = parts or ["0 dager"]
        return f"{', '.join(before)} og {last}" if before else last


def parse_iso(text: str) -> PartialDate | None:
    """The date meant by «2004», «2004-11» or «2004-11-05», and by nothing else."""
    match = re.fullmatch(f"({_YEAR})(?:-([0-9]{{2}})(?:-([0-9]{{2}}))?)?", plain(text))
    return _in_calendar(*match.groups()) if match else None


def parse_date(text: str) -> PartialDate | None:
    """The date meant by any common way to write one, if it can mean only that."""
    return parse_iso(text) or _parse_named(plain(text)) or _parse_numeric(plain(text))


def say_date(day: PartialDate | date) -> str:
    """«31. desember 2023», «november 2004», «2004»."""
    month = "" if day.month is None else f"{_MONTHS[day.month - 1]} "
    return f"{'' if day.day is None else f'{day.day}. '}{month}{day.year}"


def say_about(day: PartialDate) -> str:
    """As `say_date`, with «ca.» where the day is not known."""
    return say_date(day) if day.exact else f"ca. {say_date(day)}"


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short to have it."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, _days_in_month(year, month + 1)))


def between(start: date, end: date) -> Span:
    """How far `end` is after `start`, which it may not come before."""
    if end < start:
        msg = f"{end} comes before {start}"
        raise ValueError(msg)
    months = 12 * (end.year - start.year) + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return Span(months, (end - add_months(start, months)).days, (end - start).days)


_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_DECEMBER = len(_MONTHS)
_WEEKDAYS = (
    "mandag måndag",
    "tirsdag tysdag",
    "onsdag",
    "torsdag",
    "fredag",
    "lørdag laurdag",
    "søndag sundag",
)
_YEAR = "(?:1[89]|2[01])[0-9]{2}"
_SHORT_OR_FULL_YEAR = f"(?:{_YEAR}|[0-9]{{2}})"
# Two digits are a year only where nobody writes the year first: in «31.12.23» and «31/12-23», not in «31-12-23».
_NUMERIC = (
    rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?(?P<year>{_SHORT_OR_FULL_YEAR})",
    rf"(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}}) ?[-\u2013] ?(?P<year>{_SHORT_OR_FULL_YEAR})",
    rf"(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}}) (?P<year>{_YEAR})",
    rf"(?P<day>[0-9]{{1,2}})(?P<by>[-/])(?P<month>[0-9]{{1,2}})(?P=by)(?P<year>{_YEAR})",
    rf"(?P<year>{_YEAR})(?P<by>[-/.])(?P<month>[0-9]{{1,2}})(?P=by)(?P<day>[0-9]{{1,2}})",
)


def _parse_named(words: str) -> PartialDate | None:
    match = re.fullmatch(_named_form(), words)
    if match is None:
        return None
    found = _in_calendar(match["year"], _month_numbers()[match["name"]], match["day"])
    if found is None or match["weekday"] is None:
        return found
    return found if match["weekday"] in _WEEKDAYS[found.first.weekday()].split() else None


def _parse_numeric(words: str) -> PartialDate | None:
    for form in _NUMERIC:
        if match := re.fullmatch(form, words):
            return _in_calendar(match["year"], match["month"], match["day"])
    return None


def _in_calendar(year: str, month: str | int | None, day: str | None) -> PartialDate | None:
    try:
        return PartialDate(_full_year(int(year)), *(None if part is None else int(part) for part in (month, day)))
    except ValueError:
        return None


def _full_year(year: int) -> int:
    if year in range(70):
        return 2000 + year
    return 1900 + year if year in range(70, 100) else year


@cache
def _named_form() -> str:
    weekday = "|".join(" ".join(_WEEKDAYS).split())
    day = rf"(?:(?P<weekday>{weekday}),? )?(?:den )?(?P<day>[0-9]{{1,2}})(?:\. ?| )"
    return rf"(?:{day})?(?P<name>{'|'.join(_month_numbers())})(?:\. ?| )(?P<year>{_YEAR})"


@cache
def _month_numbers() -> Mapping[str, int]:
    numbers = {name: number for number, name in enumerate(_MONTHS, 1)}
    return numbers | {name[:3]: number for name, number in numbers.items()} | {"sept": 9}


def _days_in_month(year: int, month: int) -> int:
    return 31 if month == _DECEMBER else (date(year, month + 1, 1) - timedelta(days=1)).day
