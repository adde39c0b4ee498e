"""The ten real agreements: what is found in each, and what their deviations set aside, held against the sources."""

import json
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

AVTALER = Path(__file__).parents[1] / "avtaler"
# Of each: what is set aside with a reason (all of it at level feil), the advarsler, and the merknader.
FOUND = {
    "barnevern-2005": ("MA301 MA501 MA503 MA601 MA602", "MA403", "MA006 MA103 MA202 MA402 MA404 MA702"),
    "bosetting-av-flyktninger-2004": ("MA301 MA501 MA503 MA504 MA601 MA602", "MA403", "MA006 MA103 MA402 MA404 MA702"),
    "bostedsloshet-2005": ("MA501 MA503 MA504 MA601 MA602", "MA403", "MA006 MA103 MA402 MA404 MA702"),
    "digitalisering-2020": ("MA401 MA501 MA503", "MA507", "MA605 MA702"),
    "innovasjon-baerekraft": ("MA501", "MA606", "MA103 MA508"),
    "landbruk-2006": ("MA501 MA504 MA601 MA602", "MA302 MA403", "MA006 MA103 MA202 MA402"),
    "livskraftig-fellesskap-2006": ("MA401 MA501 MA502 MA504 MA601 MA602", "", "MA006 MA103"),
    "nav-2006": ("MA301 MA401 MA501 MA503 MA504 MA601 MA602", "MA101", "MA105 MA202"),
    "pleie-og-omsorg-2003": ("MA501 MA503 MA601 MA602", "MA403 MA505", "MA006 MA103 MA402 MA702"),
    "skole-2004": ("MA401 MA501 MA502 MA504 MA601 MA602", "", "MA103 MA105 MA202 MA404"),
}


def found(capsys: pytest.CaptureFixture[str], day: str) -> dict[str, tuple[str, str, str]]:
    assert run(app, ["lint", "--output-format", "json", "--dato", day, str(AVTALER)]) == 0
    told: dict[str, dict[str, set[str]]] = {}
    for finding in json.loads(capsys.readouterr().out):
        kind = "avvik" if finding["avvik"] else finding["level"]
        kinds = told.setdefault(Path(finding["filename"]).stem, {"avvik": set(), "advarsel": set(), "merknad": set()})
        kinds[kind].add(finding["code"])
        assert not finding["avvik"] or (finding["level"] == "feil" and len(finding["avvik"]["begrunnelse"]) > 20)
    return {name: (_sorted(k["avvik"]), _sorted(k["advarsel"]), _sorted(k["merknad"])) for name, k in told.items()}


def _sorted(codes: set[str]) -> str:
    return " ".join(sorted(codes))


@pytest.mark.parametrize("day", ["2026-11-22", "2031-01-01"])
def test_what_is_found_in_the_ten_agreements(capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert found(capsys, day) == FOUND


def test_the_folder_holds_these_agreements_and_nothing_else() -> None:
    assert sorted(file.name for file in AVTALER.iterdir()) == sorted(f"{name}.yaml" for name in FOUND)
