"""The agreement as a file: bytes to text, text to YAML nodes with spans, and from a path back to its place."""

from typing import NamedTuple

from avtalesjekk.source.nodes import Node, compose
from avtalesjekk.source.places import Path, place
from avtalesjekk.source.problem import Problem, Span
from avtalesjekk.source.text import SourceText, decode


class Document(NamedTuple):
    """A file that has been read: its text, its root node (None where it cannot be read), and the faults found."""

    source: SourceText
    root: Node | None
    problems: tuple[Problem, ...]

    def place(self, path: Path, words: tuple[int, int] | None = None) -> Span:
        """The span of the file at which a finding about `path` is shown; see `places.place`."""
        return place(self.source.text, self.root, path, words) if self.root else Span(0, 0)


def read(data: bytes) -> Document:
    """Read the bytes of one agreement. Never raises: what is wrong is in `problems`."""
    source, fault = decode(data)
    if fault is not None:
        return Document(source, None, (fault,))
    root, problems = compose(source.text)
    if root is None and not problems:
        problems = (_EMPTY,)
    return Document(source, root, problems)


_EMPTY = Problem("MA001", "filen er tom", "en avtale begynner med «format: 1», «tema:» og «parter:»", Span(0, 0))
