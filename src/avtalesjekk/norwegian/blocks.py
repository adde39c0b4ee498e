"""Running text as blocks: headings, paragraphs, items of lists and rows of tables."""

import re
from collections.abc import Iterator

from avtalesjekk.patterns import pattern


def blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """The blocks of a text in lower case, in order: from, to, which."""
    start, kind, filled = 0, "paragraph", False  # the block so far, and whether anything stands in it
    read = 0  # the lines before this have been looked at
    for sign in _MAY_BEGIN.finditer(text):
        line = sign.start()
        filled = filled or (read < line and not text[read:line].isspace())
        end = text.find("\n", line)
        end = len(text) if end < 0 else end
        match = _BLOCK.match(text, line)
        if match is None or (match.lastgroup == "item" and kind == "paragraph" and filled and _goes_on(match[0])):
            filled = filled or bool(text[line:end].strip())
        else:
            if filled:
                yield start, line, kind
            if match.lastgroup == "heading":
                yield line, end, "heading"
            kind = match.lastgroup if match.lastgroup in ("item", "row") else "paragraph"
            start = match.end()
            filled = bool(text[start:end].strip())
        read = end + 1
    if filled or text[read:].strip():
        yield start, len(text), kind


MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_BLOCK = pattern(
    r"(?P<heading>[ \t]{0,3}\#{1,6}[ \t][^\n]*)"
    rf"|(?P<item>[ \t]*(?:[-*+•–]|\(?[a-z]\)|\d{{1,3}}(?:\.|\))(?![ \t]*(?:{MONTHS}))(?!\d))[ \t]+(?=\S))"
    r"|(?P<row>[ \t]*\|)"
    r"|(?P<blank>[ \t]*\n)"
)
# The lines that begin as headings, lists, tables and blank lines do: most do not.
_MAY_BEGIN = pattern(r"^(?:[ \t\n#*+•–(|-]|\d|.\))", re.MULTILINE)


def _goes_on(marker: str) -> bool:
    """Whether what looks like a list right after a line of text is that line's: it begins with a number but 1."""
    marker = marker.strip()
    return marker[0].isdigit() and marker not in ("1.", "1)")
