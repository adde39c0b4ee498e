"""The departments, and KS, by every name that they have had."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from avtalesjekk.norwegian.dates import say_date
from avtalesjekk.norwegian.text import plain
from avtalesjekk.register.rows import Row, dated, table, text, texts
from avtalesjekk.spelling import fold, nearest


class Department(NamedTuple):
    """A department under one name. `felt` is the field that it shares with those before and after it."""

    id: str
    felt: str
    navn: str
    nynorsk: str
    forkortelse: str
    etterfølger: tuple[str, ...]
    feilnavn: tuple[str, ...]
    held: Row

    def title(self) -> str:
        """«Kunnskapsdepartementet (KD)»."""
        return f"{self.navn} ({self.forkortelse})" if self.forkortelse else self.navn

    @property
    def short(self) -> str:
        """The abbreviation, or the name where it has none."""
        return self.forkortelse or self.navn


@cache
def departments() -> tuple[Department, ...]:
    """All of them, in the order of the register."""
    return tuple(
        Department(
            text(row, "id"),
            text(row, "felt"),
            text(row, "navn"),
            text(row, "nynorsk"),
            text(row, "forkortelse"),
            texts(row, "etterfølger"),
            texts(row, "feilnavn"),
            dated(row),
        )
        for row in table("departments", "departement")
    )


def named(name: str) -> tuple[Department, ...]:
    """The departments that have ever had that name: in full or short, in either målform, also «Det kongelige …»."""
    return _names().get(_key(name), ())


def ends_a_name(word: str) -> bool:
    """Whether some name of a department ends with that word: for most words that settles it."""
    key = _key(word)
    return key in _last_words() or f"{key}et" in _last_words()  # «Det kongelige kunnskapsdepartement»


def begins_a_name(word: str) -> bool:
    """Whether some name of a department begins with that word, also with «Det kongelige»."""
    return _key(word) in _first_words()


def misnamed(name: str) -> tuple[Department, ...]:
    """The departments that a wrong name in circulation stands for."""
    return _misnames().get(_key(name), ())


def probably(name: str, day: date | None) -> str | None:
    """The body that an unknown name most likely stands for, by a name of the day; of any, where that is None."""
    key = _key(name)
    if len(key) <= _SHORT:
        return "KS" if key.startswith("ks") else None
    folded = fold(name)
    alike = [body for body, its in _bodies_on(day) if its[:_BEGINNING] == folded[:_BEGINNING] or its.endswith(folded)]
    return alike[0] if len(set(alike)) == 1 else nearest(name, alike)


def on_day(candidates: tuple[Department, ...], first: date, last: date) -> tuple[Department, ...]:
    """Those among the candidates that existed at some time from `first` to `last`."""
    return tuple(d for d in candidates if d.held.may_hold(first, last))


def relatives_on(department: Department, day: date) -> tuple[Department, ...]:
    """What a department was called, or had become, on a day outside its own time."""
    by_id = {d.id: d for d in departments()}
    later = department.held.til is not None and department.held.til.last < day
    seen: dict[str, Department] = {}
    queue = [department]
    while queue:
        current = queue.pop(0)
        near = (
            [by_id[i] for i in current.etterfølger]
            if later
            else [d for d in departments() if current.id in d.etterfølger]
        )
        for d in near:
            if d.id not in seen:
                seen[d.id] = d
                queue.append(d)
    return tuple(d for d in seen.values() if d.held.may_hold(day, day))


def same_field_on(department: Department, day: date) -> tuple[Department, ...]:
    """Of what a department was called, or had become, on a day: those of its own field, or all where none is."""
    found = relatives_on(department, day)
    return tuple(d for d in found if d.felt == department.felt) or found


def name_of_ks(name: str) -> bool:
    """Whether it is one of the names that KS has had; the years of change are not exact, so the day does not count."""
    return _key(name) in _names_of_ks()


def lifetime(department: Department, day: date) -> str:
    """From or until when a department has had its name, seen from a day: «fra 1. januar 2022»."""
    fra, til = department.held.fra, department.held.til
    if til is not None and til.last < day:
        return f"til {say_date(til)}"
    return f"fra {say_date(fra)}" if fra is not None else ""


_SHORT = 4  # abbreviations: too short to be near anything
_BEGINNING = 5  # letters that a misspelt name must share with the right one


@lru_cache
def _bodies_on(day: date | None) -> tuple[tuple[str, str], ...]:
    """The names that bodies had on a day, and those names folded."""
    there = [d for d in departments() if day is None or d.held.may_hold(day, day)]
    names = [n for d in there for n in (d.navn, d.nynorsk) if n]
    return tuple((name, fold(name)) for name in (*names, *(text(row, "navn") for row in table("ks", "navn"))))


@cache
def _names_of_ks() -> frozenset[str]:
    return frozenset(_key(text(row, "navn")) for row in table("ks", "navn"))


@cache
def _misnames() -> Mapping[str, tuple[Department, ...]]:
    names: dict[str, tuple[Department, ...]] = {}
    for d in departments():
        for key in dict.fromkeys(map(_key, d.feilnavn)):
            names[key] = (*names.get(key, ()), d)
    return names


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in _names())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(("det", *(name.split()[0] for name in _names())))


@cache
def _names() -> Mapping[str, tuple[Department, ...]]:
    names: dict[str, tuple[Department, ...]] = {}
    for d in departments():
        for key in {_key(name) for name in (d.navn, d.nynorsk, d.forkortelse) if name}:
            names[key] = (*names.get(key, ()), d)
    return names


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    key = plain(name)
    for royal in ("det kongelige ", "det kongelege "):
        if key.startswith(royal):
            key = key.removeprefix(royal)
            key = key if key.endswith("et") else f"{key}et"
    return key
