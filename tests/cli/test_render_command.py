"""`avtalesjekk render`: the gate, what is said on stderr, and that no file is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

GOOD = (Path(__file__).parents[1] / "good.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace(", oppsigelse: 3 måneder", "")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def render(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run `render` in a folder with a good and a bad agreement."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    Path("god.yaml").write_text(GOOD, encoding="utf-8")
    Path("feil.yaml").write_text(BAD, encoding="utf-8")

    def done(*args: str) -> tuple[int, str, str]:
        code = run(app, ["render", *args, "--dato", "2026-11-22"])
        return code, *capsys.readouterr()

    return done


def test_one_agreement_goes_to_standard_output(render: Run) -> None:
    code, out, err = render("god.yaml")
    assert code == 0
    assert out.startswith("# Samarbeidsavtale mellom Kunnskapsdepartementet og KS om kompetanse i barnehagen\n")
    assert "## 5 Underskrifter" in out
    assert err == (
        "god.yaml: malen la til ledd om «evaluering.hyppighet», «evaluering.hvordan», «evaluering.framlegges», "
        "«varighet.ikrafttredelse», «varighet.til», «varighet.oppsigelse», som ikke står i partenes egne ord.\n"
    )


def test_an_error_shuts_the_gate(render: Run) -> None:
    code, out, err = render("feil.yaml", "god.yaml", "--format", "md", "-o", ".")
    assert (code, out) == (1, "")
    assert "feil[MA504]" in err
    assert err.endswith(
        "Ingenting er skrevet: feil.yaml kan ikke undertegnes. Rett feilene, eller skriv ut med --utkast.\n"
    )
    assert not list(Path().glob("*.md"))


def test_a_deviation_opens_it(render: Run) -> None:
    Path("feil.yaml").write_text(f"{BAD}avvik: [{{regel: MA504, begrunnelse: Avtalt på møtet.}}]\n", encoding="utf-8")
    assert render("feil.yaml")[0] == 0


def test_a_draft_is_checked_as_ready(render: Run) -> None:
    Path("god.yaml").write_text(GOOD.replace("2028-12-31", '"[dato]"'), encoding="utf-8")
    code, _, err = render("god.yaml")
    assert code == 1
    assert "feil[MA009]" in err


def test_a_marked_draft_is_written_all_the_same(render: Run) -> None:
    code, out, _ = render("feil.yaml", "--utkast")
    assert code == 0
    assert out.startswith("**UTKAST**\n")
    assert "Gunn Marit Helgesen, styreleder" in out
    assert "Underskrift:" not in out


def test_check_writes_nothing(render: Run) -> None:
    assert render("god.yaml", "--check", "-o", "ut.md")[0] == 0
    assert render("feil.yaml", "--check")[0] == 1
    assert not Path("ut.md").exists()


def test_a_finding_of_the_day_is_said_and_does_not_shut(render: Run) -> None:
    term = "ikrafttredelse: ved undertegning, til: 2031-12-31"
    unsigned = GOOD.replace("  dato: 2026-12-01\n", "").replace("ikrafttredelse: 2027-01-01, til: 2028-12-31", term)
    Path("god.yaml").write_text(unsigned, encoding="utf-8")
    code, _, err = render("god.yaml")
    assert code == 0
    assert err.startswith("god.yaml: MA503 avtalen varer til 31. desember 2031")


def test_several_files_and_formats_go_to_a_folder(render: Run) -> None:
    Path("to.yaml").write_text(GOOD.replace("i barnehagen", "i skolen"), encoding="utf-8")
    Path("ut").mkdir()
    code, out, _ = render("god.yaml", "to.yaml", "--format", "html", "--format", "docx", "-o", "ut")
    assert (code, out) == (0, "")
    assert sorted(path.name for path in Path("ut").iterdir()) == ["god.docx", "god.html", "to.docx", "to.html"]
    assert not list(Path().glob("*.html"))


def test_the_folder_named_is_made(render: Run) -> None:
    formats = ("--format", "html", "--format", "md")
    assert render("god.yaml", *formats, "-o", "ut", "--check")[0] == 0
    assert not Path("ut").exists()
    assert render("god.yaml", *formats, "-o", "ut")[0] == 0
    assert sorted(path.name for path in Path("ut").iterdir()) == ["god.html", "god.md"]


def test_the_format_goes_by_the_name(render: Run) -> None:
    assert render("god.yaml", "-o", "ut.html")[0] == 0
    assert Path("ut.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("god.yaml", "-o", "ut.odt"), "«ut.odt» har ingen kjent endelse; skriv --format (docx, html, md, pdf, txt)."),
        (("god.yaml", "--embed-source"), "--embed-source legger avtalen ved en PDF; skriv --format pdf."),
        (("god.yaml", "--format", "md", "-o", "god.yaml"), "«god.yaml» er avtalen selv, og blir ikke skrevet over."),
        (("god.yaml", "feil.yaml", "-o", "ut.md"), "«ut.md» må være en mappe når det er flere filer"),
        (("god.yaml", "feil.yaml", "--format", "md", "-o", "borte/ut"), "mappen «borte/ut» finnes ikke."),
        (("god.yaml", "--format", "docx", "-o", "ut.md"), "«ut.md» er et navn på en md-fil, og --format er docx."),
        (("god.yaml", "--mal", "god.yaml"), "god.yaml er en fil; skriv mappen som malene ligger i, etter --mal."),
        (("god.yaml", "--mal", "."), "malen bokmal.jinja finnes ikke."),
        (("god.yaml", "-o", "borte/ut.md"), "mappen «borte» finnes ikke."),
        (("borte.yaml",), "borte.yaml"),
    ],
)
def test_what_cannot_be_done_is_said(render: Run, args: tuple[str, ...], said: str) -> None:
    code, out, err = render(*args)
    assert (code, out) == (2, "")
    assert said in err
    assert Path("god.yaml").read_text(encoding="utf-8") == GOOD


def test_a_file_is_replaced_whole_and_keeps_its_mode(render: Run) -> None:
    Path("ut.md").write_text("gammelt", encoding="utf-8")
    Path("ut.md").chmod(0o640)
    Path("lenke.md").symlink_to("ut.md")
    assert render("god.yaml", "-o", "lenke.md")[0] == 0
    assert Path("lenke.md").is_symlink()
    assert Path("ut.md").read_text(encoding="utf-8").startswith("# Samarbeidsavtale")
    assert Path("ut.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["feil.yaml", "god.yaml", "lenke.md", "ut.md"]


def test_what_is_no_file_is_not_replaced(render: Run) -> None:
    os.mkfifo("rør.md")
    code, _, err = render("god.yaml", "-o", "rør.md")
    assert (code, err) == (2, "Feil: «rør.md» er ikke en vanlig fil.\n")
    assert Path("rør.md").is_fifo()


def test_two_with_the_same_name_are_refused(render: Run) -> None:
    for folder in ("a", "b", "ut"):
        Path(folder).mkdir()
    for folder in ("a", "b"):
        Path(folder, "god.yaml").write_text(GOOD, encoding="utf-8")
    code, _, err = render("a/god.yaml", "b/god.yaml", "-o", "ut")
    assert code == 2
    assert "flere av avtalene ville blitt skrevet til «god.md»." in err


def test_a_bad_file_beside_a_good_one(render: Run) -> None:
    Path("ødelagt.yaml").write_text("format: [1\n", encoding="utf-8")
    code, out, err = render("ødelagt.yaml", "--utkast")
    assert (code, out) == (1, "")
    assert err.startswith("ødelagt.yaml:1:10: feil MA001 ")
    assert err.splitlines()[1] == "Feil: ødelagt.yaml kan ikke leses som en avtale; `avtalesjekk lint` sier hvorfor."


@pytest.mark.parametrize("tema", ["lang " * 80, "a\\x07b\\x1b[31m\\0", "\\ud800", "\\u202e snudd"])
@pytest.mark.parametrize("output_format", ["md", "txt", "html", "docx"])
def test_what_is_strange_is_written_all_the_same(render: Run, tema: str, output_format: str) -> None:
    Path("god.yaml").write_text(GOOD.replace("kompetanse i barnehagen", f'"{tema}"'), encoding="utf-8")
    code, _, err = render("god.yaml", "--utkast", "--format", output_format, "-o", f"ut.{output_format}")
    assert code == (0 if Path(f"ut.{output_format}").exists() else 1)
    assert "Traceback" not in err
    if output_format != "docx" and code == 0:
        text = Path(f"ut.{output_format}").read_text(encoding="utf-8")
        assert not set(text) & set("\x07\x1b\x00\u202e")
