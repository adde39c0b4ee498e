"""The hooks for pre-commit: which files they take, and what they do with them."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, cast

import pytest
from ruamel.yaml import YAML

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

ROOT = Path(__file__).parents[2]
Hook = Callable[..., tuple[int, str, str]]

GOOD = (ROOT / "tests/rules/MA503/rett.yaml").read_text(encoding="utf-8")
BAD = GOOD + "okonomi: {}\n"
MENDABLE = GOOD.replace("2025-09-30", "30.09.2025", 1)


class Manifest(TypedDict):
    id: str
    entry: str
    files: str
    language: str


HOOKS = {hook["id"]: hook for hook in cast("list[Manifest]", YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml"))}


@pytest.fixture
def hook(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Hook:
    """Run a hook as pre-commit does: its entry, with the names of the files that were changed and that it takes."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "avtaler").mkdir()

    def ran(name: str, *changed: str) -> tuple[int, str, str]:
        program, *args = shlex.split(HOOKS[name]["entry"])
        assert program == "avtalesjekk"
        taken = [file for file in changed if re.search(HOOKS[name]["files"], file)]
        return run(app, [*args, *taken]) if taken else 0, *capsys.readouterr()

    return ran


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"avtaler/{name}.yaml").write_text(text, encoding="utf-8")


def test_there_are_three() -> None:
    assert [*HOOKS] == ["avtalesjekk-lint", "avtalesjekk-fix", "avtalesjekk-render-check"]
    assert {hook["language"] for hook in HOOKS.values()} == {"python"}


@pytest.mark.parametrize("name", HOOKS)
def test_they_stop_what_is_wrong_and_let_the_rest_through(name: str, hook: Hook) -> None:
    write(god=GOOD, feil=BAD)
    assert hook(name, "avtaler/god.yaml", ".github/workflows/ci.yaml", "README.md")[0] == 0
    code, out, err = hook(name, "avtaler/god.yaml", "avtaler/feil.yaml")
    assert code == 1
    assert "mente du «økonomi»?" in out + err


def test_the_one_that_mends_does_so(hook: Hook) -> None:
    write(god=MENDABLE)
    assert MENDABLE != GOOD
    assert hook("avtalesjekk-lint", "avtaler/god.yaml")[0] == 1
    code, _, err = hook("avtalesjekk-fix", "avtaler/god.yaml")
    assert (code, err) == (0, "avtaler/god.yaml: rettet MA003\n1 funn i 1 avtale er rettet.\n")
    assert Path("avtaler/god.yaml").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("name", HOOKS)
def test_what_is_excluded_is_left(name: str, hook: Hook) -> None:
    write(feil=BAD)
    Path("avtalesjekk.toml").write_text('exclude = ["avtaler/feil.yaml"]\n', encoding="utf-8")
    assert hook(name, "avtaler/feil.yaml")[0] == 0


def test_a_changed_agreement_is_compared_with_those_that_were_not(hook: Hook) -> None:
    write(**{f"a{i}": f"id: id-{i}\n{GOOD}" for i in range(10)})
    write(a4=f"id: id-7\n{GOOD}")
    code, out, _ = hook("avtalesjekk-lint", "avtaler/a4.yaml")
    assert code == 1
    assert "id-en «id-7» er også id-en til avtaler/a7.yaml" in out
    assert "a3.yaml" not in out


def test_many_files_are_one_run(hook: Hook) -> None:
    write(**{f"a{i}": GOOD for i in range(60)})
    files = [f"avtaler/a{i}.yaml" for i in range(60)]
    assert hook("avtalesjekk-fix", *files, *files)[0] == 0
