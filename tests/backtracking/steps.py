"""A program for a regular expression that goes back as `re` does, on a stack of its own, and counts each step."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from .characters import Characters
from .tree import Again, Atomic, Choice, Group, Look, Node, One, Place, Repeat, Row, Whether, tree

MOST = 200_000


class Outcome(NamedTuple):
    """Where a match ends, if there is one, and the steps it took to know."""

    end: int | None
    steps: int


class TooMany(Exception):  # noqa: N818 -- of steps, not of errors
    """More steps than anyone will wait for."""


class Loop:
    """How often a repeat has gone round, where it last began, and the repeat that it stands in, if there is one."""

    __slots__ = ("around", "last", "times")

    def __init__(self, times: int, last: int, around: "Loop | None" = None) -> None:
        self.times = times
        self.last = last
        self.around: Loop = around or self


Marks = tuple[int, ...]
_NONE = Characters(lambda _: False)


@dataclass(slots=True)
class Order:
    """One step of a program: what to do, with what, and where to go on."""

    do: str
    of: Characters = field(default_factory=lambda: _NONE)
    to: int = 0
    low: int = 0
    high: int = 0
    number: int = 0
    name: str = ""
    options: list[tuple[Characters | None, int]] = field(default_factory=list)
    by_first: dict[str, list[int]] = field(default_factory=dict)


class Counter:
    """An expression that counts the steps of each match."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        node = tree(expression, flags)
        self.node = node
        self._orders: list[Order] = []
        self._asked = set(_asked_for(node))
        self._add(node)
        self._orders.append(Order("end"))
        self._steps, self._most = 0, MOST

    def match(self, text: str, at: int = 0, *, full: bool = False, most: int = MOST) -> Outcome:
        """As `match` or `fullmatch` of `re` from one position; `TooMany` where it takes more steps than `most`."""
        self._steps, self._most = 0, most
        found = self._run(text, 0, at, (-1,) * (2 * max(self._asked, default=-1) + 2), full=full)
        return Outcome(found and found[0], self._steps)

    def _run(self, text: str, begin: int, at: int, marks: Marks, *, full: bool) -> tuple[int, Marks] | None:  # noqa: C901, PLR0912, PLR0915 -- one branch an order
        orders, size, steps, most = self._orders, len(text), 0, self._most - self._steps
        loop = Loop(0, -1)
        here = begin
        waiting: list[tuple[int, int, int, Marks, Loop]] = []
        while True:
            steps += 1
            if steps > most:
                raise TooMany
            order = orders[here]
            here += 1
            match order.do:
                case "one":
                    if at < size and order.of[text[at]]:
                        at += 1
                        continue
                case "run":
                    first, stop, of = at, min(size, at + order.high), order.of
                    while at < stop and of[text[at]]:
                        at += 1
                    steps += at - first
                    floor = first + order.low
                    if at >= floor:
                        if at > floor and not order.number:
                            waiting.append((here, at - 1, floor, marks, loop))
                        continue
                case "choice":
                    options = order.by_first.get(text[at : at + 1])
                    if options is None:
                        options = order.by_first[text[at : at + 1]] = [
                            to
                            for first_of, to in order.options
                            if first_of is None or (at < size and first_of[text[at]])
                        ]
                    if options:
                        waiting.extend((to, at, at, marks, loop) for to in options[:0:-1])
                        here = options[0]
                        continue
                case "go":
                    here = order.to
                    continue
                case "begin":
                    loop = Loop(0, -1, loop)
                    continue
                case "again":
                    if loop.times < order.low:
                        loop = Loop(loop.times + 1, loop.last, loop.around)
                    elif loop.times < order.high and at != loop.last:
                        waiting.append((order.to, at, at, marks, loop.around))
                        loop = Loop(loop.times + 1, at, loop.around)
                    else:
                        here, loop = order.to, loop.around
                    continue
                case "perhaps":
                    if loop.times < order.low:
                        loop = Loop(loop.times + 1, loop.last, loop.around)
                        here += 1
                    else:
                        waiting.append((here, at, at, marks, loop))
                        here, loop = order.to, loop.around
                    continue
                case "once more":
                    if loop.times < order.high and at != loop.last:
                        loop = Loop(loop.times + 1, at, loop.around)
                        continue
                case "mark":
                    marks = (*marks[: order.number], at, *marks[order.number + 1 :])
                    continue
                case "place":
                    if _PLACES[order.name](text, at):
                        continue
                case "look":
                    found = None
                    if at >= order.low:
                        self._steps += steps
                        steps, most = 0, most - steps
                        found = self._run(text, here, at - order.low, marks, full=False)
                    if (found is not None) == bool(order.number):
                        marks = found[1] if found else marks
                        here = order.to
                        continue
                case "atomic":
                    self._steps += steps
                    steps, most = 0, most - steps
                    count, found = 0, None
                    while count < order.high and (next_ := self._run(text, here, at, marks, full=False)):
                        count += 1
                        stands = next_[0] == at
                        found = next_
                        at, marks = found
                        if stands:
                            count = max(count, order.low)
                            break
                    if count >= order.low:
                        here = order.to
                        continue
                case "back":
                    said = text[marks[2 * order.number] : marks[2 * order.number + 1]]
                    steps += len(said)
                    there = text[at : at + len(said)]
                    if order.low:
                        said, there = said.lower(), there.lower()
                    if marks[2 * order.number + 1] >= 0 and said == there:
                        at += len(said)
                        continue
                case "whether":
                    if marks[2 * order.number + 1] < 0:
                        here = order.to
                    continue
                case _:  # the end, of the whole or of a part
                    if not full or at == size:
                        self._steps += steps
                        return at, marks
            if not waiting:
                self._steps += steps
                return None
            here, at, floor, marks, loop = waiting.pop()
            if at > floor:
                waiting.append((here, at - 1, floor, marks, loop))

    def _add(self, node: Node) -> None:  # noqa: C901, PLR0912 -- one branch a node
        orders = self._orders
        match node:
            case One(of):
                orders.append(Order("one", of=of))
            case Row(nodes):
                for one in nodes:
                    self._add(one)
            case Choice(nodes):
                choice = Order("choice")
                orders.append(choice)
                leaving = []
                for one in nodes:
                    choice.options.append((_first(one), len(orders)))
                    self._add(one)
                    leaving.append(Order("go"))
                    orders.append(leaving[-1])
                for go in leaving:
                    go.to = len(orders)
            case Repeat(One(of), low, high, manner) if manner != "lazy":
                orders.append(Order("run", of=of, low=low, high=high, number=manner == "possessive"))
            case Repeat(inner, low, high, "possessive"):
                self._add_part(Order("atomic", low=low, high=high), inner)
            case Repeat(inner, low, high, manner):
                again = Order("again" if manner == "greedy" else "perhaps", low=low, high=high)
                orders += [Order("begin"), again]
                to = len(orders) - 1
                if manner == "lazy":
                    orders.append(Order("once more", high=high))
                self._add(inner)
                orders.append(Order("go", to=to))
                again.to = len(orders)
            case Group(number, inner):
                if number in self._asked:
                    orders.append(Order("mark", number=2 * number))
                self._add(inner)
                if number in self._asked:
                    orders.append(Order("mark", number=2 * number + 1))
            case Atomic(inner):
                self._add_part(Order("atomic", low=1, high=1), inner)
            case Place(name):
                orders.append(Order("place", name=name))
            case Look(inner, behind, wanted):
                self._add_part(Order("look", low=behind, number=wanted), inner)
            case Again(number, ignorecase):
                orders.append(Order("back", number=number, low=ignorecase))
            case Whether(number, then, otherwise):
                whether, leave = Order("whether", number=number), Order("go")
                orders.append(whether)
                self._add(then)
                orders.append(leave)
                whether.to = len(orders)
                self._add(otherwise)
                leave.to = len(orders)

    def _add_part(self, order: Order, inner: Node) -> None:
        """A part that is run by itself, from after the order to its own end."""
        self._orders.append(order)
        self._add(inner)
        self._orders.append(Order("end"))
        order.to = len(self._orders)


def _first(node: Node) -> Characters | None:
    """What a match must begin with, where that is plain."""
    match node:
        case One(of):
            return of
        case Row((first, *_)) | Group(_, first) | Atomic(first):
            return _first(first)
        case Repeat(inner, low) if low:
            return _first(inner)
        case _:
            return None


def _asked_for(node: Node) -> list[int]:
    """The groups that something later in the expression depends on."""
    match node:
        case Again(number, _):
            return [number]
        case Whether(number, then, otherwise):
            return [number, *_asked_for(then), *_asked_for(otherwise)]
        case Row(nodes) | Choice(nodes):
            return [number for one in nodes for number in _asked_for(one)]
        case Repeat(inner) | Group(_, inner) | Atomic(inner) | Look(inner):
            return _asked_for(inner)
        case _:
            return []


def _is_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


_PLACES: dict[str, Callable[[str, int], bool]] = {
    "BEGINNING": lambda _, at: at == 0,
    "BEGINNING_STRING": lambda _, at: at == 0,
    "BEGINNING_LINE": lambda text, at: at == 0 or text[at - 1] == "\n",
    "END": lambda text, at: at == len(text) or (at == len(text) - 1 and text[at] == "\n"),
    "END_LINE": lambda text, at: at == len(text) or text[at] == "\n",
    "END_STRING": lambda text, at: at == len(text),
    "BOUNDARY": lambda text, at: _is_word(text, at - 1) != _is_word(text, at),
    "NON_BOUNDARY": lambda text, at: bool(text) and _is_word(text, at - 1) == _is_word(text, at),
}
