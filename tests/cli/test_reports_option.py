"""`--report`, `--statistics` and the short formats: several reports of one run."""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Lint = Callable[..., tuple[int, str, str]]

WRONG = (
    "format: 1\ntema: svømming\nparter: [KD, KS]\nvarighet: {til: 31.12.2027, ikrafttredelse: 1.1.2027}\nøkonmi: {}\n"
)
RULES = "--select=MA002,MA003"


@pytest.fixture(autouse=True)
def _wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")


def test_several_reports_in_one_run(lint: Lint) -> None:
    code, out, err = lint(
        "a.yaml", RULES, "--output-format=concise", "--report=json=funn.json", "--report=sarif=ut/f.sarif"
    )
    assert (code, out.count("\n"), err.count("\n")) == (1, 3, 1)
    assert len(json.loads(Path("funn.json").read_text(encoding="utf-8"))) == 3
    assert json.loads(Path("ut/f.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert lint("a.yaml", RULES, "--output-format=json")[1] == Path("funn.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["sarif", "gitlab", "junit", "github", "json", "full", "concise"])
def test_a_file_says_what_standard_output_does(form: str, lint: Lint) -> None:
    _, out, _ = lint("a.yaml", RULES, f"--output-format={form}", "-q")
    lint("a.yaml", RULES, f"--report={form}=fil", "-q")
    assert out.startswith(Path("fil").read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[0])
    assert out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sarif", "«sarif» er ingen rapport; skriv for eksempel --report sarif=funn.sarif."),
        ("sariff=x", "«sariff» er ikke noe format for rapporter; mente du «sarif»?"),
        ("json=borte/under/x", "«borte/under/x» kan ikke skrives: mappen finnes ikke."),
        ("json=a.yaml", "«a.yaml» er en av avtalene, og blir ikke skrevet over."),
        ("json=-", "--report skriver til en fil; --output-format velger hva som kommer på skjermen."),
        ("json=.", "«.» kan ikke skrives: det er en mappe."),
    ],
)
def test_what_is_no_report(text: str, said: str, lint: Lint) -> None:
    code, _, err = lint("a.yaml", RULES, f"--report={text}", "-q")
    assert (code, err) == (2, f"Feil: {said}\n")


def test_two_reports_to_one_file(lint: Lint) -> None:
    code, out, err = lint("a.yaml", "--report=json=x", "--report=sarif=./x")
    assert (code, out, err) == (2, "", "Feil: to rapporter (--report) kan ikke skrives til samme fil.\n")


def test_statistics_count_the_findings_of_each_rule(lint: Lint) -> None:
    code, out, err = lint("a.yaml", RULES, "--statistics")
    assert (code, out) == (
        1,
        (
            "2  MA003  feil      ugyldig-verdi (2 med --fix)\n"
            "1  MA002  feil      ukjent-nøkkel (1 med --fix --unsafe-fixes)\n"
        ),
    )
    assert err == "3 feil i 1 avtale; 2 kan rettes med --fix; 1 til med --fix --unsafe-fixes.\n"
    _, out, _ = lint("a.yaml", RULES, "--statistics", "--output-format=json")
    assert json.loads(out) == [
        {"code": "MA003", "name": "ugyldig-verdi", "level": "feil", "count": 2, "fixable": 2, "unsafe_fixable": 0},
        {"code": "MA002", "name": "ukjent-nøkkel", "level": "feil", "count": 1, "fixable": 0, "unsafe_fixable": 1},
    ]
    code, out, err = lint("a.yaml", RULES, "--statistics", "--output-format=sarif")
    assert (code, out) == (2, "")
    assert err == "Feil: --statistics kan bare skrives som full, concise eller json, ikke sarif.\n"


def test_a_job_on_github_gets_the_whole_table(lint: Lint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "sammendrag.md")
    Path("sammendrag.md").write_text("Før\n", encoding="utf-8")
    code, out, _ = lint("a.yaml", RULES, "--output-format=github")
    assert (code, out.count("::error ")) == (1, 3)
    text = Path("sammendrag.md").read_text(encoding="utf-8")
    assert text.startswith("Før\n")
    assert text.count("MA003") == 2


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
def test_the_files_are_written_also_where_nobody_reads_on(
    lint: Lint, unread: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with os.fdopen(os.dup(unread), "wb", buffering=0) as closed:
        monkeypatch.setattr("sys.stdout", io.TextIOWrapper(closed, write_through=True))
        assert lint("a.yaml", RULES, "--report=json=funn.json")[0] == 0
    assert len(json.loads(Path("funn.json").read_text(encoding="utf-8"))) == 3
