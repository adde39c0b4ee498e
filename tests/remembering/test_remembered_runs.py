"""A run says the same whatever is remembered, and however many processes share the work."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from avtalesjekk import linting
from avtalesjekk.cli import written
from avtalesjekk.findings import Checked, Report
from avtalesjekk.inputs import Input
from avtalesjekk.remembering.memory import Memory
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.runs import Run, Task
from avtalesjekk.selection import Selection

ROOT = Path(__file__).parents[2]
FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit")
TODAY = date(2026, 11, 22)
ALL = Selection(added=tuple(rule.code for rule in RULES))
SIGNED = """\
format: 1
tema: bosetting
parter: [KMD, KS]
status: undertegnet
varighet: {ikrafttredelse: 2020-01-01, til: 2020-12-31}
avvik: [{regel: MA711, begrunnelse: avtalt}]
"""


def examples() -> tuple[Input, ...]:
    """Agreements with findings of every kind, some of them twins, and files that are no agreements."""
    files = sorted([*ROOT.glob("tests/rules/*/*.yaml"), *ROOT.glob("avtaler/*.yaml")])
    read = [Input.named(f"{file.parent.name}-{file.name}", file.read_bytes()) for file in files]
    twins = [Input(f"{i}.yaml", SIGNED.encode(), "samme") for i in range(8)]
    return (*read, *twins, Input.named("x.yaml", b"["), Input("<inn>", SIGNED.encode(), None))


def told(report: Report) -> str:
    out = io.StringIO()
    for form in FORMATS:
        written.write(report, form, out, show_deviations=True)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "husket"


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are checked, and not remembered."""
    done: list[str] = []
    check = linting.check

    def noted(file: Input, *args: object, **options: object) -> Checked:
        done.append(file.filename)
        return check(file, *args, **options)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(linting, "check", noted)
    return done


def test_what_is_remembered_and_what_is_shared_says_the_same(folder: Path, checks: list[str]) -> None:
    inputs = examples()
    alone = told(Run(TODAY, ALL).report(inputs))
    memory = Memory(folder, TODAY)
    number = len(checks)
    assert told(Run(TODAY, ALL, memory).report(inputs)) == alone
    assert len(checks) == 2 * number
    assert told(Run(TODAY, ALL, memory).report(inputs)) == alone
    assert len(checks) == 2 * number  # none of them anew
    assert told(Run(TODAY, ALL, processes=3).report(inputs)) == alone
    assert told(Run(TODAY, ALL, Memory(folder / "to", TODAY), processes=2).report(inputs)) == alone
    compared = number - len(inputs)  # those that comparing has found something about: too few to share
    assert compared > 0
    assert len(checks) == 2 * number + 2 * compared


def run(folder: Path, *inputs: Input, day: date = TODAY, rules: Selection = ALL) -> str:
    return told(Run(day, rules, Memory(folder, day)).report(inputs))


def agreement(text: str, name: str = "a.yaml") -> Input:
    return Input.named(name, text.encode())


def test_it_is_checked_anew_when_something_that_matters_has_changed(folder: Path, checks: list[str]) -> None:
    one = agreement(SIGNED)

    def checked(again: Callable[[], object]) -> bool:
        checks.clear()
        again()
        return bool(checks)

    assert checked(lambda: run(folder, one))
    assert not checked(lambda: run(folder, one))
    assert not checked(lambda: run(folder, one._replace(filename="b/a.yaml")))  # under another name, the same stem
    assert checked(lambda: run(folder, one._replace(stem="b")))
    assert checked(lambda: run(folder, agreement(SIGNED + "\n")))
    assert checked(lambda: run(folder, one, rules=Selection(left_out=("MA1",))))
    assert checked(lambda: run(folder, one._replace(rules=Selection(excused=("MA1",)))))


def test_the_day_matters_only_where_it_was_asked_for(folder: Path, checks: list[str]) -> None:
    signed = agreement(SIGNED + "underskrifter: {dato: 2019-12-01}\nkonsultasjon: {avklart: {møte: 2, år: 2019}}\n")
    draft = agreement("format: 1\ntema: barnevern\nparter: [KD, KS]\n", "b.yaml")
    rules = Selection(left_out=("MA7",))
    run(folder, signed, draft, rules=rules)
    checks.clear()
    run(folder, signed, draft, day=date(2026, 11, 23), rules=rules)
    assert checks == ["b.yaml"]
    lapsing = agreement(SIGNED.replace("MA711, begrunnelse: avtalt", "MA101, begrunnelse: avtalt, til: 2026-11-22"))
    assert "gjaldt til 22. november 2026" not in run(folder, lapsing, rules=rules)
    assert "gjaldt til 22. november 2026" in run(folder, lapsing, day=date(2026, 11, 23), rules=rules)


def test_another_state_of_the_program_remembers_nothing(
    folder: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, agreement(SIGNED))
    checks.clear()
    monkeypatch.setattr("avtalesjekk.remembering.memory.__version__", "0.0.0")
    run(folder, agreement(SIGNED))
    assert checks == ["a.yaml"]


def test_what_others_say_is_seen_though_nothing_changed_here(folder: Path, checks: list[str]) -> None:
    mine = agreement(SIGNED.replace("avvik: [{regel: MA711, begrunnelse: avtalt}]", "id: min"), "a.yaml")
    other = agreement("format: 1\ntema: annet\nparter: [KD, KS]\nid: annen\n", "b.yaml")
    assert "også id-en til" not in run(folder, mine, other)
    checks.clear()
    changed = other._replace(data=other.data.replace(b"annen", b"min"))
    assert "a.yaml: " in (said := run(folder, mine, changed)) or "også id-en til b.yaml" in said
    assert "også id-en til b.yaml" in said
    assert checks == ["b.yaml", "a.yaml", "b.yaml"]  # the changed one, and both with what comparing them found


def damaged(whole: bytes) -> Iterator[bytes]:
    yield b""
    yield whole[:-1]
    yield whole[: len(whole) // 2]
    yield whole + b" "
    yield b"\0" * len(whole)
    for i in range(0, len(whole), max(1, len(whole) // 40)):
        yield whole[:i] + bytes((whole[i] ^ 1,)) + whole[i + 1 :]


def test_what_is_damaged_is_not_trusted(folder: Path, checks: list[str]) -> None:
    one = agreement(SIGNED)
    right = run(folder, one)
    (entry,) = entries(folder)
    whole = entry.read_bytes()
    for wrong in damaged(whole):
        entry.write_bytes(wrong)
        checks.clear()
        assert run(folder, one) == right
        assert checks == ["a.yaml"], wrong
    assert entry.read_bytes() == whole


def test_what_is_remembered_of_one_is_not_taken_for_another(folder: Path, checks: list[str]) -> None:
    one, other = agreement(SIGNED), agreement(SIGNED.replace("bosetting", "barnevern"))
    run(folder, one)
    (entry,) = entries(folder)
    task = Task(other, ALL)
    (folder / Memory(folder, TODAY).key(task)).write_bytes(entry.read_bytes())
    checks.clear()
    run(folder, other)
    assert checks == ["a.yaml"]


def entries(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.suffix == "" and not file.name.startswith(".")]


@pytest.mark.parametrize("mode", [0o777, 0o720])
def test_a_folder_that_others_can_write_in_is_not_used(folder: Path, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    run(folder, agreement(SIGNED))
    assert list(folder.iterdir()) == []


def test_without_a_folder_it_is_checked_all_the_same(tmp_path: Path) -> None:
    right = told(Run(TODAY, ALL).report([agreement(SIGNED)]))
    (tmp_path / "fil").write_text("")
    for place in (tmp_path / "fil", tmp_path / "fil" / "under", Path("/proc/finnes-ikke")):
        assert run(place, agreement(SIGNED)) == right


def test_what_is_old_is_forgotten(folder: Path) -> None:
    run(folder, agreement(SIGNED))
    (old,) = entries(folder)
    for file in (old, folder / "CACHEDIR.TAG"):
        os.utime(file, (0, 0))
    run(folder, agreement(SIGNED + "\n"))
    assert not old.exists()
    assert len(entries(folder)) == 1
    assert (folder / ".gitignore").read_text() == "*\n"


def in_a_process(folder: Path, inputs: Sequence[Input], _: int) -> str:
    return run(folder, *inputs)


def test_several_runs_at_once_say_the_same(folder: Path) -> None:
    inputs = examples()[:40]
    right = told(Run(TODAY, ALL).report(inputs))
    with ProcessPoolExecutor(3) as processes:
        assert set(processes.map(partial(in_a_process, folder, inputs), range(6))) == {right}
    assert not [file for file in folder.iterdir() if "." in file.name[1:] and file.name != "CACHEDIR.TAG"]


def test_the_program_remembers_in_the_folder_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SIGNED)
    program = [sys.executable, "-m", "avtalesjekk", "lint", "a.yaml", "--dato=2026-11-22"]

    def said(*args: str, **env: str) -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [*program, *args], cwd=tmp_path, env=os.environ | env, capture_output=True, timeout=60, check=False
        )
        return done.returncode, done.stdout, done.stderr

    right = said("--no-cache", XDG_CACHE_HOME=str(tmp_path / "b"))
    assert not (tmp_path / "b").exists()
    assert [said("--cache-dir=c") for _ in range(2)] == [right] * 2
    assert len(entries(tmp_path / "c")) == 1
    assert said(XDG_CACHE_HOME=str(tmp_path / "b")) == right
    assert len(entries(tmp_path / "b" / "avtalesjekk")) == 1
