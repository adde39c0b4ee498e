"""The last line."""

from datetime import date

import pytest

from avtalesjekk.findings import Deviation, FileReport, Finding, Fix, Report
from avtalesjekk.reports.summary import summary
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

RULE = Rule("MA003", "verdi", "Verdien er i formatets form", FEIL, (), "")
MEND = Fix("Skriv «x»", safe=True, edits=())
REVIEWED = Fix("Skriv «x»", safe=False, edits=())


def found(level: Level, fix: Fix | None = None, deviation: Deviation | None = None) -> Finding:
    return Finding(RULE, level, "m", "", "", Span(0, 0), "", (), fix, deviation=deviation)


CHOSEN = found(FEIL, MEND, Deviation("ja", None, None, misread=False))
MISREAD = found(FEIL, MEND, Deviation("ja", None, None, misread=True))


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([[]], "Ingen funn i 1 avtale."),
        ([[], []], "Ingen funn i 2 avtaler."),
        ([[found(FEIL)]], "1 feil i 1 avtale."),
        ([[found(ADVARSEL)] * 2], "2 advarsler i 1 avtale."),
        ([[found(ADVARSEL), found(MERKNAD)]], "1 advarsel og 1 merknad i 1 avtale."),
        (
            [[found(MERKNAD), found(FEIL)], [found(MERKNAD), found(ADVARSEL)], []],
            "1 feil, 1 advarsel og 2 merknader i 3 avtaler; 1 av avtalene er uten funn.",
        ),
        ([[found(FEIL)], [found(FEIL)]], "2 feil i 2 avtaler; ingen av avtalene er uten funn."),
        ([[found(FEIL, MEND)] * 2], "2 feil i 1 avtale; 2 kan rettes med --fix."),
        ([[found(FEIL, REVIEWED)]], "1 feil i 1 avtale; 1 kan rettes med --fix --unsafe-fixes."),
        (
            [[found(FEIL, MEND), found(FEIL, REVIEWED)]],
            "2 feil i 1 avtale; 1 kan rettes med --fix; 1 til med --fix --unsafe-fixes.",
        ),
        ([[CHOSEN], []], "Ingen funn i 2 avtaler; 1 funn er satt til side med avvik."),
        (
            [[CHOSEN, CHOSEN, MISREAD]],
            "Ingen funn i 1 avtale; 2 funn er satt til side med avvik; 1 funn er satt til side som feillest.",
        ),
    ],
)
def test_the_last_line(files: list[list[Finding]], said: str) -> None:
    reports = (FileReport(f"{i}.yaml", SourceText(""), tuple(found)) for i, found in enumerate(files))
    assert summary(Report(tuple(reports), date(2026, 11, 22))) == said
