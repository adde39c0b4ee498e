"""JSON as text in which nothing steers the terminal, or the CI service, that it is written to."""

import json
import re

from avtalesjekk.terminal import printable


def dumps(data: object) -> str:
    """Data as indented JSON with a line end."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _STEERING.sub(_escaped, text) + "\n"


_STEERING = re.compile(r"[^\n -~]|#(?=#\[)")  # «##[» begins a command of GitHub's runner, wherever in a line it stands


def _escaped(match: re.Match[str]) -> str:
    r"""What is unsafe as JSON's escape; a lone surrogate, which readers refuse, as the text `\udcff`."""
    character = match[0]
    if character != "#" and printable(character) == character:
        return character
    escape = f"\\u{ord(character):04x}"
    return f"\\{escape}" if "\ud800" <= character <= "\udfff" else escape
