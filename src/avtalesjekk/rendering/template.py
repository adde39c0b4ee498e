"""An agreement laid out by a template: Jinja in a sandbox, in which no value can become markup.

A template is CommonMark with Jinja in it. What it writes out is not letters but a token for each value; the tokens are
resolved when the text has been read as blocks, so that `*`, `<b>` or «1. mars» in a value stay what they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from jinja2 import FileSystemLoader, Template, TemplateError, Undefined
from markupsafe import Markup

from avtalesjekk.errors import UserError
from avtalesjekk.limit import time_limit
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.frequencies import Frequency
from avtalesjekk.norwegian.saying import Målform, say_day, say_length, say_length_of, say_list, say_often
from avtalesjekk.rendering import filters
from avtalesjekk.rendering.commonmark import Reader, blocks
from avtalesjekk.rendering.document import Block, Break, Field, Heading, Signature, Span, Text
from avtalesjekk.rendering.layout import NEW_PAGE, NUMBER, SECTION, arranged
from avtalesjekk.rendering.letters import clean
from avtalesjekk.rendering.sandbox import Sandbox, explained
from avtalesjekk.rendering.view import Amount, Prose, item_of, say
from avtalesjekk.terminal import printable


def lay_out(
    folder: Path, values: Mapping[str, object], unsaid: Mapping[str, object], målform: Målform, *, signed: bool
) -> tuple[tuple[Block, ...], frozenset[str], Sequence[object]]:
    """The blocks that a template makes of the values, the unsaid facts that it has a clause for, and what it wrote.

    Where it is not to be `signed`, there is nothing to fill in. Raises UserError where the template cannot be read, or
    does what a template may not.
    """
    return _Layout(folder, unsaid, målform, signed=signed).run(values)


class _Layout:
    """One run of one template."""

    def __init__(self, folder: Path, unsaid: Mapping[str, object], målform: Målform, *, signed: bool) -> None:
        self._folder = folder
        self._signed = signed
        self._målform: Målform = målform
        self._unsaid = unsaid
        self._asked: set[str] = set()
        self._withheld = ""
        self._values: list[Prose | Signature | str] = []

    def run(self, values: Mapping[str, object]) -> tuple[tuple[Block, ...], frozenset[str], Sequence[object]]:
        """The blocks, the facts that have a clause, and all values that were written."""
        name = f"{TEMPLATES[self._målform]}"
        if self._folder.is_file():
            raise UserError(f"{printable(str(self._folder))} er en fil; skriv mappen som malene ligger i, etter --mal.")
        if not (self._folder / name).is_file():
            raise UserError(f"malen {printable(str(self._folder / name))} finnes ikke.")
        environment = Sandbox(loader=FileSystemLoader(self._folder), finalize=self._token)
        environment.filters = {
            "og": say_list,
            "genitiv": self._genitive,
            "punktum": filters.ended,
            "uten_punktum": filters.unended,
            "stor": filters.capitalised,
            "når": filters.when,
            "ord": filters.in_other_words,
            "flytt": filters.moved,
            "length": len,
        }
        environment.globals = {"mangler": self._missing, "nummer": NUMBER, "ny_side": NEW_PAGE, "felt": self._field}
        try:
            with time_limit(_SECONDS):
                template = environment.get_template(name)
                whole = self._letters(template.render(values))
                written = frozenset(path for path in self._asked if self._differs(template, values, whole, path))
                self._withheld, self._values = "", []
                text = template.render(values)
            return arranged(blocks(text, _Tokens(self._values))), written, self._values
        except UnicodeDecodeError:
            raise UserError(f"malen {printable(str(self._folder / name))} er ikke skrevet i UTF-8.") from None
        except (
            TemplateError,
            RecursionError,
            OverflowError,
            TypeError,
            ValueError,
            MemoryError,
            TimeoutError,
        ) as error:
            raise UserError(explained(error, self._folder / name)) from None

    def _differs(self, template: Template, values: Mapping[str, object], whole: list[str], path: str) -> bool:
        """Whether the template writes anything else where a fact is withheld from it."""
        if path not in self._unsaid:
            return False
        self._withheld, self._values = path, []
        return self._letters(template.render(values)) != whole

    def _letters(self, text: str) -> list[str]:
        """The words of what a template wrote, with the values in their places."""
        tokens = _Tokens(self._values)
        return _TOKEN.sub(lambda match: f" {tokens.value(match)} ", text).split()

    # What a template can use

    def _missing(self, path: str) -> object:
        """The fact at a path, where the parties' words do not state it; else what counts as no."""
        self._asked.add(path)
        return item_of(self._unsaid[path]) if path in self._unsaid and path != self._withheld else ""

    def _field(self, signer: SimpleNamespace, **labels: str) -> Signature:
        """Where one signs: the labels of the place, the date and the signature, as the template words them.

        Of a section, which nobody is named in, just where and when it was signed.
        """
        where_and_when = (
            Field(labels.get("sted", "Sted"), clean(signer.sted or "")),
            Field(labels.get("dato", "Dato"), say_day(signer.dato) if isinstance(signer.dato, PartialDate) else ""),
        )
        if not hasattr(signer, "organ"):
            return Signature("", "", "", "", tuple(field for field in where_and_when if field.value))
        fields = (*where_and_when, Field(labels.get("underskrift", "Underskrift"), ""))
        return Signature(
            "", signer.organ, signer.navn, signer.tittel, tuple(f for f in fields if self._signed or f.value)
        )

    def _genitive(self, value: object) -> str:
        return say_length_of(value, self._målform) if isinstance(value, Duration) else f"{value}s"

    # From values to tokens and back

    def _token(self, value: object) -> Markup:
        """The token that stands for a value in the text."""
        match value:
            case Markup():  # what a macro of the template's own made
                if len(value) > _LONGEST:
                    raise ValueError("teksten blir for lang")
                return value
            case Undefined():
                return Markup(str(value))  # noqa: S704 (StrictUndefined raises)
            case Prose() | Signature():
                return self._kept(value)
            case None | bool():
                raise ValueError(f"«{value}» kan ikke skrives ut")
            case _:
                return self._kept(self._said(value))

    def _kept(self, value: Prose | Signature | str) -> Markup:
        self._values.append(value)
        return Markup(f"\ue000{len(self._values) - 1}\ue001")  # noqa: S704 (a token)

    def _said(self, value: object) -> str:
        match value:
            case str():
                return clean(value)
            case PartialDate():
                return say_day(value)
            case Duration():
                return say_length(value, self._målform)
            case Frequency():
                return say_often(value, self._målform)
            case Amount():
                return say(value)
            case int():
                return str(value)
            case _:
                raise ValueError("en liste eller en del kan ikke skrives ut som den er")


class _Tokens(Reader):
    """Tokens read back as the values that they stand for."""

    def __init__(self, values: Sequence[Prose | Signature | str]) -> None:
        self._values = values

    def spans(self, letters: str) -> Iterator[Span]:
        """The letters of the template, with those of the values in their places."""
        last = 0
        for match in _TOKEN.finditer(letters):
            if letters[last : match.start()]:
                yield Text(letters[last : match.start()])
            last = match.end()
            value = self.value(match)
            if not isinstance(value, str):
                raise TypeError("partenes egen tekst og underskriftsfelt må stå alene på linjen, med tom linje rundt")
            yield from _lines(value)
        if letters[last:]:
            yield Text(letters[last:])

    def whole(self, paragraph: str) -> tuple[Block, ...] | None:
        """The blocks of a prose, its headings below that of the section, or a signature block."""
        match = _TOKEN.fullmatch(paragraph.strip())
        match self.value(match) if match else "":
            case Prose(text):
                found = blocks(clean(text), Reader())
                return tuple(replace(b, level=b.level + SECTION) if isinstance(b, Heading) else b for b in found)
            case Signature() as signature:
                return (signature,)
            case _:
                return None

    def value(self, match: "re.Match[str]") -> Prose | Signature | str:
        """The value of a token; what looks like one in the template itself is only letters."""
        index = int(match[1])
        return self._values[index] if index < len(self._values) else match[0]


_LONGEST = 5_000_000  # letters
_SECONDS = 3
TEMPLATES: Mapping[Målform, str] = {"bokmål": "bokmal.jinja", "nynorsk": "nynorsk.jinja"}
_TOKEN = re.compile("\ue000([0-9]{1,9})\ue001")


def _lines(value: str) -> Iterator[Span]:
    """The letters of a value; a new line in it is a new line."""
    for i, line in enumerate(value.strip("\n").split("\n")):
        if i:
            yield Break()
        yield Text(line)
