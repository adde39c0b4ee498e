"""How the steps of a match grow with the text."""

from typing import NamedTuple

from .steps import MOST, Counter, TooMany
from .texts import Against, bounds, texts

FEW = 10


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
