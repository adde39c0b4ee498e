"""A program that has avtalesjekk loaded and runs it in children, each with something that goes wrong in it.

It reads a JSON line for each group of runs, starts them at once, and answers with how they ended when all have.
"""

import builtins
import io
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from types import FrameType
from typing import Any, TypedDict

from avtalesjekk.cli import main


class Run(TypedDict):
    """What a child is to do: `fault` goes wrong at the `at`-th change of a file, or call of a function."""

    args: list[str]
    folder: str
    said: str  # where its streams are kept, each with a suffix of its own
    fault: str
    at: int


SPACE = frozenset(("open", "write", "fsync", "mkdir", "os.mkdir", "os.rename", "os.link"))  # what a full disk refuses
CHANGES = frozenset(
    ("os.rename", "os.remove", "os.chmod", "os.chown", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
)
CHANGING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Faults:
    """Counts what changes files in this process, and lets the one that is meant go wrong."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.met = 0
        self.seen: list[str] = []
        self.on = False

    def begin(self) -> None:
        io.open = builtins.open = self._open
        self._fsync = os.fsync
        os.fsync = self._synced
        sys.addaudithook(self._heard)
        self.on = True

    def meet(self, kind: str) -> None:
        if not self.on or (self.run["fault"] == "full" and kind not in SPACE):
            return
        self.met += 1
        self.seen.append(kind)
        at = self.run["at"]
        if self.met == at or (self.met > at and self.run["fault"] == "full"):
            self._go_wrong()

    def doomed(self, kind: str) -> bool:
        """Whether the next change goes wrong, if it is of a kind that can."""
        coming = self.met + 1
        at, full = self.run["at"], self.run["fault"] == "full"
        return self.on and (coming == at or (coming > at and full)) and not (full and kind not in SPACE)

    def _go_wrong(self) -> None:
        match self.run["fault"]:
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "full":
                raise OSError(28, "full")
            case "int" | "term":
                os.kill(os.getpid(), signal.SIGINT if self.run["fault"] == "int" else signal.SIGTERM)
            case "wait":
                self.on = False
                wait(Path(self.run["said"]))
                self.on = True

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if event in CHANGES:
            self.meet(event)
        elif event == "open" and isinstance(args[0], str | bytes) and args[2] & CHANGING and args[0] != os.devnull:
            self.meet("open")

    def _synced(self, fd: Any) -> None:
        self.meet("fsync")
        self._fsync(fd)

    def _open(self, file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if not set(mode) & set("wax+"):
            return _OPEN(file, mode, *args, **kwargs)
        stream = io.BufferedWriter(_Raw(self, file, mode.translate(_NO_KIND), kwargs.pop("closefd", True)))
        return (
            stream if "b" in mode else io.TextIOWrapper(stream, kwargs.get("encoding"), newline=kwargs.get("newline"))
        )


class _Raw(io.FileIO):
    """A file of which a write that goes wrong has written the half."""

    def __init__(self, faults: Faults, file: Any, mode: str, closefd: bool) -> None:  # noqa: FBT001
        super().__init__(file, mode, closefd=closefd)
        self._faults = faults

    def write(self, data: Any, /) -> int:
        half = self._faults.doomed("write")
        if half:
            super().write(bytes(data)[: len(data) // 2])
        self._faults.meet("write")
        return super().write(bytes(data)[len(data) // 2 :]) + len(data) // 2 if half else super().write(data) or 0


_OPEN = io.open
_NO_KIND = str.maketrans("", "", "bt")


def wait(said: Path) -> None:
    """Say that one is there, and wait to be let on; not for ever, for what is waited for may wait for this one."""
    said.with_suffix(".here").touch()
    until(said.with_suffix(".go"), 2)


def until(file: Path, seconds: float) -> None:
    """Wait for a file."""
    for _ in range(int(seconds * 200)):
        if file.exists():
            return
        time.sleep(0.005)


def interrupt_at_call(at: int) -> Callable[[], int]:
    """Send Ctrl-C at the call of a function with that number; what is given back says how many there were."""
    calls = 0

    def called(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        if event == "call":
            calls += 1
            if calls == at:
                signal.raise_signal(signal.SIGINT)

    sys.setprofile(called)
    return lambda: calls


def child(run: Run) -> int:
    """Run the program in a process of one's own, and give its exit code."""
    os.chdir(run["folder"])
    said = Path(run["said"])
    before = said.with_name(str(int(said.name) - 1))
    files = [os.open(said.with_suffix(suffix), os.O_RDWR | os.O_CREAT | os.O_TRUNC) for suffix in (".out", ".err")]
    pipes = [os.pipe() for _ in files] if run["fault"] == "size" else []
    for number, descriptor in enumerate([pipe[1] for pipe in pipes] or files, 1):
        os.dup2(descriptor, number)
    sys.argv = ["avtalesjekk", *run["args"]]
    faults = Faults(run)
    calls = set_up(run, faults, before)
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is not None:  # as Python makes them when it begins
            fresh = _OPEN(number, "w", encoding="utf-8", closefd=False)
            setattr(sys, name, fresh)
            setattr(sys, f"__{name}__", fresh)
    code = outcome()
    faults.on = False
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # as Python does when it ends
    if pipes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        for (end, _), file in zip(pipes, files, strict=True):
            os.set_blocking(end, False)
            with suppress(BlockingIOError):  # nothing was said
                os.write(file, os.read(end, 1 << 16))
    if run["fault"] != "user":
        with _OPEN(said.with_suffix(".seen"), "w", encoding="utf-8") as seen:
            json.dump(faults.seen if calls is None else calls(), seen)
    if run["fault"] == "follow":
        before.with_suffix(".go").touch()
    return code


def set_up(run: Run, faults: Faults, before: Path) -> Callable[[], int] | None:
    """Let what is to go wrong be ready; what is given back says how many functions have been called."""
    at = run["at"]
    match run["fault"]:
        case "call":
            return interrupt_at_call(at)
        case "size":
            resource.setrlimit(resource.RLIMIT_FSIZE, (at, resource.RLIM_INFINITY))
        case "user":
            os.setgroups([])
            os.setgid(at)
            os.setuid(at)
        case "summary":
            os.environ["GITHUB_STEP_SUMMARY"] = "borte/oppsummering"
        case "unread" | "closed" | "full device":
            lose_stream(run["fault"], at)
        case "follow":
            until(before.with_suffix(".here"), 20)
        case _:
            faults.begin()
    return None


def lose_stream(how: str, number: int) -> None:
    """Put standard output or error where what is written to it does not come through."""
    match how:
        case "unread":
            reader, writer = os.pipe()
            os.close(reader)
            os.dup2(writer, number)
        case "full device":
            os.dup2(os.open("/dev/full", os.O_WRONLY), number)
        case _:
            os.close(number)
            setattr(sys, ("stdin", "stdout", "stderr")[number], None)


def outcome() -> int:
    """Run the program to its end, as Python itself does."""
    try:
        main()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    except BaseException:  # noqa: BLE001 (nobody else catches it)
        sys.setprofile(None)
        traceback.print_exc()
        return 70
    finally:
        sys.setprofile(None)
    return 0


def serve() -> None:
    """Start the runs of each line, and answer with their exit codes when all have ended."""
    sys.dont_write_bytecode = True
    for line in sys.stdin.buffer:
        children = []
        for run in json.loads(line):
            number = os.fork()
            if number == 0:
                code = 70
                try:
                    code = child(run)
                finally:
                    os._exit(code)
            children.append(number)
        codes = [os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in children]
        sys.stdout.write(json.dumps(codes) + "\n")
        sys.stdout.flush()


def load() -> None:
    """Load what the commands load when they are run, and be as if they had not been."""
    loaded = json.loads(sys.argv[1])
    for args in loaded:
        sys.argv = ["avtalesjekk", *args]
        nowhere = (Path(os.devnull).open("w", encoding="utf-8") for _ in range(2))  # noqa: SIM115 (`main` takes them over)
        with redirect_stdout(next(nowhere)), redirect_stderr(next(nowhere)), suppress(SystemExit):
            main()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.unraisablehook = sys.__unraisablehook__


if __name__ == "__main__":
    load()
    serve()
