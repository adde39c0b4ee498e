"""The departments and KS by name and day, as `fakta.md` c and d have them."""

from datetime import date, timedelta

import pytest

from avtalesjekk.norwegian.dates import parse_iso
from avtalesjekk.register.departments import (
    departments,
    lifetime,
    misnamed,
    name_of_ks,
    named,
    on_day,
    relatives_on,
)

DAY = timedelta(days=1)


def ids(name: str, first: str, last: str = "") -> list[str]:
    found = on_day(named(name), date.fromisoformat(first), date.fromisoformat(last or first))
    return sorted(d.id for d in found)


# Name, nynorsk where it differs, abbreviation, first and last day, certainty.
TABLE = [
    ("Kommunal- og regionaldepartementet", "", "KRD", "1998-01-01", "2013-12-31", "H"),
    ("Kommunal- og moderniseringsdepartementet", "", "KMD", "2014-01-01", "2021-12-31", "H"),
    ("Kommunal- og distriktsdepartementet", "", "KDD", "2022-01-01", "", "H"),
    ("Arbeids- og administrasjonsdepartementet", "", "AAD", "1998", "2004-09-30", "H*"),
    ("Moderniseringsdepartementet", "", "MOD", "2004-10-01", "2005-12-31", "H*"),
    ("Fornyings- og administrasjonsdepartementet", "", "FAD", "2006-01-01", "2009-12-31", "H"),
    ("Fornyings-, administrasjons- og kirkedepartementet", "Fornyings-, administrasjons- og kyrkjedepartementet",
     "FAD", "2010-01-01", "2013-12-31", "H*"),
    ("Digitaliserings- og forvaltningsdepartementet", "", "DFD", "2024-01-01", "", "H"),
    ("Sosialdepartementet", "", "SOS", "2002-01-01", "2004-09-30", "H"),
    ("Arbeids- og sosialdepartementet", "", "ASD", "2004-10-01", "2005-12-31", "H"),
    ("Arbeids- og inkluderingsdepartementet", "", "AID", "2006-01-01", "2009-12-31", "H"),
    ("Arbeidsdepartementet", "", "AD", "2010-01-01", "2013-12-31", "H"),
    ("Arbeids- og sosialdepartementet", "", "ASD", "2014-01-01", "2021-12-31", "H"),
    ("Arbeids- og inkluderingsdepartementet", "", "AID", "2022-01-01", "", "H"),
    ("Barne- og familiedepartementet", "", "BFD", "1991-01-01", "2005-12-31", "H"),
    ("Barne- og likestillingsdepartementet", "", "BLD", "2006-01-01", "2009-12-31", "H"),
    ("Barne-, likestillings- og inkluderingsdepartementet", "", "BLD", "2010-01-01", "2016-03-31", "H"),
    ("Barne- og likestillingsdepartementet", "", "BLD", "2016-04-01", "2019-01-21", "H"),
    ("Barne- og likestillingsdepartementet", "", "BLD", "2019-01-22", "2019-05-03", "M"),
    ("Barne- og familiedepartementet", "", "BFD", "2019-01-22", "", "M"),
    ("Sosial- og helsedepartementet", "", "SHD", "", "2001-12-31", "H"),
    ("Helsedepartementet", "", "HD", "2002-01-01", "2004-09-30", "H"),
    ("Helse- og omsorgsdepartementet", "", "HOD", "2004-10-01", "", "H"),
    ("Utdannings- og forskningsdepartementet", "Utdannings- og forskingsdepartementet",
     "UFD", "2002-01-01", "2005-12-31", "H"),
    ("Kunnskapsdepartementet", "", "KD", "2006-01-01", "", "H"),
    ("Kultur- og kirkedepartementet", "Kultur- og kyrkjedepartementet", "KKD", "2002-01-01", "2009-12-31", "H"),
    ("Kulturdepartementet", "", "KUD", "2010-01-01", "2021-12-31", "H"),
    ("Kultur- og likestillingsdepartementet", "", "KUD", "2022-01-01", "", "H"),
    ("Miljøverndepartementet", "", "MD", "1972-05-08", "2013-12-31", "H"),
    ("Klima- og miljødepartementet", "", "KLD", "2014-01-01", "", "H"),
    ("Justis- og politidepartementet", "", "JD", "1819", "2011-12-31", "H"),
    ("Justis- og beredskapsdepartementet", "", "JD", "2012-01-01", "", "H"),
    ("Nærings- og handelsdepartementet", "", "NHD", "", "2013-12-31", "H*"),
    ("Fiskeri- og kystdepartementet", "", "FKD", "2004-10-01", "2013-12-31", "H*"),
    ("Fiskeridepartementet", "", "", "", "2004-09-30", "H*"),
    ("Nærings- og fiskeridepartementet", "", "NFD", "2014-01-01", "", "H*"),
    ("Landbruksdepartementet", "", "LD", "", "2004-09-30", "H"),
    ("Landbruks- og matdepartementet", "", "LMD", "2004-10-01", "", "H"),
    ("Olje- og energidepartementet", "", "OED", "", "2023-12-31", "H"),
    ("Energidepartementet", "", "ED", "2024-01-01", "", "H*"),
    ("Utenriksdepartementet", "Utanriksdepartementet", "UD", "", "", "L"),
    ("Finansdepartementet", "", "FIN", "", "", "L"),
    ("Forsvarsdepartementet", "", "FD", "", "", "L"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "nynorsk", "short", "fra", "til", "certainty"), TABLE)
def test_the_table_of_departments(name: str, nynorsk: str, short: str, fra: str, til: str, certainty: str) -> None:
    (row,) = (d for d in named(name) if (str(d.held.fra or ""), str(d.held.til or "")) == (fra, til))
    assert (row.navn, row.nynorsk, row.forkortelse, row.held.tillit) == (name, nynorsk, short, certainty)
    start, end = parse_iso(fra), parse_iso(til)
    for form in filter(None, (name, nynorsk, short, f"Det kongelige {name.removesuffix('et')}", name.upper())):
        assert row in named(form)
        if start:
            assert row in on_day(named(form), start.first, start.first)
            assert row not in on_day(named(form), start.first - DAY, start.first - DAY)
        if end:
            assert row in on_day(named(form), end.last, end.last)
            assert row not in on_day(named(form), end.last + DAY, end.last + DAY)


def test_every_row_has_a_source_and_its_successors_exist() -> None:
    every = {d.id: d for d in departments()}
    assert len(every) == len(departments())
    for d in departments():
        assert d.held.kilde
        for later in map(every.__getitem__, d.etterfølger):
            assert d.held.til is not None
            assert later.held.fra is not None
            assert later.held.fra.first <= d.held.til.last + DAY


@pytest.mark.parametrize(
    ("name", "first", "last", "expected"),
    [
        ("KD", "2001-12-31", "", ["KD-1991"]),
        ("KD", "2002-01-01", "2005-12-31", []),
        ("KD", "2001-01-01", "2006-12-31", ["KD-1991", "KD-2006"]),
        ("HD", "2004-01-01", "2004-12-31", ["HD-2002"]),
        ("ASD", "2004-09-30", "", []),
        ("ASD", "2004-09-01", "2004-10-31", ["ASD-2004"]),
        ("BFD", "2019-01-21", "", []),
        ("BFD", "2019-01-22", "", ["BFD-2019"]),
        ("BLD", "2016-03-31", "", ["BLD-2010"]),
        ("BLD", "2016-04-01", "", ["BLD-2016"]),
        ("BLD", "2019-01-01", "2019-12-31", ["BLD-2016", "BLD-2019"]),
        ("BLD", "2019-05-04", "", []),
        ("FAD", "2009-12-31", "2010-01-01", ["FAD-2006", "FAD-2010"]),
        ("JD", "2011-12-31", "", ["JD-1819"]),
        ("KUD", "2022-01-01", "", ["KUD-2022"]),
        ("Kulturdepartementet", "2005-01-01", "", []),
        ("Barne- og likestillingsdepartementet", "2012-01-01", "", []),
        ("Det kongelege utanriksdepartement", "2020-01-01", "", ["UD"]),
        ("  Det  Kongelige Helse- og\u00a0omsorgsdepartement ", "2020-01-01", "", ["HOD-2004"]),
        ("Samferdledepartementet", "2020-01-01", "", []),
        ("Kunnskapsdepartement", "2020-01-01", "", []),
        ("Det kongelige KD", "2020-01-01", "", []),
        ("", "2020-01-01", "", []),
    ],
)
def test_by_name_and_day(name: str, first: str, last: str, expected: list[str]) -> None:
    assert ids(name, first, last) == expected


@pytest.mark.parametrize(
    ("department", "day", "expected"),
    [
        ("KMD-2014", "2022-01-01", ["KDD-2022"]),
        ("KRD-1998", "2023-01-01", ["KDD-2022"]),
        ("KDD-2022", "2012-01-01", ["FAD-2010", "KRD-1998"]),
        ("AAD-1998", "2004-10-01", ["ASD-2004", "MOD-2004"]),
        ("SHD", "2004-09-30", ["HD-2002", "SOS-2002"]),
        ("SHD", "2004-10-01", ["ASD-2004", "HOD-2004"]),
        ("KUD-2010", "2001-06-01", ["KD-1991"]),
        ("KD-2006", "2005-12-31", ["UFD-2002"]),
        ("BFD-1991", "2018-01-01", ["BLD-2016"]),
        ("NFD-2014", "2004-09-30", ["Fiskeridepartementet", "NHD"]),
        ("DFD-2024", "2023-12-31", []),
        ("UFD-2002", "2001-12-31", []),
    ],
)
def test_what_it_was_or_became(department: str, day: str, expected: list[str]) -> None:
    (one,) = (d for d in departments() if d.id == department)
    assert sorted(d.id for d in relatives_on(one, date.fromisoformat(day))) == expected


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("KMD", "2022-01-01", "til 31. desember 2021"),
        ("KMD", "2020-01-01", "fra 1. januar 2014"),
        ("KDD", "2021-12-31", "fra 1. januar 2022"),
        ("AAD", "1997-01-01", "fra 1998"),
        ("UD", "2020-01-01", ""),
    ],
)
def test_lifetime(name: str, day: str, expected: str) -> None:
    assert lifetime(named(name)[0], date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Barne-, likestillings- og integreringsdepartementet", ["BLD-2010"]),
        ("fornyings- og kirkedepartementet", ["FAD-2010"]),
        ("Det kongelige fornyings- og kirkedepartement", ["FAD-2010"]),
        ("Kunnskapsdepartementet", []),
    ],
)
def test_wrong_names_in_circulation(name: str, right: list[str]) -> None:
    assert [d.id for d in misnamed(name)] == right
    assert not named(name) or not right


@pytest.mark.parametrize(
    ("name", "ks"),
    [
        ("KS", True),
        (" ks ", True),
        ("Kommunenes Sentralforbund", True),
        ("Norske Kommuners Sentralforbund", True),
        ("KSF", False),
        ("KS Bedrift", False),
        ("KD", False),
        ("", False),
    ],
)
def test_the_names_of_ks(name: str, ks: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert name_of_ks(name) is ks
