"""`avtalesjekk lint`: check agreements."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalesjekk.cli import completion
from avtalesjekk.cli.configured import given
from avtalesjekk.cli.gathered import STDIN, STDIN_NAME, Gathered
from avtalesjekk.configuration.options import FailOn, OutputFormat

if TYPE_CHECKING:
    from avtalesjekk.configuration.settings import Configurations
    from avtalesjekk.findings import Report
    from avtalesjekk.remembering.memory import Memory
    from avtalesjekk.rules.rule import Level


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
            metavar="REGLER",
            help="Kjør bare disse reglene: koder, forstavelser eller navn, med komma mellom.",
            autocompletion=completion.rules,
        ),
    ] = None,
    extend_select: Annotated[
        list[str] | None,
        typer.Option(metavar="REGLER", help="Kjør disse reglene i tillegg.", autocompletion=completion.rules),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="REGLER", help="Ikke kjør disse reglene.", autocompletion=completion.rules),
    ] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Nivået som gir utgangskode 1. [standard: feil]")] = None,
    fix: Annotated[bool | None, typer.Option("--fix", help="Rett det som sikkert kan rettes.")] = None,
    unsafe_fixes: Annotated[
        bool | None,
        typer.Option("--unsafe-fixes", help="Ta med rettelser som noen bør se over, i --fix og --diff."),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Vis hva som ville blitt rettet, og skriv ingenting; 1 om det er noe.")
    ] = False,
    output_format: Annotated[
        OutputFormat | None, typer.Option(help="Hvordan funnene skrives. [standard: full]")
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="FORMAT=FIL", help="Skriv funnene også til en fil; gjerne flere."),
    ] = None,
    statistics: Annotated[
        bool | None, typer.Option("--statistics", help="Vis hvor mange funn hver regel har, i stedet for funnene.")
    ] = None,
    show_avvik: Annotated[
        bool | None, typer.Option("--show-avvik", help="Vis også funnene som er satt til side med avvik.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--dato", formats=["%Y-%m-%d"], help="Dagen avtaler uten dato kontrolleres på. [standard: i dag]"),
    ] = None,
    stdin_filename: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Navnet på det som leses fra standard inn.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FIL", help="Oppsettet som gjelder, i stedet for det nærmeste.")
    ] = None,
    show_config: Annotated[
        bool, typer.Option("--show-config", help="Vis hva som er satt opp, og hvor det er satt.")
    ] = False,
    force_exclude: Annotated[
        bool | None, typer.Option("--force-exclude", help="La exclude i oppsettet gjelde også filer som er nevnt.")
    ] = None,
    cache_dir: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Hvor det huskes hva som er funnet. [standard: brukerens mappe for slikt]"),
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Kontroller alt på nytt, og husk ingenting til neste gang.")
    ] = False,
    quiet: Annotated[
        bool | None, typer.Option("--quiet", "-q", help="Skriv bare funnene, ikke oppsummeringen.")
    ] = None,
) -> int:
    """Kontroller avtaler.

    Utgangskoden er 0 når ingen funn når opp til --fail-on, 1 når noen gjør det, og 2 når noe ikke lot seg kontrollere.
    """
    from avtalesjekk.cli import configured, written  # noqa: PLC0415 (what `--help` has no use for)
    from avtalesjekk.cli.watched import watched  # noqa: PLC0415
    from avtalesjekk.configuration.settings import Configurations  # noqa: PLC0415
    from avtalesjekk.runs import Run  # noqa: PLC0415
    from avtalesjekk.sharing import cores  # noqa: PLC0415

    files = written.asked(reports or ())
    configurations = Configurations(
        given(
            select=select, extend_select=extend_select, ignore=ignore, fail_on=fail_on, fix=fix,
            unsafe_fixes=unsafe_fixes, output_format=output_format, statistics=statistics, show_avvik=show_avvik,
            dato=day, force_exclude=force_exclude, quiet=quiet,
        ),
        config,
        paths or [],
    )  # fmt: skip
    run = configurations.run
    if show_config:
        configured.show(configurations, paths or [])
        return 0
    silent = run.flag("quiet")
    today = date.fromisoformat(run.text("dato") or date.today().isoformat())  # noqa: DTZ011 (the user's own day)
    gathered = Gathered(paths or [], stdin_filename, configurations)
    if gathered.all_left_out and not silent:
        sys.stderr.write("Ingen avtaler er kontrollert: oppsettet utelater dem (exclude).\n")
    if not silent:
        sys.stderr.write(gathered.passed_over)
    inputs = tuple(gathered.inputs())
    written.check_places(files, inputs)
    work = Run(today, run.selection, _memory(cache_dir, today, off=no_cache), cores(), watch=watched)
    report = work.report(inputs, gathered.neighbours)
    stream = sys.stdout
    if diff or run.flag("fix"):
        from avtalesjekk.cli import mended  # noqa: PLC0415

        changed = tuple(mended.mend_all(inputs, report, today, unsafe=run.flag("unsafe-fixes")))
        if diff:
            mended.show(changed, report, quiet=silent, unsafe=run.flag("unsafe-fixes"))
            written.write_files(report, files, show_deviations=run.flag("show-avvik"))
            return 2 if gathered.failed else int(bool(changed))
        done = mended.write(changed, gathered, quiet=silent)
        gathered.failed |= len(done) < len(changed)
        after = {one.file.filename: one.file for one in done}
        inputs = tuple(after.get(file.filename, file) for file in inputs)
        report = work.report(inputs, gathered.neighbours)
        if STDIN in (paths or []):
            stream = sys.stderr  # what is mended goes where it came from
            sys.stdout.writelines(file.data.decode() for file in inputs if gathered.is_stdin(file))
    elif unsafe_fixes and not silent:
        sys.stderr.write("Merk: --unsafe-fixes virker bare sammen med --fix eller --diff.\n")
    written.write_run(report, run, files, stream)
    if gathered.failed or any(finding.internal for file in report.files for finding in file.findings):
        return 2
    return 1 if _fails(report, configurations) else 0


def _memory(folder: Path | None, today: date, *, off: bool) -> "Memory | None":
    if off:
        return None
    from avtalesjekk.remembering.memory import Memory, usual_folder  # noqa: PLC0415

    place = folder or usual_folder()
    return Memory(place, today) if place is not None else None


def _fails(report: "Report", configurations: "Configurations") -> bool:
    """Whether a finding of a file is at or above the level that its configuration, or the command line, says."""

    def threshold(name: str) -> "Level | None":
        from avtalesjekk.rules.rule import Level  # noqa: PLC0415

        settings = configurations.run if name == STDIN_NAME else configurations.of(Path(name))
        level = settings.text("fail-on") or "feil"
        return None if level == "aldri" else Level[level.upper()]

    return any(finding.fails(threshold(file.filename)) for file in report.files for finding in file.findings)
