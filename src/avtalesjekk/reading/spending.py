"""Money that is promised in words outside the section for it."""

from bisect import bisect_right
from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.quantities import find_amounts
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.reading.payments import PAYS, TELLING
from avtalesjekk.reading.prose import Prose
from avtalesjekk.reading.said import Said


def promised_elsewhere(prose: Prose) -> Iterator[Said[str]]:
    """Where money is promised outside økonomi, by the state, KS or both: an amount that somebody shall pay or use."""
    for text, sentence in prose.sentences(_AMOUNT_STEMS):
        if text.section in (*TELLING, "økonomi") or text.path[-1] in TELLING or "mål" in text.path:
            continue
        ends = [word.end for word in sentence.words]
        for amount in find_amounts(sentence.text, sentence.start, sentence.end):
            index = bisect_right(ends, amount.start)
            if _is_to_be_paid(sentence, index):
                yield Said(text.text[amount.start : amount.end].strip(), text.path, (amount.start, amount.end))


def _is_to_be_paid(sentence: Sentence, index: int) -> bool:
    clauses = sentence.clauses
    clause = clauses.of(index)
    if clauses.plain_status(index) is not Status.SAID:
        return False
    return clauses.modal(clause) in (*lex.SHALL, "vil") or PAYS.fits_any(clauses.texts[i] for i in clause.words)


_AMOUNT_STEMS = ("kr", "mill", "milliard", "mrd")
