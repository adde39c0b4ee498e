"""What `printable` lets through and what it makes visible."""

import sys
import unicodedata

import pytest

from avtalesjekk.terminal import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Økonomi på «9 500,50 kr», ja\N{NO-BREAK SPACE}…", "Økonomi på «9 500,50 kr», ja\N{NO-BREAK SPACE}…"),
        (r"C:\avtaler\ny.yaml", r"C:\avtaler\ny.yaml"),
        ("\x1b[31mrød\x1b[0m", r"\x1b[31mrød\x1b[0m"),
        ("\x00\x07\b\x7f", r"\x00\x07\x08\x7f"),
        ("\x80\x9b31m\x9f\xa0", "\\x80\\x9b31m\\x9f\xa0"),
        ("linje\nto\r\tinnrykk", r"linje\nto\r\tinnrykk"),
        ("\u202egnp.exe\u202c", r"\u202egnp.exe\u202c"),
        ("\u202a\u2066\u2069\u200e\u200f\u061c", r"\u202a\u2066\u2069\u200e\u200f\u061c"),
        ("fil\udcff.yaml\ud800", r"fil\udcff.yaml\ud800"),
        ("👍\u2029", "👍\u2029"),
    ],
)
def test_what_is_unsafe_is_made_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_what_is_kept_is_asked_for() -> None:
    assert printable("a\n\tb\r\x1b", keep="\n\t") == "a\n\tb\\r\\x1b"


def test_every_control_and_bidi_control_and_surrogate_is_made_visible_and_nothing_else() -> None:
    bidi = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = {"\u200e", "\u200f", "\u061c"}
    unsafe = {
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in {"Cc", "Cs"}
        or unicodedata.bidirectional(character) in bidi
        or character in marks
    }
    changed = {character for character in map(chr, range(sys.maxunicode + 1)) if printable(character) != character}
    assert changed == unsafe
    assert all(printable(character).isascii() for character in changed)


def test_clean_text_comes_back_untouched_and_shown_text_stays_as_it_is() -> None:
    clean = "Kommunesektorens organisasjon " * 1000
    assert printable(clean) is clean
    assert printable(printable("\x1b\udcff")) == printable("\x1b\udcff")
