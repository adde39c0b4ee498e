"""What one input may cost: time of the processor, so that a busy machine is no fault, and memory."""

import faulthandler
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 10
BYTES = 500_000_000
_STUCK = 300  # seconds of any kind, after which the process is ended: native code hears no signals


class _Stopped(BaseException):
    """Passes every `except` but the one below: the program has time limits of its own."""


@contextmanager
def bounded(seconds: float = SECONDS, most: int = BYTES) -> Iterator[None]:
    """Raise AssertionError where the body takes more of either."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise _Stopped

    before = signal.signal(signal.SIGVTALRM, stop)  # the limits of the program itself use SIGPROF
    faulthandler.dump_traceback_later(_STUCK, exit=True)
    peak = _peak()
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    except _Stopped as stopped:
        raise AssertionError(f"more than {seconds} seconds").with_traceback(stopped.__traceback__) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        faulthandler.cancel_dump_traceback_later()
    assert _peak() - peak < most, f"more than {most} bytes"


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
