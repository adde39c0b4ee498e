"""Whether a fact and what is said in words can mean the same, and which of them goes."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.reading.said import Beginning, Day, Said
from avtalesjekk.register.calendar import period_of

T = TypeVar("T")
S = TypeVar("S")


def agreed(fact: Said[T] | None, said: Sequence[Said[S]], same: Callable[[T, S], bool]) -> Said[T] | Said[S] | None:
    """The fact; what is said in words where there is no fact, or where the words contradict it: they are signed."""
    if fact is None:
        return said[0] if said else None
    return next((other for other in said if not same(fact.value, other.value)), fact)


def same_start(fact: object, said: object) -> bool:
    """Whether two beginnings can mean the same: only two dates can be told apart."""
    if isinstance(fact, PartialDate) and isinstance(said, PartialDate):
        return fact.first <= said.last and said.first <= fact.last
    return True


def same_length(one: object, other: object) -> bool:
    """Whether two durations can mean the same: «90 dager» and «3 måneder» can, «12 uker» cannot."""
    if not isinstance(one, Duration) or not isinstance(other, Duration):
        return True
    return one.at_least_days <= other.at_most_days and other.at_least_days <= one.at_most_days


def same_ending(one: object, other: object, begins: Beginning | None, day: Day | None) -> bool:
    """Whether two ends or lengths can mean the same; a length counts from the beginning, where that is known."""
    if isinstance(one, Duration) and isinstance(other, Duration):
        return same_length(one, other)
    spans = [_last_days(value, begins, day) for value in (one, other)]
    if spans[0] is None or spans[1] is None:
        return True
    slack = timedelta(days=31 if Duration in (type(one), type(other)) else 0)
    return spans[0][0] - slack <= spans[1][1] and spans[1][0] - slack <= spans[0][1]


def _last_days(value: object, begins: Beginning | None, day: Day | None) -> tuple[date, date] | None:
    """The first and the last day that an end can mean."""
    match value:
        case PartialDate():
            return value.first, value.last
        case Duration() if begins is not None and not begins.about and not (day and day.of_the_run):
            return value.end(begins.first), value.end(begins.first)
        case "stortingsperioden" if (period := period_end(day)) is not None:
            return period, period
    return None


def period_end(day: Day | None) -> date | None:
    """The last day of the Storting period that the day of an agreement falls in."""
    period = period_of(day.first) if day else None
    return period.til if period else None
