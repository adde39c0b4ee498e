"""What a phrase is about: the agreement itself, something that goes with any agreement, or another thing."""

import re
from enum import Enum

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clauses
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern


class Theme(Enum):
    """What is spoken of."""

    OWN = "own"
    NEUTRAL = "neutral"
    OTHER = "other"


def theme(clauses: Clauses, start: int, end: int) -> Theme:
    """What the words from one index to before another are about.

    The head decides, or what it belongs to: «avtalens varighet», «resultatene av avtalen», «perioden for programmet».
    """
    texts = clauses.texts
    if any(texts[i] in ("avtalens", "avtalas") for i in range(start, end)):
        return Theme.OWN
    head = _head(clauses, start, end)
    if head is None:
        return Theme.NEUTRAL
    if is_agreement(clauses.sentence, head):
        return Theme.OWN
    if _ANY_AGREEMENT.fits(texts[head]):
        return Theme.OTHER
    if texts[head] in lex.PRONOUNS:
        return _antecedent(clauses, head)
    if _A_PARTY.fits(texts[head]):
        return Theme.NEUTRAL
    if not _GOES_WITH_ANY.fits(texts[head]):
        return Theme.OTHER
    if head - 1 > start and (texts[head - 1],) in _ITS and not _A_PARTY.fits(texts[head - 2]):
        return Theme.OWN if is_agreement(clauses.sentence, head - 2) else Theme.OTHER
    for i in range(head + 1, end):
        if lex.is_finite(texts[i]):
            break
        if texts[i] in _BELONGING and texts[i + 1 : i + 2] not in _HOW_IT_IS_DONE:
            inner = _head(clauses, i + 1, end)
            if inner is not None:
                return theme(clauses, i + 1, end)
    return Theme.NEUTRAL


def subject_theme(clauses: Clauses, index: int) -> Theme:
    """What the subject of a word's clause is about."""
    clause = clauses.of(index)
    start, end = clauses.subject(clause)
    if clauses.texts[start:end] == ("det",) and _is_expletive(clauses, index):
        return Theme.NEUTRAL
    found = theme(clauses, start, end) if start < end else Theme.NEUTRAL
    if (
        found is not Theme.OWN
        and clause.finite is not None
        and clauses.texts[clause.finite] in _IS
        and end <= clause.finite
    ):
        after = clause.finite + 1
        while after < len(clauses.texts) and clauses.texts[after] in lex.ADVERBS:
            after += 1
        head = _head(clauses, after, min(len(clauses.texts), after + 4))
        if head is not None and is_agreement(clauses.sentence, head):
            return Theme.OWN
    return found


def _is_expletive(clauses: Clauses, index: int) -> bool:
    """Whether «det» only fills the place of the subject: «Det skal etableres en gruppe», not «Det skal evalueres»."""
    words = clauses.of(index).words
    for i in words:
        if _S_PASSIVE.fits(clauses.texts[i]) and i + 1 < len(clauses.texts):
            following = clauses.texts[i + 1]
            return following[0].isalpha() and following not in lex.PREPOSITIONS and following not in lex.ADVERBS
    return False


def mentions_agreement(sentence: Sentence) -> bool:
    """Whether the agreement is named in a sentence."""
    texts = sentence.texts
    return _ANY_AGREEMENT.fits_any(texts) and any(
        _ANY_AGREEMENT.fits(text) and is_agreement(sentence, i) for i, text in enumerate(texts)
    )


def names_agreement(*words: str) -> bool:
    """Whether one of some words is for an agreement, this or another."""
    return _ANY_AGREEMENT.fits_any(words)


def is_agreement(sentence: Sentence, index: int) -> bool:
    """Whether a word stands for this agreement: not for an earlier or a coming one, nor for one between others."""
    text = sentence.texts[index]
    if _AVTALE_PART.fits(text):
        return True
    if not _OWN.fits(text):
        return False
    before = sentence.texts[max(0, index - 4) : index]
    for i, word in enumerate(reversed(before)):
        if word in ",.;:()" or lex.is_finite(word) or word in lex.PREPOSITIONS or word in lex.AND or word in lex.WHEN:
            break
        if _OTHER_ONE.fits(word):
            return False
        if i == 0 and word.endswith("s") and _PERSONAL.fits(word):
            return False
    if text in ("avtale", "samarbeidsavtale"):
        joined = " ".join(sentence.texts[:index])
        if _LONG_AGO.search(joined):
            return False
        if sentence.texts[sentence.own] == "som" and index - sentence.own <= _NEAR_AS:
            return True  # «Som bilateral avtale under …»
        if before and before[-1] in ("en", "ein", "ei") and _CONCLUDED.search(joined):
            return True
        if sentence.texts[index + 1 : index + 3] in (("og", "vedlegg"), ("med", "vedlegg")) and not before:
            return True
        return bool(before) and (before[-1] in ("denne", "desse", "herværende", "foreliggende", "vår", "inngåtte"))
    return not _limited(sentence, index)


def _limited(sentence: Sentence, index: int) -> bool:
    """Whether what follows says that it is another one: «avtalen fra 2019», «avtalen med leverandøren»."""
    after = sentence.texts[index + 1 : index + 9]
    if not after:
        return False
    if after[0] in ("fra", "frå", "av") and len(after) > 1 and re.fullmatch(r"\d{4}", after[1]):
        return True
    if after[0] in ("fra", "frå") and re.match(r"\d", after[1] if len(after) > 1 else ""):
        return False
    if (
        after[0] == "om"
        and _FROM_YEAR.search(" ".join(after))
        and not _THIS.fits(sentence.texts[index - 1] if index else "")
    ):
        return True
    if (
        after[0] == "om"
        and _THIS_ONE.search(sentence.text)
        and not _THIS.fits(sentence.texts[index - 1] if index else "")
    ):
        return True
    if after[0] == "mellom":
        near = after[1:6]
        return _COUNTERPART.fits_any(near) or not _PARTY.fits_any(near)
    if after[0] in ("sin", "si") and after[1:2] == ("med",):
        return True
    if after[0] == "som" and "med" in after[1:6] and _COUNTERPART.fits_any(after[2:8]):
        return True
    return after[0] == "med" and _COUNTERPART.fits_any(after[1:4])


def _head(clauses: Clauses, start: int, end: int) -> int | None:
    """The noun that a phrase turns on: the last word before a preposition, «som», a sign or a verb."""
    last = None
    for i in range(start, min(end, len(clauses.texts))):
        text = clauses.texts[i]
        if text in '«»"*_' or (text.endswith("-") and len(text) > 1):  # «Barne- og familiedepartementet»
            continue
        if last is not None and (
            text in lex.PREPOSITIONS or text in ",.;:()å" or text in ("og", "eller", "som") or text in lex.ADVERBS
        ):
            break
        if last is None and (text in lex.PREPOSITIONS or text in ",.;:()" or text == "og"):
            continue
        if text in lex.DETERMINERS and text not in lex.PRONOUNS:
            continue
        if last is not None and not text[0].isalpha():
            break
        if last is not None and lex.is_finite(text) and not text.endswith(("er", "ar")):
            break
        last = i
        if (_ANY_AGREEMENT.fits(text) and not text.endswith("s")) or (
            _A_PARTY.fits(text) and clauses.texts[i + 1 : i + 2] not in _ITS
        ):
            break
    return last


def _antecedent(clauses: Clauses, index: int) -> Theme:
    """What a pronoun stands for: the subject of the clause before, else of the sentence before."""
    earlier = [clause for clause in clauses.all if clause.words and clause.words[-1] < index]
    for clause in reversed(earlier):
        start, end = clauses.subject(clause)
        if start < end and clauses.texts[start] not in lex.PRONOUNS:
            found = theme(clauses, start, end)
            if found is not Theme.NEUTRAL:
                return found
            if clauses.texts[index] in ("han", "ho", "hun", "den") and any(
                is_agreement(clauses.sentence, i) for i in clause.words
            ):
                return Theme.OWN  # «Når partene har signert avtalen, trer den i kraft»
    lead = clauses.sentence.lead
    if lead is not None and mentions_agreement(lead):
        return Theme.OWN
    sentence = clauses.sentence.before
    if sentence is None or sentence is clauses.sentence:
        return Theme.NEUTRAL
    before = sentence.clauses
    main = next((clause for clause in before.all if clause.finite is not None and not clause.opener), None)
    if main is None:
        return Theme.NEUTRAL
    start, end = before.subject(main)
    if start >= end:
        return Theme.NEUTRAL
    if before.texts[start] in lex.PRONOUNS and end - start == 1:
        return Theme.NEUTRAL if before.texts[start] in ("det", "dette") else _antecedent(before, start)
    found = theme(before, start, end)
    return Theme.OWN if found is Theme.NEUTRAL and mentions_agreement(before.sentence) else found


_S_PASSIVE = Forms(r"\w{3,}(?:es|ast)")
_IS = frozenset(("er", "blir", "vert", "ble", "vart", "blei"))
_ANY_AGREEMENT = Forms(r"\w*avtal(?:e|en|a|ens|as|er|ar|ene|ane)(?:-?\w*)?")
_OWN = Forms(r"(?:samarbeids|ramme|ks-?|statens)?avtal(?:e|en|a)|samarbeidsavtal(?:e|en|a)")
_AVTALE_PART = Forms(
    r"avtale(?:periode|tid|forhold|tekst|dokument|samarbeid|part|verk|mål|forpliktels|plikt)\w*|avtalens|avtalas"
)
_OTHER_ONE = Forms(
    r"forrige|førre|tidligere|tidlegare|gamle|gammal|eldre|ny|nye|nytt|andre|annen|annan|anna|hver|kvar|enhver|"
    r"einkvar"
    r"|lignende|liknande|tilsvarende|tilsvarande|slik|slike|egen|eigen|egne|eigne|lokale?|enkelte|enkeltvise|"
    r"føregåande"
    r"|foregående|eventuelle?|særskilte?|eiga|eige|eget|separate?|begge|to|tre|flere|fleire|noen|nokon|utløpte|"
    r"opprinnelige"
)
_PERSONAL = Forms(r"kommunenes|kommunanes|leverandørens|sykehusets|direktoratets|fylkeskommunens|statsforvalterens")
_PARTY = Forms(
    r"ks|staten|regjeringen|regjeringa|departementet|departementa|partene|partane|\w+departementet|[a-zæøå]{2,3}d"
)
_CONCLUDED = pattern(r"\binngått\b|\binngikk\b|\binngjekk\b|\bdette er\b|\binngår\b|\bmed dette\b|\binngås\b")
_FROM_YEAR = pattern(r"^om (?:[\w-]+ ){1,4}(?:fra|frå) \d{4}\b")
_LONG_AGO = pattern(r"\binn(?:gikk|gjekk)\b.*\bi (?:19|20)\d\d\b")
_NEAR_AS = 3
_THIS = Forms(r"denne|herværende|føreliggande|foreliggende")
_THIS_ONE = pattern(r"\bdenne (?:samarbeids)?avtal|\bavtal(?:a|en) her\b")
_COUNTERPART = Forms(
    r"\w*(?:leverandør|sykehus|sjukehus|helseforetak|helseføretak|universitet|høgskole|høgskule|kommune|"
    r"fylkeskommune|direktorat|selskap|utleier|utleigar|byrå|forbund|firma|tilbyder|tilbydar|"
    r"entreprenør|organisasjon|stiftelse|sameting|tjenesteyter|tenesteytar)\w*"
)
_ITS = (("sin",), ("si",), ("sitt",), ("sine",))
_A_PARTY = Forms(
    r"statsråd\w*|\w*minister(?:en)?|leder(?:en)?|leiar(?:en)?|styreleder(?:en)?|styreleiar(?:en)?|"
    r"part(?:ene|ane|er|ar)|vi|ks|staten|regjeringen|regjeringa|departementet|departementa|begge"
)
_HOW_IT_IS_DONE = (
    ("oppdrag",),
    ("vegne",),
    ("fellesskap",),
    ("samråd",),
    ("samarbeid",),
    ("tråd",),
)  # «på oppdrag frå»
_BELONGING = frozenset(
    ("av", "for", "i", "til", "på", "under", "etter", "ved", "gjennom", "innenfor", "innanfor", "frå", "fra")
)
_GOES_WITH_ANY = Forms(
    r"part(?:ene|ane|er|ar)|vi|oss|ks|staten|regjering\w*|\w*departement\w*|[a-zæøå]{2,3}d|det|dette|man|ein|"
    r"en|begge|kvar|hver|"
    r"evaluering\w*|\w*evaluering(?:a|en)?|vurdering\w*|gjennomgang\w*|gyldig\w*|varighe[it]\w*|varigheit\w*|"
    r"varighet\w*|perio\w*|"
    r"oppsigelse\w*|oppseiing\w*|opphør\w*|frist\w*|varsel\w*|tidsramm\w*|tidsrom\w*|løpetid\w*|"
    r"virketid\w*|virkningstid\w*|"
    r"verketid\w*|verknadstid\w*|funksjonstid\w*|"
    r"resultat\w*|effekt\w*|verknad\w*|virkning\w*|måloppnå\w*|måla|mål|målene|målet|erfaring\w*|røynsl\w*|"
    r"innsats\w*|arbeid\w*|samarbeid\w*|oppfølging\w*|"
    r"tiltak\w*|forpliktels\w*|plikt\w*|innhold\w*|innhald\w*|nytte\w*|gjennomføring\w*|status\w*|bruk\w*|"
    r"utvikling\w*|framdrift\w*|fremdrift\w*|"
    r"ikrafttred\w*|iverksett\w*|ikraftset\w*|forlenge?ls\w*|forlenging\w*|fornying\w*|fornyels\w*|"
    r"forpliktingar|forplikting\w*|oppnådd\w*|grad|graden|"
    r"sluttrapport\w*|rapport\w*|dokument\w*|tekst\w*|bestemmels\w*|føresegn\w*|punkt\w*|rett\w*|adgang\w*|"
    r"høve\w*|fase\w*|partnerskap\w*|"
    r"start|startdato\w*|startpunkt\w*|slutt|tidspunkt\w*|levetid\w*|sluttdato\w*|utløpsdato\w*|siste|dag|"
    r"dagen|den|praktiser\w*|etterleving\w*|etterlevelse\w*|"
    r"oppfylling\w*|oppfyllelse\w*|leverans\w*|ordlyd\w*"
)
