"""What may not be written is left alone and named; what is written keeps its mode, its owner and the links to it."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from .agreements import GOOD, WRONG
from .conftest import DAY, Program, fill, held

FIX = ("lint", ".", "--fix", "-q", "--output-format=concise", DAY)
SHUT = "kan ikke skrives: du har ikke tilgang."
NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another")


@pytest.fixture
def open_path() -> Iterator[Path]:
    """Give a folder that another user can reach."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def give(folder: Path, owner: int) -> None:
    if os.geteuid() == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, owner, owner)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_read_only_is_not_written(what: str, program: Program, open_path: Path) -> None:
    folder = fill(open_path / "mappe", {"a.yaml": WRONG.encode(), "b.md": b"noe"})
    give(folder, NOBODY)
    shut = [folder] if what == "folder" else [folder / "a.yaml", folder / "b.md"]
    for path in shut:
        path.chmod(0o555)
    before = held(folder)
    user = {"fault": "user", "at": NOBODY} if os.geteuid() == 0 else {}
    ended = [
        program.run(folder, *args, DAY, **user)  # type: ignore[arg-type]  # what a child is given is typed where it is read
        for args in (FIX, ("render", "a.yaml", "--utkast", "-o", "b.md"), ("lint", "-q", ".", "--report=json=b.md"))
    ]
    folder.chmod(0o755)
    assert [one.code for one in ended] == [2, 2, 2]
    assert [one.err.splitlines()[-1] for one in ended] == [
        f"Feil: «{name}» {SHUT}" for name in ("a.yaml", "b.md", "b.md")
    ]
    assert held(folder) == before


@as_root
def test_the_owner_is_kept(program: Program, open_path: Path) -> None:
    folder = fill(open_path / "mappe", {"a.yaml": WRONG.encode()})
    file = folder / "a.yaml"
    os.chown(file, 1234, 2345)
    file.chmod(0o640)
    assert program.run(folder, *FIX).code == 0
    now = file.stat()
    assert (now.st_uid, now.st_gid, now.st_mode & 0o7777) == (1234, 2345, 0o640)
    assert file.read_bytes() != WRONG.encode()


@as_root
def test_the_group_is_kept_where_the_owner_cannot_be(program: Program, open_path: Path) -> None:
    folder = fill(open_path / "mappe", {"a.yaml": WRONG.encode()})
    file = folder / "a.yaml"
    folder.chmod(0o777)
    os.chown(file, 1234, NOBODY)
    file.chmod(0o664)
    assert program.run(folder, *FIX, fault="user", at=NOBODY).code == 0
    now = file.stat()
    assert (now.st_uid, now.st_gid, now.st_mode & 0o7777) == (NOBODY, NOBODY, 0o664)


def test_a_new_file_has_the_mode_of_any_new_file(program: Program, tmp_path: Path) -> None:
    folder = fill(tmp_path / "mappe", {"a.yaml": GOOD.encode()})
    program.run(folder, "new", "ny.yaml", DAY)
    program.run(folder, "render", "a.yaml", "-o", "a.md", DAY)
    (folder / "noe").touch()
    assert len({(folder / name).stat().st_mode for name in ("ny.yaml", "a.md", "noe")}) == 1


def test_a_link_leads_to_what_is_written(program: Program, tmp_path: Path) -> None:
    there = fill(tmp_path / "der", {"ekte.yaml": WRONG.encode()})
    here = fill(tmp_path / "her", {})
    (here / "a.yaml").symlink_to("b.yaml")
    (here / "b.yaml").symlink_to(there / "ekte.yaml")
    (here / "ut.json").symlink_to(there / "ut.json")  # which is not there yet
    assert program.run(here, *FIX, "--report=json=ut.json").code == 0
    assert {path.name: path.is_symlink() for path in here.iterdir()} == {
        "a.yaml": True,
        "b.yaml": True,
        "ut.json": True,
    }
    assert (there / "ekte.yaml").read_bytes() == (here / "a.yaml").read_bytes() != WRONG.encode()
    assert held(there).keys() == {"ekte.yaml", "ut.json"}


def test_of_a_file_with_two_names_the_named_one_is_written(program: Program, tmp_path: Path) -> None:
    """It cannot be otherwise: what is never half is a new file, and the other name has the old one."""
    folder = fill(tmp_path / "mappe", {"a.yaml": WRONG.encode()})
    os.link(folder / "a.yaml", tmp_path / "annen.yaml")
    assert program.run(folder, *FIX).code == 0
    assert (folder / "a.yaml").read_bytes() != WRONG.encode()
    assert (tmp_path / "annen.yaml").read_bytes() == WRONG.encode()
    os.link(folder / "a.yaml", folder / "b.yaml")
    (folder / "a.yaml").write_bytes(WRONG.encode())
    assert program.run(folder, *FIX).code == 0
    assert (folder / "a.yaml").read_bytes() == (folder / "b.yaml").read_bytes() != WRONG.encode()


@pytest.mark.parametrize("args", [("lint", "-q", "a.yaml", "--report=json=ut.md"), ("render", "a.yaml", "-o", "ut.md")])
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_not_replaced(args: tuple[str, ...], kind: str, program: Program, tmp_path: Path) -> None:
    folder = fill(tmp_path / "mappe", {"a.yaml": GOOD.encode()})
    place = folder / "ut.md"
    match kind:
        case "pipe":
            os.mkfifo(place)
        case "device":
            place.symlink_to("/dev/full")
        case _:
            (place / "a.md").mkdir(parents=True)
    before = place.stat().st_mode, Path("/dev/full").stat().st_mode
    ended = program.run(folder, *args, DAY)
    assert ended.code == 2
    name = "ut.md/a.md" if kind == "folder" and args[0] == "render" else "ut.md"
    said = "kan ikke skrives: det er en mappe." if kind == "folder" and args[0] == "lint" else "er ikke en vanlig fil."
    assert ended.err.splitlines()[-1] == f"Feil: «{name}» {said}"
    assert (place.stat().st_mode, Path("/dev/full").stat().st_mode) == before
    assert held(folder) == {"a.yaml": GOOD.encode()}
