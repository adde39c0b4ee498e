"""The last line: what was found, and what can be done about it."""

from avtalesjekk.findings import Fix, Report
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
    if of_today := sum(finding.today for finding in active):
        parts.append(f"{of_today} gjelder per i dag, og gir ikke utgangskode 1")
    parts += _fixable([finding.fix for finding in active if finding.fix is not None])
    return "; ".join(parts) + "."


def _fixable(fixes: list[Fix]) -> list[str]:
    """What can be mended, and how."""
    safe = sum(fix.safe for fix in fixes)
    unsafe = len(fixes) - safe
    with_fix = [f"{safe} kan rettes med --fix"] if safe else []
    return with_fix + (
        [
            f"{unsafe}{' til' if safe else ''} med --fix --unsafe-fixes"
            if safe
            else f"{unsafe} kan rettes med --fix --unsafe-fixes"
        ]
        if unsafe
        else []
    )


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
