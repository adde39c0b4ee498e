"""Parts of a JSON Schema, shaped so that editors suggest and say what they should and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]  # a JSON Schema is a tree of anything
# yaml-language-server suggests «true» and «null» wherever it sees these types, and whole blocks wherever it sees
# `required` beside `properties`; in `if`, `then`, `else` and `not` it looks for neither. `errorMessage`,
# `enumDescriptions` and `defaultSnippets` are words of its own, which other programs pass over.


def value(texts: Schema, forms: Sequence[Schema], says: str, *, quietly: Sequence[str] = ()) -> Schema:
    """What is written behind a key: one of `forms`, or of the types that are taken without being suggested."""
    first, *others = forms
    # The message of the first is what is said of a value that fits none. An untitled first form doubles the heading.
    named = {"title": texts["title"], **first, "errorMessage": says}
    return {**texts, "anyOf": [named, *others, *([_unseen({"type": [*quietly]})] if quietly else ())]}


def block(texts: Schema, keys: Schema, required: Sequence[str], types: Sequence[str]) -> Schema:
    """A block of keys. `types` are all that may stand there: beside "object" also "null", or those of a text."""
    shape = _shape(types, f"{_OR_TEXT if 'string' in types else _KEYS} {', '.join(keys)}.")
    if required:
        shape["then"] = {"required": [*required], "errorMessage": f"{said(required, 'og')} må være med her."}
    return {
        **texts,
        "properties": keys,
        "additionalProperties": False,
        "errorMessage": f"Nøkkelen finnes ikke her. Her kan det stå {', '.join(keys)}.",
        **shape,
    }


def listing(texts: Schema, items: Schema, types: Sequence[str]) -> Schema:
    """A list. A point that must have keys is suggested with all of them, or with those it cannot be without."""
    made = {**texts, "items": items, **_shape(types, "Her skal det stå en liste, hvert punkt med bindestrek foran.")}
    if "properties" in items and "string" not in items["else"]["type"]:
        required = items.get("then", {}).get("required", ())
        keys = required if len(required) > 1 else items["properties"]
        # On the list and with its type: the suggestion of a point itself would begin with an empty line.
        made["defaultSnippets"] = [together(dict.fromkeys(keys, ""), items["description"]) | {"type": "array"}]
    return made


def together(keys: Mapping[str, str], description: str) -> Schema:
    """A suggestion of several keys at once, where a key has no value of its own the next place to write."""
    body = {key: text or f"${place}" for place, (key, text) in enumerate(keys.items(), start=1)}
    return {"label": ", ".join(keys), "body": body, "description": description}


def item(texts: Schema, types: Sequence[str], says: str) -> Schema:
    """A point of a list that has no keys."""
    return {**texts, **_shape(types, says)}


def item_of(texts: Schema, words: Mapping[str, str], pattern: str) -> Schema:
    """A point of a list that is one of `words`, or a text that fits the pattern."""
    return {
        **texts,
        "defaultSnippets": [{"label": word, "body": word, "description": meaning} for word, meaning in words.items()],
        "if": {"type": "string", "pattern": pattern},
        "else": one_of(words) | {"errorMessage": f"Skriv {said(words, 'eller')}."},
    }


def one_of(words: Mapping[Any, str]) -> Schema:
    """One of some words, each with its meaning."""
    return {"enum": [*words], **({"enumDescriptions": [*words.values()]} if any(words.values()) else {})}


def said(words: Iterable[object], between: str) -> str:
    """Words as they are said in a sentence: «a», «b» og «c»."""
    *most, last = (f"«{word}»" for word in words)
    return f"{', '.join(most)} {between} {last}" if most else last


def _shape(types: Sequence[str], says: str) -> Schema:
    right = {"type": [*types]}
    return {"if": right, "else": right | {"errorMessage": says}}


def _unseen(part: Schema) -> Schema:
    return {"not": {"not": part}}


TEXT = "Her skal det stå en tekst. Sett den i anførselstegn, eller skriv | og teksten på neste linje."
_KEYS = "Her skal det stå nøkler på egne linjer:"
_OR_TEXT = "Her skal det stå en tekst, eller nøkler:"
