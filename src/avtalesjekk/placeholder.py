"""A whole value that stands where the real one shall come, such as `[dato]`."""

import re

PLACEHOLDER = r"^\s*(?:(?:\[[^\[\]]+\]|…|[.]{3}|XX+|TODO(?:.*\S)?)\s*)?$"


def is_placeholder(text: str) -> bool:
    """Whether a text is just a placeholder; an empty one is."""
    return re.match(PLACEHOLDER, text) is not None
