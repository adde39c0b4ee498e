"""Where the prose says another end date or notice period than the fact beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.dates import PartialDate, parse_date, say_date
from avtalesjekk.norwegian.durations import Duration, parse_duration
from avtalesjekk.reading.said import Path, Words

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The prose at `path` says `said` of `what`, the fact at `fact_path` says `fact`."""

    what: str
    said: str
    path: Path
    words: Words
    fact: str
    fact_path: Path


_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_UNTIL = re.compile(
    r"\b(?:gjelder|gjeld|gjelde|varer|varar|vare|løper|løpe|utløper|opphører)\b[^.\n]{0,60}?"
    r"\b(?:til|til og med|fram til|ut)\s+"
    rf"((?:\d{{1,2}}\.\s*)?(?:{_MONTHS})\s+\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(\w+\s+(?:dagers|dagars|ukers|vekers|måneders|månaders|års))\s+(?:gjensidig\w*\s+|skriftl?ig\w*\s+|skriftleg\w*\s+)?"
    r"(?:varsel|oppsigelse\w*|oppseiing\w*|frist)",
    re.IGNORECASE,
)


def contradictions(agreement: "Avtale") -> Iterator[Contradiction]:
    """The contradictions of the section on duration, whose facts and prose speak of the same things."""
    section = agreement.varighet
    if section is None or not section.tekst:
        return
    path: Path = ("varighet", "tekst")
    if isinstance(section.til, PartialDate):
        for found in _UNTIL.finditer(section.tekst):
            said = parse_date(found[1])
            if said is not None and not (said.first <= section.til.last and section.til.first <= said.last):
                yield Contradiction(
                    "sluttdatoen", say_date(said), path, found.span(1), say_date(section.til), ("varighet", "til")
                )
    if isinstance(section.oppsigelse, Duration):
        for found in _NOTICE.finditer(section.tekst):
            notice = parse_duration(found[1])
            if notice is not None and notice != section.oppsigelse:
                yield Contradiction(
                    "oppsigelsesfristen",
                    notice.say(),
                    path,
                    found.span(1),
                    section.oppsigelse.say(),
                    ("varighet", "oppsigelse"),
                )
