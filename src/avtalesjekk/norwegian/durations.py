"""Durations in days, weeks, months or years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal, assert_never

from avtalesjekk.norwegian.dates import add_months
from avtalesjekk.norwegian.numbers import parse_halves
from avtalesjekk.norwegian.text import plain

Unit = Literal["dag", "uke", "måned", "år"]


@dataclass(frozen=True, slots=True)
class Duration:
    """So many days, weeks, months or years: at least one of them, at most a hundred years."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse what is no time at all, and what would leave the calendar."""
        if not 1 <= self.count <= _MOST[self.unit]:
            msg = f"{self.count} {self.unit} is not a duration"
            raise ValueError(msg)

    def after(self, start: date) -> date:
        """That long after `start`."""
        match self.unit:
            case "dag":
                return start + timedelta(days=self.count)
            case "uke":
                return start + timedelta(weeks=self.count)
            case "måned":
                return add_months(start, self.count)
            case "år":
                return add_months(start, 12 * self.count)
            case _:
                assert_never(self.unit)

    def end(self, start: date) -> date:
        """The last day of a period that long that begins on `start`."""
        return self.after(start) - timedelta(days=1)

    @property
    def at_least_days(self) -> int:
        """How many days it is at its shortest."""
        return min((self.after(start) - start).days for start in _month_starts())

    @property
    def at_most_days(self) -> int:
        """How many days it is at its longest."""
        return max((self.after(start) - start).days for start in _month_starts())

    def say(self) -> str:
        """«3 måneder», «1 uke», «2 år»."""
        return f"{self.count} {self.unit if self.count == 1 else _PLURAL[self.unit]}"


def parse_duration(text: str) -> Duration | None:
    """The duration meant by «3 måneder», «eit halvt år», «to (2) år», «2,5 år» or «1 år og 6 måneder»."""
    words = plain(text)
    years, _, months = words.partition("år og ")
    if not months:
        return _parse_one(words)
    match _parse_one(f"{years}år"), _parse_one(months):
        case Duration(whole, "år"), Duration(rest, "måned"):
            return _duration(12 * whole + rest, "måned")
        case _:
            return None


def _parse_one(words: str) -> Duration | None:
    count, _, noun = words.rpartition(" ")
    halves = parse_halves(count)
    if halves is None or noun not in _nouns():
        return None
    size, unit = _nouns()[noun]
    if unit == "år" and halves % 2:
        size, unit = 12, "måned"
    return None if halves * size % 2 else _duration(halves * size // 2, unit)


def _duration(count: int, unit: Unit) -> Duration | None:
    try:
        return Duration(count, unit)
    except ValueError:
        return None


_MOST: Mapping[Unit, int] = {"dag": 36_500, "uke": 5_200, "måned": 1_200, "år": 100}
_PLURAL: Mapping[Unit, str] = {"dag": "dager", "uke": "uker", "måned": "måneder", "år": "år"}

# What each noun measures; the genitive («tre måneders frist») is a way to say the same.
_NOUNS: tuple[tuple[str, int, Unit], ...] = (
    ("dag dags dager dagers dagar dagars", 1, "dag"),
    ("uke ukes uker ukers veke vekes veker vekers", 1, "uke"),
    ("måned måneds måneder måneders", 1, "måned"),
    ("månad månads månader månaders månadar månadars", 1, "måned"),
    ("md md. mnd mnd. mdr mdr.", 1, "måned"),
    ("kvartal kvartals kvartaler kvartalers", 3, "måned"),
    ("halvår halvårs", 6, "måned"),
    ("år års", 1, "år"),
)


@cache
def _nouns() -> Mapping[str, tuple[int, Unit]]:
    return {noun: (size, unit) for nouns, size, unit in _NOUNS for noun in nouns.split()}


@cache
def _month_starts() -> tuple[date, ...]:
    """The first of every month in years both with and without a leap day near: 1900 had none."""
    return tuple(date(year, month, 1) for year in range(1896, 1904) for month in range(1, 13))
