"""Who held an office on a day, as `fakta.md` d and h have them; the day of a change belongs to both."""

from datetime import date

import pytest

from avtalesjekk.register.departments import departments
from avtalesjekk.register.offices import ks_leaders, ministers


def names(felt: str, first: str, last: str = "") -> list[str]:
    days = date.fromisoformat(first), date.fromisoformat(last or first)
    held = ks_leaders(*days) if felt == "ks" else ministers(felt, *days)
    return sorted({holder.navn.rpartition(" ")[2] for holder in held})


@pytest.mark.parametrize(
    ("felt", "day", "expected"),
    [
        ("ks", "2001-10-16", "Skard"),
        ("ks", "2012-02-01", "Helgesen Skard"),
        ("ks", "2015-11-11", "Helgesen"),
        ("ks", "2020-02-11", "Helgesen"),
        ("ks", "2020-02-12", "Gram Helgesen"),
        ("ks", "2020-02-13", "Gram"),
        ("ks", "2021-10-14", "Gram Helgesen"),
        ("ks", "2021-10-15", "Helgesen"),
        ("kommunal", "2021-10-13", "Astrup Helleland"),
        ("kommunal", "2021-10-14", "Astrup Gram Helleland"),
        ("kommunal", "2021-10-15", "Gram"),
        ("kommunal", "2019-01-21", "Mæland"),
        ("kommunal", "2019-01-22", "Astrup Mæland"),
        ("kommunal", "2020-01-24", "Astrup Helleland Mæland"),
        ("kommunal", "2022-04-12", "Gjelsvik Gram"),
        ("kommunal", "2023-10-17", "Sande Tung"),
        ("kommunal", "2024-01-01", "Sande"),
        ("kommunal", "2007-09-21", "Haga Kleppa"),
        ("kommunal", "2025-09-16", "Skjæran Stenseng"),
        ("forvaltning", "2024-01-01", "Tung"),
        ("helse", "2004-06-18", "Gabrielsen Høybråten"),
        ("helse", "2024-04-19", "Kjerkol Vestre"),
        ("helse", "2019-05-03", "Høie Listhaug Michaelsen"),
        ("kunnskap", "2017-10-01", "Asheim Isaksen"),
        ("kunnskap", "2020-03-13", "Asheim Grande Melby"),
        ("kunnskap", "2011-01-01", "Aasland Halvorsen"),
        ("barn", "2008-02-15", "Giske Ramin-Osmundsen"),
        ("barn", "2008-02-28", "Giske"),
        ("barn", "2012-03-06", "Halvorsen"),
        ("barn", "2019-01-22", "Helleland Ropstad"),
        ("barn", "2020-07-01", "Ropstad Røse"),
        ("barn", "2021-09-21", "Bollestad"),
        ("arbeid", "2009-10-02", "Andersen Hanssen"),
        ("arbeid", "2009-12-20", "Aasrud"),
        ("arbeid", "2009-12-21", "Bjurstrøm"),
        ("arbeid", "2022-03-04", "Skjæran Tajik"),
        ("arbeid", "2022-03-05", "Skjæran"),
        ("arbeid", "2022-03-07", "Persen Skjæran"),
        ("landbruk", "2018-08-31", "Dale Hoksrud"),
        ("miljo", "2024-10-01", "Eriksen Sandvik"),
        ("justis", "2011-01-18", "Faremo Storberget"),
        ("justis", "2011-01-19", "Storberget"),
        ("justis", "2018-03-25", "Sandberg"),
        ("kultur", "2009-10-20", "Giske Huitfeldt"),
        ("utenriks", "2020-01-01", ""),
        ("kommunal", "1999-01-01", ""),
    ],
)
def test_holders_on_a_day(felt: str, day: str, expected: str) -> None:
    assert names(felt, day) == expected.split()


@pytest.mark.parametrize(
    ("felt", "first", "last", "expected"),
    [
        ("kommunal", "2007-01-01", "2007-12-31", "Haga Kleppa"),
        ("kommunal", "2007-09-01", "2007-09-20", "Haga"),
        ("kunnskap", "2016-12-01", "2016-12-31", "Hauglie Isaksen"),
        ("ks", "2004-11-01", "2004-11-30", "Skard"),
    ],
)
def test_holders_at_some_time(felt: str, first: str, last: str, expected: str) -> None:
    assert names(felt, first, last) == expected.split()


@pytest.mark.parametrize(
    ("felt", "day", "sure"),
    [
        ("kommunal", "2025-09-16", True),
        ("kommunal", "2025-09-17", False),
        ("helse", "2026-11-22", False),
        ("ks", "2001-10-16", False),
        ("ks", "2016-01-01", True),
        ("ks", "2025-09-17", False),
    ],
)
def test_whether_the_register_is_sure(felt: str, day: str, sure: bool) -> None:  # noqa: FBT001 (a column of the table)
    on = date.fromisoformat(day)
    holders = ks_leaders(on, on) if felt == "ks" else ministers(felt, on, on)
    assert {holder.held.sure(on) for holder in holders} == {sure}


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Linda Hofstad Helleland", True),
        ("linda  helleland", True),
        ("Linda C. Hofstad Helleland", True),
        ("Linda Hofstad", False),
        ("Helleland", False),
        ("Kari Helleland", False),
        ("", False),
    ],
)
def test_names_of_persons(name: str, same: bool) -> None:  # noqa: FBT001 (a column of the table)
    holder = next(h for h in ministers("barn", date(2018, 6, 1), date(2018, 6, 1)))
    assert holder.is_called(name) is same


def test_fields_are_those_of_the_departments() -> None:
    for field in {d.felt for d in departments()} - {"finans", "samferdsel", "forsvar", "utenriks", "statsminister"}:
        known = field not in ("naring", "fiskeri", "energi")  # of these the facts name no ministers
        assert bool(ministers(field, date(2001, 10, 19), date(2025, 1, 1))) is known, field
