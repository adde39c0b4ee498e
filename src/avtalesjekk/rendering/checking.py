"""Whether a rendered file says what its source does."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from avtalesjekk.errors import UserError
from avtalesjekk.limit import time_limit
from avtalesjekk.model.validation import parse
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rendering.comparing import Difference, differences
from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.making import make
from avtalesjekk.rendering.readers.found import MARK, Found
from avtalesjekk.rendering.seal import clauses, stacked, words_of
from avtalesjekk.rendering.signed import without_fields
from avtalesjekk.source import read as read_source

if TYPE_CHECKING:
    from avtalesjekk.norwegian.saying import Målform

_READERS: Mapping[str, str] = {
    ".pdf": "pdf",
    ".docx": "word",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".txt": "text",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the differences from the source, the seal of the source, whether the file states another.

    `draft` says that the file is marked as one.
    """

    differences: tuple[Difference, ...]
    seal: str
    other_seal: bool
    draft: bool

    @property
    def same(self) -> bool:
        """Whether the file is what the source says."""
        return not self.differences and not self.other_seal


def read(name: str, data: bytes) -> Found:
    """The text of a rendered file, by the suffix of its name. Raises UserError where it cannot be read."""
    reader = _READERS.get(PurePath(name).suffix.lower())
    if reader is None:
        raise UserError(f"endelsen må være {', '.join(sorted(_READERS))}.")
    if len(data) > _LARGEST[reader]:
        raise UserError("filen er for stor til å være en avtale.")
    module = import_module(f"avtalesjekk.rendering.readers.{reader}")  # just the one that is needed
    of: Callable[[bytes], Found] = module.read
    try:
        with time_limit(_SECONDS):
            found = of(data)
    except UnicodeDecodeError:
        raise UserError("filen er ikke UTF-8.") from None
    except TimeoutError:
        raise UserError("det tar for lang tid å lese filen.") from None
    if len(found.text) > _LONGEST or stacked(found.text):
        raise UserError("teksten er ikke en avtale: den er for lang, eller har for mange merker over én bokstav.")
    return found


_SECONDS = 3  # of the processor
_LARGEST = {"pdf": 50_000_000, "word": 20_000_000, "html": 5_000_000, "markdown": 5_000_000, "text": 5_000_000}  # bytes
_LONGEST = 2_500_000  # characters


def check(found: Found, source: bytes, stem: str | None, today: date, folder: Path | None) -> Checked:
    """Hold a file against its source, rendered anew by our templates or those in a folder.

    In the målform of the agreement, or in the other where the file is nearer to that. Raises UserError where the source
    is no agreement.
    """
    words = words_of(found.text)
    draft = words[:1] == (MARK,)
    words = words[1:] if draft else words
    nearest: Checked | None = None
    for document in _documents(source, stem, today, folder):
        result = _against(found, words, document, draft=draft)
        if nearest is None or len(result.differences) < len(nearest.differences):
            nearest = result
        if nearest.same:
            break
    assert nearest is not None  # noqa: S101 (there are two documents)
    return nearest


def _documents(source: bytes, stem: str | None, today: date, folder: Path | None) -> Iterator[Document]:
    root = read_source(source).root
    parsed = parse(root) if root is not None else None
    if parsed is None or parsed.agreement is None:
        raise UserError("kilden kan ikke leses som en avtale; `avtalesjekk lint` sier hvorfor.")
    own: Målform = parsed.agreement.målform
    other: Målform = "nynorsk" if own == "bokmål" else "bokmål"
    for målform in (own, other):
        reading = Reading(parsed.agreement, today, stem)
        yield make(reading, parsed.root, målform, folder, draft=False).document


def _against(found: Found, words: tuple[str, ...], document: Document, *, draft: bool) -> Checked:
    agreed = clauses(document)
    there = without_fields(document, words)
    return Checked(
        tuple(differences(agreed, there)), document.seal, bool(found.seal) and found.seal != document.seal, draft
    )
