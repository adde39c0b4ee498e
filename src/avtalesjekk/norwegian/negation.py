"""What a negation reaches."""

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clause import Clause
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.verbs import Verbs
from avtalesjekk.once import once


class Negation:
    """The negations of a sentence; `of` says which clause each word belongs to."""

    def __init__(self, verbs: Verbs, of: list[Clause]) -> None:
        self.texts = verbs.texts
        self._verbs = verbs
        self._of = of

    def denied(self, index: int) -> bool:
        """Whether a negation reaches a word.

        «ikke» after the finite verb reaches the whole clause, unless it is set against something («ikke bare»,
        «ikke hvert år, men»); elsewhere it reaches the words up to the next comma or verb, as «uten» and «ingen» do.
        """
        clause = self._of[index]
        if clause.opener == "at" and clause.opens_at and self.texts[clause.opens_at - 1] in lex.WITHOUT:
            return True
        return any(self._reaches(i, index, clause) for i in self._negations if self._of[i] is clause) or (
            clause.beside is not None
            and clause.finite is None
            and self.texts[clause.opens_at] in ("og", "eller", "samt")
            and self.denied(clause.beside.words[-1] if clause.beside.words else clause.beside.opens_at)
        )

    def not_before(self, index: int) -> bool:
        """Whether what is denied is only denied before a time: «trer ikke i kraft før 1. mai»."""
        clause = self._of[index]
        return any(
            self.texts[i] in lex.NOT and self._of[i] is clause and "før" in self.texts[i + 1 : i + 10]
            for i in self._negations
        )

    @once
    def _negations(self) -> tuple[int, ...]:
        return tuple(i for i, word in enumerate(self.texts) if word in _NEGATING or self._avoids(i))

    def _avoids(self, i: int) -> bool:
        """Whether a word says by its own meaning that something is not done: «unngå», «la være»."""
        word = self.texts[i]
        if word in ("være", "vere", "vera"):
            return i > 0 and self.texts[i - 1] in ("la", "lar", "lat", "late", "let", "latt", "late")
        return word[0] in "uafå" and _AVOIDING.fits(word)

    def _reaches(self, negation: int, index: int, clause: Clause) -> bool:
        word = self.texts[negation]
        following = self.texts[negation + 1] if negation + 1 < len(self.texts) else ""
        if word in lex.NOT:
            if following in lex.ONLY or self._set_against(negation):
                return False
            if following in _NOT_BEFORE or self.texts[negation + 2 : negation + 3] in (("lenger",), ("lengre",)):
                return False  # «ikke før 1. mai», «ikke lenger enn til 2026», «ikke bare»
            if following.startswith(("uopp", "u")) and _UNDONE.fits(following):
                return False
            if clause.finite is None:
                return True
            if negation > clause.finite or clause.opener:
                return self._same_breath(negation, index)
            return negation < index
        if word in lex.NO:
            if clause.finite is not None and negation < clause.finite:
                return True
            return self._same_breath(negation, index) or index < negation
        if self._avoids(negation):
            return negation < index
        if following in _NO_DELAY:
            return False
        return negation < index and not any(
            text == ";"
            or (text == "," and not self._is_listed(i, index))
            or (self._verbs.is_finite(i) and self._of[i] is clause)
            for i, text in enumerate(self.texts[negation + 1 : index], negation + 1)
        )

    def _is_listed(self, comma: int, index: int) -> bool:
        """Whether a comma only parts the members of a list: «uten lovkrav, tilskudd eller normer»."""
        return any(text in ("eller", "og") for text in self.texts[comma + 1 : max(index, comma) + 6]) and not any(
            self._verbs.is_finite(i) or self.texts[i] in lex.PREPOSITIONS for i in range(comma + 1, index + 1)
        )

    def _same_breath(self, negation: int, index: int) -> bool:
        """Whether no new infinitive or contrast stands between: «skal ikke evalueres, men …»."""
        low, high = sorted((negation, index))
        return not any(text in ("men", ";") for text in self.texts[low:high])

    def _set_against(self, negation: int) -> bool:
        """Whether «ikke …, men …» sets two things against each other under one and the same verb."""
        for i in range(negation + 1, len(self.texts)):
            if self.texts[i] == "men":
                after = self._of[i]
                return (
                    after.finite is None
                    and not any(_INFINITIVE_S.fits(self.texts[j]) for j in after.words)
                    and (self._middle_is_short(negation, i))
                )
            if self.texts[i] in ".;":
                return False
        return False

    def _middle_is_short(self, negation: int, but: int) -> bool:
        """Whether no verb stands between «ikke» and «men», so that the verb before «ikke» is the one of both."""
        return not any(
            _INFINITIVE_S.fits(self.texts[i]) or _PARTICIPLE.fits(self.texts[i]) for i in range(negation + 1, but)
        )


_NEGATING = lex.NOT | lex.NO | lex.WITHOUT
_NOT_BEFORE = frozenset(("lenger", "lengre", "lengur", "utover"))
_UNDONE = Forms(r"uoppsig\w*|uoppsei\w*")
_INFINITIVE_S = Forms(r"[a-zæøå]{3,}(?:eres|erast|(?<!en)(?<!an)(?<!ar)(?<!er)es|ast)")
_PARTICIPLE = Forms(
    r"(?!hvert$|kvart$)(?:[a-zæøå]{3,}(?:ert|et|a|dd|lt|nt|gt|kt|tt|rt|vt|blitt|vore|vært|vorte|gjort)|"
    r"blitt|vært|vore|vorte|gjort)"
)
_AVOIDING = Forms(
    r"unngå\w*|avstå\w*|avstår|unntatt|unnateke\w*|unntak|frafall\w*|fråfall\w*|fritatt|fritekne?|utelukk\w*|avskåret"
)
_NO_DELAY = frozenset(
    ("opphold", "opphald", "unntak", "videre", "vidare", "ugrunnet", "ugrunna", "tvil")
)  # «uten opphold»
