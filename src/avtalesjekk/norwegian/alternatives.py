"""The alternatives of a regular expression, sorted so that most of them can be compared as plain text."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Alternatives(NamedTuple):
    """What an expression matches in full, by kind.

    Whole words; how words begin, how they end and what stands in them, where the rest of the word is letters and
    figures; and, still as an expression, the alternatives that are none of these.
    """

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    middles: tuple[str, ...]
    other: str


def alternatives(expression: str) -> Alternatives:
    r"""The alternatives of an expression like «plikt(?:a|en)?|avtal\w*|\w*frist|\w*varsel\w*»."""
    words: set[str] = set()
    other = []
    for alternative in _apart(expression.replace(r"\w*", _ANY)):
        expanded = _expanded(alternative)
        if expanded is None or any(word == _ANY or _ANY in word[1:-1] for word in expanded):
            other.append(alternative.replace(_ANY, r"\w*"))
        else:
            words |= expanded
    beginnings = {word for word in words if word.endswith(_ANY)}
    endings = {word for word in words if word.startswith(_ANY)}
    return Alternatives(
        frozenset(words - beginnings - endings),
        tuple(word[:-1] for word in beginnings - endings),
        tuple(word[1:] for word in endings - beginnings),
        tuple(word[1:-1] for word in endings & beginnings),
        "|".join(other),
    )


_ANY = "\0"
_SIGN = re.compile(r"\\.|[\[\]()|]")
_PIECE = re.compile(rf"[\w–{_ANY}-]+(?!\?)|[\w–-]|\(\?:|[)|?]|\[(?:\w+|–-)\]")


def _apart(expression: str) -> list[str]:
    """What stands between the signs «|» that are in no group."""
    if "(" not in expression:
        return expression.split("|")
    parts, depth, start = [], 0, 0
    for sign in _SIGN.finditer(expression):
        if sign[0] == "|" and depth == 0:
            parts.append(expression[start : sign.start()])
            start = sign.end()
        depth += (sign[0] == "(") - (sign[0] == ")")
    return [*parts, expression[start:]]


def _expanded(alternative: str) -> set[str] | None:
    """The words that an alternative stands for; None where it has signs other than groups, «?» and plain classes."""
    pieces = _PIECE.findall(alternative)
    return _choices(iter(pieces)) if "".join(pieces) == alternative else None


def _choices(signs: Iterator[str]) -> set[str]:
    """The words that the signs up to the end of a group stand for."""
    found: set[str] = set()
    before = words = {""}
    for sign in signs:
        if sign == ")":
            break
        if sign == "|":
            found |= words
            words = {""}
        elif sign == "?":
            words |= before
        else:
            before = words
            one_of = _choices(signs) if sign == "(?:" else sign[1:-1] if sign[0] == "[" else (sign,)
            words = {word + choice for word in words for choice in one_of}
    return found | words
