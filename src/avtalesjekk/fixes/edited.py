"""A text as it was and as it is after edits, with what has changed between the two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from avtalesjekk.findings import Edit
from avtalesjekk.source.problem import Span


class Change(NamedTuple):
    """Other text in place of a stretch of the original."""

    span: Span
    content: str


@dataclass(frozen=True, slots=True)
class Edited:
    """An original, and what it has become: stretches of it, and new text between them."""

    original: str
    pieces: tuple[Span | str, ...]

    @classmethod
    def of(cls, original: str) -> "Edited":
        """A text that nothing has changed in."""
        return cls(original, (Span(0, len(original)),))

    @property
    def text(self) -> str:
        """What it has become."""
        return "".join(map(self._shown, self.pieces))

    def edit(self, edits: Iterable[Edit]) -> "Edited":
        """The text with edits, whose spans count in what it has become; they are in order and do not overlap."""
        pieces: list[Span | str] = []
        rest = iter(self.pieces)
        piece: Span | str = ""
        at = 0

        def take(length: int) -> Iterator[Span | str]:
            """The pieces of the next so many characters."""
            nonlocal piece, at
            at += length
            while length:
                size = _size(piece)
                if not size:
                    piece = next(rest)
                    continue
                taken = min(size, length)
                first, piece = _cut(piece, taken)
                length -= taken
                yield first

        for edit in edits:
            pieces += take(edit.span.start - at)
            for _ in take(edit.span.end - at):
                pass
            pieces.append(edit.content)
        pieces += [piece, *rest]
        return Edited(self.original, tuple(piece for piece in pieces if _size(piece)))

    def changes(self) -> Iterator[Change]:
        """What has changed, in the order of the original."""
        at, new = 0, ""
        for piece in (*self.pieces, Span(len(self.original), len(self.original))):
            if isinstance(piece, str):
                new += piece
                continue
            if new or piece.start > at:
                yield Change(Span(at, piece.start), new)
            at, new = piece.end, ""

    def _shown(self, piece: Span | str) -> str:
        return piece if isinstance(piece, str) else self.original[piece.start : piece.end]


def _size(piece: Span | str) -> int:
    return len(piece) if isinstance(piece, str) else piece.end - piece.start


def _cut(piece: Span | str, at: int) -> tuple[Span | str, Span | str]:
    if isinstance(piece, str):
        return piece[:at], piece[at:]
    return Span(piece.start, piece.start + at), Span(piece.start + at, piece.end)
