"""Near misses: the word that was meant, and names made plain."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss"})
_DIGRAPHS = (("oe", "o"), ("aa", "a"))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text in lower case with no letters beyond a–z: «Økonomi» and «okonomi» are the same."""
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` most likely stands for, or None where none is near."""
    folded = {_letters(choice): choice for choice in choices}
    plain = _letters(word)
    if plain in folded:
        return folded[plain]
    from difflib import get_close_matches  # noqa: PLC0415 (only where something is wrong)

    near = get_close_matches(plain[:80], folded, n=1, cutoff=0.75)
    return folded[near[0]] if near else None


def slug(text: str) -> str:
    """A text as an id: a–z, digits and hyphens."""
    return re.sub("[^a-z0-9]+", "-", fold(text)).strip("-") or "avtale"


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    letters = fold(text)
    for digraph, letter in _DIGRAPHS:
        letters = letters.replace(digraph, letter)
    return re.sub(r"[\s_.-]+", "", letters)
