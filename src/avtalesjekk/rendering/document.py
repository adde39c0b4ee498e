"""The document that every format is written from: headings, numbered paragraphs, lists, tables and signature blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Letters as they are to stand, never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are emphasised, or strongly so."""

    spans: "tuple[Span, ...]"
    strong: bool


Span: TypeAlias = Text | Break | Emphasis


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1, the title of the document. `number` is that of its section.

    One on a `new_page` begins a page.
    """

    level: int
    spans: tuple[Span, ...]
    number: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` is that of the clause, «2.3», empty where it has none."""

    spans: tuple[Span, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list: each item is blocks. `first` is the number of the first item, None for bullets."""

    items: "tuple[tuple[Block, ...], ...]"
    first: int | None = None

    def marker(self, index: int) -> str:
        """What stands before an item, «3.», or nothing where a bullet does."""
        return "" if self.first is None else f"{self.first + index}."


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its head, then rows of as many cells."""

    head: tuple[tuple[Span, ...], ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """What one who signs fills in: its label, and its value where that is settled."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Where one signs: for whom, who, with which title, and the fields to fill in. `id` is unique in the document."""

    id: str
    body: str
    name: str
    title: str
    fields: tuple[Field, ...]


Block: TypeAlias = Heading | Paragraph | List | Table | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """A whole agreement.

    `language` is a BCP 47 tag; `mark` is what marks every page of a draft, empty where it is none. `seal` is the
    fingerprint of the agreed text in hexadecimal digits, empty where there is none.
    """

    language: str
    title: str
    mark: str
    blocks: tuple[Block, ...]
    seal: str = ""


def plain(spans: Iterable[Span]) -> str:
    """The letters of spans, a line break as a space."""
    return "".join(_letters(spans))


def _letters(spans: Iterable[Span]) -> Iterator[str]:
    for span in spans:
        match span:
            case Text(text):
                yield text
            case Break():
                yield " "
            case Emphasis(inner):
                yield from _letters(inner)
