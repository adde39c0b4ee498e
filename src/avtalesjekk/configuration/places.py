"""Where a key or a value stands in a TOML file: the parser of the standard library does not tell."""

from collections.abc import Iterator

from avtalesjekk.patterns import pattern

# A line can be read in one way only, so that none takes long.
_TABLE = pattern(r"\s*+\[++\s*+([^\[\]]+)\]++\s*+(?:#.*)?$")
_KEY = pattern(
    r"""\s*+((?:"[^"]*"|'[^']*'|[^\s"'=#\[\].]++)(?:\s*+\.\s*+(?:"[^"]*"|'[^']*'|[^\s"'=#\[\].]++))*+)\s*+="""
)
_STEP = pattern(r""""([^"]*)"|'([^']*)'|([^\s."']+)""")


def place(text: str, path: tuple[str, ...], value: str = "") -> tuple[int, int]:
    """Row and column, from 1, of the key at a path, or of a value below it; of what is not found the nearest above."""
    found = (1, 1)
    depth = 0
    for row, column, there in _keys(text):
        shared = _shared(there, path)
        if shared > depth:
            found, depth = (row, column), shared
    if not value:
        return found
    for row, line in enumerate(text.splitlines()[found[0] - 1 :], found[0]):
        for sign in ('"', "'"):
            column = line.find(f"{sign}{value}{sign}", found[1] if row == found[0] else 0)
            if column >= 0:
                return row, column + 1
    return found


def _keys(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    table: tuple[str, ...] = ()
    for row, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.match(line):
            table = _steps(match[1])
            yield row, match.start(1) + 1, table
        elif match := _KEY.match(line):
            yield row, match.start(1) + 1, (*table, *_steps(match[1]))


def _steps(text: str) -> tuple[str, ...]:
    return tuple(next(filter(None, match.groups()), "") for match in _STEP.finditer(text))


def _shared(there: tuple[str, ...], path: tuple[str, ...]) -> int:
    """How many steps of a path a key stands for; none where it is another's."""
    return len(there) if there == path[: len(there)] else 0
