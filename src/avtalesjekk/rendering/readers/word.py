"""A Word file read back, with what tracked changes have put in and without what they have taken out."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.readers.found import MARK, Found, stated

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
# What zipfile raises of an archive: that is none, is packed otherwise, is locked, is cut, or has a lying index.
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_HEAD = re.compile(r"word/header[0-9]{1,2}[.]xml")
_LARGEST = 30_000_000  # of what is read, unpacked
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_APART = {f"{_W}{name}": " " for name in ("tab", "br", "cr")} | {f"{_W}noBreakHyphen": "-"}


def read(data: bytes) -> Found:
    """The text of the body of a .docx, content controls included. Raises UserError where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())  # a name may stand there many times
            heads = sorted(name for name in names if _HEAD.fullmatch(name))
            parts = _parts(archive, [name for name in (_BODY, _CORE, *heads) if name in names])
    except _BROKEN:
        raise UserError("filen er ikke en Word-fil som kan leses.") from None
    if not parts.get(_BODY):
        raise UserError("filen er ikke en Word-fil som kan leses.")
    try:
        head, text = "\n".join(_letters(parts[name]) for name in heads), _letters(parts[_BODY])
    except ET.ParseError:
        raise UserError("Word-filen er ødelagt.") from None
    mark = f"{MARK}\n" if MARK in head.split() else ""
    return Found(mark + text, stated(parts.get(_CORE, b"").decode("utf-8", "replace")))


def _parts(archive: zipfile.ZipFile, names: Iterable[str]) -> dict[str, bytes]:
    """Parts of the archive by name. Raises ValueError for one that is not honest, and where they are too large."""
    parts: dict[str, bytes] = {}
    left = _LARGEST
    for name in names:
        if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError(name)
        with archive.open(name) as file:
            parts[name] = file.read(left + 1)
        left -= len(parts[name])
        if left < 0 or b"<!DOCTYPE" in parts[name] or b"\0" in parts[name]:  # UTF-16 has it as half of every letter
            raise ValueError(name)
    return parts


def _letters(part: bytes) -> str:
    """The letters of a part in reading order, a line end after each paragraph."""
    letters = _Letters()
    # As UTF-8 whatever it says itself: in another encoding a document type, which has been refused, looks otherwise.
    parser = ET.XMLParser(target=letters, encoding="utf-8")  # noqa: S314
    parser.feed(part)
    parser.close()
    return "".join(letters.found)


class _Letters:
    """What the parser tells of a part, element by element: a tree of one that is made to be large takes a gigabyte."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._open: list[str] = []
        self._deleted = 0

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._open.append(tag)
        self._deleted += tag == f"{_W}del"
        if tag in _APART and not self._deleted:
            self.found.append(_APART[tag])

    def end(self, tag: str) -> None:
        """End an element."""
        self._open.pop()
        self._deleted -= tag == f"{_W}del"
        if tag == f"{_W}p" and not self._deleted:
            self.found.append("\n")

    def data(self, data: str) -> None:
        """Take letters."""
        if self._open[-1] == f"{_W}t" and not self._deleted:
            self.found.append(data)
