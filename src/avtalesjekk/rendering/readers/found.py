"""What is read back from a rendered file."""

import re
from dataclasses import dataclass

from avtalesjekk.rendering.seal import LABEL

MARK = "UTKAST"  # the first word of a draft
# What the files say of the seal themselves: in full, and as people see it.
STATED = re.compile(r"sha256:([0-9a-f]{64})")
_FOOT = re.compile(rf"(?<!\s)\s*{LABEL}: [0-9a-f]{{4}}(?: [0-9a-f]{{4}}){{3}}(?:\s+sha256:[0-9a-f]{{64}})?\s*\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """The text of the body in reading order, with white space between its parts; and what the file says of itself.

    `seal` is the fingerprint that it states, empty where it states none; `source` the agreement that is attached.
    """

    text: str
    seal: str
    source: bytes | None = None


def without_foot(text: str) -> str:
    """A text without the line of its seal at the end."""
    return _FOOT.sub("", text)


def stated(text: str) -> str:
    """The last fingerprint that a text states in full."""
    found = STATED.findall(text)
    return str(found[-1]) if found else ""
