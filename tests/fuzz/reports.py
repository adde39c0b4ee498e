"""What must be true of a report in every format it can be written in."""

import io
import json
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

from avtalesjekk.findings import FileReport, Report
from avtalesjekk.reports import concise, full, github, gitlab, junit, sarif, statistics
from avtalesjekk.reports import json as as_json
from avtalesjekk.terminal import printable


def check_json(report: Report, file: FileReport) -> None:
    text = io.StringIO()
    as_json.report(report, text)
    said = json.loads(_safe(text))
    assert [one["code"] for one in said] == [finding.rule.code for finding in file.findings]
    for one, finding in zip(said, file.findings, strict=True):
        assert _offset(file, one["location"]) == finding.span.start
        assert _offset(file, one["end_location"]) == finding.span.end


def check_sarif(report: Report, file: FileReport) -> None:
    text = io.StringIO()
    sarif.report(report, text)
    (run,) = json.loads(_safe(text))["runs"]
    assert [one["ruleId"] for one in run["results"]] == [finding.rule.code for finding in file.findings]
    marks = [one["partialFingerprints"]["avtalesjekk/v1"] for one in run["results"]]
    assert len(set(marks)) == len(marks)


def check_gitlab(report: Report, file: FileReport) -> None:
    text = io.StringIO()
    gitlab.report(report, text)
    said = json.loads(_safe(text))
    assert [one["check_name"] for one in said] == [finding.rule.code for finding in file.active]
    assert len({one["fingerprint"] for one in said}) == len(said)


def check_junit(report: Report, file: FileReport) -> None:
    text = io.StringIO()
    junit.report(report, text)
    root = ET.fromstring(_safe(text).encode())  # noqa: S314 (our own)
    names = [test.get("name") for test in root.iter("testcase")]
    assert len(set(names)) == len(names) == max(1, len(file.findings))


def check_github(report: Report, file: FileReport) -> None:
    text = io.StringIO()
    github.report(report, text)
    lines = _safe(text).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(lines) - len(commands) == (len(commands) < len(file.active))
    assert all("##[" not in line for line in lines)
    rows = [line for line in _safe(io.StringIO(github.step_summary(report))).splitlines() if line.startswith("| ")]
    assert not any("<" in row for row in rows)


def check_for_people(report: Report, file: FileReport) -> None:
    for show in (False, True):
        text = io.StringIO()
        full.report(report, text, show_deviations=show, quiet=False)
        _safe(text)
        text = io.StringIO()
        concise.report(report, text, show_deviations=show)
        found = file.findings if show else file.active
        assert len(_safe(text).splitlines()) == len(found)
    statistics.report(report, text)
    statistics.report_json(report, io.StringIO())


FORMATS: Mapping[str, Callable[[Report, FileReport], None]] = {
    "json": check_json,
    "sarif": check_sarif,
    "gitlab": check_gitlab,
    "junit": check_junit,
    "github": check_github,
    "people": check_for_people,
}


def _safe(stream: io.StringIO) -> str:
    """What was written, in which nothing steers a terminal or cannot be encoded."""
    text = stream.getvalue()
    assert printable(text, keep="\n") == text
    assert not text or text.endswith("\n")
    text.encode()
    return text


def _offset(file: FileReport, location: Mapping[str, Any]) -> int:
    return file.source.offset(location["row"]) + int(location["column"]) - 1
