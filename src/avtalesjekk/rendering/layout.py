"""Numbers for the sections and their clauses, and headings that go one step down at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from avtalesjekk.rendering.document import Block, Heading, Paragraph, Signature, Span, Text

NUMBER = "\ue002"  # a heading that begins with it is that of a numbered section
NEW_PAGE = "\ue003"  # a heading that begins with it begins a page
SECTION = 2  # the level of a section's heading


def arranged(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, numbered: sections 1, 2, 3, and each paragraph in one of them 2.1, 2.2 and so on."""
    return tuple(_numbered(_stepped(blocks)))


def _stepped(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with no heading more than one level below the one above it: readers of the screen count on that."""
    depths: list[int] = []  # the levels as written of the headings that this one stands under
    for block in blocks:
        if isinstance(block, Heading):
            written = block.level
            while depths and depths[-1] >= written:
                depths.pop()
            depths.append(written)
            yield replace(block, level=len(depths))
        else:
            yield block


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    section = clause = signature = 0
    numbering = False
    for block in blocks:
        match block:
            case Heading(level, spans) if level <= SECTION:
                marks, spans = _marks(spans)
                numbering = NUMBER in marks
                section, clause = section + numbering, 0
                number = str(section) if numbering else ""
                yield replace(block, spans=spans, number=number, new_page=NEW_PAGE in marks)
            case Heading(_, spans):
                yield replace(block, spans=_marks(spans)[1])
            case Paragraph() if numbering:
                clause += 1
                yield replace(block, number=f"{section}.{clause}")
            case Signature():
                signature += 1
                yield replace(block, id=f"underskrift-{signature}")
            case _:
                yield block


def _marks(spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The marks that spans begin with, and the spans without them."""
    first, *rest = spans or (Text(""),)
    if not isinstance(first, Text):
        return "", spans
    letters = first.text.lstrip(f"{NUMBER}{NEW_PAGE} ")
    return first.text[: len(first.text) - len(letters)], (Text(letters), *rest)
