"""Whole agreements that say all they should in their own words: nothing at level feil is found in them."""

from datetime import date
from pathlib import Path

import pytest

from avtalesjekk.linting import Input, lint
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.rules.rule import FEIL

TODAY = date(2026, 11, 22)
GOOD = sorted(Path(__file__).with_name("good").glob("*.yaml"))
CODES = frozenset(rule.code for rule in RULES if rule.default)


def test_they_are_there() -> None:
    assert len(GOOD) == 50


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_agreement_has_no_error(path: Path) -> None:
    (report,) = lint([Input.named(path.name, path.read_bytes())], TODAY, CODES).files
    assert [f"{f.rule.code} {f.path}: {f.message}" for f in report.active if f.level is FEIL] == []
