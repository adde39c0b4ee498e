"""`avtalesjekk render`: write the text that is signed."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from avtalesjekk.cli.configured import given
from avtalesjekk.cli.gathered import Gathered
from avtalesjekk.configuration.options import Format, Målform
from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from avtalesjekk.configuration.settings import Settings
    from avtalesjekk.findings import FileReport, Finding, Report
    from avtalesjekk.inputs import Input
    from avtalesjekk.rendering.document import Document
    from avtalesjekk.rendering.making import Made
    from avtalesjekk.rules.rule import Level


def render(
    paths: Annotated[list[Path], typer.Argument(metavar="FIL", readable=False, help="Avtalene som skal skrives ut.")],
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "--format", help="Hva det skrives som, gjerne flere. [standard: etter endelsen til -o, ellers md]"
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FIL",
            help="Filen det skrives til; en mappe når det er flere. Ellers skjermen, eller ved siden av avtalen.",
        ),
    ] = None,
    målform: Annotated[
        Målform | None, typer.Option("--malform", help="Målformen til malen. [standard: avtalens egen]")
    ] = None,
    templates: Annotated[
        Path | None, typer.Option("--mal", metavar="MAPPE", help="Egne maler i stedet for dem som følger med.")
    ] = None,
    draft: Annotated[
        bool,
        typer.Option(
            "--utkast", help="Skriv ut også det som ikke er klart, merket UTKAST på hver side og uten underskriftsfelt."
        ),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Skriv ingenting; utgangskode 1 når en avtale ikke kan undertegnes.")
    ] = False,
    day: Annotated[
        datetime | None,
        typer.Option("--dato", formats=["%Y-%m-%d"], help="Dagen avtaler uten dato kontrolleres på. [standard: i dag]"),
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FIL", help="Oppsettet som gjelder, i stedet for det nærmeste.")
    ] = None,
    embed_source: Annotated[
        bool, typer.Option("--embed-source", help="Legg avtalen (YAML) ved i PDF-en, så den selv kan vise hva den er.")
    ] = False,
    force_exclude: Annotated[
        bool | None, typer.Option("--force-exclude", help="La exclude i oppsettet gjelde også filer som er nevnt.")
    ] = None,
) -> int:
    """Skriv ut teksten som skal undertegnes.

    En avtale med feil som ikke er satt til side med avvik, skrives ikke ut: funnene står på standard feil, og
    utgangskoden er 1. Malen legger til et ledd om det som står som opplysning og ikke i partenes egne ord.
    """
    from avtalesjekk.configuration.settings import Configurations  # noqa: PLC0415
    from avtalesjekk.linting import lint  # noqa: PLC0415 (pydantic and ruamel.yaml are loaded here)
    from avtalesjekk.rendering.targets import formats_of, targets  # noqa: PLC0415
    from avtalesjekk.selection import select  # noqa: PLC0415

    configurations = Configurations(
        given(format=formats, malform=målform, mal=templates, dato=day, force_exclude=force_exclude),
        config,
        paths,
    )
    run = configurations.run
    # What the name of -o says goes before the configuration.
    asked = formats_of(
        [form.value for form in formats or ()] or (() if output is not None else run.texts("format")), output
    )
    if embed_source and "pdf" not in asked:
        raise UserError("--embed-source legger avtalen ved en PDF; skriv --format pdf.")
    gathered = Gathered(paths, None, configurations)
    inputs = tuple(gathered.inputs())
    if gathered.failed:
        return 2
    if gathered.all_left_out:
        sys.stderr.write("Ingen avtaler er skrevet: oppsettet utelater dem (exclude).\n")
    places = targets([Path(file.filename) for file in inputs], asked, output)
    today = date.fromisoformat(run.text("dato") or date.today().isoformat())  # noqa: DTZ011 (the user's own day)
    report = lint([file._replace(rules=None) for file in inputs], today, select(), gathered.neighbours, to_sign=True)
    if not draft and report.fails(_feil()):
        _say_why(report, check=check)
        return 1
    if draft and report.fails(_feil()):
        _say_why(report, draft=True)
    made = [(file, _made(file, today, configurations.of(Path(file.filename)), draft=draft)) for file in inputs]
    told = [_say_what(file, one, report, draft=draft, check=check) for file, one in made]
    if not all(told):
        return 1
    if not check:
        _write(
            _Writing(
                places[Path(file.filename), form],
                form,
                one.document,
                configurations.of(Path(file.filename)).folder("mal"),
                file if embed_source else None,
            )
            for file, one in made
            if one
            for form in asked
        )
    return 0


def _made(file: "Input", today: date, settings: "Settings", *, draft: bool) -> "Made | None":
    """The document of an agreement; None where it cannot be read as one."""
    from avtalesjekk.model.validation import parse  # noqa: PLC0415
    from avtalesjekk.reading.reading import Reading  # noqa: PLC0415
    from avtalesjekk.rendering.making import make  # noqa: PLC0415
    from avtalesjekk.source import read  # noqa: PLC0415

    root = read(file.data).root
    parsed = parse(root) if root is not None else None
    if parsed is None or parsed.agreement is None:
        return None
    reading = Reading(parsed.agreement, today, file.stem)
    målform = cast("Målform | None", settings.text("malform"))
    return make(reading, parsed.root, målform, settings.folder("mal"), draft=draft)


def _say_why(report: "Report", *, draft: bool = False, check: bool = False) -> None:
    """The findings that keep the gate shut, on stderr; of a draft in a line each."""
    if draft:
        from avtalesjekk.reports import concise  # noqa: PLC0415

        shut = tuple(file._replace(findings=_failing(file)) for file in report.files)
        concise.report(report._replace(files=shut), sys.stderr, show_deviations=False)
        return
    from avtalesjekk.reports import full  # noqa: PLC0415

    shut = tuple(file._replace(findings=_failing(file)) for file in report.files if _failing(file))
    full.report(report._replace(files=shut), sys.stderr, show_deviations=False, quiet=True)
    names = ", ".join(printable(file.filename) for file in shut)
    begun, end = ("", "") if check else ("Ingenting er skrevet: ", ", eller skriv ut med --utkast")
    sys.stderr.write(f"\n{begun}{names} kan ikke undertegnes. Rett feilene{end}.\n")


def _failing(file: "FileReport") -> "tuple[Finding, ...]":
    return tuple(finding for finding in file.findings if finding.fails(_feil()))


def _say_what(file: "Input", made: "Made | None", report: "Report", *, draft: bool, check: bool) -> bool:
    """Say on stderr what the reader of the text should know; whether it can be written."""
    name = printable(file.filename)
    if made is None:
        sys.stderr.write(f"Feil: {name} kan ikke leses som en avtale; `avtalesjekk lint` sier hvorfor.\n")
        return False
    of_the_day = [f for r in report.files if r.filename == file.filename for f in r.active if f.today]
    for finding in of_the_day:
        sys.stderr.write(f"{name}: {finding.rule.code} {printable(finding.message)}\n")
    if made.added and not check:
        sys.stderr.write(f"{name}: malen la til ledd om {_listed(made.added)}, som ikke står i partenes egne ord.\n")
    if made.left_out:
        sys.stderr.write(f"{'' if draft else 'Feil: '}{name}: malen har ikke noe ledd om {_listed(made.left_out)}.\n")
    return draft or not made.left_out


@dataclass(frozen=True, slots=True)
class _Writing:
    """What is to be written: where (None is standard output), as what, by whose templates, and the source with it."""

    path: Path | None
    form: str
    document: "Document"
    folder: Path | None
    source: "Input | None"


def _write(files: Iterable[_Writing]) -> None:
    """Write every document."""
    from avtalesjekk.writing import write_all  # noqa: PLC0415

    written = [(file.path, _bytes(file)) for file in files]
    write_all((path, data) for path, data in written if path is not None)
    for path, data in written:
        if path is None:
            sys.stdout.write(data.decode())
        else:
            sys.stderr.write(f"Skrev {printable(str(path))}\n")


def _bytes(file: _Writing) -> bytes:
    """The document in its format; just the module of that format is loaded."""
    document, folder = file.document, file.folder
    match file.form:
        case "md":
            from avtalesjekk.rendering.writers import markdown  # noqa: PLC0415

            return markdown.write(document)
        case "txt":
            from avtalesjekk.rendering.writers import text  # noqa: PLC0415

            return text.write(document)
        case "html":
            from avtalesjekk.rendering.making import page_folder  # noqa: PLC0415
            from avtalesjekk.rendering.writers import html  # noqa: PLC0415

            return html.write(document, page_folder(folder))
        case "pdf":
            from avtalesjekk.rendering.making import SHEET, page_folder  # noqa: PLC0415

            with _extra("pdf", "PDF-er"):
                from avtalesjekk.rendering.writers import pdf  # noqa: PLC0415
            source = file.source
            return pdf.write(
                document,
                page_folder(folder, SHEET),
                source=source.data if source else None,
                name=Path(source.filename).name if source else "",
            )
        case _:
            with _extra("docx", "Word-filer"):
                from avtalesjekk.rendering.writers import word  # noqa: PLC0415
            return word.write(document)


@contextmanager
def _extra(name: str, what: str) -> Iterator[None]:
    """Name the extra where what it brings is missing."""
    try:
        yield
    except ModuleNotFoundError:
        raise UserError(f"{what} trenger tillegget {name}: pip install 'avtalesjekk[{name}]'") from None


def _listed(paths: "Sequence[str]") -> str:
    return ", ".join(f"«{path}»" for path in paths)


def _feil() -> "Level":
    from avtalesjekk.rules.rule import FEIL  # noqa: PLC0415

    return FEIL
