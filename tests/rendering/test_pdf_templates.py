"""A page of the user's own: set as it says, and kept to its folder, its time and its memory."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.document import Document, Field, Heading, Paragraph, Signature, Text
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.readers import pdf as from_pdf
from avtalesjekk.rendering.writers import pdf

OURS = (templates() / "side.typ").read_text(encoding="utf-8")
AGREED = Document(
    "nb-NO",
    "Tittel",
    "",
    (
        Heading(1, (Text("Tittel"),)),
        Paragraph((Text("Ord"),)),
        Signature("underskrift-1", "KD", "Kari", "minister", (Field("Underskrift", ""),)),
    ),
)


def with_page(folder: Path, page: str) -> bytes:
    (folder / "side.typ").write_text(page, encoding="utf-8")
    return pdf.write(AGREED, folder)


def test_a_page_of_ones_own_is_set_as_it_says(tmp_path: Path) -> None:
    (tmp_path / "logo").mkdir()
    (tmp_path / "logo" / "navn.txt").write_text("Departementet", encoding="utf-8")
    data = with_page(tmp_path, OURS + '\n#par(read("logo/navn.txt"))\n')
    assert from_pdf.read(data).text.split("\n") == [
        "Tittel",
        "Ord",
        "KD",
        "Kari, minister",
        "Underskrift:",
        "Departementet",
    ]


def test_our_own_page_gives_the_same_bytes_apart(tmp_path: Path) -> None:
    assert with_page(tmp_path, OURS) == pdf.write(AGREED, templates())


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            '#import "@preview/cetz:0.3.0"',
            "side.typ, linje 1: den kan ikke bruke pakker; legg det den trenger, i mappen",
        ),
        ('#import "@local/egen:1.0.0"', "side.typ, linje 1: den kan ikke bruke pakker; legg det den trenger, i mappen"),
        ('\n#read("../hemmelig.txt")', "side.typ, linje 2: den kan ikke lese filer utenfor mappen sin"),
        ('#read("/etc/passwd")', "side.typ, linje 1: den viser til en fil som ikke finnes i mappen"),
        ('#include "del/annen.typ"', "del/annen.typ, linje 2: panicked with: oi \\x1b[31m"),
        ("#let x = (", "side.typ, linje 1: unclosed delimiter"),
        ("= Tittel", "side.typ: den sier ikke tittelen: #set document(title: avtale.tittel)"),
        ("#let f(x) = f(x + 1)\n#f(1)", "side.typ, linje 1: maximum function call depth exceeded"),
    ],
)
def test_what_is_wrong_with_a_page_is_said(tmp_path: Path, page: str, said: str) -> None:
    (tmp_path / "hemmelig.txt").write_text("hemmelig", encoding="utf-8")
    folder = tmp_path / "maler"
    (folder / "del").mkdir(parents=True)
    (folder / "del" / "annen.typ").write_text('Hei\n#panic("oi \\u{1b}[31m")', encoding="utf-8")
    with pytest.raises(UserError) as refused:
        with_page(folder, page)
    assert str(refused.value) == f"malen {folder}/{said}"


def _link_to_a_file(folder: Path, secret: Path) -> None:
    (folder / "lenke.txt").symlink_to(secret)


def _link_to_a_folder(folder: Path, secret: Path) -> None:
    (folder / "lenke").symlink_to(secret.parent)


def _pipe(folder: Path, secret: Path) -> None:  # noqa: ARG001 (as the others)
    os.mkfifo(folder / "lenke.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes are those of Unix")
@pytest.mark.parametrize(
    ("lay", "file"),
    [(_link_to_a_file, "lenke.txt"), (_link_to_a_folder, "lenke/hemmelig.txt"), (_pipe, "lenke.txt")],
)
def test_links_and_pipes_lead_nowhere(tmp_path: Path, lay: Callable[[Path, Path], None], file: str) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("hemmelig", encoding="utf-8")
    folder = tmp_path / "maler"
    folder.mkdir()
    lay(folder, secret)
    with pytest.raises(UserError, match="den viser til en fil som ikke finnes i mappen"):
        with_page(folder, f'#read("{file}")')


@pytest.mark.parametrize(
    "page",
    [
        "#let f(n, k) = if n < 1 { 0 } else { f(n - 1, k * 2) + f(n - 1, k * 2 + 1) }\n#f(50, 1)",
        "#let x = range(1000000000)",
    ],
    ids=["endless", "exploding"],
)
def test_a_page_without_end_is_stopped(tmp_path: Path, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtalesjekk.rendering.writers.typesetting._SECONDS", 3)
    with pytest.raises(UserError, match="den blir ikke ferdig, eller bruker for mye minne"):
        with_page(tmp_path, page)


def test_a_page_has_one_empty_line_for_each_who_signs(tmp_path: Path) -> None:
    for page, said in (
        ("#set document(title: [x])\n= Tittel", "skal ha én linje å skrive under på for Kari, minister, KD, og har 0"),
        (OURS + '\n#link("underskriftsfelt:underskrift-1", box(width: 2cm, height: 1cm))', "og har 2"),
        (OURS.replace("height: 1cm,", "height: 1cm, [her],"), "skal ikke ha tekst på linjen der Kari, minister, KD"),
    ):
        with pytest.raises(UserError, match=said):
            with_page(tmp_path, page)


def test_a_folder_that_is_no_folder_of_templates_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtalesjekk.rendering.writers.typesetting._MOST", 3)
    for i in range(4):
        (tmp_path / f"{i}.txt").touch()
    with pytest.raises(UserError, match="har for mange filer til å være en mappe med maler"):
        with_page(tmp_path, OURS)
    monkeypatch.undo()
    monkeypatch.setattr("avtalesjekk.rendering.writers.typesetting._LARGEST", 10)
    with pytest.raises(UserError, match="er for stor til å være en mappe med maler"):
        with_page(tmp_path, OURS)
