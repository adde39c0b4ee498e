"""Writing files: each whole or not at all, as whose and with the mode that it was, and where the links to it lead."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import quoted


def write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write the files beside their places first, and move them there when all of them are written.

    The folder of a file is made where only it is missing. Raises UserError where one cannot be written.
    """
    made: list[Path] = []
    written: list[tuple[Path, Path, Path]] = []
    path = Path()  # the one that is named where it fails
    try:
        for path, data in files:
            if not os.path.lexists(path.parent):
                path.parent.mkdir()
                made.append(path.parent)
            place = Path(os.path.realpath(path))
            written.append((path, place, _beside(place, data, _what_is_at(place))))
        for path, place, temporary in written:  # noqa: B007 (as above)
            temporary.replace(place)
    except OSError as error:
        raise not_written(path, error) from None
    finally:
        for _, _, temporary in written:
            _remove(temporary)
        for folder in made:
            with contextlib.suppress(OSError):  # it is not empty where all went well
                folder.rmdir()


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Write a file that was read a while ago. Raises UserError where it is no longer what was read, or cannot be.

    Where it already is what is to be written, nothing is done: somebody else has mended it alike. No system lets one
    compare and replace in one step, so the last look comes when nothing but the replacing is left to do.
    """
    place = Path(os.path.realpath(path))
    try:
        temporary = _beside(place, new, _what_is_at(place))
        try:
            with _held(place):
                there = _bytes_of(place)
                if there == old:
                    temporary.replace(place)
        finally:
            _remove(temporary)
    except OSError as error:
        raise not_written(path, error) from None
    if there not in (old, new):
        raise UserError(f"{quoted(path)} ble endret av noen andre imens, og er ikke rettet. Kjør på nytt.")


def create(path: Path, data: bytes) -> None:
    """Write a file that is not there. Raises FileExistsError where it is, and OSError where it cannot be written."""
    temporary = _beside(path, data, None)
    try:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # not every disk has hard links; there the name is taken first, by an empty file
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            _move_or_remove(temporary, path)
    finally:
        _remove(temporary)


def not_written(path: Path, error: OSError) -> UserError:
    """What to say of a file that could not be written."""
    if isinstance(error, _NotRegularError):
        return UserError(f"{quoted(path)} er ikke en vanlig fil.")
    return UserError(f"{quoted(path)} kan ikke skrives{_REASONS.get(error.errno or 0, '')}.")


_REASONS = {
    errno.EACCES: ": du har ikke tilgang",
    errno.EPERM: ": du har ikke tilgang",
    errno.EROFS: ": disken kan bare leses",
    errno.ENOSPC: ": det er ikke mer plass på disken",
    errno.EDQUOT: ": det er ikke mer plass på disken",
    errno.EFBIG: ": filen blir for stor",
    errno.EISDIR: ": det er en mappe",
    errno.ENOENT: ": mappen finnes ikke",
    errno.ENOTDIR: ": mappen finnes ikke",
    errno.ENAMETOOLONG: ": navnet er for langt",
}


class _NotRegularError(OSError):
    """Where a file is to be stands a device or a pipe."""


def _beside(place: Path, data: bytes, before: os.stat_result | None) -> Path:
    """A file with the bytes in the folder of a place, with the owner and the mode of the one that it replaces."""
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name[:_LONGEST]}.", dir=place.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)  # or it could be moved before it is written, and be empty after a power cut
        if before is None:
            mask = os.umask(0)
            os.umask(mask)
            temporary.chmod(0o666 & ~mask)
        else:
            _keep_owner(temporary, before)
            temporary.chmod(before.st_mode & 0o777)
    except BaseException:
        _remove(temporary)
        raise
    return temporary


_LONGEST = 50  # of a name that is made longer


def _what_is_at(place: Path) -> os.stat_result | None:
    """What is known of the file that is replaced. Raises OSError where it is none, or may not be written."""
    try:
        before = place.stat()
    except FileNotFoundError:
        return None
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, "")
    if not S_ISREG(before.st_mode):
        raise _NotRegularError
    if not os.access(place, os.W_OK):  # it could be replaced all the same, for that asks the folder
        raise PermissionError(errno.EACCES, "")
    return before


def _keep_owner(temporary: Path, before: os.stat_result) -> None:
    """Give a file the owner and the group of another, as far as one may: root may mend what belongs to others."""
    now = temporary.stat()
    if (now.st_uid, now.st_gid) == (before.st_uid, before.st_gid):
        return
    for owner in (before.st_uid, -1):
        with contextlib.suppress(OSError):
            os.chown(temporary, owner, before.st_gid)
            return


@contextlib.contextmanager
def _held(place: Path) -> Iterator[None]:
    """Keep other runs of the program from replacing a file meanwhile; not on Windows, nor on every network disk."""
    try:
        import fcntl  # noqa: PLC0415
    except ModuleNotFoundError:
        yield
        return
    with contextlib.ExitStack() as open_:
        with contextlib.suppress(OSError):
            file = open_.enter_context(place.open("rb"))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _bytes_of(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None


def _move_or_remove(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except BaseException:
        _remove(path)
        raise


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
