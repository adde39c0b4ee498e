"""What is evaluated: the agreement, what has come of it, or another thing."""

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.method import EVALUATOR
from avtalesjekk.reading.prose import Mention
from avtalesjekk.reading.reference import Theme, is_agreement, mentions_agreement


def goes_on_about_it(mention: Mention) -> bool:
    """Whether the sentence before is about the agreement, and this one about the cooperation or what has come of it."""
    before = mention.sentence.before
    return before is not None and mentions_agreement(before) and RESULT.search(" ".join(mention.texts)) is not None


def goes_on_about_another(mention: Mention) -> bool:
    """Whether a definite noun takes up an evaluation of something else: «Reforma evaluerast. Evalueringa skal …»."""
    if _evaluates_other(mention, mention.sentence, mention.index):
        return True
    before = mention.sentence.before
    if before is None or not _DEFINITE.fits(mention.word) or mentions_agreement(mention.sentence):
        return False
    return _evaluates_other(mention, before, len(before.texts)) and not mentions_agreement(before)


def _evaluates_other(mention: Mention, sentence: Sentence, end: int) -> bool:
    """Whether a verb before a word of a sentence evaluates something that is not the agreement."""
    for i, word in enumerate(sentence.texts[:end]):
        if _EVALUATES.fits(word):
            other = Mention(mention.text, sentence, i, home=mention.home)
            return not (object_is_own(other) if word.endswith(("e", "er", "ar")) else passive_is_own(other))
    return False


def passive_is_own(mention: Mention) -> bool:
    """Whether the subject of a passive is the agreement, or what has come of it."""
    found = mention.subject
    if found is Theme.NEUTRAL and mention.texts[slice(*_subject(mention))] == ("det",):
        return False
    if mention.word.startswith(("vurder", "gjennomg", "mål")) and found is Theme.NEUTRAL:
        return mentions_agreement(mention.sentence) or (mention.home and bool(_subject_is_result(mention)))
    return mention.is_own(found)


def _subject(mention: Mention) -> tuple[int, int]:
    return mention.clauses.subject(mention.clauses.of(mention.index))


def _subject_is_result(mention: Mention) -> bool:
    return any(RESULT.fullmatch(word) for word in mention.texts[slice(*_subject(mention))])


def object_is_own(mention: Mention) -> bool:
    """Whether the active verb's object is the agreement, or how it has worked."""
    texts = mention.texts
    if texts[mention.sentence.own] in _ASKS and is_result_asked(mention) and mentions_agreement(mention.sentence):
        return True  # «Hvorvidt avtalen har virket, skal partene vurdere hvert år»
    start = mention.index + 1
    while start < len(texts) and (
        texts[start] in lex.ADVERBS or texts[start] in ("og", "følge", "fylgje", "hverandres")
    ):
        start += 1
    end = start
    while end < len(texts) and texts[end] not in ".;:" and not (texts[end] == "," and end > start + 1):
        end += 1
    if start == end:
        return mention.home
    if texts[start] == "i" and texts[start + 2 : start + 3] == ("grad",) and mention.home and is_result_asked(mention):
        return True
    if texts[start] in ("hvordan", "korleis", "hva", "kva", "om", "hvorvidt", "korvidt", "i"):
        if is_result_asked(mention):
            return mention.home or any(is_agreement(mention.sentence, i) for i in range(start, end))
        if mention.word.startswith("vurder"):
            return any(is_agreement(mention.sentence, i) for i in range(start, end)) and not any(
                CHANGE.fits(texts[i]) for i in range(start, end)
            )
        return any(is_agreement(mention.sentence, i) for i in range(start, end)) or mention.home
    found = mention.theme(start, end)
    if texts[start] == "samarbeidet" and texts[start + 1 : start + 2] not in _BETWEEN:
        return True
    if mention.word.startswith(("vurder", "gjennomg", "oppsummer")) and found is Theme.NEUTRAL:
        return mentions_agreement(mention.sentence) or (
            mention.home and bool(RESULT.search(" ".join(texts[start:end])))
        )
    return mention.is_own(found)


def of_the_cooperation(mention: Mention) -> bool:
    """Whether a noun says of itself that the cooperation is evaluated, not one between others: «av samarbeidet»."""
    after = mention.texts[mention.index + 1 : mention.index + 4]
    return after[:2] == ("av", "samarbeidet") and after[2:] not in _BETWEEN


def theme_of_noun(mention: Mention) -> Theme:
    """What an evaluation is of, by the words that belong to the noun."""
    texts, index = mention.texts, mention.index
    compound = _COMPOUND.fullmatch(mention.word)
    if compound and not _OWN_KIND.fits(compound["kind"]):
        return Theme.OTHER
    if index and texts[index - 1] in ("avtalens", "avtalas"):
        return Theme.OWN
    for i in range(index + 1, min(len(texts), index + 8)):
        if (texts[i] in ("av", "for") or (texts[i] in ("på", "om", "i") and "forsk" in mention.word)) and not _agent(
            mention, i
        ):
            if texts[i + 1 : i + 2] and texts[i + 1] in ("om", "hvordan", "korleis", "i", "hvorvidt", "korvidt"):
                return Theme.OWN if mentions_agreement(mention.sentence) else Theme.NEUTRAL
            end = i + 1
            while end < len(texts) and texts[end] not in ",.;:" and not (lex.is_finite(texts[end]) and end > i + 2):
                end += 1
            return mention.theme(i + 1, end)
        if texts[i] == "om" and i == index + 1:
            return Theme.NEUTRAL
        if texts[i] in ".;:," or lex.is_finite(texts[i]):
            break
    return Theme.NEUTRAL


def _agent(mention: Mention, i: int) -> bool:
    """Whether «av» names who does it: after a passive verb, or an evaluator."""
    texts = mention.texts
    return EVALUATOR.fits_any(texts[i + 1 : i + 4])


def is_result_asked(mention: Mention) -> bool:
    """«hvorvidt avtalen har virket», «hva avtalen har ført til»: what a judgement of the agreement asks."""
    return _WORKED.search(" ".join(mention.texts)) is not None


_BETWEEN = (("mellom",), ("om",), ("med",), ("i",))  # «samarbeidet mellom kommunen og politiet»
_ASKS = frozenset(("hvorvidt", "korvidt", "om", "hvordan", "korleis", "hva", "kva", "i"))
_DEFINITE = Forms(r"\w*evaluering(?:a|en)")
_EVALUATES = Forms(r"evaluer(?:e|er|ar|es|ast)")
CHANGE = Forms(
    r"forleng\w*|endr\w*|revider\w*|avslutt\w*|fornye\w*|videreført|vidareført\w*|videreføres|justert|"
    r"oppjustert|utvid\w*|behov\w*|"
    r"mulighe\w*|moglegheit\w*|opphev\w*|avvikl\w*|oppheva|innført|endringar|tiltak"
)
RESULT = pattern(
    r"måloppnå\w*|resultat\w*|effekt\w*|verknad\w*|virkning\w*|samarbeid\w*|erfaring\w*|røynsl\w*|innsats\w*|"
    r"oppnådd\w*"
)
_COMPOUND = pattern(r"(?P<kind>[\w-]+?)-?(?:s)?(?:evaluering|vurdering)\w*")
_OWN_KIND = Forms(
    r"midtveis?|midtvegs?|slutt?|slut|følge?|fylgje|følgje|del|underveis?|undervegs?|egen|eigen|års?|sam|etter|"
    r"total|hel|heil|heilskaps?"
    r"|helhets?|avtale|prosess?|resultat|effekt|avslutning|avsluttings?|halvårs?|nå|ekstern|intern|hoved|hovud|"
    r"felles|år"
)
_WORKED = pattern(
    r"\b(?:har|hadde|er) (?:\w+ ){0,3}(?:virket|verka|virka|fungert|ført til|fått|hatt|svart til|skapt|"
    r"endra|endret|betra|bedret|styrka|styrket|truffet|gitt|gjeve|nådd|oppnådd|bidratt|"
    r"bidrege|medvirket|medverka|levert|oppfylt|lukkast|lykkes|lykkets|hatt nytte|innfridd|lever)\b"
    r"|\b(?:avtal(?:en|a)|samarbeidet|tiltak(?:ene|a)|innsatsen) (?:\w+ ){0,2}(?:virker|verkar|fungerer|"
    r"fungerar|bidrar|bidreg|når|oppfyller|oppfylles|gir|gjev)\b"
)
