"""Where a new file goes: never over anything, and written whole or not at all."""

import contextlib
import os
from pathlib import Path

from avtalesjekk.errors import UserError
from avtalesjekk.files import SUFFIXES
from avtalesjekk.terminal import quoted
from avtalesjekk.writing import create, not_written

HOME = "avtaler"  # the folder that `lint` looks in; it alone is made where it is missing


def check_free(path: Path) -> None:
    """Raise UserError where no new agreement can be written: the name, what is there, or the folder."""
    if os.path.lexists(path):
        raise UserError(_taken(path))
    if not path.name.endswith(SUFFIXES) or path.name.startswith("."):
        raise UserError(
            f"{quoted(path)} er ikke et filnavn som slutter på .yaml eller .yml, som «{HOME}/leirskole.yaml»."
        )
    folder = path.parent
    if _is_folder(folder) or (folder.name == HOME and not os.path.lexists(folder) and _is_folder(folder.parent)):
        return
    raise UserError(
        f"{quoted(folder)} er ikke en mappe." if os.path.lexists(folder) else f"mappen {quoted(folder)} finnes ikke."
    )


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there. Raises UserError where it is, or cannot be written; then nothing is left."""
    made = False
    try:
        if not _is_folder(path.parent):
            path.parent.mkdir()
            made = True
        create(path, data)
    except BaseException as error:
        if made:
            with contextlib.suppress(OSError):
                path.parent.rmdir()
        if isinstance(error, FileExistsError):
            raise UserError(_taken(path)) from None
        if isinstance(error, OSError):
            raise not_written(path, error) from None
        raise


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises where the path is too long or may not be looked at)


def _taken(path: Path) -> str:
    what = ": det er en mappe" if _is_folder(path) and not path.is_symlink() else ""
    return f"{quoted(path)} finnes fra før, og blir ikke skrevet over{what}."
