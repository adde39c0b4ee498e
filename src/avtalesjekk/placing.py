"""What was found in a file as findings with their places, and with the mends that can be made there."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import assert_never

from avtalesjekk.findings import Finding, Fix, Related
from avtalesjekk.fixes.adding import add
from avtalesjekk.fixes.removing import remove
from avtalesjekk.fixes.rewriting import quote, rewrite_key, rewrite_value, rewrite_words
from avtalesjekk.model.keys import takes_text
from avtalesjekk.model.validation import NOT_BEGUN, Fault
from avtalesjekk.rules.catalogue import BY_CODE
from avtalesjekk.rules.rule import Add, Hit, Level, Remove, Rewrite, Rule
from avtalesjekk.source.nodes import Node, Scalar
from avtalesjekk.source.places import Path, dotted, find, place
from avtalesjekk.source.problem import Problem, Span


def of_crash(rule: Rule, error: Exception) -> Finding:
    """That a rule failed, and where in the program, so that it can be mended."""
    return Finding(
        rule,
        Level.FEIL,
        f"regelen stanset av en feil i avtalesjekk ({type(error).__name__}{_where(error)})",
        "de andre reglene er kjørt; meld fra om feilen, gjerne med avtalen som ga den",
        "",
        Span(0, 0),
        "",
        internal=True,
    )


def as_other_text(finding: Finding) -> Finding:
    """What keeps a file from being read, of one that was hardly meant as an agreement."""
    return finding._replace(
        message=f"filen ser ikke ut som en avtale i avtaleformatet: {finding.message}",
        help=NOT_BEGUN,
    )


def of_problem(problem: Problem, text: str, paths: Mapping[int, Path]) -> Finding:
    """What keeps a file, or a value in it, from being read; `paths` are those of the values by where they begin."""
    rule = BY_CODE[problem.code]
    related = tuple(Related(note.message, note.span) for note in problem.notes)
    path = paths.get(problem.at, ()) if problem.at is not None else ()
    fix = quote(text, problem.unquoted) if problem.unquoted is not None and takes_text(path) else None
    return Finding(
        rule, rule.level, _shortened(problem.message), problem.help, dotted(path), problem.span, "", related, fix
    )


def of_fault(fault: Fault, text: str) -> Finding:
    """What does not fit the format."""
    rule = BY_CODE[fault.code]
    fix: Fix | None = None
    if fault.rewrite is not None and fault.code == "MA002":
        fix = rewrite_key(text, fault.span, fault.rewrite.text)
    elif fault.rewrite is not None and isinstance(fault.node, Scalar):
        fix = rewrite_value(text, fault.node, fault.rewrite.text, safe=fault.rewrite.safe)
    label = "lest som nøkkel" if fault.code == "MA002" else _label(fault.path, fault.node)
    return Finding(
        rule,
        rule.level,
        _shortened(fault.message),
        _shortened(fault.help),
        dotted(fault.path),
        fault.span,
        label,
        fix=fix,
    )


def of_hit(rule: Rule, hit: Hit, text: str, root: Node) -> Finding:
    """What a rule found."""
    span = place(text, root, hit.path, hit.words)
    return Finding(
        rule,
        hit.level or rule.level,
        _shortened(hit.message),
        _shortened(hit.help),
        dotted(hit.path),
        span,
        _label(hit.path, find(root, hit.path)),
        tuple(
            Related(note.message, place(text, root, note.path, note.words) if note.path else None) for note in hit.notes
        ),
        _mend(hit, span, text, root),
        hit.today,
        norm=hit.norm or next(iter(rule.norms), None),
    )


def _where(error: Exception) -> str:
    """The last place in the program that an error came through, as its file and line."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return f" i {PurePath(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}" if step is not None else ""


def _mend(hit: Hit, span: Span, text: str, root: Node) -> Fix | None:
    """The mend of a hit as edits of the file, where it can be one."""
    match hit.mend:
        case None:
            return None
        case Remove(path, message):
            return remove(text, root, path, message)
        case Add(section, pairs):
            return add(text, root, section, pairs)
        case Rewrite(path, new, safe):
            node = find(root, path)
            if not isinstance(node, Scalar):
                return None
            if hit.words is None:
                return rewrite_value(text, node, new, safe=safe)
            return rewrite_words(text, node, span, node.text[slice(*hit.words)], new, safe=safe)
        case _:
            assert_never(hit.mend)


def _shortened(message: str) -> str:
    """A message in which no quoted value is longer than one can take in; the file shows the whole of it."""
    return _LONG_VALUE.sub(r"«\1…»", message) if len(message) > _LONG_MESSAGE else message


_LONG_MESSAGE = 300
_LONG_VALUE = re.compile("«([^«»]{80})[^«»]{20,}»")


def _label(path: Path, node: Node | None) -> str:
    """What stands at the place of a path, or is missing there."""
    return dotted(path) if node is not None else f"{dotted(path)} mangler"
