"""The report for a person, whole."""

import io
from datetime import date

import pytest

from avtalesjekk.findings import Deviation, Edit, FileReport, Finding, Fix, Related, Report
from avtalesjekk.reports import full
from avtalesjekk.rules.rule import Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

ASKS = Rule("MA504", "oppsigelse", "Avtalen kan sies opp", Level.FEIL, ("N76", "N34"), "")
FORMAT = Rule("MA003", "verdi", "Verdien er i formatets form", Level.ADVARSEL, (), "")
HINT = Rule("MA404", "oppfølging", "Avtalen har oppfølging", Level.MERKNAD, ("N55",), "")

AGREEMENT = """\
format: 1
tema: bosetting

varighet:
  til: 2029-12-31

underskrifter:
  # i Oslo
  dato: 2026-11-22
"""


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


def told(*files: FileReport, show_deviations: bool = False, quiet: bool = False) -> str:
    stream = io.StringIO()
    full.report(Report(files, date(2026, 11, 22)), stream, show_deviations=show_deviations, quiet=quiet)
    return stream.getvalue()


def file(text: str, *findings: Finding, name: str = "avtaler/a.yaml") -> FileReport:
    return FileReport(name, SourceText(text), findings)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


NOTICE = Finding(
    ASKS,
    Level.FEIL,
    "avtalen sier ikke at den kan sies opp",
    "skriv «oppsigelse:» med en frist, som «3 måneder», under «varighet»",
    "varighet.oppsigelse",
    at(AGREEMENT, "varighet"),
    "varighet.oppsigelse mangler",
    (
        Related("undertegnet her", at(AGREEMENT, "2026-11-22")),
        Related("«bosetting-2022» kunne sies opp", None),
    ),
    norm="N34",
)
DATE = Finding(
    FORMAT,
    Level.ADVARSEL,
    "året «2029» er langt fram",
    "",
    "varighet.til",
    at(AGREEMENT, "2029-12-31"),
    "varighet.til",
    fix=Fix("Skriv «2028-12-31»", safe=False, edits=(Edit(at(AGREEMENT, "2029"), "2028"),)),
)
FOLLOWED = Finding(HINT, Level.MERKNAD, "avtalen har ingen oppfølging", "før den opp", "organisering", Span(0, 6), "")
TITLE = Finding(
    HINT,
    Level.MERKNAD,
    "temaet «bosetting» er knapt",
    "skriv «bosetting av flyktninger»",
    "tema",
    at(AGREEMENT, "bosetting"),
    "tema",
    fix=Fix("Skriv «bosetting av flyktninger»", safe=True, edits=(Edit(at(AGREEMENT, "bosetting"), "b"),)),
)

AT_80 = """\
feil[MA504] avtalen sier ikke at den kan sies opp
 --> avtaler/a.yaml:4:1
  |
4 | varighet:
  | ^^^^^^^^ varighet.oppsigelse mangler
...
8 |   # i Oslo
9 |   dato: 2026-11-22
  |         ---------- undertegnet her
  = merk: «bosetting-2022» kunne sies opp
  = gjør: skriv «oppsigelse:» med en frist, som «3 måneder», under «varighet»
  = norm: N34 (rapporten, kapittel 4.2): Alle avtaler må kunne sies opp når de
          ikke lenger er i samsvar med det som prioriteres politisk.

advarsel[MA003] året «2029» er langt fram
 --> avtaler/a.yaml:5:8
  |
4 | varighet:
5 |   til: 2029-12-31
  |        ^^^^^^^^^^ varighet.til

merknad[MA404] avtaler/a.yaml:1:1: avtalen har ingen oppfølging (før den opp)
merknad[MA404] avtaler/a.yaml:2:7: temaet «bosetting» er knapt (skriv «bosetting
  av flyktninger»)

feil[MA003] filen er tom
 --> avtaler/b.yaml:1:1
  |
1 |
  | ^

2 feil, 1 advarsel og 2 merknader i 3 avtaler; 1 av avtalene er uten funn; 1 kan
rettes med --fix; 1 til med --fix --unsafe-fixes.
"""
AT_40 = """\
feil[MA504] avtalen sier ikke at den kan
  sies opp
 --> avtaler/a.yaml:4:1
  |
4 | varighet:
  | ^^^^^^^^ varighet.oppsigelse mangler
...
8 |   # i Oslo
9 |   dato: 2026-11-22
  |         ---------- undertegnet her
  = merk: «bosetting-2022» kunne sies
          opp
  = gjør: skriv «oppsigelse:» med en
          frist, som «3 måneder», under
          «varighet»
  = norm: N34 (rapporten, kapittel 4.2):
          Alle avtaler må kunne sies opp
          når de ikke lenger er i
          samsvar med det som
          prioriteres politisk.

1 feil i 1 avtale.
"""


def test_everything_at_80_columns() -> None:
    empty = Finding(FORMAT, Level.FEIL, "filen er tom", "", "", Span(0, 0), "")
    files = (
        file(AGREEMENT, FOLLOWED, TITLE, NOTICE, DATE),
        file("", empty, name="avtaler/b.yaml"),
        file(AGREEMENT, name="avtaler/c.yaml"),
    )
    assert told(*files) == AT_80


@pytest.mark.parametrize("columns", ["40", "39", "1"])
def test_the_narrowest_window_is_40_columns(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert told(file(AGREEMENT, NOTICE)) == AT_40


@pytest.mark.parametrize("columns", [None, "", "0", "-5", "tull", "9" * 5000, "120", "400"])
def test_the_widest_is_120_and_so_it_is_where_no_width_is_known(
    columns: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS")
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr("sys.__stdout__", None)
    long = Finding(FORMAT, Level.MERKNAD, "o " * 200, "", "", Span(0, 0), "")
    assert max(map(len, told(file("a: 1", long)).splitlines())) == 120


@pytest.mark.parametrize(
    ("findings", "last"), [((), "Ingen funn i 1 avtale.\n"), ((FOLLOWED,), "1 merknad i 1 avtale.\n")]
)
def test_quiet_leaves_out_the_last_line_and_the_empty_one_before_it(findings: tuple[Finding, ...], last: str) -> None:
    agreement = file(AGREEMENT, *findings)
    lines = told(agreement, quiet=True)
    assert told(agreement) == (f"{lines}\n{last}" if findings else last)
    assert lines == (
        "merknad[MA404] avtaler/a.yaml:1:1: avtalen har ingen oppfølging (før den opp)\n" if findings else ""
    )


def test_after_100_findings_of_a_file_it_says_how_many_more_there_are() -> None:
    findings = (*[FOLLOWED] * 60, *[DATE] * 70)
    shown = told(file(AGREEMENT, *findings), file(AGREEMENT, *[FOLLOWED] * 100, name="b.yaml"))
    assert shown.count("advarsel[MA003]") == 70
    assert shown.count("merknad[MA404] avtaler/a.yaml") == 30
    assert shown.count("merknad[MA404] b.yaml") == 100
    assert "\n\navtaler/a.yaml: 30 funn til; `--output-format concise` viser alle\n\nmerknad" in shown
    assert shown.count("funn til") == 1
    assert shown.endswith(
        "\n70 advarsler og 160 merknader i 2 avtaler; ingen av avtalene er uten funn; 70\n"
        "kan rettes med --fix --unsafe-fixes.\n"
    )


SET_ASIDE = """\
merknad[MA404] avtaler/a.yaml:1:1: avtalen har ingen oppfølging (før den opp)

avvik[MA504] avtaler/a.yaml:4:1: avtalen sier ikke at den kan sies opp.
  Begrunnelse: Staten\\nog KS vil det. (godkjent av 4. konsultasjonsmøte 2026)
feillest[MA003] avtaler/a.yaml:5:8: året «2029» er langt fram. Begrunnelse:
  Datoen er rett.
"""


def test_what_deviations_set_aside_is_shown_when_asked_for() -> None:
    chosen = Deviation("Staten\nog KS vil det.", "4. konsultasjonsmøte 2026", None, misread=False)
    misread = Deviation("Datoen er rett.", None, date(2028, 1, 1), misread=True)
    agreement = file(AGREEMENT, FOLLOWED, aside(NOTICE, chosen), aside(DATE, misread))
    assert told(agreement, show_deviations=True, quiet=True) == SET_ASIDE
    assert told(agreement, quiet=True) == SET_ASIDE.partition("\n\n")[0] + "\n"


def aside(finding: Finding, deviation: Deviation) -> Finding:
    return Finding(
        finding.rule, finding.level, finding.message, finding.help, finding.path, finding.span, "", deviation=deviation
    )


def test_what_reaches_the_terminal_is_escaped() -> None:
    text = "tema: \x1b[31mrød\u202e\x9b\n"
    nasty = "«\x1b[2J\u202e\n»\udcff"
    finding = Finding(
        FORMAT,
        Level.FEIL,
        nasty,
        nasty,
        "",
        at(text, "rød"),
        nasty,
        (Related(nasty, at(text, "tema")), Related(nasty, None)),
    )
    assert told(file(text, finding, name="a\n\x1b\udcff.yaml"), quiet=True) == (
        "feil[MA003] «\\x1b[2J\\u202e\\n»\\udcff\n"
        " --> a\\n\\x1b\\udcff.yaml:1:12\n"
        "  |\n"
        "1 | tema: \\x1b[31mrød\\u202e\\x9b\n"
        "  |               ^^^ «\\x1b[2J\\u202e\\n»\\udcff\n"
        "  | ---- «\\x1b[2J\\u202e\\n»\\udcff\n"
        "  = merk: «\\x1b[2J\\u202e\\n»\\udcff\n"
        "  = gjør: «\\x1b[2J\\u202e\\n»\\udcff\n"
    )
    remark = Finding(FORMAT, Level.MERKNAD, nasty, "", "", Span(0, 0), "")
    assert (
        told(file(text, remark, name="\x1b"), quiet=True) == "merknad[MA003] \\x1b:1:1: «\\x1b[2J\\u202e\\n»\\udcff\n"
    )
    assert "\n\\x1b: 1 funn til;" in told(file(text, *[remark] * 101, name="\x1b"))
