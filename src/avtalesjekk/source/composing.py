"""Text to YAML nodes with spans, by the C parser's events, in one pass and within bounds."""

import re
import unicodedata
from typing import Any, NamedTuple

# The C parser's bare events: its own `compose` has no bound on depth and says nothing of keys that stand twice.
from _ruamel_yaml import CParser
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from avtalesjekk.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from avtalesjekk.source.problem import Note, Problem, Span
from avtalesjekk.source.syntax import syntax_problem
from avtalesjekk.source.text import MAX_BYTES, refusal

MAX_DEPTH = 64
MAX_NODES = 50_000  # with the anchors written out; many times what an agreement can hold

_CORE_TAGS = re.compile(r"tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)|!")
_CUT = re.compile(r"[ \t]+(#[^\W_][^\r\n]*)")
_BEFORE_COMMENT = re.compile(r"[ \t]#[ \t]")  # after the text that was cut there may be a true comment
_PROPERTIES = re.compile(
    r"(?:(?:&[0-9A-Za-z_-]*|![^ \t\r\n]*)(?:[ \t\r\n]+|#[^\r\n]*)*)*"
)  # an anchor, which to the C parser ends before any other letter, and a tag, with what may follow each
_BLANK = (" ", "\t")
_HEADER = re.compile(r"[|>][-+0-9]*")


class _Stop(Exception):  # noqa: N818 (it ends the reading; it is no error of the program's)
    """Reading ends here: the file breaks a bound or a rule of YAML 1.2."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Anchored(NamedTuple):
    """What stands at an anchor: how many nodes and characters it holds, and how deep it goes."""

    node: Node
    nodes: int
    characters: int
    height: int


class _Composer:
    """One reading of one text: anchors seen, faults found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self._next = CParser(text).get_event
        self._anchors: dict[str, _Anchored] = {}
        self._nodes = 0
        self._characters = 0  # of all texts, with the anchors written out
        self._braces = 0  # how many flow collections are open

    def document(self) -> Node | None:
        self._next()  # the start of the stream
        start = self._next()
        if isinstance(start, StreamEndEvent):
            return None
        if start.version not in (None, (1, 2)):
            said = ".".join(map(str, start.version))
            raise _stop(start, f"filen sier at den er YAML {said}", "ta bort linjen som begynner med %YAML")
        root, _ = self._node(self._next(), 1)
        self._next()  # the end of the document
        following = self._next()
        if isinstance(following, DocumentStartEvent):
            raise _stop(
                following,
                "filen inneholder flere YAML-dokumenter («---» skiller dem)",
                "én avtale er én fil: ta bort skillet, eller legg avtalene i hver sin fil",
            )
        return root

    def _node(self, event: Any, depth: int) -> tuple[Node, int]:
        """The node that begins with `event`, and how deep it goes; `depth` is how deep it stands."""
        if depth > MAX_DEPTH:
            raise _stop(event, f"mer enn {MAX_DEPTH} nivåer inni hverandre", "avtaleformatet har høyst fem nivåer")
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _stop(event, f"mer enn {MAX_NODES} verdier", "bruk ikke ankere (&, *) til å gjenta tekst")
        if isinstance(event, ScalarEvent) and event.tag is None and event.anchor is None:
            return self._scalar(event), 0  # as most are
        if isinstance(event, AliasEvent):
            return self._alias(event, depth)
        if event.tag is not None and not _CORE_TAGS.fullmatch(event.tag):
            said = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            raise _stop(event, f"taggen «{said}» hører ikke til avtaleformatet", "ta bort taggen")
        nodes, characters = self._nodes, self._characters
        node: Node
        height = 0
        if isinstance(event, ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, SequenceStartEvent):
            node, height = self._sequence(event, depth)
        else:
            node, height = self._mapping(event, depth)
        if event.anchor is not None:
            held = self._nodes - nodes, self._characters - characters
            self._anchors[event.anchor] = _Anchored(node, *held, height)
        return node, height

    def _alias(self, event: Any, depth: int) -> tuple[Node, int]:
        if event.anchor not in self._anchors:
            raise _stop(event, f"«*{event.anchor}» viser til et anker som ikke finnes", "skriv teksten rett ut")
        node, nodes, characters, height = self._anchors[event.anchor]
        self._nodes += nodes
        self._characters += characters
        if self._nodes > MAX_NODES or self._characters > MAX_BYTES:
            raise _stop(event, "ankere (&, *) gjentar teksten i det uendelige", "skriv teksten rett ut")
        if depth + height > MAX_DEPTH:
            raise _stop(event, f"mer enn {MAX_DEPTH} nivåer inni hverandre", "avtaleformatet har høyst fem nivåer")
        return node._replace(span=_span(event)), height

    def _scalar(self, event: Any) -> Scalar:
        self._characters += len(event.value)
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        if (event.anchor is not None or event.tag is not None) and (before := _PROPERTIES.match(self.text, start, end)):
            start = before.end()
        if style in ("|", ">"):
            end = self._block_end(start, end, event.value)
        elif not style and self.text.startswith(_BLANK, end) and (cut := _CUT.match(self.text, end)):
            self.problems.append(_cut_short(event.value, start, cut, self.text, quotable=not self._braces))
        elif style == '"' and (problem := refusal(event.value)) is not None:
            help_ = f"{problem.help}; det er skrevet som en kode som begynner med «\\»"
            raise _Stop(problem._replace(span=Span(start, end), help=help_))  # as itself it is found before
        return Scalar(event.value, style, Span(start, end))

    def _block_end(self, start: int, end: int, said: str) -> int:
        """The end of a block scalar: the C parser's stands after the empty lines that follow it."""
        written = self.text[start:end]
        if (header := _HEADER.match(written)) and "+" in header[0]:  # the empty lines are part of it
            return start + len(written.removesuffix("\n").removesuffix("\r"))
        spaces = said.rstrip("\n").endswith((" ", "\t"))
        return start + len(written.rstrip("\r\n" if spaces else " \t\r\n"))

    def _sequence(self, event: Any, depth: int) -> tuple[Sequence, int]:
        items: list[Node] = []
        height = 0
        start, end = _span(event)
        self._braces += bool(event.flow_style)
        while not isinstance(following := self._next(), SequenceEndEvent):
            item, item_height = self._node(following, depth + 1)
            items.append(item)
            if item_height >= height:
                height = item_height + 1
        self._braces -= bool(event.flow_style)
        end = following.end_mark.index if event.flow_style else max(end, items[-1].span.end if items else 0)
        return Sequence(tuple(items), Span(start, end), event.flow_style), height

    def _mapping(self, event: Any, depth: int) -> tuple[Mapping, int]:
        entries: dict[str, Entry] = {}
        height = 0
        start, end = _span(event)
        self._braces += bool(event.flow_style)
        while not isinstance(following := self._next(), MappingEndEvent):
            key, _ = self._node(following, depth + 1)
            if not isinstance(key, Scalar):
                what = "en liste" if isinstance(key, Sequence) else "en samling nøkler"
                raise _Stop(
                    Problem("MA001", f"en nøkkel kan ikke være {what}", "sett teksten i anførselstegn", key.span)
                )
            name = key.text if key.text.isascii() else unicodedata.normalize("NFC", key.text)
            value, value_height = self._node(self._next(), depth + 1)
            if value_height >= height:
                height = value_height + 1
            end = max(end, value.span.end)
            if name in entries:
                self.problems.append(_twice(name, key.span, entries[name].key))
            else:
                entries[name] = Entry(name, key.span, value)
        if event.flow_style:
            self._braces -= 1
            end = following.end_mark.index
        return Mapping(tuple(entries.values()), Span(start, end), event.flow_style), height


def compose(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The root node of a YAML 1.2 text, and the faults found on the way.

    The root is None where the text is empty or cannot be read; then the last fault says why.
    """
    composer = _Composer(text)
    try:
        root = composer.document()
    except _Stop as stop:
        return None, (*composer.problems, stop.problem)
    except YAMLError as error:
        return None, (*composer.problems, syntax_problem(error, text))
    return root, tuple(composer.problems)


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def _stop(event: Any, message: str, help_: str) -> _Stop:
    return _Stop(Problem("MA001", message, help_, _span(event)))


def _cut_short(said: str, start: int, cut: re.Match[str], text: str, *, quotable: bool) -> Problem:
    """The fault of a text that begins at `start`; between braces one cannot tell where it was meant to end."""
    whole = Span(start, cut.end(1)) if said else Span(*cut.span(1))
    whole = Span(
        whole.start, whole.start + len(_BEFORE_COMMENT.split(text[whole.start : whole.end], maxsplit=1)[0].rstrip())
    )
    return Problem(
        "MA015",
        f"{_ending(said)}: YAML leser «{cut[1].rstrip()}» som en kommentar",
        "sett hele teksten i anførselstegn",
        Span(*cut.span(1)),
        unquoted=whole if quotable and said else None,
        at=start,
    )


def _ending(text: str) -> str:
    """Where a text that was cut ends, told by its last words."""
    tail = text[-30:]
    if tail != text:
        tail = f"…{tail.partition(' ')[2] or tail}"
    return f"teksten slutter ved «{tail}»" if text else "her står det ingen tekst"


def _twice(name: str, second: Span, first: Span) -> Problem:
    return Problem(
        "MA005",
        f"nøkkelen «{name}» står to ganger; bare den første er lest",
        "slå de to sammen, eller ta bort den ene",
        second,
        (Note(f"«{name}» står her første gang", first),),
    )
