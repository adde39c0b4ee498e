"""A pattern that waits is the pattern that `re` makes, and is made just when it is used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import avtalesjekk.norwegian
import avtalesjekk.reading
from avtalesjekk.patterns import pattern

WAITING, MADE = pattern("(a?)b", re.IGNORECASE), re.compile("(a?)b", re.IGNORECASE)


@pytest.mark.parametrize("method", ["match", "search", "fullmatch", "finditer", "findall", "split"])
def test_every_method_is_the_compiled_ones(method: str) -> None:
    for text in ("", "b", "ab AB b", "æøå b"):
        assert _plain(getattr(WAITING, method)(text)) == _plain(getattr(MADE, method)(text))


def test_it_is_compiled_at_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile

    def counted(text: str, flags: int) -> re.Pattern[str]:
        compiled.append(text)
        return compile_(text, flags)

    monkeypatch.setattr(re, "compile", counted)
    waiting = pattern("(?P<x>a)")
    assert (waiting.pattern, compiled) == ("(?P<x>a)", [])
    assert waiting.sub("b", "aa") == "bb"
    assert waiting.search("a")
    assert compiled == ["(?P<x>a)"]
    assert waiting.groupindex == {"x": 1}


def test_all_patterns_can_be_compiled() -> None:
    found = 0
    for package in (avtalesjekk.reading, avtalesjekk.norwegian):
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(info.name)).values():
                if type(value) is type(WAITING):
                    assert value.flags & re.UNICODE
                    found += 1
    assert found > 80


def _plain(found: object) -> object:
    if isinstance(found, re.Match):
        return found.span(), found.groups()
    return [_plain(one) for one in found] if isinstance(found, Iterator) else found
