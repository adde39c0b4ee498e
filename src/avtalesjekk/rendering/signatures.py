"""The signatures of a PDF: who signed which field and when, and whether it still is what they signed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from avtalesjekk.errors import UserError
from avtalesjekk.norwegian.dates import say_date
from avtalesjekk.rendering.apart import apart
from avtalesjekk.terminal import printable


class State(StrEnum):
    """What is found of a signature. Who issued the certificate is never judged."""

    EMPTY = "ikke undertegnet"
    UNCHECKED = "ikke kontrollert"
    UNREADABLE = "underskriften kan ikke leses"
    BROKEN = "det som ble undertegnet, er endret"
    FALSE = "underskriften hører ikke til sertifikatet"
    WEAK = "underskriften er laget på en måte som kan forfalskes"
    CHANGED = "filen er endret etterpå"
    VALID = "gyldig"


@dataclass(frozen=True, slots=True)
class Signature:
    """A field to sign, and where it is signed, by whom and when, as the certificate and the signer say."""

    field: str
    state: State
    by: str = ""
    at: datetime | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing is found wrong."""
        return self.state in (State.EMPTY, State.UNCHECKED, State.VALID)


def signatures(data: bytes) -> tuple[Signature, ...]:
    """What is found of each field to sign, in the order of the file. Raises UserError where they cannot be read."""
    answer = apart("avtalesjekk.rendering.readers.pdf_signatures", data, _SECONDS)
    if answer is None:
        raise UserError("underskriftene i PDF-en kan ikke leses.")
    return tuple(
        Signature(field, State[state], by, datetime.fromisoformat(at) if at else None)
        for field, state, by, at in json.loads(answer)
    )


def said(file: str, found: Sequence[Signature]) -> Iterator[str]:
    """Lines about the signatures of a file, none where it has no fields to sign."""
    told = [one for one in found if one.state is not State.UNCHECKED]
    if unchecked := len(found) - len(told):
        many = "underskrift" if unchecked == 1 else "underskrifter"
        yield f"{file}: {unchecked} {many} er ikke kontrollert: pip install 'avtalesjekk[signatur]'."
    if told:
        signed = any(one.by for one in told)
        yield f"{file}: underskriftene (utstederen er ikke kontrollert):" if signed else f"{file}: underskriftene:"
    for one in told:
        who = ", ".join(filter(None, (_short(one.by), _moment(one.at))))
        yield "  " + ": ".join(filter(None, (_short(one.field), who, one.state.value)))


def _short(text: str) -> str:
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _moment(at: datetime | None) -> str:
    """A moment as the signer has stated it, in the time zone that was stated."""
    if at is None:
        return ""
    zone = f" ({at.tzname()})" if at.tzinfo else ""
    return f"{say_date(at.date())} kl. {at:%H.%M}{zone}"


_SECONDS = 30
_LONGEST = 200  # letters of a name
