"""`avtalesjekk lint`: check agreements."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from avtalesjekk.findings import Report
    from avtalesjekk.linting import Input
    from avtalesjekk.rules.rule import Level

DEFAULT_FOLDER = Path("avtaler")
STDIN = Path("-")


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
    gathered = _Gathered(paths or [], stdin_filename)
    report = run(gathered.inputs(), day.date() if day else date.today(), codes, gathered.neighbours)  # noqa: DTZ011 (the user's own day)
    if report.files or output_format is OutputFormat.JSON:
        _write(report, output_format, show_avvik=show_avvik, quiet=quiet)
    if gathered.failed:
        return 2
    return 1 if report.fails(_threshold(fail_on)) else 0


class _Gathered:
    """The files that are asked for, and whether one of them could not be opened."""

    def __init__(self, paths: list[Path], stdin_filename: Path | None) -> None:
        from avtalesjekk.files import gather  # noqa: PLC0415

        if stdin_filename and STDIN not in paths:
            raise UserError("--stdin-filename er navnet på det som leses fra «-», og «-» er ikke med.")
        if not paths and not DEFAULT_FOLDER.is_dir():
            raise UserError("det er ingen mappe «avtaler» her. Skriv hvilke filer eller mapper som skal kontrolleres.")
        named = [path for path in paths if path != STDIN] if paths else [DEFAULT_FOLDER]
        self.failed = False
        self._stdin = STDIN in paths
        self._stdin_filename = stdin_filename
        self._paths = gather(named)

    def inputs(self) -> Iterator["Input"]:
        """Every file with its bytes, and a line on how far it has come where there are many."""
        from avtalesjekk.files import read_all  # noqa: PLC0415
        from avtalesjekk.linting import Input  # noqa: PLC0415

        if self._stdin:
            name = str(self._stdin_filename) if self._stdin_filename else "<standard inn>"
            if sys.stdin is None:  # closed by the one who started the program
                raise UserError("standard inn er lukket.")
            yield Input(
                name, sys.stdin.buffer.read(_MOST_OF_STDIN), self._stdin_filename.stem if self._stdin_filename else None
            )
        for path, data in read_all(_told(self._paths), self._complain):
            yield Input.named(str(path), data)

    def neighbours(self) -> Iterator["Input"]:
        """The other agreements in the folders of the files; those that cannot be read are passed over."""
        from avtalesjekk.files import agreements_in, place_of, read_all  # noqa: PLC0415
        from avtalesjekk.linting import Input  # noqa: PLC0415

        named = [*self._paths, *([self._stdin_filename] if self._stdin_filename else [])]
        seen = {place_of(path) for path in named}
        folders = {place_of(path).parent: path.parent for path in named}
        for folder in sorted(folders.values()):
            others = (path for path in agreements_in(folder) if place_of(path) not in seen)
            for path, data in read_all(others, lambda _: None):
                yield Input.named(str(path), data)

    def _complain(self, message: str) -> None:
        self.failed = True
        sys.stderr.write(f"Feil: {message}\n")


_MOST_OF_STDIN = 2_000_001  # one more than a file may have: enough to tell that it is too large
_MANY = 200


def _told(paths: tuple[Path, ...]) -> Iterable[Path]:
    """The paths, with a bar on stderr of how many are done where they are many and somebody watches."""
    if len(paths) < _MANY or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return paths
    from rich.console import Console  # noqa: PLC0415 (only where there is a bar to show)
    from rich.progress import track  # noqa: PLC0415

    return track(paths, "Kontrollerer", console=Console(stderr=True), transient=True)


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
