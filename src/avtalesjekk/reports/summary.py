"""The last line: what was found, and what can be done about it."""

from avtalesjekk.findings import Report
from avtalesjekk.rules.rule import Level


def summary(report: Report) -> str:
    """One line: the findings by level, the agreements without any, the deviations, and what can be mended."""
    active = [finding for file in report.files for finding in file.active]
    aside = [finding for file in report.files for finding in file.set_aside]
    agreements = _count(len(report.files), "avtale", "avtaler")
    counts = [
        _count(number, one, many)
        for level, one, many in _LEVELS
        if (number := sum(finding.level is level for finding in active))
    ]
    clean = sum(not file.active for file in report.files)
    parts = [f"{_list(counts)} i {agreements}" if counts else f"Ingen funn i {agreements}"]
    if counts and len(report.files) > 1:
        parts.append(f"{clean or 'ingen'} av avtalene er uten funn")
    misread = sum(finding.deviation is not None and finding.deviation.misread for finding in aside)
    if chosen := len(aside) - misread:
        parts.append(f"{_count(chosen, 'funn', 'funn')} er satt til side med avvik")
    if misread:
        parts.append(f"{_count(misread, 'funn', 'funn')} er satt til side som feillest")
    if fixable := sum(finding.fix is not None for finding in active):
        parts.append(f"{fixable} kan rettes ordrett slik «gjør» sier")
    return "; ".join(parts) + "."


_LEVELS = (
    (Level.FEIL, "feil", "feil"),
    (Level.ADVARSEL, "advarsel", "advarsler"),
    (Level.MERKNAD, "merknad", "merknader"),
)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _list(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} og {last}" if first else last
