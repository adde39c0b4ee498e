"""MA501–MA508: when it takes effect, how long it lasts, and how it ends."""

from collections.abc import Mapping
from datetime import date

import pytest

from avtalesjekk.findings import Finding, Report
from avtalesjekk.linting import Input, lint
from avtalesjekk.rules.rule import Level
from avtalesjekk.selection import select

from .lines import TODAY, check, told

BASE: Mapping[str, str] = {
    "format": "1",
    "tema": "digitalisering av kommunene",
    "parter": "[KMD, KS]",
    "status": "undertegnet",
    "formål": "{bakgrunn: Strategien skal følges opp., mål: [Ti tjenester digitaliseres.]}",
    "forpliktelser": "{ks: [KS oppnevner representanter.], staten: [Departementet leder arbeidet.]}",
    "organisering": "{oppfølging: [{nivå: administrativt, arena: kontaktmøte, hyppighet: hvert halvår}]}",
    "evaluering": "{hyppighet: hvert år, hvordan: av partene sammen, framlegges: 3. konsultasjonsmøte}",
    "varighet": "{ikrafttredelse: 2020-09-14, til: 2021-09-30, oppsigelse: 3 måneder}",
    "underskrifter": "{dato: 2020-09-14, av: [{navn: Nikolai Astrup, tittel: statsråd, for: KMD}, "
    "{navn: Bjørn Arild Gram, tittel: styreleder, for: KS}]}",
}
UNSIGNED = {"status": "utkast", "parter": "[KDD, KS]", "underskrifter": ""}
NO_DATE = {"underskrifter": BASE["underskrifter"].replace("dato: 2020-09-14, ", "")}
N = "oppsigelse: 3 måneder"
OVER = "MA503 feil varighet.til"
RENEWED = "MA507 advarsel varighet.forlengelse"


def report(changes: Mapping[str, str], today: date = TODAY) -> Report:
    text = "".join(f"{key}: {value}\n" for key, value in {**BASE, **changes}.items() if value)
    return lint([Input.named("a.yaml", text.encode())], today, select(left_out=["MA7"]))


def findings(changes: Mapping[str, str], today: date = TODAY) -> tuple[Finding, ...]:
    return report(changes, today).files[0].active


def found(changes: Mapping[str, str], today: date = TODAY) -> list[str]:
    return sorted(told(findings(changes, today)))


def the(code: str, changes: Mapping[str, str], today: date = TODAY) -> Finding:
    (finding,) = (f for f in findings(changes, today) if f.rule.code == code)
    return finding


def lasts(keys: str) -> dict[str, str]:
    return {"varighet": f"{{{keys}}}"}


def test_the_base_has_no_findings() -> None:
    assert found({}) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["MA501 feil varighet.ikrafttredelse", "MA502 feil varighet.til", "MA504 feil varighet.oppsigelse"]),
        (f"til: 2021-09-30, {N}", ["MA501 feil varighet.ikrafttredelse"]),
        (f"lengde: 1 år, {N}", ["MA501 feil varighet.ikrafttredelse"]),
        (f"ikrafttredelse: ved undertegning, til: 2021-09-30, {N}", []),
        (f"ikrafttredelse: ved underteikning, lengde: eitt år, {N}", []),
        (f"ikrafttredelse: 2020, til: 2021-09, {N}", []),
        # A consequence is silent: neither MA503 nor MA508.
        (f"ikrafttredelse: 2020-09-14, {N}", ["MA502 feil varighet.til"]),
        (f"ikrafttredelse: 2020-09-14, til: null, {N}", ["MA502 feil varighet.til"]),
        ("ikrafttredelse: 2020-09-14, til: 2021-09-30", ["MA504 feil varighet.oppsigelse"]),
        ("ikrafttredelse: 2020-09-14, til: 2021-09-30, oppsigelse: nei", ["MA504 feil varighet.oppsigelse"]),
        ("ikrafttredelse: 2020-09-14, til: 2021-09-30, oppsigelse: ja", ["MA505 merknad varighet.oppsigelse"]),
        ("ikrafttredelse: 2020-09-14, til: 2021-09-30, oppsigelse: tre månader", []),
        (f"ikrafttredelse: 2020-09-14, til: 2021-10-01, {N}", [OVER]),
        (f"ikrafttredelse: 2020-09-14, til: 2021-10, {N}", [OVER]),
        (f"ikrafttredelse: 2020-09-14, til: 2021-10-01, begrunnelse: lang, {N}", ["MA503 merknad varighet.til"]),
        (f"ikrafttredelse: 2020-10-01, lengde: 1 år, {N}", []),
        (f"ikrafttredelse: 2020-10-02, lengde: 1 år, {N}", ["MA503 feil varighet.lengde"]),
        (f"ikrafttredelse: ved undertegning, lengde: 54 uker, {N}", []),
        (f"ikrafttredelse: ved undertegning, lengde: 55 uker, {N}", ["MA503 feil varighet.lengde"]),
        # Signed in the old period, in force in the next: the day of the agreement is the signing.
        (f"ikrafttredelse: 2021-10-01, til: 2025-09-30, {N}", [OVER]),
        (f"ikrafttredelse: 2020-09-14, til: 2021-09-30, forlengelse: ny undertegning, {N}", []),
        (f"ikrafttredelse: 2020, til: 2021-09, forlengelse: uten ny undertegning, {N}", [RENEWED]),
        (f"ikrafttredelse: 2020, til: 2021-09, forlengelse: utan ny underteikning, {N}", [RENEWED]),
    ],
)
def test_facts(keys: str, expected: list[str]) -> None:
    assert found(lasts(keys)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Avtala gjeld frå underteikninga og ut 2020. Kvar part kan seie opp avtala med tre månaders varsel.",
        "Avtalen gjelder i ett år fra undertegningen og kan sies opp med tre måneders varsel.",
        "Avtala tek til å gjelde, og trer i kraft, med ein gong. Ho varer i tolv månader. Oppseiing: tre månader.",
        "Avtalen trer i kraft 1. januar 2021 og gjelder til 30. september 2021. Den kan sies opp med 90 dagers frist.",
        "Avtala trer i kraft straks og gjeld til og med 30.09.2021. Ho kan seiast opp med tre månaders frist.",
    ],
)
def test_plain_prose_in_the_section_is_enough(text: str) -> None:
    assert found(lasts(f'tekst: "{text}"')) == []


@pytest.mark.parametrize("text", ["Avtalen kan ikke sies opp.", "Det er ikke avtalt når den slutter.", "–", "#"])
def test_prose_that_denies_does_not_crash(text: str) -> None:
    findings(lasts(f'tekst: "{text}"'))


@pytest.mark.parametrize("value", ["[dato]", "…", "...", "XX", "TODO", ""])
def test_a_placeholder_counts_as_said_in_a_draft(value: str) -> None:
    keys = f"ikrafttredelse: '{value}', til: '{value}', oppsigelse: '{value}', forlengelse: '{value}'"
    assert found({"status": "utkast"} | lasts(keys)) == []
    assert found({"status": "utkast"} | lasts(f"ikrafttredelse: '{value}', lengde: '{value}', {N}")) == []


@pytest.mark.parametrize(
    ("dato", "til", "party", "said", "period"),
    [
        ("2020-09-14", "2021-10-01", "KMD", "1. oktober 2021, 1 dag", "2017–2021"),
        ("2020-09-14", "2021-12-31", "KMD", "31. desember 2021, 3 måneder (92 dager)", "2017–2021"),
        ("2020-09-14", "2022-09-01", "KMD", "1. september 2022, 11 måneder og 1 dag (336 dager)", "2017–2021"),
        ("2020-09-14", "2022-09-30", "KMD", "30. september 2022, 1 år (365 dager)", "2017–2021"),
        ("2020-09-14", "2023-12-31", "KMD", "31. desember 2023, 2 år og 3 måneder (822 dager)", "2017–2021"),
        ("2005-09-07", "2007-12-31", "KRD", "31. desember 2007, 2 år og 3 måneder (822 dager)", "2001–2005"),
        ("2006-04-18", "2009-12-31", "KRD", "31. desember 2009, 3 måneder (92 dager)", "2005–2009"),
        ("2021-09-30", "2021-10-14", "KMD", "14. oktober 2021, 14 dager", "2017–2021"),
        ("2021-10-01", "2025-10-31", "KMD", "31. oktober 2025, 1 måned (31 dager)", "2021–2025"),
        ("2020-09-14", "2021", "KMD", "ca. 31. desember 2021, ca. 3 måneder", "2017–2021"),
    ],
)
def test_how_far_beyond_the_period(dato: str, til: str, party: str, said: str, period: str) -> None:
    changes = {"underskrifter": f"{{dato: {dato}}}", "parter": f"[{party}, KS]"}
    finding = the("MA503", changes | lasts(f"ikrafttredelse: ved undertegning, til: {til}, {N}"))
    assert f" til {said} ut over stortingsperioden {period}" in finding.message


def test_the_period_and_its_last_day_are_shown() -> None:
    finding = the("MA503", lasts(f"ikrafttredelse: 2020-09-14, til: 2022-09-01, {N}"))
    assert "30. september 2021" in finding.help
    assert all(word in finding.related[0].message for word in ("undertegnet", "2017–2021", "30. september 2021"))


@pytest.mark.parametrize(
    ("dato", "til", "over"),
    [
        ("2021-09-30", "2021-10-01", True),
        ("2021-10-01", "2025-09-30", False),
        ("2021-10", "2025-09-30", False),
        ("2021-09", "2022-01-01", True),
    ],
)
def test_the_period_is_that_of_the_signing(dato: str, til: str, *, over: bool) -> None:
    changes = {"underskrifter": f"{{dato: {dato}}}", **lasts(f"ikrafttredelse: {dato}, til: {til}, {N}")}
    assert any(f.rule.code == "MA503" for f in findings(changes)) == over


def test_a_day_on_either_side_of_a_change_of_period_is_said_to_be_about() -> None:
    changes = {"parter": "[HOD, KS]", "underskrifter": "{dato: 2005}"}
    finding = the("MA503", changes | lasts(f"ikrafttredelse: ved undertegning, til: 2009-09-30, {N}"))
    assert "ca." in " ".join([finding.message, *(note.message for note in finding.related)])


SIGN = "av: [{navn: A, tittel: statsråd, for: KMD, dato: %s}, {navn: B, tittel: leder, for: KS, dato: %s}]"


@pytest.mark.parametrize(
    ("changes", "keys", "expected"),
    [
        ({"underskrifter": f"{{{SIGN % ('2021-09-29', '2021-10-01')}}}"}, "til: 2025-09-30", False),
        ({"underskrifter": f"{{{SIGN % ('2021-09-29', '2021-09-30')}}}"}, "til: 2025-09-30", True),
        ({"underskrifter": f"{{dato: 2021-09-30, {SIGN % ('2021-09-29', '2021-10-01')}}}"}, "til: 2025-09-30", True),
        (NO_DATE, "ikrafttredelse: 2021-10-01, til: 2025-09-30", False),
        (NO_DATE, "ikrafttredelse: 2021-09-30, til: 2025-09-30", True),
        (UNSIGNED, "ikrafttredelse: 2021-10-01, til: 2025-09-30", False),
        (UNSIGNED, "ikrafttredelse: ved undertegning, til: 2029-09-30", False),
        (UNSIGNED, "ikrafttredelse: ved undertegning, til: 2029-10-01", True),
        (NO_DATE, "ikrafttredelse: ved undertegning, til: 2029-10-01", False),
    ],
)
def test_the_day_is_the_signing_or_the_latest_own_date_or_the_start_or_the_run(
    changes: dict[str, str], keys: str, *, expected: bool
) -> None:
    assert any(f.rule.code == "MA503" for f in findings(changes | lasts(f"{keys}, {N}"))) == expected


@pytest.mark.parametrize("status", ["utkast", "klar"])
@pytest.mark.parametrize(("begrunnelse", "level"), [("", Level.ADVARSEL), (", begrunnelse: lang", Level.MERKNAD)])
def test_the_day_of_the_run_is_said_and_never_fails(status: str, begrunnelse: str, level: Level) -> None:
    people = "{av: [{navn: A, tittel: statsråd, for: KDD}, {navn: B, tittel: leder, for: KS}]}"
    changes = {**UNSIGNED, "status": status, "underskrifter": people}
    changes |= lasts(f"ikrafttredelse: ved undertegning, til: 2029-12-31, {N}{begrunnelse}")
    finding = the("MA503", changes)
    assert (finding.level, finding.today) == (level, True)
    assert "undertegnes den i dag (22. november 2026)" in finding.related[0].message
    assert not report(changes).fails(Level.MERKNAD)
    assert found(changes, date(2029, 10, 1)) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("ikrafttredelse: ved undertegning, til: 2021-09-30", ["MA508 merknad varighet.til"]),
        ("ikrafttredelse: ved undertegning, lengde: 1 år", ["MA508 merknad varighet.lengde"]),
        ("ikrafttredelse: ved undertegning", ["MA502 feil varighet.til"]),
    ],
)
def test_an_unknown_day_stands_beside_the_missing_date(keys: str, expected: list[str]) -> None:
    assert found(NO_DATE | lasts(f"{keys}, {N}")) == [*expected, "MA606 advarsel underskrifter.dato"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2021-01-01", "2020-12-31", True),
        ("2021-01-01", "2021-01-01", False),
        ("2021", "2020", True),
        ("2021-01", "2020-12-31", True),
        ("2021-03-15", "2021-03", False),
        ("ved undertegning", "2020-09-13", True),
    ],
)
def test_it_may_not_end_before_it_begins(start: str, end: str, *, expected: bool) -> None:
    changes = lasts(f"ikrafttredelse: {start}, til: {end}, oppsigelse: 1 dag, begrunnelse: x")
    assert ("MA506 feil varighet.til" in found(changes)) == expected


def test_partial_dates_the_wrong_way_round_are_said_to_be_about() -> None:
    assert "ca." in the("MA506", lasts(f"ikrafttredelse: 2021, til: 2020, {N}")).message


LENGTHS = [
    ("2 måneder", "3 måneder", True), ("3 måneder", "3 måneder", False), ("2 år", "3 år", True),
    ("1 år", "12 måneder", False), ("1 år", "13 måneder", True), ("1 år", "52 uker", False), ("1 år", "53 uker", True),
    ("1 år", "365 dager", False), ("1 år", "367 dager", True), ("4 uker", "2 måneder", True),
    ("1 uke", "8 dager", True), ("10 dager", "2 uker", True),
]  # fmt: skip


@pytest.mark.parametrize(("lengde", "oppsigelse", "longer"), LENGTHS)
def test_the_notice_may_not_be_longer_than_the_agreement(lengde: str, oppsigelse: str, *, longer: bool) -> None:
    keys = f"ikrafttredelse: 2020-09-14, lengde: {lengde}, oppsigelse: {oppsigelse}, begrunnelse: x"
    hits = [(f.level, f.path) for f in findings(lasts(keys)) if f.rule.code == "MA506"]
    assert hits == ([(Level.FEIL, "varighet.oppsigelse")] if longer else [])


@pytest.mark.parametrize("changes", [NO_DATE, UNSIGNED])
def test_the_notice_is_compared_with_the_length_on_any_day(changes: dict[str, str]) -> None:
    hits = [f for f in findings(changes | lasts("lengde: 2 måneder, oppsigelse: 3 måneder")) if f.rule.code == "MA506"]
    assert [(f.level, f.path) for f in hits] == [(Level.FEIL, "varighet.oppsigelse")]


@pytest.mark.parametrize(
    "keys",
    [
        "ikrafttredelse: ved undertegning, til: 2025-12-31, oppsigelse: 3 måneder",
        "ikrafttredelse: ved undertegning, til: 2026-12-31, oppsigelse: 3 måneder",
        "ikrafttredelse: '[dato]', til: 2026-12-31, oppsigelse: 3 måneder",
    ],
)
def test_an_order_that_hangs_on_the_day_of_the_run_never_fails(keys: str) -> None:
    assert not report(UNSIGNED | lasts(keys)).fails(Level.FEIL)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("hendelse: videreført, undertegnet: nei", ["MA507 advarsel historikk[0].undertegnet"]),
        ("hendelse: reforhandlet, undertegnet: false", ["MA507 advarsel historikk[0].undertegnet"]),
        ("hendelse: videreført, undertegnet: ja", []),
        ("hendelse: videreført", []),
        ("hendelse: evaluert, undertegnet: nei", []),
    ],
)
def test_prolonged_without_being_signed_anew(entry: str, expected: list[str]) -> None:
    assert found({"historikk": f"[{{dato: 2021-09-01, {entry}}}]"}) == expected


def test_an_event_known_to_the_month_reads_well() -> None:
    finding = the("MA507", {"historikk": "[{dato: 2021-09, hendelse: videreført, undertegnet: nei}]"})
    assert "ble videreført i september 2021" in finding.message


@pytest.mark.parametrize(
    "reason",
    [
        "Avtalen varer ut over stortingsperioden fordi strategien gjelder til 2030.",
        "Avtala må vare lenger enn stortingsperioden, fordi tiltaka tek tid.",
        "Avtalen strekker seg inn i neste stortingsperiode, siden bygget først står ferdig da.",
        "Avtalen varer lenger enn normalt fordi byggene tar tid.",
    ],
)
def test_the_reason_for_a_long_term_is_no_term_and_no_prolongation(reason: str) -> None:
    text = f"{{ikrafttredelse: 2026-01-01, til: 2030-12-31, oppsigelse: 3 måneder, begrunnelse: '{reason}'}}"
    found = check(f"format: 1\ntema: x\nparter: [KD, KS]\nvarighet: {text}\n", "MA008", "MA507", "MA502", "MA503")
    assert told(found) == ["MA503 merknad varighet.til"]
