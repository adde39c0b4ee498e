"""Durations, amounts of money and frequencies as running text names them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from avtalesjekk.norwegian.amounts import parse_amount
from avtalesjekk.norwegian.durations import Duration, parse_duration
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.frequencies import Frequency, understand_frequency
from avtalesjekk.patterns import pattern


class Length(NamedTuple):
    """A duration, and the words that name it, from one index to before another."""

    value: Duration
    first: int
    after: int


class Sum(NamedTuple):
    """An amount in whole kroner, and where in the text it is named."""

    kroner: int
    start: int
    end: int


class Rhythm(NamedTuple):
    """A frequency, and the words that name it, from one index to before another."""

    value: Frequency
    first: int
    after: int


def find_durations(words: Sequence[str]) -> list[Length]:
    """«tre måneders», «eit halvt år», «to (2) år», «toårig», «seksmånedersfrist», «3-årsperiode»."""
    found: list[Length] = []
    if not _MEASURES.fits_any(words):
        return found
    for i, word in enumerate(words):
        if _UNIT.fits(word):
            length = _counted(words, i)
            if length:
                if found and found[-1].after > length.first:
                    found.pop()
                found.append(length)
        elif compound := _COMPOUND.fullmatch(word):
            duration = _parsed(f"{compound['count']} {_UNITS[compound['unit'][:2]]}")
            if duration:
                found.append(Length(duration, i, i + 1))
    return found


def _counted(words: Sequence[str], i: int) -> Length | None:
    for first in range(max(0, i - _LONGEST), i):
        unit = _DEFINITE.get(words[i], words[i])
        said = " ".join((*words[first:i], unit)).replace("( ", "(").replace(" )", ")")
        duration = _parsed(said)
        if duration:
            return Length(duration, first, i + 1)
    return None


@lru_cache(maxsize=1024)
def _parsed(said: str) -> Duration | None:
    return parse_duration(said)


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[Sum]:
    """«åtte mill. kroner», «kr 8 000 000,–», «2,5 millionar kroner», in a text in lower case."""
    found = []
    said = text[start:end]
    if not any(sign in said for sign in _SIGNS_OF_MONEY):
        return []
    for match in _AMOUNT.finditer(text, start, len(text) if end is None else end):
        words = match[0].split()[-_MOST_WORDS:] if match["none"] is None else []
        while words:
            kroner = _amount(" ".join(words).rstrip("."))
            if kroner is not None:
                first = match.start() + match[0].find(words[0])
                if any(word in ("kroner", "kr", "kr.", "nok") or word.startswith(_SCALES) for word in words):
                    found.append(Sum(kroner, first, match.end()))
                break
            words = words[1:]
    return found


@lru_cache(maxsize=1024)
def _amount(said: str) -> int | None:
    return parse_amount(said)


def find_frequencies(words: Sequence[str]) -> list[Rhythm]:
    """«årlig», «hvert annet år», «to ganger i året», «kvar sjette månad», «en gang i halvåret»."""
    found: list[Rhythm] = []
    if not RHYTHMS.fits_any(words):
        return found
    i = 0
    while i < len(words):
        rhythm = _rhythm(words, i) if _BEGINS_RHYTHM.fits(words[i]) else None
        if rhythm is None:
            i += 1
        else:
            found.append(rhythm)
            i = rhythm.after
    return found


def _rhythm(words: Sequence[str], first: int) -> Rhythm | None:
    for after in range(min(len(words), first + _LONGEST), first, -1):
        value = _understood(" ".join(words[first:after]).replace(" . ", ". "))
        if value is not None:
            return Rhythm(value, first, after)
    return None


@lru_cache(maxsize=1024)
def _understood(said: str) -> Frequency | None:
    return understand_frequency(said)


_LONGEST = 6
_MOST_WORDS = 12  # of an amount: five groups of digits, and what stands around them
_DEFINITE = {"åra": "år", "årene": "år", "månedene": "måneder", "månadene": "månader", "månadane": "månadar"}
_UNIT = Forms(
    r"dag(?:s|er|ers|ar|ars)?|uke(?:s|r|rs)?|veke(?:s|r|rs)?|måned(?:s|er|ers)?|månad(?:s|er|ers|ar|ars)?|mnd|md|mdr"
    r"|kvartal(?:s|er|ers)?|halvår(?:s)?|år(?:s|a|ene)?|månedene|månad(?:ene|ane)"
)
_COUNT = (
    r"\d{1,3}|halvannet|halvanna|halvannen|ett?|eitt?|en|ein|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|"
    r"tolv|atten"
    r"|femten|tjuefire|tretti|seksti|nitti|trettiseks|førtiåtte"
)
_COMPOUND = pattern(
    rf"(?P<count>{_COUNT})-?(?P<unit>årig|års|månedlig|måneders?|månads?|månaders?|månadars?|ukers?|vekers?|"
    rf"dagers?|dagars?)"
    r"(?:e|a)?(?:-?(?:periode|avtale|frist|varsel|varighet|varigheit|løp|varslingsfrist|oppsigelse|oppseiing|"
    r"oppsigelsesfrist"
    r"|oppseiingsfrist|oppseiingstid|avtala)\w*)?"
)
_MEASURES = Forms(f"{_UNIT.pattern}|{_COMPOUND.pattern}")
_UNITS = {"år": "år", "må": "måneder", "uk": "uker", "ve": "veker", "da": "dager"}
_SIGNS_OF_MONEY = ("kr", "nok", "mill", "mrd", "tusen")  # one of them is in every amount
_SCALES = ("mill", "mrd", "milliard", "tusen")
_DIGITS = r"\d[\d \u00a0\u202f\u2009.]*+(?:,\d++)?"
_AMOUNT = pattern(
    rf"(?:\b(?:kr\.?|nok|kroner)\s*{_DIGITS}(?:,?[-\u2013\u2014]+)?(?:\s*(?:mill(?:\.|ion(?:er|ar)?)?|mrd\.?|"
    rf"milliard(?:er|ar)?|tusen)(?!\w))?"
    rf"(?:\s*(?:kroner|kr)\b)?"
    rf"|(?<![\w.,/]){_DIGITS}(?:,?[-\u2013\u2014]++)?\s*+(?:(?:mill(?:\.|ion(?:er|ar)?)?|mrd\.?|milliard(?:er|"
    rf"ar)?|tusen)(?!\w)\s*+)?(?:kroner|kr|nok)\b"
    rf"|(?<![\w.,/]){_DIGITS}\s*(?:mill(?:\.|ion(?:er|ar)?)|mrd\.|milliard(?:er|ar)?)(?!\w)"
    r"|\b(?:[a-zæøå]+\s+(?:og\s+(?:en|et|ein|eit|ei)\s+)?)?(?:[a-zæøå]+\s+)?(?:mill(?:\.|ion(?:er|ar)?)|mrd\.|"
    r"milliard(?:er|ar)?|tusen|hundre\s?tusen)(?:\s+(?:kroner|kr|nok)\b|(?!\w)))"
    rf"|(?<![\w.,/])(?P<none>{_DIGITS})"  # so that digits that are no amount are gone through once
)
_OF_RHYTHM = (
    r"årlige?|årlege?|halvårl\w+|halvårsvis|kvartals?vis|kvartalsvise|månedl\w+|månadl\w+|månedsvis|månadsvis|"
    r"hver|hvert|kvar|kvart|annenhver|annethvert|annetvert|annakvart|annankvar|annankvart|annakvar|"
    r"halvveis|halvvegs|midtveis|midtvegs"
)
_BEGINS_RHYTHM = Forms(rf"{_OF_RHYTHM}|anna|annan|annet|annen|en|én|ein|éin|ei|to|tre|fire|seks|\d+")
RHYTHMS = Forms(f"{_OF_RHYTHM}|gang|ganger|gong|gonger|gongar")
"""The words of which every frequency has one."""
