"""1. Formålet med avtalen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.numbers import is_numeral
from avtalesjekk.patterns import pattern
from avtalesjekk.rules.rule import ADVARSEL, MERKNAD, Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.reading import Reading


@rule("MA101", "bakgrunn-mangler", ADVARSEL, "N62", title="Avtalen forteller hva som er bakgrunnen")
def background(reading: Reading) -> Iterator[Hit]:
    """Den som leser avtalen senere, må kunne se hvorfor den ble inngått. Bakgrunnen kan stå som tekst, eller som
    dokumentene avtalen følger opp."""
    if reading.background is None:
        yield Hit(
            ("formål", "bakgrunn"),
            "avtalen sier ikke hva som er bakgrunnen for den",
            "skriv bakgrunnen under «formål.bakgrunn», eller før opp dokumentene avtalen følger opp under «grunnlag»",
        )


@rule("MA102", "mål-mangler", ADVARSEL, "N63", title="Avtalen har mål")
def objectives(reading: Reading) -> Iterator[Hit]:
    """Uten mål kan ingen si om avtalen virker, og konsultasjonsmøtene har ingenting å måle den mot."""
    if not reading.objectives:
        yield Hit(
            ("formål", "mål"),
            "avtalen har ingen mål",
            "skriv målene som punkter under «formål.mål», helst med tall eller frist",
        )


@rule("MA103", "mål-ikke-etterprøvbart", MERKNAD, "N45", "N47", "N64", title="Minst ett mål kan etterprøves")
def measurable(reading: Reading) -> Iterator[Hit]:
    """Et mål med tall, frist eller måltall kan brukes i den årlige gjennomgangen. Retningslinjene krever det ikke, men
    ber partene om det når det er mulig."""
    purpose = reading.agreement.formål
    if not reading.objectives or (
        purpose and any(goal.måltall is not None or goal.frist is not None for goal in purpose.mål)
    ):
        return
    if not any(_has_figure(said.value) for said in reading.objectives):
        yield Hit(
            reading.objectives[0].path,
            "ingen av målene har tall, frist eller måltall",
            "skriv «måltall:» eller «frist:» på et av målene, om det lar seg gjøre",
        )


@rule(
    "MA104", "alternativ-ikke-nevnt", MERKNAD, "N65",
    title="Avtalen sier om den kommer i stedet for sterkere virkemidler", default=False,
)  # fmt: skip
def alternative(reading: Reading) -> Iterator[Hit]:
    """Samarbeidsavtaler er ment som et alternativ til øremerking og lovregulering. Det kan med fordel sies,
    når det er slik."""
    purpose = reading.agreement.formål
    if not (purpose and purpose.alternativ_til) and not any(_INSTEAD.search(t.text) for t in reading.prose.texts):
        yield Hit(
            ("formål", "alternativ_til"),
            "avtalen sier ikke om den kommer i stedet for sterkere virkemidler",
            "skriv for eksempel «alternativ_til: [øremerking]» under «formål», når det er slik",
        )


@rule("MA105", "forankring-mangler", MERKNAD, "N79", title="Avtalen er forankret i konsultasjonsordningen")
def anchored(reading: Reading) -> Iterator[Hit]:
    """Konsultasjonsordningen er det faste stedet der staten og KS drøfter avtalene sine. En avtale som ikke viser
    til den, blir lett stående utenfor den årlige gjennomgangen."""
    if reading.consultation is None:
        yield Hit(
            ("konsultasjon",),
            "ingenting knytter avtalen til konsultasjonsordningen",
            "før opp møtet som avklarte området under «konsultasjon.avklart», eller si i innledningen at "
            "avtalen inngår "
            "i konsultasjonsordningen",
        )


# A document's number and years, and years that only name a plan or a period, measure nothing.
_NAMES = pattern(
    r"\b(?:Meld\. ?St\.|St\. ?meld\.|Prop\.|NOU)[^()]{0,12}(?:\(?\d{4}[-–]\d{4}\)?)?"
    r"|\b\d{4}\s?[-–]\s?\d{4}\b|\bagenda \d+\b|\b\d+-\w+"
    r"|\b(?:bærekraftsmål|berekraftsmål|kapittel|punkt|artikkel|del|mål) (?:nr\. )?\d+\b",
    re.IGNORECASE,
)
_DEADLINE = pattern(r"\b(?:innen|innan) utgangen av\b|\b(?:dobl|halver|tredobl)\w*", re.IGNORECASE)
_INSTEAD = pattern(r"\b(?:i (?:stedet|staden) for|alternativ til|framfor) \w*(?:øremerk|øyremerk|lov|forskrift|pålegg)")
_ARTICLES = frozenset(("en", "et", "ett", "ei", "eit", "ein", "én", "éin"))


def _has_figure(text: str) -> bool:
    words = _NAMES.sub(" ", text).split()
    return (
        any(word[0].isdigit() for word in words)
        or any(is_numeral(word) and word not in _ARTICLES for word in map(str.lower, words))
        or _DEADLINE.search(text) is not None
    )
