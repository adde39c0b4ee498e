"""The agreement as a document: its title, its parties, and what is left to fill in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.text import plain
from avtalesjekk.placeholder import is_placeholder
from avtalesjekk.reading import documents
from avtalesjekk.reading import placeholders as blanks
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Hit, Note, Rewrite, Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.parties import Party
    from avtalesjekk.reading.reading import Reading

FORMAT_RULES = (
    Rule(
        "MA001", "ugyldig-yaml", "Filen kan leses som YAML 1.2", FEIL, (),
        "En avtale må kunne leses likt av alle programmer. Derfor er den YAML 1.2 i UTF-8, uten tegn som "
        "skjuler hva som står "
        "der, og innenfor grenser som vanlige avtaler aldri når.",
    ),
    Rule(
        "MA002", "ukjent-nøkkel", "Alle nøklene finnes i avtaleformatet", FEIL, (),
        "En nøkkel som er skrevet feil, blir ellers borte uten at noen ser det, og teksten under kommer ikke "
        "med i avtalen.",
        fixable=True,
    ),
    Rule(
        "MA003", "ugyldig-verdi", "Alle verdiene er i formatets form", FEIL, (),
        "Datoer, beløp og valg må være skrevet slik at et program forstår dem, ellers kan ingen av de andre "
        "reglene brukes.",
        fixable=True,
    ),
    Rule(
        "MA004", "mangler-nøkkel", "De nødvendige nøklene er med", FEIL, (),
        "Uten format, tema og parter er det ingen avtale, og uten for eksempel «tekst» er en plikt tom.",
    ),
    Rule(
        "MA005", "dobbel-nøkkel", "Hver nøkkel står bare én gang", FEIL, (),
        "Når samme nøkkel står to ganger, leser ulike program hver sin, og en del av avtalen faller bort.",
    ),
)  # fmt: skip
MALFORMED_DEVIATION = Rule(
    "MA011", "ugyldig-avvik", "Hvert avvik nevner en regel og sier hvorfor", FEIL, (),
    "Et avvik er et valg partene har tatt og kan stå for. Da må det gå fram hvilken regel det gjelder, og hvorfor.",
    fixable=True,
)  # fmt: skip
UNUSED_DEVIATION = Rule(
    "MA010", "ubrukt-avvik", "Hvert avvik dekker et funn og gjelder fortsatt", ADVARSEL, (),
    "Et avvik som ikke lenger dekker noe, forteller noe galt om avtalen. Et som er falt bort, bør partene ta "
    "stilling til på nytt.",
    fixable=True,
)  # fmt: skip
CUT_TEXT = Rule(
    "MA015", "avkuttet-tekst", "Ingen tekst er kuttet av en kommentar", ADVARSEL, (),
    "I YAML er « #» begynnelsen på en kommentar. En tekst uten anførselstegn som inneholder det, blir kuttet der uten "
    "at det synes.",
    fixable=True,
)  # fmt: skip


@rule("MA006", "tittelmønster", MERKNAD, "N61", title="Tittelen nevner departementene, KS og temaet", fixable=True)
def title_pattern(reading: Reading) -> Iterator[Hit]:
    """Mønsteravtalens tittel er «Samarbeidsavtale mellom [departementene] og KS om [tema]». Da ser alle med en gang
    hvem avtalen gjelder, og hva den handler om."""
    title = reading.agreement.tittel
    if not title or any(blanks.placeholders(title)):
        return
    if any(p.kind == "ukjent" or (p.kind == "departement" and not p.departments) for p in reading.parties):
        return
    said = plain(title)
    missing = [p.name for p in reading.parties if p.kind == "departement" and not _names(said, p)]
    if not re.search(r"\bks\b|kommunenes sentralforbund", said):
        missing.append("KS")
    if not _about(said, reading.agreement.tema):
        missing.append("temaet")
    if missing:
        departments = [p.name for p in reading.parties if p.kind == "departement"] or ["staten"]
        whole = f"Samarbeidsavtale mellom {_listed([*departments, 'KS'], 'og')} om {reading.agreement.tema}"
        yield Hit(
            ("tittel",),
            f"tittelen nevner ikke {_listed(missing)}",
            f"skriv for eksempel «{whole}», eller ta bort «tittel», så lages den av partene og temaet",
            mend=Rewrite(("tittel",), whole),
        )


@rule("MA008", "motstrid", FEIL, title="Teksten sier det samme som nøklene")
def contradiction(reading: Reading) -> Iterator[Hit]:
    """Det er teksten som blir undertegnet. Sier en nøkkel noe annet, kontrollerer alle de andre reglene en annen
    avtale enn den partene inngår."""
    for found in reading.contradictions():
        yield Hit(
            found.path,
            f"teksten sier at {found.what} er {found.said}, men nøkkelen sier {found.fact}",
            "rett den av dem som er feil, eller ta bort nøkkelen",
            words=found.words,
            notes=(Note(f"her er {found.what} {found.fact}", found.fact_path),),
        )


@rule("MA009", "plassholder", FEIL, title="Ingenting er igjen å fylle inn")
def placeholders(reading: Reading) -> Iterator[Hit]:
    """Når avtalen er klar til å undertegnes, må alle hakeparenteser, prikker og påminnelser være byttet ut
    med tekst."""
    if not reading.ready:
        return
    for text in reading.prose.texts:
        if not text.text.strip():
            yield Hit(text.path, "teksten er tom", "skriv teksten, eller ta bort nøkkelen")
    for text in reading.prose.having(blanks.SIGNS):
        for found, words in blanks.placeholders(text.text):
            yield Hit(
                text.path, f"«{' '.join(found.split())}» er ikke fylt inn", "skriv det som skal stå her", words=words
            )


@rule("MA012", "id-ulik-filnavn", ADVARSEL, title="Avtalens id er navnet på filen", fixable=True)
def id_is_name(reading: Reading) -> Iterator[Hit]:
    """Andre avtaler og oversikter viser til avtalen med id-en. Er den lik filnavnet, finner alle fram."""
    given = reading.agreement.id
    fits = re.fullmatch("[a-z0-9-]+", reading.stem or "") is not None
    if given and reading.stem is not None and given != reading.stem:
        yield Hit(
            ("id",),
            f"id-en er «{given}», men filen heter «{reading.stem}»",
            f"skriv «id: {reading.stem}», eller gi filen nytt navn" if fits else f"gi filen navnet «{given}»",
            mend=Rewrite(("id",), reading.stem) if fits else None,
        )


@rule("MA013", "henvisning", MERKNAD, title="Stortingsdokumenter er nevnt i riktig form", fixable=True)
def quoted_documents(reading: Reading) -> Iterator[Hit]:
    """Fram til sesjonen 2008–2009 het det «St.meld. nr. 23 (2003–2004)», siden «Meld. St. 30 (2019–2020)». I riktig
    form er dokumentet lett å finne igjen."""
    for i, source in enumerate(reading.agreement.grunnlag):
        session = source.sesjon
        if session and not is_placeholder(session) and (fault := documents.session_fault(session)) is not None:
            yield Hit(("grunnlag", i, "sesjon"), fault, "skriv to år etter hverandre, som 2019–2020")
    for text in reading.prose.having(documents.SIGNS):
        for wrong in documents.misquoted(text.text):
            yield Hit(
                text.path,
                f"«{wrong.said}» {wrong.why}",
                f"skriv «{wrong.right}»" if wrong.right else "rett årene",
                words=wrong.words,
                mend=Rewrite(text.path, wrong.right, safe=True) if wrong.right else None,
            )


def _names(title: str, party: Party) -> bool:
    names = {
        plain(name) for d in party.departments or party.ever for name in (d.navn, d.nynorsk, d.forkortelse) if name
    }
    return any(re.search(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", title) for name in names | {plain(party.name)})


def _about(title: str, theme: str) -> bool:
    """Whether the title speaks of the theme: most of its weighty words, with other endings too, stand there."""
    words = [word for word in re.findall(r"\w+", plain(theme)) if len(word) > _SHORT]
    found = sum(word[: max(_SHORT + 1, len(word) - 3)] in title for word in words)
    return plain(theme) in title or (bool(words) and 2 * found > len(words))


def _listed(words: list[str], before_last: str = "eller") -> str:
    *first, last = words
    return f"{', '.join(first)} {before_last} {last}" if first else last


_SHORT = 3
