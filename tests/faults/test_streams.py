"""Nobody at the other end of the streams: the program is quiet about it, and what it was to do is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .agreements import GOOD, WRONG
from .conftest import DAY, Program, fill, held

FORMS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit")
LINT = ("lint", ".", "-q", DAY)
RENDER = ("render", "a.yaml", DAY)
COMMANDS = {
    "rule": (("rule", "--all"), 0),
    "rule json": (("rule", "--all", "--output-format=json"), 0),
    "rule markdown": (("rule", "--coverage", "--output-format=markdown"), 0),
    "schema": (("schema",), 0),
    "schema of the configuration": (("schema", "--config"), 0),
    "show-config": (("lint", "--show-config"), 0),
    "help": (("--help",), 0),
    "statistics": ((*LINT, "--statistics"), 1),
    "avvik": ((*LINT, "--diff"), 1),
    **{f"lint {form}": ((*LINT, f"--output-format={form}"), 1) for form in FORMS},
    **{f"render {form}": ((*RENDER, f"--format={form}"), 0) for form in ("md", "txt", "html")},
    "verify": (("verify", "a.md", "--source=a.yaml"), 1),
}
FILES = {"a.yaml": GOOD.encode(), "b.yaml": WRONG.encode(), "a.md": b"# Noe annet\n"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("strømmer") / "mappe", FILES)


@pytest.mark.parametrize(("args", "code"), COMMANDS.values(), ids=COMMANDS)
def test_nobody_reads(args: tuple[str, ...], code: int, program: Program, folder: Path) -> None:
    told = program.run(folder, *args)
    assert (told.code, bool(told.out)) == (code, True)
    unread = program.run(folder, *args, fault="unread", at=1)
    assert (unread.code, unread.out, unread.err) == (0, "", told.err)
    closed = program.run(folder, *args, fault="closed", at=1)
    assert (closed.code, closed.out, closed.err) == (code, "", told.err)
    silent = program.run(folder, *args, fault="unread", at=2)
    assert (silent.code, silent.out, silent.err) == (code, told.out, "")


@pytest.mark.parametrize("fault", ["unread", "closed"])
def test_what_is_to_be_done_is_done_all_the_same(fault: str, program: Program, tmp_path: Path) -> None:
    folder = fill(tmp_path / "mappe", {"a.yaml": GOOD.encode(), "b.yaml": WRONG.encode(), "under/c.yaml": b""})
    assert program.run(folder, "lint", ".", "borte.yaml", "--fix", DAY, fault=fault, at=2).code == 2
    assert held(folder)["b.yaml"] != WRONG.encode()
    assert program.run(folder, "render", "a.yaml", "-o", "a.md", DAY, fault=fault, at=2).code == 0
    assert (folder / "a.md").exists()
    assert program.run(folder, "new", "ny.yaml", DAY, fault=fault, at=2).code == 0
    assert (folder / "ny.yaml").exists()


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_is_said_in_every_format(form: str, program: Program, folder: Path) -> None:
    ended = program.run(folder, *LINT, f"--output-format={form}", fault="full device", at=1)
    assert (ended.code, ended.out, ended.err) == (2, "", "Feil: det er ikke mer plass på disken.\n")
    assert program.run(folder, *LINT, f"--output-format={form}", fault="full device", at=2).code == 1


@pytest.mark.parametrize(
    ("redirected", "code", "said", "unbuffered"),
    [
        (">&-", 0, "", ""),
        ("2>&-", 0, "", "1"),
        ("<&- >&- 2>&-", 0, "", ""),
        ("| head -1 >/dev/null", 0, "", ""),
        ("1</dev/null", 2, "Feil: standard ut kan ikke skrives til.\n", ""),
        (">stor", 2, "Feil: filen det skrives til, blir for stor.\n", ""),
        (">stor", 2, "Feil: filen det skrives til, blir for stor.\n", "1"),
    ],
)
def test_as_a_shell_does_it(redirected: str, code: int, said: str, unbuffered: str, tmp_path: Path) -> None:
    limit = "ulimit -f 1; " if redirected == ">stor" else ""
    line = f"{limit}{sys.executable} -m avtalesjekk rule --all {redirected}; exit ${{PIPESTATUS[0]}}"
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment = unmeasured | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(
        ["bash", "-c", line],  # noqa: S607
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, said)


def test_a_summary_that_github_cannot_take(program: Program, folder: Path) -> None:
    ended = program.run(folder, *LINT[:2], DAY, "--output-format=github", fault="summary", at=0)
    assert (ended.code, ended.err.splitlines()[-1]) == (
        2,
        "Feil: «borte/oppsummering» kan ikke skrives: mappen finnes ikke.",
    )
