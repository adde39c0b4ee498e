"""MA201–MA208: the duties of the parties."""

import pytest

from avtalesjekk.findings import Finding
from avtalesjekk.rules.rule import Level

from .lines import check, told

RUNS = "varighet: {ikrafttredelse: 2020-09-14, til: 2021-09-30}"
NONE = "MA201 feil forpliktelser"
NOT_DIVIDED = "MA202 merknad forpliktelser"


def findings(duties: str, *more: str, status: str = "undertegnet") -> tuple[Finding, ...]:
    """Lint an agreement with keys under «forpliktelser», and other lines."""
    head = f"format: 1\ntema: digitalisering\nparter: [KMD, KS]\nstatus: {status}\n"
    text = "\n".join([head, f"forpliktelser: {{{duties}}}" if duties else "", *more])
    return check(text, "MA002", "MA003", "MA2")


def found(duties: str, *more: str, status: str = "undertegnet") -> list[str]:
    return sorted(told(findings(duties, *more, status=status)))


def said(code: str, sentence: str, *more: str) -> list[str]:
    """What a rule finds in a sentence that stands as a duty, and in one that stands as prose of the section."""
    item = findings(f'ks: [KS melder fra.], staten: ["{sentence}"]', *more)
    prose = findings(f'ks: [KS melder fra.], staten: [KMD svarer.], tekst: "{sentence}"', *more)
    hits = [[f"{f.level.word} {f.path}" for f in some if f.rule.code == code] for some in (item, prose)]
    assert [len(some) for some in hits] in ([0, 0], [1, 1])
    return hits[0]


@pytest.mark.parametrize(
    ("duties", "expected"),
    [
        ("", [NONE]),
        ("felles: [], ks: [], staten: []", [NONE]),
        ("overskrifter: {ks: KS sine plikter}", [NONE]),
        ("ks: [KS melder fra.], staten: [KMD svarer.]", []),
        ("ks: [{tekst: KS melder fra., frist: 2021-06-01, ansvarlig: KS}], staten: [KMD svarer.]", []),
        ("felles: [Partene møtes.]", [NOT_DIVIDED]),
        ("felles: [Partene møtes.], ks: [KS melder fra.]", [NOT_DIVIDED]),
        ("staten: [KMD svarer.]", [NOT_DIVIDED]),
        ("tekst: Partene skal møtes hvert halvår.", [NOT_DIVIDED]),
        ("tekst: Partane skal møtast kvart halvår.", [NOT_DIVIDED]),
        (r'tekst: "### KS sine plikter\n\nKS skal melde fra.\n\n### Statens plikter\n\nKMD skal svare."', []),
        (r'tekst: "## Pliktene til KS\n\nKS skal melde fra.\n\n## KMDs plikter\n\nKMD skal svare."', []),
        (r'staten: [KMD svarer.], tekst: "### KS\n\nKS skal melde fra."', []),
        (r'tekst: "### Felles plikter\n\nKS og staten skal møtes."', [NOT_DIVIDED]),
        pytest.param(r'ks: [KS melder fra.], tekst: "### Departementets plikter\n\nSkal svare."', []),
        pytest.param(
            r'ks: [KS melder fra.], tekst: "### Kommunal- og moderniseringsdepartementet\n\nSkal svare."', [],
        ),
    ],
)  # fmt: skip
def test_some_duty_and_whose(duties: str, expected: list[str]) -> None:
    assert found(duties) == expected


@pytest.mark.parametrize(
    ("duties", "missing"),
    [("ks: [KS melder fra.]", "staten"), ("staten: [KMD svarer.]", "KS"), ("felles: [Partene møtes.]", "KS og staten")],
)
def test_who_has_no_duties_is_said(duties: str, missing: str) -> None:
    (finding,) = findings(duties)
    assert finding.message.startswith(f"{missing} har ingen")


@pytest.mark.parametrize(
    "duties", ["ks: ['[plikt]'], staten: ['[plikt]']", "tekst: '[plikter]', ks: [XX], staten: […]"]
)
def test_a_placeholder_counts_as_said_in_a_draft(duties: str) -> None:
    assert found(duties, status="utkast") == []


@pytest.mark.parametrize(
    ("sentence", "vague"),
    [
        ("Departementet skal tilstrebe god dialog.", True),
        ("Departementet skal søke å finne løsninger.", True),
        ("Departementet hjelper ved behov.", True),
        ("Departementet skal hjelpe så langt det er mulig.", True),
        ("Departementet skal hjelpe så langt det er mogleg.", True),
        ("Departementet skal svare innen 1. juni 2021.", False),
        ("Departementet behandler søknader om tilskudd.", False),
        ("Kommunane kan søkje om tilskot hos departementet.", False),
        ("Departementet skal søkje å hjelpe.", True),
        pytest.param("Departementet søker å hjelpe.", True),
        ("Det skal etableres et nettverk.", False),  # whose it is, is said by the list it stands in
        ("Departementet skal ikke bare tilstrebe dialog, men møte KS hvert halvår.", False),
    ],
)
def test_vague_duties(sentence: str, *, vague: bool) -> None:
    hits = [f for f in found(f"ks: [KS melder fra.], staten: ['{sentence}']") if "MA203" in f]
    assert hits == (["MA203 merknad forpliktelser.staten[0].tekst"] if vague else [])


STRONG = [
    "Departementet skal gi øremerkede tilskudd til kommunene.", "Departementet skal øyremerkje tilskot til kommunane.",
    "Plikten skal lovfestes.", "Plikta skal lovfestast.", "Kravene skal forskriftsfestes.",
    "Departementet skal pålegge kommunene å rapportere.", "Kommunane blir pålagde å rapportere.",
    "Departementet skal lovregulere plikten.", "Departementet skal innføre en bemanningsnorm.",
    "Departementet skal uten opphold lovfeste plikten.",
]  # fmt: skip
NOT_STRONG = [
    "Tilskuddene skal ikke øremerkes.", "Tilskota skal ikkje øyremerkast.", "Departementet skal ikke lovfeste plikten.",
    "Avtalen kommer i stedet for øremerking.", "Avtala kjem i staden for lovregulering og øyremerking.",
    "Dette er et alternativ til øremerking.", "Departementet skal erstatte øremerkede tilskudd med rammetilskudd.",
    "Ingen kommuner skal pålegges nye oppgaver.", "Partene skal samarbeide uten øremerking.",
    # The duties that municipalities have already.
    "KS skal bistå kommunene med deres lovpålagte oppgaver.",
    "Departementet følger opp barn med lovfestet rett til plass.",
    "Departementet veileder kommuner som har fått pålegg fra Arbeidstilsynet.",
    # Taken away, avoided or worked against.
    "Øremerkede tilskudd skal avvikles.", "Øyremerkte tilskot skal avviklast.",
    "Øremerkede tilskudd innlemmes i rammetilskuddet.", "KS skal arbeide for færre øremerkede tilskudd.",
    "Øremerking skal unngås.", "Departementet skal unngå lovfesting.", "KS skal motvirke øremerking.",
    "Departementet vil verken øremerke midler eller gjøre annet.", "Departementet skal heller veilede enn å pålegge.",
    "Departementet skal avstå fra å pålegge kommunene noe.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "strong"),
    [*((sentence, True) for sentence in STRONG), *((sentence, False) for sentence in NOT_STRONG)],
)
def test_strong_instruments(sentence: str, *, strong: bool) -> None:
    assert said("MA204", sentence) == (["feil forpliktelser.staten[0].tekst"] if strong else [])


def test_strong_instruments_as_background_are_none() -> None:
    background = "formål: {bakgrunn: Tilskuddet var øremerket og plikten lovfestet., alternativ_til: [øremerking]}"
    annex = "vedlegg: [{tittel: Bakgrunn, tekst: Øremerkede tilskudd ble innført i 1998.}]"
    assert found("ks: [KS melder fra.], staten: [KMD svarer.]", background, annex) == []


REGIONAL = [
    "Det opprettes en regional koordinator i hvert fylke.", "Det blir oppretta regionale koordinatorar i fylka.",
    "Det opprettes nye regionale stillinger.", "Det opprettes regionkoordinatorer.",
    "KS oppretter tre nye stillinger i regionene.",
]  # fmt: skip
NOT_REGIONAL = [
    "Det opprettes ikke nye regionale stillinger.", "Det skal ikkje opprettast regionale stillingar.",
    "Avtalen følges opp regionalt.", "KS arrangerer regionale samlinger.",
    # Nothing new, or taken away.
    "KS' regionale kontorer informerer kommunene.", "Husbankens regionale kontorer bistår kommunene.",
    "Dei regionale kontora til KS informerer kommunane.", "Fylkeskommunenes regionale oppgaver ligger fast.",
    "Eksisterende regionale team videreføres.", "Ordningen med regionale koordinatorer avvikles.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "new"),
    [*((sentence, True) for sentence in REGIONAL), *((sentence, False) for sentence in NOT_REGIONAL)],
)
def test_new_regional_tasks(sentence: str, *, new: bool) -> None:
    assert said("MA205", sentence) == (["feil forpliktelser.staten[0].tekst"] if new else [])


@pytest.mark.parametrize(
    "more",
    [
        "organisering: {regional_koordinering: Arbeidet samordnes med statsforvalteren.}",
        "organisering: {regional_koordinering: '[hvordan]'}",
        "organisering: {tekst: Koordinatoren samarbeider med fylkesmannen.}",
        "medvirkning: {tekst: Statsforvaltaren er med i styringsgruppa.}",
    ],
)
def test_regional_tasks_that_are_coordinated(more: str) -> None:
    assert said("MA205", REGIONAL[0], more) == []


@pytest.mark.parametrize(
    ("code", "sentence", "finds"),
    [
        ("MA206", "Departementet skal overføre myndighet til KS.", True),
        ("MA206", "Departementet skal overføre mynde til KS.", True),
        ("MA206", "Oppgaver skal ikke overføres fra staten.", False),
        ("MA206", "Departementet overfører erfaringer til KS.", False),
        ("MA206", "Myndigheten til å bosette overføres til KS.", True),
        ("MA207", "Partene kan kreve dagmulkt.", True),
        ("MA207", "Tvister skal avgjerast ved valdgift.", True),
        ("MA207", "Mislighold har ingen virkning mellom partene.", False),
        ("MA207", "KS bidrar til heving av kompetansen.", False),
        ("MA207", "Avtalen er til erstatning for avtalen av 2018.", False),
        pytest.param("MA207", "Avtalen kan heves ved brudd.", True),
    ],
)
def test_tasks_moved_and_contract_law(code: str, sentence: str, *, finds: bool) -> None:
    assert said(code, sentence) == (["merknad forpliktelser.staten[0].tekst"] if finds else [])


def test_remedies_beside_the_termination() -> None:
    section = "varighet: {ikrafttredelse: 2020, til: 2021-09, tekst: Ved mislighold kan dagmulkt kreves.}"
    assert "MA207 merknad varighet.tekst" in found("ks: [KS melder fra.], staten: [KMD svarer.]", section)


@pytest.mark.parametrize(
    ("frist", "runs", "late"),
    [
        ("2021-09-30", RUNS, False), ("2021-10-01", RUNS, True), ("2021-09", RUNS, False), ("2021-10", RUNS, True),
        ("2021", RUNS, False), ("2022", RUNS, True), ("'[frist]'", RUNS, False),
        ("2021-12-31", "varighet: {ikrafttredelse: 2020, til: 2021}", False),
        ("2022-01-01", "varighet: {ikrafttredelse: 2020, til: 2021}", True),
        ("2021-09-13", "varighet: {ikrafttredelse: 2020-09-14, lengde: 1 år}", False),
        ("2021-09-14", "varighet: {ikrafttredelse: 2020-09-14, lengde: eitt år}", True),
        ("2090-01-01", "varighet: {ikrafttredelse: 2020-09-14}", False),
        ("2090-01-01", "varighet: {ikrafttredelse: ved undertegning, lengde: 1 år}", False),
        ("2090-01-01", "varighet: {til: '[dato]'}", False),
    ],
)  # fmt: skip
def test_due_after_the_end(frist: str, runs: str, *, late: bool) -> None:
    goals = f"formål: {{mål: [{{tekst: Ti ting., frist: {frist}}}]}}"
    duties = f"ks: [KS melder fra.], staten: [{{tekst: KMD svarer., frist: {frist}}}]"
    paths = ["formål.mål[0].frist", "forpliktelser.staten[0].frist"] if late else []
    assert found(duties, goals, runs) == sorted(f"MA208 merknad {path}" for path in paths)


def test_both_days_are_said() -> None:
    (finding,) = findings("ks: [{tekst: KS melder fra., frist: 2021-10}], staten: [KMD svarer.]", RUNS)
    assert all(words in finding.message for words in ("ca. oktober 2021", "30. september 2021"))


def test_an_end_counted_from_the_day_of_the_run() -> None:
    duties = "ks: [{tekst: KS melder fra., frist: 2090-01-01}], staten: [KMD svarer.]"
    (finding,) = findings(duties, "varighet: {ikrafttredelse: ved undertegning, lengde: 1 år}", status="utkast")
    assert not finding.fails(Level.MERKNAD)
    assert "22. november 2026" in finding.message + "".join(note.message for note in finding.related)
