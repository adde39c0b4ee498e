"""A file to check."""

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from avtalesjekk.selection import Selection


class Input(NamedTuple):
    """A file to check: the name it is shown under and its bytes.

    `stem` is its name without suffix, None where it has no name of its own; then nothing is said of its id and
    neighbours. `rules` are the rules to run on it, None where they are those of the run.
    """

    filename: str
    data: bytes
    stem: str | None
    rules: "Selection | None" = None

    @classmethod
    def named(cls, filename: str, data: bytes) -> "Input":
        """A file by its name."""
        return cls(filename, data, PurePath(filename).stem)
