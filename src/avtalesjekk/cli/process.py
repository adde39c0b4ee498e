"""What the process meets from outside: signals that stop it, and streams that nobody holds the other end of."""

import gc
import io
import os
import signal
import sys
from types import FrameType

# So many more objects, and so many rounds, between two looks for what is no longer used: the modules alone have many
# objects, all of which stay, and to look through them takes a tenth of the time of a short run.
SELDOM = (100_000, 20, 20)


def begin() -> None:
    """Let what was begun be cleared away where the program is told to stop, and let it do without its streams."""
    gc.set_threshold(*SELDOM)
    for name in ("SIGTERM", "SIGHUP"):  # the other is not on Windows
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # `nohup` has it ignored
            signal.signal(number, _stop)
    sys.unraisablehook = _again_if_stopped
    if sys.stdout is None:  # closed by the one who started the program
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 (it lasts as long as the program)
    elif isinstance(sys.stdout.buffer, io.RawIOBase):  # PYTHONUNBUFFERED: half a text on a full disk would be no error
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(sys.stdout.buffer), sys.stdout.encoding)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    else:
        sys.stderr = _Unheard(sys.stderr.buffer, sys.stderr.encoding, "backslashreplace", line_buffering=True)


def end() -> None:
    """Let Ctrl-C end the process as it ends any other, now that Python is only shutting down."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


class _Unheard(io.TextIOWrapper):
    """A stream for what is said beside: where it cannot be said, the work and its outcome are the same."""

    def write(self, text: str, /) -> int:
        try:
            return super().write(text)
        except OSError:
            self._give_up()
            return len(text)

    def flush(self) -> None:
        try:
            super().flush()
        except OSError:
            self._give_up()

    def _give_up(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _again_if_stopped(unraisable: "sys.UnraisableHookArgs") -> None:
    """Stop a little later where the signal came in code that cannot pass it on, as when something is freed."""
    match unraisable.exc_value:
        case KeyboardInterrupt():
            number = int(signal.SIGINT)
        case SystemExit(code=int() as code):
            number = code - 128
        case _:
            sys.__unraisablehook__(unraisable)
            return
    from _thread import interrupt_main  # noqa: PLC0415
    from threading import Timer  # noqa: PLC0415

    Timer(_LATER, interrupt_main, (number,)).start()


_LATER = 0.01  # seconds
