"""The agreements that a command is given: files, folders and standard input."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from avtalesjekk.errors import UserError

if TYPE_CHECKING:
    from avtalesjekk.linting import Input

DEFAULT_FOLDER = Path("avtaler")
STDIN = Path("-")


class Gathered:
    """The files that are asked for, and whether one of them could not be opened."""

    def __init__(self, paths: list[Path], stdin_filename: Path | None) -> None:
        from avtalesjekk.files import gather  # noqa: PLC0415

        if stdin_filename and STDIN not in paths:
            raise UserError("--stdin-filename er navnet på det som leses fra «-», og «-» er ikke med.")
        if not paths and not DEFAULT_FOLDER.is_dir():
            raise UserError("det er ingen mappe «avtaler» her. Skriv hvilke filer eller mapper som skal kontrolleres.")
        named = [path for path in paths if path != STDIN] if paths else [DEFAULT_FOLDER]
        self.failed = False
        self._stdin = STDIN in paths
        self._stdin_filename = stdin_filename
        self._paths = gather(named)

    def inputs(self) -> Iterator["Input"]:
        """Every file with its bytes, and a line on how far it has come where there are many."""
        from avtalesjekk.files import read_all  # noqa: PLC0415
        from avtalesjekk.linting import Input  # noqa: PLC0415

        if self._stdin:
            name = str(self._stdin_filename) if self._stdin_filename else "<standard inn>"
            if sys.stdin is None:  # closed by the one who started the program
                raise UserError("standard inn er lukket.")
            yield Input(
                name, sys.stdin.buffer.read(_MOST_OF_STDIN), self._stdin_filename.stem if self._stdin_filename else None
            )
        for path, data in read_all(_told(self._paths), self._complain):
            yield Input.named(str(path), data)

    def neighbours(self) -> Iterator["Input"]:
        """The other agreements in the folders of the files; those that cannot be read are passed over."""
        from avtalesjekk.files import agreements_in, place_of, read_all  # noqa: PLC0415
        from avtalesjekk.linting import Input  # noqa: PLC0415

        named = [*self._paths, *([self._stdin_filename] if self._stdin_filename else [])]
        seen = {place_of(path) for path in named}
        folders = {place_of(path).parent: path.parent for path in named}
        for folder in sorted(folders.values()):
            others = (path for path in agreements_in(folder) if place_of(path) not in seen)
            for path, data in read_all(others, lambda _: None):
                yield Input.named(str(path), data)

    def _complain(self, message: str) -> None:
        self.failed = True
        sys.stderr.write(f"Feil: {message}\n")


_MOST_OF_STDIN = 2_000_001  # one more than a file may have: enough to tell that it is too large
_MANY = 200


def _told(paths: tuple[Path, ...]) -> Iterable[Path]:
    """The paths, with a bar on stderr of how many are done where they are many and somebody watches."""
    if len(paths) < _MANY or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return paths
    from rich.console import Console  # noqa: PLC0415 (only where there is a bar to show)
    from rich.progress import track  # noqa: PLC0415

    return track(paths, "Kontrollerer", console=Console(stderr=True), transient=True)
