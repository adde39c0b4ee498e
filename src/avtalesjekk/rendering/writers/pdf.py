"""The document as a PDF for everyone and for the archive: tagged, with a field for each who signs."""

import io
import json
from pathlib import Path

import pikepdf

from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.writers.pdf_fields import place_fields
from avtalesjekk.rendering.writers.typesetting import typeset_page
from avtalesjekk.rendering.writers.typst_data import data, to_sign


def write(document: Document, folder: Path, *, source: bytes | None = None, name: str = "") -> bytes:
    """The document as PDF/UA-1 and PDF/A-2a, set on the page in a folder; as PDF/A-3a where its source goes with it."""
    archive = "a-2a" if source is None else "a-3a"
    page = typeset_page(folder, json.dumps(data(document), ensure_ascii=False), ("ua-1", archive))
    with pikepdf.open(io.BytesIO(page)) as pdf:
        pdf.Root.Lang = pikepdf.String(document.language)
        place_fields(pdf, to_sign(document), folder)
        if source is not None:
            _attach(pdf, source, name or "avtale.yaml")
        if document.seal:
            _seal(pdf, document.seal)
        made = io.BytesIO()
        # Not compressed anew: zlib is not the same on every machine.
        pdf.save(
            made,
            deterministic_id=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return made.getvalue()


def _attach(pdf: pikepdf.Pdf, source: bytes, name: str) -> None:
    """Put the source into the file, as what it was made from."""
    file = pdf.make_stream(
        source,
        Type=pikepdf.Name.EmbeddedFile,
        Subtype=pikepdf.Name("/application/yaml"),
        Params=pikepdf.Dictionary(Size=len(source), ModDate=pdf.docinfo["/CreationDate"]),
    )
    specification = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Filespec,
            F=pikepdf.String(name),
            UF=pikepdf.String(name),
            Desc=pikepdf.String("Avtalen som avtalesjekk laget filen av"),
            AFRelationship=pikepdf.Name.Source,
            EF=pikepdf.Dictionary(F=file, UF=file),
        )
    )
    pdf.Root.AF = pikepdf.Array([specification])
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String(name), specification]))
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pdf.make_indirect(names))


def _seal(pdf: pikepdf.Pdf, seal: str) -> None:
    """Say the whole seal in the metadata, under a name that the standards know."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:identifier"] = f"sha256:{seal}"
