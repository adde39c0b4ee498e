"""The folder in which it is remembered what agreements gave, one small file for each."""

import os
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL first, which takes longer than all that is done here
except ImportError:
    from hashlib import blake2b

from avtalesjekk import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.runs import Task

_DIGEST = 16
_KEPT_DAYS = 30
_LARGEST = 20_000_000  # bytes of what one agreement gave; ten thousand findings take five
_DAY = 86_400


class Memory:
    """What earlier runs have found, in a folder.

    What is remembered is found by what it was made from: the file's bytes and its stem, the rules, the program with
    its registers, and the day where that matters. Files are written whole and hold a digest of themselves: several runs
    can use the folder at once, and one that was cut off or damaged is passed over. Nothing here ever fails a run.
    """

    def __init__(self, folder: Path, today: date) -> None:
        self._folder = folder
        self._today = today.isoformat().encode()
        self._program = _program()
        self._usable: bool | None = None

    def key(self, task: "Task") -> str:
        """The name under which it is remembered what a task gave."""
        digest = blake2b(self._program, digest_size=_DIGEST)
        for part in (repr(task.file.stem), repr(task.rules), repr(task.among_others)):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
        digest.update(task.file.data)
        return digest.hexdigest()

    def recall(self, key: str) -> bytes | None:
        """What is remembered under a name; None where nothing is, or nothing that holds today."""
        try:
            with open(self._folder / key, "rb") as file:  # noqa: PTH123 (there may be thousands, and this is the short way)
                whole = file.read(_LARGEST)
        except OSError:
            return None
        head, _, packed = whole.partition(b"\n")
        digest, _, day = head.partition(b" ")
        if digest != _digest(key, day, packed) or day not in (b"", self._today):
            return None
        return packed

    def keep(self, key: str, packed: bytes, *, of_today: bool) -> None:
        """Remember what a task gave."""
        if self._usable is None:
            self._usable = self._prepare()
        if not self._usable:
            return
        day = self._today if of_today else b""
        try:
            self._put(key, _digest(key, day, packed) + b" " + day + b"\n" + packed)
        except OSError:  # the disk is full, say: then it is not remembered
            self._usable = False

    def _put(self, name: str, data: bytes) -> None:
        """Write a file of the folder, whole or not at all."""
        temporary = self._folder / f".{name}.{os.getpid()}"
        try:
            temporary.write_bytes(data)
            temporary.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise

    def _prepare(self) -> bool:
        """Make the folder, and forget what is old; whether it can be used: nobody else can write in it."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            state = self._folder.stat()
            if hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & 0o022):
                return False
            tag = self._folder / "CACHEDIR.TAG"
            if not tag.exists() or time.time() - tag.stat().st_mtime > _DAY:
                self._put(tag.name, _TAG)
                self._put(".gitignore", b"*\n")
                self._forget(time.time() - _KEPT_DAYS * _DAY)
        except OSError:
            return False
        return True

    def _forget(self, before: float) -> None:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_mtime < before:
                    with suppress(OSError):
                        Path(entry.path).unlink()


def usual_folder() -> Path | None:
    """The folder for this in the platform's cache folder; None where the user has none."""
    match sys.platform:
        case "win32":
            base = os.environ.get("LOCALAPPDATA")
        case "darwin":
            base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111 (gives the text back where there is no home)
        case _:
            base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return Path(base, "avtalesjekk") if base and os.path.isabs(base) else None  # noqa: PTH117


def _digest(key: str, day: bytes, packed: bytes) -> bytes:
    return blake2b(b"\0".join((key.encode(), day, packed)), digest_size=_DIGEST).hexdigest().encode()


def _program() -> bytes:
    """What tells one state of the program from another: its files with their sizes and times, and Python's version.

    The folder in which libraries are installed is looked at too: it changes when one of them does.
    """
    here = Path(__file__).parents[1]
    digest = blake2b(f"{__version__}\0{sys.version}".encode(), digest_size=_DIGEST)
    for line in sorted(_files(str(here))):
        digest.update(line.encode())
    typer = sys.modules.get("typer")
    if typer is not None and typer.__file__:
        digest.update(str(Path(typer.__file__).parents[1].stat().st_mtime_ns).encode())
    return digest.digest()


def _files(folder: str) -> "Iterator[str]":
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                state = entry.stat()
                yield f"{entry.path}\0{state.st_size}\0{state.st_mtime_ns}\n"


_TAG = b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by avtalesjekk; it can be deleted.\n"
