"""The files to check: named, or found in a folder, each opened once and never more of it than can be read."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from avtalesjekk.errors import UserError
from avtalesjekk.source.text import MAX_BYTES
from avtalesjekk.terminal import printable

SUFFIXES = (".yaml", ".yml")


def gather(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files that the paths stand for: a file for itself, a folder for the agreements that lie in it.

    Each is given once, in the order of its name. Raises UserError where a folder holds no agreement or cannot be read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = tuple(agreements_in(path))
            if not inside:
                raise UserError(_nothing_in(path))
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return tuple(sorted(found, key=str))


def agreements_in(folder: Path) -> Iterator[Path]:
    """The agreements that lie in a folder, not in those below it. Hidden files are none."""
    try:
        with os.scandir(folder) as entries:
            names = [
                entry.name for entry in entries if entry.name.endswith(SUFFIXES) and not entry.name.startswith(".")
            ]
    except OSError as error:
        raise UserError(f"«{printable(str(folder))}» {_why(error)}") from None
    for name in sorted(names):
        path = folder / name
        if not path.is_dir():
            yield path


def read_all(paths: Iterable[Path], complain: Callable[[str], None]) -> Iterator[tuple[Path, bytes]]:
    """The files with their bytes; of one that cannot be opened it is said why, and the rest are read."""
    for path in paths:
        try:
            yield path, read_bytes(path)
        except UserError as error:
            complain(str(error))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; of one that is too large just enough to tell. Raises UserError where it cannot be read."""
    try:
        # Opened without waiting, so that a pipe that nobody writes to does not hold the program.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            mode = os.fstat(descriptor).st_mode
            if not S_ISREG(mode):
                raise UserError(f"«{printable(str(path))}» er {'en mappe' if S_ISDIR(mode) else 'ikke en vanlig fil'}")
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError(f"«{printable(str(path))}» {_why(error)}") from None


def _why(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "finnes ikke"
        case PermissionError():
            return "kan ikke leses: du har ikke tilgang"
        case IsADirectoryError():
            return "er en mappe"
        case NotADirectoryError():
            return "finnes ikke: en del av stien er en fil"
    return _OTHER_REASONS.get(error.errno or 0, "kan ikke åpnes")


_OTHER_REASONS = {
    errno.ELOOP: "kan ikke åpnes: lenken viser til seg selv",
    errno.ENAMETOOLONG: "kan ikke åpnes: navnet er for langt",
    errno.ENXIO: "er ikke en vanlig fil",
    errno.EMFILE: "kan ikke åpnes: for mange filer er åpne",
}


def _nothing_in(folder: Path) -> str:
    name = printable(str(folder))
    below = sorted(entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    near = next((entry for entry in below if any(True for _ in agreements_in(entry))), None)
    hint = f"\nMente du «{printable(str(near))}»?" if near else ""
    return f"det er ingen avtaler (.yaml, .yml) i mappen «{name}».{hint}"
