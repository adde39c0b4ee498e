"""A regular expression as a tree, made from the one that `re` itself reads it as."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from .characters import CATEGORIES, Characters

ENDLESS = 1 << 30
Manner = Literal["greedy", "lazy", "possessive"]


@dataclass(frozen=True)
class One:
    """One character of some."""

    of: Characters
    first: str  # one that is among them, or stands at their edge


@dataclass(frozen=True)
class Row:
    """One after the other."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Choice:
    """The first of these that leads on."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Repeat:
    """The same, from `low` to `high` times."""

    node: "Node"
    low: int
    high: int
    manner: Manner


@dataclass(frozen=True)
class Group:
    """What is remembered under a number."""

    number: int
    node: "Node"


@dataclass(frozen=True)
class Atomic:
    """What is not gone back into."""

    node: "Node"


@dataclass(frozen=True)
class Place:
    """A place between characters, under the name that `re` has for it."""

    name: str


@dataclass(frozen=True)
class Look:
    """What must stand, or must not, after the place; before it where `behind` says how many characters."""

    node: "Node"
    behind: int
    wanted: bool


@dataclass(frozen=True)
class Again:
    """What a group matched, once more."""

    number: int
    ignorecase: bool


@dataclass(frozen=True)
class Whether:
    """One where a group matched, another where it did not."""

    number: int
    then: "Node"
    otherwise: "Node"


Node = One | Row | Choice | Repeat | Group | Atomic | Place | Look | Again | Whether


def tree(expression: str, flags: int = 0) -> Node:
    """The tree of an expression."""
    parsed = import_module("re._parser").parse(expression, flags)
    return _row(parsed, parsed.state.flags)


def _row(parts: Any, flags: int) -> Node:
    nodes = tuple(_node(str(kind), said, flags) for kind, said in parts)
    return nodes[0] if len(nodes) == 1 else Row(nodes)


def _node(kind: str, said: Any, flags: int) -> Node:  # noqa: PLR0911 -- one a kind of part
    match kind:
        case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN":
            return _one(kind, said, flags)
        case "BRANCH":
            return Choice(tuple(_row(option, flags) for option in said[1]))
        case "SUBPATTERN":
            number, added, removed, inner = said
            node = _row(inner, (flags | added) & ~removed)
            return node if number is None else Group(number, node)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            manners: dict[str, Manner] = {"MAX": "greedy", "MIN": "lazy", "POSSESSIVE": "possessive"}
            high = ENDLESS if str(said[1]) == "MAXREPEAT" else int(said[1])
            return Repeat(_row(said[2], flags), said[0], high, manners[kind.removesuffix("_REPEAT")])
        case "ATOMIC_GROUP":
            return Atomic(_row(said, flags))
        case "AT":
            name = str(said).removeprefix("AT_")
            return Place(f"{name}_LINE" if flags & re.MULTILINE and name in ("BEGINNING", "END") else name)
        case "ASSERT" | "ASSERT_NOT":
            behind = said[1].getwidth()[0] if said[0] < 0 else 0
            return Look(_row(said[1], flags), behind, kind == "ASSERT")
        case "GROUPREF":
            return Again(said, bool(flags & re.IGNORECASE))
        case "GROUPREF_EXISTS":
            return Whether(said[0], _row(said[1], flags), _row(said[2] or (), flags))
        case _:
            raise NotImplementedError(kind)  # what a new Python may have: nothing is passed over


def _one(kind: str, said: Any, flags: int) -> One:
    ignorecase = bool(flags & re.IGNORECASE)
    match kind:
        case "LITERAL" | "NOT_LITERAL":
            only = chr(said)
            return One(Characters(only.__eq__, negated=kind == "NOT_LITERAL", ignorecase=ignorecase), only)
        case "ANY":
            return One(Characters(lambda character: bool(flags & re.DOTALL) or character != "\n"), "a")
        case _:
            parts = [(str(inner), what) for inner, what in said]
            negated = parts[0][0] == "NEGATE"
            tests = [_test(inner, what) for inner, what in parts[negated:]]
            edges = [what if inner == "LITERAL" else what[0] for inner, what in parts if inner in ("LITERAL", "RANGE")]
            fits = lambda character: any(test(character) for test in tests)  # noqa: E731
            return One(Characters(fits, negated=negated, ignorecase=ignorecase), chr(edges[0]) if edges else "a")


def _test(kind: str, said: Any) -> Callable[[str], bool]:
    match kind:
        case "LITERAL":
            return chr(said).__eq__
        case "RANGE":
            low, high = map(chr, said)
            return lambda character: low <= character <= high
        case _:
            return CATEGORIES[str(said)].__getitem__
