"""Typer in bokmål: what a command line may be, what is said where it is wrong, and the exit code."""

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import TextIO, TypeAlias

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from avtalesjekk.cli.help_page import help_page, shown_params
from avtalesjekk.cli.values import Value, meant, metavar_of, name_of, quoted
from avtalesjekk.cli.vendored import (
    AnyCommand,
    BadOptionUsage,
    Context,
    MissingParameter,
    NoSuchOption,
    Parameter,
    UsageError,
    install_completion,
    show_completion,
)
from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

Program: TypeAlias = typer.Typer | Callable[[Sequence[str]], typer.Typer]
"""The program, or what makes it for the words of a command line."""

_HELP_OF_TYPER = {
    "help": "Vis denne hjelpen.",
    "install_completion": "Sett opp fullføring med tabulatortasten i skallet du bruker.",
    "show_completion": "Vis skriptet for fullføring, til å kopiere eller tilpasse.",
}


def run(app: Program, args: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: what the command returns or exits with, 2 where it was used wrongly.

    Ctrl-C gives 130. Where nobody reads the output any more the program ends quietly with 0, as ruff does.
    """
    streams = sys.stdout, sys.stderr  # kept, for typer wraps them where a pipe is closed
    try:
        for stream in streams:
            _take_any_text(stream)
        code = _answer(app, args)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.errno == errno.EPIPE:
            return 0
        if error.errno in _UNWRITTEN:
            return _fail(f"Feil: {_UNWRITTEN[error.errno]}.")
        raise
    finally:
        for stream in streams:
            _let_go(stream)
    return code


_UNWRITTEN = {
    errno.ENOSPC: "det er ikke mer plass på disken",
    errno.EDQUOT: "det er ikke mer plass på disken",
    errno.EFBIG: "filen det skrives til, blir for stor",
    errno.EBADF: "standard ut kan ikke skrives til",
    errno.EIO: "standard ut kan ikke skrives til",
}


class _Norwegian(AnyCommand):
    """What groups and commands say otherwise than typer's."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Give the arguments and options, with values that speak Norwegian."""
        params = super().get_params(ctx)
        for param in params:
            if type(param.type).__module__.startswith("typer."):
                param.type = Value(param.type)
            if isinstance(param, TyperOption) and param.name in _HELP_OF_TYPER:
                param.help = _HELP_OF_TYPER[param.name]
                param.callback = param.callback if param.name == "help" else _completion
        return params

    def get_help(self, ctx: Context) -> str:
        """Give the help page."""
        return help_page(self, ctx)

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 (typer's signature)
        """Give the first paragraph of the help, whole."""
        return " ".join((self.short_help or self.help or "").partition("\n\n")[0].split())

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Refuse unknown options, and options with a value too many or too few."""
        given = tuple(args)
        try:
            return super().parse_args(ctx, args)
        except NoSuchOption as error:
            word = given[-len(args) - 1]  # the parser takes the words off `args` as it goes
            wrong = _no_such_option(error.option_name, word, shown_params(self, ctx))
        except BadOptionUsage as error:
            wrong = _no_value_or_no_flag(error.option_name, self.get_params(ctx))
        raise typer.BadParameter(wrong, ctx)


class Group(_Norwegian, TyperGroup):
    """The program, or a command that has commands of its own."""

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Refuse unknown commands."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            names = [name for name, command in self.commands.items() if not command.hidden]
            raise typer.BadParameter(f"det finnes ingen kommando {quoted(args[0])}.{meant(args[0], names)}", ctx)
        return super().resolve_command(ctx, args)


class Command(_Norwegian, TyperCommand):
    """A command that does something."""

    allow_extra_args = True  # they are refused here

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Refuse arguments that are too many."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise typer.BadParameter(f"for mange argumenter: {quoted(*rest)}.", ctx)
        return rest


def _answer(app: Program, args: Sequence[str] | None) -> int:
    command = get_command(app if isinstance(app, typer.Typer) else app(sys.argv[1:] if args is None else args))
    try:
        result: object = command.main(args, prog_name=command.name or None, standalone_mode=False)
    except UsageError as error:
        return _fail(_explained(error))
    except UserError as error:
        return _fail("Feil: " + printable(str(error), keep="\n"))
    except typer.Abort:
        return 130
    except SystemExit as stop:  # so the completion ends, and typer where a pipe is closed
        if isinstance(stop.__context__, BrokenPipeError):
            raise stop.__context__ from None
        result = stop.code
    return int(result) if isinstance(result, int) else 0


def _explained(error: UsageError) -> str:
    ctx = error.ctx
    if ctx is None:
        raise error  # a bug: typer gives every usage error its context
    match error:
        case MissingParameter(param=TyperArgument() as param):
            wrong = f"mangler argumentet {quoted(name_of(param))}."
        case MissingParameter(param=TyperOption() as param):
            wrong = f"mangler valget {quoted(f'{name_of(param)} {metavar_of(param)}')}."
        case typer.BadParameter(param_hint=str() as hint):
            wrong = f"ugyldig verdi for {quoted(hint)}: {error.message}"
        case typer.BadParameter(param=Parameter() as param):
            wrong = f"ugyldig verdi for {quoted(name_of(param))}: {error.message}"
        case typer.BadParameter():
            wrong = error.message
        case _:  # no command was named
            return ctx.get_help()
    return "Feil: " + printable(wrong, keep="\n") + f"\nSe «{ctx.command_path} --help»."


def _no_such_option(name: str, word: str, params: Sequence[Parameter]) -> str:
    typed = word.partition("=")[0]
    inside = "" if typed == name else f" (i {quoted(word)})"
    names = [name for param in params for name in [*param.opts, *param.secondary_opts] if name.startswith("--")]
    return f"det finnes ikke noe valg {quoted(name)}{inside}." + meant(typed, names)


def _no_value_or_no_flag(name: str, params: Sequence[Parameter]) -> str:
    option = next(param for param in params if name in [*param.opts, *param.secondary_opts])
    if isinstance(option, TyperOption) and (option.is_flag or option.count):
        return f"valget {quoted(name)} tar ingen verdi."
    return f"valget {quoted(name)} krever en verdi: {metavar_of(option)}."


def _fail(text: str) -> int:
    with suppress(OSError):
        typer.echo(text, err=True)
    return UserError.exit_code


def _completion(ctx: Context, param: Parameter, wanted: object) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    try:
        with redirect_stderr(io.StringIO()):
            if param.name == "show_completion":
                show_completion(ctx, param, wanted)
            with redirect_stdout(io.StringIO()):
                shell, path = install_completion(wanted if isinstance(wanted, str) else None)
    except typer.Exit:
        raise UserError("fullføring finnes for bash, zsh, fish og PowerShell, ikke for skallet du bruker.") from None
    typer.echo(f"Fullføring for {shell} er satt opp i {printable(str(path))} og virker i neste skall du åpner.")
    raise typer.Exit


def _take_any_text(stream: TextIO | None) -> None:
    if isinstance(stream, io.TextIOWrapper):
        encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"  # the same bytes on every machine
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _let_go(stream: TextIO | None) -> None:
    """Send what can go nowhere to the null device, or Python complains about it when it shuts down."""
    if stream is None:
        return
    try:
        stream.flush()
    except (OSError, KeyboardInterrupt):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
