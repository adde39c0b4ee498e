"""Rules about one agreement among the others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from avtalesjekk.norwegian.text import plain
from avtalesjekk.rules.rule import FEIL, MERKNAD, Hit, Rule

if TYPE_CHECKING:
    from avtalesjekk.reading.reading import Reading


class Neighbour(NamedTuple):
    """What the rules ask of an agreement among others: where it is, its id, what it is about, when it is in force.

    `own_id` tells that the id stands in the file. `replaced_by` are the agreements that the history names, each with
    the number of its event.
    """

    filename: str
    id: str
    own_id: bool
    theme: str
    first: date | None
    last: date | None
    signed: bool
    replaced_by: tuple[tuple[int, str], ...]


class Portfolio:
    """The agreements that one is compared with: those that were read and those in the same folders."""

    def __init__(self, agreements: Iterable[Neighbour], unreadable: Iterable[str] = ()) -> None:
        """`unreadable` are the names, without suffix, of files that are there but cannot be read as agreements."""
        self._unreadable = frozenset(unreadable)
        self._by_id: defaultdict[str, list[Neighbour]] = defaultdict(list)
        self._by_theme: defaultdict[str, list[Neighbour]] = defaultdict(list)
        for agreement in sorted(agreements, key=lambda agreement: agreement.filename):
            self._by_id[agreement.id].append(agreement)
            self._by_theme[agreement.theme].append(agreement)

    def has(self, id_: str) -> bool:
        """Whether there is an agreement with that id."""
        return id_ in self._by_id or id_ in self._unreadable

    def twins(self, one: Neighbour) -> tuple[list[str], int]:
        """The first of the files with the same id as one, and how many there are beside it."""
        same = self._by_id[one.id]
        others = (other.filename for other in same if other.filename != one.filename)
        return list(islice(others, _MOST_NAMED)), len(same) - 1

    def same_theme(self, one: Neighbour) -> Iterator[Neighbour]:
        """The others about the same thing."""
        return (other for other in self._by_theme[one.theme] if other.filename != one.filename)


class PortfolioRule(NamedTuple):
    """A rule of the catalogue, with the function that compares an agreement with its neighbours."""

    rule: Rule
    compare: Callable[[Neighbour, Portfolio], Iterator[Hit]]


def as_neighbour(reading: "Reading", filename: str) -> Neighbour:
    """An agreement as the others see it."""
    history = reading.agreement.historikk
    stopped = [e.dato.first for e in history if e.hendelse in ("sagt opp", "erstattet")]
    ends = [*([reading.end.last] if reading.end else []), *stopped]
    begins = reading.begins
    return Neighbour(
        filename,
        reading.id or "",
        reading.agreement.id is not None,
        " ".join(plain(reading.agreement.tema).translate(_PUNCTUATION).split()),
        begins.first if begins else None,
        min(ends, default=None),
        reading.signed,
        tuple((i, event.av) for i, event in enumerate(history) if event.av),
    )


def _replaced_by(me: Neighbour, portfolio: Portfolio) -> Iterator[Hit]:
    for i, other in me.replaced_by:
        if not portfolio.has(other):
            yield Hit(
                ("historikk", i, "av"),
                f"avtalen «{other}» finnes ikke blant avtalene",
                "rett id-en, eller legg avtalen i samme mappe",
            )


def _same_id(me: Neighbour, portfolio: Portfolio) -> Iterator[Hit]:
    twins, number = portfolio.twins(me)
    if twins:
        more = f" og {number - len(twins)} til" if number > len(twins) else ""
        yield Hit(
            ("id",),
            f"id-en «{me.id}»{'' if me.own_id else ' (filnavnet)'} er også id-en til {', '.join(twins)}{more}",
            "gi den ene en annen «id», eller et annet filnavn",
        )


def _same_theme(me: Neighbour, portfolio: Portfolio) -> Iterator[Hit]:
    replaced_by = {other for _, other in me.replaced_by}
    others = (
        other
        for other in portfolio.same_theme(me)
        if other.id != me.id
        and other.id not in replaced_by
        and all(me.id != name for _, name in other.replaced_by)
        and _overlap(me, other)
    )
    for other in islice(others, _MOST_NAMED):
        yield Hit(
            ("tema",),
            f"{other.filename} har samme tema og gjelder samtidig",
            "slå avtalene sammen, la den ene erstatte den andre, eller gjør temaene ulike",
        )


def _overlap(one: Neighbour, other: Neighbour) -> bool:
    if not (one.signed and other.signed and one.first and other.first):
        return False
    return one.first <= (other.last or date.max) and other.first <= (one.last or date.max)


_MOST_NAMED = 5  # of the others that an agreement is like; hundreds would say no more
_PUNCTUATION = {ord(char): " " for char in ".,;:!?()«»“”„‘’\"'–—/"} | {ord("-"): None}
UNKNOWN_AGREEMENT = Rule(
    "MA710", "ukjent-avtale", "Avtaler som nevnes i historikken, finnes", FEIL, (),
    "Når en avtale er erstattet av en annen, skal det gå an å finne den andre. Regelen ser på avtalene i de "
    "samme mappene.",
)  # fmt: skip
DOUBLE_ID = Rule(
    "MA711", "dobbel-id", "Hver avtale har sin egen id", FEIL, (),
    "Oversikter og henvisninger bruker id-en. Har to avtaler samme id, peker de ikke lenger på én avtale.",
)  # fmt: skip
SAME_THEME = Rule(
    "MA712", "samme-tema", "Bare én avtale om gangen har samme tema", MERKNAD, ("N12", "N29"),
    "For mange avtaler svekker oppmerksomheten om hver av dem. To gjeldende avtaler om det samme bør "
    "vurderes slått sammen.",
)  # fmt: skip
PORTFOLIO_RULES = (
    PortfolioRule(UNKNOWN_AGREEMENT, _replaced_by),
    PortfolioRule(DOUBLE_ID, _same_id),
    PortfolioRule(SAME_THEME, _same_theme),
)
