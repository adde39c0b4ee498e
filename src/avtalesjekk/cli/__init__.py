"""The command line: one module a command, each from flags to one call to an exit code."""

import sys


def main() -> None:
    """Run the program; the only place that ends it."""
    from avtalesjekk.cli.app import app  # noqa: PLC0415 (typer is loaded when the program is run, not when it is imported)
    from avtalesjekk.cli.shell import run  # noqa: PLC0415

    sys.exit(run(app))
