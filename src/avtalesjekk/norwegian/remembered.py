"""What was found of a word, remembered: the words of an agreement, and those of many, are much the same."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Remembered(dict[str, T]):
    """What `find` gives for each word, for at most so many words and none too long, lest a file fill the memory."""

    def __init__(self, find: Callable[[str], T], most: int = 16_384) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, word: str) -> T:
        found = self._find(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = found
        return found


_LONGEST = 40
