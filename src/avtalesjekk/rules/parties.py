"""The parties of an agreement: both sides, by the names of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avtalesjekk.norwegian.dates import PartialDate, say_date
from avtalesjekk.register.departments import lifetime, misnamed, named, probably, same_field_on
from avtalesjekk.rules.rule import ADVARSEL, FEIL, Hit, Rewrite, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.parties import Party
    from avtalesjekk.reading.reading import Reading
    from avtalesjekk.reading.said import Day


@rule(
    "MA007", "ukjent-departement", FEIL, title="Departementene har navnet de hadde da avtalen ble inngått", fixable=True
)
def departments_of_the_day(reading: Reading) -> Iterator[Hit]:
    """Departementene skifter navn og oppgaver. En avtale med et navn som ikke fantes den dagen, har feil part eller
    feil dato."""
    day = reading.day
    cut = False
    for party, following in zip(reading.parties, (*reading.parties[1:], None), strict=False):
        if cut:  # the other half of a name that was cut at its comma
            cut = False
        elif party.kind == "ukjent" and following and named(f"{party.name}, {following.name}"):
            cut = True
            yield Hit(
                (*party.path, "navn"),
                f"navnet er delt ved kommaet i «{party.name}, {following.name}»",
                "sett hele navnet i anførselstegn, eller skriv forkortelsen",
            )
        elif party.kind == "ukjent":
            yield _unknown_body(party, reading)
        elif party.kind == "departement" and day is not None and not party.departments:
            yield _of_another_day(party, day)


def _of_another_day(party: Party, day: Day) -> Hit:
    """What a department was or is called on the day, where its name is of another time."""
    begun = [d for d in party.ever if d.held.fra and d.held.fra.first <= day.last]
    latest = begun[-1] if begun else party.ever[0]
    now = same_field_on(latest, day.first)
    others = {d.id: d for ever in party.ever for d in same_field_on(ever, day.first)}
    gone = f"«{party.name}» fantes ikke {_when(day)}"
    path = (*party.path, "navn")
    level = None if not day.of_the_run and latest.held.sure(day.last) else ADVARSEL
    if not now:
        message = f"{gone}: {latest.title()} fantes {lifetime(latest, day.first)}"
        help_ = "før opp departementet som hadde ansvaret den dagen"
        return Hit(path, message, help_, level=level, today=day.of_the_run)
    name = now[0]
    if not name.held.sure(name.held.fra.first if name.held.fra else day.last):
        level = ADVARSEL
    verb = "heter" if name.held.til is None else "het"
    message = f"{gone}: departementet {verb} {name.title()} {lifetime(name, day.first)}"
    rewrite = Rewrite(path, name.short) if len(others) == 1 else None
    help_ = f"skriv {' eller '.join(d.short for d in others.values())}"
    return Hit(path, message, help_, level=level, mend=rewrite, today=day.of_the_run)


def _unknown_body(party: Party, reading: Reading) -> Hit:
    day = reading.day
    of_the_run = day is not None and day.of_the_run
    near = probably(party.name, day.first if day else None)
    if wrong := misnamed(party.name):
        right = wrong[0]
        return Hit(
            (*party.path, "navn"),
            f"«{party.name}» er feil navn på {right.title()}",
            f"skriv «{right.navn}»",
            level=ADVARSEL if of_the_run else None,
            mend=Rewrite((*party.path, "navn"), right.navn),
            today=of_the_run,
        )
    side = "ks" if "kommune" in party.name.casefold() else "staten"
    declared = f"skriv {{navn: {_quoted(party.name)}, side: {side}}}"
    return Hit(
        (*party.path, "navn"),
        f"«{party.name}» er verken KS eller et departement som registeret kjenner"
        + (f" (per i dag, {say_date(day.first)})" if day and of_the_run else ""),
        f"mente du «{near}»? Er det et annet organ, {declared}" if near else f"er det et annet organ, {declared}",
        level=ADVARSEL if of_the_run else None,
        mend=Rewrite((*party.path, "navn"), near) if near else None,
        today=of_the_run,
    )


def _quoted(name: str) -> str:
    return f'"{name}"' if any(sign in name for sign in ",:[]{}#") else name


def _when(day: Day) -> str:
    if day.first == day.last:
        return f"{say_date(day.first)}{' (i dag)' if day.of_the_run else ''}"
    return f"i {say_date(PartialDate(day.first.year, day.first.month if day.first.month == day.last.month else None))}"


@rule("MA014", "part-mangler", FEIL, "N02", title="Både KS og staten er parter")
def both_sides(reading: Reading) -> Iterator[Hit]:
    """En samarbeidsavtale er mellom staten og KS. Mangler en av dem, er det en annen slags avtale."""
    parties = reading.parties
    if any(party.kind == "ukjent" for party in parties):
        return  # it may be the one that is missing
    for side, name, add in (("ks", "KS", "KS"), ("staten", "staten", "departementet")):
        if not any(party.side == side for party in parties):
            yield Hit(("parter",), f"{name} er ikke part i avtalen", f"før opp {add} under «parter»")
