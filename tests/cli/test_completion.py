"""What the tabulator key suggests."""

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run


@pytest.mark.parametrize(
    ("line", "suggested"),
    [
        ("avtalesjekk re", ["render"]),
        ("avtalesjekk lint --uns", ["--unsafe-fixes"]),
        ("avtalesjekk lint --output-format s", ["sarif"]),
        ("avtalesjekk lint --fail-on a", ["advarsel", "aldri"]),
        ("avtalesjekk lint --select MA40", ["MA401", "MA402", "MA403", "MA404", "MA405"]),
        ("avtalesjekk lint --ignore MA503,utover", ["MA503,utover-stortingsperioden"]),
        ("avtalesjekk rule MA71", ["MA710", "MA711", "MA712"]),
        ("avtalesjekk rule utover", ["utover-stortingsperioden"]),
        ("avtalesjekk new a.yaml --part KD", ["KD", "KDD"]),
        ("avtalesjekk render a.yaml --format d", ["docx"]),
        ("avtalesjekk rule tull", []),
    ],
)
def test_what_is_suggested(
    line: str, suggested: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_AVTALESJEKK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split()) - 1))
    assert run(app, []) == 0
    assert capsys.readouterr().out.split() == suggested
