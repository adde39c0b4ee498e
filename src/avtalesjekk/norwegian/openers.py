"""The words that open a subordinate clause: «som», «dersom», «at», and those that only sometimes do."""

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clause import Clause
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.verbs import Verbs


class Openers:
    """What opens a clause; `of` holds the clauses of the words before, and grows as the sentence is split."""

    def __init__(self, verbs: Verbs, of: list[Clause]) -> None:
        self.texts = verbs.texts
        self._verbs = verbs
        self._of = of

    def opens(self, i: int) -> bool:
        """Whether a word opens a clause, with or without a conjunction."""
        return may_open(self.texts[i]) and (self._conjoins(i) or self._bare_relative(i))

    def _conjoins(self, i: int) -> bool:
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
                    and ((here is not None and here.finite is not None) or self._resumed(i + 1))
                    and (word not in ("til", "innen", "inntil") or self._begins_subject(i + 1))
                    and self._clause_ahead(i + 1)
                )
            if word in ("så", "da", "då"):
                return word != "så" and before in (",", "") and self._clause_ahead(i + 1)
            return self._finite_ahead(i + 1, 8)
        return False

    def opener(self, i: int) -> str:
        """What kind of clause a word opens, by the conjunction that says it best."""
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
            if self.texts[i + 1 : i + 2] and (self.texts[i + 1] in lex.NOT or self.texts[i + 1] in ("ingen", "inga")):
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
            if _WEIGHED_NOW.fits_any(window):
                return "hvorvidt"
            if before in ("og", "samt") and _WEIGHED.fits_any(self.texts[max(0, i - 14) : i]):
                return "hvorvidt"
            if not before and _ASKED.fits_any(self.texts[i:]):
                return "hvorvidt"
            return "hvorvidt" if window & asks or before in ("avhengig", "uavhengig") else "dersom"
        return word

    def _begins_subject(self, i: int) -> bool:
        word = self.texts[i] if i < len(self.texts) else ""
        return (
            word in lex.ACTORS
            or word in lex.PRONOUNS
            or word in ("en", "ein", "én", "éin", "begge", "avtalen", "avtala", "stortinget")
        )

    def _is_as(self, i: int) -> bool:
        """Whether «som» is «as»: «gis som øremerkede midler og kan …»."""
        for j in range(i + 1, min(len(self.texts) - 1, i + 6)):
            if self._verbs.is_finite(j):
                return False
            if self.texts[j] in lex.AND:
                return j > i + 2 and self._verbs.is_finite(j + 1)
        return False

    def _bare_relative(self, i: int) -> bool:
        """Whether a clause hangs on a noun of time with no «som»: «den dagen begge parter har undertegnet»."""
        if not i or not _TIME_NOUN.fits(self.texts[i - 1]) or self.texts[i] in _NO_SUBJECT:
            return False
        if not (
            self.texts[i] in lex.ACTORS
            or self.texts[i] in lex.PRONOUNS
            or self.texts[i] in ("begge", "denne", "avtalen", "avtala", "alle")
        ):
            return False
        if not self._clause_ahead(i, 6):
            return False
        return self._of[-1].finite is not None or any(
            self.texts[j] == "," and self._verbs.is_finite(j + 1) for j in range(i, min(len(self.texts) - 1, i + 14))
        )

    def _om_opens(self, i: int) -> bool:
        before = self.texts[i - 1] if i else ""
        if i + 1 < len(self.texts) and (self.texts[i + 1] in lex.NOT or self.texts[i + 1] in ("ingen", "inga")):
            return True
        if i + 1 >= len(self.texts) or self.texts[i + 1] in ("å", "at", "lag") or _TAKES_OM.fits(before):
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
        asked = any(_ASKED.fits(w) or _WEIGHED_NOW.fits(w) for w in self.texts[max(0, i - 8) : i])
        if asked:
            return self._clause_ahead(i + 1, 12)
        if before.isalpha() and before not in lex.ADVERBS and not self._verbs.is_finite(i - 1):
            return False
        return self._clause_ahead(i + 1, 4)

    def _resumed(self, start: int) -> bool:
        """Whether the main verb follows after the comma of a clause with a verb: «… før avtalen er omme, skal …»."""
        for i in range(start, min(len(self.texts) - 1, start + 14)):
            if self.texts[i] == ",":
                return self._verbs.is_finite(i + 1) and self._finite_ahead(start, i - start)
        return False

    def _finite_ahead(self, start: int, reach: int) -> bool:
        for i in range(start, min(len(self.texts), start + reach)):
            if self.texts[i] in ".;:(":
                return False
            if self._verbs.is_finite(i):
                return True
        return False

    def _clause_ahead(self, start: int, reach: int = 7) -> bool:
        """Whether a subject and a finite verb follow, with no comma or conjunction of clauses between."""
        for i in range(start, min(len(self.texts), start + reach)):
            text = self.texts[i]
            if text in ",.;:()" or text in _SUBJUNCTIONS:
                return False
            if self._verbs.is_finite(i):
                return i > start
        return False


_WEIGHED = Forms(r"vurder\w*|grad|stilling|drøft\w*|undersøk\w*|hvorvidt|om|hvordan|korleis")
_WEIGHED_NOW = Forms(r"drøft\w*|diskuter\w*|vurder\w*|spørsmål\w*|utred\w*|avklar\w*")
_TAKES_OM = Forms(
    r"\w*avtal\w*|enige?|einige?|samde?|kunnskap\w*|\w*rapport\w*|melding\w*|forslag\w*|krav\w*|søknad\w*|"
    r"informasjon\w*|drøfting\w*|\w*samarbeid\w*|\w*arbeid\w*|\w*lov(?:en|a)?|forskrift\w*|varsel|beskjed|år|"
    r"året"
)
_TIME_NOUN = Forms(
    r"dag|dagen|dato|datoen|tidspunkt|tidspunktet|gang|gangen|gong|gongen|halvår|halvåret|stund|stunden|"
    r"stunda|åra|årene|"
    r"tida|tiden|perioden|perioda"
)
_NO_SUBJECT = lex.PREPOSITIONS | lex.AND
_SUBJUNCTIONS = frozenset(("som", "men", "før", "når", "dersom", "hvis", "viss", "at", "om", "fordi", "mens", "medan"))
_ASKED = Forms(r"avklar\w*|vurder\w*|drøft\w*|avgjør\w*|avgjer\w*|stilling|uavklart|ope|åpent")
_MAY_OPEN = (
    lex.IF
    | lex.THAT
    | lex.UNLESS
    | lex.WHEN
    | lex.WHICH
    | lex.WHETHER
    | lex.words("mindre framt fremt sant lenge noe noko")
    | lex.ACTORS
    | lex.PRONOUNS
    | lex.words("begge denne avtalen avtala alle plikter pliktar")
)


def may_open(word: str) -> bool:
    """Whether a word can open a clause somewhere, by itself or as the subject of one that has no conjunction."""
    return word in _MAY_OPEN
