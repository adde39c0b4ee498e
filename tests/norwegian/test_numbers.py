"""Numbers in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.numbers import parse_halves, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("03", 3),
        ("999999999", 999_999_999),
        (" 7\u00a0", 7),
        ("null", 0),
        ("én", 1),
        ("en", 1),
        ("èn", 1),
        ("e\u0301n", 1),
        ("ein", 1),
        ("éin", 1),
        ("ei", 1),
        ("et", 1),
        ("ett", 1),
        ("eit", 1),
        ("eitt", 1),
        ("to", 2),
        ("tre", 3),
        ("Tre", 3),
        ("SEKS", 6),
        ("sju", 7),
        ("syv", 7),
        ("åtte", 8),
        ("a\u030atte", 8),
        ("tolv", 12),
        ("nitten", 19),
        ("tjue", 20),
        ("tyve", 20),
        ("tjueen", 21),
        ("tjueén", 21),
        ("tjueein", 21),
        ("tjueeitt", 21),
        ("tjue én", 21),
        ("tjue\u202fén", 21),
        ("tjue-en", 21),
        ("enogtyve", 21),
        ("ein og tjue", 21),
        ("tretti", 30),
        ("tredve", 30),
        ("trettisju", 37),
        ("syvogtredve", 37),
        ("førti to", 42),
        ("nittini", 99),
    ],
)
def test_a_number(text: str, number: int) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "tretten og en halv",
        "tjue tolv",
        "tjuenull",
        "tjueti",
        "to tre",
        "tre og",
        "og tre",
        "ogtjue",
        "totjue",
        "entjue",
        "mange",
        "-3",
        "+3",
        "3.",
        "3,5",
        "1 000",
        "1.000",
        "1234567890",
        "1_000",
        "٣",
        "²",
        "½",
        "IV",
        "atte",
        "tredje",
        "three",
    ],
)
def test_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("to", 4),
        ("12", 24),
        ("to (2)", 4),
        ("2 (to)", 4),
        ("½", 1),
        ("1/2", 1),
        ("en halv", 1),
        ("et halvt", 1),
        ("ein halv", 1),
        ("eit halvt", 1),
        ("halvannen", 3),
        ("halvannet", 3),
        ("halvanna", 3),
        ("halvtanna", 3),
        ("2,5", 5),
        ("2.5", 5),
        ("2½", 5),
        ("2 ½", 5),
        ("2 1/2", 5),
        ("to og en halv", 5),
        ("to og et halvt", 5),
        ("to og ein halv", 5),
        ("to og eit halvt", 5),
        ("2 og en halv", 5),
        ("fem og tjue og en halv", 51),
        ("halvannet (1,5)", 3),
    ],
)
def test_halves(text: str, halves: int) -> None:
    assert parse_halves(text) == halves


@pytest.mark.parametrize(
    "text",
    [
        "",
        "halv",
        "og en halv",
        "to og halv",
        "to en halv",
        "en halv og to",
        "mange og en halv",
        "2,50",
        "2,25",
        ",5",
        "-2,5",
        "12/2",
        "to (3)",
        "to ()",
        "() ()",
        "(to) (2)",
        "to (2",
        "to(2)",
        "to (2) (2)",
        "mange (flere)",
    ],
)
def test_no_halves(text: str) -> None:
    assert parse_halves(text) is None


@given(st.integers(0, 999_999_999))
def test_digits_are_the_number(number: int) -> None:
    assert parse_number(str(number)) == number
    assert parse_halves(f"{number},5") == 2 * number + 1


@given(st.text())
def test_no_text_is_too_much(text: str) -> None:
    parse_number(text)
    parse_halves(text)
