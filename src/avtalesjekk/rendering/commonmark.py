"""The prose of an agreement, and the text of a template, as blocks: paragraphs, headings, lists, tables, emphasis.

Nothing else is markup: HTML, links, images and code come out as they were written. A number with a full stop before a
month is a date, and so never begins a list; «•» and «–» begin an item as «-» does.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from avtalesjekk.rendering.document import Block, Break, Emphasis, Heading, List, Paragraph, Span, Table, Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode


class Reader:
    """What is made of the letters of a text: themselves, unless a subclass knows better."""

    def spans(self, letters: str) -> Iterator[Span]:
        """The spans that letters within a line stand for."""
        yield Text(letters)

    def whole(self, paragraph: str) -> tuple[Block, ...] | None:  # noqa: ARG002 (for those who know better)
        """The blocks that a whole paragraph stands for; None where it is a paragraph."""
        return None


def blocks(text: str, reader: Reader) -> tuple[Block, ...]:
    """The blocks of a text."""
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 (loaded to render)

    tokens = _parser().parse(_as_meant(text))
    if _letters("".join(token.content for token in tokens if token.type == "inline")) != _letters(text):
        return tuple(_unmarked(text, reader))  # the parser leaves out what is nested too deep
    return tuple(_blocks(SyntaxTreeNode(tokens), reader))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 (loaded to render)

    rules = ["table", "list", "heading", "emphasis", "escape", "newline", "balance_pairs", "fragments_join"]
    return MarkdownIt("zero", {"maxNesting": _DEEPEST}).enable(rules)


def _as_meant(text: str) -> str:
    """The text with what Norwegian writes at the beginning of a line made plain to CommonMark."""
    text = _DAY.sub(r"\g<before>\g<day>\\.", text)
    text = _YEAR.sub(r"\g<before>\g<year>\\.", text)
    text = _BULLET.sub(r"\g<before>- ", text)
    return _LETTERED.sub(r"\\\n\g<item>", text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _unmarked(text: str, reader: Reader) -> Iterator[Block]:
    """The text as paragraphs, with no markup."""
    for paragraph in re.split(r"\n[ \t]*\n", text):
        if paragraph.strip():
            yield Paragraph(tuple(_joined(reader.spans(" ".join(paragraph.split())))))


def _blocks(parent: "SyntaxTreeNode", reader: Reader) -> Iterator[Block]:
    for node in parent.children:
        match node.type:
            case "heading":
                yield Heading(int(node.tag[1:]), _inline(node, reader))
            case "paragraph":
                whole = reader.whole(node.children[0].content if node.children else "")
                if whole is None:
                    yield Paragraph(_inline(node, reader))
                else:
                    yield from whole
            case "bullet_list" | "ordered_list":
                first = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
                yield List(tuple(tuple(_blocks(item, reader)) for item in node.children), first)
            case "table":
                (head,), rows = node.children[0].children, node.children[1].children if len(node.children) > 1 else ()
                yield Table(_cells(head, reader), tuple(_cells(row, reader) for row in rows))
            case other:
                msg = f"no block is made of {other}"
                raise AssertionError(msg)


def _cells(row: "SyntaxTreeNode", reader: Reader) -> tuple[tuple[Span, ...], ...]:
    return tuple(_inline(cell, reader) for cell in row.children)


def _inline(node: "SyntaxTreeNode", reader: Reader) -> tuple[Span, ...]:
    return tuple(_joined(span for inline in node.children for span in _spans(inline, reader)))


def _spans(parent: "SyntaxTreeNode", reader: Reader) -> Iterator[Span]:
    for node in parent.children:
        match node.type:
            case "text" | "text_special":
                yield from reader.spans(node.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "em" | "strong":
                yield Emphasis(tuple(_joined(_spans(node, reader))), node.type == "strong")
            case other:
                msg = f"no span is made of {other}"
                raise AssertionError(msg)


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """The spans with neighbouring letters in one."""
    letters = ""
    for span in spans:
        if isinstance(span, Text):
            letters += span.text
            continue
        if letters:
            yield Text(letters)
        letters = ""
        yield span
    if letters:
        yield Text(letters)


_DEEPEST = 100
_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_DAY = re.compile(
    rf"^(?P<before>[ \t]*(?:[-*+•–][ \t]+)?)(?P<day>\d{{1,2}})\.(?=\s+(?:{_MONTHS})\b)", re.MULTILINE | re.IGNORECASE
)
_YEAR = re.compile(r"^(?P<before>[ \t]*)(?P<year>\d{3,9})\.(?=\s)", re.MULTILINE)  # «2027. Det året …»
_BULLET = re.compile(r"^(?P<before>[ \t]*)[•·–][ \t]+", re.MULTILINE)
_LETTERED = re.compile(r"(?<=\S)[ \t]*\n(?P<item>[ \t]*[a-zæøå]\)[ \t])")
