"""Texts made against an expression: what leads to a long repeat, then what it takes many times over, then an end."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .tree import Again, Atomic, Choice, Group, Look, Node, One, Place, Repeat, Row, Whether

LONG = 10  # a repeat that goes round so often is long
GENERAL = (
    " ", "\n", "1", "a", "A", "a ", "1 ", "a-", "a.", ". ", "1.", " \n", "(", "[", "[a", "«", "«a", "*", "_", "# ", "!",
    "'", '"', "& ", "&a ", "<a", "- ", "–", "\t", "\r\n", "| ", "ø",
)  # fmt: skip
_ALPHABET = "ae1 \n-.r_s,(\"'#[«<x:/\t\r!*&t"
_UNITS = 20


class Against(NamedTuple):
    """A text with something in it as often as one likes."""

    before: str
    unit: str
    after: str

    def text(self, times: int) -> str:
        """The text with so many of it."""
        return self.before + self.unit * times + self.after


class _Long(NamedTuple):
    before: tuple[str, ...]
    node: Node
    after: tuple[Node, ...]


def texts(node: Node) -> list[Against]:
    """The texts made against an expression."""
    found = [Against("", unit, "¤") for unit in GENERAL]
    long = list(_long(node, ("",), ()))
    whole = sample(node, full=True)
    for one in long:
        units = list(dict.fromkeys(_units(one, long)))[: _UNITS if len(long) <= 12 else _UNITS // 2]
        units += [unit for unit in (whole, f"{whole} ") if whole]
        near = "".join(map(sample, one.after))[:-1]
        for before in one.before:
            found += [Against(before, unit, after) for unit in units for after in ("¤", f"{near}¤")]
    return list(dict.fromkeys(found))


def bounds(node: Node) -> int:
    """How often all repeats together go round that have an end: from so many on, a longer text is only longer."""
    match node:
        case Repeat(inner, _, high):
            return (high if 2 <= high <= 100 else 0) + bounds(inner)
        case Row(nodes) | Choice(nodes):
            return sum(map(bounds, nodes))
        case Group(_, inner) | Atomic(inner) | Look(inner):
            return bounds(inner)
        case Whether(_, then, otherwise):
            return bounds(then) + bounds(otherwise)
        case _:
            return 0


def sample(node: Node, *, full: bool = False) -> str:  # noqa: PLR0911 -- one a kind of node
    """A text that an expression takes, as far as one sees without trying; with all that may be left out, or none."""
    match node:
        case One():
            return _taken(node)[0]
        case Row(nodes):
            return "".join(sample(one, full=full) for one in nodes)
        case Choice(nodes):
            return sample(nodes[-1 if full else 0], full=full)
        case Repeat(inner, low, high):
            return sample(inner, full=full) * max(low, int(full and high > 0))
        case Group(_, inner) | Atomic(inner):
            return sample(inner, full=full)
        case Whether(_, then, _):
            return sample(then, full=full)
        case Again() | Place() | Look():
            return ""


def _long(  # noqa: C901 -- one branch a kind of node
    node: Node, before: tuple[str, ...], after: tuple[Node, ...]
) -> Iterator[_Long]:
    """The long repeats, each with texts that lead to it and what must follow."""
    match node:
        case Row(nodes):
            for at, one in enumerate(nodes):
                yield from _long(one, before, (*nodes[at + 1 :], *after))
                if isinstance(one, Look) and one.wanted and one.behind:
                    before = tuple(text or sample(one.node) for text in before)
                else:
                    leads = [text + sample(one, full=full) for text in before for full in (False, True)]
                    before = tuple(dict.fromkeys((leads[0], leads[-1])))
        case Choice(nodes):
            for one in nodes:
                yield from _long(one, before, after)
        case Repeat(inner, low, high):
            if high >= LONG:
                yield _Long(before, inner, after)
            if not isinstance(inner, One):
                yield from _long(inner, before, (*([inner] if low > 1 else []), *after))
        case Group(_, inner) | Atomic(inner) | Look(inner):
            yield from _long(inner, before, after)
        case Whether(_, then, otherwise):
            yield from _long(then, before, after)
            yield from _long(otherwise, before, after)
        case _:
            pass


def _units(long: _Long, others: Iterable[_Long]) -> Iterator[str]:
    """What a long repeat may take many times over, the most telling first."""
    node = long.node
    if not isinstance(node, One):
        yield from _samples(node)
        yield from (text for one in others if one.node is not node for text in _samples(one.node)[:1])
        return
    taken = _taken(node)
    yield from taken[:4]
    for other in others:  # what both of two repeats take, each may leave to the other
        if isinstance(other.node, One) and other.node is not node:
            yield from [sign for sign in taken if other.node.of[sign]][:2]
    following = ["".join(map(sample, long.after[:many])) for many in range(1, len(long.after) + 1)]
    following += [text for one in long.after[:3] for text in _samples(one)]
    fitting = [text for text in following if text and all(map(node.of.__getitem__, text))]
    yield from fitting
    if node.of[" "]:
        yield from (unit for text in fitting for unit in (f" {text}", f"{text} "))


def _samples(node: Node) -> list[str]:
    """Several texts that an expression takes."""
    match node:
        case One():
            found = _taken(node)[:3]
        case Choice(nodes):
            found = [text for one in nodes[:6] for text in _samples(one)[:2]]
        case Group(_, inner) | Atomic(inner):
            found = _samples(inner)
        case _:
            found = [sample(node), sample(node, full=True)]
    return [text for text in dict.fromkeys(found) if text]


def _taken(one: One) -> list[str]:
    """Some of the characters that are taken."""
    return [sign for sign in _ALPHABET if one.of[sign]] or [one.first]
