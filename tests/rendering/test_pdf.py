"""The PDF: what it says and in which order, its tags, its fields, what goes with it; and the same bytes every time."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.document import (
    Block,
    Document,
    Emphasis,
    Field,
    Heading,
    List,
    Paragraph,
    Signature,
    Table,
    Text,
    plain,
)
from avtalesjekk.rendering.layout import arranged
from avtalesjekk.rendering.letters import clean
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.readers import pdf as from_pdf
from avtalesjekk.rendering.readers import text as from_text
from avtalesjekk.rendering.readers.pdf_text import answer
from avtalesjekk.rendering.seal import words_of
from avtalesjekk.rendering.writers import pdf, text

from .conftest import made
from .test_formats import _BLOCKS, AGREEMENTS, ROOT

TITLE = Heading(1, (Text("Tittel"),))


def document(*blocks: Block, mark: str = "", seal: str = "") -> Document:
    return Document("nb-NO", "Tittel", mark, (TITLE, *blocks), seal)


def lines(of: Document) -> list[str]:
    """The text of a document as its PDF says it, read without a process of its own."""
    failure, found, _, _ = answer(pdf.write(of, templates()))
    assert failure == ""
    return found.split("\n")


def said(text_: str) -> tuple[Text, ...]:
    return (Text(text_),)


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)
def test_a_pdf_says_what_the_text_says(path: Path) -> None:
    agreed = made(path.read_text(encoding="utf-8")).document
    failure, found, identifier, source = answer(pdf.write(agreed, templates()))
    assert words_of(found) == words_of(from_text.read(text.write(agreed)).text)
    assert (failure, identifier, source) == ("", f"sha256:{agreed.seal}", None)


@given(st.lists(_BLOCKS, max_size=5))
def test_hostile_letters_come_out_as_written(blocks: list[Block]) -> None:
    agreed = document(*arranged((TITLE, *blocks))[1:])
    assert words_of("\n".join(lines(agreed))) == words_of(from_text.read(text.write(agreed)).text)


def test_typst_in_a_value_is_only_letters() -> None:
    hostile = '#panic("x") *a* $x$ @ref <b> \\ {{ }} // /* `k` [l](m) ~ --- "s" = #read("/etc/passwd")'
    agreed = document(Heading(2, said(hostile)), Paragraph(said(hostile), "1.1"), List(((Paragraph(said(hostile)),),)))
    assert lines(agreed) == ["Tittel", hostile, f"1.1\xa0{hostile}", "•", hostile]


_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(clean)


@given(_ANY, _ANY)
def test_any_letters_are_shown_or_refused_by_name(title: str, words: str) -> None:
    agreed = document(Heading(2, said(title)), Paragraph(said(words)))
    try:
        assert len(lines(agreed)) > 0
    except UserError as error:
        assert str(error).startswith("PDF-en kan ikke vise tegnet «")  # noqa: PT017 (either may happen)


@pytest.mark.parametrize(
    ("letter", "named"), [("🎉", "«🎉» (U+1F389)"), ("日", "«日» (U+65E5)"), ("\ue000", "«\ue000» (U+E000)")]
)
def test_a_letter_that_the_fonts_lack_is_named(letter: str, named: str) -> None:
    with pytest.raises(UserError) as refused:
        pdf.write(document(Paragraph(said(f"Vi {letter} er enige"))), templates())
    assert str(refused.value) == (
        f"PDF-en kan ikke vise tegnet {named}; skrifttypene har det ikke. Skriv det på en annen måte."
    )


def test_norwegian_and_sámi_letters_and_signs_are_there() -> None:
    words = "æøå ÆØÅ áčđŋšŧž ÁČĐŊŠŦŽ «sitat» “sitat” ‘s’ – — … § ½ € • é ö ä 8 000 000 kr m² → ≤ \ufffd"
    assert lines(document(Paragraph(said(words)))) == ["Tittel", words]


def test_the_tags_are_those_of_the_blocks() -> None:
    agreed = document(
        Paragraph((Text("Vi "), Emphasis(said("skal"), strong=True), Emphasis(said("dele"), strong=False))),
        Heading(2, said("Del"), "1"),
        Paragraph(said("Ledd"), "1.1"),
        List(((Paragraph(said("a")), List(((Paragraph(said("b")),),), first=3)),)),
        Table((said("A"), said("B")), ((said("c"), said("d")),)),
        Signature("underskrift-1", "KD", "Kari", "minister", (Field("Dato", "1. mai 2026"), Field("Underskrift", ""))),
    )
    with pikepdf.open(io.BytesIO(pdf.write(agreed, templates()))) as made_:
        assert " ".join(_tags(made_.Root.StructTreeRoot.K)) == (
            "Document H1 P Strong Em H2 P L LI Lbl LBody P L LI Lbl LBody P "
            "Table THead TR TH Strong TH Strong TBody TR TD TD P Strong P P P Form"
        )
        heads = [element for element in _elements(made_.Root.StructTreeRoot.K) if element.S == "/TH"]
        assert ["/Column" in repr(head.A) for head in heads] == [True, True]


def test_the_file_says_its_title_and_language_and_has_bookmarks() -> None:
    source = (ROOT / "avtaler" / "digitalisering-2020.yaml").read_text(encoding="utf-8")
    agreed = made(source, "nynorsk").document
    with pikepdf.open(io.BytesIO(pdf.write(agreed, templates()))) as made_, made_.open_outline() as outline:
        assert made_.Root.Lang == "nn-NO"
        assert made_.docinfo["/Title"] == agreed.title
        sections = [b for b in agreed.blocks if isinstance(b, Heading) and b.level == 2]
        assert [item.title.replace("\xa0", "") for item in outline.root[0].children] == [
            f"{b.number} {plain(b.spans)}" if b.number else plain(b.spans) for b in sections
        ]


def test_each_who_signs_has_one_empty_field_in_order() -> None:
    source = (ROOT / "avtaler" / "innovasjon-baerekraft.yaml").read_text(encoding="utf-8")
    with pikepdf.open(io.BytesIO(pdf.write(made(source).document, templates()))) as made_:
        fields = list(made_.Root.AcroForm.Fields)
        assert [(str(field.T), str(field.TU)) for field in fields] == [
            (
                "underskrift-1",
                (
                    "Underskrift: Nikolai Astrup, kommunal- og moderniseringsminister, "
                    "Kommunal- og moderniseringsdepartementet"
                ),
            ),
            ("underskrift-2", "Underskrift: Bjørn Arild Gram, leder, KS"),
        ]
        for field in fields:
            assert (str(field.FT), str(field.Subtype), int(field.F)) == ("/Sig", "/Widget", 4)
            assert "/V" not in field
            left, low, right, high = map(float, field.Rect)
            assert right - left > 200
            assert high - low > 25
            assert field.P.Tabs == "/S"
            element = pikepdf.NumberTree(made_.Root.StructTreeRoot.ParentTree)[int(field.StructParent)]
            assert element.S == "/Form"
            assert [(str(kid.Type), kid.Obj.objgen) for kid in [element.K]] == [("/OBJR", field.objgen)]
        assert float(fields[0].Rect[1]) > float(fields[1].Rect[1])  # the first stands above


def test_a_draft_is_marked_on_every_page_and_has_no_fields() -> None:
    source = (ROOT / "avtaler" / "innovasjon-baerekraft.yaml").read_text(encoding="utf-8")
    data = pdf.write(made(source, draft=True).document, templates())
    assert from_pdf.read(data).text.startswith("UTKAST\n")
    assert from_pdf.read(data).text.count("UTKAST") == 1
    with pikepdf.open(io.BytesIO(data)) as made_:
        assert "/AcroForm" not in made_.Root
    pages = _printed(data)
    assert [page.count("UTKAST") for page in pages] == [2, *[1] * (len(pages) - 1)]


def test_the_foot_counts_the_pages_and_shows_the_seal() -> None:
    agreed = document(Heading(2, said("Vedlegg"), new_page=True), Paragraph(said("Ord")), seal="0123456789abcdef" * 4)
    pages = _printed(pdf.write(agreed, templates()))
    assert [" ".join(page.split()) for page in pages] == [
        "Tittel Fingeravtrykk: 0123 4567 89ab cdef Side 1 av 2",
        "Tittel Vedlegg Ord Fingeravtrykk: 0123 4567 89ab cdef Side 2 av 2",
    ]


def test_the_seal_is_in_the_metadata_and_nothing_else_of_the_kind() -> None:
    assert from_pdf.read(pdf.write(document(seal="ab" * 32), templates())).seal == "ab" * 32
    assert from_pdf.read(pdf.write(document(), templates())).seal == ""


def test_the_source_goes_with_it_byte_for_byte() -> None:
    source = "tema: «ø»\r\n".encode("utf-16")
    data = pdf.write(document(), templates(), source=source, name="avtale – ø.yaml")
    assert from_pdf.read(data).source == source
    with pikepdf.open(io.BytesIO(data)) as made_:
        specification = made_.Root.AF[0]
        assert (str(specification.UF), str(specification.AFRelationship)) == ("avtale – ø.yaml", "/Source")
        assert specification.EF.F.Subtype == "/application/yaml"
        assert list(made_.attachments) == ["avtale – ø.yaml"]


def test_the_same_document_gives_the_same_bytes() -> None:
    agreed = made(AGREEMENTS[0].read_text(encoding="utf-8")).document
    one, other = (pdf.write(agreed, templates(), source=b"a: b\n", name="a.yaml") for _ in range(2))
    assert one == other
    with pikepdf.open(io.BytesIO(one)) as made_:
        assert {str(made_.docinfo[key]) for key in ("/CreationDate", "/ModDate")} == {"D:20060101000000Z"}
    assert pdf.write(replace(agreed, mark="UTKAST"), templates()) != one


def test_heads_are_repeated_and_read_once() -> None:
    rows = tuple((said(f"Rad {i}"), said("x")) for i in range(80))
    data = pdf.write(document(Table((said("Kolonnehode"), said("B")), rows)), templates())
    assert [page.count("Kolonnehode") for page in _printed(data)] == [1, 1, 1]
    assert from_pdf.read(data).text.count("Kolonnehode") == 1


def test_a_heading_does_not_stand_alone_and_signatures_stand_together() -> None:
    def signature(i: int) -> Signature:
        return Signature(f"underskrift-{i}", "KD", f"Navn{i}", "", (Field("Underskrift", ""),))

    for count in range(30, 45):
        filling = (Paragraph(said("Linje")) for _ in range(count))
        agreed = document(*filling, Heading(2, said("Underskrifter")), *map(signature, (1, 2, 3)))
        pages = _printed(pdf.write(agreed, templates()))
        assert [all(word in page for word in ("Underskrifter", "Navn1", "Navn3")) for page in pages] == [False, True]


def test_no_word_runs_out_of_the_page() -> None:
    long = ("W" * 200, "minoritetsladningsbærerdiffusjonskoeffisientmålingsapparatur", "x" * 500)
    table = Table(tuple(said("Kolonne") for _ in range(12)), (tuple(said("M" * 60) for _ in range(12)),))
    agreed = document(
        *(Paragraph(said(word), "1.1") for word in long), *(Heading(2, said(word)) for word in long), table
    )
    for left, right in _edges(pdf.write(replace(agreed, title="W" * 200, mark="UTKAST"), templates())):
        assert left > 60
        assert right < 535
    assert [line.replace("\u200b", "") for line in lines(agreed)][1:4] == [f"1.1\xa0{word}" for word in long]


def test_what_is_taller_than_a_page_goes_on_the_next() -> None:
    tall = ((said("ord " * 3000), said("x")),)
    signature = Signature("u", "Organ " * 900, "Kari", "", (Field("Dato", "1. mai"),))
    pages = _printed(pdf.write(document(Table((said("A"), said("B")), tall), signature), templates()))
    assert sum(page.split().count("ord") for page in pages) == 3000
    assert sum(page.split().count("Organ") for page in pages) == 900


def test_lists_too_deep_for_the_page_keep_their_numbers() -> None:
    deep = List(((Paragraph(said("innerst")),), (Paragraph(said("sist")),)), first=4)
    for i in range(12):
        deep = List(((Paragraph(said(f"nivå {i}")), deep),), first=2 if i % 2 else None)
    found = lines(document(deep))
    assert found[-2:] == ["4. innerst", "5. sist"]
    assert words_of("\n".join(found)) == words_of(from_text.read(text.write(document(deep))).text)


def test_letters_that_share_a_shape_are_told_apart() -> None:
    words = "ﬁ fi ﬀ ff e\u0301 é Å Å"
    assert lines(document(Paragraph(said(words)))) == ["Tittel", words]


def _elements(kid: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(kid, pikepdf.Array):
        for one in kid:
            yield from _elements(one)
    elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
        yield kid
        yield from _elements(kid.get("/K", pikepdf.Array()))


def _tags(kid: pikepdf.Object) -> Iterator[str]:
    return (str(element.S).removeprefix("/") for element in _elements(kid))


def _poppler(tool: str, data: bytes, *words: str) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([tool, *words, "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def _printed(data: bytes) -> list[str]:
    """All that stands on each page, headers and footers too."""
    return _poppler("pdftotext", data, "-layout").split("\f")[:-1]


def _edges(data: bytes) -> Iterator[tuple[float, float]]:
    """Where each word begins and ends, in points from the left."""
    for line in _poppler("pdftotext", data, "-bbox").splitlines():
        if "<word" in line:
            values = dict(part.split("=") for part in line.split(">")[0].split()[1:])
            yield float(values["xMin"].strip('"')), float(values["xMax"].strip('"'))
