"""Bytes to text: what is taken, what is refused and why, and rows and columns."""

import re
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from avtalesjekk.source import read
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import MAX_BYTES, SourceText, decode

NORWEGIAN = "format: 1\ntema: bosetting av flyktninger på Østlandet, ærlig og åpent\n"
REFUSED = [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F)]
REFUSED += [*range(0x2066, 0x206A), 0xFEFF, 0xFFFE, 0xFFFF]
TURNING = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
UNSEEN = [0x180E, 0x200B, *range(0x2060, 0x2065)]
REFUSED = sorted({*REFUSED, *TURNING, *UNSEEN})
NAMED = {0: " (NUL)", 0x1B: " (ESC)", 0x7F: " (DEL)", 0xFEFF: " (BOM, byterekkefølgemerke)"}
LINE_ENDS = {0x85: "NEL, «neste linje»", 0x2028: "linjeskilletegn", 0x2029: "avsnittsskilletegn"}


def told(data: bytes) -> str:
    """What is said of a file: place, message and help."""
    document = read(data)
    (problem,) = document.problems
    row, column = document.source.row_column(problem.span.start)
    assert problem.code == "MA001"
    assert document.root is None
    return f"{row}:{column} {problem.message} | {problem.help}"


@pytest.mark.parametrize("code", REFUSED, ids=lambda code: f"U+{code:04X}")
def test_a_refused_character(code: int) -> None:
    what, help_ = f"tegnet U+{code:04X}", "ta bort tegnet"
    if code in LINE_ENDS:
        what += f" ({LINE_ENDS[code]}) er linjeskift i YAML 1.1, men ikke i YAML 1.2"
        help_ = "skriv et vanlig linjeskift i stedet"
    elif code in TURNING:
        what += " snur skriveretningen, så teksten ser annerledes ut enn den er"
    elif code in UNSEEN:
        what += " tar ingen plass, så ordet er et annet enn det ser ut til"
    else:
        what += f"{NAMED.get(code, '')} kan ikke stå i en YAML-fil"
    assert told(f"tema: x\nid: å{chr(code)}b\n".encode()) == f"2:6 {what} | {help_}"


@pytest.mark.parametrize(
    ("escape", "why"),
    [
        (r"\e[2J", "tegnet U+001B (ESC) kan ikke stå i en YAML-fil"),
        (r"\0", "tegnet U+0000 (NUL) kan ikke stå i en YAML-fil"),
        (r"\u202e", "tegnet U+202E snur skriveretningen, så teksten ser annerledes ut enn den er"),
        (r"\u200b", "tegnet U+200B tar ingen plass, så ordet er et annet enn det ser ut til"),
    ],
)
def test_a_refused_character_is_refused_as_an_escape_too(escape: str, why: str) -> None:
    code = "det er skrevet som en kode som begynner med «\\»"
    assert told(f'id: a\ntema: "å{escape}"\n'.encode()) == f"2:7 {why} | ta bort tegnet; {code}"


def test_marks_over_each_other() -> None:
    assert read(("tema: a" + "\u0301" * 30).encode()).problems == ()
    for text in ("a" + "\u0301" * 31, '"a' + r"\u0301" * 31 + '"'):
        assert "på bokstaven står det 31 tegn over hverandre | ta bort tegnene" in told(f"tema: {text}".encode())


def test_every_other_character_is_taken() -> None:
    refused = {*REFUSED, *range(0xD800, 0xE000), 0xA, 0xD}
    others = "".join(f"{chr(code)}a" for code in range(0x10FFFF) if code not in refused)  # few marks on a letter
    for start in range(0, len(others), MAX_BYTES // 8):
        source, fault = decode(others[start : start + MAX_BYTES // 8].encode())
        assert (source.text, fault) == (others[start : start + MAX_BYTES // 8], None)
    assert read(b"a: '" + others[:60_000].replace("'", "").encode() + b"'").problems == ()


@pytest.mark.parametrize(
    ("text", "codec", "name", "place"),
    [
        (NORWEGIAN, "latin-1", "Latin-1", "2:33"),
        (NORWEGIAN.replace(",", " –"), "cp1252", "Windows-1252", "2:33"),
        ("a: “b”", "cp1252", "Windows-1252", "1:4"),
        (NORWEGIAN, "cp865", "DOS-tegnsett 865", "2:33"),
        (NORWEGIAN, "mac_roman", "Mac Roman", "2:33"),
        ("på", "latin-1", "Latin-1", "1:2"),
        ("på", "cp865", "DOS-tegnsett 865", "1:2"),
        ("på", "mac_roman", "Mac Roman", "1:2"),
        (NORWEGIAN, "utf-16", "UTF-16", "1:1"),
        ("\ufeff" + NORWEGIAN, "utf-16-be", "UTF-16", "1:1"),
        (NORWEGIAN, "utf-16-le", "UTF-16", "1:1"),
        (NORWEGIAN, "utf-16-be", "UTF-16", "1:1"),
        ("format: 1\n", "utf-16-le", "UTF-16", "1:1"),
        ("format: 1\n", "utf-16-be", "UTF-16", "1:1"),
        ("", "utf-16", "UTF-16", "1:1"),
        (NORWEGIAN, "utf-32", "UTF-32", "1:1"),
        ("\ufeff" + NORWEGIAN, "utf-32-be", "UTF-32", "1:1"),
    ],
)
def test_another_encoding(text: str, codec: str, name: str, place: str) -> None:
    said = f"{place} filen er ikke UTF-8; den ser ut som {name} | lagre den på nytt med tegnkodingen UTF-8"
    assert told(text.encode(codec)) == said
    assert read(text.encode(codec)).source.text == text.removeprefix("\ufeff")


def test_half_a_character_of_utf_16() -> None:
    assert "UTF-16" in told(NORWEGIAN.encode("utf-16") + b"x")


def test_the_fault_stands_in_the_text_that_is_shown() -> None:
    document = read("tema: på".encode("mac_roman"))
    assert document.problems[0].span == Span(7, 8)
    assert document.source.text[7:8] == "å"


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf", b" ", b"\n\n", b"\r", b"# bare en kommentar", b"\n  # en\n# to\n"],
)
def test_an_empty_file(data: bytes) -> None:
    assert told(data) == "1:1 filen er tom | en avtale begynner med «format: 1», «tema:» og «parter:»"


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_a_byte_order_mark_is_no_part_of_the_text(bom: bytes) -> None:
    document = read(bom + NORWEGIAN.encode())
    assert document.problems == ()
    assert document.source.text == NORWEGIAN
    assert document.source.bom == bool(bom)
    assert document.source.row_column(10) == (2, 1)


@pytest.mark.parametrize("fill", ["x", "å", "😀"])
def test_the_largest_file(fill: str) -> None:
    size = len(fill.encode())
    whole = b"a: " + fill.encode() * ((MAX_BYTES - 3) // size)
    whole += b" " * (MAX_BYTES - len(whole))
    assert read(whole[:-1]).problems == read(whole).problems == ()
    said = "1:1 filen er over 2 MB, og så store filer leses ikke | del den opp: én avtale er én fil"
    assert told(whole + b" ") == said


def test_a_large_file_in_another_encoding() -> None:
    assert told(b"\xe5" * MAX_BYTES).startswith("1:1 filen er ikke UTF-8; den ser ut som Latin-1")
    assert told(b"\xe5" * (MAX_BYTES + 1)).startswith("1:1 filen er over 2 MB")


@given(st.binary())
@example(bytes(range(256)))
@example(b"PK\x03\x04\x14\x00\x06\x00")
@example(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
@example(b"a: \xed\xa0\x80")
@example(b"\xc0\xaf")
@example(b"\x00")
@example(b"\xe5")
@settings(max_examples=8 * settings().max_examples)
def test_any_bytes_give_a_document_or_a_fault(data: bytes) -> None:
    document = read(data)
    assert (document.root is None) <= bool(document.problems)
    for problem in document.problems:
        start, end = problem.span
        assert 0 <= start <= end <= len(document.source.text)
        assert document.source.row_column(start) <= (document.source.rows, len(document.source.text) + 1)


@given(st.text(st.sampled_from("aå😀 \t\n\r"), max_size=30))
@example("")
@example("a\r\nb\rc\n\rd")
def test_rows_and_columns(text: str) -> None:
    source = SourceText(text)
    lines = re.split("\r\n|\r|\n", text)
    assert source.rows == len(lines)
    assert [source.line(row + 1) for row in range(len(lines))] == lines
    assert source.line(len(lines) + 1) == ""
    for offset in range(len(text) + 1):
        row, column = source.row_column(offset)
        assert source.offset(row) + column - 1 == offset
        assert row == 1 + sum(end.end() <= offset for end in re.finditer("\r\n|\r|\n", text))


def test_hostile_bytes_do_not_harm_the_interpreter() -> None:
    code = """
import sys
from avtalesjekk.source import read
for data in (b"\\0", b"\\xff"):
    for size in (1, 2, 3, 4, 5, 1_000_003, 2_000_000, 5_000_000):
        print(len(read(data * size).problems), end=" ")
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert (ran.returncode, ran.stdout.split(), ran.stderr) == (0, ["1"] * 16, "")
