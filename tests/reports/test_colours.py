"""When the report has colours, which, and how wide a terminal makes it."""

import io
import os
import re
from datetime import date

import pytest

from avtalesjekk.findings import Deviation, FileReport, Finding, Related, Report
from avtalesjekk.reports import full
from avtalesjekk.reports.lines import coloured, width_of
from avtalesjekk.rules.rule import Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

TEXT = "tema: [bold]skole[/bold] \ntil: 2029\n"
RULE = Rule("MA003", "verdi", "Verdien er i formatets form", Level.FEIL, (), "")
ASIDE = Deviation("ja", None, None, misread=False)
REPORT = Report(
    (
        FileReport(
            "a.yaml",
            SourceText(TEXT),
            (
                Finding(
                    RULE,
                    Level.FEIL,
                    "«[red]» er galt",
                    "rett det",
                    "til",
                    Span(31, 35),
                    "",
                    (Related("se her", Span(6, 24)),),
                ),
                Finding(RULE, Level.ADVARSEL, "tvilsomt", "", "til", Span(31, 35), "til"),
                Finding(RULE, Level.MERKNAD, "vagt", "", "til", Span(0, 1), ""),
                Finding(RULE, Level.FEIL, "valgt", "", "til", Span(0, 1), "", deviation=ASIDE),
            ),
        ),
    ),
    date(2026, 11, 22),
)
COLOURED = """\
<1;31>feil[MA003]<0><1> «[red]» er galt<0>
<1;34> --> <0>a.yaml:2:6
<1;34>  |<0>
<1;34>1 | <0>tema: [bold]skole[/bold]
<1;34>  | <0>      <1;34>------------------ se her<0>
<1;34>2 | <0>til: 2029
<1;34>  | <0>     <1;31>^^^^<0>
<1;34>  = gjør: <0>rett det

<1;35>advarsel[MA003]<0><1> tvilsomt<0>
<1;34> --> <0>a.yaml:2:6
<1;34>  |<0>
<1;34>1 | <0>tema: [bold]skole[/bold]
<1;34>2 | <0>til: 2029
<1;34>  | <0>     <1;35>^^^^ til<0>

<1>merknad[MA003]<0> a.yaml:1:1: vagt

<1>avvik[MA003]<0> a.yaml:1:1: valgt. Begrunnelse: ja

<1>1 feil, 1 advarsel og 1 merknad i 1 avtale; 1 funn er satt til side med avvik.<0>
"""


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def told(stream: io.StringIO) -> str:
    full.report(REPORT, stream, show_deviations=True, quiet=False)
    return stream.getvalue()


def test_the_colours_are_those_that_can_be_read_on_light_and_on_dark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert told(Terminal()) == re.sub("<([0-9;]+)>", "\x1b[\\1m", COLOURED)


def test_without_colours_the_text_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert told(io.StringIO()) == re.sub("<[0-9;]+>", "", COLOURED)


@pytest.mark.parametrize(
    ("env", "where"),
    [
        ({}, "in a terminal"),
        ({"TERM": "dumb"}, "nowhere"),
        ({"TERM": ""}, "in a terminal"),
        ({"NO_COLOR": "1"}, "nowhere"),
        ({"NO_COLOR": "0"}, "nowhere"),
        ({"NO_COLOR": ""}, "in a terminal"),
        ({"FORCE_COLOR": "1"}, "everywhere"),
        ({"FORCE_COLOR": ""}, "in a terminal"),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, "everywhere"),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "nowhere"),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, "everywhere"),
    ],
)
def test_the_environment_is_obeyed(env: dict[str, str], where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    for stream in (Terminal(), io.StringIO()):
        wanted = where == "everywhere" or (where == "in a terminal" and stream.isatty())
        assert coloured(stream) == wanted
        assert ("\x1b" in told(stream)) == wanted


@pytest.mark.parametrize(("columns", "width"), [(0, 80), (20, 40), (40, 40), (57, 57), (120, 120), (250, 120)])
def test_the_report_is_as_wide_as_the_terminal(columns: int, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    assert width_of(Terminal()) == width
    monkeypatch.setenv("COLUMNS", "60")
    assert width_of(Terminal()) == 60


def test_what_is_too_wide_for_the_terminal_is_not_broken_by_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    finding = Finding(RULE, Level.MERKNAD, "x" * 50 + " [red]", "", "", Span(0, 0), "")
    stream = Terminal()
    files = (FileReport("a.yaml", SourceText(TEXT), (finding,)),)
    full.report(Report(files, date(2026, 11, 22)), stream, show_deviations=False, quiet=True)
    assert stream.getvalue() == f"\x1b[1mmerknad[MA003]\x1b[0m a.yaml:1:1:\n  {'x' * 50}\n  [red]\n"
