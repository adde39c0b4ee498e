"""The clauses of a sentence, and whether what they say is said, denied, possible, wished or past."""

from bisect import bisect_left
from enum import Enum
from typing import TYPE_CHECKING

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clause import Clause
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.negation import Negation
from avtalesjekk.norwegian.splitting import Splitting
from avtalesjekk.norwegian.subjects import Subjects

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


class Clauses:
    """The clauses of one sentence, and what can be asked about a word in them."""

    def __init__(self, sentence: "Sentence") -> None:
        self.sentence = sentence
        self.texts = sentence.texts
        split = Splitting(self.texts, sentence.own)
        self.all = split.all
        self._of = split.of
        self._subjects = Subjects(split.verbs, split.of)
        self._subject_of: dict[Clause, tuple[int, int]] = {}
        self._texts_of: dict[Clause, tuple[str, ...]] = {}
        self._negation = Negation(split.verbs, split.of)

    @property
    def words(self) -> "tuple[Word, ...]":
        """The words of the sentence, with their places."""
        return self.sentence.words

    def of(self, index: int) -> Clause:
        """The clause that a word belongs to."""
        return self._of[index]

    def texts_of(self, clause: Clause) -> tuple[str, ...]:
        """The words of a clause."""
        if clause not in self._texts_of:
            self._texts_of[clause] = tuple(map(self.texts.__getitem__, clause.words))
        return self._texts_of[clause]

    def subject(self, clause: Clause) -> tuple[int, int]:
        """The words of a clause's subject, from one index to before another; an empty range where none is found."""
        if clause not in self._subject_of:
            self._subject_of[clause] = self._subjects.subject(clause)
        return self._subject_of[clause]

    def denied(self, index: int) -> bool:
        """Whether a negation reaches a word."""
        return self._negation.denied(index)

    def not_before(self, index: int) -> bool:
        """Whether what is denied is only denied before a time: «trer ikke i kraft før 1. mai»."""
        return self._negation.not_before(index)

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

    def modal(self, clause: Clause) -> str:
        """The modal verb of a clause; the one it is coordinated with lends its own where it has no verb."""
        if clause.finite is not None:
            return self.texts[clause.finite] if self.texts[clause.finite] in lex.MODALS else ""
        return self.modal(clause.beside) if clause.beside is not None else ""

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

    def _in_condition(self, clause: Clause) -> bool:
        seen: Clause | None = clause
        while seen is not None:
            if seen.opener in lex.IF or seen.opener in ("hvorvidt", "korvidt"):
                return True
            seen = seen.above
        return False

    def _is_past(self, clause: Clause, index: int) -> bool:
        finite = self.texts[clause.finite or 0]
        if finite in lex.WAS or finite in lex.PRETERITES or _PRETERITE.fits(finite):
            return True
        if finite.endswith(("te", "de")) and finite not in lex.MODALS:
            return True
        if finite in ("har", "hadde"):
            following = (
                w for w in self.texts[(clause.finite or 0) + 1 :] if w not in lex.ADVERBS and w not in lex.PRONOUNS
            )
            word = next(following, "")
            return finite == "hadde" or (_PERFECT.fits(word) and word not in _NO_PARTICIPLES)
        if finite == "er":
            return _DONE.fits(self.texts[index])
        return False

    def _hedge(self, clause: Clause, index: int) -> Status | None:
        """What stands before a word in its clause, and makes it only possible or wished."""
        here = bisect_left(clause.words, index)
        for i in reversed(clause.words[max(0, here - _FAR) : here]):
            word = self.texts[i]
            if _POSSIBLY.fits(word) and index - i <= _NEAR:
                return Status.POSSIBLE
            if _WISHING.fits(word) and index - i <= _FAR:
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
                if _WISHING.fits(word) or _ASKING.fits(word):
                    return Status.WISHED
                if _POSSIBLY.fits(word):
                    return Status.POSSIBLE
                if word in lex.NOT or word in lex.NO:
                    return Status.DENIED
        return None


_PERFECT = Forms(
    r"[a-zæøå]{2,}(?:gg|tt|ll|kk|kl|ml|dl|gn|bl|fl)et|drøftet|drøfta|diskutert|avtalt|[a-zæøå]{2,}(?:ert|dd|lt|"
    r"tt|gt|kt|nt|rt|vd|ngt|gd|ndt|sagt|sagd)|(?:ut|gjennom|opp|sam|om)?(?:arbeidet|arbeidd|arbeida|viklet|"
    r"vikla)|startet|starta|forlenget|forlenga"
    r"|samlet|samla|opprettet|oppretta|fornyet|fornya|varslet|varsla|laget|laga|avsluttet|avslutta|virket|"
    r"verka|ønsket|ønska|vore|fungert|erfart|kommet|kome|komne|følgt|fulgt"
)
_NO_PARTICIPLES = lex.words(
    "rett fullmakt plikt vekt makt kontakt innsikt hensikt utsikt ansvar ett eitt mandat nett stort godt lett tett "
    "flertall et eit"
)
_NEAR = 6
_FAR = 12
_PRETERITE = Forms(r"[a-zæøå]{2,}(?:erte|dde|[klnsrp]te)")
_DONE = Forms(
    r"opprett(?:et|a)|(?:ut)?betalte?|løyvde?|bevilget|[a-zæøå]+(?:ert|lagt|forlenget|forlenga|sagt|sagd|"
    r"gjennomført|fornyet|"
    r"fornya|utløpt|opphørt|overført|flyttet|flytta)"
)
_POSSIBLY = Forms(
    r"eventuel\w*|evt|ev|muligens|kanskje|mulighet\w*|mogleg\w*|moglegheit\w*|moglegheiter|mulig|høve|"
    r"anledning|adgang|"
    r"aktuel\w*|behov\w*|spørsmål\w*|opsjon\w*|hypotetisk\w*|tenkt|tenkte|vurdere|vurderes|vurderast|vurderer|"
    r"drøfte|drøftes|"
    r"drøftast|drøfting\w*|diskutere\w*|utrede|utredes|utgreie|utgreiast|avklare|forslag\w*|framlegg\w*|"
    r"invitere\w*|tilbod|"
    r"høyde|rom|åpent|ope|åpner|opnar|kan|fritt"
)
_WISHING = Forms(
    r"ønsk(?:e|er|et|te|jer|jeleg|elig|a)|ynsk\w*|håp(?:er|et|e)?|vonar|von|ambisjon\w*|intensjon\w*|"
    r"målsetting\w*|målsetjing\w*|"
    r"anbefal(?:e|er|es|te)|tilrår|foreslå\w*|oppfordr\w*|oppmod\w*|oppmoda|sikte|siktemål\w*|helst|ideelt|"
    r"gjerne|vurderer|overveier|"
    r"tilstreb\w*|søker|søkjer|mener|meiner|ser|burde"
)
_ASKING = Forms(r"orde|bedt|bede|ber|bed|bad|krav|kravet|krever|krev|forespurt|foreslått|føreslått")
