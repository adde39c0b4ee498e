"""Konsultasjonsordningen: når avtalen ble til, undertegnet og gjennomgått."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.dates import PartialDate, say_date
from avtalesjekk.register.calendar import changes_of_government, months_of_meeting
from avtalesjekk.rules.rule import MERKNAD, Hit, Note, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.reading import Reading


@rule("MA701", "utenfor-møtene", MERKNAD, "N83", "N85", title="Avtalen er undertegnet på 3. eller 4. konsultasjonsmøte")
def at_a_meeting(reading: Reading) -> Iterator[Hit]:
    """Fra 2006 til 2013 burde avtalene undertegnes på 3. konsultasjonsmøte (august) eller på det 4.
    (oktober). Siden er møtene lagt om, og regelen gjelder ikke nyere avtaler."""
    signing = reading.signing
    if (
        signing is None
        or signing.value.month is None
        or signing.value.first < _REPORT
        or signing.value.last > _LAST_DAY_OF_FOUR_MEETINGS
    ):
        return
    months = {month for number in (3, 4) for month in months_of_meeting(number, signing.value.year)}
    if signing.value.month not in months:
        yield Hit(
            signing.path,
            f"avtalen er undertegnet {_when(signing.value)}, utenom 3. og 4. konsultasjonsmøte (august og oktober)",
            "til opplysning; det kan ikke rettes i etterkant",
        )


@rule("MA702", "regjeringsskifte", MERKNAD, "N38", "N84", title="Avtalen er gjennomgått etter regjeringsskifte")
def after_change(reading: Reading) -> Iterator[Hit]:
    """Når det kommer en ny regjering, bør partene gå gjennom avtalene og ta stilling til om de skal
    videreføres, reforhandles eller sies opp."""
    day = reading.day
    if day is None or day.of_the_run or reading.end is None or not (reading.signed or reading.signing):
        return
    first = max(day.last, reading.begins.first) if reading.begins else day.last
    history = reading.agreement.historikk
    stopped = [event.dato.first for event in history if event.hendelse in ("sagt opp", "erstattet")]
    last = min(reading.today, *(day - timedelta(days=1) for day in (reading.end.last, *stopped)))
    reviews = [event.dato.last for event in history if event.hendelse in _REVIEWS]
    missed = [(d, g) for d, g in changes_of_government(first, last) if not any(review >= d for review in reviews)]
    if missed:
        change, government = missed[-1]
        yield Hit(
            ("historikk",),
            f"regjeringen {government.navn} tiltrådte {say_date(change)} mens avtalen gjaldt, og "
            "«historikk» sier ikke at avtalen er gjennomgått siden",
            "før opp gjennomgangen under «historikk», med «hendelse: gjennomgått», «videreført», "
            "«reforhandlet» eller «sagt opp»",
            notes=(Note("avtalen er eldre enn regjeringen", day.path),),
        )


@rule("MA703", "ikke-avklart", MERKNAD, "N15", title="Området er avklart før avtalen skrives")
def cleared_first(reading: Reading) -> Iterator[Hit]:
    """Partene bør avklare i konsultasjonsordningen hvilke områder det skal inngås avtaler på, før noen
    begynner å skrive."""
    consultation = reading.agreement.konsultasjon
    cleared = consultation.avklart if consultation else None
    begun = consultation.påbegynt if consultation else None
    if cleared is None or cleared.år is None or not isinstance(begun, PartialDate):
        return
    months = months_of_meeting(cleared.møte or 2, cleared.år) or (1,)
    if begun.last < date(cleared.år, min(months), 1):
        yield Hit(
            ("konsultasjon", "påbegynt"),
            f"arbeidet begynte {_when(begun)}, før {cleared.møte or 2}. konsultasjonsmøte i {cleared.år} "
            "hadde avklart området",
            "til opplysning; partene kan ha vært enige om å begynne før",
            notes=(Note(f"avklart på {cleared.møte or 2}. møte i {cleared.år}", ("konsultasjon", "avklart")),),
        )


@rule("MA704", "ikke-klar-i-tide", MERKNAD, "N24", title="Avtalen er undertegnet samme år som den ble avklart")
def signed_in_time(reading: Reading) -> Iterator[Hit]:
    """Avtaler som er valgt på 2. konsultasjonsmøte, bør være klare til å undertegnes på 3., og senest på 4.
    møte samme år."""
    consultation = reading.agreement.konsultasjon
    cleared = consultation.avklart if consultation else None
    if cleared is None or cleared.år is None or cleared.møte != _MEETING_THAT_CHOOSES:
        return
    deadline = date(cleared.år, 12, 31)
    place = ("konsultasjon", "avklart")
    if reading.signing is not None and reading.signing.value.first > deadline:
        yield Hit(
            reading.signing.path,
            f"avtalen ble avklart på 2. konsultasjonsmøte i {cleared.år}, men først undertegnet "
            f"{_when(reading.signing.value)}",
            "til opplysning; det kan ikke rettes i etterkant",
            notes=(Note(f"avklart i {cleared.år}", place),),
        )
    elif reading.signing is None and not reading.signed and reading.today > deadline:
        yield Hit(
            place,
            f"avtalen ble avklart på 2. konsultasjonsmøte i {cleared.år}, men er ikke undertegnet per "
            f"{say_date(reading.today)}",
            "ta opp på neste konsultasjonsmøte om den fortsatt skal inngås",
            today=True,
        )


def _when(day: PartialDate) -> str:
    return f"{'' if day.exact else 'i '}{say_date(day)}"


_REPORT = date(2006, 4, 26)
_LAST_DAY_OF_FOUR_MEETINGS = date(2013, 12, 31)
_MEETING_THAT_CHOOSES = 2
_REVIEWS = frozenset(("videreført", "reforhandlet", "sagt opp", "gjennomgått", "erstattet"))
