"""Changed copies of nodes, so that the rest of a faulty file can be read; spans stay those of the file."""

from collections.abc import Callable

from avtalesjekk.source.nodes import Entry, Mapping, Node, Sequence
from avtalesjekk.source.places import Path


def replace(root: Node, path: Path, change: Callable[[Node], Node]) -> Node:
    """The nodes with the one at `path` changed; unchanged where there is none."""
    if not path:
        return change(root)
    step, rest = path[0], path[1:]
    # Slices keep what is not changed without looking at it: a file may have thousands of faults.
    if isinstance(root, Sequence) and isinstance(step, int) and step < len(root.items):
        changed = replace(root.items[step], rest, change)
        return root._replace(items=(*root.items[:step], changed, *root.items[step + 1 :]))
    if isinstance(root, Mapping):
        for i, entry in enumerate(root.entries):
            if entry.name == step:
                new = entry._replace(value=replace(entry.value, rest, change))
                return root._replace(entries=(*root.entries[:i], new, *root.entries[i + 1 :]))
    return root


def rename(root: Node, path: Path, name: str) -> Node:
    """The nodes with the key at the end of `path` read as `name`."""
    return _entries(root, path, lambda e: e._replace(name=name) if e.name == path[-1] else e)


def drop(root: Node, path: Path) -> Node:
    """The nodes without the key at the end of `path`."""
    return _entries(root, path, lambda e: None if e.name == path[-1] else e)


def insert(root: Node, path: Path, value: Node) -> Node:
    """The nodes with `value` under the key at the end of `path`, in place of what stood there."""
    entry = Entry(str(path[-1]), value.span, value)

    def add(block: Node) -> Node:
        return block._replace(entries=(*block.entries, entry)) if isinstance(block, Mapping) else block

    return replace(drop(root, path), path[:-1], add)


def _entries(root: Node, path: Path, change: Callable[[Entry], Entry | None]) -> Node:
    def edit(block: Node) -> Node:
        return (
            block._replace(entries=tuple(filter(None, map(change, block.entries))))
            if isinstance(block, Mapping)
            else block
        )

    return replace(root, path[:-1], edit)
