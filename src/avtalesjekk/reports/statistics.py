"""How many findings each rule has, the most first."""

from collections import Counter
from typing import TextIO

from avtalesjekk.findings import Report
from avtalesjekk.reports.jsontext import dumps
from avtalesjekk.rules.catalogue import BY_CODE


def report(found: Report, stream: TextIO) -> None:
    """Write a line a rule: how many, the code, the level, the slug, and how many of them can be mended, and how."""
    counts = _counts(found)
    width = len(str(max((number for _, number, *_ in counts), default=0)))
    for code, number, *fixable in counts:
        rule = BY_CODE[code]
        ways = zip(fixable, ("--fix", "--fix --unsafe-fixes"), strict=True)
        mends = [f"{many} med {way}" for many, way in ways if many]
        mend = f" ({', '.join(mends)})" if mends else ""
        stream.write(f"{number:>{width}}  {code}  {rule.level.word:<8}  {rule.slug}{mend}\n")


def report_json(found: Report, stream: TextIO) -> None:
    """Write the same as an array of objects."""
    rows = [
        {
            "code": code,
            "name": BY_CODE[code].slug,
            "level": BY_CODE[code].level.word,
            "count": number,
            "fixable": safe,
            "unsafe_fixable": unsafe,
        }
        for code, number, safe, unsafe in _counts(found)
    ]
    stream.write(dumps(rows))


def _counts(found: Report) -> list[tuple[str, int, int, int]]:
    """Codes with the numbers of findings, and of those with safe and with other mends; the most first, then by code."""
    active = [finding for file in found.files for finding in file.active]
    fixes = [(finding.rule.code, finding.fix) for finding in active if finding.fix is not None]
    safe = Counter(code for code, fix in fixes if fix.safe)
    unsafe = Counter(code for code, fix in fixes if not fix.safe)
    counts = Counter(finding.rule.code for finding in active)
    most_first = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(code, number, safe[code], unsafe[code]) for code, number in most_first]
