"""Runs to write reports of: the bad examples of the rules, agreements by their text, and any texts at all."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TextIO

from hypothesis import strategies as st

from avtalesjekk.findings import Deviation, Edit, FileReport, Finding, Fix, Related, Report
from avtalesjekk.linting import Input, lint
from avtalesjekk.rules.catalogue import BY_CODE, RULES
from avtalesjekk.rules.rule import Level
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

TODAY = date(2026, 11, 22)
EXAMPLES = {
    f"tests/rules/{rule.code}/feil.yaml": (Path(__file__).parents[1] / "rules" / rule.code / "feil.yaml").read_bytes()
    for rule in RULES
}


def linted(files: dict[str, bytes], codes: frozenset[str] = frozenset(BY_CODE)) -> Report:
    return lint([Input.named(name, data) for name, data in files.items()], TODAY, codes)


def written(write: Callable[[Report, TextIO], None], found: Report) -> str:
    stream = io.StringIO()
    write(found, stream)
    return stream.getvalue()


_FRAGMENTS = (
    *("::error::", "::stop-commands::x", "\n::set-env name=A::b", "\r::notice::", "##[add-mask]x", "###[group]", "::"),
    *("]]>", "<script>alert(1)</script>", "<!--", "&lt;", "&#60;", "%0A", "%0D", "%25", "%3A", ",title=x", "=", "%"),
    *("\r\n", "\n", "\t", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ufffe", "\uffff", "\ud800", "\udcff"),
    *("![x](https://x.no/y.png)", "[x](javascript:a)", "<https://x.no>", "https://x.no", "www.x.no", "a@b.no", "\\"),
    *("@someone", "#123", "o/r#1", "GH-1", "CVE-2020-1234", ":smile:", "a5c3785ed8d6a35868bc169f07e40e889087fd2e"),
    *("|", "`", "``", "**x**", "~~x~~", "{0}", "{", "}", "../", "/", " ", "å", "😀", "\n\n# x", "- ", "$x$"),
)
texts = st.lists(st.sampled_from(_FRAGMENTS) | st.characters(codec=None, exclude_categories=()), max_size=5).map(
    "".join
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return Span(start, end)


@st.composite
def findings(draw: st.DrawFn, text: str) -> Finding:
    place = spans(text)
    return Finding(
        rule=draw(st.sampled_from(RULES)),
        level=draw(st.sampled_from(Level)),
        message=draw(texts),
        help=draw(texts),
        path=draw(texts),
        span=draw(place),
        label=draw(texts),
        related=tuple(draw(st.lists(st.builds(Related, texts, st.none() | place), max_size=2))),
        fix=draw(
            st.none()
            | st.builds(Fix, texts, st.booleans(), st.lists(st.builds(Edit, place, texts), max_size=2).map(tuple))
        ),
        today=draw(st.booleans()),
        deviation=draw(st.none() | st.builds(Deviation, texts, st.none() | texts, st.none(), st.booleans())),
        norm=draw(st.sampled_from([None, "N36", "N79"])),
    )


@st.composite
def file_reports(draw: st.DrawFn) -> FileReport:
    text = draw(texts)
    return FileReport(draw(texts), SourceText(text), tuple(draw(st.lists(findings(text), max_size=3))))


reports = st.lists(file_reports(), max_size=2).map(lambda files: Report(tuple(files), TODAY))


def _agreement(text: str) -> bytes:
    quoted = json.dumps(text)
    return (
        f"format: 1\ntema: {quoted}\nparter: [{quoted}, KS]\n{json.dumps(text + '0')}: 1\nstatus: {quoted}\n"
        f"varighet: {{til: {quoted}}}\nforpliktelser: {{ks: [{quoted}, 'KS skal {text}']}}\n"
    ).encode(errors="replace")


linted_texts = st.builds(lambda text, name: linted({name: _agreement(text)}), texts, texts)


def example() -> Report:
    """A run with a finding of every kind, of a file below the working folder, and a file without any."""
    text = "format: 1\ntema: 한 svømming\nvarighet:\n  til: 2029\n  tekst: |\n    søke å\n    lære\n"

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    year = at("2029")
    late = Finding(
        BY_CODE["MA503"],
        Level.FEIL,
        "avtalen varer til «2029»",
        "la den slutte før, 100 % sikkert: 2028",
        "varighet.til",
        year,
        "varighet.til",
        (Related("om temaet", at("svømming")), Related("en annen avtale", None)),
        Fix("Skriv «2028»", safe=False, edits=(Edit(year, "2028"),)),
        norm="N36",
    )
    deviation = Deviation("Slik vil {partene} ha det.\n", "4. konsultasjonsmøte 2026", None, misread=False)
    of_file = (
        Finding(BY_CODE["MA005"], Level.MERKNAD, "x | *y*", "", "tema", at("svømming"), "", deviation=deviation),
        Finding(BY_CODE["MA006"], Level.MERKNAD, "temaet er «한»", "skriv [det] @slik", "tema", at("한"), "tema"),
        late,
        Finding(BY_CODE["MA203"], Level.ADVARSEL, "plikten er vag", "", "varighet.tekst", at("å\n    lære"), ""),
    )
    clean = FileReport("b.yaml", SourceText(""), ())
    return Report((FileReport("./avtaler/å, 1.yaml", SourceText(text), of_file), clean), TODAY)


def expected(name: str) -> str:
    return (Path(__file__).parent / "expected" / name).read_text(encoding="utf-8")
