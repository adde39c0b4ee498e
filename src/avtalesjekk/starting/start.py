"""What is known of an agreement before it is written, and what follows from it."""

from dataclasses import dataclass
from datetime import date, timedelta

from avtalesjekk.norwegian.dates import Span, add_months, between
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.saying import Målform
from avtalesjekk.register.calendar import Period, period_of
from avtalesjekk.register.departments import Department
from avtalesjekk.starting.sheet import quoted, scalar


@dataclass(frozen=True, slots=True)
class Payment:
    """Kroner from the state to KS; how often and for what are None where that is not settled."""

    kroner: int
    per: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of an agreement that is begun on a day; None is left for people to fill in."""

    day: date
    målform: Målform = "bokmål"
    tema: str | None = None
    departments: tuple[Department, ...] = ()
    end: date | Duration | None = None
    payment: Payment | None = None

    @property
    def state(self) -> tuple[str, ...]:
        """The departments as the file names them."""
        return tuple(scalar(d.short) for d in self.departments) or (quoted("[departementet]"),)

    @property
    def period(self) -> Period | None:
        """The Storting period that the day falls in, if the register has it."""
        return period_of(self.day)

    @property
    def last(self) -> date | None:
        """The last day in force if it is signed on the day: as asked for, else the last of the period."""
        match self.end:
            case Duration():
                return self.end.end(self.day)
            case date():
                return self.end
            case _:
                return self.period.til if self.period else None

    @property
    def beyond(self) -> Span | None:
        """How far it goes on after the period, if it does."""
        if self.last is None or self.period is None or self.last <= self.period.til:
            return None
        return between(self.period.til + timedelta(days=1), self.last + timedelta(days=1))

    @property
    def period_ends_soon(self) -> bool:
        """Whether the period that it is begun in has less than a year left."""
        return self.period is not None and self.period.til < add_months(self.day, 12)

    def lasts(self, months: int) -> bool:
        """Whether it is in force for at least so many months, as far as is known."""
        return self.last is None or Duration(months, "måned").end(self.day) <= self.last
