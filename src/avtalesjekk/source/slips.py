"""The slips behind a syntax error: what a person did, where the C parser only says what it could not read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtalesjekk.source.problem import Span

_LINES_BACK = 20  # a slip stands near the place where the parser stopped


class Slip(NamedTuple):
    """What was done, what to do instead, and where."""

    message: str
    help: str
    span: Span


class _Line(NamedTuple):
    text: str
    start: int

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    def span(self, match: re.Match[str], group: int = 0) -> Span:
        return Span(self.start + match.start(group), self.start + match.end(group))


def slip(complaint: str, text: str, stopped: int) -> Slip | None:
    """The slip that made the parser stop with a complaint at a character; None where none is plain to see."""
    here, *before = _lines_back(text, stopped)
    above = [line for line in before if line.text.strip()]
    found = _hard_space(here, *above[:1])
    if found is None and "mapping values are not allowed" in complaint:
        found = _colon(here, above, stopped)
    elif found is None and "could not find expected ':'" in complaint:
        found = _no_colon(here, above)
    elif found is None and ("indicator" in complaint or "expected key" in complaint):
        found = _text_after(here, text, stopped)
    elif found is None and "expected ',' or '}'" in complaint and _second_colon(here, stopped):
        found = Slip("kolonet deler teksten", "sett hele teksten i anførselstegn", Span(stopped, stopped + 1))
    return found


def _second_colon(here: _Line, stopped: int) -> bool:
    """Whether the parser stopped at a colon of a text inside braces that begin on the same line."""
    return here.text[stopped - here.start :].startswith(":") and "{" in here.text[: stopped - here.start]


def _hard_space(*lines: _Line) -> Slip | None:
    for line in lines:
        hard = re.search("[\u00a0\u2007\u202f]", line.text)
        if hard is not None and _matters(line.text, hard.start()):
            return Slip(
                "linjen har et hardt mellomrom (ofte fra Word)", "bytt det ut med et vanlig mellomrom", line.span(hard)
            )
    return None


def _matters(line: str, at: int) -> bool:
    """Whether a hard space stands where YAML wants a plain one: in the indentation, or after a dash or a colon."""
    return not line[:at].strip() or line[:at].rstrip(" ")[-1] in "-:"


def _lines_back(text: str, offset: int) -> Iterator[_Line]:
    """The line of a character, and those before it."""
    end = re.compile(r"[\r\n]|\Z").search(text, offset)
    stop = end.start() if end else len(text)
    for _ in range(_LINES_BACK):
        start = max(text.rfind("\n", 0, stop), text.rfind("\r", 0, stop)) + 1
        yield _Line(text[start:stop], start)
        if start == 0:
            return
        stop = start - 1


def _colon(here: _Line, above: list[_Line], stopped: int) -> Slip | None:
    key = re.fullmatch(r"\s*(?:- +)?(\w+)", here.text[: stopped - here.start])
    if key is None or not above:
        return None
    for line in above:
        if (tight := re.match(r"\s*(?:- +)?(\w+:)(?=[^\s/])", line.text)) is not None:
            return Slip("det mangler et mellomrom etter kolonet", f"skriv «{tight[1]} …»", line.span(tight, 1))
        if ": " in line.text or line.text.rstrip().endswith(":"):
            break
    before = above[0]
    if (bare := re.fullmatch(r"\s*(\w+)\s*", before.text)) is not None and before.indent >= here.indent:
        return Slip(f"kolonet mangler etter «{bare[1]}»", f"skriv «{bare[1]}:»", before.span(bare, 1))
    if here.indent > before.indent:
        return Slip(
            f"nøkkelen «{key[1]}» er rykket for langt inn, eller står under en nøkkel som alt har en verdi",
            "la nøkler på samme nivå begynne i samme kolonne",
            here.span(key, 1),
        )
    return None


def _no_colon(here: _Line, above: list[_Line]) -> Slip | None:
    below = here
    for line in (here, *above):
        if (tight := re.match(r"\s*(-)\w", line.text)) is not None:
            return Slip("det mangler et mellomrom etter bindestreken", "skriv «- » foran punktet", line.span(tight, 1))
        if re.search(r":\s*[|>][+-]?\s*$", line.text) is not None and below.indent <= line.indent:
            start = below.start + below.indent
            return Slip(
                "teksten etter «|» er ikke rykket inn",
                "rykk alle linjene i teksten lenger inn enn nøkkelen",
                Span(start, start + len(below.text.strip())),
            )
        below = line
    return None


def _text_after(here: _Line, text: str, stopped: int) -> Slip | None:
    before = here.text[: stopped - here.start].rstrip(" ")
    if not before or before[-1] not in "]}\"'":
        return None
    if before[-1] in "\"'" and (begun := _left_open(text, here.start + len(before) - 1)) is not None:
        return Slip(
            "anførselstegnet som begynner her, er ikke lukket",
            f"sett {before[-1]} der teksten slutter",
            Span(begun, begun + 1),
        )
    return Slip(
        f"det står tekst etter «{before[-1]}», der verdien er slutt",
        "sett hele teksten i anførselstegn av det andre slaget"
        if before[-1] in "\"'"
        else "sett hele teksten i anførselstegn",
        Span(stopped, min(stopped + 1, len(text))),
    )


def _left_open(text: str, closing: int) -> int | None:
    """Where a quote begins that was closed by the next one that opens: keys stand on lines between the two."""
    begun = text.rfind(text[closing], 0, closing)
    keys = re.search(r"[\r\n] *(?:- +)?\w+:(?:[ \r\n])", text[max(begun, 0) : closing])
    opens = re.search(r"(?:^|[:\-\[{,][ \t]*|[\r\n][ \t]*)\Z", text[max(0, begun - 10) : max(begun, 0)])
    return begun if begun >= 0 and keys and opens else None
