"""The report as JUnit's XML, which most CI services show as tests: a suite a file, a test a finding."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.norms import norms
from avtalesjekk.reports.paths import shown
from avtalesjekk.rules.rule import Level
from avtalesjekk.terminal import printable


def report(found: Report, stream: TextIO) -> None:
    """Write the report to a stream.

    JUnit knows no warnings: what makes `lint` fail by default fails, and the rest passes with what was found as its
    output. What a deviation sets aside is skipped, with the reason. A file without findings is one test that passes.
    """
    suites = [_suite(file) for file in found.files]
    root = Element("testsuites", {"name": "avtalesjekk"} | {key: _total(suites, key) for key in _TOTALS})
    root.extend(suites)
    indent(root)
    # «##[» begins a command of GitHub's runner, wherever in a line it stands.
    text = tostring(root, encoding="unicode").replace("##[", "&#35;#[")
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


_TOTALS = ("tests", "failures", "errors")


def _total(suites: list[Element], key: str) -> str:
    return str(sum(int(suite.get(key, "0")) for suite in suites))


def _suite(file: FileReport) -> Element:
    name = _xml(shown(file.filename))
    tests = [_test(file, finding, test) for finding, test in _named(file.findings)]
    suite = Element("testsuite", name=name, tests=str(len(tests) or 1))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(sum(test.find(tag) is not None for test in tests)))
    suite.extend(tests or [Element("testcase", name="uten funn", classname=name, file=name)])
    return suite


def _named(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, str]]:
    """Findings with the names of their tests, which are the same when lines move and stand once in a file."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = " ".join(filter(None, (finding.rule.code, finding.rule.slug, finding.path)))
        seen[name] += 1
        yield finding, name if seen[name] == 1 else f"{name} ({seen[name]})"


def _test(file: FileReport, finding: Finding, name: str) -> Element:
    filename = _xml(shown(file.filename))
    row, column = file.source.row_column(finding.span.start)
    test = Element("testcase", name=_xml(name), classname=filename, file=filename, line=str(row))
    what = {"message": _xml(finding.message), "type": finding.rule.code}
    # Every line begins with words of ours, so that none can begin with a command of a CI service.
    text = "\n".join((f"Sted: {filename}:{row}:{column}", *_lines(finding)))
    if finding.deviation is not None:
        SubElement(test, "skipped", message=_xml(finding.deviation.reason.strip()))
        SubElement(test, "system-out").text = text
    elif finding.fails(Level.FEIL):
        SubElement(test, "failure", what).text = text
    else:
        SubElement(test, "system-out").text = text
    return test


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.level.word.capitalize()}: {_xml(finding.message)}"
    if finding.help:
        yield f"Gjør: {_xml(finding.help)}"
    for note in finding.related:
        yield f"Merk: {_xml(note.message)}"
    if finding.norm:
        norm = norms()[finding.norm]
        yield f"Norm: {norm.nr} ({norm.place}): {norm.tekst}"


def _xml(text: str) -> str:
    r"""Text with what XML 1.0 cannot hold, and what could steer a terminal, as escapes: `\x00`, `\ufffe`."""
    return re.sub("[\ufffe\uffff]", lambda match: f"\\u{ord(match[0]):04x}", printable(text))
