"""A Word file read back, with what tracked changes have put in and without what they have taken out."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.readers.found import MARK, Found, stated

_BODY, _CORE = "word/document.xml", "docProps/core.xml"
# What zipfile raises of an archive: that is none, is packed otherwise, is locked, is cut, or has a lying index.
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_HEAD = re.compile(r"word/header[0-9]{1,2}[.]xml")
_LARGEST = 30_000_000  # of a part, unpacked
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_APART = {f"{_W}{name}": " " for name in ("tab", "br", "cr")} | {f"{_W}noBreakHyphen": "-"}


def read(data: bytes) -> Found:
    """The text of the body of a .docx, content controls included. Raises UserError where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body, core = (_part(archive, name) for name in (_BODY, _CORE))
            heads = [_part(archive, name) for name in archive.namelist() if _HEAD.fullmatch(name)]
    except _BROKEN:
        raise UserError("filen er ikke en Word-fil som kan leses.") from None
    if not body:
        raise UserError("filen er ikke en Word-fil som kan leses.")
    try:
        # A document type, which bombs need, has been refused.
        head, text = ("\n".join("".join(_letters(ET.fromstring(part))) for part in some) for some in (heads, [body]))  # noqa: S314
    except (ET.ParseError, RecursionError):
        raise UserError("Word-filen er ødelagt.") from None
    mark = f"{MARK}\n" if MARK in head.split() else ""
    return Found(mark + text, stated(core.decode("utf-8", "replace")))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of the archive; nothing where it is not there. Raises ValueError for one that is not honest."""
    if name not in archive.namelist():
        return b""
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError(name)
    with archive.open(name) as file:
        part = file.read(_LARGEST + 1)
    if len(part) > _LARGEST or b"<!DOCTYPE" in part:
        raise ValueError(name)
    return part


def _letters(root: ET.Element) -> Iterator[str]:
    """The letters in reading order, a line end after each paragraph; no recursion, since depth is the file's choice."""
    waiting: list[tuple[ET.Element, bool]] = [(root, False)]
    while waiting:
        element, done = waiting.pop()
        if done:
            yield "\n"
        elif element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _APART:
            yield _APART[element.tag]
        elif element.tag != f"{_W}del":
            if element.tag == f"{_W}p":
                waiting.append((element, True))
            waiting += [(child, False) for child in reversed(element)]
