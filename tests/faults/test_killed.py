"""Stopped dead before any change of a file, halfway through any write: every file is the old or the new, never half."""

import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from .agreements import GOOD, WRONG
from .conftest import DAY, Program, fill, held

MANY = {f"{name}.yaml": text.encode() for name, text in (("a", WRONG), ("b", GOOD), ("c", WRONG.replace("\n", "\r\n")))}
ONE = {"a.yaml": GOOD.encode()}
MEANT = {f"{name}.yaml": GOOD.replace("tema: ", f"tema: {name} ").encode() for name in "ab"}
LONG = b"noe som sto der fra " + b"lenge " * 10_000  # longer than what is written over it


@dataclass(frozen=True, slots=True)
class Case:
    """What is run in a folder with files, and the changes that are counted in it at the least."""

    args: tuple[str, ...]
    before: Mapping[str, bytes]
    least: frozenset[str] = field(default=frozenset(("open", "write", "fsync", "os.rename")))


RENDER = ("render", "a.yaml", "-o", "ut", DAY)
REPORT = ("lint", "a.yaml", "--no-cache", DAY, "--report=sarif=f.sarif", "--report=json=f.json")
CASES = {  # one row for each way to write files
    "fix": Case(("lint", ".", "--no-cache", "--fix", DAY), MANY),
    "render": Case((*RENDER, "--format=md", "--format=txt"), ONE),
    "render over": Case(
        (*RENDER, "--format=html", "--format=docx"),
        ONE | {"ut/a.html": LONG, "ut/a.docx": LONG},
    ),
    "report": Case(REPORT, ONE | {"f.json": LONG}),
    "remember": Case(("lint", ".", "--cache-dir=husket", DAY), MEANT, frozenset(("write", "os.rename", "os.mkdir"))),
    "new": Case(("new", "avtaler/ny.yaml", DAY), {}, frozenset(("open", "write", "fsync", "os.link", "os.mkdir"))),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_files_are_old_or_new(case: Case, program: Program, tmp_path: Path) -> None:
    whole = fill(tmp_path / "hel", case.before)
    clean = program.run(whole, *case.args)
    after = anybodys(whole)
    assert clean.code == 0, clean.err
    assert case.least <= {*clean.seen}
    assert after.keys() >= case.before.keys()
    assert after != case.before
    once_more = program.run(whole, *case.args)
    states = set()
    for number in range(1, len(clean.seen) + 1):
        folder = fill(tmp_path / f"{number}", case.before)
        assert program.run(folder, *case.args, fault="kill", at=number).code == -signal.SIGKILL
        left, files = anybodys(folder), held(folder)
        for name in left.keys() | case.before.keys():
            assert left.get(name) in (case.before.get(name), after.get(name)), (number, name)
        state = (len(files), frozenset(left.items()))
        if state in states:  # but for the length of what lies about
            continue
        states.add(state)
        later = program.run(folder, *case.args)
        assert anybodys(folder) == after
        assert (later.code, later.out) == ((once_more if left == after else clean).code, once_more.out)
        assert not any(name.rpartition("/")[2] in later.err for name in files.keys() - left.keys())
    assert len(states) > 1


def anybodys(folder: Path) -> dict[str, bytes]:
    """The files that are anybody's business; a temporary file is hidden, and so is what is remembered."""
    return {name: data for name, data in held(folder).items() if "/." not in f"/{name}"}
