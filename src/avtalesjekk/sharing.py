"""Work shared between processes that are begun from this one and end with it."""

import gc
import marshal
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import FileIO
from itertools import repeat
from typing import NamedTuple, TypeVar

T = TypeVar("T")
_MOST_TURNS = 256  # as many as a byte can number
_LENGTH = 8  # bytes that tell how long what follows is


class _Worker(NamedTuple):
    pid: int
    says: FileIO


def shared(work: Callable[[T], bytes], tasks: Sequence[T], processes: int) -> Iterator[bytes | None]:
    """What `work` gives for each of the tasks, in their order, by so many processes, which begin at once.

    None stands for what the process that had it did not get to say: the system has stopped it, for want of memory, say,
    or would not begin it.
    """
    gc.freeze()  # what is there now is shared with them as long as nobody touches it
    length = max(1, -(-len(tasks) // _MOST_TURNS))
    turns = [tasks[start : start + length] for start in range(0, len(tasks), length)]
    workers: list[_Worker] = []
    with suppress(OSError):
        queue = _queue(len(turns))
        try:
            for _ in range(processes):
                workers.append(_begun(work, turns, queue, [worker.says for worker in workers]))
        finally:
            os.close(queue)
    return _said(workers, [len(turn) for turn in turns])


def can_share() -> bool:
    """Whether processes can be begun from this one, with all that it has loaded; on macOS that is not safe."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def cores() -> int:
    """How many processes can run at once, as far as the system lets this one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _queue(count: int) -> int:
    """A pipe with a byte for each turn: whoever is free reads the next, and no two read the same."""
    taken, put = os.pipe()
    os.write(put, bytes(range(count)))
    os.close(put)
    return taken


def _said(workers: list[_Worker], lengths: list[int]) -> Iterator[bytes | None]:
    """What the workers say, turn by turn, from whichever of them has taken it."""
    said: dict[int, list[bytes]] = {}
    speaking = {worker.says.fileno(): worker.says for worker in workers}
    ready = select.poll()
    for pipe in speaking:
        ready.register(pipe, select.POLLIN)
    try:
        for turn, length in enumerate(lengths):
            while turn not in said and speaking:
                for pipe, _ in ready.poll():
                    if (message := _message(speaking[pipe])) is not None:
                        said.update([message])
                    else:
                        ready.unregister(pipe)
                        del speaking[pipe]
            yield from said.pop(turn) if turn in said else repeat(None, length)
    finally:
        for worker in workers:
            worker.says.close()
            with suppress(ProcessLookupError):
                os.kill(worker.pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(worker.pid, 0)


def _message(pipe: FileIO) -> tuple[int, list[bytes]] | None:
    """A turn and what was made of it; None where the one who had it has ended."""
    length = int.from_bytes(_exactly(pipe, _LENGTH), "big")
    message = _exactly(pipe, length)
    return marshal.loads(message) if length and len(message) == length else None  # noqa: S302 (from our own process)


def _exactly(pipe: FileIO, length: int) -> bytes:
    """So many bytes, or as many as there come before the pipe is closed."""
    read = bytearray()
    while len(read) < length and (more := pipe.read(length - len(read))):
        read += more
    return bytes(read)


def _begun(work: Callable[[T], bytes], turns: Sequence[Sequence[T]], queue: int, others: list[FileIO]) -> _Worker:
    heard, told = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(heard)
        os.close(told)
        raise
    if pid:
        os.close(told)
        return _Worker(pid, FileIO(heard))
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that began this one
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.close(heard)
        for other in others:  # as long as one holds a pipe open, its worker does not see that nobody reads it
            os.close(other.fileno())
        with os.fdopen(told, "wb") as pipe:
            while turn := os.read(queue, 1):
                message = marshal.dumps((turn[0], [work(task) for task in turns[turn[0]]]))
                pipe.write(len(message).to_bytes(_LENGTH, "big") + message)
                pipe.flush()
    finally:
        os._exit(0)  # with nothing said of what went wrong: the process that began this one does the work and says it
