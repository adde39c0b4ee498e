"""The agreed text against the words of a file: which clauses differ, word by word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate

from avtalesjekk.rendering.seal import Clause, words_of

_CLOSELY = 4000  # words on a side that are compared one by one; of more it is said where they begin
_MOST_WORK = (
    20_000_000  # looks at a word for another that is the same; texts that are not made to be slow need far less
)


@dataclass(frozen=True, slots=True)
class Difference:
    """In a clause: words that were agreed, and what the file says in their place; either may be empty."""

    clause: str
    agreed: tuple[str, ...]
    found: tuple[str, ...]


def differences(agreed: Sequence[Clause], found: Sequence[str]) -> Iterator[Difference]:
    """What differs, in the order of the agreed text; nothing where they are the same."""
    wanted, homes = _flat(agreed)
    words = words_of(" ".join(found))
    head = _alike(wanted, words)
    tail = _alike(wanted[head:][::-1], words[head:][::-1])
    wanted_middle, middle = wanted[head : len(wanted) - tail], words[head : len(words) - tail]
    try:
        found_differences = _Matcher(wanted_middle, middle).get_opcodes()
    except _TooMuchError:
        yield Difference(homes[min(head, len(homes) - 1)], wanted_middle[:20], middle[:20])
        return
    for kind, i, j, k, m in found_differences:
        if kind != "equal":
            home = homes[min(head + i, len(homes) - 1)] if homes else ""
            yield Difference(home, wanted_middle[i:j], middle[k:m])


class _TooMuchError(Exception):
    """Two texts are too long, or too much alike in too many ways, to be compared word by word."""


class _Matcher(SequenceMatcher[str]):
    """A matcher that gives up after so much work, which is the same on every machine."""

    def __init__(self, one: Sequence[str], other: Sequence[str]) -> None:
        if max(len(one), len(other)) > _CLOSELY:
            raise _TooMuchError
        super().__init__(None, one, other, autojunk=False)
        alike = Counter(other)
        self._work = [0, *accumulate(1 + alike[word] for word in one)]
        self._left = _MOST_WORK

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        """As the base does, which is where all of its time goes."""
        self._left -= self._work[-1 if ahi is None else ahi] - self._work[alo]
        if self._left < 0:
            raise _TooMuchError
        return super().find_longest_match(alo, ahi, blo, bhi)


def _flat(agreed: Sequence[Clause]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All words, and for each of them the name of the clause it stands in."""
    words: list[str] = []
    homes: list[str] = []
    for clause in agreed:
        for word in clause.words:
            joined = words_of(f"{words[-1]} {word}") if words else (word,)
            if len(joined) == 1 and words:  # no line could have told the two apart
                words[-1] = joined[0]
            else:
                words.append(word)
                homes.append(clause.name)
    return tuple(words), tuple(homes)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count
