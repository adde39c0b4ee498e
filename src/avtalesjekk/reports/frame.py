"""A code frame: the lines of the file that a finding is about, with what it points at underlined."""

from collections.abc import Iterator
from typing import NamedTuple

from avtalesjekk.reports.lines import Line, Piece, cells, shown, wrap
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

_GUTTER = "blue"


class Mark(NamedTuple):
    """A stretch of the file to underline with `sign`, and what to say of it."""

    span: Span
    label: str
    sign: str
    style: str


def frame(source: SourceText, marks: tuple[Mark, ...], width: int) -> Iterator[Line]:
    """The lines with the marks, and one before each, each with its number; a gap is shown by dots."""
    by_row: dict[int, list[Mark]] = {}
    for mark in marks:
        by_row.setdefault(source.row_column(mark.span.start)[0], []).append(mark)
    rows = sorted(
        {near for row in by_row for near in (row - 1, row) if near >= 1 and (near == row or source.line(near).strip())}
    )
    digits = len(str(rows[-1]))
    room = width - digits - 3
    before = rows[0] - 1
    yield (Piece(f"{' ' * digits} |", _GUTTER),)
    for row in rows:
        if row > before + 1:
            yield (Piece(f"{'.' * min(3, digits + 1):>{digits}}", _GUTTER),)
        before = row
        here = by_row.get(row, [])
        line, first, last = _window(source, row, here, room)
        yield Piece(f"{row:>{digits}} | ", _GUTTER), Piece(line)
        for mark in here:
            start, end = _columns(source, row, mark.span, first, last)
            under = Piece(" " * start + mark.sign * max(1, end - start), mark.style)
            beside = room - start - max(1, end - start) - 1
            gutter = Piece(f"{' ' * digits} | ", _GUTTER)
            if not mark.label or cells(mark.label) <= beside:
                yield gutter, under, Piece(f" {mark.label}", mark.style)
            else:
                yield gutter, under
                for part in wrap((Piece(mark.label, mark.style),), room, 0):
                    yield (gutter, *part)


def _window(source: SourceText, row: int, marks: list[Mark], room: int) -> tuple[str, int, int]:
    """A row as it is shown, from which to which of its characters; if too wide, the part with the first mark."""
    line = source.line(row)
    widths = [cells(shown(character)) for character in line]
    if sum(widths) <= room:
        return "".join(map(shown, line)), 0, len(line)
    column = source.row_column(marks[0].span.start)[1] - 1 if marks else 0
    first = column
    left = room // 3
    while first > 0 and left >= widths[first - 1]:
        first -= 1
        left -= widths[first]
    last, left = first, room - 2
    while last < len(line) and left >= widths[last]:
        left -= widths[last]
        last += 1
    text = "".join(map(shown, line[first:last]))
    return f"{'…' if first else ''}{text}{'…' if last < len(line) else ''}", first, last


def _columns(source: SourceText, row: int, span: Span, first: int, last: int) -> tuple[int, int]:
    """The columns of the shown row from which and to which a span goes; a span over several rows ends with this one."""
    begin = source.offset(row)
    line = source.line(row)
    start = min(max(span.start - begin, first), last)
    end = min(max(span.end - begin, start), last, len(line))
    cut = 1 if first else 0
    return (
        cut + sum(cells(shown(c)) for c in line[first:start]),
        cut + sum(cells(shown(c)) for c in line[first:end]),
    )
