"""The report for programs."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.findings import Deviation, Edit, FileReport, Finding, Fix, Related, Report
from avtalesjekk.reports import json as report
from avtalesjekk.rules.rule import Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText
from avtalesjekk.terminal import printable

ASKS = Rule("MA503", "utover-stortingsperioden", "Avtalen varer ikke lenger", Level.FEIL, ("N37", "N36"), "")
FORMAT = Rule("MA003", "verdi", "Verdien er i formatets form", Level.FEIL, (), "")
TEXT = "tema: 한 e\u0301 på\r\ntil: 2029\r\n"

WHOLE = """\
[
  {
    "code": "MA503",
    "name": "utover-stortingsperioden",
    "level": "feil",
    "message": "avtalen varer til «2029»",
    "help": "la den slutte før",
    "filename": "avtaler/æ.yaml",
    "location": {
      "row": 2,
      "column": 6
    },
    "end_location": {
      "row": 2,
      "column": 10
    },
    "path": "varighet.til",
    "norm": {
      "id": "N36",
      "chapter": "4.2"
    },
    "related": [
      {
        "message": "undertegnet her",
        "location": {
          "row": 1,
          "column": 12
        }
      },
      {
        "message": "en annen avtale",
        "location": null
      }
    ],
    "fix": {
      "message": "Skriv «2028»",
      "applicability": "unsafe",
      "edits": [
        {
          "content": "2028",
          "location": {
            "row": 2,
            "column": 6
          },
          "end_location": {
            "row": 2,
            "column": 10
          }
        }
      ]
    },
    "avvik": null
  },
  {
    "code": "MA003",
    "name": "verdi",
    "level": "merknad",
    "message": "filen slutter her",
    "help": "",
    "filename": "b.yaml",
    "location": {
      "row": 3,
      "column": 1
    },
    "end_location": {
      "row": 3,
      "column": 1
    },
    "path": "",
    "norm": null,
    "related": [],
    "fix": null,
    "avvik": {
      "begrunnelse": "Slik vil partene ha det.",
      "godkjent_av": "4. konsultasjonsmøte 2026",
      "til": "2028-12-31",
      "feillest": false
    }
  }
]
"""


def told(*files: FileReport) -> str:
    stream = io.StringIO()
    report.report(Report(files, date(2026, 11, 22)), stream)
    return stream.getvalue()


def test_all_of_it() -> None:
    year = Span(TEXT.index("2029"), TEXT.index("2029") + 4)
    late = Finding(
        ASKS,
        Level.FEIL,
        "avtalen varer til «2029»",
        "la den slutte før",
        "varighet.til",
        year,
        "varighet.til",
        (Related("undertegnet her", Span(11, 13)), Related("en annen avtale", None)),
        Fix("Skriv «2028»", safe=False, edits=(Edit(year, "2028"),)),
        norm="N36",
    )
    deviation = Deviation("Slik vil partene ha det.", "4. konsultasjonsmøte 2026", date(2028, 12, 31), misread=False)
    end = Span(len(TEXT), len(TEXT))
    aside = Finding(FORMAT, Level.MERKNAD, "filen slutter her", "", "", end, "", deviation=deviation)
    files = (FileReport("avtaler/æ.yaml", SourceText(TEXT), (late,)), FileReport("b.yaml", SourceText(TEXT), (aside,)))
    assert told(*files) == WHOLE


def test_a_safe_mend_and_what_the_tool_misread() -> None:
    misread = Deviation("Verktøyet tar feil.", None, None, misread=True)
    mend = Fix("Skriv «x»", safe=True, edits=())
    finding = Finding(FORMAT, Level.FEIL, "m", "", "", Span(0, 0), "", (), mend, deviation=misread)
    (data,) = json.loads(told(FileReport("a.yaml", SourceText(""), (finding,))))
    assert data["fix"] == {"message": "Skriv «x»", "applicability": "safe", "edits": []}
    avvik = {"begrunnelse": "Verktøyet tar feil.", "godkjent_av": None, "til": None, "feillest": True}
    assert data["avvik"] == avvik


@pytest.mark.parametrize("files", [(), (FileReport("a.yaml", SourceText(""), ()),)])
def test_nothing_found_is_an_empty_array(files: tuple[FileReport, ...]) -> None:
    assert told(*files) == "[]\n"


def named(name: str) -> str:
    finding = Finding(FORMAT, Level.FEIL, name, "", "", Span(0, 0), "")
    return told(FileReport(name, SourceText(""), (finding,)))


def test_what_could_steer_a_terminal_is_escaped_and_still_means_the_same() -> None:
    name = 'æ\x1b[31m\n\x7f\x9b\u202e\u2066한\u200e😀\\u202e"\t'
    text = named(name)
    assert '"æ\\u001b[31m\\n\\u007f\\u009b\\u202e\\u2066한\\u200e😀\\\\u202e\\"\\t"' in text
    assert printable(text, keep="\n") == text
    assert json.loads(text)[0]["filename"] == json.loads(text)[0]["message"] == name


def test_a_lone_surrogate_is_written_as_it_is_shown_elsewhere() -> None:
    assert json.loads(named("fil\udcff\ud800.yaml"))[0]["filename"] == "fil\\udcff\\ud800.yaml"


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_it_is_valid_in_utf_8_whatever_the_names_are(name: str) -> None:
    data = json.loads(named(name).encode())
    assert data[0]["filename"] == "".join(printable(c) if "\ud800" <= c <= "\udfff" else c for c in name)
