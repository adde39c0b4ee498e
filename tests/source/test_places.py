"""Every value, key and word of a file stands where its span says."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtalesjekk.source import Document, read
from avtalesjekk.source.composing import compose
from avtalesjekk.source.nodes import Mapping, Node, Plain, Scalar, Sequence, plain
from avtalesjekk.source.places import Path as Steps
from avtalesjekk.source.places import find, key_place
from avtalesjekk.source.problem import Span

ROOT = Path(__file__).parents[2]
FILES = {
    str(file.relative_to(ROOT)): file
    for file in sorted([*ROOT.glob("avtaler/*.yaml"), *ROOT.glob("tests/rules/**/rett.yaml")])
}
WRITTEN: st.SearchStrategy[tuple[str, Plain]] = runpy.run_path(str(Path(__file__).with_name("yaml_writer.py")))[
    "written"
]()
BY_HAND = {
    "lone CR": "a: |\r  en\r  to\rb: >-\r  tre\r  fire\rc: fem\r",
    "CRLF": "a: |\r\n  en\r\n\r\n  to\r\n\r\nb: 'tre\r\n\r\n  fire'\r\n",
    "mixed line ends": "a: |\r  en\r\n  to\n\r\rb: fem\n",
    "no line end at the end": "a: |-\n  en",
    "block kept": "a: |+\n  en\n\n\nb: >+\n\n  to\n\n",
    "empty blocks": "a: |\nb: >-\n\nc: |+\n\nd: |2\ne: x\n",
    "indicators": "a: |2\n    en\n  to\nb:\n  - |1-\n    tre\n  - - >3+\n       fire\n\n",
    "spaces that end a block": "a: |\n  en  \n\nb: |-\n  to\n     \n \nc: >\n  tre \n",
    "comments in headers": "a: | # +\n  en\n\nb: >-   # |+\n  to # ikke kommentar\n",
    "anchors": "a: &x en\nb: &y # +\n\n  |-\n  to\n  # tre\n\nc: &z 'fire'\nd: &w\ne: &v |+\n  +\n\n",
    "tags": "a: !!str en\nb: ! 'to'\nc: !!str\nd: !<tag:yaml.org,2002:str> >\n  en\n\ne: !!map {f: !!seq [!!int 1]}\n",
    "aliases": "a: &x |\n  en to\nb: *x\nc: [*x, {d: *x}]\ne: &y [a, *x]\nf: {g: *y }\n",
    "other keys": '&k a: b\n"c" : d\n? e\n: f\n? &m g\n? \'h\'\n: i\n"j\\u00e5": k\n',
    "nothing": "a:\nb: ~\nc: null\nd: &x\ne: !!null\nf: ''\ng: []\nh: {}\n",
    "flow": "a: [en, to tre , 'fire', \"fem\", [], {}, {seks: , sju}]\nb: {c: [d: e , f], 'g':h, \"i\": j}\n",
    "flow over lines": "a: [ # en\n  b # to\n  ,\n  c\n    d,\n]\ne: {\n  f: g\n\n   h }\n",
    "escapes": r'a: "\x41\u00e5\U0001F600\t\_\/\"\\ \x20b"' + "\n",
    "line continuation": 'a: "en\\\n   \\ to \\\n  tre\n\n  fire\\n\\\n  "\nb: "\\\r\n c"\n',
    "compact": "- - a\n  - b: c\n    d: e\n-   - f\n- - |\n   g\n",
    "indentless": "a:\n- b\n-\n- c: |2\n     d\n  e: f\n",
    "plain over lines": "a: en\n  to\n\n  - tre\n # fire\nb: c:d\n   #e f#g\n",
    "letters": "æøå: a\u030abc 😀 d\u0308\n👩\u200d👩\u200d👧: '«x»  –'\nÅ: \"a\u030a\\u030a\"\n",
    "no-break spaces": "a: b\u00a0c  d\u3000e\nf: |\n  g\u00a0 h\ni: &x \u00a0j\n",
    "document marks": "%YAML 1.2\n--- # en\na: b\n...\n",
    "a text": "--- 'en\n  to'\n",
    "a list": "[a, b]",
}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES.keys())
def test_the_spans_of_an_agreement(file: Path) -> None:
    check(read(file.read_bytes()), every=7)


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND.keys())
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
def test_the_spans_of_a_file_by_hand(text: str, bom: str) -> None:
    check(read((bom + text).encode()))


@given(WRITTEN)
@settings(max_examples=5 * settings().max_examples, suppress_health_check=[HealthCheck.too_slow])
def test_the_spans_of_any_file(file: tuple[str, Plain]) -> None:
    text, data = file
    document = read(text.encode())
    assert document.root is not None
    assert plain(document.root) == data
    check(document)


def check(document: Document, every: int = 1) -> None:
    """Assert of every value, key and (from one in `every` characters on) range of words that its span shows it."""
    text, root = document.source.text, document.root
    assert root is not None
    assert [problem for problem in document.problems if problem.code != "MA015"] == []
    nodes = dict(walk(text, root, ()))
    anchors = {text[n.span.start + 1 : n.span.end]: plain(n) for n in nodes.values() if _is_alias(text, n)}
    assert _data(_ended(" " * _column(document, root.span.start) + text[slice(*root.span)])) == plain(root)
    for path, node in nodes.items():
        assert find(root, path) is node
        if isinstance(node, Scalar) and not node.null:
            assert document.place(path) == node.span
            assert text[node.span.end - 1] not in "\r\n" or re.match(r"[|>]\d?\+", text[node.span.start :])
            _check_words(document, path, node, every)
        for step, key, child in _children(node) if not _is_alias(text, node) else ():
            assert node.span.start <= child.span.start <= child.span.end <= node.span.end
            if key is not None:
                assert key_place(root, (*path, step)) == key
                assert node.span.start <= key.start < key.end <= child.span.start
                assert normalize("NFC", str(_data(text[slice(*key)]))) == step
            if not _is_alias(text, child) and child.span.start < child.span.end:
                assert _again(document, node, child, _known(anchors)) == plain(child)


def _again(document: Document, parent: Node, child: Node, anchors: str) -> Plain:
    """What the slice of the file at a value's span says, read under a parent that stands where its own does."""
    text = document.source.text
    piece, pad = text[slice(*child.span)], " " * _column(document, child.span.start)
    if not isinstance(parent, Scalar) and parent.flow:
        return _last(_last(_data(f"- [{anchors}]\n- [\n{pad}{piece}\n]\n")))
    start = _behind_properties(text, parent.span.start)
    if not re.search(r"[\r\n]", text[parent.span.start : start]):  # an anchor on the line of the first key is the key's
        start = parent.span.start
    left = " " * _column(document, start)
    one, other = ("-", "-") if isinstance(parent, Sequence) else ("a:", "b:")
    row, _ = document.source.row_column(child.span.start)
    alone = _behind_properties(before := document.source.line(row)[: len(pad)].lstrip(), 0) == len(before)
    gap = f"\n{pad}" if alone else pad[len(left + other) :] or f"\n{pad}"
    return _last(_data(_ended(f"{left}{one} [{anchors}]\n{left}{other}{gap}{piece}")))


def _check_words(document: Document, path: Steps, node: Scalar, every: int) -> None:
    """Assert that each range of a text's characters is shown by a stretch that holds just their words."""
    text = document.source.text
    for start in range(0, len(node.text), every):
        for end in (start + 1, start + 2, start + 5, start + 40, len(node.text)):
            words = "".join(node.text[start:end].split())
            shown = document.place(path, (start, end))
            if not words or _is_alias(text, node):
                assert shown == node.span
                continue
            stretch = text[slice(*shown)]
            assert not stretch[0].isspace()
            assert not stretch[-1].isspace()
            if node.style in ("'", '"'):
                stretch = str(_data(f"{node.style}{stretch}{node.style}"))
            assert "".join(stretch.split()) == words


def walk(text: str, node: Node, path: Steps) -> Iterator[tuple[Steps, Node]]:
    """A node and all that stand below it in the file, each with its path."""
    yield path, node
    if not _is_alias(text, node):
        for step, _, child in _children(node):
            yield from walk(text, child, (*path, step))


def _children(node: Node) -> Iterator[tuple[str | int, Span | None, Node]]:
    match node:
        case Mapping(entries=entries):
            yield from ((entry.name, entry.key, entry.value) for entry in entries)
        case Sequence(items=items):
            yield from ((i, None, item) for i, item in enumerate(items))


def _is_alias(text: str, node: Node) -> bool:
    return re.fullmatch(r"\*\w+", text[slice(*node.span)]) is not None


def _behind_properties(text: str, start: int) -> int:
    """Where a node begins behind its anchor, its tag and their comments."""
    found = re.compile(r"(?:[&!]\S*\s*(?:#[^\r\n]*\s*)*)*").match(text, start)
    return found.end() if found else start


def _column(document: Document, offset: int) -> int:
    return document.source.row_column(offset)[1] - 1


def _data(text: str) -> Plain:
    root, problems = compose(text)
    assert [problem for problem in problems if problem.code != "MA015"] == []
    return plain(root) if root is not None else None


def _ended(text: str) -> str:
    return text + ("\r" if text.endswith("\r") else "\n")


def _last(data: Plain) -> Plain:
    assert isinstance(data, list | dict)
    return list(data.values() if isinstance(data, dict) else data)[-1]


def _known(anchors: dict[str, Plain]) -> str:
    """Anchors with what stands at them, in one line."""
    return ", ".join(f"&{name} {_flow(data)}" for name, data in anchors.items())


def _flow(data: Plain) -> str:
    match data:
        case None:
            return "~"
        case str():
            return '"' + "".join(f"\\U{ord(character):08x}" for character in data) + '"'
        case list():
            return f"[{', '.join(map(_flow, data))}]"
    return f"{{{', '.join(f'{_flow(key)}: {_flow(value)}' for key, value in data.items())}}}"
