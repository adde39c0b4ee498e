"""Patterns for files, as in `.gitignore` and ruff: `utkast/`, `*.yml`, `avtaler/**/gammel-*.yaml`."""

from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import PurePath


def matches(path: PurePath, patterns: Iterable[str]) -> bool:
    """Whether a path, relative to the folder of the patterns, fits one of them, or lies in a folder that does.

    A pattern without a slash inside fits at any depth; `**` stands for any number of folders.
    """
    parts = path.parts
    return any(
        _fits(parts[:length], pattern)
        for pattern in patterns
        for length in range(1, len(parts) + 1)
        if pattern.strip("/")
    )


def _fits(parts: tuple[str, ...], pattern: str) -> bool:
    steps = pattern.strip("/").removeprefix("./").split("/")
    if len(steps) == 1 and not pattern.startswith(("/", "./")):
        steps = ["**", *steps]
    reached = {0}  # how many parts the steps so far can have taken
    for step in steps:
        if step == "**":
            reached = set(range(min(reached), len(parts) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], step)}
    return len(parts) in reached
