"""Fingerprints: the same while the finding is, and no two alike."""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.reports.fingerprints import fingerprinted
from avtalesjekk.rules.catalogue import BY_CODE
from avtalesjekk.rules.rule import Level
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

from .runs import EXAMPLES, TODAY, linted, reports

NAMES = sorted(EXAMPLES)
AGREEMENT = """\
format: 1
tema: svømmeopplæring
parter: [KD, KS]
forpliktelser:
  ks:
    - KS skal søke å samarbeide.
    - KS skal søke å lære.
    - tekst: KS skal søke å samarbeide.
  staten: [KD skal søke å lære, KD skal søke å samarbeide]
  tekst: |
    Partene skal søke å lære. Partene skal søke å samarbeide. Staten skal søke å lære.
"""
VAGUE = frozenset({"MA203"})


def fingerprints(found: Report) -> list[str]:
    return [fingerprint for _, _, fingerprint in fingerprinted(found)]


def of(text: str, name: str = "a.yaml", codes: frozenset[str] = VAGUE) -> list[str]:
    return fingerprints(linted({name: text.encode()}, codes))


def test_they_are_the_same_in_every_version() -> None:
    assert of(AGREEMENT)[:2] == [
        "d0b64dae0d5ce1c96076e81eb3907ed92bdd61ffabc640a21435f33d93dedce5",
        "ca197d789c3249181e48a1b3bb8ba347cf48593f25363d0882a9de1161f504cf",
    ]


@pytest.mark.parametrize("gone", range(8))
def test_a_finding_keeps_its_own_when_one_with_the_same_words_is_mended(gone: int) -> None:
    *before, last = AGREEMENT.split(" søke å ")
    assert len(before) == len(of(AGREEMENT)) == 8
    pieces = [*before, last]
    mended = " søke å ".join(pieces[: gone + 1]) + " " + " søke å ".join(pieces[gone + 1 :])
    expected = set(of(AGREEMENT))
    assert len(expected - set(of(mended))) == 1
    assert set(of(mended)) < expected


def test_an_item_before_it_leaves_its_own_as_it_was() -> None:
    longer = AGREEMENT.replace("[KD", "[KD skal lese, KD").replace("    - KS", "    - KS skal lese.\n    - KS", 1)
    assert of(longer) == of(AGREEMENT)


def test_all_findings_have_one_in_their_order() -> None:
    found = linted(EXAMPLES)
    all_of_them = [(file, finding) for file in found.files for finding in file.findings]
    assert [(file, finding) for file, finding, _ in fingerprinted(found)] == all_of_them
    assert len(all_of_them) > len(EXAMPLES)


def test_none_collide_in_the_examples() -> None:
    all_of_them = fingerprints(linted(EXAMPLES))
    assert len(set(all_of_them)) == len(all_of_them)


@given(reports)
def test_none_collide(found: Report) -> None:
    all_of_them = fingerprints(found)
    assert len(set(all_of_them)) == len(all_of_them)
    assert all(re.fullmatch("[0-9a-f]{64}", fingerprint) for fingerprint in all_of_them)


_AT = Finding(BY_CODE["MA003"], Level.FEIL, "m", "", "tema", Span(0, 3), "")
_FILE = FileReport("a.yaml", SourceText("abc abd ab\nd"), (_AT,))


def one(file: FileReport) -> str:
    (fingerprint,) = fingerprints(Report((file,), TODAY))
    return fingerprint


@pytest.mark.parametrize(
    "other",
    [
        _FILE._replace(filename="b.yaml"),
        _FILE._replace(filename="A.yaml"),
        _FILE._replace(findings=(_AT._replace(rule=BY_CODE["MA004"]),)),
        _FILE._replace(findings=(_AT._replace(path="tittel"),)),
        _FILE._replace(findings=(_AT._replace(span=Span(4, 7)),)),
        _FILE._replace(findings=(_AT._replace(path="", span=Span(0, 0)),)),
    ],
)
def test_another_file_rule_key_or_text_is_another_finding(other: FileReport) -> None:
    assert one(other) != one(_FILE)


@pytest.mark.parametrize(
    "same",
    [
        _FILE._replace(filename="./a.yaml"),
        _FILE._replace(filename="b/..//a.yaml"),
        _FILE._replace(findings=(_AT._replace(message="x", help="y", level=Level.MERKNAD, label="z", today=True),)),
        _FILE._replace(source=SourceText("\n abc\tabd  ab"), findings=(_AT._replace(span=Span(1, 5)),)),
    ],
)
def test_what_is_said_of_it_and_how_the_file_is_named_do_not_matter(same: FileReport) -> None:
    assert one(same) == one(_FILE)


def test_a_file_is_the_same_by_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert one(_FILE._replace(filename=str(tmp_path / "a.yaml"))) == one(_FILE)


def test_the_place_in_a_list_does_not_matter() -> None:
    paths = ("forpliktelser.ks[0].tekst", "forpliktelser.ks[12].tekst")
    first, second = (one(_FILE._replace(findings=(_AT._replace(path=path),))) for path in paths)
    assert first == second


def test_alike_findings_are_numbered() -> None:
    twice = fingerprints(Report((_FILE._replace(findings=(_AT, _AT)), _FILE), TODAY))
    assert len(set(twice)) == 3
    assert twice[0] == one(_FILE)


lines = st.lists(st.sampled_from(["", "# kommentar", "#", "   ", "  # innrykket"]), max_size=3)


@given(st.sampled_from(NAMES), st.data())
def test_comments_and_blank_lines_above_leave_them_as_they_were(name: str, data: st.DataObject) -> None:
    text = EXAMPLES[name]
    keys = [match.start() for match in re.finditer(rb"^(?=[a-z\xc3])", text, re.MULTILINE)]
    pieces = _cut(text, data.draw(st.sets(st.sampled_from(keys))))
    longer = b"".join("".join(f"{line}\n" for line in data.draw(lines)).encode() + piece for piece in pieces)
    assert fingerprints(linted({name: longer})) == fingerprints(linted({name: text}))


def _cut(text: bytes, places: Iterable[int]) -> list[bytes]:
    cuts = [0, *sorted(set(places) - {0}), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


_LIST = re.compile(r"^ +(?:felles|ks|staten|mål):\n(?= *- )", re.MULTILINE)


@given(st.sampled_from([name for name in NAMES if _LIST.search(EXAMPLES[name].decode("latin-1"))]), st.data())
def test_an_unrelated_item_leaves_them_as_they_were(name: str, data: st.DataObject) -> None:
    text = EXAMPLES[name].decode()
    end = data.draw(st.sampled_from([match.end() for match in _LIST.finditer(text)]))
    indent = re.compile(" *").match(text, end)
    assert indent
    longer = f"{text[:end]}{indent[0]}- Denne setningen står bare her.\n{text[end:]}"
    before, after = (fingerprints(linted({name: each.encode()})) for each in (text, longer))
    assert before
    assert set(before) <= set(after)


@given(st.sampled_from(NAMES), st.sets(st.sampled_from(sorted(BY_CODE))).map(frozenset))
def test_other_findings_come_and_go_and_leave_them_as_they_were(name: str, codes: frozenset[str]) -> None:
    def kept(found: Report) -> set[str]:
        return {mark for _, finding, mark in fingerprinted(found) if finding.rule.code in codes - {"MA010"}}

    assert kept(linted({name: EXAMPLES[name]}, codes)) == kept(linted({name: EXAMPLES[name]}))
