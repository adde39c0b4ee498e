"""Forms of words, written as a regular expression; what it said of a word is remembered."""

import re
from collections.abc import Callable, Iterable

from avtalesjekk.norwegian.alternatives import Alternatives, alternatives
from avtalesjekk.norwegian.remembered import Remembered
from avtalesjekk.once import once


class Forms(Remembered[bool]):
    """The words that an expression matches in full.

    The words of an agreement, and those of many agreements, are much the same: so each is looked at once. Most
    expressions are lists of words and of what they begin with; only what is more than that is ever compiled.
    """

    def __init__(self, expression: str) -> None:
        super().__init__(self._is_one, _MOST)
        self.pattern = expression
        self.fits: Callable[[str], bool] = self.__getitem__

    def fits_any(self, words: Iterable[str]) -> bool:
        """Whether one of some words is of these forms."""
        return True in map(self.fits, words)

    def _is_one(self, word: str) -> bool:
        known = self._alternatives
        if word in known.whole:
            return True
        if word.isalnum():
            if (
                word.startswith(known.beginnings)
                or word.endswith(known.endings)
                or any(middle in word for middle in known.middles)
            ):
                return True
        elif self._stands_among_letters(word):
            return True
        return len(word) <= _LONGEST and self._other is not None and self._other.fullmatch(word) is not None

    def _stands_among_letters(self, word: str) -> bool:
        """Whether a word with signs in it has them only in what is looked for."""
        known = self._alternatives
        places = (
            *((0, first) for first in known.beginnings if word.startswith(first)),
            *((len(word) - len(last), last) for last in known.endings if word.endswith(last)),
            *((at, middle) for middle in known.middles for at in range(len(word)) if word.startswith(middle, at)),
        )
        return any(_LETTERS.fullmatch(word[:at] + word[at + len(stem) :]) for at, stem in places)

    @once
    def _alternatives(self) -> Alternatives:
        return alternatives(self.pattern)

    @once
    def _other(self) -> re.Pattern[str] | None:
        return re.compile(self._alternatives.other) if self._alternatives.other else None


_LETTERS = re.compile(r"\w*")
_LONGEST = 200  # letters of a word: on a longer one an expression might take the square of its length
_MOST = 2048  # words that an expression has been asked of
