"""Those who sign, and those who change what is signed."""

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pikepdf
from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.signers import DEFAULT_SIGNING_STAMP_STYLE
from pyhanko.stamp import BaseStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer(
    name: str, *more: x509.ExtensionType, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | None = None
) -> signers.SimpleSigner:
    """Someone with a certificate that they have made themselves."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    builder = x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(begin).not_valid_after(begin + timedelta(20_000))
    for extension in more:
        builder = builder.add_extension(extension, critical=False)
    own = asn1.Certificate.load(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER))
    pkcs8, bare = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    secret = keys.PrivateKeyInfo.load(key.private_bytes(serialization.Encoding.DER, pkcs8, bare))
    return signers.SimpleSigner(own, secret, SimpleCertificateStore.from_certs([own]))


def sign(data: bytes, name: str, who: signers.Signer, style: BaseStampStyle | None = None) -> bytes:
    return sign_by(data, signers.PdfSignatureMetadata(name, subfilter=fields.SigSeedSubFilter.PADES), who, style)


def sign_by(
    data: bytes, meta: signers.PdfSignatureMetadata, who: signers.Signer, style: BaseStampStyle | None = None
) -> bytes:
    by = signers.PdfSigner(meta, who, stamp_style=style or DEFAULT_SIGNING_STAMP_STYLE)
    out = by.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), existing_fields_only=True)
    assert isinstance(out, io.BytesIO)
    return out.getvalue()


def word_changed(data: bytes) -> bytes:
    """The content of the first page with the first two letters of its title the other way round."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        instructions = list(pikepdf.parse_content_stream(opened.pages[0]))
        shown = next(one.operands[0] for one in instructions if str(one.operator) == "TJ")
        letters = bytes(shown[0])
        shown[0] = pikepdf.String(letters[2:4] + letters[:2] + letters[4:])
        return pikepdf.unparse_content_stream(instructions)


def rewritten(data: bytes) -> bytes:
    """A copy with a word changed, written anew."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.pages[0].Contents = opened.make_stream(word_changed(data))
        opened.save(out)
    return out.getvalue()


def appended(data: bytes) -> bytes:
    """The same bytes, with a word changed in what comes after them."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    page = writer.find_page_for_modification(0)[0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=word_changed(data)))
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(data)
    return out.getvalue()


def gap(data: bytes) -> tuple[int, int]:
    """Where the last signature stands."""
    before, after = [*re.finditer(rb"/ByteRange \[0 (\d+) (\d+) \d+", data)][-1].groups()
    return int(before), int(after)


def with_gap(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The same with the last signature changed, in as many bytes."""
    start, end = gap(data)
    changed = change(bytes.fromhex(data[start + 1 : end - 1].decode()))
    return data[:start] + b"<%s>" % changed.hex().encode() + data[end:]


def with_field(data: bytes, change: Callable[[pikepdf.Object], None]) -> bytes:
    """Written anew with something changed in the first field."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        change(opened.Root.AcroForm.Fields[0])
        opened.save(out)
    return out.getvalue()


def in_other_letters(data: bytes) -> bytes:
    """The same signature written another way, which leaves room for what nobody has signed."""
    start, end = gap(data)
    raw = bytes.fromhex(data[start + 1 : end - 1].decode())
    written = re.sub(rb"[()\\\r]", lambda byte: b"\\%03o" % byte[0][0], raw)
    return data[:start] + (b"(%s)" % written).ljust(end - start) + data[end:]


def with_title(data: bytes) -> bytes:
    """The name of a field changed, in the bytes that are signed."""
    assert data.count(b"Underskrift: Nikolai") > 0
    return data.replace(b"Underskrift: Nikolai", b"Underskrift: Xikolai")


def other_last_byte(signature: bytes) -> bytes:
    """The number that the key has made, and not its form, is changed."""
    end = len(signature.rstrip(b"\0")) - 1
    return signature[:end] + bytes([signature[end] ^ 1]) + signature[end + 1 :]


def in_a_circle(field: pikepdf.Object) -> None:
    field.Kids = pikepdf.Array([field])


def with_a_number_for_fields(field: pikepdf.Object) -> None:
    field.Kids = 1
