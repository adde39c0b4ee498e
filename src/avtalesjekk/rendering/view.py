"""What a template sees of an agreement: the names of the format, every choice made, every text with its kind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import cast

from avtalesjekk.model.agreement import Avtale, Block, Grunnlag, Underskriver
from avtalesjekk.norwegian.saying import Målform, say_amount, say_list
from avtalesjekk.reading.parties import Party, called
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rendering.document import Signature
from avtalesjekk.rendering.filters import unended
from avtalesjekk.rendering.letters import clean
from avtalesjekk.source.nodes import Mapping as MappingNode
from avtalesjekk.source.nodes import Node
from avtalesjekk.source.places import find


@dataclass(frozen=True, slots=True)
class Prose:
    """A text of the parties' own, in CommonMark."""

    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in whole kroner."""

    kroner: int


def view(reading: Reading, root: Node, målform: Målform) -> dict[str, object]:
    """The values that a template can use; `root` are the nodes of the file, for the order in it."""
    agreement = reading.agreement
    among = sorted(reading.parties, key=lambda party: party.side == "ks")
    names = [_name(party, målform) for party in among]
    return {
        "tittel": agreement.tittel or f"Samarbeidsavtale mellom {say_list(names)} om {agreement.tema}",
        "tema": agreement.tema,
        "saksnummer": agreement.saksnummer,
        "parter": [_full_name(party, målform) for party in among],
        "innledning": Prose(agreement.innledning) if agreement.innledning else None,
        "deler": list(_sections(agreement, root)),
        "underskrivere": [_signer(signer, reading, målform) for signer in _signers(agreement)],
    }


def unwritten(values: Mapping[str, object], written: Sequence[object]) -> Iterator[str]:
    """The keys of what the parties wrote, or sign, that a template left out."""
    there = {id(value) for value in written}
    texts = {unended(value) for value in written if isinstance(value, str)}
    if values["innledning"] is not None and id(values["innledning"]) not in there:
        yield "innledning"
    for section in cast("list[SimpleNamespace]", values["deler"]):
        for piece in section.innhold:
            items = piece.verdi if isinstance(piece.verdi, list) else []
            whole = id(piece.verdi) in there if isinstance(piece.verdi, Prose) else True
            if not whole or any(unended(clean(item.tekst)) not in texts for item in items):
                yield f"{section.navn}.{piece.navn}"
    signed = {(value.name, value.title) for value in written if isinstance(value, Signature)}
    if any(
        (clean(one.navn), clean(one.tittel)) not in signed
        for one in cast("list[SimpleNamespace]", values["underskrivere"])
    ):
        yield "underskrifter.av"


def _name(party: Party, målform: Målform) -> str:
    """The name that a title has: in full for a department, as the parties write it for all others."""
    if len(party.departments) != 1:
        return party.name
    department = party.departments[0]
    return department.nynorsk if målform == "nynorsk" and department.nynorsk else department.navn


def _full_name(party: Party, målform: Målform) -> str:
    """«Kunnskapsdepartementet (KD)»; the abbreviation where there is one."""
    name = _name(party, målform)
    short = party.departments[0].forkortelse if len(party.departments) == 1 else party.short
    return f"{name} ({short})" if short and short != name else name


def _sections(agreement: Avtale, root: Node) -> Iterator[SimpleNamespace]:
    """The sections in the order of the file; one of the parties' own after the section that it names."""
    names = [name for name in _keys(root) if name in _SECTIONS and getattr(agreement, name) not in (None, ())]
    own = [_section("tillegg", item, find(root, ("tillegg", i))) for i, item in enumerate(agreement.tillegg)]
    placed = {item.etter for item in own} & set(names)
    for name in names:
        match name:
            case "tillegg":
                yield from (item for item in own if item.etter not in placed)
            case "vedlegg":
                for i, item in enumerate(agreement.vedlegg):
                    yield _section("vedlegg", item, find(root, ("vedlegg", i)), nummer=i + 1)
            case _:
                yield _section(name, getattr(agreement, name), find(root, (name,)))
        yield from (item for item in own if item.etter == name)


def _section(name: str, block: Block, node: Node | None, **more: object) -> SimpleNamespace:
    """A section with all its keys; `innhold` is what the parties wrote in it, in the order of the file."""
    values = _plain(block)
    written = [SimpleNamespace(navn=key, verdi=values[key]) for key in _keys(node) if key in _WRITTEN and values[key]]
    return SimpleNamespace(**values, navn=name, innhold=written, **more)


def _keys(node: Node | None) -> tuple[str, ...]:
    return tuple(entry.name for entry in node.entries) if isinstance(node, MappingNode) else ()


def _plain(block: Block) -> dict[str, object]:
    return {name.rstrip("_"): _value(name, getattr(block, name)) for name in type(block).model_fields}


def _value(name: str, value: object) -> object:
    if name in _PROSE and isinstance(value, str):
        return Prose(value)
    if name == "beløp" and isinstance(value, int):
        return Amount(value)
    if isinstance(value, tuple):
        return [_item(item) for item in value]
    return _item(value)


def _item(value: object) -> object:
    """A value in a list: its texts are plain, also the one called `tekst`."""
    if isinstance(value, Grunnlag):
        return SimpleNamespace(navn=document_name(value))
    if isinstance(value, Block):
        return SimpleNamespace(**{n.rstrip("_"): _plain_item(n, v) for n, v in _fields(value)})
    return value


def _plain_item(name: str, value: object) -> object:
    return Amount(value) if name == "beløp" and isinstance(value, int) else _item(value)


def _fields(block: Block) -> Iterator[tuple[str, object]]:
    return ((name, getattr(block, name)) for name in type(block).model_fields)


def item_of(value: object) -> object:
    """A fact as templates see it: «ja» and «nei» are words, a document has a name."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    return _value("", value)


def document_name(document: Grunnlag) -> str:
    """«Meld. St. 30 (2019–2020) En innovativ offentlig sektor»; before 2009 the older short forms."""
    session = re.match(r"\d{4}", document.sesjon or "")
    new = session is None or int(session[0]) >= _NEW_NAMES
    kind = _DOCUMENTS.get((str(document.type), new), "")
    number = f"{kind} {document.nummer}".strip() if document.nummer else ""
    when = document.sesjon or document.periode
    if number:
        return " ".join((number, f"({when})" if when else "", document.tittel)).replace("  ", " ")
    return f"{document.tittel} ({when})" if when else document.tittel


def _signers(agreement: Avtale) -> tuple[Underskriver, ...]:
    return agreement.underskrifter.av if agreement.underskrifter else ()


def _signer(signer: Underskriver, reading: Reading, målform: Målform) -> SimpleNamespace:
    section = reading.agreement.underskrifter
    body = signer.for_ or ""
    found = called(body, reading.parties) if body else ()
    name = _name(found[0], målform) if len(found) == 1 else body
    return SimpleNamespace(
        navn=signer.navn or "",
        tittel=signer.tittel or "",
        organ=name,
        sted=(section.sted if section else None) or "",
        dato=signer.dato or (section.dato if section else None),
    )


def say(amount: Amount) -> str:
    """«8 000 000 kroner»."""
    return say_amount(amount.kroner)


_SECTIONS = frozenset(
    ("formål", "forpliktelser", "tillegg", "medvirkning", "organisering", "økonomi", "evaluering", "varighet",
     "underskrifter", "vedlegg")
)  # fmt: skip
_WRITTEN = frozenset(("tekst", "bakgrunn", "mål", "felles", "ks", "staten"))
_PROSE = frozenset(("tekst", "bakgrunn", "innledning"))
_NEW_NAMES = 2009  # the year from which they are called so
_DOCUMENTS = {
    ("stortingsmelding", True): "Meld. St.",
    ("stortingsmelding", False): "St.meld. nr.",
    ("proposisjon", True): "Prop.",
    ("proposisjon", False): "St.prp. nr.",
}
