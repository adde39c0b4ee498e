"""The signatures of a PDF, as a program: the file on standard input, what is found of them as JSON on standard output.

For each field to sign: its name, the name of its state, by whom it is signed, and when. The network is asked nothing,
and no issuer is judged.
"""

import io
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pikepdf

from avtalesjekk.rendering.apart import bounded

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import DocumentTimestampStatus, PdfSignatureStatus


def main() -> None:
    """Read the file on standard input within bounds."""
    bounded(_MEMORY)
    sys.stdout.write(json.dumps(list(answer(sys.stdin.buffer.read()))))


def answer(data: bytes) -> Iterator[tuple[str, str, str, str]]:
    """What is found of each field to sign, in the order of the form."""
    checked = find_spec("pyhanko") is not None
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:  # no other objects than pyHanko finds
        for name, field in _fields(pdf):
            if "/V" not in field:
                yield name, "EMPTY", "", ""
            elif checked:
                yield name, *_judged(data, field.objgen)
            else:
                yield name, "UNCHECKED", "", ""


def _fields(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """The fields to sign, with their whole names."""
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    left = [("", "", field) for field in reversed(list(form.get("/Fields", pikepdf.Array())))]
    for _ in range(_MOST):
        if not left:
            return
        path, kind, field = left.pop()
        path = ".".join(filter(None, (path, str(field.get("/T", "")))))
        kind = str(field.get("/FT", kind))
        kids = [kid for kid in field.get("/Kids", pikepdf.Array()) if "/T" in kid]
        left += [(path, kind, kid) for kid in reversed(kids)]
        if kind == "/Sig" and not kids:
            yield path, field
    raise ValueError("more fields than an agreement has, or a circle")


def _judged(data: bytes, number: tuple[int, int]) -> tuple[str, str, str]:
    from pyhanko.pdf_utils.generic import DictionaryObject, Reference  # noqa: PLC0415 (another extra)
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature  # noqa: PLC0415

    try:
        # A reader for each: what one signature says does not reach the next.
        reader = PdfFileReader(io.BytesIO(data))
        field = reader.get_object(Reference(*number, reader))
        if not isinstance(field, DictionaryObject):
            return "UNREADABLE", "", ""
        signature = EmbeddedPdfSignature(reader, field, "")
        status = _status(signature)
        state = "BROKEN" if not _surrounded(data, signature) else _state(status)
        return state, _name(signature), at.isoformat() if (at := _moment(signature, status)) else ""
    except Exception:  # noqa: BLE001 (hostile bytes, and a library that raises by many names)
        return "UNREADABLE", "", ""


def _status(signature: "EmbeddedPdfSignature") -> "PdfSignatureStatus | DocumentTimestampStatus":
    from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    if signature.sig_object_type == "/DocTimeStamp":
        return validate_pdf_timestamp(signature, nobody)
    return validate_pdf_signature(signature, nobody)


def _surrounded(data: bytes, signature: "EmbeddedPdfSignature") -> bool:
    """Whether what is signed is the whole file, as it was then, but the signature itself.

    pyHanko looks at lengths only: a gap that is filled with something else would let the file be given another end.
    """
    start, before, after, _ = signature.byte_range
    gap = data[before:after]
    return start == 0 and gap[:1] + gap[-1:] == b"<>" and bytes.fromhex(gap[1:-1].decode()) == signature.pkcs7_content


def _state(status: "PdfSignatureStatus | DocumentTimestampStatus") -> str:
    from pyhanko.sign.ades.report import AdESIndeterminate  # noqa: PLC0415
    from pyhanko.sign.diff_analysis import ModificationLevel  # noqa: PLC0415

    weak = (AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE, AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE)
    if not status.intact:
        return "BROKEN"
    if not status.valid:
        return "FALSE"
    if status.trust_problem_indic in weak:
        return "WEAK"
    level = status.modification_level
    if level is None or level > ModificationLevel.FORM_FILLING or status.docmdp_ok is False:
        return "CHANGED"
    return "VALID"


def _name(signature: "EmbeddedPdfSignature") -> str:
    """Whom the certificate of the signer is for."""
    names = signature.signer_cert.subject.native.get("common_name", "")
    return names if isinstance(names, str) else ", ".join(map(str, names))


def _moment(
    signature: "EmbeddedPdfSignature", status: "PdfSignatureStatus | DocumentTimestampStatus"
) -> datetime | None:
    stated = getattr(status, "timestamp", None)  # a time stamp is itself about when
    return stated if isinstance(stated, datetime) else signature.self_reported_timestamp


_MEMORY = 1_000_000_000
_MOST = 1000

if __name__ == "__main__":
    main()
