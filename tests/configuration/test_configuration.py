"""The configuration: where it is found, what it sets, and what is said where it is wrong."""

import io
import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.configuration.options import OPTIONS

Program = Callable[..., tuple[int, str, str]]
AGREEMENT = "format: 1\ntema: svømming\nparter: [KD, KS]\n"
TABLE = "[tool.avtalesjekk]\n"


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Program:
    """Run the program in a folder with one agreement in `avtaler`."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    write("avtaler/a.yaml", AGREEMENT)

    def done(*args: str) -> tuple[int, str, str]:
        return run(app, args), *capsys.readouterr()

    return done


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def codes(out: str) -> list[str]:
    return [finding["code"] for finding in json.loads(out)]


def linted(program: Program, *args: str) -> list[str]:
    return codes(program("lint", "--output-format=json", "--dato=2026-11-22", *args)[1])


@pytest.mark.parametrize(("name", "head"), [("avtalesjekk.toml", ""), ("pyproject.toml", TABLE)])
def test_both_files_will_do(name: str, head: str, program: Program) -> None:
    write(name, f'{head}select = ["MA201", "mål-mangler"]\n')
    assert linted(program) == ["MA102", "MA201"]


def test_the_nearest_file_wins_and_our_own_before_the_shared(program: Program) -> None:
    write("pyproject.toml", f'{TABLE}select = ["MA1"]\n')
    assert linted(program) == ["MA101", "MA102", "MA105"]
    write("avtalesjekk.toml", 'select = ["MA201"]\n')
    assert linted(program) == ["MA201"]
    write("avtaler/pyproject.toml", "[tool.other]\n")  # has no table of ours
    assert linted(program) == ["MA201"]
    write("avtaler/pyproject.toml", f'{TABLE}select = ["MA102"]\n')
    assert linted(program) == ["MA102"]
    write("andre/b.yaml", AGREEMENT)
    assert linted(program, "avtaler", "andre") == ["MA201", "MA102"]
    assert linted(program, "avtaler", "--config=avtalesjekk.toml") == ["MA201"]


def test_the_command_line_wins(program: Program) -> None:
    write(
        "avtalesjekk.toml",
        'select = ["MA1", "MA2"]\nignore = ["MA105"]\nfail-on = "aldri"\noutput-format = "concise"\n',
    )
    assert linted(program) == ["MA101", "MA102", "MA201"]
    assert linted(program, "--ignore=MA101") == ["MA102", "MA201"]
    assert linted(program, "--extend-select=MA401") == ["MA101", "MA102", "MA201", "MA401"]
    assert linted(program, "--select=MA10") == ["MA101", "MA102", "MA105"]
    assert program("lint")[0] == 0
    assert program("lint")[1].startswith("avtaler/a.yaml:1:1: ")
    assert program("lint", "--fail-on=feil")[0] == 1


def test_each_file_fails_as_its_own_configuration_says(program: Program) -> None:
    write("avtalesjekk.toml", 'select = ["MA102"]\n')
    assert program("lint")[0] == 0
    write("andre/avtalesjekk.toml", 'select = ["MA102"]\nfail-on = "advarsel"\n')
    write("andre/b.yaml", AGREEMENT)
    assert program("lint", "avtaler", "andre")[0] == 1
    assert program("lint", "avtaler", "andre", "--fail-on=feil")[0] == 0


def test_rules_are_excused_for_single_files(program: Program) -> None:
    write("avtaler/b.yaml", AGREEMENT)
    write(
        "avtalesjekk.toml",
        'select = ["MA102", "MA201"]\n[per-file-ignores]\n"avtaler/a*" = ["MA1", "forpliktelser-mangler", "MA001"]\n',
    )
    assert linted(program) == ["MA102", "MA201"]  # of b
    write("avtaler/a.yaml", "[")
    assert linted(program) == ["MA001", "MA102", "MA201"]  # without it nothing is said of a file


def test_excluded_files_are_not_checked_unless_they_are_named(program: Program) -> None:
    write("avtaler/utkast.yaml", AGREEMENT)
    write("avtalesjekk.toml", 'exclude = ["utkast.yaml"]\nselect = ["MA201"]\n')
    assert linted(program) == ["MA201"]
    assert linted(program, "avtaler/utkast.yaml") == ["MA201"]
    assert linted(program, "avtaler/utkast.yaml", "avtaler/a.yaml", "--force-exclude") == ["MA201"]
    code, out, err = program("lint", "avtaler/utkast.yaml", "--force-exclude")
    assert (code, out, err) == (0, "", "Ingen avtaler er kontrollert: oppsettet utelater dem (exclude).\n")
    write("avtalesjekk.toml", 'exclude = ["avtaler"]\nforce-exclude = true\n')
    assert program("lint")[0] == 0


def test_excluded_files_are_no_neighbours(program: Program) -> None:
    write("avtaler/b.yaml", "id: a\n" + AGREEMENT)
    assert linted(program, "avtaler/a.yaml", "--select=MA711") == ["MA711"]
    write("avtalesjekk.toml", 'exclude = ["b.yaml"]\n')
    assert linted(program, "avtaler/a.yaml", "--select=MA711") == []


def test_standard_input_goes_by_the_working_folder(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    write("avtalesjekk.toml", 'select = ["MA102"]\nfail-on = "advarsel"\n[per-file-ignores]\n"avtaler/*" = ["MA1"]\n')
    for args, found, code in ((["-"], ["MA102"], 1), (["-", "--stdin-filename=avtaler/x.yaml"], [], 0)):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(AGREEMENT.encode())))
        ended, out, _ = program("lint", "--output-format=json", *args)
        assert (codes(out), ended) == (found, code)


def test_render_goes_by_it_too_but_not_its_gate(program: Program) -> None:
    write("maler/bokmal.jinja", "# {{ tittel }}\n\nEgen mal.\n")
    write("avtalesjekk.toml", 'mal = "maler"\nformat = ["txt"]\nmalform = "bokmål"\nignore = ["MA"]\n')
    code, out, err = program("render", "avtaler/a.yaml")
    assert (code, out) == (1, "")
    assert "MA201" in err
    code, out, _ = program("render", "avtaler/a.yaml", "--utkast")
    assert code == 0
    assert "\nEgen mal.\n" in out
    assert "#" not in out
    write("avtaler/avtalesjekk.toml", 'mal = "../maler"\nmalform = "nynorsk"\n')
    assert program("render", "avtaler/a.yaml", "--utkast")[2].endswith("nynorsk.jinja finnes ikke.\n")


def test_from_elsewhere_a_run_goes_by_what_is_above_the_first_path(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("avtalesjekk.toml", 'output-format = "concise"\nselect = ["MA102"]\nexclude = ["b.yaml"]\n')
    write("avtaler/b.yaml", AGREEMENT)
    write("annet/sted/x", "")
    monkeypatch.chdir("annet/sted")
    (tmp_path / "avtalesjekk.toml").rename(tmp_path / "avtaler/avtalesjekk.toml")
    for path in ("../../avtaler", "../../avtaler/a.yaml"):
        assert program("lint", path)[1].startswith("../../avtaler/a.yaml:1:1: advarsel MA102 ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["MA1"]', ":1:1: valget «selct» finnes ikke; mente du «select»?"),
        ("# k\n\n[tabell]\n", ":3:2: valget «tabell» finnes ikke; det som kan stå her, er select, extend-select"),
        ('select = [\n  "MA201",\n  "MA20l",\n]\n', ":3:3: «MA20l» er ingen regel; mente du «MA20"),
        ('ignore = ["tull"]', ":1:11: «tull» er ingen regel."),
        ('fail-on = "fei"', ":1:11: «fei» kan ikke stå etter «fail-on»; mente du «feil»?"),
        ('output-format = "html5"', "«html5» kan ikke stå etter «output-format»; skriv «full», «concise»"),
        ("fail-on = 1", ":1:1: «fail-on» skal være et av ordene: feil, advarsel, merknad, aldri."),
        ("quiet = 1", ":1:1: «quiet» skal være true eller false."),
        ("exclude = [1]", ":1:1: «exclude» skal være en liste med mønstre."),
        ("per-file-ignores = []", ":1:1: «per-file-ignores» skal være mønstre, hvert med en liste med regler."),
        ('[per-file-ignores]\n"a.yaml" = ["MAX"]', ":2:13: «MAX» er ingen regel."),
        ('dato = "i morgen"', ":1:1: «i morgen» er ikke en dato; skriv den som 2026-11-22."),
        ("dato = 12:30:00", ":1:1: «dato» skal være en dato, som 2026-11-22."),
        ('mal = ""', ":1:1: «mal» skal være en mappe."),
        ('report = ["json=x"]', ":1:1: «report» velges for hver kjøring, på kommandolinjen."),
        ("utkast = true", ":1:1: «utkast» velges for hver kjøring, på kommandolinjen."),
        ("a = [", "filen er ikke gyldig TOML: her skal det stå en verdi"),
        ("\n\n=", ":3:1: filen er ikke gyldig TOML: linjen er verken en nøkkel eller en tabell."),
        ("a = " + "[" * 5000, "filen er ikke gyldig TOML."),
        ("a = " + "1" * 5000, "filen er ikke gyldig TOML."),
        ("select = []", ":1:1: «select» nevner ingen regel."),
        ("[tool.avtalesjekk]\nignore = []", ":1:1: i avtalesjekk.toml står valgene øverst, uten [tool.avtalesjekk]."),
        ('"\\u001b[31m" = 1', "valget «\\x1b[31m» finnes ikke"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, said: str, program: Program) -> None:
    write("avtalesjekk.toml", text)
    for args in (["lint"], ["render", "avtaler/a.yaml"], ["lint", "--show-config"]):
        code, out, err = program(*args)
        assert (code, out) == (2, "")
        assert err.startswith("Feil: avtalesjekk.toml")
        assert said in err
        assert "\x1b" not in err


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff", "Feil: avtalesjekk.toml er ikke UTF-8.\n"),
        (b"#" * 500_001, "Feil: avtalesjekk.toml er for stor til å være et oppsett.\n"),
        (b"\xef\xbb\xbfquiet = true\n", ""),
    ],
)
def test_other_bytes(data: bytes, said: str, program: Program) -> None:
    Path("avtalesjekk.toml").write_bytes(data)
    assert program("lint", "--select=MA005")[2] == said


def test_a_shared_file_that_is_not_ours_to_judge(program: Program) -> None:
    write("pyproject.toml", '[tool]\nx = 1\n[project]\nname = "x"\n')
    assert program("lint", "--select=MA005")[0] == 0
    write("pyproject.toml", "[tool]\navtalesjekk = 3\n")
    assert program("lint")[2] == "Feil: pyproject.toml:2:1: «tool.avtalesjekk» er ikke en tabell.\n"
    write("pyproject.toml", "tool = 3\n")
    assert program("lint", "--select=MA005")[0] == 0
    write("pyproject.toml", f'{TABLE}"select" = ["MAx"]')
    assert program("lint")[2].startswith("Feil: pyproject.toml:2:13: «MAx» er ingen regel")


def test_what_is_no_file_is_passed_over(program: Program) -> None:
    os.mkfifo("avtalesjekk.toml")
    Path("pyproject.toml").mkdir()
    assert program("lint", "--select=MA005")[0] == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("borte.toml", "«borte.toml» finnes ikke."),
        ("pyproject.toml", "«pyproject.toml» har ikke noen tabell [tool.avtalesjekk]."),
    ],
)
def test_a_named_file_must_be_there(name: str, said: str, program: Program) -> None:
    write("pyproject.toml", "[project]\n")
    assert program("lint", f"--config={name}") == (2, "", f"Feil: {said}\n")


def test_every_value_is_shown_with_where_it_is_from(program: Program) -> None:
    write("avtalesjekk.toml", 'ignore = ["MA103"]\n\n[per-file-ignores]\n"a \\"b\\".yaml" = ["MA1"]\n')
    code, out, err = program("lint", "--show-config", "--ignore=MA6", "--select=MA2", "--fail-on=advarsel", "--fix")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert [line.partition(" = ")[0].lstrip("# ").partition(":")[0] for line in lines] == [o.name for o in OPTIONS]
    values = {line.rpartition("#")[0].strip(): line.rpartition("#")[2].strip() for line in lines}
    assert values['select = ["MA2"]'] == "kommandolinjen"
    assert values['ignore = ["MA6"]'] == "kommandolinjen"  # what is selected here puts the file's aside
    assert values['per-file-ignores = {"a \\"b\\".yaml" = ["MA1"]}'] == "avtalesjekk.toml:3"
    assert values['fail-on = "advarsel"'] == "kommandolinjen"
    assert values["fix = true"] == "kommandolinjen"
    assert values["quiet = false"] == "standard"
    assert values["# dato: i dag"] == "standard"
    assert 'ignore = ["MA103", "MA6"]' in program("lint", "--show-config", "--ignore=MA6")[1]
    assert "# avtalesjekk.toml:1 og kommandolinjen\n" in program("lint", "--show-config", "--ignore=MA6")[1]


def test_what_is_shown_can_be_used(program: Program) -> None:
    _, out, _ = program("lint", "--show-config", "--ignore=MA6", "--dato=2026-01-02", "--output-format=concise")
    write("avtalesjekk.toml", out)
    assert program("lint", "--show-config")[0] == 0
    assert 'dato = "2026-01-02"' in program("lint", "--show-config")[1]


def test_it_has_a_schema_of_its_own(program: Program) -> None:
    code, out, err = program("schema", "--config")
    assert (code, err) == (0, "")
    schema = json.loads(out)
    validator = import_module("jsonschema").Draft202012Validator
    validator.check_schema(schema)
    check = validator(schema).is_valid
    assert [*schema["properties"]] == [option.name for option in OPTIONS]
    assert all(part["description"] for part in schema["properties"].values())
    assert check({"select": ["MA", "MA5", "MA503", "utover-stortingsperioden"], "fail-on": "aldri", "quiet": True})
    assert check({"per-file-ignores": {"*.yaml": ["MA1"]}, "dato": "2026-01-01", "mal": "maler", "format": ["md"]})
    refused: tuple[dict[str, object], ...] = (
        {"selct": []},
        {"select": ["MX"]},
        {"quiet": "ja"},
        {"fail-on": "x"},
        {"format": ["pdf2"]},
        {"mal": ""},
    )
    for wrong in refused:
        assert not check(wrong)
