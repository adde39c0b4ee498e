"""The report as SARIF 2.1.0, which code scanning services and editors read."""

from collections.abc import Iterator
from functools import cache
from typing import TextIO
from urllib.parse import quote

from avtalesjekk import __version__
from avtalesjekk.explaining import norms_of
from avtalesjekk.findings import FileReport, Finding, Fix, Report
from avtalesjekk.reports.fingerprints import fingerprinted
from avtalesjekk.reports.jsontext import dumps
from avtalesjekk.reports.paths import below, place
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.rules.rule import Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.terminal import printable


def report(found: Report, stream: TextIO) -> None:
    """Write the report to a stream, with the findings that deviations set aside as suppressed ones."""
    run = {
        "tool": {
            "driver": {
                "name": "avtalesjekk",
                "version": __version__,
                "language": _LANGUAGE,
                "rules": [_rule(rule) for rule in RULES],
            }
        },
        "language": _LANGUAGE,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": _message("Mappen avtalesjekk ble kjørt i.")}},
        "results": [_result(*each) for each in fingerprinted(found)],
    }
    stream.write(dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}))


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LANGUAGE = "nb-NO"
_ROOT = "%SRCROOT%"
_LEVELS = {Level.FEIL: "error", Level.ADVARSEL: "warning", Level.MERKNAD: "note"}


def _rule(rule: Rule) -> dict[str, object]:
    basis = [f"Norm {norm.nr} ({norm.place}): {norm.tekst}" for norm in norms_of(rule)]
    basis = basis or ["Regelen følger av avtaleformatet."]
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.slug.split("-")),  # an identifier, as readers expect
        "shortDescription": _message(f"{rule.title}."),
        "fullDescription": _message(rule.why),
        "help": _message("\n\n".join((rule.why, *basis)))
        | {"markdown": f"{_braced(rule.why)}\n\n" + "\n".join(f"- {_braced(text)}" for text in basis)},
        "defaultConfiguration": {"enabled": rule.default, "level": _LEVELS[rule.level]},
        "properties": {"tags": ["avtale", *(norm.nr for norm in norms_of(rule))]},
    }


def _result(file: FileReport, finding: Finding, fingerprint: str) -> dict[str, object]:
    deviation = finding.deviation
    result: dict[str, object] = {
        "ruleId": finding.rule.code,
        "ruleIndex": _indices()[finding.rule.code],
        "level": _LEVELS[finding.level],
        "message": _message("\n".join(_said(finding))),
        "locations": [{"physicalLocation": _physical(file, finding.span)}],
        "partialFingerprints": {"avtalesjekk/v1": fingerprint},
        # The standard wants it on all results or none; empty: not suppressed.
        "suppressions": []
        if deviation is None
        else [{"kind": "inSource", "status": "accepted", "justification": printable(deviation.reason.strip())}],
        "properties": {"path": finding.path} | ({"norm": finding.norm} if finding.norm else {}),
    }
    if related := [(note.message, note.span) for note in finding.related if note.span is not None]:
        result["relatedLocations"] = [
            {"id": i, "message": _message(message), "physicalLocation": _physical(file, span)}
            for i, (message, span) in enumerate(related, 1)
        ]
    if finding.fix is not None and finding.fix.edits:
        result["fixes"] = [_fix(file, finding.fix)]
    return result


def _said(finding: Finding) -> Iterator[str]:
    """The paragraphs of a message; GitHub takes no location without a file, so notes about none stand here."""
    help_ = f" ({printable(finding.help)})" if finding.help else ""
    yield printable(finding.message) + help_
    yield from (f"Merk: {printable(note.message)}" for note in finding.related if note.span is None)


@cache
def _indices() -> dict[str, int]:
    return {rule.code: i for i, rule in enumerate(RULES)}


def _fix(file: FileReport, fix: Fix) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(file, edit.span), "insertedContent": {"text": edit.content}} for edit in fix.edits
    ]
    return {
        "description": _message(fix.message),
        "artifactChanges": [{"artifactLocation": _artifact(file), "replacements": replacements}],
        "properties": {"applicability": "safe" if fix.safe else "unsafe"},
    }


def _physical(file: FileReport, span: Span) -> dict[str, object]:
    return {"artifactLocation": _artifact(file), "region": _region(file, span)}


def _region(file: FileReport, span: Span) -> dict[str, int]:
    row, column = file.source.row_column(span.start)
    end_row, end_column = file.source.row_column(span.end)
    return {"startLine": row, "startColumn": column, "endLine": end_row, "endColumn": end_column}


def _artifact(file: FileReport) -> dict[str, str]:
    """Where a file is: from the working folder, or, where it lies outside it, from the root."""
    inside = below(file.filename)
    if inside is not None:
        return {"uri": _percent(inside), "uriBaseId": _ROOT}
    return {"uri": f"file:///{_percent(place(file.filename).as_posix().lstrip('/'))}"}


def _percent(path: str) -> str:
    """A path as the path of a URI, byte for byte where the name is not UTF-8."""
    try:
        return quote(path, errors="surrogateescape")
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte
        return quote(path, errors="surrogatepass")


def _message(text: str) -> dict[str, str]:
    return {"text": _braced(printable(text, keep="\n"))}


def _braced(text: str) -> str:
    """Text that a reader takes as it is: braces would stand for arguments, brackets before parentheses for links."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
