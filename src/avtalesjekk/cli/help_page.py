"""The help of a command as one page of plain text in bokmål."""

import shutil
import textwrap
from collections.abc import Sequence
from enum import Enum

from typer.core import TyperArgument, TyperGroup, TyperOption

from avtalesjekk.cli.values import metavar_of, name_of
from avtalesjekk.cli.vendored import AnyCommand, Context

_HARD_SPACE = "\N{NO-BREAK SPACE}"  # holds words together when a line is broken


def help_page(command: AnyCommand, ctx: Context) -> str:
    """Lay out usage, text, arguments, options and commands, no wider than the terminal and 100 characters."""
    width = max(40, min(shutil.get_terminal_size().columns - 1, 100))  # a full last column makes some terminals wrap
    params = shown_params(command, ctx)
    text = f"{command.help or ''}\n\n{command.epilog or ''}"
    blocks = [
        _usage(command, ctx, width),
        *(block if block.startswith(" ") else _wrapped(block, width) for block in text.split("\n\n")),
        _table("Argumenter", [_row(param, ctx) for param in params if isinstance(param, TyperArgument)], width),
        _table("Valg", [_row(param, ctx) for param in params if isinstance(param, TyperOption)], width),
        _table("Kommandoer", _commands(command), width),
    ]
    return "\n\n".join(block for block in blocks if block)


def shown_params(command: AnyCommand, ctx: Context) -> list[TyperArgument | TyperOption]:
    """Give the arguments and options of a command that are not hidden."""
    params = command.get_params(ctx)
    return [param for param in params if isinstance(param, TyperArgument | TyperOption) and not param.hidden]


def _usage(command: AnyCommand, ctx: Context, width: int) -> str:
    arguments = [param for param in shown_params(command, ctx) if isinstance(param, TyperArgument)]
    pieces = ["[VALG]", *(name_of(param) if param.required else f"[{name_of(param)}]" for param in arguments)]
    if isinstance(command, TyperGroup):
        pieces.append("KOMMANDO …")
    before = f"Bruk: {ctx.command_path} "
    line = " ".join(piece.replace(" ", _HARD_SPACE) for piece in pieces)
    return _wrapped(line, width, before, " " * len(before))


def _commands(command: AnyCommand) -> list[tuple[str, str]]:
    if not isinstance(command, TyperGroup):
        return []
    return [(name, sub.get_short_help_str()) for name, sub in command.commands.items() if not sub.hidden]


def _row(param: TyperArgument | TyperOption, ctx: Context) -> tuple[str, str]:
    default = _default(param, ctx)
    facts = [f"[standard: {default}]".replace(" ", _HARD_SPACE)] * bool(default) + ["[påkrevd]"] * param.required
    text = "  ".join([param.help or "", *facts]).strip()
    if isinstance(param, TyperArgument):
        return name_of(param), text
    names = " / ".join(", ".join(sorted(names, key=len)) for names in (param.opts, param.secondary_opts) if names)
    return names if param.is_flag or param.count else f"{names} {metavar_of(param)}", text


def _default(param: TyperArgument | TyperOption, ctx: Context) -> str:
    if isinstance(param.show_default, str):
        return param.show_default
    default: object = param.get_default(ctx, call=False) if param.show_default else None
    match default:
        case bool():
            return "".join((param.opts if default else param.secondary_opts)[:1])
        case list() | tuple():
            return ", ".join(_plain(value) for value in default)
        case _:
            return "" if default is None or callable(default) else _plain(default)


def _plain(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)


def _table(title: str, rows: Sequence[tuple[str, str]], width: int) -> str:
    names = max((len(name) for name, _ in rows if len(name) <= width // 3), default=0)  # a wider one has its own line
    margin = " " * (names + 4)
    lines = [f"{title}:"] if rows else []
    for name, text in rows:
        if len(name) <= names and text:
            lines.append(_wrapped(text, width, f"  {name}".ljust(len(margin)), margin))
        else:
            lines += [f"  {name}", *([_wrapped(text, width, margin, margin)] if text else [])]
    return "\n".join(lines)


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    ).replace(_HARD_SPACE, " ")
