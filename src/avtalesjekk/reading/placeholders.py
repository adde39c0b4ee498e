"""What stands in a text where something is still to be filled in."""

from collections.abc import Iterator

from avtalesjekk.patterns import pattern
from avtalesjekk.placeholder import is_placeholder
from avtalesjekk.reading.said import Words

SIGNS = ("[", "…", "...", "XX", "TODO", "Nordmann", "Normann")  # one of them is in every text that has a placeholder
_BRACKETS = r"\[(?P<inside>(?:[^\[\]\n]|\n(?!\s*\n)){1,400})\](?![(\[])"
_ALONE = r"(?<![\w.…])(?:…(?![\w…])|\.\.\.(?![\w.]))|(?<!\w)XX+(?!\w)|\bTODO\b|\b(?:Ola|Kari) Nord?mann\b"
_PLACEHOLDER = pattern(f"{_BRACKETS}|{_ALONE}")
_WORD = pattern(r"[^\W\d_]{2}")


def placeholders(text: str) -> Iterator[tuple[str, Words]]:
    """Words in square brackets that are no link, dots or XX by themselves, TODO, and names that stand for any."""
    if not any(map(text.__contains__, SIGNS)):
        return
    matches = _PLACEHOLDER.finditer(text)
    found = [match for match in matches if match["inside"] is None or _WORD.search(match["inside"])]
    yield from ((match[0], match.span()) for match in found)
    if not found and text.strip() and is_placeholder(text):
        yield text.strip(), (0, len(text))
