"""The report as tests."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from junitparser import JUnitXml
from junitparser.junitparser import Failure, Skipped

from avtalesjekk.findings import Deviation, FileReport, Finding, Report
from avtalesjekk.reports import junit
from avtalesjekk.rules.catalogue import BY_CODE
from avtalesjekk.rules.rule import Level
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

from .runs import EXAMPLES, TODAY, example, expected, linted, linted_texts, reports, written


def test_all_of_it() -> None:
    assert written(junit.report, example()) == expected("junit.xml")


def test_nothing_checked_is_no_suite() -> None:
    assert JUnitXml.fromstring(written(junit.report, linted({})).encode()).tests == 0


AT = Finding(BY_CODE["MA003"], Level.FEIL, "m", "", "tema", Span(0, 1), "")


def read(*findings: Finding, name: str = "a.yaml") -> JUnitXml:
    found = Report((FileReport(name, SourceText("a\nb"), findings),), TODAY)
    return JUnitXml.fromstring(written(junit.report, found).encode())


@pytest.mark.parametrize(
    ("finding", "result"),
    [
        (AT, [Failure]),
        (Finding(AT.rule, Level.ADVARSEL, "m", "", "", Span(0, 1), ""), []),
        (Finding(AT.rule, Level.MERKNAD, "m", "", "", Span(0, 1), ""), []),
        (Finding(AT.rule, Level.FEIL, "m", "", "", Span(0, 1), "", today=True), []),
        (
            Finding(
                AT.rule, Level.FEIL, "m", "", "", Span(0, 1), "", deviation=Deviation("x", None, None, misread=True)
            ),
            [Skipped],
        ),
    ],
)
def test_just_what_makes_lint_fail_by_default_fails(finding: Finding, result: list[type]) -> None:
    (case,) = next(iter(read(finding)))
    assert [type(each) for each in case.result] == result


def test_names_are_not_said_twice_and_know_no_lines() -> None:
    moved = Finding(AT.rule, AT.level, "n", "", AT.path, Span(2, 3), "")
    (suite,) = read(AT, moved, AT)
    name = f"MA003 {AT.rule.slug} tema"
    assert [case.name for case in suite] == [name, f"{name} (2)", f"{name} (3)"]


def valid(found: Report) -> None:
    text = written(junit.report, found)
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.split("\n"))
    root = ET.fromstring(text.encode())  # noqa: S314
    tags = {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out"}
    assert {element.tag for element in root.iter()} <= tags
    read_back = JUnitXml.fromstring(text.encode())
    findings = [finding for file in found.files for finding in file.findings]
    clean = sum(not file.findings for file in found.files)
    failing = sum(finding.fails(Level.FEIL) for finding in findings)
    assert (read_back.tests, read_back.failures, read_back.errors) == (len(findings) + clean, failing, 0)
    assert len(list(read_back)) == len(found.files)
    for suite in read_back:
        names = [case.name for case in suite]
        assert len(set(names)) == len(names)
        results = [type(result) for case in suite for result in case.result]
        assert (suite.tests, suite.failures, suite.skipped) == (
            len(names),
            results.count(Failure),
            results.count(Skipped),
        )


def test_the_examples_are_valid() -> None:
    valid(linted(EXAMPLES))


@given(reports)
def test_any_report_is_valid(found: Report) -> None:
    valid(found)


@given(linted_texts)
def test_any_agreement_gives_a_valid_report(found: Report) -> None:
    valid(found)


def test_what_xml_cannot_hold_is_shown_as_an_escape() -> None:
    nasty = "a\x00\x0b\ufffe\uffff\ud800]]><b>&amp;\u202e\r\n"
    shown = r"a\x00\x0b\ufffe\uffff\ud800]]><b>&amp;\u202e\r\n"
    (suite,) = read(Finding(AT.rule, AT.level, nasty, nasty, nasty, AT.span, ""), name=nasty)
    (case,) = suite
    assert (suite.name, case.classname, case.name) == (shown, shown, f"MA003 {AT.rule.slug} {shown}")
    (failure,) = case.result
    assert failure.message == shown
    assert failure.text == f"Sted: {shown}:1:1\nFeil: {shown}\nGjør: {shown}"
