"""The JSON Schema of the agreement format, made from the models: it accepts and rejects the files that they do."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from avtalesjekk.model.agreement import Avtale
from avtalesjekk.model.values import DURATION, FREQUENCY, ISO_DATE
from avtalesjekk.placeholder import PLACEHOLDER
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.schema_parts import TEXT, Schema, block, item, item_of, listing, one_of, said, together, value

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL: Schema = {"type": "null"}
_OTHER_END: Schema = {"type": "null", "errorMessage": "Skriv enten til eller lengde, ikke begge."}
_ONE_END: Schema = {
    "if": {"required": ["til", "lengde"], "properties": {"til": {"not": _NULL}, "lengde": {"not": _NULL}}},
    "then": {"properties": {"lengde": _OTHER_END}},
}
_START = {"format": "1", "tema": "", "parter": "[$3, KS]"}
_DEMANDS = ("pattern", "minimum", "maximum")
_SAID = {
    ISO_DATE: "en dato som 2027-09-30; 2027-09 eller 2027 om dagen ikke er kjent",
    DURATION: "et tall og dager, uker, måneder eller år, som «2 år» eller «3 måneder»",
    FREQUENCY: "hvor ofte, som «hvert år», «hvert halvår», «hvert 2. år», «ved avslutning» eller «ved behov»",
}


def schema(rule_names: Iterable[str]) -> Schema:
    """The schema. `rule_names` are the codes and slugs that a deviation can name."""
    made = Avtale.model_json_schema(by_alias=True)
    whole = _unfolded(made, made["$defs"])
    deviation = _forms(whole["properties"]["avvik"])[0]
    _name_rules(deviation["items"]["properties"], tuple(rule_names))
    shaped = _block(whole, whole, ("object",))
    shaped["defaultSnippets"] = [together(_START, "Det en avtale må begynne med.")]
    shaped["properties"]["varighet"]["then"] = _ONE_END
    return {"$schema": DIALECT, **shaped}


def _unfolded(part: Any, definitions: Schema) -> Any:
    """A part with the definitions that it refers to put in."""
    match part:
        case {"$ref": str(name), **beside}:
            return {**_unfolded(definitions[name.rpartition("/")[2]], definitions), **beside}
        case dict():
            return {key: _unfolded(inside, definitions) for key, inside in part.items() if key != "$defs"}
        case list():
            return [_unfolded(inside, definitions) for inside in part]
    return part


def _name_rules(keys: Schema, rule_names: Sequence[str]) -> None:
    """A deviation names a rule that there is, and says why."""
    keys["regel"] |= {
        "type": "string",
        "pattern": _spelled(rule_names),
        "errorMessage": "Skriv koden eller navnet på en regel, som MA503. «avtalesjekk rule --all» viser dem.",
        "defaultSnippets": [
            {"label": f"{rule.code} {rule.slug}", "body": rule.code, "description": rule.title}
            for rule in RULES
            if rule.code in rule_names
        ],
    }
    keys["begrunnelse"] |= {"pattern": f"^(?!{PLACEHOLDER[1:]})", "errorMessage": "Skriv hvorfor avtalen avviker."}


def _block(texts: Schema, made: Schema, types: Sequence[str]) -> Schema:
    required = made.get("required", ())
    keys = {name: _key(inside, empty=name not in required) for name, inside in made["properties"].items()}
    return block(_texts(texts), keys, required, types)


def _key(made: Schema, *, empty: bool) -> Schema:
    """What stands behind a key. One that may be left out may also stand empty; descriptions tell of defaults."""
    null = ("null",) if empty else ()
    forms = _forms(made)
    match forms[0]:
        case {"properties": _}:
            return _block(made, forms[0], ("object", *null))
        case {"items": items}:
            return listing(_texts(made), _item(items, made), ("array", *null))
    return _value(made, [form for form in forms if form != _NULL], null)


def _item(made: Schema, around: Schema) -> Schema:
    """A point of a list. The words that it may be are told by the key of the list."""
    first, *others = _forms(made)
    match first:
        case {"properties": _}:
            return _block(first, first, ("object", *(kind for form in others for kind in form["type"])))
        case {"enum": spellings}:
            words, rest = _words(spellings, around)
            return item_of(_texts(around), words, f"{_spelled(rest)}|{PLACEHOLDER}")
    return item(_texts(around), first["type"], TEXT)


def _value(made: Schema, forms: Sequence[Schema], null: Sequence[str]) -> Schema:
    """A value: its words first, then what is told of by a pattern, then numbers and placeholders."""
    spellings = [word for form in forms for word in form.get("enum", ())]
    words, others = _words(spellings, made)
    unseen = {kind for form in forms if "enum" not in form for kind in _types(form)} & {"boolean"}
    shown = [
        {name: form[name] for name in _DEMANDS if name in form} | {"type": types}
        for form in sorted(forms, key=lambda form: ("pattern" not in form, form.get("pattern") == PLACEHOLDER))
        if "enum" not in form and (types := [kind for kind in _types(form) if kind not in unseen])
    ]
    if words:
        shown.insert(0, one_of(words))
    if others:
        shown.append({"type": "string", "pattern": _spelled(others)})
    says = made.get("errorMessage") or _says(words, shown)
    return value(_suggesting(made), shown, says, quietly=(*unseen, *null))


def _words(spellings: Sequence[Any], made: Schema) -> tuple[dict[Any, str], list[Any]]:
    """The words that are suggested, with their meanings, and the other spellings that are accepted."""
    meanings = made.get("words", dict.fromkeys(spellings[:1], ""))
    suggested = {word: meanings[word] for word in spellings if word in meanings}
    return suggested, [word for word in spellings if word not in suggested]


def _says(words: Mapping[Any, str], forms: Sequence[Schema]) -> str:
    patterns = [_SAID[form["pattern"]] for form in forms if form.get("pattern") in _SAID]
    parts = [*([said(words, "eller")] if words else ()), *patterns]
    return f"Skriv {', eller '.join(parts)}." if parts else TEXT


def _texts(made: Schema) -> Schema:
    return {"title": made["title"], "description": made["description"]}


def _suggesting(made: Schema) -> Schema:
    """The texts of a key, with the examples as suggestions: in editors, `examples` fill its description instead."""
    given = made.get("defaultSnippets", [{"label": example, "body": example} for example in made.get("examples", ())])
    return _texts(made) | ({"defaultSnippets": given} if given else {})


def _forms(made: Schema) -> list[Schema]:
    """All that a value may be."""
    if "anyOf" in made:
        return [form for choice in made["anyOf"] for form in _forms(choice)]
    return [made]


def _types(form: Schema) -> list[str]:
    """The types as a list: where two single types fail, yaml-language-server says so in words of its own."""
    kinds = form["type"]
    return [kinds] if isinstance(kinds, str) else kinds


def _spelled(words: Iterable[object]) -> str:
    return f"^(?:{'|'.join(map(str, words))})$"
