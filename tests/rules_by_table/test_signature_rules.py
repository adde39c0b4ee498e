"""MA601–MA608: who signs, for whom, with what title, and whether they held the office."""

import pytest

from avtalesjekk.findings import Finding

from .lines import check, told

# Who signs: name|title|body, an empty part is left out; a letter stands for one of these.
PEOPLE = {
    "A": "Nikolai Astrup|kommunal- og moderniseringsminister|KMD",
    "H": "Linda Hofstad Helleland|distrikts- og digitaliseringsminister|KMD",
    "G": "Bjørn Arild Gram|styreleder|KS",
}
NONE_FOR_KS = "MA601 feil av"
NO_MINISTER = "MA602 feil av"


def findings(
    people: str, parties: str = "KMD, KS", dato: str = "2020-09-14", *, status: str = "undertegnet", more: str = ""
) -> tuple[Finding, ...]:
    parts = [PEOPLE.get(one, one).split("|") for one in people.split("; ") if one]
    keys = ("navn", "tittel", "for", "dato")
    av = [", ".join(f'{key}: "{part}"' for key, part in zip(keys, some, strict=False) if part) for some in parts]
    text = f"format: 1\ntema: digitalisering\nparter: [{parties}]\nstatus: {status}\n{more}\nunderskrifter:\n"
    text += f"  dato: {dato}\n  av: [{', '.join(f'{{{one}}}' for one in av)}]\n"
    return check(text, "MA002", "MA003", "MA007", "MA6")


def found(people: str, *args: str, **changes: str) -> list[str]:
    return sorted(text.replace("underskrifter.av", "av") for text in told(findings(people, *args, **changes)))


@pytest.mark.parametrize("people", ["A; G", "H; G", "A; H; G", "G; A", "A; Bjørn Gram|leiar|Kommunenes Sentralforbund"])
def test_either_of_two_ministers_in_a_department_and_the_leader_of_ks(people: str) -> None:
    assert found(people) == []


@pytest.mark.parametrize(
    ("status", "people", "expected"),
    [
        ("utkast", "", []),
        ("utkast", "A", [NONE_FOR_KS]),
        ("utkast", "G", [NO_MINISTER]),
        ("klar", "", [NONE_FOR_KS, NO_MINISTER]),
        ("klar", "G", [NO_MINISTER]),
        ("undertegnet", "", [NONE_FOR_KS, NO_MINISTER]),
        ("undertegnet", "A", [NONE_FOR_KS]),
    ],
)
def test_who_is_missing_by_status(status: str, people: str, expected: list[str]) -> None:
    assert found(people, status=status) == expected


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Leder i KS", ""), ("leiar i KS", ""), ("styreleiar", ""), ("konstituert leiar", ""),
        ("fungerende styreleder", ""), ("nestleder", "MA601"), ("1. nestleiar", "MA601"), ("statsråd", "MA601"),
        ("medlem av hovedstyret", "MA601"), ("administrerende direktør", "MA603"), ("avdelingsleder", "MA603"),
        ("ordfører", "MA601"), ("byrådsleder", "MA601"), ("nestleder, fungerende styreleder", ""),
    ],
)  # fmt: skip
def test_titles_for_ks(title: str, code: str) -> None:
    assert found(f"A; Bjørn Arild Gram|{title}|KS") == ([f"{code} feil av[1].tittel"] if code else [])


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("statsråd", ""), ("kommunal- og moderniseringsminister", ""), ("fungerende statsråd", ""),
        ("statssekretær", "MA603 feil av[0].tittel"), ("assisterande departementsråd", "MA603 feil av[0].tittel"),
        ("ekspedisjonssjef, på vegne av statsråden", "MA603 feil av[0].tittel"),
        ("politisk rådgiver for kommunalministeren", "MA603 feil av[0].tittel"),
        ("styreleder", "MA602 feil av"), ("stortingsrepresentant", "MA602 feil av"),
        ("barne-, likestillings- og inkluderingsminister", ""),
    ],
)  # fmt: skip
def test_titles_for_a_department(title: str, expected: str) -> None:
    assert found(f"Nikolai Astrup|{title}|KMD; G") == ([expected] if expected else [])


def test_the_help_says_which_office_should_sign() -> None:
    first, second = findings("A|ekspedisjonssjef|KMD; B|direktør|KS")[:2]
    assert "statsråden" in first.help
    assert "lederen i KS" in second.help


LS = "{navn: Læringssenteret, forkortelse: LS, side: staten}"
OSLO = "KMD, KS, {navn: Oslo kommune, side: ks}"


@pytest.mark.parametrize(
    ("parties", "people", "expected"),
    [
        ("KMD, KD, KS", "A; G", [NO_MINISTER]),
        ("KMD, KD, HOD, KS", "A; G", [NO_MINISTER, NO_MINISTER]),
        ("KMD, KD, KS", "A; Guri Melby|kunnskapsminister|KD; G", []),
        ("KMD, KD, KS", "A; X|departementsråd|KD; G", ["MA603 feil av[1].tittel"]),
        ("KMD, KS", "A B|styreleder|KMD; C D|statsråd|KS", ["MA601 feil av[1].tittel", NO_MINISTER]),
        ("Staten, KS", "G", ["MA602 feil parter[0]"]),
        (f"KMD, {LS}, KS", "A; G", ["MA602 feil parter[1]"]),
        (f"{LS}, KS", "X|statsråd|Læringssenteret; G", ["MA602 feil parter[0]"]),
        (OSLO, "A; G; X|byrådsleder|Oslo kommune", []),
    ],
)  # fmt: skip
def test_every_department_and_only_departments(parties: str, people: str, expected: list[str]) -> None:
    assert found(people, parties) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("|statsråd|KMD; G", ["MA605 merknad av[0].navn"]),
        ("Nikolai Astrup||KMD; G", ["MA605 merknad av[0].tittel"]),
        ("Nikolai Astrup|statsråd|; G", ["MA605 merknad av[0].for"]),
        ("A; Bjørn Arild Gram||KS", ["MA605 merknad av[1].tittel"]),
        ("A; Bjørn Arild Gram|leder|", ["MA605 merknad av[1].for"]),
        ("X||; Y||", [f"MA605 merknad av[{i}].tittel" for i in (0, 1)]),
        ("A; X|direktør|", ["MA603 feil av[1].tittel", "MA605 merknad av[1].for"]),
        ("X|ekspedisjonssjef|; G", ["MA603 feil av[0].tittel", "MA605 merknad av[0].for"]),
    ],
)
def test_what_a_signature_lacks(people: str, expected: list[str]) -> None:
    assert found(people) == expected


def test_the_missing_body_is_said_in_words() -> None:
    (finding,) = findings("Nikolai Astrup|statsråd|; G")
    assert not finding.message.endswith("mangler for")


@pytest.mark.parametrize(
    "people", ["[navn]|[tittel]|KMD; G", "A; B|…|KS", "[navn]|statsråd|[departement]; G", "A; XX|styreleder|KS"]
)
def test_placeholders_count_as_said_in_a_draft(people: str) -> None:
    assert found(people, status="utkast") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("kmd", ""), ("Kommunal- og moderniseringsdepartementet", ""),
        ("Det kongelege kommunal- og moderniseringsdepartement", ""),
        ("departementet", ""), ("staten", ""),
        pytest.param("KDD", "MA604 advarsel av[0].for"),
        pytest.param("KRD", "MA604 advarsel av[0].for"),
    ],
)  # fmt: skip
def test_names_of_the_department(body: str, expected: str) -> None:
    assert found(f"Nikolai Astrup|statsråd|{body}; G") == ([expected] if expected else [])


def test_the_right_name_beside_a_party_with_the_wrong_one() -> None:
    assert found("A; G", "KDD, KS") == ["MA007 feil parter[0].navn"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("fra: KMD, til: KS", ""), ("fra: Kommunal- og moderniseringsdepartementet, til: kommunene", ""),
        ("fra: HOD", "fra"), ("fra: Husbanken", "fra"), ("til: Helse- og omsorgsdepartementet", "til"),
        ("til: Husbanken", ""), ("fra: staten", ""), ("fra: departementet", ""), ("fra: partene", ""),
    ],
)  # fmt: skip
def test_who_gives_and_gets(entry: str, expected: str) -> None:
    hits = found("A; G", more=f"økonomi: {{ytelser: [{{{entry}}}]}}")
    assert hits == ([f"MA604 advarsel økonomi.ytelser[0].{expected}"] if expected else [])


@pytest.mark.parametrize(
    ("who", "foreign"),
    [("KS", False), ("kommunene", False), ("Kommunal- og moderniseringsdepartementet", False), ("HOD", True),
     ("Utanriksdepartementet", True)],
)  # fmt: skip
def test_who_answers(who: str, *, foreign: bool) -> None:
    hits = found("A; G", more=f"forpliktelser: {{ks: [{{tekst: Noe gjøres., ansvarlig: {who}}}]}}")
    assert hits == (["MA604 advarsel forpliktelser.ks[0].ansvarlig"] if foreign else [])


@pytest.mark.parametrize(
    ("status", "dato", "people", "missing"),
    [
        ("undertegnet", "", "A; G", True), ("klar", "", "A; G", False), ("undertegnet", "2020-09", "A; G", False),
        ("undertegnet", "2020", "A; G", False), ("undertegnet", "", f"A; {PEOPLE['G']}|2020-09-14", False),
    ],
)  # fmt: skip
def test_the_signing_date(status: str, dato: str, people: str, *, missing: bool) -> None:
    hits = [f for f in found(people, "KMD, KS", dato, status=status) if "MA606" in f]
    assert hits == (["MA606 advarsel underskrifter.dato"] if missing else [])


HELD = [
    "2020-09-14 KMD Nikolai Astrup", "2020-09-14 KMD Linda C. Hofstad Helleland", "2020-09-14 KMD Linda Helleland",
    "2020-09-14 KMD Monica Mæland: advarsel",
    # The day of a change is good for both.
    "2021-10-14 KMD Nikolai Astrup", "2021-10-14 KMD Bjørn Arild Gram", "2021-10-14 KS Bjørn Gram",
    "2021-10-14 KS Gunn Marit Helgesen", "2021-10-13 KMD Bjørn Arild Gram: advarsel",
    "2021-10-13 KS Gunn Marit Helgesen: advarsel", "2021-10-15 KMD Nikolai Astrup: advarsel",
    "2021-10-15 KS Bjørn Arild Gram: advarsel", "2020-02-12 KS Gunn Helgesen", "2020-02-11 KS Bjørn Gram: advarsel",
    # Those who acted.
    "2018-03-25 JD Per Sandberg", "2008-02-20 BLD Trond Giske", "2011-02-01 JD Grete Faremo",
    "2011-02-01 JD Knut Storberget", "2011-01-19 JD Grete Faremo: advarsel", "2009-11-01 AID Rigmor Aasrud",
    # Rows of certainty M, and L.
    "2017-10-01 KD Henrik Asheim", "2017-10-01 KD Torbjørn Røe Isaksen", "2017-10-01 KD Ola Dunk: merknad",
    "2003-06-01 KS Halvdan Skard", "2003-06-01 KS Ola Dunk: merknad", "2013-11-01 FAD Ola Dunk",
    # Nobody known; still in office when last seen; a month or a year.
    "2020-09-14 FIN Ola Dunk", "2026-01-15 KDD Bjørnar Skjæran", "2026-01-15 KDD Ola Dunk: merknad",
    "2026-01-15 KS Ola Dunk: merknad", "2025-06-01 BFD Ola Dunk: merknad", "2024-05-01 DFD Karianne Tung",
    "2005-10 KRD Åslaug Haga", "2005-10 KRD Erna Solberg", "2005 KRD Magnhild Meltveit Kleppa: advarsel",
    "2012 KS Halvdan Skard", "2012 KS Gunn Marit Helgesen",
    # Hyphens that are not written, and the party in brackets.
    "2017-03-01 JD Per Willy Amundsen", "2011-03-01 HOD Anne Grete Strøm Erichsen",
    "2020-09-14 KS Bjørn Arild Gram (Sp)",
]  # fmt: skip


@pytest.mark.parametrize("case", HELD)
def test_who_held_the_office(case: str) -> None:
    who, _, level = case.partition(": ")
    dato, body, name = who.split(" ", 2)
    person = f"{name}|{'leder' if body == 'KS' else 'statsråd'}|{body}"
    hits = [
        f.level.word for f in findings(person, f"{body}, KS" if body != "KS" else "KS", dato) if f.rule.code == "MA607"
    ]
    assert hits == ([level] if level else [])


@pytest.mark.parametrize(
    ("dato", "said"), [("2020-09-14", " 14. september 2020"), ("2020-09", " i september 2020"), ("2020", " i 2020")]
)
def test_who_held_it_is_said(dato: str, said: str) -> None:
    (finding,) = (f for f in findings("Ola Dunk|statsråd|KMD; G", dato=dato) if f.rule.code == "MA607")
    assert all(part in finding.message for part in ("Ola Dunk", "KMD", said, "Nikolai Astrup", "Hofstad Helleland"))


def test_nothing_is_said_of_the_day_of_the_run() -> None:
    assert found("Ola Dunk|statsråd|KDD; Kari Dunk|leder|KS", "KDD, KS", "", status="klar") == []


def test_own_dates_are_the_days_of_those_who_signed() -> None:
    people = "Nikolai Astrup|statsråd|KMD|2020-02-20; Gunn Marit Helgesen|leder|KS|2020-02-10"
    assert found(people, dato="") == []


def test_a_title_that_says_acting() -> None:
    assert "MA607 advarsel av[1].navn" not in found("A; Sven Tore Løkslid|fungerende styreleder|KS")


def test_an_unchecked_row_is_not_named() -> None:
    assert "Bjurstrøm" not in "".join(f.message for f in findings("Ola Dunk|statsråd|MD; G", "MD, KS", "2009-11-15"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("HOD skal bidra.", True), ("JD skal hjelpe, og JD skal melde fra.", True), ("KMD skal bidra.", False),
        ("Departementet skal bidra.", False), ("KS skal melde fra til HOD.", False),
        ("Helse- og omsorgsdepartementet skal bidra.", True),
        ("Kommunal- og moderniseringsdepartementet skal bidra.", False),
        ("HOD skal ikke ha plikter.", False), ("Det kongelige kunnskapsdepartement skal bidra.", True),
    ],
)  # fmt: skip
def test_departments_with_duties(text: str, *, named: bool) -> None:
    hits = found("A; G", more=f"forpliktelser: {{staten: ['{text}']}}")
    assert hits == (["MA608 merknad forpliktelser.staten[0].tekst"] if named else [])
