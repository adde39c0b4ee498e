"""The values of the format: what each key takes in bokmål and nynorsk, and what is said of anything else."""

import pytest

from avtalesjekk.model.validation import Fault, Rewrite, parse
from avtalesjekk.model.values import Placeholder
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.frequencies import Frequency
from avtalesjekk.source import read

# A key of each type of value.
AT: dict[str, tuple[str | int, ...]] = {
    "format": ("format",),
    "id": ("id",),
    "målform": ("målform",),
    "status": ("status",),
    "side": ("parter", 0, "side"),
    "type": ("grunnlag", 0, "type"),
    "frist": ("formål", "mål", 0, "frist"),
    "alternativ_til": ("formål", "alternativ_til", 0),
    "nivå": ("organisering", "oppfølging", 0, "nivå"),
    "hyppighet": ("evaluering", "hyppighet"),
    "beløp": ("økonomi", "ytelser", 0, "beløp"),
    "per": ("økonomi", "ytelser", 0, "per"),
    "inntil": ("økonomi", "ytelser", 0, "inntil"),
    "forbehold": ("økonomi", "forbehold"),
    "framlegges": ("evaluering", "framlegges"),
    "ikrafttredelse": ("varighet", "ikrafttredelse"),
    "til": ("varighet", "til"),
    "lengde": ("varighet", "lengde"),
    "oppsigelse": ("varighet", "oppsigelse"),
    "forlengelse": ("varighet", "forlengelse"),
    "møte": ("konsultasjon", "avklart", "møte"),
    "år": ("konsultasjon", "avklart", "år"),
    "dato": ("historikk", 0, "dato"),
    "hendelse": ("historikk", 0, "hendelse"),
    "undertegnet": ("historikk", 0, "undertegnet"),
    "avvik.til": ("avvik", 0, "til"),
}
SETTLED = {
    *(
        "format",
        "id",
        "målform",
        "status",
        "side",
        "inntil",
        "møte",
        "år",
        "dato",
        "hendelse",
        "undertegnet",
        "avvik.til",
    ),
}
BESIDE = {
    "parter": {"navn": "Husbanken"},
    "grunnlag": {"tittel": "a"},
    "mål": {"tekst": "a"},
    "historikk": {"dato": "2020", "hendelse": "evaluert"},
    "avvik": {"regel": "MA503", "begrunnelse": "a"},
}


def parsed(key: str, value: str) -> tuple[object, tuple[Fault, ...]]:
    """What is read of a value under a key, and the faults."""
    path = AT[key]
    keys = {"format": "1", "tema": "a", "parter": "[KD, KS]"} | {str(path[0]): _written(path[1:], value, str(path[0]))}
    document = read("".join(f"{name}: {said}\n" for name, said in keys.items()).encode())
    assert document.problems == ()
    assert document.root is not None
    agreement, _, faults, _ = parse(document.root)
    found: object = agreement
    for step in path:
        found = found[step] if isinstance(found, tuple) and isinstance(step, int) else getattr(found, str(step))
    return found, faults


def _written(path: tuple[str | int, ...], value: str, above: str) -> str:
    if not path:
        return value
    if isinstance(path[0], int):
        return f"[{_written(path[1:], value, above)}]"
    block = BESIDE.get(above, {}) | {path[0]: _written(path[1:], value, path[0])}
    return "{" + ", ".join(f"{name}: {said}" for name, said in block.items()) + "}"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        *[("format", text, 1) for text in ("1", "'1'", "1.0", "0x1", "0o1", "+1", "1e0")],
        *[("id", text, text.strip("'")) for text in ("nav-2006", "'-'", "2006", "'2006-1'", "a")],
        ("målform", "bokmål", "bokmål"),
        ("målform", "nynorsk", "nynorsk"),
        *[("status", text, text) for text in ("utkast", "klar", "undertegnet")],
        ("status", "underteikna", "undertegnet"),
        *[("side", text, text.lower()) for text in ("staten", "ks", "KS")],
        *[("type", text, text) for text in ("stortingsmelding", "proposisjon", "strategi", "program", "annet")],
        ("type", "anna", "annet"),
        *[("alternativ_til", text, text) for text in ("øremerking", "lovregulering", "forskrift", "annet")],
        *[("nivå", text, text) for text in ("politisk", "administrativt")],
        *[("per", text, text) for text in ("år", "engang", "avtaleperioden")],
        ("per", "eingong", "engang"),
        *[("forbehold", text, text) for text in ("stortinget", "ingen")],
        *[("framlegges", text, text) for text in ("3. konsultasjonsmøte", "bilateralt konsultasjonsmøte", "annet")],
        ("framlegges", "konsultasjonsordninga", "konsultasjonsordningen"),
        *[("forlengelse", text, text) for text in ("ny undertegning", "uten ny undertegning", "nei")],
        ("forlengelse", "ny underteikning", "ny undertegning"),
        ("forlengelse", "utan ny underteikning", "uten ny undertegning"),
        *[("hendelse", text, text) for text in ("videreført", "reforhandlet", "sagt opp", "evaluert", "gjennomgått")],
        ("hendelse", "vidareført", "videreført"),
        ("hendelse", "reforhandla", "reforhandlet"),
        ("hendelse", "erstatta", "erstattet"),
        *[("til", text, PartialDate(2024, 2, 29)) for text in ("2024-02-29", "'2024-02-29'", '"2024-02-29"')],
        ("til", "2004-11", PartialDate(2004, 11)),
        ("til", "2004", PartialDate(2004)),
        ("til", "'1800'", PartialDate(1800)),
        ("frist", "2199-12-31", PartialDate(2199, 12, 31)),
        ("dato", "2004-11", PartialDate(2004, 11)),
        ("avvik.til", "2022-09-01", PartialDate(2022, 9, 1)),
        ("ikrafttredelse", "2020-09-14", PartialDate(2020, 9, 14)),
        ("ikrafttredelse", "ved undertegning", "ved undertegning"),
        ("ikrafttredelse", "ved underteikning", "ved undertegning"),
        *[("lengde", text, Duration(2, "år")) for text in ("2 år", "to år")],
        *[("lengde", text, Duration(3, "måned")) for text in ("3 måneder", "tre månader", "3 månadar")],
        *[("lengde", text, Duration(1, "uke")) for text in ("1 uke", "ei veke", "én uke")],
        *[
            ("lengde", text, Duration(6, "måned"))
            for text in ("et halvt år", "eit halvt år", "seks måneder", "seks månader")
        ],
        ("lengde", "14 dagar", Duration(14, "dag")),
        ("oppsigelse", "3 måneder", Duration(3, "måned")),
        *[("oppsigelse", text, True) for text in ("ja", "true", "True", "TRUE", "'ja'")],
        *[("oppsigelse", text, False) for text in ("nei", "false", "False", "FALSE")],
        *[("inntil", text, text in ("ja", "true")) for text in ("ja", "nei", "true", "false")],
        ("undertegnet", "nei", False),
        *[("hyppighet", text, Frequency("år")) for text in ("hvert år", "årlig", "kvart år", "årleg")],
        ("hyppighet", "hvert halvår", Frequency("halvår")),
        ("hyppighet", "kvart 2. kvartal", Frequency("kvartal", 2)),
        *[("hyppighet", text, Frequency("måned")) for text in ("hver måned", "kvar månad")],
        *[("hyppighet", text, Frequency("halvveis")) for text in ("halvveis", "halvvegs")],
        ("hyppighet", "ved avslutning", Frequency("ved avslutning")),
        ("hyppighet", "ved behov", Frequency("ved behov")),
        *[("beløp", text, 8_000_000) for text in ("8000000", "'8000000'", "8e6", "8000000.0", "0x7a1200", "+8000000")],
        ("møte", "2", 2),
        ("møte", "0o4", 4),
        ("år", "1990", 1990),
        ("år", "2199", 2199),
    ],
)
def test_a_value(key: str, text: str, value: object) -> None:
    assert parsed(key, text) == (value, ())


@pytest.mark.parametrize(
    "text", ["'[dato]'", "…", "...", "XX", "XXXX", "TODO", "TODO spør KS", "''", "' '", '" [tema] "']
)
@pytest.mark.parametrize("key", sorted(AT.keys() - SETTLED))
def test_a_placeholder(key: str, text: str) -> None:
    value, faults = parsed(key, text)
    assert faults == ()
    assert isinstance(value, Placeholder)
    assert value == text.strip("'\"")


@pytest.mark.parametrize("text", ["'[dato]'", "…", "TODO", "''"])
@pytest.mark.parametrize("key", sorted(SETTLED))
def test_no_placeholder(key: str, text: str) -> None:
    (fault,) = parsed(key, text)[1]
    assert (fault.code, fault.path) == ("MA003", AT[key])


@pytest.mark.parametrize("text", ["x [dato]", "[", "…x", "xTODO", "X", "[a] [b]", "[]"])
@pytest.mark.parametrize("key", ["til", "lengde", "hyppighet", "beløp", "forbehold"])
def test_no_whole_placeholder(key: str, text: str) -> None:
    (fault,) = parsed(key, f"'{text}'")[1]
    assert (fault.code, fault.path, fault.rewrite) == ("MA003", AT[key], None)


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("målform", "Bokmål", "bokmål"),
        ("målform", "nn", "nynorsk"),
        ("status", "signert", "undertegnet"),
        ("status", "Undertegna", "undertegnet"),
        ("side", "stat", "staten"),
        ("side", "Ks", "ks"),
        ("type", "melding", "stortingsmelding"),
        ("type", "Meld. St.", "stortingsmelding"),
        ("type", "handlingsplan", "annet"),
        ("alternativ_til", "lov", "lovregulering"),
        ("alternativ_til", "ØREMERKING", "øremerking"),
        ("nivå", "administrativ", "administrativt"),
        ("nivå", "adm.", "administrativt"),
        ("hyppighet", "annethvert år", "hvert 2. år"),
        ("hyppighet", "to ganger i året", "hvert halvår"),
        ("hyppighet", "kvartalsvis", "hvert kvartal"),
        ("hyppighet", "kvart tredje år", "hvert 3. år"),
        ("hyppighet", "Hvert år", "hvert år"),
        ("hyppighet", "etter behov", "ved behov"),
        ("per", "årleg", "år"),
        ("per", "én  gang", "engang"),
        ("inntil", "Ja", "ja"),
        ("inntil", "no", "nei"),
        ("forbehold", "ja", "stortinget"),
        ("forbehold", "Stortinget", "stortinget"),
        ("framlegges", "tredje konsultasjonsmøte", "3. konsultasjonsmøte"),
        ("framlegges", "konsultasjonsmøte", "konsultasjonsordningen"),
        ("ikrafttredelse", "ved signering", "ved undertegning"),
        ("ikrafttredelse", "Ved underteikning", "ved undertegning"),
        ("lengde", "to (2) år", "2 år"),
        ("lengde", "2  år", "2 år"),
        ("lengde", "halvannet år", "18 måneder"),
        ("lengde", "1 år og 6 måneder", "18 måneder"),
        ("lengde", "24 mnd.", "24 måneder"),
        ("oppsigelse", "3 mnd", "3 måneder"),
        ("oppsigelse", "Ja", "ja"),
        ("forlengelse", "automatisk", "uten ny undertegning"),
        ("forlengelse", "ny signering", "ny undertegning"),
        ("hendelse", "forlenget", "videreført"),
        ("hendelse", "Oppsagt", "sagt opp"),
        ("undertegnet", "JA", "ja"),
    ],
)
def test_a_value_that_is_understood(key: str, text: str, said: str) -> None:
    value, (fault,) = parsed(key, text)
    assert (fault.message, fault.help) == (f"«{text}» skrives «{said}» i avtaleformatet", f"skriv «{said}»")
    assert (fault.code, fault.path, fault.rewrite) == ("MA003", AT[key], Rewrite(said, safe=True))
    assert parsed(key, said) == (value, ())


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("frist", "31.12.2023", "2023-12-31"),
        ("til", "31. desember 2023", "2023-12-31"),
        ("til", "desember 2023", "2023-12"),
        ("til", "2024-2-9", "2024-02-09"),
        ("til", "1/2-2021", "2021-02-01"),
        ("dato", "2. mars 2020", "2020-03-02"),
        ("avvik.til", "01.09.22", "2022-09-01"),
        ("ikrafttredelse", "den 1. januar 2020", "2020-01-01"),
        ("beløp", "8 000 000", "8000000"),
        ("beløp", "8.000.000", "8000000"),
        ("beløp", "'kr 500 000,-'", "500000"),
        ("beløp", "8 mill.", "8000000"),
        ("beløp", "to og en halv million kroner", "2500000"),
    ],
)
def test_a_date_or_an_amount_that_is_understood(key: str, text: str, said: str) -> None:
    value, (fault,) = parsed(key, text)
    what = "beløpet" if key == "beløp" else "datoen"
    bare = text.strip("'")
    assert (fault.message, fault.help) == (f"{what} «{bare}» skrives {said} i avtaleformatet", f"skriv {said}")
    assert (fault.code, fault.path, fault.rewrite) == ("MA003", AT[key], Rewrite(said, safe=True))
    assert parsed(key, said) == (value, ())
