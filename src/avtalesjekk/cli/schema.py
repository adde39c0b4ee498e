"""`avtalesjekk schema`: the JSON Schema of the format."""

import json
import sys


def schema() -> int:
    """Skriv JSON Schema for avtaleformatet, til redigeringsprogrammer og andre verktøy."""
    from avtalesjekk.rules.catalogue import RULES, UNYIELDING  # noqa: PLC0415 (pydantic is loaded here)
    from avtalesjekk.schema import schema as made  # noqa: PLC0415

    names = [name for rule in RULES if rule.code not in UNYIELDING for name in (rule.code, rule.slug)]
    sys.stdout.write(json.dumps(made(names), ensure_ascii=False, indent=2) + "\n")
    return 0
