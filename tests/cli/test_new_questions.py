"""What `avtalesjekk new` asks in a terminal, and how one breaks off."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

DAY = ("--dato", "2026-11-22")
PROGRAM = (sys.executable, "-m", "avtalesjekk", "new", *DAY)
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TERM": "dumb", "LC_ALL": "C.UTF-8"}


def test_a_terminal_is_asked(tmp_path: Path) -> None:
    answers = (
        "bosetting av flyktninger",
        "kmd",
        "KD og HOD",
        "dansk",
        "",
        "2020-01-01",
        "2 år",
        "mye",
        "8 mill",
        "",
        "",
    )
    code, shown = talk(tmp_path, answers)
    assert code == 0
    assert (
        shown
        == """\
Ny avtale i avtaler/ny.yaml. Enter gir svaret i hakeparentes; «senere» fylles inn i filen etterpå.
Tema, som «bosetting av flyktninger» [senere]: bosetting av flyktninger
Departementer ved siden av KS, med komma mellom [senere]: kmd
  «kmd» fantes ikke 22. november 2026: departementet heter Kommunal- og distriktsdepartementet (KDD) fra 1. januar 2022.
Departementer ved siden av KS, med komma mellom [senere]: KD og HOD
Målform, bokmål eller nynorsk [bokmål]: dansk
  «dansk» kan ikke stå her. Skriv bokmål eller nynorsk.
Målform, bokmål eller nynorsk [bokmål]:
Avtalen bør ikke vare ut over stortingsperioden den inngås i: 2025–2029 slutter 30. september 2029.
Siste dag, eller en lengde som «2 år» [2029-09-30]: 2020-01-01
  1. januar 2020 er før avtalen lages, 22. november 2026.
Siste dag, eller en lengde som «2 år» [2029-09-30]: 2 år
Beløp fra staten til KS, i kroner [ingen]: mye
  «mye» er ikke et beløp: skriv hele kroner, som 8000000.
Beløp fra staten til KS, i kroner [ingen]: 8 mill
Per år, engang eller avtaleperioden [år]:
Hva pengene skal brukes til [senere]:
Skrev avtaler/ny.yaml.
Fyll inn det som står i hakeparenteser (16 steder), og kontroller avtalen:
  avtalesjekk lint avtaler/ny.yaml
"""
    )
    text = (tmp_path / "avtaler/ny.yaml").read_text(encoding="utf-8")
    for line in (
        "tema: bosetting av flyktninger",
        "parter:\n  - KD\n  - HOD\n  - KS",
        "  lengde: 2 år",
        "      per: år",
    ):
        assert f"\n{line}\n" in text


def test_enter_is_the_answer_in_brackets(tmp_path: Path) -> None:
    code, shown = talk(tmp_path, ("",) * 5)
    assert (code, shown.count("]:\n")) == (0, 5)
    text = (tmp_path / "avtaler/ny.yaml").read_text(encoding="utf-8")
    assert '\ntema: "[temaet]"\n' in text
    assert "\n  til: 2029-09-30\n" in text


def test_what_is_given_is_not_asked_for(tmp_path: Path) -> None:
    given = ("--tema=x", "--part=KD", "--malform=nynorsk", "--til=2030-01-01", "--belop=5", "--belop-per=engang")
    code, shown = talk(tmp_path, ("kurs",), *given)
    assert (code, shown.count("]:")) == (0, 1)
    assert "\nHva pengene skal brukes til [senere]: kurs\n" in shown


@pytest.mark.parametrize("early", [True, False])
def test_a_period_that_is_soon_over_is_told_of(early: bool, tmp_path: Path) -> None:  # noqa: FBT001 (of the test's)
    code, shown = talk(tmp_path, ("", "", "", "" if early else "31.12.2029", ""), "--dato=2029-03-01")
    assert code == 0
    assert "\nDet er mindre enn ett år til. Skal samarbeidet vare lenger, må partene undertegne på nytt" in shown
    assert ("\n  Det er ut over stortingsperioden. Skriv hvorfor under «begrunnelse» i filen.\n" in shown) != early


@pytest.mark.parametrize("way", ["ctrl-c", "ctrl-d"])
def test_one_can_break_off(way: str, tmp_path: Path) -> None:
    code, shown = talk(tmp_path, ("svømming", "\x03" if way == "ctrl-c" else "\x04"))
    assert code == 130
    assert shown.endswith("Departementer ved siden av KS, med komma mellom [senere]:\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("errors", "wrong"),
    [
        ("strict", "Svaret er ikke tekst i tegnsettet til terminalen."),
        ("surrogateescape", "Teksten har tegn som ikke kan stå i en avtale: U+DCFE, U+DCFF."),
    ],
)
def test_what_is_no_text_is_asked_for_again(
    errors: str, wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(ENVIRONMENT, "PYTHONIOENCODING", f"utf-8:{errors}")
    code, shown = talk(tmp_path, ("\udcff\udcfe", "svømming", "", "", "", ""))
    assert code == 0
    assert f"\n  {wrong}\n" in shown
    assert "\ntema: svømming\n" in (tmp_path / "avtaler/ny.yaml").read_text(encoding="utf-8")


def talk(folder: Path, answers: Sequence[str], *options: str) -> tuple[int, str]:
    """Run the command in a terminal; each answer is given when a question stands there."""
    terminal, ours = pty.openpty()
    termios.tcsetwinsize(ours, (50, 200))
    command = [*PROGRAM, "avtaler/ny.yaml", *options]
    with subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdin=ours, stdout=ours, stderr=ours, start_new_session=True
    ) as process:
        os.close(ours)
        shown = b""
        left = list(answers)
        try:
            while chunk := _shown_next(terminal):
                shown += chunk
                if left and shown.endswith(b"]: "):
                    _give(terminal, left.pop(0), process)
        except BaseException:
            process.kill()
            raise
    os.close(terminal)
    lines = shown.decode(errors="replace").replace("\r", "").splitlines()
    return process.returncode, "".join(f"{line.rstrip()}\n" for line in lines)


def _shown_next(terminal: int) -> bytes:
    """What is shown next; nothing where the program has ended."""
    assert select.select([terminal], [], [], 60)[0], "nothing more is shown"
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def _give(terminal: int, answer: str, process: "subprocess.Popen[bytes]") -> None:
    match answer:
        case "\x03":  # the terminal is not the one that controls the program, so the key alone does nothing
            _interrupt(process)
        case "\x04":
            os.write(terminal, b"\x04")
        case _:
            os.write(terminal, answer.encode(errors="surrogateescape") + b"\n")


def _interrupt(process: "subprocess.Popen[bytes]") -> None:
    """Interrupt until it ends: the first may come after the question is shown and before the program waits."""
    for _ in range(12):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
            return
    pytest.fail("it goes on")
