"""MA007 and MA014: the parties by the names of the day, through the front."""

from datetime import date

import pytest

from avtalesjekk.findings import Finding
from avtalesjekk.linting import Input, lint
from avtalesjekk.selection import select

TODAY = date(2026, 11, 22)
RULES = ("MA003", "MA004", "MA007", "MA009", "MA014")
FEIL = ["MA007 feil parter[0].navn"]
ADVARSEL = ["MA007 advarsel parter[0].navn"]


def wrong(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


def findings(parties: str, keys: str, today: date = TODAY) -> tuple[Finding, ...]:
    text = f"format: 1\ntema: skole\nparter: {parties}\n{keys}\n"
    return lint([Input.named("a.yaml", text.encode())], today, select(RULES)).files[0].active


def found(parties: str, keys: str, today: date = TODAY) -> list[str]:
    return [f"{f.rule.code} {f.level.word} {f.path}" for f in findings(parties, keys, today)]


def signed(day: str) -> str:
    return f"status: undertegnet\nunderskrifter: {{dato: {day}}}"


def of(name: str, day: str) -> Finding:
    (finding,) = findings(f"['{name}', KS]", signed(day))
    return finding


# The name, the days on which it is good, and the days on which it is not.
@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("KRD", "1998-01-01 2013-12-31 2013", "2014-01-01 1997-12-31 2014"),
        ("KMD", "2014-01-01 2021-12-31 2014 2021 2021-12", "2013-12-31 2022-01-01 2022 2022-01 2013"),
        ("KDD", "2022-01-01 2022 2026-11-22", "2021-12-31 2021 2021-12"),
        ("HD", "2002-01-01 2004-09-30 2004 2004-09", "2001-12-31 2004-10-01 2004-10 2005"),
        ("HOD", "2004-10-01 2004 2004-10 2020-01-01", "2004-09-30 2004-09 2003"),
        ("ASD", "2004-10-01 2005-12-31 2014-01-01 2021-12-31", "2004-09-30 2006-01-01 2013-12-31 2022-01-01"),
        ("AID", "2006-01-01 2009-12-31 2022-01-01 2009 2022", "2005-12-31 2010-01-01 2021-12-31 2010"),
        ("AD", "2010-01-01 2013-12-31", "2009-12-31 2014-01-01"),
        ("BFD", "2005-12-31 2019-01-22 2019-05-03 2019-05-04 2005 2019", "2006-01-01 2018-12-31 2019-01-21 2006"),
        ("BLD", "2006-01-01 2010-01-01 2016-04-01 2019-01-21 2019-05-03 2019-05 2019", "2005-12-31"),
        ("KD", "2001-12-31 2006-01-01 2001 2006", "2002-01-01 2005-12-31 2005"),
        ("KUD", "2010-01-01 2021-12-31 2022-01-01", "2009-12-31"),
        ("FAD", "2006-01-01 2009-12-31 2010-01-01 2013-12-31", "2005-12-31 2014-01-01"),
        ("JD", "2001-01-01 2011-12-31 2012-01-01 2026-01-01", ""),
        ("DFD", "2024-01-01", "2023-12-31"),
        ("LD", "2004-09-30", "2004-10-01"),
        ("LMD", "2004-10-01", "2004-09-30"),
        ("MOD", "2004-10-01 2005-12-31", "2004-09-30 2006-01-01"),
        ("OED", "2023-12-31", "2024-01-01"),
        ("UD", "2001-01-01 2026-01-01", ""),
        ("kmd", "2020-01-01", "2022-01-01"),
        ("Utanriksdepartementet", "2001-01-01 2026-01-01", ""),
        ("Kultur- og kyrkjedepartementet", "2002-01-01 2009-12-31", "2010-01-01"),
        ("Kulturdepartementet", "2001-12-31 2010-01-01 2021-12-31", "2002-01-01 2009-12-31 2022-01-01"),
        ("Utdannings- og forskingsdepartementet", "2005-12-31", "2006-01-01"),
        ("Fornyings-, administrasjons- og kyrkjedepartementet", "2010-01-01 2013-12-31", "2009-12-31 2014-01-01"),
        ("Barne- og likestillingsdepartementet", "2009-12-31 2016-04-01 2019-05-03", "2010-01-01 2016-03-31"),
        ("Barne-, likestillings- og inkluderingsdepartementet", "2010-01-01 2016-03-31", "2009-12-31 2016-04-01"),
        ("Justis- og politidepartementet", "2011-12-31", "2012-01-01"),
        ("Justis- og beredskapsdepartementet", "2012-01-01", "2011-12-31"),
        ("Det kongelige kunnskapsdepartement", "2020-01-01", "2005-12-31"),
        ("Det kongelege kunnskapsdepartement", "2020-01-01", "2005-12-31"),
        ("Det kongelege kommunal- og moderniseringsdepartement", "2021-12-31", "2022-01-01"),
    ],
)  # fmt: skip
def test_names_on_days(name: str, good: str, bad: str) -> None:
    for day in good.split():
        assert found(f"['{name}', KS]", signed(day)) == [], day
    for day in bad.split():
        assert found(f"['{name}', KS]", signed(day)) == FEIL, day


@pytest.mark.parametrize(
    ("name", "day", "message", "help_"),
    [
        ("KMD", "2022-01-01", "heter Kommunal- og distriktsdepartementet (KDD) fra 1. januar 2022", "skriv KDD"),
        ("KDD", "2021-12-31", "het Kommunal- og moderniseringsdepartementet (KMD) fra 1. januar 2014", "skriv KMD"),
        ("AID", "2012-06-01", "het Arbeidsdepartementet (AD) fra 1. januar 2010", "skriv AD"),
        ("SHD", "2003-06-01", "het Helsedepartementet (HD) fra 1. januar 2002", "skriv HD"),
        (
            "Kulturdepartementet",
            "2005-06-01",
            "het Kultur- og kirkedepartementet (KKD) fra 1. januar 2002",
            "skriv KKD",
        ),
        ("FAD", "2005-12-31", "het Moderniseringsdepartementet (MOD) fra 1. oktober 2004", "skriv MOD"),
        ("FAD", "2014-01-01", "het Kommunal- og moderniseringsdepartementet (KMD) fra 1. januar 2014", "skriv KMD"),
    ],
)
def test_it_says_what_it_was_or_is_called(name: str, day: str, message: str, help_: str) -> None:
    finding = of(name, day)
    assert finding.message.startswith(f"«{name}» fantes ikke ")
    assert finding.message.endswith(f": departementet {message}")
    assert finding.help == help_
    assert finding.fix
    assert (finding.fix.safe, finding.fix.edits[0].content.strip("'")) == (False, help_.removeprefix("skriv "))


def test_a_department_without_a_forerunner() -> None:
    finding = of("DFD", "2023-12-31")
    assert finding.message == (
        "«DFD» fantes ikke 31. desember 2023: Digitaliserings- og forvaltningsdepartementet (DFD) fantes fra "
        "1. januar 2024"
    )
    assert finding.help == "før opp departementet som hadde ansvaret den dagen"


def test_the_day_is_no_surer_than_it_is_given() -> None:
    assert "fantes ikke 1. januar" not in of("KMD", "2022").message


def test_an_abbreviation_of_two_departments_suggests_both() -> None:
    assert "UFD" in of("KD", "2004-06-01").message + of("KD", "2004-06-01").help


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("status: undertegnet", []),
        ("status: undertegnet\nvarighet: {ikrafttredelse: ved undertegning}", []),
        ("status: undertegnet\nvarighet: {ikrafttredelse: 2022-01-01}", FEIL),
        ("varighet: {ikrafttredelse: 2021-12-31}", []),
        ("varighet: {ikrafttredelse: 2022-01-01}", FEIL),
        ("underskrifter: {dato: 2021-12-31}\nvarighet: {ikrafttredelse: 2022-01-01}", []),
        ("underskrifter: {dato: 2022-01-01}\nvarighet: {ikrafttredelse: 2021-12-31}", FEIL),
        ("underskrifter: {av: [{dato: 2021-12-30}, {dato: 2022-01-01}]}", FEIL),
        ("underskrifter: {dato: 2021-12-31, av: [{dato: 2022-01-01}]}", []),
        ("", ADVARSEL),
        ("status: klar", ADVARSEL),
        ("status: klar\nvarighet: {ikrafttredelse: ved undertegning}", ADVARSEL),
    ],
)
def test_the_day_of_the_agreement(keys: str, expected: list[str]) -> None:
    assert found("[KMD, KS]", keys) == expected


@pytest.mark.parametrize(("today", "expected"), [(date(2021, 12, 31), []), (date(2022, 1, 1), ADVARSEL)])
def test_the_day_of_the_run(today: date, expected: list[str]) -> None:
    assert found("[KMD, KS]", "", today) == expected
    for finding in findings("[KMD, KS]", "", today):
        assert finding.today
        assert "1. januar 2022" in finding.message


@pytest.mark.parametrize(("name", "day", "expected"), [
    ("BLD", "2019-05-03", []), ("BLD", "2019-05-04", ADVARSEL), ("BLD", "2020", ADVARSEL),
    ("Barne- og likestillingsdepartementet", "2019-05-04", ADVARSEL), ("BFD", "2019-01-22", []),
    ("BFD", "2019-01-21", FEIL), ("FIN", "1900", []), ("Samferdselsdepartementet", "1990-01-01", [])])  # fmt: skip
def test_certainty(name: str, day: str, expected: list[str]) -> None:
    assert found(f"['{name}', KS]", signed(day)) == expected


@pytest.mark.parametrize(
    "parties",
    [
        "[Staten, KS]",
        "[staten, ks]",
        "[KMD, Kommunenes Sentralforbund]",
        "[KMD, Norske Kommuners Sentralforbund]",
        "[KMD, kommunenes  sentralforbund]",
        "[{navn: Læringssenteret, forkortelse: LS, side: staten}, KS]",
        "[KMD, {navn: Kommunesektorens organisasjon, side: ks}]",
        "[KMD, {navn: KS, side: ks}]",
    ],
)
def test_other_parties(parties: str) -> None:
    assert found(parties, signed("2020-09-14")) == []


def test_a_department_with_a_side_is_a_department() -> None:
    assert found("[{navn: KMD, side: staten}, KS]", signed("2022-01-01")) == FEIL


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Kommunal- og moderniseringsdep", "Kommunal- og moderniseringsdepartementet"),
        ("Fornyings- og kirkedepartementet", "Fornyings-, administrasjons- og kirkedepartementet"),
        ("Barne-, likestillings- og integreringsdepartementet", "Barne-, likestillings- og inkluderingsdepartementet"),
        ("Kultur- og kyrkjedepartement", "Kulturdepartementet"),
        ("Kunnskap", "Kunnskapsdepartementet"),
        pytest.param(
            "Miljødepartementet",
            "Klima- og miljødepartementet",
        ),
        ("Justisdepartementet", "Justis- og beredskapsdepartementet"),
        ("Næringsdepartementet", "Nærings- og fiskeridepartementet"),
        ("Barnedepartementet", "Barne- og familiedepartementet"),
        ("KSS", "KS"),
        ("Kommunens Sentralforbund", "Kommunenes Sentralforbund"),
    ],
)
def test_unknown_names_with_a_suggestion(name: str, meant: str) -> None:
    finding = of(name, "2020-06-01")
    assert (finding.rule.code, finding.level.word, finding.path) == ("MA007", "feil", "parter[0].navn")
    assert f"«{meant}»" in finding.help


# Four letters or fewer are too short to be near anything.
@pytest.mark.parametrize(
    ("name", "side"), [("IMDi", "staten"), ("UDI", "staten"), ("KMDD", "staten"), ("Oslo kommune", "ks")]
)
def test_unknown_names_without_a_suggestion(name: str, side: str) -> None:
    assert of(name, "2020-06-01").help == f"er det et annet organ, skriv {{navn: {name}, side: {side}}}"


@pytest.mark.parametrize(
    ("keys", "level"), [(signed("2020"), "feil"), ("status: undertegnet", "feil"), ("", "advarsel")]
)
def test_levels_of_unknown_names(keys: str, level: str) -> None:
    assert found("[Xyz, KS]", keys) == [f"MA007 {level} parter[0].navn"]


def test_wrong_official_names_are_corrected() -> None:
    finding = of("Fornyings- og kirkedepartementet", "2010-06-01")
    assert "registeret kjenner" not in finding.message
    assert "Fornyings-, administrasjons- og kirkedepartementet" in finding.message


@pytest.mark.parametrize(
    ("parties", "missing"),
    [
        ("[KMD]", ["KS"]),
        ("[KMD, HOD]", ["KS"]),
        ("[KS]", ["staten"]),
        ("[{navn: Etaten, side: staten}]", ["KS"]),
        ("[{navn: Forbundet, side: ks}]", ["staten"]),
        pytest.param("[]", ["KS", "staten"]),
    ],
)
def test_a_side_is_missing(parties: str, missing: list[str]) -> None:
    hits = findings(parties, signed("2020-09-14"))
    assert [f.message for f in hits] == [f"{side} er ikke part i avtalen" for side in missing]
    assert {(f.rule.code, f.level.word, f.path) for f in hits} == {("MA014", "feil", "parter")}


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ("[Xyz, KS]", ADVARSEL),
        pytest.param("", ["MA004 feil parter"]),
        ("[KSS, KDD]", ADVARSEL),
        ("KDD, KS", ["MA003 feil parter"]),
        ("['', KS]\nstatus: klar", ["MA009 feil parter[0].navn"]),
        ("['[departementet]', KS]\nstatus: klar", ["MA009 feil parter[0].navn"]),
        ("['[departementet]', KS]", []),
        ("[KMD, '[KS]']\nunderskrifter: {dato: 2020-05-01}", []),
        ("[Barne-, likestillings- og inkluderingsdepartementet, KS]", FEIL),
    ],
)
def test_one_finding_for_one_fault(parties: str, expected: list[str]) -> None:
    assert found(parties, "") == expected
