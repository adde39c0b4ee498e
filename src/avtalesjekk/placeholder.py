"""A whole value that stands where the real one shall come, such as `[dato]`."""

from avtalesjekk.patterns import pattern

PLACEHOLDER = r"^\s*(?:(?:\[[^\[\]]+\]|…|[.]{3}|XX+|TODO(?:.*\S)?)\s*)?$"
_PLACEHOLDER = pattern(PLACEHOLDER)


def is_placeholder(text: str) -> bool:
    """Whether a text is just a placeholder; an empty one is."""
    return _PLACEHOLDER.match(text) is not None
