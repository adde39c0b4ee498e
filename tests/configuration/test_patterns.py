"""Which files fit a pattern."""

import time
from pathlib import PurePath

import pytest

from avtalesjekk.configuration.patterns import matches


@pytest.mark.parametrize(
    ("pattern", "fit", "unfit"),
    [
        ("a.yaml", ["a.yaml", "avtaler/a.yaml", "x/y/a.yaml"], ["b.yaml", "aa.yaml"]),
        ("utkast", ["utkast/a.yaml", "avtaler/utkast/b.yaml"], ["utkaster/a.yaml"]),
        ("utkast/", ["utkast/a.yaml"], ["utkaster/a.yaml"]),
        ("/a.yaml", ["a.yaml"], ["avtaler/a.yaml"]),
        ("./a.yaml", ["a.yaml"], ["avtaler/a.yaml"]),
        ("avtaler/*.yaml", ["avtaler/a.yaml"], ["a.yaml", "avtaler/x/a.yaml", "avtaler/a.yml"]),
        ("avtaler/**/gammel-*.yaml", ["avtaler/gammel-1.yaml", "avtaler/x/y/gammel-.yaml"], ["avtaler/ny.yaml"]),
        ("**", ["a.yaml", "x/y/z"], []),
        ("**/x", ["x/a", "y/x/a", "x"], ["a"]),
        ("avtaler/**", ["avtaler/a", "avtaler/x/a"], ["andre/a"]),
        ("a?[0-9].yaml", ["ab1.yaml"], ["a1.yaml", "abc.yaml"]),
        ("æ*.yaml", ["æøå.yaml"], ["a.yaml"]),
        ("", [], ["a"]),
        ("/", [], ["a"]),
        (".", [], ["a"]),
        ("..", [], ["a"]),
    ],
)
def test_what_fits(pattern: str, fit: list[str], unfit: list[str]) -> None:
    assert [path for path in fit if not matches(PurePath(path), [pattern])] == []
    assert [path for path in unfit if matches(PurePath(path), [pattern])] == []


def test_patterns_do_not_backtrack() -> None:
    begun = time.process_time()
    assert not matches(PurePath("a" * 200 + ".yaml"), ["*a" * 60 + "b"])
    assert not matches(PurePath(*"a" * 60), ["**/a/" * 60 + "b"])
    assert time.process_time() - begun < 10  # without end if it did
