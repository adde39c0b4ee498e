"""How the agreement may go on after its end without being signed anew."""

import re
from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.reference import Theme, is_agreement, mentions_agreement
from avtalesjekk.reading.said import Said
from avtalesjekk.reading.term import HEADING, HOME


def prolongations(prose: Prose) -> Iterator[Said[str]]:
    """Where the agreement may go on, or goes on by itself, without a new signing being asked for."""
    for mention in prose.mentions(_PROLONGS, HOME, HEADING):
        if _goes_on(mention) and not _asks_for_signing(mention):
            yield mention.said(mention.word)


def speaks_of_prolongation(prose: Prose) -> bool:
    """Whether the text says anything of prolonging the agreement: that it may, may not, or must be signed anew."""
    return any(
        (_PROLONG_NOUN.fits(mention.word) or _ACTIVE.fits(mention.word) or _LONGER.fits(mention.word))
        and (mention.home or mentions_agreement(mention.sentence))
        and mention.status not in (Status.PAST, Status.WISHED)
        for mention in prose.mentions(_PROLONGS, HOME, HEADING)
    )


def _goes_on(mention: Mention) -> bool:
    texts, index = mention.texts, mention.index
    if mention.word == "til" and not _TIMES.fullmatch(" ".join(texts[max(0, index - 2) : index])):
        return False  # asked first, since it is a common word
    if mention.status in (Status.DENIED, Status.PAST, Status.WISHED):
        return False
    if _PROLONG_NOUN.fits(mention.word):
        return _noun_is_of_agreement(mention)
    if mention.word == "til":
        return (mention.home and _LETS.search(" ".join(texts)) is not None) or _clause_is_own(mention)
    if _MORE.fits(mention.word):
        return _FOR_TIME.fits_any(texts[index + 1 : index + 5]) and _clause_is_own(mention)
    if _STRETCHES.fits(mention.word):
        return _TIME.fits_any(texts[max(0, index - 6) : index + 6]) and _clause_is_own(mention)
    if mention.word in ("virkning", "verknad"):
        return _BEYOND.search(" ".join(texts[index:])) is not None and _clause_is_own(mention)
    if mention.word.startswith("fortset") and _LASTS.search(" ".join(texts[index + 1 : index + 6])):
        return _clause_is_own(mention)
    if mention.word == "lenger" and texts[index + 1 : index + 2] == ("enn",):
        return False  # «må vare lenger enn stortingsperioden»
    if mention.word == "fram" and texts[index + 1 : index + 2] == ("til",):
        return False  # «gjelder fram til 1. september»
    if _ONWARD.fits(mention.word):
        verb = texts[max(0, index - 6) : index]
        return _RUNS.fits_any(verb) and _clause_is_own(mention)
    finite = mention.clauses.of(index).finite
    passive = finite is not None and finite < index and texts[finite] in lex.BECOMES
    if _ACTIVE.fits(mention.word) and not passive:
        end = index + 1
        while end < len(texts) and texts[end] not in ".,;:" and texts[end] not in lex.PREPOSITIONS:
            end += 1
        if end > index + 1:
            return _is_own_term(mention, index + 1, end)
    start, end = mention.clauses.subject(mention.clauses.of(index))
    return start < end and _is_own_term(mention, start, end)


def _is_own_term(mention: Mention, start: int, end: int) -> bool:
    """Whether words are the agreement or its time, not a deadline or a project under it."""
    found = mention.theme(start, end)
    if found is not Theme.OWN:
        return found is Theme.NEUTRAL and mention.home and _TIME.fits_any(mention.texts[start:end])
    words = mention.texts[start:end]
    return not _NOT_TERM.fits_any(words)


def _clause_is_own(mention: Mention) -> bool:
    clauses = mention.clauses
    start, end = clauses.subject(clauses.of(mention.index))
    if start < end and mention.theme(start, end) is Theme.OWN:
        return _is_own_term(mention, start, end)
    return (
        any(is_agreement(clauses.sentence, i) for i in clauses.of(mention.index).words)
        and mention.subject is not Theme.OTHER
    )


def _noun_is_of_agreement(mention: Mention) -> bool:
    texts, index = mention.texts, mention.index
    if index and texts[index - 1] in ("avtalens", "avtalas"):
        return True
    if texts[index - 1 : index] == ("om",) and index > 1 and texts[index - 2].startswith("spørsmål"):
        return False
    for i in range(index + 1, min(len(texts), index + 5)):
        if texts[i] in ("av", "for") and not _FOR_TIME.fits(texts[i + 1] if i + 1 < len(texts) else ""):
            end = i + 1
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            return _is_own_term(mention, i + 1, end)
        if texts[i] in ".,;:":
            break
    if _RAN_OUT.search(" ".join(texts)):
        return False
    found = mention.subject
    return found is not Theme.OTHER and (mention.is_own(found) or mention.home) and not _NOT_TERM.fits_any(texts)


def _asks_for_signing(mention: Mention) -> bool:
    """Whether the sentence, or one beside it in the text, says that it must be signed anew or agreed anew."""
    beside = (mention.sentence, mention.sentence.before, mention.sentence.after)
    return any(_signing_in(sentence) for sentence in beside if sentence is not None)


def _signing_in(sentence: Sentence) -> bool:
    clauses = sentence.clauses
    texts = clauses.texts
    joined = " ".join(texts)
    for i, word in enumerate(texts):
        if (
            _is_signing(texts, i)
            and not clauses.denied(i)
            and (set(texts[max(0, i - 8) : i + 6]) & _ANEW or _MUST.search(joined))
        ):
            return True
        if _AGREEMENT.fits(word) and set(texts[max(0, i - 3) : i]) & {"ny", "eigen", "egen"} and not clauses.denied(i):
            return True
    return False


def _is_signing(texts: tuple[str, ...], i: int) -> bool:
    if _SIGNING.fits(texts[i]):
        return True
    return texts[i] == "under" and any(
        re.fullmatch(r"skriv\w*|skrev\w*|skreiv|skrive|navn\w*|namn\w*", word) for word in texts[max(0, i - 5) : i]
    )


_PROLONG_NOUN = Forms(
    r"forlengelse\w*|forlenging\w*|fornyels\w*|fornying\w*|videreføring\w*|vidareføring\w*|prolongering\w*"
)
_ACTIVE = Forms(r"forleng(?:e|er|je|a|ar)|fornye(?:r)?|fornya|videreføre(?:r)?|vidareføre(?:r)?|prolongere")
_LONGER = Forms(r"forleng\w*|fornye\w*|fornya\w*|videref\w*|vidaref\w*|lengd|lenga")
_LETS = pattern(r"\bl[ae](?:r|te|ta|t)? (?:den|ho|han|avtal)")
_TIMES = pattern(r"\w+ (?:år|måneder|månader|månadar|halvår)")
_MORE = Forms(r"ytterligere|ytterlegare")
_STRETCHES = Forms(
    r"utsettes|utsetjast|utsette|utsetje|strekkes|strekkjast|strekke|skyve|skyves|skyva|skyvast|forskyves|"
    r"utvides|utvidast|utvide|utvida"
)
_ONWARD = Forms(r"videre|vidare|fram|bestå|består|fortsette|fortsetter|fortsetje|fortset")
_FOR_TIME = Forms(
    r"gangen|gongen|år|års|måneder|måneders|månader|månaders|periode|perioder|periodar|virketid|tid|to|ett|eitt"
)
_TIME = Forms(r"\w*tid(?:en|a)?|\w*periode\w*|\w*perioda|varighe\w*|varigheit\w*|sluttdato\w*|utløp\w*")
_NOT_TERM = Forms(
    r"oppsigelses\w*|oppseiings\w*|\w*frist\w*|\w*rapport\w*|prosjekt\w*|tilskudd\w*|tilskot\w*|stilling\w*|"
    r"oppdrag\w*|ordning\w*"
)
_BEYOND = pattern(
    r"\b(?:ut ?over|etter) (?:\w+ )?(?:utløp\w*|sluttdato\w*|avtaleperiod\w*|avtaletid\w*|perioden|perioda)"
)
_RAN_OUT = pattern(r"\b(?:løp|gikk|gjekk) ut\b|\butløp (?:i )?\d")
_LASTS = pattern(r"\bå (?:gjelde|gjelda|løpe)\b")
_RUNS = Forms(
    r"ført|førd|føres|føre|førast|førest|løper|løpe|gjelder|gjeld|gjelde|fortsetter|fortset|fortsette|"
    r"held|holder|halde|"
    r"halda|rullar|ruller|rulle|rulla|går|gå|la|lar|står|bestå|fortsetje"
)
_PROLONGS = Sought(
    r"(?:leng|forleng)(?:e|es|er|ar|a|ast|else|elsen|elsar|et|jast|je|d|de)|forlenging(?:a|en|ar)?|"
    r"utsettes|utsetjast|utsette|utsetje|fornye(?:s|"
    r"r|lse|lsen|t)?|fornya(?:st|r)?|fornying(?:a|en)?"
    r"|videreføre?(?:s|r|t|lse)?|videreføring(?:en|a)?|vidareføre?(?:r|t|st|ast)?|vidareførast|"
    r"vidareføring(?:a|en)?|prolongere?[srt]?|prolongering\w*|videre|vidare|fram|strekkes|strekkjast|strekke"
    r"|skyve|skyves|skyva|skyvast|forskyves|ytterligere|ytterlegare|utvides|utvidast|utvide|utvida|bestå|"
    r"bestå[rs]?|virkning|verknad|fortsette|fortsetter|fortsetje|fortset|til",
    ("til", r"år|måneder|månader|månadar|halvår"),
    ("fram|videre|vidare", _RUNS.pattern),
)
_SIGNING = Forms(
    r"(?:under)?(?:tegn|teikn)(?:es|ast|ing\w*|er|ar|et|a|e)?|signer\w*|signatur\w*|under(?:skriv|skriven|"
    r"skrives|skrift|skrivast)\w*|påteiknast"
)
_AGREEMENT = Forms(r"avtale|samarbeidsavtale|avtaletekst|avtaledokument")
_ANEW = frozenset(
    (
        "ny",
        "nytt",
        "nye",
        "på",
        "må",
        "skal",
        "krever",
        "krev",
        "begge",
        "skriftlig",
        "skriftleg",
        "først",
        "fyrst",
        "når",
        "tillegg",
        "tilleggsavtale",
        "endringsavtale",
    )
)
_MUST = pattern(r"\b(?:må|skal|krev\w*|forutset\w*|føreset\w*)\b")
