"""What templates do to a value: endings, first letters, lists, times."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace

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


def moved(sections: Sequence[SimpleNamespace], name: str, etter: str) -> list[SimpleNamespace]:
    """The sections with those of a name after the last one of another; as they were where one of the two is not there.

    Sections of the parties' own have the name `tillegg`, annexes `vedlegg`.
    """
    moving = [section for section in sections if section.navn == name]
    rest = [section for section in sections if section.navn != name]
    place = max((i for i, section in enumerate(rest, 1) if section.navn == etter), default=0)
    return [*rest[:place], *moving, *rest[place:]] if place else list(sections)


def in_other_words(values: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """Words of the format as the text has them, where they differ."""
    return [words.get(value, value) for value in values]
