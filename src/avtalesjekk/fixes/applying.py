"""Carrying mends out: as many as can be together, again until nothing is left, and none that makes a new feil."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from avtalesjekk.findings import Edit, Finding, Fix
from avtalesjekk.fixes.edited import Edited
from avtalesjekk.inputs import Input
from avtalesjekk.rules.document import UNUSED_DEVIATION
from avtalesjekk.rules.rule import ADVARSEL, FEIL
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import BOM

Lint: TypeAlias = Callable[[Input], Sequence[Finding]]  # what is found in a file, but for what is set aside

TO_FILL_IN = "MA009"  # what a mend leaves for people to write is a feil from `klar`, and rightly so
_TRIES = 400  # a file needs one or two; more only where mends are refused, and each is two more


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
    work = _Work(file, chosen, every)
    while waiting := [
        finding for finding in chosen(work.file) if _may(finding, unsafe=unsafe) and not work.knows(finding)
    ]:
        if not work.carry_out(list(_together(waiting))):
            break
    return Mended(work.file, work.edited, tuple(work.done))


class _Work:
    """A file while its mends are carried out."""

    def __init__(self, file: Input, chosen: Lint, every: Lint) -> None:
        self.file = file
        self.edited = Edited.of(file.data.decode())
        self.done: list[Finding] = []
        self._chosen = chosen
        self._every = every
        self._before = every(file)
        self._refused: set[tuple[str, ...]] = set()
        self._tries = 0

    def knows(self, finding: Finding) -> bool:
        """Whether a mend has been tried and refused."""
        return _name(finding, self.edited.text) in self._refused

    def carry_out(self, batch: Sequence[Finding], shift: int = 0) -> bool:
        """Carry out what can be of mends that stand in order, by halves where not all can be together.

        `shift` is how much longer the text before them has become. False where it has been tried often enough.
        """
        self._tries += 1
        if self._tries > _TRIES:
            return False
        text = self.edited.text
        changed = self.edited.edit(_edits(text, batch, shift))
        other = self.file._replace(data=changed.text.encode())
        after = self._every(other)
        if _is_better(batch, self._before, after):
            self.file, self.edited, self._before = other, changed, after
            self.done += batch
            return True
        if len(batch) == 1:
            self._refused.add(_name(batch[0], text, shift))
            return True
        half = len(batch) // 2
        length = len(text)
        return self.carry_out(batch[:half], shift) and self.carry_out(
            batch[half:], shift + len(self.edited.text) - length
        )


def _may(finding: Finding, *, unsafe: bool) -> bool:
    return finding.fix is not None and (finding.fix.safe or unsafe)


def _name(finding: Finding, text: str, shift: int = 0) -> tuple[str, ...]:
    """What tells a mend from others, also when it has moved."""
    words = (f"{text[edit.span.start : edit.span.end]}→{edit.content}" for edit in _edits(text, [finding], shift))
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


def _edits(text: str, findings: Sequence[Finding], shift: int) -> Sequence[Edit]:
    """The edits of the findings in order, each once; in the text with its byte order mark, which spans do not count."""
    shift += len(BOM) if text.startswith(BOM) else 0
    edits = {edit for finding in findings if finding.fix is not None for edit in finding.fix.edits}
    return [
        Edit(Span(edit.span.start + shift, edit.span.end + shift), edit.content)
        for edit in sorted(edits, key=lambda edit: edit.span)
    ]


def _is_better(mended: Sequence[Finding], before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Whether there is less of each finding that was mended, and no feil that was not there.

    Where a safe mend was made there is no new advarsel either.
    """
    fewer, were = Counter(f.rule.code for f in after), Counter(f.rule.code for f in before)
    if any(fewer[code] >= were[code] for code in {finding.rule.code for finding in mended}):
        return False
    # By rule and message: lists move when something is taken out of them, so places do not count.
    new = Counter((f.rule.code, f.message) for f in after if f.level is FEIL)
    new -= Counter((f.rule.code, f.message) for f in before if f.level is FEIL)
    if any(code != TO_FILL_IN for code, _ in new):
        return False
    places = {finding.path for finding in mended if finding.fix is not None and finding.fix.safe}
    worse = Counter(f.rule.code for f in after if _is_worse(f, places))
    worse -= Counter(f.rule.code for f in before if _is_worse(f, places))
    return not worse


def _is_worse(finding: Finding, places: AbstractSet[str]) -> bool:
    """Whether a finding speaks against a safe mend at one of the places; a deviation that can be read may be unused."""
    return finding.level is ADVARSEL and finding.path in places and finding.rule is not UNUSED_DEVIATION
