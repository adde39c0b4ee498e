"""Lines of styled text, as wide as a terminal shows them."""

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, TextIO

from avtalesjekk.patterns import pattern
from avtalesjekk.terminal import printable


class Piece(NamedTuple):
    """Some text in one style; the styles are rich's."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]

_NARROWEST = 40
_WIDEST = 120  # and how wide it is where there is no terminal
_PLAIN = pattern("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2212]*")  # what Norwegian is written with: a column each
# What is not seen at all, and so must be shown where a reader is to find it.
_UNSEEN = pattern("[\xad\u180e\u200b\u2028\u2029\u2060-\u2064\ufeff\ufffe\uffff]")


def cells(text: str) -> int:
    """How many columns a terminal takes to show a text: two for wide characters, none for combining ones."""
    if _PLAIN.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 (most texts do without)

    return cell_len(text)


def shown(text: str) -> str:
    """Text as a code frame shows it: tabs as spaces, what is not seen or could steer the terminal as escapes."""
    return _UNSEEN.sub(
        lambda unseen: unseen[0].encode("unicode_escape").decode("ascii"), printable(text.replace("\t", "    "))
    )


def wrap(pieces: Iterable[Piece], width: int, first: Line = (), rest: Line = ()) -> Iterator[Line]:
    """Pieces as lines no wider than `width`, broken at spaces.

    The first begins with the line `first`, the others with `rest`. A word that is too wide stands on a line of its own.
    """
    line, room, spaces, fresh = list(first), width - _width(first), 0, True
    for piece in pieces:
        for i, word in enumerate(piece.text.split(" ")):
            spaces += i > 0
            if not word:
                continue
            if cells(word) + spaces > room and spaces and not fresh:
                yield tuple(line)
                line, room, spaces = list(rest), width - _width(rest), 0
            line.append(Piece(" " * (0 if fresh else spaces) + word, piece.style))
            room -= cells(line[-1].text)
            spaces, fresh = 0, False
    yield tuple(line)


def _width(line: Line) -> int:
    return sum(cells(piece.text) for piece in line)


def width_of(stream: TextIO) -> int:
    """How wide lines to a stream may be, in columns."""
    columns = shutil.get_terminal_size((80 if stream.isatty() else _WIDEST, 0)).columns
    return min(max(columns, _NARROWEST), _WIDEST)


def coloured(stream: TextIO) -> bool:
    """Whether a stream is to have colours: NO_COLOR forbids, FORCE_COLOR demands, else a terminal that is not dumb."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a stream without white space at their ends, in colours where it is to have them."""
    if not coloured(stream):
        stream.writelines("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
        return
    from rich.console import Console  # noqa: PLC0415 (only where there are colours)
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, force_terminal=True, soft_wrap=True, color_system="standard")
    for line in lines:
        runs = groupby(line, key=lambda piece: piece.style)
        text = Text.assemble(*(("".join(piece.text for piece in run), style) for style, run in runs))
        text.rstrip()
        console.print(text)
