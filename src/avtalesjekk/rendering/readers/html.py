"""A web page read back."""

import re
from html.parser import HTMLParser

from avtalesjekk.errors import UserError
from avtalesjekk.rendering.readers.found import Found, stated

_APART = re.compile(
    "address|article|aside|blockquote|br|caption|d[dlt]|div|footer|h[1-6]|header|hr|li|main|ol|p|section|table|tbody|"
    "t[dhr]|thead|ul"
)
_LARGEST = 5_000_000  # characters
# Ours has one and none; the parser looks for the end of each through all of the page.
_MOST_DECLARATIONS = 100
_MOST_UNCLOSED = 20
_UNCLOSED = re.compile(r"<[^<>]*+(?!>)")
_EMPTY = re.compile(r"(?<![\s/])[\s/]{10000}")  # of which the parser remembers each
_MOST_DIGITS = 10
_OTHER = "nettsiden er ikke en som render har skrevet."
_UNSEEN = frozenset(("head", "script", "style", "template", "title"))


def read(data: bytes) -> Found:
    """The text of the body of a .html, without its footer. Raises UnicodeDecodeError where it is not UTF-8.

    Raises UserError for a page that is made to be slow.
    """
    page = data.decode("utf-8-sig")
    if (
        len(page) > _LARGEST
        or page.count("<!") + page.count("<?") > _MOST_DECLARATIONS
        or len(_UNCLOSED.findall(page)) > _MOST_UNCLOSED
        or _EMPTY.search(page)
    ):
        raise UserError(_OTHER)
    letters = _Letters()
    try:
        letters.feed(page)
        letters.close()
    except (ValueError, AssertionError):  # a letter whose number has thousands of digits; a section of SGML
        raise UserError(_OTHER) from None
    return Found("".join(letters.found), stated(page.partition("</head>")[0]))


class _Letters(HTMLParser):
    """The letters that a reader sees, with the numbers of lists."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._unseen = 0
        self._foot = 0
        self._lists: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        self._unseen += tag in _UNSEEN
        self._foot += tag == "footer"
        if _APART.fullmatch(tag):
            self.found.append("\n")
        if tag in ("ol", "ul"):
            start = dict(attrs).get("start") or "1"
            first = int(start) if start.isdecimal() and len(start) < _MOST_DIGITS else 1
            self._lists.append(first if tag == "ol" else None)
        elif tag == "li" and self._lists and (number := self._lists[-1]) is not None:
            self.found.append(f"{number}. ")
            self._lists[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self._foot -= tag == "footer" and self._foot > 0
        if tag == "dt":  # a label, as the other formats write one
            self.found.append(":")
        if _APART.fullmatch(tag):
            self.found.append("\n")
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Take letters."""
        if not self._unseen and not self._foot:
            self.found.append(data)
