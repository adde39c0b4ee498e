"""Taking a key with its value, or an item of a list, out of the file."""

import re

from avtalesjekk.findings import Edit, Fix
from avtalesjekk.source.nodes import Mapping, Node, Sequence
from avtalesjekk.source.places import Path, find
from avtalesjekk.source.problem import Span

_COMMENT = re.compile(r"(?:^|\s)#")
_BESIDE = re.compile(r"[ \t]*(?:[ \t]#[^\r\n]*)?(?:\r\n?|\n|\Z)")  # what may follow on the last line, to its end


def remove(source: str, root: Node, path: Path, message: str) -> Fix | None:
    """The mend that takes away what stands at a path; safe unless a comment goes with it.

    None where it cannot be cut out by itself: it is not there, or shares its lines with something else.
    """
    parent = find(root, path[:-1])
    match parent, path[-1]:
        case Sequence(items=items), int(i) if i < len(items):
            spans = [item.span for item in items]
        case Mapping(entries=entries), str(name) if parent.get(name) is not None:
            spans = [Span(entry.key.start, max(entry.key.end, entry.value.span.end)) for entry in entries]
            i = next(i for i, entry in enumerate(entries) if entry.name == name)
        case _:
            return None
    cut = _of_flow(spans, i) if parent.flow else _lines(source, spans[i], dash=isinstance(parent, Sequence))
    if cut is None:
        return None
    safe = _COMMENT.search(source, cut.start, cut.end) is None
    return Fix(message, safe, (Edit(cut, ""),))


def _of_flow(spans: list[Span], i: int) -> Span:
    """The stretch with the comma that parted it from the one before, or else from the one after."""
    if i:
        return Span(spans[i - 1].end, spans[i].end)
    return Span(spans[0].start, spans[1].start if len(spans) > 1 else spans[0].end)


def _lines(source: str, span: Span, *, dash: bool) -> Span | None:
    """The lines that a key or an item takes, from its dash on; at the end of the file the empty ones before it too."""
    start = span.start
    if dash:
        start = _back(source, start, " \t\r\n") - 1
        if start < 0 or source[start] != "-":  # a comment, an anchor or a tag stands between
            return None
    first = _back(source, start, " \t")
    rest = _BESIDE.match(source, span.end)
    if rest is None or (first and source[first - 1] not in "\r\n"):
        return None
    while rest.end() == len(source) and (empty := _line_before(source, first)) is not None:
        first = empty
    return Span(first, rest.end())


def _back(source: str, at: int, signs: str) -> int:
    """Where the signs begin that stand before a place."""
    while at and source[at - 1] in signs:
        at -= 1
    return at


def _line_before(source: str, at: int) -> int | None:
    """Where the line before a line start begins, if it is empty."""
    if not at:
        return None
    end = at - (2 if source.endswith("\r\n", 0, at) else 1)
    begin = _back(source, end, " \t")
    return begin if begin < at and (not begin or source[begin - 1] in "\r\n") else None
