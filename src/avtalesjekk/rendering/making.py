"""From a file to its document: which template, and which clauses that the parties' words do not have."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from avtalesjekk.errors import UserError
from avtalesjekk.norwegian.saying import Målform
from avtalesjekk.reading.reading import Reading
from avtalesjekk.rendering.document import Document
from avtalesjekk.rendering.letters import clean
from avtalesjekk.rendering.readers.found import MARK
from avtalesjekk.rendering.seal import sealed
from avtalesjekk.rendering.template import lay_out
from avtalesjekk.rendering.unsaid import unsaid
from avtalesjekk.rendering.view import unwritten, view
from avtalesjekk.source.nodes import Node

PAGE, SHEET = "side.html.jinja", "side.typ"  # of HTML and of PDF


@dataclass(frozen=True, slots=True)
class Made:
    """A document, the paths of the facts that got a clause, and of what the template leaves out."""

    document: Document
    added: tuple[str, ...]
    left_out: tuple[str, ...]


def make(reading: Reading, root: Node, målform: Målform | None, folder: Path | None, *, draft: bool) -> Made:
    """The document of an agreement, by the templates in a folder, else by our own; a draft is marked as one."""
    form: Målform = målform or reading.agreement.målform
    values = view(reading, root, form)
    missing = unsaid(reading)
    blocks, facts, written = lay_out(folder or templates(), values, missing, form, signed=not draft)
    document = sealed(Document(_LANGUAGES[form], clean(str(values["tittel"])), MARK if draft else "", blocks))
    return Made(
        document,
        tuple(path for path in missing if path in facts),
        (*(path for path in missing if path not in facts), *unwritten(values, written)),
    )


def templates() -> Path:
    """The folder of our own templates: in the installed package, else beside the source."""
    inside = Path(__file__).parents[1] / "maler"
    beside = Path(__file__).parents[3] / "maler"
    for folder in (inside, beside):
        if folder.is_dir():
            return folder
    raise UserError("malene som følger med programmet, finnes ikke; installer avtalesjekk på nytt.")


def page_folder(folder: Path | None, name: str = PAGE) -> Path:
    """Where the page of a format lies: among the user's own templates, if they have one, else among ours."""
    return folder if folder is not None and (folder / name).is_file() else templates()


_LANGUAGES: Mapping[Målform, str] = {"bokmål": "nb-NO", "nynorsk": "nn-NO"}
