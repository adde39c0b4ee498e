"""PDFs of any origin are read, or refused with a reason; none takes the program down."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.document import Document, Heading, Paragraph, Text
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.readers import pdf as from_pdf
from avtalesjekk.rendering.readers.content import Bounds, Unreadable
from avtalesjekk.rendering.readers.pdf_text import answer
from avtalesjekk.rendering.writers import pdf

GOOD = pdf.write(
    Document("nb-NO", "Tittel", "", (Heading(1, (Text("Tittel"),)), Paragraph((Text("Ord og ffi"),)))), templates()
)


def changed(data: bytes = GOOD) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def saved(made: pikepdf.Pdf, *, encryption: pikepdf.Encryption | bool = False) -> bytes:
    out = io.BytesIO()
    made.save(out, encryption=encryption)
    return out.getvalue()


def packed(size: int) -> bytes:
    """So many nothings, packed."""
    pack = zlib.compressobj(9)
    head = pack.compress(b"") + pack.flush(zlib.Z_FULL_FLUSH)
    million = pack.compress(bytes(1_000_000)) + pack.flush(zlib.Z_FULL_FLUSH)
    return head + million * (size // 1_000_000) + pack.flush()


def locked() -> bytes:
    return saved(changed(), encryption=pikepdf.Encryption(owner="a", user="b"))


def half_locked() -> bytes:
    return saved(changed(), encryption=pikepdf.Encryption(owner="a", user=""))


def without_tags() -> bytes:
    with changed() as made:
        del made.Root.StructTreeRoot
        return saved(made)


def in_a_circle() -> bytes:
    with changed() as made:
        element = made.Root.StructTreeRoot.K[0]
        element.K = pikepdf.Array([element, element])
        return saved(made)


def without_letters() -> bytes:
    with changed() as made:
        fonts = made.pages[0].Resources.Font
        for name in fonts.keys():  # noqa: SIM118 (it is no dictionary)
            del fonts[name].ToUnicode
        return saved(made)


def bomb() -> bytes:
    with changed() as made:
        made.pages[0].Contents = made.make_stream(b"")
        made.pages[0].Contents.write(packed(300_000_000), filter=pikepdf.Name.FlateDecode)
        return saved(made)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (lambda: b"", "den er ødelagt, eller ikke en PDF"),
        (lambda: b"%PDF-1.7\nnei", "den er ødelagt, eller ikke en PDF"),
        (lambda: GOOD[:2000], "den er ødelagt, eller ikke en PDF"),
        (locked, "den er låst med passord"),
        (half_locked, "den er låst"),
        (without_tags, "den er ikke merket for skjermleser, og teksten har ingen sikker rekkefølge"),
        (in_a_circle, "den er ødelagt, eller ikke en PDF"),
        (without_letters, "skrifttypene i den sier ikke hvilke bokstaver de viser"),
        (bomb, "den er for stor pakket ut"),
    ],
    ids=["empty", "no PDF", "half", "locked", "half locked", "no tags", "circle", "no letters", "bomb"],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: Callable[[], bytes], said: str) -> None:
    with pytest.raises(UserError) as refused:
        from_pdf.read(data())
    assert str(refused.value) == f"PDF-en kan ikke leses: {said}."


def test_one_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtalesjekk.rendering.readers.pdf._SECONDS", 0.001)
    with pytest.raises(UserError, match="den er ødelagt, eller for stor pakket ut"):
        from_pdf.read(GOOD)
    monkeypatch.setattr("avtalesjekk.rendering.readers.pdf._LARGEST", 10)
    with pytest.raises(UserError, match="for stor til å være en avtale"):
        from_pdf.read(GOOD)


def test_a_bomb_of_objects_is_stopped() -> None:
    """Objects packed in a stream are unpacked by the library itself, so that only the bound of memory holds."""
    objects = packed(3_000_000_000)
    head = f"<</Type/ObjStm/N 1/First 4/Length {len(objects)}/Filter/FlateDecode>>".encode()
    body = b"%PDF-1.7\n1 0 obj\n" + head + b"stream\n" + objects + b"\nendstream\nendobj\n"
    at = len(body)
    table = b"\x01\x00\x00\x00\x00\x00" + b"\x01\x00\x00\x00\x09\x00" + b"\x02\x00\x00\x00\x01\x00"
    cross = f"3 0 obj\n<</Type/XRef/Size 3/W[1 4 1]/Root 2 0 R/Length {len(table)}>>stream\n".encode()
    with pytest.raises(UserError, match="PDF-en kan ikke leses"):
        from_pdf.read(body + cross + table + b"\nendstream\nendobj\nstartxref\n" + str(at).encode() + b"\n%%EOF")


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_broken_file_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    failure, text, *_ = answer(bytes(data))
    assert isinstance(failure or text, str)


def test_a_signature_put_in_later_changes_nothing_that_is_read() -> None:
    with changed() as made:
        made.docinfo["/ModDate"] = "D:20270101000000Z"
        assert from_pdf.read(saved(made)) == from_pdf.read(GOOD)
    assert from_pdf.read(GOOD).text == "Tittel\nOrd og ffi"


def test_no_more_objects_than_a_bound_are_looked_at() -> None:
    bounds = Bounds()
    for _ in range(3_000_000):
        bounds.step()
    with pytest.raises(Unreadable):
        bounds.step()
