"""The program and its commands."""

from typing import Annotated

import typer

from avtalesjekk import __version__
from avtalesjekk.cli import lint, new, render, rule, schema, verify
from avtalesjekk.cli.shell import Command, Group

app = typer.Typer(
    name="avtalesjekk",
    cls=Group,
    help="Kontrollerer samarbeidsavtaler mellom staten og KS mot retningslinjene fra 2006.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for module in (lint, new, render, rule, schema, verify):
    app.command(cls=Command)(getattr(module, module.__name__.rpartition(".")[2]))


def _version(asked: bool) -> None:  # noqa: FBT001 (typer's signature)
    if asked:
        typer.echo(f"avtalesjekk {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Vis hvilken utgave dette er.")
    ] = False,
) -> None:
    """Take the options that belong to the program as a whole."""
