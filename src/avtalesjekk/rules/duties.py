"""2. Partenes forpliktelser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avtalesjekk.norwegian.dates import PartialDate, say_about, say_date
from avtalesjekk.rules.rule import FEIL, MERKNAD, Hit, Note, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.reading import Reading


@rule("MA201", "forpliktelser-mangler", FEIL, "N46", title="Partene forplikter seg til noe")
def some_duty(reading: Reading) -> Iterator[Hit]:
    """Uten en eneste forpliktelse er det ingen avtale. Derfor er dette en feil, selv om retningslinjene bare sier at
    forpliktelsene bør være tydelige."""
    duties = reading.agreement.forpliktelser
    if not reading.duties and not (duties and duties.tekst):
        yield Hit(
            ("forpliktelser",),
            "avtalen har ingen forpliktelser",
            "skriv pliktene som punkter under «forpliktelser.felles», «forpliktelser.ks» og «forpliktelser.staten»",
        )


@rule("MA202", "plikter-ikke-delt", MERKNAD, "N66", title="Både KS og staten har egne plikter")
def divided(reading: Reading) -> Iterator[Hit]:
    """Når pliktene er delt i felles plikter, plikter for KS og plikter for staten, ser alle hvem som skal gjøre hva."""
    duties = reading.agreement.forpliktelser
    if duties is None or not (reading.duties or duties.tekst):
        return
    missing = [
        who for who, items in (("KS", duties.ks), ("staten", duties.staten))
        if not items and not reading.has_heading_for(who, duties.tekst)
    ]  # fmt: skip
    if missing:
        yield Hit(
            ("forpliktelser",),
            f"{' og '.join(missing)} har ingen egne plikter",
            f"skriv dem under {' og '.join(f'«forpliktelser.{who.lower()}»' for who in missing)}, om partene har det",
        )


@rule("MA203", "vag-forpliktelse", MERKNAD, "N46", title="Hver forpliktelse er klar")
def vague(reading: Reading) -> Iterator[Hit]:
    """En plikt som bare skal tilstrebes, eller gjelder ved behov, kan ingen etterprøve. Retningslinjene ber om så
    tydelige forpliktelser som mulig."""
    for said in reading.told.vague_duties():
        yield Hit(
            said.path,
            f"plikten er vag: «{said.value}» binder ingen",
            "skriv hvem som skal gjøre hva, og helst når",
            words=said.words,
        )


@rule("MA204", "sterkt-virkemiddel", FEIL, "N51", title="Avtalen legger ikke opp til sterke virkemidler")
def strong_instrument(reading: Reading) -> Iterator[Hit]:
    """Avtalene skal være et alternativ til øremerkede tilskudd, lovkrav og pålegg. De kan derfor ikke selv legge opp
    til slike virkemidler."""
    for said in reading.told.strong_instruments():
        yield Hit(
            said.path,
            f"avtalen legger opp til et sterkt virkemiddel: «{said.value}»",
            "ta det ut, eller skriv at avtalen kommer i stedet for det",
            words=said.words,
        )


@rule(
    "MA205",
    "regional-koordinering",
    FEIL,
    "N50",
    title="Nye regionale oppgaver er samordnet med staten regionalt",
)
def regional(reading: Reading) -> Iterator[Hit]:
    """Nye oppgaver eller stillinger regionalt kan komme på tvers av det statsforvalteren gjør. Da bør avtalen
    alltid si hvordan arbeidet samordnes."""
    organisation = reading.agreement.organisering
    if organisation and organisation.regional_koordinering:
        return
    for said in reading.told.regional_tasks():
        yield Hit(
            said.path,
            f"avtalen oppretter noe nytt regionalt («{said.value}»), men sier ikke hvordan det samordnes",
            "skriv under «organisering.regional_koordinering» hvordan arbeidet samordnes med statsforvalteren",
            words=said.words,
        )


@rule("MA206", "endrer-oppgaver", MERKNAD, "N48", title="Avtalen flytter ikke forvaltningsoppgaver")
def moves_tasks(reading: Reading) -> Iterator[Hit]:
    """En samarbeidsavtale endrer ikke hvem som har myndighet og forvaltningsoppgaver. Ord som kan leses slik,
    bør vurderes."""
    for said in reading.told.moved_tasks():
        yield Hit(
            said.path,
            f"«{said.value}» kan leses som at en forvaltningsoppgave flyttes",
            "skriv det slik at det går fram hvem som fortsatt har oppgaven",
            words=said.words,
        )


@rule("MA207", "avtalerettslig-form", MERKNAD, "N89", title="Avtalen har ikke kontraktens rettsmidler")
def contract_law(reading: Reading) -> Iterator[Hit]:
    """Samarbeidsavtaler er politiske og ikke kontrakter i avtalerettslig forstand. Ord som mislighold, erstatning og
    voldgift hører ikke hjemme mellom partene."""
    for said in reading.told.remedies():
        yield Hit(
            said.path,
            f"«{said.value}» hører til avtaleretten, ikke til en samarbeidsavtale",
            "ta det ut, eller la uenighet gå til konsultasjonsordningen",
            words=said.words,
        )


@rule("MA208", "frist-etter-slutt", MERKNAD, "N46", title="Fristene er før avtalen slutter")
def due_after_end(reading: Reading) -> Iterator[Hit]:
    """Når fristen for en plikt eller et mål er etter at avtalen er slutt, er det ingen som er bundet av den."""
    end = reading.end
    if end is None:
        return
    for due, path in reading.deadlines:
        if isinstance(due, PartialDate) and due.first > end.last:
            yield Hit(
                path,
                f"fristen {say_about(due)} er etter at avtalen er slutt {say_date(end.last)}"
                + (f", regnet fra i dag ({say_date(reading.today)})" if end.today else ""),
                "sett en tidligere frist, eller la avtalen vare lenger",
                notes=(Note(f"avtalen slutter {'ca. ' if end.about else ''}{say_date(end.last)}", end.path),),
                today=end.today,
            )
