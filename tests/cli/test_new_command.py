"""`avtalesjekk new`: what it writes where, what it refuses, and what it asks in a terminal."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run

DAY = ("--dato", "2026-11-22")
FILE = Path("ny.yaml")
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Said:
    """Run a command in an empty folder; nobody can be asked."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)

    def done(command: str, *args: str) -> tuple[int, str, str]:
        code = run(app, [command, *DAY, *args])
        return code, *capsys.readouterr()

    return done


def test_with_all_options(said: Said) -> None:
    options = ("--tema", "svømming: i skolen", "--part", "KD", "--part", "helse- og omsorgsdepartementet", "--part=KS")
    more = ("--malform", "nynorsk", "--lengde", "to år", "--belop", "2,5 mill.", "--belop-per", "engang")
    code, out, err = said("new", "ny.yaml", *options, *more, "--belop-formal", "kurs")
    assert (code, out) == (0, "")
    assert err == (
        "Skrev ny.yaml.\n"
        "Fyll inn det som står i hakeparenteser (15 steder), og kontroller avtalen:\n"
        "  avtalesjekk lint ny.yaml\n"
    )
    text = FILE.read_bytes().decode()
    assert "\r" not in text
    for line in (
        'tema: "svømming: i skolen"',
        "parter:\n  - KD\n  - HOD\n  - KS",
        "målform: nynorsk",
        "status: utkast",
        "    - Helse- og omsorgsdepartementet skal [gjere kva, og når].",
        "    - beløp: 2500000",
        "      per: eingong",
        '      fra: "[departementet som betaler]"',
        "      formål: kurs",
        "  forbehold: stortinget",
        "  hyppighet: kvart år",
        "  framlegges: konsultasjonsordninga",
        "  lengde: 2 år",
        "  oppsigelse: 3 månader",
        "      tittel: styreleiar",
    ):
        assert f"\n{line}\n" in text
    assert said("lint", "ny.yaml") == (0, "Ingen funn i 1 avtale.\n", "")
    assert said("new", "ny.yaml")[0] == 2


def test_what_is_not_given_is_marked(said: Said) -> None:
    code, out, err = said("new", "min avtale.yml")
    assert (code, out) == (0, "")
    assert err.startswith("Skrev min avtale.yml.\nFyll inn det som står i hakeparenteser (15 steder), ")
    assert err.endswith("\n  avtalesjekk lint 'min avtale.yml'\n")
    text = Path("min avtale.yml").read_text(encoding="utf-8")
    for line in ('tema: "[temaet]"', 'parter:\n  - "[departementet]"\n  - KS', "  til: 2029-09-30", "#økonomi:"):
        assert f"\n{line}\n" in text
    assert "\nid:" not in text
    assert "\nmålform:" not in text


def test_the_draft_is_rendered(said: Said) -> None:
    assert said("new", "ny.yaml", "--tema", "svømming", "--part", "KD", "--belop", "5")[0] == 0
    code, out, _ = said("render", "ny.yaml", "--utkast")
    assert code == 0
    assert "# Samarbeidsavtale mellom Kunnskapsdepartementet og KS om svømming\n" in out
    assert "KD gir KS 5\N{NO-BREAK SPACE}kroner (\\[år, engang eller avtaleperioden\\]) til \\[hva " in out
    assert said("render", "ny.yaml")[0] == 1


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["ny.txt"], "«ny.txt» er ikke et filnavn som slutter på .yaml eller .yml, som «avtaler/leirskole.yaml»."),
        ([".yaml"], "«.yaml» er ikke et filnavn som slutter på .yaml eller .yml, som «avtaler/leirskole.yaml»."),
        (["-"], "«-» er ikke et filnavn"),
        (["borte/ny.yaml"], "mappen «borte» finnes ikke."),
        (["fil/ny.yaml"], "«fil» er ikke en mappe."),
        ([f"{'x' * 300}/ny.yaml"], "x» finnes ikke."),
        ([f"{'x' * 300}.yaml"], "x.yaml» kan ikke skrives: navnet er for langt."),
        (["--part", "KMD"], "«KMD» fantes ikke 22. november 2026: departementet heter Kommunal- og dis"),
        (["--part", "AAD"], "«AAD» fantes ikke 22. november 2026. Mente du "),
        (["--part", "kunskapsdepartementet"], "som registeret kjenner. Mente du Kunnskapsdepartementet (KD)?"),
        (["--part", "KD, KDDD"], "som registeret kjenner. Mente du Kommunal- og distriktsdepartementet (KDD)?"),
        (["--part", "xyzabc"], "Departementene er AID, BFD, "),
        (["--part", "staten"], "«staten» er ikke nok: skriv hvilket departement som er part."),
        (["--part", " "], "skriv forkortelsen eller navnet på et departement."),
        (["--tema", " \n"], "ugyldig verdi for «--tema»: teksten er tom."),
        (["--tema", "a\u202eb\x1b"], "teksten har tegn som ikke kan stå i en avtale: U+001B, U+202E."),
        (["--til", "2026-11-21"], "21. november 2026 er før avtalen lages, 22. november 2026."),
        (["--til", "2200-01-01"], "«2200-01-01» er ikke en dato: skriv den som 2027-12-31."),
        (["--til", "2027-01-01", "--lengde", "2 år"], "«--til» og «--lengde» går ikke sammen: velg en av dem."),
        (["--lengde", "lenge"], "«lenge» er ikke en lengde: skriv et tall og dager, uker, måneder eller år, som 2 år."),
        (["--lengde", "1200 måneder"], "«1200 måneder» er for lenge for en avtale."),
        (["--belop", "mye"], "«mye» er ikke et beløp: skriv hele kroner, som 8000000."),
        (["--belop", "999999999 mrd"], "er ikke et beløp"),
        (["--belop-per", "år"], "«--belop-per» og «--belop-formal» gjelder beløpet: skriv også «--belop»."),
        (["--dato", "2200-01-01"], "ugyldig verdi for «--dato»: en avtale kan bare være fra årene 1800–2199."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(args: list[str], message: str, said: Said) -> None:
    Path("fil").touch()
    code, out, err = said("new", *(["ny.yaml"] if args[0].startswith("--") else []), *args)
    assert (code, out) == (2, "")
    assert err.startswith("Feil: ")
    assert message in err
    assert [path.name for path in Path().iterdir()] == ["fil"]


def test_the_folder_that_lint_looks_in_is_made(said: Said) -> None:
    assert said("new", "avtaler/ny.yaml", "--part", "KD")[0] == 0
    assert said("lint") == (0, "Ingen funn i 1 avtale.\n", "")


@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling link", "pipe"])
def test_nothing_is_written_over(kind: str, said: Said) -> None:
    Path("annen").write_text("noe", encoding="utf-8")
    match kind:
        case "file":
            FILE.touch()
        case "folder":
            FILE.mkdir()
        case "link":
            FILE.symlink_to("annen")
        case "dangling link":
            FILE.symlink_to("borte")
        case _:
            os.mkfifo(FILE)
    before = FILE.lstat()
    code, out, err = said("new", "ny.yaml")
    assert (code, out) == (2, "")
    is_folder = ": det er en mappe" if kind == "folder" else ""
    assert err == f"Feil: «ny.yaml» finnes fra før, og blir ikke skrevet over{is_folder}.\n"
    assert FILE.lstat() == before
    assert Path("annen").read_text(encoding="utf-8") == "noe"
    assert not Path("borte").exists()


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_nothing_is_written_over_that_comes_meanwhile(kind: str, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def comes(path: Path) -> None:
        if kind == "file":
            path.write_text("noe", encoding="utf-8")
        else:
            path.symlink_to("borte")

    monkeypatch.setattr("avtalesjekk.starting.place.check_free", comes)
    assert said("new", "ny.yaml") == (2, "", "Feil: «ny.yaml» finnes fra før, og blir ikke skrevet over.\n")
    assert FILE.is_symlink() or FILE.read_text(encoding="utf-8") == "noe"
    assert not Path("borte").exists()


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    program = """\
import sys
from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
run(app, ["new", "--help"])
print(*sorted(sys.modules), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=60,
        check=True,
    )
    modules = set(done.stderr.decode().split())
    assert "avtalesjekk.cli.new" in modules
    assert not modules & {"pydantic", "ruamel", "rich", "jinja2", "avtalesjekk.starting"}
    assert done.stdout.decode().startswith("Bruk: avtalesjekk new [VALG] FIL\n")
