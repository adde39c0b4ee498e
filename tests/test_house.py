"""The house in order: linted, formatted and typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECKS = (("ruff", "check", "--quiet"), ("ruff", "format", "--check", "--quiet"), ("mypy",))


@pytest.mark.parametrize("check", CHECKS, ids=" ".join)
def test_the_house_is_in_order(check: tuple[str, ...]) -> None:
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    command = [sys.executable, "-m", *check]
    done = subprocess.run(command, cwd=ROOT, env=unmeasured, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_are_short_enough_to_read() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for folder in ("src", "tests")
        for file in (ROOT / folder).rglob("*.py")
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > 300 and file.name not in ALLOWED
    }
    assert long == {}


# One table that is easier to find one's way in whole than cut up.
ALLOWED = ("agreement.py",)
