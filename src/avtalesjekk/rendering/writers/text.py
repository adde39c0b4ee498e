"""The document as plain text: lines of at most 80 characters, headings underlined, numbers in a margin of their own."""

import textwrap
from collections.abc import Iterable, Iterator

from avtalesjekk.rendering.document import (
    Block,
    Break,
    Document,
    Emphasis,
    Heading,
    List,
    Paragraph,
    Signature,
    Span,
    Table,
    Text,
    plain,
)
from avtalesjekk.rendering.seal import LABEL, shown

_WIDTH = 80
_UNDER = ("=", "-")


def write(document: Document) -> bytes:
    """The document as UTF-8."""
    blocks = (line for block in document.blocks for line in ("", *_block(block, _WIDTH)))
    mark = (document.mark, "") if document.mark else ()
    foot = ("", "", f"{LABEL}: {shown(document.seal)}", f"sha256:{document.seal}") if document.seal else ()
    return ("\n".join((*mark, *list(blocks)[1:], *foot)) + "\n").encode()


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading(level, spans, number):
            yield from _heading(level, f"{number}{'  ' if number else ''}{plain(spans)}", width)
        case Paragraph(spans, number):
            yield from _wrapped(_letters(spans), f"{number}  " if number else "", width)
        case List():
            for i, item in enumerate(block.items):
                yield from _item(f"{block.marker(i) or '-'} ", item, width)
        case Table(head, rows):
            yield from _table(head, rows)
        case Signature():
            yield from _signature(block)


def _heading(level: int, text: str, width: int) -> Iterator[str]:
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    yield from lines
    if level <= len(_UNDER):
        yield _UNDER[level - 1] * max(map(len, lines), default=0)


def _item(marker: str, item: tuple[Block, ...], width: int) -> Iterator[str]:
    lines = [
        line for i, block in enumerate(item) for line in (*([""] if i else []), *_block(block, width - len(marker)))
    ]
    for i, line in enumerate(lines or [""]):
        yield f"{marker if i == 0 else ' ' * len(marker)}{line}".rstrip()


def _table(head: tuple[tuple[Span, ...], ...], rows: Iterable[tuple[tuple[Span, ...], ...]]) -> Iterator[str]:
    """The cells of each row on a line, in columns as wide as their widest cell."""
    texts = [[plain(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for i, row in enumerate(texts):
        yield " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if i == 0:
            yield "-+-".join("-" * width for width in widths)


def _signature(signature: Signature) -> Iterator[str]:
    yield from filter(None, (signature.body, ", ".join(filter(None, (signature.name, signature.title)))))
    yield ""
    for field in signature.fields:
        yield f"{field.label}: {field.value or '_' * 40}"


def _wrapped(lines: str, first: str, width: int) -> Iterator[str]:
    margin = " " * len(first)
    for i, line in enumerate(lines.split("\n")):
        yield from textwrap.wrap(
            line,
            width,
            initial_indent=margin if i else first,
            subsequent_indent=margin,
            break_long_words=False,
            break_on_hyphens=False,
        ) or ([first.rstrip()] if i == 0 else [""])


def _letters(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    match span:
        case Text(text):
            return text
        case Break():
            return "\n"
        case Emphasis(inner):
            return _letters(inner)
