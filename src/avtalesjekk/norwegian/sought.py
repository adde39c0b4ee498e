"""The words that texts are searched for, all looked up at once: most words, and many sentences, nobody asks for."""

from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_

from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.remembered import Remembered
from avtalesjekk.norwegian.sentences import words_of


class Sought(Forms):
    """Forms that texts are searched for; made where a module is loaded, before any text is read.

    `bit` is the bit of the search among those of `searches`. Common words among the forms count only in sentences that
    have certain others, too, or have them in the heading above or in what leads in to them: each pair of `beside` gives
    the common ones and those others.
    """

    def __init__(self, expression: str, *beside: tuple[str, str]) -> None:
        super().__init__(expression)
        common = Forms("|".join(words for words, _ in beside)) if beside else None
        self.bit = _ASKED.add(self.fits if common is None else lambda word: self.fits(word) and not common.fits(word))
        _ASKED.alone |= self.bit
        for words, others in beside:
            of_words = _ASKED.add(Forms(words).fits)
            _ASKED.common |= of_words
            _ASKED.beside[of_words] = (_ASKED.add(Forms(others).fits), self.bit)


class _Questions:
    """What every word is asked, each question with a bit that stands for yes.

    `alone` are those that are searches, and `common` those of common words, of which `beside` has what must stand
    beside them, and which search they are then for.
    """

    def __init__(self) -> None:
        self.alone = self.common = 0
        self.beside: dict[int, tuple[int, int]] = {}
        self._questions: list[Callable[[str], bool]] = []
        self._in_run = Remembered(self._of_run)

    def add(self, question: Callable[[str], bool]) -> int:
        """The bit of a new question."""
        self._questions.append(question)
        self._in_run.clear()
        return 1 << len(self._questions) - 1

    def of(self, text: str) -> int:
        """What the words of a text answer."""
        return reduce(or_, filter(None, map(self._in_run.__getitem__, text.split())), 0)

    def _of_run(self, run: str) -> int:
        words = frozenset(words_of(run))
        return sum(1 << number for number, fits in enumerate(self._questions) if True in map(fits, words))


def searches(text: str, above: str = "") -> int:
    """The bits of the searches that a text in lower case may answer, together with what stands above it."""
    found = _ASKED.of(text)
    answered = found & _ASKED.alone
    if common := found & _ASKED.common:
        all_found = found | _ASKED.of(above) if above else found
        for bit in bits(common):
            others, search = _ASKED.beside[bit]
            if all_found & others:
                answered |= search
    return answered


def bits(number: int) -> Iterator[int]:
    """The bits of a number, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest
        number ^= lowest


_ASKED = _Questions()
