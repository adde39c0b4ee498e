"""How wide the columns of a table are, and how large its letters, so that no word is broken."""

import re

from avtalesjekk.rendering.document import Table, plain

LARGEST = 11.0  # points, the size of the text
_SMALLEST = 6.5
_CHARACTERS = 95  # about as many of that size as a line of the page holds, with the room in the cells
_ROOM = 6  # characters beyond the longest word: what a cell keeps free on its sides
_WIDE = 1.12  # for words of wide letters
_AIR = 0.25  # of what the cells would like beyond their longest words
_WIDEST = 60  # characters that a cell would like at most
_BETWEEN_WORDS = re.compile(r"(?<![0-9])[ \n]|[ \n](?![0-9]{3}(?![0-9]))")  # not within «1 200 000»


def columns(table: Table) -> tuple[list[float], float]:
    """The share of the line that each column has, and the size of the letters in points: smaller where need be."""
    texts = [[plain(cell) for cell in column] for column in zip(table.head, *table.rows, strict=True)]
    longest = [max(len(word) for text in column for word in _BETWEEN_WORDS.split(text)) for column in texts]
    least = [int(length * _WIDE) + _ROOM for length in longest]
    wanted = [max(low, min(_WIDEST, max(map(len, column)))) for column, low in zip(texts, least, strict=True)]
    spare = [want - low for want, low in zip(wanted, least, strict=True)]
    needed = sum(least) + sum(spare) * _AIR
    size = max(_SMALLEST, min(LARGEST, int(2 * LARGEST * _CHARACTERS / needed) / 2))
    room = max(0.0, _CHARACTERS * LARGEST / size - sum(least))
    share = min(1.0, room / sum(spare)) if sum(spare) else 1.0
    sizes = [low + extra * share for low, extra in zip(least, spare, strict=True)]
    return [each / sum(sizes) for each in sizes], size
