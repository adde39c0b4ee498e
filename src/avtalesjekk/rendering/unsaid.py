"""The facts that the parties' own words do not state, and that the text must therefore be given a clause for."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.quantities import find_amounts
from avtalesjekk.reading.followup import follow_ups
from avtalesjekk.reading.prolongation import speaks_of_prolongation
from avtalesjekk.reading.reading import Reading
from avtalesjekk.reading.reservation import reservations

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Evaluering, Formål, Organisering, Varighet, Ytelse, Økonomi


def unsaid(reading: Reading) -> Mapping[str, object]:
    """The facts without words of their own, by their paths, in the order of the format.

    What the prose says of a thing goes before the fact, also where it says otherwise: there is one clause, not two.
    """
    return {path: value for path, value in _facts(reading) if value not in (None, "", ())}


def _facts(reading: Reading) -> Iterator[tuple[str, object]]:
    agreement = reading.agreement
    yield "grunnlag", agreement.grunnlag
    if agreement.konsultasjon is not None:
        yield "konsultasjon.avklart", agreement.konsultasjon.avklart
    if agreement.formål is not None:
        yield from _of_purpose(agreement.formål)
    if agreement.organisering is not None:
        yield from _of_organisation(agreement.organisering, reading)
    if agreement.økonomi is not None:
        yield from _of_finance(agreement.økonomi, reading)
    if agreement.evaluering is not None:
        yield from _of_evaluation(agreement.evaluering, reading)
    if agreement.varighet is not None:
        yield from _of_term(agreement.varighet, reading)


def _of_purpose(section: "Formål") -> Iterator[tuple[str, object]]:
    yield "formål.alternativ_til", section.alternativ_til


def _of_organisation(section: "Organisering", reading: Reading) -> Iterator[tuple[str, object]]:
    administrative = any(said.path[-1] == "tekst" for said in follow_ups(reading.prose))
    own = [text.text.lower() for text in reading.prose.texts if text.section == "organisering" and text.prose]
    yield (
        "organisering.oppfølging",
        tuple(
            point
            for point in section.oppfølging
            if not (administrative and point.nivå == "administrativt" and point.arena is point.hyppighet is None)
            and not (point.arena is not None and any(point.arena.lower() in text for text in own))
        ),
    )
    yield "organisering.regional_koordinering", section.regional_koordinering


def _of_finance(section: "Økonomi", reading: Reading) -> Iterator[tuple[str, object]]:
    promised = [payment.kroner.value for payment in reading.prose_payments if payment.kroner is not None]
    own = [text.text.lower() for text in reading.prose.texts if text.section == "økonomi" and text.prose]
    named = {amount.kroner for text in own for amount in find_amounts(text)}

    def is_said(payment: "Ytelse") -> bool:
        if payment.beløp is None:
            return bool(reading.prose_payments)
        return payment.beløp in named or (len(section.ytelser) == 1 and bool(promised))

    yield "økonomi.ytelser", tuple(payment for payment in section.ytelser if not is_said(payment))
    if section.forbehold != "ingen":
        reserved = any(True for _ in reservations(reading.prose))
        yield "økonomi.forbehold", None if reserved else section.forbehold


def _of_evaluation(section: "Evaluering", reading: Reading) -> Iterator[tuple[str, object]]:
    often = any(found.often for found in reading.evaluations)
    yield "evaluering.hyppighet", None if often else section.hyppighet
    how = any(found.how is not None and found.how.path != ("evaluering", "hvordan") for found in reading.evaluations)
    yield "evaluering.hvordan", None if how else section.hvordan
    yield "evaluering.særskilte_forhold", section.særskilte_forhold
    laid_before = None if reading.laid_before or section.framlegges == "annet" else section.framlegges
    yield "evaluering.framlegges", laid_before


def _of_term(section: "Varighet", reading: Reading) -> Iterator[tuple[str, object]]:
    yield "varighet.ikrafttredelse", None if reading.starts else section.ikrafttredelse
    for key in ("til", "lengde"):
        yield f"varighet.{key}", None if reading.endings else getattr(section, key)
    yield "varighet.begrunnelse", section.begrunnelse
    yield "varighet.oppsigelse", _termination(section, reading)
    spoken_of = speaks_of_prolongation(reading.prose)
    yield "varighet.forlengelse", None if spoken_of else section.forlengelse


def _termination(section: "Varighet", reading: Reading) -> object:
    """The notice where the prose gives none, also where it gives the right itself."""
    if not reading.terminations:
        return section.oppsigelse
    notice = isinstance(section.oppsigelse, Duration)
    return (
        section.oppsigelse
        if notice and not any(found.notice or found.vague for found in reading.terminations)
        else None
    )
