"""Every complaint of the C parser in Norwegian, at its place, with what to do."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtalesjekk.source import read

QUOTE = "sett hele teksten i anførselstegn"
COLON = f"et kolon med mellomrom etter seg («: ») gjør teksten foran til en nøkkel | {QUOTE}"
SPLIT = "et kolon i hakeparenteser eller krøllparenteser deler teksten | sett teksten i anførselstegn"
LINE = (
    "linjen er verken en nøkkel med kolon eller en del av teksten over | skriv «nøkkel: verdi», eller rykk linjen inn"
    " så den hører til teksten over"
)
START = "en verdi kan ikke begynne med dette tegnet | sett verdien i anførselstegn"
TAB = "innrykket er gjort med tabulator | rykk inn med mellomrom"
OPEN = "filen slutter før anførselstegnet er lukket | sett inn anførselstegnet som mangler"
INSIDE = "«---» eller «...» står inne i en tekst i anførselstegn | lukk anførselstegnet før denne linjen"
ITEM = (
    "et listepunkt («- ») kan ikke stå her | begynn lista på en ny linje under nøkkelen, eller sett teksten i"
    " anførselstegn"
)
MARK = f"spørsmålstegnet lager en nøkkel her | {QUOTE}"
LIST = (
    "lista som begynner med «[», er ikke lukket, eller et komma mangler | lukk lista med «]»; en tekst i hakeparenteser"
    " må stå i anførselstegn"
)
BRACES = (
    "det som begynner med «{», er ikke lukket, eller et komma mangler | lukk den med «}»; en tekst med komma"
    " eller parenteser må stå i anførselstegn"
)
ITEMS = "innrykket stemmer ikke med lista over | la alle listepunktene begynne i samme kolonne"
KEYS = (
    "innrykket stemmer ikke med linjene over, eller et anførselstegn er lukket for tidlig | la nøklene på samme nivå"
    " begynne i samme kolonne"
)
MISSING = "det mangler en verdi her | skriv verdien, eller ta bort tegnet foran"
AFTER = "teksten fortsetter etter at avtalen er slutt | la alle nøklene på øverste nivå begynne i første kolonne"
ANCHOR = "«&» og «*» lager et anker i YAML | sett teksten i anførselstegn"
TAG = "utropstegnet lager en tagg i YAML | sett teksten i anførselstegn"
ESCAPE = "omvendt skråstrek gir et tegn YAML ikke kjenner | bruk enkle anførselstegn (')"
NO_SUCH = "omvendt skråstrek gir et tegn som ikke finnes | bruk enkle anførselstegn (')"
NUMBER = "tallet etter | eller > må være fra 1 til 9 | ta bort tallet"
HEADER = (
    "etter | eller > kan det bare stå et tall, et pluss- eller minustegn eller en kommentar | begynn teksten på linjen"
    " under, rykket inn"
)
ORDER = "linjer som begynner med «%», er ordrer til YAML | ta bort linjen"
FALLBACK = "YAML-en kan ikke leses herfra"

ENGLISH = re.compile(
    r"\b(?:expected|found|while|mapping|sequence|scanning|parsing|token|indentation|allowed|could|did|not|the|unknown)\b"
)


def told(text: str) -> str:
    """What is said of a file: place, message, help, and where what it speaks of began."""
    document = read(text.encode())
    problem = document.problems[-1]
    assert problem.code == "MA001"
    assert document.root is None
    place, *began = (
        "{}:{}".format(*document.source.row_column(at.start))
        for at in (problem.span, *(note.span for note in problem.notes))
    )
    assert [note.message for note in problem.notes] == ["begynner her"] * len(began)
    return f"{place} {problem.message} | {problem.help}" + "".join(f" [{at}]" for at in began)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # mapping values are not allowed in this context
        ("a: b: c", f"1:5 {COLON}"),
        ("tema: Avtale: om\nparter: [KD]\n", f"1:13 {COLON}"),
        ("--- a: b", f"1:6 {COLON}"),
        ("'a\n\nb': c", f"3:3 {COLON}"),
        ("x" * 1025 + ": a", f"1:1026 {COLON}"),
        # found unexpected ':'
        ("a: [kl. 10:30]", f"1:11 {SPLIT}"),
        ("{a:b}", f"1:3 {SPLIT}"),
        # could not find expected ':'
        ("- a\nb", f"2:1 {LINE}"),
        ("a: b\nc d\ne: f", f"3:1 {LINE} [2:1]"),
        # found character that cannot start any token
        ("a: @x", f"1:4 {START}"),
        ("a: `x`", f"1:4 {START}"),
        ("a: % av", f"1:4 {START}"),
        # the same, and the two about tabs
        ("a:\n\tb: c", f"2:1 {TAB}"),
        ("\ta: b", f"1:1 {TAB}"),
        ("a: b\n\tc: d", f"2:1 {TAB} [1:4]"),
        ("- a\n\t- b", f"2:1 {TAB} [1:3]"),
        ("a: |\n\tx", f"2:1 {TAB} [1:4]"),
        ("a: |\n  x\n\ty", f"3:1 {TAB} [1:4]"),
        # found unexpected end of stream
        ('a: "b', f"1:5 {OPEN}"),
        ("a: 'b\n\nc: d\n", f"3:4 {OPEN} [1:4]"),
        ('"', f"1:1 {OPEN}"),
        # found unexpected document indicator
        ('a: "b\n---\nc"', f"2:1 {INSIDE} [1:4]"),
        ("a: 'b\n...\n'", f"2:1 {INSIDE} [1:4]"),
        # block sequence entries are not allowed in this context
        ("a: - b", f"1:4 {ITEM}"),
        ("--- - a", f"1:5 {ITEM}"),
        # mapping keys are not allowed in this context
        ("a: ? b", f"1:4 {MARK}"),
        # did not find expected ',' or ']'
        ("a: [b", f"1:5 {LIST}"),
        ("a: [b}", f"1:6 {LIST}"),
        ("a: [b, c\nd: e\n", f"2:2 {LIST} [1:4]"),
        ("a: ['b'c]", f"1:8 {LIST}"),
        ("a: [b: c: d]", f"1:9 {LIST}"),
        # did not find expected ',' or '}'
        ("a: {b", f"1:5 {BRACES}"),
        ("a: {b]", f"1:6 {BRACES}"),
        ("a: {b: c\nd: e\n", f"2:2 {BRACES} [1:4]"),
        # did not find expected '-' indicator
        ("a:\n - b\n c: d", f"3:2 {ITEMS} [2:2]"),
        ("- a\nb: c", f"2:1 {ITEMS} [1:1]"),
        # did not find expected key
        ("a:\n  b: c\n d: e", f"3:2 {KEYS} [1:1]"),
        ("a: b\n- c", f"2:1 {KEYS} [1:1]"),
        (": b", f"1:1 {KEYS}"),
        # did not find expected node content
        ("a: ]", f"1:4 {MISSING}"),
        ("a: ,", f"1:4 {MISSING}"),
        ("a: [,]", f"1:5 {MISSING}"),
        ("[", f"1:1 {MISSING}"),
        ("a: [\n---\n]", f"2:1 {MISSING}"),
        ("...\na: b", f"1:1 {MISSING}"),
        # did not find expected <document start>
        ("a: b\n...\nc", f"3:1 {AFTER}"),
        ("  a: b\nc: d", f"2:1 {AFTER}"),
        ("[a] b", f"1:5 {AFTER}"),
        # did not find expected alphabetic or numeric character
        ("a: & co", f"1:5 {ANCHOR}"),
        ("a: *stjerne* er", f"1:12 {ANCHOR}"),
        # found undefined tag handle
        ("a: !b!c d", f"1:4 {TAG}"),
        # did not find expected tag URI
        ("a: !!", f"1:5 {TAG}"),
        # did not find the expected '>'
        ("a: !<b c>", f"1:7 {TAG}"),
        # did not find URI escaped octet
        ("a: !%zz", f"1:5 {TAG}"),
        # found an incorrect leading UTF-8 octet
        ("a: !%ff b", f"1:5 {TAG}"),
        # found an incorrect trailing UTF-8 octet
        ("a: !%c3%28 b", f"1:8 {TAG}"),
        # did not find expected whitespace or line break
        ('a: !"b', f"1:5 {TAG}"),
        # found unknown escape character
        (r'a: "C:\qkart"', f"1:7 {ESCAPE}"),
        # did not find expected hexdecimal number
        (r'a: "\xzz"', f"1:7 {ESCAPE}"),
        (r'a: "\u12"', f"1:7 {ESCAPE}"),
        # found invalid Unicode character escape code
        (r'a: "\ud800"', f"1:7 {NO_SUCH}"),
        (r'a: "\ud83d\ude00"', f"1:7 {NO_SUCH}"),
        (r'a: "\U00110000"', f"1:7 {NO_SUCH}"),
        # found an indentation indicator equal to 0
        ("a: |0\n  b", f"1:5 {NUMBER}"),
        # did not find expected comment or line break (after a block's mark)
        ("a: |10\n  b", f"1:6 {HEADER}"),
        ("a: > b", f"1:6 {HEADER}"),
        ("a: |-+\n  b", f"1:6 {HEADER}"),
        # the same after an order; and could not find expected directive name
        ("%YAML 1.2 x\n---\na: b", f"1:11 {ORDER}"),
        ("%", f"1:1 {ORDER}"),
        # found unexpected non-alphabetical character
        ("%YAML1.2\n---\na: b", f"1:7 {ORDER}"),
        # found unknown directive name
        ("%FOO bar\n---\na: b", f"1:5 {ORDER}"),
        # did not find expected version number
        ("%YAML x\n---\na: b", f"1:7 {ORDER}"),
        # did not find expected digit or '.' character
        ("%YAML 1\n---\na: b", f"1:7 {ORDER}"),
        # found extremely long version number
        ("%YAML 99999999999.1\n---\na: b", f"1:16 {ORDER}"),
        # found incompatible YAML document
        ("%YAML 2.0\n---\na: b", f"1:1 {ORDER}"),
        # found duplicate %YAML directive
        ("%YAML 1.2\n%YAML 1.2\n---\na: b", f"2:1 {ORDER}"),
        # did not find expected whitespace
        ("%TAG !", f"1:6 {ORDER}"),
        # did not find expected '!'
        ("%TAG x y\n---\na: b", f"1:6 {ORDER}"),
        # did not find expected tag URI
        ("%TAG !a! \n---\na: b", f"1:9 {ORDER}"),
        # found duplicate %TAG directive
        ("%TAG !a! b\n%TAG !a! c\n---\na: b", f"2:1 {ORDER}"),
    ],
    ids=lambda text: text[:25],
)
def test_a_complaint(text: str, said: str) -> None:
    assert told(text) == said
    assert not ENGLISH.search(said)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_places_do_not_hang_on_the_line_ends(end: str) -> None:
    for text in ("a: b\n\nc: d: e", "- a\nb", 'a: "b\n---\nc"', "a: [b, c\nd: e\n", "a: 'b\n\nc: d\n"):
        assert told(text.replace("\n", end)) == told(text)


AGREEMENT = (Path(__file__).parents[2] / "avtaler" / "digitalisering-2020.yaml").read_text("utf-8")


@given(st.text("ab :-?[]{},#&*!|>'\"%@`~\\\n\t", max_size=25))
@settings(max_examples=20 * settings().max_examples)
def test_any_text_is_read_or_told_of_in_norwegian(text: str) -> None:
    _assert_norwegian(text)


@given(st.integers(0, len(AGREEMENT)), st.integers(0, 40), st.text(": -?[]{},#&*!|>'\"%@\\\n\tæ", max_size=4))
@settings(max_examples=5 * settings().max_examples)
def test_any_slip_in_an_agreement_is_told_of_in_norwegian(at: int, cut: int, typed: str) -> None:
    _assert_norwegian(AGREEMENT[:at] + typed + AGREEMENT[at + cut :])


def _assert_norwegian(text: str) -> None:
    document = read(text.encode())
    assert document.problems or document.root is not None
    for problem in document.problems:
        assert problem.message != FALLBACK
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        assert not ENGLISH.search(f"{problem.message} {problem.help} {[note.message for note in problem.notes]}")
