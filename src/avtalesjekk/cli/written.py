"""Writing the report of a run: in one format on standard output, and in others to files beside it."""

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from avtalesjekk.configuration.options import REPORTS
from avtalesjekk.errors import UserError
from avtalesjekk.spelling import nearest
from avtalesjekk.terminal import printable, quoted

if TYPE_CHECKING:
    from avtalesjekk.configuration.settings import Settings
    from avtalesjekk.findings import Report
    from avtalesjekk.inputs import Input

_FOR_PEOPLE = ("full", "concise")
_WITH_STATISTICS = ("full", "concise", "json")


def write_run(report: "Report", settings: "Settings", files: Iterable[tuple[str, Path]], stream: TextIO) -> None:
    """Write all that a run is to say of what it found: to a stream, to stderr, and to files.

    The files are written also where nobody reads the stream to its end, and BrokenPipeError is raised.
    """
    try:
        _show(report, settings, stream)
    except BrokenPipeError:
        write_files(report, files, show_deviations=settings.flag("show-avvik"))
        raise
    write_files(report, files, show_deviations=settings.flag("show-avvik"))


def _show(report: "Report", settings: "Settings", stream: TextIO) -> None:
    form, quiet, show_deviations = (
        settings.text("output-format") or "full",
        settings.flag("quiet"),
        settings.flag("show-avvik"),
    )
    if settings.flag("statistics"):
        write_statistics(report, form, stream)
    elif report.files or form not in _FOR_PEOPLE:
        write(report, form, stream, show_deviations=show_deviations, quiet=quiet)
    if report.files and not quiet and (form != "full" or settings.flag("statistics")):
        summarize(report, form)


def write(report: "Report", form: str, stream: TextIO, *, show_deviations: bool = False, quiet: bool = False) -> None:
    """Write a report in one of the formats; just the module of that format is loaded."""
    match form:
        case "full":
            from avtalesjekk.reports import full  # noqa: PLC0415

            full.report(report, stream, show_deviations=show_deviations, quiet=quiet)
        case "concise":
            from avtalesjekk.reports import concise  # noqa: PLC0415

            concise.report(report, stream, show_deviations=show_deviations)
        case "json":
            from avtalesjekk.reports import json  # noqa: PLC0415

            json.report(report, stream)
        case "sarif":
            from avtalesjekk.reports import sarif  # noqa: PLC0415

            sarif.report(report, stream)
        case "github":
            from avtalesjekk.reports import github  # noqa: PLC0415

            github.report(report, stream)
        case "gitlab":
            from avtalesjekk.reports import gitlab  # noqa: PLC0415

            gitlab.report(report, stream)
        case "junit":
            from avtalesjekk.reports import junit  # noqa: PLC0415

            junit.report(report, stream)
        case _:
            raise AssertionError(form)


def write_statistics(report: "Report", form: str, stream: TextIO) -> None:
    """Write how many findings each rule has. Raises UserError where the format has no way to."""
    from avtalesjekk.reports import statistics  # noqa: PLC0415

    if form not in _WITH_STATISTICS:
        raise UserError(f"--statistics kan bare skrives som full, concise eller json, ikke {form}.")
    if form == "json":
        statistics.report_json(report, stream)
    else:
        statistics.report(report, stream)


def summarize(report: "Report", form: str) -> None:
    """Say on stderr what a short format leaves out, and in the summary of a GitHub job where there is one."""
    from avtalesjekk.reports.summary import summary  # noqa: PLC0415

    if form != "json":
        sys.stderr.write(f"{printable(summary(report))}\n")
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if form == "github" and place:
        from avtalesjekk.reports import github  # noqa: PLC0415
        from avtalesjekk.writing import not_written  # noqa: PLC0415

        try:
            with Path(place).open("a", encoding="utf-8") as file:
                file.write(github.step_summary(report))
        except OSError as error:
            raise not_written(Path(place), error) from None


def asked(texts: Iterable[str]) -> tuple[tuple[str, Path], ...]:
    """The reports of `--report FORMAT=FIL`. Raises UserError for one that is neither, and for two to one file."""
    found = tuple(map(_asked, texts))
    places = [os.path.realpath(path) for _, path in found]
    if len(set(places)) < len(places):
        raise UserError("to rapporter (--report) kan ikke skrives til samme fil.")
    return found


def check_places(asked: Iterable[tuple[str, Path]], inputs: "Iterable[Input]") -> None:
    """Raise UserError where a report would be written over an agreement of the run."""
    places = {os.path.realpath(file.filename) for file in inputs}
    for _, path in asked:
        if os.path.realpath(path) in places:
            raise UserError(f"{quoted(path)} er en av avtalene, og blir ikke skrevet over.")


def _asked(text: str) -> tuple[str, Path]:
    form, sign, place = text.partition("=")
    if place == "-":
        raise UserError("--report skriver til en fil; --output-format velger hva som kommer på skjermen.")
    if not sign or not place:
        raise UserError(f"«{printable(text)}» er ingen rapport; skriv for eksempel --report sarif=funn.sarif.")
    if form not in REPORTS:
        near = nearest(form, REPORTS)
        help_ = f"mente du «{near}»?" if near else f"skriv {', '.join(REPORTS)}."
        raise UserError(f"«{printable(form)}» er ikke noe format for rapporter; {help_}")
    return form, Path(place)


def write_files(report: "Report", asked: Iterable[tuple[str, Path]], *, show_deviations: bool) -> None:
    """Write the reports to their files, each whole or not at all."""
    made = []
    for form, path in asked:
        text = io.StringIO()
        write(report, form, text, show_deviations=show_deviations)
        made.append((path, text.getvalue().encode("utf-8", "backslashreplace")))
    if made:
        from avtalesjekk.writing import write_all  # noqa: PLC0415

        write_all(made)
