"""Every regular expression of the program: those its modules hold, those that forms leave over, and those in calls."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import _lru_cache_wrapper, cache
from inspect import get_annotations, signature
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import avtalesjekk
from avtalesjekk.norwegian.alternatives import alternatives
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.patterns import pattern

_WAITING = type(pattern("a"))
_OF_RE = {"search": 2, "match": 2, "fullmatch": 2, "split": 3, "findall": 2, "finditer": 2, "sub": 4, "subn": 4}
_FLAGS_AT = {**_OF_RE, "compile": 1, "pattern": 1}


class Expression(NamedTuple):
    """An expression, its flags, and whether it is held against a whole text alone."""

    text: str
    flags: int
    full: bool


class Call(NamedTuple):
    """A call with an expression inside a function: where, what is written there, and what that is, if one can tell."""

    where: str
    written: str
    expression: Expression | None


def held() -> dict[Expression, list[str]]:
    """The expressions that modules hold, each with the names it is held under."""
    found: dict[Expression, list[str]] = {}
    modules = _modules()
    whole, other = _used(modules)
    for module in modules:
        for name, value in vars(module).items():
            for path, one in _within(value, f"{module.__name__.removeprefix('avtalesjekk.')}.{name}", 0):
                if isinstance(one, Forms):
                    if rest := alternatives(one.pattern).other:
                        found.setdefault(Expression(rest, 0, full=True), []).append(path)
                else:
                    full = id(one) in whole and id(one) not in other
                    found.setdefault(Expression(one.pattern, one.flags, full), []).append(path)
    return found


def calls() -> list[Call]:
    """The calls in functions that are given an expression, in order."""
    return [call for module in _modules() for call in _calls(module)]


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = [info.name for info in pkgutil.walk_packages(avtalesjekk.__path__, "avtalesjekk.")]
    return (avtalesjekk, *(importlib.import_module(name) for name in names if not name.endswith("__main__")))


@cache
def _read(module: ModuleType) -> ast.Module:
    return ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))


def _within(  # noqa: C901 -- one branch a kind of value
    value: object, path: str, depth: int
) -> Iterator[tuple[str, "re.Pattern[str] | Forms"]]:
    """The expressions in a value of a module, and in what it holds."""
    if isinstance(value, re.Pattern | Forms) or type(value) is _WAITING:
        yield path, value
        if isinstance(value, Forms):
            return
    held_by = getattr(value, "__self__", None)
    if depth > 5:
        return
    if isinstance(held_by, Forms):
        yield path, held_by
    elif isinstance(value, _lru_cache_wrapper):
        if "Pattern" in str(get_annotations(value).get("return")) and not signature(value).parameters:
            yield from _within(value(), f"{path}()", depth + 1)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _within(key, f"{path}.{depth}", depth + 1)
            yield from _within(one, f"{path}[{key!r:.30}]", depth + 1)
    elif isinstance(value, tuple | list | set | frozenset):
        for at, one in enumerate(value):
            yield from _within(one, f"{path}[{at}]", depth + 1)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name), f"{path}.{field.name}", depth + 1)


def _used(modules: tuple[ModuleType, ...]) -> tuple[set[int], set[int]]:
    """The patterns that are held against whole texts, and those that are used in another way, too."""
    whole, other = set[int](), set[int]()
    for module in modules:
        asked = {
            id(node.value)
            for node in ast.walk(_read(module))
            if isinstance(node, ast.Attribute) and node.attr == "fullmatch"
        }
        for node in ast.walk(_read(module)):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                (whole if id(node) in asked else other).add(id(vars(module).get(node.id)))
    return whole, other


def _calls(module: ModuleType) -> Iterator[Call]:
    """The calls of one module that are given an expression, other than those that make the values it holds."""
    name = module.__name__.removeprefix("avtalesjekk.")
    within: dict[ast.Call, str] = {}
    for inner in ast.walk(_read(module)):  # the outer ones first, so that the innermost stands
        if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            within |= {node: inner.name for node in ast.walk(inner) if isinstance(node, ast.Call)}
    for node, function in within.items():
        if (kind := _kind(node.func)) and node.args:
            text = _value(node.args[0], vars(module))
            given = [word.value for word in node.keywords if word.arg == "flags"]
            given += node.args[_FLAGS_AT[kind] : _FLAGS_AT[kind] + 1]
            flags = _value(given[0], vars(module)) if given else 0
            expression = None
            if isinstance(text, str) and isinstance(flags, int):
                expression = Expression(text, flags, kind == "fullmatch")
            yield Call(f"{name}.{function}", ast.unparse(node.args[0]), expression)


def _kind(function: ast.expr) -> str | None:
    match function:
        case ast.Attribute(ast.Name("re"), kind) if kind in _FLAGS_AT:
            return kind
        case ast.Name("pattern"):
            return "pattern"
        case _:
            return None


def _value(node: ast.expr, names: Mapping[str, object]) -> object:  # noqa: PLR0911 -- one a kind of expression
    """What an expression of Python stands for, from what its module holds; None where that does not tell."""
    match node:
        case ast.Constant(value):
            return value
        case ast.Name(name):
            return names.get(name)
        case ast.Attribute(ast.Name(name), attribute):
            return getattr(names.get(name), attribute, None)
        case ast.Call(ast.Name(name), [], []) if callable(made := names.get(name)):
            return made()
        case ast.BinOp(left, ast.BitOr(), right):
            both = _value(left, names), _value(right, names)
            return both[0] | both[1] if isinstance(both[0], int) and isinstance(both[1], int) else None
        case ast.JoinedStr(parts):
            said = [_value(part.value if isinstance(part, ast.FormattedValue) else part, names) for part in parts]
            return "".join(map(str, said)) if None not in said else None
        case _:
            return None
