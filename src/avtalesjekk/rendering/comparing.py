"""The agreed text against the words of a file: which clauses differ, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from avtalesjekk.rendering.seal import Clause, words_of

_CLOSELY = 4000  # words on a side that are compared one by one; of more it is said where they begin


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
    if max(len(wanted_middle), len(middle)) > _CLOSELY:
        yield Difference(homes[min(head, len(homes) - 1)], wanted_middle[:20], middle[:20])
        return
    matcher = SequenceMatcher(None, wanted_middle, middle, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind != "equal":
            home = homes[min(head + i, len(homes) - 1)] if homes else ""
            yield Difference(home, wanted_middle[i:j], middle[k:m])


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
