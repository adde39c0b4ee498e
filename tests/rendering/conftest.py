"""Agreements made into documents, and the words that each format says."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from avtalesjekk.model.validation import parse
from avtalesjekk.norwegian.saying import Målform
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.making import Made, make, templates
from avtalesjekk.rendering.readers import html as from_html
from avtalesjekk.rendering.readers import markdown as from_markdown
from avtalesjekk.rendering.readers import text as from_text
from avtalesjekk.rendering.readers import word as from_word
from avtalesjekk.rendering.seal import words_of
from avtalesjekk.rendering.writers import html, markdown, text, word
from avtalesjekk.source import read

TODAY = date(2026, 11, 22)


def made(source: str, målform: Målform | None = None, *, draft: bool = False) -> Made:
    root = read(source.encode()).root
    assert root is not None
    parsed = parse(root)
    assert parsed.agreement is not None, parsed.faults
    return make(Reading(parsed.agreement, TODAY, "a"), parsed.root, målform, None, draft=draft)


Words = Callable[[Document], dict[str, list[str]]]


@pytest.fixture
def said() -> Words:
    """The words that each format says of a document."""

    def of(document: Document) -> dict[str, list[str]]:
        return dict(_all(document))

    return of


def _all(document: Document) -> Iterator[tuple[str, list[str]]]:
    for form, data, reader in (
        ("md", markdown.write(document), from_markdown),
        ("txt", text.write(document), from_text),
        ("html", html.write(document, templates()), from_html),
        ("docx", word.write(document), from_word),
    ):
        found = reader.read(data)
        assert found.seal == document.seal
        yield form, [*words_of(found.text)]
