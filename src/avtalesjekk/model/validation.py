"""From nodes to an agreement: what does not fit becomes faults in Norwegian, the rest is read all the same."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from avtalesjekk.model.agreement import Avtale
from avtalesjekk.model.keys import block_at, keys_at
from avtalesjekk.model.mending import drop, freeze, insert, rename, replace, thaw
from avtalesjekk.model.unknown import QUOTE, named, unknown_key
from avtalesjekk.source.nodes import Entry, Mapping, Node, Scalar, Sequence, plain
from avtalesjekk.source.places import Path, find, is_within, key_place, place
from avtalesjekk.source.problem import Span

_ROUNDS = 12  # each mends what the one before found; files need two or three


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
            found = errors.errors(include_url=False)
            reader.take_unknown([error["loc"] for error in found if error["type"] == "extra_forbidden"])
            for error in found:
                if error["type"] != "extra_forbidden":
                    reader.take(error)
        else:
            return reader.parsed(agreement)
    return reader.parsed(None)


class _Reader:
    """One file under reading: every error gives a fault the first time, and a mend that lets the rest be read."""

    def __init__(self, root: Mapping) -> None:
        self.root: Node = root
        self._thawed = False
        self._faults: list[Fault] = []
        self._unread: set[Path] = set()
        self._tries: dict[Path, int] = {}

    def parsed(self, agreement: Avtale | None) -> Parsed:
        return Parsed(
            agreement, freeze(self.root) if self._thawed else self.root, tuple(self._faults), frozenset(self._unread)
        )

    def take_unknown(self, paths: Iterable[Path]) -> None:
        """Tell of unknown keys: read those as the keys they are likely to be, and leave the others out."""
        by_block: dict[Path, list[str]] = {}
        for path in paths:
            by_block.setdefault(path[:-1], []).append(str(path[-1]))
        for above, names in by_block.items():
            self._thaw()
            block = find(self.root, above)
            entries = {entry.name: entry for entry in block.entries} if isinstance(block, Mapping) else {}
            left_out = [name for name in names if not self._renamed(above, name, entries)]
            self.root = drop(self.root, above, frozenset(left_out))

    def _thaw(self) -> None:
        if not self._thawed:
            self.root, self._thawed = thaw(self.root), True

    def take(self, error: ErrorDetails) -> None:
        self._thaw()
        path: Path = error["loc"]
        if error["type"] == "missing" and _is_there(find(self.root, path)):
            return
        tries = self._tries[path] = self._tries.get(path, 0) + 1
        node = find(self.root, path)
        told = tries > 1 or is_within(path, self._unread)
        match error["type"]:
            case _ if told:
                self._fill(path, tries)
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
        span = place("", self.root, path)
        self._faults.append(Fault(code, path, message, help_, rewrite, span, _frozen(find(self.root, path))))

    def _without(self, path: Path) -> Node:
        return drop(self.root, path[:-1], (str(path[-1]),))

    def _fill(self, path: Path, tries: int) -> None:
        """Mend in silence what a fault has been told of: with something that fits, at last with nothing."""
        self._unread.add(path)
        span = self.root.span
        if path and isinstance(path[-1], int):
            fillers: tuple[Node, ...] = (Mapping((), span, flow=True), Scalar("…", "'", span))
            if tries <= len(fillers):
                self.root = replace(self.root, path, lambda _: fillers[tries - 1])
            else:
                self.root = self._without(path[:-1])
        elif tries <= _TRIES_WITH_FILLERS:
            filler = "…" if tries == 1 else _FILLERS.get(str(path[-1]), "…")
            self.root = insert(self.root, path, Scalar(filler, "'", span) if filler else Sequence((), span, flow=True))
        else:
            self.root = self._without(path)

    def _renamed(self, above: Path, key: str, entries: dict[str, Entry]) -> bool:
        """Tell of an unknown key, or not if it stands in what cannot be read; whether it is read as another."""
        path = (*above, key)
        self._tries[path] = self._tries.get(path, 0) + 1
        if self._tries[path] > 1 or is_within(path, self._unread):
            return False
        entry = entries.get(key)
        block = find(self.root, above)
        flow = isinstance(block, Mapping) and block.flow
        cut = flow and entry is not None and isinstance(entry.value, Scalar) and entry.value.null
        message, help_, near = unknown_key(above, key, entries, cut=cut)
        if help_ == QUOTE and not cut:
            self._unread.add((*above, "tekst"))
        rewrite = Rewrite(near, safe=False) if near is not None else None
        span = entry.key if entry else key_place(self.root, path)
        self._faults.append(Fault("MA002", path, message, help_, rewrite, span, entry.value if entry else None))
        if near is None:
            return False
        self.root = rename(self.root, path, near)
        if entry is not None:
            entries[near] = entry
        return True

    def _missing(self, path: Path) -> None:
        above, key = path[:-1], str(path[-1])
        code = "MA011" if path[0] == "avvik" else "MA004"
        where = f"{named(above)} mangler" if above else "avtalen mangler"
        what = f"{where} nøkkelen «{key}»" if find(self.root, path) is None else f"nøkkelen «{key}» er tom"
        self._fault(code, path, what, _WRITE.get(key, f"skriv «{key}:» med en tekst etter"))
        self._fill(path, 1)

    def _value(self, path: Path, error: ErrorDetails) -> None:
        said: dict[str, str | bool | None] = error["ctx"]
        node = find(self.root, path)
        if isinstance(node, Mapping) and "til" in keys_at(path):
            path, node = (*path, "lengde"), None  # the one error that is about a block: both ends are given
            if path in self._unread:
                self.root = self._without(path)
                return
        message, help_, text = str(said["melding"]), str(said["hjelp"]), said["skriv"]
        if isinstance(node, Mapping | Sequence):
            message, help_ = f"{message}, ikke {_shape_of(node)}", help_ or _trap(node)
        self._fault(
            "MA003", path, message, help_, Rewrite(str(text), bool(said["sikker"])) if text is not None else None
        )
        if node is None:
            self.root = self._without(path)
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


def _frozen(node: Node | None) -> Node | None:
    return freeze(node) if node is not None else None


def _is_there(node: Node | None) -> bool:
    return node is not None and not (isinstance(node, Scalar) and node.null)


def _items(node: Node) -> tuple[Node, ...]:
    """A value that should have been a list, as one: a text cut at commas and at the last «og», anything else alone."""
    if not isinstance(node, Scalar) or "\n" in node.text:
        return (node,)
    texts = [text.strip() for text in re.split(r"(?<!-),|(?<!-)\sog\s", node.text) if text.strip()]
    return tuple(Scalar(text, "'", node.span) for text in texts) if len(texts) > 1 else (node,)


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
        return "et kolon med mellomrom etter lager en nøkkel: " + QUOTE
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
