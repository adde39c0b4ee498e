"""A sentence as clauses."""

from functools import lru_cache

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clause import Clause, above_all
from avtalesjekk.norwegian.openers import Openers, may_open
from avtalesjekk.norwegian.verbs import Verbs


class Splitting:
    """The clauses of a sentence in `all`, and in `of` the one that each word belongs to."""

    def __init__(self, texts: tuple[str, ...], own: int) -> None:
        self.texts = texts
        self.verbs = self._verbs = Verbs(texts, own)
        self._own = own
        self.all: list[Clause] = []
        self.of: list[Clause] = []
        self._openers = Openers(self.verbs, self.of)
        self._split()

    def _split(self) -> None:
        current = self._new("", 0, None)
        stack: list[Clause] = []
        texts = self.texts
        for i, word in enumerate(texts):
            if i == self._own and i and self._stands_alone():
                current = self._new("", i, None)
                stack.clear()
            if i != self._own and is_inert(word) and i and texts[i - 1] != ",":
                current.words.append(i)
                self.of.append(current)
                continue
            if word in ";:" or (word in "–—" and not self._between_figures(i)):
                self.of.append(current)
                current = self._new("", i + 1, None, current)
                stack.clear()
                continue
            if word == "(":
                stack.append(current)
                current = self._new("(", i, current)
            elif word == ")" and current.opener == "(" and stack:
                self.of.append(current)
                current = stack.pop()
                continue
            elif self._openers.opens(i):
                current = self._new(self._openers.opener(i), i, current)
            elif word in lex.AND:
                current = self._coordinated(i, current)
            elif self._verbs.is_finite(i):
                current = self._take_finite(i, current)
            elif (
                i and texts[i - 1] == "," and current.above is not None and word.endswith(("e", "a")) and word.isalpha()
            ):
                current = self._awaits_infinitive(current) or current
            current.words.append(i)
            self.of.append(current)

    def _stands_alone(self) -> bool:
        """Whether an item of a list is a sentence of its own, not the end of the one that leads in to it."""
        own = self._own
        finite = next((j for j in range(own, len(self.texts)) if self._verbs.is_finite(j)), None)
        if finite is None or _OPENS_ALWAYS & set(self.texts[own:finite]):
            return False
        modal = any(text in lex.MODALS for text in self.texts[max(0, own - 8) : own])
        return not (
            modal and (finite == own or self.texts[own].endswith(("e", "a"))) and self.texts[finite] not in lex.MODALS
        )

    def _awaits_infinitive(self, current: Clause) -> Clause | None:
        """The clause above whose modal has not got its verb yet: «Staten skal, innenfor …, finansiere»."""
        for above in above_all(current):
            if above.finite is not None and self.texts[above.finite] in lex.MODALS:
                last = above.words[-1] if above.words else -1
                return above if last - above.finite <= 2 or self.texts[above.finite + 1] == "," else None
        return None

    def _new(self, opener: str, at: int, above: Clause | None, beside: Clause | None = None) -> Clause:
        clause = Clause(opener, at, above, beside)
        self.all.append(clause)
        return clause

    def _between_figures(self, i: int) -> bool:
        return 0 < i < len(self.texts) - 1 and self.texts[i - 1][-1].isdigit() and self.texts[i + 1][0].isdigit()

    def _take_finite(self, i: int, current: Clause) -> Clause:
        """The clause that a finite verb belongs to: this one, or one above that still lacks its own."""
        if current.finite is None:
            if current.opener in ("som", "der") or not current.above or current.words:
                current.finite = i
                return current
        elif self._after_modal(i, current):
            return current
        elif current.above is not None:
            open_above = [above for above in above_all(current) if above.finite is None]
            if open_above:  # after a comma the outermost goes on, else the nearest
                above = open_above[-1 if i and self.texts[i - 1] == "," else 0]
                above.finite = i
                return above
            if i and self.texts[i - 1] == ",":
                new = self._new("", i, None)
                new.finite = i
                root = above_all(current)[-1]
                if root.finite == 0 and root.above is None:  # «Kommer partene til at …, skal …»
                    root.opener, root.above = "dersom", new
                return new
        elif current.finite == 0 and i and self.texts[i - 1] in (",", "så"):  # «Blir avtalen fornyet, skal …»
            new = self._new("", i, None)
            new.finite = i
            current.opener, current.above = "dersom", new
            return new
        return current

    def _after_modal(self, i: int, current: Clause) -> bool:
        """Whether what looks finite is the infinitive of a modal: «skal evalueres»."""
        return (
            current.finite is not None
            and self.texts[current.finite] in lex.MODALS
            and (self.texts[i] not in lex.MODALS or (self.texts[i] in _MODAL_INFINITIVES and i - current.finite <= 2))
            and not (self.texts[i].endswith("r") or self.texts[i] in lex.WAS or self.texts[i] in lex.PRETERITES)
            and (current.opener != "som" or self.texts[i].endswith(("es", "ast", "s")))
        )

    def _coordinated(self, i: int, current: Clause) -> Clause:
        """The clause that begins with «og», «eller» or «men», where one does."""
        if self.texts[i] == "men":
            return self._new(current.opener, i, current.above, current)
        if current.finite is None:
            return current
        level: Clause = current
        for j in range(i + 1, min(len(self.texts), i + 9)):
            text = self.texts[j]
            if text in ",;:.()å" or (text in lex.AND and j > i + 1) or self._openers.opens(j):
                break
            if self._verbs.is_finite(j) and not (self._after_modal(j, current) and j == i + 1):
                if self._after_modal(j, current) and self.texts[j].endswith(("es", "ast")):
                    break
                after_comma = i > 0 and self.texts[i - 1] == ","
                if current.opener and j == i + 1 and self._same_level(j, current) and not after_comma:
                    return self._new(current.opener, i, current.above, current)
                if j > i + 1 or after_comma:
                    while level.above is not None and level.opener not in lex.THAT:
                        level = level.above
                return self._new(level.opener, i, level.above, level)
        return current

    def _same_level(self, j: int, current: Clause) -> bool:
        """Whether a verb after «og» goes on with a subordinate clause: no modal where that one has none."""
        return current.finite is not None and (
            (self.texts[j] in lex.MODALS) == (self.texts[current.finite] in lex.MODALS)
        )


_MODAL_INFINITIVES = frozenset(("kunne", "måtte", "ville", "skulle", "burde"))  # «skal kunne sies opp»
_OPENS_ALWAYS = frozenset(("som", "at", "dersom", "hvis", "viss", "når"))


@lru_cache(maxsize=16_384)
def is_inert(word: str) -> bool:
    """Whether a word neither opens nor parts clauses, nor can be a verb, unless a comma or a list stands before it."""
    return not (
        word.endswith(("r", "te", "de"))
        or not word[0].isalnum()
        or word in lex.AND
        or may_open(word)
        or lex.is_finite(word)
    )
