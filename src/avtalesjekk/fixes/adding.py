"""Putting keys that are missing into their section, or the whole section into the agreement, in the format's order."""

import re
from collections.abc import Sequence

from avtalesjekk.findings import Edit, Fix
from avtalesjekk.fixes.rewriting import written
from avtalesjekk.model.keys import keys_at
from avtalesjekk.source.nodes import Entry, Mapping, Node, Scalar
from avtalesjekk.source.places import Path, find
from avtalesjekk.source.problem import Span

Pairs = Sequence[tuple[str, str]]  # keys, each with the text that is to stand after it

_LINE_END = re.compile(r"\r\n|\n|\r")
_TO_LINE_END = re.compile(r"[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|\Z)")
_EMPTY_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_STEP = 2  # how far a section is indented where the file does not show it


def add(source: str, root: Node, section: str, pairs: Pairs) -> Fix | None:
    """The mend that gives a section keys that it lacks, and makes it where it is not there.

    None where there is no room for them: the section is no block of keys, has one of them, or shares its line.
    """
    names = " og ".join(f"«{section}.{key}»" for key, _ in pairs)
    edit = _edit(source, root, section, pairs)
    return Fix(f"Legg til {names}", safe=False, edits=(edit,)) if edit else None


def _edit(source: str, root: Node, section: str, pairs: Pairs) -> Edit | None:
    node = find(root, (section,))
    if not isinstance(root, Mapping) or any(find(root, (section, key)) is not None for key, _ in pairs):
        return None
    if isinstance(node, Mapping) and node.entries:
        return _flow(node, (section,), pairs) if node.flow else _block(source, node, (section,), pairs)
    if root.flow or node is not None:
        return _in_empty(source, root, section, node, pairs)
    return _new_section(source, root, section, pairs)


def _in_empty(source: str, root: Mapping, section: str, node: Node | None, pairs: Pairs) -> Edit | None:
    """Into a section that is there with nothing in it, or into an agreement in braces."""
    inside = ", ".join(f"{key}: {_quoted(text)}" for key, text in pairs)
    match node:
        case None:
            return _flow(root, (), ((section, f"{{{inside}}}"),), raw=True)
        case Mapping() if not source[node.span.start + 1 : node.span.end - 1].strip():  # {}
            return Edit(Span(node.span.start + 1, node.span.end - 1), inside)
        case Scalar(text="", style="") if not root.flow and (entry := root.get(section)):
            colon = source.find(":", entry.key.end) + 1
            rest = _TO_LINE_END.match(source, colon)
            if colon and rest:
                lines = _lines(source, pairs, _column(source, entry.key.start) + _indent(root, source))
                return Edit(Span(rest.end(), rest.end()), lines)
    return None


def _flow(block: Mapping, path: Path, pairs: Pairs, *, raw: bool = False) -> Edit | None:
    """Between braces: after what comes before it in the format, or before all."""
    inside = ", ".join(f"{key}: {text if raw else _quoted(text)}" for key, text in pairs)
    before = _before(block, path, pairs[0][0])
    if before is None:
        at = block.entries[0].key.start if block.entries else block.span.start + 1
        return Edit(Span(at, at), f"{inside}, " if block.entries else inside)
    if _is_empty(before.value):
        return None
    at = before.value.span.end
    return Edit(Span(at, at), f", {inside}")


def _block(source: str, block: Mapping, path: Path, pairs: Pairs) -> Edit | None:
    """On lines of their own: after what comes before them in the format, or before all."""
    first = block.entries[0].key.start
    indent = _column(source, first)
    before = _before(block, path, pairs[0][0])
    if before is None:
        lines = _lines(source, pairs, indent).lstrip("\r\n ")
        return Edit(Span(first, first), f"{lines}{_newline(source)}{' ' * indent}")
    at = _line_end_after(source, before)
    return Edit(Span(at, at), _lines(source, pairs, indent)) if at is not None else None


def _new_section(source: str, root: Mapping, section: str, pairs: Pairs) -> Edit | None:
    before = _before(root, (), section)
    if before is None or _column(source, before.key.start):
        return None
    at = _line_end_after(source, before)
    if at is None:
        return None
    newline = _newline(source)
    apart = newline if _EMPTY_LINE.search(source, root.span.start, root.span.end) else ""
    return Edit(Span(at, at), f"{apart}{newline}{section}:{_lines(source, pairs, _indent(root, source))}")


def _before(block: Mapping, path: Path, key: str) -> Entry | None:
    """The last entry in the file among those that the format has before a key."""
    order = keys_at(path)
    earlier = frozenset(order[: order.index(key)])
    return next((entry for entry in reversed(block.entries) if entry.name in earlier), None)


def _line_end_after(source: str, entry: Entry) -> int | None:
    """Where the line ends on which an entry does, or the last comment below it that is indented more than its key.

    None where something else follows on the line.
    """
    end = entry.value.span.end
    if _is_empty(entry.value):
        end = source.find(":", entry.key.end) + 1
    rest = _TO_LINE_END.match(source, end)
    if rest is None:
        return None
    within = re.compile(rf"(?:\r\n|\n|\r) {{{_column(source, entry.key.start) + 1},}}#[^\r\n]*")
    end = rest.end()
    while comment := within.match(source, end):
        end = comment.end()
    return end


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.style and not node.text


def _lines(source: str, pairs: Pairs, indent: int) -> str:
    newline = _newline(source)
    return "".join(f"{newline}{' ' * indent}{key}: {_quoted(text)}" for key, text in pairs)


def _quoted(text: str) -> str:
    return written(text, "")


def _newline(source: str) -> str:
    found = _LINE_END.search(source)
    return found[0] if found else "\n"


def _column(source: str, at: int) -> int:
    """How many characters stand before a place on its line."""
    return at - max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) - 1


def _indent(root: Mapping, source: str) -> int:
    """How far the sections of the file are indented."""
    for entry in root.entries:
        if isinstance(entry.value, Mapping) and not entry.value.flow and entry.value.entries:
            return max(1, _column(source, entry.value.entries[0].key.start))
    return _STEP
