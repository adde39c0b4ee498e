"""The clauses of a sentence: which verb, which subject, and whether what they say is said, denied, possible or past."""

import re
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from avtalesjekk.norwegian import lexicon as lex

if TYPE_CHECKING:
    from avtalesjekk.norwegian.sentences import Sentence, Word


class Status(Enum):
    """How a clause says what it says."""

    SAID = "said"
    DENIED = "denied"
    POSSIBLE = "possible"
    WISHED = "wished"
    PAST = "past"
    CONDITIONAL = "conditional"


class Clause:
    """The words of a clause, as indices in the sentence.

    `opener` is the word that makes it subordinate («som», «dersom», «at»), empty in a main clause; `above` is the clause
    it hangs on, and `beside` the one before it that it is coordinated with.
    """

    __slots__ = ("above", "beside", "finite", "opener", "opens_at", "words")

    def __init__(self, opener: str, opens_at: int, above: "Clause | None", beside: "Clause | None" = None) -> None:
        self.opener = opener
        self.opens_at = opens_at
        self.above = above
        self.beside = beside
        self.words: list[int] = []
        self.finite: int | None = None


def _above(clause: Clause) -> list[Clause]:
    """The clauses that a clause hangs on, the nearest first."""
    found = []
    above = clause.above
    while above is not None:
        found.append(above)
        above = above.above
    return found


class Clauses:
    """The clauses of one sentence, and what can be asked about a word in them."""

    def __init__(self, sentence: "Sentence") -> None:
        self.sentence = sentence
        self.words: tuple[Word, ...] = sentence.words
        self.texts: tuple[str, ...] = tuple(word.text for word in self.words)
        self.all: list[Clause] = []
        self._of: list[Clause] = []
        self._split()

    def of(self, index: int) -> Clause:
        """The clause that a word belongs to."""
        return self._of[index]

    # Splitting

    def _split(self) -> None:
        current = self._new("", 0, None)
        stack: list[Clause] = []
        texts = self.texts
        for i, word in enumerate(texts):
            if i == self.sentence.own and i and self._stands_alone():
                current = self._new("", i, None)
                stack.clear()
            if word in ";:" or (word in "–—" and not self._between_figures(i)):
                self._of.append(current)
                current = self._new("", i + 1, None, current)
                stack.clear()
                continue
            if word == "(":
                stack.append(current)
                current = self._new("(", i, current)
            elif word == ")" and current.opener == "(" and stack:
                self._of.append(current)
                current = stack.pop()
                continue
            elif self._opens(i) or self._bare_relative(i):
                current = self._new(self._opener(i), i, current)
            elif word in lex.AND:
                current = self._coordinated(i, current)
            elif self._is_finite(i):
                current = self._take_finite(i, current)
            elif (
                i and texts[i - 1] == "," and current.above is not None and word.endswith(("e", "a")) and word.isalpha()
            ):
                current = self._awaits_infinitive(current) or current
            current.words.append(i)
            self._of.append(current)

    def _stands_alone(self) -> bool:
        """Whether an item of a list is a sentence of its own, not the end of the one that leads in to it."""
        own = self.sentence.own
        finite = next((j for j in range(own, len(self.texts)) if self._is_finite(j)), None)
        if finite is None or _OPENS_ALWAYS & set(self.texts[own:finite]):
            return False
        modal = any(text in lex.MODALS for text in self.texts[max(0, own - 8) : own])
        return not (
            modal and (finite == own or self.texts[own].endswith(("e", "a"))) and self.texts[finite] not in lex.MODALS
        )

    def _awaits_infinitive(self, current: Clause) -> Clause | None:
        """The clause above whose modal has not got its verb yet: «Staten skal, innenfor …, finansiere»."""
        for above in _above(current):
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

    def _is_finite(self, i: int) -> bool:
        word = self.texts[i]
        before = self.texts[i - 1] if i else ""
        if word in ("plikter", "pliktar"):
            following = self.texts[i + 1] if i + 1 < len(self.texts) else ""
            return (
                before in _SUBJECTS
                or _BODIES.fullmatch(before) is not None
                or following in ("å", "seg", *_ACTORS)
                or (before in ("", ",") or _BODIES.fullmatch(following) is not None)
            )
        if not lex.is_finite(word):
            if word in lex.PREPOSITIONS or word in lex.ADVERBS or word in lex.AND or word in lex.DETERMINERS:
                return False
            return (
                self._begins(i)
                or ((before in _SUBJECTS or _BODIES.fullmatch(before)) and _PRESENT.fullmatch(word) is not None)
                or (before in _ACTORS and _PAST.fullmatch(word) is not None)
                or self._resumes(i)
            )
        if before in ("å", "en", "et", "ei", "eit", "ein") or (
            word == "vil" and self.texts[i + 1 : i + 2] in (("si",), ("seie",))
        ):
            return False
        return not (word in lex.SHALL and word.startswith("forplikt") and i and self.texts[i - 1] in lex.MODALS)

    @cached_property
    def _finite_first(self) -> bool:
        own = self.sentence.own
        return own < len(self.texts) and self._is_finite(own)

    def _begins(self, i: int) -> bool:
        """Whether an unknown word that begins the sentence must be a verb: «Fører ikke dette fram, …»."""
        if i != self.sentence.own or i + 1 >= len(self.texts) or not self.texts[i].endswith(("er", "ar", "r")):
            return False
        following = self.texts[i + 1]
        return (
            following in lex.NOT
            or following in _ACTORS
            or following in ("det", "den", "dette", "ho", "begge", "ein", "en")
        )

    def _resumes(self, i: int) -> bool:
        """Whether an unknown word must be the main verb: after the comma of a clause that opened the sentence."""
        if (
            not i
            or self.texts[i - 1] != ","
            or i + 1 >= len(self.texts)
            or not (self.texts[0] in _OPENERS or self._finite_first)
        ):
            return False
        following = self.texts[i + 1]
        return (
            self.texts[i].isalpha()
            and self.texts[i] not in _NEVER_VERBS
            and (following in lex.NOT or following in lex.PRONOUNS or following in _SUBJECTS)
        )

    def _take_finite(self, i: int, current: Clause) -> Clause:
        """The clause that a finite verb belongs to: this one, or one above that still lacks its own."""
        if current.finite is None:
            if current.opener in ("som", "der") or not current.above or current.words:
                current.finite = i
                return current
        elif self._after_modal(i, current):
            return current
        elif current.above is not None:
            open_above = [above for above in _above(current) if above.finite is None]
            if open_above:  # after a comma the outermost goes on, else the nearest
                above = open_above[-1 if i and self.texts[i - 1] == "," else 0]
                above.finite = i
                return above
            if i and self.texts[i - 1] == ",":
                new = self._new("", i, None)
                new.finite = i
                root = _above(current)[-1]
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
            and self.texts[i] not in lex.MODALS
            and not (self.texts[i].endswith("r") or self.texts[i] in lex.WAS or self.texts[i] in lex.PRETERITES)
            and (current.opener != "som" or self.texts[i].endswith(("es", "ast", "s")))
        )

    def _opens(self, i: int) -> bool:
        word, texts = self.texts[i], self.texts
        before = texts[i - 1] if i else ""
        if word in lex.IF or word in lex.THAT or word in lex.UNLESS:
            return word != "forutsatt" or self._finite_ahead(i + 1, 8)
        if word == "mindre":
            return before == "med"
        if word in ("framt", "fremt", "sant", "lenge"):
            return before == "så"
        if word == "som":
            return self._finite_ahead(i + 1, 7) and not self._is_as(i) and before not in ("slik", "så", "same", "samme")
        if word == "der":
            if before in (",", "", "tilfeller", "tilfelle"):
                return self._finite_ahead(i + 1, 7)
            return before.isalpha() and not lex.is_finite(before) and self._clause_ahead(i + 1, 4)
        if word in ("hvordan", "korleis", "hvorvidt", "korvidt", "hva", "kva", "hvem", "kven"):
            return True
        if word in ("noe", "noko"):
            return before == "," and self._finite_ahead(i + 1, 5)
        if word == "om":
            return self._om_opens(i)
        if word in lex.WHEN:
            if word in ("etter", "med") or self.texts[i + 1 : i + 2] == ("å",):
                return False  # «etter at» opens with «at», «med mindre» with «mindre»
            if word in ("til", "før", "innen", "inntil", "siden", "sidan"):
                here = self._of[-1] if self._of else None
                return (
                    self.texts[i + 1 : i + 2] != ("at",)
                    and (here.finite is not None if here is not None else word != "til")
                    and (word != "til" or self._begins_subject(i + 1))
                    and self._clause_ahead(i + 1)
                )
            if word in ("så", "da", "då"):
                return word != "så" and before in (",", "") and self._clause_ahead(i + 1)
            return self._finite_ahead(i + 1, 8)
        return False

    def _begins_subject(self, i: int) -> bool:
        word = self.texts[i] if i < len(self.texts) else ""
        return (
            word in _ACTORS
            or word in lex.PRONOUNS
            or word in ("en", "ein", "én", "éin", "begge", "avtalen", "avtala", "stortinget")
        )

    def _is_as(self, i: int) -> bool:
        """Whether «som» is «as»: «gis som øremerkede midler og kan …»."""
        for j in range(i + 1, min(len(self.texts) - 1, i + 6)):
            if self._is_finite(j):
                return False
            if self.texts[j] in lex.AND:
                return j > i + 2 and self._is_finite(j + 1)
        return False

    def _bare_relative(self, i: int) -> bool:
        """Whether a clause hangs on a noun of time with no «som»: «den dagen begge parter har undertegnet»."""
        if not i or _TIME_NOUN.fullmatch(self.texts[i - 1]) is None or self.texts[i] in lex.PREPOSITIONS | lex.AND:
            return False
        if not (
            self.texts[i] in _ACTORS
            or self.texts[i] in lex.PRONOUNS
            or self.texts[i] in ("begge", "denne", "avtalen", "avtala", "alle")
        ):
            return False
        if not self._clause_ahead(i, 6):
            return False
        return self._of[-1].finite is not None or any(
            self.texts[j] == "," and self._is_finite(j + 1) for j in range(i, min(len(self.texts) - 1, i + 14))
        )

    def _om_opens(self, i: int) -> bool:
        before = self.texts[i - 1] if i else ""
        if i + 1 < len(self.texts) and self.texts[i + 1] in lex.NOT:
            return True
        if i + 1 >= len(self.texts) or self.texts[i + 1] in ("å", "at", "lag") or _TAKES_OM.fullmatch(before):
            return False
        if before in (
            "",
            ",",
            "selv",
            "sjølv",
            "også",
            "òg",
            "avhengig",
            "spørsmål",
            "spørsmålet",
            "vurdere",
            "drøfte",
        ):
            return self._clause_ahead(i + 1) or (not before and self._finite_ahead(i + 1, 8))
        asked = any(_ASKED.fullmatch(w) or _WEIGHED_NOW.fullmatch(w) for w in self.texts[max(0, i - 8) : i])
        if asked:
            return self._clause_ahead(i + 1, 12)
        if before.isalpha() and before not in lex.ADVERBS and not self._is_finite(i - 1):
            return False
        return self._clause_ahead(i + 1, 4)

    def _opener(self, i: int) -> str:
        word = self.texts[i]
        if word in ("framt", "fremt", "sant"):
            return "dersom"
        if word == "lenge":
            return "mens"
        if i and self._bare_relative(i):
            return "når"
        if word == "mindre":
            return "med mindre"
        before = self.texts[i - 1] if i else ""
        if word == "om":
            if self.texts[i + 1 : i + 2] and self.texts[i + 1] in lex.NOT:
                return "med mindre"
            if before in ("selv", "sjølv"):
                return "selv om"
            asks = {
                "stilling",
                "vurdert",
                "sjå",
                "undersøke",
                "spørsmål",
                "spørsmålet",
                "vurdere",
                "vurderer",
                "drøfte",
                "drøftar",
                "drøfter",
                "avgjøre",
                "avgjere",
            }
            window = set(self.texts[max(0, i - 4) : i])
            if before in ("på", "av", "til", "etter", "for"):
                return "hvorvidt"
            if any(_WEIGHED_NOW.fullmatch(w) for w in window):
                return "hvorvidt"
            if before in ("og", "samt") and any(_WEIGHED.fullmatch(w) for w in self.texts[max(0, i - 14) : i]):
                return "hvorvidt"
            if not before and any(_ASKED.fullmatch(word) for word in self.texts[i:]):
                return "hvorvidt"
            return "hvorvidt" if window & asks or before in ("avhengig", "uavhengig") else "dersom"
        return word

    def _finite_ahead(self, start: int, reach: int) -> bool:
        for i in range(start, min(len(self.texts), start + reach)):
            if self.texts[i] in ".;:(":
                return False
            if self._is_finite(i):
                return True
        return False

    def _clause_ahead(self, start: int, reach: int = 7) -> bool:
        """Whether a subject and a finite verb follow, with no comma or conjunction of clauses between."""
        for i in range(start, min(len(self.texts), start + reach)):
            text = self.texts[i]
            if text in ",.;:()" or text in _SUBJUNCTIONS:
                return False
            if self._is_finite(i):
                return i > start
        return False

    def _coordinated(self, i: int, current: Clause) -> Clause:
        """The clause that begins with «og», «eller» or «men», where one does."""
        if self.texts[i] == "men":
            return self._new(current.opener, i, current.above, current)
        if current.finite is None:
            return current
        level: Clause = current
        for j in range(i + 1, min(len(self.texts), i + 9)):
            text = self.texts[j]
            if text in ",;:.()å" or (text in lex.AND and j > i + 1) or self._opens(j):
                break
            if self._is_finite(j) and not (self._after_modal(j, current) and j == i + 1):
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

    # What a clause says

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
        ) and not _DEFINITE.fullmatch(self.texts[front[0]])

    def _front(self, clause: Clause) -> tuple[int, ...]:
        """What stands before the finite verb, without the conjunction that opens the clause."""
        stop = clause.finite if clause.finite is not None else len(self.texts)
        skip = {
            clause.opener,
            self.texts[clause.opens_at] if clause.opener else "",
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

    def _antecedent(self, clause: Clause) -> tuple[int, int]:
        """The words that «som» stands for: the phrase right before it."""
        end = clause.opens_at
        if end and self.texts[end - 1] == ",":
            end -= 1
        start = end
        while (
            start > 0 and self.texts[start - 1] not in ",.;:()" and end - start < 6 and not self._is_finite(start - 1)
        ):
            start -= 1
        return (start, end)

    def _is_adverbial(self, i: int) -> bool:
        text = self.texts[i]
        following = self.texts[i + 1] if i + 1 < len(self.texts) else ""
        return (
            text in lex.PREPOSITIONS
            or (text[0].isdigit() and (following == "." or _MONTH.fullmatch(following) is not None))
            or text in lex.ADVERBS
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
            if text in ",.;:()" or text == "å" or (end == clause.finite) or self._is_finite(end) or text in lex.NOT:
                break
            if self._of[end] is not clause and end > start:
                break
            end += 1
        return (start, end)

    def modal(self, clause: Clause) -> str:
        """The modal verb of a clause; the one it is coordinated with lends its own where it has no verb."""
        if clause.finite is not None:
            return self.texts[clause.finite] if self.texts[clause.finite] in lex.MODALS else ""
        return self.modal(clause.beside) if clause.beside is not None else ""

    def status(self, index: int) -> Status:
        """How the clause of a word says it; the word is its verb, or a noun that stands for one."""
        clause = self.of(index)
        if self.denied(index):
            return Status.DENIED
        if self._in_condition(clause):
            return Status.CONDITIONAL
        return self._mood(clause, index)

    def plain_status(self, index: int) -> Status:
        """As `status`, by the verb of the clause alone: words like «drøfte» before it make nothing only possible."""
        clause = self.of(index)
        if self.denied(index):
            return Status.DENIED
        if self._in_condition(clause):
            return Status.CONDITIONAL
        modal = self.modal(clause)
        if modal in lex.MAY:
            return Status.POSSIBLE
        if modal in lex.SHOULD:
            return Status.WISHED
        if clause.finite is not None and not modal and self._is_past(clause, index):
            return Status.PAST
        if clause.opener in lex.THAT and clause.above is not None:
            return self._attitude(clause.above, clause) or Status.SAID
        return Status.SAID

    def _mood(self, clause: Clause, index: int) -> Status:
        modal = self.modal(clause)
        if clause.finite is not None and not modal and self._is_past(clause, index):
            return Status.PAST
        if modal in lex.MAY:
            return Status.POSSIBLE
        if modal in lex.SHOULD:
            return Status.WISHED
        if hedge := self._hedge(clause, index):
            return hedge
        if clause.opener in lex.THAT and clause.above is not None and (above := self._attitude(clause.above, clause)):
            return above
        if modal in ("skulle", "ville"):
            return Status.WISHED if self._in_condition(clause) else Status.PAST
        return Status.SAID

    def not_before(self, index: int) -> bool:
        """Whether what is denied is only denied before a time: «trer ikke i kraft før 1. mai»."""
        clause = self.of(index)
        return any(
            self.texts[i] in lex.NOT and self.of(i) is clause and "før" in self.texts[i + 1 : i + 10]
            for i in self._negations
        )

    def is_conditional(self, index: int) -> bool:
        """Whether the clause of a word holds only if another one does: «Dersom …, skal avtalen evalueres»."""
        clause = self.of(index)
        if any(other.above is clause and other.opener in lex.IF for other in self.all):
            return True
        first = self.sentence.own
        return (  # «Blir partene enige – men ellers ikke – skal …»
            clause.finite is not None
            and first < clause.finite == (clause.words[0] if clause.words else -1)
            and self._of[first].finite == first
            and self._of[first] is not clause
        )

    def _in_condition(self, clause: Clause) -> bool:
        seen: Clause | None = clause
        while seen is not None:
            if seen.opener in lex.IF or seen.opener in ("hvorvidt", "korvidt"):
                return True
            seen = seen.above
        return False

    def _is_past(self, clause: Clause, index: int) -> bool:
        finite = self.texts[clause.finite or 0]
        if finite in lex.WAS or finite in lex.PRETERITES or _PRETERITE.fullmatch(finite):
            return True
        if finite.endswith(("te", "de")) and finite not in lex.MODALS:
            return True
        if finite in ("har", "hadde"):
            following = (
                w for w in self.texts[(clause.finite or 0) + 1 :] if w not in lex.ADVERBS and w not in lex.PRONOUNS
            )
            word = next(following, "")
            return finite == "hadde" or (_PERFECT.fullmatch(word) is not None and word not in _NO_PARTICIPLES)
        if finite == "er":
            return _DONE.fullmatch(self.texts[index]) is not None
        return False

    def _hedge(self, clause: Clause, index: int) -> Status | None:
        """What stands before a word in its clause, and makes it only possible or wished."""
        for i in reversed(clause.words):
            if i >= index:
                continue
            word = self.texts[i]
            if _POSSIBLY.fullmatch(word) and index - i <= _NEAR:
                return Status.POSSIBLE
            if _WISHING.fullmatch(word) and index - i <= _FAR:
                return Status.WISHED
        after = self.texts[index + 1 : index + 4]
        if any(word.startswith(("eventuel", "evt")) for word in after[:2]):
            return Status.POSSIBLE
        return None

    def _attitude(self, above: Clause, clause: Clause) -> Status | None:
        """What the clause above says of an «at»-clause: wished, denied, past."""
        if self.modal(above) in lex.MAY:
            return Status.POSSIBLE
        if self.modal(above) in lex.SHOULD:
            return Status.WISHED
        for i in above.words:
            if i < clause.opens_at:
                word = self.texts[i]
                if _WISHING.fullmatch(word) or _ASKING.fullmatch(word):
                    return Status.WISHED
                if _POSSIBLY.fullmatch(word):
                    return Status.POSSIBLE
                if word in lex.NOT or word in lex.NO:
                    return Status.DENIED
        return None

    # Negation

    def denied(self, index: int) -> bool:
        """Whether a negation reaches a word.

        «ikke» after the finite verb reaches the whole clause, unless it is set against something («ikke bare»,
        «ikke hvert år, men»); elsewhere it reaches the words up to the next comma or verb, as «uten» and «ingen» do.
        """
        clause = self.of(index)
        if clause.opener == "at" and clause.opens_at and self.texts[clause.opens_at - 1] in lex.WITHOUT:
            return True
        return any(self._reaches(i, index, clause) for i in self._negations if self.of(i) is clause) or (
            clause.beside is not None
            and clause.finite is None
            and self.texts[clause.opens_at] in ("og", "eller", "samt")
            and self.denied(clause.beside.words[-1] if clause.beside.words else clause.beside.opens_at)
        )

    @cached_property
    def _negations(self) -> tuple[int, ...]:
        return tuple(
            i
            for i, word in enumerate(self.texts)
            if word in lex.NOT or word in lex.NO or word in lex.WITHOUT or self._avoids(i)
        )

    def _avoids(self, i: int) -> bool:
        """Whether a word says by its own meaning that something is not done: «unngå», «la være»."""
        if self.texts[i] in ("være", "vere", "vera"):
            return i > 0 and self.texts[i - 1] in ("la", "lar", "lat", "late", "let", "latt", "late")
        return _AVOIDING.fullmatch(self.texts[i]) is not None

    def _reaches(self, negation: int, index: int, clause: Clause) -> bool:
        word = self.texts[negation]
        following = self.texts[negation + 1] if negation + 1 < len(self.texts) else ""
        if word in lex.NOT:
            if following in lex.ONLY or self._set_against(negation):
                return False
            if following in _NOT_BEFORE or _NOT_BEFORE & set(self.texts[negation + 1 : negation + 3]):
                return False  # «ikke før 1. mai», «ikke lenger enn til 2026», «ikke bare»
            if following.startswith(("uopp", "u")) and _UNDONE.fullmatch(following):
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
        return negation < index and not any(
            text in ",;" or (self._is_finite(i) and self.of(i) is clause)
            for i, text in enumerate(self.texts[negation + 1 : index], negation + 1)
        )

    def _same_breath(self, negation: int, index: int) -> bool:
        """Whether no new infinitive or contrast stands between: «skal ikke evalueres, men …»."""
        low, high = sorted((negation, index))
        return not any(text in ("men", ";") for text in self.texts[low:high])

    def _set_against(self, negation: int) -> bool:
        """Whether «ikke …, men …» sets two things against each other under one and the same verb."""
        for i in range(negation + 1, len(self.texts)):
            if self.texts[i] == "men":
                after = self.of(i)
                return (
                    after.finite is None
                    and not any(_INFINITIVE_S.fullmatch(self.texts[j]) for j in after.words)
                    and (self._middle_is_short(negation, i))
                )
            if self.texts[i] in ".;":
                return False
        return False

    def _middle_is_short(self, negation: int, but: int) -> bool:
        """Whether no verb stands between «ikke» and «men», so that the verb before «ikke» is the one of both."""
        return not any(
            _INFINITIVE_S.fullmatch(self.texts[i]) or _PARTICIPLE.fullmatch(self.texts[i])
            for i in range(negation + 1, but)
        )


_SUBJECTS = lex.words(
    "som ks partene partane staten departementet departementa vi de dei den det han ho hun dette regjeringen regjeringa"
)
_WEIGHED = re.compile(r"vurder\w*|grad|stilling|drøft\w*|undersøk\w*|hvorvidt|om|hvordan|korleis")
_WEIGHED_NOW = re.compile(r"drøft\w*|diskuter\w*|vurder\w*|spørsmål\w*|utred\w*|avklar\w*")
_TAKES_OM = re.compile(
    r"\w*avtal\w*|enige?|einige?|samde?|kunnskap\w*|\w*rapport\w*|melding\w*|forslag\w*|krav\w*|søknad\w*|informasjon\w*|drøfting\w*|\w*samarbeid\w*|\w*arbeid\w*|\w*lov(?:en|a)?|forskrift\w*|varsel|beskjed|år|året"
)
_TIME_NOUN = re.compile(
    r"dag|dagen|dato|datoen|tidspunkt|tidspunktet|gang|gangen|gong|gongen|halvår|halvåret|stund|stunden|stunda"
)
_OPENS_ALWAYS = frozenset(("som", "at", "dersom", "hvis", "viss", "når"))
_SUBJUNCTIONS = frozenset(("som", "men", "før", "når", "dersom", "hvis", "viss", "at", "om", "fordi", "mens", "medan"))
_NOT_BEFORE = frozenset(("lenger", "lengre", "lengur", "utover"))
_UNDONE = re.compile(r"uoppsig\w*|uoppsei\w*")
_ASKED = re.compile(r"avklar\w*|vurder\w*|drøft\w*|avgjør\w*|avgjer\w*|stilling|uavklart|ope|åpent")
_OPENERS = lex.words("dersom hvis viss om når selv sjølv ettersom siden sidan fordi da då med så etter før mens medan")
_NEVER_VERBS = lex.words("og eller men samt at som både også òg herunder samt etter ved i på for til av med")
_PERFECT = re.compile(
    r"[a-zæøå]{2,}(?:gg|tt|ll|kk|kl|ml|dl|gn|bl|fl)et|drøftet|drøfta|diskutert|avtalt|[a-zæøå]{2,}(?:ert|dd|lt|tt|gt|kt|nt|rt|vd|ngt|gd|ndt|sagt|sagd)|(?:ut|gjennom|opp|sam|om)?(?:arbeidet|arbeidd|arbeida|viklet|vikla)|startet|starta|forlenget|forlenga"
    r"|samlet|samla|opprettet|oppretta|fornyet|fornya|varslet|varsla|laget|laga|avsluttet|avslutta|virket|verka|ønsket|ønska|vore|fungert|erfart|kommet|kome|komne|følgt|fulgt"
)
_DEFINITE = re.compile(r"\w+(?:en|et|a|ene|ane)|ks|staten|vi|det|den|dette")
_ACTORS = lex.words("ks partene partane staten departementet departementa vi han ho hun regjeringen regjeringa")
_BODIES = re.compile(
    r"\w+(?:departementet|direktoratet|kommun(?:en|ene|ane)|styret|utvalget|utvalet|gruppen|gruppa|sekretariatet|skul(?:ane|en)|skol(?:ene|en)|parten|statsråden)"
)
_MONTH = re.compile(r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember")
_PAST = re.compile(r"[a-zæøå]{3,}(?:te|de)")
_NO_PARTICIPLES = lex.words(
    "rett plikt vekt makt kontakt innsikt hensikt utsikt ansvar ett eitt mandat nett stort godt lett tett flertall et eit"
)
_PRESENT = re.compile(r"[a-zæøå]{2,}(?:er|ar)")
_NEAR = 6
_FAR = 12
_INFINITIVE_S = re.compile(r"[a-zæøå]{3,}(?:eres|erast|(?<!en)(?<!an)(?<!ar)(?<!er)es|ast)")
_PARTICIPLE = re.compile(
    r"[a-zæøå]{3,}(?:ert|et|a|dd|lt|nt|gt|kt|tt|rt|vt|blitt|vore|vært|vorte|gjort)|blitt|vært|vore|vorte|gjort"
)
_PRETERITE = re.compile(r"[a-zæøå]{2,}(?:erte|dde|[klnsrp]te)")
_DONE = re.compile(
    r"(?:ut)?betalte?|løyvde?|bevilget|[a-zæøå]+(?:ert|lagt|forlenget|forlenga|sagt|sagd|gjennomført|fornyet|fornya|utløpt|opphørt|overført|flyttet|flytta)"
)
_POSSIBLY = re.compile(
    r"eventuel\w*|evt|ev|muligens|kanskje|mulighet\w*|mogleg\w*|moglegheit\w*|moglegheiter|mulig|høve|anledning|adgang|"
    r"aktuel\w*|behov\w*|spørsmål\w*|opsjon\w*|hypotetisk\w*|tenkt|tenkte|vurdere|vurderes|vurderast|vurderer|drøfte|drøftes|"
    r"drøftast|drøfting\w*|diskutere\w*|utrede|utredes|utgreie|utgreiast|avklare|forslag\w*|framlegg\w*|invitere\w*|tilbod|"
    r"høyde|rom|åpent|ope|åpner|opnar|kan|fritt"
)
_WISHING = re.compile(
    r"ønsk(?:e|er|et|te|jer|jeleg|elig|a)|ynsk\w*|håp(?:er|et|e)?|vonar|von|ambisjon\w*|intensjon\w*|målsetting\w*|målsetjing\w*|"
    r"anbefal\w*|tilrår|tilråding\w*|foreslå\w*|oppfordr\w*|oppmod\w*|oppmoda|sikte|siktemål\w*|helst|ideelt|gjerne|vurderer|overveier|"
    r"tilstreb\w*|søker|søkjer|mener|meiner|ser|burde"
)
_ASKING = re.compile(r"bedt|bede|ber|bed|bad|krav|kravet|krever|krev|forespurt|foreslått|føreslått")
_AVOIDING = re.compile(
    r"unngå\w*|avstå\w*|avstår|unntatt|unnateke\w*|unntak|frafall\w*|fråfall\w*|fritatt|fritekne?|utelukk\w*|avskåret"
)
