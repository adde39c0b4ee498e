"""Which words of a sentence are finite verbs, known ones and those that must be."""

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.once import once


class Verbs:
    """The finite verbs among the words of a sentence; `own` is the first word that is not a lead-in's."""

    def __init__(self, texts: tuple[str, ...], own: int) -> None:
        self.texts = texts
        self._own = own

    def is_finite(self, i: int) -> bool:
        """Whether a word is a finite verb where it stands."""
        word = self.texts[i]
        before = self.texts[i - 1] if i else ""
        if word in ("plikter", "pliktar"):
            following = self.texts[i + 1] if i + 1 < len(self.texts) else ""
            return (
                before in _SUBJECTS
                or _BODIES.fits(before)
                or following in ("å", "seg", *lex.ACTORS)
                or (before in ("", ",") or _BODIES.fits(following))
            )
        if word in ("ber", "leder", "legg") and before in lex.ACTORS:
            return True
        if not lex.is_finite(word):
            if word in lex.PREPOSITIONS or word in lex.ADVERBS or word in lex.AND or word in lex.DETERMINERS:
                return False
            return (
                self._begins(i)
                or ((before in _SUBJECTS or _BODIES.fits(before)) and _PRESENT.fits(word))
                or (before in lex.ACTORS and _PAST.fits(word))
                or (_DEFINITE.fits(before) and _PRESENT.fits(word))
                or self._resumes(i)
            )
        if before in ("å", "en", "et", "ei", "eit", "ein") or (
            word == "vil" and self.texts[i + 1 : i + 2] in (("si",), ("seie",))
        ):
            return False
        return not (word in lex.SHALL and word.startswith("forplikt") and i and self.texts[i - 1] in lex.MODALS)

    @once
    def finite_first(self) -> bool:
        """Whether the sentence begins with its verb."""
        own = self._own
        return own < len(self.texts) and self.is_finite(own)

    def _begins(self, i: int) -> bool:
        """Whether an unknown word that begins the sentence must be a verb: «Fører ikke dette fram, …»."""
        if i != self._own or i + 1 >= len(self.texts) or not self.texts[i].endswith(("er", "ar", "r")):
            return False
        following = self.texts[i + 1]
        return (
            following in lex.NOT
            or following in lex.ACTORS
            or following in ("det", "den", "dette", "ho", "begge", "ein", "en")
        )

    def _resumes(self, i: int) -> bool:
        """Whether an unknown word must be the main verb: after the comma of a clause that opened the sentence."""
        if (
            not i
            or self.texts[i - 1] != ","
            or i + 1 >= len(self.texts)
            or not (self.texts[0] in _OPENERS or (i != self._own and self.finite_first))
        ):
            return False
        following = self.texts[i + 1]
        return (
            self.texts[i].isalpha()
            and self.texts[i] not in _NEVER_VERBS
            and (following in lex.NOT or following in lex.PRONOUNS or following in _SUBJECTS)
        )


_SUBJECTS = lex.words(
    "som ks partene partane staten departementet departementa vi de dei den det han ho hun dette regjeringen regjeringa"
)
_OPENERS = lex.words("dersom hvis viss om når selv sjølv ettersom siden sidan fordi da då med så etter før mens medan")
_NEVER_VERBS = lex.words("og eller men samt at som både også òg herunder samt etter ved i på for til av med")
_BODIES = Forms(
    r"\w+(?:departementet|direktoratet|kommun(?:en|ene|ane)|styret|utvalget|utvalet|gruppen|gruppa|"
    r"sekretariatet|skul(?:ane|en)|skol(?:ene|en)|parten|statsråden)"
)
_PAST = Forms(r"(?!samde)[a-zæøå]{3,}(?:te|de)")
_PRESENT = Forms(r"[a-zæøå]{2,}(?:er|ar)")
_DEFINITE = Forms(r"[a-zæøå]{4,}(?:en|et|ene|ane)|[a-zæøå]{3,}(?:inga|sjona|reforma)")
