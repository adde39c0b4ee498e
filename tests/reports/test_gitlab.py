"""The report for GitLab, by the fields that its documentation lists."""

import json
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given

from avtalesjekk.findings import Report
from avtalesjekk.reports import gitlab
from avtalesjekk.reports.fingerprints import fingerprinted
from avtalesjekk.terminal import printable

from .runs import EXAMPLES, TODAY, example, expected, linted, linted_texts, reports, written

Validator = import_module("jsonschema").Draft202012Validator  # it has no types
SHAPE = Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "minLength": 1, "not": {"pattern": r"^\./"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
            "additionalProperties": False,
        },
    }
)


def test_all_of_it() -> None:
    assert written(gitlab.report, example()) == expected("gitlab.json")


def test_nothing_found_is_an_empty_array() -> None:
    assert written(gitlab.report, linted({})) == "[]\n"


def test_the_path_is_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "avtaler").mkdir()
    monkeypatch.chdir(tmp_path / "avtaler")
    names = ("a.yaml", "./a.yaml", "../avtaler/a.yaml", str(tmp_path / "avtaler" / "a.yaml"), "../b.yaml", "b//å.yaml")
    paths = [json.loads(written(gitlab.report, linted({name: b""})))[0]["location"]["path"] for name in names]
    assert paths == ["a.yaml", "a.yaml", "a.yaml", "a.yaml", "../b.yaml", "b/å.yaml"]


def valid(found: Report) -> None:
    text = written(gitlab.report, found)
    assert printable(text, keep="\n") == text
    assert "##[" not in text
    assert all(line.lstrip(" ")[:1] in '[]{}"' for line in text.split("\n"))
    data = json.loads(text.encode())
    SHAPE.validate(data)
    json.dumps(data, ensure_ascii=False).encode()  # no lone surrogate
    assert all(printable(issue["description"]) == issue["description"] for issue in data)
    assert [issue["fingerprint"] for issue in data] == [
        fingerprint for _, finding, fingerprint in fingerprinted(found) if finding.deviation is None
    ]


def test_the_examples_are_valid() -> None:
    valid(linted(EXAMPLES))


@given(reports)
def test_any_report_is_valid(found: Report) -> None:
    valid(found)


@given(linted_texts)
def test_any_agreement_gives_a_valid_report(found: Report) -> None:
    assert found.today == TODAY
    valid(found)
