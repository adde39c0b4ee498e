"""The agreement as a file: bytes to text, text to YAML nodes with spans, and from a path back to its place."""

from typing import TYPE_CHECKING, NamedTuple

from avtalesjekk.source.nodes import Node
from avtalesjekk.source.problem import Problem, Span
from avtalesjekk.source.text import SourceText, decode

if TYPE_CHECKING:
    from avtalesjekk.source.places import Path


class Document(NamedTuple):
    """A file that has been read: its text, its root node (None where it cannot be read), and the faults found."""

    source: SourceText
    root: Node | None
    problems: tuple[Problem, ...]

    def place(self, path: "Path", words: tuple[int, int] | None = None) -> Span:
        """The span of the file at which a finding about `path` is shown; see `places.place`."""
        from avtalesjekk.source.places import place  # noqa: PLC0415 (what is remembered has its places)

        return place(self.source.text, self.root, path, words) if self.root else Span(0, 0)


def read(data: bytes) -> Document:
    """Read the bytes of one agreement. Never raises: what is wrong is in `problems`."""
    from avtalesjekk.source.composing import compose  # noqa: PLC0415 (ruamel.yaml is loaded here)

    source, fault = decode(data)
    if fault is not None:
        return Document(source, None, (fault,))
    root, problems = compose(source.text)
    if root is None and not problems:
        problems = (_EMPTY,)
    return Document(source, root, problems)


_EMPTY = Problem("MA001", "filen er tom", "en avtale begynner med «format: 1», «tema:» og «parter:»", Span(0, 0))
