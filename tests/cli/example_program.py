"""A program made of the shell's groups and commands, with the kinds of options that the real one has."""

import signal
import sys
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from avtalesjekk.cli.shell import Command, Group, run
from avtalesjekk.errors import UserError

app = typer.Typer(
    name="avtalesjekk",
    cls=Group,
    rich_markup_mode=None,
    add_completion=True,
    help="Sjekk avtalene mellom staten og KS, og skriv dem ut.",
    epilog="Kilden er veilederen fra 2024.",
)


class FailOn(Enum):
    FEIL = "feil"
    ADVARSEL = "advarsel"
    ALDRI = "aldri"


class OutputFormat(Enum):
    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")  # buffered, other than typer.echo


def paragraph(text: str) -> str:
    if not text.startswith("§"):
        raise typer.BadParameter(f"skriv «§» foran «{text}».")
    return text


def no_new_year(dato: datetime | None) -> datetime | None:
    if dato is not None and (dato.month, dato.day) == (1, 1):
        raise typer.BadParameter("første nyttårsdag er fri.")
    return dato


@app.command(cls=Command)
def lint(
    stier: Annotated[
        list[Path] | None, typer.Argument(metavar="STI", help="Filer og mapper.", show_default="avtaler/")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="KODE", help="Koder, begynnelser på koder eller navn på regler som skal være på."),
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Det minste alvoret som gir utgangskode 1.")] = FailOn.FEIL,
    output_format: Annotated[OutputFormat, typer.Option(help="Formen på det som skrives.")] = OutputFormat.FULL,
    fix: Annotated[bool, typer.Option("--fix", help="Rett det som trygt kan rettes.")] = False,
    cache: Annotated[bool, typer.Option(help="Ta vare på svarene.")] = True,
    dato: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], callback=no_new_year, help="Dagen det sjekkes for."),
    ] = None,
    config: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Oppsettet.")] = None,
    cache_dir: Annotated[Path | None, typer.Option(file_okay=False, writable=True, help="Mappen for svarene.")] = None,
    jobs: Annotated[int, typer.Option(min=1, max=8, help="Hvor mange om gangen.")] = 1,
    paragraf: Annotated[str | None, typer.Option(parser=paragraph, help="Paragrafen.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Skriv bare funn.")] = False,
    secret: Annotated[bool, typer.Option("--secret", hidden=True)] = False,
) -> None:
    """Sjekk avtaler i filer og mapper, og si fra om det som ikke er slik den gode måten å gjøre det på tilsier.

    Uten STI sjekkes mappen avtaler/.

        avtalesjekk lint --select MA5   # bare kapittel 5
        avtalesjekk lint --ignore MA5   # alle andre
    """
    paths = [str(sti) for sti in stier or []]
    say(paths, select, fail_on.value, output_format.value, fix, cache, jobs, quiet)
    if dato or config or cache_dir or paragraf or secret:
        say(dato, config, cache_dir, paragraf, secret)


@app.command(cls=Command)
def render(
    filer: Annotated[list[Path], typer.Argument(metavar="FIL", help="Avtalene.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FIL", help="Hvor det skrives.")] = None,
) -> int:
    """Skriv avtalen
    som tekst.
    """
    say(f"{filer} {output}\n" * 20_000)
    return 1


@app.command(cls=Command)
def new(
    fil: Path,
    tema: Annotated[str, typer.Option(help="Det avtalen gjelder.")],
    parter: Annotated[int, typer.Option(min=2)],
    sider: Annotated[int, typer.Option(help="Hvor lang den blir.", show_default=False)] = 2,
) -> None:
    """Lag en ny avtale."""


@app.command(cls=Command, hidden=True)
def end(way: str) -> int | None:
    match way:
        case "code":
            return 1
        case "exit":
            raise typer.Exit(3)
        case "abort":
            raise typer.Abort
        case "user":
            raise UserError("fant ikke noe å sjekke i «\x1b[31mrød».\nSkriv hvilke filer det gjelder.")
        case "bad":
            raise typer.BadParameter("«--fix» og «--diff» går ikke sammen.")
        case "hint":
            raise typer.BadParameter("ukjent regel «MA999».", param_hint="--select")
        case "interrupt":
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.raise_signal(signal.SIGINT)
        case "bug":
            raise ZeroDivisionError
        case _:
            say("smørbrød … 한 \udcff")
    return None


if __name__ == "__main__":
    sys.exit(run(app))
