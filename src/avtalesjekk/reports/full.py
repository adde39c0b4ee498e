"""The report for a person: every feil and advarsel with its place in the file, merknader in a line each."""

from collections.abc import Iterator
from typing import TextIO

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.norms import norms
from avtalesjekk.reports.frame import Mark, frame
from avtalesjekk.reports.lines import Line, Piece, width_of, wrap, write
from avtalesjekk.reports.summary import summary
from avtalesjekk.rules.rule import Level
from avtalesjekk.terminal import printable

MOST_OF_A_FILE = 100
_STYLES = {Level.FEIL: "bold red", Level.ADVARSEL: "bold yellow", Level.MERKNAD: "bold cyan"}
_SIDE = "blue"


def report(found: Report, stream: TextIO, *, show_deviations: bool, quiet: bool) -> None:
    """Write the report to a stream."""
    width = width_of(stream)
    write(_lines(found, width, show_deviations=show_deviations, quiet=quiet), stream)


def _lines(found: Report, width: int, *, show_deviations: bool, quiet: bool) -> Iterator[Line]:
    for file in found.files:
        yield from _file(file, width)
        if show_deviations:
            for finding in file.set_aside:
                yield from _deviation(file, finding, width)
    if not quiet:
        yield from wrap((Piece(summary(found), "bold"),), width, 0)


def _file(file: FileReport, width: int) -> Iterator[Line]:
    shown = sorted(file.active, key=lambda finding: finding.level is Level.MERKNAD)[:MOST_OF_A_FILE]
    for finding in shown:
        yield from _remark(file, finding, width) if finding.level is Level.MERKNAD else _whole(file, finding, width)
    if shown and shown[-1].level is Level.MERKNAD:
        yield ()
    if more := len(file.active) - len(shown):
        text = f"{printable(file.filename)}: {more} funn til; `--output-format concise` viser alle"
        yield from wrap((Piece(text, "bold"),), width, 2)
        yield ()


def _whole(file: FileReport, finding: Finding, width: int) -> Iterator[Line]:
    style = _STYLES[finding.level]
    row, column = file.source.row_column(finding.span.start)
    yield from wrap((Piece(_head(finding), style), Piece(f" {printable(finding.message)}", "bold")), width, 2)
    yield Piece("  --> ", _SIDE), Piece(f"{printable(file.filename)}:{row}:{column}")
    placed = [note for note in finding.related if note.span is not None]
    marks = (
        Mark(finding.span, printable(finding.label), "^", style),
        *(Mark(note.span, printable(note.message), "-", _SIDE) for note in placed if note.span is not None),
    )
    yield from frame(file.source, marks, width)
    for note in finding.related:
        if note.span is None:
            yield from _beside("merk", note.message, width)
    if finding.help:
        yield from _beside("gjør", finding.help, width)
    if finding.rule.norms:
        norm = norms()[finding.rule.norms[0]]
        yield from _beside("norm", f"{norm.nr} ({norm.place}): {norm.tekst}", width)
    yield ()


def _remark(file: FileReport, finding: Finding, width: int) -> Iterator[Line]:
    row, column = file.source.row_column(finding.span.start)
    yield from wrap(
        (
            Piece(_head(finding), _STYLES[finding.level]),
            Piece(f" {printable(file.filename)}:{row}:{column}: {printable(finding.message)}"),
        ),
        width,
        2,
    )


def _deviation(file: FileReport, finding: Finding, width: int) -> Iterator[Line]:
    row, column = file.source.row_column(finding.span.start)
    deviation = finding.deviation
    if deviation is None:
        return
    word = "feillest" if deviation.misread else "avvik"
    approved = f" (godkjent av {deviation.approved_by})" if deviation.approved_by else ""
    said = f" {file.filename}:{row}:{column}: {finding.message}. Begrunnelse: {deviation.reason}{approved}"
    yield from wrap(
        (Piece(f"{word}[{finding.rule.code}]", "green"), Piece(printable(" ".join(said.split(" "))))), width, 2
    )


def _beside(word: str, text: str, width: int) -> Iterator[Line]:
    yield from wrap((Piece(f"  = {word}:", _SIDE), Piece(f" {printable(text)}")), width, 4)


def _head(finding: Finding) -> str:
    return f"{finding.level.word}[{finding.rule.code}]"
