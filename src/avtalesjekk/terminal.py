"""Text from outside, made safe to show in a terminal."""

import re
from pathlib import Path

from avtalesjekk.patterns import pattern

# C0, DEL and C1 steer the terminal, the bidi controls reorder what is read, and a lone surrogate cannot be encoded.
_UNSAFE = pattern(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str, keep: str = "") -> str:
    r"""Give the text with every unsafe character but those in `keep` as a visible escape: `\n`, `\x1b`, `\u202e`."""

    def escaped(match: re.Match[str]) -> str:
        character = match[0]
        return character if character in keep else character.encode("unicode_escape").decode("ascii")

    return _UNSAFE.sub(escaped, text)  # clean text comes back as the same object


def quoted(path: Path) -> str:
    """Give a path as it stands in a message."""
    return f"«{printable(str(path))}»"
