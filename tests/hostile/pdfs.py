"""PDFs that are made to do harm, given to `verify`."""

import io
import zlib
from collections.abc import Callable

import pikepdf

from avtalesjekk.rendering.document import Document, Heading, Paragraph, Text
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.writers import pdf

from .documents import of
from .row import Row

_BROKEN = "PDF-en kan ikke leses: den er ødelagt, eller ikke en PDF."
_STOPPED = "PDF-en kan ikke leses: den er ødelagt, eller for stor pakket ut."
_LARGE = "PDF-en kan ikke leses: den er for stor"


def _good() -> bytes:
    said = Document("nb-NO", "Tittel", "", (Heading(1, (Text("Tittel"),)), Paragraph((Text("Ord og ffi"),))))
    return pdf.write(said, templates())


def _changed(change: Callable[[pikepdf.Pdf], None], *, lock: str | None = None) -> Callable[[], bytes]:
    def made() -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(_good())) as file:
            change(file)
            encryption = pikepdf.Encryption(owner="a", user=lock) if lock is not None else False
            file.save(out, encryption=encryption)
        return out.getvalue()

    return made


def _packed(size: int) -> bytes:
    """So many nothings, packed."""
    pack = zlib.compressobj(9)
    head = pack.compress(b"") + pack.flush(zlib.Z_FULL_FLUSH)
    million = pack.compress(bytes(1_000_000)) + pack.flush(zlib.Z_FULL_FLUSH)
    return head + million * (size // 1_000_000) + pack.flush()


def _same(_: pikepdf.Pdf) -> None:
    """Leave it as it is."""


def _bomb(file: pikepdf.Pdf) -> None:
    file.pages[0].Contents = file.make_stream(b"")
    file.pages[0].Contents.write(_packed(300_000_000), filter=pikepdf.Name.FlateDecode)


def _many_words(file: pikepdf.Pdf) -> None:
    file.pages[0].Contents = file.make_stream(b"/P <</MCID 0>> BDC\n" + b"() Tj\n" * 5_000_000 + b"EMC")


def _circle(file: pikepdf.Pdf) -> None:
    element = file.Root.StructTreeRoot.K[0]
    element.K = pikepdf.Array([element, element])


def _page_circle(file: pikepdf.Pdf) -> None:
    file.Root.Pages.Kids.append(file.Root.Pages)


def _letters(told: bytes) -> Callable[[pikepdf.Pdf], None]:
    """What the fonts say of the letters they show."""

    def change(file: pikepdf.Pdf) -> None:
        for font in file.pages[0].Resources.Font.values():
            font.ToUnicode = file.make_stream(told)

    return change


def _script(file: pikepdf.Pdf) -> None:
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="while (true) {}")
    file.Root.AA = pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="/bin/sh"))


def _own_source(source: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(file: pikepdf.Pdf) -> None:
        held = file.make_stream(source)
        file.Root.AF = pikepdf.Array(
            [pikepdf.Dictionary(AFRelationship=pikepdf.Name.Source, EF=pikepdf.Dictionary(F=held))]
        )

    return change


def _objects() -> bytes:
    """Objects packed in a stream, which the library unpacks by itself."""
    objects = _packed(3_000_000_000)
    head = f"<</Type/ObjStm/N 1/First 4/Length {len(objects)}/Filter/FlateDecode>>".encode()
    body = b"%PDF-1.7\n1 0 obj\n" + head + b"stream\n" + objects + b"\nendstream\nendobj\n"
    table = b"\x01\x00\x00\x00\x00\x00" + b"\x01\x00\x00\x00\x09\x00" + b"\x02\x00\x00\x00\x01\x00"
    cross = f"3 0 obj\n<</Type/XRef/Size 3/W[1 4 1]/Root 2 0 R/Length {len(table)}>>stream\n".encode()
    return body + cross + table + b"\nendstream\nendobj\nstartxref\n" + str(len(body)).encode() + b"\n%%EOF"


PDFS: tuple[Row, ...] = (
    of("tom.pdf", lambda: b"", 2, _BROKEN),
    of("søppel.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj << " * 1_000_000, 2, _BROKEN),
    of("dyp.pdf", lambda: b"%PDF-1.7\n1 0 obj\n" + b"[" * 5_000_000, 2, "PDF-en kan ikke leses"),
    of("halv.pdf", lambda: _good()[:2000], 2, _BROKEN),
    of("låst.pdf", _changed(_same, lock="b"), 2, "PDF-en kan ikke leses: den er låst med passord."),
    of("låst-uten-passord.pdf", _changed(_same, lock=""), 2, "PDF-en kan ikke leses: den er låst."),
    of("bombe.pdf", _changed(_bomb), 2, _LARGE),
    of("objekter.pdf", _objects, 2, "PDF-en kan ikke leses"),
    of("mange-ord.pdf", _changed(_many_words), 2, "PDF-en kan ikke leses"),
    of("ring.pdf", _changed(_circle), 2, "PDF-en kan ikke leses"),
    of("sider-i-ring.pdf", _changed(_page_circle), 2, "PDF-en kan ikke leses"),
    of("løgn-om-lengde.pdf", lambda: _good().replace(b"/Length ", b"/Length 999999999"), 2, "PDF-en kan ikke leses"),
    of("endeløse-bokstaver.pdf", _changed(_letters(b"beginbfchar" * 500_000)), 2, "PDF-en kan ikke leses"),
    of(
        "alle-bokstaver.pdf",
        _changed(_letters(b"beginbfrange <0000> <FFFFFFFFFFFF> <0041> endbfrange")),
        2,
        "PDF-en kan ikke leses",
    ),
    of("skript.pdf", _changed(_script), 1),
    of("stor.pdf", lambda: _good() + b"%" * 60_000_000, 2, "for stor til å være en avtale"),
)
OWN_SOURCES: tuple[Row, ...] = tuple(
    Row(row.name, row.make, ("verify", row.args[1]), row.code, row.said)
    for row in (
        of(
            "egen-kilde-bombe.pdf",
            _changed(_own_source(b"a: &a [" + b"x, " * 90_000 + b"]\nb: *a")),
            2,
            "kilden kan ikke leses",
        ),
        of("egen-kilde-dyp.pdf", _changed(_own_source(b"[" * 100_000)), 2, "kilden kan ikke leses"),
        of(
            "egen-kilde-lik.pdf",
            _changed(_own_source(("format: 1\ntema: x\nparter: [KD, KS]\ntittel: " + "ord " * 3900).encode())),
            1,
            "teksten er ikke den samme",
        ),
    )
)
