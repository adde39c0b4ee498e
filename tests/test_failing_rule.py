"""A rule that fails is one finding; the others still run, and the exit code is 2."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.rules.rule import Hit, Rule

AGREEMENT = "format: 1\ntema: barnevern\nparter: [KD, KS]\navvik: [{regel: MA302, begrunnelse: fordi}]\n"
ARGS = ("lint", "a.yaml", "--select=MA30,MA201,MA010", "--output-format=json", "--dato=2026-11-22")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[Exception], None]:
    """Let MA302 raise."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(AGREEMENT)

    def let_raise(error: Exception) -> None:
        def check(_: Reading) -> Iterator[Hit]:
            raise error

        def instead(rule: Rule) -> Rule:
            return rule._replace(check=check) if rule.code == "MA302" else rule

        monkeypatch.setattr("avtalesjekk.linting.RULES", tuple(map(instead, RULES)))

    return let_raise


@pytest.mark.parametrize("error", [KeyError("x"), RecursionError(), ValueError("\x1b[31m")])
def test_it_is_one_finding(
    broken: Callable[[Exception], None], error: Exception, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(app, ARGS) == 1
    others = {found["code"] for found in json.loads(capsys.readouterr().out)}
    broken(error)
    for _ in range(2):  # it is not remembered
        assert run(app, [*ARGS, f"--cache-dir={tmp_path / 'husket'}"]) == 2
        found = json.loads(capsys.readouterr().out)
        (told,) = (one for one in found if one["code"] == "MA302")
        assert told["message"].startswith(f"regelen stanset av en feil i avtalesjekk ({type(error).__name__} i test_")
        assert (told["level"], told["avvik"]) == ("feil", None)
        assert {one["code"] for one in found} - {"MA302"} == others - {"MA302", "MA010"}
