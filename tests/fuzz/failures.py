"""Inputs on which something was not true, kept as files: the shortest of each kind, and how many there were."""

import hashlib
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path


class Failures:
    """What has failed in a run, written to a folder as it happens: the run may end at any moment."""

    def __init__(self, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self._folder = folder
        self._shortest: dict[str, int] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, target: Callable[[bytes], None], data: bytes) -> bool:
        """Give the data to the target; whether all was well."""
        try:
            target(data)
        except Exception as error:  # noqa: BLE001 (that is what is looked for)
            self._keep(error, data)
            return False
        return True

    def _keep(self, error: Exception, data: bytes) -> None:
        name = kind_of(error)
        self.counts[name] += 1
        if len(data) < self._shortest.get(name, len(data) + 1):
            self._shortest[name] = len(data)
            (self._folder / name).write_bytes(data)
            (self._folder / f"{name}.txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8")


def kind_of(error: Exception) -> str:
    """A name for what went wrong: the kind of error, and the two last places on the way to it."""
    frames = traceback.extract_tb(error.__traceback__)[-2:]
    places = "-".join(f"{Path(frame.filename).stem}.{frame.name}" for frame in frames)
    digest = hashlib.sha256(places.encode()).hexdigest()[:6]
    return f"{type(error).__name__}-{places[-60:].replace('<', '').replace('>', '')}-{digest}"


def shortened(target: Callable[[bytes], None], data: bytes, tries: int = 2000) -> bytes:
    """A shorter input that fails in the same way: lines, then letters, are left out as long as it does."""

    def fails(less: bytes) -> str | None:
        try:
            target(less)
        except Exception as error:  # noqa: BLE001 (that is what is looked for)
            return kind_of(error)
        return None

    kind = fails(data)
    for pieces in (data.splitlines(keepends=True), None):
        left = list(pieces if pieces is not None else (data[i : i + 1] for i in range(len(data))))
        size = max(1, len(left) // 2)
        while tries > 0:
            i = 0
            before = len(left)
            while i < len(left) and tries > 0:
                tries -= 1
                less = left[:i] + left[i + size :]
                if fails(b"".join(less)) == kind:
                    left = less
                else:
                    i += size
            if size == 1 and len(left) == before:
                break
            size = max(1, size // 2)
        data = b"".join(left)
    return data
