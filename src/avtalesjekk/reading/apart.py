"""What a sentence says is no part of the agreement."""

from functools import lru_cache

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern


@lru_cache(maxsize=1)  # asked of one word after the other in a sentence
def is_set_apart(sentence: Sentence) -> bool:
    """Whether a sentence, or the one after it, says that it is no part of the agreement."""
    after = sentence.after
    return _APART.search(" ".join(sentence.texts)) is not None or (
        after is not None
        and not after.is_heading
        and _APART.search(" ".join(after.texts)) is not None
        and _goes_on_about(sentence, after)
    )


def _goes_on_about(sentence: Sentence, after: Sentence) -> bool:
    """Whether a sentence begins with something that the one before has named: «Arbeidsgruppen … Arbeidet …»."""
    first = after.texts[0] if after.texts else ""
    alone = first in lex.PRONOUNS and lex.is_finite(after.texts[1] if len(after.texts) > 1 else "")
    return alone or (
        first not in lex.PRONOUNS
        and any(word[:_STEM] == first[:_STEM] for word in sentence.texts if len(word) >= _STEM)
    )


_APART = pattern(
    r"\bikk?j?e (?:\w+ ){0,2}(?:del|omfatt\w+|berørt|rørt|regulert) (?:av|i) (?:denne )?(?:samarbeids)?avtal"
    r"|\b(?:inngår|går inn|hører|høyrer|berøres|vert rørt|reguleres|regulerast) ikk?j?e (?:inn )?(?:i|"
    r"under|av) (?:denne )?avtal"
    r"|\b(?:utenfor|utanfor|uavhengig av) (?:denne )?(?:samarbeids)?avtal(?:en|a)\b"
)
_STEM = 5
