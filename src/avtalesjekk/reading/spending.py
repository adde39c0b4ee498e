"""Money that is promised in words outside the section for it."""

from bisect import bisect_right
from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clause import Clause
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
        amounts = find_amounts(sentence.text, sentence.start, sentence.end)
        ends = [word.end for word in sentence.words] if amounts else []
        paying: dict[int, bool] = {}
        for amount in amounts:
            index = bisect_right(ends, amount.start)
            clause = sentence.clauses.of(index)
            if id(clause) not in paying:
                paying[id(clause)] = _is_to_pay(sentence, clause)
            if paying[id(clause)] and sentence.clauses.plain_status(index) is Status.SAID:
                yield Said(text.text[amount.start : amount.end].strip(), text.path, (amount.start, amount.end))


def _is_to_pay(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says of somebody that they shall do something, or that they pay."""
    clauses = sentence.clauses
    return clauses.modal(clause) in (*lex.SHALL, "vil") or PAYS.fits_any(clauses.texts_of(clause))


_AMOUNT_STEMS = ("kr", "mill", "milliard", "mrd")
