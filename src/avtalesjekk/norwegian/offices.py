"""Titles of those who sign: which are a statsråd's, which a leader's, and which stand below the political top."""

import re
from enum import Enum
from functools import lru_cache

from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.text import plain
from avtalesjekk.patterns import pattern


class Rank(Enum):
    """Where in its organisation a title belongs."""

    STATSRÅD = "statsråd"
    LEDER = "leder"
    NESTLEDER = "nestleder"
    UNDER = "under"


_REST = pattern(r" for | i | ved ")
_PARTS = pattern(r"(?<!-),\s*|:\s*")  # «barne-, likestillings- og inkluderingsminister» is one title
_ASIDE = pattern(r"\([^()]*\)")
_ON_BEHALF = pattern(r"(?:på vegner? av|for|etter fullmakt)\b")
_ACTING = pattern(
    r"\b(?:fungerende|fungerande|konstituert|avtroppende|avtroppande|påtroppende|påtroppande|settestatsråd)\b"
)
_LEADERS = Forms(r"(?:ks-?)?(?:styre|hovedstyre|hovudstyre)?(?:leder|leiar|leiaren|lederen)")
_BELOW = Forms(
    r"\w*(?:direktør|sjef|sekretær|rådgiver|rådgjevar|rådgivar|konsulent|koordinator|fullmektig)(?:en)?"
    r"|\w+(?<!byråds)(?<!fylkesråds)(?:leder|leiar)(?:en)?|dir|\w+(?<!stats)(?<!by)(?<!fylkes)råd(?:en)?"
)


@lru_cache(maxsize=1024)
def rank(title: str) -> Rank | None:
    """The rank of a title; None where it names no office that can be placed.

    Of several titles the one that somebody acts in counts, else the first that can be placed.
    """
    parts = [part for part in _PARTS.split(plain(title)) if not _ON_BEHALF.match(part)]
    parts.sort(key=lambda part: _ACTING.search(part) is None)
    return next((placed for part in parts if (placed := _rank_of_one(part)) is not None), None)


def _rank_of_one(title: str) -> Rank | None:
    words = re.findall(r"[\w-]+", _REST.split(_ASIDE.sub(" ", title), maxsplit=1)[0])
    if any(re.fullmatch("(?:nest|vise)(?:styre)?(?:leder|leiar)(?:en)?", word) for word in words):
        return Rank.NESTLEDER
    if _LEADERS.fits_any(words):
        return Rank.LEDER
    if _BELOW.fits_any(words):
        return Rank.UNDER
    if any(
        re.fullmatch(r"[\w-]*minister(?:en)?|(?:sette)?statsråd(?:en)?|[\w-]*ministar(?:en)?", word) for word in words
    ):
        return Rank.STATSRÅD
    return None


def acting(title: str) -> bool:
    """Whether the title says that somebody acts in an office, «fungerende leder»."""
    return _ACTING.search(plain(title)) is not None
