"""The values of options and arguments in bokmål: what they are called, and what is wrong with one."""

import os
from collections.abc import Sequence
from pathlib import Path
from stat import S_ISDIR, S_ISREG

import typer
from typer.core import TyperArgument
from typer.models import TyperPath

from avtalesjekk.cli.vendored import (
    BoolParamType,
    CompletionItem,
    Context,
    DateTime,
    FuncParamType,
    IntParamType,
    IntRange,
    Parameter,
    ParamType,
    StringParamType,
    TyperChoice,
)
from avtalesjekk.spelling import nearest
from avtalesjekk.terminal import printable


class Value(ParamType):
    """A type of typer that names itself and says what is wrong in Norwegian."""

    def __init__(self, wanted: ParamType) -> None:
        self.wanted = wanted
        self.name = _name_of(wanted)

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> object:
        """Give the value that the text stands for."""
        if value == "" and isinstance(self.wanted, TyperPath):  # Path("") would be the working folder
            self.fail("stien er tom.", param, ctx)
        try:
            return self.wanted.convert(value, param, ctx)
        except typer.BadParameter as error:
            raise typer.BadParameter(_complaint(self.wanted, str(value)) or error.message, ctx, param) from None

    def shell_complete(self, ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
        """Give the values that begin so."""
        return self.wanted.shell_complete(ctx, param, incomplete)


def name_of(param: Parameter) -> str:
    """Give the name a user knows a parameter by: `STI …` or `--select`."""
    if isinstance(param, TyperArgument):
        return metavar_of(param) + (" …" if param.nargs == -1 else "")
    return max(param.opts or param.secondary_opts, key=len)


def metavar_of(param: Parameter) -> str:
    """Give the word that stands for the value of a parameter: `FIL`, `full|concise`."""
    return param.metavar or param.type.name


def quoted(*words: str) -> str:
    """Give words from outside in «», safe to show."""
    return ", ".join(f"«{printable(word)}»" for word in words)


def meant(word: str, names: Sequence[str]) -> str:
    """Give a line that suggests the name that the word begins or comes near to, and nothing where there is none."""
    begun = [name for name in names if name.startswith(word) and len(word.strip("-")) > 1]
    near = begun[0] if begun else nearest(word, names)
    return f"\nMente du {quoted(near)}?" if near else ""


def _name_of(wanted: ParamType) -> str:
    match wanted:
        case TyperChoice():
            return "|".join(_choices(wanted))
        case TyperPath(name=kind):
            return {"file": "FIL", "directory": "MAPPE", "path": "STI"}[kind]
        case DateTime(formats=[form, *_]):
            return form.replace("%Y", "ÅÅÅÅ").replace("%m", "MM").replace("%d", "DD")
        case IntParamType():
            return "TALL"
        case StringParamType() | BoolParamType() | FuncParamType():
            return "TEKST"
        case _:
            raise TypeError(f"no Norwegian for values of the type {wanted!r}")


def _complaint(wanted: ParamType, value: str) -> str | None:
    match wanted:
        case TyperChoice():
            choices = _choices(wanted)
            return f"{quoted(value)} er ikke blant {quoted(*choices)}." + meant(value, choices)
        case TyperPath():
            return f"{quoted(value)} {_path_complaint(wanted, Path(value))}."
        case DateTime():
            return f"{quoted(value)} er ingen dato på formen {_name_of(wanted)}."
        case IntRange(min=least, max=most):
            bounds = [f"{word} {bound}" for word, bound in (("minst", least), ("høyst", most)) if bound is not None]
            return f"{quoted(value)} er ikke et helt tall på {' og '.join(bounds)}."
        case IntParamType():
            return f"{quoted(value)} er ikke et helt tall."
        case _:
            return None  # the program's own parser has said it


def _path_complaint(wanted: TyperPath, path: Path) -> str:
    try:
        mode = path.stat().st_mode
    except OSError:
        return "finnes ikke"
    if S_ISDIR(mode) and not wanted.dir_okay:
        return "er en mappe"
    if S_ISREG(mode) and not wanted.file_okay:
        return "er en fil"
    return "kan ikke skrives til" if os.access(path, os.R_OK) else "kan ikke leses"


def _choices(wanted: TyperChoice[object]) -> list[str]:
    return [wanted.normalize_choice(choice, None) for choice in wanted.choices]
