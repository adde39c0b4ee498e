"""Points and spans of time as running text names them: dates, months, seasons, half-years, turns of the year."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from avtalesjekk.norwegian.dates import PartialDate, add_months, parse_date
from avtalesjekk.patterns import pattern

Kind = Literal["dag", "måned", "år", "årstid", "periode"]


class Moment(NamedTuple):
    """A time from the first to the last day it can mean, and where in the text it is named.

    A `periode` is a span with both its ends named («2022–2025»): it lasts from `first` through `last`.
    """

    first: date
    last: date
    kind: Kind
    start: int
    end: int

    @property
    def partial(self) -> PartialDate:
        """The time as a date: to the day, the month or the year."""
        if self.first == self.last:
            return PartialDate.of(self.first)
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return PartialDate(self.first.year, self.first.month)
        return PartialDate(self.first.year)


def find_moments(text: str, start: int = 0, end: int | None = None) -> list[Moment]:
    """The times named in a text in lower case, in order; a day without a year takes that of the day it leads up to."""
    found: list[Moment] = []
    waiting: re.Match[str] | None = None
    end = len(text) if end is None else end
    if _FIGURE.search(text, start, end) is None:
        return found  # there is none without a year
    for match in _form().finditer(text, start, end):
        if match.lastgroup == "yearless":
            waiting = match
            continue
        moment = _moment(match)
        if moment is None:
            waiting = None
            continue
        if moment.kind == "periode" and _SCHOOL_YEAR.search(text, max(0, match.start() - 16), match.start()):
            moment = moment._replace(first=date(moment.first.year, 8, 1), last=date(moment.last.year, 7, 31))
        if waiting is not None and _LEADS_UP.fullmatch(text, waiting.end(), match.start()):
            day = parse_date(f"{waiting['yearless']} {moment.last.year}")
            if day is not None:
                found.append(Moment(day.first, day.last, "dag", *waiting.span()))
        waiting = None
        if (
            found
            and found[-1].first < moment.first
            and (
                _DASHED.fullmatch(text, found[-1].end, moment.start)
                or (
                    moment.kind in ("dag", found[-1].kind)
                    and moment.kind != "år"
                    and _UP_TO.fullmatch(text, found[-1].end, moment.start)
                )
            )
        ):
            moment = Moment(found[-1].first, moment.last, "periode", found.pop().start, moment.end)
        found.append(moment)
    return found


_MONTHS = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_FIGURE = pattern(r"\d")
_YEAR = r"(?:1[89]|2[01])\d\d"
_DASH = r"\s?[-–—/]\s?"
_LEADS_UP = pattern(
    r"\s*+(?:[-–—]|(?:,\s*+)?(?:og\s+)?(?:fram\s+|frem\s+)?til(?:\s+og\s+med)?|inntil|og)\s*+(?:den\s+)?"
)
_SCHOOL_YEAR = pattern(r"(?:skoleåret|skuleåret|studieåret|barnehageåret|undervisningsåret)\s+$")
_UP_TO = pattern(r"\s+(?:fram\s+|frem\s+)?til(?:\s+og\s+med)?\s+(?:den\s+)?")
_DASHED = pattern(r"\s*[-–—]\s*")
_EDGES: Mapping[str, Literal["first", "last"]] = {
    **dict.fromkeys(("utgangen", "utgongen", "utløpet", "slutten", "enden", "ultimo", "utgang"), "last"),
    **dict.fromkeys(("inngangen", "inngangen", "begynnelsen", "byrjinga", "starten", "primo"), "first"),
}
_SEASONS: Mapping[str, tuple[int, int]] = {
    "vår": (3, 5), "vårhalvår": (1, 6), "sommer": (6, 8), "sommar": (6, 8), "høst": (8, 11), "haust": (8, 11),
    "vinter": (1, 3),
}  # fmt: skip
_PARTS: Mapping[str, int] = {"halvår": 6, "kvartal": 3, "tertial": 4}
_ORDINALS: Mapping[str, int] = {
    "1.": 1, "første": 1, "fyrste": 1, "2.": 2, "andre": 2, "annet": 2, "3.": 3, "tredje": 3, "4.": 4, "fjerde": 4,
}  # fmt: skip


@cache
def _form() -> re.Pattern[str]:
    edge = rf"(?:(?P<edge>{'|'.join(_EDGES)})\s+(?:av\s+|til\s+)?(?:året\s+)?)?"
    day_word = "|".join(sorted(_day_words(), key=len, reverse=True))
    forms = (
        rf"(?P<listed>{_YEAR}(?:,\s+{_YEAR})*+)\s+og\s+(?P<listed_last>{_YEAR})",
        rf"(?P<from>{_YEAR}){_DASH}(?P<to>(?:{_YEAR}|\d\d)(?!\d))(?!\s?[-./]\d)",
        (
            rf"(?P<numeric>\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:{_YEAR}|\d\d(?!\d))|\d{{1,2}}/\d{{1,2}}(?:\s?[-–]\s?|"
            rf"\s){_YEAR}|\d{{1,2}}/\d{{1,2}}\s?[-–]\s?\d\d(?!\d)|{_YEAR}-\d\d-\d\d|"
            rf"\d{{1,2}}[-/]\d{{1,2}}[-/]{_YEAR})"
        ),
        (
            rf"(?P<named>(?:(?:\d{{1,2}}\.?|(?P<word>{day_word}))\s*)?(?P<month>{_MONTHS})\s+(?:månad\s+|"
            rf"måned\s+)?(?P<named_year>{_YEAR}))"
        ),
        rf"(?P<yearless>\d{{1,2}}\.?\s*(?:{_MONTHS})(?!\s+(?:månad\s+|måned\s+)?{_YEAR}))\b",
        rf"(?:årsskiftet|årsskifte|nyttår)\s+(?P<old>{_YEAR})(?:{_DASH}(?P<new>{_YEAR}|\d\d))?",
        (
            rf"(?P<season>{'|'.join(sorted(_SEASONS, key=len, reverse=True))})(?:en|et|a|"
            rf"halvåret)?(?:\s+i)?\s+(?P<season_year>{_YEAR})"
        ),
        (
            rf"(?P<ordinal>{'|'.join(map(re.escape, _ORDINALS))})\s+(?P<part>{'|'.join(_PARTS)})(?:et)?(?:\s+(?:i|"
            rf"av))?\s+(?P<part_year>{_YEAR})"
        ),
        rf"(?P<year>{_YEAR})(?!\.\d|\s?[-–]?\w*(?:agenda|mål))",
    )
    return pattern(rf"(?<![\w.,/-]){edge}(?:{'|'.join(forms)})(?!\w)")


def _moment(match: re.Match[str]) -> Moment | None:
    try:
        return _understood(match)
    except ValueError:
        return None


def _understood(match: re.Match[str]) -> Moment | None:
    here = match.span()
    found = match.groupdict()
    if found["listed"]:
        first, last = int(found["listed"][:4]), int(found["listed_last"])
        return Moment(date(first, 1, 1), date(last, 12, 31), "periode", *here) if first < last else None
    if found["from"]:
        first, last = int(found["from"]), _in_full(int(found["from"]), found["to"])
        return Moment(date(first, 1, 1), date(last, 12, 31), "periode", *here) if first < last else None
    if found["numeric"] or found["named"]:
        return _day_or_month(match, found["numeric"] or found["named"])
    if found["old"]:
        year = int(found["old"]) if found["new"] else int(found["old"]) - 1
        return Moment(date(year, 12, 31), date(year + 1, 1, 1), "dag", *here)
    if found["season"]:
        low, high = _SEASONS[found["season"]]
        year = int(found["season_year"])
        return _at_edge(Moment(date(year, low, 1), _end_of_month(year, high), "årstid", *here), found["edge"])
    if found["part"]:
        months = _PARTS[found["part"]]
        begin = add_months(date(int(found["part_year"]), 1, 1), months * (_ORDINALS[found["ordinal"]] - 1))
        return _at_edge(Moment(begin, add_months(begin, months) - timedelta(days=1), "årstid", *here), found["edge"])
    year = int(found["year"])
    return _at_edge(Moment(date(year, 1, 1), date(year, 12, 31), "år", *here), found["edge"])


def _day_or_month(match: re.Match[str], said: str) -> Moment | None:
    said = " ".join(said.split()).replace(" månad ", " ").replace(" måned ", " ")
    if match["word"]:
        said = said.replace(match["word"], f"{_day_words()[match['word']]}.", 1)
    day = parse_date(said)
    if day is None:
        return None
    moment = Moment(day.first, day.last, "dag" if day.exact else "måned", *match.span())
    return _at_edge(moment, match["edge"])


def _at_edge(moment: Moment, edge: str | None) -> Moment:
    """The last day of it for «utgangen av», the first for «begynnelsen av»."""
    if not edge:
        return moment
    day = moment.last if _EDGES[edge] == "last" else moment.first
    return moment._replace(first=day, last=day, kind="dag")


def _end_of_month(year: int, month: int) -> date:
    return add_months(date(year, month, 1), 1) - timedelta(days=1)


def _in_full(first: int, short: str) -> int:
    return int(short) if len(short) > 2 else first // 100 * 100 + int(short)


@cache
def _day_words() -> Mapping[str, int]:
    """The days of a month as ordinals in words, in both målformer."""
    ones = (
        "", "første fyrste", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende sjuande syvende",
        "åttende åttande",
        "niende niande", "tiende tiande", "ellevte", "tolvte", "trettende trettande", "fjortende fjortande",
        "femtende femtande", "sekstende sekstande", "syttende syttande", "attende attande", "nittende nittande",
    )  # fmt: skip
    days = {word: number for number, words in enumerate(ones) for word in words.split()}
    days |= {"tjuende": 20, "tjuande": 20, "tyvende": 20, "trettiende": 30, "trettiande": 30}
    for ten, value in (("tjue", 20), ("tretti", 30)):
        days |= {f"{ten}{word}": value + n for n in range(1, 10) for word in ones[n].split() if value + n <= 31}
    return days
