"""What the command line sets, in the words of the configuration; and `--show-config`."""

import json
import sys
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from avtalesjekk.configuration.options import BY_NAME, Kind
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from avtalesjekk.configuration.file import Value, Values
    from avtalesjekk.configuration.settings import Configurations, Settings

    Given = bool | str | Path | Enum | datetime | Sequence[str] | Sequence[Enum] | None


def given(**options: "Given") -> "Values":
    """The options that were given, by their names with hyphens; those that are None or an empty list were not."""
    named = {name.replace("_", "-"): value for name, value in options.items() if value is not None and value != []}
    return {name: _value(value) for name, value in named.items()}


def _value(value: object) -> "Value":
    match value:
        case bool():
            return value
        case Enum():
            return str(value.value)
        case list():
            words = (str(item.value) if isinstance(item, Enum) else str(item) for item in value)
            return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
    return str(value)[:10] if hasattr(value, "isoformat") else str(value)


def show(configurations: "Configurations", paths: "Sequence[Path]") -> None:
    """Write what is set for each path, or for the run, those with the same configuration together."""
    if not paths:
        _show(configurations.run)
        return
    groups: dict[Settings, list[Path]] = {}
    for path in paths:
        groups.setdefault(configurations.of(path), []).append(path)
    for i, (settings, some) in enumerate(groups.items()):
        if len(groups) > 1:
            line = f"# {', '.join(map(printable, map(str, some)))}:\n"
            sys.stdout.write(f"\n{line}" if i else line)
        _show(settings)


def _show(settings: "Settings") -> None:
    """Write every option as TOML, with where its value comes from."""
    lines = [(_line(name, value), origin) for name, (value, origin) in settings.origins().items()]
    width = min(60, max(len(line) for line, _ in lines))
    sys.stdout.writelines(f"{line:<{width}}  # {origin}\n" for line, origin in lines)


def _line(name: str, value: "Value | None") -> str:
    if value is None and BY_NAME[name].default[:1].isalpha() and BY_NAME[name].kind is not Kind.FLAG:
        return f"# {name}: {BY_NAME[name].default}"
    return f"{name} = {_toml(name, value)}"


def _toml(name: str, value: "Value | None") -> str:
    match value:
        case None:
            return BY_NAME[name].default
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Mapping():
            return f"{{{', '.join(f'{_text(key)} = {_toml(name, rules)}' for key, rules in value.items())}}}"
    return f"[{', '.join(map(_text, value))}]"


def _text(text: str) -> str:
    """A text as TOML writes it, which is as JSON does, but for what a terminal shall not have."""
    return json.dumps(text, ensure_ascii=not text.isprintable())
