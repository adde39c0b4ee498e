"""`avtalesjekk lint`: its options and its exit codes."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

Lint = Callable[..., tuple[int, str, str]]

HEAD = "format: 1\ntema: svømmeopplæring\nparter: [KDD, KS]\n"
RULES = "--select=MA002,MA010,MA102,MA201,MA404"
FEIL, ADVARSEL, MERKNAD = "MA201", "MA102", "MA404"  # what HEAD lacks: forpliktelser, mål, oppfølging
LAPSED = HEAD + "avvik:\n  - {regel: MA102, begrunnelse: Målene er i strategien., til: 2026-11-21}\n"
SET_ASIDE = (
    HEAD
    + "avvik:\n  - {regel: MA102, begrunnelse: Målene er i strategien.}\n"
    + "  - {regel: MA201, begrunnelse: Pliktene er ikke sett., feillest: ja}\n"
)


def write(text: str, name: str = "a.yaml") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(out: str) -> list[str]:
    """The findings of a concise report, without their messages."""
    return [re.sub(r" (MA\d+) .*", r" \1", line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        (FEIL, {"feil": 1, "advarsel": 1, "merknad": 1, "aldri": 0}),
        (ADVARSEL, {"feil": 0, "advarsel": 1, "merknad": 1, "aldri": 0}),
        (MERKNAD, {"feil": 0, "advarsel": 0, "merknad": 1, "aldri": 0}),
        (f"{MERKNAD},{ADVARSEL}", {"feil": 0, "advarsel": 1, "merknad": 1, "aldri": 0}),
        ("MA001", {"feil": 0, "advarsel": 0, "merknad": 0, "aldri": 0}),
    ],
)
def test_the_exit_code_goes_by_the_level(rules: str, codes: dict[str, int], lint: Lint) -> None:
    write(HEAD)
    for output_format in ("full", "concise", "json"):
        args = ("a.yaml", f"--select={rules}", f"--output-format={output_format}")
        assert {level: lint(*args, "--fail-on", level)[0] for level in codes} == codes
        assert lint(*args)[0] == codes["feil"]


@pytest.mark.parametrize("level", ["feil", "advarsel", "merknad", "aldri"])
def test_findings_that_depend_on_the_day_and_those_set_aside_never_fail(level: str, lint: Lint) -> None:
    write(LAPSED)
    rules = "--select=MA010,MA102"
    code, out, err = lint("a.yaml", rules, "--output-format=concise", "--fail-on", level)
    assert (code, found(out)) == (0, ["a.yaml:5:63: advarsel MA010"])
    assert err == (
        "1 advarsel i 1 avtale; 1 funn er satt til side med avvik; 1 gjelder per i dag, og gir ikke utgangskode 1.\n"
    )


def test_the_day_is_given(lint: Lint) -> None:
    write(LAPSED)
    assert "MA010" in lint("a.yaml", "--select=MA010,MA102")[1]
    assert "MA010" not in lint("a.yaml", "--select=MA010,MA102", "--dato", "2026-11-21")[1]
    for day in ("22.11.2026", "2026-02-30", "i dag", ""):
        code, out, err = lint("a.yaml", "--dato", day)
        assert (code, out) == (2, "")
        assert err.startswith(f"Feil: ugyldig verdi for «--dato»: «{day}» er ingen dato")


def test_quiet_leaves_out_the_summary(lint: Lint) -> None:
    write(HEAD)
    _, loud, _ = lint("a.yaml", f"--select={FEIL}")
    code, out, err = lint("a.yaml", f"--select={FEIL}", "-q")
    assert (code, loud, err) == (1, f"{out}\n1 feil i 1 avtale.\n", "")
    concise = ("a.yaml", f"--select={FEIL}", "--output-format=concise")
    code, out, err = lint(*concise)
    assert (code, found(out), err) == (1, ["a.yaml:1:1: feil MA201"], "1 feil i 1 avtale.\n")
    assert lint(*concise, "--quiet") == (1, out, "")
    assert lint("a.yaml", "--select=MA001", "-q") == (0, "", "")
    assert lint("a.yaml", "--select=MA001") == (0, "Ingen funn i 1 avtale.\n", "")


def test_deviations_are_shown_when_asked_for_and_always_in_json(lint: Lint) -> None:
    write(SET_ASIDE)
    last = "1 merknad i 1 avtale; 1 funn er satt til side med avvik; 1 funn er satt til side\nsom feillest.\n"
    code, out, err = lint("a.yaml", RULES)
    assert (code, err) == (0, "")
    assert re.fullmatch(r"merknad\[MA404\] [^\n]*\n(  [^\n]*\n)*\n" + last, out)
    _, out, _ = lint("a.yaml", RULES, "--show-avvik")
    one, two = "avvik[MA102] a.yaml:1:1: avtalen har ingen mål", "feillest[MA201] a.yaml:1:1: avtalen har ingen forpl"
    assert one in out
    assert two in out
    assert "Begrunnelse: Målene er i\n  strategien." in out
    assert out.endswith(f"\n\n{last}")
    data = json.loads(lint("a.yaml", RULES, "--output-format=json")[1])
    reasons = {finding["code"]: finding["avvik"] and finding["avvik"]["feillest"] for finding in data}
    assert reasons == {"MA102": False, "MA201": True, "MA404": None}


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        (["--select=MA1", "--ignore=MA105"], ["MA102"]),
        (["--select=ma102"], ["MA102"]),
        (["--select=mål-mangler"], ["MA102"]),
        (["--select=MA102, MA2"], ["MA102", "MA201"]),
        (["--select", "MA102", "--select", "MA201"], ["MA102", "MA201"]),
        (["--select=MA102", "--extend-select=MA201"], ["MA102", "MA201"]),
        (["--select=MA102,MA201,MA404", "--ignore=MA2", "--ignore", "MA404"], ["MA102"]),
        (["--select=MA102,MA201,MA404", "--ignore=MA2,MA404"], ["MA102"]),
        (["--select=MA404,MA405"], ["MA404", "MA405"]),
        (["--select=MA40", "--ignore=MA401,MA402,MA403"], ["MA404"]),
        (["--select=MA40", "--ignore=MA401,MA402,MA403", "--extend-select=MA405"], ["MA404", "MA405"]),
        (["--select=MA102", "--ignore=MA102"], []),
    ],
)
def test_rules_are_chosen_left_out_and_added(args: list[str], codes: list[str], lint: Lint) -> None:
    write(HEAD + "formål: {bakgrunn: Mange kan ikke svømme.}\nevaluering: {hyppighet: hvert år}\n")
    data = json.loads(lint("a.yaml", *args, "--output-format=json")[1])
    assert sorted(finding["code"] for finding in data) == codes


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_a_rule_that_is_none(option: str, lint: Lint) -> None:
    write(HEAD)
    for name, hint in (("MA5O3", "MA503"), ("utover-stortingsperiode", "utover-stortingsperioden"), ("x\x1b", None)):
        code, out, err = lint("a.yaml", option, f"MA102,{name}")
        assert (code, out) == (2, "")
        shown = name.replace("\x1b", "\\x1b")
        assert err.startswith(f"Feil: «{shown}» er ingen regel")
        assert (f"«{hint}»" in err) if hint else (err.count("«") == 1)


def test_options_take_one_value_and_leave_the_files_alone(lint: Lint) -> None:
    for name in ("a.yaml", "MA201", "b.yaml"):
        write(HEAD, name)
    code, out, _ = lint("--output-format=concise", "--select", "MA102", "MA201", "--ignore", "MA5", "a.yaml", "b.yaml")
    assert (code, found(out)) == (0, [f"{name}:1:1: advarsel MA102" for name in ("MA201", "a.yaml", "b.yaml")])


@pytest.mark.parametrize(
    "args",
    [
        ["--fail-on", "ingen"],
        ["--output-format=html"],
        ["--slect=MA5"],
        ["--select"],
        ["-q=1"],
        [""],
        ["--cache-dir"],
        ["--no-cache=ja"],
    ],
)
def test_wrong_use(args: list[str], lint: Lint) -> None:
    write(HEAD)
    code, out, err = lint("a.yaml", *args)
    assert (code, out) == (2, "")
    assert err.startswith("Feil: ")
    assert err.endswith("\nSe «avtalesjekk lint --help».\n")


def test_the_cache_options_are_accepted(lint: Lint) -> None:
    write(HEAD)
    assert lint("a.yaml", "--cache-dir=mellomlager", "--no-cache", "--select=MA001")[0] == 0
    assert not Path("mellomlager").exists()


def test_json_is_one_array_sorted_by_file_and_place(lint: Lint) -> None:
    for name in ("b.yaml", "a.yaml", "mappe/c.yaml", "Å.yaml"):
        write(HEAD + "ukjent: 1\nannet: 2\n", name)
    _, out, err = lint("Å.yaml", "mappe", "b.yaml", "a.yaml", RULES, "--output-format=json")
    places = [(f["filename"], f["location"]["row"], f["location"]["column"], f["code"]) for f in json.loads(out)]
    one = [(1, 1, "MA102"), (1, 1, "MA201"), (1, 1, "MA404"), (4, 1, "MA002"), (5, 1, "MA002")]
    names = ["a.yaml", "b.yaml", str(Path("mappe/c.yaml")), "Å.yaml"]
    assert places == [(name, *of) for name in names for of in one]
    assert err == ""
    assert lint("a.yaml", "--select=MA001", "--output-format=json") == (0, "[]\n", "")
