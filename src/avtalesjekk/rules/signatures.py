"""6. Underskrifter."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.dates import PartialDate, say_date
from avtalesjekk.norwegian.offices import Rank, acting
from avtalesjekk.placeholder import is_placeholder
from avtalesjekk.reading.said import Day
from avtalesjekk.register.departments import named
from avtalesjekk.register.offices import Holder, ks_leaders, ministers
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Hit, Rewrite, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.parties import Party, Signatory
    from avtalesjekk.reading.reading import Reading


@rule("MA601", "ks-leder-mangler", FEIL, "N42", "N77", title="Lederen i KS skriver under")
def ks_leader(reading: Reading) -> Iterator[Hit]:
    """Alle avtaler inngås mellom lederen i KS og de berørte statsrådene. En fungerende eller konstituert leder kan også
    skrive under, en nestleder ikke."""
    if not (reading.signatories or reading.ready) or not any(p.side == "ks" for p in reading.parties):
        return
    for_ks = [s for s in reading.signatories if s.side == "ks"]
    unplaced = [s for s in reading.signatories if not s.body and s.side is None]
    if any(s.rank is Rank.LEDER or s.judged_elsewhere for s in (*for_ks, *unplaced)):
        return
    if for_ks:
        yield Hit(
            (*for_ks[0].path, "tittel"),
            f"«{for_ks[0].title}» er ikke lederen i KS",
            "la lederen i KS skrive under, med tittelen «leder» eller «styreleder»",
        )
    else:
        yield Hit(
            ("underskrifter", "av"),
            "ingen skriver under for KS",
            "før opp lederen i KS under «underskrifter.av», med «tittel: styreleder» og «for: KS»",
        )


@rule("MA602", "statsråd-mangler", FEIL, "N43", "N77", title="Statsråden i hvert departement skriver under")
def ministers_sign(reading: Reading) -> Iterator[Hit]:
    """Alle avtaler inngås mellom lederen i KS og de berørte statsrådene, så partene er bundet på øverste
    politiske nivå."""
    if not (reading.signatories or reading.ready):
        return
    anywhere = sum(s.rank is Rank.STATSRÅD and not s.body for s in reading.signatories)
    for party in reading.parties:
        if party.side != "staten" or is_placeholder(party.name):
            continue
        if party.kind != "departement":
            yield Hit(
                party.path,
                f"«{party.name}» er ikke et departement, så ingen statsråd er part",
                "før opp departementet med ansvaret som part, og la statsråden skrive under",
            )
        elif _is_signed_for(party, reading.signatories):
            continue
        elif anywhere:
            anywhere -= 1
        else:
            yield Hit(
                ("underskrifter", "av"),
                f"ingen statsråd skriver under for {party.name}",
                f"før opp statsråden under «underskrifter.av», med «for: {party.name}»",
            )


def _is_signed_for(party: Party, signatories: tuple[Signatory, ...]) -> bool:
    """Whether a statsråd signs for a party, or somebody whom another finding is about."""
    return any(
        (party in s.parties and s.rank is Rank.STATSRÅD) or (s.may_sign_for(party) and s.judged_elsewhere)
        for s in signatories
    )


@rule("MA603", "ikke-politisk-nivå", FEIL, "N41", title="De som skriver under, er øverste politiske ledelse")
def political_level(reading: Reading) -> Iterator[Hit]:
    """Avtalene skal forplikte politisk. En direktør, ekspedisjonssjef, departementsråd eller statssekretær kan ikke
    skrive under i stedet for statsråden eller lederen i KS."""
    for signatory in reading.signatories:
        if signatory.rank is Rank.UNDER and not any(party.kind == "organ" for party in signatory.parties):
            office = "lederen i KS" if signatory.side == "ks" else "statsråden"
            yield Hit(
                (*signatory.path, "tittel"),
                f"«{signatory.title}» er ikke øverste politiske ledelse",
                f"la {office} skrive under i stedet",
            )


@rule(
    "MA604",
    "fremmed-part",
    ADVARSEL,
    "N43",
    title="De som skriver under, betaler eller har ansvar, er parter",
    fixable=True,
)
def parties_only(reading: Reading) -> Iterator[Hit]:
    """Den som skriver under eller betaler, bør være part. Det samme gjelder et departement som har ansvar for
    en plikt."""
    if not reading.parties or any(p.kind == "ukjent" for p in reading.parties):
        return
    for path, name, departments_only in reading.bodies:
        meant = reading.called(name)
        if len(meant) == 1 and meant[0].was_called(name):
            short = meant[0].short
            yield Hit(
                path,
                f"«{name}» er ikke navnet på departementet den dagen",
                f"skriv {short}",
                mend=Rewrite(path, short) if short else None,
            )
        if meant:
            continue
        if departments_only and not named(name):
            continue
        yield Hit(
            path,
            f"«{name}» er ikke part i avtalen",
            f"før opp «{name}» under «parter», eller nevn den parten som skal stå her",
        )


@rule("MA605", "underskriftsform", MERKNAD, "N78", title="Hver underskrift har navn, tittel og organ")
def signature_form(reading: Reading) -> Iterator[Hit]:
    """Mønsteravtalen skriver navn, «statsråd» og departement under hver underskrift, så det siden går fram hvem som
    skrev under som hva."""
    signatures = reading.agreement.underskrifter
    for i, signer in enumerate(signatures.av if signatures else ()):
        said = {"navn": signer.navn, "tittel": signer.tittel, "for": signer.for_}
        missing = [key for key, value in said.items() if value is None]
        if missing:
            yield Hit(
                ("underskrifter", "av", i, missing[0]),
                f"underskriften mangler {' og '.join(_PARTS_OF_SIGNATURE[key] for key in missing)}",
                f"skriv {' og '.join(f'«{key}:»' for key in missing)}",
            )


@rule("MA606", "signeringsdato-mangler", ADVARSEL, title="En undertegnet avtale har dato")
def signing_date(reading: Reading) -> Iterator[Hit]:
    """Dagen for underskriften avgjør hvilken stortingsperiode avtalen hører til, hva departementene het, og hvem som
    satt i embetene."""
    signatures = reading.agreement.underskrifter
    said = signatures and (signatures.dato or any(s.dato for s in signatures.av))
    if reading.signed and not said:
        yield Hit(
            ("underskrifter", "dato"),
            "avtalen er undertegnet, men datoen mangler",
            "skriv «dato:» under «underskrifter»; er bare måneden eller året kjent, skriv 2027-05 eller 2027",
        )


@rule("MA607", "ikke-i-embetet", ADVARSEL, "N42", "N43", title="De som skriver under, hadde embetet den dagen")
def in_office(reading: Reading) -> Iterator[Hit]:
    """En avtale undertegnet av en som har gått av eller ennå ikke er utnevnt, har feil navn eller feil dato. På
    dagen for et skifte godtas både den som gikk av, og den som kom til."""
    for signatory in reading.signatories:
        day = Day(signatory.day, signatory.day, "signering", ()) if signatory.day else reading.day
        if day is None or day.of_the_run or not signatory.name:
            continue
        holders, office = _holders(signatory, day)
        if not holders or any(h.is_called(signatory.name) for h in holders):
            continue
        known = " eller ".join(dict.fromkeys(h.navn for h in holders if h.held.tillit != "L"))
        if not known:
            continue
        path = (*signatory.path, "navn")
        norm = "N42" if signatory.side == "ks" else "N43"
        if all(h.held.sure(day.last) for h in holders) and not acting(signatory.title or ""):
            message = f"{signatory.name} var ikke {office} {_when(day)}; det var {known}"
            yield Hit(path, message, "rett navnet eller datoen", norm=norm)
        else:
            message = f"det kan ikke bekreftes at {signatory.name} var {office} {_when(day)}; registeret har {known}"
            yield Hit(path, message, "kontroller navnet og datoen", level=MERKNAD, norm=norm)


def _holders(signatory: Signatory, day: Day) -> tuple[tuple[Holder, ...], str]:
    """Those who held the signatory's office on the day, and what it is called; none where the office is not known."""
    if signatory.side == "ks" and signatory.rank is Rank.LEDER:
        return ks_leaders(day.first, day.last), "leder i KS"
    party = signatory.parties[0] if len(signatory.parties) == 1 else None
    if signatory.rank is Rank.STATSRÅD and party is not None and party.kind == "departement":
        fields = dict.fromkeys(department.felt for department in party.departments or party.ever)
        holders = (holder for field in fields for holder in ministers(field, day.first, day.last))
        return tuple(holders), f"statsråd i {party.short}"
    return (), ""


def _when(day: Day) -> str:
    if day.first == day.last:
        return say_date(day.first)
    month = day.first.month if day.first.month == day.last.month else None
    return f"i {say_date(PartialDate(day.first.year, month))}"


@rule("MA608", "departement-ikke-part", MERKNAD, "N43", title="Departementer med plikter er parter")
def duties_of_others(reading: Reading) -> Iterator[Hit]:
    """Får et annet departement plikter i teksten, bør det være part i avtalen, og statsråden skrive under."""
    if any(party.kind == "staten" for party in reading.parties):
        return  # which department it is, is not known
    seen: set[str] = set()

    @cache
    def is_party(name: str) -> bool:
        return any(party.is_called(name) for party in reading.parties)

    for said in reading.told.departments_with_duties(lambda name: name.casefold() in seen or is_party(name)):
        seen.add(said.value.casefold())
        yield Hit(
            said.path,
            f"{said.value} får plikter, men er ikke part i avtalen",
            f"før opp {said.value} under «parter», eller la en av partene ha plikten",
            words=said.words,
        )


_PARTS_OF_SIGNATURE = {"navn": "navn", "tittel": "tittel", "for": "hvem det skrives under for"}
