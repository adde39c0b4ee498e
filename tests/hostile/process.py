"""The program as a process of its own, with the time and the memory that it and its children took."""

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

GUARD = 60  # seconds on the clock; what a process may take is counted in processor seconds
MOST_SECONDS = 20  # of the processor: a bound, not a measure; how long it takes is printed by `-m tests.hostile`
MOST_MEMORY = 600_000_000
# All that steers a terminal, turns what is read, or cannot be encoded; a line end alone is let through.
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Done:
    """How a run ended."""

    code: int
    out: str
    err: str
    seconds: float  # of processors
    memory: int  # at its highest
    wall: float

    def faults(self) -> list[str]:
        """What no run may do, whatever it is given."""
        said = self.out + self.err
        return [
            fault
            for fault, there in (
                (f"ended with {self.code}", self.code not in (0, 1, 2)),
                ("a traceback", "Traceback" in said),
                (f"{self.seconds:.1f} s", self.seconds > MOST_SECONDS),
                (f"{self.memory / 1e6:.0f} MB", self.memory > MOST_MEMORY),
                ("a raw control character", RAW.search(said) is not None),
            )
            if there
        ]


def run(folder: Path, *args: str, **env: str) -> Done:
    """Run the program in a folder, and stop it where it does not end."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "GITHUB"))}
    environment = inherited | {"PYTHONPATH": os.pathsep.join(sys.path), "NO_COLOR": "1", "COLUMNS": "100"} | env
    command = [sys.executable, "-P", "-m", "avtalesjekk", *args]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, process_group=0
        )
        guard = threading.Timer(GUARD, os.killpg, (process.pid, 9))
        guard.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        finally:
            guard.cancel()
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said, complained = map(_text, (out, err))
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    # A process is counted as at least as large as the one that started it.
    ours = _peak()
    seconds = used.ru_utime + used.ru_stime
    return Done(process.returncode, said, complained, seconds, 0 if memory <= ours else memory, wall)


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "backslashreplace")


def _peak() -> int:
    import resource  # noqa: PLC0415 (not on Windows)

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
