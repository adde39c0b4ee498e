"""The agreement's deviations from the guidelines: which findings they set aside, and which of them miss."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import normalize

from avtalesjekk.findings import Deviation, Finding
from avtalesjekk.norwegian.dates import say_date
from avtalesjekk.placeholder import is_placeholder
from avtalesjekk.rules.catalogue import UNYIELDING, find, suggest
from avtalesjekk.rules.rule import Hit, Remove, Rewrite, Rule

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale, Avvik


class Deviations:
    """The deviations of one agreement on the day of a run; `of_today` tells whether that day matters to them."""

    def __init__(self, agreement: "Avtale", today: date) -> None:
        self.of_today = any(deviation.til is not None for deviation in agreement.avvik)
        self._today = today
        self._count = len(agreement.avvik)
        self._used: set[int] = set()
        self._valid: list[tuple[int, Rule, Avvik]] = []
        self._by_code: dict[str, list[tuple[int, Avvik]]] = {}
        self.malformed: list[Hit] = []
        for i, deviation in enumerate(agreement.avvik):
            rule = find(deviation.regel)
            if (fault := _fault(i, deviation, rule)) is not None:
                self.malformed.append(fault)
            elif rule is not None:
                self._valid.append((i, rule, deviation))
                self._by_code.setdefault(rule.code, []).append((i, deviation))

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings, each with the first deviation that covers it."""
        return [self._covered(finding) for finding in findings]

    def misses(self, ran: frozenset[str]) -> list[Hit]:
        """The deviations from the rules that `ran` that cover nothing, and those that have lapsed."""
        hits = []
        judged = [(i, rule, deviation) for i, rule, deviation in self._valid if rule.code in ran]
        all_miss = len(judged) == self._count and not any(i in self._used for i, _, _ in judged)
        for i, rule, deviation in judged:
            if i not in self._used:
                hits.append(
                    Hit(
                        ("avvik", i, "regel"),
                        f"avviket fra {rule.code} ({rule.slug}) dekker ingen funn"
                        + (f" ved «{deviation.felt}»" if deviation.felt else ""),
                        "ta det bort" + (", eller rett «felt»" if deviation.felt else ""),
                        mend=Remove(
                            ("avvik",) if all_miss and not i else ("avvik", i), f"Ta bort avviket fra {rule.code}"
                        ),
                    )
                )
            elif deviation.til is not None and deviation.til.last < self._today:
                hits.append(
                    Hit(
                        ("avvik", i, "til"),
                        f"avviket fra {rule.code} gjaldt til {say_date(deviation.til)}, men brukes fortsatt "
                        f"(i dag er {say_date(self._today)})",
                        "la partene ta stilling til det på nytt, og sett en ny dato, eller ta det bort",
                        today=True,
                    )
                )
        return hits

    def _covered(self, finding: Finding) -> Finding:
        covering = [(i, d) for i, d in self._by_code.get(finding.rule.code, ()) if _reaches(d.felt, finding.path)]
        if not covering or finding.internal:
            return finding
        self._used.update(i for i, _ in covering)
        _, chosen = covering[0]
        until = chosen.til.last if chosen.til else None
        return finding._replace(deviation=Deviation(chosen.begrunnelse, chosen.godkjent_av, until, chosen.feillest))


def _fault(i: int, deviation: "Avvik", rule: Rule | None) -> Hit | None:
    path = ("avvik", i, "regel")
    if rule is None:
        near = suggest(deviation.regel)
        return Hit(
            path,
            f"«{deviation.regel}» er ingen regel",
            f"mente du «{near}»?" if near else "`avtalesjekk rule --all` viser alle reglene",
            mend=Rewrite(path, near) if near else None,
        )
    if normalize("NFC", deviation.regel) not in (rule.code, rule.slug):
        return Hit(
            path,
            f"«{deviation.regel}» er ikke skrevet som regelens kode",
            f"skriv {rule.code}",
            mend=Rewrite(path, rule.code, safe=True),
        )
    if rule.code in UNYIELDING:
        return Hit(
            path, f"{rule.code} ({rule.slug}) kan ikke settes til side", "rett det regelen peker på, og ta bort avviket"
        )
    if is_placeholder(deviation.begrunnelse):
        return Hit(
            ("avvik", i, "begrunnelse"), "avviket har ingen begrunnelse", "skriv hvorfor avtalen avviker fra regelen"
        )
    return None


def _reaches(field: str | None, path: str) -> bool:
    """Whether a deviation narrowed to a field covers a finding at a path."""
    if field is None:
        return True
    field = normalize("NFC", field)
    return path == field or (path.startswith(field) and path[len(field)] in ".[")
