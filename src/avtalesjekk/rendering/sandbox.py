"""Jinja in a sandbox: no methods of texts, no arithmetic that grows, few filters; and its errors in Norwegian."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from avtalesjekk.terminal import printable


class _Generator(CodeGenerator):
    """Jinja's, without «~»."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802, ARG002 (jinja's name)
        """Refuse to put texts together: one could be doubled without end."""
        raise TemplateSyntaxError("malen kan ikke sette sammen tekster med «~»", node.lineno, self.name, self.filename)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without what a template has no use for: no methods of texts, no arithmetic that grows, few filters."""

    code_generator_class = _Generator

    def __init__(self, loader: FileSystemLoader, finalize: Callable[[object], Markup]) -> None:
        super().__init__(
            loader=loader,
            finalize=finalize,
            undefined=StrictUndefined,
            autoescape=True,
            lstrip_blocks=True,
            cache_size=0,
        )
        self.intercepted_binops = frozenset(("+", "*", "**", "%", "//", "/"))

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Only the values of the view have attributes, and loops."""
        return super().is_safe_attribute(obj, attr, value) and not isinstance(obj, str | bytes | list | tuple | dict)

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:  # noqa: ARG002 (jinja's)
        """Add numbers, and refuse all else: a text could grow without end."""
        if operator == "+" and isinstance(left, int) and isinstance(right, int):
            return left + right
        raise TemplateError(f"malen kan ikke regne med «{operator}»")


def explained(error: Exception, template: Path) -> str:
    """What is wrong with a template, and where."""
    line = getattr(error, "lineno", None)
    where = printable(str(getattr(error, "filename", None) or template))
    said = {
        RecursionError: "den kaller seg selv uten ende",
        MemoryError: "den bruker for mye minne",
        TimeoutError: "den blir ikke ferdig",
    }.get(type(error))
    if isinstance(error, TemplateNotFound):
        said = f"«{printable(str(error.name))}» finnes ikke i mappen"
    return f"malen {where}{f', linje {line}' if line else ''}: {said or printable(_in_norwegian(str(error)))}"


def _in_norwegian(said: str) -> str:
    """What jinja says oftenest of a template, in Norwegian."""
    for pattern, words in _SAID.items():
        if match := pattern.match(said):
            return words.format(*match.groups())
    return said


_SAID = {
    re.compile(r"'(.+?)' is undefined"): "«{}» finnes ikke",
    re.compile(r".*has no attribute '(.+?)'"): "«{}» finnes ikke",
    re.compile(r"No filter named '(.+?)'"): "det finnes ikke noe filter «{}»",
    re.compile(r"access to attribute '(.+?)' of"): "malen har ikke tilgang til «{}»",
    re.compile(r"Unexpected end of template.*?innermost block that needs to be closed is '(.+?)'", re.DOTALL): (
        "malen slutter før «{}» er avsluttet"
    ),
    re.compile(r"Encountered unknown tag '(.+?)'"): "malen bruker «{}», som ikke finnes her",
    re.compile(r"Expected an expression, got '(.+?)'"): "her skal det stå noe etter «if», «for» eller «{{{{»",
    re.compile(r"expected token '(.+?)', got '(.+?)'"): "her skal det stå «{}», ikke «{}»",
    re.compile(r"unexpected end of template|unexpected '(.+?)'|unexpected char"): "malen er ikke skrevet riktig her",
}
