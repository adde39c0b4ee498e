"""Who the agreement is between and who signs it, by the names of its day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from avtalesjekk.norwegian.offices import Rank, rank
from avtalesjekk.norwegian.text import plain
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
        """Whether a name stands for this party."""
        given = plain(name)
        if given and given in (plain(self.name), plain(self.short)):
            return True
        match self.kind:
            case "ks":
                return name_of_ks(name)
            case "departement":
                return bool({d.id for d in named(name)} & {d.id for d in self.departments or self.ever})
            case _:
                return False


@dataclass(frozen=True, slots=True)
class Signatory:
    """One who signs. `party` is the one signed for, None where none is named or the body is no party."""

    name: str | None
    title: str | None
    body: str | None
    party: Party | None
    rank: Rank | None
    path: Path

    @property
    def side(self) -> Literal["staten", "ks"] | None:
        """The side signed for: by the body, or by the title where no body is named."""
        if self.party is not None:
            return self.party.side
        if self.body:
            return "ks" if name_of_ks(self.body) else "staten" if named(self.body) else None
        return _SIDE_OF_RANK.get(self.rank) if self.rank else None


def parties(agreement: "Avtale", day: Day | None) -> tuple[Party, ...]:
    """The parties in the order of the file."""
    return tuple(_party(part, ("parter", i), day) for i, part in enumerate(agreement.parter))


def signatories(agreement: "Avtale", among: tuple[Party, ...]) -> Iterator[Signatory]:
    """Those who sign, in the order of the file."""
    for i, signer in enumerate(agreement.underskrifter.av if agreement.underskrifter else ()):
        body = signer.for_
        party = next((p for p in among if body and p.is_called(body)), None)
        yield Signatory(signer.navn, signer.tittel, body, party, rank(signer.tittel or ""), ("underskrifter", "av", i))


def _party(part: "Part", path: Path, day: Day | None) -> Party:
    name = part.navn
    ever = named(name)
    short = part.forkortelse or name
    if name_of_ks(name):
        return Party(name, short, "ks", "ks", path)
    if plain(name) == "staten":
        return Party(name, short, "staten", "staten", path)
    if ever and (part.side != "ks"):
        now = on_day(ever, day.first, day.last) if day else ever
        if now or part.side is None:
            return Party(name, (now or ever)[0].short, "departement", "staten", path, ever, now)
    if part.side is not None:
        return Party(name, short, "organ", part.side, path)
    return Party(name, short, "ukjent", None, path)


_SIDE_OF_RANK: Mapping[Rank, Literal["staten", "ks"]] = {
    Rank.STATSRÅD: "staten",
    Rank.LEDER: "ks",
    Rank.NESTLEDER: "ks",
}
