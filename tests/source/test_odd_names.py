"""Anchors and keys with marks in their names, as fuzzing found them."""

from avtalesjekk.source import read
from avtalesjekk.source.places import dotted


def test_the_words_after_an_anchor_with_a_colon_are_found_where_they_stand() -> None:
    text = "key: &an:chor value\n"
    start, end = read(text.encode()).place(("key",), (0, 5))
    assert text[start:end] == ":chor"


def test_a_key_of_dots_keeps_them_in_its_path() -> None:
    assert [dotted(path) for path in ((), ("a", "b"), (".",), (".a", 0), ("a", ".."))] == [
        "",
        "a.b",
        ".",
        ".a[0]",
        "a...",
    ]
