"""The code frame: what is shown of a file, and that the line below points at the right place."""

import pytest

from avtalesjekk.reports.frame import Mark, frame
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

LABELS = ("her", "der", "og der")


def drawn(text: str, *marks: Mark) -> str:
    lines = frame(SourceText(text), marks, 60)
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def marked(text: str, *words: str, labels: tuple[str, ...] = LABELS) -> str:
    """The frame in which the first of the words is what it is about, and the others are other places."""
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    return drawn(text, *(Mark(*of, "") for of in zip(spans, labels, "^--", strict=False)))


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("", 0, 0, "1 |\n  | ^ her\n"),
        ("a: 1\n", 5, 5, "1 | a: 1\n2 |\n  | ^ her\n"),
        ("a: 1", 4, 4, "1 | a: 1\n  |     ^ her\n"),
        ("a: 1\r\nb: 2\r\n", 4, 6, "1 | a: 1\n  |     ^ her\n"),
        ("a: 1\r\nb: 2\r\n", 5, 6, "1 | a: 1\n  |     ^ her\n"),
        ("a: 1\r\nb: 2\r\n", 9, 12, "1 | a: 1\n2 | b: 2\n  |    ^ her\n"),
        ("a: 1\rb: 2\rc: 3", 8, 9, "1 | a: 1\n2 | b: 2\n  |    ^ her\n"),
        ("a: 1\n \t\nb: 2\n", 8, 9, "3 | b: 2\n  | ^ her\n"),
    ],
)
def test_ends_of_rows_and_files(text: str, start: int, end: int, shown: str) -> None:
    assert drawn(text, Mark(Span(start, end), "her", "^", "")) == f"  |\n{shown}"


def test_a_mark_may_go_without_a_label() -> None:
    assert drawn("a: 1", Mark(Span(3, 4), "", "^", "")) == "  |\n1 | a: 1\n  |    ^\n"
    assert drawn("a" * 56, Mark(Span(0, 56), "", "^", "")) == f"  |\n1 | {'a' * 56}\n  | {'^' * 56}\n"


ROWS = "a: 1\nb: 2\n\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\n"
ROWS_LEFT_OUT = """\
  |
1 | a: 1
2 | b: 2
  | - der
3 |
4 | d: 4
  | ^ her
...
7 | g: 7
8 | h: 8
  |    - og der
"""
MANY = "".join(f"n{row}: {row}\n" for row in range(1, 1002))
NUMBERS_OF_UNLIKE_LENGTH = """\
     |
   8 | n8: 8
   9 | n9: 9
     | --- der
...
 999 | n999: 999
1000 | n1000: 1000
     | ^^^^^ her
"""


def test_dots_stand_for_the_rows_between_two_marks_if_there_are_more_than_one() -> None:
    assert marked(ROWS, "d", "b", "8") == ROWS_LEFT_OUT
    assert marked(MANY, "n1000", "n9:") == NUMBERS_OF_UNLIKE_LENGTH


BLOCK = "formål:\n  tekst: |\n    Én to \n    tre fire\n\n    fem seks\n    sju \n\nvarighet:\n"
TWO_ROWS = """\
  |
2 |   tekst: |
3 |     Én to
  |        ^^
4 |     tre fire
  |     ^^^ her
"""
THREE_ROWS = """\
  |
1 | formål:
2 |   tekst: |
  |   ^^^^^^^^
3 |     Én to
  |     ^^^^^
4 |     tre fire
  |     ^^^ her
"""
AN_EMPTY_ONE_BETWEEN = """\
  |
3 |     Én to
4 |     tre fire
  |     ^^^^^^^^
5 |
6 |     fem seks
  |     ^^^ her
"""
MORE_ROWS = """\
  |
1 | formål:
2 |   tekst: |
  |          ^
...
7 |     sju
  |     ^^^ her
"""


def test_of_a_mark_over_many_rows_the_first_and_the_last_are_shown() -> None:
    assert marked(BLOCK, "to \n    tre") == TWO_ROWS
    assert marked(BLOCK, "tekst: |\n    Én to \n    tre") == THREE_ROWS
    assert marked(BLOCK, "tre fire\n\n    fem") == AN_EMPTY_ONE_BETWEEN
    assert marked(BLOCK, "|\n    Én to \n    tre fire\n\n    fem seks\n    sju \n\n") == MORE_ROWS


WIDE = "\ta: 한국 e\u0301 ❤\ufe0f 👍🏽 👩\u200d👧 🇳🇴 x"
SHOWN_WIDE = """\
  |
1 |     a: 한국 e\u0301 ❤\ufe0f 👍🏽 👩\u200d👧 🇳🇴 x
  |                           ^ her
  |          -- der
  |             - og der
"""
SHOWN_UNSEEN = """\
  |
1 | for\\xadmål\\u200b:\\u2028\\ufeff
  |                  ^^^^^^ her
  |           ------ der
  |        --- og der
"""


def test_what_lies_below_what() -> None:
    assert marked("[KMD, KS]", "KS", "KMD") == "  |\n1 | [KMD, KS]\n  |       ^^ her\n  |  --- der\n"
    assert marked(WIDE, "x", "국", "e\u0301") == SHOWN_WIDE
    assert marked("for\xadmål\u200b:\u2028\ufeff", "\u2028", "\u200b", "mål") == SHOWN_UNSEEN


LONG = "a: " + "ord " * 40 + "HER " + "og så " * 20 + "DER\n"
A_WIDE_ROW = """\
  |
1 | …d ord ord ord ord ord ord HER og så og så og så og så …
  |                            ^^^ her
1 | … så og så og så og så og så og så og så og så og så DER
  |                                                      ---
  |                                                      der
1 | a: ord ord ord ord ord ord ord ord ord ord ord ord ord …
  | -- og der
"""
A_WIDE_MARK = """\
  |
1 | a: ord ord ord ord ord ord ord ord ord ord ord ord ord …
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |    her
1 | …d ord ord ord ord ord ord HER og så og så og så og så …
  |                            --- der
"""
ITS_END = """\
  |
1 | …så og så og så og så og så og så og så og så og så DER
  |                                                        ^
  |                                                      her
"""


def test_of_a_row_that_is_too_wide_the_part_around_each_mark_is_shown() -> None:
    assert marked(LONG, "HER", "DER", "a:") == A_WIDE_ROW
    assert marked(LONG, LONG[3:-1], "HER") == A_WIDE_MARK
    assert marked(LONG, "\n") == ITS_END
    assert marked(f"{LONG}b: 1", "b: 1") == f"  |\n{A_WIDE_MARK.splitlines()[1]}\n2 | b: 1\n  | ^^^^ her\n"


FAR_IN = "a: " + "ord " * 90 + "\n"
AT_COLUMN_23 = """\
  |
1 | a: ord ord ord ord ord ord ord ord ord ord ord ord ord …
  |                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |                        her
"""
AT_COLUMN_31 = """\
  |
1 | …rd ord ord ord ord ord ord ord ord ord ord ord ord ord…
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |         her
"""
A_WORD_AT_COLUMN_31 = """\
  |
1 | a: ord ord ord ord ord ord ord ord ord ord ord ord ord …
  |                                ^^^ her
"""


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [(23, 360, AT_COLUMN_23), (31, 360, AT_COLUMN_31), (31, 34, A_WORD_AT_COLUMN_31)],
)
def test_a_row_is_shown_from_its_beginning_if_enough_of_the_mark_is_seen_then(start: int, end: int, shown: str) -> None:
    assert drawn(FAR_IN, Mark(Span(start, end), "her", "^", "")) == shown


LISTED = "økonomi: {ytelser: [{beløp: 1}, {beløp: 2}, {beløp: 3}]}"
LABELS_BELOW = """\
  |
1 | økonomi: {ytelser: [{beløp: 1}, {beløp: 2}, {beløp: 3}]}
  |                                                     ^
  |                                 økonomi.ytelser[2].beløp
  |                                         -
  |                           staten lover KS dette uten
  |                           forbehold om Stortinget
  |                             -
  |     xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
"""


def test_a_label_without_room_beside_its_mark_stands_below_it() -> None:
    labels = "økonomi.ytelser[2].beløp", "staten lover KS dette uten forbehold om Stortinget", "x" * 52
    assert marked(LISTED, "3", "2", "1", labels=labels) == LABELS_BELOW
