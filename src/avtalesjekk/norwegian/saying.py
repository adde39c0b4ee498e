"""Dates, durations, frequencies, amounts and lists as they are written in a text, in bokmål or nynorsk.

Small numbers are written in words, and what belongs together does not part at the end of a line. Source: Språkrådet's
advice on numbers, dates and amounts.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from avtalesjekk.norwegian.amounts import say_amount as say_amount  # noqa: PLC0414 (the same in both)
from avtalesjekk.norwegian.dates import PartialDate, say_date
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.frequencies import Frequency

Målform = Literal["bokmål", "nynorsk"]
NO_BREAK = "\N{NO-BREAK SPACE}"


def say_day(day: PartialDate) -> str:
    """«31. desember 2023», with a no-break space after the day."""
    return say_date(day).replace(". ", f".{NO_BREAK}", 1)


def say_length(length: Duration, målform: Målform) -> str:
    """«to år», «tre måneder», «90 dager»; in nynorsk «tre månader», «eitt år»."""
    one, many = _UNITS[målform][length.unit]
    return f"{_count(length, målform)} {one if length.count == 1 else many}".replace(" ", _joint(length))


def say_length_of(length: Duration, målform: Målform) -> str:
    """The genitive: «tre måneders», «ett års», «90 dagars»."""
    said = say_length(length, målform)
    return said if said.endswith("s") else f"{said}s"


def say_often(often: Frequency, målform: Målform) -> str:
    """«hvert år», «annethvert år», «hver tredje måned», «halvveis i avtaleperioden»; «kvart år» in nynorsk."""
    words = _OFTEN[målform]
    if often.kind in words:
        return words[often.kind]
    noun, each = _PERIODS[målform][often.kind]
    if often.every == 1:
        return f"{each} {noun}"
    ordinals = _ORDINALS[målform]
    nth = ordinals[often.every] if often.every < len(ordinals) else f"{often.every}."
    if often.every == 2 and målform == "bokmål":
        nth = "annet" if each == "hvert" else "annen"
    return f"{each} {nth} {noun}"


def say_list(items: Sequence[str]) -> str:
    """«a, b og c»."""
    *before, last = items or ("",)
    return f"{', '.join(before)} og {last}" if before else last


def _count(length: Duration, målform: Målform) -> str:
    if length.count == 1:
        return _ONE[målform][length.unit]
    words = _NUMBERS[målform]
    return words[length.count] if length.count < len(words) else str(length.count)


def _joint(length: Duration) -> str:
    return " " if length.count < len(_NUMBERS["bokmål"]) else NO_BREAK


_NUMBERS: Mapping[Målform, tuple[str, ...]] = {
    "bokmål": ("null", "", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
    "nynorsk": ("null", "", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"),
}
_ONE: Mapping[Målform, Mapping[str, str]] = {
    "bokmål": {"dag": "én", "uke": "én", "måned": "én", "år": "ett"},
    "nynorsk": {"dag": "éin", "uke": "éi", "måned": "éin", "år": "eitt"},
}
_UNITS: Mapping[Målform, Mapping[str, tuple[str, str]]] = {
    "bokmål": {
        "dag": ("dag", "dager"),
        "uke": ("uke", "uker"),
        "måned": ("måned", "måneder"),
        "år": ("år", "år"),
    },
    "nynorsk": {
        "dag": ("dag", "dagar"),
        "uke": ("veke", "veker"),
        "måned": ("månad", "månader"),
        "år": ("år", "år"),
    },
}
_OFTEN: Mapping[Målform, Mapping[str, str]] = {
    "bokmål": {
        "halvveis": "halvveis i avtaleperioden",
        "ved avslutning": "når avtaleperioden er over",
        "ved behov": "ved behov",
    },
    "nynorsk": {
        "halvveis": "halvvegs i avtaleperioden",
        "ved avslutning": "når avtaleperioden er over",
        "ved behov": "ved behov",
    },
}
_PERIODS: Mapping[Målform, Mapping[str, tuple[str, str]]] = {
    "bokmål": {
        "år": ("år", "hvert"),
        "halvår": ("halvår", "hvert"),
        "kvartal": ("kvartal", "hvert"),
        "måned": ("måned", "hver"),
    },
    "nynorsk": {
        "år": ("år", "kvart"),
        "halvår": ("halvår", "kvart"),
        "kvartal": ("kvartal", "kvart"),
        "måned": ("månad", "kvar"),
    },
}
_ORDINALS: Mapping[Målform, tuple[str, ...]] = {
    "bokmål": ("", "", "andre", "tredje", "fjerde", "femte", "sjette"),
    "nynorsk": ("", "", "andre", "tredje", "fjerde", "femte", "sjette"),
}
