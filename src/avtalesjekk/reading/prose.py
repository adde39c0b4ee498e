"""The texts of an agreement as sentences, and where in them certain words stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.sentences import Sentence, Sentences
from avtalesjekk.reading.reference import Theme, mentions_agreement, subject_theme, theme
from avtalesjekk.reading.said import Said, Text, texts_in

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a text that an item is looked for by: where it stands, and in which sentence.

    `home` tells that the text stands in the section that the item belongs to, or under a heading that names it.
    """

    text: Text
    sentence: Sentence
    index: int
    home: bool

    @property
    def clauses(self) -> Clauses:
        """The clauses of its sentence."""
        return self.sentence.clauses

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of its sentence in lower case."""
        return self.sentence.texts

    @property
    def word(self) -> str:
        """The word in lower case."""
        return self.texts[self.index]

    @property
    def status(self) -> Status:
        """Whether its clause says it, denies it, or only thinks of it."""
        return self.clauses.status(self.index)

    @property
    def subject(self) -> Theme:
        """What the subject of its clause is about."""
        return subject_theme(self.clauses, self.index)

    def theme(self, start: int, end: int) -> Theme:
        """What the words of its sentence from one index to before another are about."""
        return theme(self.clauses, start, end)

    def is_own(self, found: Theme) -> bool:
        """Whether what is spoken of is the agreement, as far as the sentence and its place tell."""
        if found is Theme.NEUTRAL:
            return self.home or mentions_agreement(self.sentence)
        return found is Theme.OWN

    def range(self, first: int | None = None, after: int | None = None) -> tuple[int, int]:
        """The characters of the word, or of the words from one index to before another."""
        words = self.clauses.words
        start = self.index if first is None else first
        stop = start + 1 if after is None else after
        return words[start].start, words[stop - 1].end

    def said(self, value: T, first: int | None = None, after: int | None = None) -> Said[T]:
        """A value as said in these words."""
        return Said(value, self.text.path, self.range(first, after))


def one_a_sentence(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The first of the mentions in each sentence."""
    seen = set()
    for mention in mentions:
        if id(mention.sentence) not in seen:
            seen.add(id(mention.sentence))
            yield mention


class Prose:
    """The texts of an agreement."""

    def __init__(self, agreement: "Avtale") -> None:
        self._agreement = agreement

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that comes into the signed text, plain ones too."""
        return tuple(texts_in(self._agreement))

    @cached_property
    def _sentences(self) -> tuple[tuple[Text, Sentence], ...]:
        """Every sentence but headings, in order, each with its text."""
        return tuple(
            (text, sentence)
            for text in self.texts
            if text.path[-1] not in _NO_SENTENCES
            for sentence in Sentences(text.text).all
            if not sentence.is_heading
        )

    @cached_property
    def _all(self) -> str:
        return "\n".join(sentence.said for _, sentence in self._sentences)

    @cached_property
    def _index(self) -> dict[str, list[tuple[int, int]]]:
        """Where each word stands: the number of the sentence, and the word's in it; a lead-in counts once."""
        index: dict[str, list[tuple[int, int]]] = {}
        for number, (_, sentence) in enumerate(self._sentences):
            for at, word in enumerate(sentence.texts[sentence.own :], sentence.own):
                index.setdefault(word, []).append((number, at))
        return index

    def mentions(
        self, word: "re.Pattern[str]", home: frozenset[str] = frozenset(), heading: "re.Pattern[str] | None" = None
    ) -> Iterator[Mention]:
        """The words that match in full, those of the home sections and of what stands under such a heading first."""
        away: list[Mention] = []
        for number, index in sorted(place for found in self._matching(word) for place in self._index[found]):
            text, sentence = self._sentences[number]
            here = text.section in home or (
                heading is not None and heading.search(f"{self._heading(text)}\n{sentence.heading}") is not None
            )
            mention = Mention(text, sentence, index, here)
            if here:
                yield mention
            else:
                away.append(mention)
        yield from away

    def _matching(self, word: "re.Pattern[str]") -> set[str]:
        """The words of the agreement that a pattern matches; what it said of a word is remembered."""
        seen, matched = _KNOWN.setdefault(word, (set(), set()))
        if len(seen) > _MOST_WORDS:
            seen.clear()
            matched.clear()
        unknown = self._index.keys() - seen
        seen |= unknown
        matched.update(filter(word.fullmatch, unknown))
        return self._index.keys() & matched

    def sentences(self, stems: tuple[str, ...]) -> Iterator[tuple[Text, Sentence]]:
        """The sentences that have one of the stems, in order."""
        present = [stem for stem in stems if stem in self._all]
        for text, sentence in self._sentences if present else ():
            if any(stem in sentence.said for stem in present):
                yield text, sentence

    def _heading(self, text: Text) -> str:
        section: object = getattr(self._agreement, text.section, None)
        if isinstance(section, tuple) and len(text.path) > 1 and isinstance(text.path[1], int):
            section = section[text.path[1]]
        return str(getattr(section, "overskrift", None) or "").lower()


def headings(prose: str | None) -> list[str]:
    """The headings of a CommonMark text."""
    return re.findall(r"^#{1,6}[ \t]+(.*)$", prose or "", re.MULTILINE)


_KNOWN: dict["re.Pattern[str]", tuple[set[str], set[str]]] = {}  # the words seen, and those that matched
_MOST_WORDS = 20_000
_NO_SENTENCES = frozenset(("tittel", "overskrift", "tema", "navn", "forkortelse", "id", "saksnummer", "sted", "for"))
