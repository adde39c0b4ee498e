"""Writing files: each whole or not at all, with the mode it had, and through links to what they show to."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import quoted


def write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write the files beside their places first, and move them there when all of them are written.

    The folder of a file is made where only it is missing. Raises UserError where one cannot be written.
    """
    written: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files:
            path.parent.mkdir(exist_ok=True)
            written.append((_beside(path, data), path))
        for temporary, path in written:
            temporary.replace(os.path.realpath(path))
    except OSError as error:
        raise not_written(path, error) from None
    finally:
        for temporary, _ in written:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Write a file that was read a while ago. Raises UserError where it is no longer what was read, or cannot be."""
    try:
        same = path.read_bytes() == old
    except OSError:
        same = False
    if not same:
        raise UserError(f"{quoted(path)} ble endret av noen andre imens, og er ikke rettet. Kjør på nytt.")
    write_all([(path, new)])


def not_written(path: Path, error: OSError) -> UserError:
    """What to say of a file that could not be written."""
    return UserError(f"{quoted(path)} kan ikke skrives{_REASONS.get(error.errno or 0, '')}.")


_REASONS = {
    errno.EACCES: ": du har ikke tilgang",
    errno.EPERM: ": du har ikke tilgang",
    errno.EROFS: ": disken kan bare leses",
    errno.ENOSPC: ": det er ikke mer plass på disken",
    errno.EISDIR: ": det er en mappe",
    errno.ENOENT: ": mappen finnes ikke",
    errno.ENOTDIR: ": mappen finnes ikke",
    errno.ENAMETOOLONG: ": navnet er for langt",
}


def _beside(path: Path, data: bytes) -> Path:
    """A file with the bytes in the folder of a path, with the mode that a file there has or would have."""
    place = Path(os.path.realpath(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name[:_LONGEST]}.", dir=place.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~mask)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


_LONGEST = 50  # of a name that is made longer
