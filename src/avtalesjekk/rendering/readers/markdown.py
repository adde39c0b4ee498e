"""CommonMark with tables read back."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from avtalesjekk.rendering.readers.found import Found, stated, without_foot


def read(data: bytes) -> Found:
    """The text of a .md. Raises UnicodeDecodeError where it is not UTF-8."""
    source = data.decode("utf-8-sig")
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    return Found(without_foot("".join(_letters(tokens))), stated(source))


def _letters(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "list_item_open" if token.info:
                yield f"\n{token.info}{token.markup} "
            case "inline":
                yield from _letters(token.children or [])
                yield "\n"
            case "text" | "code_inline" | "code_block" | "fence":
                yield token.content
            case "html_block" | "html_inline":
                yield "" if token.content.lstrip().startswith("<!--") else token.content
            case "softbreak" | "hardbreak":
                yield "\n"
            case _:
                pass
