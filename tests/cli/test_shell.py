"""What the example program does: arguments in, exit code and streams out, completion."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Said = Callable[..., tuple[int, str, str]]
Process = Callable[..., tuple[int, bytes | None, bytes | None]]


@pytest.mark.parametrize(
    ("args", "out"),
    [
        ([], "[] None feil full False True 1 False\n"),
        (["a", "--fix", "b", "-q", "c"], "['a', 'b', 'c'] None feil full True True 1 True\n"),
        (["--select", "MA1", "--select=MA2,MA3", "a"], "['a'] ['MA1', 'MA2,MA3'] feil full False True 1 False\n"),
        (["--select", "--fix", "--select="], "[] ['--fix', ''] feil full False True 1 False\n"),
        (["-q", "--", "-x.yaml", "--fix", "--"], "['-x.yaml', '--fix', '--'] None feil full False True 1 True\n"),
        (["-", "./-x.yaml"], "['-', '-x.yaml'] None feil full False True 1 False\n"),
        (["--fail-on=aldri", "--output-format", "json"], "[] None aldri json False True 1 False\n"),
        (["--no-cache", "--jobs=8"], "[] None feil full False False 8 False\n"),
        (
            ["--dato=2024-05-17", "--config=fil", "--cache-dir=ny", "--paragraf=§ 5", "--secret"],
            "[] None feil full False True 1 False\n2024-05-17 00:00:00 fil ny § 5 True\n",
        ),
    ],
)
def test_what_a_command_is_given(args: list[str], out: str, said: Said) -> None:
    Path("fil").touch()
    assert said("lint", *args) == (0, out, "")


@pytest.mark.parametrize(
    ("way", "code", "err"),
    [
        ("return", 0, ""),
        ("code", 1, ""),
        ("exit", 3, ""),
        ("abort", 130, ""),
        ("interrupt", 130, ""),
        ("user", 2, "Feil: fant ikke noe å sjekke i «\\x1b[31mrød».\nSkriv hvilke filer det gjelder.\n"),
        ("bad", 2, "Feil: «--fix» og «--diff» går ikke sammen.\nSe «avtalesjekk end --help».\n"),
        ("hint", 2, "Feil: ugyldig verdi for «--select»: ukjent regel «MA999».\nSe «avtalesjekk end --help».\n"),
    ],
)
def test_how_a_command_ends(way: str, code: int, err: str, said: Said) -> None:
    out = "smørbrød … 한 \\udcff\n" if way == "return" else ""
    assert said("end", way) == (code, out, err)


def test_a_bug_is_not_hidden(said: Said) -> None:
    with pytest.raises(ZeroDivisionError):
        said("end", "bug")


@pytest.mark.parametrize(
    ("shell", "words", "out"),
    [
        ("bash", "avtalesjekk ", "lint\nrender\nnew\n"),
        ("bash", "avtalesjekk li", "lint\n"),
        ("bash", "avtalesjekk lint --fa", "--fail-on\n"),
        ("bash", "avtalesjekk lint --fail-on a", "advarsel\naldri\n"),
        ("bash", "avtalesjekk lint --nei --out", "--output-format\n"),
        ("bash", "avtalesjekk nei ", "lint\nrender\nnew\n"),
        ("bash", "avtalesjekk new a b --te", "--tema\n"),
        ("bash", "avtalesjekk --install-completion li", "lint\n"),
        ("fish", "avtalesjekk re", "render\tSkriv avtalen som tekst.\n"),
        ("fish", "avtalesjekk render --h", "--help\tVis denne hjelpen.\n"),
    ],
)
def test_the_shell_is_given_completions(
    shell: str, words: str, out: str, said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    monkeypatch.setenv("_AVTALESJEKK_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    assert said() == (0, out, "")
    assert not list(tmp_path.iterdir())


def test_completion_is_set_up_and_shown(said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "hjem\u202e"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    script = home / ".bash_completions" / "avtalesjekk.sh"
    shown = str(script).replace("\u202e", "\\u202e")
    told = f"Fullføring for bash er satt opp i {shown} og virker i neste skall du åpner.\n"
    assert said("--install-completion") == (0, told, "")
    assert said("--show-completion") == (0, script.read_text() + "\n", "")
    assert "_AVTALESJEKK_COMPLETE=complete_bash" in script.read_text()


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_completion_for_another_shell_is_refused(option: str, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("tcsh", "/bin/tcsh"))
    err = "Feil: fullføring finnes for bash, zsh, fish og PowerShell, ikke for skallet du bruker.\n"
    assert said(option) == (2, "", err)


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
@pytest.mark.parametrize("args", [["render", "a"], ["lint"], ["--help"]])
def test_a_closed_pipe_ends_quietly(args: list[str], unread: int, process: Process) -> None:
    assert process(*args, stdout=unread) == (0, None, b"")


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
def test_an_error_that_nobody_reads_is_still_an_error(unread: int, process: Process) -> None:
    assert process("nei", stderr=unread) == (2, b"", None)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device to write to")
@pytest.mark.parametrize("args", [["render", "a"], ["lint"]])
def test_a_full_disk_is_said(args: list[str], process: Process) -> None:
    with Path("/dev/full").open("wb") as full:
        assert process(*args, stdout=full.fileno()) == (2, None, "Feil: det er ikke mer plass på disken.\n".encode())


def test_no_stderr_is_no_reason_to_write_errors_on_stdout(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    assert said("nei") == (2, "", "")


@pytest.mark.parametrize(("times", "written"), [(1, "[] None feil full False True 1 False\n"), (2, "")])
def test_ctrl_c_while_the_last_text_is_written(
    times: int, written: str, said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Slow(io.TextIOWrapper):
        flushes = 0

        def flush(self) -> None:
            self.flushes += 1
            if 1 < self.flushes <= 1 + times:  # the first is before the command begins
                raise KeyboardInterrupt
            super().flush()

    with Slow((tmp_path / "out").open("wb"), newline="\n") as slow:
        monkeypatch.setattr("sys.stdout", slow)
        assert said("lint") == (130, "", "")
    assert (tmp_path / "out").read_text() == written


def test_ctrl_c_ends_quietly(process: Process) -> None:
    assert process("end", "interrupt") == (130, b"", b"")


@pytest.mark.parametrize(
    ("env", "out"),
    [
        ({}, "smørbrød … 한 \\udcff\n".encode()),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "smørbrød … 한 \\udcff\n".encode()),
        ({"PYTHONIOENCODING": "latin-1"}, "smørbrød \\u2026 \\ud55c \\udcff\n".encode("latin-1")),
    ],
)
def test_any_text_can_be_written(env: dict[str, str], out: bytes, process: Process) -> None:
    code, written, err = process("end", "return", env=env)
    assert (code, written, err) == (0, out.replace(b"\n", os.linesep.encode()), b"")


@pytest.mark.parametrize("args", [["--help"], ["lint", "--help"], ["lint", "--slect"], ["lint"]])
def test_no_heavy_module_is_imported(args: list[str], process: Process) -> None:
    _, _, err = process(*args, env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in (err or b"").decode().splitlines()}
    assert "typer" in imported
    assert not imported & {"rich", "pydantic", "ruamel", "jinja2"}
