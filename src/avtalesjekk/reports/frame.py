"""A code frame: the rows of the file that a finding is about, with what it points at underlined."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from avtalesjekk.reports.lines import Line, Piece, cells, shown, wrap
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

GUTTER = "bold blue"
_JOINER = "\u200d"  # makes one emoji of two
_NEAR = 4  # how many times the columns there are room for are looked at, in characters, on each side of a mark
_WHOLE = 3  # so many rows are underlined whole; of a longer span the first and the last
_LABEL = 30  # a label that has no room beside its mark is not broken into lines narrower than this


class Mark(NamedTuple):
    """A stretch of the file to underline with `sign`, and what to say of it."""

    span: Span
    label: str
    sign: str
    style: str


def margin(source: SourceText, marks: Iterable[Mark]) -> int:
    """How many digits the numbers of a frame's rows take."""
    return len(str(max(_rows(source, mark.span)[-1] for mark in marks)))


def frame(source: SourceText, marks: tuple[Mark, ...], width: int) -> Iterator[Line]:
    """The rows with the marks, and the one before each, with their numbers; rows left out are shown by dots."""
    strokes = _strokes(source, marks)
    digits = margin(source, marks)
    room = width - digits - 3
    beside = Piece(f"{' ' * digits} | ", GUTTER)
    yield (beside,)
    before = 0
    for row in _shown_rows(source, marks):
        if before and row > before + 1:
            yield (Piece("...", GUTTER),)
        before = row
        line, waiting = source.line(row), strokes.get(row, [])
        while True:  # a row that is too wide for all its marks is shown again for those out of sight
            window = _window(line, waiting[0] if waiting else None, room)
            yield Piece(f"{row:>{digits}} | ", GUTTER), Piece(window.text)
            for stroke in filter(window.sees, waiting):
                yield from ((beside, *under) for under in _underline(window, stroke, room))
            waiting = [stroke for stroke in waiting if not window.sees(stroke)]
            if not waiting:
                break


def _rows(source: SourceText, span: Span) -> tuple[int, ...]:
    """The rows on which a span is underlined: all that are not empty, or of many the first and the last."""
    first, _ = source.row_column(span.start)
    last, _ = source.row_column(max(span.start, _end(source, span) - 1))
    between = range(first + 1, last) if last - first < _WHOLE else ()
    return (first, *(row for row in between if source.line(row).strip()), *((last,) if last > first else ()))


def _end(source: SourceText, span: Span) -> int:
    """Where a span ends when white space at its end is left out, unless it is nothing else."""
    length = len(source.text[span.start : span.end].rstrip())
    return span.start + length if length else span.end


def _shown_rows(source: SourceText, marks: Iterable[Mark]) -> list[int]:
    """The rows with marks, the one before each mark where something stands on it, and single rows between them."""
    rows: set[int] = set()
    for mark in marks:
        first, *rest = _rows(source, mark.span)
        rows.update((first, *rest))
        if first > 1 and source.line(first - 1).strip():
            rows.add(first - 1)
    rows |= {one + 1 for one, other in pairwise(sorted(rows)) if other == one + 2}
    return sorted(rows)


class _Stroke(NamedTuple):
    """The part of a mark that lies on one row, in characters of the row; the label stands at the last part."""

    start: int
    end: int
    label: str
    sign: str
    style: str


def _strokes(source: SourceText, marks: Iterable[Mark]) -> dict[int, list[_Stroke]]:
    """The strokes of each row, in the order of the marks."""
    strokes: dict[int, list[_Stroke]] = {}
    for mark in marks:
        rows = _rows(source, mark.span)
        for row in rows:
            line, begin = source.line(row), source.offset(row)
            start = min(mark.span.start - begin, len(line)) if row == rows[0] else len(line) - len(line.lstrip())
            end = min(_end(source, mark.span) - begin, len(line)) if row == rows[-1] else len(line.rstrip())
            label = mark.label if row == rows[-1] else ""
            strokes.setdefault(row, []).append(_Stroke(start, max(start, end), label, mark.sign, mark.style))
    return strokes


class _Cluster(NamedTuple):
    """What a terminal shows as one character: from where to where it stands in its row, and how it is shown."""

    start: int
    end: int
    text: str
    width: int


class _Window(NamedTuple):
    """The part of a row that is shown: from where to where in its characters, and how."""

    start: int
    end: int
    length: int  # of the whole row
    clusters: list[_Cluster]

    @property
    def text(self) -> str:
        """How it is shown."""
        inside = "".join(cluster.text for cluster in self.clusters)
        return f"{'…' if self.start else ''}{inside}{'…' if self.end < self.length else ''}"

    def sees(self, stroke: _Stroke) -> bool:
        """Whether the beginning of a stroke is in it."""
        return self.start <= stroke.start < self.end or stroke.start == self.end == self.length

    def columns(self, stroke: _Stroke) -> tuple[int, int]:
        """At which column a stroke begins, and over how many it goes."""
        before = sum(cluster.width for cluster in self.clusters if cluster.end <= stroke.start)
        inside = sum(cluster.width for cluster in self.clusters if cluster.start < stroke.end)
        return (self.start > 0) + before, max(1, inside - before)


def _window(line: str, stroke: _Stroke | None, room: int) -> _Window:
    """All of a row, or as much as there is room for around the beginning of a stroke."""
    at, to = (stroke.start, stroke.end) if stroke else (0, 0)
    clusters = list(_clusters(line, max(0, at - _NEAR * room), at + _NEAR * room))
    edges = [*(cluster.start for cluster in clusters), clusters[-1].end if clusters else 0]
    columns = [0, *accumulate(cluster.width for cluster in clusters)]
    beyond = stroke is not None and at == len(line)  # its sign stands after the last character

    def fits(first: int, last: int, room: int = room) -> bool:
        return columns[last] - columns[first] + (edges[first] > 0) + (edges[last] < len(line)) + beyond <= room

    final = len(clusters)
    first, wanted = max(bisect_right(edges, at) - 1, 0), min(bisect_left(edges, to), final)
    last = min(first + 1, final)
    if columns[first] <= room // 2 or fits(0, wanted, room * 3 // 4):
        first = 0  # a row is read from its beginning, where that leaves something to see on the other side
    while last < wanted and fits(first, last + 1, room - (room // 4 if first else 0)):
        last += 1
    grown = True
    while grown:
        grown = False
        if first > 0 and fits(first - 1, last):
            first, grown = first - 1, True
        if last < final and fits(first, last + 1):
            last, grown = last + 1, True
    return _Window(edges[first], edges[last], len(line), clusters[first:last])


def _clusters(line: str, start: int, end: int) -> Iterator[_Cluster]:
    """The clusters of a part of a row: each a character with the combining ones after it and what is joined to it."""
    begin, end = start, min(end, len(line))
    for after in range(start + 1, end + 1):
        if after == end or _begins(line, after):
            text = shown(line[begin:after])
            yield _Cluster(begin, after, text, cells(text))
            begin = after


def _begins(line: str, at: int) -> bool:
    """Whether a character takes room of its own, and is not joined to the one before it."""
    escaped = shown(line[at]) != line[at]
    return escaped or (line[at - 1] != _JOINER and cells(line[at]) > 0)


def _underline(window: _Window, stroke: _Stroke, room: int) -> Iterator[Line]:
    """A stroke below its row with its label beside it, or below it where there is too little room."""
    start, length = window.columns(stroke)
    under = (Piece(" " * start), Piece(stroke.sign * length, stroke.style))
    label = cells(stroke.label)
    if not label or start + length + 1 + label <= room:
        yield (*under, Piece(f" {stroke.label}", stroke.style))
        return
    yield under
    longest = max(map(cells, stroke.label.split(" ")))
    indent = (Piece(" " * max(0, min(start, room - max(longest, min(label, _LABEL))))),)
    yield from wrap((Piece(stroke.label, stroke.style),), room, indent, indent)
