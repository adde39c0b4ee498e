"""The keys of the format: which stand where, and what to say of one that stands nowhere."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Annotated, get_args, get_origin

from avtalesjekk.model.agreement import Avtale, Block
from avtalesjekk.model.values import Value
from avtalesjekk.source.places import Path, dotted
from avtalesjekk.spelling import nearest

# What people write for a key of the format, in either målform; none of them is near it by its letters.
_OTHER_WORDS = {
    "føremål": "formål",
    "målsetninger": "mål",
    "målsetjingar": "mål",
    "plikter": "forpliktelser",
    "skyldnader": "forpliktelser",
    "partar": "parter",
    "avtaleparter": "parter",
    "signaturer": "underskrifter",
    "signatarar": "underskrifter",
    "sluttdato": "til",
    "slutt": "til",
    "sluttar": "til",
    "utløper": "til",
    "startdato": "ikrafttredelse",
    "start": "ikrafttredelse",
    "iverksettelse": "ikrafttredelse",
    "ikraftsetjing": "ikrafttredelse",
    "oppseiing": "oppsigelse",
    "oppsigelsesfrist": "oppsigelse",
    "oppseiingsfrist": "oppsigelse",
    "grunngjeving": "begrunnelse",
    "prosa": "tekst",
    "innhold": "tekst",
    "beskrivelse": "tekst",
    "signeringsdato": "dato",
    "forlenging": "forlengelse",
    "språk": "målform",
    "emne": "tema",
    "rolle": "tittel",
    "part": "for",
    "sum": "beløp",
}


@cache
def _blocks() -> dict[str, type[Block]]:
    """Every block of the format by its dotted path without indices; the whole agreement is at ""."""

    def walk(path: str, block: type[Block]) -> Iterator[tuple[str, type[Block]]]:
        yield path, block
        for name, field in block.model_fields.items():
            inner = _block_in(field.annotation)
            if inner is not None:
                yield from walk(f"{path}.{field.alias or name}".lstrip("."), inner)

    return dict(walk("", Avtale))


def _block_in(annotation: object) -> type[Block] | None:
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return annotation
    return next(filter(None, map(_block_in, get_args(annotation))), None)


def block_at(path: Path) -> type[Block] | None:
    """The block of keys that stands at a path, or None where a value does."""
    return _blocks().get(dotted(tuple(step for step in path if isinstance(step, str))))


def keys_at(path: Path) -> tuple[str, ...]:
    """The keys that can stand in the block at a path, in the order of the format."""
    block = block_at(path)
    return _keys(block) if block else ()


@cache
def _keys(block: type[Block]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in block.model_fields.items())


def takes_text(path: Path) -> bool:
    """Whether any words can stand at a path; not where it must be a date, a choice or the name of somebody."""
    names = tuple(step for step in path if isinstance(step, str))
    if path[:1] == ("parter",) or names[-1:] in _NAMES:
        return False
    block = block_at(path)
    if block is not None:  # a text that stands for the block's main key
        return block.main_key is not None
    owner = block_at(names[:-1]) if names else None
    fields = {field.alias or name: field for name, field in owner.model_fields.items()} if owner else {}
    field = fields.get(names[-1]) if names else None
    return field is not None and _is_text(field.annotation, field.metadata)


_NAMES = tuple(
    (name,)
    for name in ("navn", "for", "fra", "ansvarlig", "av", "sted", "saksnummer", "nummer", "sesjon", "periode", "regel",
                 "felt", "godkjent_av", "forkortelse")
)  # fmt: skip


def _is_text(annotation: object, metadata: Iterable[object] = ()) -> bool:
    if any(isinstance(extra, Value) for extra in metadata):
        return False
    inner = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _is_text(inner[0], inner[1:])
    return annotation is str or any(map(_is_text, inner))


def meant(path: Path, key: str) -> str | None:
    """The key of the block at `path` that an unknown `key` most likely stands for."""
    keys = keys_at(path)
    word = _OTHER_WORDS.get(key.casefold())
    return word if word in keys else nearest(key, keys)


def homes(key: str) -> tuple[str, ...]:
    """The dotted paths of the blocks that do have a key of that name."""
    return tuple(path for path, block in _blocks().items() if path and key in _keys(block))
