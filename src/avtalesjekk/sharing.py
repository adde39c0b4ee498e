"""Work shared between processes that are begun from this one and end with it."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import BinaryIO, NamedTuple, TypeVar

T = TypeVar("T")
_LENGTH = 8  # bytes that tell how long what follows is


class _Worker(NamedTuple):
    pid: int
    says: BinaryIO


def shared(work: Callable[[T], bytes], tasks: Sequence[T], processes: int) -> Iterator[bytes | None]:
    """What `work` gives for each of the tasks, in their order, by so many processes, which begin at once.

    None stands for what the process that had it did not get to say: the system has stopped it, for want of memory, say,
    or would not begin it.
    """
    gc.freeze()  # what is there now is shared with them as long as nobody touches it
    workers: list[_Worker] = []
    with suppress(OSError):
        for number in range(processes):
            workers.append(_begun(work, tasks[number::processes], [worker.says for worker in workers]))
    return _said(workers, processes, len(tasks))


def can_share() -> bool:
    """Whether processes can be begun from this one, with all that it has loaded; on macOS that is not safe."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def cores() -> int:
    """How many processes can run at once, as far as the system lets this one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _said(workers: list[_Worker], processes: int, count: int) -> Iterator[bytes | None]:
    try:
        for number in range(count):
            share = number % processes
            yield _next(workers[share].says) if share < len(workers) else None
    finally:
        for worker in workers:
            worker.says.close()
            with suppress(ProcessLookupError):
                os.kill(worker.pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(worker.pid, 0)


def _next(says: BinaryIO) -> bytes | None:
    length = says.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    told = says.read(int.from_bytes(length, "big"))
    return told if len(told) == int.from_bytes(length, "big") else None


def _begun(work: Callable[[T], bytes], tasks: Sequence[T], others: list[BinaryIO]) -> _Worker:
    heard, told = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(heard)
        os.close(told)
        raise
    if pid:
        os.close(told)
        return _Worker(pid, os.fdopen(heard, "rb"))
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that began this one
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.close(heard)
        for other in others:  # as long as one holds a pipe open, its worker does not see that nobody reads it
            os.close(other.fileno())
        with os.fdopen(told, "wb") as pipe:
            for task in tasks:
                given = work(task)
                pipe.write(len(given).to_bytes(_LENGTH, "big") + given)
    finally:
        os._exit(0)  # with nothing said of what went wrong: the process that began this one does the work and says it
