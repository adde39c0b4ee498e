"""The one form in which written Norwegian is parsed."""

from unicodedata import normalize


def plain(text: str) -> str:
    """Lower-case NFC with single spaces: every kind of white space counts as one, none at the ends."""
    return " ".join(normalize("NFC", text).lower().split())
