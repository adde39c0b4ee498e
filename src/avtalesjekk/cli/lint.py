"""`avtalesjekk lint`: check agreements."""

import sys
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from avtalesjekk.cli.gathered import Gathered
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from avtalesjekk.findings import Report
    from avtalesjekk.rules.rule import Level


class FailOn(Enum):
    """From which level findings make `lint` fail."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    MERKNAD = "merknad"
    ALDRI = "aldri"


class OutputFormat(Enum):
    """How the report is written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="STI",
            readable=False,  # what cannot be read is said of each file, and the rest are checked
            help="Filer og mapper; «-» leser fra standard inn. [standard: avtaler]",
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="REGLER", help="Kjør bare disse reglene: koder, forstavelser eller navn, med komma mellom."
        ),
    ] = None,
    extend_select: Annotated[
        list[str] | None, typer.Option(metavar="REGLER", help="Kjør disse reglene i tillegg.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="REGLER", help="Ikke kjør disse reglene.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Nivået som gir utgangskode 1.")] = FailOn.FEIL,
    output_format: Annotated[OutputFormat, typer.Option(help="Hvordan funnene skrives.")] = OutputFormat.FULL,
    show_avvik: Annotated[
        bool, typer.Option("--show-avvik", help="Vis også funnene som er satt til side med avvik.")
    ] = False,
    day: Annotated[
        datetime | None,
        typer.Option("--dato", formats=["%Y-%m-%d"], help="Dagen avtaler uten dato kontrolleres på. [standard: i dag]"),
    ] = None,
    stdin_filename: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Navnet på det som leses fra standard inn.")
    ] = None,
    cache_dir: Annotated[Path | None, typer.Option(metavar="MAPPE", hidden=True)] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", hidden=True)] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Skriv bare funnene, ikke oppsummeringen.")] = False,
) -> int:
    """Kontroller avtaler.

    Utgangskoden er 0 når ingen funn når opp til --fail-on, 1 når noen gjør det, og 2 når noe ikke lot seg kontrollere.
    """
    from avtalesjekk.linting import lint as run  # noqa: PLC0415 (pydantic and ruamel.yaml are loaded here)
    from avtalesjekk.selection import select as choose  # noqa: PLC0415

    codes = choose(select or (), ignore or (), extend_select or ())
    gathered = Gathered(paths or [], stdin_filename)
    report = run(gathered.inputs(), day.date() if day else date.today(), codes, gathered.neighbours)  # noqa: DTZ011 (the user's own day)
    if report.files or output_format is OutputFormat.JSON:
        _write(report, output_format, show_avvik=show_avvik, quiet=quiet)
    if gathered.failed:
        return 2
    return 1 if report.fails(_threshold(fail_on)) else 0


def _threshold(fail_on: FailOn) -> "Level | None":
    from avtalesjekk.rules.rule import Level  # noqa: PLC0415

    return None if fail_on is FailOn.ALDRI else Level[fail_on.name]


def _write(report: "Report", output_format: OutputFormat, *, show_avvik: bool, quiet: bool) -> None:
    match output_format:
        case OutputFormat.FULL:
            from avtalesjekk.reports import full  # noqa: PLC0415 (only the format that is asked for)

            full.report(report, sys.stdout, show_deviations=show_avvik, quiet=quiet)
        case OutputFormat.CONCISE:
            from avtalesjekk.reports import concise  # noqa: PLC0415

            concise.report(report, sys.stdout, show_deviations=show_avvik)
            if not quiet:
                from avtalesjekk.reports.summary import summary  # noqa: PLC0415

                sys.stderr.write(f"{printable(summary(report))}\n")
        case OutputFormat.JSON:
            from avtalesjekk.reports import json  # noqa: PLC0415

            json.report(report, sys.stdout)
        case _:
            assert_never(output_format)
