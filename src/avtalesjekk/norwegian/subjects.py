"""Who or what a clause is about."""

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clause import Clause
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.verbs import Verbs


class Subjects:
    """The subjects of the clauses of a sentence; `of` says which clause each word belongs to."""

    def __init__(self, verbs: Verbs, of: list[Clause]) -> None:
        self.texts = verbs.texts
        self._verbs = verbs
        self._of = of

    def subject(self, clause: Clause) -> tuple[int, int]:
        """The words of the subject, from one index to before another; an empty range where none is found."""
        front = self._front(clause)
        if len(front) > 1 and self.texts[front[0]] in ("også", "òg", "bare", "berre"):
            front = front[1:]
        if clause.opener in ("som", "der") and (
            clause.finite is None or not [i for i in front if self.texts[i] not in lex.ADVERBS]
        ):
            return self._antecedent(clause)
        if (
            front
            and not self._is_adverbial(front[0])
            and self.texts[front[0]] not in lex.NOT
            and not self._inverted(front, clause)
        ):
            return self._phrase(front[0], clause)
        if clause.finite is None:
            return (0, 0)
        if self._inverted(front, clause):
            return (clause.finite + 1, clause.finite + 2)
        if not front and clause.beside is not None and self.texts[clause.opens_at] in lex.AND:
            return self.subject(clause.beside)
        start = clause.finite + 1
        while start < len(self.texts) and (
            self.texts[start] in lex.ADVERBS or self.texts[start] in ("seg", "nå", "no")
        ):
            start += 1
        return self._phrase(start, clause)

    def _inverted(self, front: tuple[int, ...], clause: Clause) -> bool:
        """Whether the subject is a pronoun after the verb: «Formelt hører den hjemme i …»."""
        after = (clause.finite or 0) + 1
        if len(front) != 1 or clause.finite is None or after >= len(self.texts):
            return False
        return self.texts[after] in (
            "den",
            "ho",
            "han",
            "vi",
            "partene",
            "partane",
            "de",
            "dei",
        ) and not _DEFINITE.fits(self.texts[front[0]])

    def _front(self, clause: Clause) -> tuple[int, ...]:
        """What stands before the finite verb, without the conjunction that opens the clause."""
        stop = clause.finite if clause.finite is not None else len(self.texts)
        skip = {
            clause.opener,
            "" if not clause.opener or self._is_bare(clause) else self.texts[clause.opens_at],
            "og",
            "eller",
            "men",
            "samt",
            "med",
            "mindre",
            ",",
            "-",
            "*",
            "#",
            "|",
            "«",
            "(",
        }
        return tuple(i for i in clause.words if i < stop and not (i <= clause.opens_at + 1 and self.texts[i] in skip))

    def _is_bare(self, clause: Clause) -> bool:
        """Whether the clause has no conjunction: its first word is its subject, «den dagen avtalen utløper»."""
        return clause.opener == "når" and self.texts[clause.opens_at] not in lex.WHEN

    def _antecedent(self, clause: Clause) -> tuple[int, int]:
        """The words that «som» stands for: the phrase right before it."""
        end = clause.opens_at
        if end and self.texts[end - 1] == ",":
            end -= 1
        start = end
        while (
            start > 0
            and self.texts[start - 1] not in ",.;:()"
            and end - start < 6
            and not self._verbs.is_finite(start - 1)
        ):
            start -= 1
        return (start, end)

    def _is_adverbial(self, i: int) -> bool:
        text = self.texts[i]
        following = self.texts[i + 1] if i + 1 < len(self.texts) else ""
        return (
            text in lex.PREPOSITIONS
            or text in ("før", "som", "rekna", "regnet")
            or (text[0].isdigit() and (following == "." or _MONTH.fits(following)))
            or text in lex.ADVERBS
            or (text == "den" and following[:1].isdigit())
            or (text in ("hvert", "kvart", "hver", "kvar") and i + 1 < len(self.texts) and "år" in self.texts[i + 1])
            or (
                text in ("to", "tre", "en", "ein", "éin", "én")
                and self.texts[i + 1 : i + 2] in (("gang",), ("ganger",), ("gong",), ("gonger",), ("gongar",))
            )
        )

    def _phrase(self, start: int, clause: Clause) -> tuple[int, int]:
        """A noun phrase from a word on: to the next comma, verb or clause."""
        end = start
        if start < len(self.texts) and self.texts[start] in (
            "ho",
            "han",
            "hun",
            "han",
            "den",
            "det",
            "dei",
            "de",
            "vi",
            "dette",
        ):
            following = self.texts[start + 1] if start + 1 < len(self.texts) else ""
            if start and self.texts[start - 1] in lex.BECOMES and _PARTICIPLE.fits(following):
                return (start, start + 1)  # «Blir den sagt opp, …»
            if (
                self.texts[start] == "det"
                and clause.finite == start - 1
                and self.texts[start - 1].endswith(("s", "ast"))
            ):
                return (start, start + 1)
            if (
                self.texts[start] not in ("den", "det", "dei", "de", "dette")
                or not following.isalpha()
                or (
                    following in lex.PREPOSITIONS
                    or lex.is_finite(following)
                    or following in lex.ADVERBS
                    or following in lex.WHICH
                    or following in lex.DETERMINERS
                )
            ):
                return (start, start + 1)
        while end < len(self.texts):
            text = self.texts[end]
            if (
                text in ",.;:()"
                or text == "å"
                or text in _PARTICLES
                or (end == clause.finite)
                or self._verbs.is_finite(end)
                or text in lex.NOT
            ):
                break
            if self._of[end] is not clause and end > start:
                break
            end += 1
        return (start, end)


_DEFINITE = Forms(r"\w+(?:en|et|a|ene|ane)|ks|staten|vi|det|den|dette")
_PARTICIPLE = Forms(r"sagt|sagd|[a-zæøå]{3,}(?:ert|tatt|teken|lagt|lagd|nyet|lenget|lenga|lengd)")
_MONTH = Forms(r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember")
_PARTICLES = frozenset(("bort", "opp", "ned", "hjemme", "heime", "videre", "vidare"))  # they belong to the verb
