"""A disk that is full at any write: it is said of which file, the old one is whole, and nothing is left lying about."""

from pathlib import Path

import pytest

from .agreements import GOOD, WRONG
from .conftest import DAY, Program, fill, held
from .test_killed import CASES, LONG, Case

FULL = ": det er ikke mer plass på disken."
NAMES = {  # the files that are written, in the order in which they are moved into place
    "fix": ("a.yaml", "c.yaml"),
    "render": ("ut/a.md", "ut/a.txt"),
    "render over": ("ut/a.html", "ut/a.docx"),
    "report": ("f.sarif", "f.json"),
    "new": ("avtaler/ny.yaml",),
}


@pytest.mark.parametrize(("case", "names"), [(CASES[name], names) for name, names in NAMES.items()], ids=NAMES)
def test_the_file_is_named_and_the_old_one_whole(
    case: Case, names: tuple[str, ...], program: Program, tmp_path: Path
) -> None:
    whole = fill(tmp_path / "hel", case.before)
    clean = program.run(whole, *case.args)
    after = held(whole)
    told: set[str] = set()
    for number in range(1, len(clean.seen) + 1):
        folder = fill(tmp_path / f"{number}", case.before)
        ended = program.run(folder, *case.args, fault="full", at=number)
        if ended.code == 0:
            break
        told.update(name for name in names if f"Feil: «{name}» kan ikke skrives{FULL}\n" in ended.err)
        left = held(folder)
        assert ended.code == 2
        assert ended.err.count("Feil: ") == ended.err.count(FULL) > 0
        assert left.keys() <= after.keys()
        assert all(left.get(name) in (case.before.get(name), data) for name, data in after.items())
        folders = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_dir()}
        assert folders == {name.partition("/")[0] for name in left if "/" in name}
    else:
        pytest.fail("it never got through")
    assert told == {*names}
    assert held(folder) == after


@pytest.mark.parametrize("most", [0, 500])
@pytest.mark.parametrize(
    ("args", "before", "name"),
    [
        (
            ("lint", ".", "--no-cache", "-q", "--fix", "--output-format=concise", DAY),
            {"a.yaml": WRONG.encode()},
            "a.yaml",
        ),
        (("render", "a.yaml", "-o", "ut.html", DAY), {"a.yaml": GOOD.encode(), "ut.html": LONG}, "ut.html"),
        (("lint", "a.yaml", "--no-cache", "-q", "--report=sarif=f.sarif", DAY), {"a.yaml": GOOD.encode()}, "f.sarif"),
        (("new", "avtaler/ny.yaml", DAY), {}, "avtaler/ny.yaml"),
    ],
)
def test_a_file_that_may_not_grow(
    args: tuple[str, ...], before: dict[str, bytes], name: str, most: int, program: Program, tmp_path: Path
) -> None:
    folder = fill(tmp_path / "mappe", before)
    ended = program.run(folder, *args, fault="size", at=most)
    assert ended.code == 2
    assert held(folder) == before
    assert not (folder / "avtaler").exists()
    if most:  # else there is no room for what is said either
        assert f"Feil: «{name}» kan ikke skrives: filen blir for stor.\n" in ended.err
