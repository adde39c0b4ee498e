"""The examples of the rules: just what is marked in the bad one is found in it, and nothing in the good one."""

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.explaining import MARK, example
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.rules.rule import FEIL, Rule

EXAMPLES = Path(__file__).with_name("rules")
DAYS = ("2026-11-22", "2034-02-28")  # what is found in an example does not depend on the day of the run
# The other code in a bad example: without a date it is both, and what is laid before a meeting ties the agreement.
BESIDE = {"MA508": "MA606", "MA105": "MA403"}
MOST_LINES = 15  # of an example as `rule` shows it
WIDTH = 100

_MARKED = re.compile(rf"{re.escape(MARK)}(MA\d{{3}})( \(neste linje\))?$")

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
every_day = pytest.mark.parametrize("day", DAYS)


class _Location(TypedDict):
    row: int


class _Finding(TypedDict):
    code: str
    location: _Location


@every_day
@every_rule
def test_the_bad_example_has_the_marked_findings_alone(
    rule: Rule, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    marked = _marked((EXAMPLES / rule.code / "feil.yaml").read_text(encoding="utf-8"))
    assert {code for _, code in marked} == {rule.code} | {BESIDE.get(rule.code, rule.code)}
    exit_code = run(app, _lint(rule, "feil", day))
    found: list[_Finding] = json.loads(capsys.readouterr().out)
    assert [(finding["location"]["row"], finding["code"]) for finding in found] == marked
    assert exit_code == (1 if rule.level is FEIL else 0)


@every_day
@every_rule
def test_the_good_example_has_no_finding(rule: Rule, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code = run(app, _lint(rule, "rett", day))
    assert (capsys.readouterr().out, exit_code) == ("[]\n", 0)


@every_rule
def test_what_tells_the_two_apart_is_short(rule: Rule) -> None:
    bad, good = example(rule, "feil"), example(rule, "rett")
    assert bad != good
    for shown in (bad, good):
        assert shown.strip()
        assert len(shown.splitlines()) <= MOST_LINES


@every_rule
def test_the_good_example_has_no_mark(rule: Rule) -> None:
    assert MARK not in (EXAMPLES / rule.code / "rett.yaml").read_text(encoding="utf-8")


def test_every_example_belongs_to_a_rule() -> None:
    assert sorted(folder.name for folder in EXAMPLES.iterdir()) == [rule.code for rule in RULES]


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*/*")), ids=lambda file: file.relative_to(EXAMPLES).as_posix())
def test_the_lines_of_an_example_are_neat(file: Path) -> None:
    text = file.read_bytes().decode()
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.split("\n") if len(line) > WIDTH or line != line.rstrip()] == []


def _lint(rule: Rule, kind: str, day: str) -> list[str]:
    path = EXAMPLES / rule.code / f"{kind}.yaml"
    return ["lint", "--output-format", "json", "--dato", day, "--extend-select", rule.code, str(path)]


def _marked(text: str) -> list[tuple[int, str]]:
    """The rows that are marked, each with the code that is found there."""
    found = ((row, _MARKED.search(line)) for row, line in enumerate(text.splitlines(), 1))
    return [(row + 1 if mark[2] else row, mark[1]) for row, mark in found if mark]
