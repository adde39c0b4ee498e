"""Amounts of money."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.amounts import parse_amount, say_amount


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("0", 0),
        ("5", 5),
        ("8000000", 8_000_000),
        ("8 000 000", 8_000_000),
        ("8\u00a0000\u00a0000", 8_000_000),
        ("8\u202f000\u202f000", 8_000_000),
        ("8\u2009000\u2009000", 8_000_000),
        ("8.000.000", 8_000_000),
        ("8.000", 8_000),
        ("8 000", 8_000),
        ("8 000 000,–", 8_000_000),
        ("8 000 000,-", 8_000_000),
        ("8.000.000.-", 8_000_000),
        ("8 000 000,00", 8_000_000),
        ("kr 8 000 000", 8_000_000),
        ("kr. 8 000 000,-", 8_000_000),
        ("Kr 8000000", 8_000_000),
        ("kr8000000", 8_000_000),
        ("kroner 8 000 000", 8_000_000),
        ("NOK 5 000", 5_000),
        ("5 000 NOK", 5_000),
        ("500 000 kr", 500_000),
        ("500 000 kr.", 500_000),
        ("500 000 kroner", 500_000),
        ("1 krone", 1),
        ("8 mill.", 8_000_000),
        ("8 mill", 8_000_000),
        ("8 mill. kr", 8_000_000),
        ("8 mill. kroner", 8_000_000),
        ("kr 8 mill.", 8_000_000),
        ("åtte mill. kroner", 8_000_000),
        ("a\u030atte mill. kroner", 8_000_000),
        ("8 millioner", 8_000_000),
        ("8 millionar kroner", 8_000_000),
        ("én million", 1_000_000),
        ("ein million kroner", 1_000_000),
        ("en halv million kroner", 500_000),
        ("halvannen million", 1_500_000),
        ("2,5 millioner kroner", 2_500_000),
        ("2,5 millionar", 2_500_000),
        ("2.5 mill.", 2_500_000),
        ("2,25 mill.", 2_250_000),
        ("2½ mill.", 2_500_000),
        ("to og en halv million kroner", 2_500_000),
        ("to og ein halv million kroner", 2_500_000),
        ("to (2) millioner kroner", 2_000_000),
        ("1 200 millioner", 1_200_000_000),
        ("750 tusen", 750_000),
        ("femti tusen kroner", 50_000),
        ("1,25 tusen", 1_250),
        ("1 mrd. kroner", 1_000_000_000),
        ("1 mrd", 1_000_000_000),
        ("1,5 milliarder", 1_500_000_000),
        ("to milliardar", 2_000_000_000),
        ("  8   mill.\n", 8_000_000),
    ],
)
def test_an_amount(text: str, kroner: int) -> None:
    assert parse_amount(text) == kroner


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kr",
        "kroner",
        "mill.",
        "million",
        "mange millioner",
        "8,000",
        "8,000,000",
        "8,5",
        "8,50 kroner",
        "8,0",
        "8.5",
        "8.50 kr",
        "8 000,50",
        "8.000.000,50",
        "8 kroner og 50 øre",
        "50 øre",
        "1,0005 tusen",
        "2,500 mill.",
        "2.500 mill.",
        "8 00 000",
        "8 0000",
        "80000 000",
        "8 000.000",
        "8.000 000",
        "0 000",
        "08 000",
        "-8000",
        "\u22128000",
        "+8000",
        "1000000000000000",
        "1e6",
        "8_000",
        "8'000",
        "٨",
        "tolv",
        "inntil 8 mill.",
        "ca. 8 mill.",
        "8 mill. per år",
        "8–10 mill.",
        "8 mill. 8 mill.",
        "8 mill. mill.",
        "USD 5 000",
        "5 000 euro",
        "5 000 SEK",
        "$5",
        "to (3) millioner",
        "14.09.2020",
        "2019–2020",
        "kr 5 000 til",
    ],
)
def test_no_amount(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    ("kroner", "said"),
    [
        (0, "0 kroner"),
        (1, "1 krone"),
        (999, "999 kroner"),
        (5_000, "5 000 kroner"),
        (8_000_000, "8 000 000 kroner"),
    ],
)
def test_what_is_said(kroner: int, said: str) -> None:
    assert say_amount(kroner) == said.replace(" ", "\N{NO-BREAK SPACE}")


@given(st.integers(0, 10**15 - 1))
def test_what_is_said_is_understood(kroner: int) -> None:
    assert parse_amount(say_amount(kroner)) == kroner
    assert parse_amount(str(kroner)) == kroner
    assert parse_amount("kr " + f"{kroner:,}".replace(",", ".") + ",-") == kroner


@given(st.text())
def test_no_text_is_too_much(text: str) -> None:
    parse_amount(text)


@given(st.text("0123456789., krmil–-½()", max_size=24))
def test_no_text_like_an_amount_is_too_much(text: str) -> None:
    parse_amount(text)
