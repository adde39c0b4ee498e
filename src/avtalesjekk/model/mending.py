"""Nodes that can be changed, so that the rest of a faulty file can be read; spans stay those of the file."""

from collections.abc import Callable, Collection
from typing import TypeVar, cast

from avtalesjekk.source.nodes import Entry, Mapping, Node, Sequence
from avtalesjekk.source.places import Path

T = TypeVar("T")


def thaw(root: Node) -> Node:
    """A copy of nodes whose entries and items are lists: a file may have thousands of faults, each with its change."""
    match root:
        case Mapping(entries=entries):
            return root._replace(entries=_as_tuple([entry._replace(value=thaw(entry.value)) for entry in entries]))
        case Sequence(items=items):
            return root._replace(items=_as_tuple([thaw(item) for item in items]))
    return root


def freeze(root: Node) -> Node:
    """A copy of thawed nodes that does not change any more."""
    match root:
        case Mapping(entries=entries):
            return root._replace(entries=tuple(entry._replace(value=freeze(entry.value)) for entry in entries))
        case Sequence(items=items):
            return root._replace(items=tuple(freeze(item) for item in items))
    return root


def replace(root: Node, path: Path, change: Callable[[Node], Node]) -> Node:
    """Change the thawed node at `path`, where there is one, and give the root."""
    if not path:
        return thaw(change(root))
    step, rest = path[0], path[1:]
    if isinstance(root, Sequence) and isinstance(step, int) and step < len(root.items):
        _as_list(root.items)[step] = replace(root.items[step], rest, change)
    elif isinstance(root, Mapping):
        for i, entry in enumerate(root.entries):
            if entry.name == step:
                _as_list(root.entries)[i] = entry._replace(value=replace(entry.value, rest, change))
                break
    return root


def rename(root: Node, path: Path, name: str) -> Node:
    """Read the key at the end of `path` as `name`."""
    return _entries(root, path[:-1], lambda e: e._replace(name=name) if e.name == path[-1] else e)


def drop(root: Node, above: Path, names: Collection[str]) -> Node:
    """Take keys out of the mapping at a path."""
    return _entries(root, above, lambda e: None if e.name in names else e)


def insert(root: Node, path: Path, value: Node) -> Node:
    """Put `value` under the key at the end of `path`, in place of what stood there."""
    name = str(path[-1])
    return replace(
        drop(root, path[:-1], (name,)), path[:-1], lambda block: _with(block, Entry(name, value.span, value))
    )


def _with(block: Node, entry: Entry) -> Node:
    return block._replace(entries=(*block.entries, entry)) if isinstance(block, Mapping) else block


def _entries(root: Node, above: Path, change: Callable[[Entry], Entry | None]) -> Node:
    def edit(block: Node) -> Node:
        return (
            block._replace(entries=tuple(filter(None, map(change, block.entries))))
            if isinstance(block, Mapping)
            else block
        )

    return replace(root, above, edit)


def _as_tuple(items: list[T]) -> tuple[T, ...]:
    """A list where the nodes' type says tuple; it is one again when they are frozen."""
    return cast("tuple[T, ...]", items)


def _as_list(items: tuple[T, ...]) -> list[T]:
    return cast("list[T]", items)
