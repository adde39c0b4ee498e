"""MA710–MA712: an agreement among the others, those given and those that lie beside them."""

import io
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.linting import Input, lint
from avtalesjekk.selection import select

from .lines import TODAY, merged, told

BASE = """\
format: 1
tema: bosetting av flyktninger
parter: [KMD, KS]
status: undertegnet
varighet: {ikrafttredelse: 2020-01-01, til: 2020-12-31}
"""
LATER = "varighet: {ikrafttredelse: 2021-01-01, til: 2021-12-31}"
OTHER = "tema: barnevern"
Lint = Callable[..., tuple[int, list[str], str]]


def agreement(fragment: str) -> bytes:
    return merged(BASE, fragment).encode()


def inputs(files: Mapping[str, str]) -> list[Input]:
    return [Input.named(name, agreement(fragment)) for name, fragment in files.items()]


def found(given: Mapping[str, str], beside: Mapping[str, str] | None = None) -> list[str]:
    report = lint(inputs(given), TODAY, select(["MA003", "MA71"]), lambda: inputs(beside or {}))
    return [f"{file.filename}: {text}" for file in report.files for text in told(file.active)]


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Lint:
    """Run `lint` in a folder with files (fragment, or bytes as they are): exit code, «file: code» lines, stderr."""
    monkeypatch.chdir(tmp_path)

    def say(files: Mapping[str, str | bytes], *args: str, stdin: str | None = None) -> tuple[int, list[str], str]:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else agreement(content))
        if stdin is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(agreement(stdin)), "utf-8"))
        code = run(app, ["lint", *args, "--select=MA71,MA012", "--output-format=concise", "--dato=2026-11-22", "-q"])
        out, err = capsys.readouterr()
        lines = [re.sub(r"^(.*?):\d+:\d+: \w+ (MA\d+) .*$", r"\1: \2", line) for line in out.splitlines()]
        return code, lines, err

    return say


REPLACED = "historikk: [{dato: 2020-09-01, hendelse: erstattet, av: b}]"


@pytest.mark.parametrize(
    ("given", "beside", "hits"),
    [
        ({"a.yaml": REPLACED}, {}, 1),
        ({"a.yaml": REPLACED, "b.yaml": OTHER}, {}, 0),
        ({"a.yaml": REPLACED}, {"b.yaml": OTHER}, 0),
        ({"a.yaml": REPLACED}, {"b.yml": OTHER}, 0),
        ({"a.yaml": REPLACED}, {"c.yaml": f"id: b\n{OTHER}"}, 0),
        ({"a.yaml": REPLACED, "c.yaml": f"id: b\n{OTHER}"}, {}, 0),
        ({"a.yaml": REPLACED}, {"b.yaml": f"id: c\n{OTHER}"}, 1),
        ({"a.yaml": REPLACED}, {"B.yaml": OTHER}, 1),
        ({"a.yaml": "historikk: [{dato: 2020-09-01, hendelse: reforhandlet, av: b}]"}, {}, 1),
        ({"a.yaml": "historikk: [{dato: 2020-09-01, hendelse: erstattet}]"}, {}, 0),
        ({"mappe/a.yaml": REPLACED}, {"mappe/b.yaml": OTHER}, 0),
    ],
)
def test_the_agreement_that_replaced_it(given: dict[str, str], beside: dict[str, str], hits: int) -> None:
    name = next(iter(given))
    assert found(given, beside) == [f"{name}: MA710 feil historikk[0].av"] * hits


def test_each_reference_is_told_by_itself() -> None:
    events = "historikk: [{dato: 2020, hendelse: evaluert, av: x}, {dato: 2021, hendelse: erstattet, av: y}]"
    assert found({"a.yaml": events}) == [f"a.yaml: MA710 feil historikk[{i}].av" for i in (0, 1)]


@pytest.mark.parametrize(
    ("given", "beside", "expected"),
    [
        ({"a.yaml": "", "b.yaml": f"id: a\n{OTHER}"}, {}, ["a.yaml", "b.yaml"]),
        ({"a.yaml": "", "a.yml": OTHER}, {}, ["a.yaml", "a.yml"]),
        ({"a.yaml": ""}, {"a.yml": OTHER}, ["a.yaml"]),
        ({"a.yaml": ""}, {"c.yaml": f"id: a\n{OTHER}"}, ["a.yaml"]),
        ({"x/a.yaml": "", "y/a.yaml": OTHER}, {}, ["x/a.yaml", "y/a.yaml"]),
        ({"a.yaml": "id: x", "b.yaml": f"id: y\n{OTHER}"}, {}, []),
        ({"a.yaml": "id: b"}, {"b.yaml": f"id: a\n{OTHER}"}, []),
        ({"a.yaml": ""}, {"b.yaml": f"id: c\n{OTHER}", "c.yaml": f"tema: skole\n{LATER}"}, []),
    ],
)
def test_the_same_id_twice(given: dict[str, str], beside: dict[str, str], expected: list[str]) -> None:
    assert found(given, beside) == [f"{name}: MA711 feil id" for name in expected]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("", "", True),
        ("", "tema: Bosetting av flyktninger.", True),
        ("", "tema: «BOSETTING» – av  flyktninger", True),
        ("", "tema: bosetting av flyktningar", False),
        ("", "tema: bosetting", False),
        ("", LATER, False),
        ("", "varighet: {ikrafttredelse: 2020-12-31, til: 2021-12-31}", True),
        ("", "varighet: {ikrafttredelse: 2019-01-01, til: 2020-01-01}", True),
        ("", "varighet: {ikrafttredelse: 2019-01-01, lengde: 1 år}", False),
        ("", "varighet: {ikrafttredelse: 2019-01-01, til: 2019-12-31}", False),
        ("", "varighet: {ikrafttredelse: 2019-01-01}", True),
        ("", "varighet: {til: 2020-06-30}", False),
        ("", "varighet: {til: 2020-06-30}\nunderskrifter: {dato: 2020-02-01}", True),
        ("", "status: klar", False),
        ("status: utkast", "", False),
        ("historikk: [{dato: 2020-05-31, hendelse: sagt opp}]", "varighet: {ikrafttredelse: 2020-06-01}", False),
        (REPLACED, "varighet: {ikrafttredelse: 2020-09-02}", False),
        (REPLACED, "varighet: {ikrafttredelse: 2020-09-01}", False),
        ("tema: '«Et løft» for alle'", "tema: '“Et løft” for alle'", True),
        ("tema: e-helse i kommunene", "tema: ehelse i kommunene", True),
    ],
)  # fmt: skip
def test_the_same_theme_at_once(one: str, other: str, same: bool) -> None:  # noqa: FBT001 (a column of the table)
    both = {"a.yaml": one, "b.yaml": other}
    assert found(both) == [f"{name}: MA712 merknad tema" for name in both] * same
    assert found({"a.yaml": one}, {"b.yaml": other}) == ["a.yaml: MA712 merknad tema"] * same


def test_with_the_same_id_the_theme_is_not_told_too() -> None:
    assert found({"a.yaml": ""}, {"a.yml": ""}) == ["a.yaml: MA711 feil id"]


def test_what_they_say() -> None:
    given = {"a.yaml": REPLACED, "c.yaml": ""}
    report = lint(inputs(given), TODAY, select(["MA71"]), lambda: inputs({"a.yml": OTHER}))
    assert [finding.message for finding in report.files[0].active] == [
        "id-en «a» (filnavnet) er også id-en til a.yml",
        "c.yaml har samme tema og gjelder samtidig",
        "avtalen «b» finnes ikke blant avtalene",
    ]


def test_neighbours_are_read_from_the_folder_but_not_told_of(linted: Lint) -> None:
    files: dict[str, str | bytes] = {"a.yaml": REPLACED, "b.yaml": "id: x", "under/b.yaml": ""}
    assert linted(files, "a.yaml") == (1, ["a.yaml: MA712", "a.yaml: MA710"], "")
    assert linted({"b.yaml": OTHER}, "a.yaml") == (0, [], "")
    assert linted({}, "under") == (0, [], "")


@pytest.mark.parametrize("content", [b"tema: [", b"\xff\xfe", b"", b"- liste", b"\x00"])
def test_neighbours_that_cannot_be_read_are_passed_over(linted: Lint, content: bytes) -> None:
    assert linted({"a.yaml": "", "b.yaml": content, ".skjult.yaml": "", "c.txt": ""}, "a.yaml") == (0, [], "")


def test_a_reference_to_an_agreement_that_cannot_be_read(linted: Lint) -> None:
    assert linted({"a.yaml": REPLACED, "b.yaml": b"tema: ["}, "a.yaml") == (0, [], "")


@pytest.mark.parametrize("args", [(".",), ("./a.yaml", "a.yaml"), (".", "a.yaml"), ("under/../a.yaml",)])
def test_the_same_file_is_no_other(linted: Lint, args: tuple[str, ...]) -> None:
    assert linted({"a.yaml": "", "under/x.txt": b""}, *args) == (0, [], "")


@pytest.mark.parametrize("other", ["{here}/a.yaml", "under/../a.yaml", "{here}"])
def test_the_same_file_by_another_path(linted: Lint, tmp_path: Path, other: str) -> None:
    assert linted({"a.yaml": "", "under/x.txt": b""}, "a.yaml", other.format(here=tmp_path)) == (0, [], "")


def test_standard_input_without_a_name_is_compared_with_none(linted: Lint) -> None:
    assert linted({"a.yaml": ""}, "-", stdin=f"id: a\n{REPLACED}") == (0, [], "")
    assert linted({"a.yaml": ""}, "-", "a.yaml", stdin="") == (0, [], "")


def test_standard_input_with_a_name_stands_in_its_folder(linted: Lint) -> None:
    files: dict[str, str | bytes] = {"a.yaml": OTHER, "b.yaml": LATER}
    for name in ("a.yaml", "./a.yaml", f"{Path.cwd()}/a.yaml"):
        assert linted(files, "-", f"--stdin-filename={name}", stdin=REPLACED) == (0, [], "")
    assert linted(files, "-", "--stdin-filename=c.yaml", stdin=f"id: a\n{REPLACED}") == (
        1,
        ["c.yaml: MA012", "c.yaml: MA711"],
        "",
    )
    assert linted({}, "-", "--stdin-filename=finnes/ikke/a.yaml", stdin=REPLACED) == (
        1,
        ["finnes/ikke/a.yaml: MA710"],
        "",
    )
