"""Where the prose says another date, period, amount or frequency than the fact beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.amounts import say_amount
from avtalesjekk.norwegian.dates import PartialDate, say_date
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.frequencies import Frequency
from avtalesjekk.reading.agreeing import same_ending, same_length, same_start
from avtalesjekk.reading.said import Path, Said, Words

if TYPE_CHECKING:
    from avtalesjekk.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The prose at `path` says `said` of `what`, the fact at `fact_path` says `fact`."""

    what: str
    said: str
    path: Path
    words: Words | None
    fact: str
    fact_path: Path


def contradictions(reading: "Reading") -> Iterator[Contradiction]:
    """The contradictions between the facts of an agreement and its prose, each once: two words may lead to the same."""
    seen = set()
    for one in chain(_of_term(reading), _of_notice(reading), _of_evaluation(reading), _of_money(reading)):
        if one not in seen:
            seen.add(one)
            yield one


def _of_term(reading: "Reading") -> Iterator[Contradiction]:
    section = reading.agreement.varighet
    if section is None:
        return
    if isinstance(section.ikrafttredelse, PartialDate):
        for start in reading.starts:
            if not same_start(section.ikrafttredelse, start.value):
                yield _one("ikrafttredelsen", start, section.ikrafttredelse, ("varighet", "ikrafttredelse"))
    fact, key = (section.til, "til") if section.til is not None else (section.lengde, "lengde")
    if isinstance(fact, PartialDate | Duration):
        what = "sluttdatoen" if key == "til" else "lengden"
        for ending in reading.endings:
            if not same_ending(fact, ending.value, reading.begins, reading.day):
                yield _one(what, ending, fact, ("varighet", key))


def _of_notice(reading: "Reading") -> Iterator[Contradiction]:
    section = reading.agreement.varighet
    if section is not None and isinstance(section.oppsigelse, Duration):
        for found in reading.terminations:
            if found.notice and not same_length(section.oppsigelse, found.notice.value):
                yield _one("oppsigelsesfristen", found.notice, section.oppsigelse, ("varighet", "oppsigelse"))


def _of_evaluation(reading: "Reading") -> Iterator[Contradiction]:
    section = reading.agreement.evaluering
    if section is not None and isinstance(section.hyppighet, Frequency):
        for found in reading.evaluations:
            if found.often and found.often.value != section.hyppighet:
                yield _one("hyppigheten", found.often, section.hyppighet, ("evaluering", "hyppighet"))


def _of_money(reading: "Reading") -> Iterator[Contradiction]:
    """The amount of the one payment there is, where the prose of økonomi names one amount and it is another."""
    finance = reading.agreement.økonomi
    amounts = [
        (payment.beløp, i)
        for i, payment in enumerate(finance.ytelser if finance else ())
        if isinstance(payment.beløp, int)
    ]
    said = [p.kroner for p in reading.prose_payments if p.kroner and p.is_whole]
    if len(amounts) != 1 or any(kroner.value == amounts[0][0] for kroner in said):
        return
    fact, i = amounts[0]
    for kroner in said:
        yield Contradiction(
            "beløpet",
            say_amount(kroner.value),
            kroner.path,
            kroner.words,
            say_amount(fact),
            ("økonomi", "ytelser", i, "beløp"),
        )


def _one(what: str, said: Said[object], fact: object, fact_path: Path) -> Contradiction:
    return Contradiction(what, _say(said.value), said.path, said.words, _say(fact), fact_path)


def _say(value: object) -> str:
    match value:
        case PartialDate():
            return say_date(value)
        case Duration() | Frequency():
            return value.say()
        case "stortingsperioden":
            return "slutten av stortingsperioden"
    return str(value)
