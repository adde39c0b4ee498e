"""The nodes of a YAML file, each with its span."""

from typing import NamedTuple, TypeAlias

from avtalesjekk.source.problem import Span

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


class Scalar(NamedTuple):
    """A text of the file: `text` is what it says, `style` one of "" (plain), "'", '"', "|" and ">"."""

    text: str
    style: str
    span: Span

    @property
    def null(self) -> bool:
        """Whether it is YAML's nothing: an empty plain scalar, `~` or `null`."""
        return not self.style and self.text in _NULLS


class Entry(NamedTuple):
    """A key with its value. `name` is the key in NFC, which is how keys are compared."""

    name: str
    key: Span
    value: "Node"


class Mapping(NamedTuple):
    """Entries in the order of the file; a key that stands twice stands here once, the first time."""

    entries: tuple[Entry, ...]
    span: Span
    flow: bool

    def get(self, name: str) -> Entry | None:
        """The entry of that name."""
        for entry in self.entries:
            if entry.name == name:
                return entry
        return None


class Sequence(NamedTuple):
    """Items in the order of the file."""

    items: tuple["Node", ...]
    span: Span
    flow: bool


Node: TypeAlias = Scalar | Mapping | Sequence


def plain(node: Node) -> Plain:
    """A node as plain data: every scalar its text, YAML's nothing None."""
    if isinstance(node, Scalar):
        return None if node.null else node.text
    if isinstance(node, Mapping):
        return {entry.name: plain(entry.value) for entry in node.entries}
    return [plain(item) for item in node.items]


_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
