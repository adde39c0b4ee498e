"""Ctrl-C and a polite kill, whenever they come: the program ends at once and quietly, and clears away behind it."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from .agreements import GOOD, WRONG
from .conftest import DAY, Program, fill, held
from .test_killed import CASES

QUIET = ("", "\n")  # a new line, so that the prompt does not stand beside «^C»
COMMANDS = {
    "fix": ("lint", "a.yaml", "--no-cache", "--fix", "-q", DAY),
    "render": ("render", "a.yaml", "--format=docx", "--utkast", DAY),
    "rule": ("rule", "--all"),
    "schema": ("schema",),
    "show-config": ("lint", "--show-config"),
    "new": ("new", "ny.yaml", DAY),
}


@pytest.mark.parametrize("args", COMMANDS.values(), ids=COMMANDS)
def test_ctrl_c_at_any_moment(args: tuple[str, ...], program: Program, tmp_path: Path) -> None:
    whole = fill(tmp_path / "hel", {"a.yaml": WRONG.encode()})
    calls = program.run(whole, *args, fault="call").calls
    assert calls > 500
    for moment in range(5):
        folder = fill(tmp_path / f"{moment}", {"a.yaml": WRONG.encode()})
        ended = program.run(folder, *args, fault="call", at=calls * (2 * moment + 1) // 10)
        assert ended.code == 130
        assert "Traceback" not in ended.err
        assert ended.err.endswith(QUIET)
        assert set(held(folder).items()) <= set(held(whole).items()) | {("a.yaml", WRONG.encode())}


@pytest.mark.parametrize(("fault", "code"), [("int", 130), ("term", 143)])
@pytest.mark.parametrize("name", ["fix", "report", "new"])
def test_nothing_is_left_lying_about(name: str, fault: str, code: int, program: Program, tmp_path: Path) -> None:
    case = CASES[name]
    whole = fill(tmp_path / "hel", case.before)
    clean = program.run(whole, *case.args)
    after = held(whole)
    for number in range(1, len(clean.seen) + 1):
        folder = fill(tmp_path / f"{number}", case.before)
        ended = program.run(folder, *case.args, fault=fault, at=number)
        assert ended.code == code
        assert "Traceback" not in ended.err
        left = held(folder)
        if clean.seen[number - 1] != "os.remove":  # it is what clears away that is stopped
            assert left.keys() <= after.keys()
        assert all(left.get(file) in (case.before.get(file), after[file]) for file in after)


INTERRUPTED = """\
import os, signal, sys
from avtalesjekk.cli import main
left = int(sys.argv[1])
def heard(event, args):
    global left
    if event == "import":
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGINT)
sys.argv[:2] = ["avtalesjekk"]
sys.addaudithook(heard)
main()
"""


@pytest.mark.parametrize("at", [1, 60, 200, 300, 400])
def test_ctrl_c_while_modules_are_loaded(at: int, tmp_path: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTED, str(at), "lint", "a.yaml", "-q"]
    fill(tmp_path / "mappe", {"a.yaml": GOOD.encode()})
    done = subprocess.run(
        command, cwd=tmp_path / "mappe", env=environment(), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr in QUIET


SLEEPS = """\
import fcntl, os, sys, time
if any(word.startswith("avtalesjekk.rendering") for word in sys.orig_argv):
    held = open(os.environ["HOLDT"] + ".ny", "w")
    fcntl.flock(held, fcntl.LOCK_EX)
    os.rename(os.environ["HOLDT"] + ".ny", os.environ["HOLDT"])
    time.sleep(60)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    "args",
    [("verify", "a.pdf", "--source=a.yaml"), ("render", "a.yaml", "--utkast", "--format=pdf", "--mal=maler", DAY)],
    ids=["verify", "render"],
)
def test_the_process_that_works_apart_ends_too(args: tuple[str, ...], number: signal.Signals, tmp_path: Path) -> None:
    pytest.importorskip("pikepdf")
    pytest.importorskip("typst")
    folder = fill(tmp_path / "mappe", {"a.yaml": GOOD.encode(), "a.pdf": b"%PDF-1.7\n"})
    templates = Path(__file__).parents[2] / "maler"
    fill(folder / "maler", {file.name: file.read_bytes() for file in templates.iterdir() if file.is_file()})
    sleeping = fill(tmp_path / "sover", {"sitecustomize.py": SLEEPS.encode()})
    temporary = fill(tmp_path / "tmp", {})
    before = held(folder)
    run = subprocess.Popen(
        [sys.executable, "-m", "avtalesjekk", *args],
        cwd=folder,
        env=environment(sleeping) | {"HOLDT": str(sleeping / "holdt"), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    held_by_child = opened(sleeping / "holdt")
    run.send_signal(number)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out) == (128 + number, "")
    assert "Traceback" not in err
    assert is_let_go(held_by_child)
    assert held(folder) == before
    assert not list(temporary.iterdir())


def test_one_that_is_left_alone_does_not_go_on_for_ever() -> None:
    program = (
        "import resource\nfrom avtalesjekk.rendering.apart import bounded\nbounded(10**10)\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[1])"
    )
    command = [sys.executable, "-c", program]
    assert int(subprocess.run(command, env=environment(), capture_output=True, check=True).stdout) <= 60


def environment(*first: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    return inherited | {"PYTHONPATH": os.pathsep.join([*map(str, first), *sys.path])}


def opened(file: Path) -> int:
    """A file, when it is there."""
    for _ in range(6000):
        if file.exists():
            return os.open(file, os.O_RDONLY)
        time.sleep(0.005)
    raise AssertionError(file)


def is_let_go(file: int) -> bool:
    """Whether the process that holds a file has ended, or soon does."""
    for _ in range(1000):
        with suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.close(file)
            return True
        time.sleep(0.005)
    return False
