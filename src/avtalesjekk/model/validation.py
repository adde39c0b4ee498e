"""From nodes to an agreement: what does not fit becomes faults in Norwegian, the rest is read all the same."""

import re
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from avtalesjekk.model.agreement import Avtale
from avtalesjekk.model.keys import block_at, homes, keys_at, meant
from avtalesjekk.model.mending import drop, insert, rename, replace
from avtalesjekk.source.nodes import Entry, Mapping, Node, Scalar, Sequence, plain
from avtalesjekk.source.places import Path, dotted, find, key_place, place
from avtalesjekk.source.problem import Span

_ROUNDS = 12  # each mends what the one before found; files need two or three
_QUOTE = "sett hele teksten i anførselstegn"


class Rewrite(NamedTuple):
    """What to write instead of a key or a value, and whether it certainly means the same."""

    text: str
    safe: bool


class Fault(NamedTuple):
    """A place where the file is not in the format: its path, its span, and the node there, None where it is missing."""

    code: str
    path: Path
    message: str
    help: str
    rewrite: Rewrite | None
    span: Span
    node: Node | None


class Parsed(NamedTuple):
    """The agreement as far as it can be read; `root` are its nodes, mended so that its paths are found in them.

    What is said of a path in `unread`, or below one, would only be a consequence of a fault.
    """

    agreement: Avtale | None
    root: Node
    faults: tuple[Fault, ...]
    unread: frozenset[Path]


def parse(root: Node) -> Parsed:
    """Read the nodes of a file as an agreement. Never raises; without an agreement there is at least one fault."""
    if not isinstance(root, Mapping):
        what = "ren tekst" if isinstance(root, Scalar) else "en liste"
        message = f"filen er {what}, ikke en avtale i avtaleformatet"
        fault = Fault("MA001", (), message, NOT_BEGUN, None, place("", root, ()), root)
        return Parsed(None, root, (fault,), frozenset())
    reader = _Reader(root)
    for _ in range(_ROUNDS):
        try:
            agreement = Avtale.model_validate(plain(reader.root))
        except ValidationError as errors:
            # Unknown keys first: one that is renamed is no longer missing elsewhere.
            for error in sorted(errors.errors(include_url=False), key=lambda error: error["type"] != "extra_forbidden"):
                reader.take(error)
        else:
            return reader.parsed(agreement)
    return reader.parsed(None)


class _Reader:
    """One file under reading: every error gives a fault the first time, and a mend that lets the rest be read."""

    def __init__(self, root: Mapping) -> None:
        self.root: Node = root
        self._faults: list[Fault] = []
        self._unread: set[Path] = set()
        self._tries: dict[Path, int] = {}

    def parsed(self, agreement: Avtale | None) -> Parsed:
        return Parsed(agreement, self.root, tuple(self._faults), frozenset(self._unread))

    def take(self, error: ErrorDetails) -> None:
        path: Path = error["loc"]
        if error["type"] == "missing" and _is_there(find(self.root, path)):
            return
        tries = self._tries[path] = self._tries.get(path, 0) + 1
        node = find(self.root, path)
        told = tries > 1 or any(path[: len(above)] == above for above in self._unread)
        match error["type"]:
            case _ if told:
                self._fill(path, tries)
            case "extra_forbidden":
                self._unknown_key(path)
            case "missing":
                self._missing(path)
            case "verdi":
                self._value(path, error)
            case _ if node is None:
                self._fill(path, 1)
            case "string_type":
                self._not_a_text(path, node)
            case "tuple_type":
                self._not_a_list(path, node)
            case _:
                self._not_a_block(path, node)

    def _fault(self, code: str, path: Path, message: str, help_: str, rewrite: Rewrite | None = None) -> None:
        span = key_place(self.root, path) if code == "MA002" else place("", self.root, path)
        self._faults.append(Fault(code, path, message, help_, rewrite, span, find(self.root, path)))

    def _fill(self, path: Path, tries: int) -> None:
        """Mend in silence what a fault has been told of: with something that fits, at last with nothing."""
        self._unread.add(path)
        span = self.root.span
        if path and isinstance(path[-1], int):
            fillers: tuple[Node, ...] = (Mapping((), span, flow=True), Scalar("…", "'", span))
            if tries <= len(fillers):
                self.root = replace(self.root, path, lambda _: fillers[tries - 1])
            else:
                self.root = drop(self.root, path[:-1])
        elif tries <= _TRIES_WITH_FILLERS:
            filler = "…" if tries == 1 else _FILLERS.get(str(path[-1]), "…")
            self.root = insert(self.root, path, Scalar(filler, "'", span) if filler else Sequence((), span, flow=True))
        else:
            self.root = drop(self.root, path)

    def _unknown_key(self, path: Path) -> None:
        above, key = path[:-1], str(path[-1])
        block, value = find(self.root, above), find(self.root, path)
        where = f"under {_named(above)}" if above else "i avtaleformatet"
        near = meant(above, key)
        rewrite = None
        if isinstance(value, Scalar) and value.null and isinstance(block, Mapping) and block.flow:
            message, help_ = f"teksten er delt ved et komma, så «{key}» er lest som en nøkkel", _QUOTE
        elif near is not None:
            message, help_, rewrite = (
                f"nøkkelen «{key}» finnes ikke {where}",
                f"mente du «{near}»?",
                Rewrite(near, safe=False) if find(self.root, (*above, near)) is None else None,
            )
        elif " " in key:
            message, help_ = f"kolonet gjør «{key}» til en nøkkel", _QUOTE
            self._unread.add((*above, "tekst"))
        else:
            elsewhere = homes(key)
            message = f"nøkkelen «{key}» finnes ikke {where}"
            help_ = (
                f"den hører til under «{elsewhere[0]}»" if elsewhere else f"nøklene her er {', '.join(keys_at(above))}"
            )
        self._fault("MA002", path, message, help_, rewrite)
        if near is not None and rewrite:
            self.root = rename(self.root, path, near)
        else:
            self.root = drop(self.root, path)

    def _missing(self, path: Path) -> None:
        above, key = path[:-1], str(path[-1])
        code = "MA011" if path[0] == "avvik" else "MA004"
        where = f"{_named(above)} mangler" if above else "avtalen mangler"
        what = f"{where} nøkkelen «{key}»" if find(self.root, path) is None else f"nøkkelen «{key}» er tom"
        self._fault(code, path, what, _WRITE.get(key, f"skriv «{key}:» med en tekst etter"))
        self._fill(path, 1)

    def _value(self, path: Path, error: ErrorDetails) -> None:
        said: dict[str, str | bool | None] = error["ctx"]
        node = find(self.root, path)
        if isinstance(node, Mapping) and "til" in keys_at(path):
            path, node = (*path, "lengde"), None  # the one error that is about a block: both ends are given
            if path in self._unread:
                self.root = drop(self.root, path)
                return
        message, help_, text = str(said["melding"]), str(said["hjelp"]), said["skriv"]
        if isinstance(node, Mapping | Sequence):
            message, help_ = f"{message}, ikke {_shape_of(node)}", help_ or _trap(node)
        self._fault(
            "MA003", path, message, help_, Rewrite(str(text), bool(said["sikker"])) if text is not None else None
        )
        if node is None:
            self.root = drop(self.root, path)
        elif text is None:
            self._fill(path, 1)
        else:
            self.root = replace(self.root, path, lambda old: Scalar(str(text), "'", old.span))

    def _not_a_text(self, path: Path, node: Node) -> None:
        message, help_ = f"her skal det stå en tekst, ikke {_shape_of(node)}", _trap(node)
        if isinstance(node, Scalar) and node.null:
            message, help_ = "punktet er tomt", "skriv teksten etter bindestreken, eller ta bort punktet"
        self._fault("MA003", path, message, help_)
        self._fill(path, 1)

    def _not_a_list(self, path: Path, node: Node) -> None:
        items = _items(node)
        help_ = "begynn hvert punkt på en ny linje med bindestrek og mellomrom («- »)"
        if isinstance(node, Scalar) and node.text[:1] in "-–—•·*":
            help_ = "skriv bindestrek og mellomrom foran hvert punkt: «- …»"
        elif len(items) > 1:
            help_ = f"sett den i hakeparenteser: [{', '.join(str(plain(item)) for item in items)}]"
        self._fault("MA003", path, f"her skal det stå en liste, ikke {_shape_of(node)}", help_)
        self.root = replace(self.root, path, lambda item: Sequence(items, item.span, flow=False))
        block = block_at(path)
        if block is not None and block.main_key is None:
            self._unread.update((*path, i) for i, item in enumerate(items) if isinstance(item, Scalar))

    def _not_a_block(self, path: Path, node: Node) -> None:
        keys = keys_at(path)
        message, help_ = f"her skal det stå nøkler, ikke {_shape_of(node)}", f"nøklene her er {', '.join(keys)}"
        if isinstance(node, Scalar) and node.null:
            message, help_ = "punktet er tomt", "skriv teksten etter bindestreken, eller ta bort punktet"
        elif path[0] == "avvik" and isinstance(node, Scalar):
            help_ = f"skriv «- regel: {node.text}», og «begrunnelse:» på neste linje"
        elif "tekst" in keys:
            help_ = "skriv teksten under nøkkelen «tekst»"
        self._fault("MA003", path, message, help_)
        if isinstance(node, Scalar) and "tekst" in keys and not node.null:
            self.root = replace(self.root, path, lambda t: Mapping((Entry("tekst", t.span, t),), t.span, flow=True))
        else:
            self._unread.add(path)
            self.root = replace(self.root, path, lambda old: Mapping((), old.span, flow=True))


def _is_there(node: Node | None) -> bool:
    return node is not None and not (isinstance(node, Scalar) and node.null)


def _items(node: Node) -> tuple[Node, ...]:
    """A value that should have been a list, as one: a text cut at commas and at the last «og», anything else alone."""
    if not isinstance(node, Scalar) or "\n" in node.text:
        return (node,)
    texts = [text.strip() for text in re.split(r"(?<!-),|(?<!-)\sog\s", node.text) if text.strip()]
    return tuple(Scalar(text, "'", node.span) for text in texts) if len(texts) > 1 else (node,)


def _named(path: Path) -> str:
    """A path as it is said in a sentence: «økonomi.ytelser» nr. 2."""
    if path and isinstance(path[-1], int):
        return f"{_named(path[:-1])} nr. {path[-1] + 1}"
    return f"«{dotted(path)}»"


def _shape_of(node: Node) -> str:
    match node:
        case Scalar(style="", text=""):
            return "et tomt punkt"
        case Scalar():
            return "en tekst"
        case Sequence():
            return "en liste"
    return "nøkler"


def _trap(node: Node) -> str:
    """How a text became something else, and the mend."""
    if isinstance(node, Sequence) and node.flow:
        return "hakeparenteser lager en liste: sett hele teksten i anførselstegn"
    if isinstance(node, Mapping):
        return "et kolon med mellomrom etter lager en nøkkel: " + _QUOTE
    return "skriv teksten rett etter kolonet, eller skriv | og ny linje"


NOT_BEGUN = "en avtale er YAML og begynner med «format: 1», «tema:» og «parter:»"
_WRITE = {
    "format": "skriv «format: 1» øverst i filen",
    "tema": "skriv «tema:» og det avtalen handler om, som «bosetting av flyktninger»",
    "parter": "skriv partene som en liste, som «parter: [KD, KS]»",
    "begrunnelse": "skriv hvorfor avtalen avviker fra regelen",
    "regel": "skriv koden eller navnet på regelen, som «regel: MA503»",
    "side": "skriv «side: staten» eller «side: ks»",
}
# What can stand in for a value where a placeholder cannot; the list of parties is empty.
_TRIES_WITH_FILLERS = 2
_FILLERS = {"format": "1", "parter": "", "side": "staten", "dato": "1800", "hendelse": "evaluert"}
