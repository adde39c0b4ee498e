"""How often something is done: at fixed intervals, or at a point in the life of an agreement."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from avtalesjekk.norwegian.numbers import parse_number
from avtalesjekk.norwegian.text import plain

Kind = Literal["år", "halvår", "kvartal", "måned", "halvveis", "ved avslutning", "ved behov"]


@dataclass(frozen=True, slots=True)
class Frequency:
    """Once in every so many periods of a kind, or at the time that the kind names."""

    kind: Kind
    every: int = 1

    def __post_init__(self) -> None:
        """Refuse an interval that is none."""
        if self.every not in range(1, 100 if self.kind in _MONTHS else 2):
            msg = f"{self.every} {self.kind} is not a frequency"
            raise ValueError(msg)

    @property
    def at_least_yearly(self) -> bool:
        """Whether it comes once a year or oftener."""
        return self.kind in _MONTHS and self.every * _MONTHS[self.kind] <= _MONTHS["år"]

    def say(self) -> str:
        """«hvert år», «hver 3. måned», «ved behov»: what `parse_frequency` takes."""
        if self.kind not in _MONTHS:
            return self.kind
        number = "" if self.every == 1 else f"{self.every}. "
        return f"{'hver' if self.kind == 'måned' else 'hvert'} {number}{self.kind}"


def parse_frequency(text: str) -> Frequency | None:
    """The frequency written in one of the forms of the agreement format, bokmål or nynorsk."""
    words = plain(text)
    if words in _FIXED:
        return Frequency(_FIXED[words])
    match = re.fullmatch(_EACH, words)
    return Frequency(_PERIODS[match[2] or match[4]], int(match[1] or match[3] or 1)) if match else None


def understand_frequency(text: str) -> Frequency | None:
    """The frequency that is meant, also in other words: «annethvert år», «to ganger i året», «kvartalsvis»."""
    words = plain(text).removesuffix(".").rstrip()
    for kind, others in _OTHERWISE.items():
        if words in others:
            return Frequency(kind)
    return parse_frequency(words) or _every_so_many(words) or _times_in_a_period(words)


def _every_so_many(words: str) -> Frequency | None:
    """«annethvert år», «kvart tredje år»; and «hver år», though the grammar is wrong."""
    each, _, period = words.rpartition(" ")
    if period in _ONCE_A_YEAR and each in ("hver", "hvert", "kvar", "kvart"):
        return Frequency("år")
    if period not in _PERIODS:
        return None
    if re.fullmatch("(?:annet|anna|annen|annan|annen)-? ?(?:hvert|hver|kvart|kvar)", each):
        return Frequency(_PERIODS[period], 2)
    match = re.fullmatch(r"(?:hvert|hver|kvart|kvar)(?: (?:([1-9][0-9]?)\.?|([a-zæøå]+)))?", each)
    if match is None:
        return None
    every = _ordinals().get(match[2]) if match[2] else int(match[1] or 1)
    return Frequency(_PERIODS[period], every) if every else None


def _times_in_a_period(words: str) -> Frequency | None:
    """«to ganger i året», where the times divide the period into whole months."""
    match = re.fullmatch(
        r"(.*?) (?:ganger|gang|gongar|gonger|gong) (?:(?:i|om|per|pr\.?|hver|hvert|kvar|kvart) )?([a-zæøå]+)", words
    )
    if match is None or not (times := parse_number(match[1])) or match[2] not in _WITHIN:
        return None
    months, uneven = divmod(_MONTHS[_WITHIN[match[2]]], times)
    if uneven:
        return None
    kind = {length: kind for kind, length in _MONTHS.items()}.get(months)
    return Frequency(kind) if kind else Frequency("måned", months)


@cache
def _ordinals() -> Mapping[str, int]:
    return {word: number for number, words in enumerate(_ORDINALS) for word in words.split()}


_MONTHS: Mapping[Kind, int] = {"år": 12, "halvår": 6, "kvartal": 3, "måned": 1}
_PERIODS: Mapping[str, Kind] = {
    "år": "år",
    "halvår": "halvår",
    "kvartal": "kvartal",
    "måned": "måned",
    "månad": "måned",
}
_WITHIN: Mapping[str, Kind] = {
    **_PERIODS,
    "året": "år",
    "årlig": "år",
    "årleg": "år",
    "halvåret": "halvår",
    "kvartalet": "kvartal",
    "måneden": "måned",
    "månaden": "måned",
}
# What comes once a year: «hver høst», «kvart kalenderår».
_ONCE_A_YEAR = frozenset((
    "vår", "sommer", "sommar", "høst", "haust", "vinter",
    "kalenderår", "budsjettår", "skoleår", "skuleår", "avtaleår",
    "årsskifte", "januar", "februar",
    "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
))  # fmt: skip
# The place in the row is the number: every spelling of its ordinal.
_ORDINALS = (
    "",
    "",
    "annet annen anna annan andre",
    "tredje",
    "fjerde",
    "femte",
    "sjette",
    "sjuende sjuande syvende",
    "åttende åttande",
    "niende niande",
    "tiende tiande",
    "ellevte",
    "tolvte",
)
_EACH = (
    r"(?:hvert|kvart) (?:([1-9][0-9]?)\. )?(år|halvår|kvartal)"
    r"|(?:hver|kvar) (?:([1-9][0-9]?)\. )?(måned|månad)"
)
_FIXED: Mapping[str, Kind] = {
    "årlig": "år",
    "årleg": "år",
    "halvveis": "halvveis",
    "halvvegs": "halvveis",
    "ved avslutning": "ved avslutning",
    "ved behov": "ved behov",
}
_OTHERWISE: Mapping[Kind, frozenset[str]] = {
    "år": frozenset({"årlige", "årlege"}),
    "halvår": frozenset({"halvårlig", "halvårlige", "halvårleg", "halvårlege", "halvårsvis"}),
    "kvartal": frozenset({"kvartalsvis", "kvartalsvise", "kvartalvis"}),
    "måned": frozenset({"månedlig", "månedlige", "månadleg", "månadlege", "månedsvis", "månadsvis"}),
    "halvveis": frozenset({"halvveges", "midtveis", "midtvegs", "halvveis i perioden", "halvvegs i perioden"})
    | {f"{halfway} i avtaleperioden" for halfway in ("halvveis", "halvvegs", "midtveis", "midtvegs")},
    "ved avslutning": frozenset({"ved avslutting", "ved avtalens avslutning", "ved avslutning av avtalen"})
    | {f"ved {end}{of}" for end in ("avslutningen", "avslutninga", "avsluttinga") for of in ("", " av avtalen")},
    "ved behov": frozenset({"etter behov", "når det er behov", "når det trengs", "når det trengst"}),
}
