"""The words that texts are searched for, all looked up at once: most words, and many sentences, nobody asks for."""

from collections.abc import Callable

from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.remembered import Remembered
from avtalesjekk.norwegian.sentences import words_of


class Sought(Forms):
    """Forms that texts are searched for, each with a number; made where a module is loaded, before any text is read.

    Common words among them count only in sentences that have certain others, too, or have them in the heading above or
    in what leads in to them: each pair of `beside` gives the common ones and those others.
    """

    def __init__(self, expression: str, *beside: tuple[str, str]) -> None:
        super().__init__(expression)
        common = Forms("|".join(words for words, _ in beside)) if beside else None
        self.number = _asked(self.fits if common is None else lambda word: self.fits(word) and not common.fits(word))
        for words, others in beside:
            of_words, of_others = _asked(Forms(words).fits), _asked(Forms(others).fits)
            _COMMON[of_words] = (of_others, self.number)
            _PARTS.update((of_words, of_others))


def searches(text: str, above: str = "") -> frozenset[int]:
    """The numbers of the searches that a text in lower case may answer, together with what stands above it."""
    found = _answers(text)
    common = found & _COMMON.keys()
    if not common:
        return found - _PARTS
    all_found = found | _answers(above) if above else found
    return (found - _PARTS).union(number for others, number in map(_COMMON.__getitem__, common) if others in all_found)


def _answers(text: str) -> frozenset[int]:
    return _NONE.union(*filter(None, map(_in_run, text.split())))


def _answers_in_run(run: str) -> frozenset[int]:
    words = frozenset(words_of(run))
    return frozenset(number for number, fits in enumerate(_QUESTIONS) if True in map(fits, words))


def _asked(question: Callable[[str], bool]) -> int:
    """The number of a new question that every word is asked."""
    _QUESTIONS.append(question)
    _IN_RUN.clear()
    return len(_QUESTIONS) - 1


_NONE: frozenset[int] = frozenset()
_QUESTIONS: list[Callable[[str], bool]] = []
_COMMON: dict[int, tuple[int, int]] = {}  # of common words: what must stand beside them, and the search they are for
_PARTS: set[int] = set()  # the questions that are no search by themselves
_IN_RUN = Remembered(_answers_in_run)
_in_run = _IN_RUN.__getitem__
