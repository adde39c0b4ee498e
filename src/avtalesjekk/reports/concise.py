"""A line a finding, for editors and for grep."""

from typing import TextIO

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.terminal import printable


def report(found: Report, stream: TextIO, *, show_deviations: bool = False) -> None:
    """Write the report to a stream; with `show_deviations` also what deviations set aside, with their reasons."""
    for file in found.files:
        findings = file.findings if show_deviations else file.active
        stream.writelines(printable(_line(file, finding)) + "\n" for finding in findings)


def _line(file: FileReport, finding: Finding) -> str:
    row, column = file.source.row_column(finding.span.start)
    word, beside = finding.level.word, finding.help
    if (deviation := finding.deviation) is not None:
        word, beside = "feillest" if deviation.misread else "avvik", deviation.reason.strip()
    said = f"{file.filename}:{row}:{column}: {word} {finding.rule.code} {finding.message}"
    return f"{said} ({beside})" if beside else said
