"""YAML files in mixed styles, each with the data that it says."""

import re
from typing import TypeVar
from unicodedata import normalize

from hypothesis import strategies as st

from avtalesjekk.source.nodes import Plain

T = TypeVar("T")
DEEP = 3


@st.composite
def written(draw: st.DrawFn) -> tuple[str, Plain]:
    """Draw a file and its data."""
    text, data = Writer(draw).document()
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"]))), data


WORDS = (
    *(
        "KS",
        "skal",
        "bosette",
        "æøå",
        "a\u030a",
        "o\u0308",
        "😀",
        "👩\u200d👧",
        "a\u00a0b",
        "«3. møte»",
        "it's",
        'si "ja"',
    ),
    *(
        "50%",
        "a\\b",
        "[tema]",
        "{x}",
        "nei:",
        "#4",
        "–",
        "1.",
        "null",
        "&co",
        "*",
        "-",
        "!",
        "|",
        "x:y",
        "@",
        "?",
        ",",
        "~",
    ),
)
PLAIN = re.compile(r"(?!.*\s#)[^\W_«–][^\[\]{},?:]*", re.DOTALL)  # what may stand without quotes everywhere
ESCAPED = {"\\": "\\\\", '"': '\\"', "/": "\\/", " ": "\\ ", "\u00a0": "\\_"}


class Writer:
    """Writes one file, choosing every style by a draw; each method gives a text and the data that it says."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._anchors: dict[str, Plain] = {}
        self._count = 0

    def document(self) -> tuple[str, Plain]:
        head = self._pick("", "---\n", "%YAML 1.2\n--- # x\n", "# x\n\n")
        body, data = self._block(self._pick(0, 2), 0, keyed=not self._chance(3))
        return head + body + self._pick("", "...\n", "# x\n"), data

    def _pick(self, *choices: T) -> T:
        return self._draw(st.sampled_from(choices))

    def _chance(self, of: int) -> bool:
        return self._draw(st.integers(1, of)) == 1

    def _block(self, column: int, depth: int, *, keyed: bool) -> tuple[str, Plain]:
        """A block of keys or items that begin in `column`."""
        text = ""
        items: dict[str, Plain] = {}
        for i in range(self._pick(1, 2, 3)):
            name, key = self._key(i)
            value, items[name] = self._value(column, depth + 1, keyed=keyed)
            comment = self._pick("", " " * column + "# b: c\n", "# -\n") if i else ""
            text += comment + " " * column + (key + self._pick(":", " :") if keyed else "-") + value
        return text, items if keyed else list(items.values())

    def _key(self, number: int) -> tuple[str, str]:
        name = self._pick("a", "æ", "o\u0308", "😀 b", "it’s") + str(number)
        return normalize("NFC", name), self._pick(name, f'"{name}"', f"'{name}'")

    def _value(self, column: int, depth: int, *, keyed: bool) -> tuple[str, Plain]:
        """What follows a key or a dash in `column`, with its line end."""
        kind = self._pick("flow", "text", "block", "compact", "literal", "folded", "alias", "nothing")
        end = self._pick("", " # x", "  # «x»: y") + "\n"
        if kind == "alias" and self._anchors:
            name = self._pick(*self._anchors)
            return f" *{name}{end}", self._anchors[name]
        self._count += 1
        name = f"a{self._count}" if self._chance(3) else ""
        anchor = f" &{name}" if name else ""
        if kind == "compact" and not keyed and depth < DEEP:
            gap = self._pick(1, 3)
            text, data = self._block(column + 1 + gap, depth, keyed=self._chance(2))
            return " " * gap + text.lstrip(" "), data
        if kind == "block" and depth < DEEP:
            further = self._pick(1, 2, 4, 0) if keyed else 2
            text, data = self._block(column + further, depth, keyed=bool(further) and self._chance(2))
            text = f"{anchor}{end}{text}"
        elif kind in ("literal", "folded"):
            text, data = self._lines(column, folded=kind == "folded")
            text = f"{anchor} {text}"
        elif kind == "nothing":
            text, data = anchor + self._pick("", " ~", " null") + end, None
        else:
            text, data = self._flow(column, depth if kind == "flow" else DEEP)
            text = f"{anchor}{self._pick(' ', '  ')}{text}{end}"
        if name:
            self._anchors[name] = data
        return text, data

    def _lines(self, column: int, *, folded: bool) -> tuple[str, str]:
        """A text as a block, under a key in `column`."""
        width, after, chomp = self._pick(1, 2, 5), self._pick(0, 1, 2), self._pick("", "-", "+")
        pad, number = "\n" + " " * (column + width), self._pick("", str(width))
        parts = [[self._pick(*WORDS) for _ in range(self._pick(1, 2, 4))] for _ in range(self._pick(1, 2, 3))]
        shift = self._pick("", " ", "   ") if number and not folded else ""
        said = shift + "\n".join(" ".join(part) for part in parts) + {"": "\n", "-": "", "+": "\n" * (after + 1)}[chomp]
        if folded:
            body = ("\n" + pad).join(
                part[0] + "".join(self._pick(" ", pad) + word for word in part[1:]) for part in parts
            )
        else:
            body = pad.join(" ".join(part) for part in parts)
        head = (">" if folded else "|") + self._pick(number + chomp, chomp + number) + self._pick("", " # |+")
        return f"{head}{pad}{shift}{body}" + "\n" * (after + 1), said

    def _flow(self, column: int, depth: int) -> tuple[str, Plain]:
        """A text in one of the styles that fit into brackets, or brackets with such values."""
        if depth >= DEEP or self._chance(2):
            return self._text(column)
        keyed, text = self._chance(2), ""
        items: dict[str, Plain] = {}
        for i in range(self._pick(0, 1, 2, 3)):
            name, key = self._key(i)
            value, items[name] = self._flow(column, depth + 1)
            if self._anchors and self._chance(3):
                alias = self._pick(*self._anchors)
                value, items[name] = f"*{alias} ", self._anchors[alias]
            text += self._gap(column) + (f"{key}: " if keyed else "") + value + self._gap(column) + ","
        if text and self._chance(2):
            text = text.removesuffix(",")
        return f"{{{text}}}" if keyed else f"[{text}]", items if keyed else list(items.values())

    def _gap(self, column: int) -> str:
        return self._pick("", " ", "\n" + " " * (column + 1), " # x\n" + " " * (column + 2))

    def _text(self, column: int) -> tuple[str, Plain]:
        style, pad = self._pick("", "'", '"', '"'), "\n" + " " * (column + self._pick(1, 4))
        words = [self._pick(*WORDS) for _ in range(self._pick(0, 1, 3, 6))]
        gaps = [self._pick((" ", " "), (" ", " "), (pad, " "), ("\n" + pad, "\n")) for _ in words]
        said = "".join(map("".join, zip(words, (said for _, said in gaps), strict=True)))[:-1]
        if style == "" and (not PLAIN.fullmatch(said)):
            style = "'"
        if style == '"':
            gaps = [self._pick(gap, ("\\\n  \\" + gap[1] if gap[1] == " " else "\\n", gap[1])) for gap in gaps]
            written = [self._escaped(word) for word in words]
        else:
            written = [word.replace("'", "''") if style else word for word in words]
        text = "".join(map("".join, zip(written, (gap for gap, _ in gaps), strict=True)))
        text = text[: -len(gaps[-1][0])] if gaps else ""
        return f"{style}{text}{style}", None if not style and said == "null" else said

    def _escaped(self, word: str) -> str:
        """A word in double quotes, here and there a character as an escape or a line end that does not count."""
        how = self._pick("", "u", "U", "fold")
        written = (f"\\u{ord(c):04x}" if how == "u" and c < "\uffff" else ESCAPED.get(c, c) for c in word)
        if how == "U":
            written = (f"\\U{ord(c):08X}" for c in word)
        return ("\\\n   " if how == "fold" else "").join(written)
