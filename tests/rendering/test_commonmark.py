import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.rendering.commonmark import Reader, blocks
from avtalesjekk.rendering.document import (
    Block,
    Break,
    Emphasis,
    Heading,
    List,
    Paragraph,
    Signature,
    Table,
    Text,
    plain,
)


def read(text: str) -> tuple[Block, ...]:
    return blocks(text, Reader())


@pytest.mark.parametrize(
    "text",
    [
        "1. mars 2027 skal avtalen evalueres",
        "31. Desember er en dag",
        "KD|KDD",
        "<b>fet</b> og <!-- skjult -->",
        "#panic og #tag",
        "$x$ og {{ tema }} og {% raw %}",
        "[lenke](http://eksempel.no) og ![bilde](x.png)",
        "`kode` og ``` gjerde",
        "&amp; &lt; &copy;",
        "    innrykket fire mellomrom",
        "> sitat",
        "snake_case_ord og 2 * 3 * 4",
        "Overskrift\n===",
    ],
)
def test_what_is_no_markup_comes_out_as_written(text: str) -> None:
    (paragraph,) = read(text)
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.spans) == " ".join(text.split())


def test_a_date_over_a_line_break_is_no_list() -> None:
    (paragraph,) = read("31.\ndesember 2026 er siste dag")
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.spans) == "31. desember 2026 er siste dag"


def test_the_markup_there_is() -> None:
    text = "## Mål\n\n- en\n  - *to*\n- tre\n\n3. fire\n\n| A | B |\n|---|---|\n| 1 \\| 2 | **tre** |\n"
    heading, bullets, numbers, table = read(text)
    assert heading == Heading(2, (Text("Mål"),))
    assert isinstance(bullets, List)
    assert bullets.items[0][1] == List(((Paragraph((Emphasis((Text("to"),), strong=False),)),),))
    assert numbers == List(((Paragraph((Text("fire"),)),),), 3)
    assert table == Table(((Text("A"),), (Text("B"),)), (((Text("1 | 2"),), (Emphasis((Text("tre"),), strong=True),)),))


def test_bullets_and_letters_of_norwegian_habit() -> None:
    assert read("• en\n• to") == read("- en\n- to")
    assert read("– en\n– to") == read("- en\n- to")
    (paragraph,) = read("a) første\nb) andre")
    assert paragraph == Paragraph((Text("a) første"), Break(), Text("b) andre")))


def letters(found: tuple[Block, ...]) -> str:
    return "".join(_letters(block) for block in found)


def _letters(block: Block) -> str:
    match block:
        case Heading(spans=spans) | Paragraph(spans=spans):
            return plain(spans)
        case List(items):
            return "".join(letters(item) for item in items)
        case Table(head, rows):
            return "".join(plain(cell) for row in (head, *rows) for cell in row)
        case Signature():
            raise AssertionError


@given(
    st.lists(
        st.sampled_from(["ord", " ", "\n", "\n\n", "- ", "1. ", "  ", "# ", "*", "|", "---", "a) ", "\\", "<", "mai"])
    )
)
def test_no_letter_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert [c for c in letters(read(text)) if c.isalpha()] == [c for c in text if c.isalpha()]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{'  ' * depth}- ord" for depth in range(200)),
        "- " * 500 + "ord\n" * 200,
        "- " * 5000 + "ord\n" * 200,
    ],
)
def test_what_is_nested_too_deep_keeps_its_words(text: str) -> None:
    assert letters(read(text)).count("ord") == 200
