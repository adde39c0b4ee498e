"""Word files and PDFs so small and open that a change of a few bytes changes what they say."""

import io
import zipfile

import pikepdf

from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.making import SHEET, page_folder
from avtalesjekk.rendering.writers import pdf, word

_PARTS = ("word/document.xml", "word/header1.xml", "docProps/core.xml")


def word_body(document: Document) -> bytes:
    """The body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(word.write(document))) as archive:
        return archive.read(_PARTS[0])


def word_file(document: Document) -> bytes:
    """A Word file with just the parts that are read back."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word.write(document))) as whole, zipfile.ZipFile(made, "w") as small:
        for name in _PARTS:
            if name in whole.namelist():
                small.writestr(name, whole.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def small_pdf(document: Document) -> bytes:
    """A PDF with nothing packed and without the shapes of its letters."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf.write(document, page_folder(None, SHEET)))) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary):
                for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                    if key in one:
                        del one[key]
        opened.remove_unreferenced_resources()
        opened.save(
            made,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            static_id=True,
        )
    return made.getvalue()
