"""Agreements made into documents, and the words that each format says."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser

import docx
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from avtalesjekk.model.validation import parse
from avtalesjekk.norwegian.saying import Målform
from avtalesjekk.reading import Reading
from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.making import Made, make, templates
from avtalesjekk.rendering.writers import html, markdown, text, word
from avtalesjekk.source import read

TODAY = date(2026, 11, 22)


def made(source: str, målform: Målform | None = None, *, draft: bool = False) -> Made:
    root = read(source.encode()).root
    assert root is not None
    parsed = parse(root)
    assert parsed.agreement is not None, parsed.faults
    return make(Reading(parsed.agreement, TODAY, "a"), parsed.root, målform, None, draft=draft)


class _Letters(HTMLParser):
    """The text of the body of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's)
        self._inside = self._inside or tag == "body"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)


def _of_html(page: str) -> str:
    letters = _Letters()
    letters.feed(page)
    return "\n".join(letters.found)


def _of_markdown(source: str) -> str:
    return _of_html(f"<body>{MarkdownIt('commonmark').enable('table').render(source)}</body>")


def _of_word(data: bytes) -> str:
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join("".join(t.text or "\n" for t in p.iter(qn("w:t"), qn("w:br"))) for p in body.iter(qn("w:p")))


def words(of: str) -> list[str]:
    """The words, without the numbers of lists, which some formats only draw."""
    return re.findall(r"[^\W\d_]+", of)


Words = Callable[[Document], dict[str, list[str]]]


@pytest.fixture
def said() -> Words:
    """The words that each format says of a document."""

    def of(document: Document) -> dict[str, list[str]]:
        return dict(_all(document))

    return of


def _all(document: Document) -> Iterator[tuple[str, list[str]]]:
    yield "md", words(_of_markdown(markdown.write(document).decode()))
    yield "txt", words(text.write(document).decode())
    yield "html", words(_of_html(html.write(document, templates()).decode()))
    yield "docx", words(_of_word(word.write(document)))
