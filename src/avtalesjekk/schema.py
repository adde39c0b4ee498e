"""The JSON Schema of the agreement format, made from the models: it accepts and rejects the files that they do."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from avtalesjekk.model.agreement import Avtale
from avtalesjekk.placeholder import PLACEHOLDER

Schema: TypeAlias = dict[str, Any]  # a JSON Schema is a tree of anything
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL: Schema = {"type": "null"}
_SAID: Schema = {"not": _NULL}


def schema(rule_names: Iterable[str]) -> Schema:
    """The schema. `rule_names` are the codes and slugs that a deviation can name."""
    made: Schema = Avtale.model_json_schema(by_alias=True)
    definitions: dict[str, Schema] = made["$defs"]
    for choices in (made, *definitions.values()):
        block = choices.get("anyOf", [choices])[0]  # of a block that a text may stand for, the block
        required = block.get("required", ())
        block["properties"] = {
            name: _not_null(value) if name in required else _or_null(value)
            for name, value in block["properties"].items()
        }
    deviation = definitions["Avvik"]["properties"]
    deviation["regel"] = _texts(deviation["regel"]) | {"enum": list(rule_names)}
    deviation["begrunnelse"] = {**deviation["begrunnelse"], "not": {"type": "string", "pattern": PLACEHOLDER}}
    definitions["Varighet"]["not"] = {"required": ["til", "lengde"], "properties": {"til": _SAID, "lengde": _SAID}}
    return {"$schema": DIALECT, **made}


def _texts(value: Schema) -> Schema:
    return {"title": value["title"], "description": value["description"]}


def _not_null(value: Schema) -> Schema:
    """A value that must be there may not stand empty, also where the model lets a text stand for the whole block."""
    if "anyOf" not in value:
        return value
    return {**_texts(value), "anyOf": [choice for choice in value["anyOf"] if choice != _NULL]}


def _or_null(value: Schema) -> Schema:
    """A value that may be left out may also stand empty. Defaults are said in the descriptions."""
    texts = _texts(value)
    choices = value.get("anyOf") or [{k: v for k, v in value.items() if k not in ("title", "description", "default")}]
    return {**texts, "anyOf": [*(choice for choice in choices if choice != _NULL), _NULL]}
