"""What must be true of any file that is held against a source: a comparison, or one message that says why not."""

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path

from avtalesjekk.errors import UserError
from avtalesjekk.rendering import checking
from avtalesjekk.rendering.comparing import Difference, differences
from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.readers import pdf_signatures, pdf_text
from avtalesjekk.rendering.readers.found import Found
from avtalesjekk.rendering.seal import clauses, words_of
from avtalesjekk.rendering.signed import without_fields

from .rendered import document_of

ROOT = Path(__file__).parents[2]
SOURCES = tuple(ROOT / "tests" / "reading" / "good" / f"{number}.yaml" for number in ("01", "14", "30"))
KINDS = ("txt", "md", "html", "docx", "word", "pdf")
PARTED = b"\n%%%%\n"  # between a file and a source of its own


def check_verified(data: bytes, today: date, *, whole: bool) -> None:
    """The first line says the kind of file and which source; `whole` goes all the way that the command does."""
    head, _, body = data.partition(b"\n")
    kind, _, number = head.decode("latin-1").partition(" ")
    kind = kind if kind in KINDS else "txt"
    body, own, source = body.partition(PARTED)
    if not own:
        source = SOURCES["012".find(number) if number else 0].read_bytes()
    found = _found(kind, body, whole=whole)
    document = _document(source, today)
    if found is None or document is None:
        return
    if whole:
        try:
            checking.check(found, source, None, today, None)
        except UserError as error:
            assert str(error)  # noqa: PT017 (it may be raised, and need not)
    words = without_fields(document, words_of(found.text))
    _check_differences(document, words, list(differences(clauses(document), words)))


def _found(kind: str, data: bytes, *, whole: bool) -> Found | None:
    if kind == "pdf" and not whole:
        return _in_a_pdf(data)
    suffix = "docx" if kind == "word" else kind
    try:
        return checking.read(f"a.{suffix}", _packed(data) if kind == "word" else data)
    except UserError as error:
        assert str(error)  # noqa: PT017 (it may be raised, and need not)
        return None


def _in_a_pdf(data: bytes) -> Found | None:
    """A PDF read in this process, where its coverage counts; the program reads it in one of its own."""
    with suppress(Exception):  # the program says then that they cannot be read
        list(pdf_signatures.answer(data))
    failure, text, _, _ = pdf_text.answer(data)
    return None if failure else Found(text, "")


def _packed(body: bytes) -> bytes:
    """A Word file with this body: what is packed cannot be changed letter by letter."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", body)
        archive.writestr("word/header1.xml", body)
    return made.getvalue()


@lru_cache(maxsize=16)
def _document(source: bytes, today: date) -> Document | None:
    return document_of(source, today)


def _check_differences(document: Document, words: Sequence[str], told: Sequence[Difference]) -> None:
    agreed = words_of(" ".join(word for clause in clauses(document) for word in clause.words))
    there = words_of(" ".join(words))
    assert (agreed == there) == (not told)
    if len(told) != 1 or 20 not in (len(told[0].agreed), len(told[0].found)):  # of very many the first 20 are told
        assert len(there) - len(agreed) == sum(len(one.found) - len(one.agreed) for one in told)
