"""What the README shows is what the program says."""

import re
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_session_is_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    session = re.search(
        r"<!-- session: (?P<file>\S+) -->\n```yaml\n(?P<yaml>.*?)```\n\n"
        r"```console\n\$ avtalesjekk (?P<args>.*?)\n(?P<out>.*?)```",
        README,
        re.DOTALL,
    )
    assert session is not None
    file = tmp_path / session["file"]
    file.parent.mkdir()
    file.write_text(session["yaml"], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    assert run(app, session["args"].split()) == 1
    assert capsys.readouterr().out == session["out"]


def test_what_the_readme_names_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    run(app, ["--help"])
    run(app, ["lint", "--help"])
    run(app, ["rule", "--help"])
    run(app, ["render", "--help"])
    run(app, ["new", "--help"])
    run(app, ["verify", "--help"])
    run(app, ["schema", "--help"])
    helped = capsys.readouterr().out
    for option in set(re.findall(r"`(--[a-z-]+)", README)):
        assert option in helped
    for command in set(re.findall(r"`avtalesjekk ([a-z]+)", README)):
        assert re.search(rf"^  {command} ", helped, re.MULTILINE)


def block(name: str) -> str:
    """The example that a mark in the README stands before."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_configuration_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "avtalesjekk.toml").write_text(block("configuration"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(app, ["lint", "--show-config"]) == 0
    said = capsys.readouterr().out
    assert 'fail-on = "advarsel"' in said
    assert 'per-file-ignores = {"avtaler/*-200?.yaml" = ["MA6"]}' in said


def test_the_hooks_and_the_inputs_of_the_action_are_there() -> None:
    root = Path(__file__).parents[1]
    yaml = YAML(typ="safe")
    hooks = {hook["id"] for hook in yaml.load(root / ".pre-commit-hooks.yaml")}
    assert {hook["id"] for hook in yaml.load(block("pre-commit"))["repos"][0]["hooks"]} <= hooks
    assert set(re.findall(r"`(avtalesjekk-[a-z-]+)`", README)) <= hooks
    steps = yaml.load(block("workflow"))["jobs"]["avtalesjekk"]["steps"]
    assert set(steps[1]["with"]) <= set(yaml.load(root / "action.yml")["inputs"])


def test_ci_runs_the_readmes_test_command() -> None:
    script = (Path(__file__).parents[1] / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- tests -->" in script
    assert "pytest" in README.partition("<!-- tests -->")[2]
    assert "pytest" not in script


def test_no_path_of_a_machine_and_no_registry_is_named() -> None:
    for file in ("README.md", "CHANGELOG.md", "pyproject.toml"):
        text = (Path(__file__).parents[1] / file).read_text(encoding="utf-8")
        assert not re.search(r"(?<![\w.])/(?:home|root|tmp|usr|work)/|pypi\.org|npmjs", text)


def test_the_versions_script_says_how_it_is_used() -> None:
    script = Path(__file__).parents[1] / ".ci" / "versions"
    asked = subprocess.run([script, "alle"], capture_output=True, text=True, check=False)
    assert (asked.returncode, asked.stdout) == (2, "")
    assert ".ci/versions lowest python3.11" in asked.stderr
    for way in ("lowest", "newest"):
        assert f"  {way}) " in script.read_text(encoding="utf-8")
        assert re.search(rf"\b{way}\s+python3", README)
