"""The texts of an agreement as sentences, and where in them certain words stand."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, compress, count, islice
from typing import TYPE_CHECKING, TypeVar

from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.sentences import Sentence, Sentences
from avtalesjekk.norwegian.sought import Sought, bits, searches
from avtalesjekk.once import once
from avtalesjekk.reading.reference import Theme, mentions_agreement, subject_theme, theme
from avtalesjekk.reading.said import Path, Said, Text, texts_in

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale

T = TypeVar("T")


class Mention:
    """A word of a text that an item is looked for by: where it stands, and in which sentence.

    `home` tells that the text stands in the section that the item belongs to, or under a heading that names it;
    `texts` are the words of the sentence in lower case, and `word` is the one at `index`.
    """

    __slots__ = ("home", "index", "sentence", "text", "texts", "word")

    def __init__(self, text: Text, sentence: Sentence, index: int, *, home: bool) -> None:
        self.text = text
        self.sentence = sentence
        self.index = index
        self.home = home
        self.texts = sentence.texts
        self.word = self.texts[index]

    @property
    def clauses(self) -> Clauses:
        """The clauses of its sentence."""
        return self.sentence.clauses

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
        words = self.sentence.words
        start = self.index if first is None else first
        stop = start + 1 if after is None else after
        return words[start].start, words[stop - 1].end

    def said(self, value: T, first: int | None = None, after: int | None = None) -> Said[T]:
        """A value as said in these words."""
        return Said(value, self.text.path, self.range(first, after))


def one_a_sentence(mentions: Iterable[Mention], such: Callable[[Mention], bool] | None = None) -> Iterator[Mention]:
    """The first of the mentions in each sentence, or the first that is `such`; no more are looked at."""
    seen = set()
    for mention in mentions:
        if id(mention.sentence) not in seen and (such is None or such(mention)):
            seen.add(id(mention.sentence))
            yield mention


class Prose:
    """The texts of an agreement."""

    def __init__(self, agreement: "Avtale") -> None:
        self._agreement = agreement

    @once
    def texts(self) -> tuple[Text, ...]:
        """Every text that comes into the signed text, plain ones too."""
        return tuple(texts_in(self._agreement))

    def having(self, signs: tuple[str, ...]) -> Iterator[Text]:
        """The texts in which one of some signs stands."""
        found = {index for sign in signs for index in self._with(sign)}
        return map(self.texts.__getitem__, sorted(found))

    def _with(self, sign: str) -> Iterator[int]:
        """The indices of the texts in which a sign stands."""
        together, starts = self._together
        at = together.find(sign)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            yield index
            at = together.find(sign, starts[index + 1])

    @once
    def _together(self) -> tuple[str, list[int]]:
        """All texts in one, a line for each or more, and where each begins, and where one after the last would."""
        lengths = (len(text.text) + 1 for text in self.texts)
        return "\n".join(text.text for text in self.texts), list(accumulate(lengths, initial=0))

    @once
    def _running(self) -> tuple[tuple[Text, Sentences], ...]:
        """The texts that are sentences; most are never parted, since no word in them is asked for."""
        return tuple((text, Sentences(text.text)) for text in self.texts if text.path[-1] not in _NO_SENTENCES)

    @once
    def _found(self) -> dict[int, list[tuple[Text, Sentence]]]:
        """The sentences that have a word of each search, in order, by its bit."""
        found: dict[int, list[tuple[Text, Sentence]]] = defaultdict(list)
        for text, sentences in self._running:
            for sentence, searched in _answering(sentences):
                for bit in bits(searched):
                    found[bit].append((text, sentence))
        return found

    def mentions(
        self,
        word: Sought,
        home: frozenset[str] = frozenset(),
        heading: "re.Pattern[str] | None" = None,
        where: Callable[[Text, Sentence], bool] | None = None,
    ) -> Iterator[Mention]:
        """The words of some forms, those of the home sections and of what stands under such a heading first.

        `where` is asked once of each sentence that has such a word: what must be so of a sentence for any of them to
        count, and costs less to ask than what must be so of the word.
        """
        away: list[Mention] = []
        for text, sentence in self._found.get(word.bit, ()):
            if where is not None and not where(text, sentence):
                continue
            here = text.section in home or (heading is not None and self._is_under(heading, text, sentence))
            own = sentence.own
            places = islice(compress(count(own), map(word.fits, sentence.texts[own:])), _MOST_IN_A_SENTENCE)
            found = (Mention(text, sentence, index, home=here) for index in places)
            if here:
                yield from found
            else:
                away += found
        yield from away

    def sentences(self, stems: tuple[str, ...], under: Path = ()) -> Iterator[tuple[Text, Sentence]]:
        """The sentences that have one of the stems, in order, of the texts under a path."""
        among = [running for running in self._running if running[0].path[: len(under)] == under]
        together = "\n".join(sentences.text for _, sentences in among)
        present = [stem for stem in stems if stem in together]
        for text, sentences in among if present else ():
            if any(stem in sentences.text for stem in present):
                for sentence in sentences.all:
                    if not sentence.is_heading and any(stem in sentence.said for stem in present):
                        yield text, sentence

    def _is_under(self, heading: "re.Pattern[str]", text: Text, sentence: Sentence) -> bool:
        """Whether the heading of the text or the one above the sentence is such a one."""
        above = self._headings.get(text.path[:2]) or self._headings.get(text.path[:1], "")
        return bool(above or sentence.heading) and heading.search(f"{above}\n{sentence.heading}") is not None

    @once
    def _headings(self) -> dict[Path, str]:
        """The headings of sections and of what is added, in lower case, each by its path."""
        blocks: dict[Path, object] = {}
        for name, value in self._agreement.__dict__.items():
            if isinstance(value, tuple):
                blocks |= {(name, i): item for i, item in enumerate(value)}
            else:
                blocks[(name,)] = value
        found = {path: getattr(block, "overskrift", None) for path, block in blocks.items()}
        return {path: str(said).lower() for path, said in found.items() if said}


def _answering(sentences: Sentences) -> Iterator[tuple[Sentence, int]]:
    """The sentences of a text, each with the bits of the searches that it may answer."""
    of_text = None if sentences.is_cut else searches(sentences.text)
    if of_text is None or of_text:
        alone = of_text if len(sentences.all) == 1 else None
        for sentence in sentences.all:
            if not sentence.is_heading:
                above = f"{sentence.heading}\n{sentence.lead.said}" if sentence.lead else sentence.heading
                yield sentence, alone or searches(sentence.said, above)


def headings(prose: str | None) -> list[str]:
    """The headings of a CommonMark text."""
    return re.findall(r"^#{1,6}[ \t]+(.*)$", prose or "", re.MULTILINE)


_MOST_IN_A_SENTENCE = 20  # mentions that are looked at: all departments have room, and what each takes adds up
_NO_SENTENCES = frozenset(("tittel", "overskrift", "tema", "navn", "forkortelse", "id", "saksnummer", "sted", "for"))
