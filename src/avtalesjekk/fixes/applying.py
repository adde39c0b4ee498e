"""Carrying mends out: as many as can be together, again until nothing is left, and none that makes a new feil."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from avtalesjekk.findings import Edit, Finding, Fix
from avtalesjekk.fixes.edited import Edited
from avtalesjekk.linting import Input
from avtalesjekk.rules.rule import FEIL
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import BOM

Lint: TypeAlias = Callable[[Input], Sequence[Finding]]  # what is found in a file, but for what is set aside

TO_FILL_IN = "MA009"  # what a mend leaves for people to write is a feil from `klar`, and rightly so
_ROUNDS = 50  # each carries out at least one mend, or refuses one for good; files need one or two


@dataclass(frozen=True, slots=True)
class Mended:
    """A file, its text with its mends carried out, and the findings that they mended."""

    file: Input
    edited: Edited
    findings: tuple[Finding, ...]


def mend(file: Input, chosen: Lint, every: Lint, *, unsafe: bool) -> Mended:
    """Carry out the safe mends of a file, or all.

    `chosen` finds what is to be mended, `every` what no mend may add to. A mend that would not take its finding away,
    or would make a new feil, is left out.
    """
    edited = Edited.of(file.data.decode())
    done: list[Finding] = []
    refused: set[tuple[str, ...]] = set()
    for _ in range(_ROUNDS):
        text = edited.text
        waiting = [
            finding for finding in chosen(file) if _may(finding, unsafe=unsafe) and _name(finding, text) not in refused
        ]
        batch = list(_together(waiting))
        if not batch:
            break
        before = every(file)
        while batch:
            changed = edited.edit(_edits(text, batch))
            other = replace(file, data=changed.text.encode())
            if _is_better(batch, before, every(other)):
                file, edited = other, changed
                done += batch
                break
            if len(batch) == 1:
                refused.add(_name(batch[0], text))
            batch = batch[: len(batch) // 2]
    return Mended(file, edited, tuple(done))


def _may(finding: Finding, *, unsafe: bool) -> bool:
    return finding.fix is not None and (finding.fix.safe or unsafe)


def _name(finding: Finding, text: str) -> tuple[str, ...]:
    """What tells a mend from others, also when it has moved."""
    words = (f"{text[edit.span.start : edit.span.end]}→{edit.content}" for edit in _edits(text, [finding]))
    return (finding.rule.code, finding.path, *words)


def _together(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings whose mends can be carried out at once: no two touch, but for those that are the same."""
    taken: list[Edit] = []
    end = -1
    fixes = [(finding, finding.fix) for finding in findings if finding.fix is not None]
    for finding, fix in sorted(fixes, key=lambda pair: _first(pair[1])):
        if all(edit in taken[-1:] for edit in fix.edits):
            yield finding
        elif _first(fix) > end:
            taken += fix.edits
            end = max(edit.span.end for edit in fix.edits)
            yield finding


def _first(fix: Fix) -> int:
    return min(edit.span.start for edit in fix.edits)


def _edits(text: str, findings: Sequence[Finding]) -> Sequence[Edit]:
    """The edits of the findings in order, each once; in the text with its byte order mark, which spans do not count."""
    shift = len(BOM) if text.startswith(BOM) else 0
    edits = {edit for finding in findings if finding.fix is not None for edit in finding.fix.edits}
    return [
        Edit(Span(edit.span.start + shift, edit.span.end + shift), edit.content)
        for edit in sorted(edits, key=lambda edit: edit.span)
    ]


def _is_better(mended: Sequence[Finding], before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Whether there is less of each finding that was mended, and no feil that was not there."""
    fewer, were = Counter(f.rule.code for f in after), Counter(f.rule.code for f in before)
    if any(fewer[code] >= were[code] for code in {finding.rule.code for finding in mended}):
        return False
    new = Counter(map(_feil, after)) - Counter(map(_feil, before))
    return all(kind is None or kind[0] == TO_FILL_IN for kind in new)


def _feil(finding: Finding) -> tuple[str, str] | None:
    """A feil by its rule and message; lists move when something is taken out of them, so places do not count."""
    return (finding.rule.code, finding.message) if finding.level is FEIL else None
