"""`lint --fix` and `lint --diff`: what can be mended in the files of a run, written or shown."""

import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from avtalesjekk.cli.gathered import Gathered
    from avtalesjekk.findings import Finding, Report
    from avtalesjekk.fixes.applying import Mended
    from avtalesjekk.inputs import Input


def mend_all(inputs: "Sequence[Input]", report: "Report", today: date, *, unsafe: bool) -> "Iterator[Mended]":
    """The files of a report in which something can be mended, with it mended."""
    from avtalesjekk.fixes.applying import mend  # noqa: PLC0415
    from avtalesjekk.linting import lint  # noqa: PLC0415
    from avtalesjekk.selection import select  # noqa: PLC0415

    def chosen(file: "Input") -> "Sequence[Finding]":
        return lint([file], today, frozenset()).files[0].active

    def every(file: "Input") -> "Sequence[Finding]":
        own = file.rules.codes if file.rules is not None else frozenset()
        return lint([file._replace(rules=None)], today, select() | own).files[0].active

    mendable = {
        file.filename
        for file in report.files
        if any(finding.fix is not None and (finding.fix.safe or unsafe) for finding in file.active)
    }
    for file in inputs:
        if file.filename in mendable:
            mended = mend(file, chosen, every, unsafe=unsafe)
            if mended.findings:
                yield mended


def show(files: "Sequence[Mended]", report: "Report", *, quiet: bool, unsafe: bool) -> None:
    """Write what would change as a unified diff on standard output."""
    from avtalesjekk.fixes.diff import unified  # noqa: PLC0415

    for file in files:
        sys.stdout.writelines(unified(file.file.filename, file.edited))
    if quiet:
        return
    said = _told("kan rettes", files) if files else "Ingenting kan rettes"
    fixes = [finding.fix for file in report.files for finding in file.active if finding.fix is not None]
    more = 0 if unsafe else sum(not fix.safe for fix in fixes)
    sys.stderr.write(
        f"{said}{f'; {more} til' if files else f'; {more}'} med --unsafe-fixes.\n" if more else f"{said}.\n"
    )


def write(files: "Sequence[Mended]", gathered: "Gathered", *, quiet: bool) -> "tuple[Mended, ...]":
    """Write the files back; those that could be. Of the others it is said why not."""
    from avtalesjekk.writing import rewrite  # noqa: PLC0415

    done: list[Mended] = []
    places: set[str] = set()
    for file in files:
        name = file.file.filename
        if gathered.is_stdin(file.file):
            done.append(file)
            continue
        place = os.path.realpath(name)
        if place in places:  # a link to one that is written already
            done.append(file)
            continue
        try:
            rewrite(Path(name), file.edited.original.encode(), file.file.data)
        except UserError as error:
            sys.stderr.write(f"Feil: {printable(str(error))}\n")
        else:
            places.add(place)
            done.append(file)
    if done and not quiet:
        sys.stderr.writelines(_each(file) for file in done)
        sys.stderr.write(f"{_told('er rettet', done)}.\n")
    return tuple(done)


def _each(file: "Mended") -> str:
    """A file, and which rules' findings were mended in it."""
    counts = Counter(finding.rule.code for finding in file.findings)
    codes = ", ".join(code if number == 1 else f"{code} ({number})" for code, number in sorted(counts.items()))
    return f"{printable(file.file.filename)}: rettet {codes}\n"


def _told(what: str, files: "Sequence[Mended]") -> str:
    number = sum(len(file.findings) for file in files)
    agreements = "1 avtale" if len(files) == 1 else f"{len(files)} avtaler"
    return f"{number} funn i {agreements} {what}"
