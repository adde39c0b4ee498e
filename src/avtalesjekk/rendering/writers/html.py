"""The document as one HTML page that asks for nothing else: its frame is a template, its body is made here."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

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
from avtalesjekk.rendering.making import PAGE
from avtalesjekk.rendering.seal import shown
from avtalesjekk.rendering.writers.columns import LARGEST, columns

_CLAUSE = ' class="ledd"'
_NEW_PAGE = ' class="ny-side"'
_EMPTY = '<span class="tom"></span>'


def write(document: Document, folder: Path) -> bytes:
    """The document as UTF-8, in the page that lies in a folder of templates."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    title, *rest = document.blocks
    page = environment.get_template(PAGE).render(
        språk=document.language,
        tittel=document.title,
        merke=document.mark,
        fingeravtrykk=document.seal,
        fingeravtrykk_kort=shown(document.seal) if document.seal else "",
        topp=Markup("".join(_block(title))),  # noqa: S704 (escaped as it was made)
        innhold=Markup("\n".join(_blocks(rest))),  # noqa: S704 (the same)
    )
    return page.encode()


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks; signatures that follow each other in one, so that a page does not part them."""
    for signed, group in groupby(blocks, lambda block: isinstance(block, Signature)):
        lines = (line for block in group for line in _block(block))
        yield from ('<div class="underskrifter">', *lines, "</div>") if signed else lines


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, spans, number):
            tag = f"h{min(level, 6)}"
            mark = f'<span class="nr">{escape(number)}</span> ' if number else ""
            yield f"<{tag}{_NEW_PAGE if block.new_page else ''}>{mark}{_line(spans)}</{tag}>"
        case Paragraph(spans, number):
            mark = f'<span class="nr">{escape(number)}</span> ' if number else ""
            yield f"<p{_CLAUSE if number else ''}>{mark}{_line(spans)}</p>"
        case List():
            yield from _list(block)
        case Table(head, rows):
            label = escape(" – ".join(plain(cell) for cell in head))
            yield f'<div class="tabell" role="region" tabindex="0" aria-label="{label}">'
            yield f'<table style="font-size: {columns(block)[1] / LARGEST:.2f}em"><thead><tr>'
            yield from (f'<th scope="col">{_line(cell)}</th>' for cell in head)
            yield "</tr></thead><tbody>"
            for row in rows:
                yield f"<tr>{''.join(f'<td>{_line(cell)}</td>' for cell in row)}</tr>"
            yield "</tbody></table></div>"
        case Signature():
            yield from _signature(block)


def _list(block: List) -> Iterator[str]:
    tag, start = ("ul", "") if block.first is None else ("ol", f' start="{block.first}"' if block.first != 1 else "")
    yield f"<{tag}{start}>"
    for item in block.items:
        if len(item) == 1 and isinstance(item[0], Paragraph):
            yield f"<li>{_line(item[0].spans)}</li>"
        else:
            yield f"<li>{''.join(line for inner in item for line in _block(inner))}</li>"
    yield f"</{tag}>"


def _signature(signature: Signature) -> Iterator[str]:
    name = ", ".join(filter(None, (signature.name, signature.title)))
    yield f'<div class="underskrift" id="{escape(signature.id)}">'
    yield "".join(
        f'<p class="{kind}">{escape(text)}</p>' for kind, text in (("organ", signature.body), ("navn", name)) if text
    )
    if signature.fields:
        rows = (
            f"<div><dt>{escape(field.label)}</dt><dd>{escape(field.value) or _EMPTY}</dd></div>"
            for field in signature.fields
        )
        yield f"<dl>{''.join(rows)}</dl>"
    yield "</div>"


def _line(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    match span:
        case Text(text):
            return escape(text)
        case Break():
            return "<br>"
        case Emphasis(inner, strong):
            tag = "strong" if strong else "em"
            return f"<{tag}>{_line(inner)}</{tag}>"
