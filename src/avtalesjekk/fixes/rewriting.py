"""Other words in place of a key, a value, or some words of one."""

import re

from avtalesjekk.findings import Edit, Fix
from avtalesjekk.source.nodes import Scalar
from avtalesjekk.source.problem import Span

_PLAIN = re.compile(r"[^\W_][^\n#:,\[\]{}&*!|>'\"%@`]*(?<![\s])")
_FIRST_LINE = re.compile(r"[\r\n]")
_ANCHOR = re.compile(r"(?:^|[\s,\[{])&[^\s,\[\]{}]+\s+(?:![^\s]*\s+)?\Z")
_FAR = 200  # characters before a value in which its anchor is looked for
_READ_AS_NOTHING = frozenset(("null", "true", "false", "yes", "no", "on", "off"))


def rewrite_key(source: str, span: Span, name: str) -> Fix:
    """A key of the format in place of an unknown one, quoted as it was."""
    sign = source[span.start] if source[span.start : span.start + 1] in ("'", '"') else ""
    return Fix(f"Skriv «{name}»", safe=False, edits=(Edit(span, f"{sign}{name}{sign}"),))


def rewrite_value(source: str, scalar: Scalar, text: str, *, safe: bool) -> Fix:
    """Another text in place of a value, quoted as it was, or where it must be.

    It is not safe where it would take a comment along, or change what stands elsewhere too.
    """
    beside = scalar.style in ("|", ">") and "#" in _FIRST_LINE.split(source[scalar.span.start : scalar.span.end], 1)[0]
    safe = safe and not beside and not _is_anchored(source, scalar)
    return Fix(f"Skriv «{text}»", safe, (Edit(scalar.span, written(text, scalar.style)),))


def rewrite_words(source: str, scalar: Scalar, words: Span, said: str, text: str, *, safe: bool) -> Fix | None:
    """Other words in place of some of a value's; None where the file does not show them as they are said.

    So it is where they are escaped there, or stand at an anchor, or would have to be escaped.
    """
    if "".join(source[words.start : words.end].split()) != "".join(said.split()) or re.search(r"[\"'\\:#]", text):
        return None
    return Fix(f"Skriv «{text}»", safe and not _is_anchored(source, scalar), (Edit(words, text),))


def _is_anchored(source: str, scalar: Scalar) -> bool:
    """Whether a value has an anchor, by which it can stand in other places too."""
    return _ANCHOR.search(source, max(0, scalar.span.start - _FAR), scalar.span.start) is not None


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
