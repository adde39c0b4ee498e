"""Whatever stands in the prose, every rule reads it: no text makes one fall over."""

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.linting import Input, lint
from avtalesjekk.rules.catalogue import RULES

TODAY = date(2026, 11, 22)
CODES = frozenset(rule.code for rule in RULES)
SETS = Path(__file__).with_name("sentences")


def _vocabulary() -> list[str]:
    """The words of the labelled sentences, with the signs between them."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SETS.glob("[1-4]*.jsonl")))
    texts = [json.loads(line)["tekst"] for line in text.splitlines()]
    return sorted(
        {word for one in texts for word in one.split()} | {"-", "\n- ", "\n\n", "###", ",", ".", ";", ":", "(", ")"}
    )


WORDS = _vocabulary()
PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=80)


@given(PROSE, PROSE, PROSE, PROSE)
def test_every_rule_reads_any_prose(first: str, second: str, third: str, fourth: str) -> None:
    agreement = {
        "format": 1,
        "tema": "kompetanse",
        "parter": ["KD", "KS"],
        "innledning": first,
        "formål": {"bakgrunn": second},
        "forpliktelser": {"felles": [first or "x"], "staten": [third or "x"], "tekst": fourth},
        "organisering": {"tekst": second},
        "økonomi": {"ytelser": [{"beløp": 8000000}], "tekst": third},
        "evaluering": {"hyppighet": "hvert år", "tekst": fourth},
        "varighet": {"til": "2025-12-31", "oppsigelse": "3 måneder", "tekst": first},
    }
    data = json.dumps(agreement, ensure_ascii=True).encode()
    (report,) = lint([Input.named("a.yaml", data)], TODAY, CODES).files
    assert report.filename == "a.yaml"
