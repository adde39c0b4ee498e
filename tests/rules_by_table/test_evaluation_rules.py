"""MA401–MA405: that it is evaluated, how, where it is laid before the parties, and how it is followed up."""

import pytest

from avtalesjekk.findings import Finding

from .lines import check, told

MEETS = "organisering: {oppfølging: [{nivå: administrativt, arena: kontaktmøte, hyppighet: hvert halvår}]}"
NOT_EVALUATED = "MA401 feil evaluering"
NO_MANNER = "MA402 merknad evaluering.hvordan"
NOT_LAID = "MA403 advarsel evaluering.framlegges"
NO_FOLLOW_UP = "MA404 merknad organisering.oppfølging"


def findings(evaluation: str, *more: str, dato: str = "2020-09-14", status: str = "undertegnet") -> tuple[Finding, ...]:
    """Lint an agreement with keys under «evaluering», and other lines."""
    head = f"format: 1\ntema: digitalisering\nparter: [Staten, KS]\nstatus: {status}\nunderskrifter: {{dato: {dato}}}"
    text = "\n".join([head, f"evaluering: {{{evaluation}}}", *more])
    return check(text, "MA002", "MA003", "MA4")


def found(evaluation: str, *more: str, dato: str = "2020-09-14", status: str = "undertegnet") -> list[str]:
    return sorted(told(findings(evaluation, *more, dato=dato, status=status)))


@pytest.mark.parametrize(
    ("evaluation", "expected"),
    [
        # Nothing says it: how and where are consequences.
        ("", [NOT_EVALUATED]),
        ("overskrift: Evaluering", [NOT_EVALUATED]),
        ("hyppighet: null, særskilte_forhold: []", [NOT_EVALUATED]),
        ("hyppighet: hvert år, hvordan: av partene sammen, framlegges: konsultasjonsordningen", []),
        ("hyppighet: kvart år, hvordan: av partane saman, framlegges: konsultasjonsordninga", []),
        ("hyppighet: hvert år", [NO_MANNER, NOT_LAID]),
        ("hvordan: av partene sammen", [NOT_LAID]),
        ("særskilte_forhold: [brukernes erfaringer]", [NO_MANNER, NOT_LAID]),
        ("framlegges: bilateralt konsultasjonsmøte", [NO_MANNER]),
        ("framlegges: annet, hvordan: av partene sammen", [NOT_LAID]),
        ("hyppighet: ved avslutning, hvordan: av partene, framlegges: konsultasjonsordningen", []),
        # Plain prose in the section.
        ("tekst: 'Avtalen skal evalueres av partene, og evalueringen legges fram i konsultasjonsordningen.'", []),
        ("tekst: 'Avtala skal evaluerast av partane og leggjast fram på eit bilateralt konsultasjonsmøte.'", []),
        ("tekst: Avtalen skal vurderes i konsultasjonsmøtet av en følgegruppe.", []),
        ("tekst: Avtala skal vurderast av partane.", [NOT_LAID]),
    ],
)
def test_facts(evaluation: str, expected: list[str]) -> None:
    assert found(evaluation, MEETS) == expected


def test_a_section_left_out() -> None:
    assert found("", MEETS.replace("hvert halvår", "kvart halvår")) == [NOT_EVALUATED]
    text = "format: 1\ntema: digitalisering\nparter: [Staten, KS]\nstatus: undertegnet\n"
    assert [f.rule.code for f in check(text, "MA4", "MA405")] == ["MA401", "MA404"]


@pytest.mark.parametrize("text", ["Avtalen skal ikke evalueres.", "Evaluering kan også være tema.", "–", "#"])
def test_prose_that_denies_does_not_crash(text: str) -> None:
    findings(f"tekst: '{text}'")


@pytest.mark.parametrize("value", ["[…]", "[når]", "…", "XX", "TODO: spør KS", ""])
def test_a_placeholder_counts_as_said_in_a_draft(value: str) -> None:
    keys = f"hyppighet: '{value}', hvordan: '{value}', framlegges: '{value}'"
    meets = f"organisering: {{oppfølging: [{{nivå: '{value}', arena: '{value}', hyppighet: '{value}'}}]}}"
    assert found(keys, meets, status="utkast") == []


THIRD = "framlegges: 3. konsultasjonsmøte"


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        (f"{THIRD}, hyppighet: hvert år", ""),
        (f"{THIRD}, hyppighet: årleg", ""),
        (f"{THIRD}, hyppighet: hvert halvår", ""),
        (f"{THIRD}, hyppighet: hver måned", ""),
        (f"{THIRD}, hyppighet: hver 6. måned", ""),
        (f"{THIRD}, hyppighet: hvert 2. kvartal", ""),
        (f"{THIRD}, hyppighet: hver 12. måned", ""),
        (f"{THIRD}, hyppighet: hvert 2. år", "evaluering.hyppighet"),
        (f"{THIRD}, hyppighet: hver 18. måned", "evaluering.hyppighet"),
        (f"{THIRD}, hyppighet: ved avslutning", "evaluering.hyppighet"),
        (f"{THIRD}, hyppighet: ved behov", "evaluering.hyppighet"),
        ("framlegges: konsultasjonsordningen, hyppighet: hvert år", "evaluering.framlegges"),
        ("framlegges: bilateralt konsultasjonsmøte, hyppighet: hvert år", "evaluering.framlegges"),
        ("framlegges: annet, hyppighet: hvert år", "evaluering.framlegges"),
        ("hyppighet: hvert år", "evaluering.framlegges"),
    ],
)
@pytest.mark.parametrize(
    ("dato", "level"),
    [("2005-10-15", "advarsel"), ("2013-12-31", "advarsel"), ("2013", "advarsel"), ("2014-01-01", "merknad"),
     ("2014", "merknad"), ("2014-12-31", "merknad")],
)  # fmt: skip
def test_the_third_meeting_every_year_until_2014(keys: str, path: str, dato: str, level: str) -> None:
    hits = found(f"hvordan: av partene, {keys}", MEETS, dato=dato)
    assert hits == ([f"MA403 {level} {path}"] if path else [])


@pytest.mark.parametrize("dato", ["2015-01-01", "2015", "2020-09-14", ""])
@pytest.mark.parametrize(
    ("keys", "laid"),
    [
        (f"{THIRD}, hyppighet: hvert år", True),
        (f"{THIRD}, hyppighet: ved avslutning", True),
        (THIRD, True),
        ("framlegges: konsultasjonsordningen", True),
        ("framlegges: bilateralt konsultasjonsmøte, hyppighet: hvert 4. år", True),
        ("framlegges: annet", False),
        ("hyppighet: hvert år", False),
    ],
)
def test_any_meeting_at_any_frequency_from_2015_on_or_when_unknown(dato: str, keys: str, *, laid: bool) -> None:
    assert found(f"hvordan: av partene, {keys}", MEETS, dato=dato) == ([] if laid else [NOT_LAID])


@pytest.mark.parametrize(
    ("start", "status", "expected"),
    [
        ("2012-01-01", "undertegnet", [NOT_LAID]),
        ("2012-01-01", "utkast", [NOT_LAID]),
        ("2016-01-01", "undertegnet", []),
        ("ved undertegning", "undertegnet", []),
        ("ved undertegning", "klar", []),
    ],
)
def test_without_a_signing_date_the_start_gives_the_year(start: str, status: str, expected: list[str]) -> None:
    keys = "hvordan: av partene, hyppighet: hvert år, framlegges: konsultasjonsordningen"
    assert found(keys, MEETS, f"varighet: {{ikrafttredelse: {start}}}", dato="", status=status) == expected


def test_the_year_is_said() -> None:
    (finding,) = findings("hvordan: av partene, framlegges: annet", MEETS, dato="2010-08-20")
    assert "2010" in finding.message
    assert "3. konsultasjonsmøte" in finding.help


@pytest.mark.parametrize(
    ("organisation", "followed"),
    [
        ("oppfølging: []", False),
        ("oppfølging: [{nivå: politisk, arena: kontaktmøte, hyppighet: hvert år}]", False),
        ("oppfølging: [{nivå: administrativt}]", True),
        ("oppfølging: [{arena: kontaktmøte, hyppighet: kvart halvår}]", True),
        ("oppfølging: [{nivå: politisk}, {nivå: administrativt, hyppighet: hver måned}]", True),
        ("regional_koordinering: Arbeidet samordnes med statsforvalteren.", False),
        ("tekst: Partene møtes administrativt to ganger i året.", True),
        ("tekst: Partane har faste administrative kontaktmøte.", True),
        ("oppfølging: [{nivå: administrativt, hyppighet: ved behov}]", False),
    ],
)
def test_fixed_administrative_follow_up(organisation: str, *, followed: bool) -> None:
    keys = "hvordan: av partene, framlegges: konsultasjonsordningen"
    assert found(keys, f"organisering: {{{organisation}}}") == ([] if followed else [NO_FOLLOW_UP])
    assert found(keys) == [NO_FOLLOW_UP]


@pytest.mark.parametrize(
    ("evaluation", "finds"),
    [
        ("", False),
        ("hyppighet: hvert år", True),
        ("hyppighet: hvert år, særskilte_forhold: [brukernes erfaringer]", False),
        ("hyppighet: hvert år, særskilte_forhold: ['[forhold]']", False),
        ("hyppighet: hvert år, tekst: Særlig ses det på brukernes erfaringer.", False),
    ],
)
def test_what_in_particular(evaluation: str, *, finds: bool) -> None:
    text = f"format: 1\ntema: digitalisering\nparter: [Staten, KS]\nevaluering: {{{evaluation}}}\n"
    assert told(check(text, "MA405")) == (["MA405 merknad evaluering.særskilte_forhold"] if finds else [])
