"""Other words in place of a key, a value, or some words of one."""

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
    return Fix(f"Skriv «{text}»", safe, (Edit(scalar.span, written(text, scalar.style)),))


def rewrite_words(source: str, words: Span, said: str, text: str, *, safe: bool) -> Fix | None:
    """Other words in place of some of a value's; None where the file does not show them as they are said.

    So it is where they are escaped there, or stand at an anchor, or would have to be escaped.
    """
    if "".join(source[words.start : words.end].split()) != "".join(said.split()) or re.search(r"[\"'\\:#]", text):
        return None
    return Fix(f"Skriv «{text}»", safe, (Edit(words, text),))


def quote(source: str, span: Span) -> Fix:
    """Quotes around a text that was written without."""
    whole = source[span.start : span.end]
    return Fix("Sett teksten i anførselstegn", safe=True, edits=(Edit(span, "'" + whole.replace("'", "''") + "'"),))


def written(text: str, style: str) -> str:
    """A text of one line as a YAML value, in the style of the one before it where that will do."""
    if style == '"':
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if style == "" and _PLAIN.fullmatch(text) and text.casefold() not in _READ_AS_NOTHING:
        return text
    return "'" + text.replace("'", "''") + "'"
