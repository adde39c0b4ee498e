"""Who has led KS, and who has been statsråd in each field, on which days."""

from datetime import date
from functools import cache
from typing import NamedTuple

from avtalesjekk.norwegian.text import plain
from avtalesjekk.register.rows import Row, dated, table, text


class Holder(NamedTuple):
    """Someone in an office for a time."""

    navn: str
    felt: str
    held: Row

    def is_called(self, name: str) -> bool:
        """Whether a name is this person's; middle names and initials may be left out."""
        theirs, given = _names(self.navn), _names(name)
        return bool(given) and theirs[0] == given[0] and theirs[-1] == given[-1]


def _names(name: str) -> list[str]:
    """The parts of a name; a party in parentheses after it is none."""
    return plain(name.partition("(")[0]).replace("-", " ").translate(_QUOTES).split()


_QUOTES = {ord(sign): None for sign in "«»“”„\"'"}


@cache
def _ministers() -> tuple[Holder, ...]:
    return tuple(Holder(text(row, "navn"), text(row, "felt"), dated(row)) for row in table("offices", "embete"))


@cache
def _ks_leaders() -> tuple[Holder, ...]:
    return tuple(Holder(text(row, "navn"), "ks", dated(row)) for row in table("ks", "leder"))


def ministers(felt: str, first: date, last: date) -> tuple[Holder, ...]:
    """Those who were or acted as statsråd in a field at some time from `first` to `last`."""
    return tuple(h for h in _ministers() if h.felt == felt and h.held.may_hold(first, last))


def ks_leaders(first: date, last: date) -> tuple[Holder, ...]:
    """Those who led KS at some time from `first` to `last`."""
    return tuple(h for h in _ks_leaders() if h.held.may_hold(first, last))
