"""What is set for a run and for each file of it: by the command line, else by the nearest configuration."""

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from avtalesjekk.configuration.file import Configuration, Value, Values, nearest_above, read, shown
from avtalesjekk.configuration.options import OPTIONS
from avtalesjekk.configuration.patterns import matches
from avtalesjekk.errors import UserError
from avtalesjekk.files import Places
from avtalesjekk.selection import Selection, names_in
from avtalesjekk.terminal import quoted

COMMAND_LINE, DEFAULT = "kommandolinjen", "standard"
_CHOOSES_RULES = ("select", "extend-select", "ignore")


class Settings:
    """What is set in one place: the options of the command line in `given`, over those of a configuration."""

    def __init__(self, given: Values, configuration: Configuration | None) -> None:
        self._given = given
        self._configuration = configuration
        self._places = Places()
        self._set: Values = configuration.values if configuration else {}

    @property
    def is_configured(self) -> bool:
        """Whether there is a configuration."""
        return self._configuration is not None

    def text(self, name: str) -> str | None:
        """The value of an option that takes a word."""
        value = self._value(name)
        return value if isinstance(value, str) else None

    def flag(self, name: str) -> bool:
        """The value of an option that is on or off."""
        return self._value(name) is True

    def texts(self, name: str) -> tuple[str, ...]:
        """The value of an option that takes several words."""
        value = self._value(name)
        return value if isinstance(value, tuple) else ()

    def folder(self, name: str) -> Path | None:
        """A folder: as it is named on the command line, or relative to the configuration that names it."""
        value = self.text(name)
        if value is None or name in self._given or self._configuration is None:
            return Path(value) if value is not None else None
        return self._configuration.folder / value

    @cached_property
    def selection(self) -> Selection:
        """The rules to run, but for what single files are excused from.

        Rules that are selected on the command line put aside what the configuration says of rules; those that are
        ignored or added there come on top of it.
        """
        chosen, added, left_out = (names_in(self._rules(name)) for name in _CHOOSES_RULES)
        if self._rules("select") and not chosen:
            raise UserError("--select nevner ingen regel.")
        return Selection(chosen, left_out, added)

    def selection_for(self, path: Path) -> Selection:
        """The rules to run on a file."""
        by_pattern = self._set.get("per-file-ignores")
        inside = self._inside(path) if isinstance(by_pattern, Mapping) else None
        if inside is None or not isinstance(by_pattern, Mapping):
            return self.selection
        excused = (name for pattern, names in by_pattern.items() if matches(inside, (pattern,)) for name in names)
        return self.selection._replace(excused=tuple(excused))

    def excludes(self, path: Path) -> bool:
        """Whether a file is not to be checked."""
        inside = self._inside(path)
        return inside is not None and matches(inside, self.texts("exclude"))

    def origins(self) -> Mapping[str, tuple[Value | None, str]]:
        """Every option with its value, None where it is the default, and where it comes from."""
        return {option.name: (self._value(option.name), self._origin(option.name)) for option in OPTIONS}

    def _value(self, name: str) -> Value | None:
        if name in _CHOOSES_RULES:
            return self._rules(name) or None
        return self._given.get(name, self._set.get(name))

    def _rules(self, name: str) -> tuple[str, ...]:
        given, there = self._given.get(name, ()), self._set.get(name, ())
        if "select" in self._given:
            there = ()
        return (*there, *given) if isinstance(given, tuple) and isinstance(there, tuple) else ()

    def _origin(self, name: str) -> str:
        of_file = ""
        if self._configuration is not None and name in self._set:
            of_file = f"{shown(self._configuration.path)}:{self._configuration.row(name)}"
        if name in _CHOOSES_RULES and "select" in self._given:
            of_file = ""
        if name in self._given:
            both = of_file and name in _CHOOSES_RULES
            return f"{of_file} og {COMMAND_LINE}" if both else COMMAND_LINE
        return of_file or DEFAULT

    def _inside(self, path: Path) -> Path | None:
        """A path as the configuration's folder sees it; None for what lies outside."""
        if self._configuration is None:
            return None
        whole = self._places.of(path)
        folder = self._configuration.folder
        return whole.relative_to(folder) if whole.is_relative_to(folder) else None


class Configurations:
    """The settings of a run, and of each of its files, each configuration read once."""

    def __init__(self, given: Values, named: Path | None, paths: Sequence[Path] = ()) -> None:
        """`named` is the configuration for all files, in place of the nearest ones; `paths` are what is asked for."""
        self._given = given
        self._first = next(iter(paths), None)
        self._by_folder: dict[Path, Settings] = {}
        self._places = Places()
        self._for_all: Settings | None = None
        if named is not None:
            found = read(named)
            if found is None:
                raise UserError(f"{quoted(named)} har ikke noen tabell [tool.avtalesjekk].")
            self._for_all = Settings(given, found)

    @cached_property
    def run(self) -> Settings:
        """What is set for the run as a whole: above the working folder, or if nothing is, above the first path."""
        here = self._above(Path.cwd())
        return here if here.is_configured or self._first is None else self.of(self._first)

    def of(self, path: Path) -> Settings:
        """What is set for a file, or for a folder."""
        place = self._places.of(path)
        return self._above(place if os.path.isdir(place) else place.parent)  # noqa: PTH112 (as in `files`)

    def _above(self, folder: Path) -> Settings:
        if self._for_all is not None:
            return self._for_all
        if folder not in self._by_folder:
            self._by_folder[folder] = Settings(self._given, nearest_above(folder))
        return self._by_folder[folder]
