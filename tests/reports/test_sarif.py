"""The report as SARIF, by the standard's own schema."""

import json
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given

from avtalesjekk import __version__
from avtalesjekk.explaining import norms_of
from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.reports import sarif
from avtalesjekk.reports.fingerprints import fingerprinted
from avtalesjekk.rules.catalogue import BY_CODE, RULES
from avtalesjekk.rules.rule import Level
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText
from avtalesjekk.terminal import printable

from .runs import EXAMPLES, TODAY, example, expected, linted, linted_texts, reports, written

Validator = import_module("jsonschema").Draft4Validator  # it has no types
SCHEMA = Validator(json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_bytes()))
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"


def run_of(text: str) -> dict[str, Json]:
    data: Json = json.loads(text.encode())
    match data:
        case {"version": "2.1.0", "runs": [{"tool": {"driver": {"rules": list(rules)}}}]}:
            # They are many, and the same in every run: the schema looks at them once.
            kept = list(rules)
            if repr(kept) in _CHECKED:
                rules.clear()
            SCHEMA.validate(data)
            _CHECKED.add(repr(kept))
            rules[:] = kept
    match data:
        case {"version": "2.1.0", "runs": [dict(run)]}:
            return run
    raise AssertionError(data)


_CHECKED: set[str] = set()


def of(found: Report) -> dict[str, Json]:
    return run_of(written(sarif.report, found))


def results(found: Report) -> list[Json]:
    match of(found)["results"]:
        case list(each):
            return each
    raise AssertionError


def every(value: Json, key: str) -> Iterator[Json]:
    """All that stands under a key, wherever."""
    match value:
        case dict():
            for name, inner in value.items():
                if name == key:
                    yield inner
                yield from every(inner, key)
        case list():
            for inner in value:
                yield from every(inner, key)


def test_all_of_the_results() -> None:
    told = results(example())
    for result in told:
        assert isinstance(result, dict)
        del result["ruleIndex"]  # which changes with every new rule
    assert json.dumps(told, ensure_ascii=False, indent=2) + "\n" == expected("sarif.json")


def test_what_the_run_says_of_itself() -> None:
    run = of(linted({}))
    assert run.pop("tool") == {
        "driver": {
            "name": "avtalesjekk",
            "version": __version__,
            "language": "nb-NO",
            "rules": next(every(of(linted({})), "rules")),
        }
    }
    assert run == {
        "language": "nb-NO",
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "Mappen avtalesjekk ble kjørt i."}}},
        "results": [],
    }


def rules() -> list[Json]:
    match next(every(of(linted({})), "rules")):
        case list(each):
            return each
    raise AssertionError


def test_a_rule() -> None:
    late = BY_CODE["MA503"]
    norms = [f"Norm {norm.nr} ({norm.place}): {norm.tekst}" for norm in norms_of(late)]
    assert len(norms) > 1
    assert rules()[list(BY_CODE).index("MA503")] == {
        "id": "MA503",
        "name": "UtoverStortingsperioden",
        "shortDescription": {"text": f"{late.title}."},
        "fullDescription": {"text": late.why},
        "help": {
            "text": "\n\n".join((late.why, *norms)),
            "markdown": f"{late.why}\n\n" + "\n".join(f"- {norm}" for norm in norms),
        },
        "defaultConfiguration": {"enabled": True, "level": "error"},
        "properties": {"tags": ["avtale", *late.norms]},
    }


def test_all_rules_are_there() -> None:
    assert list(every(rules(), "id")) == [rule.code for rule in RULES]
    names = list(every(rules(), "name"))
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"([A-ZÆØÅ][a-zæøå]*)+", str(name)) for name in names)
    assert list(every(rules(), "level")) == [
        {"feil": "error", "advarsel": "warning", "merknad": "note"}[rule.level.word] for rule in RULES
    ]


def test_a_rule_without_a_norm_says_what_it_rests_on() -> None:
    match rules()[0]:
        case {"help": {"text": str(text), "markdown": str(markdown)}, "properties": {"tags": list(tags)}}:
            assert text == f"{RULES[0].why}\n\nRegelen følger av avtaleformatet."
            assert markdown == f"{RULES[0].why}\n\n- Regelen følger av avtaleformatet."
            assert tags == ["avtale"]
        case other:
            raise AssertionError(other)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("a.yaml", {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("./b//å 1%#?.yaml", {"uri": "b/%C3%A5%201%25%23%3F.yaml", "uriBaseId": "%SRCROOT%"}),
        ("c:d.yaml", {"uri": "c%3Ad.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../avtaler/a.yaml", {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("{folder}/avtaler/a.yaml", {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../æ.yaml", {"uri": "file://{folder}/%C3%A6.yaml"}),
        ("{folder}/b/a.yaml", {"uri": "file://{folder}/b/a.yaml"}),
        ("<standard inn>", {"uri": "%3Cstandard%20inn%3E", "uriBaseId": "%SRCROOT%"}),
        ("fil\udcff.yaml", {"uri": "fil%FF.yaml", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_where_a_file_is(name: str, place: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "avtaler").mkdir()
    monkeypatch.chdir(tmp_path / "avtaler")
    file = FileReport(name.replace("{folder}", str(tmp_path)), SourceText(""), (AT,))
    expected = {key: value.replace("{folder}", tmp_path.as_posix()) for key, value in place.items()}
    assert list(every(results(Report((file,), TODAY)), "artifactLocation")) == [expected]


AT = Finding(BY_CODE["MA003"], Level.FEIL, "m", "", "tema", Span(0, 0), "")


def test_what_depends_on_the_day_is_a_result_like_others() -> None:
    def one(finding: Finding) -> list[Json]:
        return results(Report((FileReport("a.yaml", SourceText(""), (finding,)),), TODAY))

    today = Finding(AT.rule, AT.level, AT.message, AT.help, AT.path, AT.span, AT.label, today=True)
    assert one(today) == one(AT) != []


def test_a_message_holds_no_link_and_no_argument() -> None:
    message = "«[her](https://x.no) {0} {} \x1b[31m»"
    finding = Finding(AT.rule, AT.level, message, "", AT.path, AT.span, AT.label)
    text = next(every(results(Report((FileReport("a.yaml", SourceText(""), (finding,)),), TODAY)), "message"))
    assert text == {"text": "«[her] (https://x.no) {{0}} {{}} \\x1b[31m»"}


def valid(found: Report) -> None:
    text = written(sarif.report, found)
    assert printable(text, keep="\n") == text
    assert "##[" not in text
    assert all(line.lstrip(" ")[:1] in '[]{}"' for line in text.split("\n"))
    run = run_of(text)
    each = list(fingerprinted(found))
    match run["results"]:
        case list(told):
            assert len(told) == len(each)
    assert list(every(run, "avtalesjekk/v1")) == [mark for _, _, mark in each]
    assert list(every(run, "ruleId")) == [finding.rule.code for _, finding, _ in each]
    assert list(every(run, "ruleIndex")) == [list(BY_CODE).index(finding.rule.code) for _, finding, _ in each]
    assert [bool(why) for why in every(run, "suppressions")] == [
        finding.deviation is not None for _, finding, _ in each
    ]
    for uri in every(run, "uri"):
        assert re.fullmatch(r"(file:///)?([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", str(uri))
        assert urlsplit(str(uri)).netloc == ""
        assert "\x00" not in unquote(str(uri)) or "\x00" in "".join(file.filename for file in found.files)
    for message in every(run["results"], "message"):
        match message:
            case {"text": str(words)}:
                assert "](" not in words
                assert not re.search("[{}]", words.replace("{{", "").replace("}}", ""))


def test_the_examples_are_valid() -> None:
    valid(linted(EXAMPLES))


@given(reports)
def test_any_report_is_valid(found: Report) -> None:
    valid(found)


@given(linted_texts)
def test_any_agreement_gives_a_valid_report(found: Report) -> None:
    valid(found)


def test_the_mend_stands_where_the_finding_says() -> None:
    """What is put in place of the region gives the mended file."""
    text = "tema: 한 e\u0301 på\r\rtil: 31.12.2026\r\n"
    source = f"format: 1\r\nparter: [KD, KS]\r\n{text}varighet:\r\n  til: 31.12.2026\r\n"
    found = linted({"a.yaml": source.encode()}, frozenset({"MA003"}))
    match list(every(results(found), "replacements")):
        case [[{"deletedRegion": dict(region), "insertedContent": {"text": str(content)}}]]:
            rows = re.split(r"\r\n|\n|\r", source)
            match region:
                case {"startLine": int(row), "startColumn": int(start), "endLine": int(end_row), "endColumn": int(end)}:
                    assert row == end_row
                    assert rows[row - 1][start - 1 : end - 1] == "31.12.2026"
                    assert content == "2026-12-31"
                case _:
                    raise AssertionError(region)
        case other:
            raise AssertionError(other)
