"""Print the scores of the labelled sentences at the end of a run, whatever else it prints."""

from collections.abc import Callable

import pytest


@pytest.fixture
def score(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Print some lines when all tests have run, in whichever process they ran."""

    def say(lines: str) -> None:
        record_property("score", lines)

    return say


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    ended = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    scores = {str(lines) for report in ended for name, lines in report.user_properties if name == "score"}
    if scores:
        terminalreporter.section("labelled sentences")
        for lines in sorted(scores):
            terminalreporter.write_line(lines)
