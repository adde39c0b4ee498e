"""Templates of the user's own: what they can change, and what they cannot do."""

import shutil
from pathlib import Path

import pytest

from avtalesjekk.errors import UserError
from avtalesjekk.model.validation import parse
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rendering.making import Made, make, templates
from avtalesjekk.rendering.writers import markdown
from avtalesjekk.source import read

from .conftest import TODAY, made

SOURCE = """\
format: 1
tema: "*kompetanse* <b>"
parter: [KD, KS]
tittel: "1. mars {{ tema }} | `x` # _y_"
formål: {tekst: "Avtalen skal *hjelpe*.", mål: ["1. mars 2027 er *dagen* | <b>#panic $x$ {{ 7 * 7 }}"]}
økonomi: {forbehold: stortinget}
varighet: {til: 2028-12-31, oppsigelse: 3 måneder}
"""


def with_template(folder: Path, text: str) -> Made:
    (folder / "bokmal.jinja").write_text(text, encoding="utf-8")
    root = read(SOURCE.encode()).root
    assert root is not None
    agreement = parse(root).agreement
    assert agreement is not None
    return make(Reading(agreement, TODAY, "a"), root, None, folder, draft=False)


def test_values_never_become_markup() -> None:
    written = markdown.write(made(SOURCE).document).decode()
    assert r"# 1. mars \{\{ tema \}\} \| \`x\` \# \_y\_" in written
    assert r"1\. mars 2027 er \*dagen\* \| \<b\>\#panic \$x\$ \{\{ 7 \* 7 \}\}" in written
    assert "*hjelpe*" in written  # prose is CommonMark


def test_a_caseworker_words_a_clause_otherwise_and_moves_a_section(tmp_path: Path) -> None:
    text = (templates() / "bokmal.jinja").read_text(encoding="utf-8")
    text = text.replace("Avtalen gjelder til og med {{", "Siste dag avtalen gjelder, er {{")
    text = text.replace("{% for del in deler %}", "## {{ nummer }} Først\n\nEn ny del.\n\n{% for del in deler %}", 1)
    written = markdown.write(with_template(tmp_path, text).document).decode()
    assert "## 1 Først\n\n1.1 En ny del.\n\n## 2 Formålet med avtalen" in written
    assert "Siste dag avtalen gjelder, er 31.\N{NO-BREAK SPACE}desember 2028." in written


def test_a_section_is_moved_by_its_name(tmp_path: Path) -> None:
    text = (templates() / "bokmal.jinja").read_text(encoding="utf-8")
    text = text.replace("in deler %}", "in deler|flytt('formål', etter='økonomi')|flytt('varighet', etter='borte') %}")
    found = with_template(tmp_path, text)
    written = markdown.write(found.document).decode()
    assert [line for line in written.splitlines() if line.startswith("## ")] == [
        "## 1 Økonomi",
        "## 2 Formålet med avtalen",
        "## 3 Varighet og oppsigelse",
    ]
    assert found.left_out == ()


def test_a_template_without_a_clause_is_told_of(tmp_path: Path) -> None:
    found = with_template(tmp_path, "# {{ tittel }}\n\nGjelder til {{ mangler('varighet.til') }}.\n")
    assert found.added == ("varighet.til",)
    assert found.left_out == ("økonomi.forbehold", "varighet.oppsigelse", "formål.tekst", "formål.mål")


@pytest.mark.parametrize(
    ("line", "left_out"),
    [
        ('Avtalen gjelder til og med {{ mangler("varighet.til") }}.', "varighet.til"),
        ("Det tas forbehold om at Stortinget bevilger midlene til statens ytelser etter avtalen.", "økonomi.forbehold"),
        ("{{ stykke.verdi }}", "formål.tekst"),
        ("{{ mål.tekst }}", "formål.mål"),
    ],
)
def test_a_line_that_is_taken_out_of_a_template_is_missed(tmp_path: Path, line: str, left_out: str) -> None:
    text = (templates() / "bokmal.jinja").read_text(encoding="utf-8")
    assert line in text
    found = with_template(tmp_path, text.replace(line, ""))
    assert found.left_out == (left_out,)
    assert left_out not in found.added


def test_templates_can_include_one_another(tmp_path: Path) -> None:
    (tmp_path / "topp.jinja").write_text("# {{ tittel }}\n", encoding="utf-8")
    assert with_template(tmp_path, "{% include 'topp.jinja' %}\n").document.blocks


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("# {{ tittle }}", "«tittle» finnes ikke"),
        ("# {{ tittel", "linje 1"),
        ("{{ ''.__class__.__mro__ }}", "malen"),
        ("{{ tittel.upper() }}", "malen"),
        ("{{ 'x' * 1000000000 }}", "malen kan ikke regne med «*»"),
        ("{{ 10 ** 1000000000 }}", "malen kan ikke regne med «**»"),
        ("{{ '%1000000000d' % 1 }}", "malen kan ikke regne med «%»"),
        ("{{ tittel ~ tittel }}", "malen kan ikke sette sammen tekster med «~»"),
        ("{{ tittel + tittel }}", "malen kan ikke regne med «+»"),
        (
            "{% macro m(x, n) %}{% set y %}{{ x }}{{ x }}{% endset %}{{ m(y, n + 1) }}{% endmacro %}{{ m(tittel, 0) }}",
            "teksten blir for lang",
        ),
        ("{{ range(10) }}", "«range» finnes ikke"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "den kaller seg selv uten ende"),
        ("{% include '../utenfor.jinja' %}", "utenfor.jinja"),
        ("{{ deler }}", "en liste eller en del kan ikke skrives ut som den er"),
        ("{{ innledning }}", "«None» kan ikke skrives ut"),
        ("Her er {{ deler[0].tekst }} i en setning", "må stå alene på linjen"),
        ("{{ tittel|safe }}", "linje 1: det finnes ikke noe filter «safe»"),
    ],
)
def test_what_a_template_cannot_do_is_said(tmp_path: Path, template: str, said: str) -> None:
    (tmp_path.parent / "utenfor.jinja").write_text("hemmelig", encoding="utf-8")
    with pytest.raises(UserError) as error:
        with_template(tmp_path, template)
    assert said in str(error.value)
    assert "bokmal.jinja" in str(error.value) or "utenfor" in said


def test_a_template_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "bokmal.jinja").write_bytes("Formål".encode("latin-1"))
    shutil.copy(templates() / "side.html.jinja", tmp_path)
    root = read(SOURCE.encode()).root
    assert root is not None
    agreement = parse(root).agreement
    assert agreement is not None
    with pytest.raises(UserError, match="er ikke skrevet i UTF-8"):
        make(Reading(agreement, TODAY, "a"), root, None, tmp_path, draft=False)


def test_a_token_in_a_template_is_only_a_letter(tmp_path: Path) -> None:
    document = with_template(tmp_path, "# x\n\n\ue0007\ue001 og \ue000\ue001\n").document
    assert len(document.blocks) == 2


def test_a_template_that_goes_on_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtalesjekk.rendering.template._SECONDS", 0.2)
    loops = "".join(f"{{% for i{n} in 'xxxxxxxxxxxxxxxxxxxx' %}}" for n in range(12)) + "{% endfor %}" * 12
    with pytest.raises(UserError, match="den blir ikke ferdig"):
        with_template(tmp_path, loops)
