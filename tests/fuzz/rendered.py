"""What must be true of an agreement that is rendered: every format says the agreed words, and no letter is markup."""

from collections.abc import Iterator
from datetime import date
from types import CodeType
from unittest.mock import patch

from jinja2 import Environment

from avtalesjekk.errors import UserError
from avtalesjekk.model.validation import parse
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rendering import checking
from avtalesjekk.rendering.comparing import differences
from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.making import make, templates
from avtalesjekk.rendering.readers.found import MARK
from avtalesjekk.rendering.seal import clauses, words_of
from avtalesjekk.rendering.signed import without_fields
from avtalesjekk.rendering.writers import html, markdown, text, word
from avtalesjekk.source import read

from .pages import check_page


def document_of(data: bytes, today: date, *, draft: bool = False) -> Document | None:
    """The document of an agreement; None where there is none, or it cannot be made and the program says so."""
    root = read(data).root
    parsed = parse(root) if root is not None else None
    if parsed is None or parsed.agreement is None:
        return None
    reading = Reading(parsed.agreement, today, "avtale")
    try:
        with patch.object(Environment, "compile", _compiled_once):
            return make(reading, parsed.root, None, None, draft=draft).document
    except UserError as error:
        assert str(error)  # noqa: PT017 (it may be raised, and need not)
        return None


def check_rendered(data: bytes, today: date, *, draft: bool, whole: bool) -> None:
    """AssertionError where a format says other words than were agreed; `whole` is Word and `verify` too."""
    document = document_of(data, today, draft=draft)
    if document is None:
        return
    agreed = clauses(document)
    first: tuple[str, ...] | None = None
    for suffix, written in _written(document, word_too=whole):
        try:
            found = checking.read(f"a.{suffix}", written)
        except UserError as error:
            assert "merker over" in str(error)  # noqa: PT017 (a bound that reading has and writing has not)
            return
        assert found.seal == document.seal, suffix
        words = words_of(found.text)
        first = words if first is None else first
        assert words == first, suffix
        assert words[:1] == (MARK,) or not draft, suffix
        assert not list(differences(agreed, without_fields(document, words[draft:]))), suffix
        if suffix == "html":
            check_page(written.decode())
        if whole and not draft:
            assert checking.check(found, data, "avtale", today, None).same, suffix


_compile = Environment.compile
_codes: dict[tuple[type, str], CodeType] = {}


def _compiled_once(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
    """A template's code, made once: making it takes five times as long as all the rest."""
    key = (type(self), source)
    if key not in _codes:
        _codes[key] = _compile(self, source, name, filename)
    return _codes[key]


def _written(document: Document, *, word_too: bool) -> Iterator[tuple[str, bytes]]:
    yield "txt", text.write(document)
    yield "md", markdown.write(document)
    with patch.object(Environment, "compile", _compiled_once):
        yield "html", html.write(document, templates())
    if word_too:
        yield "docx", word.write(document)
