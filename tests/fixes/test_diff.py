"""The diff says what the edits do: another program that carries it out gets the same file, whatever stands in it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.findings import Edit
from avtalesjekk.fixes.diff import unified
from avtalesjekk.fixes.edited import Edited
from avtalesjekk.source.problem import Span

from .messy import mended, messy

texts = st.text(st.sampled_from("ab \n\n\r"), max_size=60)
pieces = st.sampled_from(("", "x", "\n", "y\n", "\nzz", "a\nb\n"))


@st.composite
def edited(draw: st.DrawFn) -> Edited:
    """A text after one or two rounds of edits."""
    text = Edited.of(draw(texts))
    for _ in range(draw(st.integers(1, 2))):
        length = len(text.text)
        places = sorted(draw(st.lists(st.integers(0, length), max_size=6).filter(lambda some: len(some) % 2 == 0)))
        edits = [Edit(Span(*pair), draw(pieces)) for pair in zip(places[::2], places[1::2], strict=True)]
        was = text.text
        text = text.edit(edits)
        assert text.text == _by_hand(was, edits)
    return text


@given(edited())
def test_what_has_changed_makes_the_one_of_the_other(text: Edited) -> None:
    changes = [Edit(span, content) for span, content in text.changes()]
    assert _by_hand(text.original, changes) == text.text


@given(edited())
def test_another_program_carries_it_out(text: Edited) -> None:
    assert _patched(text.original, "".join(unified("fil", text))) == text.text


@given(messy())
def test_another_program_mends_an_agreement(text: str) -> None:
    mends = mended(text, unsafe=True)
    assert _patched(text, "".join(unified("fil", mends.edited))) == mends.file.data.decode()


def test_what_it_looks_like() -> None:
    lines = [f"linje {i}\n" for i in range(1, 21)]
    text = "".join(lines)
    at = text.index("linje 10")
    changed = Edited.of(text).edit([Edit(Span(0, 5), "en\nLINJE"), Edit(Span(at, at), "ny\n")])
    assert "".join(unified("mappe/a.yaml", changed)) == (
        "--- mappe/a.yaml\n+++ mappe/a.yaml\n"
        "@@ -1,4 +1,5 @@\n-linje 1\n+en\n+LINJE 1\n linje 2\n linje 3\n linje 4\n"
        "@@ -7,6 +8,7 @@\n linje 7\n linje 8\n linje 9\n+ny\n linje 10\n linje 11\n linje 12\n"
    )
    assert "".join(unified("a", Edited.of(text))) == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("min avtale.yaml", "min avtale.yaml\t"),
        ("æøå–.yaml", "æøå–.yaml"),
        ('a"b\\.yaml', '"a\\042b\\134.yaml"'),
        ("a\x1b\tb.yaml", '"a\\033\\011b.yaml"'),
    ],
)
def test_strange_names(name: str, shown: str) -> None:
    text = Edited.of("a\n")
    diff = "".join(unified(name, text.edit([Edit(Span(0, 1), "b")])))
    assert diff.splitlines()[:2] == [f"--- {shown}", f"+++ {shown}"]
    assert _patched("a\n", diff, name) == "b\n"


def _by_hand(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


def _patched(text: str, diff: str, name: str = "fil") -> str:
    """What `patch` makes of a text; it is told of no change by no diff."""
    program = shutil.which("patch")
    if program is None:
        pytest.skip("programmet «patch» finnes ikke her")
    if not diff:
        return text
    folder = Path(".patched")
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(text.encode())
    (folder / "diff").write_bytes(diff.encode())
    args = (program, "--binary", "--silent", "-p0", "-i", "diff")
    subprocess.run(args, cwd=folder, check=True, capture_output=True)
    return (folder / name).read_bytes().decode() if (folder / name).exists() else ""


@pytest.fixture(autouse=True, scope="module")
def _in_a_folder_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("diff"))
        yield
