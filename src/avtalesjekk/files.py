"""The files to check: named, or found in a folder, each opened once and never more of it than can be read."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from stat import S_ISREG

from avtalesjekk.errors import UserError
from avtalesjekk.source.text import MAX_BYTES
from avtalesjekk.terminal import quoted

SUFFIXES = (".yaml", ".yml")


def gather(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that the paths stand for: a file for itself, a folder for the agreements that lie in it.

    Each is given once, under the name it was first given, in the order of the names. A folder without agreements
    stands for itself: the one who reads it learns why there are none.
    """
    found: dict[Path, Path] = {}
    places = Places()
    for path in paths:
        for file in tuple(agreements_in(path)) or (path,):
            found.setdefault(places.of(file), file)
    return tuple(sorted(found.values(), key=str))


def agreements_in(folder: Path) -> Iterator[Path]:
    """The agreements that lie in a folder, not below it; hidden files are none, and a closed folder has none."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError:
        return
    for name in names:
        path = folder / name
        if name.endswith(SUFFIXES) and not name.startswith(".") and not _is_folder(path):
            yield path


def folders_below(folder: Path) -> Iterator[Path]:
    """The folders right below a folder that hold agreements; they are not read with it."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError:
        return
    yield from (folder / name for name in names if any(True for _ in agreements_in(folder / name)))


def read_all(paths: Iterable[Path], complain: Callable[[str], None]) -> Iterator[tuple[Path, bytes]]:
    """The files with their bytes; of one that cannot be opened it is said why, and the rest are read."""
    for path in paths:
        try:
            yield path, read_bytes(path)
        except UserError as error:
            complain(str(error))


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a file; of one that is too large just enough to tell. Raises UserError where it cannot be read."""
    try:
        if _is_folder(path):
            raise UserError(_no_agreements_in(path))
        # Opened without waiting, so that a pipe that nobody writes to does not hold the program.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            if not S_ISREG(os.fstat(descriptor).st_mode):
                raise UserError(f"{quoted(path)} er ikke en vanlig fil.")
            return file.read(most + 1)
    except OSError as error:
        raise UserError(f"{quoted(path)} {why(error)}.") from None


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises where the path is too long or may not be looked at)


def place_of(path: Path) -> Path:
    """The one name of a place in a folder, however it was reached; a link is a place of its own."""
    return Path(os.path.realpath(path.parent), path.name)


class Places:
    """The places of many paths, each folder looked up once."""

    def __init__(self) -> None:
        self._folders: dict[Path, str] = {}

    def of(self, path: Path) -> Path:
        """The same as `place_of`."""
        return Path(self.folder_of(path), path.name)

    def folder_of(self, path: Path) -> str:
        """The place of the folder that a path lies in."""
        if (folder := path.parent) not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        return self._folders[folder]


def _no_agreements_in(folder: Path) -> str:
    with os.scandir(folder):  # raises where it may not be looked at
        near = next(folders_below(folder), None)
    hint = f"\nMente du {quoted(near)}?" if near else ""
    return f"det er ingen avtaler (.yaml, .yml) i mappen {quoted(folder)}.{hint}"


def why(error: OSError) -> str:
    """What is wrong with a path that cannot be opened, to stand after its name."""
    match error:
        case FileNotFoundError():
            return "finnes ikke"
        case PermissionError():
            return "kan ikke leses: du har ikke tilgang"
        case NotADirectoryError():
            return "finnes ikke: en del av stien er en fil"
    return _OTHER_REASONS.get(error.errno or 0, "kan ikke åpnes")


_OTHER_REASONS = {
    errno.ELOOP: "kan ikke åpnes: lenken viser til seg selv",
    errno.ENAMETOOLONG: "kan ikke åpnes: navnet er for langt",
    errno.ENXIO: "er ikke en vanlig fil",
    errno.EMFILE: "kan ikke åpnes: for mange filer er åpne",
}
