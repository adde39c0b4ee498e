"""The JSON Schema of the configuration: what `avtalesjekk.toml`, or the table in `pyproject.toml`, can hold."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from avtalesjekk.configuration.options import OPTIONS, Kind, Option
from avtalesjekk.rules.rule import Rule
from avtalesjekk.schema import DIALECT

Schema: TypeAlias = dict[str, Any]  # a JSON Schema is a tree of anything


def schema(rules: Sequence[Rule]) -> Schema:
    """The schema; `rules` are those that can be named."""
    return {
        "$schema": DIALECT,
        "title": "Oppsett for avtalesjekk",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            option.name: {
                "title": option.name,
                "description": f"{option.help} Standard: {option.default}.",
                **_of(option, rules),
            }
            for option in OPTIONS
        },
    }


def _of(option: Option, rules: Sequence[Rule]) -> Schema:
    word: Schema = {"type": "string", "enum": [*option.choices]}
    several_rules = _some(_rule(rules))
    forms: Mapping[Kind, Schema] = {
        Kind.FLAG: {"type": "boolean"},
        Kind.CHOICE: word,
        Kind.CHOICES: _some(word),
        Kind.DAY: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        Kind.FOLDER: {"type": "string", "minLength": 1},
        Kind.PATTERNS: _some({"type": "string"}),
        Kind.RULES: several_rules,
        Kind.RULES_BY_PATTERN: {"type": "object", "additionalProperties": several_rules},
    }
    return forms[option.kind]


def _some(one: Schema) -> Schema:
    """A list; one alone, or several with commas between, may be a text."""
    return {"type": ["array", "string"], "items": one}


def _rule(rules: Sequence[Rule]) -> Schema:
    """A code or a slug, or what several codes begin with."""
    prefixes = sorted({rule.code[:length] for rule in rules for length in range(1, len(rule.code))})
    return {
        "type": "string",
        "anyOf": [
            {"enum": [name for rule in rules for name in (rule.code, rule.slug)]},
            {"enum": prefixes, "title": "forstavelse"},
        ],
    }
