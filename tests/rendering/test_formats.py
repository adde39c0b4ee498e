"""What is true of every format: the same words in the same order, the same bytes, nothing from outside."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from avtalesjekk.rendering.document import (
    Block,
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    List,
    Paragraph,
    Signature,
    Span,
    Table,
    Text,
)
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.writers import html, markdown, text, word

from .conftest import Words, _all, made

ROOT = Path(__file__).parents[2]
AGREEMENTS = sorted([*ROOT.glob("avtaler/*.yaml"), *ROOT.glob("tests/reading/good/*.yaml")])


@pytest.mark.no_cover  # it is much, and other tests run the same lines
@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)
def test_all_formats_say_the_same(path: Path, said: Words) -> None:
    document = made(path.read_text(encoding="utf-8")).document
    found = said(document)
    assert found["md"] == found["txt"] == found["html"] == found["docx"]
    assert len(found["txt"]) > 50


_LETTERS = st.text(st.sampled_from("ab1 .-*_#<>&|\\`[](){}$~+=!:;\"'«»–•áŋ\N{NO-BREAK SPACE}"), min_size=1, max_size=20)
_TEXTS = st.builds(Text, _LETTERS.map(lambda letters: f"x{letters}x"))
_SPANS: st.SearchStrategy[tuple[Span, ...]] = st.one_of(
    st.tuples(_TEXTS),
    st.tuples(_TEXTS, st.just(Break()), st.builds(Text, _LETTERS)),
    st.tuples(_TEXTS, st.just(Text(" ")), st.builds(Emphasis, st.tuples(_TEXTS), st.booleans()), st.just(Text(" "))),
)
_PARAGRAPHS = st.builds(Paragraph, _SPANS, st.sampled_from(["", "2.3"]))
_FLAT = st.one_of(
    st.builds(Heading, st.integers(2, 4), st.tuples(_TEXTS), st.sampled_from(["", "2"]), st.booleans()),
    _PARAGRAPHS,
    st.builds(
        Table,
        st.tuples(st.tuples(_TEXTS), st.tuples(_TEXTS)),
        st.tuples(st.tuples(st.tuples(_TEXTS), st.tuples(_TEXTS))),
    ),
    st.builds(Signature, st.just("u"), _LETTERS, _LETTERS, _LETTERS, st.tuples(st.builds(Field, _LETTERS, _LETTERS))),
)
_ITEMS = st.lists(st.tuples(st.builds(Paragraph, _SPANS)), min_size=1, max_size=3).map(tuple)
_BLOCKS: st.SearchStrategy[Block] = st.one_of(_FLAT, st.builds(List, _ITEMS, st.sampled_from([None, 1, 7])))


@given(st.lists(_BLOCKS, max_size=5))
@example([Paragraph((Text("x"), Break(), Text("   - y"), Break(), Text("     z")))])
def test_hostile_letters_come_out_as_written(blocks: list[Block]) -> None:
    document = Document("nb-NO", "x", "", (Heading(1, (Text("x"),)), *blocks))
    found = dict(_all(document))
    assert found["md"] == found["txt"] == found["html"] == found["docx"]


def test_the_same_text_gives_the_same_bytes() -> None:
    source = AGREEMENTS[0].read_text(encoding="utf-8")
    for write in (markdown.write, text.write, word.write, lambda document: html.write(document, templates())):
        assert write(made(source).document) == write(made(source).document)


def test_the_page_asks_for_nothing() -> None:
    page = html.write(made(AGREEMENTS[0].read_text(encoding="utf-8")).document, templates()).decode()
    assert "src=" not in page
    assert "url(" not in page
    assert "<script" not in page
    assert '<html lang="nb-NO">' in page
    assert page.count("<main>") == page.count("<header>") == 1


def test_the_word_file_says_its_language_and_repeats_the_heads_of_tables() -> None:
    source = (ROOT / "avtaler" / "digitalisering-2020.yaml").read_text(encoding="utf-8")
    archive = zipfile.ZipFile(io.BytesIO(word.write(made(source, "nynorsk").document)))
    assert 'w:val="nn-NO"' in archive.read("word/styles.xml").decode()
    body = archive.read("word/document.xml").decode()
    assert "<w:tblHeader" in body
    assert '<w:pStyle w:val="Heading1"/>' in body
    assert body.count("<w:sdt>") == 6  # three for each of two
    assert len({entry.date_time for entry in archive.infolist()}) == 1
