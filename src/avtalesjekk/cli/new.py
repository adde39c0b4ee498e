"""`avtalesjekk new`: begin a new agreement."""

import shlex
import sys
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from avtalesjekk.cli import completion
from avtalesjekk.configuration.options import Målform
from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from avtalesjekk.starting import Payment, Start
    from avtalesjekk.starting.said import End

T = TypeVar("T")


class Per(Enum):
    """How often an amount is paid."""

    ÅR = "år"
    ENGANG = "engang"
    AVTALEPERIODEN = "avtaleperioden"


def new(
    path: Annotated[
        Path, typer.Argument(metavar="FIL", readable=False, help="Filen som skal lages, som avtaler/leirskole.yaml.")
    ],
    tema: Annotated[str | None, typer.Option(metavar="TEKST", help="Det avtalen handler om.")] = None,
    parts: Annotated[
        list[str] | None,
        typer.Option(
            "--part",
            metavar="DEPARTEMENT",
            help="Departement som er part: forkortelse eller navn. Gjentas når det er flere. KS er alltid med.",
            autocompletion=completion.departments,
        ),
    ] = None,
    målform: Annotated[
        Målform | None, typer.Option("--malform", help="Målformen til avtalen. [standard: bokmål]")
    ] = None,
    til: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Siste dag avtalen gjelder. [standard: den siste i stortingsperioden]"),
    ] = None,
    lengde: Annotated[
        str | None, typer.Option(metavar="LENGDE", help="Hvor lenge avtalen gjelder, som «2 år», i stedet for --til.")
    ] = None,
    beløp: Annotated[
        str | None,
        typer.Option("--belop", metavar="KRONER", help="Beløpet staten skal betale KS. [standard: ingen penger]"),
    ] = None,
    per: Annotated[Per | None, typer.Option("--belop-per", help="Hvor ofte beløpet betales.")] = None,
    purpose: Annotated[
        str | None, typer.Option("--belop-formal", metavar="TEKST", help="Hva beløpet skal brukes til.")
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option("--dato", formats=["%Y-%m-%d"], help="Dagen avtalen lages. [standard: i dag]"),
    ] = None,
) -> int:
    """Lag en ny avtale, med forklaringer til det som skal fylles inn.

    I en terminal spør programmet om det som ikke er gitt med valg. Ellers spør det ikke: det som mangler, står i
    hakeparenteser i filen. En fil som finnes fra før, blir aldri skrevet over. Mappen «avtaler» lages om den mangler.
    """
    from avtalesjekk.starting import Start, said, text_of  # noqa: PLC0415 (`--help` needs none of it)
    from avtalesjekk.starting.place import check_free, write_new  # noqa: PLC0415

    check_free(path)
    today = day.date() if day else date.today()  # noqa: DTZ011 (the user's own day)
    if not said.in_calendar(today):
        raise typer.BadParameter("en avtale kan bare være fra årene 1800–2199.", param_hint="--dato")
    named = [_read("--part", lambda part: said.departments_called(part, today), part) for part in parts or ()]
    start = Start(
        today,
        målform or "bokmål",
        _read("--tema", said.text, tema) if tema is not None else None,
        tuple(dict.fromkeys(department for some in named for department in some)),
        _end(til, lengde, today),
        _payment(beløp, per, purpose),
    )
    if sys.stdin and all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        start = _asked(path, start, målform=målform is None)
    data = text_of(start).encode()
    left = _left_to_fill_in(path, data, today)
    write_new(path, data)
    name = printable(str(path))
    _tell(f"Skrev {name}.")
    _tell(f"Fyll inn det som står i hakeparenteser ({left} steder), og kontroller avtalen:")
    _tell(f"  avtalesjekk lint {shlex.quote(name)}")
    return 0


def _end(til: datetime | None, lengde: str | None, today: date) -> "End | None":
    from avtalesjekk.starting import said  # noqa: PLC0415

    if til and lengde is not None:
        raise typer.BadParameter("«--til» og «--lengde» går ikke sammen: velg en av dem.")
    if lengde is not None:
        return _read("--lengde", lambda text: said.length(text, today), lengde)
    return _read("--til", lambda text: said.last_day(text, today), til.date().isoformat()) if til else None


def _payment(beløp: str | None, per: Per | None, purpose: str | None) -> "Payment | None":
    from avtalesjekk.starting import Payment, said  # noqa: PLC0415

    if beløp is None:
        if per or purpose is not None:
            raise typer.BadParameter("«--belop-per» og «--belop-formal» gjelder beløpet: skriv også «--belop».")
        return None
    return Payment(
        _read("--belop", said.kroner, beløp),
        per.value if per else None,
        _read("--belop-formal", said.text, purpose) if purpose is not None else None,
    )


def _read(option: str, parse: "Callable[[str], T]", text: str) -> T:
    """What the text of an option stands for. Raises a usage error that names the option."""
    try:
        return parse(text)
    except UserError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def _asked(path: Path, start: "Start", *, målform: bool) -> "Start":
    """All that is known when the questions are answered."""
    from avtalesjekk.starting.questions import Talk, ask_for_the_rest  # noqa: PLC0415

    with suppress(ImportError):
        import readline  # noqa: F401, PLC0415 (`input` then lets one edit the line; Windows does without)
    _tell(f"Ny avtale i {printable(str(path))}. Enter gir svaret i hakeparentes; «senere» fylles inn i filen etterpå.")
    return ask_for_the_rest(start, Talk(_answer, _tell), målform=målform)


def _answer(question: str) -> str:
    while True:
        try:
            return input(question)
        except UnicodeDecodeError:
            _tell("  Svaret er ikke tekst i tegnsettet til terminalen.")


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _left_to_fill_in(path: Path, data: bytes, today: date) -> int:
    """How many places `lint` would find not filled in, were the agreement ready."""
    from avtalesjekk.linting import Input, lint  # noqa: PLC0415 (pydantic and ruamel.yaml are loaded here)

    report = lint([Input.named(str(path), data)], today, frozenset({"MA009"}), to_sign=True)
    return sum(len(file.findings) for file in report.files)
