"""Rules about one agreement among the others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from avtalesjekk.norwegian.text import plain
from avtalesjekk.reading import Reading
from avtalesjekk.rules.rule import FEIL, MERKNAD, Hit, Rule


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What the rules ask of another agreement: where it is, its id, what it is about, and when it is in force."""

    filename: str
    id: str
    theme: str
    first: date | None
    last: date | None
    signed: bool
    replaced_by: tuple[str, ...]


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

    def twins(self, one: Neighbour) -> list[Neighbour]:
        """The others with the same id."""
        return [other for other in self._by_id[one.id] if other.filename != one.filename]

    def same_theme(self, one: Neighbour) -> list[Neighbour]:
        """The others about the same thing."""
        return [other for other in self._by_theme[one.theme] if other.filename != one.filename]


@dataclass(frozen=True, slots=True)
class PortfolioRule:
    """A rule of the catalogue, with the function that compares an agreement with its neighbours."""

    rule: Rule
    compare: Callable[[Reading, Neighbour, Portfolio], Iterator[Hit]]


def as_neighbour(reading: Reading, filename: str) -> Neighbour:
    """An agreement as the others see it."""
    stopped = [e.dato.first for e in reading.agreement.historikk if e.hendelse in ("sagt opp", "erstattet")]
    ends = [*([reading.end.last] if reading.end else []), *stopped]
    begins = reading.begins
    return Neighbour(
        filename,
        reading.id or "",
        " ".join(plain(reading.agreement.tema).translate(_PUNCTUATION).split()),
        begins.first if begins else None,
        min(ends, default=None),
        reading.signed,
        tuple(event.av for event in reading.agreement.historikk if event.av),
    )


def _replaced_by(reading: Reading, _me: Neighbour, portfolio: Portfolio) -> Iterator[Hit]:
    for i, event in enumerate(reading.agreement.historikk):
        if event.av and not portfolio.has(event.av):
            yield Hit(
                ("historikk", i, "av"),
                f"avtalen «{event.av}» finnes ikke blant avtalene",
                "rett id-en, eller legg avtalen i samme mappe",
            )


def _same_id(reading: Reading, me: Neighbour, portfolio: Portfolio) -> Iterator[Hit]:
    if twins := [other.filename for other in portfolio.twins(me)]:
        yield Hit(
            ("id",),
            f"id-en «{me.id}»{'' if reading.agreement.id else ' (filnavnet)'} er også id-en til {', '.join(twins)}",
            "gi den ene en annen «id», eller et annet filnavn",
        )


def _same_theme(_reading: Reading, me: Neighbour, portfolio: Portfolio) -> Iterator[Hit]:
    for other in portfolio.same_theme(me):
        if other.id not in (me.id, *me.replaced_by) and me.id not in other.replaced_by and _overlap(me, other):
            yield Hit(
                ("tema",),
                f"{other.filename} har samme tema og gjelder samtidig",
                "slå avtalene sammen, la den ene erstatte den andre, eller gjør temaene ulike",
            )


def _overlap(one: Neighbour, other: Neighbour) -> bool:
    if not (one.signed and other.signed and one.first and other.first):
        return False
    return one.first <= (other.last or date.max) and other.first <= (one.last or date.max)


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
