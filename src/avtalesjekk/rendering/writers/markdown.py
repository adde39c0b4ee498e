"""The document as CommonMark with tables, in which every letter that could be markup is escaped."""

import re
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
)
from avtalesjekk.rendering.seal import LABEL, shown

_NEW_LINE = "\\\n"


def write(document: Document) -> bytes:
    """The document as UTF-8."""
    mark = (f"**{document.mark}**",) if document.mark else ()
    foot = (f"{LABEL}: {shown(document.seal)}\n<!-- sha256:{document.seal} -->",) if document.seal else ()
    return ("\n\n".join((*mark, *_all(document.blocks), *foot)) + "\n").encode()


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    return (_block(block) for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(level, spans, number):
            return f"{'#' * min(level, 6)} {number}{' ' if number else ''}{_line(spans, ' ')}"
        case Paragraph(spans, number):
            first, *rest = _line(spans).split(_NEW_LINE)
            return _NEW_LINE.join((f"{number} {first}" if number else _safe_start(first), *map(_safe_start, rest)))
        case List():
            return "\n".join(_item(block, i, item) for i, item in enumerate(block.items))
        case Table(head, rows):
            rule = "|" + " --- |" * len(head)
            return "\n".join((_row(head), rule, *map(_row, rows)))
        case Signature():
            return _signature(block)


def _item(block: List, index: int, item: tuple[Block, ...]) -> str:
    marker = block.marker(index) or "-"
    indent = " " * (len(marker) + 1)
    body = "\n\n".join(_all(item))
    return f"{marker} {body}".replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


def _row(cells: tuple[tuple[Span, ...], ...]) -> str:
    return "|" + "".join(f" {_line(cell, ' ')} |" for cell in cells)


def _signature(signature: Signature) -> str:
    who = ", ".join(filter(None, (signature.name, signature.title)))
    body = _escaped(signature.body.strip())
    lines = [f"**{body}**" if body else "", _escaped(who)]
    lines += [f"{_safe_start(_escaped(field.label))}: {_escaped(field.value) or _BLANK}" for field in signature.fields]
    return _NEW_LINE.join(filter(None, lines))


def _line(spans: Iterable[Span], new_line: str = _NEW_LINE) -> str:
    return "".join(_span(span, new_line) for span in spans)


def _span(span: Span, new_line: str) -> str:
    match span:
        case Text(text):
            return _escaped(text)
        case Break():
            return new_line
        case Emphasis(inner, strong):
            mark = "**" if strong else "*"
            return f"{mark}{_line(inner, new_line)}{mark}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


def _safe_start(line: str) -> str:
    """A line that does not begin as a heading, a list or a rule does, nor so far in that it is code."""
    return _BEGINS.sub(r"\g<before>\\\g<sign>", line.lstrip(" \t"))


_BLANK = "\\_" * 30
_MARKUP = re.compile(r"[\\`*_\[\]<>|~$&#{}]")
_BEGINS = re.compile(r"^(?P<before>\d{0,9})(?P<sign>[.)+\-=•–](?=\s|$|-|=))")
