"""6. Underskrifter."""

from collections.abc import Iterator

from avtalesjekk.norwegian.dates import say_date
from avtalesjekk.norwegian.offices import Rank
from avtalesjekk.reading import Reading
from avtalesjekk.reading.parties import Party, Signatory
from avtalesjekk.reading.said import Day
from avtalesjekk.register.departments import Department, named
from avtalesjekk.register.offices import Holder, ks_leaders, ministers
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Hit, rule


@rule("MA601", "ks-leder-mangler", FEIL, "N42", "N77", title="Lederen i KS skriver under")
def ks_leader(reading: Reading) -> Iterator[Hit]:
    """Alle avtaler inngås mellom lederen i KS og de berørte statsrådene. En fungerende eller konstituert leder kan også
    skrive under, en nestleder ikke."""
    for_ks = [s for s in reading.signatories if s.side == "ks"]
    if not (reading.signatories or reading.ready) or any(
        s.rank in (Rank.LEDER, Rank.UNDER) or not s.title for s in for_ks
    ):
        return
    if for_ks:
        yield Hit(
            (*for_ks[0].path, "tittel"),
            f"«{for_ks[0].title}» er ikke lederen i KS",
            "la KS' leder skrive under, med tittelen «leder» eller «styreleder»",
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
    for party in reading.parties:
        if party.side != "staten":
            continue
        if party.kind != "departement":
            yield Hit(
                party.path,
                f"«{party.name}» er ikke et departement, så ingen statsråd er part",
                "før opp departementet med ansvaret som part, og la statsråden skrive under",
            )
        elif not any(_signs_for(s, party) for s in reading.signatories):
            yield Hit(
                ("underskrifter", "av"),
                f"ingen statsråd skriver under for {party.name}",
                f"før opp statsråden under «underskrifter.av», med «for: {party.name}»",
            )


def _signs_for(signatory: Signatory, party: Party) -> bool:
    """Whether it is the party's statsråd, or somebody whom another finding is about (MA603, MA605)."""
    if signatory.party is not party:
        return signatory.party is None and not signatory.body and signatory.rank is Rank.STATSRÅD
    return signatory.rank in (Rank.STATSRÅD, Rank.UNDER) or not signatory.title


@rule("MA603", "ikke-politisk-nivå", FEIL, "N41", title="De som skriver under, er øverste politiske ledelse")
def political_level(reading: Reading) -> Iterator[Hit]:
    """Avtalene skal forplikte politisk. En direktør, ekspedisjonssjef, departementsråd eller statssekretær kan ikke
    skrive under i stedet for statsråden eller lederen i KS."""
    for signatory in reading.signatories:
        if signatory.rank is Rank.UNDER:
            office = "KS' leder" if signatory.side == "ks" else "statsråden"
            yield Hit(
                (*signatory.path, "tittel"),
                f"«{signatory.title}» er ikke øverste politiske ledelse",
                f"la {office} skrive under i stedet",
            )


@rule("MA604", "fremmed-part", ADVARSEL, "N43", title="De som skriver under, betaler eller har ansvar, er parter")
def parties_only(reading: Reading) -> Iterator[Hit]:
    """Den som skriver under eller betaler, bør være part. Det samme gjelder et departement som har ansvar for
    en plikt."""
    if not reading.parties or any(p.kind == "ukjent" for p in reading.parties):
        return
    for path, name, departments_only in reading.bodies:
        if any(p.is_called(name) for p in reading.parties):
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
    for s in reading.signatories:
        missing = [key for key, value in (("navn", s.name), ("tittel", s.title), ("for", s.body)) if not value]
        if missing:
            yield Hit(
                (*s.path, missing[0]),
                f"underskriften mangler {' og '.join(missing)}",
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
            "skriv «dato:» under «underskrifter»; er bare måneden eller året kjent, skriv 2004-11 eller 2004",
        )


@rule("MA607", "ikke-i-embetet", ADVARSEL, "N42", "N43", title="De som skriver under, hadde embetet den dagen")
def in_office(reading: Reading) -> Iterator[Hit]:
    """En avtale undertegnet av en som har gått av eller ennå ikke er utnevnt, har feil navn eller feil dato. På
    dagen for et skifte godtas både den som gikk av, og den som kom til."""
    day = reading.day
    if day is None or day.of_the_run:
        return
    for signatory in reading.signatories:
        holders, office = _holders(signatory, day)
        if not signatory.name or not holders or any(h.is_called(signatory.name) for h in holders):
            continue
        when = f"{'i ' if day.first != day.last else ''}{_said(day)}"
        names = " eller ".join(dict.fromkeys(h.navn for h in holders))
        if all(h.held.sure(day.last) for h in holders):
            yield Hit(
                (*signatory.path, "navn"),
                f"{signatory.name} var ikke {office} {when}; det var {names}",
                "rett navnet eller datoen",
            )
        elif any(h.held.tillit != "L" for h in holders):
            yield Hit(
                (*signatory.path, "navn"),
                f"det kan ikke bekreftes at {signatory.name} var {office} {when}; registeret har {names}",
                "kontroller navnet og datoen",
                level=MERKNAD,
            )


def _holders(signatory: Signatory, day: Day) -> tuple[tuple[Holder, ...], str]:
    """Those who held the signatory's office on the day, and what it is called; none where the office is not known."""
    if signatory.side == "ks" and signatory.rank is Rank.LEDER:
        return ks_leaders(day.first, day.last), "leder i KS"
    party = signatory.party
    if signatory.rank is Rank.STATSRÅD and party is not None and party.kind == "departement":
        departments: tuple[Department, ...] = party.departments or party.ever
        found = {h.navn: h for d in departments for h in ministers(d.felt, day.first, day.last)}
        return tuple(found.values()), f"statsråd i {party.short}"
    return (), ""


def _said(day: Day) -> str:
    from avtalesjekk.norwegian.dates import PartialDate  # noqa: PLC0415

    if day.first == day.last:
        return say_date(day.first)
    return say_date(PartialDate(day.first.year, day.first.month if day.first.month == day.last.month else None))


@rule("MA608", "departement-ikke-part", MERKNAD, "N43", title="Departementer med plikter er parter")
def duties_of_others(reading: Reading) -> Iterator[Hit]:
    """Får et annet departement plikter i teksten, bør det være part i avtalen, og statsråden skrive under."""
    if any(party.kind == "staten" for party in reading.parties):
        return  # which department it is, is not known
    seen: set[str] = set()
    for said in reading.prose.departments_with_duties():
        if said.value.casefold() in seen or any(p.is_called(said.value) for p in reading.parties):
            continue
        seen.add(said.value.casefold())
        yield Hit(
            said.path,
            f"{said.value} får plikter, men er ikke part i avtalen",
            f"før opp {said.value} under «parter», eller la en av partene ha plikten",
            words=said.words,
        )
