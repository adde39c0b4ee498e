"""MA010 and MA011: which findings a deviation sets aside, and which deviations miss, lapse or cannot be."""

import unicodedata
from datetime import date

import pytest

from avtalesjekk.findings import Finding, Report
from avtalesjekk.linting import Input, lint
from avtalesjekk.reports.summary import summary
from avtalesjekk.rules.rule import Level
from avtalesjekk.selection import select

from .lines import TODAY, merged

RULES = ("MA003", "MA010", "MA011", "MA502", "MA503", "MA603")
BASE = """\
format: 1
tema: bosetting av flyktninger
parter: [KMD, KS]
status: undertegnet
formål: {mål: [Det skal bli bedre.]}
varighet: {ikrafttredelse: 2020-09-14, til: 2022-09-01, oppsigelse: 3 måneder}
underskrifter: {dato: 2020-09-14}
"""
HIT = "MA503 feil varighet.til"
ASIDE = f"({HIT})"
UNUSED = "MA010 advarsel avvik[0].regel"
TWO_DIRECTORS = (
    "underskrifter: {dato: 2020-09-14, av: [{tittel: direktør, for: KMD}, {tittel: direktør, for: KS}]}\n"
    "varighet: {ikrafttredelse: 2020-09-14, til: 2021-09-01}"
)


def report(
    deviations: str, fragment: str = "", rules: tuple[str, ...] = RULES, today: date = TODAY, stem: str | None = "a"
) -> Report:
    text = merged(BASE, f"{fragment}\navvik: [{deviations}]".lstrip())
    return lint([Input("a.yaml", text.encode(), stem)], today, select(rules))


def findings(
    deviations: str, fragment: str = "", rules: tuple[str, ...] = RULES, today: date = TODAY
) -> tuple[Finding, ...]:
    return report(deviations, fragment, rules, today).files[0].findings


def shown(found: Report) -> list[str]:
    texts = [(f"{f.rule.code} {f.level.word} {f.path}", f.deviation) for f in found.files[0].findings]
    return [f"({text})" if deviation else text for text, deviation in texts]


def outcome(
    deviations: str, fragment: str = "", rules: tuple[str, ...] = RULES, today: date = TODAY, stem: str | None = "a"
) -> list[str]:
    return shown(report(deviations, fragment, rules, today, stem))


def of(rule: str, more: str = "", reason: str = "Valgt.") -> str:
    return f"{{regel: {rule}, begrunnelse: '{reason}'{more}}}"


@pytest.mark.parametrize(
    ("deviations", "expected"),
    [
        ("", [HIT]),
        (of("MA503"), [ASIDE]),
        (of("utover-stortingsperioden"), [ASIDE]),
        (of("MA503", ", felt: varighet.til"), [ASIDE]),
        (of("MA503", ", felt: varighet"), [ASIDE]),
        (of("MA503", ", feillest: ja"), [ASIDE]),
        (of("MA503", ", feillest: nei"), [ASIDE]),
        (of("MA503", ", felt: varighet.lengde"), [HIT, UNUSED]),
        (of("MA503", ", felt: varighet.ti"), [HIT, UNUSED]),
        (of("MA503", ", felt: til"), [HIT, UNUSED]),
        (of("MA503", ", felt: varighet.til.dag"), [HIT, UNUSED]),
        (of("MA603"), [HIT, UNUSED]),
        (f"{of('MA503')}, {of('utover-stortingsperioden')}", [ASIDE]),
        (f"{of('MA503', ', felt: varighet.lengde')}, {of('MA503')}", [ASIDE, UNUSED]),
    ],
)
def test_what_a_deviation_covers(deviations: str, expected: list[str]) -> None:
    assert outcome(deviations) == expected


@pytest.mark.parametrize(
    ("felt", "covered"),
    [
        ("", {0, 1}),
        ("underskrifter", {0, 1}),
        ("underskrifter.av", {0, 1}),
        ("underskrifter.av[0]", {0}),
        ("underskrifter.av[1].tittel", {1}),
    ],
)
def test_a_deviation_may_cover_more_than_one(felt: str, covered: set[int]) -> None:
    hits = findings(of("MA603", f", felt: '{felt}'" if felt else ""), TWO_DIRECTORS)
    assert [f.rule.code for f in hits] == ["MA603", "MA603"]
    assert {i for i, finding in enumerate(hits) if finding.deviation} == covered


def test_the_first_deviation_is_the_one_shown() -> None:
    more = ", godkjent_av: møtet, til: 2030-01"
    (finding,) = findings(f"{of('MA503', more, 'Den første.')}, {of('MA503', ', feillest: ja', 'Den andre.')}")
    deviation = finding.deviation
    assert deviation
    assert (deviation.reason, deviation.approved_by, deviation.misread) == ("Den første.", "møtet", False)
    assert deviation.until == date(2030, 1, 31)


def test_what_is_set_aside_is_counted_and_never_fails() -> None:
    first = of("MA603", ', felt: "underskrifter.av[0]"')
    found = report(f"{first}, {of('MA603', ', feillest: ja')}", TWO_DIRECTORS)
    assert not found.fails(Level.MERKNAD)
    assert summary(found) == (
        "Ingen funn i 1 avtale; 1 funn er satt til side med avvik; 1 funn er satt til side som feillest."
    )


@pytest.mark.parametrize(
    ("until", "lapsed"),
    [
        ("2026-11-21", "21. november 2026"),
        ("2026-10", "oktober 2026"),
        ("2025", "2025"),
        ("2026-11-22", ""),
        ("2026-11-23", ""),
        ("2026-11", ""),
        ("2026", ""),
    ],
)
def test_a_deviation_lapses_and_still_covers(until: str, lapsed: str) -> None:
    assert outcome(of("MA503", f", til: {until}")) == [ASIDE, *(["MA010 advarsel avvik[0].til"] if lapsed else [])]
    for finding in findings(of("MA503", f", til: {until}"))[1:]:
        assert finding.message == (
            f"avviket fra MA503 gjaldt til {lapsed}, men brukes fortsatt (i dag er 22. november 2026)"
        )
        assert not finding.fails(Level.MERKNAD)


def test_what_is_unused_has_not_lapsed_too() -> None:
    assert outcome(of("MA603", ", til: 2020-01-01")) == [HIT, UNUSED]


def test_what_it_says_of_an_unused_deviation() -> None:
    messages = [f.message for f in findings(f"{of('MA603')}, {of('ikke-politisk-nivå', ', felt: underskrifter')}")[1:]]
    said = "avviket fra MA603 (ikke-politisk-nivå) dekker ingen funn"
    assert messages == [said, f"{said} ved «underskrifter»"]


@pytest.mark.parametrize(
    ("rule", "rules", "expected"),
    [
        ("MA603", ("MA503", "MA010"), [HIT]),
        ("MA104", ("MA104", "MA010"), ["(MA104 merknad formål.alternativ_til)"]),
        ("MA104", ("MA1", "MA010"), None),
        ("MA503", ("MA603", "MA010"), []),
        ("MA503", ("MA503",), [ASIDE]),
        ("MA603", ("MA603",), []),
        ("MA712", ("MA712", "MA010"), [UNUSED]),
    ],
)
def test_it_is_judged_where_its_rule_was_run(rule: str, rules: tuple[str, ...], expected: list[str] | None) -> None:
    found = outcome(of(rule), "", rules)
    assert UNUSED not in found if expected is None else found == expected


@pytest.mark.parametrize("rule", ["MA012", "MA710", "MA711", "MA712"])
def test_rules_that_are_silent_without_a_file_name(rule: str) -> None:
    assert outcome(of(rule), "", (rule, "MA010"), stem=None) == []


@pytest.mark.parametrize(
    ("regel", "message", "help_"),
    [
        ("MA999", "«MA999» er ingen regel", "`avtalesjekk rule --all` viser alle reglene"),
        ("MA5O3", "«MA5O3» er ingen regel", "mente du «MA503»?"),
        ("utover-stortings-perioden", "«utover-stortings-perioden» er ingen regel",
         "mente du «utover-stortingsperioden»?"),
        ("''", "«» er ingen regel", "`avtalesjekk rule --all` viser alle reglene"),
        ("ma503", "«ma503» er ikke skrevet som regelens kode", "skriv MA503"),
        ("Utover-Stortingsperioden", "«Utover-Stortingsperioden» er ikke skrevet som regelens kode", "skriv MA503"),
        *((code, f"{code} ({slug}) kan ikke settes til side", "rett det regelen peker på, og ta bort avviket")
          for code, slug in (("MA001", "ugyldig-yaml"), ("MA002", "ukjent-nøkkel"), ("MA003", "ugyldig-verdi"),
                             ("MA004", "mangler-nøkkel"), ("MA005", "dobbel-nøkkel"), ("MA011", "ugyldig-avvik"))),
        ("dobbel-nøkkel", "MA005 (dobbel-nøkkel) kan ikke settes til side",
         "rett det regelen peker på, og ta bort avviket"),
    ],
)  # fmt: skip
def test_rules_that_cannot_be_set_aside(regel: str, message: str, help_: str) -> None:
    hit, finding = findings(of(regel))
    assert hit.deviation is None
    assert (finding.rule.code, finding.level.word, finding.path) == ("MA011", "feil", "avvik[0].regel")
    assert (finding.message, finding.help) == (message, help_)


def test_a_prefix_is_no_rule() -> None:
    _, finding = findings(of("MA5"))
    assert finding.message == "«MA5» er ingen regel"
    assert "MA605" not in finding.help


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ("{regel: MA503, begrunnelse: ''}", "begrunnelse"),
        ("{regel: MA503, begrunnelse: '  '}", "begrunnelse"),
        ("{regel: MA503, begrunnelse: …}", "begrunnelse"),
        ("{regel: MA503}", "begrunnelse"),
        ("{begrunnelse: Valgt.}", "regel"),
        ("{regel: MA503, begrunnelse: }", "begrunnelse"),
        ("{regel: , begrunnelse: Valgt.}", "regel"),
    ],
)
def test_deviations_without_a_reason_or_a_rule(entry: str, path: str) -> None:
    assert outcome(entry) == [HIT, f"MA011 feil avvik[0].{path}"]


def test_one_fault_an_entry() -> None:
    entries = "{regel: MA999, begrunnelse: ''}, {regel: MA503, begrunnelse: '', til: 2020, felt: tema}"
    assert outcome(entries)[1:] == ["MA011 feil avvik[0].regel", "MA011 feil avvik[1].begrunnelse"]


def test_other_rules_about_the_file_may_be_set_aside() -> None:
    fragment = "status: klar\ntema: '[tema]'\nid: b"
    deviations = f"{of('MA009')}, {of('MA012')}, {of('MA014')}"
    assert outcome(deviations, f"{fragment}\nparter: [KMD]", ("MA009", "MA012", "MA014", "MA010")) == [
        "(MA009 feil tema)",
        "(MA014 feil parter)",
        "(MA012 advarsel id)",
    ]


def test_an_unused_deviation_may_be_explained() -> None:
    assert outcome(f"{of('MA603')}, {of('MA010')}") == [HIT, f"({UNUSED})"]


def test_an_unused_deviation_is_mended_safely() -> None:
    (finding,) = (f for f in findings(of("MA603")) if f.rule.code == "MA010")
    assert finding.fix
    assert finding.fix.safe


def test_a_value_that_cannot_be_read_does_not_make_a_deviation_unused() -> None:
    fragment = "varighet: {ikrafttredelse: 2020-09-14, til: 1. tull 2022}"
    assert outcome(of("MA503"), fragment) == ["MA003 feil varighet.til"]


@pytest.mark.parametrize("deviation", [of("MA103", ", felt: formål.mål"), of("mål-ikke-etterprøvbart")])
def test_names_with_norwegian_letters(deviation: str) -> None:
    found = outcome(deviation, "", ("MA103", "MA010", "MA011"))
    assert found == ["(MA103 merknad formål.mål[0].tekst)"]


@pytest.mark.parametrize("deviation", [of("MA103", ", felt: formål.mål"), of("mål-ikke-etterprøvbart")])
def test_names_with_letters_written_in_two(deviation: str) -> None:
    found = outcome(unicodedata.normalize("NFD", deviation), "", ("MA103", "MA010", "MA011"))
    assert found == ["(MA103 merknad formål.mål[0].tekst)"]


def test_a_deviation_is_no_place_for_placeholders_or_documents() -> None:
    reason = "Se [tema] og TODO i Meld. St. 12 (2005–2006)"
    assert outcome(of("MA503", reason=reason), "", ("MA503", "MA009", "MA013")) == [ASIDE]
