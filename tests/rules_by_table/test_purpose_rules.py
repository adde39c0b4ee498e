"""MA101–MA105: the background, the objectives, and the tie to the konsultasjonsordning."""

import pytest

from avtalesjekk.findings import Finding
from avtalesjekk.selection import select

from .lines import check, told

TIED = "konsultasjon: {avklart: {møte: 2, år: 2020}}"
NO_BACKGROUND = "MA101 advarsel formål.bakgrunn"
NO_OBJECTIVE = "MA102 advarsel formål.mål"
NO_FIGURE = "MA103 merknad formål.mål[0].tekst"
NOT_TIED = "MA105 merknad konsultasjon"


def findings(purpose: str, *more: str, status: str = "undertegnet") -> tuple[Finding, ...]:
    """Lint an agreement with keys under «formål», and other lines."""
    head = f"format: 1\ntema: digitalisering\nparter: [KMD, KS]\nstatus: {status}\nformål: {{{purpose}}}\n"
    return check(head + "\n".join(more), "MA002", "MA003", "MA101", "MA102", "MA103", "MA105")


def found(purpose: str, *more: str, status: str = "undertegnet") -> list[str]:
    return sorted(told(findings(purpose, *more, status=status)))


@pytest.mark.parametrize(
    ("purpose", "more", "expected"),
    [
        ("bakgrunn: Strategien følges opp., mål: [Ti tjenester digitaliseres.]", "", []),
        ("", "", [NO_BACKGROUND, NO_OBJECTIVE]),
        ("bakgrunn: null, mål: []", "", [NO_BACKGROUND, NO_OBJECTIVE]),
        ("alternativ_til: [øremerking]", "", [NO_BACKGROUND, NO_OBJECTIVE]),
        ("overskrift: Formål", "", [NO_BACKGROUND, NO_OBJECTIVE]),
        ("bakgrunn: Strategien følges opp.", "", [NO_OBJECTIVE]),
        ("mål: [Ti tjenester digitaliseres.]", "", [NO_BACKGROUND]),
        # What it follows up, and prose in the section or before it, tell the background.
        ("mål: [Ti tjenester digitaliseres.]", "grunnlag: [{type: strategi, tittel: Én digital offentlig sektor}]", []),
        ("mål: [Ti tjenester digitaliseres.]", "innledning: Avtalen følger opp strategien.", []),
        ("tekst: Bakgrunnen er strategien. Målet er å digitalisere ti tjenester.", "", []),
        ("tekst: Bakgrunnen er strategien. Målet er at ti tenester blir digitale.", "målform: nynorsk", []),
        ("mål: [Ti tjenester digitaliseres.]", "grunnlag: []", [NO_BACKGROUND]),
        # Not part of the signed text.
        ("mål: [Ti ting.]", "historikk: [{dato: 2021, hendelse: evaluert, merknad: Bakgrunn}]", [NO_BACKGROUND]),
    ],
)
def test_background_and_objectives(purpose: str, more: str, expected: list[str]) -> None:
    assert found(purpose, TIED, more) == expected


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("bakgrunn: '[bakgrunn]', mål: [{tekst: '[mål]', frist: '[frist]'}]", []),
        ("bakgrunn: …, mål: [{tekst: TODO, måltall: XX}]", []),
        ("bakgrunn: '', mål: [{tekst: Ti ting.}]", []),
        pytest.param(
            "bakgrunn: Strategien., mål: [{tekst: Noe skjer., måltall: ''}]",
            [],
        ),
    ],
)
def test_a_placeholder_counts_as_said_in_a_draft(purpose: str, expected: list[str]) -> None:
    assert found(purpose, TIED, status="utkast") == expected


@pytest.mark.parametrize(
    ("goals", "measurable"),
    [
        ("Flere oppgaver løses digitalt.", False),
        ("{tekst: Flere oppgaver løses digitalt., frist: 2021-06-01}", True),
        ("{tekst: Flere oppgaver løses digitalt., frist: 2021}", True),
        ("{tekst: Flere oppgaver løses digitalt., måltall: alle kommuner}", True),
        ("Flere oppgaver løses digitalt., {tekst: Alle bosettes., måltall: 6 måneder}", True),
        ("Flere oppgaver løses digitalt., Alle bosettes innen seks måneder.", True),
        ("Alle skal busetjast innan seks månader.", True),
        ("Ni av ti kommunar er med.", True),
        ("Nitti prosent av kommunene er med.", True),
        ("90 % av kommunane er med.", True),
        ("Planen er ferdig i 2022.", True),
        ("Planen er ferdig innen 1. juni 2022.", True),
        # A number in the name of a document, a plan or a period, and the article, measure nothing.
        ("Meld. St. 30 (2019–2020) følges opp.", False),
        ("St.meld. nr. 23 (2003-2004) blir følgd opp.", False),
        ("Strategien 2019–2025 følges opp.", False),
        ("Agenda 2030 følges opp.", False),
        ("Én digital offentlig sektor følges opp.", False),
        ("Ein felles plan er på plass.", False),
        ("Ei felles løysing er på plass.", False),
        pytest.param("FNs 2030-agenda følges opp.", False),
        pytest.param("Bærekraftsmål 11 følges opp.", False),
        pytest.param("Tiltakene i kapittel 4 gjennomføres.", False),
        pytest.param(
            "Andelen digitale tjenester dobles innen utgangen av perioden.",
            True,
        ),
        pytest.param("Planen er ferdig innan utgangen av året.", True),
    ],
)
def test_an_objective_that_can_be_tested(goals: str, *, measurable: bool) -> None:
    assert found(f"bakgrunn: Strategien., mål: [{goals}]", TIED) == ([] if measurable else [NO_FIGURE])


def test_the_first_objective_is_shown() -> None:
    assert found("bakgrunn: Strategien., mål: [{tekst: Noe skjer., frist: null}, Noe annet skjer.]", TIED) == [
        NO_FIGURE
    ]


@pytest.mark.parametrize(
    ("purpose", "finds"),
    [
        ("bakgrunn: Strategien., mål: [Ti ting.]", True),
        ("alternativ_til: []", True),
        ("alternativ_til: [øremerking]", False),
        ("alternativ_til: [lovregulering, forskrift]", False),
        ("alternativ_til: [anna]", False),
        ("alternativ_til: ['[virkemiddel]']", False),
        pytest.param(
            "tekst: Avtalen kommer i stedet for øremerking.",
            False,
        ),
        pytest.param(
            "tekst: Avtala kjem i staden for lovregulering.",
            False,
        ),
    ],
)
def test_instead_of_stronger_instruments(purpose: str, *, finds: bool) -> None:
    text = f"format: 1\ntema: digitalisering\nparter: [KMD, KS]\nformål: {{{purpose}}}\n"
    assert told(check(text, "MA104")) == (["MA104 merknad formål.alternativ_til"] if finds else [])


def test_instead_of_stronger_instruments_is_off_unless_selected() -> None:
    assert not {"MA104", "MA405"} & select()
    assert not {"MA104", "MA405"} & select(["MA1", "MA4"])
    assert {"MA104", "MA405"} <= select(added=["MA104", "særskilte-forhold"])


@pytest.mark.parametrize(
    ("more", "tied"),
    [
        ("", False),
        ("konsultasjon: {avklart: {møte: 2, år: 2020}}", True),
        ("konsultasjon: {påbegynt: 2020-04-20}", True),
        ("konsultasjon: null", False),
        pytest.param("konsultasjon: {}", False),
        ("evaluering: {framlegges: 3. konsultasjonsmøte}", True),
        ("evaluering: {framlegges: bilateralt konsultasjonsmøte}", True),
        ("evaluering: {framlegges: konsultasjonsordninga}", True),
        ("evaluering: {framlegges: '[møte]'}", True),
        ("evaluering: {framlegges: annet, hyppighet: hvert år}", False),
        ("evaluering: {hyppighet: hvert år}", False),
        ("organisering: {oppfølging: [{nivå: politisk, arena: bilateralt konsultasjonsmøte}]}", True),
        ("organisering: {oppfølging: [{nivå: politisk, arena: konsultasjonsmøtet hausten 2020}]}", True),
        ("organisering: {oppfølging: [{nivå: politisk, arena: kontaktmøte}]}", False),
        ("innledning: Avtalen er en del av konsultasjonsordningen.", True),
        ("innledning: Avtala inngår i konsultasjonsordninga.", True),
        ("evaluering: {tekst: Avtalen evalueres i konsultasjonsmøtet.}", True),
        # Not in the signed text.
        ("historikk: [{dato: 2021, hendelse: evaluert, merknad: på konsultasjonsmøtet}]", False),
        ("avvik: [{regel: MA701, begrunnelse: Avklart i konsultasjonsordningen.}]", False),
    ],
)
def test_the_tie_to_the_consultations(more: str, *, tied: bool) -> None:
    assert found("bakgrunn: Strategien., mål: [Ti ting.]", more) == ([] if tied else [NOT_TIED])


@pytest.mark.parametrize("text", ["Vi har ingen mål.", "Bakgrunnen er ikke kjent.", "-", "#", "1.", "| |"])
def test_prose_that_says_nothing_does_not_crash(text: str) -> None:
    findings(f"bakgrunn: '{text}', tekst: '{text}', mål: ['{text}']", f"innledning: '{text}'")
