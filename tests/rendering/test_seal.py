"""The seal: what changes it and what does not."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.rendering.comparing import differences
from avtalesjekk.rendering.document import Document, Heading, List, Paragraph, Text
from avtalesjekk.rendering.seal import Clause, clauses, seal, shown, words_of

from .conftest import made

SOURCE = (Path(__file__).parents[2] / "avtaler/digitalisering-2020.yaml").read_text(encoding="utf-8")


def of(source: str) -> str:
    return made(source).document.seal


def test_it_is_64_digits_of_which_16_are_shown() -> None:
    assert re.fullmatch("[0-9a-f]{64}", of(SOURCE))
    assert shown("0123456789abcdef" * 4) == "0123 4567 89ab cdef"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sted: Oslo", "sted: Bergen"),
        ("dato: 2020-09-14", "dato: 2020-09-15"),
        ("status: undertegnet", "status: klar"),
        ("avvik:", "# k\navvik:"),
    ],
)
def test_what_is_no_part_of_the_text_does_not_change_it(before: str, after: str) -> None:
    assert before in SOURCE
    assert of(SOURCE.replace(before, after, 1)) == of(SOURCE)


@pytest.mark.parametrize(
    ("before", "after"), [("28", "29"), ("sammen", "hver for seg"), ("Gram", "Grim"), ("1.", "2.")]
)
def test_a_word_and_a_figure_do(before: str, after: str) -> None:
    assert of(SOURCE.replace(before, after)) != of(SOURCE)


def test_the_order_of_the_clauses_does() -> None:
    one, other = Paragraph((Text("KS skal."),), "1.1"), Paragraph((Text("Staten skal."),), "1.2")
    assert seal(Document("nb-NO", "x", "", (one, other))) != seal(Document("nb-NO", "x", "", (other, one)))


def test_the_number_of_an_item_does() -> None:
    items = (((Paragraph((Text("a"),))),),)
    assert seal(Document("nb-NO", "", "", (List(items, 1),))) != seal(Document("nb-NO", "", "", (List(items, 2),)))
    assert seal(Document("nb-NO", "", "", (List(items, None),))) != seal(Document("nb-NO", "", "", (List(items, 2),)))


@given(st.text(), st.text(st.sampled_from(" \n\t\N{NO-BREAK SPACE}"), min_size=1))
def test_white_space_does_not(text: str, space: str) -> None:
    assert words_of(text.replace(" ", space)) == words_of(text)


def test_a_line_may_end_after_a_hyphen() -> None:
    assert words_of("bolig-\nsosialt arbeid i kommune/\nstat") == words_of("bolig-sosialt arbeid i kommune/stat")
    assert words_of("a - b | c ____ • d") == ("a", "b", "c", "d")


@given(st.lists(st.lists(st.sampled_from("abc d-"), min_size=1, max_size=4), max_size=6), st.data())
def test_a_difference_is_found_where_one_is(drawn: list[list[str]], data: st.DataObject) -> None:
    agreed = [Clause(str(i), words_of(" ".join(words))) for i, words in enumerate(drawn)]
    words = [word for clause in agreed for word in clause.words]
    assert list(differences(agreed, words)) == []
    if words:
        at = data.draw(st.integers(0, len(words) - 1))
        changed = [*words[:at], "annet", *words[at + 1 :]]
        (found,) = differences(agreed, changed)
        assert any("annet" in word for word in found.found)


def test_what_has_changed_is_told_by_its_clause() -> None:
    document = Document(
        "nb-NO", "x", "", (Heading(2, (Text("Mål"),), "1"), Paragraph((Text("KS skal betale 5 kroner."),), "1.1"))
    )
    words = ["1", "Mål", "1.1", "KS", "kan", "betale", "5", "tusen", "kroner."]
    assert [(d.clause, d.agreed, d.found) for d in differences(clauses(document), words)] == [
        ("ledd 1.1", ("skal",), ("kan",)),
        ("ledd 1.1", (), ("tusen",)),
    ]
