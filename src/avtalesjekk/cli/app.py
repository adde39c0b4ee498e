"""The program and its commands."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from avtalesjekk import __version__
from avtalesjekk.cli.shell import Command, Group

COMMANDS = ("lint", "new", "render", "rule", "schema", "verify")


def app(args: Sequence[str] = ()) -> typer.Typer:
    """The program. Of its commands just the one that is asked for is loaded, or where none is, all."""
    program = typer.Typer(
        name="avtalesjekk",
        cls=Group,
        help="Kontrollerer samarbeidsavtaler mellom staten og KS mot retningslinjene fra 2006.",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    program.callback()(_program)
    for name in [name for name in COMMANDS if name in args[:1]] or COMMANDS:
        program.command(cls=Command)(getattr(import_module(f"avtalesjekk.cli.{name}"), name))
    return program


def _version(asked: bool) -> None:  # noqa: FBT001 (typer's signature)
    if asked:
        typer.echo(f"avtalesjekk {__version__}")
        raise typer.Exit


def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Vis hvilken utgave dette er.")
    ] = False,
) -> None:
    """Take the options that belong to the program as a whole."""
