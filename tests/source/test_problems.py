"""What is said of files that are hostile, or that break a bound or a rule of the format's own."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from avtalesjekk.source import read
from avtalesjekk.source.composing import MAX_NODES
from avtalesjekk.source.nodes import plain
from avtalesjekk.source.text import MAX_BYTES

SIZE = MAX_BYTES // 20
DEEP = "MA001 {} mer enn 64 nivåer inni hverandre | avtaleformatet har høyst fem nivåer"
TAG = "MA001 {} taggen «{}» hører ikke til avtaleformatet | ta bort taggen"
ANCHOR = "MA001 {} «*{}» viser til et anker som ikke finnes | skriv teksten rett ut"
REPEATED = "MA001 {} ankere (&, *) gjentar teksten i det uendelige | skriv teksten rett ut"
VALUES = "MA001 {} mer enn 50000 verdier | bruk ikke ankere (&, *) til å gjenta tekst"
KEY = "MA001 {} en nøkkel kan ikke være {} | sett teksten i anførselstegn"
MANY = (
    "MA001 {} filen inneholder flere YAML-dokumenter («---» skiller dem) | én avtale er én fil: ta bort skillet, eller"
    " legg avtalene i hver sin fil"
)
TWICE = (
    "MA005 {0} nøkkelen «{1}» står to ganger; bare den første er lest | slå de to sammen, eller ta bort den ene"
    " [{2} «{1}» står her første gang]"
)
CUT = "MA015 {} {}: YAML leser «{}» som en kommentar | sett hele teksten i anførselstegn"
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
)
NESTED: dict[str, Callable[[int], str]] = {
    "[": lambda depth: "[" * depth + "]" * depth,
    "-": lambda depth: "- " * (depth - 1) + "x",
    "{": lambda depth: "{a: " * (depth - 1) + "x" + "}" * (depth - 1),
    "a:": lambda depth: "".join(f"{' ' * column}a:\n" for column in range(depth - 1)),
    "- a:": lambda depth: "- a: [" + "[" * (depth - 3) + "]" * (depth - 2),
}


def told(text: str) -> list[str]:
    """What is said of a file: code, place, message, help, and the second place."""
    document = read(text.encode())
    said = []
    for code, message, help_, span, notes, *_ in document.problems:
        assert 0 <= span.start <= span.end <= len(text)
        places = [document.source.row_column(at.start) for at in (span, *(note.span for note in notes))]
        place, *others = (f"{row}:{column}" for row, column in places)
        second = "".join(f" [{at} {note.message}]" for at, note in zip(others, notes, strict=True))
        said.append(f"{code} {place} {message} | {help_}{second}")
    assert (document.root is None) == any(line.startswith("MA001") for line in said)
    return said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b\n---\nc: d\n", MANY.format("2:1")),
        ("--- a\n...\n--- b\n", MANY.format("3:1")),
        ("---\n---\n", MANY.format("2:1")),
        ("a: b\n%YAML 1.2\n---\nc: d\n", MANY.format("2:1")),
        ("%YAML 1.1\n---\na: b\n", "MA001 1:1 filen sier at den er YAML 1.1 | ta bort linjen som begynner med %YAML"),
        ("a: !foo b", TAG.format("1:4", "!foo")),
        ("a: !!python/object:os.system x", TAG.format("1:4", "!!python/object:os.system")),
        ("a: !!binary aGVp", TAG.format("1:4", "!!binary")),
        ("a: !!timestamp 2020-01-01", TAG.format("1:4", "!!timestamp")),
        ("a:\n  - !!set {b}", TAG.format("2:5", "!!set")),
        ("!<tag:yaml.org,2002:python/none> x", TAG.format("1:1", "!!python/none")),
        ("%TAG !e! tag:example.org,\n---\na: !e!b c", TAG.format("3:4", "tag:example.org,b")),
        ("a: *b", ANCHOR.format("1:4", "b")),
        ("- *b\n- &b c", ANCHOR.format("1:3", "b")),
        ("a: &a [*a]", ANCHOR.format("1:8", "a")),
        ("a: &a\n  b: *a", ANCHOR.format("2:6", "a")),
        ("? [a]\n: b", KEY.format("1:3", "en liste")),
        ("[a]: b", KEY.format("1:1", "en liste")),
        ("{a: b}: c", KEY.format("1:1", "en samling nøkler")),
        ("tema: {{ tema }}", KEY.format("1:8", "en samling nøkler")),
        ("a: &x [b]\n*x : c", KEY.format("2:1", "en liste")),
        (BOMB, REPEATED.format("5:35")),
        ("a: &a '" + "x" * 100_000 + "'\nb: [" + "*a, " * 30 + "]", REPEATED.format("2:77")),
        ("a: &a [" + "b, " * 49_000 + "]\nc: *a", REPEATED.format("2:4")),
        ("- b\n" * MAX_NODES, VALUES.format(f"{MAX_NODES}:3")),
        ("x: &x " + "[" * 40 + "]" * 40 + "\ny: " + "[" * 30 + "*x" + "]" * 30, DEEP.format("2:34")),
    ],
    ids=lambda text: text[:40],
)
def test_a_file_that_cannot_be_read(text: str, said: str) -> None:
    assert told(text) == [said]


@pytest.mark.parametrize("nest", NESTED.values(), ids=NESTED.keys())
def test_the_deepest_file(nest: Callable[[int], str]) -> None:
    assert told(nest(64)) == []
    for depth in (65, 66, 100_000 if nest is not NESTED["a:"] else 500):
        (said,) = told(nest(depth))
        place = said.split()[1]
        assert said == DEEP.format(place)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: a\nid: b\n", [TWICE.format("2:1", "id", "1:1")]),
        ("a: {b: 1, b: 2}", [TWICE.format("1:11", "b", "1:5")]),
        ("må: 1\nma\u030a: 2\n", [TWICE.format("2:1", "må", "1:1")]),
        ("ma\u030a: 1\nmå: 2\n", [TWICE.format("2:1", "må", "1:1")]),
        ("a: 1\n'a': 2\n\"a\": 3\n", [TWICE.format("2:1", "a", "1:1"), TWICE.format("3:1", "a", "1:1")]),
        ("- a: 1\n  a:\n    b: 2\n    b: 3\n", [TWICE.format("4:5", "b", "3:5"), TWICE.format("2:3", "a", "1:3")]),
        ("a: b #4 c", [CUT.format("1:6", "teksten slutter ved «b»", "#4 c")]),
        ("a: b\t#4", [CUT.format("1:6", "teksten slutter ved «b»", "#4")]),
        ("- a #æ  \n", [CUT.format("1:5", "teksten slutter ved «a»", "#æ")]),
        ("a: [b #4\n]", [CUT.format("1:7", "teksten slutter ved «b»", "#4")]),
        ("a: b\n  c #4", [CUT.format("2:5", "teksten slutter ved «b c»", "#4")]),
        ("a: #4", [CUT.format("1:4", "her står det ingen tekst", "#4")]),
        (
            "a: " + "ord " * 12 + "slutt #4",
            [CUT.format("1:58", "teksten slutter ved «…ord ord ord ord ord ord slutt»", "#4")],
        ),
        ("a: " + "x" * 40 + " #4", [CUT.format("1:45", f"teksten slutter ved «…{'x' * 30}»", "#4")]),
    ],
    ids=lambda text: text[:40] if isinstance(text, str) else "",
)
def test_a_file_that_can_be_read_all_the_same(text: str, said: list[str]) -> None:
    assert told(text) == said


def test_the_first_of_two_counts() -> None:
    root = read("må: 1\nma\u030a: 2\n".encode()).root
    assert root is not None
    assert plain(root) == {"må": "1"}


def test_what_was_found_before_the_file_became_unreadable_is_kept() -> None:
    assert [line.split()[:2] for line in told("a: 1\na: 2\nb: c #4 d\ne: *f")] == [
        ["MA005", "2:1"],
        ["MA015", "3:6"],
        ["MA001", "4:4"],
    ]
    assert [line.split()[:2] for line in told("a: b #4\n  c")] == [["MA015", "1:6"], ["MA001", "2:3"]]


@pytest.mark.parametrize(
    "text",
    [
        *("a: b # c", "a: b #", "a: b #\nc: d", "a: b #- c", "a: b#4", "a: 'b' #4", 'a: "b" #4', "a: [b] #4"),
        *("a: |\n  b #4", "a: b # en #4", "a: b\n#4", "a: # b"),
        "a: !!str 1\nb: !!int 1\nc: ! x\nd: !!seq []\ne: !!map {}\nf: !!null\ng: !!bool ja\nh: !!float 1\n",
        *("%YAML 1.2\n---\na: b", "--- a", "a: b\n...\n", "a: &b c\nd: &b e\nf: *b", "&a a: *a", "a: &a b\n*a : c"),
        *("? |\n  a\n: b", '"": b', "1: a\n0x1: b", "A: 1\na: 2"),
        *(
            "x" * 1024 + ": a",
            "a: " + "x" * 500_000,
            "a: '" + "\n\n" * 100_000 + "'",
            "# " + "x" * 1_900_000 + "\na: b",
        ),
        "".join(f"k{i}: {i}\n" for i in range(10_000)),
        "a: |\n  x\n" + " \n" * 200_000 + "  y\n",
        "a: |+\n  x\n" + "\n" * 200_000,
        "a: &a '" + "x" * 60_000 + "'\nb: [" + "*a, " * 30 + "]",
    ],
    ids=lambda text: text[:40],
)
def test_nothing_is_wrong(text: str) -> None:
    assert told(text) == []


def test_the_largest_files_do_not_harm_the_interpreter() -> None:
    pieces = [
        *(
            "[",
            "{",
            "- ",
            "? ",
            ": ",
            "a: ",
            "{a: ",
            "[a, ",
            "&a ",
            "*a ",
            "! ",
            "!!str ",
            "|",
            "|\n",
            ">\n ",
            "#",
            " #a",
        ),
        *(
            "'",
            '"',
            "\\",
            '"\\',
            "%",
            "%A\n",
            "---\n",
            "...\n",
            "\n",
            " \n",
            "\r",
            "\t",
            " ",
            "a",
            "æ",
            "😀",
            "a\n",
            "a: b\n",
        ),
        *("- a\n", "a: |\n\n", "[],", "{},", ",", "]", "}", "- &a a\n", "? a\n", "a: #4\n", "- - a\n", "a: [", "\n- "),
    ]
    code = f"""
import sys
from avtalesjekk.source import read
for piece in {pieces!r}:
    for start in ("", "a: "):
        data = (start + piece * ({SIZE} // len(piece.encode()))).encode()[: {SIZE}]
        document = read(data[: data.rindex(b"\\xf0")] if piece == "😀" else data)
        assert document.root is not None or document.problems
print("lest")
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "lest\n", "")
