"""Work on what may be hostile, in a process of its own that is stopped when it takes too much time or memory."""

import os
import subprocess
import sys


def apart(module: str, asked: bytes, seconds: float) -> bytes | None:
    """What a module, run as a program, answers; nothing where it was stopped or broke down.

    Native code is not interrupted by signals, and may end the process that it runs in.
    """
    command = [sys.executable, "-P", "-m", module]  # -P: a module in the working folder is not ours
    try:
        done = subprocess.run(command, input=asked, capture_output=True, timeout=seconds, check=False)  # noqa: S603 (our own)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 else None


def bounded(memory: int) -> None:
    """Take no more than so many bytes from here on, and reach no network through what asks for proxies.

    Nor go on for long, should the one who would stop this process be stopped first.
    """
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = _NOWHERE
    for name in ("no_proxy", "NO_PROXY"):
        os.environ.pop(name, None)
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ModuleNotFoundError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


_SECONDS = 3  # of the processor
_NOWHERE = "http://127.0.0.1:9"  # the discard port, where nobody answers
