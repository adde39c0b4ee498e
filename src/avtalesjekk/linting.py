"""Files to a report: run the rules, set deviations aside, place what is found, sort."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import assert_never

from avtalesjekk.deviations import Deviations
from avtalesjekk.findings import FileReport, Finding, Fix, Related, Report
from avtalesjekk.fixes.adding import add
from avtalesjekk.fixes.removing import remove
from avtalesjekk.fixes.rewriting import quote, rewrite_key, rewrite_value, rewrite_words
from avtalesjekk.model.keys import keys_at, takes_text
from avtalesjekk.model.validation import NOT_BEGUN, Fault, Parsed, parse
from avtalesjekk.reading import Reading
from avtalesjekk.rules.catalogue import BY_CODE, NEED_A_NAME, RULES
from avtalesjekk.rules.document import MALFORMED_DEVIATION, UNUSED_DEVIATION
from avtalesjekk.rules.duration import within_period
from avtalesjekk.rules.portfolio import PORTFOLIO_RULES, Neighbour, Portfolio, as_neighbour
from avtalesjekk.rules.rule import Add, Hit, Remove, Rewrite, Rule
from avtalesjekk.source import read
from avtalesjekk.source.nodes import Node, Scalar
from avtalesjekk.source.places import Path, dotted, find, paths_by_place, place
from avtalesjekk.source.problem import Problem, Span


@dataclass(frozen=True, slots=True)
class Input:
    """A file to check: the name it is shown under and its bytes.

    `stem` is its name without suffix, None where it has no name of its own; then nothing is said of its id and
    neighbours. `codes` are the rules to run on it, None where they are those of the run.
    """

    filename: str
    data: bytes
    stem: str | None
    codes: frozenset[str] | None = None

    @classmethod
    def named(cls, filename: str, data: bytes) -> "Input":
        """A file by its name."""
        return cls(filename, data, PurePath(filename).stem)


def lint(
    inputs: Iterable[Input],
    today: date,
    codes: frozenset[str],
    neighbours: Callable[[], Iterable[Input]] = tuple,
    *,
    to_sign: bool = False,
) -> Report:
    """Check agreements against the rules with the given codes, on a day.

    `neighbours` gives the other agreements in the folders of the files; it is called where a rule needs them.
    Agreements that are `to_sign` are checked as if they were at least `klar`.
    """
    checks = [_Check(file, today, codes, to_sign=to_sign) for file in inputs]
    if any(entry.rule.code in check.codes for entry in PORTFOLIO_RULES for check in checks):
        among = [*checks, *(_Check(file, today, frozenset()) for file in neighbours())]
        known = [(check.stem, check.neighbour) for check in among]
        portfolio = Portfolio(
            (neighbour for _, neighbour in known if neighbour),
            (stem for stem, neighbour in known if stem and not neighbour),
        )
        for check in checks:
            check.compare(portfolio)
    return Report(tuple(sorted((check.report() for check in checks), key=lambda file: file.filename)), today)


class _Check:
    """The checking of one file."""

    def __init__(self, file: Input, today: date, codes: frozenset[str], *, to_sign: bool = False) -> None:
        self._file = file
        self._today = today
        self._codes = codes if file.codes is None else file.codes
        self._document = read(file.data)
        text, root = self._document.source.text, self._document.root
        located = root is not None and any(problem.at is not None for problem in self._document.problems)
        paths = paths_by_place(root) if root is not None and located else {}
        self._findings = [_of_problem(problem, text, paths) for problem in self._document.problems]
        self._parsed: Parsed | None = None
        self._reading: Reading | None = None
        if self._document.root is None:
            if not _begun(self._document.source.text):
                self._findings = [_as_other_text(finding) for finding in self._findings]
            return
        self._parsed = parse(self._document.root)
        self._findings += (_of_fault(fault, text) for fault in self._parsed.faults)
        if self._parsed.agreement is not None:
            agreement = self._parsed.agreement
            if to_sign and agreement.status == "utkast":
                agreement = agreement.model_copy(update={"status": "klar"})
            self._reading = Reading(agreement, today, file.stem)
            for rule in RULES:
                if rule.check is not None and rule.code in self._codes:
                    self._take(rule, rule.check(self._reading))

    @property
    def codes(self) -> frozenset[str]:
        """The rules to run."""
        return self._codes

    @property
    def stem(self) -> str | None:
        """The name of the file without its suffix."""
        return self._file.stem

    @property
    def neighbour(self) -> Neighbour | None:
        """The agreement as others see it; None where it cannot be read or has no name."""
        return (
            as_neighbour(self._reading, self._file.filename) if self._reading and self._file.stem is not None else None
        )

    def compare(self, portfolio: Portfolio) -> None:
        """Run the rules that compare it with others."""
        me = self.neighbour
        if self._reading is None or me is None:
            return
        for entry in PORTFOLIO_RULES:
            if entry.rule.code in self._codes:
                self._take(entry.rule, entry.compare(self._reading, me, portfolio))

    def report(self) -> FileReport:
        """All that was found, deviations applied, in the order of the text."""
        if self._reading is not None:
            deviations = Deviations(self._reading.agreement, self._today)
            self._findings = deviations.apply(self._findings)
            self._take(MALFORMED_DEVIATION, deviations.malformed)
            self._take(UNUSED_DEVIATION, deviations.misses(self._judged - {UNUSED_DEVIATION.code}))
            self._findings = deviations.apply(self._findings)
            self._take(UNUSED_DEVIATION, deviations.misses(self._judged & {UNUSED_DEVIATION.code}))
        found = [finding for finding in self._findings if finding.rule.code in self._codes]
        found.sort(key=lambda finding: (finding.span, finding.rule.code, finding.message))
        return FileReport(self._file.filename, self._document.source, tuple(found))

    @property
    def _judged(self) -> frozenset[str]:
        """The rules that have said all there is to say: of a file read in part, or without a name, not all have."""
        if self._parsed is None or self._parsed.unread:
            return frozenset()
        judged = self._codes if self._file.stem is not None else self._codes - NEED_A_NAME
        decided = self._reading is not None and self._reading.day is not None and self._reading.end is not None
        return judged if decided else judged - {within_period.code}

    def _take(self, rule: Rule, hits: Iterable[Hit]) -> None:
        parsed = self._parsed
        if parsed is None:
            return
        for hit in hits:
            if not any(hit.path[: len(path)] == path for path in parsed.unread):
                self._findings.append(_of_hit(rule, hit, self._document.source.text, parsed.root))


def _begun(text: str) -> bool:
    """Whether a text that cannot be read was meant as an agreement: some line begins with one of the format's keys."""
    keys = "|".join(keys_at(()))
    return not text.strip() or re.search(rf"^(?:{keys})[ \t]*:", text, re.MULTILINE) is not None


def _as_other_text(finding: Finding) -> Finding:
    return replace(
        finding,
        message=f"filen ser ikke ut som en avtale i avtaleformatet: {finding.message}",
        help=NOT_BEGUN,
    )


def _of_problem(problem: Problem, text: str, paths: Mapping[int, Path]) -> Finding:
    rule = BY_CODE[problem.code]
    related = tuple(Related(note.message, note.span) for note in problem.notes)
    path = paths.get(problem.at, ()) if problem.at is not None else ()
    fix = quote(text, problem.unquoted) if problem.unquoted is not None and takes_text(path) else None
    return Finding(
        rule, rule.level, _shortened(problem.message), problem.help, dotted(path), problem.span, "", related, fix
    )


def _of_fault(fault: Fault, text: str) -> Finding:
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


def _of_hit(rule: Rule, hit: Hit, text: str, root: Node) -> Finding:
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
