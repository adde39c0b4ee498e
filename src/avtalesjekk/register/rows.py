"""The register's files as dated rows."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from avtalesjekk.norwegian.dates import PartialDate, parse_iso

# How sure a row is: H and H* are read in the source, M is inferred from several, L is unchecked and carries no finding.
Certainty = Literal["H", "H*", "M", "L"]
TomlRow = Mapping[str, str | bool | int | list[str] | list[int]]


class Row(NamedTuple):
    """Something that held from a day to a day, both counted; None is unknown, or at the end: still so."""

    fra: PartialDate | None
    til: PartialDate | None
    sist_bekreftet: date | None
    kilde: str
    tillit: Certainty

    def may_hold(self, first: date, last: date) -> bool:
        """Whether it may have held at some time from `first` to `last`; unknown days are read generously."""
        return (self.fra is None or self.fra.first <= last) and (self.til is None or self.til.last >= first)

    def sure(self, last: date) -> bool:
        """Whether the row can bear a finding about a day no later than `last`."""
        return self.tillit in ("H", "H*") and (self.sist_bekreftet is None or last <= self.sist_bekreftet)


@cache
def table(file: str, name: str) -> tuple[TomlRow, ...]:
    """The rows of a table in one of the register's TOML files."""
    import tomllib  # noqa: PLC0415 (what explains the rules does not look in the register)

    text = Path(__file__).with_name(f"{file}.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text).get(name, ()))


def text(row: TomlRow, key: str) -> str:
    """A text of a row, empty where the row has none."""
    value = row.get(key, "")
    return value if isinstance(value, str) else ""


def texts(row: TomlRow, key: str) -> tuple[str, ...]:
    """A list of texts of a row, empty where the row has none."""
    value = row.get(key, ())
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def dated(row: TomlRow) -> Row:
    """The days, source and certainty of a row."""
    confirmed = parse_iso(text(row, "sist_bekreftet"))
    return Row(
        parse_iso(text(row, "fra")),
        parse_iso(text(row, "til")),
        confirmed.last if confirmed else None,
        text(row, "kilde"),
        _CERTAINTIES[text(row, "tillit")],
    )


_CERTAINTIES: Mapping[str, Certainty] = {"H": "H", "H*": "H*", "M": "M", "L": "L"}
