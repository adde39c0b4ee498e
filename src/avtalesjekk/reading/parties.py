"""Who the agreement is between and who signs it, by the names of its day."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.offices import Rank, rank
from avtalesjekk.norwegian.text import plain
from avtalesjekk.patterns import pattern
from avtalesjekk.placeholder import is_placeholder
from avtalesjekk.reading.said import Day, Path
from avtalesjekk.register.departments import Department, name_of_ks, named, on_day

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale, Part

Kind = Literal["departement", "ks", "staten", "organ", "ukjent"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party. For a department `ever` are those that have had the name, and `departments` those of them on the day."""

    name: str
    short: str
    kind: Kind
    side: Literal["staten", "ks"] | None
    path: Path
    ever: tuple[Department, ...] = ()
    departments: tuple[Department, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether a name stands for this party; for a department so does what it was called on another day."""
        given = plain(name)
        if given and given in (plain(self.name), plain(self.short)):
            return True
        match self.kind:
            case "ks":
                return name_of_ks(name)
            case "departement":
                return bool({d.felt for d in named(name)} & {d.felt for d in self.departments or self.ever})
            case _:
                return False

    def was_called(self, name: str) -> bool:
        """Whether a name is one that this department had on another day, and not on the agreement's."""
        now = {d.id for d in self.departments}
        return bool(now) and bool(named(name)) and not now & {d.id for d in named(name)}


@dataclass(frozen=True, slots=True)
class Signatory:
    """One who signs, and the parties signed for: none where no body is named, or one that is not a party.

    `title` and `name` are None where they are missing or not settled yet.
    """

    name: str | None
    title: str | None
    body: str | None
    parties: tuple[Party, ...]
    rank: Rank | None
    day: date | None
    path: Path

    @property
    def side(self) -> Literal["staten", "ks"] | None:
        """The side signed for: by the body, or by the title where no body is named."""
        if self.parties:
            return self.parties[0].side
        if self.body:
            return "ks" if name_of_ks(self.body) else "staten" if named(self.body) else None
        return _SIDE_OF_RANK.get(self.rank) if self.rank else None

    @property
    def judged_elsewhere(self) -> bool:
        """Whether another finding is about this signature: it lacks its title, or stands below the political top."""
        return self.rank is Rank.UNDER or not self.title

    def may_sign_for(self, party: Party) -> bool:
        """Whether it is a signature for a party, or no body is named, so that it may be."""
        return party in self.parties or not self.body


def parties(agreement: "Avtale", day: Day | None) -> tuple[Party, ...]:
    """The parties in the order of the file."""
    return tuple(_party(part, ("parter", i), day) for i, part in enumerate(agreement.parter))


def signatories(agreement: "Avtale", among: tuple[Party, ...]) -> Iterator[Signatory]:
    """Those who sign, in the order of the file."""
    for i, signer in enumerate(agreement.underskrifter.av if agreement.underskrifter else ()):
        name, title, body = map(_settled, (signer.navn, signer.tittel, signer.for_))
        own = signer.dato.first if isinstance(signer.dato, PartialDate) and signer.dato.exact else None
        signed_for = called(body, among) if body else ()
        yield Signatory(name, title, body, signed_for, rank(title or ""), own, ("underskrifter", "av", i))


def called(text: str, among: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that a text names: one by its name, a side («staten»), all («partene»), or several with «og» between.

    None of them where any of the names stands for no party.
    """
    named_so = tuple(party for party in among if party.is_called(text))
    if named_so:
        return named_so
    words = plain(text)
    if words in _BOTH:
        return among
    if words in _THE_STATE:
        return tuple(party for party in among if party.side == "staten")
    pieces = [piece for piece in _BETWEEN.split(" ".join(text.split())) if piece.strip()]
    if len(pieces) < 2:
        return ()
    found = [called(piece, among) for piece in pieces]
    return tuple(dict.fromkeys(party for some in found for party in some)) if all(found) else ()


def of_the_state(text: str, among: tuple[Party, ...]) -> bool:
    """Whether a text names somebody on the state side."""
    return (
        any(party.side == "staten" for party in called(text, among)) or bool(named(text)) or plain(text) in _THE_STATE
    )


def names_side(text: str, who: str, among: tuple[Party, ...]) -> bool:
    """Whether a text names a side, «KS» or «staten»: by its own name, or that of one of its departments."""
    side = [party for party in among if party.side == who.casefold()]
    names = {who, *(name for party in side for name in (party.name, party.short))}
    names |= {d.navn for party in side for d in party.departments}
    if who == "staten":
        names.add("departementet")
    return any(re.search(rf"(?<!\w){re.escape(name)}", text, re.IGNORECASE) for name in names)


def _settled(text: str | None) -> str | None:
    return None if text is None or is_placeholder(text) else text


def _party(part: "Part", path: Path, day: Day | None) -> Party:
    name = part.navn
    ever = named(name)
    short = part.forkortelse or name
    if name_of_ks(name):
        return Party(name, short, "ks", "ks", path)
    if is_placeholder(name):
        ks = re.search(r"\bks\b", name, re.IGNORECASE) is not None
        return Party(name, short, "ks" if ks else "staten", "ks" if ks else "staten", path)
    if plain(name) == "staten":
        return Party(name, short, "staten", "staten", path)
    if ever and part.side != "ks":
        now = on_day(ever, day.first, day.last) if day else ever
        return Party(name, (now or ever)[0].short, "departement", "staten", path, ever, now)
    if part.side is not None:
        return Party(name, short, "organ", part.side, path)
    return Party(name, short, "ukjent", None, path)


_BETWEEN = pattern(r"(?<!-)\s+og\s+|(?<!-),\s+|\s+ved\s+|\s*v/\s*|(?<!v)/")
_BOTH = frozenset(("partene", "partane", "begge", "begge parter", "begge partar"))
_THE_STATE = frozenset(("staten", "regjeringen", "regjeringa", "departementet", "departementa", "departementene"))
_SIDE_OF_RANK: Mapping[Rank, Literal["staten", "ks"]] = {
    Rank.STATSRÅD: "staten",
    Rank.LEDER: "ks",
    Rank.NESTLEDER: "ks",
}
