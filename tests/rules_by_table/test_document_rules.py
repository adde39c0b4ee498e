"""MA006, MA009, MA012, MA013, MA015: title, placeholders, id, documents named, texts cut short."""

import pytest

from avtalesjekk.findings import Finding

from .lines import check, merged, told

BASE = """\
format: 1
tema: bosetting av flyktninger
parter: [KMD, KS]
status: undertegnet
grunnlag: [{tittel: Bakgrunnen}]
formål: {mål: [Innen 2021 er 90 prosent bosatt.]}
forpliktelser: {ks: [KS skal følge opp kommunene.], staten: [KMD skal gi råd til kommunene.]}
organisering: {oppfølging: [{nivå: administrativt, arena: kontaktmøte, hyppighet: hvert år}]}
evaluering: {hyppighet: hvert år, hvordan: av partene sammen, framlegges: konsultasjonsordningen}
varighet: {ikrafttredelse: 2020-09-14, til: 2021-09-30, oppsigelse: 3 måneder}
underskrifter:
  dato: 2020-09-14
  av: [{navn: Nikolai Astrup, tittel: statsråd, for: KMD}, {navn: Bjørn Arild Gram, tittel: leder, for: KS}]
"""
DRAFT = "status: utkast\n"
TITLE = "tittel: Samarbeidsavtale mellom KMD og KS om bosetting av flyktninger"


def findings(fragment: str, *codes: str, name: str = "a.yaml") -> list[Finding]:
    return list(check(merged(BASE, fragment), *codes, name=name))


def found(fragment: str, *codes: str, name: str = "a.yaml") -> list[str]:
    return told(findings(fragment, *codes, name=name))


def said(fragment: str, *codes: str) -> list[str]:
    return [finding.message for finding in findings(fragment, *codes)]


def test_the_base_has_no_findings() -> None:
    assert found("") == []


@pytest.mark.parametrize(
    ("fragment", "missing"),
    [
        ("tittel: Avtale", "KMD, KS eller temaet"),
        ("tittel: Avtale om bosetting av flyktninger", "KMD eller KS"),
        ("tittel: Avtale mellom KMD og KSF om bosetting av flyktninger", "KS"),
        ("tittel: Avtale mellom KMDX og KS om bosetting av flyktninger", "KMD"),
        ("tittel: Samarbeidsavtale mellom KMD og KS", "temaet"),
        ("tittel: Samarbeidsavtale mellom KMD og KS om barnevern", "temaet"),
        (f"parter: [KMD, HOD, KS]\n{TITLE}", "HOD"),
        ("parter: [Staten, KS]\ntittel: Avtale om bosetting av flyktninger", "KS"),
        ("tittel: Avtale\nstatus: utkast", "KMD, KS eller temaet"),
    ],
)
def test_a_title_lacks(fragment: str, missing: str) -> None:
    assert found(fragment, "MA006") == ["MA006 merknad tittel"]
    assert said(fragment, "MA006") == [f"tittelen nevner ikke {missing}"]


@pytest.mark.parametrize(
    "fragment",
    [
        TITLE,
        "tittel:",
        "tittel: AVTALE MELLOM KMD OG KS OM BOSETTING AV FLYKTNINGER",
        "tittel: 'Avtale KMD/KS: bosettingen av flyktningene'",
        "tittel: Avtale mellom KMD og KS' medlemmer om bosetting av flyktninger",
        "tittel: Kommunal- og moderniseringsdepartementet og Kommunenes Sentralforbund om bosetting av flyktninger",
        f"parter: [Det kongelege kommunal- og moderniseringsdepartement, KS]\n{TITLE}",
        "parter: [Utanriksdepartementet, KS]\ntittel: Utenriksdepartementet og KS om bosetting av flyktninger",
        "parter: [UD, KS]\ntittel: Utanriksdepartementet og KS om bosetting av flyktninger",
        f"parter: [KMD, {{navn: Læringssenteret, side: staten}}, KS]\n{TITLE}",
        "parter: [Staten, KS]\ntittel: Avtale mellom KS og regjeringen om bosetting av flyktninger",
        "tittel: KMDs avtale med KS om bosetting av flyktninger",
        f"{DRAFT}tittel: '[tittel]'",
        f"{DRAFT}tittel: Avtale mellom KMD og KS om [tema]",
        f"parter: [KDD, KS]\n{TITLE}",
    ],
)
def test_a_title_has_it_all(fragment: str) -> None:
    assert found(fragment, "MA006") == []


@pytest.mark.parametrize("status", ["klar", "undertegnet"])
@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("tema: '[tema]'", ["tema «[tema]»"]),
        ("tittel: Avtale om […] og [det den gjelder]", ["tittel «[det den gjelder]»"]),
        ("saksnummer: 20/XXXX", ["saksnummer «XXXX»"]),
        ("innledning: 'fra … til …'", ["innledning «…»", "innledning «…»"]),
        ("innledning: fra ... nå", ["innledning «...»"]),
        ("innledning: TODO skriv mer", ["innledning «TODO»"]),
        ("innledning: '[tema] (se under)'", ["innledning «[tema]»"]),
        ("innledning: >\n  [navn på\n  departementet]", ["innledning «[navn på departementet]»"]),
        ("formål: {bakgrunn: '[bakgrunn]', mål: ['…', {tekst: XX, måltall: '[tall]'}]}",
         ["formål.bakgrunn «[bakgrunn]»", "formål.mål[0].tekst «…»", "formål.mål[1].tekst «XX»",
          "formål.mål[1].måltall «[tall]»"]),
        ("forpliktelser: {ks: [Ola Normann skal det.], felles: [{tekst: x, ansvarlig: XX, overskrift: TODO}]}",
         ["forpliktelser.ks[0].tekst «Ola Normann»", "forpliktelser.felles[0].ansvarlig «XX»",
          "forpliktelser.felles[0].overskrift «TODO»"]),
        ("tillegg:\n- overskrift: '[emne]'\n  tekst: |\n    | a | b |\n    |---|---|\n    | [beløp] | … |",
         ["tillegg[0].overskrift «[emne]»", "tillegg[0].tekst «[beløp]»", "tillegg[0].tekst «…»"]),
        ("organisering: {regional_koordinering: …}", ["organisering.regional_koordinering «…»"]),
        ("økonomi: {ytelser: [{beløp: '[beløp]', formål: TODO, fra: KMD}]}",
         ["økonomi.ytelser[0].beløp «[beløp]»", "økonomi.ytelser[0].formål «TODO»"]),
        ("evaluering: {hyppighet: …, særskilte_forhold: ['[hva]']}",
         ["evaluering.hyppighet «…»", "evaluering.særskilte_forhold[0] «[hva]»"]),
        ("varighet: {ikrafttredelse: '[dato]', til: XX, oppsigelse: '[frist]'}",
         ["varighet.ikrafttredelse «[dato]»", "varighet.til «XX»", "varighet.oppsigelse «[frist]»"]),
        ("underskrifter: {dato: 2020-09-14, sted: '[sted]', av: [{navn: Ola Normann, tittel: statsråd, for: KMD}]}",
         ["underskrifter.sted «[sted]»", "underskrifter.av[0].navn «Ola Normann»"]),
        ("vedlegg: [{tittel: '[tittel]', tekst: XX}]", ["vedlegg[0].tittel «[tittel]»", "vedlegg[0].tekst «XX»"]),
        ("grunnlag: [{tittel: x, nummer: XX}]", ["grunnlag[0].nummer «XX»"]),
        ("parter: [{navn: Etaten, forkortelse: '[kort]', side: staten}, KS]", ["parter[0].forkortelse «[kort]»"]),
        pytest.param("innledning: |\n  [navn på\n  departementet]", ["innledning «[navn på departementet]»"]),
        (f"innledning: '[Her {'står det som skal fylles inn ' * 8}]'",
         [f"innledning «[Her {'står det som skal fylles inn ' * 8}]»"]),
        ("innledning: 'til dette bidrar KS med ….'", ["innledning «…»"]),
    ],
)  # fmt: skip
def test_placeholders_are_left(fragment: str, expected: list[str], status: str) -> None:
    left = findings(f"status: {status}\n{fragment}", "MA009")
    assert [(f.level.word, f"{f.path} {f.message}") for f in sorted(left, key=lambda f: f.span)] == [
        ("feil", f"{text} er ikke fylt inn") for text in expected
    ]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("tema: ''", ["tema"]),
        ("innledning: '   '", ["innledning"]),
        ("forpliktelser: {ks: [''], felles: [{tekst: ''}]}",
         ["forpliktelser.ks[0].tekst", "forpliktelser.felles[0].tekst"]),
        ("varighet: {ikrafttredelse: '', til: 2021-09-30, oppsigelse: ja}", ["varighet.ikrafttredelse"]),
        ("vedlegg: [{tittel: x, tekst: ''}]", ["vedlegg[0].tekst"]),
        ("innledning:", []),
        ("vedlegg: [{tittel: x, tekst: }]", []),
        ("status: utkast\ntema: ''", []),
    ],
)  # fmt: skip
def test_empty_texts(fragment: str, expected: list[str]) -> None:
    assert found(fragment, "MA009") == [f"MA009 feil {path}" for path in expected]


@pytest.mark.parametrize(
    "fragment",
    [
        "innledning: 'se [lenke](http://x.no), [1], [12] og [§ 4-2]'",
        "innledning: 'se [rapporten][1]'",
        "innledning: |\n  - [ ] punkt\n  - [x] punkt",
        "innledning: '{{ tema }} og <b>halvfet</b> og <!-- merknad -->'",
        "innledning: og så videre…",
        "innledning: størrelse XXL, type AXX og år 20XX",
        "innledning: alle landets TODOER og todo",
        "innledning: Ola Hansen og Per Normann",
        f"{DRAFT}tema: '[tema]'\ninnledning: TODO …",
        "historikk: [{dato: 2021-09-01, hendelse: evaluert, merknad: '[tema] TODO'}]",
        "avvik: [{regel: MA104, begrunnelse: 'TODO, se [tema]', godkjent_av: XX}]",
        "konsultasjon: {påbegynt: '[dato]'}",
    ],
)
def test_no_placeholder(fragment: str) -> None:
    assert found(fragment, "MA009") == []


@pytest.mark.parametrize("value", ["[dag.måned.år]", "[dato]", "…", "XX", "TODO", "", "[1]", "[?]", "[…]", "[d.m.å]"])
def test_a_date_that_is_a_placeholder_is_one(value: str) -> None:
    fragment = f"varighet: {{ikrafttredelse: 2020-09-14, til: '{value}', oppsigelse: 3 måneder}}"
    assert found(fragment, "MA003", "MA009") == ["MA009 feil varighet.til"]


def test_a_placeholder_is_shown_where_it_stands() -> None:
    (finding,) = findings("innledning: |\n  Første linje.\n  Andre [tema] her.", "MA009")
    text = merged(BASE, "innledning: |\n  Første linje.\n  Andre [tema] her.")
    assert text[finding.span.start : finding.span.end] == "[tema]"


@pytest.mark.parametrize(
    ("fragment", "name", "expected"),
    [
        ("", "a.yaml", []),
        ("id: a", "a.yaml", []),
        ("id: a", "mappe/a.yml", []),
        ("id: b", "a.yaml", ["id-en er «b», men filen heter «a»"]),
        ("id: b", "b.utkast.yaml", ["id-en er «b», men filen heter «b.utkast»"]),
        ("id: b", "B.yaml", ["id-en er «b», men filen heter «B»"]),
    ],
)
def test_the_id_is_the_name_of_the_file(fragment: str, name: str, expected: list[str]) -> None:
    assert [f.message for f in findings(fragment, "MA012", name=name)] == expected
    assert found(fragment, "MA012", name=name) == ["MA012 advarsel id" for _ in expected]


def test_the_help_never_proposes_an_id_that_cannot_be() -> None:
    (finding,) = findings("id: as-2024", "MA012", name="Ås-2024.yaml")
    assert "id: Ås-2024" not in finding.help


FORM, YEARS = "er ikke i den formen meldinger ble nevnt i den sesjonen", "har to år som ikke følger etter hverandre"


@pytest.mark.parametrize(
    ("document", "why", "right"),
    [
        ("Meld. St. 7 (2008–2009)", FORM, "St.meld. nr. 7 (2008–2009)"),
        ("St.meld. nr. 7 (2009–2010)", FORM, "Meld. St. 7 (2009–2010)"),
        ("St.meld. nr. 7 (2009-2010)", FORM, "Meld. St. 7 (2009–2010)"),
        ("St.meld. nr. 23 (2003–04)", FORM, "St.meld. nr. 23 (2003–2004)"),
        ("Meld. St. 30 (2019-20)", FORM, "Meld. St. 30 (2019–2020)"),
        ("Meld. St. 30 (2019/2020)", FORM, "Meld. St. 30 (2019–2020)"),
        ("Meld. St. nr. 30 (2019–2020)", FORM, "Meld. St. 30 (2019–2020)"),
        ("Meld.St. 30 (2019–2020)", FORM, "Meld. St. 30 (2019–2020)"),
        ("St. meld. nr 23 (2003–2004)", FORM, "St.meld. nr. 23 (2003–2004)"),
        ("stortingsmelding nr. 23 (2003–2004)", FORM, "St.meld. nr. 23 (2003–2004)"),
        ("stortingsmeldinga nr. 23 (2003–2004)", FORM, "St.meld. nr. 23 (2003–2004)"),
        ("Meld. St. 30 (2019–2021)", YEARS, None),
        ("Meld. St. 30 (2020-2019)", YEARS, None),
        ("St.meld. nr. 23 (2003–2003)", YEARS, None),
        ("St.meld. nr. 1 (1999–00)", FORM, "St.meld. nr. 1 (1999–2000)"),
        pytest.param(
            "Ot.prp. nr. 34 (2008–2010)",
            YEARS,
            None,
        ),
        pytest.param(
            "Innst. 12 S (2019–2021)",
            YEARS,
            None,
        ),
    ],
)
def test_documents_out_of_form(document: str, why: str, right: str | None) -> None:
    (finding,) = findings(f"innledning: 'Se {document}.'", "MA013")
    assert (finding.level.word, finding.path, finding.message) == ("merknad", "innledning", f"«{document}» {why}")
    assert (finding.fix and (finding.fix.safe, finding.fix.edits[0].content)) == (right and (True, right))


@pytest.mark.parametrize("document", [
    "St.meld. nr. 23 (2003–2004)", "St.meld. nr. 23 (2003-2004)", "St.meld. nr. 7 (2008–2009)",
    "Meld. St. 7 (2009–2010)", "Meld. St. 30 (2019-2020)", "Meld.\u00a0St.\u00a030 (2019–2020)",
    "Prop. 57 L (2017–2018)", "(jf. Meld. St. 30 (2019–2020))", "meldingen for 2019–2021"])  # fmt: skip
def test_documents_in_form(document: str) -> None:
    assert found(f"innledning: |\n  Se {document}.", "MA013") == []


@pytest.mark.parametrize(("session", "hits"), [
    ("2019–2020", 0), ("2019-2020", 0), ("1999–2000", 0), ("''", 0), ("2019–2021", 1), ("2020–2019", 1), ("2003–04", 1),
    ("2019", 1), ("'[sesjon]'", 0), ("…", 0)])  # fmt: skip
def test_sessions_in_a_draft(session: str, hits: int) -> None:
    fragment = f"{DRAFT}grunnlag: [{{type: stortingsmelding, nummer: 3, tittel: x, sesjon: {session}}}]"
    assert found(fragment, "MA013") == ["MA013 merknad grunnlag[0].sesjon"] * hits


@pytest.mark.parametrize(("fragment", "cut"), [
    ("tema: bosetting, sak #12 i år", "#12 i år"), ("tema: bosetting\t#ås", "#ås"), ("saksnummer: #20/1", "#20/1"),
    ("forpliktelser:\n  ks:\n    - KS skal følge sak #12", "#12"), ("historikk: [] #x", None),
    ("tema: sak # 12", None), ("tema: sak #", None), ("tema: sak#12", None), ("tema: 'sak #12'", None),
    ('tema: "sak #12"', None), ("innledning: |\n  sak #12", None), ("tema: sak\n#kommentar på egen linje", None),
    ("varighet: #kommentar\n  til: 2021-09-30", None), ("grunnlag: [{tittel: x}] #kommentar", None),
    ("tema: sak  #12", "#12"),
])  # fmt: skip
def test_texts_cut_short(fragment: str, cut: str | None) -> None:
    hits = findings(fragment, "MA015")
    assert [f.level.word for f in hits] == (["advarsel"] if cut else [])
    assert [f.message.rpartition(": ")[2] for f in hits] == ([f"YAML leser «{cut}» som en kommentar"] if cut else [])


def test_a_text_cut_short_has_its_path_and_fix() -> None:
    (finding,) = findings("tema: sak #12", "MA015")
    assert (finding.path, finding.fix and finding.fix.safe) == ("tema", True)
