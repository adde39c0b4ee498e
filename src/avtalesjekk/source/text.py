"""Bytes to text: UTF-8 without the characters that YAML 1.2 refuses or reads otherwise than its C parser."""

import codecs
import re
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate

from avtalesjekk.patterns import pattern
from avtalesjekk.source.problem import Problem, Span

MAX_BYTES = 2_000_000
MOST_MARKS = 30  # on a letter; Unicode holds it to be enough for every language
BOM = "\ufeff"

_STEERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
_UNSEEN = "\u180e\u200b\u2060-\u2064"  # what takes no room; those that join letters and emoji have their use
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_LETTERS = f"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029{_STEERING}{_UNSEEN}\ufeff\ufffe\uffff"
_REFUSED = pattern(f"[{_LETTERS}]")
_PILED = pattern(f"[{_MARKS}]{{{MOST_MARKS + 1},}}")  # to put them in order takes the square of their number
_SUSPECT = pattern(f"[{_LETTERS}{_MARKS}]")  # most texts have no such letter at all
_ORDINARY = bytes((0x09, 0x0A, 0x0D, *range(0x20, 0x7F)))
_LINE_END = pattern(r"\r\n?|\n")
_NAMES = {
    "\x00": "NUL",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\x85": "NEL, «neste linje»",
    "\u2028": "linjeskilletegn",
    "\u2029": "avsnittsskilletegn",
    BOM: "BOM, byterekkefølgemerke",
}
# How the Norwegian letters æ ø å Æ Ø Å look in the encodings that old Norwegian files are found in.
_NORWEGIAN = {
    "Latin-1": b"\xe6\xf8\xe5\xc6\xd8\xc5",
    "Mac Roman": b"\xbe\xbf\x8c\xae\xaf\x81",
    "DOS-tegnsett 865": b"\x91\x9b\x86\x92\x9d\x8f",
}
_OTHER_FILES = {
    b"PK\x03\x04": "et Word-dokument eller en annen pakket fil",
    b"\xd0\xcf\x11\xe0": "et eldre Word-dokument",
    b"%PDF-": "en PDF",
}
_CODECS = {"Mac Roman": "mac_roman", "DOS-tegnsett 865": "cp865", "Windows-1252": "cp1252"}


class SourceText:
    """The text of a file, without its byte order mark, with rows and columns that count from 1.

    Of a file given as bytes no text is kept: a run over many files reports on one at a time.
    """

    def __init__(self, text: str | bytes, *, bom: bool = False) -> None:
        self._given = text
        self.bom = bom if isinstance(text, str) else text.startswith(codecs.BOM_UTF8)

    @property
    def text(self) -> str:
        """The text."""
        return self._given if isinstance(self._given, str) else _text_of(self._given)

    @cached_property
    def _starts(self) -> list[int]:
        text = self.text
        if "\r" in text:
            return [0, *(end.end() for end in _LINE_END.finditer(text))]
        return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def row_column(self, offset: int) -> tuple[int, int]:
        """Row and column, both from 1, of the character at `offset`; columns count characters."""
        row = bisect_right(self._starts, offset)
        return row, offset - self._starts[row - 1] + 1

    def line(self, row: int) -> str:
        """The text of a row (from 1), without its line end; empty beyond the last."""
        if row > len(self._starts):
            return ""
        text = self.text
        end = self._starts[row] if row < len(self._starts) else len(text)
        return text[self._starts[row - 1] : end].rstrip("\r\n")

    def offset(self, row: int) -> int:
        """Where a row (from 1) begins."""
        return self._starts[row - 1]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._starts)


def decode(data: bytes) -> tuple[SourceText, Problem | None]:
    """The text of a file, and the fault that keeps it from being read as YAML 1.2 in UTF-8, if there is one.

    With a fault the text is the nearest that can be shown beside it.
    """
    if len(data) > MAX_BYTES:
        text = data[:1000].decode("utf-8", "replace").lstrip(BOM)
        return SourceText(text), Problem(
            "MA001",
            f"filen er over {MAX_BYTES // 1_000_000} MB, og så store filer leses ikke",
            "del den opp: én avtale er én fil",
            Span(0, 0),
        )
    for signature, kind in _OTHER_FILES.items():
        if data.startswith(signature):
            return SourceText(""), Problem(
                "MA001", f"filen er {kind}, ikke en avtale", "skriv avtalen som YAML i en ren tekstfil", Span(0, 0)
            )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other_encoding(data, error.start)
    bom = text.startswith(BOM)
    source = SourceText(text[1:] if bom else text, bom=bom)
    if "\x00" in text and (other := _utf16(data)) is not None:
        return other
    return source, refusal(source.text)


@lru_cache(maxsize=2)
def _text_of(data: bytes) -> str:
    return decode(data)[0].text


def refusal(text: str) -> Problem | None:
    """The first letter of a text that cannot stand in a file, nor be written as an escape; None where all can."""
    unusual = text.encode("utf-8", "surrogatepass").translate(None, _ORDINARY).decode("utf-8", "surrogatepass")
    if not _SUSPECT.search(unusual) or (match := _REFUSED.search(text) or _PILED.search(text)) is None:
        return None
    character = match[0][0]
    code = f"U+{ord(character):04X}"
    name = _NAMES.get(character)
    help_ = "ta bort tegnet"
    if character in "\x85\u2028\u2029":
        help_ = "skriv et vanlig linjeskift i stedet"
        why = f"tegnet {code} ({name}) er linjeskift i YAML 1.1, men ikke i YAML 1.2"
    elif re.match(f"[{_STEERING}]", character):
        why = f"tegnet {code} snur skriveretningen, så teksten ser annerledes ut enn den er"
    elif re.match(f"[{_UNSEEN}]", character):
        why = f"tegnet {code} tar ingen plass, så ordet er et annet enn det ser ut til"
    elif re.match(f"[{_MARKS}]", character):
        why, help_ = f"på bokstaven står det {len(match[0])} tegn over hverandre", "ta bort tegnene"
    else:
        why = f"tegnet {code}{f' ({name})' if name else ''} kan ikke stå i en YAML-fil"
    return Problem("MA001", why, help_, Span(*match.span()))


def _utf16(data: bytes) -> tuple[SourceText, Problem] | None:
    for codec, name in (("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")):
        odd = data[0 if codec.endswith("be") else 1 :: 2]
        if odd and odd.count(0) > len(odd) // 2:
            text = data.decode(codec, "replace").lstrip(BOM)
            return SourceText(text), _not_utf8(name, Span(0, 0))
    return None


def _other_encoding(data: bytes, start: int) -> tuple[SourceText, Problem]:
    if data[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"):
        return SourceText(data.decode("utf-32", "replace")), _not_utf8("UTF-32", Span(0, 0))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return SourceText(data.decode("utf-16", "replace")), _not_utf8("UTF-16", Span(0, 0))
    if (other := _utf16(data)) is not None:
        return other
    name = max(_NORWEGIAN, key=lambda name: sum(data.count(letter) for letter in _NORWEGIAN[name]))
    if name == "Latin-1" and any(0x80 <= byte <= 0x9F for byte in data):  # noqa: PLR2004 (the C1 block, unused in Latin-1)
        name = "Windows-1252"
    text = data.decode(_CODECS.get(name, "latin-1"), "replace")
    return SourceText(text), _not_utf8(name, Span(start, start + 1))


def _not_utf8(name: str, span: Span) -> Problem:
    return Problem(
        "MA001",
        f"filen er ikke UTF-8; den ser ut som {name}",
        "lagre den på nytt med tegnkodingen UTF-8",
        span,
    )
