"""How long a command takes, how many instructions, and how much memory: by pyperf, callgrind and the system."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

import pyperf

T = TypeVar("T")

# The programs are run as an installed one is: with their modules compiled.
_ENV = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "AVTALESJEKK"))}
_ONE_CORE = ("/usr/bin/env", "taskset", "--cpu-list", "0")


def seconds(commands: Sequence[Sequence[str]], folder: Path, runs: int) -> list[float]:
    """The median wall time of each whole process, after one run that is not counted; a failing command counts too.

    They take turns, so that all meet the machine as it is, now fast and now slow.
    """
    taken: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for command, times in zip(commands, taken, strict=True):
            time = _once(command, folder)
            if turn:
                times.append(time)
    return [median(times) for times in taken]


def _once(command: Sequence[str], folder: Path) -> float:
    with tempfile.TemporaryDirectory() as place:
        told = Path(place, "told.json")
        quiet = ["/bin/sh", "-c", '"$@" >/dev/null 2>&1 || true', "sh", *command]
        subprocess.run(
            [sys.executable, "-m", "pyperf", "command", "--quiet", f"--output={told}", "--copy-env", "--loops=1",
             "--processes=1", "--values=1", "--warmups=0", "--", *quiet],
            cwd=folder, env=_ENV, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return float(pyperf.Benchmark.load(str(told)).median())


def instructions(command: Sequence[str], folder: Path) -> int:
    """How many instructions a command takes on one core, by callgrind; the same every time."""
    done = subprocess.run(
        [*_ONE_CORE, "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        cwd=folder, env=_ENV | {"PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    found = re.search(r"Collected : (\d+)", done.stderr)
    if found is None:
        raise RuntimeError(done.stderr[-1000:])
    return int(found[1])


def mebibytes(command: Sequence[str], folder: Path) -> float:
    """The most memory that a process, or the largest of those it began, has held at once."""
    program = "import os, resource, subprocess, sys\nsubprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
    program += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", program, *command], cwd=folder, env=_ENV, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1024


def ratio(one: Callable[[T], object], other: Callable[[T], object], items: Sequence[T], rounds: int = 5) -> float:
    """How many times the processor time of `other` `one` takes for some items.

    They take turns, item by item, so that both meet the machine as it is, now fast and now slow.
    """
    taken = [0.0, 0.0]
    for _ in range(rounds):
        for item in items:
            for i, work in enumerate((one, other)):
                begun = process_time()
                work(item)
                taken[i] += process_time() - begun
    return taken[0] / taken[1]
