"""What must be true of a web page that `render` has written: our elements and no others, whatever the text."""

import re
from html.parser import HTMLParser

_TAGS = frozenset((
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "p", "h1", "h2", "h3", "h4", "h5",
    "h6", "ul", "ol", "li", "div", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt",
    "dd", "span", "strong", "em", "br",
))  # fmt: skip
_NO_END = frozenset(("meta", "br"))
_ATTRIBUTES = frozenset((
    "lang", "charset", "name", "content", "class", "id", "start", "scope", "role", "tabindex", "aria-label", "style",
))  # fmt: skip
_STYLE = re.compile(r"font-size: [0-9]\.[0-9]{2}em")


def check_page(page: str) -> None:
    """AssertionError where the page has an element, an attribute or a declaration that is not ours, or is uneven."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    assert not parser.left, parser.left


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.left: list[str] = []
        self._ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _TAGS, tag
        for name, value in attrs:
            assert name in _ATTRIBUTES, name
            assert name != "style" or _STYLE.fullmatch(value or ""), value
            assert name != "id" or (value not in self._ids and value), value
            self._ids |= {value or ""} if name == "id" else set()
        if tag not in _NO_END:
            self.left.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.left.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        assert decl == "DOCTYPE html"

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)
