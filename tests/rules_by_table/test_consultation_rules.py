"""MA701–MA704: signed at a meeting, reviewed after a change of government, cleared first, signed in time."""

from datetime import date

import pytest

from avtalesjekk.findings import Finding
from avtalesjekk.rules.rule import Level

from .lines import TODAY, check, merged, told

BASE = """\
format: 1
tema: bosetting av flyktninger
parter: [Staten, KS]
status: undertegnet
"""


def findings(fragment: str, code: str, today: date = TODAY) -> tuple[Finding, ...]:
    return check(merged(BASE, fragment), "MA003", "MA004", code, today=today)


def found(fragment: str, code: str, today: date = TODAY) -> list[str]:
    return told(findings(fragment, code, today))


def ran(start: str, end: str, events: str = "", more: str = "") -> str:
    return (
        f"varighet: {{ikrafttredelse: {start}, til: {end}}}\nunderskrifter: {{dato: {start}}}\n"
        f"historikk: [{events}]\n{more}"
    )


@pytest.mark.parametrize("day", [
    "2006-04-26", "2006-04-30", "2006-05", "2006-07-31", "2006-09-01", "2006-09-30", "2006-11-01", "2007-01",
    "2008-02-29", "2009-07-31", "2011-11-30", "2012-12-01", "2013-09", "2013-11-01", "2013-12-31"])  # fmt: skip
def test_signed_outside_the_meetings(day: str) -> None:
    assert found(f"underskrifter: {{dato: {day}}}", "MA701") == ["MA701 merknad underskrifter.dato"]


@pytest.mark.parametrize("day", [
    "2006-04-25", "2006-03", "2004-11", "2004", "2006-08-01", "2006-08-31", "2006-08", "2006-10-01", "2006-10-31",
    "2007-08", "2013-10-31", "2013-10", "2008", "2013", "2014-01-01", "2014-09", "2020-09-14", "",
    "2006-04"])  # fmt: skip
def test_signed_at_the_meetings_or_outside_their_time(day: str) -> None:
    assert found(f"underskrifter: {{dato: {day}}}", "MA701") == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("varighet: {ikrafttredelse: 2008-02-01}", []),
        ("underskrifter: {av: [{dato: 2008-07-01}, {dato: 2008-08-01}]}", []),
        ("underskrifter: {av: [{dato: 2008-08-01}, {dato: 2008-09-01}]}", ["MA701 merknad underskrifter.av[1].dato"]),
        ("underskrifter: {dato: 2008-08-01, av: [{dato: 2008-09-01}]}", []),
    ],
)
def test_the_date_that_counts(keys: str, expected: list[str]) -> None:
    assert found(keys, "MA701") == expected


def test_what_it_says_of_the_meetings() -> None:
    (finding,) = findings("underskrifter: {dato: 2007-09-03}", "MA701")
    assert finding.message == (
        "avtalen er undertegnet 3. september 2007, utenom 3. og 4. konsultasjonsmøte (august og oktober)"
    )


def test_what_it_says_of_a_month() -> None:
    (finding,) = findings("underskrifter: {dato: 2007-09}", "MA701")
    assert "undertegnet ca. september 2007" in finding.message or "undertegnet i september 2007" in finding.message


@pytest.mark.parametrize(
    ("fragment", "government"),
    [
        (ran("2004-01-01", "2006-12-31"), "Stoltenberg II tiltrådte 17. oktober 2005"),
        (ran("2004-01-01", "2014-12-31"), "Solberg tiltrådte 16. oktober 2013"),
        (ran("2004-01-01", "2014-12-31", "{dato: 2006-01-01, hendelse: gjennomgått}"), "Solberg tiltrådte 16."),
        (ran("2004-01-01", "2014-12-31", "{dato: 2013-10-15, hendelse: videreført}"), "Solberg tiltrådte 16."),
        (ran("2004-01-01", "2014-12-31", "{dato: 2014-01-01, hendelse: evaluert}"), "Solberg tiltrådte 16."),
        (ran("2005-10-16", "2006-12-31"), "Stoltenberg II"),
        (ran("2000-06-01", "2001-12-31"), "Bondevik II tiltrådte 19. oktober 2001"),
        (ran("2020-01-01", "2025-12-31"), "Støre tiltrådte 14. oktober 2021"),
        (ran("2004", "2006"), "Stoltenberg II"),
        (ran("2004-11", "2005-11"), "Stoltenberg II"),
        ("varighet: {ikrafttredelse: 2004-01-01, lengde: 2 år}", "Stoltenberg II"),
        ("varighet: {lengde: 2 år}\nunderskrifter: {dato: 2004-11}", "Stoltenberg II"),
    ],
)  # fmt: skip
def test_a_government_that_nobody_reviewed_it_under(fragment: str, government: str) -> None:
    (finding,) = findings(fragment, "MA702")
    assert (finding.rule.code, finding.level.word, finding.path) == ("MA702", "merknad", "historikk")
    assert finding.message.startswith(f"regjeringen {government}")


@pytest.mark.parametrize(
    "fragment",
    [
        ran("2005-10-17", "2006-12-31"),
        ran("2005-10-18", "2013-10-15"),
        ran("2004-01-01", "2005-10-16"),
        ran("2005", "2006"),
        ran("2018-01-01", "2020-12-31"),
        ran("2004-01-01", "2014-12-31", "{dato: 2013-10-16, hendelse: gjennomgått}"),
        ran("2004-01-01", "2014-12-31", "{dato: 2013, hendelse: videreført}"),
        ran("2004-01-01", "2014-12-31", "{dato: 2013-11, hendelse: reforhandlet}"),
        ran("2004-01-01", "2006-12-31", "{dato: 2005-12-01, hendelse: sagt opp}"),
        ran("2004-01-01", "2006-12-31", "{dato: 2005-12-01, hendelse: erstattet, av: b}"),
        ran("2004-01-01", "2014-12-31", "{dato: 2005-10-16, hendelse: sagt opp}"),
        ran("2004-01-01", "2014-12-31", "{dato: 2005-10-16, hendelse: erstattet, av: b}"),
        ran("2004-01-01", "2006-12-31", "{dato: 2005-10-17, hendelse: gjennomgått}, {dato: 2006, hendelse: evaluert}"),
        "underskrifter: {dato: 2004-01-01}\nvarighet: {ikrafttredelse: 2004-01-01}",
        "varighet: {til: 2006-12-31}",
        "varighet: {ikrafttredelse: 2005-11-01, til: 2006-12-31}\nunderskrifter: {dato: 2005-09-01}",
        "status: utkast\nvarighet: {til: 2030-12-31}",
        "status: utkast\nvarighet: {ikrafttredelse: 2004-01-01, til: 2006-12-31}",
        "status: klar\nvarighet: {ikrafttredelse: 2004-01-01, til: 2006-12-31}",
        ran("2004-01-01", "2005-10-17"),
    ],
)  # fmt: skip
def test_no_review_is_missing(fragment: str) -> None:
    assert found(fragment, "MA702") == []


@pytest.mark.parametrize(("today", "hits"), [(date(2021, 10, 13), 0), (date(2021, 10, 14), 1), (date(2030, 1, 1), 1)])
def test_a_change_that_has_not_come_yet(today: date, hits: int) -> None:
    assert found(ran("2020-01-01", "2025-12-31"), "MA702", today) == ["MA702 merknad historikk"] * hits


@pytest.mark.parametrize(
    ("cleared", "begun", "hits"),
    [
        ("møte: 2, år: 2020", "2020-03-31", 1),
        ("møte: 2, år: 2020", "2020-03", 1),
        ("møte: 2, år: 2020", "2019", 1),
        ("møte: 2, år: 2007", "2007-03-31", 1),
        ("møte: 2, år: 2005", "2004-12-31", 1),
        ("år: 2020", "2020-03-31", 1),
        ("møte: 3, år: 2007", "2007-07-31", 1),
        ("møte: 2, år: 2020", "2020-04-01", 0),
        ("møte: 2, år: 2020", "2020-04", 0),
        ("møte: 2, år: 2020", "2020", 0),
        ("møte: 2, år: 2020", "'[dato]'", 0),
        ("møte: 2, år: 2020", "", 0),
        ("møte: 2, år: 2005", "2005-02-01", 0),
        ("møte: 3, år: 2007", "2007-08-01", 0),
        ("møte: 4, år: 2020", "2020-01-15", 0),
        ("møte: 2", "2020-03-31", 0),
        ("", "2020-03-31", 0),
    ],
)
def test_begun_before_it_was_cleared(cleared: str, begun: str, hits: int) -> None:
    fragment = f"konsultasjon: {{avklart: {{{cleared}}}, påbegynt: {begun}}}"
    assert found(fragment, "MA703") == ["MA703 merknad konsultasjon.påbegynt"] * hits


def test_what_it_says_of_the_clearing() -> None:
    (finding,) = findings("konsultasjon: {avklart: {møte: 2, år: 2020}, påbegynt: 2020-03-31}", "MA703")
    assert finding.message == ("arbeidet begynte 31. mars 2020, før 2. konsultasjonsmøte i 2020 hadde avklart området")


SIGNED = ["MA704 merknad underskrifter.dato"]
WAITING = ["MA704 merknad konsultasjon.avklart"]


@pytest.mark.parametrize(
    ("cleared", "keys", "expected"),
    [
        ("møte: 2, år: 2020", "underskrifter: {dato: 2021-01-01}", SIGNED),
        ("møte: 2, år: 2020", "underskrifter: {dato: 2021}", SIGNED),
        ("møte: 2, år: 2007", "underskrifter: {dato: 2008-08-15}", SIGNED),
        ("møte: 2, år: 2020", "status: utkast\nunderskrifter: {dato: 2021-01-01}", SIGNED),
        ("møte: 2, år: 2020", "underskrifter: {av: [{dato: 2020-12-31}, {dato: 2021-01-01}]}",
         ["MA704 merknad underskrifter.av[1].dato"]),
        ("møte: 2, år: 2020", "underskrifter: {dato: 2020-12-31}", []),
        ("møte: 2, år: 2020", "underskrifter: {dato: 2020}", []),
        ("møte: 2, år: 2020", "underskrifter: {dato: 2019-12-31}", []),
        ("møte: 1, år: 2020", "underskrifter: {dato: 2021-01-01}", []),
        ("møte: 3, år: 2020", "underskrifter: {dato: 2021-01-01}", []),
        ("år: 2020", "underskrifter: {dato: 2021-01-01}", []),
        ("møte: 2", "underskrifter: {dato: 2021-01-01}", []),
        ("møte: 2, år: 2020", "status: undertegnet", []),
        ("møte: 2, år: 2020", "status: utkast", WAITING),
        ("møte: 2, år: 2020", "status: klar", WAITING),
        ("møte: 2, år: 2026", "status: klar", []),
        ("møte: 3, år: 2020", "status: klar", []),
    ],
)  # fmt: skip
def test_signed_in_time(cleared: str, keys: str, expected: list[str]) -> None:
    assert found(f"konsultasjon: {{avklart: {{{cleared}}}}}\n{keys}", "MA704") == expected


@pytest.mark.parametrize(("today", "expected"), [(date(2026, 12, 31), []), (date(2027, 1, 1), WAITING)])
def test_not_signed_by_the_day_of_the_run(today: date, expected: list[str]) -> None:
    fragment = "status: klar\nkonsultasjon: {avklart: {møte: 2, år: 2026}}"
    assert found(fragment, "MA704", today) == expected
    for finding in findings(fragment, "MA704", today):
        assert "1. januar 2027" in finding.message
        assert not finding.fails(Level.MERKNAD)
