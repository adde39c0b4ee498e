"""Mends as edits of spans of the file, never a new dump of it."""

import re

from avtalesjekk.findings import Edit, Fix
from avtalesjekk.source.nodes import Scalar
from avtalesjekk.source.problem import Span

_PLAIN = re.compile(r"[^\W_][^\n#:,\[\]{}&*!|>'\"%@`]*(?<![\s])")
_READ_AS_NOTHING = frozenset(("null", "true", "false", "yes", "no", "on", "off"))


def rewrite_key(span: Span, name: str) -> Fix:
    """A key of the format in place of an unknown one."""
    return Fix(f"Skriv «{name}»", safe=False, edits=(Edit(span, name),))


def rewrite_value(scalar: Scalar, text: str, *, safe: bool) -> Fix:
    """Another text in place of a value, quoted as it was, or where it must be."""
    return Fix(f"Skriv «{text}»", safe, (Edit(scalar.span, _written(text, scalar.style)),))


def rewrite_words(scalar: Scalar, words: Span, text: str, *, safe: bool) -> Fix | None:
    """Other words in place of some of a value's; None where they would have to be escaped there."""
    if scalar.style in ('"', "'") and re.search(r"[\"'\\]", text):
        return None
    return Fix(f"Skriv «{text}»", safe, (Edit(words, text),))


def _written(text: str, style: str) -> str:
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if style == "" and _PLAIN.fullmatch(text) and text.casefold() not in _READ_AS_NOTHING:
        return text
    return "'" + text.replace("'", "''") + "'"
