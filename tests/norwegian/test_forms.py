"""Forms of words say what their regular expression says, of every word, and remember no more than they may."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import avtalesjekk.norwegian
import avtalesjekk.reading
from avtalesjekk.norwegian import forms
from avtalesjekk.norwegian.alternatives import Alternatives, alternatives
from avtalesjekk.norwegian.forms import Forms

SENTENCES = Path(__file__).parent.parent / "reading" / "sentences"


def _all_forms() -> Iterator[tuple[str, str]]:
    for package in (avtalesjekk.reading, avtalesjekk.norwegian):
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(info.name)).items():
                if isinstance(value, Forms):
                    yield f"{info.name}.{name}", value.pattern


def _vocabulary() -> frozenset[str]:
    """The words of the labelled sentences."""
    lines = [line for path in SENTENCES.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [str(json.loads(line)["tekst"]).lower() for line in lines if line.strip()]
    return frozenset(word for text in texts for word in re.findall(r"\w+|[\w-]+|\S", text))


def _near(expression: str) -> Iterator[str]:
    """Words that an expression is about, and words that are nearly such."""
    known = alternatives(expression)
    for stem in {*known.whole, *known.beginnings, *known.endings, *known.middles}:
        yield from (stem, stem[:-1], stem[1:], f"{stem}er", f"for{stem}", f"for{stem}er", f"{stem}s", f"1{stem}2")
        yield from (
            f"{stem}-",
            f"-{stem}",
            f"{stem}-er",
            f"for-{stem}",
            f"{stem}_",
            f"_{stem}_x",
            f"{stem} ",
            f"{stem}\n",
        )


def test_every_expression_says_the_same_as_when_it_is_compiled() -> None:
    words = _vocabulary()
    assert len(words) > 6_000
    expressions = {expression for _, expression in _all_forms()}
    assert len(expressions) > 150
    for expression in expressions:
        compiled = re.compile(expression)
        asked = [*words, *_near(expression), "", "-", "–", "ks-møtet", "o'team", "30.06.2024"]
        some = Forms(expression)
        wrong = [word for word in asked if some.fits(word) != bool(compiled.fullmatch(word))]
        assert not wrong, (expression, wrong[:5])


@given(st.text(alphabet="abcæ-_ 1–\n", max_size=8))
def test_the_ways_to_write_forms_say_the_same(word: str) -> None:
    for expression in (
        r"a", r"ab?c", r"a(?:b|c)?", r"(?:a|b(?:c|æ)?)c", r"[ab]c", r"a\w*", r"\w*a", r"\w*a\w*", r"\w*(?:a|bc)\w*",
        r"a(?:b|c\w*)", r"a-\w*", r"\w*-b", r"\w*b-c\w*", r"[–-]", r"a\w*b", r"a\w+", r"a{2}", r"(?!ab$)a\w*", r"a.*|b",
        r"ab|\w*", r"a_\w*", r"a|[^\W\d]+b|c", r"", r"a|",
    ):  # fmt: skip
        assert Forms(expression).fits(word) == bool(re.fullmatch(expression, word)), (expression, word)


def test_most_alternatives_need_no_regular_expression() -> None:
    assert alternatives(r"plikt(?:a|en)?|avtal\w*|\w*frist|\w*varsel\w*|[a-z]{2}d") == Alternatives(
        frozenset(("plikt", "plikta", "plikten")), ("avtal",), ("frist",), ("varsel",), "[a-z]{2}d"
    )
    expressions = [expression for _, expression in _all_forms()]
    left = sum(len(alternatives(expression).other) for expression in expressions)
    assert left < sum(map(len, expressions)) / 4


def test_what_was_said_of_a_word_is_remembered_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "_MOST", 3)
    some = Forms(r"a\w*")
    assert [some.fits(word) for word in ("ab", "ba", "ab", "a" * 50, "b" * 50)] == [True, False, True, True, False]
    assert dict(some) == {"ab": True, "ba": False}
    assert [some.fits(word) for word in ("a1", "a2", "b3")] == [True, True, False]
    assert dict(some) == {"a2": True, "b3": False}
    assert (some.fits_any(("b", "a")), some.fits_any(("b",)), some.fits_any(())) == (True, False, False)
