"""The report for a person: every feil and advarsel with its place in the file, merknader in a line each."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.reports.frame import GUTTER, Mark, frame, margin
from avtalesjekk.reports.lines import Line, Piece, width_of, wrap, write
from avtalesjekk.reports.summary import summary
from avtalesjekk.rules.rule import Level
from avtalesjekk.terminal import printable

MOST_OF_A_FILE = 100
# Yellow, cyan and green cannot be read on a light background; what does not need a colour is bold.
_STYLES = {Level.FEIL: "bold red", Level.ADVARSEL: "bold magenta", Level.MERKNAD: "bold"}
_INDENT = (Piece("  "),)


def report(found: Report, stream: TextIO, *, show_deviations: bool, quiet: bool) -> None:
    """Write the report to a stream."""
    width = width_of(stream)
    blocks = (block for file in found.files for block in _file(file, width, show_deviations=show_deviations))
    end = () if quiet else (wrap((Piece(summary(found), "bold"),), width),)
    write(_apart((*blocks, *end)), stream)


def _apart(blocks: Iterable[Iterable[Line]]) -> Iterator[Line]:
    """The lines of blocks, an empty one between two."""
    for i, block in enumerate(blocks):
        if i:
            yield ()
        yield from block


def _file(file: FileReport, width: int, *, show_deviations: bool) -> Iterator[Iterable[Line]]:
    """The blocks of one file: each finding that is shown whole, the merknader together, the deviations together."""
    active = sorted(file.active, key=lambda finding: finding.level is Level.MERKNAD)
    shown = active[:MOST_OF_A_FILE]
    yield from (_whole(file, finding, width) for finding in shown if finding.level is not Level.MERKNAD)
    if remarks := [finding for finding in shown if finding.level is Level.MERKNAD]:
        yield (line for finding in remarks for line in _remark(file, finding, width))
    if more := len(active) - len(shown):
        text = f"{printable(file.filename)}: {more} funn til; `--output-format concise` viser alle"
        yield wrap((Piece(text, "bold"),), width, rest=_INDENT)
    if show_deviations and file.set_aside:
        yield (line for finding in file.set_aside for line in _deviation(file, finding, width))


def _whole(file: FileReport, finding: Finding, width: int) -> Iterator[Line]:
    style = _STYLES[finding.level]
    marks = (
        Mark(finding.span, printable(finding.label), "^", style),
        *(Mark(note.span, printable(note.message), "-", GUTTER) for note in finding.related if note.span is not None),
    )
    side = " " * margin(file.source, marks)
    head = Piece(f"{finding.level.word}[{finding.rule.code}]", style)
    yield from wrap((head, Piece(f" {printable(finding.message)}", "bold")), width, rest=_INDENT)
    yield Piece(f"{side}--> ", GUTTER), Piece(_place(file, finding))
    yield from frame(file.source, marks, width)
    for word, text in _beside(finding):
        first = (Piece(f"{side} = {word}: ", GUTTER),)
        yield from wrap((Piece(printable(text)),), width, first, (Piece(" " * len(first[0].text)),))


def _beside(finding: Finding) -> Iterator[tuple[str, str]]:
    """What stands below the frame, each with the word before it."""
    for note in finding.related:
        if note.span is None:
            yield "merk", note.message
    if finding.help:
        yield "gjør", finding.help
    if finding.norm:
        from avtalesjekk.norms import norms  # noqa: PLC0415 (most agreements rest on none)

        norm = norms()[finding.norm]
        yield "norm", f"{norm.nr} ({norm.place}): {norm.tekst}"


def _remark(file: FileReport, finding: Finding, width: int) -> Iterator[Line]:
    help_ = f" ({finding.help})" if finding.help else ""
    yield from _folded(f"merknad[{finding.rule.code}]", f"{_place(file, finding)}: {finding.message}{help_}", width)


def _deviation(file: FileReport, finding: Finding, width: int) -> Iterator[Line]:
    if (deviation := finding.deviation) is None:
        return
    word = "feillest" if deviation.misread else "avvik"
    approved = f" (godkjent av {deviation.approved_by})" if deviation.approved_by else ""
    said = f"{_place(file, finding)}: {finding.message}. Begrunnelse: {deviation.reason}{approved}"
    yield from _folded(f"{word}[{finding.rule.code}]", said, width)


def _folded(head: str, text: str, width: int) -> Iterator[Line]:
    """A finding without its frame, in a line or as few as there is room for."""
    yield from wrap((Piece(head, "bold"), Piece(f" {printable(text)}")), width, rest=_INDENT)


def _place(file: FileReport, finding: Finding) -> str:
    row, column = file.source.row_column(finding.span.start)
    return f"{printable(file.filename)}:{row}:{column}"
