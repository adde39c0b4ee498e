"""The names from the click inside typer that the command line cannot do without.

Typer vendors click privately and gives no public name to the errors of its parser, which must be told apart to be said
in Norwegian, nor to its value types, its base classes and what sets up completion. Only this file reaches in there.
"""

from typer._click.core import Command as AnyCommand
from typer._click.core import Context, Parameter
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption, UsageError
from typer._click.shell_completion import CompletionItem
from typer._click.types import (
    BoolParamType,
    DateTime,
    FuncParamType,
    IntParamType,
    IntRange,
    ParamType,
    StringParamType,
)
from typer._completion_shared import install as install_completion
from typer._types import TyperChoice
from typer.completion import show_callback as show_completion

__all__ = [
    "AnyCommand",
    "BadOptionUsage",
    "BoolParamType",
    "CompletionItem",
    "Context",
    "DateTime",
    "FuncParamType",
    "IntParamType",
    "IntRange",
    "MissingParameter",
    "NoSuchOption",
    "ParamType",
    "Parameter",
    "StringParamType",
    "TyperChoice",
    "UsageError",
    "install_completion",
    "show_completion",
]
