"""Mutations of agreements that keep most of what makes them agreements: lines, values, indentation, markup."""

import re
from collections.abc import Callable, Sequence
from random import Random

from .stock import LETTERS, PIECES, Stock

_VALUE = re.compile(r"^(?P<before>[ \t]*(?:- )*(?:[\w ]+:[ \t]+|- ))(?P<value>[^\r\n]+)")
_MOST = 4  # mutations at once


def mutate(data: bytes, random: Random, stock: Stock, most: int) -> bytes:
    """The bytes of a file with a few changes, at most so many of them."""
    lines = data.decode("utf-8", "surrogateescape").splitlines(keepends=True) or ["\n"]
    for _ in range(random.randint(1, _MOST)):
        lines = random.choice(_MUTATIONS)(lines, random, stock) or ["\n"]
    return "".join(lines).encode("utf-8", "surrogateescape")[:most]


def _stretch(lines: Sequence[str], random: Random) -> slice:
    start = random.randrange(len(lines))
    return slice(start, start + random.randint(1, 8))


def _delete(lines: list[str], random: Random, _: Stock) -> list[str]:
    part = _stretch(lines, random)
    return lines[: part.start] + lines[part.stop :]


def _move(lines: list[str], random: Random, _: Stock) -> list[str]:
    part = _stretch(lines, random)
    rest = lines[: part.start] + lines[part.stop :]
    at = random.randint(0, len(rest))
    return rest[:at] + lines[part] + rest[at:]


def _repeat(lines: list[str], random: Random, _: Stock) -> list[str]:
    part = _stretch(lines, random)
    return lines[: part.stop] + lines[part] * random.choice((1, 1, 2, 50)) + lines[part.stop :]


def _indent(lines: list[str], random: Random, _: Stock) -> list[str]:
    part, by = _stretch(lines, random), random.choice((-4, -2, -1, 1, 2, 4))
    moved = [" " * by + line if by > 0 else line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines[part]]
    return lines[: part.start] + moved + lines[part.stop :]


def _splice(lines: list[str], random: Random, stock: Stock) -> list[str]:
    other = random.choice(stock.files)
    if not other:
        return lines
    at, part = random.randint(0, len(lines)), _stretch(other, random)
    return lines[:at] + list(other[part]) + lines[at + random.choice((0, 0, part.stop - part.start)) :]


def _replace_value(lines: list[str], random: Random, stock: Stock) -> list[str]:
    new = random.choice((stock.texts, stock.texts, PIECES, stock.sentences))
    return _at_value(lines, random, lambda _: random.choice(new))


def _write_otherwise(lines: list[str], random: Random, _: Stock) -> list[str]:
    """The same value in another of YAML's ways, some of them wrong."""
    forms = (
        "'{}'", '"{}"', "{} # x", "&a {}", "!!str {}", "*a", "[{}]", "{{tekst: {}}}", "[[[[{}]]]]", "|\n    {}",
        ">-\n    {}\n", "|1+\n {}", "{}\n\n   {}", "'{}", "{}: {}", "- {}", "«{}»", "**{}**", "{}\\", "", "~", "{}, {}",
    )  # fmt: skip
    form = random.choice(forms)
    return _at_value(lines, random, lambda value: form.replace("{}", value).replace("{{", "{").replace("}}", "}"))


def _insert_sentence(lines: list[str], random: Random, stock: Stock) -> list[str]:
    at = random.randrange(len(lines))
    indent = " " * random.choice((0, 2, 4, len(lines[at]) - len(lines[at].lstrip(" "))))
    key = random.choice(("", "", "- ", "tekst: ", "tekst: |\n" + indent + "  "))
    return [*lines[:at], f"{indent}{key}{random.choice(stock.sentences)}\n", *lines[at:]]


def _insert_letters(lines: list[str], random: Random, _: Stock) -> list[str]:
    at = random.randrange(len(lines))
    line, piece = lines[at], random.choice(random.choice((LETTERS, PIECES)))
    place = random.randint(0, len(line))
    piece *= random.choice((1, 1, 1, 2, 3, 200))
    changed = line[:place] + piece + line[place + random.choice((0, 0, 1, 5)) :]
    return [*lines[:at], *changed.splitlines(keepends=True), *lines[at + 1 :]]


def _change_ends(lines: list[str], random: Random, _: Stock) -> list[str]:
    end = random.choice(("\r\n", "\r", "\n", ""))
    part = random.choice((slice(None), _stretch(lines, random)))
    changed = [line.rstrip("\r\n") + end for line in lines[part]]
    return changed if part == slice(None) else lines[: part.start] + changed + lines[part.stop :]


def _cut(lines: list[str], random: Random, _: Stock) -> list[str]:
    at = random.randrange(len(lines))
    return [*lines[:at], lines[at][: random.randint(0, len(lines[at]))]]


def _mark(lines: list[str], random: Random, _: Stock) -> list[str]:
    return [random.choice(("\ufeff", "---\n", "# \n", "%YAML 1.2\n---\n", "\udcff", "\udcc3")), *lines]


def _at_value(lines: list[str], random: Random, new: Callable[[str], str]) -> list[str]:
    places = [i for i, line in enumerate(lines) if _VALUE.match(line)]
    if not places:
        return lines
    at = random.choice(places)
    found = _VALUE.match(lines[at])
    assert found
    line = found["before"] + new(found["value"]) + lines[at][found.end() :]
    return [*lines[:at], *line.splitlines(keepends=True), *lines[at + 1 :]]


_MUTATIONS: Sequence[Callable[[list[str], Random, Stock], list[str]]] = (
    _delete, _move, _repeat, _indent, _splice, _replace_value, _replace_value, _write_otherwise, _write_otherwise,
    _insert_sentence, _insert_sentence, _insert_letters, _insert_letters, _change_ends, _cut, _mark,
)  # fmt: skip
