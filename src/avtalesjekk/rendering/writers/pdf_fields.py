"""The fields that are signed: each link that the page has laid on a line to sign becomes an empty, tagged one.

Typst knows no fields, but it places and tags links: the place, the page and the order of reading are then its own.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.document import Field, Signature
from avtalesjekk.rendering.writers.typst_data import FIELD
from avtalesjekk.terminal import printable, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence


def place_fields(pdf: pikepdf.Pdf, lines: "Sequence[tuple[Signature, Field]]", folder: Path) -> None:
    """Make a signature field of each link to a line to sign. Raises UserError where a line has not one link."""
    found: dict[str, list[tuple[pikepdf.Page, pikepdf.Object]]] = {}
    for page, link, name in _links(pdf):
        found.setdefault(name, []).append((page, link))
    fields = [_field(pdf, line, found.get(line[0].id, []), folder) for line in lines]
    if fields:
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array(fields)))


def _links(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, pikepdf.Object, str]]:
    for page in pdf.pages:
        for annotation in page.get("/Annots", pikepdf.Array()):
            target = str(annotation.get("/A", pikepdf.Dictionary()).get("/URI", ""))
            if target.startswith(FIELD):
                yield page, annotation, target.removeprefix(FIELD)


def _field(
    pdf: pikepdf.Pdf, line: tuple[Signature, Field], links: list[tuple[pikepdf.Page, pikepdf.Object]], folder: Path
) -> pikepdf.Object:
    signature, label = line
    who = ", ".join(filter(None, (signature.name, signature.title, signature.body)))
    if len(links) != 1:
        raise UserError(
            f"malen i {quoted(folder)} skal ha én linje å skrive under på for {printable(who)}, og har {len(links)}."
        )
    page, widget = links[0]
    element = _element(pdf, widget)
    content = element.K
    parts = list(content) if isinstance(content, pikepdf.Array) else [content]
    references = [part for part in parts if isinstance(part, pikepdf.Dictionary) and part.get("/Type") == "/OBJR"]
    if len(references) != 1 or len(parts) != 1:
        raise UserError(f"malen i {quoted(folder)} skal ikke ha tekst på linjen der {printable(who)} skriver under.")
    element.S, element.K = pikepdf.Name.Form, references[0]
    for key in ("/A", "/Border", "/Contents", "/Dest"):
        if key in widget:
            del widget[key]
    left, low, right, high = (float(edge) for edge in widget.Rect)
    widget.Subtype, widget.FT, widget.F = pikepdf.Name.Widget, pikepdf.Name.Sig, 4
    widget.T, widget.TU = pikepdf.String(signature.id), pikepdf.String(f"{label.label}: {who}" if who else label.label)
    widget.P = page.obj
    widget.AP = pikepdf.Dictionary(
        N=pdf.make_stream(
            b"",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([0, 0, round(right - left, 3), round(high - low, 3)]),
            Resources=pikepdf.Dictionary(),
        )
    )
    page.obj.Tabs = pikepdf.Name.S
    return widget


def _element(pdf: pikepdf.Pdf, annotation: pikepdf.Object) -> pikepdf.Object:
    """The element of the structure that an annotation stands under."""
    return pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(annotation.StructParent)]
