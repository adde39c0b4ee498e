"""A PDF read back: its text in the order that a screen reader reads it, without headers and footers."""

import json
from base64 import b64decode

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.apart import apart
from avtalesjekk.rendering.readers.found import Found, stated


def read(data: bytes) -> Found:
    """The text of a PDF, a line for each block. Raises UserError where it cannot be read, or is too large."""
    if len(data) > _LARGEST:
        raise UserError("PDF-en er for stor til å være en avtale.")
    answer = apart("avtalesjekk.rendering.readers.pdf_text", data, _SECONDS)
    if answer is None:
        raise UserError("PDF-en kan ikke leses: den er ødelagt, eller for stor pakket ut.")
    failure, text, identifier, source = json.loads(answer)
    if failure:
        raise UserError(f"PDF-en kan ikke leses: {failure}.")
    return Found(text, stated(identifier), None if source is None else b64decode(source))


_LARGEST = 50_000_000  # bytes
_SECONDS = 20
