"""`avtalesjekk verify`: whether a rendered document still says what its source says."""

import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable, quoted

if TYPE_CHECKING:
    from avtalesjekk.rendering.checking import Checked
    from avtalesjekk.rendering.comparing import Difference
    from avtalesjekk.rendering.readers.found import Found

_MOST = 50  # differences that are told of one by one


def verify(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FIL", readable=False, help="PDF, docx, html, md eller txt skrevet med render."),
    ],
    source: Annotated[
        Path | None,
        typer.Option("--source", metavar="FIL", help="Avtalen teksten skal være. [standard: den som ligger i PDF-en]"),
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--mal", metavar="MAPPE", help="Egne maler teksten ble skrevet med.")
    ] = None,
) -> int:
    """Si om et dokument fortsatt har den teksten som kilden har, og hvem som har undertegnet en PDF.

    Utgangskoden er 0 når teksten er den samme, 1 når den ikke er det eller en underskrift er brutt, og 2 når filen
    eller kilden ikke kan leses. Sted, dato og underskrift er ikke en del av teksten.
    """
    codes = [_verified(path, source, templates) for path in paths]
    return max(codes, default=0)


def _verified(path: Path, source: Path | None, templates: Path | None) -> int:
    from avtalesjekk.files import read_bytes  # noqa: PLC0415
    from avtalesjekk.rendering.checking import check, read  # noqa: PLC0415 (pydantic and ruamel.yaml are loaded here)
    from avtalesjekk.rendering.signatures import said, signatures  # noqa: PLC0415

    try:
        is_pdf = _is_pdf(path)
        data = read_bytes(path, _LARGEST)
        found = read(str(path), data)
        given = _source(found, source)
        stem = source.stem if source is not None else None
        result = check(found, given, stem, date.today(), templates)  # noqa: DTZ011 (the user's own day)
        signed = signatures(data) if is_pdf else ()
    except UserError as error:
        why = str(error)
        sys.stderr.write(f"Feil: {why if quoted(path) in why else f'{quoted(path)}: {why}'}\n")
        return 2
    lines = [*_told(path, source, result), *said(printable(str(path)), signed)]
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0 if result.same and all(one.holds for one in signed) else 1


def _is_pdf(path: Path) -> bool:
    """Whether a file is a PDF by its name. Raises UserError where what reads them is missing."""
    if path.suffix.lower() != ".pdf":
        return False
    if find_spec("pikepdf") is None:
        raise UserError("PDF trenger tillegget pdf: pip install 'avtalesjekk[pdf]'.")
    return True


def _source(found: "Found", source: Path | None) -> bytes:
    from avtalesjekk.files import read_bytes  # noqa: PLC0415

    if source is not None:
        return read_bytes(source)
    if found.source is None:
        raise UserError("filen har ikke kilden i seg; skriv --source og avtalen.")
    return found.source


_LARGEST = 50_000_000


def _told(path: Path, source: Path | None, result: "Checked") -> list[str]:
    from avtalesjekk.rendering.seal import shown  # noqa: PLC0415

    name = printable(str(path))
    where = printable(str(source)) if source is not None else "kilden som ligger i filen"
    draft = [f"{name} er merket UTKAST."] if result.draft else []
    if result.same:
        return [f"{name}: teksten er den samme som i {where} (fingeravtrykk {shown(result.seal)}).", *draft]
    lines = [f"{name}: teksten er ikke den samme som i {where}:"] if result.differences else []
    lines += [f"  {_difference(one)}" for one in result.differences[:_MOST]]
    if more := len(result.differences) - _MOST:
        lines += [f"  og {more} steder til"] if more > 0 else []
    if result.other_seal:
        lines.append(f"{name}: fingeravtrykket i filen er et annet enn kildens ({shown(result.seal)}).")
    return [*lines, *draft]


def _difference(one: "Difference") -> str:
    agreed, found = (printable(" ".join(words)) for words in (one.agreed, one.found))
    clause = printable(one.clause)
    if agreed and found:
        return f"{clause}: «{agreed}» er blitt «{found}»"
    return f"{clause}: «{agreed}» er borte" if agreed else f"{clause}: «{found}» er kommet til"
