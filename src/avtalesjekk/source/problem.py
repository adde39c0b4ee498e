"""What is wrong with a file before it is an agreement: a message at a stretch of its text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: from `start` up to, but not including, `end`, counted in characters from 0."""

    start: int
    end: int


class Note(NamedTuple):
    """A second place that a message speaks of, with what it shows."""

    message: str
    span: Span


class Problem(NamedTuple):
    """A fault in the YAML itself, told by the code of the rule that speaks of it.

    `unquoted` is a text that quotes would mend, and `at` the place where its value begins in the nodes.
    """

    code: str
    message: str
    help: str
    span: Span
    notes: tuple[Note, ...] = ()
    unquoted: Span | None = None
    at: int | None = None
