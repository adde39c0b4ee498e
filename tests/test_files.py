"""Which files are checked, and what is said of those that cannot be read."""

import errno
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from avtalesjekk.errors import UserError
from avtalesjekk.files import agreements_in, gather, read_all, read_bytes
from avtalesjekk.source.text import MAX_BYTES

on_posix = pytest.mark.skipif(os.name == "nt", reason="no pipes, devices and links for everyone there")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def gathered(*names: str) -> list[str]:
    return [path.as_posix() for path in gather(map(Path, names))]


def complaint(name: str) -> str:
    with pytest.raises(UserError) as raised:
        read_bytes(Path(name))
    return str(raised.value)


def test_a_folder_stands_for_the_agreements_in_it_and_not_below_it() -> None:
    make("avtaler/b.yaml", "avtaler/a.yml", "avtaler/æ.yaml", "avtaler/C.yaml", "avtaler/gamle/c.yaml")
    make(
        "avtaler/.skjult.yaml",
        "avtaler/.yaml",
        "avtaler/a.yaml.bak",
        "avtaler/a.YAML",
        "avtaler/les.md",
        "avtaler/yaml",
    )
    make("avtaler/mappe.yaml/d.yaml")
    assert gathered("avtaler") == ["avtaler/C.yaml", "avtaler/a.yml", "avtaler/b.yaml", "avtaler/æ.yaml"]
    assert gathered("avtaler/mappe.yaml") == ["avtaler/mappe.yaml/d.yaml"]


def test_the_agreements_in_a_folder_come_in_the_order_of_their_names() -> None:
    names = [f"{number:02}.yaml" for number in range(40)]
    make(*(f"avtaler/{name}" for name in reversed(names)))
    assert [path.name for path in agreements_in(Path("avtaler"))] == names


def test_a_file_that_is_named_is_taken_whatever_it_is_called_and_whether_or_not_it_is_there() -> None:
    make("avtale.txt", ".skjult.yaml", "-x.yaml", "--fix")
    names = ["--fix", "-x.yaml", ".skjult.yaml", "avtale.txt", "borte.yaml"]
    assert gathered(*reversed(names)) == names
    assert [data for _, data in read_all(gather([Path("-x.yaml"), Path("--fix")]), pytest.fail)] == [
        b"--fix",
        b"-x.yaml",
    ]


def test_each_file_is_taken_once_under_the_name_it_was_first_given() -> None:
    make("avtaler/a.yaml", "avtaler/b.yaml")
    absolute = Path("avtaler/a.yaml").absolute().as_posix()
    assert gathered("avtaler/b.yaml", "avtaler", "./avtaler/a.yaml", absolute) == ["avtaler/a.yaml", "avtaler/b.yaml"]
    assert gathered("avtaler/../avtaler", "avtaler") == ["avtaler/../avtaler/a.yaml", "avtaler/../avtaler/b.yaml"]
    assert gathered(absolute, "avtaler/a.yaml") == [absolute]
    assert gathered("borte", "borte", "./borte") == ["borte"]


@on_posix
def test_links_are_followed_and_a_folder_reached_in_two_ways_is_one() -> None:
    make("avtaler/a.yaml", "andre/b.yaml")
    Path("avtaler/lenke.yaml").symlink_to("../andre/b.yaml")
    Path("avtaler/samme.yaml").symlink_to("a.yaml")
    Path("avtaler/mappe.yaml").symlink_to("../andre")
    Path("lenket").symlink_to("avtaler")
    assert gathered("avtaler", "lenket") == ["avtaler/a.yaml", "avtaler/lenke.yaml", "avtaler/samme.yaml"]
    assert read_bytes(Path("avtaler/lenke.yaml")) == b"andre/b.yaml"


@on_posix
def test_links_that_lead_nowhere_or_in_a_ring() -> None:
    make("avtaler/a.yaml")
    Path("avtaler/ring.yaml").symlink_to("ring.yaml")
    Path("avtaler/tapt.yaml").symlink_to("borte.yaml")
    Path("avtaler/lang.yaml").symlink_to("a" * 300)
    Path("avtaler/selv").symlink_to(".")
    names = [f"avtaler/{name}.yaml" for name in ("a", "lang", "ring", "tapt")]
    assert gathered("avtaler", "avtaler/selv/selv") == names
    assert complaint("avtaler/lang.yaml") == "«avtaler/lang.yaml» kan ikke åpnes: navnet er for langt."
    assert complaint("avtaler/ring.yaml") == "«avtaler/ring.yaml» kan ikke åpnes: lenken viser til seg selv."
    assert complaint("avtaler/tapt.yaml") == "«avtaler/tapt.yaml» finnes ikke."


@on_posix
def test_what_is_no_plain_file_is_not_waited_for() -> None:
    os.mkfifo("rør.yaml")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("kontakt.yaml")
        for name in ("rør.yaml", "kontakt.yaml", "/dev/null", "/dev/zero"):
            assert complaint(name) == f"«{name}» er ikke en vanlig fil."


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("borte.yaml", "«borte.yaml» finnes ikke."),
        ("fil.yaml/a.yaml", "«fil.yaml/a.yaml» finnes ikke: en del av stien er en fil."),
        ("a" * 300, f"«{'a' * 300}» kan ikke åpnes: navnet er for langt."),
        ("\x1b[31m\n\u202e.yaml", "«\\x1b[31m\\n\\u202e.yaml» finnes ikke."),
    ],
)
@on_posix
def test_why_a_file_cannot_be_read(name: str, why: str) -> None:
    make("fil.yaml")
    assert gathered(name) == [name]
    assert complaint(name) == why


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.EACCES, "kan ikke leses: du har ikke tilgang"),
        (errno.EPERM, "kan ikke leses: du har ikke tilgang"),
        (errno.EMFILE, "kan ikke åpnes: for mange filer er åpne"),
        (errno.EIO, "kan ikke åpnes"),
    ],
)
def test_why_a_file_that_is_there_cannot_be_read(code: int, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make("a.yaml")
    monkeypatch.setattr("os.open", lambda *_: refuse(code))
    assert complaint("a.yaml") == f"«a.yaml» {why}."


def refuse(code: int) -> int:
    raise OSError(code, os.strerror(code))


def test_the_rest_are_read_when_some_cannot_be() -> None:
    make("a.yaml", "c.yaml", "tom/les.md")
    said: list[str] = []
    read = list(read_all(gather(map(Path, ("b.yaml", "a.yaml", "c.yaml", "tom"))), said.append))
    assert read == [(Path("a.yaml"), b"a.yaml"), (Path("c.yaml"), b"c.yaml")]
    assert said == ["«b.yaml» finnes ikke.", "det er ingen avtaler (.yaml, .yml) i mappen «tom»."]


def test_a_file_that_vanishes_between_being_found_and_being_read() -> None:
    make("avtaler/a.yaml", "avtaler/b.yaml")
    found = gather([Path("avtaler")])
    Path("avtaler/a.yaml").unlink()
    said: list[str] = []
    assert [path.name for path, _ in read_all(found, said.append)] == ["b.yaml"]
    assert said == [f"«{Path('avtaler/a.yaml')}» finnes ikke."]


def test_no_more_is_read_of_a_large_file_than_tells_that_it_is_too_large() -> None:
    with Path("stor.yaml").open("wb") as file:
        file.truncate(MAX_BYTES * 100)
    Path("akkurat.yaml").write_bytes(b"x" * MAX_BYTES)
    assert len(read_bytes(Path("stor.yaml"))) == MAX_BYTES + 1
    assert len(read_bytes(Path("akkurat.yaml"))) == MAX_BYTES


def test_a_folder_without_agreements_says_so_and_where_there_are_some() -> None:
    make("tom/.skjult/a.yaml", "tom/dok/les.md", "tom/nye/b.yaml", "tom/gamle/a.yaml", "tom/a.yaml/les.md")
    Path("helt").mkdir()
    assert gathered("tom", "helt") == ["helt", "tom"]
    assert complaint("helt") == "det er ingen avtaler (.yaml, .yml) i mappen «helt»."
    assert complaint("tom") == (f"det er ingen avtaler (.yaml, .yml) i mappen «tom».\nMente du «{Path('tom/gamle')}»?")
    assert complaint(".") == "det er ingen avtaler (.yaml, .yml) i mappen «.»."


@on_posix
def test_the_name_of_a_folder_is_escaped() -> None:
    make("\x1b[2J/\u202e/a.yaml")
    said = "det er ingen avtaler (.yaml, .yml) i mappen «\\x1b[2J».\nMente du «\\x1b[2J/\\u202e»?"
    assert complaint("\x1b[2J") == said


def test_a_folder_that_may_not_be_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    make("lukket/a.yaml", "åpen/b.yaml", "med/lukket/c.yaml")
    scandir = os.scandir

    def closed(path: Path) -> Iterator[os.DirEntry[str]]:
        if path.name == "lukket":
            refuse(errno.EACCES)
        return scandir(path)

    monkeypatch.setattr("os.scandir", closed)
    assert gathered("lukket", "åpen") == ["lukket", "åpen/b.yaml"]
    assert complaint("lukket") == "«lukket» kan ikke leses: du har ikke tilgang."
    assert complaint("med") == "det er ingen avtaler (.yaml, .yml) i mappen «med»."
    assert read_bytes(Path("lukket/a.yaml")) == b"lukket/a.yaml"


@pytest.mark.parametrize("name", ["borte", "a.yaml", "a" * 300])
def test_what_is_no_folder_has_no_agreements_in_it(name: str) -> None:
    make("a.yaml")
    assert list(agreements_in(Path(name))) == []
