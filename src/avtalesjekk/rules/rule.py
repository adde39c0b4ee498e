"""What a rule is, and what it yields."""

import inspect
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from avtalesjekk.reading.reading import Reading
    from avtalesjekk.reading.said import Path, Words

    Check: TypeAlias = Callable[[Reading], Iterator["Hit"]]


class Level(IntEnum):
    """How much a finding weighs; a higher level is a higher number."""

    MERKNAD = 1
    ADVARSEL = 2
    FEIL = 3

    @property
    def word(self) -> str:
        """«feil», «advarsel» or «merknad»."""
        return self.name.lower()


FEIL, ADVARSEL, MERKNAD = Level.FEIL, Level.ADVARSEL, Level.MERKNAD


class Note(NamedTuple):
    """A second place, and what it shows."""

    message: str
    path: "Path"
    words: "Words | None" = None


class Rewrite(NamedTuple):
    """A mend: `text` in place of the value at a path; `safe` where it certainly means the same."""

    path: "Path"
    text: str
    safe: bool = False


class Remove(NamedTuple):
    """A mend: take away what stands at a path; `message` says what that is. Safe unless a comment goes with it."""

    path: "Path"
    message: str


class Add(NamedTuple):
    """A mend that leaves something to fill in: keys for a section, each with what is to stand after it. Never safe."""

    section: str
    pairs: tuple[tuple[str, str], ...]


class Hit(NamedTuple):
    """What a rule found: where, what is wrong (`message`) and what to write (`help`).

    `level` and `norm` are given where they are not the rule's own, `today` where it depends on the day of the run.
    """

    path: "Path"
    message: str
    help: str = ""
    words: "Words | None" = None
    level: Level | None = None
    notes: tuple[Note, ...] = ()
    mend: Rewrite | Remove | Add | None = None
    today: bool = False
    norm: str | None = None


class Rule(NamedTuple):
    """A rule of the catalogue.

    `norms` are the norms it rests on, the one that gives it its level first; none: it rests on the format. `check`
    is None where the finding is made when the file is read or the deviations are applied. `default` is False for a
    rule that runs just when it is selected. `fixable` says whether its findings may come with a mend.
    """

    code: str
    slug: str
    title: str
    level: Level
    norms: tuple[str, ...]
    why: str
    check: "Check | None" = None
    default: bool = True
    fixable: bool = False


def rule(
    code: str, slug: str, level: Level, *norms: str, title: str, default: bool = True, fixable: bool = False
) -> "Callable[[Check], Rule]":
    """Make a rule of a function; its docstring is the reason for the rule."""

    def make(check: "Check") -> Rule:
        return Rule(code, slug, title, level, norms, _why(check), check, default, fixable)

    return make


def _why(check: "Check") -> str:
    return " ".join((inspect.getdoc(check) or "").split())
