"""How far a run has come, where it takes a while and somebody watches."""

import os
import sys
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
_MANY = 200  # agreements


def watched(checked: Iterable[T], number: int) -> Iterable[T]:
    """The same, with a bar on stderr of how many are done where they are many."""
    if number < _MANY or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return checked
    from rich.console import Console  # noqa: PLC0415 (only where there is a bar to show)
    from rich.progress import track  # noqa: PLC0415

    return track(checked, "Kontrollerer", number, console=Console(stderr=True), transient=True)
