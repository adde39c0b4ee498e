"""Whatever the program is given, it answers: in time, within bounds, in Norwegian, with the right exit code."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from .agreements import AGREEMENTS
from .places import PLACES
from .process import Done, run
from .row import GOOD, Agreement, Row
from .table import LINT, ROWS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no pipes, devices, and times of processes there")
GIVEN_UP = 2
OF_CI = 40  # examples drawn
LARGE = [agreement for agreement in AGREEMENTS if agreement.large]
SMALL = tuple(agreement for agreement in AGREEMENTS if not agreement.large)


@cache
def undisturbed() -> Done:
    """How a good agreement is answered that lies alone."""
    with TemporaryDirectory() as alone:
        (Path(alone) / "god.yaml").write_text(GOOD, encoding="utf-8")
        return run(Path(alone), *LINT, "god.yaml")


def named(row: Row | Agreement) -> str:
    return row.name


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good agreement in it, and room beside it."""
    made = tmp_path / "her"
    made.mkdir()
    (made / "god.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_what_is_answered(row: Row, folder: Path) -> None:
    row.make(folder)
    done = run(folder, *row.args)
    said = done.out + done.err
    assert done.faults() == []
    if row.slow and done.code == GIVEN_UP:
        assert "det tar for lang tid" in said
        return
    assert done.code == row.code, said
    assert [text for text in row.said if text not in said] == [], said[:2000]
    assert [text for text in row.unsaid if text in said] == []
    assert row.kept(folder)


@pytest.mark.parametrize("agreement", LARGE, ids=named)
def test_an_agreement_and_its_neighbour(agreement: Agreement, folder: Path) -> None:
    before = undisturbed()
    agreement.make(folder / f"{agreement.name}.yaml")
    done = run(folder, *LINT, f"{agreement.name}.yaml", "god.yaml")
    assert done.faults() == []
    assert done.code == int(bool(agreement.said))
    missed(done, [agreement])
    assert of_the_good_one(done) == of_the_good_one(before)
    if settings().max_examples > OF_CI:  # where it is not named it is read in the same way, and less is done with it
        beside(before, folder)


@pytest.mark.parametrize("agreements", [SMALL, PLACES], ids=["small", "places"])
def test_agreements_that_are_checked_together(agreements: tuple[Agreement, ...], folder: Path) -> None:
    before = undisturbed()
    for agreement in agreements:
        agreement.make(folder / f"{agreement.name}.yaml")
    done = run(folder, *LINT, *(f"{agreement.name}.yaml" for agreement in agreements))
    assert done.faults() == []
    assert done.code == (2 if agreements is PLACES else 1)
    missed(done, agreements)
    beside(before, folder)


def of_the_good_one(done: Done) -> list[str]:
    return [line for line in done.out.splitlines() if line.startswith("god.yaml:")]


def missed(done: Done, agreements: Iterable[Agreement]) -> None:
    """Assert that of each agreement is said what should be, and of those with no fault nothing worse than a note."""
    lines = (done.out + done.err).splitlines()
    for agreement in agreements:
        file = f"{agreement.name}.yaml"
        # One may have been found first through the link to its own folder.
        own = [line for line in lines if line.startswith(f"{file}:") or f"«{file}»" in line or f"/{file}»" in line]
        if agreement.said:
            assert any(said in line for said in agreement.said.split("|") for line in own), (agreement.name, own[:5])
        else:
            assert [line for line in own if " feil " in line or " advarsel " in line] == []


def beside(before: Done, folder: Path) -> None:
    """Assert that a good agreement is answered as it was when nothing else lay in its folder."""
    done = run(folder, *LINT, "god.yaml")
    assert done.faults() == []
    assert (done.code, done.out, done.err) == (before.code, before.out, before.err)
    assert before.code == 0
