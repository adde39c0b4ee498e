"""What an agreement gave as bytes, for another process or a later run, and back."""

import json
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias, cast

from avtalesjekk.findings import Checked, Deviation, Edit, FileReport, Finding, Fix, Related
from avtalesjekk.inputs import Input
from avtalesjekk.rules.portfolio import Neighbour
from avtalesjekk.rules.rule import Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

_SpanPacked: TypeAlias = tuple[int, int]
_RulePacked: TypeAlias = tuple[str, str, str, int, list[str], str, bool, bool]
_FixPacked: TypeAlias = tuple[str, bool, list[tuple[int, int, str]]]
_DeviationPacked: TypeAlias = tuple[str, str | None, str | None, bool]
_FindingPacked: TypeAlias = tuple[
    str, int, str, str, str, _SpanPacked, str, list[tuple[str, _SpanPacked | None]],
    _FixPacked | None, bool, _DeviationPacked | None, str | None, bool,
]  # fmt: skip
_NeighbourPacked: TypeAlias = tuple[str, bool, str, str | None, str | None, bool, list[tuple[int, str]]]
_Packed: TypeAlias = tuple[bool, _NeighbourPacked | None, list[_RulePacked], list[_FindingPacked]]


def pack(checked: Checked) -> bytes:
    """Everything but the file itself; a rule goes without its function."""
    findings = checked.file.findings
    rules = {finding.rule.code: finding.rule for finding in findings}
    packed: _Packed = (
        checked.of_today,
        _neighbour(checked.neighbour) if checked.neighbour else None,
        [
            (rule.code, rule.slug, rule.title, rule.level, list(rule.norms), rule.why, rule.default, rule.fixable)
            for rule in rules.values()
        ],
        [_finding(finding) for finding in findings],
    )
    return json.dumps(packed, separators=(",", ":")).encode()


def unpack(packed: bytes, file: Input) -> Checked:
    """What a file gave. Raises ValueError, TypeError or KeyError for bytes that `pack` did not make."""
    of_today, neighbour, rules, findings = cast("_Packed", json.loads(packed))
    by_code = {rule[0]: _rule_from(*rule) for rule in rules}
    return Checked(
        FileReport(
            file.filename,
            SourceText(file.data),
            tuple(_finding_from(by_code[finding[0]], *finding[1:]) for finding in findings),
        ),
        _neighbour_from(file.filename, *neighbour) if neighbour else None,
        of_today,
    )


def _neighbour(one: Neighbour) -> _NeighbourPacked:
    return one.id, one.own_id, one.theme, _iso(one.first), _iso(one.last), one.signed, list(one.replaced_by)


def _neighbour_from(
    filename: str,
    id_: str,
    own_id: bool,  # noqa: FBT001 (as it stands in the packed list)
    theme: str,
    first: str | None,
    last: str | None,
    signed: bool,  # noqa: FBT001
    replaced_by: Iterable[tuple[int, str]],
) -> Neighbour:
    others = tuple((i, other) for i, other in replaced_by)
    return Neighbour(filename, id_, own_id, theme, _day(first), _day(last), signed, others)


def _rule_from(
    code: str,
    slug: str,
    title: str,
    level: int,
    norms: Iterable[str],
    why: str,
    default: bool,  # noqa: FBT001
    fixable: bool,  # noqa: FBT001
) -> Rule:
    return Rule(code, slug, title, Level(level), tuple(norms), why, None, default, fixable)


def _finding(one: Finding) -> _FindingPacked:
    return (
        one.rule.code,
        one.level,
        one.message,
        one.help,
        one.path,
        one.span,
        one.label,
        [(note.message, note.span) for note in one.related],
        (one.fix.message, one.fix.safe, [(*edit.span, edit.content) for edit in one.fix.edits]) if one.fix else None,
        one.today,
        (one.deviation.reason, one.deviation.approved_by, _iso(one.deviation.until), one.deviation.misread)
        if one.deviation
        else None,
        one.norm,
        one.internal,
    )


def _finding_from(
    rule: Rule,
    level: int,
    message: str,
    help_: str,
    path: str,
    span: _SpanPacked,
    label: str,
    related: Iterable[tuple[str, _SpanPacked | None]],
    fix: _FixPacked | None,
    today: bool,  # noqa: FBT001
    deviation: _DeviationPacked | None,
    norm: str | None,
    internal: bool,  # noqa: FBT001
) -> Finding:
    return Finding(
        rule,
        Level(level),
        message,
        help_,
        path,
        Span(*span),
        label,
        tuple(Related(said, Span(*at) if at else None) for said, at in related),
        Fix(fix[0], fix[1], tuple(Edit(Span(start, end), content) for start, end, content in fix[2])) if fix else None,
        today,
        Deviation(deviation[0], deviation[1], _day(deviation[2]), deviation[3]) if deviation else None,
        norm,
        internal,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
