"""A configuration file: found above a place, read, and refused where something in it is wrong."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from avtalesjekk.configuration.options import BY_NAME, OF_ONE_RUN, Kind, Option
from avtalesjekk.configuration.places import place
from avtalesjekk.errors import UserError
from avtalesjekk.files import place_of, read_bytes
from avtalesjekk.limit import time_limit
from avtalesjekk.selection import codes_of
from avtalesjekk.spelling import nearest
from avtalesjekk.terminal import printable

Value: TypeAlias = str | bool | tuple[str, ...] | Mapping[str, tuple[str, ...]]
Values: TypeAlias = Mapping[str, Value]

OWN, SHARED = "avtalesjekk.toml", "pyproject.toml"
_TABLE = ("tool", "avtalesjekk")
_LARGEST = 500_000  # bytes
_SECONDS = 2  # the parser takes long with keys of many steps
_LONGEST_PATTERN, _MOST_OF_PATTERNS = 500, 20_000  # characters; each is made into an expression, which takes its time


class Configuration(NamedTuple):
    """The options that a file sets; a date is written as in ISO 8601, a folder as it stands there."""

    path: Path
    values: Values
    text: str
    table: tuple[str, ...]

    @property
    def folder(self) -> Path:
        """What its paths and patterns are relative to."""
        return self.path.parent

    def row(self, name: str) -> int:
        """On which row an option stands, from 1."""
        return place(self.text, (*self.table, name))[0]


def nearest_above(folder: Path) -> Configuration | None:
    """The configuration nearest above, or in, an absolute folder; a `pyproject.toml` without our table is none."""
    for above in (folder, *folder.parents):
        for name in (OWN, SHARED):
            path = above / name
            if _is_file(path) and (found := read(path)) is not None:
                return found
    return None


def read(path: Path) -> Configuration | None:
    """The configuration in a file; None for a `pyproject.toml` that has none.

    Raises UserError with the place of what is wrong.
    """
    data = read_bytes(path)
    if len(data) > _LARGEST:
        raise UserError(f"{shown(path)} er for stor til å være et oppsett.")
    import tomllib  # noqa: PLC0415 (most runs have no configuration)

    try:
        text = data.decode("utf-8-sig")
        with time_limit(_SECONDS):
            whole: object = tomllib.loads(text)
    except UnicodeDecodeError:
        raise UserError(f"{shown(path)} er ikke UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{shown(path)}{_where(error)}: filen er ikke gyldig TOML{_cause(error)}.") from None
    except (ValueError, RecursionError):
        raise UserError(f"{shown(path)}: filen er ikke gyldig TOML.") from None
    except TimeoutError:
        raise UserError(f"{shown(path)}: det tar for lang tid å lese filen.") from None
    table: tuple[str, ...] = _TABLE if path.name == SHARED else ()
    for step in table:
        if not isinstance(whole, dict) or step not in whole:
            return None
        whole = whole[step]
    reader = _Reader(path, text, table)
    return Configuration(place_of(path), reader.values(whole), text, table)


class _Reader:
    """One file under reading."""

    def __init__(self, path: Path, text: str, table: tuple[str, ...]) -> None:
        self._path = path
        self._text = text
        self._table = table
        self._rules_known: set[str] = set()

    def values(self, whole: object) -> Values:
        if not isinstance(whole, dict):
            raise self._wrong((), f"«{'.'.join(self._table)}» er ikke en tabell")
        return {self._known(name): self._value(BY_NAME[name], value) for name, value in whole.items()}

    def _known(self, name: str) -> str:
        if name == "tool" and not self._table:
            raise self._wrong((name,), f"i {OWN} står valgene øverst, uten [tool.avtalesjekk]")
        if name in BY_NAME:
            return name
        if name in OF_ONE_RUN:
            raise self._wrong((name,), f"«{name}» velges for hver kjøring, på kommandolinjen")
        near = nearest(name, BY_NAME)
        help_ = f"mente du «{near}»?" if near else f"det som kan stå her, er {', '.join(BY_NAME)}"
        raise self._wrong((name,), f"valget «{printable(name)}» finnes ikke; {help_}")

    def _value(self, option: Option, value: object) -> Value:
        readers: Mapping[Kind, Callable[[Option, tuple[str, ...], object], Value]] = {
            Kind.FLAG: self._flag,
            Kind.DAY: self._day,
            Kind.CHOICE: self._choice,
            Kind.CHOICES: self._choices,
            Kind.FOLDER: self._folder,
            Kind.RULES: self._rules,
            Kind.PATTERNS: self._patterns,
            Kind.RULES_BY_PATTERN: self._by_pattern,
        }
        return readers[option.kind](option, (option.name,), value)

    def _flag(self, option: Option, path: tuple[str, ...], value: object) -> bool:
        if not isinstance(value, bool):
            raise self._not(option, path)
        return value

    def _folder(self, option: Option, path: tuple[str, ...], value: object) -> str:
        if not isinstance(value, str) or not value:
            raise self._not(option, path)
        return value

    def _by_pattern(self, option: Option, path: tuple[str, ...], value: object) -> Value:
        if not isinstance(value, dict):
            raise self._not(option, path)
        self._bound(path, value)
        return {pattern: self._rules(option, (*path, pattern), rules) for pattern, rules in value.items()}

    def _patterns(self, option: Option, path: tuple[str, ...], value: object) -> tuple[str, ...]:
        return self._bound(path, self._texts(option, path, value))

    def _bound(self, path: tuple[str, ...], patterns: Iterable[str]) -> tuple[str, ...]:
        """The patterns, where they are not made to take long."""
        found = tuple(patterns)
        if any(len(pattern) > _LONGEST_PATTERN for pattern in found):
            raise self._wrong(path, f"et mønster er lengre enn {_LONGEST_PATTERN} tegn")
        if sum(map(len, found)) > _MOST_OF_PATTERNS:
            raise self._wrong(path, f"mønstrene er til sammen lengre enn {_MOST_OF_PATTERNS} tegn")
        return found

    def _choices(self, option: Option, path: tuple[str, ...], value: object) -> tuple[str, ...]:
        return tuple(self._choice(option, path, word) for word in self._texts(option, path, value))

    def _texts(self, option: Option, path: tuple[str, ...], value: object) -> tuple[str, ...]:
        """A list of texts; one alone is a list of one, and commas part several."""
        if isinstance(value, str):
            return tuple(word.strip() for word in value.split(",") if word.strip())
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(str(item) for item in value)
        raise self._not(option, path)

    def _rules(self, option: Option, path: tuple[str, ...], value: object) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(self._texts(option, path, value)))
        if option.name == "select" and not names:
            raise self._wrong(path, "«select» nevner ingen regel")
        for name in names:
            if name not in self._rules_known and not codes_of(name):
                from avtalesjekk.rules.catalogue import suggest  # noqa: PLC0415 (only for what is wrong)

                near = suggest(name)
                help_ = f"; mente du «{near}»?" if near else ""
                raise self._wrong(path, f"«{printable(name)}» er ingen regel{help_}", name)
        self._rules_known.update(names)
        return names

    def _choice(self, option: Option, path: tuple[str, ...], value: object) -> str:
        if not isinstance(value, str):
            raise self._not(option, path)
        if value in option.choices:
            return value
        near = nearest(value, option.choices)
        listed = ", ".join(f"«{word}»" for word in option.choices)
        help_ = f"mente du «{near}»?" if near else f"skriv {listed}"
        raise self._wrong(path, f"«{printable(value)}» kan ikke stå etter «{option.name}»; {help_}", value)

    def _day(self, option: Option, path: tuple[str, ...], value: object) -> str:
        if not isinstance(value, date | str):
            raise self._not(option, path)
        try:
            return date.fromisoformat(str(value)[:10] if isinstance(value, date) else value).isoformat()
        except ValueError:
            raise self._wrong(path, f"«{printable(str(value))}» er ikke en dato; skriv den som 2026-11-22") from None

    def _not(self, option: Option, path: tuple[str, ...]) -> UserError:
        listed = f": {', '.join(option.choices)}" if option.choices else ""
        return self._wrong(path, f"«{printable('.'.join(path))}» skal være {option.kind.value}{listed}")

    def _wrong(self, path: tuple[str, ...], message: str, value: str = "") -> UserError:
        row, column = place(self._text, (*self._table, *path), value)
        return UserError(f"{shown(self._path)}:{row}:{column}: {message}.".replace("?.", "?"))


def _where(error: ValueError) -> str:
    """The place that the parser tells of, which it does in its text alone."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
    return f":{found[1]}:{found[2]}" if found else ""


def _cause(error: ValueError) -> str:
    """What the parser says oftenest, in Norwegian."""
    return next((f": {said}" for begun, said in _CAUSES.items() if str(error).startswith(begun)), "")


_CAUSES = {
    "Invalid value": "her skal det stå en verdi; en tekst må stå i anførselstegn",
    "Expected '=' after a key": "det mangler et likhetstegn etter nøkkelen",
    "Expected newline or end of document": "det står noe mer på linjen enn det skal",
    "Unclosed array": "hakeparentesen er ikke lukket",
    "Unclosed inline table": "krøllparentesen er ikke lukket",
    "Unterminated string": "anførselstegnet er ikke lukket",
    "Cannot overwrite a value": "nøkkelen står to ganger",
    "Cannot declare": "tabellen står to ganger",
    "Duplicate inline table key": "nøkkelen står to ganger",
    "Invalid statement": "linjen er verken en nøkkel eller en tabell",
    "Illegal character": "et tegn kan ikke stå her",
    "Found invalid character": "et tegn kan ikke stå her",
}


def shown(path: Path) -> str:
    """A path as it stands in a message: from the working folder, also where it lies above it."""
    near = os.path.relpath(path)
    return printable(near if near.count("..") <= _FAR_ABOVE else str(path))


_FAR_ABOVE = 3


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
