"""Letters that a signed text may have: none that steer a terminal, turn the reading order, or that XML cannot hold."""

import re

_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """The text with each of those shown as an unknown character."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)
