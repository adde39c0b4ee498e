"""`avtalesjekk verify`: what is the same, what is not, and what cannot be read."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.rendering import comparing

Run = Callable[..., tuple[int, str, str]]
AGREEMENT = (Path(__file__).parents[2] / "avtaler/innovasjon-baerekraft.yaml").read_text(encoding="utf-8")
FORMATS = ("md", "txt", "html", "docx")
every_format = pytest.mark.parametrize("form", FORMATS)


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(AGREEMENT, encoding="utf-8")

    def done(*args: str) -> tuple[int, str, str]:
        return run(app, args), *capsys.readouterr()

    return done


def change(file: Path, before: str, after: str) -> None:
    """Change what a file says, in a Word file too."""
    if file.suffix != ".docx":
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        return
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name, part.replace(before.encode(), after.encode(), 1) if name == "word/document.xml" else part
            )
    file.write_bytes(made.getvalue())


@every_format
def test_what_is_rendered_is_the_same(form: str, program: Run) -> None:
    program("render", "a.yaml", "-o", f"ut.{form}")
    code, out, err = program("verify", f"ut.{form}", "--source", "a.yaml")
    assert (code, err) == (0, "")
    assert out.startswith(f"ut.{form}: teksten er den samme som i a.yaml (fingeravtrykk ")


@every_format
def test_in_the_other_maalform_and_as_a_draft_too(form: str, program: Run) -> None:
    program("render", "a.yaml", "--malform", "nynorsk", "--utkast", "-o", f"ut.{form}")
    code, out, _ = program("verify", f"ut.{form}", "--source", "a.yaml")
    assert code == 0
    assert out.endswith(f"ut.{form} er merket UTKAST.\n")


@every_format
def test_a_changed_word_is_told_with_its_clause(form: str, program: Run) -> None:
    program("render", "a.yaml", "-o", f"ut.{form}")
    change(Path(f"ut.{form}"), "Avtalen evalueres", "Avtalen skrinlegges")
    code, out, _ = program("verify", f"ut.{form}", "--source", "a.yaml")
    assert (code, out) == (
        1,
        f"ut.{form}: teksten er ikke den samme som i a.yaml:\n  ledd 7.1: «evalueres» er blitt «skrinlegges»\n",
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("31. desember 2023", "31. desember 2024", "ledd 6.1: «2023.» er blitt «2024.»"),
        ("8 millioner kroner", "8 milliarder kroner", "ledd 5.1: «millioner» er blitt «milliarder»"),
        ("KS skal gjennom", "KS gjennom", "ledd 2.15: «skal» er borte"),
        ("Partnerskapet betales", "Partnerskapet betales ikke", "ledd 2.16: «ikke» er kommet til"),
    ],
)
def test_words_figures_and_order(before: str, after: str, said: str, program: Run) -> None:
    program("render", "a.yaml", "-o", "ut.md")
    change(Path("ut.md"), before, after)
    code, out, _ = program("verify", "ut.md", "--source", "a.yaml")
    assert code == 1
    assert said in out


@pytest.mark.parametrize("form", ["md", "txt"])
def test_what_is_filled_in_by_those_who_sign_is_no_change(form: str, program: Run) -> None:
    program("render", "a.yaml", "-o", f"ut.{form}")
    blank = "\\_" * 30 if form == "md" else "_" * 40
    for value in ("Oslo", "14. september 2020", "N. Astrup", "Oslo", "15.9.2020"):
        change(Path(f"ut.{form}"), blank, value)
    assert program("verify", f"ut.{form}", "--source", "a.yaml")[0] == 0


def test_the_day_of_an_agreement_without_signatories_is_no_part_of_the_text(program: Run) -> None:
    skole = (Path(__file__).parents[2] / "avtaler/skole-2004.yaml").read_text(encoding="utf-8")
    Path("s.yaml").write_text(skole, encoding="utf-8")
    Path("annen").mkdir()
    Path("annen/t.yaml").write_text(skole.replace("dato: 2004-01", "dato: 2004-02"), encoding="utf-8")
    for form in FORMATS:
        program("render", "s.yaml", "-o", f"ut.{form}")
        assert program("verify", f"ut.{form}", "--source", "annen/t.yaml")[0] == 0


def test_another_fingerprint_is_told(program: Run) -> None:
    program("render", "a.yaml", "-o", "ut.txt")
    stated = Path("ut.txt").read_text(encoding="utf-8").rpartition("sha256:")[2]
    change(Path("ut.txt"), stated, "0" * 64)
    code, out, _ = program("verify", "ut.txt", "--source", "a.yaml")
    assert code == 1
    assert out.startswith("ut.txt: fingeravtrykket i filen er et annet enn kildens (")


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 200_000_000)
    return made.getvalue()


def with_entities() -> bytes:
    made = io.BytesIO()
    lol = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "x" * 10}">' for i in range(10))
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><!DOCTYPE d [{lol}]><d>&a9;</d>')
    return made.getvalue()


def said_to_be_in(encoding: str, codec: str) -> bytes:
    """A part with a document type in it, in another encoding than Word's, or said to be in one that there is not."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY a "x">]><d>&a;</d>'
        archive.writestr("word/document.xml", text.replace("<!D", "<!d" if codec == "utf-8" else "<!D").encode(codec))
    return made.getvalue()


def many_heads() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<a/>")
        for i in range(4):
            archive.writestr(f"word/header{i}.xml", f"<a>{' ' * 10_000_000}</a>")
    return made.getvalue()


def corrupt() -> bytes:
    """A packed part whose bytes are not what they were."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "abc" * 1000)
    data = bytearray(made.getvalue())
    start = data.index(b"document.xml") + len("document.xml")
    data[start : start + 8] = b"\xff" * 8
    return bytes(data)


def otherwise_packed() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "<a/>")
    return made.getvalue()


def deep() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<a>" * 100_000 + "</a>" * 100_000)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.docx", b"", "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", b"PK\x03\x04" + b"\0" * 50, "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", bomb(), "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", many_heads(), "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", corrupt(), "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", otherwise_packed(), "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", with_entities(), "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", said_to_be_in("tull", "utf-8"), "«x.docx»: Word-filen er ødelagt."),
        ("x.docx", said_to_be_in("utf-16", "utf-16"), "«x.docx»: filen er ikke en Word-fil som kan leses."),
        ("x.docx", said_to_be_in("cp037", "cp037"), "«x.docx»: Word-filen er ødelagt."),
        ("x.txt", b"\xff", "«x.txt»: filen er ikke UTF-8."),
        ("x.html", b"<!--" * 200_000, "«x.html»: nettsiden er ikke en som render har skrevet."),
        ("x.exe", b"", "«x.exe»: endelsen må være .docx, .htm, .html, .md, .pdf, .txt."),
        ("x\x1b.md", b"\xff", "«x\\x1b.md»: filen er ikke UTF-8."),
    ],
    ids=[
        *("empty", "cut", "bomb", "heads", "corrupt", "lzma", "entities", "unknown encoding", "utf-16", "ebcdic"),
        *("latin", "comments", "suffix", "name"),
    ],
)
def test_what_cannot_be_read(name: str, data: bytes, said: str, program: Run) -> None:
    Path(name).write_bytes(data)
    assert program("verify", name, "--source", "a.yaml") == (2, "", f"Feil: {said}\n")


def test_a_list_that_begins_far_out_is_read(program: Run) -> None:
    Path("x.html").write_text(f"<ol start='{'9' * 6000}'><li>a</ol>", encoding="utf-8")
    assert program("verify", "x.html", "--source", "a.yaml")[0] == 1


def test_what_is_deep_ends(program: Run) -> None:
    Path("x.docx").write_bytes(deep())
    assert program("verify", "x.docx", "--source", "a.yaml")[0] in (1, 2)


def test_texts_that_are_made_to_be_slow_to_compare_are_told_where_they_part(
    program: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "_MOST_WORK", 300_000)
    words = "a b " * 120
    Path("b.yaml").write_text(f"format: 1\ntema: x\nparter: [KMD, KS]\nformål: {{tekst: {words}}}\n", encoding="utf-8")
    Path("ut.txt").write_text("x b a " * 80, encoding="utf-8")
    code, out, err = program("verify", "ut.txt", "--source", "b.yaml")
    assert (code, err) == (1, "")
    assert out.count("\n") == 2
    assert out.splitlines()[1].startswith("  tittelen: «Samarbeidsavtale mellom ")


def test_signatories_with_one_word_or_none_a_place_of_many_and_in_hundreds(program: Run) -> None:
    head = "format: 1\ntema: x\nparter: [KMD, KS]\nunderskrifter:\n  sted: '{}'\n  dato: 2024-06-10\n  av:\n"
    for place, many in (("Oslo", 1), ("Oslo", 400), (f"Dato: {'i by og bygd ' * 4}", 1)):
        av = "    - navn: Jan Nes\n    - for: HOD\n    - ''\n" * many
        Path("b.yaml").write_text(f"{head.format(place)}{av}varighet:\n  til: 2025-06-30\n", encoding="utf-8")
        assert program("render", "b.yaml", "--utkast", "-o", "ut.txt")[0] == 0
        code, out, _ = program("verify", "ut.txt", "--source", "b.yaml")
        assert code == 0, out


def test_the_worst_of_several_decides(program: Run) -> None:
    program("render", "a.yaml", "-o", "ut.md")
    Path("annen.txt").write_text("Noe annet.\n", encoding="utf-8")
    code, out, err = program("verify", "ut.md", "annen.txt", "--source", "a.yaml")
    assert code == 1
    assert "ut.md: teksten er den samme" in out
    code, out, err = program("verify", "borte.md", "ut.md", "--source", "a.yaml")
    assert (code, err) == (2, "Feil: «borte.md» finnes ikke.\n")
    assert "ut.md: teksten er den samme" in out
    assert program("verify", "ut.md")[2] == "Feil: «ut.md»: filen har ikke kilden i seg; skriv --source og avtalen.\n"
    Path("rot.yaml").write_text("[", encoding="utf-8")
    assert program("verify", "ut.md", "--source", "rot.yaml")[2].startswith("Feil: «ut.md»: kilden kan ikke leses")
