"""4. Evaluering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avtalesjekk.norwegian.frequencies import Frequency
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Add, Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.model.agreement import Oppfølging
    from avtalesjekk.reading.reading import Reading


@rule("MA401", "evaluering-mangler", FEIL, "N53", "N69", title="Avtalen skal evalueres", fixable=True)
def evaluated(reading: Reading) -> Iterator[Hit]:
    """Alle avtaler bør si at de blir evaluert. Ellers vet partene ikke om avtalen virker, og om den bør
    videreføres."""
    if reading.evaluation is None:
        yield Hit(
            ("evaluering",),
            "avtalen sier ikke at den skal evalueres",
            "skriv under «evaluering» hvor ofte (hyppighet), hvordan, og hvor den legges fram (framlegges)",
            mend=Add("evaluering", _TO_FILL_IN[reading.agreement.målform]),
        )


@rule("MA402", "evalueringsmåte-mangler", MERKNAD, "N70", title="Avtalen sier hvordan den skal evalueres")
def manner(reading: Reading) -> Iterator[Hit]:
    """Om mulig bør avtalen si hvem som evaluerer, eller med hvilken metode. Hvor ofte er ikke det samme som hvordan."""
    if reading.evaluation is not None and reading.evaluation_method is None:
        yield Hit(
            ("evaluering", "hvordan"),
            "avtalen sier ikke hvordan den skal evalueres",
            "skriv «hvordan:» med hvem som evaluerer, eller med hvilken metode",
        )


@rule("MA403", "ikke-lagt-fram", ADVARSEL, "N54", "N72", title="Evalueringen legges fram i konsultasjonsordningen")
def laid_before(reading: Reading) -> Iterator[Hit]:
    """Status og evaluering bør gjennomgås med begge parter til stede. Fram til 2013 var det på 3.
    konsultasjonsmøte hvert år. Nå holder et hvilket som helst møte i konsultasjonsordningen."""
    section = reading.agreement.evaluering
    if reading.evaluation is None:
        return
    framlegges = section.framlegges if section else None
    in_prose = bool(reading.laid_before)
    year = reading.day.first.year if reading.day else None
    if year is None or year > _LAST_YEAR_OF_FOUR_MEETINGS:
        if framlegges in (None, "annet") and not in_prose:
            yield Hit(
                ("evaluering", "framlegges"),
                "evalueringen skal legges fram utenom konsultasjonsordningen"
                if framlegges
                else "avtalen sier ikke hvor evalueringen skal legges fram",
                "skriv «framlegges:» med «konsultasjonsordningen», «bilateralt konsultasjonsmøte» eller "
                "«3. konsultasjonsmøte»",
            )
    elif not _yearly_at_third_meeting(reading):
        third = framlegges == "3. konsultasjonsmøte"
        yield Hit(
            ("evaluering", "hyppighet" if third else "framlegges"),
            f"evalueringen legges ikke fram på 3. konsultasjonsmøte hvert år, som var ordningen i {year}",
            "skriv «framlegges: 3. konsultasjonsmøte» og «hyppighet: hvert år»",
            level=MERKNAD if year == _LAST_YEAR_OF_FOUR_MEETINGS else None,
        )


def _yearly_at_third_meeting(reading: Reading) -> bool:
    section = reading.agreement.evaluering
    often = reading.evaluation_frequency
    yearly = often is None or often.value.at_least_yearly
    third = {section.framlegges if section else None, *(found.meeting for found in reading.laid_before)}
    return "3. konsultasjonsmøte" in third and yearly


@rule("MA404", "oppfølging-mangler", MERKNAD, "N55", title="Avtalen har fast administrativ oppfølging")
def follow_up(reading: Reading) -> Iterator[Hit]:
    """Faste møter på administrativt nivå gjør at avtalen blir fulgt opp mellom konsultasjonsmøtene. Retningslinjene
    kaller det gunstig, men gir ingen mal."""
    organisation = reading.agreement.organisering
    if organisation and any(_is_fixed(point) for point in organisation.oppfølging):
        return
    if any(reading.told.follow_ups()):
        return
    yield Hit(
        ("organisering", "oppfølging"),
        "avtalen har ingen fast administrativ oppfølging",
        "før opp et punkt under «organisering.oppfølging» med nivå, arena og hyppighet, om partene vil ha det",
    )


def _is_fixed(point: Oppfølging) -> bool:
    on_demand = isinstance(point.hyppighet, Frequency) and point.hyppighet.kind == "ved behov"
    return point.nivå != "politisk" and not on_demand


@rule("MA405", "særskilte-forhold", MERKNAD, "N71", title="Avtalen sier hva som særskilt skal evalueres", default=False)
def particulars(reading: Reading) -> Iterator[Hit]:
    """Om mulig bør avtalen nevne særskilte forhold som skal evalueres."""
    section = reading.agreement.evaluering
    if reading.evaluation is not None and section and not section.særskilte_forhold and not section.tekst:
        yield Hit(
            ("evaluering", "særskilte_forhold"),
            "avtalen nevner ingen særskilte forhold som skal evalueres",
            "skriv dem som punkter under «særskilte_forhold», om det er noen",
        )


# Four meetings a year until 2013; 2014 is uncertain; from 2015 there is no third meeting in August.
_LAST_YEAR_OF_FOUR_MEETINGS = 2014


_TO_FILL_IN = {
    "bokmål": (("hyppighet", "[hvor ofte]"), ("hvordan", "[hvem som evaluerer, og hvordan]")),
    "nynorsk": (("hyppighet", "[kor ofte]"), ("hvordan", "[kven som evaluerer, og korleis]")),
}
