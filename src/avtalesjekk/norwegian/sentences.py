"""Running text as sentences of words: what stands before the full stop, under which heading, after which lead-in."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from avtalesjekk.norwegian.blocks import MONTHS, blocks
from avtalesjekk.norwegian.moments import Moment, find_moments
from avtalesjekk.norwegian.quantities import Rhythm, find_frequencies
from avtalesjekk.norwegian.remembered import Remembered
from avtalesjekk.once import once
from avtalesjekk.patterns import pattern

if TYPE_CHECKING:
    import re

    from avtalesjekk.norwegian.clauses import Clauses


class Word(NamedTuple):
    """A word, a number or a sign in lower case, and where it stands in the text."""

    text: str
    start: int
    end: int


class Sentence:
    """From one full stop to the next; an item of a list is read on from the words that lead in to the list.

    `start` and `end` are offsets in the text, in lower case; `heading` is the nearest heading above, in lower case.
    `texts` are its words, without their places, after those of the lead-in where there is one; `own` is the index of
    the first that is not the lead-in's.
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
        self.own: int = 0 if lead is None else len(lead.texts[lead.leading])

    @once
    def texts(self) -> tuple[str, ...]:
        """Its words in lower case: most sentences are never asked for them."""
        own = tuple(chain.from_iterable(map(words_of, self.said.split())))
        return own if self.lead is None else self.lead.texts[self.lead.leading] + own

    @once
    def words(self) -> tuple[Word, ...]:
        """The words of `texts` with their places."""
        leading = self.lead.words[self.lead.leading] if self.lead else ()
        return (*leading, *words_in(self.text, self.start, self.end))

    @property
    def leading(self) -> slice:
        """The last words of a sentence that leads in to a list, without its colon."""
        end = len(self.texts) - 1 if self.texts[-1:] == (":",) else len(self.texts)
        return slice(max(0, len(self.texts) - _LONGEST_LEAD), end)

    @once
    def moments(self) -> tuple[Moment, ...]:
        """The times that it names, without those of the lead-in."""
        return tuple(find_moments(self.text, self.start, self.end))

    @once
    def rhythms(self) -> tuple[Rhythm, ...]:
        """The frequencies that it names."""
        return tuple(find_frequencies(self.texts))

    @once
    def clauses(self) -> "Clauses":
        """The clauses of the sentence."""
        from avtalesjekk.norwegian.clauses import Clauses  # noqa: PLC0415 (they know each other)

        return Clauses(self)

    @property
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
        lower = text.lower()
        self.text = lower if len(lower) == len(text) else "".join(map(_lower, text))
        self._original = text

    @once
    def all(self) -> tuple[Sentence, ...]:
        """Every sentence in order; a heading is one too."""
        return tuple(self._split())

    @property
    def is_cut(self) -> bool:
        """Whether a sentence may be so long that it is cut, perhaps within a word."""
        return len(self.text) > _LONGEST_SENTENCE

    @once
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.all]

    def at(self, offset: int) -> Sentence | None:
        """The sentence in which a character stands."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and offset < self.all[index].end else None

    def _split(self) -> Iterator[Sentence]:
        heading = ""
        lead = before = None
        for start, end, kind in blocks(self.text):
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
            if kind == "paragraph" and before is not None and self.text.endswith(":", before.start, before.end):
                lead = before


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words, numbers and signs of a text in lower case; white space and markup are left out."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(match[0], *match.span())


_LONGEST_LEAD = 40
_LONGEST_SENTENCE = 1200  # characters; what is longer is cut, so that the work on each sentence has a bound
_WORD = pattern(
    r"\d+-[^\W\d]+|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[-’'][^\W_]+)*-?|\d*[^\W_]+(?:-[^\W_]+)*|[.,;:!?()«»\"§%–—|/-]"
)
_NO_BREAK = pattern(
    r"(?:\b(?:nr|jf|jfr|ca|kl|kap|pkt|punkt|st\.? ?meld|meld|prop|st\.? ?prp|ot\.? ?prp|innst|art|f\.eks|t\.d|bl\.a"
    r"|m\.a|dvs|ev|evt|pr|hhv|inkl|ekskl|vedr|tlf|avd|dr|prof|st|sst|iht|if|mot|jr|sr|§)|(?<![^\W\d_])[a-zæøå])$"
)
_LONGEST_ABBREVIATION = 5  # letters in a row: «punkt», «innst»
_MONTH = pattern(MONTHS)
_NUMBER = pattern(r"(?<![\d.,])\d{1,2}$")
_STOP = pattern(r"(?<![.!?…])[.!?…]++[»\"”')*_]*+(?=\s)")


def _lower(character: str) -> str:
    """A character in lower case, as itself where that would be more than one."""
    small = character.lower()
    return small if len(small) == 1 else character


def _sentence_spans(text: str, original: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    first = _skip(text, start, end)
    for match in _STOP.finditer(text, first, end):
        stop = match.end()
        after = _skip(text, stop, end)
        if _ends_there(text, original, match, first, after, end):
            spans += _in_pieces(text, first, stop)
            first = after
    if first < end:
        spans += _in_pieces(text, first, first + len(text[first:end].rstrip()))
    return spans


def _in_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, or the pieces of one that is too long, cut between words where that can be."""
    pieces = []
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends_there(text: str, original: str, match: "re.Match[str]", first: int, after: int, end: int) -> bool:
    """Whether a full stop ends the sentence: not after a day, a number in order or an abbreviation."""
    if after >= end or match[0][0] in "!?":
        return True
    following = original[after]
    if following.islower():
        return False
    before = text[max(first, match.start() - 12) : match.start()]
    if len(before) > _LONGEST_ABBREVIATION and before[-_LONGEST_ABBREVIATION - 1 :].isalpha():
        return True
    if _NUMBER.search(before) and (following.isdigit() or _MONTH.match(text, after)):
        return False
    return _NO_BREAK.search(before) is None


def _words_of(run: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(run))


words_of: Callable[[str], tuple[str, ...]] = Remembered(_words_of).__getitem__
"""The words of a run of signs in lower case, with no white space in it."""
