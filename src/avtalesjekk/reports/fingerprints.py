"""A name for every finding that it keeps from run to run, so that services know it again."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from avtalesjekk.findings import FileReport, Finding, Report
from avtalesjekk.reports.paths import shown


def fingerprinted(found: Report) -> Iterator[tuple[FileReport, Finding, str]]:
    """Every finding in order, those set aside among them, each with its fingerprint.

    It goes by the file, the rule, the keys above and the text at the place: neither lines, other items of a list nor
    other findings change it. Findings alike in all of these are numbered, so that each stands once in a run.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for file in found.files:
        for finding in file.findings:
            marks = _marks(file, finding)
            seen[marks] += 1
            yield file, finding, sha256(json.dumps([*marks, seen[marks]]).encode()).hexdigest()


def _marks(file: FileReport, finding: Finding) -> tuple[str, ...]:
    keys = re.sub(r"\[\d+\]", "", finding.path)
    return shown(file.filename), finding.rule.code, keys, *(" ".join(text.split()) for text in _text(file, finding))


def _text(file: FileReport, finding: Finding) -> tuple[str, str, str]:
    """What stands at the place, with the words of the clause before and after it.

    The place may be a single word that stands in many clauses; numbered alone, the others would change with the first.
    """
    start, end = finding.span
    text = file.source.text
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _EDGE.split(before)[-1], text[start:end], _EDGE.split(after, maxsplit=1)[0]


_NEAR = 200
_EDGE = re.compile(r"[\r\n,#\[\]{}]|[.:;] ")  # where lines, items of a list and clauses begin and end
