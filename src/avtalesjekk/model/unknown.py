"""What is said of a key that the format does not have."""

from collections.abc import Collection

from avtalesjekk.model.keys import homes, keys_at, meant
from avtalesjekk.source.places import Path, dotted

QUOTE = "sett hele teksten i anførselstegn"


def unknown_key(above: Path, key: str, beside: Collection[str], *, cut: bool) -> tuple[str, str, str | None]:
    """The message of a key under a path, what to do, and the key it is likely to be; `cut` by a comma in a text."""
    where = f"under {named(above)}" if above else "i avtaleformatet"
    near = meant(above, key)
    if cut:
        return f"teksten er delt ved et komma, så «{key}» er lest som en nøkkel", QUOTE, None
    if near is not None:
        return f"nøkkelen «{key}» finnes ikke {where}", f"mente du «{near}»?", near if near not in beside else None
    if " " in key:
        return f"kolonet gjør «{key}» til en nøkkel", QUOTE, None
    elsewhere = homes(key)
    help_ = f"den hører til under «{elsewhere[0]}»" if elsewhere else f"nøklene her er {', '.join(keys_at(above))}"
    return f"nøkkelen «{key}» finnes ikke {where}", help_, None


def named(path: Path) -> str:
    """A path as it is said in a sentence: «økonomi.ytelser» nr. 2."""
    if path and isinstance(path[-1], int):
        return f"{named(path[:-1])} nr. {path[-1] + 1}"
    return f"«{dotted(path)}»"
