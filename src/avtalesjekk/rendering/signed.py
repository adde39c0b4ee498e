"""What those who sign fill in, taken out of the words of a file: place, date and signature are no part of the text."""

from collections.abc import Sequence

from avtalesjekk.rendering.document import Block, Document, Field, Signature
from avtalesjekk.rendering.seal import clauses, words_of

_LONGEST = 12  # words that a place or a date may take


def without_fields(document: Document, words: Sequence[str]) -> tuple[str, ...]:
    """The words of a file without the labels and values of the fields, found where the document has them.

    What stands in another place, or is longer than such a value, is left, and so told of as a difference.
    """
    left: list[str] = []
    at = 0
    for i, block in enumerate(document.blocks):
        if not isinstance(block, Signature):
            continue
        before, after = _words(document, document.blocks[:i]), _words(document, document.blocks[i + 1 :])
        who = words_of(f"{block.body} {', '.join(filter(None, (block.name, block.title)))}")
        start = _find(words, who or before[-_TELLING:], at)
        if start is None:
            continue
        end = start + len(who or before[-_TELLING:])
        left += words[at:end]
        at = _after(words, end, block.fields, after[:_TELLING])
    return (*left, *words[at:])


_TELLING = 3  # so many words tell where one is in a text


def _words(document: Document, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    part = Document(document.language, "", "", blocks)
    return tuple(word for clause in clauses(part) for word in clause.words)


def _after(words: Sequence[str], at: int, fields: Sequence[Field], following: tuple[str, ...]) -> int:
    """Where the fields end that begin at a place."""
    labels = [words_of(f"{field.label}:") for field in fields]
    for i, label in enumerate(labels):
        if tuple(words[at : at + len(label)]) != label:
            continue
        at += len(label)
        stops = [stop for stop in (*labels[i + 1 :], following) if stop]
        end = next(
            (
                place
                for place in range(at, min(at + _LONGEST, len(words)) + 1)
                if any(tuple(words[place : place + len(stop)]) == stop for stop in stops)
                or (place == len(words) and not following)
            ),
            at,
        )
        at = end
    return at


def _find(words: Sequence[str], wanted: tuple[str, ...], at: int) -> int | None:
    if not wanted:
        return None
    for place in range(at, len(words) - len(wanted) + 1):
        if words[place] == wanted[0] and tuple(words[place : place + len(wanted)]) == wanted:
            return place
    return None
