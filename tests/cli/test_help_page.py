"""The help of the example program, page by page."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import pytest
import typer

from avtalesjekk.cli.shell import Command, Group, run

Said = Callable[..., tuple[int, str, str]]


HELP = """\
Bruk: avtalesjekk [VALG] KOMMANDO …

Sjekk avtalene mellom staten og KS, og skriv dem ut.

Kilden er veilederen fra 2024.

Valg:
  --install-completion  Sett opp fullføring med tabulatortasten i skallet du
                        bruker.
  --show-completion     Vis skriptet for fullføring, til å kopiere eller
                        tilpasse.
  --help                Vis denne hjelpen.

Kommandoer:
  lint    Sjekk avtaler i filer og mapper, og si fra om det som ikke er slik
          den gode måten å gjøre det på tilsier.
  render  Skriv avtalen som tekst.
  new     Lag en ny avtale.
"""

HELP_OF_LINT = """\
Bruk: avtalesjekk lint [VALG] [STI …]

Sjekk avtaler i filer og mapper, og si fra om det som ikke er slik den gode
måten å gjøre det på tilsier.

Uten STI sjekkes mappen avtaler/.

    avtalesjekk lint --select MA5   # bare kapittel 5
    avtalesjekk lint --ignore MA5   # alle andre

Argumenter:
  STI …  Filer og mapper.  [standard: avtaler/]

Valg:
  --select KODE         Koder, begynnelser på koder eller navn på regler som
                        skal være på.
  --fail-on feil|advarsel|aldri
                        Det minste alvoret som gir utgangskode 1.
                        [standard: feil]
  --output-format full|concise|json
                        Formen på det som skrives.  [standard: full]
  --fix                 Rett det som trygt kan rettes.
  --cache / --no-cache  Ta vare på svarene.  [standard: --cache]
  --dato ÅÅÅÅ-MM-DD     Dagen det sjekkes for.
  --config FIL          Oppsettet.
  --cache-dir MAPPE     Mappen for svarene.
  --jobs TALL           Hvor mange om gangen.  [standard: 1]
  --paragraf TEKST      Paragrafen.
  -q, --quiet           Skriv bare funn.
  --help                Vis denne hjelpen.
"""

HELP_OF_RENDER = """\
Bruk: avtalesjekk render [VALG] FIL …

Skriv avtalen som tekst.

Argumenter:
  FIL …  Avtalene.  [påkrevd]

Valg:
  -o, --output FIL  Hvor det skrives.
  --help            Vis denne hjelpen.
"""

HELP_OF_NEW = """\
Bruk: avtalesjekk new [VALG] STI

Lag en ny avtale.

Argumenter:
  STI  [påkrevd]

Valg:
  --tema TEKST   Det avtalen gjelder.  [påkrevd]
  --parter TALL  [påkrevd]
  --sider TALL   Hvor lang den blir.
  --help         Vis denne hjelpen.
"""


@pytest.mark.parametrize(
    ("args", "page"),
    [
        (["--help"], HELP),
        (["lint", "--help"], HELP_OF_LINT),
        (["render", "fil.yaml", "--help"], HELP_OF_RENDER),
        (["new", "--help"], HELP_OF_NEW),
    ],
)
def test_help_is_said_in_norwegian(args: list[str], page: str, said: Said) -> None:
    assert said(*args) == (0, page, "")


@pytest.mark.parametrize("args", [[], ["--"]])
def test_no_command_gives_the_help_as_an_error(args: list[str], said: Said) -> None:
    assert said(*args) == (2, "", HELP)


@pytest.mark.parametrize(("columns", "widest"), [("20", 40), ("60", 59), ("101", 100), ("300", 100)])
def test_help_fits_the_terminal(columns: str, widest: int, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    _, out, _ = said("lint", "--help")
    lines = [len(line) for line in out.splitlines() if not line.startswith("    avtalesjekk lint ")]
    assert widest - 12 < max(lines) <= widest
    assert all(line == line.rstrip() for line in out.splitlines())


def test_help_breaks_lines_between_words_and_shows_defaults_of_every_kind(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "45")
    program = typer.Typer(name="avtalesjekk", cls=Group, add_completion=False)
    program.callback()(lambda: None)

    @program.command(cls=Command)
    def compare(
        gammel: Annotated[Path, typer.Argument(metavar="GAMMEL", help="Se valg --show-avvik og --output-format.")],
        nye: Annotated[list[Path] | None, typer.Argument(metavar="NY")] = None,
        norm: Annotated[str, typer.Option(help="Fra https://lovdata.example/forskrift/2018.")] = "alle normene",
        kode: Annotated[list[str], typer.Option()] = ["MA1", "MA2"],  # noqa: B006 (typer only reads it)
        *,
        dag: Annotated[str, typer.Option(default_factory=str)],
    ) -> None:
        pass

    assert run(program, ["compare", "--help"]) == 0
    assert capsys.readouterr().out == PAGE


PAGE = """\
Bruk: avtalesjekk compare [VALG] GAMMEL
                          [NY …]

Argumenter:
  GAMMEL  Se valg --show-avvik og
          --output-format.  [påkrevd]
  NY …

Valg:
  --norm TEKST  Fra
                https://lovdata.example/forskrift/2018.
                [standard: alle normene]
  --kode TEKST  [standard: MA1, MA2]
  --dag TEKST
  --help        Vis denne hjelpen.
"""
