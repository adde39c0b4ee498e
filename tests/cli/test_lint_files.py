"""`avtalesjekk lint`: which files it reads, what it says of those that cannot be read, and the program as a process."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

Lint = Callable[..., tuple[int, str, str]]

AGREEMENT = "format: 1\ntema: svømmeopplæring\nparter: [KDD, KS]\n"
NONE = ("--dato=2026-11-22", "--select=MA001")  # of the rules none but that a file can be read
TOO_LARGE = AGREEMENT.encode() + b"#" * 2_000_001
ID = ("--dato=2026-11-22", "--select=MA012", "--output-format=concise")


@pytest.fixture
def lint(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Lint:
    """Check in a folder of one's own: the exit code and what is said on stdout and stderr."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)

    def checked(*args: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        return run(app, ["lint", *args]), *capsys.readouterr()

    return checked


def write(text: str | bytes, name: str = "a.yaml") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_paths_the_folder_avtaler_is_checked(lint: Lint) -> None:
    write(AGREEMENT, "avtaler/a.yaml")
    write(AGREEMENT, "avtaler/b.yml")
    write("ingen avtale", "c.yaml")
    assert lint(*NONE) == (0, "Ingen funn i 2 avtaler.\n", "")


def test_nothing_to_check(lint: Lint) -> None:
    err = "Feil: det er ingen mappe «avtaler» her. Skriv hvilke filer eller mapper som skal kontrolleres.\n"
    assert lint() == (2, "", err)
    write(AGREEMENT, "avtaler/nye/a.yaml")
    err = f"Feil: det er ingen avtaler (.yaml, .yml) i mappen «avtaler».\nMente du «{Path('avtaler/nye')}»?\n"
    assert lint() == (2, "", err)
    assert lint("--output-format=json") == (2, "[]\n", err)
    assert lint("--output-format=concise") == (2, "", err)
    assert lint("borte.yaml") == (2, "", "Feil: «borte.yaml» finnes ikke.\n")


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_the_rest_are_checked_beside_what_cannot_be_opened(output_format: str, lint: Lint) -> None:
    write(AGREEMENT)
    write("ukjent", "b.yaml")
    Path("tom").mkdir()
    code, out, err = lint(*NONE, "a.yaml", "borte.yaml", "b.yaml", "tom", f"--output-format={output_format}")
    assert code == 2
    assert "MA001" in out
    assert err.splitlines()[:2] == [
        "Feil: «borte.yaml» finnes ikke.",
        "Feil: det er ingen avtaler (.yaml, .yml) i mappen «tom».",
    ]
    assert lint(*NONE, "a.yaml", "borte.yaml", "--fail-on=aldri")[0] == 2


def test_names_that_look_like_options(lint: Lint) -> None:
    write(AGREEMENT, "-x.yaml")
    write(AGREEMENT, "--fix")
    assert lint(*NONE, "--", "-x.yaml", "--fix") == (0, "Ingen funn i 2 avtaler.\n", "")
    assert lint(*NONE, "./-x.yaml") == (0, "Ingen funn i 1 avtale.\n", "")
    code, out, err = lint(*NONE, "-x.yaml")
    assert (code, out) == (2, "")
    assert err.startswith("Feil: det finnes ikke noe valg «-x»")


def test_stdin_has_the_name_it_is_given_or_none(lint: Lint) -> None:
    bad = AGREEMENT.replace("tema", "id: annet\ntema").encode()
    code, out, _ = lint(*NONE, "-", stdin=b"ukjent")
    assert code == 1
    assert " --> <standard inn>:1:1\n" in out
    assert lint(*ID, "-", "-q", stdin=bad) == (0, "", "")
    code, out, _ = lint(*ID, "-", "--stdin-filename=nye/svømming.yaml", "-q", stdin=bad)
    assert code == 0
    assert re.match(r"nye/svømming\.yaml:2:5: advarsel MA012 .*«annet»", out.replace("\\", "/"))


def test_stdin_is_checked_together_with_files_and_its_neighbours(lint: Lint) -> None:
    write(AGREEMENT.replace("tema", "id: svomming\ntema"), "avtaler/a.yaml")
    write(AGREEMENT, "b.yaml")
    assert lint(*NONE, "b.yaml", "-", stdin=AGREEMENT.encode())[1] == "Ingen funn i 2 avtaler.\n"
    data = json.loads(
        lint(*NONE, "b.yaml", "-", "--stdin-filename=z.yaml", "--select=MA201", "--output-format=json")[1]
    )
    assert [finding["filename"] for finding in data] == ["b.yaml", "z.yaml"]
    one = AGREEMENT.replace("tema", "id: svomming\ntema").encode()
    args = ("-", "--select=MA711", "--output-format=json", "--dato=2026-11-22")
    assert lint(*args, stdin=one)[1] == "[]\n"
    (finding,) = json.loads(lint(*args, "--stdin-filename=avtaler/b.yaml", stdin=one)[1])
    assert (finding["code"], finding["filename"]) == ("MA711", "avtaler/b.yaml")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", TOO_LARGE, b"\x00", b"\xff\xfe", b"- [", b"{" * 100])
def test_whatever_comes_in_on_stdin_is_a_finding(data: bytes, lint: Lint) -> None:
    code, out, err = lint(*NONE, "-", "--output-format=json", stdin=data)
    assert (code, err) == (1, "")
    assert [finding["code"] for finding in json.loads(out)] == ["MA001"]


def test_files_that_are_no_agreements(lint: Lint) -> None:
    write("AVTALE MELLOM STATEN OG KS\nPartene er: Staten: KS\n", "skannet.yaml")
    write("# på norsk\ntema: p\xe5 norsk\n".encode("latin-1"), "latin.yaml")
    write(AGREEMENT + "tema: \\e[31m\n", "to.yaml")
    args = ("--dato=2026-11-22", "--select=MA001,MA005", "--output-format=concise", "-q")
    code, out, err = lint(*args, ".")
    assert (code, err) == (1, "")
    latin, scanned, twice = out.splitlines()
    assert latin.startswith("latin.yaml:1:4: feil MA001 filen er ikke UTF-8; den ser ut som Latin-1 (lagre den på nytt")
    assert re.match(
        r"skannet\.yaml:[12]:\d+: feil MA001 filen ser ikke ut som en avtale i avtaleformatet: .*«format: 1»", scanned
    )
    assert twice.startswith("to.yaml:4:1: feil MA005 nøkkelen «tema» står to ganger; bare den første er lest")
    _, full, _ = lint(*NONE[:1], "--select=MA005", "to.yaml", "-q")
    assert TWICE in full


TWICE = """\
 --> to.yaml:4:1
  |
1 | format: 1
2 | tema: svømmeopplæring
  | ---- «tema» står her første gang
3 | parter: [KDD, KS]
4 | tema: \\e[31m
  | ^^^^
"""


def test_what_reaches_the_terminal_is_escaped(lint: Lint) -> None:
    write(AGREEMENT.replace("svømmeopplæring", '"\\rrød\\n\\t"').replace("KDD", '"\\r[31m"'))
    for output_format in ("full", "concise", "json"):
        _, out, err = lint("--dato=2026-11-22", "a.yaml", f"--output-format={output_format}")
        assert "MA007" in out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out + err)


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_names_of_files_are_escaped(lint: Lint) -> None:
    name = "a\n\x1b[31m\u202e\udcff.yaml"
    write("ukjent", name)
    shown = "a\\n\\x1b[31m\\u202e\\udcff.yaml"
    assert f" --> {shown}:1:1\n" in lint(*NONE, ".")[1]
    assert lint(*NONE, ".", "--output-format=concise")[1].startswith(f"{shown}:1:1: feil MA001 ")
    (finding,) = json.loads(lint(*NONE, ".", "--output-format=json")[1])
    assert finding["filename"] == name.replace("\udcff", "\\udcff")
    assert lint(f"{name}.borte") == (2, "", f"Feil: «{shown}.borte» finnes ikke.\n")


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


def test_how_far_it_has_come_is_shown_in_a_terminal_where_there_are_many(
    lint: Lint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for number in range(1, 200):
        write(AGREEMENT, f"avtaler/{number:03}.yaml")
    few, many = Terminal(), Terminal()
    monkeypatch.setattr("sys.stderr", few)
    lint(*NONE)
    write(AGREEMENT, "avtaler/200.yaml")
    monkeypatch.setattr("sys.stderr", many)
    _, out, _ = lint(*NONE, "avtaler", "borte.yaml")
    assert few.getvalue() == ""
    assert "Kontrollerer" in many.getvalue()
    assert "Feil: «borte.yaml» finnes ikke.\n" in many.getvalue()
    monkeypatch.setattr("sys.stderr", io.StringIO())
    assert lint(*NONE, "avtaler", "borte.yaml")[1] == out == "Ingen funn i 200 avtaler.\n"
    assert isinstance(sys.stderr, io.StringIO)
    assert sys.stderr.getvalue() == "Feil: «borte.yaml» finnes ikke.\n"


@pytest.mark.parametrize(
    ("args", "stdin", "code", "out", "err"),
    [
        ([*NONE, "a.yaml"], b"", 0, "Ingen funn i 1 avtale.\n", ""),
        (
            ["--dato=2026-11-22", "--select=MA201", "a.yaml", "--output-format=concise", "-q"],
            b"",
            1,
            "a.yaml:1:1: ",
            "",
        ),
        ([*NONE, "-"], AGREEMENT.encode(), 0, "Ingen funn i 1 avtale.\n", ""),
        ([*NONE, "a.yaml", "b.yaml"], b"", 2, "Ingen funn i 1 avtale.\n", "Feil: «b.yaml» finnes ikke.\n"),
        ([], b"", 2, "", "Feil: det er ingen mappe «avtaler» her."),
    ],
)
def test_the_program_as_a_process(
    args: list[str], stdin: bytes, code: int, out: str, err: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(AGREEMENT)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONUTF8": "0",
        "LC_ALL": "C",
        "NO_COLOR": "1",
    }
    command = [sys.executable, "-m", "avtalesjekk", "lint", *args]
    done = subprocess.run(command, input=stdin, capture_output=True, env=environment, timeout=60, check=False)
    assert done.returncode == code
    assert done.stdout.decode().startswith(out)
    assert done.stderr.decode().startswith(err)
    assert (done.stdout == b"", done.stderr == b"") == (out == "", err == "")
