"""What is true of every code frame and every wrapped line."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.reports.frame import Mark, frame
from avtalesjekk.reports.lines import Line, Piece, wrap
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText
from avtalesjekk.terminal import printable

# What a terminal shows as one character, with how many columns it takes there.
WIDE = {"한": 2, "😀": 2, "❤\ufe0f": 2, "👍🏽": 2, "👩\u200d👧": 2, "🇳🇴": 2, "e\u0301": 1, "s\u030c\u0323": 1}
NARROW = ["a", "ø", "«", "–", " ", "\t", "\xa0", "\xad", "\u200b", "\u2028", "\x1b", "\u202e"]
ENDS = ["\n", "\r\n", "\r"]
CHARACTER = re.compile("|".join([*WIDE, "."]))

words = st.lists(st.sampled_from([*WIDE, *NARROW]), max_size=150).map("".join)
rows = st.lists(st.sampled_from([*WIDE, *NARROW, *ENDS]), max_size=150).map("".join)
widths = st.integers(40, 120)


def width_of(text: str) -> int:
    return sum(WIDE.get(character, 1) for character in CHARACTER.findall(text))


def over(text: str, column: int) -> str:
    """The character of a line that is shown at a column."""
    for character in CHARACTER.findall(text):
        column -= WIDE.get(character, 1)
        if column < 0:
            return str(character)
    return ""


def written(lines: Iterator[Line]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


@given(rows, words, rows, widths)
def test_a_row_is_marked_from_the_first_character_to_the_last(before: str, inside: str, after: str, width: int) -> None:
    text = f"{before}§{inside}¤{after}"
    lines = written(frame(SourceText(text), (Mark(Span(text.index("§"), text.index("¤") + 1), "", "^", ""),), width))
    row, under = next((row, under) for row, under in pairwise(lines) if "^" in under)
    assert over(row, under.index("^")) == "§"
    last = over(row, under.rindex("^"))
    assert last == "¤" or ("¤" not in row and row.endswith(last + "…"))
    assert re.fullmatch(r" +\| +\^+ *", under)


@given(rows, rows, rows, widths)
def test_a_mark_over_rows_begins_and_ends_where_it_should(before: str, inside: str, after: str, width: int) -> None:
    text = f"{before}§{inside}¤{after}"
    lines = written(frame(SourceText(text), (Mark(Span(text.index("§"), text.index("¤") + 1), "her", "^", ""),), width))
    marked = [(row, under) for row, under in pairwise(lines) if "^" in under]
    assert over(marked[0][0], marked[0][1].index("^")) == "§"
    assert "¤" not in marked[-1][0] or over(marked[-1][0], marked[-1][1].rindex("^")) == "¤"
    assert sum("her" in line for line in lines) == 1


@given(rows, st.data(), widths)
def test_every_place_is_seen_and_no_line_is_too_wide(text: str, data: st.DataObject, width: int) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text)), min_size=1, max_size=4))
    spans = [Span(start, data.draw(st.integers(start, len(text)))) for start in starts]
    labels = data.draw(st.lists(st.sampled_from(["", "her", "varighet.til mangler", "et sted " * 12]), min_size=4))
    lines = written(
        frame(SourceText(text), tuple(Mark(*of, "") for of in zip(spans, labels, "^-+=", strict=False)), width)
    )
    for sign in "^-+="[: len(spans)]:
        assert any(re.match(rf" +\| +\{sign}", line) for line in lines)
    assert all(width_of(line.rstrip()) <= width for line in lines)
    numbers = [int(line.split("|")[0]) for line in lines if re.match(r" *\d+ \|", line)]
    assert numbers == sorted(numbers)


@given(st.text(), st.data(), widths)
def test_any_text_can_be_shown(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    mark = Mark(Span(start, data.draw(st.integers(start, len(text)))), "her", "^", "")
    for line in written(frame(SourceText(text), (mark,), width)):
        assert printable(line) == line


@given(st.lists(st.text("aø한 ", max_size=90), min_size=1), widths, st.integers(0, 12))
def test_lines_are_wrapped_at_spaces(texts: list[str], width: int, indent: int) -> None:
    first, rest = (Piece("=" * indent),), (Piece(" " * indent),)
    lines = written(wrap([Piece(f" {text}") for text in texts], width, first, rest))
    assert lines[0].startswith("=" * indent)
    assert all(line.startswith(" " * indent) for line in lines[1:])
    bodies = [line[indent:] for line in lines]
    assert all(width_of(line) <= width or " " not in body for line, body in zip(lines, bodies, strict=True))
    assert all(body.strip() for body in bodies[1:])
    assert " ".join(bodies).split() == " ".join(texts).split()


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (["", ""], ["="]),
        (["  a  b ", " c"], ["=a  b  c"]),
        ([" " + "x" * 50, " y"], ["=" + "x" * 50, " y"]),
        (["a " + "x" * 38, "y" * 9, "  "], ["=a", " " + "x" * 38 + "y" * 9]),
        (["x" * 36 + "   ", "y"], ["=" + "x" * 36, " y"]),
    ],
)
def test_words_and_the_spaces_between_them(texts: list[str], lines: list[str]) -> None:
    assert written(wrap(map(Piece, texts), 40, (Piece("="),), (Piece(" "),))) == lines
