"""File names as other programs take them: from the working folder, with forward slashes."""

import os
from pathlib import Path, PurePath

from avtalesjekk.files import place_of


def shown(filename: str) -> str:
    """The name from the working folder, without «./» before it; that of a file outside it as it was given."""
    inside = below(filename)
    return PurePath(filename).as_posix() if inside is None else inside


def below(filename: str) -> str | None:
    """The name from the working folder; None where the file lies outside it."""
    path = PurePath(filename)
    if not path.is_absolute() and ".." not in path.parts:
        return path.as_posix()
    try:
        return place(filename).relative_to(os.path.realpath(os.curdir)).as_posix()
    except (OSError, ValueError):
        return None


def place(filename: str) -> PurePath:
    """Where the file lies, from the root; of a name that no file can have just the name."""
    try:
        return place_of(Path(filename))
    except (OSError, ValueError):
        return PurePath(filename)
