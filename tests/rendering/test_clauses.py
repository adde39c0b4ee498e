"""Standard clauses: one for each fact that the parties' words do not state, and none for those that they do."""

import json

import pytest

from avtalesjekk.model.validation import parse
from avtalesjekk.norwegian.saying import Målform
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rendering.document import Heading, List, Paragraph, plain
from avtalesjekk.source import read

from .conftest import TODAY, made

HEAD: dict[str, object] = {"format": 1, "tema": "kompetanse", "parter": ["KD", "KS"]}
MÅLFORMER: tuple[Målform, ...] = ("bokmål", "nynorsk")


def clauses(section: str, facts: dict[str, object], målform: Målform = "bokmål") -> list[str]:
    """The paragraphs and items of the numbered section that facts give."""
    document = made(json.dumps({**HEAD, section: facts}, ensure_ascii=False), målform).document
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Heading(number=number) if block.level <= 2:
                found = [] if number else found
            case Paragraph(spans=spans):
                found.append(plain(spans))
            case List(items):
                found += [plain(item[0].spans) for item in items if isinstance(item[0], Paragraph)]
            case _:
                pass
    return [clause.replace("\N{NO-BREAK SPACE}", " ") for clause in found]


FACTS = [
    ("varighet", {"ikrafttredelse": "2027-03-01"}),
    ("varighet", {"ikrafttredelse": "ved undertegning"}),
    ("varighet", {"til": "2029-06-30"}),
    ("varighet", {"lengde": "2 år"}),
    ("varighet", {"oppsigelse": "3 måneder"}),
    ("varighet", {"oppsigelse": "90 dager"}),
    ("varighet", {"oppsigelse": "ja"}),
    ("varighet", {"oppsigelse": "nei"}),
    ("varighet", {"forlengelse": "ny undertegning"}),
    ("varighet", {"forlengelse": "uten ny undertegning"}),
    ("varighet", {"forlengelse": "nei"}),
    ("evaluering", {"hyppighet": "hvert år"}),
    ("evaluering", {"hyppighet": "hvert 2. år"}),
    (
        "evaluering",
        {"hyppighet": "hvert halvår", "hvordan": "av en arbeidsgruppe", "framlegges": "3. konsultasjonsmøte"},
    ),
    ("evaluering", {"hyppighet": "hvert år", "framlegges": "bilateralt konsultasjonsmøte"}),
    ("økonomi", {"ytelser": [{"beløp": 8000000, "per": "år", "fra": "KD", "til": "KS", "formål": "kurs"}]}),
    ("økonomi", {"ytelser": [{"beløp": 500000, "inntil": "ja"}], "forbehold": "stortinget"}),
]


@pytest.mark.parametrize("målform", MÅLFORMER)
@pytest.mark.parametrize(("section", "facts"), FACTS, ids=str)
def test_a_clause_is_read_as_the_fact_it_comes_from(section: str, facts: dict[str, object], målform: Målform) -> None:
    written = clauses(section, facts, målform)
    assert written
    told = read_as({section: {"tekst": "\n\n".join(written)}})
    assert told == read_as({section: facts})


def read_as(sections: dict[str, object]) -> dict[str, object]:
    """What the rules read of an agreement."""
    root = read(json.dumps({**HEAD, **sections}, ensure_ascii=False).encode()).root
    assert root is not None
    agreement = parse(root).agreement
    assert agreement is not None
    reading = Reading(agreement, TODAY, "a")
    termination = reading.termination.value if reading.termination else False
    section = agreement.økonomi
    paid = [p.kroner.value for p in reading.prose_payments if p.kroner] or [
        p.beløp for p in (section.ytelser if section else ()) if isinstance(p.beløp, int)
    ]
    prolongs = reading.prolongation is not None or (
        agreement.varighet is not None and agreement.varighet.forlengelse == "uten ny undertegning"
    )
    return {
        "start": reading.start.value if reading.start else None,
        "duration": reading.duration.value if reading.duration else None,
        "termination": str(termination)
        if termination not in (True, False) and not isinstance(termination, str)
        else bool(termination),
        "evaluated": reading.evaluation is not None,
        "often": reading.evaluation_frequency.value if reading.evaluation_frequency else None,
        "how": reading.evaluation_method is not None,
        "paid": paid,
        "reserved": reading.reservation is not None,
        "prolongs": prolongs,
    }


@pytest.mark.parametrize(
    ("section", "facts", "prose"),
    [
        ("varighet", {"til": "2029-06-30"}, "Avtalen gjelder ut juni 2029."),
        ("varighet", {"til": "2029-06-30"}, "Avtalen gjelder til 31. desember 2028."),
        ("varighet", {"ikrafttredelse": "2027-03-01"}, "Avtalen trer i kraft 1. mars 2027."),
        ("varighet", {"oppsigelse": "3 måneder"}, "Avtalen kan sies opp med tre måneders varsel."),
        ("varighet", {"forlengelse": "nei"}, "Avtalen kan ikke forlenges."),
        ("evaluering", {"hyppighet": "hvert år"}, "Partene evaluerer avtalen årlig."),
        ("økonomi", {"forbehold": "stortinget"}, "Staten tar forbehold om Stortingets bevilgning."),
        ("økonomi", {"ytelser": [{"beløp": 8000000}]}, "KS kan søke departementet om inntil 8 millioner kroner."),
    ],
)
def test_what_the_parties_say_is_said_once(section: str, facts: dict[str, object], prose: str) -> None:
    assert clauses(section, {**facts, "tekst": prose}) == [prose]


def test_a_time_known_in_part() -> None:
    assert clauses("varighet", {"ikrafttredelse": "2027-03"}) == ["Avtalen trer i kraft i mars 2027."]
    assert clauses("varighet", {"ikrafttredelse": "2027", "til": "2028"}, "nynorsk") == [
        "Avtalen tek til å gjelde i 2027.",
        "Avtalen gjeld til og med 2028.",
    ]


def test_a_notice_is_added_where_the_parties_give_only_the_right() -> None:
    found = clauses("varighet", {"oppsigelse": "3 måneder", "tekst": "Partene kan si opp avtalen."})
    assert found == [
        "Partene kan si opp avtalen.",
        "Hver av partene kan si opp avtalen skriftlig med tre måneders varsel.",
    ]


def test_which_clauses_were_added_is_told() -> None:
    facts = {"til": "2029-06-30", "oppsigelse": "3 måneder", "tekst": "Avtalen gjelder ut juni 2029."}
    found = made(json.dumps({**HEAD, "varighet": facts}, ensure_ascii=False))
    assert found.added == ("varighet.oppsigelse",)
    assert found.left_out == ()


def test_every_fact_of_the_signed_text_has_a_clause() -> None:
    whole = {
        **HEAD,
        "grunnlag": [{"tittel": "En strategi", "type": "strategi", "periode": "2019–2025"}],
        "formål": {"alternativ_til": ["øremerking", "annet"]},
        "organisering": {
            "oppfølging": [{"nivå": "politisk", "arena": "møte"}],
            "regional_koordinering": "med statsforvalteren",
        },
        "økonomi": {"ytelser": [{"beløp": 1}], "forbehold": "[forbehold]"},
        "evaluering": {"hyppighet": "hvert år", "hvordan": "slik", "særskilte_forhold": ["a"], "framlegges": "[møte]"},
        "varighet": {
            "ikrafttredelse": "[dato]",
            "til": "[dato]",
            "begrunnelse": "x",
            "oppsigelse": "[frist]",
            "forlengelse": "[?]",
        },
        "konsultasjon": {"avklart": {"møte": 2, "år": 2026}},
    }
    for målform in MÅLFORMER:
        found = made(json.dumps(whole, ensure_ascii=False), målform)
        assert found.left_out == ()
        assert len(found.added) == 16
