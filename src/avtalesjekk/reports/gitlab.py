"""The report for GitLab: its Code Quality format, which merge requests show."""

from typing import TextIO

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.reports.fingerprints import fingerprinted
from avtalesjekk.reports.jsontext import dumps
from avtalesjekk.reports.paths import shown
from avtalesjekk.rules.rule import Level
from avtalesjekk.terminal import printable


def report(found: Report, stream: TextIO) -> None:
    """Write the report to a stream, without the findings that deviations set aside: the format cannot say so."""
    issues = [_issue(*each) for each in fingerprinted(found) if each[1].deviation is None]
    stream.write(dumps(issues))


# Above «major» GitLab has «critical» and «blocker», which are for what does harm in use: no text of an agreement does.
_SEVERITIES = {Level.FEIL: "major", Level.ADVARSEL: "minor", Level.MERKNAD: "info"}


def _issue(file: FileReport, finding: Finding, fingerprint: str) -> dict[str, object]:
    help_ = f" ({finding.help})" if finding.help else ""
    row, _ = file.source.row_column(finding.span.start)
    return {
        # GitLab does not always show the name of the check, so it stands here too.
        "description": printable(f"{finding.rule.code}: {finding.message}{help_}"),
        "check_name": finding.rule.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.level],
        "location": {"path": shown(file.filename), "lines": {"begin": row}},
    }
