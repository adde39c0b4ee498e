"""A line a finding."""

import io
from datetime import date

from avtalesjekk.findings import Deviation, FileReport, Finding, Report
from avtalesjekk.reports import concise
from avtalesjekk.rules.rule import Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

RULE = Rule("MA003", "verdi", "Verdien er i formatets form", Level.FEIL, ("N34",), "")
TEXT = "tema: 한국 på norsk\r\n\ttil: 2029\r\n"


def told(*files: FileReport) -> str:
    stream = io.StringIO()
    concise.report(Report(files, date(2026, 11, 22)), stream)
    return stream.getvalue()


def finding(level: Level, message: str, help_: str, start: int, deviation: Deviation | None = None) -> Finding:
    return Finding(RULE, level, message, help_, "til", Span(start, start + 1), "til", deviation=deviation)


def test_each_finding_is_a_line_with_row_column_level_code_and_what_to_do() -> None:
    aside = Deviation("slik vil vi ha det", None, None, misread=False)
    first = FileReport(
        "avtaler/a.yaml",
        SourceText(TEXT),
        (
            finding(Level.FEIL, "temaet er på to språk", "velg ett", TEXT.index("på")),
            finding(Level.MERKNAD, "satt til side", "", 0, aside),
            finding(Level.ADVARSEL, "året er langt fram", "", TEXT.index("2029")),
            finding(Level.MERKNAD, "filen slutter her", "skriv mer", len(TEXT)),
        ),
    )
    clean = FileReport("avtaler/b.yaml", SourceText(""), ())
    last = FileReport("avtaler/c.yaml", SourceText(""), (finding(Level.FEIL, "filen er tom", "", 0),))
    assert told(first, clean, last) == (
        "avtaler/a.yaml:1:10: feil MA003 temaet er på to språk (velg ett)\n"
        "avtaler/a.yaml:2:7: advarsel MA003 året er langt fram\n"
        "avtaler/a.yaml:3:1: merknad MA003 filen slutter her (skriv mer)\n"
        "avtaler/c.yaml:1:1: feil MA003 filen er tom\n"
    )


def test_nothing_found_is_nothing_said() -> None:
    assert told(FileReport("a.yaml", SourceText("a: 1"), ())) == ""


def test_it_stays_a_line_whatever_the_names_and_values_are() -> None:
    nasty = "«\x1b[31m\r\n\u202e\x9b\udcff»"
    shown = "«\\x1b[31m\\r\\n\\u202e\\x9b\\udcff»"
    said = told(FileReport(f"{nasty}.yaml", SourceText("a: 1"), (finding(Level.FEIL, nasty, nasty, 0),)))
    assert said == f"{shown}.yaml:1:1: feil MA003 {shown} ({shown})\n"
