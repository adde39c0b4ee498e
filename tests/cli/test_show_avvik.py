"""`lint --show-avvik`: what deviations set aside, with their reasons."""

from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

AGREEMENT = """\
format: 1
tema: skole
parter: [KD, KS]
avvik:
  - regel: MA502
    begrunnelse: Avtalen er en rammeavtale.
  - regel: MA504
    begrunnelse: Oppsigelsen står i teksten.
    feillest: ja
"""


def test_a_line_for_each_in_the_concise_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(AGREEMENT, encoding="utf-8")
    options = ["--select", "MA502,MA504", "--output-format", "concise", "-q", "--dato", "2026-11-22"]
    assert run(app, ["lint", *options, "a.yaml"]) == 0
    assert capsys.readouterr().out == ""
    assert run(app, ["lint", *options, "--show-avvik", "a.yaml"]) == 0
    assert capsys.readouterr().out == (
        "a.yaml:1:1: avvik MA502 avtalen har verken sluttdato eller lengde (Avtalen er en rammeavtale.)\n"
        "a.yaml:1:1: feillest MA504 avtalen sier ikke at den kan sies opp (Oppsigelsen står i teksten.)\n"
    )
