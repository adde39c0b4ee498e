"""The GitHub Action: its steps, run as the service runs them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypedDict, cast

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
GOOD = (ROOT / "tests/rules/MA503/rett.yaml").read_text(encoding="utf-8")

GIT, BASH = shutil.which("git") or "", shutil.which("bash") or ""
pytestmark = pytest.mark.skipif(not (GIT and BASH), reason="bash og git må finnes")


class Step(TypedDict):
    name: str
    run: str
    env: dict[str, str]


class Action(TypedDict):
    inputs: dict[str, dict[str, str]]
    runs: dict[str, list[Step]]


ACTION = cast("Action", YAML(typ="safe").load(ROOT / "action.yml"))
INSTALL, LINT = ACTION["runs"]["steps"]


class Runner:
    """What the service gives a step: a workspace with a repository, and its variables."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "repo"
        self.summary = folder / "sammendrag.md"
        program = folder / "temp/avtalesjekk/bin/avtalesjekk"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m avtalesjekk "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        self.work.mkdir(parents=True)
        unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
        self._given = {
            **unmeasured,
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(folder / "temp"),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit(**{f"avtaler/a{i}.yaml": f"id: a{i}\n{GOOD}" for i in range(10)})

    def git(self, *args: str) -> None:
        identity = ("-c", "user.name=a", "-c", "user.email=a@b.no")
        subprocess.run([GIT, *identity, *args], cwd=self.work, check=True, capture_output=True)

    def commit(self, **texts: str | None) -> None:
        """Commit files; None takes one away."""
        for name, text in texts.items():
            file = self.work / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.unlink()
            else:
                file.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "endring")

    def run(self, step: Step, event: str = "push", **inputs: str) -> tuple[int, str]:
        """Run a step; what it ends with and says."""
        assert set(inputs) <= set(ACTION["inputs"])
        given = {name: inputs.get(name, spec["default"]) for name, spec in ACTION["inputs"].items()}
        env = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
            for name, value in step["env"].items()
        }
        command = [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command,
            cwd=self.work,
            env=self._given | env | {"GITHUB_EVENT_NAME": event},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout.decode() + done.stderr.decode()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_no_input_is_part_of_a_script() -> None:
    for step in (INSTALL, LINT):
        assert "${{" not in step["run"]
    assert [*ACTION["inputs"]] == ["version", "paths", "fail-on", "sarif-file", "only-changed"]


def test_agreements_without_errors_pass(runner: Runner) -> None:
    code, said = runner.run(LINT)
    assert code == 0, said
    assert "::error" not in said


def test_errors_are_annotated_reported_and_fail_the_job(runner: Runner) -> None:
    runner.commit(**{"avtaler/a3.yaml": f"id: a7\n{GOOD}okonomi: {{}}\n"})
    code, said = runner.run(LINT, **{"sarif-file": "ut/funn.sarif"})
    assert code == 1
    assert [line.partition(",line")[0] for line in said.splitlines() if line.startswith("::error")] == [
        "::error file=avtaler/a3.yaml",
        "::error file=avtaler/a3.yaml",
        "::error file=avtaler/a7.yaml",
    ]
    results = json.loads((runner.work / "ut/funn.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert {result["ruleId"] for result in results} >= {"MA002", "MA711"}
    assert "MA711" in runner.summary.read_text(encoding="utf-8")
    assert runner.run(LINT, **{"fail-on": "aldri"})[0] == 0


def test_a_pull_request_is_told_of_what_it_changes(runner: Runner) -> None:
    runner.commit(**{"avtaler/a1.yaml": GOOD + "okonomi: {}\n"})  # wrong from before
    runner.commit(**{"avtaler/a3.yaml": f"id: a7\n{GOOD}", "avtaler/under/a1.yaml": "x", "README.md": "x"})
    code, said = runner.run(LINT, event="pull_request")
    assert code == 1
    assert [line.partition(",line")[0] for line in said.splitlines() if line.startswith("::error")] == [
        "::error file=avtaler/a3.yaml"
    ]
    assert "også id-en til avtaler/a7.yaml" in said
    assert "a1.yaml" in runner.run(LINT, event="pull_request", **{"only-changed": "false"})[1]
    assert "a1.yaml" in runner.run(LINT, event="push")[1]


def test_a_pull_request_that_changes_no_agreement(runner: Runner) -> None:
    runner.commit(**{"avtaler/les.md": "x", "README.md": "x"})
    assert runner.run(LINT, event="pull_request") == (0, "Ingen avtaler er endret.\n")
    assert runner.run(LINT, event="pull_request", **{"sarif-file": "ut/funn.sarif"})[0] == 0
    assert json.loads((runner.work / "ut/funn.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []


def test_a_pull_request_that_takes_an_agreement_away(runner: Runner) -> None:
    follows = f"id: a1\n{GOOD}historikk:\n  - {{hendelse: erstattet, dato: 2026-01-01, av: a5}}\n"
    runner.commit(**{"avtaler/a1.yaml": follows})
    assert runner.run(LINT)[0] == 0
    runner.commit(**{"avtaler/a5.yaml": None})
    code, said = runner.run(LINT, event="pull_request")
    assert code == 1
    assert "MA710" in said


def test_what_stops_it_is_annotated(runner: Runner) -> None:
    for event in ("push", "pull_request"):
        code, said = runner.run(LINT, event=event, paths="avtalr")
        assert code == 2
        assert said.startswith("::error::Feil: «avtalr» finnes ikke.")
    runner.commit(**{"avtalesjekk.toml": "slct = 1\n"})
    code, said = runner.run(LINT)
    assert "::error::Feil: avtalesjekk.toml:1:1: valget «slct» finnes ikke; mente du «select»?" in said


def test_a_pull_request_that_changes_the_configuration(runner: Runner) -> None:
    runner.commit(**{"avtaler/a1.yaml": GOOD + "okonomi: {}\n"})
    runner.commit(**{"avtalesjekk.toml": 'output-format = "concise"\n'})
    assert "::error file=avtaler/a1.yaml" in runner.run(LINT, event="pull_request")[1]


def test_a_shallow_checkout_is_said(runner: Runner, tmp_path: Path) -> None:
    shallow = tmp_path / "grunn"
    runner.git("clone", "--quiet", "--depth=1", f"file://{runner.work}", str(shallow))
    runner.work = shallow
    code, said = runner.run(LINT, event="pull_request")
    assert code == 0
    assert said.startswith("Alle avtalene blir kontrollert: «fetch-depth: 2»")


def test_names_are_names_and_nothing_else(runner: Runner) -> None:
    paths = ("avtaler/a b.yaml", "avtaler/$(touch x).yaml", "avtaler/æ.yaml", "avtaler/'\".yaml")
    runner.commit(**dict.fromkeys(paths, GOOD + "okonomi: {}\n"))
    given = dict.fromkeys(paths, 1) | {"\n".join(("", *paths, "avtaler")): 4, "avtaler": 4}
    for each, wrong in given.items():
        code, said = runner.run(LINT, event="pull_request", paths=each)
        assert (code, said.count("::error file=")) == (1, wrong), said
    assert not (runner.work / "x").exists()
    assert runner.run(LINT, paths="--help")[0] == 2


def test_it_is_installed_by_version_or_from_the_action(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "bin/python3"
    fake.parent.mkdir()
    called = tmp_path / "kalt"
    fake.write_text(
        f'#!/bin/sh\n[ "$1" = -c ] && exec "{sys.executable}" "$@"\necho "$@" >> "{called}"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    runner = Runner(tmp_path / "ny")
    assert runner.run(INSTALL)[0] == 0
    assert runner.run(INSTALL, version="1.2.0")[0] == 0
    code, said = runner.run(INSTALL, version="1.0; touch x")
    assert (code, said) == (2, "::error::«version» er ikke en versjon, som 1.2.0.\n")
    installed = [line.rpartition(" ")[2] for line in called.read_text(encoding="utf-8").splitlines() if "pip" in line]
    assert installed == [str(ROOT), "avtalesjekk==1.2.0"]
