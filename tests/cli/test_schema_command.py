"""`avtalesjekk schema`: the JSON Schema of the format."""

import json
import os
import subprocess
import sys
from importlib import import_module

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.terminal import printable

Validator = import_module("jsonschema").Draft202012Validator  # it has no types
GOOD = {"format": 1, "tema": "svømming", "parter": ["KD", "KS"], "varighet": {"til": "2029-09-30"}}


def test_it_is_a_valid_schema_in_readable_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["schema"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    schema = json.loads(out)
    assert out == json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    assert printable(out, keep="\n") == out
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Validator.check_schema(schema)
    assert Validator(schema).is_valid(GOOD)
    for wrong in ({"format": 2}, {"tema": None}, {"parter": "KS"}, {"ukjent": 1}, {"avvik": [{"regel": "MA999"}]}):
        assert not Validator(schema).is_valid({**GOOD, **wrong})


@pytest.mark.parametrize("args", [["x"], ["--output-format=json"]])
def test_it_takes_nothing(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["schema", *args]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith("\nSe «avtalesjekk schema --help».\n")


def test_as_a_process() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "avtalesjekk", "schema"]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "målform" in json.loads(done.stdout.decode("utf-8"))["properties"]
