"""What an agreement says, with the place where it says it."""

from datetime import date
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Block

Path: TypeAlias = tuple[str | int, ...]
Words: TypeAlias = tuple[int, int]
T_co = TypeVar("T_co", covariant=True)


class Said(NamedTuple, Generic[T_co]):
    """Something said at a path; in prose, in the `words` from one character of the text to another."""

    value: T_co
    path: Path
    words: Words | None = None


class Day(NamedTuple):
    """The day of an agreement, from the first to the last it may have been, and what gave it."""

    first: date
    last: date
    basis: Literal["signering", "ikrafttredelse", "kjøring"]
    path: Path

    @property
    def of_the_run(self) -> bool:
        """Whether the agreement itself has no day yet, so that today's stands in."""
        return self.basis == "kjøring"


class Beginning(NamedTuple):
    """The first day of an agreement; `about` where only the month or the year is known."""

    first: date
    path: Path
    about: bool
    words: Words | None = None


class End(NamedTuple):
    """The last day of an agreement.

    `about` where only the month or the year is known, `today` where it is counted from the day of the run.
    """

    last: date
    path: Path
    about: bool
    today: bool = False
    words: Words | None = None


class Text(NamedTuple):
    """A text of the agreement. `prose` is CommonMark, all else is plain; `section` is the key that it stands under."""

    text: str
    path: Path
    prose: bool

    @property
    def section(self) -> str:
        """The key at the top of its path."""
        return str(self.path[0])


_NOT_SIGNED = frozenset(("format", "id", "målform", "status", "historikk", "avvik"))
_NOT_SIGNED_EITHER = ("konsultasjon", "påbegynt")
_PROSE = frozenset(("innledning", "bakgrunn", "tekst"))
_PLAIN_ITEMS = frozenset(("mål", "felles", "ks", "staten"))


def texts_in(block: "Block") -> list[Text]:
    """Every text of an agreement that comes into the signed text, in the order of the format."""
    found: list[Text] = []
    for name, value in block.__dict__.items():
        if value is not None and name not in _NOT_SIGNED:
            _add_texts(found, value, (name.rstrip("_"),))
    return found


def _add_texts(found: list[Text], value: object, path: Path) -> None:
    if isinstance(value, str):
        found.append(Text(value, path, path[-1] in _PROSE and _PLAIN_ITEMS.isdisjoint(path[:2])))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _add_texts(found, item, (*path, index))
    elif hasattr(type(value), "model_fields_set"):
        for name, inner in value.__dict__.items():
            if inner is not None and (*path, name) != _NOT_SIGNED_EITHER:
                _add_texts(found, inner, (*path, name.rstrip("_")))
