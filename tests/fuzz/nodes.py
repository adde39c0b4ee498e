"""What must be true of the nodes of a file: each stands within its parent, and each word is found where it stands."""

import re
from collections.abc import Iterator
from itertools import islice

from avtalesjekk.source import Document
from avtalesjekk.source.nodes import Mapping, Node, Scalar, Sequence
from avtalesjekk.source.places import Path, dotted, find
from avtalesjekk.source.problem import Span

_MOST = 300  # nodes and words that are looked up one by one


def check_nodes(document: Document, root: Node) -> None:
    """AssertionError where a place is not what stands there."""
    text = document.source.text
    for path, node in islice(_walk(text, root, ()), _MOST):
        span = node.span
        assert 0 <= span.start <= span.end <= len(text), (path, span)
        assert find(root, path) == node
        assert not path or dotted(path).removesuffix("]").endswith(str(path[-1]).removesuffix("]"))
        shown = document.place(path)
        assert 0 <= shown.start <= shown.end <= len(text), (path, shown)
        missing = document.place((*path, "finnes ikke"))
        assert 0 <= missing.start <= missing.end <= len(text), (path, missing)
        if isinstance(node, Scalar) and not node.null and not text.startswith("*", span.start):
            _check_words(document, path, node)


def _check_words(document: Document, path: Path, node: Scalar) -> None:
    text = document.source.text
    for word in islice(re.finditer(r"\S+", node.text), 20):
        span = document.place(path, word.span())
        assert node.span.start <= span.start <= span.end <= node.span.end
        shown = text[span.start : span.end]
        match node.style:
            case "'":
                assert shown.replace("''", "'") == word[0], (path, word)
            case '"' if "\\" in text[node.span.start : node.span.end]:
                pass
            case _:
                assert shown == word[0], (path, word)


def _walk(text: str, node: Node, path: Path) -> Iterator[tuple[Path, Node]]:
    """The nodes with their paths; what an alias stands for lies elsewhere, and is looked at there."""
    yield path, node
    if text.startswith("*", node.span.start):
        return
    match node:
        case Mapping(entries=entries):
            names = [entry.name for entry in entries]
            assert len(set(names)) == len(names)
            for entry in entries:
                _within(node.span, entry.key)
                _within(node.span, entry.value.span)
                yield from _walk(text, entry.value, (*path, entry.name))
        case Sequence(items=items):
            for i, item in enumerate(items):
                _within(node.span, item.span)
                yield from _walk(text, item, (*path, i))
        case Scalar():
            pass


def _within(outer: Span, inner: Span) -> None:
    assert outer.start <= inner.start <= inner.end <= outer.end, (outer, inner)
