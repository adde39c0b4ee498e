"""From a path, and a range of the text that stands there, to a span of the file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from avtalesjekk.patterns import pattern
from avtalesjekk.source.nodes import Mapping, Node, Scalar, Sequence
from avtalesjekk.source.problem import Span

Path: TypeAlias = tuple[str | int, ...]

_RUN = pattern(r"\S+")
_SINGLE = pattern(r"(?P<escape>'')|[^\s']+")
# In double quotes: an escaped character, an escaped line end with the indentation after it, or characters.
_DOUBLE = pattern(r"(?P<escape>\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r\n|.))|[^\s\\]+", re.DOTALL)
_FIRST_LINE = pattern(r"[^\r\n]*")
_PRINTING_ESCAPES = frozenset('0abe"/\\')  # the one-letter escapes that do not give white space


def dotted(path: Path) -> str:
    """A path as the user reads it: `underskrifter.av[0].tittel`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def find(root: Node, path: Path) -> Node | None:
    """The node at a path, or None where there is none.

    A text that stands for a mapping is found under the mapping's main key too: `mål[0].tekst` is `mål[0]`.
    """
    node, depth = _descend(root, path)
    if depth == len(path) or (isinstance(node, Scalar) and path[depth:] in _SHORT_FORMS):
        return node
    return None


def place(text: str, root: Node, path: Path, words: tuple[int, int] | None = None) -> Span:
    """The span at which a finding about `path` is shown.

    For a text or a flow collection it is the value, and of a text just the `words` where a range of its characters is
    given; for a block of keys or items its key; for what is missing or empty the nearest key above.
    """
    node, depth = _descend(root, path)
    if isinstance(node, Scalar) and not node.null:
        return _words(text, node, *words) if words and words[0] < words[1] else node.span
    if depth == len(path) and not isinstance(node, Scalar) and node.flow and depth:
        return node.span
    return _heading(root, path[:depth])


def is_within(path: Path, above: Collection[Path]) -> bool:
    """Whether a path is one of some, or lies below one."""
    return bool(above) and any(path[:length] in above for length in range(len(path) + 1))


def key_place(root: Node, path: Path) -> Span:
    """The span of the key that a path ends in, or of the item's head where it ends in an index."""
    return _heading(root, path)


def paths_by_place(root: Node) -> dict[int, Path]:
    """The paths of all texts, each by where it begins in the file."""
    found: dict[int, Path] = {}
    waiting: list[tuple[Node, Path]] = [(root, ())]
    while waiting:
        node, path = waiting.pop()
        match node:
            case Mapping(entries=entries):
                waiting += [(entry.value, (*path, entry.name)) for entry in entries]
            case Sequence(items=items):
                waiting += [(item, (*path, i)) for i, item in enumerate(items)]
            case _:
                found[node.span.start] = path
    return found


_SHORT_FORMS = (("tekst",), ("navn",))


def _descend(root: Node, path: Path) -> tuple[Node, int]:
    """The deepest node on the way along `path`, and how many steps lead to it."""
    node = root
    for depth, step in enumerate(path):
        if isinstance(node, Mapping) and isinstance(step, str) and (entry := node.get(step)):
            node = entry.value
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return node, depth
    return node, len(path)


def _heading(root: Node, path: Path) -> Span:
    """The key under which the node at `path` stands; for an item its head, for the whole file its first key."""
    if path and isinstance(path[-1], str):
        above, _ = _descend(root, path[:-1])
        entry = above.get(path[-1]) if isinstance(above, Mapping) else None
        if entry is not None:
            return entry.key
    return _head(_descend(root, path)[0])


def _head(node: Node) -> Span:
    """What a reader sees first of a node: its first key with a text after it, or a text or flow collection whole."""
    match node:
        case Mapping(entries=(first, *_), flow=False):
            return Span(first.key.start, first.value.span.end) if _short(first.value) else first.key
        case Sequence(items=(item, *_), flow=False):
            return _head(item)
    return node.span


def _short(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style not in ("|", ">") and not node.null


def _words(text: str, scalar: Scalar, start: int, end: int) -> Span:
    """The span of the words from `start` up to `end` of a scalar's text.

    In every style the characters that are not white space stand in the file in the order of the text, so the words are
    found by counting them; the white space between may have been folded.
    """
    said, shown = _printing(text, scalar)
    first, last = said.before(start), said.before(end)
    if first == last or last > shown.total or text.startswith("*", scalar.span.start):  # an alias's stand at its anchor
        return scalar.span
    return Span(shown.span(first).start, shown.span(last - 1).end)


class _Printing:
    """The characters of a text that are not white space, in runs that are counted.

    Of each run it is known where it begins and ends, and how many characters it stands for: fewer than it has where it
    is an escape, which stands for one.
    """

    def __init__(self, runs: Iterable[tuple[int, int, int]]) -> None:
        self._runs = tuple(runs)
        self._counts = tuple(accumulate((count for _, _, count in self._runs), initial=0))

    @property
    def total(self) -> int:
        """How many they are."""
        return self._counts[-1]

    def before(self, offset: int) -> int:
        """How many stand before an offset of a text without escapes."""
        index = bisect_left(self._runs, (offset,))
        if not index:
            return 0
        start, end, _ = self._runs[index - 1]
        return self._counts[index - 1] + min(offset, end) - start

    def span(self, number: int) -> Span:
        """Where the one that so many stand before is found."""
        index = bisect_right(self._counts, number) - 1
        start, end, count = self._runs[index]
        if count < end - start:
            return Span(start, end)
        at = start + number - self._counts[index]
        return Span(at, at + 1)


@lru_cache(maxsize=8)  # long texts are asked about many times
def _printing(text: str, scalar: Scalar) -> tuple[_Printing, _Printing]:
    """The characters that are not white space, as they stand in a scalar's text, and in the file."""
    said = _Printing((*match.span(), len(match[0])) for match in _RUN.finditer(scalar.text))
    return said, _Printing(_shown(text, scalar))


def _shown(text: str, scalar: Scalar) -> Iterator[tuple[int, int, int]]:
    start, end = scalar.span
    if scalar.style in ("'", '"'):
        runs = (_SINGLE if scalar.style == "'" else _DOUBLE).finditer(text, start + 1, end - 1)
        return ((*run.span(), 1 if run["escape"] else len(run[0])) for run in runs if _prints(run["escape"] or run[0]))
    if scalar.style and (header := _FIRST_LINE.match(text, start, end)):  # it says how the block is written
        start = header.end()
    return ((*run.span(), len(run[0])) for run in _RUN.finditer(text, start, end))


def _prints(token: str) -> bool:
    if not token.startswith("\\"):
        return True
    if len(token) > 2:  # noqa: PLR2004 (\xNN, \uNNNN, \UNNNNNNNN, or an escaped CR LF)
        return token[1] in "xuU" and not chr(int(f"0x{token[2:]}", 0)).isspace()
    return token[1] in _PRINTING_ESCAPES
