"""What mutations are made of: the texts and lines of other files, sentences, and letters that make trouble."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from avtalesjekk.source import read
from avtalesjekk.source.nodes import Mapping, Node, Scalar
from avtalesjekk.source.nodes import Sequence as List

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Stock:
    """Texts that stand as values, whole files as lines, and sentences of agreements."""

    texts: Sequence[str]
    files: Sequence[Sequence[str]]
    sentences: Sequence[str]


def stock(agreements: Sequence[bytes]) -> Stock:
    """The stock that lies in some agreements, and in the labelled sentences."""
    roots = [read(data).root for data in agreements]
    texts = {text for root in roots if root is not None for text in _texts(root)}
    files = [data.decode("utf-8", "replace").splitlines(keepends=True) for data in agreements]
    return Stock(sorted(texts), files, tuple(_sentences()))


def _texts(node: Node) -> Iterator[str]:
    match node:
        case Scalar(text=text):
            if text and len(text) < 200 and "\n" not in text:
                yield text
        case Mapping(entries=entries):
            for entry in entries:
                yield from _texts(entry.value)
        case List(items=items):
            for item in items:
                yield from _texts(item)


def _sentences() -> Iterator[str]:
    for file in sorted((ROOT / "tests" / "reading" / "sentences").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["tekst"].replace("\n", " ")


# Letters that are something else than they look like, to YAML, to Markdown, to a terminal or to a regular expression.
LETTERS = tuple(
    "\t \r\n\x00\x07\x1b\x7f\x85\xa0\xad\u0130\u0131\u01c5\u0301\u030a\u0661\u0967\u1e9e\u200b\u200d\u200f\u2028"
    "\u202e\u2066\u2212\u3000\ufb01\ufe0f\ufeff\ufffd\uffff\U0001f1f3\U0001f1f4\U0001f468\U0001d7d8\ue000\ue001"
    "#&*!|>%@`'\"{}[]:,?-~<$\\^_()+=/;.§«»–…²½ßſKÅæøå0"
)
PIECES = (
    "- ", "? ", ": ", "| ", "> ", "|\n", ">-\n", "|+2\n", "---\n", "...\n", "%YAML 1.2\n---\n", "%TAG ! x:\n---\n",
    "<<: *a\n", "&a ", "*a", "!!str ", "!!int ", "! ", "!x ", "{", "}", "[", "]", " # ", "''", "\\x41", "\\u00e5",
    "\\U0001F600", "\\\n", "~", "null", "ja", "nei", "true", "0x1F", "1e400", "99999999999999999999", "9" * 400, "-1",
    "½", "0", "4711 mill. kr", "0000-00-00", "9999-12-31", "2024-02-30", "31.12.99999", "1. januar 0", "hvert 0. år",
    "hvert 99999999 år", "100000 år", "0 måneder", "12345678901234567890 uker", "hundre tusen millioner kroner",
    "St.meld. nr. 23 (2003-2004)", "[dato]", "…", "TODO", "<script>alert(1)</script>", "<!--", "-->", "]]>", "&amp;",
    "&#0;", "&#xD800;", "{{ x }}", "{% raw %}", "\ue0000\ue001", "\ue00099\ue001", "**", "__", "~~", "```\n",
    "| a | b |\n| --- | --- |\n", "1. ", "1) ", "999999999. ", "# ", "#" * 7 + " ", "    ", "\n\n", "===\n", "> > > ",
    "* * *\n", "[a](b)", "![a](b)", "<a@b.no>", "##[error]", "::error::", "UTKAST",
    "Fingeravtrykk: 0000 0000 0000 0000", "sha256:" + "0" * 64, "Sted: ", "Dato: ", "Underskrift: ", "____", "----",
    "-+-", "MA503", "MA001", "*", "avvik:\n- regel: MA203\n  begrunnelse: x\n",
)  # fmt: skip
