"""Titles of those who sign: which are a statsråd's, which a leader's, and which stand below the political top."""

import re
from enum import Enum

from avtalesjekk.norwegian.text import plain


class Rank(Enum):
    """Where in its organisation a title belongs."""

    STATSRÅD = "statsråd"
    LEDER = "leder"
    NESTLEDER = "nestleder"
    UNDER = "under"


_REST = re.compile(r",| for | i | ved | på vegne| på vegner| etter fullmakt")
_ACTING = re.compile(r"\b(?:fungerende|fungerande|konstituert|avtroppende|avtroppande|påtroppende|påtroppande)\b")
_LEADERS = re.compile(r"(?:styre|hovedstyre|hovudstyre)?(?:leder|leiar|leiaren|lederen)")
_BELOW = re.compile(
    r"\w*(?:direktør|sjef|sekretær|rådgiver|rådgjevar|konsulent|koordinator|leder|leiar|fullmektig|ordfører|ordførar)(?:en)?"
    r"|\w+(?<!stats)råd(?:en)?"
)


def rank(title: str) -> Rank | None:
    """The rank of a title; None where it names no office that can be placed."""
    words = re.findall(r"\w+", _ACTING.sub(" ", _REST.split(plain(title), maxsplit=1)[0]))
    if not words:
        return None
    if any(re.fullmatch("(?:nest|vise)(?:styre)?(?:leder|leiar)(?:en)?", word) for word in words):
        return Rank.NESTLEDER
    if any(_LEADERS.fullmatch(word) for word in words):
        return Rank.LEDER
    if any(_BELOW.fullmatch(word) for word in words):
        return Rank.UNDER
    if any(re.fullmatch(r"\w*minister(?:en)?|statsråd(?:en)?", word) for word in words):
        return Rank.STATSRÅD
    return None


def acting(title: str) -> bool:
    """Whether the title says that somebody acts in an office, «fungerende leder»."""
    return _ACTING.search(plain(title)) is not None
