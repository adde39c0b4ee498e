"""Signed PDFs: the text is the same, the signatures are told, and what was done to the file afterwards is found."""

import io
import os
import re
import shutil
import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
import typst
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import ImportedPdfPage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.readers.pdf_signatures import answer
from avtalesjekk.rendering.signatures import said, signatures
from avtalesjekk.rendering.writers import pdf

from .conftest import made
from .signing import (
    appended,
    gap,
    in_a_circle,
    in_other_letters,
    other_last_byte,
    rewritten,
    sign,
    sign_by,
    signer,
    with_a_number_for_fields,
    with_field,
    with_gap,
    with_title,
)
from .test_formats import ROOT
from .test_pdf_standards import broken

SOURCE = (ROOT / "avtaler" / "innovasjon-baerekraft.yaml").read_text(encoding="utf-8")
THIRD = "    - navn: Kari Tredje\n      tittel: statsråd\n      for: KMD\n"
NAMES = ("underskrift-1", "underskrift-2", "underskrift-3")
PEOPLE = ("Nikolai Astrup", "Bjørn Arild Gram", "Kari \x1b[31m\u202eTredje")
SHOWN = ("Nikolai Astrup", "Bjørn Arild Gram", "Kari \\x1b[31m\\u202eTredje")
MOMENT = re.compile(r"\d+\. \w+ \d{4} kl\. \d\d\.\d\d \(UTC(?:[+-]\d\d:\d\d)?\)")
SAME = "ut.pdf: teksten er den samme som i kilden som ligger i filen (fingeravtrykk {seal}).\n"
HEAD = "ut.pdf: underskriftene (utstederen er ikke kontrollert):\n"
BROKEN = "det som ble undertegnet, er endret"
HEAD_OF_NONE = "ut.pdf: underskriftene:\n"
NEGATIVE = pikepdf.Array([0, -1, 5, 10**9])
CHANGED = "filen er endret etterpå"

Verify = Callable[[bytes], tuple[int, str, str]]


@pytest.fixture(scope="session")
def plain() -> bytes:
    source = SOURCE.replace("\nvedlegg:", f"{THIRD}\nvedlegg:", 1)
    return pdf.write(made(source).document, templates(), source=source.encode(), name="a.yaml")


@pytest.fixture(scope="session")
def stamp(tmp_path_factory: pytest.TempPathFactory) -> StaticStampStyle:
    """An appearance that is itself for the archive."""
    file = tmp_path_factory.mktemp("stempel") / "stempel.pdf"
    page = b'#set page(width: 6cm, height: 1.5cm, margin: 2mm)\n#set text(font: "Libertinus Serif")\nUndertegnet'
    file.write_bytes(typst.compile(page, format="pdf", pdf_standards=["a-2b"]))
    return StaticStampStyle(background=ImportedPdfPage(str(file)), border_width=0)


@pytest.fixture(scope="session")
def signed(plain: bytes, stamp: StaticStampStyle) -> bytes:
    """Signed by three, one after the other."""
    for name, who in zip(NAMES, PEOPLE, strict=True):
        plain = sign(plain, name, signer(who), stamp)
    return plain


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Verify:
    """What is said of a PDF, without its fingerprint and with every moment the same."""
    monkeypatch.chdir(tmp_path)

    def done(data: bytes) -> tuple[int, str, str]:
        Path("ut.pdf").write_bytes(data)
        code = run(app, ["verify", "ut.pdf"])
        out, err = capsys.readouterr()
        return code, MOMENT.sub("NÅ", re.sub(r"(?:[0-9a-f]{4} ){3}[0-9a-f]{4}", "{seal}", out)), err

    return done


def told(*states: str) -> str:
    """The lines of three signatures."""
    return HEAD + "".join(
        f"  {name}: {state}\n" if state == "ikke undertegnet" else f"  {name}: {who}, NÅ: {state}\n"
        for name, who, state in zip(NAMES, SHOWN, states, strict=True)
    )


def test_three_signatures_and_the_same_text(signed: bytes, verify: Verify) -> None:
    assert verify(signed) == (0, SAME + told("gyldig", "gyldig", "gyldig"), "")


def test_nobody_has_signed(plain: bytes, verify: Verify) -> None:
    empty = "".join(f"  {name}: ikke undertegnet\n" for name in NAMES)
    assert verify(plain) == (0, f"{SAME}ut.pdf: underskriftene:\n{empty}", "")


def test_one_has_signed_with_another_look(plain: bytes, verify: Verify) -> None:
    signed = sign(plain, NAMES[0], signer(PEOPLE[0]))
    assert verify(signed) == (0, SAME + told("gyldig", "ikke undertegnet", "ikke undertegnet"), "")


@pytest.mark.skipif(shutil.which("javac") is None, reason="veraPDF needs a JDK, and there is none here")
def test_what_is_signed_is_still_for_everyone_and_for_the_archive(signed: bytes, tmp_path: Path) -> None:
    (tmp_path / "ut.pdf").write_bytes(signed)
    assert broken(("ua1", "3a"), [tmp_path / "ut.pdf"]) == ""


@pytest.mark.parametrize(
    ("change", "states"), [(rewritten, (BROKEN,) * 3), (appended, (CHANGED,) * 3)], ids=["rewritten", "appended"]
)
def test_a_word_is_changed_after_the_signatures(
    change: Callable[[bytes], bytes], states: tuple[str, ...], signed: bytes, verify: Verify
) -> None:
    code, out, err = verify(change(signed))
    word = "  tittelen: «Samarbeidsavtale» er blitt «aSmarbeidsavtale»\n"
    assert (code, out, err) == (
        1,
        f"ut.pdf: teksten er ikke den samme som i kilden som ligger i filen:\n{word}{told(*states)}",
        "",
    )


@pytest.fixture(scope="session")
def once(plain: bytes) -> bytes:
    return sign(plain, NAMES[0], signer(PEOPLE[0]))


def one(state: str) -> str:
    """What is told where the first has signed."""
    return SAME + told(state, "ikke undertegnet", "ikke undertegnet")


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (with_title, "BROKEN"),
        (in_other_letters, "BROKEN"),
        (lambda data: with_gap(data, lambda cms: b"\xff" * len(cms)), "UNREADABLE"),
        (lambda data: with_gap(data, lambda cms: (b"\x30\x80" * len(cms))[: len(cms)]), "UNREADABLE"),
        (lambda data: with_gap(data, lambda cms: bytes(len(cms))), "UNREADABLE"),
        (lambda data: with_field(data, lambda field: field.V.__delitem__("/ByteRange")), "UNREADABLE"),
        (lambda data: with_field(data, lambda field: field.V.__setitem__("/ByteRange", NEGATIVE)), "BROKEN"),
        (lambda data: with_field(data, lambda field: field.__setitem__("/V", 1)), "UNREADABLE"),
    ],
    ids=["title", "letters", "ff", "nested", "zeros", "no range", "negative", "no dictionary"],
)
def test_a_signature_that_is_broken(change: Callable[[bytes], bytes], state: str, once: bytes) -> None:
    assert [found[1] for found in answer(change(once))] == [state, "EMPTY", "EMPTY"]


def test_a_signature_with_another_key(once: bytes, verify: Verify) -> None:
    foreign = with_gap(once, other_last_byte)
    assert verify(foreign) == (1, one("underskriften hører ikke til sertifikatet"), "")


def test_a_weak_signature(plain: bytes, verify: Verify) -> None:
    meta = signers.PdfSignatureMetadata(NAMES[0], "sha1", subfilter=fields.SigSeedSubFilter.PADES)
    weak = sign_by(plain, meta, signer(PEOPLE[0]))
    assert verify(weak) == (1, one("underskriften er laget på en måte som kan forfalskes"), "")


def test_the_first_allows_no_more(plain: bytes, verify: Verify) -> None:
    meta = signers.PdfSignatureMetadata(
        NAMES[0],
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    first = sign_by(plain, meta, signer(PEOPLE[0]))
    assert verify(first) == (0, one("gyldig"), "")
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(first))
    field = next(field for name, _, field in fields.enumerate_sig_fields(writer) if name == NAMES[1]).get_object()
    field["/V"] = writer.add_object(generic.DictionaryObject())
    writer.update_container(field)
    writer.write(out)
    unreadable = f"{NAMES[1]}: underskriften kan ikke leses"
    expected = one(CHANGED).replace(f"{NAMES[1]}: ikke undertegnet", unreadable)
    assert verify(out.getvalue()) == (1, expected, "")


def test_a_time_stamp_of_the_archive(once: bytes) -> None:
    moment = datetime(2026, 5, 1, 10, 30, tzinfo=UTC)
    use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    clock = signer("Klokken", use, key=rsa.generate_private_key(65537, 2048))
    assert clock.signing_cert is not None
    stamper = DummyTimeStamper(clock.signing_cert, clock.signing_key, clock.cert_registry, moment)
    meta = signers.PdfTimeStamper(stamper, field_name="arkiv" * 100)
    nobody = ValidationContext(trust_roots=[clock.signing_cert], allow_fetching=False)
    out = meta.timestamp_pdf(IncrementalPdfFileWriter(io.BytesIO(once)), "sha256", nobody)
    first, *_, last = said("ut.pdf", signatures(out.getvalue()))
    assert first == "ut.pdf: underskriftene (utstederen er ikke kontrollert):"
    assert last == f"  {'arkiv' * 40}…: Klokken, 1. mai 2026 kl. 10.30 (UTC): gyldig"


def test_the_network_is_left_alone(plain: bytes, verify: Verify) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0)
        place = x509.UniformResourceIdentifier(f"http://127.0.0.1:{server.getsockname()[1]}/x")
        access = x509.AuthorityInformationAccess(
            [
                x509.AccessDescription(AuthorityInformationAccessOID.OCSP, place),
                x509.AccessDescription(AuthorityInformationAccessOID.CA_ISSUERS, place),
            ]
        )
        lists = x509.CRLDistributionPoints([x509.DistributionPoint([place], None, None, None)])
        assert verify(sign(plain, NAMES[0], signer(PEOPLE[0], access, lists))) == (0, one("gyldig"), "")
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(("count", "many"), [(1, "1 underskrift"), (3, "3 underskrifter")])
def test_without_the_extra(
    count: int, many: str, once: bytes, signed: bytes, verify: Verify, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "uten").mkdir()
    (tmp_path / "uten" / "sitecustomize.py").write_text("import sys\nsys.modules['pyhanko'] = None\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path / "uten"), *sys.path]))
    rest = "".join(f"  {name}: ikke undertegnet\n" for name in NAMES[count:])
    unchecked = f"ut.pdf: {many} er ikke kontrollert: pip install 'avtalesjekk[signatur]'.\n"
    expected = SAME + unchecked + (HEAD_OF_NONE + rest if rest else "")
    assert verify(once if count == 1 else signed) == (0, expected, "")


def test_without_what_reads_pdf(plain: bytes, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    refused = "Feil: «ut.pdf»: PDF trenger tillegget pdf: pip install 'avtalesjekk[pdf]'.\n"
    assert verify(plain) == (2, "", refused)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: with_field(data, in_a_circle),
        lambda data: with_field(data, with_a_number_for_fields),
    ],
    ids=["circle", "number"],
)
def test_a_form_that_cannot_be_read(change: Callable[[bytes], bytes], once: bytes, verify: Verify) -> None:
    refused = "Feil: «ut.pdf»: underskriftene i PDF-en kan ikke leses.\n"
    assert verify(change(once)) == (2, "", refused)


def test_another_end_that_some_would_find_the_objects_by(once: bytes, verify: Verify) -> None:
    refused = "Feil: «ut.pdf»: PDF-en kan ikke leses: den er ødelagt, eller ikke en PDF.\n"
    assert verify(once + b"%" * 3000) == (2, "", refused)


@given(st.data())
def test_no_byte_that_is_signed_can_be_another(once: bytes, data: st.DataObject) -> None:
    start, end = gap(once)
    place = data.draw(st.one_of(st.integers(0, start), st.integers(end - 1, len(once) - 1)))
    changed = bytearray(once)
    changed[place] ^= data.draw(st.integers(1, 255))
    try:
        states = {state for name, state, *_ in answer(bytes(changed))}
    except (pikepdf.PdfError, TypeError, ValueError):
        return  # the file is no PDF any more
    assert "VALID" not in states


@given(st.data())
def test_any_signature_is_read_or_said_to_be_unreadable(once: bytes, data: st.DataObject) -> None:
    def changed(cms: bytes) -> bytes:
        place = data.draw(st.integers(0, len(cms.rstrip(b"\0"))))
        other = data.draw(st.binary(min_size=1, max_size=20))
        return (cms[:place] + other + cms[place + len(other) :])[: len(cms)]

    assert len(list(answer(with_gap(once, changed)))) == 3
