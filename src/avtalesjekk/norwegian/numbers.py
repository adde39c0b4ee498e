"""Whole numbers and halves, in digits or in words."""

import re
from collections.abc import Mapping
from functools import cache

from avtalesjekk.norwegian.text import plain


def parse_number(text: str) -> int | None:
    """The number meant by «12», «tolv», «eitt», «tjueen» or «enogtyve»; words go to 999, digits have no separators."""
    word = plain(text)
    if re.fullmatch("[0-9]{1,9}", word):
        return int(word)
    hundreds, found, rest = word.partition("hundre")
    if not found:
        return _numerals().get(word)
    times = _numerals().get(hundreds.strip(), 0) if hundreds.strip() else 1
    beyond = _numerals().get(rest.strip().removeprefix("og ").strip(), 0) if rest.strip() else 0
    return 100 * times + beyond if times in range(1, 10) and (beyond or not rest.strip()) else None


def is_numeral(word: str) -> bool:
    """Whether a word in lower case is a number in words, «tolv»."""
    return word in _numerals()


def parse_halves(text: str) -> int | None:
    """How many halves are meant: «to» is four, «2,5» and «to og en halv» are five, «halvannet» is three.

    A number said twice, as in «to (2)», must be the same both times.
    """
    words = plain(text)
    if twice := re.fullmatch(r"([^()]+) \(([^()]+)\)", words):
        first, second = map(_halves, twice.groups())
        return first if first == second else None
    return _halves(words)


def _halves(words: str) -> int | None:
    whole: int | None
    if words in _ONE_AND_A_HALF:
        return 3
    if digits := re.fullmatch("([0-9]{1,9})(?:[,.]5| ?½| 1/2)", words):
        whole = int(digits[1])
    elif words in _HALF:
        whole = 0
    else:
        count, _, half = words.rpartition(" og ")
        if half not in _HALF:
            return None if (number := parse_number(words)) is None else 2 * number
        whole = parse_number(count)
    return None if whole is None else 2 * whole + 1


_HALF = frozenset({"½", "1/2", "en halv", "et halvt", "ein halv", "ei halv", "eit halvt"})
_ONE_AND_A_HALF = frozenset(
    {"halvannen", "halvannet", "halvanna", "halvannan", "halvtannan", "halvtanna", "halvtannet", "halvtannen"}
)

# The place in the row is the number (of tens): every spelling of it, in both målformer and in the older counting.
_ONES = (
    "null",
    "en én èn et ett ei éi ein éin eit eitt",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "sju syv",
    "åtte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
)
_TENS = ("", "", "tjue tyve", "tretti tredve", "førti", "femti", "seksti", "sytti", "åtti", "nitti")


@cache
def _numerals() -> Mapping[str, int]:
    ones = {word: number for number, words in enumerate(_ONES) for word in words.split()}
    tens = {word: 10 * number for number, words in enumerate(_TENS) for word in words.split()}
    numerals = ones | tens
    for ten, value in tens.items():
        for one, digit in ones.items():
            if digit in range(1, 10):
                forms = (f"{ten}{one}", f"{ten} {one}", f"{ten}-{one}", f"{one}og{ten}", f"{one} og {ten}")
                numerals |= dict.fromkeys(forms, value + digit)
    return numerals
