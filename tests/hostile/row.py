"""A hostile input: how it is made, the command it is given to, and what must be said."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path], object]

GOOD = (Path(__file__).parents[1] / "good.yaml").read_text(encoding="utf-8")
HEAD = "format: 1\ntema: x\nparter: [KD, KS]\n"
MOST = 1_990_000  # bytes: nearly as large as a file may be


@dataclass(frozen=True, slots=True)
class Row:
    """A run of the program in a folder that `make` has filled; `god.yaml` lies there already.

    What it says on standard output and standard error together holds each of `said` and none of `unsaid`; `kept` tells
    whether the folder is as it should be afterwards. One that is `slow` may be given up instead.
    """

    name: str
    make: Make
    args: tuple[str, ...]
    code: int
    said: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    kept: Callable[[Path], bool] = Path.is_dir
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """A file that is checked as an agreement, and that lies beside a good one which is.

    `said`, or one of several between bars, stands on a line with its name; it is empty where nothing is wrong. One that
    is `large` has a process of its own.
    """

    name: str
    make: Make
    said: str = ""
    large: bool = False


def holding(data: bytes | str) -> Make:
    """A file that holds this."""
    written = data if isinstance(data, bytes) else data.encode()
    return lambda path: path.write_bytes(written)


def filled(head: str, piece: str, tail: str = "") -> Make:
    """A file as large as may be, of one piece again and again."""
    return lambda path: path.write_bytes((head + piece * (MOST // len(piece.encode())) + tail).encode())


def prose(piece: str) -> Make:
    """An agreement whose purpose is as much prose as there is room for."""
    indented = piece.replace("\n", "\n    ")
    return filled(f"{HEAD}formål:\n  tekst: |\n    ", indented, "\n")
