"""The report for programs: one array of findings, in a shape that only grows."""

from typing import TextIO

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.norms import norms
from avtalesjekk.reports.jsontext import dumps
from avtalesjekk.source.problem import Span


def report(found: Report, stream: TextIO) -> None:
    """Write the report to a stream, the findings that deviations set aside among the others."""
    stream.write(dumps([_finding(file, finding) for file in found.files for finding in file.findings]))


def _finding(file: FileReport, finding: Finding) -> dict[str, object]:
    norm = norms()[finding.norm] if finding.norm else None
    fix = finding.fix
    deviation = finding.deviation
    return {
        "code": finding.rule.code,
        "name": finding.rule.slug,
        "level": finding.level.word,
        "message": finding.message,
        "help": finding.help,
        "filename": file.filename,
        **_locations(file, finding.span),
        "path": finding.path,
        "norm": {"id": norm.nr, "chapter": norm.kapittel} if norm else None,
        "related": [
            {"message": note.message, "location": _location(file, note.span.start) if note.span else None}
            for note in finding.related
        ],
        "fix": {
            "message": fix.message,
            "applicability": "safe" if fix.safe else "unsafe",
            "edits": [{"content": edit.content, **_locations(file, edit.span)} for edit in fix.edits],
        }
        if fix
        else None,
        "avvik": {
            "begrunnelse": deviation.reason,
            "godkjent_av": deviation.approved_by,
            "til": deviation.until.isoformat() if deviation.until else None,
            "feillest": deviation.misread,
        }
        if deviation
        else None,
    }


def _locations(file: FileReport, span: Span) -> dict[str, object]:
    return {"location": _location(file, span.start), "end_location": _location(file, span.end)}


def _location(file: FileReport, offset: int) -> dict[str, int]:
    row, column = file.source.row_column(offset)
    return {"row": row, "column": column}
