"""Whether a fact and what is said in words can mean the same, and which of them goes."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.reading.said import Day, Said
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


def period_end(day: Day | None) -> date | None:
    """The last day of the Storting period that the day of an agreement falls in."""
    period = period_of(day.first) if day else None
    return period.til if period else None
