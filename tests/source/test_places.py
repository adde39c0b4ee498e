"""Every value, key and word of a file stands where its span says."""

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtalesjekk.source import Document, read
from avtalesjekk.source.nodes import Mapping, Node, Plain, Scalar, Sequence, compose, plain
from avtalesjekk.source.places import Path as Steps
from avtalesjekk.source.places import find, key_place
from avtalesjekk.source.problem import Span

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("avtaler/*.yaml"), *ROOT.glob("tests/rules/**/rett.yaml")])
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
    "properties": "a: !!str &x en\nb: &y # +\n\n  |-\n  to\n  # tre\n\nc: ! 'fire'\nd: !!str\ne: &å&z fem".replace("å&", ""),
    "tag in full": "a: !<tag:yaml.org,2002:str> >\n  en\n  to\n\n",
    "aliases": "a: &x |\n  en to\nb: *x\nc: [*x, {d: *x}]\ne: &y [a, *x]\nf: {g: *y }\n",
    "anchored keys": '&k a: b\n"c" : d\n? e\n: f\n? &m g\n',
    "nothing": "a:\nb: ~\nc: null\nd: &x\ne: !!null\nf: ''\ng: [ , ]".replace("[ , ]", "[]"),
    "flow": "a: [en, to tre , 'fire', \"fem\", [], {}, {seks: , sju}]\nb: {c: [d: e , f], 'g':h, \"i\": j}\n",
    "flow over lines": "a: [ # en\n  b # to\n  ,\n  c\n    d,\n]\ne: {\n  f: g\n\n   h }\n",
    "escapes": r'a: "\x41\u00e5\U0001F600\e\a\t\_\N\L\P\/\"\\ \x20b\0"' + "\n",
    "line continuation": 'a: "en\\\n   \\ to \\\n  tre\n\n  fire\\n\\\n  "\nb: "\\\r\n c"\n',
    "compact": "- - a\n  - b: c\n    d: e\n-   - f\n- - |\n   g\n",
    "indentless": "a:\n- b\n-\n- c: |2\n     d\n  e: f\n",
    "plain over lines": "a: en\n  to\n\n  - tre\n # fire\nb: c\n   d\n",
    "letters": "æøå: a\u030abc 😀 d\u0308\n👩‍👩‍👧: '«x»  –'\nÅ: \"a\u030a\\u030a\"\n",
    "no-break spaces": "a: b\u00a0c  d\u3000e\nf: |\n  g\u00a0 h\ni: &x \u00a0j\n",
    "document marks": "%YAML 1.2\n--- # en\na: b\n...\n",
    "text alone": "--- 'en\n  to'\n",
    "list alone": "[a, b]",
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem if file.parent.name == "avtaler" else str(file.parent))
def test_the_spans_of_an_agreement(file: Path) -> None:
    check(read(file.read_bytes()), every=7)


@pytest.mark.parametrize("text", BY_HAND.values(), ids=BY_HAND.keys())
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["", "BOM"])
def test_the_spans_of_a_file_by_hand(text: str, bom: str) -> None:
    check(read((bom + text).encode()))


@st.composite
def files(draw: st.DrawFn) -> tuple[str, Plain]:
    """Draw a text of YAML in mixed styles, and the data that it says."""
    text, data = Writer(draw).document()
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))), data


@given(files())
@settings(derandomize=True, deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_the_spans_of_any_file(file: tuple[str, Plain]) -> None:
    text, data = file
    document = read(text.encode())
    assert [problem for problem in document.problems if problem.code != "MA015"] == []
    assert document.root is not None
    assert plain(document.root) == data
    check(document)


def check(document: Document, every: int = 1) -> None:
    """Assert of every value, key and (of one in `every`) range of words that its span shows it."""
    text, root = document.source.text, document.root
    assert root is not None
    assert document.problems == tuple(problem for problem in document.problems if problem.code == "MA015")
    if isinstance(root, Scalar):
        assert _plain_of(text[root.span.start : root.span.end]) == plain(root)
    anchors = {
        text[node.span.start + 1 : node.span.end]: plain(node)
        for _, node in walk(root, ())
        if _is_alias(text, node)
    }
    for path, node in walk(root, ()):
        assert find(root, path) is node
        if _is_alias(text, node):
            assert re.fullmatch(r"\*\w+", text[node.span.start : node.span.end])
            if isinstance(node, Scalar) and not node.null:
                assert document.place(path, (0, 1)) == document.place(path) == node.span
            continue
        if isinstance(node, Scalar):
            _check_words(document, path, node, every)
        for step, key, child in children(node):
            outer, inner = node.span, child.span
            assert outer.start <= inner.start <= inner.end <= outer.end
            if key is not None:
                assert key_place(root, (*path, step)) == key
                assert outer.start <= key.start < key.end <= inner.start
                if text[key.start] != "*":
                    assert normalize("NFC", str(_plain_of(text[key.start : key.end]))) == step
            if not _is_alias(text, child) and inner.start < inner.end:
                assert again(document, node, key, child, anchors) == plain(child)


def again(document: Document, parent: Mapping | Sequence, key: Span | None, child: Node, anchors: dict[str, Plain]) -> Plain:
    """What the slice of the file at a value's span says when it is read alone, under a parent where its own stands."""
    text = document.source.text
    slice_, pad = text[child.span.start : child.span.end], " " * _column(document, child.span.start)
    known = ", ".join(f"&{name} {_flow(value)}" for name, value in anchors.items())
    if parent.flow:
        root = _plain_of(f"- [{known}]\n- [\n{pad}{slice_}\n]\n")
        assert isinstance(root, list)
        assert isinstance(root[1], list)
        assert len(root[1]) == 1
        return root[1][0]
    left = " " * _column(document, _behind_properties(text, parent.span.start))
    if key is None:
        below = not re.fullmatch(r"(?:- +)+", text[parent.span.start : child.span.start][-2:].lstrip()) and "\n" or ""
    head = f"{left}k:" if key else f"{left}-"
    same_line = not re.search(r"[\r\n]", text[(key.end if key else _dash(text, parent, child)) : child.span.start])
    gap = pad[len(head) :] or " " if same_line else f"\n{pad}"
    root = _plain_of(f"{left}{'anker:' if key else '-'} [{known}]\n{head}{gap}{slice_}\n")
    if isinstance(root, dict):
        return root["k"]
    assert isinstance(root, list)
    assert len(root) == 2
    return root[1]
