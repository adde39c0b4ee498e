"""Running text as sentences of words: what stands before the full stop, under which heading, after which lead-in."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from avtalesjekk.patterns import pattern

if TYPE_CHECKING:
    from avtalesjekk.norwegian.clauses import Clauses


class Word(NamedTuple):
    """A word, a number or a sign in lower case, and where it stands in the text."""

    text: str
    start: int
    end: int


class Sentence:
    """From one full stop to the next; an item of a list is read on from the words that lead in to the list.

    `start` and `end` are offsets in the text, in lower case; `heading` is the nearest heading above, in lower case.
    """

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        heading: str,
        lead: "Sentence | None",
        before: "Sentence | None",
        *,
        in_list: bool = False,
    ) -> None:
        self.text = text
        self.start, self.end = span
        self.heading = heading
        self.lead = lead
        self.before = before
        self.in_list = in_list
        self.after: Sentence | None = None
        if before is not None:
            before.after = self

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of the lead-in, where there is one, and of the sentence itself, without their places."""
        return (*(self.lead.texts[self._leading] if self.lead else ()), *_WORD.findall(self.text, self.start, self.end))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The same words with their places."""
        return (*(self.lead.words[self._leading] if self.lead else ()), *words_in(self.text, self.start, self.end))

    @cached_property
    def own(self) -> int:
        """The index of the first word that is not the lead-in's."""
        return len(self.lead.texts[self._leading]) if self.lead else 0

    @cached_property
    def _leading(self) -> slice:
        """The last words of the lead-in, without its colon."""
        texts = self.lead.texts if self.lead else ()
        end = len(texts) - 1 if texts and texts[-1] == ":" else len(texts)
        return slice(max(0, len(texts) - _LONGEST_LEAD), end)

    @cached_property
    def clauses(self) -> "Clauses":
        """The clauses of the sentence."""
        from avtalesjekk.norwegian.clauses import Clauses  # noqa: PLC0415 (they know each other)

        return Clauses(self)

    @cached_property
    def said(self) -> str:
        """The sentence itself as it stands, in lower case, without the lead-in."""
        return self.text[self.start : self.end]

    @property
    def is_heading(self) -> bool:
        """Whether it is itself a heading."""
        return self.text.startswith("#", self.start)


class Sentences:
    """The sentences of a text, CommonMark or plain; white space of any kind is white space, also inside a date."""

    def __init__(self, text: str) -> None:
        self.text = text.lower() if len(text.lower()) == len(text) else "".join(map(_lower, text))
        self._original = text

    @cached_property
    def all(self) -> tuple[Sentence, ...]:
        """Every sentence in order; a heading is one too."""
        return tuple(self._split())

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.all]

    def at(self, offset: int) -> Sentence | None:
        """The sentence in which a character stands."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and offset < self.all[index].end else None

    def _split(self) -> Iterator[Sentence]:
        heading = ""
        lead = before = None
        for start, end, kind in _blocks(self.text):
            if kind == "heading":
                before = Sentence(self.text, (start, end), heading, None, None)
                heading, lead = self.text[start:end].strip("# \t\n"), None
                yield before
                before = None
                continue
            if kind == "paragraph":
                lead = None
            for first, last in _sentence_spans(self.text, self._original, start, end):
                sentence = Sentence(
                    self.text, (first, last), heading, lead if kind == "item" else None, before, in_list=kind == "item"
                )
                yield sentence
                before = sentence
            if kind == "paragraph" and before is not None and self.text[before.start : before.end].endswith(":"):
                lead = before


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words, numbers and signs of a text in lower case; white space and markup are left out."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(match[0], match.start(), match.end())


_LONGEST_LEAD = 40
_LONGEST_SENTENCE = 1200  # characters; what is longer is cut, so that the work on each sentence has a bound
_MONTH = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_WORD = pattern(
    r"\d+-[^\W\d]+|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-’'][^\W_]+)*-?|\d*[^\W_]+(?:-[^\W_]+)*|[.,;:!?()«»\"§%–—|/-]"
)
_BLOCK = pattern(
    r"(?P<heading>^[ \t]{0,3}\#{1,6}[ \t][^\n]*)"
    rf"|(?P<item>^[ \t]*(?:[-*+•–]|\(?[a-z]\)|\d{{1,3}}(?:\.|\))(?![ \t]*(?:{_MONTH}))(?!\d))[ \t]+(?=\S))"
    r"|(?P<row>^[ \t]*\|)"
    r"|(?P<blank>^[ \t]*\n)",
    re.MULTILINE,
)
_NO_BREAK = pattern(
    r"(?:\b(?:nr|jf|jfr|ca|kl|kap|pkt|punkt|st\.? ?meld|meld|prop|st\.? ?prp|ot\.? ?prp|innst|art|f\.eks|t\.d|bl\.a"
    r"|m\.a|dvs|ev|evt|pr|hhv|inkl|ekskl|vedr|tlf|avd|dr|prof|st|sst|iht|if|mot|jr|sr|§)|(?<![^\W\d_])[a-zæøå])$"
)
_STOP = pattern(r"[.!?…]+[»\"”')*_]*(?=\s)|:(?=\s*$)")


def _lower(character: str) -> str:
    """A character in lower case, as itself where that would be more than one."""
    small = character.lower()
    return small if len(small) == 1 else character


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Headings, paragraphs, list items and table rows, in order: from, to, which."""
    start, kind = 0, "paragraph"
    for match in _BLOCK.finditer(text):
        if match.lastgroup == "item" and kind == "paragraph" and _goes_on(text, match, start):
            continue
        if text[start : match.start()].strip():
            yield start, match.start(), kind
        if match.lastgroup == "heading":
            yield match.start(), match.end(), "heading"
        kind = match.lastgroup if match.lastgroup in ("item", "row") else "paragraph"
        start = match.end()
    if text[start:].strip():
        yield start, len(text), kind


def _goes_on(text: str, match: "re.Match[str]", start: int) -> bool:
    """Whether what looks like a list goes on with a paragraph: a number other than 1 right after a line of it."""
    marker = match[0].strip()
    return marker[0].isdigit() and marker not in ("1.", "1)") and bool(text[start : match.start()].strip())


def _sentence_spans(text: str, original: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = _skip(text, start, end)
    for match in _STOP.finditer(text, first, end):
        if match.start() < first or not _ends_there(text, original, match, first, end):
            continue
        yield from _in_pieces(text, first, match.end())
        first = _skip(text, match.end(), end)
    if text[first:end].strip():
        yield from _in_pieces(text, first, first + len(text[first:end].rstrip()))


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the pieces of one that is too long, cut between words where that can be."""
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends_there(text: str, original: str, match: "re.Match[str]", first: int, end: int) -> bool:
    """Whether a full stop ends the sentence: not after a day, a number in order or an abbreviation."""
    after = _skip(text, match.end(), end)
    if after >= end or match[0][0] in "!?:":
        return True
    following = original[after]
    if following.islower():
        return False
    before = text[max(first, match.start() - 12) : match.start()]
    if re.search(r"(?<![\d.,])\d{1,2}$", before) and (
        following.isdigit() or re.match(_MONTH, text[after : after + 10])
    ):
        return False
    return _NO_BREAK.search(before) is None
