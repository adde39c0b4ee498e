"""Print the scores of the labelled sentences at the end of a run, whatever else it prints."""

import pytest

SCORES: list[str] = []


@pytest.fixture
def scores() -> list[str]:
    """Lines that are printed when all tests have run."""
    return SCORES


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if SCORES:
        terminalreporter.section("labelled sentences")
        for line in SCORES:
            terminalreporter.write_line(line)
