"""`avtalesjekk rule`: rules explained."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.norms import norms
from avtalesjekk.rules.catalogue import BY_CODE, RULES

Rule = Callable[..., tuple[int, str, str]]

MA504 = BY_CODE["MA504"]
CODES = [rule.code for rule in RULES]
ALL = "`avtalesjekk rule --all` viser alle."
KEYS = ["code", "name", "title", "level", "why", "norms", "fixable", "default"]


@pytest.fixture
def rule(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Rule:
    """Explain: the exit code and what is said on stdout and stderr."""
    monkeypatch.setenv("COLUMNS", "100")

    def explained(*args: str) -> tuple[int, str, str]:
        return run(app, ["rule", *args]), *capsys.readouterr()

    return explained


def test_as_text(rule: Rule) -> None:
    code, out, err = rule("MA504")
    assert (code, err) == (0, "")
    head, title, *rest = out.splitlines()
    assert re.fullmatch(r"MA504 [a-zæøå-]+ \(feil, kan rettes\)", head)
    assert title == f"{MA504.title}."
    assert " ".join(MA504.why.split()) in " ".join(out.split())
    assert any(line.startswith("Norm N34 (rapporten, kapittel 4.2; styrke: «") for line in rest)
    assert "Slik blir det funnet:" in rest
    assert "Slik er det rett:" in rest
    assert any(line.startswith("    ") and line.endswith("# <- MA504") for line in rest)
    assert max(map(len, out.splitlines())) <= 100
    assert "\n\n\n" not in out


@pytest.mark.parametrize(("columns", "widest"), [("40", 40), ("60", 60), ("300", 100)])
def test_the_text_fits_the_terminal(columns: str, widest: int, rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = rule("MA504")[1].partition("\nSlik blir det funnet:")[0]
    assert widest - 12 < max(map(len, text.splitlines())) <= widest


def test_a_rule_of_the_format_has_no_norm(rule: Rule) -> None:
    for name in ("MA001", "ma001"):
        assert "\nRegelen følger av avtaleformatet.\n" in rule(name)[1]
    assert "\n- Regelen følger av avtaleformatet.\n" in rule("MA001", "--output-format=markdown")[1]


def test_the_nature_of_a_rule_is_said(rule: Rule) -> None:
    for one in RULES:
        head = rule(one.code)[1].partition("\n")[0]
        assert head.startswith(f"{one.code} {one.slug} ({one.level.word}")
        assert ("kan rettes" in head) == one.fixable
        assert ("bare når den velges" in head) != one.default


def test_as_markdown(rule: Rule) -> None:
    code, out, err = rule("MA504", "--output-format", "markdown")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert re.fullmatch(r"## MA504 `[a-zæøå-]+`", lines[0])
    assert lines[2] == f"**{MA504.title}.** Feil, kan rettes."
    assert lines[4] == MA504.why
    assert any(line.startswith("- Norm N34 (rapporten, kapittel 4.2; styrke: «") for line in lines)
    assert lines.count("```yaml") == lines.count("```") == 2


def test_as_json(rule: Rule) -> None:
    code, out, err = rule("MA504", "--output-format=json")
    assert (code, err) == (0, "")
    (data,) = json.loads(out)
    assert list(data) == KEYS
    said = {key: data[key] for key in ("code", "name", "title", "level", "why", "fixable", "default")}
    assert said == {
        "code": "MA504",
        "name": MA504.slug,
        "title": MA504.title,
        "level": "feil",
        "why": MA504.why,
        "fixable": MA504.fixable,
        "default": True,
    }
    assert data["norms"][0] == {"id": "N34", "chapter": "4.2", "text": norms()["N34"].tekst}


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        (["MA504"], ["MA504"]),
        (["ma504"], ["MA504"]),
        (["MA504", "MA001"], ["MA504", "MA001"]),
        (["MA504,MA001", "MA601"], ["MA504", "MA001", "MA601"]),
        (["MA504", "ma504"], ["MA504"]),
        ([RULES[-1].slug], [RULES[-1].code]),
        (["ma50"], [code for code in CODES if code.startswith("MA50")]),
        (["MA601", "MA"], ["MA601", *(code for code in CODES if code != "MA601")]),
        (["--all"], CODES),
        (["--all", "MA504"], CODES),
    ],
)
def test_which_rules_are_explained(args: list[str], codes: list[str], rule: Rule) -> None:
    assert [one["code"] for one in json.loads(rule(*args, "--output-format=json")[1])] == codes
    assert re.findall(r"^(MA\d{3}) \S+ \((?:feil|advarsel|merknad)", rule(*args)[1], re.MULTILINE) == codes
    assert re.findall(r"^## (MA\d{3}) ", rule(*args, "--output-format=markdown")[1], re.MULTILINE) == codes


@pytest.mark.parametrize(
    ("args", "err"),
    [
        ([], "Feil: skriv koden eller navnet på en regel, eller --all for alle.\n"),
        (["MA5O4"], "Feil: «MA5O4» er ingen regel.\nMente du «MA504»?\n"),
        (["oppsigelse-manglr"], "Feil: «oppsigelse-manglr» er ingen regel.\nMente du «oppsigelse-mangler»?\n"),
        (["MA504", "tullball"], f"Feil: «tullball» er ingen regel.\n{ALL}\n"),
        (["MA504,\x1b[31m\n\u202e"], f"Feil: «\\x1b[31m\\n\\u202e» er ingen regel.\n{ALL}\n"),
        (["MA9"], f"Feil: «MA9» er ingen regel.\n{ALL}\n"),
    ],
)
def test_what_is_no_rule(args: list[str], err: str, rule: Rule) -> None:
    for output_format in ("text", "json", "markdown"):
        assert rule(*args, "--output-format", output_format) == (2, "", err)


def test_coverage_shows_every_norm_with_its_rules_or_why_it_has_none(rule: Rule) -> None:
    code, out, err = rule("--coverage")
    assert (code, err) == (0, "")
    *rows, empty, last = out.splitlines()
    assert [row.split()[0] for row in rows] == list(norms())
    covered = {norm for one in RULES for norm in one.norms}
    assert (empty, last) == ("", f"{len(covered)} av {len(norms())} normer har regel.")
    for row, norm in zip(rows, norms().values(), strict=True):
        assert row.startswith(f"{norm.nr:<5} {'MA' if norm.nr in covered else '–'}")
        assert row.endswith(norm.tekst if norm.nr in covered else f"{norm.tekst} ({norm.grunn})")


def test_coverage_in_other_formats(rule: Rule) -> None:
    data = json.loads(rule("--coverage", "--output-format=json")[1])
    assert [row["norm"] for row in data] == list(norms())
    assert all(bool(row["rules"]) != bool(row["reason"]) for row in data)
    head, line, *rows = rule("--coverage", "--output-format=markdown")[1].splitlines()
    assert head == "| Norm | Kapittel | Regel | Hva | Hvorfor ikke en regel |"
    assert {row.count(" | ") for row in (head, line, *rows)} == {4}
    assert len(rows) == len(norms())


def test_as_a_process() -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONUTF8": "0",
        "LC_ALL": "C",
        "COLUMNS": "80",
    }
    command = [sys.executable, "-m", "avtalesjekk", "rule"]
    done = subprocess.run([*command, "MA504"], capture_output=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines()[1] == f"{MA504.title}."
    done = subprocess.run([*command, "MA5O4"], capture_output=True, env=environment, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == ["Feil: «MA5O4» er ingen regel.", "Mente du «MA504»?"]
