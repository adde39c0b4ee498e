"""A unified diff carried out, as `patch` does it: what shows whether ours says what it should."""

import re
from collections.abc import Iterator

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\\ No newline at end of file\n"


def patched(old: str, diff: str) -> str:
    """The text after the diff; AssertionError where the diff does not fit."""
    if not diff:
        return old
    lines, rest = _LINE.findall(old), _LINE.findall(diff)
    assert rest[0].startswith("--- ")
    assert rest[1].startswith("+++ ")
    return "".join(_new(lines, rest[2:]))


def _new(old: list[str], diff: list[str]) -> Iterator[str]:
    at = written = 0
    while diff:
        hunk = _HUNK.fullmatch(diff.pop(0))
        assert hunk, "no head of a hunk"
        start, length, new_start, new_length = (int(number or 1) for number in hunk.groups())
        start -= length > 0
        yield from old[at:start]
        written += start - at
        at = start
        assert written == new_start - (new_length > 0), "a hunk says another line than it stands at"
        while length or new_length:
            sign, line = diff[0][0], diff.pop(0)[1:]
            if diff and diff[0] == _NO_NEWLINE:
                line = line.removesuffix("\n")
                diff.pop(0)
            if sign in " -":
                assert old[at] == line, "a line is another than the diff says"
                at += 1
                length -= 1
            if sign in " +":
                yield line
                written += 1
                new_length -= 1
    yield from old[at:]
