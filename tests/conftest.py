"""What holds for all tests: the examples drawn (many with `--hypothesis-profile=thorough`), and nothing remembered."""

import os
import signal

import pytest
from hypothesis import settings

# No deadline: no test fails because the machine is slow. Drawn the same each time: none fails that passed before.
_SAME = settings(deadline=None, derandomize=True, database=None, print_blob=True)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background of a script; it would be inherited
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("ci", _SAME, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=2000)


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another, or the user, has had remembered: there is no folder for it."""
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
