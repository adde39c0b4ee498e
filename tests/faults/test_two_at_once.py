"""Two runs, or a run and an editor, at the same files: nothing that one of them has written is lost."""

from pathlib import Path

import pytest

from .agreements import WRONG
from .conftest import DAY, Program, Wanted, fill, held

FIX = ("lint", ".", "--no-cache", "--fix", "-q", DAY)
FILES = {"a.yaml": WRONG.encode()}
CHANGES = ("open", "write", "fsync", "os.chmod", "os.rename", "os.remove")  # of each file that is mended
CHANGED = "Feil: «a.yaml» ble endret av noen andre imens, og er ikke rettet. Kjør på nytt.\n"


def with_dates(data: bytes) -> bytes:
    return data.replace(b"31.12.2028", b"2028-12-31").replace(b" 1.12.2026", b" 2026-12-01")


def with_keys(data: bytes) -> bytes:
    return data.replace(b"evalering:", b"evaluering:")


def test_two_mend_alike(program: Program, tmp_path: Path) -> None:
    mended = {name: with_dates(data) for name, data in FILES.items()}
    for number in range(20):
        folder = fill(tmp_path / f"{number}", FILES)
        program.start(Wanted(folder, FIX), Wanted(folder, FIX))
        assert [(one.code, one.err) for one in program.ended()] == [(0, "")] * 2
        assert held(folder) == mended


@pytest.mark.parametrize("at", range(1, len(CHANGES) + 1))
def test_two_mend_different_things(at: int, program: Program, tmp_path: Path) -> None:
    """The second runs while the first waits before a change; one whose mend does not come in is told so."""
    before = WRONG.replace("evaluering:", "evalering:").encode()
    folder = fill(tmp_path / "mappe", {"a.yaml": before})
    program.start(
        Wanted(folder, (*FIX, "--select=MA003"), "wait", at),
        Wanted(folder, (*FIX, "--select=MA002", "--unsafe-fixes"), "follow"),
    )
    first, second = program.ended()
    assert {one.err for one in (first, second)} <= {"", CHANGED}
    expected = before
    if not first.err:
        expected = with_dates(expected)
    if not second.err:
        expected = with_keys(expected)
    assert held(folder) == {"a.yaml": expected}
    assert expected != before


@pytest.mark.parametrize("at", [number for number, name in enumerate(CHANGES, 1) if name != "os.rename"])
@pytest.mark.parametrize("way", ["in place", "beside", "removed"])
def test_what_an_editor_saves_meanwhile_is_kept(at: int, way: str, program: Program, tmp_path: Path) -> None:
    """At any time but between the last look and the replacing, which stand next to each other."""
    folder = fill(tmp_path / "mappe", {"a.yaml": WRONG.encode()})
    file, saved = folder / "a.yaml", WRONG.encode() + b"# lagret\n"
    program.start(Wanted(folder, FIX, "wait", at))
    assert program.waits()
    match way:
        case "in place":
            file.write_bytes(saved)
        case "beside":
            (tmp_path / "ny").write_bytes(saved)
            (tmp_path / "ny").replace(file)
        case _:
            file.unlink()
    program.let_on()
    (ended,) = program.ended()
    late = CHANGES[at - 1] == "os.remove"
    assert (ended.code, ended.err) == ((0, "") if late else (2, CHANGED))
    assert held(folder) == ({} if way == "removed" else {"a.yaml": saved})
    assert ended.seen == tuple(name for name in CHANGES if late or name != "os.rename")
