"""How many findings each rule has, the most first."""

from collections import Counter
from typing import TextIO

from avtalesjekk.findings import Report
from avtalesjekk.reports.jsontext import dumps
from avtalesjekk.rules.catalogue import BY_CODE


def report(found: Report, stream: TextIO) -> None:
    """Write a line a rule: how many, the code, the level, the slug, and how many of them can be mended safely."""
    counts = _counts(found)
    width = len(str(max((number for _, number, _ in counts), default=0)))
    for code, number, safe in counts:
        rule = BY_CODE[code]
        mend = f" ({safe} kan rettes med --fix)" if safe else ""
        stream.write(f"{number:>{width}}  {code}  {rule.level.word:<8}  {rule.slug}{mend}\n")


def report_json(found: Report, stream: TextIO) -> None:
    """Write the same as an array of objects."""
    rows = [
        {"code": code, "name": BY_CODE[code].slug, "level": BY_CODE[code].level.word, "count": number, "fixable": safe}
        for code, number, safe in _counts(found)
    ]
    stream.write(dumps(rows))


def _counts(found: Report) -> list[tuple[str, int, int]]:
    """Codes with the numbers of findings, and of those that can be mended safely; the most first, then by code."""
    active = [finding for file in found.files for finding in file.active]
    safe = Counter(finding.rule.code for finding in active if finding.fix is not None and finding.fix.safe)
    counts = Counter(finding.rule.code for finding in active)
    return [(code, number, safe[code]) for code, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
