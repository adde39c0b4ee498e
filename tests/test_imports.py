"""What is loaded to answer: no command loads what it does not use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pydantic", "pydantic_core", "ruamel", "_ruamel_yaml", "rich", "jinja2", "markdown_it", "docx", "lxml"}
AGREEMENT = "format: 1\ntema: svømmeopplæring på norsk – «og» …\nparter: [KDD, KS]\n"
PROGRAM = """\
import sys
from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
code = run(app, sys.argv[1:])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""

IMPORT = """\
import sys
before = set(sys.modules)
import avtalesjekk, avtalesjekk.cli
print(*set(sys.modules) - before, file=sys.stderr)
"""


def loaded(program: str, *args: str, folder: Path, code: int = 0) -> set[str]:
    """The modules that are loaded when a program ends."""
    inherited = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    environment = inherited | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program, *args]
    done = subprocess.run(command, cwd=folder, capture_output=True, env=environment, timeout=60, check=False)
    assert done.returncode == code, done.stderr.decode()
    return set(done.stderr.decode().split())


def packages(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["--version"],
        ["lint", "--help"],
        ["render", "--help"],
        ["new", "--help"],
        ["verify", "--help"],
        ["rule", "MA503"],
        ["rule", "--coverage"],
        ["rule", "--all"],
    ],
    ids=" ".join,
)
def test_what_explains_loads_nothing_heavy(args: list[str], tmp_path: Path) -> None:
    modules = loaded(PROGRAM, *args, folder=tmp_path)
    assert "avtalesjekk.cli.app" in modules
    assert not packages(modules) & HEAVY


@pytest.mark.parametrize("output_format", ["concise", "json", "full"])
def test_without_colours_rich_is_not_loaded(output_format: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(AGREEMENT, encoding="utf-8")
    args = ("lint", "a.yaml", "--dato=2026-11-22", f"--output-format={output_format}")
    modules = loaded(PROGRAM, *args, folder=tmp_path, code=1)
    assert f"avtalesjekk.reports.{output_format}" in modules
    assert packages(modules) & HEAVY == {"pydantic", "pydantic_core", "ruamel", "_ruamel_yaml"}
    others = {f"avtalesjekk.reports.{other}" for other in ("concise", "json", "full")}
    assert modules & others == {f"avtalesjekk.reports.{output_format}"}


def test_to_import_it_is_light(tmp_path: Path) -> None:
    assert loaded(IMPORT, folder=tmp_path) == {"avtalesjekk", "avtalesjekk.cli"}


@pytest.mark.parametrize(("output_format", "more"), [("md", set[str]()), ("docx", {"docx", "lxml"})])
def test_render_loads_what_the_format_needs(output_format: str, more: set[str], tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(AGREEMENT, encoding="utf-8")
    args = ("render", "a.yaml", "--utkast", "--dato=2026-11-22", f"--format={output_format}")
    modules = loaded(PROGRAM, *args, folder=tmp_path)
    base = {"pydantic", "pydantic_core", "ruamel", "_ruamel_yaml", "jinja2", "markdown_it"}
    assert packages(modules) & HEAVY == base | more
