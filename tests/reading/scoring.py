"""Score the reading on labelled sentences: put each into an agreement, lint it, and see whether the rule is right.

Run as `python -m tests.reading.scoring tests/reading/sentences/1*.jsonl` to print the score, with `-v` the misses too.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from avtalesjekk.linting import Input, lint
from avtalesjekk.model.validation import parse
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.frequencies import Frequency, understand_frequency
from avtalesjekk.reading.reading import Reading
from avtalesjekk.source import read

TODAY = date(2024, 3, 1)
Values = dict[str, object]


@dataclass(frozen=True)
class Labelled:
    """A text with its point, where it stands, and the right answer."""

    point: str
    målform: str
    section: str
    text: str
    answer: bool
    value: str | None
    parties: tuple[str, ...]
    heading: str
    facts: tuple[tuple[str, object], ...]
    why: str

    @classmethod
    def of(cls, row: Mapping[str, object]) -> "Labelled":
        """One line of a set."""
        facts = row.get("fakta")
        value = row.get("verdi")
        parties = row.get("parter")
        return cls(
            str(row["punkt"]),
            str(row["målform"]),
            str(row["seksjon"]),
            str(row["tekst"]),
            row["svar"] == "ja",
            None if value is None else str(value),
            tuple(map(str, parties)) if isinstance(parties, list) else ("KD", "KS"),
            str(row.get("overskrift") or "Særskilte forhold"),
            tuple(facts.items()) if isinstance(facts, dict) else (),
            str(row.get("hvorfor") or ""),
        )


# Which rule speaks of a point, and whether it speaks when the answer is yes.
RULES: Mapping[str, tuple[str, bool]] = {
    "evaluering": ("MA401", False),
    "evalueringsmåte": ("MA402", False),
    "framlegging": ("MA403", False),
    "konsultasjon": ("MA105", False),
    "oppfølging": ("MA404", False),
    "ikrafttredelse": ("MA501", False),
    "varighet": ("MA502", False),
    "oppsigelse": ("MA504", False),
    "forlengelse": ("MA507", True),
    "penger": ("MA301", True),
    "formål_midler": ("MA302", False),
    "forbehold": ("MA301", False),
    "virkemiddel": ("MA204", True),
    "regional": ("MA205", True),
    "oppgaver": ("MA206", True),
    "avtalerett": ("MA207", True),
    "vag": ("MA203", True),
    "motstrid": ("MA008", True),
    "departement": ("MA608", True),
}


def load(paths: Iterable[Path]) -> list[Labelled]:
    """The texts of some sets."""
    return [
        Labelled.of(json.loads(line))
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def answered(item: Labelled) -> bool:
    """Whether the program says yes."""
    if item.point == "penger":  # MA301 is silent where the text has a reservation too
        return bool(_reading(item).prose_payments)
    code, speaks = RULES[item.point]
    found = lint([Input.named("a.yaml", _agreement(item).encode())], TODAY, frozenset({code})).files[0].active
    broken = [f for f in found if f.rule.code in ("MA001", "MA002", "MA003", "MA004", "MA005")]
    assert not broken, (item.text, broken)
    spoke = any(f.rule.code == code for f in found)
    return spoke if speaks else not spoke


def value_read(item: Labelled) -> str | None:
    """The value that the program reads, written as the sets write it; None where the point has none."""
    reading = _reading(item)
    said: object = None
    match item.point:
        case "ikrafttredelse":
            said = reading.start.value if reading.start else None
        case "varighet":
            said = reading.duration.value if reading.duration else None
        case "oppsigelse":
            said = "uklar" if reading.vague_notice else reading.termination.value if reading.termination else None
        case "penger":
            said = next((p.kroner.value for p in reading.prose_payments if p.kroner), None)
        case "framlegging":
            meeting = reading.laid_before[0].meeting if reading.laid_before else None
            said = {"3. konsultasjonsmøte": "3", "bilateralt konsultasjonsmøte": "bilateralt"}.get(str(meeting))
        case "evaluering":
            said = reading.evaluation_frequency.value if reading.evaluation_frequency else None
    match said:
        case Duration() | Frequency():
            return said.say()
        case PartialDate():
            return str(said)
        case "ved undertegning":
            return "undertegning"
    return None if said is None else str(said)


def _reading(item: Labelled) -> Reading:
    root = read(_agreement(item).encode()).root
    assert root is not None
    agreement = parse(root).agreement
    assert agreement is not None
    return Reading(agreement, TODAY, "a")


def _agreement(item: Labelled) -> str:
    """An agreement that has all but what the point asks for, with the text in its place."""
    facts: Values = dict(item.facts)
    varighet: Values = {}
    if item.point != "ikrafttredelse":
        varighet["ikrafttredelse"] = facts.get("varighet.ikrafttredelse", "2024-03-01")
    if item.point != "varighet":
        key = "lengde" if "varighet.lengde" in facts else "til"
        varighet[key] = facts.get(f"varighet.{key}", "2025-09-30")
    if item.point != "oppsigelse":
        varighet["oppsigelse"] = facts.get("varighet.oppsigelse", "3 måneder")
    if item.point == "motstrid":  # only the fact that is asked about
        varighet = {k.removeprefix("varighet."): v for k, v in facts.items() if k.startswith("varighet.")}
    økonomi: Values = {}
    if item.point == "forbehold":
        økonomi["ytelser"] = [{"beløp": 1000000, "fra": item.parties[0], "til": "KS", "formål": "opplæring"}]
    if "økonomi.beløp" in facts:
        entry = {"beløp": facts["økonomi.beløp"], "per": facts.get("økonomi.per", "engang")}
        økonomi = {"ytelser": [entry], "forbehold": "stortinget"}
    evaluering: Values = {}
    if item.point == "framlegging":
        evaluering["hvordan"] = "av en arbeidsgruppe"
    if "evaluering.hyppighet" in facts:
        evaluering["hyppighet"] = facts["evaluering.hyppighet"]
    agreement: Values = {
        "format": 1,
        "tema": "kompetanse",
        "målform": item.målform,
        "parter": list(item.parties),
        "innledning": "",
        "formål": {},
        "forpliktelser": {"felles": ["Partene deler kunnskap om opplæring."]},
        "medvirkning": {},
        "organisering": {},
        "økonomi": økonomi,
        "evaluering": evaluering,
        "varighet": varighet,
        "underskrifter": {"sted": "Oslo", "dato": "2024-03-01"},
    }
    _put(agreement, item)
    return json.dumps({k: v for k, v in agreement.items() if v not in ("", {}, [])}, ensure_ascii=False)


def _put(agreement: Values, item: Labelled) -> None:
    match item.section:
        case "innledning":
            agreement["innledning"] = item.text
        case "bakgrunn":
            agreement["formål"] = {"bakgrunn": item.text}
        case "felles" | "ks" | "staten":
            agreement["forpliktelser"] = {item.section: [item.text]}
        case "vedlegg":
            agreement["vedlegg"] = [{"tittel": "Vedlegg 1", "tekst": item.text}]
        case "tillegg":
            agreement["tillegg"] = [{"overskrift": item.heading, "tekst": item.text}]
        case section:
            block = agreement.setdefault(section, {})
            assert isinstance(block, dict), section
            block["tekst"] = item.text


@dataclass(frozen=True)
class Outcome:
    """What the program answered to a text."""

    item: Labelled
    said: bool
    value: str | None

    @property
    def right(self) -> bool:
        """Whether the answer is the right one."""
        return self.said == self.item.answer

    @property
    def value_right(self) -> bool:
        """Whether the value is, where the set gives one."""
        return self.wanted is None or not self.item.answer or self.value == self.wanted

    @property
    def wanted(self) -> str | None:
        """The value of the set, a frequency in the one form of its kind; None where the program reads none such."""
        if self.item.point == "evaluering" and self.item.value:
            frequency = understand_frequency(self.item.value)
            return frequency.say() if frequency else None
        return self.item.value


def outcomes(items: Iterable[Labelled]) -> list[Outcome]:
    """The answers to all of them."""
    return [Outcome(item, answered(item), value_read(item)) for item in items]


def rate(found: Iterable[Outcome], answer: Literal[True, False]) -> tuple[int, int]:
    """How many of those with an answer got it, and how many there are."""
    some = [outcome for outcome in found if outcome.item.answer is answer]
    return sum(outcome.right for outcome in some), len(some)


def table(found: list[Outcome]) -> str:
    """The score for each point and målform: found when there, silent when not, and values right."""
    lines = [f"{'punkt':16} {'ja bm':>7} {'ja nn':>7} {'nei bm':>7} {'nei nn':>7} {'verdi':>7}"]
    for point in (*RULES, "alle"):
        some = [o for o in found if point in (o.item.point, "alle")]
        if not some:
            continue
        cells = []
        for answer in (True, False):
            for form in ("bokmål", "nynorsk"):
                right, of = rate([o for o in some if o.item.målform == form], answer)
                cells.append(f"{right}/{of}")
        valued = [o for o in some if o.wanted is not None and o.item.answer]
        cells.append(f"{sum(o.value_right for o in valued)}/{len(valued)}")
        lines.append(f"{point:16} " + " ".join(f"{cell:>7}" for cell in cells))
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the score of the sets that are named, and with `-v` what was missed."""
    found = outcomes(load(Path(a) for a in arguments if not a.startswith("-")))
    print(table(found))
    if "-v" in arguments:
        wanted = [a[2:] for a in arguments if a.startswith("-p")]
        for o in found:
            if (not o.right or not o.value_right) and (not wanted or o.item.point in wanted):
                i = o.item
                extra = f" {dict(i.facts)}" if i.facts else ""
                print(f"\n{i.point} [{i.målform}] {i.section} skal {'ja' if i.answer else 'nei'}: {i.why}{extra}")
                print(f"  {i.text!r}")
                if o.right:
                    print(f"  verdi {o.value}, skal være {i.value}")
    print(dict(Counter(o.right for o in found)))


if __name__ == "__main__":
    main(sys.argv[1:])
