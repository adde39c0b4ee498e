"""A line a finding, for editors and for grep."""

from typing import TextIO

from avtalesjekk.findings import Report
from avtalesjekk.terminal import printable


def report(found: Report, stream: TextIO) -> None:
    """Write the report to a stream."""
    for file in found.files:
        for finding in file.active:
            row, column = file.source.row_column(finding.span.start)
            help_ = f" ({finding.help})" if finding.help else ""
            said = f"{file.filename}:{row}:{column}: {finding.level.word} {finding.rule.code} {finding.message}{help_}"
            stream.write(printable(said) + "\n")
