"""What those who sign fill in, taken out of the words of a file: place, date and signature are no part of the text."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice

from avtalesjekk.rendering.document import Block, Document, Field, Signature
from avtalesjekk.rendering.seal import clauses, words_of

_LONGEST = 12  # words that a place or a date may take


def without_fields(document: Document, words: Sequence[str]) -> tuple[str, ...]:
    """The words of a file without the labels and values of the fields, found where the document has them.

    What stands in another place, or is longer than such a value, is left, and so told of as a difference.
    """
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    said = [_words(document, block) for block in document.blocks]
    left: list[str] = []
    at = 0
    before: tuple[str, ...] = ()
    for i, block in enumerate(document.blocks):
        before = (*before, *said[i])[-_TELLING:]
        if not isinstance(block, Signature):
            continue
        who = said[i] or before
        start = _find(words, places, who, at)
        if start is not None:
            end = start + len(who)
            left += words[at:end]
            at = _after(words, end, block.fields, _following(document.blocks, said, i + 1))
        if block.fields:  # they stand between what is before them and what comes after
            before = ()
    return (*left, *words[at:])


_TELLING = 3  # so many words tell where one is in a text


def _words(document: Document, block: Block) -> tuple[str, ...]:
    part = Document(document.language, "", "", (block,))
    return tuple(word for clause in clauses(part) for word in clause.words)


def _following(blocks: Sequence[Block], said: Sequence[tuple[str, ...]], at: int) -> tuple[str, ...]:
    """The first words from a block on, as far as the next fields; the first label of these where there are none."""
    words: tuple[str, ...] = ()
    for i in range(at, len(blocks)):
        block = blocks[i]
        words = (*words, *said[i])
        if isinstance(block, Signature) and block.fields:
            words = words or words_of(f"{block.fields[0].label}:")
            break
        if len(words) >= _TELLING:
            break
    return words[:_TELLING]


def _after(words: Sequence[str], at: int, fields: Sequence[Field], following: tuple[str, ...]) -> int:
    """Where the fields end that begin at a place."""
    labels = [words_of(f"{field.label}:") for field in fields]
    for i, label in enumerate(labels):
        if tuple(words[at : at + len(label)]) != label:
            continue
        at += len(label)
        stops = [stop for stop in (*labels[i + 1 :], following) if stop]
        own = words_of(fields[i].value)  # may be longer, or hold what looks like a label
        own_end = at + len(own) if tuple(words[at : at + len(own)]) == own else at
        at = next(
            (
                place
                for place in (own_end, *range(at, min(at + _LONGEST, len(words)) + 1))
                if any(tuple(words[place : place + len(stop)]) == stop for stop in stops)
                or (place == len(words) and not following)
            ),
            at,
        )
    return at


def _find(words: Sequence[str], places: Mapping[str, Sequence[int]], wanted: tuple[str, ...], at: int) -> int | None:
    if not wanted:
        return at
    first = places.get(wanted[0], ())
    for place in islice(first, bisect_left(first, at), None):
        if tuple(words[place : place + len(wanted)]) == wanted:
            return place
    return None
