"""MA301–MA303: who pays, for what, and whether the Storting has the last word."""

import pytest

from avtalesjekk.findings import Finding

from .lines import check, told

PARTIES = "[KMD, KS, {navn: Læringssenteret, forkortelse: LS, side: staten}, {navn: Oslo kommune, side: ks}]"
NO_RESERVATION = "MA301 feil økonomi.forbehold"


def findings(finance: str, *more: str, status: str = "undertegnet", parties: str = PARTIES) -> tuple[Finding, ...]:
    """Lint an agreement of 2020 with keys under «økonomi», and other lines."""
    head = f"format: 1\ntema: digitalisering\nparter: {parties}\nstatus: {status}\nunderskrifter: {{dato: 2020-09-14}}"
    text = "\n".join([head, f"økonomi: {{{finance}}}" if finance else "", *more])
    return check(text, "MA002", "MA003", "MA3")


def found(finance: str, *more: str, status: str = "undertegnet", parties: str = PARTIES) -> list[str]:
    return sorted(told(findings(finance, *more, status=status, parties=parties)))


@pytest.mark.parametrize(
    ("entry", "of_the_state"),
    [
        ("fra: KMD, til: KS", True),
        ("fra: kmd", True),
        ("fra: Kommunal- og moderniseringsdepartementet", True),
        ("fra: Det kongelige kommunal- og moderniseringsdepartement", True),
        ("fra: staten", True),
        ("fra: Staten, til: kommunene", True),
        ("fra: regjeringa", True),
        ("fra: LS", True),
        ("fra: Læringssenteret", True),
        ("fra: HOD", True),
        ("fra: Utanriksdepartementet", True),
        ("beløp: 8000000, per: år, inntil: ja", True),
        ("til: KS", True),
        ("til: kommunene", True),
        ("til: Oslo kommune", True),
        ("fra: KS", False),
        ("fra: KS, til: KMD", False),
        ("fra: KS, til: staten", False),
        ("fra: Kommunenes Sentralforbund", False),
        ("fra: Oslo kommune, til: KS", False),
        ("fra: kommunene", False),
        ("til: KMD", False),
        ("til: staten", False),
        ("til: LS", False),
        ("til: Helse- og omsorgsdepartementet", False),
        ("fra: departementet, til: KS", True),
        ("fra: staten ved KMD", True),
        ("fra: Staten v/KMD", True),
        ("fra: KMD og KS", True),
        ("fra: partene", True),
        ("fra: begge parter", True),
    ],
)
def test_the_state_pays(entry: str, *, of_the_state: bool) -> None:
    payment = f"ytelser: [{{{entry}, formål: drift av nettverket}}]"
    assert found(payment) == ([NO_RESERVATION] if of_the_state else [])
    assert found(f"{payment}, forbehold: stortinget") == []


def test_a_giver_left_out_where_the_state_is_known_only_as_such() -> None:
    assert found("ytelser: [{til: KS, formål: drift}]", parties="[Staten, KS]") == [NO_RESERVATION]
    assert found("ytelser: [{fra: Staten, formål: drift}]", parties="[Staten, KS]") == [NO_RESERVATION]
    assert found("ytelser: [{til: staten, formål: drift}]", parties="[Staten, KS]") == []


PAYS = "ytelser: [{fra: KMD, til: KS, formål: drift}]"


@pytest.mark.parametrize(
    ("finance", "status", "expected"),
    [
        (PAYS, "utkast", [NO_RESERVATION]),
        (PAYS, "klar", [NO_RESERVATION]),
        (f"{PAYS}, forbehold: ingen", "undertegnet", [NO_RESERVATION]),
        (f"{PAYS}, forbehold: null", "undertegnet", [NO_RESERVATION]),
        ("forbehold: ingen", "undertegnet", []),
        ("ytelser: []", "undertegnet", []),
        ("ytelser: [{fra: KS, formål: drift}], forbehold: ingen", "undertegnet", []),
        (f"{PAYS}, forbehold: '[forbehold]'", "utkast", []),
        (f"{PAYS}, forbehold: XX", "utkast", []),
        (f"{PAYS}, forbehold: ''", "utkast", []),
        # Plain prose in the section.
        (f"{PAYS}, tekst: Midlene gis med forbehold om Stortingets bevilgning.", "undertegnet", []),
        (f"{PAYS}, tekst: Midlane blir gjevne med atterhald om at Stortinget løyver dei.", "undertegnet", []),
        (f"{PAYS}, tekst: Pengene betales i januar.", "undertegnet", [NO_RESERVATION]),
    ],
)
def test_the_reservation(finance: str, status: str, expected: list[str]) -> None:
    assert found(finance, status=status) == expected


def test_one_finding_however_many_payments() -> None:
    several = "ytelser: [{fra: KS, formål: a}, {fra: KMD, formål: b}, {fra: staten, formål: c}]"
    (finding,) = findings(several)
    assert finding.related[0].message.startswith("KMD ")
    assert finding.related[0].span is not None


def test_what_is_wrong_with_the_reservation_is_said() -> None:
    (left_out,) = findings(PAYS)
    (refused,) = findings(f"{PAYS}, forbehold: ingen")
    assert "uten forbehold" in left_out.message
    assert "ikke tar forbehold" in refused.message
    assert "forbehold: stortinget" in left_out.help


@pytest.mark.parametrize(
    ("payments", "status", "lacking"),
    [
        ("{fra: KMD, formål: drift}", "undertegnet", []),
        ("{fra: KMD}", "undertegnet", [0]),
        ("{fra: KMD, beløp: 8000000, per: år, til: KS}", "undertegnet", [0]),
        ("{fra: KS}, {fra: KMD, formål: drift}, {til: KS, formål: null}", "undertegnet", [0, 2]),
        ("{fra: KMD, formål: '[formål]'}", "utkast", []),
        ("{fra: KMD, formål: ''}", "utkast", []),
    ],
)
def test_what_the_money_is_for(payments: str, status: str, lacking: list[int]) -> None:
    hits = found(f"ytelser: [{payments}], forbehold: stortinget", status=status)
    assert hits == [f"MA302 advarsel økonomi.ytelser[{i}].formål" for i in lacking]


@pytest.mark.parametrize("value", ["[beløp]", "…", "XX", "TODO"])
def test_placeholders_in_a_payment_count_as_said_in_a_draft(value: str) -> None:
    entry = f"beløp: '{value}', per: '{value}', fra: '{value}', til: '{value}', formål: '{value}'"
    assert found(f"ytelser: [{{{entry}}}], forbehold: '{value}'", status="utkast") == []


ELSEWHERE = "forpliktelser: {{ks: [KS melder fra.], staten: ['{}']}}"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Departementet gir KS 3 millioner kroner i året.", "3 millioner kroner"),
        ("Departementet gir KS kr 500 000.", "kr 500 000"),
        ("Departementet gir ikke KS 3 millioner kroner.", ""),
        ("Departementet arrangerer 3 samlinger.", ""),
        ("Kommunene brukte 3 milliarder kroner på dette i 2019.", ""),
    ],
)
def test_money_promised_elsewhere(sentence: str, words: str) -> None:
    more = ELSEWHERE.format(sentence)
    promised = ["MA301 feil økonomi.forbehold", "MA303 merknad forpliktelser.staten[0].tekst"]
    assert sorted(found("", more)) == (promised if words else [])
    assert all(words in f.message for f in findings("", more) if f.rule.code == "MA303")
    assert found("forbehold: stortinget", more) == []


def test_money_in_the_background_is_no_promise() -> None:
    assert found("", "formål: {bakgrunn: Kommunene bruker 3 milliarder kroner i året på dette.}") == []
    assert found("", "vedlegg: [{tittel: Tall, tekst: Det ble gitt 3 millioner kroner i 2019.}]") == []


@pytest.mark.parametrize("text", ["Staten tar ikke forbehold.", "Ingen av partene betaler.", "–", "#", "8 mill."])
def test_prose_that_denies_does_not_crash(text: str) -> None:
    findings(f"{PAYS}, tekst: '{text}'")
