"""Lines of styled text, as wide as a terminal shows them."""

import os
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO

from avtalesjekk.terminal import printable


class Piece(NamedTuple):
    """Some text in one style; the styles are rich's."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]

_NARROWEST = 40
_WITHOUT_TERMINAL = 120


def cells(text: str) -> int:
    """How many columns a terminal takes to show a text: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def shown(character: str) -> str:
    """A character as it is shown in a code frame: tabs as spaces, and what could steer a terminal as an escape."""
    return "    " if character == "\t" else printable(character)


def wrap(pieces: Iterable[Piece], width: int, indent: int) -> Iterator[Line]:
    """Pieces as lines no wider than `width`, broken at spaces; all but the first begin with `indent` spaces."""
    line: list[Piece] = []
    room = width
    for piece in pieces:
        if not line and (leading := len(piece.text) - len(piece.text.lstrip(" "))):
            line.append(Piece(" " * (leading - 1)))
            room -= leading - 1
        for i, word in enumerate(piece.text.split(" ")):
            size = cells(word)
            if i and line and size + 1 <= room:
                line.append(Piece(" ", piece.style))
                room -= 1
            elif i and line:
                yield tuple(line)
                line, room = [Piece(" " * indent)], width - indent
            if word:
                line.append(Piece(word, piece.style))
                room -= size
    if line:
        yield tuple(line)


def width_of(stream: TextIO) -> int:
    """How wide lines to a stream may be, in columns."""
    if columns := os.environ.get("COLUMNS", ""):
        return max(int(columns), _NARROWEST) if columns.isdecimal() else _WITHOUT_TERMINAL
    return max(shutil.get_terminal_size().columns, _NARROWEST) if stream.isatty() else _WITHOUT_TERMINAL


def coloured(stream: TextIO) -> bool:
    """Whether a stream is to have colours: NO_COLOR forbids, FORCE_COLOR demands, else a terminal that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a stream, in colours where it is to have them."""
    if not coloured(stream):
        stream.writelines("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
        return
    from rich.console import Console  # noqa: PLC0415 (only where there are colours)
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, force_terminal=True, highlight=False, soft_wrap=True, color_system="standard")
    for line in lines:
        console.print(Text.assemble(*((piece.text, piece.style) for piece in line)))
