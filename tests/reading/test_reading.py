"""Facts and prose as one reading: which of them goes, where it stands, and how much work it is."""

import json
import sys
from datetime import date
from types import FrameType

import pytest

from avtalesjekk.linting import Input, lint
from avtalesjekk.model.validation import parse
from avtalesjekk.reading.consultation import ties_to_consultation
from avtalesjekk.reading.followup import follow_ups
from avtalesjekk.reading.moved import moved_tasks
from avtalesjekk.reading.others import departments_with_duties
from avtalesjekk.reading.reading import Reading
from avtalesjekk.reading.regional import regional_tasks
from avtalesjekk.reading.remedies import remedies
from avtalesjekk.reading.strong import strong_instruments
from avtalesjekk.source import read

TODAY = date(2026, 11, 22)
HEAD = "format: 1\ntema: kompetanse\nparter: [KD, KS]\n"


def reading_of(text: str) -> Reading:
    root = read(text.encode()).root
    assert root is not None
    agreement = parse(root).agreement
    assert agreement is not None
    return Reading(agreement, TODAY, "a")


def contradicted(text: str) -> list[tuple[str, str]]:
    """What MA008 stands on in the file, and what it shows beside it."""
    (report,) = lint([Input.named("a.yaml", text.encode())], TODAY, frozenset({"MA008"})).files
    return [
        (" ".join(text[f.span.start : f.span.end].split()), " ".join(text[r.span.start : r.span.end].split()))
        for f in report.active
        for r in f.related
        if r.span is not None
    ]


@pytest.mark.parametrize("style", ["|", ">", "|-", ">+"])
def test_a_contradiction_stands_on_its_words_and_shows_the_fact(style: str) -> None:
    prose = "    Avtalen er viktig og\n    gjelder til 31.\n    mars 2026.\n"
    text = f"{HEAD}varighet:\n  til: 2025-12-31\n  tekst: {style}\n{prose}"
    assert contradicted(text) == [("31. mars 2026", "2025-12-31")]


@pytest.mark.parametrize(
    "prose",
    [
        "Hver av partene kan si opp avtalen, og oppsigelsen skal varsles seks måneder før.",
        "Både KD og KS kan seie opp avtala, og oppseiinga har ein frist på seks måneder.",
    ],
)
def test_what_two_words_lead_to_is_one_contradiction(prose: str) -> None:
    text = f"{HEAD}varighet:\n  oppsigelse: 3 måneder\n  tekst: {prose}\n"
    assert contradicted(text) == [("seks måneder", "3 måneder")]


def test_the_words_that_are_signed_go_before_the_fact() -> None:
    reading = reading_of(
        f"{HEAD}varighet:\n  til: 2025-12-31\n  oppsigelse: 3 måneder\n  tekst: Avtalen gjelder ut 2026.\n"
    )
    assert reading.end is not None
    assert reading.end.last.isoformat() == "2026-12-31"
    assert reading.end.path == ("varighet", "tekst")
    assert reading.termination is not None
    assert reading.termination.path == ("varighet", "oppsigelse")


def test_a_fact_and_the_same_words_agree() -> None:
    text = (
        f"{HEAD}varighet:\n  ikrafttredelse: 2024-01-01\n  lengde: 2 år\n  oppsigelse: 3 måneder\n  tekst: |\n"
        "    Avtalen gjelder fra 1. januar 2024 og ut 2025, og kan sies opp med 90 dagers varsel.\n"
    )
    assert contradicted(text) == []


def test_the_own_section_is_read_before_the_others() -> None:
    reading = reading_of(
        f"{HEAD}innledning: Avtalen gjelder til 2026.\nvarighet:\n  tekst: Avtalen gjelder til 1. mai 2026.\n"
    )
    assert reading.duration is not None
    assert reading.duration.path == ("varighet", "tekst")


def test_the_storting_period_is_an_end() -> None:
    text = f"{HEAD}varighet:\n  tekst: Avtalen gjelder ut stortingsperioden.\nunderskrifter:\n  dato: 2024-03-01\n"
    reading = reading_of(text)
    assert reading.end is not None
    assert reading.end.last.isoformat() == "2025-09-30"


def test_to_follow_up_administratively_is_not_to_follow_up_somebody_else() -> None:
    text = f"{HEAD}organisering:\n  tekst: Samarbeidet følges opp administrativt gjennom faste møter hvert halvår.\n"
    assert next(follow_ups(reading_of(text).prose), None) is not None
    other = text.replace("Samarbeidet følges opp administrativt", "Direktoratet følger opp tilskuddsmottakerne")
    assert next(follow_ups(reading_of(other).prose), None) is None


HARD = (
    "avtalen skal evalueres og ", "om at som der når ", "til til til ", "ikke ", "(", "; ", "1. mai 2024 til ",
    "8 mill. kroner ", "tre måneder ", "og og og ", "Dersom avtalen, ", "- a\n", "# a\n", "departementet skal ",
    "2024–2025 ", "a", "å ", "«", "\n",
)  # fmt: skip


@pytest.mark.no_cover  # it counts the calls itself
@pytest.mark.parametrize("piece", HARD)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    once, twice = (_calls(piece, size) for size in (6_000, 12_000))
    assert twice <= 2.4 * once + 1_000


def _calls(piece: str, size: int) -> int:
    """How many calls it takes to read everything in a text of a piece over and over."""
    text = "Avtalen. " + piece * (size // len(piece))
    document = json.dumps({"format": 1, "tema": "x", "parter": ["KD", "KS"], "varighet": {"tekst": text}})
    reading = reading_of(document)
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        _read_all(reading)
    finally:
        sys.setprofile(None)
    return calls


def _read_all(reading: Reading) -> None:
    prose = reading.prose
    for items in (
        strong_instruments(prose), regional_tasks(prose), moved_tasks(prose), remedies(prose),
        departments_with_duties(prose), ties_to_consultation(prose), reading.evaluations,
        reading.starts, reading.endings, reading.terminations,
        reading.prose_payments, reading.laid_before, reading.told.vague_duties(),
    ):  # fmt: skip
        for _ in items:
            pass
    _ = (reading.prolongation, reading.reservation)
