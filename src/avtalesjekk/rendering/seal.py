"""The seal: a fingerprint of the agreed text, the same whatever the text is written as and however it is laid out."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from avtalesjekk.rendering.document import Block, Document, Heading, List, Paragraph, Signature, Table, plain

_AFTER_BREAK = re.compile(r"(?<=[-‐–—/])\s+")  # a line may end after these where no space stands
_DRAWN = re.compile(r"[-=+|_•◦▪]+")
_UNUSUAL = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_STACK = re.compile("1{31}")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the agreed text: what it is called in a message, and its words."""

    name: str
    words: tuple[str, ...]


def clauses(document: Document) -> tuple[Clause, ...]:
    """The agreed text in order: headings, clauses, items, cells, and who signs; not where and when they do."""
    return tuple(clause for clause in _clauses(document.blocks, "") if clause.words)


def seal(document: Document) -> str:
    """The fingerprint: the SHA-256, in 64 hexadecimal digits, of the words in UTF-8 with a space between."""
    words = words_of(" ".join(word for clause in clauses(document) for word in clause.words))
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def sealed(document: Document) -> Document:
    """The document with its seal."""
    return replace(document, seal=seal(document))


def shown(fingerprint: str) -> str:
    """The part of a seal that people can compare: its first 16 digits, in fours."""
    return " ".join(fingerprint[i : i + 4] for i in range(0, 16, 4))


LABEL = "Fingeravtrykk"  # in both målformer


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as the seal takes them: in NFC, as if no line ended after a hyphen or a slash.

    Bullets, and the lines that tables and empty fields are drawn with in plain text, are no words.
    """
    shown_text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    drawn = " ".join(word for word in shown_text.split() if not _DRAWN.fullmatch(word))
    return tuple(_AFTER_BREAK.sub("", drawn).split())


def stacked(text: str) -> bool:
    """Whether more marks stand on a letter than the 30 that Unicode holds to be enough for every language.

    To put marks in order takes the square of their number.
    """
    return any(
        _STACK.search("".join("01"[unicodedata.combining(letter) > 0] for letter in run[0]))
        for run in _UNUSUAL.finditer(text)
    )


def _clauses(blocks: Iterable[Block], within: str) -> Iterator[Clause]:
    for block in blocks:
        match block:
            case Heading(level, spans, number):
                within = plain(spans) if level > 1 else ""
                yield _clause(f"overskriften «{within}»" if within else "tittelen", number, plain(spans))
            case Paragraph(spans, number):
                yield _clause(f"ledd {number}" if number else _in(within), number, plain(spans))
            case List(items):
                for i, item in enumerate(items):
                    yield from _item(block.marker(i), item, within)
            case Table(head, rows):
                for i, row in enumerate((head, *rows)):
                    name = f"rad {i} i tabellen {_in(within)}" if i else f"hodet i tabellen {_in(within)}"
                    yield from (_clause(name, "", plain(cell)) for cell in row)
            case Signature():
                who = ", ".join(filter(None, (block.name, block.title)))
                yield _clause("underskriftene", "", f"{block.body} {who}")


def _item(marker: str, item: Sequence[Block], within: str) -> Iterator[Clause]:
    """The pieces of an item; its number is part of the first."""
    name = f"punkt {marker} {_in(within)}" if marker else f"et punkt {_in(within)}"
    before = words_of(marker)
    for piece in _clauses(item, within):
        yield Clause(piece.name if piece.name.startswith("punkt") else name, (*before, *piece.words))
        before = ()


def _clause(name: str, number: str, text: str) -> Clause:
    return Clause(name, words_of(f"{number} {text}"))


def _in(heading: str) -> str:
    return f"under «{heading}»" if heading else "øverst"
