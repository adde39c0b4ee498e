"""What is true of every file: it is read as far as it goes, each fault is told once, and an empty key is none."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from avtalesjekk.model.keys import keys_at
from avtalesjekk.model.validation import Parsed, parse
from avtalesjekk.source import read
from avtalesjekk.source.nodes import Plain, plain

WHOLE = """
format: 1
tema: oppfølging av strategien
parter: [KMD, {navn: Læringssenteret, forkortelse: LS, side: staten}, KS]
id: digitalisering-2020
tittel: Samarbeidsavtale
saksnummer: 20/1234
målform: bokmål
status: klar
grunnlag: [{type: stortingsmelding, nummer: 30, sesjon: 2019–2020, tittel: En innovativ sektor, periode: 2019–2025}]
innledning: Avtalen er en del av konsultasjonsordningen.
formål:
  overskrift: Formål
  tekst: a
  bakgrunn: b
  mål: [Flere oppgaver løses digitalt., {tekst: Alle bosettes., måltall: 6 måneder, frist: 2022-12-31}]
  alternativ_til: [øremerking, annet]
forpliktelser:
  overskrift: Plikter
  tekst: a
  overskrifter: {felles: Felles, ks: KS, staten: Staten}
  felles: [Partene skal møtes.]
  ks: [{tekst: KS skal det., overskrift: b, frist: 2021-06-01, ansvarlig: KS}]
  staten: [Staten skal det.]
tillegg: [{overskrift: Særskilt, etter: forpliktelser, tekst: a}]
medvirkning: {overskrift: Andre, tekst: a}
organisering:
  overskrift: Organisering
  tekst: a
  oppfølging: [{nivå: administrativt, arena: kontaktmøte, hyppighet: hvert halvår}]
  regional_koordinering: b
økonomi:
  overskrift: Penger
  tekst: a
  ytelser: [{beløp: 8000000, per: år, inntil: ja, fra: KMD, til: KS, formål: b}]
  forbehold: stortinget
evaluering:
  overskrift: Evaluering
  tekst: a
  hyppighet: hvert år
  hvordan: b
  særskilte_forhold: [c]
  framlegges: 3. konsultasjonsmøte
varighet:
  overskrift: Varighet
  tekst: a
  ikrafttredelse: 2020-09-14
  til: 2022-09-01
  begrunnelse: b
  oppsigelse: 3 måneder
  forlengelse: ny undertegning
underskrifter:
  overskrift: Underskrifter
  tekst: a
  sted: Oslo
  dato: 2020-09-14
  av: [{navn: Linda, tittel: statsråd, for: KMD, dato: 2020-09-14}]
vedlegg: [{tittel: Bakgrunn, tekst: a}]
konsultasjon: {avklart: {møte: 2, år: 2020}, påbegynt: 2020-04-20}
historikk: [{dato: 2021-11-01, hendelse: videreført, undertegnet: nei, merknad: a, av: b}]
avvik: [{regel: MA503, begrunnelse: a, godkjent_av: b, til: 2022-09-01, felt: varighet.til, feillest: ja}]
"""
OTHER: list[Plain] = json.loads("""[
    null, "", " ", "…", "[dato]", "TODO", "a", "1", "0", "2020", "2020-02-30", "31.12.2023", "3 måneder", "tre mnd",
    "8 mill.", "hvert år", "annethvert år", "KS", "stat", "signert", "MA503", "MA001", "avtaleperioden", "å, og b", "æ",
    [], {}, [null], [[]], [{}], ["a"], ["a", "b"], {"tekst": null}, {"a": "b"}, {"": null}, {"navn": "a"},
    {"og mer": null}, [{"tekst": ["a"]}], {"til": "2020", "lengde": "1 år"}, [{"dato": "x"}], [{"regel": "MA503"}]
]""")
NAMES = (
    "",
    "a",
    "a b",
    "tema",
    "tekst",
    "Tekst",
    "maal",
    "sluttdato",
    "lengde",
    "til",
    "navn",
    "regel",
    "føremål",
    "<<",
    "1",
)
ROOT = Path(__file__).parents[2]


def data_of(text: str) -> dict[str, Plain]:
    """What a file says."""
    root = read(text.encode()).root
    assert root is not None
    data = plain(root)
    assert isinstance(data, dict)
    return data


def reading(data: Plain) -> Parsed:
    """What is read of some data as a file."""
    document = read(json.dumps(data, ensure_ascii=False, indent=1).encode())
    assert document.problems == ()
    assert document.root is not None
    return parse(document.root)


def walk(data: Plain, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Plain]]:
    """All that is said, each with its path."""
    yield path, data
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inside in below:
        yield from walk(inside, (*path, step))


def changed(data: Plain, path: tuple[str | int, ...], *instead: Plain, name: str | None = None) -> Plain:
    """A copy where what stands at `path` is replaced by no, one or two values, or has its key renamed."""
    if isinstance(data, dict):
        made: dict[str, Plain] = {}
        for key, value in data.items():
            if key != path[0]:
                made[key] = value
            elif len(path) > 1:
                made[key] = changed(value, path[1:], *instead, name=name)
            elif instead:
                made[key if name is None else name] = instead[0]
        return made
    assert isinstance(data, list)
    return [
        new
        for i, value in enumerate(data)
        for new in (
            [value] if i != path[0] else [changed(value, path[1:], *instead, name=name)] if len(path) > 1 else instead
        )
    ]


BASES = [data_of(WHOLE), *(data_of(file.read_text("utf-8")) for file in sorted(ROOT.glob("avtaler/*.yaml")))]
KEYS = [path for path, _ in walk(BASES[0]) if path and isinstance(path[-1], str)]
REQUIRED = {"format", "tema", "parter"} | {
    "grunnlag tittel",
    "tillegg overskrift",
    "vedlegg tittel",
    "mål tekst",
    "ks tekst",
}
REQUIRED |= {"parter navn", "parter side", "historikk dato", "historikk hendelse", "avvik regel", "avvik begrunnelse"}


def _last_words(path: tuple[str | int, ...]) -> str:
    """The key, after the list that it stands in an item of."""
    return f"{path[-3]} {path[-1]}" if len(path) > 2 and isinstance(path[-2], int) else ".".join(map(str, path))


def test_the_whole_format_is_tried() -> None:
    found = reading(BASES[0])
    assert (found.faults, found.unread) == ((), frozenset())
    for path, data in walk(BASES[0]):
        if isinstance(data, dict) and not (path[:1] == ("formål",) and path[-1] == 0):
            assert set(keys_at(path)) - set(data) <= {"lengde"}


@pytest.mark.parametrize("path", KEYS, ids=lambda path: ".".join(map(str, path)))
def test_an_empty_key_is_a_key_left_out(path: tuple[str | int, ...]) -> None:
    without, empty = reading(changed(BASES[0], path)), reading(changed(BASES[0], path, None))
    assert empty.agreement == without.agreement
    assert [(fault.code, fault.path) for fault in empty.faults] == [
        (fault.code, fault.path) for fault in without.faults
    ]
    if _last_words(path) in REQUIRED:
        (fault,) = empty.faults
        assert (fault.code, fault.path) == ("MA011" if path[0] == "avvik" else "MA004", path)
    else:
        assert empty.faults == ()


@st.composite
def mutations(draw: st.DrawFn) -> Plain:
    """Draw an agreement with some keys or values gone, doubled, renamed or replaced."""
    data: Plain = draw(st.sampled_from(BASES))
    for _ in range(draw(st.integers(1, 4))):
        paths = [(path, value) for path, value in walk(data) if path]
        if not paths:
            break
        path, value = draw(st.sampled_from(paths))
        other: Plain = draw(st.sampled_from(OTHER))
        match draw(st.sampled_from(["drop", "double", "rename", "replace", "replace", "wrap", "add"])):
            case "drop":
                data = changed(data, path)
            case "double":
                data = changed(data, path, value, value)
            case "rename":
                data = changed(data, path, value, name=draw(st.sampled_from(NAMES)))
            case "wrap":
                data = changed(data, path, [value])
            case "add" if isinstance(value, dict):
                data = changed(data, path, value | {draw(st.sampled_from(NAMES)): other})
            case _:
                data = changed(data, path, other)
    return data


@given(mutations())
@example(changed(BASES[0], ("formål", "alternativ_til", 0), "krav"))
@example(changed(BASES[0], ("varighet", "overskrift"), "tull", name="lengde"))
@settings(max_examples=5 * settings().max_examples)
def test_any_file_is_read(data: Plain) -> None:
    found = reading(data)
    assert found.agreement is not None
    told = Counter((fault.code, fault.path) for fault in found.faults)
    assert [fault for fault, times in told.items() if times > 1] == []
    assert reading(data) == found
