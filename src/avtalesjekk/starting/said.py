"""What a user says of a new agreement, in a question or an option, and why it will not do."""

import re
from datetime import date, timedelta
from typing import TypeAlias

from avtalesjekk.errors import UserError
from avtalesjekk.norwegian.amounts import parse_amount
from avtalesjekk.norwegian.dates import parse_date, parse_iso, say_date
from avtalesjekk.norwegian.durations import Duration, parse_duration
from avtalesjekk.norwegian.text import plain
from avtalesjekk.register.departments import (
    Department,
    departments,
    lifetime,
    misnamed,
    name_of_ks,
    named,
    on_day,
    probably,
    same_field_on,
)
from avtalesjekk.spelling import fold, nearest
from avtalesjekk.terminal import printable

End: TypeAlias = date | Duration
MÅLFORMER = ("bokmål", "nynorsk")
PER = ("år", "engang", "avtaleperioden")


def text(said: str) -> str:
    """A text on one line. Raises UserError where it is empty, or has characters that no agreement may have."""
    line = " ".join(said.split())
    if not line:
        raise UserError("teksten er tom.")
    if refused := sorted({sign for sign in line if sign in _NO_TEXT or printable(sign) != sign}):
        signs = ", ".join(f"U+{ord(sign):04X}" for sign in refused)
        raise UserError(f"teksten har tegn som ikke kan stå i en avtale: {signs}.")
    return line


def departments_called(said: str, day: date) -> tuple[Department, ...]:
    """The departments that a text names, with a comma or «og» between them; KS is passed over, being always there.

    Raises UserError where one of the names stands for no department on the day.
    """
    whole = bool(named(said) or misnamed(said))
    names = [said] if whole else [name for name in _BETWEEN.split(" ".join(said.split())) if name.strip()]
    if not names:
        raise UserError("skriv forkortelsen eller navnet på et departement.")
    return tuple(dict.fromkeys(_department(name.strip(), day) for name in names if not name_of_ks(name)))


def last_day(said: str, day: date) -> date:
    """The last day of an agreement that is begun on a day, in any common form of a date."""
    meant = parse_date(said)
    if meant is None or not meant.exact:
        raise UserError(f"{_quoted(said)} er ikke en dato: skriv den som {_example(day)}.")
    if meant.first < day:
        raise UserError(f"{say_date(meant)} er før avtalen lages, {say_date(day)}.")
    return meant.first


def length(said: str, day: date) -> Duration:
    """How long an agreement lasts that is begun on a day."""
    meant = parse_duration(said)
    if meant is None:
        raise UserError(f"{_quoted(said)} er ikke en lengde: skriv et tall og dager, uker, måneder eller år, som 2 år.")
    if meant.count > _MOST_COUNTED or not in_calendar(day.replace(day=1) + timedelta(days=meant.at_most_days)):
        raise UserError(f"{_quoted(said)} er for lenge for en avtale.")
    return meant


def end(said: str, day: date) -> End:
    """The last day or the length."""
    if parse_date(said) is None and parse_duration(said) is None:
        raise UserError(f"{_quoted(said)} er verken en dato eller en lengde: skriv som {_example(day)} eller 2 år.")
    return length(said, day) if parse_duration(said) else last_day(said, day)


def kroner(said: str) -> int:
    """An amount in whole kroner."""
    amount = parse_amount(said)
    if not amount or amount >= _TOO_MUCH:
        raise UserError(f"{_quoted(said)} er ikke et beløp: skriv hele kroner, som 8000000.")
    return amount


def one_of(said: str, choices: tuple[str, ...]) -> str:
    """The choice that a text is, or begins, whatever its letters."""
    begun = [choice for choice in choices if fold(choice).startswith(fold(said))]
    if len(begun) == 1:
        return begun[0]
    near = nearest(said, choices)
    *first, last = choices
    hint = f" Mente du {near}?" if near else f" Skriv {', '.join(first)} eller {last}."
    raise UserError(f"{_quoted(said)} kan ikke stå her.{hint}")


def in_calendar(day: date) -> bool:
    """Whether the day is in the years that an agreement can name."""
    return parse_iso(day.isoformat()) is not None


_NO_TEXT = "\ufeff\ufffe\uffff"  # as in no source text
_BETWEEN = re.compile(r"(?<!-),|(?<!-)\s+og\s+")
_MOST_COUNTED = 999
_TOO_MUCH = 10**15
_NOBODY = ("staten", "regjeringen", "regjeringa", "departementet")


def _department(name: str, day: date) -> Department:
    if now := on_day(named(name), day, day):
        return now[-1]
    if ever := named(name):
        raise UserError(_of_another_day(name, ever, day))
    if wrong := misnamed(name):
        raise UserError(f"{_quoted(name)} er feil navn på {wrong[0].title()}.")
    if plain(name) in _NOBODY:
        raise UserError(f"{_quoted(name)} er ikke nok: skriv hvilket departement som er part.")
    there = on_day(departments(), day, day)
    near = probably(name, day) or nearest(name, [called for d in there for called in (d.navn, d.short)])
    meant = next((d.title() for d in there if near in (d.navn, d.nynorsk, d.short)), near)
    hint = f"Mente du {meant}?" if meant else f"Departementene er {', '.join(sorted(d.short for d in there))}."
    raise UserError(f"{_quoted(name)} er ikke et departement som registeret kjenner. {hint}")


def _of_another_day(name: str, ever: tuple[Department, ...], day: date) -> str:
    """What a department of another time was or is called on the day."""
    related = {d.id: d for one in ever for d in same_field_on(one, day)}
    gone = f"{_quoted(name)} fantes ikke {say_date(day)}"
    match tuple(related.values()):
        case ():
            return f"{gone}: {ever[-1].title()} fantes {lifetime(ever[-1], day)}."
        case (one,):
            verb = "heter" if one.held.til is None else "het"
            return f"{gone}: departementet {verb} {one.title()} {lifetime(one, day)}."
        case several:
            return f"{gone}. Mente du {' eller '.join(d.title() for d in several)}?"


def _example(day: date) -> str:
    return f"{day.year + 1}-12-31"


def _quoted(said: str) -> str:
    return f"«{printable(said)}»"
