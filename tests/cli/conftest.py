"""The example program, run inside the test and as a program of its own."""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

_FILE = Path(__file__).with_name("example_program.py")
_APP = runpy.run_path(str(_FILE))["app"]


@pytest.fixture
def said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Run the program in an empty folder: its exit code and what it says on stdout and stderr."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)

    def say(*args: str) -> tuple[int, str, str]:
        code = run(_APP, args)
        return code, *capsys.readouterr()

    return say


@pytest.fixture
def process() -> Callable[..., tuple[int, bytes | None, bytes | None]]:
    """Run the program as a process of its own, for what only a whole process shows."""

    def done(
        *args: str, stdout: int = subprocess.PIPE, stderr: int = subprocess.PIPE, env: dict[str, str] | None = None
    ) -> tuple[int, bytes | None, bytes | None]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment = inherited | {"PYTHONPATH": os.pathsep.join(sys.path)} | (env or {})
        command = [sys.executable, str(_FILE), *args]
        end = subprocess.run(command, stdout=stdout, stderr=stderr, env=environment, timeout=60, check=False)
        return end.returncode, end.stdout, end.stderr

    return done


@pytest.fixture
def unread() -> Iterator[int]:
    """Give a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.fixture
def lint(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Check with the day set, in a folder of one's own: the exit code and what is said on stdout and stderr."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)

    def checked(*args: str) -> tuple[int, str, str]:
        return run(app, ["lint", "--dato=2026-11-22", *args]), *capsys.readouterr()

    return checked
