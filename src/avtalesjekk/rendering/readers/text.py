"""Plain text read back."""

from avtalesjekk.rendering.readers.found import Found, stated, without_foot


def read(data: bytes) -> Found:
    """The text of a .txt. Raises UnicodeDecodeError where it is not UTF-8."""
    text = data.decode("utf-8-sig")
    return Found(without_foot(text), stated(text))
