"""The command line: one module a command, each from flags to one call to an exit code."""

import sys


def main() -> None:
    """Run the program; the only place that ends it."""
    # typer is loaded when the program is run, not when it is imported
    try:
        from avtalesjekk.cli import process  # noqa: PLC0415

        process.begin()
        from avtalesjekk.cli.app import app  # noqa: PLC0415
        from avtalesjekk.cli.shell import run  # noqa: PLC0415

        code = run(app)
        process.end()
    except KeyboardInterrupt:  # before or after what `run` does
        code = 130
    sys.exit(code)
