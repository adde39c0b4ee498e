"""`avtalesjekk schema`: the JSON Schema of the format, and of the configuration."""

import json
import sys
from typing import Annotated

import typer


def schema(
    config: Annotated[bool, typer.Option("--config", help="Skriv skjemaet for oppsettet i stedet.")] = False,
) -> int:
    """Skriv JSON Schema for avtaleformatet, til redigeringsprogrammer og andre verktøy."""
    from avtalesjekk.rules.catalogue import RULES, UNYIELDING  # noqa: PLC0415 (pydantic is loaded here)

    if config:
        from avtalesjekk.configuration.schema import schema as of_configuration  # noqa: PLC0415

        made = of_configuration(RULES)
    else:
        from avtalesjekk.schema import schema as of_format  # noqa: PLC0415

        names = [name for rule in RULES if rule.code not in UNYIELDING for name in (rule.code, rule.slug)]
        made = of_format(names)
    sys.stdout.write(json.dumps(made, ensure_ascii=False, indent=2) + "\n")
    return 0
