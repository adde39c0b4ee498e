"""The report for GitHub Actions: notes beside the lines of a change, and a table for the summary of the job."""

import re
from collections.abc import Iterator
from typing import TextIO

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.reports.paths import shown
from avtalesjekk.reports.summary import summary
from avtalesjekk.rules.rule import Level
from avtalesjekk.terminal import printable

MOST_OF_A_LEVEL = 10  # as many as GitHub shows of a step
MOST_BYTES = 1_000_000  # GitHub drops a summary above 1 MiB; the rest is for what else the step writes there


def report(found: Report, stream: TextIO) -> None:
    """Write the runner's commands for the findings that no deviation sets aside, errors first."""
    hidden: dict[Level, int] = {}
    for level, command in _COMMANDS.items():
        findings = list(_of_level(found, level))
        stream.writelines(_command(command, *each) for each in findings[:MOST_OF_A_LEVEL])
        hidden[level] = max(0, len(findings) - MOST_OF_A_LEVEL)
    if number := sum(hidden.values()):
        counts = ", ".join(f"{level.word}: {count}" for level, count in hidden.items() if count)
        stream.write(
            f"{number} funn til er ikke vist ({counts}). GitHub viser høyst {MOST_OF_A_LEVEL} av hvert nivå i et steg; "
            "alle står i tabellen i oppsummeringen av jobben.\n"
        )


def step_summary(found: Report) -> str:
    """The findings that no deviation sets aside as a table in Markdown, errors first, and how many there are."""
    head = f"## avtalesjekk\n\n{summary(found)}\n"
    rows = [_row(*each) for level in _COMMANDS for each in _of_level(found, level)]
    if not rows:
        return head
    head += "\n| Nivå | Regel | Fil | Linje | Funn | Gjør |\n| --- | --- | --- | --- | --- | --- |\n"
    room = MOST_BYTES - len(head.encode())
    shown_rows: list[str] = []
    for row in rows:
        room -= len(row.encode())
        if room < _LAST_LINE:
            left_out = len(rows) - len(shown_rows)
            more = f"\n{left_out} funn til får ikke plass her; `--output-format concise` viser alle.\n"
            return head + "".join(shown_rows) + more
        shown_rows.append(row)
    return head + "".join(shown_rows)


_COMMANDS = {Level.FEIL: "error", Level.ADVARSEL: "warning", Level.MERKNAD: "notice"}
_LAST_LINE = 200
_LONGEST_CELL = 1000


def _of_level(found: Report, level: Level) -> Iterator[tuple[FileReport, Finding]]:
    for file in found.files:
        for finding in file.active:
            if finding.level is level:
                yield file, finding


def _command(command: str, file: FileReport, finding: Finding) -> str:
    row, column = file.source.row_column(finding.span.start)
    end_row, end_column = file.source.row_column(finding.span.end)
    properties: dict[str, str | int] = {"file": shown(file.filename), "line": row, "endLine": end_row}
    if row == end_row:
        properties |= {"col": column, "endColumn": end_column}
    properties["title"] = f"{finding.rule.code} {finding.rule.slug}"
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    message = _data(finding.message) + (f"%0AGjør: {_data(finding.help)}" if finding.help else "")
    return f"::{command} {said}::{message}\n"


def _data(text: str) -> str:
    """A message as the runner reads it back; line ends, which it would escape too, are none by then.

    «##[» is broken up: were something written before this line, the runner would find a command there.
    """
    return printable(text).replace("##[", "## [").replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(file: FileReport, finding: Finding) -> str:
    row, _ = file.source.row_column(finding.span.start)
    texts = (finding.level.word, finding.rule.code, shown(file.filename), str(row), finding.message, finding.help)
    return f"| {' | '.join(map(_cell, texts))} |\n"


def _cell(text: str) -> str:
    """Text that Markdown shows as it is: no character is left that could be markup.

    GitHub looks for names, numbers and addresses to make links of in what is shown, so these are broken by a space
    without width.
    """
    text = printable(text)
    if len(text) > _LONGEST_CELL:
        text = f"{text[:_LONGEST_CELL]}…"
    text = _LINKED.sub("\\g<0>\u200b", text)
    text = _COMMIT.sub(lambda match: _SIX.sub("\\g<0>\u200b", match[0]), text)
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", text)


_LINKED = re.compile(
    r"[@#]|:(?=\S)|(?:gh|ghsa|cve)-|ww(?=w\.)", re.IGNORECASE
)  # @name, a@b.no, #1, :smile:, https://, GH-1
_COMMIT = re.compile(r"\b(?=[0-9]*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE)  # seven digits and more of its number
_SIX = re.compile(r"[0-9a-f]{6}", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
