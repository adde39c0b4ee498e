"""Whether words stand in what the parties agree to do, and not in what they tell of or have looked into."""

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.prose import Mention
from avtalesjekk.reading.said import Text


def tells(text: Text) -> bool:
    """Whether a text tells of the background or the aims of the agreement."""
    return not _TELLING.isdisjoint(text.path)


def binds(mention: Mention) -> bool:
    """Whether the word stands in what the parties agree to do."""
    if tells(mention.text) or mention.text.section in ("evaluering", "grunnlag"):
        return False
    return mention.status is Status.SAID


def window(mention: Mention, before: int, after: int) -> tuple[str, ...]:
    """So many words before a word, and so many after it."""
    texts, index = mention.texts, mention.index
    return texts[max(0, index - before) : index] + texts[index + 1 : index + 1 + after]


def clause_words(mention: Mention) -> tuple[str, ...]:
    """The words of a word's clause."""
    return mention.clauses.texts_of(mention.clauses.of(mention.index))


_TELLING = frozenset(("bakgrunn", "vedlegg", "mål"))
EXPLORES = pattern(
    r"\b(?:grei(?:e|a|er|ar|dd|ast|es) (?:\w+ ){0,3}ut|utred\w*|utgrei\w*|kartlegg\w*|beregn\w*|berekn\w*|"
    r"drøft\w*|belys\w*|"
    r"vurder(?:e|er|es|ast|ar|a))\b"
)
