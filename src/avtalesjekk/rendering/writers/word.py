"""The document as a Word file: real headings and lists, language, repeated table heads, controls for each signatory."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import pairwise

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as WordParagraph

from avtalesjekk.rendering.document import (
    Block,
    Break,
    Document,
    Emphasis,
    Field,
    Heading,
    List,
    Paragraph,
    Signature,
    Span,
    Table,
    Text,
    plain,
)
from avtalesjekk.rendering.seal import LABEL, shown
from avtalesjekk.rendering.writers.columns import LARGEST, columns

_LONGEST_TITLE = 255  # that a file may have among its properties
_EPOCH = datetime(2006, 1, 1, tzinfo=UTC)  # the same in every file, so that the same text gives the same bytes
_PAGE, _MARGIN = (Cm(21), Cm(29.7)), Cm(2.5)
_TEXT_WIDTH = _PAGE[0] - 2 * _MARGIN
_HANG = Cm(1.3)
_LINE_ENDS = Cm(11)
_SIZES = {1: 20, 2: 15, 3: 12.5, 4: 11.5, 5: 11, 6: 11}


def write(document: Document) -> bytes:
    """The document as the bytes of a .docx."""
    word = docx.Document()
    _Word(word, document).fill()
    made = io.BytesIO()
    word.save(made)
    return _same_bytes(made.getvalue())


class _Word:
    """A Word file that is being filled."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self._word = word
        self._document = document
        self._controls = 0

    def fill(self) -> None:
        """Set the page and the styles, and write every block."""
        self._set_up()
        for block, following in pairwise((*self._document.blocks, None)):
            if block is not None:
                self._block(block)
            if isinstance(following, List | Table) and isinstance(block, Paragraph):
                self._word.paragraphs[-1].paragraph_format.keep_with_next = True

    def _set_up(self) -> None:
        properties = self._word.core_properties
        properties.title = self._document.title[:_LONGEST_TITLE]
        properties.language = self._document.language
        properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
        properties.created = properties.modified = _EPOCH
        properties.revision = 1
        section = self._word.sections[0]
        section.page_width, section.page_height = _PAGE
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        self._set_styles()
        foot = section.footer.paragraphs[0]
        foot.alignment = 1
        _field(foot, "PAGE")
        foot.add_run(" av ")
        _field(foot, "NUMPAGES")
        if self._document.seal:
            properties.identifier = f"sha256:{self._document.seal}"
            line = section.footer.add_paragraph()
            line.alignment = foot.alignment
            line.add_run(f"{LABEL}: {shown(self._document.seal)}").font.size = Pt(8)
        if self._document.mark:
            run = section.header.paragraphs[0].add_run(self._document.mark)
            section.header.paragraphs[0].alignment = 2
            run.bold, run.font.color.rgb, run.font.size = True, RGBColor(0xA4, 0, 0x0F), Pt(14)

    def _set_styles(self) -> None:
        defaults = self._word.styles.element.find(qn("w:docDefaults"))
        for language in defaults.iter(qn("w:lang")) if defaults is not None else ():
            language.set(qn("w:val"), self._document.language)
            language.set(qn("w:eastAsia"), self._document.language)
        normal = self._style("Normal")
        normal.font.name, normal.font.size = "Calibri", Pt(11)
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing = 1.15
        normal.paragraph_format.widow_control = True
        for level, size in _SIZES.items():
            style = self._style(f"Heading {level}")
            style.font.name, style.font.size = "Calibri", Pt(size)
            style.font.color.rgb, style.font.bold, style.font.italic = RGBColor(0x1A, 0x1A, 0x1A), True, False
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14 if level > 1 else 0), Pt(6)
            style.paragraph_format.keep_with_next = True
            fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
            if fonts is not None:  # the theme's fonts would go before the one named
                for name in [name for name in fonts.attrib if "Theme" in str(name)]:
                    del fonts.attrib[name]

    def _style(self, name: str) -> ParagraphStyle:
        style = self._word.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 (the template that python-docx ships)
        return style

    def _block(self, block: Block, depth: int = 0) -> None:
        match block:
            case Heading(level, spans, number):
                paragraph = self._word.add_heading(level=min(level, 6))
                paragraph.add_run(f"{number}\N{NO-BREAK SPACE} " if number else "")
                _write(paragraph, spans)
                paragraph.paragraph_format.page_break_before = block.new_page
            case Paragraph(spans, number):
                paragraph = self._word.add_paragraph()
                if number:
                    _hang(paragraph, _HANG, _HANG)
                    paragraph.add_run(f"{number}\t")
                elif depth:
                    paragraph.paragraph_format.left_indent = _HANG * (depth + 1) // 2 + _HANG
                _write(paragraph, spans)
            case List():
                self._list(block, depth)
            case Table():
                self._table(block)
            case Signature():
                self._signature(block)

    def _list(self, block: List, depth: int) -> None:
        for i, item in enumerate(block.items):
            first, *rest = item or (Paragraph(()),)
            if not isinstance(first, Paragraph):
                first, rest = Paragraph(()), list(item)
            paragraph = self._word.add_paragraph(style=None if block.first is not None else "List Bullet")
            indent = Emu(_HANG + Cm(0.7) * (depth + 1))
            _hang(paragraph, indent, Cm(0.7))
            if block.first is not None:
                paragraph.add_run(f"{block.marker(i)}\t")
            _write(paragraph, first.spans)
            for inner in rest:
                self._block(inner, depth + 1)

    def _table(self, block: Table) -> None:
        table = self._word.add_table(rows=0, cols=len(block.head))
        table.style = "Table Grid"
        table.autofit = False
        _describe(table, " – ".join(plain(cell) for cell in block.head))
        shares, size = columns(block)
        widths = [Emu(int(_TEXT_WIDTH * share)) for share in shares]
        for i, row in enumerate((block.head, *block.rows)):
            added = table.add_row()
            _no_split(added._tr.get_or_add_trPr(), head=i == 0)  # noqa: SLF001 (python-docx has no way to say it)
            for cell, spans, width in zip(added.cells, row, widths, strict=True):
                cell.width = width
                _write(cell.paragraphs[0], spans, bold=i == 0)
                for run in cell.paragraphs[0].runs:
                    run.font.size = Pt(size) if size < LARGEST else None
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
                if i == 0:
                    _shade(cell)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._word.add_paragraph().paragraph_format.space_after = Pt(0)

    def _signature(self, block: Signature) -> None:
        who = ", ".join(filter(None, (block.name, block.title)))
        lines = [(block.body, True), (who, False)]
        for text, bold in lines:
            if text:
                paragraph = self._word.add_paragraph()
                paragraph.add_run(text).bold = bold
                paragraph.paragraph_format.keep_with_next = True
                paragraph.paragraph_format.space_after = Pt(2)
        for i, field in enumerate(block.fields):
            paragraph = self._word.add_paragraph()
            paragraph.add_run(f"{field.label}: ")
            self._control(paragraph, block, field)
            if not field.value:  # a line to write on
                paragraph.paragraph_format.tab_stops.add_tab_stop(_LINE_ENDS, leader=WD_TAB_LEADER.LINES)
                paragraph.add_run("\t")
            paragraph.paragraph_format.keep_with_next = i + 1 < len(block.fields)
            paragraph.paragraph_format.space_after = Pt(12)

    def _control(self, paragraph: WordParagraph, signature: Signature, field: Field) -> None:
        """A content control to fill in, named for who signs and what is asked."""
        self._controls += 1
        control, settings, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
        title = f"{field.label}, {signature.name or signature.body}"
        for name, value in (
            ("alias", title),
            ("tag", f"{signature.id}-{field.label.lower()}"),
            ("id", str(self._controls)),
        ):
            settings.append(_element(name, value))
        if not field.value:
            settings.append(OxmlElement("w:showingPlcHdr"))
        settings.append(OxmlElement("w:text"))
        run = paragraph.add_run(field.value or "\N{NO-BREAK SPACE}")
        content.append(run._r)  # noqa: SLF001 (the same)
        control.append(settings)
        control.append(content)
        paragraph._p.append(control)  # noqa: SLF001 (the same)


def _write(paragraph: WordParagraph, spans: Iterable[Span], *, bold: bool = False, italic: bool = False) -> None:
    for span in spans:
        match span:
            case Text(text):
                run = paragraph.add_run(text)
                run.bold, run.italic = bold or None, italic or None
            case Break():
                paragraph.add_run().add_break(WD_BREAK.LINE)
            case Emphasis(inner, strong):
                _write(paragraph, inner, bold=bold or strong, italic=italic or not strong)


def _hang(paragraph: WordParagraph, indent: Length, hanging: Length) -> None:
    """Indent a paragraph, with what stands before the tab hanging out."""
    paragraph.paragraph_format.left_indent = indent
    paragraph.paragraph_format.first_line_indent = -hanging
    paragraph.paragraph_format.tab_stops.add_tab_stop(indent)


def _field(paragraph: WordParagraph, instruction: str) -> None:
    """A field that Word counts: the page, or how many there are."""
    for kind, text in (("begin", ""), ("", instruction), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001 (the same)


def _element(name: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(f"w:{name}")
    element.set(qn("w:val"), value)
    return element


def _no_split(row: BaseOxmlElement, *, head: bool) -> None:
    row.append(OxmlElement("w:cantSplit"))
    if head:
        row.append(OxmlElement("w:tblHeader"))


def _shade(cell: Cell) -> None:
    shading = _element("shd", "clear")
    shading.set(qn("w:fill"), "EEF1F4")
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 (the same)


def _describe(table: WordTable, text: str) -> None:
    """What a screen reader says of a table before it is read."""
    table._tbl.tblPr.append(_element("tblCaption", text))  # noqa: SLF001 (the same)


def _same_bytes(data: bytes) -> bytes:
    """The archive sorted, with one date, and not compressed: zlib is not the same on every machine."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return made.getvalue()
