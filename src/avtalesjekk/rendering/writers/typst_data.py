"""The document as the data that the page of the PDF is set from: plain values, in the words that side.typ uses."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from typing import TypeAlias

from avtalesjekk.rendering.document import (
    Block,
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    List,
    Paragraph,
    Signature,
    Span,
    Table,
    Text,
    plain,
)
from avtalesjekk.rendering.layout import SECTION
from avtalesjekk.rendering.seal import LABEL, shown
from avtalesjekk.rendering.writers.columns import LARGEST, columns

Data: TypeAlias = "str | int | float | bool | Sequence[Data] | Mapping[str, Data] | None"

FIELD = "underskriftsfelt:"  # what the target of a link begins with that is to become a signature field


def data(document: Document) -> Mapping[str, Data]:
    """What side.typ sees as `avtale`."""
    language, _, land = document.language.partition("-")
    return {
        "språk": language,
        "land": land,
        "tittel": _one_line(document.title),
        "kort": _short(_one_line(document.title)),
        "merke": document.mark,
        "fingeravtrykk": f"{LABEL}: {shown(document.seal)}" if document.seal else "",
        "blokker": list(_blocks(document.blocks)),
    }


def to_sign(document: Document) -> tuple[tuple[Signature, Field], ...]:
    """The signatories that have a line to sign on, with that line, in order."""
    signatures = (block for block in document.blocks if isinstance(block, Signature))
    return tuple((block, block.fields[-1]) for block in signatures if _is_open(block))


def _is_open(signature: Signature) -> bool:
    """The last of the fields is the signature itself; the others are the place and the date."""
    return bool(signature.fields) and not signature.fields[-1].value


def _blocks(blocks: Iterable[Block]) -> Iterator[Data]:
    """The blocks; signatures that follow each other in one, so that a page does not part them."""
    numbered = False
    for signed, group in groupby(blocks, lambda block: isinstance(block, Signature)):
        if signed:
            yield {
                "slag": "underskrifter",
                "av": [_signature(block) for block in group if isinstance(block, Signature)],
            }
        else:
            for block, following in pairwise((*group, None)):
                if isinstance(block, Heading) and block.level <= SECTION:
                    numbered = bool(block.number)
                if block is not None:
                    yield _block(block, following, clause=numbered)


def _block(block: Block, following: Block | None, depth: int = 0, *, clause: bool = False) -> Data:
    """A block and what follows it; `depth` of lists around it, `clause` whether it stands among numbered clauses."""
    match block:
        case Heading(level, spans, number, new_page):
            return {
                "slag": "overskrift",
                "nivå": min(level, _DEEPEST_HEADING),
                "nummer": number,
                "ny_side": new_page,
                "deler": _line(spans if number or plain(spans).strip() else (_NAMELESS,), _WIDTH / 2),
            }
        case Paragraph(spans, number):
            return {
                "slag": "avsnitt",
                "nummer": number,
                "følges": isinstance(following, List | Table),
                "deler": _line(spans, _WIDTH - _INDENT * (depth + bool(number))),
            }
        case List(items, first):
            last = depth == _DEEPEST_LIST
            return {
                "slag": "liste",
                "første": first,
                "i_ledd": clause,
                "punkter": [
                    [
                        _block(one, after, depth + 1)
                        for one, after in pairwise((*(_flattened(item) if last else item), None))
                        if one is not None
                    ]
                    for item in items
                ],
            }
        case Table(head, rows):
            return _table(block, head, rows)
        case Signature():
            return {"slag": "underskrifter", "av": [_signature(block)]}


def _flattened(item: tuple[Block, ...]) -> Iterator[Block]:
    """An item with the lists in it as paragraphs: the page is not wide enough for lists deeper in."""
    for block in item:
        if not isinstance(block, List):
            yield block
            continue
        for i, inner in enumerate(block.items):
            first, *rest = tuple(_flattened(inner)) or (Paragraph(()),)
            mark = Text(f"{block.marker(i) or '•'} ")
            if isinstance(first, Paragraph):
                yield replace(first, spans=(mark, *first.spans))
            else:
                yield from (Paragraph((mark,)), first)
            yield from rest


def _table(block: Table, head: tuple[tuple[Span, ...], ...], rows: tuple[tuple[tuple[Span, ...], ...], ...]) -> Data:
    shares, size = columns(block)
    widths = [_WIDTH * LARGEST * share / size - _INSET for share in shares]
    tall = max(
        (len(plain(cell)) * size / LARGEST / width for row in rows for cell, width in zip(row, widths, strict=True)),
        default=0,
    )
    return {
        "slag": "tabell",
        "bredder": shares,
        "størrelse": size,
        "delbar": tall > _TALLEST,
        "hode": [{"deler": _line(cell, width)} for cell, width in zip(head, widths, strict=True)],
        "rader": [[{"deler": _line(cell, width)} for cell, width in zip(row, widths, strict=True)] for row in rows],
    }


def _signature(signature: Signature) -> Data:
    name = ", ".join(filter(None, (signature.name, signature.title)))
    last = len(signature.fields) - 1
    return {
        "organ": _line((Text(signature.body),), _WIDTH) if signature.body else [],
        "navn": _line((Text(name),), _WIDTH) if name else [],
        "linjer": [
            {
                "navn": _one_line(field.label),
                "verdi": _line((Text(field.value),), _WIDTH / 2) if field.value else [],
                "lenke": f"{FIELD}{signature.id}" if i == last and _is_open(signature) else "",
            }
            for i, field in enumerate(signature.fields)
        ],
    }


def _line(spans: Iterable[Span], width: float) -> list[Data]:
    """The spans; where a word is wider than the line, with places where it may be broken."""
    return [piece for span in spans for piece in _span(span, width)]


def _span(span: Span, width: float) -> Iterator[Data]:
    match span:
        case Text(text):
            yield _breakable(_one_line(text), width)
        case Break():
            yield {"slag": "linjeskift"}
        case Emphasis(inner, strong):
            yield {"slag": "sterk" if strong else "svak", "deler": _line(inner, width)}


def _breakable(text: str, width: float) -> str:
    """The text, with places to break it, which nobody sees, within each word that is wider than the line."""
    return "".join(word if _width(word) <= width else _INVISIBLE.join(_cut(word, width)) for word in _WORDS.split(text))


def _cut(word: str, width: float) -> Iterator[str]:
    size = max(1, min(_PIECE, int(width / _WIDE)))
    return (word[i : i + size] for i in range(0, len(word), size))


def _width(word: str) -> float:
    """How wide a word is, about, in the size of its letters."""
    return sum(_WIDE if letter in "mwMW@%&—…" else _CAPITAL if not letter.islower() else _SMALL for letter in word)


def _one_line(text: str) -> str:
    return " ".join(_NEW_LINES.split(text))


def _short(title: str) -> str:
    """As much of the title as stands on a line."""
    room = sum(width <= _SHORT for width in accumulate(map(_width, title)))
    return title if len(title) <= room else f"{title[:room].rsplit(' ', 1)[0]} …"


_NAMELESS = Text("-")  # a heading of no words is refused by the standard
_WIDTH = 41.2  # of the text, in the size of its letters
_INDENT = 3.4  # of a clause or a list, the same
_INSET = 0.95  # that a cell keeps free on its sides, the same
_SMALL, _CAPITAL, _WIDE = 0.5, 0.66, 0.88  # the width of letters, the same
_PIECE = 6  # letters of a broken word that stay together
_TALLEST = 35  # lines of a row that a page does not part
_SHORT = 42.0  # that is left for the title in the header, in the size of the letters there
_DEEPEST_HEADING = 6
_DEEPEST_LIST = 6
_INVISIBLE = "\N{ZERO WIDTH SPACE}"
_WORDS = re.compile(r"(\s+)")
_NEW_LINES = re.compile("[\t\n\x85\u2028\u2029]")
