"""Amounts of money in whole kroner."""

import re
from collections.abc import Mapping

from avtalesjekk.norwegian.numbers import parse_halves
from avtalesjekk.norwegian.text import plain


def parse_amount(text: str) -> int | None:
    """The kroner meant by «8 000 000», «kr 8.000.000,-», «8 mill.» or «to og en halv million kroner».

    Nothing is guessed: «8,000» may be eight or eight thousand, and «2.500 mill.» may be 2.5 or 2500 millions.
    """
    match = re.fullmatch(_FORM, plain(text))
    if match is None:
        return None
    if match["scale"] is None:
        return _whole(match["count"], separators=" .")
    return _scaled(match["count"], _SCALES[match["scale"].removesuffix(".")])


def say_amount(kroner: int) -> str:
    """«8 000 000 kroner», with no-break spaces."""
    noun = "krone" if kroner == 1 else "kroner"
    return f"{kroner:,} {noun}".replace(",", " ").replace(" ", "\N{NO-BREAK SPACE}")


_SCALES: Mapping[str, int] = {
    "tusen": 10**3,
    "mill": 10**6,
    "million": 10**6,
    "millioner": 10**6,
    "millionar": 10**6,
    "mrd": 10**9,
    "milliard": 10**9,
    "milliarder": 10**9,
    "milliardar": 10**9,
}
_FORM = (
    r"(?:(?:kroner|kr\.?|nok) ?)?(?P<count>.+?)"
    rf"(?: ?(?P<scale>mill\.|mrd\.|{'|'.join(_SCALES)}))?"
    r"(?:,00|[,.](?:--?|[\u2013\u2014]))?(?: ?(?:kroner|krone|kr\.?|nok))?"
)


def _whole(count: str, *, separators: str) -> int | None:
    """Digits in one run, or in threes with one and the same separator between them."""
    if re.fullmatch("0|[1-9][0-9]{0,14}", count):
        return int(count)
    grouped = re.fullmatch(rf"[1-9][0-9]{{0,2}}([{separators}])[0-9]{{3}}(?:\1[0-9]{{3}}){{0,3}}", count)
    return int(count.replace(grouped[1], "")) if grouped else None


def _scaled(count: str, scale: int) -> int | None:
    """Thousands, millions or milliards: digits, decimals or words, where a full stop can only be a decimal sign."""
    if decimal := re.fullmatch("([0-9]{1,9})[,.]([0-9]{1,2})", count):
        kroner, rest = divmod(int(decimal[1] + decimal[2]) * scale, 10 ** len(decimal[2]))
        return None if rest else kroner
    if (whole := _whole(count, separators=" ")) is not None:
        return whole * scale
    halves = parse_halves(count)
    return None if halves is None else halves * scale // 2
