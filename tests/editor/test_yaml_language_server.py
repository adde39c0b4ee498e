"""An editor with yaml-language-server suggests, explains and finds errors by the printed schema, in Norwegian."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from avtalesjekk.model.keys import keys_at

from .editor import ENGLISH, Editor, plain, problems, span, told, written
from .language_server import VARIABLE, found

PROGRAM = found()
pytestmark = pytest.mark.skipif(
    PROGRAM is None,
    reason=f"no yaml-language-server on PATH, and {VARIABLE} does not say where one is",
)
ROOT = Path(__file__).parents[2]
WHOLE = Path(__file__).with_name("whole.yaml").read_text("utf-8")
FILES = sorted([*ROOT.glob("avtaler/*.yaml"), *ROOT.glob("tests/rules/*/rett.yaml")])
BEGUN = "format: 1\ntema: leirskole\nparter: [KD, KS]\n"
# Blocks of keys, up to where the next key is written.
BLOCKS = {
    "formål:\n  ¦": "formål",
    "formål:\n  mål:\n    - ¦": "formål.mål",
    "formål:\n  mål:\n    - måltall: 1\n      ¦": "formål.mål",
    "forpliktelser:\n  ¦": "forpliktelser",
    "forpliktelser:\n  tekst: a\n  ¦": "forpliktelser",
    "forpliktelser:\n  overskrifter:\n    ¦": "forpliktelser.overskrifter",
    "forpliktelser:\n  ks:\n    - tekst: a\n      ¦": "forpliktelser.ks",
    "tillegg:\n  - ¦": "tillegg",
    "medvirkning:\n  ¦": "medvirkning",
    "organisering:\n  ¦": "organisering",
    "organisering:\n  oppfølging:\n    - ¦": "organisering.oppfølging",
    "økonomi:\n  ¦": "økonomi",
    "økonomi:\n  ytelser:\n    - ¦": "økonomi.ytelser",
    "økonomi:\n  ytelser:\n    - fra: KD\n      ¦": "økonomi.ytelser",
    "evaluering:\n  ¦": "evaluering",
    "varighet:\n  ¦": "varighet",
    "underskrifter:\n  ¦": "underskrifter",
    "underskrifter:\n  av:\n    - ¦": "underskrifter.av",
    "vedlegg:\n  - ¦": "vedlegg",
    "konsultasjon:\n  ¦": "konsultasjon",
    "konsultasjon:\n  avklart:\n    ¦": "konsultasjon.avklart",
    "historikk:\n  - ¦": "historikk",
    "grunnlag:\n  - ¦": "grunnlag",
    "avvik:\n  - ¦": "avvik",
    "avvik:\n  - begrunnelse: a\n    ¦": "avvik",
}
OFTEN = {"hvert år", "hvert halvår", "hvert kvartal", "hvert 2. år", "halvveis", "ved avslutning", "ved behov"}
VALUES: dict[str, set[str]] = {
    "status: ¦": {"utkast", "klar", "undertegnet"},
    "status: under¦": {"utkast", "klar", "undertegnet"},
    "målform: ¦": {"bokmål", "nynorsk"},
    "id: ¦": set(),
    "tittel: ¦": set(),
    "innledning: ¦": {"| flere linjer"},
    "grunnlag:\n  - type: ¦": {"stortingsmelding", "proposisjon", "strategi", "program", "annet"},
    "formål:\n  alternativ_til:\n    - ¦": {"øremerking", "lovregulering", "forskrift", "annet"},
    "formål:\n  alternativ_til: [¦]": {"øremerking", "lovregulering", "forskrift", "annet"},
    "formål:\n  mål:\n    - frist: ¦": set(),
    "organisering:\n  oppfølging:\n    - nivå: ¦": {"politisk", "administrativt"},
    "organisering:\n  oppfølging:\n    - hyppighet: ¦": OFTEN,
    "økonomi:\n  forbehold: ¦": {"stortinget", "ingen"},
    "økonomi:\n  ytelser:\n    - per: ¦": {"år", "engang", "avtaleperioden"},
    "økonomi:\n  ytelser:\n    - inntil: ¦": {"ja", "nei"},
    "økonomi:\n  ytelser:\n    - beløp: ¦": set(),
    "evaluering:\n  særskilte_forhold:\n    - ¦": set(),
    "evaluering:\n  framlegges: ¦": {
        *("3. konsultasjonsmøte", "bilateralt konsultasjonsmøte", "konsultasjonsordningen", "annet")
    },
    "varighet:\n  ikrafttredelse: ¦": {"ved undertegning"},
    "varighet:\n  til: ¦": set(),
    "varighet:\n  lengde: ¦": {"1 år", "2 år", "4 år"},
    "varighet:\n  oppsigelse: ¦": {"ja", "nei", "3 måneder", "6 måneder"},
    "varighet:\n  forlengelse: ¦": {"ny undertegning", "uten ny undertegning", "nei"},
    "historikk:\n  - hendelse: ¦": {
        *("videreført", "reforhandlet", "sagt opp", "evaluert", "gjennomgått", "erstattet")
    },
    "avvik:\n  - feillest: ¦": {"ja", "nei"},
}
TEXT = "Her skal det stå en tekst. Sett den i anførselstegn, eller skriv | og teksten på neste linje."
DATE = "Skriv en dato som 2027-09-30; 2027-09 eller 2027 om dagen ikke er kjent."
# What stands between «» is what the message stands at.
ERRORS = {
    "økonomi:\n  «ytelse»: 1": "Nøkkelen finnes ikke her. Her kan det stå overskrift, tekst, ytelser, forbehold.",
    "status: «ferdig»": "Skriv «utkast», «klar» eller «undertegnet».",
    "formål:\n  alternativ_til: [«lov»]": "Skriv «øremerking», «lovregulering», «forskrift» eller «annet».",
    "avvik:\n  - «r»egel: MA503": "«regel» og «begrunnelse» må være med her.",
    "vedlegg:\n  - «t»ekst: a": "«tittel» må være med her.",
    "tittel: «[a]»": TEXT,
    "evaluering:\n  hvordan: «{a: b}»": TEXT,
    "evaluering:\n  særskilte_forhold:\n    - «[a]»": TEXT,
    "formål: «tekst»": "Her skal det stå nøkler på egne linjer: overskrift, tekst, bakgrunn, mål, alternativ_til.",
    "formål:\n  mål: «tekst»": "Her skal det stå en liste, hvert punkt med bindestrek foran.",
    "formål:\n  mål:\n    - «[a]»": "Her skal det stå en tekst, eller nøkler: tekst, måltall, frist.",
    "varighet:\n  til: «31.12.2027»": DATE,
    "varighet:\n  til: «20271231»": DATE,
    "varighet:\n  til: 2027\n  lengde: «2 år»": "Skriv enten til eller lengde, ikke begge.",
    "varighet:\n  ikrafttredelse: «straks»": f"Skriv «ved undertegning», eller {DATE[6:]}",
    "varighet:\n  lengde: «lenge»": ("Skriv et tall og dager, uker, måneder eller år, som «2 år» eller «3 måneder»."),
    "økonomi:\n  ytelser:\n    - beløp: «8 mill.»": "Skriv hele kroner som et tall uten mellomrom, som 8000000.",
    "økonomi:\n  ytelser:\n    - beløp: «0»": "Skriv hele kroner som et tall uten mellomrom, som 8000000.",
    "økonomi:\n  ytelser:\n    - inntil: «kanskje»": "Skriv «ja» eller «nei».",
    "konsultasjon:\n  avklart:\n    møte: «5»": "Skriv et tall fra 1 til 4.",
    "avvik:\n  - regel: «MA999»\n    begrunnelse: a": (
        "Skriv koden eller navnet på en regel, som MA503. «avtalesjekk rule --all» viser dem."
    ),
    'avvik:\n  - regel: MA503\n    begrunnelse: «"[dato]"»': "Skriv hvorfor avtalen avviker.",
}


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    assert PROGRAM is not None
    made = Editor(PROGRAM, tmp_path_factory.mktemp("arbeid"))
    yield made
    made.server.close()


@pytest.mark.parametrize("by", ["setting", "modeline"])
def test_the_keys_of_an_agreement(editor: Editor, by: str) -> None:
    suggested = editor.completions("¦", by=by)
    assert suggested.keys() == {*keys_at(()), "format, tema, parter"}
    for key, said in editor.schema["properties"].items():
        assert told(suggested[key]) == said["description"]
    assert written(suggested["format, tema, parter"]) == "format: 1\ntema: $2\nparter: [$3, KS]"
    assert written(suggested["format"]) == "format: 1"
    assert written(suggested["tema"]) == "tema: "
    assert written(suggested["parter"]) == "parter:\n  - "
    assert written(suggested["innledning"]) == "innledning: |\n  "
    assert written(suggested["formål"]) == "formål:\n  "
    assert editor.completions(f"{BEGUN}¦", by=by).keys() == {*keys_at(())} - {"format", "tema", "parter"}
    assert editor.completions(f"{BEGUN}st¦", by=by).keys() == {*keys_at(())} - {"format", "tema", "parter"}


def test_the_keys_of_every_block(editor: Editor) -> None:
    for text, path in BLOCKS.items():
        there = {key for key in keys_at(tuple(path.split("."))) if f" {key}:" in text}
        suggested = editor.completions(f"{BEGUN}{text}")
        single = {label for label in suggested if ", " not in label}
        assert single == {*keys_at(tuple(path.split(".")))} - there, text
        assert all(told(suggested[label]) for label in single)


def test_some_blocks_word_for_word(editor: Editor) -> None:
    suggested = editor.completions(f"{BEGUN}parter:\n  - ¦".replace("parter: [KD, KS]\n", ""))
    assert suggested.keys() == {"navn", "side", "forkortelse"}
    suggested = editor.completions(f"{BEGUN}avvik:\n  - ¦")
    assert suggested.keys() == {
        *("regel", "begrunnelse", "godkjent_av", "til", "felt", "feillest"),
        "regel, begrunnelse",
    }
    assert written(suggested["regel, begrunnelse"]) == "regel: $1\n  begrunnelse: $2"
    suggested = editor.completions(f"{BEGUN}økonomi:\n  ytelser: ¦")
    assert {label: written(item) for label, item in suggested.items()} == {
        "beløp, per, inntil, fra, til, formål": (
            "\n  - beløp: $1\n    per: $2\n    inntil: $3\n    fra: $4\n    til: $5\n    formål: $6"
        )
    }


def test_the_values(editor: Editor) -> None:
    for text, values in VALUES.items():
        suggested = editor.completions(f"{BEGUN}{text}")
        assert suggested.keys() == values, text
        assert all(written(item).startswith(("|", label)) for label, item in suggested.items())
    assert told(editor.completions(f"{BEGUN}status: ¦")["klar"]) == (
        "Avtalen er ferdig skrevet og klar til å undertegnes."
    )


def test_the_rules_that_an_agreement_can_deviate_from(editor: Editor) -> None:
    suggested = editor.completions(f"{BEGUN}avvik:\n  - regel: ¦")
    rule = suggested["MA503 utover-stortingsperioden"]
    assert (written(rule), told(rule)) == ("MA503", "Avtalen varer ikke ut over stortingsperioden")
    assert len(suggested) > 50
    assert "MA002" not in {written(item) for item in suggested.values()}


def test_every_key_explains_itself(editor: Editor) -> None:
    uri = editor.open(WHOLE)
    expected = {(key, said["title"], said["description"]) for key, said in keys(editor.schema)}
    explained = set()
    for row, line in enumerate(WHOLE.splitlines()):
        match = re.match(r"[ -]*(?P<key>[a-zæøå_]+):(?: (?P<value>\S))?", line)
        if match is None:
            continue
        for column in (match.end("key") - 1, match.start("value")):
            if column >= 0:
                shown = editor.server.hover(uri, (row, column))
                title, description, *more, source = shown.replace("\\", "").split("\n\n")
                explained.add((match["key"], title.removeprefix("#### "), description))
                assert more == [] or more[0] == "Allowed Values:"
                assert source.startswith("Source: [skjema.json]")
                assert not ENGLISH.search("\n".join((title, description, *more[1:])))
    assert explained == expected


def keys(block: Any) -> Iterator[tuple[str, Any]]:
    """Every key of the schema."""
    for key, said in block.get("properties", {}).items():
        yield key, said
        yield from keys(said.get("items", said))


def test_what_is_shown_word_for_word(editor: Editor) -> None:
    uri = editor.open(f"{BEGUN}status: klar\nformål:\n  mål:\n    - Alle får tilbud.\n", by="modeline")
    source = f"Source: [skjema.json]({(editor.folder / 'skjema.json').as_uri()})"
    for column in (1, 9):
        assert editor.server.hover(uri, (4, column)) == (
            "#### Status\n\nHvor langt avtalen er kommet. Uten nøkkelen: utkast.\n\n"
            "Allowed Values:\n\n"
            "* `klar`: Avtalen er ferdig skrevet og klar til å undertegnes.\n"
            "* `utkast`: Avtalen skrives; \\[hakeparenteser\\] og … kan stå.\n"
            f"* `undertegnet`: Partene har undertegnet.\n\n{source}"
        )
    assert editor.server.hover(uri, (5, 1)) == f"#### Formål\n\n1. Formålet med avtalen: bakgrunn og mål.\n\n{source}"
    assert editor.server.hover(uri, (7, 8)) == (
        "#### Mål\n\nEt mål for samarbeidet: en hel setning. Med måltall eller frist skrives den etter tekst."
        f"\n\n{source}"
    )


@pytest.mark.parametrize("by", ["setting", "modeline"])
def test_the_errors(editor: Editor, by: str) -> None:
    opened = {text: editor.open(plain(BEGUN + text), by=by) for text in ERRORS}
    for text, uri in opened.items():
        assert problems(editor, uri) == [(*span(BEGUN + text, by), ERRORS[text])], text


def test_errors_of_the_whole_file(editor: Editor) -> None:
    uris = [editor.open(text) for text in ("tema: leirskole\n", f"{BEGUN}ukjent: 1\n")]
    missing = "«format», «tema» og «parter» må være med her."
    unknown = f"Nøkkelen finnes ikke her. Her kan det stå {', '.join(keys_at(()))}."
    assert problems(editor, uris[0]) == [((0, 0), (0, 1), missing)]
    assert problems(editor, uris[1]) == [((3, 0), (3, 6), unknown)]


def test_good_agreements_have_no_errors(editor: Editor) -> None:
    assert len(FILES) > 60
    opened = {file: editor.open(file.read_text("utf-8")) for file in FILES}
    opened[Path("whole.yaml")] = editor.open(WHOLE)
    assert {file: found for file, uri in opened.items() if (found := problems(editor, uri))} == {}
