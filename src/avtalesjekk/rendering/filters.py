"""What templates do to a value: endings, first letters, lists, times."""

from collections.abc import Mapping, Sequence

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.saying import say_day


def ended(value: str) -> str:
    """A text with a full stop, unless it has an end of its own."""
    text = str(value).rstrip()
    return text if text.endswith((".", "!", "?", ":", "…")) else f"{text}."


def unended(value: str) -> str:
    """A text that goes on in a sentence: without a full stop of its own."""
    return str(value).rstrip().removesuffix(".")


def capitalised(value: str) -> str:
    """A text that begins a sentence."""
    return value[:1].upper() + value[1:]


def when(value: object) -> object:
    """A time as it stands in a sentence: «i» before a month or a year, nothing before a day."""
    return f"i {say_day(value)}" if isinstance(value, PartialDate) and not value.exact else value


def in_other_words(values: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """Words of the format as the text has them, where they differ."""
    return [words.get(value, value) for value in values]
