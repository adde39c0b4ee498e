"""What a rule is, for its reader: what it asks, why, by which norms, and a bad and a good example."""

from collections.abc import Iterator
from pathlib import Path

from avtalesjekk.norms import Norm, norms
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.rules.rule import Rule

MARK = "# <- "  # stands at the end of a line of an example, before the code that is found there


def norms_of(rule: Rule) -> tuple[Norm, ...]:
    """The norms that a rule rests on, the one that gives it its level first."""
    return tuple(norms()[number] for number in rule.norms)


def rules_of(norm: Norm) -> tuple[Rule, ...]:
    """The rules that rest on a norm."""
    return tuple(rule for rule in RULES if norm.nr in rule.norms)


def example(rule: Rule, kind: str) -> str:
    """The part of a rule's example (`feil` or `rett`) that tells the two apart: the blocks of keys that differ.

    The whole of it where the file cannot be cut into such blocks; empty where the rule has none.
    """
    other = {"feil": "rett", "rett": "feil"}[kind]
    mine, theirs = _blocks(_text(rule, kind)), _blocks(_text(rule, other))
    differing = [block for block in mine if block not in theirs]
    return "\n".join(differing or mine)


def _blocks(text: str) -> list[str]:
    """A YAML text cut at its top-level keys; comments at the margin stand with the key after them."""
    blocks: list[list[str]] = [[]]
    comments: list[str] = []
    for line in filter(str.strip, text.splitlines()):
        if line.startswith("#"):
            comments.append(line)
            continue
        if line[0] not in " -}]":
            blocks.append([])
        blocks[-1] += [*comments, line.rstrip()]
        comments = []
    return ["\n".join(block) for block in (*blocks, comments) if block]


def _text(rule: Rule, kind: str) -> str:
    file = _examples() / rule.code / f"{kind}.yaml"
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""


def _examples() -> Path:
    """Where the examples are: inside the package once it is built, among the tests in the source tree."""
    built = Path(__file__).with_name("examples")
    return built if built.is_dir() else Path(__file__).parents[2] / "tests" / "rules"


def coverage() -> Iterator[tuple[Norm, tuple[Rule, ...]]]:
    """Every norm with the rules that rest on it; one without has its reason in `grunn`."""
    for norm in norms().values():
        yield norm, rules_of(norm)
