"""An agreement written as a few lines of YAML, and what is found in it."""

import re
from collections.abc import Iterable
from datetime import date

from avtalesjekk.findings import Finding
from avtalesjekk.linting import Input, lint
from avtalesjekk.selection import select

TODAY = date(2026, 11, 22)


def check(text: str, *codes: str, today: date = TODAY, name: str = "a.yaml") -> tuple[Finding, ...]:
    """What the rules find in an agreement, but for what is set aside."""
    return lint([Input.named(name, text.encode())], today, select(codes)).files[0].active


def told(findings: Iterable[Finding]) -> list[str]:
    return [f"{f.rule.code} {f.level.word} {f.path}" for f in findings]


def merged(base: str, fragment: str) -> str:
    """The base with the keys of the fragment in place of its own."""
    return "".join((_blocks(base) | _blocks(f"{fragment}\n" if fragment else "")).values())


def _blocks(text: str) -> dict[str, str]:
    return {block.partition(":")[0]: block for block in re.split(r"^(?=[^\s#-])", text, flags=re.MULTILINE) if block}
