"""What has changed in a file, as a unified diff that `patch` and `git apply` can carry out."""

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from avtalesjekk.fixes.edited import Change, Edited
from avtalesjekk.terminal import printable

_CONTEXT = 3
_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # as `patch` counts them: a lone CR does not end a line
_NO_NEWLINE = "\n\\ No newline at end of file\n"


class _Block(NamedTuple):
    """New lines in place of the old ones from `start` up to `end`, counted from 0."""

    start: int
    end: int
    new: tuple[str, ...]


def unified(name: str, edited: Edited) -> Iterator[str]:
    """The lines of the diff, with their ends; none where nothing has changed."""
    lines = _LINE.findall(edited.original)
    blocks = list(_blocks(edited.original, lines, edited.changes()))
    if blocks:
        yield f"--- {_named(name)}\n"
        yield f"+++ {_named(name)}\n"
    grown = 0  # how many lines more the new file has so far
    for hunk in _hunks(blocks):
        first, last = max(0, hunk[0].start - _CONTEXT), min(len(lines), hunk[-1].end + _CONTEXT)
        more = sum(len(block.new) - (block.end - block.start) for block in hunk)
        yield f"@@ -{_range(first, last - first)} +{_range(first + grown, last - first + more)} @@\n"
        grown += more
        at = first
        for block in hunk:
            yield from _marked(" ", lines[at : block.start])
            yield from _marked("-", lines[block.start : block.end])
            yield from _marked("+", block.new)
            at = block.end
        yield from _marked(" ", lines[at:last])


def _named(name: str) -> str:
    """A name as GNU's diff writes it: in quotes where it has strange characters, a tab after one that has spaces."""
    if printable(name) == name and not set(name) & {'"', "\\"}:
        return f"{name}\t" if " " in name else name
    letters = (
        letter
        if letter.isprintable() and letter not in '"\\'
        else "".join(f"\\{byte:03o}" for byte in os.fsencode(letter))
        for letter in name
    )
    return f'"{"".join(letters)}"'


def _blocks(old: str, lines: Sequence[str], changes: Iterable[Change]) -> Iterator[_Block]:
    """The changes as whole lines, those on the same line together, without the lines that came out the same."""
    starts = [0, *accumulate(map(len, lines))]
    open_end = bool(lines) and not lines[-1].endswith("\n")
    first, end, at, pieces = 0, -1, 0, list[str]()
    for span, content in changes:
        line = min(bisect_right(starts, span.start) - 1, len(lines) - open_end)
        if line >= end:
            yield from _block(first, end, [*pieces, old[at : starts[end]]], lines)
            first, at, pieces = line, starts[line], []
        end = min(bisect_right(starts, span.end), len(lines))
        pieces += [old[at : span.start], content]
        at = span.end
    yield from _block(first, end, [*pieces, old[at : starts[end]]], lines)


def _block(first: int, end: int, pieces: Sequence[str], lines: Sequence[str]) -> Iterator[_Block]:
    """Other lines in place of some, without those at both ends that came out the same; none before the first change."""
    if end < 0:
        return
    new = _LINE.findall("".join(pieces))
    head = tail = 0
    while head < min(end - first, len(new)) and lines[first + head] == new[head]:
        head += 1
    while tail < min(end - first, len(new)) - head and lines[end - 1 - tail] == new[-1 - tail]:
        tail += 1
    if head + tail < max(end - first, len(new)):
        yield _Block(first + head, end - tail, tuple(new[head : len(new) - tail]))


def _hunks(blocks: Sequence[_Block]) -> Iterator[list[_Block]]:
    """The blocks, those together between which there is no more than their context."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and block.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(block)
    if hunk:
        yield hunk


def _range(start: int, length: int) -> str:
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _marked(sign: str, lines: Sequence[str]) -> Iterator[str]:
    return (f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}{_NO_NEWLINE}" for line in lines)
