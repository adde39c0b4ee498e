"""The words that texts are searched for, all looked up at once: most words, and many sentences, nobody asks for."""

from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.remembered import Remembered
from avtalesjekk.norwegian.sentences import words_of


class Sought(Forms):
    """Forms that texts are searched for, each with a number; made where a module is loaded, before any text is read."""

    def __init__(self, expression: str) -> None:
        super().__init__(expression)
        self.number = len(_ALL)
        _ALL.append(self)
        _IN_RUN.clear()


def searches(text: str) -> frozenset[int]:
    """The numbers of the searches that some word of a text in lower case answers."""
    return _NONE.union(*filter(None, map(_in_run, text.split())))


def _searches_in_run(run: str) -> frozenset[int]:
    return frozenset(sought.number for sought in _ALL if sought.fits_any(words_of(run)))


_NONE: frozenset[int] = frozenset()
_ALL: list[Sought] = []
_IN_RUN = Remembered(_searches_in_run)
_in_run = _IN_RUN.__getitem__
