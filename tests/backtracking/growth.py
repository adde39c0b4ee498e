"""How the steps of a match grow with the text."""

from typing import NamedTuple

from .steps import MOST, Counter, TooMany
from .texts import Against, bounds, texts

FEW = 10
LONGEST = 12  # characters of what is gone through many times
MANY = 60  # times that something is gone through: most repeats have gone round as often as they can


class Worse(NamedTuple):
    """A text on which the steps grow faster than it, and the most steps from one place of it, by its length."""

    made: Against
    steps: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        said = (
            ", ".join(f"{steps} steps on {length} characters" for length, steps in self.steps) or f"over {MOST} steps"
        )
        return f"{self.made.before!r} + {self.made.unit!r} * n + {self.made.after!r}: {said}"


def worst(counter: Counter, *, full: bool) -> Worse | None:
    """The first text that takes steps which grow faster than it does, from some place in it."""
    times = FEW + min(bounds(counter.node), 150)
    for made in texts(counter.node):
        if (worse := _worse(counter, made, times, full=full)) is not None:
            return worse
    return None


def worst_search(counter: Counter) -> Worse | None:
    """The first text that is gone through to its end from one place after the other, so that nothing is found there."""
    seen = set()
    for made in texts(counter.node):
        if made.unit and len(made.unit) <= LONGEST and (made.before[-3:], made.unit) not in seen:
            seen.add((made.before[-3:], made.unit))
            if (worse := _worse_search(counter, made)) is not None:
                return worse
    return None


def _worse_search(counter: Counter, made: Against) -> Worse | None:
    """As `worst_search` of one text: what follows is long, then twice as long, and the places those of one unit."""
    begin = len(made.before) + FEW * len(made.unit)
    steps = []
    for text in (made.text(FEW + MANY), made.text(FEW + 2 * MANY)):
        most = 0
        for at in range(begin, begin + len(made.unit)):
            try:
                found = counter.match(text, at)
            except TooMany:
                return Worse(made, ())
            if found.end is not None and found.end - at > FEW * len(made.unit):
                return None  # what is found there is passed over
            most = max(most, found.steps)
        steps.append((len(text), most))
    (_, few), (_, many) = steps
    return Worse(made, tuple(steps)) if many - few >= MANY * len(made.unit) / 2 else None


def most(counter: Counter, made: Against, times: int, *, full: bool) -> int:
    """The most steps from one place; the places are those in what comes first, after which it is all the same."""
    text = made.text(times)
    last = 0 if full else min(len(made.before) + len(made.unit), 40)
    return max(counter.match(text, at, full=full).steps for at in range(last + 1))


def _worse(counter: Counter, made: Against, times: int, *, full: bool) -> Worse | None:
    """Thrice as long a text must not take more steps from the second to the third part than from first to second."""
    sizes = (times, 2 * times, 3 * times)
    try:
        longest = most(counter, made, sizes[2], full=full)
        if longest < 2 * times * times:
            return None  # so few that they cannot have grown with the square
        first, second = (most(counter, made, size, full=full) for size in sizes[:2])
    except TooMany:
        return Worse(made, ())
    if (longest - second) - (second - first) <= 4 * times:
        return None
    lengths = [len(made.text(size)) for size in sizes]
    return Worse(made, tuple(zip(lengths, (first, second, longest), strict=True)))
