"""`avtalesjekk rule`: explain rules."""

import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from avtalesjekk.cli import completion
from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from avtalesjekk.rules.rule import Rule


class RuleFormat(Enum):
    """How rules are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def rule(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KODE",
            help="Koden eller navnet på reglene.",
            show_default=False,
            autocompletion=completion.rules,
        ),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Forklar alle reglene.")] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Vis hvilke regler hver norm har, eller hvorfor den ikke har noen.")
    ] = False,
    output_format: Annotated[RuleFormat, typer.Option(help="Hvordan det skrives.")] = RuleFormat.TEXT,
) -> int:
    """Forklar regler: hva de krever, hvorfor, normen de bygger på, og et dårlig og et godt eksempel."""
    if coverage:
        sys.stdout.write(_coverage(output_format))
        return 0
    if not any(name.strip(" ,") for name in names or ()) and not all_:
        raise UserError("skriv koden eller navnet på en regel, eller --all for alle.")
    sys.stdout.write(_explained(_chosen(names or [], everything=all_), output_format))
    return 0


def _chosen(names: Iterable[str], *, everything: bool) -> tuple["Rule", ...]:
    from avtalesjekk.rules.catalogue import RULES, find, suggest  # noqa: PLC0415 (not on the way to --help)

    if everything:
        return RULES
    chosen: dict[str, Rule] = {}
    for name in (part.strip() for given in names for part in given.split(",") if part.strip()):
        one = find(name)
        some = (
            (one,)
            if one
            else tuple(rule for rule in RULES if _PREFIX.match(name) and rule.code.startswith(name.upper()))
        )
        if not some:
            near = suggest(name)
            hint = f"Mente du «{near}»?" if near else "`avtalesjekk rule --all` viser alle."
            raise UserError(f"«{printable(name)}» er ingen regel.\n{hint}")
        chosen |= {rule.code: rule for rule in some}
    return tuple(chosen.values())


_PREFIX = re.compile("MA[0-9]{0,2}$", re.IGNORECASE)


def _explained(rules: tuple["Rule", ...], output_format: RuleFormat) -> str:
    match output_format:
        case RuleFormat.TEXT:
            return "\n\n".join("\n".join(_as_text(rule)) for rule in rules) + "\n"
        case RuleFormat.MARKDOWN:
            return "\n\n".join("\n".join(_as_markdown(rule)) for rule in rules) + "\n"
        case RuleFormat.JSON:
            return json.dumps([_as_data(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"
        case _:
            assert_never(output_format)


def _as_text(rule: "Rule") -> Iterator[str]:
    from functools import partial  # noqa: PLC0415
    from textwrap import fill, indent  # noqa: PLC0415

    from avtalesjekk.explaining import example, norms_of  # noqa: PLC0415

    filled = partial(fill, width=min(shutil.get_terminal_size((100, 24)).columns, 100))
    yield filled(f"{rule.code} {rule.slug} ({_nature(rule)})")
    yield filled(f"{rule.title}.")
    yield ""
    yield filled(rule.why)
    for norm in norms_of(rule):
        yield ""
        yield filled(f"Norm {norm.nr} ({norm.place}; styrke: «{norm.styrke}»): {norm.tekst}", subsequent_indent="  ")
    if not rule.norms:
        yield ""
        yield "Regelen følger av avtaleformatet."
    for kind, heading in (("feil", "Slik blir det funnet:"), ("rett", "Slik er det rett:")):
        if shown := example(rule, kind):
            yield ""
            yield heading
            yield ""
            yield indent(printable(shown, keep="\n\t"), "    ")


def _as_markdown(rule: "Rule") -> Iterator[str]:
    from avtalesjekk.explaining import example, norms_of  # noqa: PLC0415

    yield f"## {rule.code} `{rule.slug}`"
    yield ""
    yield f"**{rule.title}.** {_nature(rule).capitalize()}."
    yield ""
    yield rule.why
    yield ""
    for norm in norms_of(rule):
        yield f"- Norm {norm.nr} ({norm.place}; styrke: «{norm.styrke}»): {norm.tekst}"
    if not rule.norms:
        yield "- Regelen følger av avtaleformatet."
    for kind, heading in (("feil", "Slik blir det funnet:"), ("rett", "Slik er det rett:")):
        if shown := example(rule, kind):
            yield f"\n{heading}\n\n```yaml\n{printable(shown, keep=chr(10))}\n```"


def _nature(rule: "Rule") -> str:
    return (
        rule.level.word + ("" if rule.default else ", bare når den velges") + (", kan rettes" if rule.fixable else "")
    )


def _as_data(rule: "Rule") -> dict[str, object]:
    from avtalesjekk.explaining import norms_of  # noqa: PLC0415

    return {
        "code": rule.code,
        "name": rule.slug,
        "title": rule.title,
        "level": rule.level.word,
        "why": rule.why,
        "norms": [{"id": norm.nr, "chapter": norm.kapittel, "text": norm.tekst} for norm in norms_of(rule)],
        "fixable": rule.fixable,
        "default": rule.default,
    }


def _coverage(output_format: RuleFormat) -> str:
    from avtalesjekk.explaining import coverage  # noqa: PLC0415

    rows = list(coverage())
    if output_format is RuleFormat.JSON:
        data = [
            {
                "norm": norm.nr,
                "chapter": norm.kapittel,
                "text": norm.tekst,
                "rules": [rule.code for rule in rules],
                "reason": norm.grunn,
            }
            for norm, rules in rows
        ]
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    cells = [
        (norm.nr, norm.kapittel, ", ".join(rule.code for rule in rules), norm.tekst, norm.grunn) for norm, rules in rows
    ]
    if output_format is RuleFormat.MARKDOWN:
        head = "| Norm | Kapittel | Regel | Hva | Hvorfor ikke en regel |\n| --- | --- | --- | --- | --- |\n"
        return head + "".join(f"| {' | '.join(row)} |\n" for row in cells)
    covered = sum(bool(rules) for _, rules in rows)
    lines = [
        f"{nr:<5} {rules or '–':<15} {text}{f' ({reason})' if reason else ''}" for nr, _, rules, text, reason in cells
    ]
    return "\n".join(lines) + f"\n\n{covered} av {len(rows)} normer har regel.\n"
