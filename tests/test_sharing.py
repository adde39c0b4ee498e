"""Work shared between processes: said in order, whole when one of them is stopped, and none is left behind."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from avtalesjekk.sharing import can_share, shared

pytestmark = pytest.mark.skipif(not can_share(), reason="processes cannot be begun from this one here")
BEGIN = """\
import os, sys, time
from avtalesjekk.sharing import shared

def work(task):
    print(os.getpid(), flush=True)
    time.sleep(0.1)
    return b"x" * 100_000

for given in shared(work, range(1000), 2):
    time.sleep(60)
"""


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_it_comes_in_the_order_of_the_tasks(processes: int) -> None:
    tasks = [f"{number:03} {'æ' * number}" for number in range(70)]
    assert list(shared(str.encode, tasks, processes)) == [task.encode() for task in tasks]


def test_more_than_a_pipe_holds() -> None:
    assert [len(given or b"") for given in shared(bytes, [0, 1_000_000, 5, 300_000], 2)] == [0, 1_000_000, 5, 300_000]


@pytest.mark.parametrize("way", ["stopped", "failed"])
def test_what_a_process_did_not_say_is_left_to_the_first(way: str) -> None:
    def work(task: int) -> bytes:
        if task == 4:
            if way == "failed":
                raise MemoryError
            os.kill(os.getpid(), signal.SIGKILL)
        return bytes([task])

    given = list(shared(work, range(8), 2))
    assert given == [None if task == 4 else bytes([task]) for task in range(8)]


def test_when_all_are_stopped_the_rest_is_left_to_the_first() -> None:
    def work(task: int) -> bytes:
        if task > 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return bytes([task])

    assert list(shared(work, range(600), 2)) == [b"\0", b"\1", b"\2", *[None] * 597]


def test_a_slow_task_holds_none_of_the_others_up() -> None:
    def work(task: int) -> bytes:
        end = time.monotonic() + 30
        while task == 0 and len(done.read_bytes()) < 79 and time.monotonic() < end:
            time.sleep(0.01)
        with done.open("ab") as file:
            file.write(b".")
        return str(os.getpid()).encode()

    with TemporaryDirectory() as folder:
        done = Path(folder, "done")
        done.touch()
        first, *rest = shared(work, range(80), 2)
    assert rest.count(first) == 0


@pytest.mark.parametrize("begun", [0, 1])
def test_what_no_process_is_begun_for_is_left_to_the_first(begun: int, monkeypatch: pytest.MonkeyPatch) -> None:
    fork, left = os.fork, [None] * begun

    def refused() -> int:
        if not left:
            raise BlockingIOError
        left.pop()
        return fork()

    monkeypatch.setattr(os, "fork", refused)
    given = list(shared(str.encode, ["a", "b", "c", "d"], 2))
    assert given == ([b"a", b"b", b"c", b"d"] if begun else [None] * 4)


def test_they_end_when_nobody_asks_for_more() -> None:
    def work(task: int) -> bytes:
        return str(os.getpid()).encode() if task < 2 else bytes(10_000_000)

    given = shared(work, range(200), 2)
    pids = [int(next(given) or b"0") for _ in range(2)]
    given.close()  # type: ignore[attr-defined]  # it is a generator
    assert not any(map(_runs, pids))


def test_they_end_with_the_process_that_began_them(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with (tmp_path / "pids").open("wb") as told:
        first = subprocess.Popen([sys.executable, "-c", BEGIN], env=environment, stdout=told)
        pids: set[int] = set()
        for _ in range(600):
            pids = set(map(int, (tmp_path / "pids").read_text().split()))
            if len(pids) == 2 or first.poll() is not None:
                break
            time.sleep(0.05)
        first.kill()
        first.wait()
    assert len(pids) == 2
    for _ in range(200):
        if not any(map(_runs, pids)):
            return
        time.sleep(0.05)
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    pytest.fail("they went on")


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return (
        not Path(f"/proc/{pid}/stat").exists()
        or Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    )
