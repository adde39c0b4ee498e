"""MA601–MA608: who signs, for whom, with what title, and whether they held the office."""

from datetime import date

import pytest

from avtalesjekk.findings import Finding
from avtalesjekk.linting import Input, lint
from avtalesjekk.selection import select

# Who signs: name|title|body, an empty part is left out; a letter stands for one of these.
PEOPLE = {
    "A": "Nikolai Astrup|kommunal- og moderniseringsminister|KMD",
    "H": "Linda Hofstad Helleland|distrikts- og digitaliseringsminister|KMD",
    "G": "Bjørn Arild Gram|styreleder|KS",
}
NONE_FOR_KS = "MA601 feil av"
NO_MINISTER = "MA602 feil av"


def wrong(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


def findings(
    people: str, parties: str = "KMD, KS", dato: str = "2020-09-14", *, status: str = "undertegnet", more: str = ""
) -> tuple[Finding, ...]:
    parts = [PEOPLE.get(one, one).split("|") for one in people.split("; ") if one]
    keys = ("navn", "tittel", "for", "dato")
    av = [", ".join(f'{key}: "{part}"' for key, part in zip(keys, some, strict=False) if part) for some in parts]
    text = f"format: 1\ntema: digitalisering\nparter: [{parties}]\nstatus: {status}\n{more}\nunderskrifter:\n"
    text += f"  dato: {dato}\n  av: [{', '.join(f'{{{one}}}' for one in av)}]\n"
    codes = select(["MA002", "MA003", "MA007", "MA6"])
    return lint([Input.named("a.yaml", text.encode())], date(2026, 11, 22), codes).files[0].active


def found(people: str, *args: str, **changes: str) -> list[str]:
    some = findings(people, *args, **changes)
    return sorted(f"{f.rule.code} {f.level.word} {f.path.replace('underskrifter.av', 'av')}" for f in some)


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


ELECTED = wrong("MA603 calls an elected leader «ikke øverste politiske ledelse»; MA601 fits, and only for KS")


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Leder i KS", ""), ("leiar i KS", ""), ("styreleiar", ""), ("konstituert leiar", ""),
        ("fungerende styreleder", ""), ("nestleder", "MA601"), ("1. nestleiar", "MA601"), ("statsråd", "MA601"),
        ("medlem av hovedstyret", "MA601"), ("administrerende direktør", "MA603"), ("avdelingsleder", "MA603"),
        pytest.param("ordfører", "MA601", marks=ELECTED), pytest.param("byrådsleder", "MA601", marks=ELECTED),
        pytest.param("nestleder, fungerende styreleder", "", marks=wrong("a deputy who acts as leader counts (MA601)")),
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
        pytest.param("barne-, likestillings- og inkluderingsminister", "", marks=wrong("cut at its comma")),
    ],
)  # fmt: skip
def test_titles_for_a_department(title: str, expected: str) -> None:
    assert found(f"Nikolai Astrup|{title}|KMD; G") == ([expected] if expected else [])


def test_the_help_says_which_office_should_sign() -> None:
    first, second = findings("A|ekspedisjonssjef|KMD; B|direktør|KS")[:2]
    assert "statsråden" in first.help
    assert "KS' leder" in second.help


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
        pytest.param(OSLO, "A; G; X|byrådsleder|Oslo kommune", [], marks=ELECTED),
    ],
)  # fmt: skip
def test_every_department_and_only_departments(parties: str, people: str, expected: list[str]) -> None:
    assert found(people, parties) == expected


LOW = wrong("a signatory below the political level is MA603, not also MA601 or MA602; without «for» he is all three")
BARE = wrong("a missing title stays MA605; two bare names are MA601 and MA602 too")


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("|statsråd|KMD; G", ["MA605 merknad av[0].navn"]),
        ("Nikolai Astrup||KMD; G", ["MA605 merknad av[0].tittel"]),
        ("Nikolai Astrup|statsråd|; G", ["MA605 merknad av[0].for"]),
        ("A; Bjørn Arild Gram||KS", ["MA605 merknad av[1].tittel"]),
        ("A; Bjørn Arild Gram|leder|", ["MA605 merknad av[1].for"]),
        pytest.param("X||; Y||", [f"MA605 merknad av[{i}].tittel" for i in (0, 1)], marks=BARE),
        pytest.param("A; X|direktør|", ["MA603 feil av[1].tittel", "MA605 merknad av[1].for"], marks=LOW),
        pytest.param("X|ekspedisjonssjef|; G", ["MA603 feil av[0].tittel", "MA605 merknad av[0].for"], marks=LOW),
    ],
)
def test_what_a_signature_lacks(people: str, expected: list[str]) -> None:
    assert found(people) == expected


@wrong("MA605 reads «underskriften mangler for»")
def test_the_missing_body_is_said_in_words() -> None:
    (finding,) = findings("Nikolai Astrup|statsråd|; G")
    assert not finding.message.endswith("mangler for")


@wrong("placeholders count as said in a draft; MA601, MA602, MA604 and MA607 read them as titles, bodies and names")
@pytest.mark.parametrize(
    "people", ["[navn]|[tittel]|KMD; G", "A; B|…|KS", "[navn]|statsråd|[departement]; G", "A; XX|styreleder|KS"]
)
def test_placeholders_count_as_said_in_a_draft(people: str) -> None:
    assert found(people, status="utkast") == []


STATE = wrong("«staten», «departementet» and «partene» are the parties themselves, no bodies of their own")
OTHER_TIME = wrong("the department's name from another time should be one finding, with the right name")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("kmd", ""), ("Kommunal- og moderniseringsdepartementet", ""),
        ("Det kongelege kommunal- og moderniseringsdepartement", ""),
        pytest.param("departementet", "", marks=STATE), pytest.param("staten", "", marks=STATE),
        pytest.param("KDD", "MA604 advarsel av[0].for", marks=OTHER_TIME),
        pytest.param("KRD", "MA604 advarsel av[0].for", marks=OTHER_TIME),
    ],
)  # fmt: skip
def test_names_of_the_department(body: str, expected: str) -> None:
    assert found(f"Nikolai Astrup|statsråd|{body}; G") == ([expected] if expected else [])


@wrong("MA602 and MA604 follow from MA007: KDD was called KMD on that day")
def test_the_right_name_beside_a_party_with_the_wrong_one() -> None:
    assert found("A; G", "KDD, KS") == ["MA007 feil parter[0].navn"]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("fra: KMD, til: KS", ""), ("fra: Kommunal- og moderniseringsdepartementet, til: kommunene", ""),
        ("fra: HOD", "fra"), ("fra: Husbanken", "fra"), ("til: Helse- og omsorgsdepartementet", "til"),
        ("til: Husbanken", ""), pytest.param("fra: staten", "", marks=STATE),
        pytest.param("fra: departementet", "", marks=STATE), pytest.param("fra: partene", "", marks=STATE),
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
]  # fmt: skip
MISREAD = [
    ("2017-03-01 JD Per Willy Amundsen", "hyphens in a name are not always written"),
    ("2011-03-01 HOD Anne Grete Strøm Erichsen", "hyphens in a name are not always written"),
    ("2020-09-14 KS Bjørn Arild Gram (Sp)", "«Bjørn Arild Gram (Sp) var ikke leder i KS; det var Bjørn Arild Gram»"),
]


@pytest.mark.parametrize("case", [*HELD, *(pytest.param(case, marks=wrong(reason)) for case, reason in MISREAD)])
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


@wrong("MA607: an own date says when that one signed; the day of the agreement makes a true signature false")
def test_own_dates_are_the_days_of_those_who_signed() -> None:
    people = "Nikolai Astrup|statsråd|KMD|2020-02-20; Gunn Marit Helgesen|leder|KS|2020-02-10"
    assert found(people, dato="") == []


@wrong("MA607: the register's leader does not speak against one who says that he acts; at most «kan ikke bekreftes»")
def test_a_title_that_says_acting() -> None:
    assert "MA607 advarsel av[1].navn" not in found("A; Sven Tore Løkslid|fungerende styreleder|KS")


@wrong("MA607: a row of certainty L carries nothing, and is not to be named")
def test_an_unchecked_row_is_not_named() -> None:
    assert "Bjurstrøm" not in "".join(f.message for f in findings("Ola Dunk|statsråd|MD; G", "MD, KS", "2009-11-15"))


CUT = wrong("MA608 looks only at the last word: a name with a space is missed, or taken for another department's")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("HOD skal bidra.", True), ("JD skal hjelpe, og JD skal melde fra.", True), ("KMD skal bidra.", False),
        ("Departementet skal bidra.", False), ("KS skal melde fra til HOD.", False),
        pytest.param("Helse- og omsorgsdepartementet skal bidra.", True, marks=CUT),
        pytest.param("Kommunal- og moderniseringsdepartementet skal bidra.", False, marks=CUT),
        pytest.param("HOD skal ikke ha plikter.", False, marks=wrong("MA608: «skal ikke» gives no duty")),
    ],
)  # fmt: skip
def test_departments_with_duties(text: str, *, named: bool) -> None:
    hits = found("A; G", more=f"forpliktelser: {{staten: ['{text}']}}")
    assert hits == (["MA608 merknad forpliktelser.staten[0].tekst"] if named else [])
