"""One agreement to what is found in it: read it, run the rules, place what they find, set deviations aside, sort."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from avtalesjekk.deviations import Deviations
from avtalesjekk.findings import Checked, FileReport, Report
from avtalesjekk.inputs import Input
from avtalesjekk.model.keys import keys_at
from avtalesjekk.model.validation import Parsed, parse
from avtalesjekk.placing import as_other_text, of_crash, of_fault, of_hit, of_problem
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rules.catalogue import NEED_A_NAME, RULES
from avtalesjekk.rules.document import MALFORMED_DEVIATION, UNUSED_DEVIATION
from avtalesjekk.rules.duration import within_period
from avtalesjekk.rules.portfolio import Neighbour, as_neighbour
from avtalesjekk.rules.rule import Hit, Rule
from avtalesjekk.runs import Run
from avtalesjekk.selection import Selection
from avtalesjekk.source import read
from avtalesjekk.source.places import is_within, paths_by_place
from avtalesjekk.source.text import SourceText

__all__ = ["Input", "check", "lint"]


def lint(
    inputs: Iterable[Input],
    today: date,
    codes: frozenset[str],
    neighbours: Callable[[], Iterable[Input]] = tuple,
    *,
    to_sign: bool = False,
) -> Report:
    """Check agreements against the rules with the given codes, or the file's own, on a day.

    `neighbours` gives the other agreements in the folders of the files; it is called where a rule needs them.
    Agreements that are `to_sign` are checked as if they were at least `klar`.
    """
    return Run(today, Selection(just=codes), to_sign=to_sign).report(tuple(inputs), neighbours)


def check(
    file: Input,
    today: date,
    codes: frozenset[str],
    among_others: Iterable[tuple[Rule, Hit]] = (),
    *,
    to_sign: bool = False,
) -> Checked:
    """Check one agreement against the rules with the given codes, on a day.

    `among_others` is what the rules that compare it with others have found. An agreement that is `to_sign` is checked
    as if it were at least `klar`. A rule that fails gives a finding that says so.
    """
    return _Check(file, today, codes, to_sign=to_sign).checked(among_others)


class _Check:
    """The checking of one file."""

    def __init__(self, file: Input, today: date, codes: frozenset[str], *, to_sign: bool) -> None:
        self._file = file
        self._today = today
        self._codes = codes
        document = read(file.data)
        self._text, root = document.source.text, document.root
        located = root is not None and any(problem.at is not None for problem in document.problems)
        paths = paths_by_place(root) if root is not None and located else {}
        self._findings = [of_problem(problem, self._text, paths) for problem in document.problems]
        self._parsed: Parsed | None = None
        self._reading: Reading | None = None
        if root is None:
            if not _begun(self._text):
                self._findings = [as_other_text(finding) for finding in self._findings]
            return
        self._parsed = parse(root)
        self._findings += (of_fault(fault, self._text) for fault in self._parsed.faults)
        if (agreement := self._parsed.agreement) is not None:
            if to_sign and agreement.status == "utkast":
                agreement = agreement.model_copy(update={"status": "klar"})
            self._reading = Reading(agreement, today, file.stem)

    def checked(self, among_others: Iterable[tuple[Rule, Hit]]) -> Checked:
        of_today = False
        neighbour: Neighbour | None = None
        if self._reading is not None:
            for rule in RULES:
                if rule.check is not None and rule.code in self._codes:
                    self._run(rule, self._reading)
            for rule, hit in among_others:
                self._take(rule, (hit,))
            deviations = Deviations(self._reading.agreement, self._today)
            self._set_aside(deviations)
            if self._file.stem is not None:
                neighbour = as_neighbour(self._reading, self._file.filename)
            of_today = self._reading.of_today or deviations.of_today
        found = [finding for finding in self._findings if finding.rule.code in self._codes]
        found.sort(key=lambda finding: (finding.span, finding.rule.code, finding.message))
        report = FileReport(self._file.filename, SourceText(self._file.data), tuple(found))
        return Checked(report, neighbour, of_today)

    def _run(self, rule: Rule, reading: Reading) -> None:
        if rule.check is None:
            return
        try:
            self._take(rule, rule.check(reading))
        except Exception as error:  # noqa: BLE001 (the other rules have something to say all the same)
            self._findings.append(of_crash(rule, error))

    def _set_aside(self, deviations: Deviations) -> None:
        """Apply the deviations, which are themselves something to find faults with."""
        self._findings = deviations.apply(self._findings)
        self._take(MALFORMED_DEVIATION, deviations.malformed)
        self._take(UNUSED_DEVIATION, deviations.misses(self._judged - {UNUSED_DEVIATION.code}))
        self._findings = deviations.apply(self._findings)
        self._take(UNUSED_DEVIATION, deviations.misses(self._judged & {UNUSED_DEVIATION.code}))

    @property
    def _judged(self) -> frozenset[str]:
        """The rules that have said all there is to say: of a file read in part, or without a name, not all have."""
        if self._parsed is None or self._parsed.unread:
            return frozenset()
        failed = {finding.rule.code for finding in self._findings if finding.internal}
        judged = (self._codes if self._file.stem is not None else self._codes - NEED_A_NAME) - failed
        decided = self._reading is not None and self._reading.day is not None and self._reading.end is not None
        return judged if decided else judged - {within_period.code}

    def _take(self, rule: Rule, hits: Iterable[Hit]) -> None:
        parsed = self._parsed
        if parsed is None:
            return
        for hit in hits:
            if not is_within(hit.path, parsed.unread):
                self._findings.append(of_hit(rule, hit, self._text, parsed.root))


def _begun(text: str) -> bool:
    """Whether a text that cannot be read was meant as an agreement: some line begins with one of the format's keys."""
    keys = "|".join(keys_at(()))
    return not text.strip() or re.search(rf"^(?:{keys})[ \t]*:", text, re.MULTILINE) is not None
