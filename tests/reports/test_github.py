"""The report for GitHub Actions, read as its runner reads it, and the summary, read as Markdown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.reports import github
from avtalesjekk.reports.summary import summary
from avtalesjekk.rules.catalogue import BY_CODE
from avtalesjekk.rules.rule import Level
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText
from avtalesjekk.terminal import printable

from .runs import EXAMPLES, TODAY, example, expected, linted, linted_texts, reports, texts, written


class Command(NamedTuple):
    """A command that the runner finds in a line."""

    name: str
    properties: dict[str, str]
    data: str


_COMMANDS = frozenset(
    (
        *("error", "warning", "notice", "debug", "group", "endgroup", "echo", "add-mask", "add-path", "add-matcher"),
        *("remove-matcher", "set-env", "set-output", "save-state", "stop-commands", "x"),
    )
)
_NEW = ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")
_OLD = ("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%")


def commands(output: str) -> Iterator[Command | str]:
    """What the runner makes of each line: a command, or else a line for the log."""
    for line in filter(None, re.split(r"\r\n|\r|\n", output)):
        yield _new(line) or _old(line) or line


def _new(line: str) -> Command | None:
    """`::name key=value,…::data` at the beginning of a line."""
    head, found, data = line.lstrip().removeprefix("::").partition("::")
    name, _, properties = head.partition(" ")
    if not line.lstrip().startswith("::") or not found or name.lower() not in _COMMANDS:
        return None
    escapes = (*_NEW[:2], ("%3A", ":"), ("%2C", ","), _NEW[2])
    return Command(name, dict(_pairs(properties.strip().split(","), escapes)), _unescaped(data, _NEW))


def _old(line: str) -> Command | None:
    """`##[name key=value;…]data` anywhere in a line."""
    _, found, rest = line.partition("##[")
    head, ended, data = rest.partition("]")
    name, _, properties = head.partition(" ")
    if not found or not ended or name.lower() not in _COMMANDS:
        return None
    return Command(name, dict(_pairs(properties.split(";"), _OLD)), _unescaped(data, _OLD))


def _pairs(properties: list[str], escapes: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for key, found, value in (each.partition("=") for each in properties):
        if key and found and value:
            yield key, _unescaped(value, escapes)


def _unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, character in escapes:
        text = text.replace(escape, character)
    return text


def test_the_reader_here_finds_what_the_runner_would() -> None:
    lines = (
        " ::error file=a%2Cb%3A,line=1::x%0Ay %253A::z\nlog ##[add-mask a=%5D;b=1]x%3B\n::other::x\n::set-env name=A::b"
    )
    assert list(commands(lines)) == [
        Command("error", {"file": "a,b:", "line": "1"}, "x\ny %3A::z"),
        Command("add-mask", {"a": "]", "b": "1"}, "x;"),
        "::other::x",
        Command("set-env", {"name": "A"}, "b"),
    ]


def test_all_of_it() -> None:
    assert written(github.report, example()) == expected("github.txt")


def test_nothing_found_is_nothing_said() -> None:
    assert written(github.report, Report((FileReport("a.yaml", SourceText(""), ()),), TODAY)) == ""


def at(level: Level, message: str = "m", start: int = 0, end: int = 0) -> Finding:
    return Finding(BY_CODE["MA003"], level, message, "", "", Span(start, end), "")


def of(*findings: Finding, name: str = "a.yaml", text: str = "ab\ncd\n") -> Report:
    return Report((FileReport(name, SourceText(text), findings),), TODAY)


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (0, 2, {"line": "1", "endLine": "1", "col": "1", "endColumn": "3"}),
        (4, 4, {"line": "2", "endLine": "2", "col": "2", "endColumn": "2"}),
        (1, 4, {"line": "1", "endLine": "2"}),
        (6, 6, {"line": "3", "endLine": "3", "col": "1", "endColumn": "1"}),
    ],
)
def test_columns_are_given_within_a_line_alone(start: int, end: int, place: dict[str, str]) -> None:
    (command,) = commands(written(github.report, of(at(Level.FEIL, start=start, end=end))))
    assert isinstance(command, Command)
    assert command.properties == {"file": "a.yaml", "title": "MA003 ugyldig-verdi"} | place


def test_no_more_are_written_than_github_shows() -> None:
    found = of(*[at(level, f"nr. {i}") for i in range(12) for level in (Level.MERKNAD, Level.FEIL)], at(Level.ADVARSEL))
    *shown, last = commands(written(github.report, found))
    names = [each.name for each in shown if isinstance(each, Command)]
    assert names == ["error"] * 10 + ["warning"] + ["notice"] * 10
    assert last == (
        "4 funn til er ikke vist (feil: 2, merknad: 2). GitHub viser høyst 10 av hvert nivå i et steg; "
        "alle står i tabellen i oppsummeringen av jobben."
    )


@given(reports | linted_texts)
def test_no_text_is_a_command(found: Report) -> None:
    no_command(found)


def test_no_example_has_a_command() -> None:
    no_command(linted(EXAMPLES))


def no_command(found: Report) -> None:
    output = written(github.report, found)
    assert printable(output, keep="\n") == output
    told = list(commands(output))
    names = {Level.FEIL: "error", Level.ADVARSEL: "warning", Level.MERKNAD: "notice"}
    expected_names = [
        name
        for level, name in names.items()
        for _ in [f for file in found.files for f in file.active if f.level is level][:10]
    ]
    assert [each.name for each in told if isinstance(each, Command)] == expected_names
    assert len(told) - len(expected_names) in {0, 1}
    assert [
        each for each in commands(re.sub("^", "jobb | ", output, flags=re.MULTILINE)) if isinstance(each, Command)
    ] == []


@given(texts, texts, texts)
def test_the_runner_reads_back_what_was_found(name: str, message: str, help_: str) -> None:
    finding = Finding(BY_CODE["MA003"], Level.FEIL, message, help_, "", Span(0, 1), "")
    (command,) = commands(written(github.report, of(finding, name=f"a/{name}.yaml")))
    assert isinstance(command, Command)
    shown, *helped = command.data.split("\nGjør: ")
    assert shown == _seen(message)
    assert helped == ([_seen(help_)] if help_ else [])
    assert command.properties["title"] == "MA003 ugyldig-verdi"
    if ".." not in name and "/" not in name:
        assert command.properties["file"] == _seen(f"a/{name}.yaml")


def _seen(text: str) -> str:
    return printable(text).replace("##[", "## [")


def test_the_whole_summary() -> None:
    head = f"## avtalesjekk\n\n{summary(example())}\n\n"
    assert github.step_summary(example()) == head + expected("summary.md")


def test_a_summary_of_nothing() -> None:
    found = Report((FileReport("a.yaml", SourceText(""), ()),), TODAY)
    assert github.step_summary(found) == "## avtalesjekk\n\nIngen funn i 1 avtale.\n"


_GFM = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_TABLE = {f"{tag}_{end}" for tag in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")}
_AROUND = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline"}
# What GitHub makes links or pictures of in the text that is shown.
_LINKED = re.compile(
    r"@\w|#\w|://|www\.|(?:gh|cve|ghsa)-\w|:[\w+-]+:|(?<!\w)(?=\w*[a-f])[0-9a-f]{7,40}(?!\w)", re.IGNORECASE
)


def cells(tokens: list[Token]) -> list[str]:
    inside = [tokens[i + 1] for i, token in enumerate(tokens) if token.type == "td_open"]
    assert all(child.type == "text" for cell in inside for child in cell.children or ())
    return ["".join(child.content for child in cell.children or ()) for cell in inside]


@given(reports | linted_texts)
def test_no_text_is_markup(found: Report) -> None:
    no_markup(found)


def test_no_example_has_markup() -> None:
    no_markup(linted(EXAMPLES))


def no_markup(found: Report) -> None:
    tokens = _GFM.parse(github.step_summary(found))
    assert {token.type for token in tokens} <= _TABLE | _AROUND
    told = cells(tokens)
    assert not any(map(_LINKED.search, told))
    active = [(file, finding) for file in found.files for finding in file.active]
    active.sort(key=lambda each: -each[1].level)
    for (_, finding), row in zip(active, range(0, len(told), 6), strict=True):
        level, code, _, _, message, help_ = (
            " ".join(cell.replace("\u200b", "").split()) for cell in told[row : row + 6]
        )
        assert (level, code) == (finding.level.word, finding.rule.code)
        assert (message, help_) == (_plain(finding.message), _plain(finding.help))


def _plain(text: str) -> str:
    text = printable(text)
    return " ".join((text if len(text) <= 1000 else f"{text[:1000]}…").replace("\u200b", "").split())


@pytest.mark.parametrize(
    "text",
    [
        *("@someone", "a@b.no", "o/r#123", "#123", "GH-1", "cve-2020-1234", ":smile:", "https://x.no", "www.x.no"),
        *("a5c3785ed8d6a35868bc169f07e40e889087fd2e", "8c3785e", "<img src=x>", "![x](y)", "[x](y)", "a|b", "`a|b`"),
        *("**x**", "~~x~~", "&copy;", "\\", "a\n\nb", "<!-- x", "<https://x.no>", "x\r|\n| - | - |\n| y |"),
    ],
)
def test_it_is_shown_as_it_is_written_and_links_nowhere(text: str) -> None:
    *_, message, help_ = cells(_GFM.parse(github.step_summary(of(at(Level.FEIL, text)))))
    assert message.replace("\u200b", "") == printable(text)
    assert not _LINKED.search(message)
    assert help_ == ""


def test_the_summary_is_no_larger_than_github_takes() -> None:
    found = of(*[at(Level.FEIL, "|" * 2000)] * 170, *[at(Level.ADVARSEL, "å" * 50)] * 9)
    text = github.step_summary(found)
    assert 990_000 < len(text.encode()) <= 1_000_000
    rows = text.count("| feil |")
    assert f"\n\n{179 - rows} funn til får ikke plass her; `--output-format concise` viser alle.\n" in text
    assert text.endswith("viser alle.\n")
    assert "| advarsel |" not in text
    assert f"{'&#124;' * 1000}…" in text
    assert "får ikke plass" not in github.step_summary(of(*[at(Level.FEIL, "|" * 2000)] * 99))
