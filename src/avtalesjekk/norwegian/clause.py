"""A clause of a sentence: its words, its verb, and what it hangs on."""


class Clause:
    """The words of a clause, as indices in the sentence.

    `opener` is the word that makes it subordinate («som», «dersom», «at»), empty in a main clause; `above` is the
    clause it hangs on, and `beside` the one before it that it is coordinated with.
    """

    __slots__ = ("above", "beside", "finite", "opener", "opens_at", "words")

    def __init__(self, opener: str, opens_at: int, above: "Clause | None", beside: "Clause | None" = None) -> None:
        self.opener = opener
        self.opens_at = opens_at
        self.above = above
        self.beside = beside
        self.words: list[int] = []
        self.finite: int | None = None


def above_all(clause: Clause) -> list[Clause]:
    """The clauses that a clause hangs on, the nearest first."""
    found = []
    above = clause.above
    while above is not None:
        found.append(above)
        above = above.above
    return found
