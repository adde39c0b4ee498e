"""Every hostile input in a process of its own, with the seconds on the clock: `python -m tests.hostile [NAME]`."""

import sys
import tempfile
from pathlib import Path

from .process import run
from .row import GOOD
from .table import ALONE, ROWS


def main() -> None:
    """Print a line for each run, the slowest at the end once more."""
    told: list[tuple[float, str]] = []
    for row in (*ALONE, *ROWS):
        if not any(part in row.name for part in sys.argv[1:] or [""]):
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "her"
            folder.mkdir()
            (folder / "god.yaml").write_text(GOOD, encoding="utf-8")
            row.make(folder)
            done = run(folder, *row.args)
        wrong = [
            *done.faults(),
            *([f"ended with {done.code}, not {row.code}"] if done.code != row.code and not row.slow else []),
        ]
        took = f"{done.wall:6.1f} s  {done.seconds:6.1f} s CPU  {done.memory / 1e6:5.0f} MB"
        line = f"{took}  {row.name}  {', '.join(wrong)}"
        print(line.rstrip(), flush=True)
        told.append((done.wall, line.rstrip()))
    print("\nSlowest:", *(line for _, line in sorted(told)[-10:]), sep="\n")


if __name__ == "__main__":
    main()
