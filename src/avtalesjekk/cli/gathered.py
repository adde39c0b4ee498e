"""The agreements that a command is given: files, folders and standard input."""

import sys
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import quoted

if TYPE_CHECKING:
    from avtalesjekk.configuration.settings import Configurations
    from avtalesjekk.inputs import Input

DEFAULT_FOLDER = Path("avtaler")
STDIN = Path("-")
STDIN_NAME = "<standard inn>"


class Gathered:
    """The files that are asked for, and whether one of them could not be opened.

    `passed_over` says which folders below them hold agreements that are not read, if there are any.
    """

    def __init__(self, paths: list[Path], stdin_filename: Path | None, configurations: "Configurations") -> None:
        from avtalesjekk.files import Places, agreements_in, folders_below, gather  # noqa: PLC0415

        if stdin_filename and STDIN not in paths:
            raise UserError("--stdin-filename er navnet på det som leses fra «-», og «-» er ikke med.")
        if not paths and not DEFAULT_FOLDER.is_dir():
            here = " Mente du «.»?" if gather([Path()]) != (Path(),) else ""
            raise UserError(
                f"det er ingen mappe «avtaler» her. Skriv hvilke filer eller mapper som skal kontrolleres.{here}"
            )
        named = [path for path in paths if path != STDIN] if paths else [DEFAULT_FOLDER]
        self.failed = False
        self._configurations = configurations
        self._places = Places()
        self._named = frozenset(map(self._places.of, named))
        self._stdin_filename = stdin_filename
        self._stdin_name = str(stdin_filename) if stdin_filename else STDIN_NAME
        self._stdin = STDIN in paths and not (stdin_filename and self._left_out(stdin_filename, named=True))
        self._paths = tuple(path for path in gather(named) if not self._left_out(path))
        read = [folder for folder in named if any(True for _ in agreements_in(folder))]
        below = [quoted(place) for folder in read for place in folders_below(folder)]
        self.passed_over = (
            f"Merk: {', '.join(below)} er ikke kontrollert: en mappe leses ikke nedover.\n" if below else ""
        )

    @property
    def all_left_out(self) -> bool:
        """Whether the configuration leaves nothing to check."""
        return not self._paths and not self._stdin

    def inputs(self) -> Iterator["Input"]:
        """Every file with its bytes."""
        from avtalesjekk.files import read_all  # noqa: PLC0415
        from avtalesjekk.inputs import Input  # noqa: PLC0415

        if self._stdin:
            if sys.stdin is None:  # closed by the one who started the program
                raise UserError("standard inn er lukket.")
            stem = self._stdin_filename.stem if self._stdin_filename else None
            settings = self._configurations.run
            rules = settings.selection_for(self._stdin_filename) if self._stdin_filename else settings.selection
            yield Input(self._stdin_name, sys.stdin.buffer.read(_MOST_OF_STDIN), stem, rules)
        for path, data in read_all(self._paths, self._complain):
            yield Input(str(path), data, path.stem, self._configurations.of(path).selection_for(path))

    def is_stdin(self, file: "Input") -> bool:
        """Whether a file was read from standard input."""
        return self._stdin and file.filename == self._stdin_name

    def neighbours(self) -> Iterator["Input"]:
        """The other agreements in the folders of the files; those left out, or that cannot be read, are passed over."""
        from avtalesjekk.files import agreements_in, read_all  # noqa: PLC0415
        from avtalesjekk.inputs import Input  # noqa: PLC0415

        named = [*self._paths, *([self._stdin_filename] if self._stdin_filename else [])]
        folders: dict[str, tuple[Path, set[str]]] = {}
        for path in named:
            _, names = folders.setdefault(self._places.folder_of(path), (path.parent, set()))
            names.add(path.name)
        for folder, names in sorted(folders.values(), key=itemgetter(0)):
            others = (
                path
                for path in agreements_in(folder)
                if path.name not in names and not self._configurations.of(path).excludes(path)
            )
            for path, data in read_all(others, lambda _: None):
                yield Input.named(str(path), data)

    def _left_out(self, path: Path, *, named: bool = False) -> bool:
        """Whether the configuration leaves a file out; one that is named just where it is told to."""
        settings = self._configurations.of(path)
        if not settings.excludes(path):
            return False
        return settings.flag("force-exclude") or not (named or self._places.of(path) in self._named)

    def _complain(self, message: str) -> None:
        self.failed = True
        sys.stderr.write(f"Feil: {message}\n")


_MOST_OF_STDIN = 2_000_001  # one more than a file may have: enough to tell that it is too large
