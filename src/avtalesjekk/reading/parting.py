"""How the parties may end the agreement early, and how it may go on after its end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.quantities import find_durations
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.reference import Theme, is_agreement
from avtalesjekk.reading.said import Said
from avtalesjekk.reading.term import HEADING, HOME


@dataclass(frozen=True, slots=True)
class Termination:
    """Words that give a right to terminate; the notice, and the words of one that is not definite."""

    said: Said[str]
    notice: Said[Duration] | None
    vague: Said[str] | None


def terminations(prose: Prose) -> Iterator[Termination]:
    """Where a party is given the right to terminate the agreement."""
    for mention in prose.mentions(_STEMS, _TERMINATES, HOME, HEADING):
        if _gives_right(mention):
            yield Termination(mention.said(mention.word), *_notice(mention))


def prolongations(prose: Prose) -> Iterator[Said[str]]:
    """Where the agreement may go on, or goes on by itself, without a new signing being asked for."""
    for mention in prose.mentions(_PROLONG_STEMS, _PROLONGS, HOME, HEADING):
        if _prolongs(mention) and not _asks_for_signing(mention):
            yield mention.said(mention.word)


# Termination


def _gives_right(mention: Mention) -> bool:
    status = mention.status
    if status in (Status.DENIED, Status.PAST, Status.WISHED):
        return False
    if mention.word == "opp":
        return _verb_gives_right(mention)
    if mention.word in ("ut", "seg"):
        return _leaves(mention)
    if _ENDING.fullmatch(mention.word):
        return _brings_to_end(mention)
    return _noun_gives_right(mention)


def _verb_gives_right(mention: Mention) -> bool:
    """«si opp avtalen», «avtala kan seiast opp»."""
    texts, index = mention.clauses.texts, mention.index
    clause = mention.clauses.of(index)
    say = next(
        (i for i in range(index - 1, max(-1, index - 8), -1) if _SAY.fullmatch(texts[i]) and mention.clauses.of(i) is clause),
        None,
    )
    if say is None:
        return False
    if _SAID_UP.fullmatch(texts[say]) and mention.clauses.texts[clause.finite or 0] in (lex.WAS | lex.HAS):
        return mention.clauses.texts[clause.finite or 0] in lex.BECOMES
    if texts[say] in ("sies", "seiast", "seias", "sagt", "sagd"):
        found = mention.subject
        return mention.is_own(found)
    between = texts[say + 1 : index]
    if between and between != ("seg",):
        return any(
            is_agreement(mention.clauses, i) or texts[i] in ("den", "ho", "han", "henne") for i in range(say + 1, index)
        ) and not any(_FOREIGN.fullmatch(word) for word in between)
    end = index + 1
    while end < len(texts) and texts[end] not in ".,;:" and texts[end] not in lex.PREPOSITIONS:
        end += 1
    if end == index + 1:
        return mention.home and not any(_FOREIGN.fullmatch(word) for word in texts)
    found = mention.theme(index + 1, end)
    return found is not Theme.OTHER and mention.is_own(found)


def _noun_gives_right(mention: Mention) -> bool:
    """«oppsigelsestiden er tre måneder», «rett til gjensidig oppsigelse»."""
    texts, index = mention.clauses.texts, mention.index
    words = set(texts[mention.sentence.own :])
    if any(_FOREIGN.fullmatch(word) for word in words):
        return False
    if not mention.home and not any(is_agreement(mention.clauses, i) for i in range(len(texts))):
        return False
    for i in range(index + 1, min(len(texts), index + 5)):
        if texts[i] == "av":
            end = i + 1
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            if mention.theme(i + 1, end) is Theme.OTHER:
                return False
            break
    if mention.subject is Theme.OTHER and mention.clauses.of(index).finite is not None and not _in_subject(mention):
        return False
    return True


def _in_subject(mention: Mention) -> bool:
    start, end = mention.clauses.subject(mention.clauses.of(mention.index))
    return start <= mention.index < end


def _leaves(mention: Mention) -> bool:
    """«tre ut av avtalen», «trekke seg fra avtalen»."""
    texts, index = mention.clauses.texts, mention.index
    verb = texts[max(0, index - 4) : index]
    if not any(_LEAVE.fullmatch(word) for word in verb):
        return False
    return any(is_agreement(mention.clauses, i) for i in range(index, min(len(texts), index + 6)))


def _brings_to_end(mention: Mention) -> bool:
    """«bringe avtalen til opphør», «kan avslutte avtalen med tre måneders varsel»."""
    texts, index = mention.clauses.texts, mention.index
    if mention.status is not Status.POSSIBLE and not set(texts) & {"rett", "adgang", "høve", "fri", "fritt", "anledning"}:
        return False
    near = range(max(0, index - 6), min(len(texts), index + 6))
    ensures = any(_WARNING.fullmatch(word) for word in texts) or set(texts) & {"ensidig", "einsidig", "hver", "kvar", "begge"}
    return any(is_agreement(mention.clauses, i) for i in near) and bool(ensures)


def _notice(mention: Mention) -> tuple[Said[Duration] | None, Said[str] | None]:
    """The notice period in the sentence, or in the next one of the same text that speaks of it."""
    for sentence in (mention.sentence, *_following(mention)):
        here = Mention(mention.text, sentence, 0, mention.home)
        words = sentence.clauses.words
        for length in find_durations(words):
            if _is_notice(sentence.clauses, length.first, length.after):
                return here.said(length.value, length.first, length.after), None
        for i in range(sentence.own, len(words) - 1):
            if _VAGUE.fullmatch(words[i].text) and any(_WARNING.fullmatch(word.text) or word.text == "tid" for word in words[i + 1 : i + 4]):
                return None, here.said(words[i].text, i, i + 2)
    return None, None


def _following(mention: Mention) -> tuple[Sentence, ...]:
    after = mention.sentence.after
    near = (after,) if after is not None else ()
    return tuple(s for s in near if any(_WARNING.fullmatch(word.text) for word in s.words))


def _is_notice(clauses: Clauses, first: int, after: int) -> bool:
    texts = clauses.texts
    window = texts[max(0, first - 8) : first] + texts[after : after + 6]
    if any(_WARNING.fullmatch(word) for word in window):
        return True
    return _WARNING_IN.search(texts[first]) is not None


_STEMS = ("oppsi", "oppsei", " opp", "opphør", "opphøyr", "avslut", " ut av", " seg ", "oppsag", "terminer", "løys", "\nopp")
_TERMINATES = re.compile(
    r"opp|oppsigelse\w*|oppseiing\w*|gjensidig\w*oppsi\w*|oppsies|oppsigelig|oppseieleg|oppseiast|ut|seg|opphør|opphøyr|avslutte|avslutta|terminere|avsluttes|avsluttast|løyse|løse"
)
_ENDING = re.compile(r"opphør|opphøyr|avslutte|avslutta|terminere|avsluttes|avsluttast|løyse|løse")
_SAY = re.compile(r"si|sie|sies|seie|seia|seiast|seias|sier|seier|sagt|sagd|sei")
_SAID_UP = re.compile(r"sagt|sagd")
_LEAVE = re.compile(r"tre|trer|trå|gå|går|trekke|trekkje|trekker|trekkjer|melde|melder|meldar")
_WARNING = re.compile(r"\w*varsel\w*|\w*varsle\w*|\w*varsling\w*|\w*frist\w*|oppsigelsestid\w*|oppseiingstid\w*|forhånd|førehand|føreåt")
_WARNING_IN = re.compile(r"varsel|frist|oppsig|oppsei")
_VAGUE = re.compile(r"rimelig|rimeleg|rimelege|rimelige|god|godt|tilstrekkelig|tilstrekkeleg|passende|passande|høveleg|skjellig|skjeleg|forsvarlig|forsvarleg|nødvendig|naudsynt")
_FOREIGN = re.compile(
    r"ansatt\w*|tilset\w*|tilsett\w*|medarbeid\w*|arbeidstak\w*|arbeidsavtal\w*|arbeidskontrakt\w*|\w*stilling(?:en|a|ar|er)?|leie\w*|leige\w*|leverandør\w*|lisens\w*|abonnement\w*|"
    r"\w*kontrakt\w*|husleie\w*|husleige\w*|lån|lånet|lokale\w*|bustad\w*|bolig\w*|personell\w*|personale\w*|tariffavtal\w*|hovedavtal\w*|hovudavtal\w*|\w*leverans\w*"
)


# Prolongation


def _prolongs(mention: Mention) -> bool:
    status = mention.status
    if status in (Status.DENIED, Status.PAST, Status.WISHED):
        return False
    texts, index = mention.clauses.texts, mention.index
    if _PROLONG_NOUN.fullmatch(mention.word):
        for i in range(index + 1, min(len(texts), index + 5)):
            if texts[i] in ("av", "for", "på"):
                end = i + 1
                while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                    end += 1
                found = mention.theme(i + 1, end)
                if found is Theme.OTHER:
                    return False
                return mention.is_own(found)
            if texts[i] in ".,;:":
                break
        if index and texts[index - 1] in ("avtalens", "avtalas"):
            return True
        return mention.is_own(mention.subject) or mention.home and mention.subject is not Theme.OTHER
    if mention.word in ("videre", "vidare", "fram"):
        verb = texts[max(0, index - 5) : index]
        return any(_RUNS.fullmatch(word) for word in verb) and mention.is_own(mention.subject) and mention.subject is Theme.OWN
    if _ACTIVE.fullmatch(mention.word) and not mention.word.endswith(("es", "ast")):
        end = index + 1
        while end < len(texts) and texts[end] not in ".,;:" and texts[end] not in lex.PREPOSITIONS:
            end += 1
        if end > index + 1:
            found = mention.theme(index + 1, end)
            return found is not Theme.OTHER and mention.is_own(found)
    return mention.is_own(mention.subject)


def _asks_for_signing(mention: Mention) -> bool:
    """Whether the sentence, or one beside it in the text, says that it must be signed anew or agreed anew."""
    sentences = [mention.sentence]
    if mention.sentence.before is not None:
        sentences.append(mention.sentence.before)
    if mention.sentence.after is not None:
        sentences.append(mention.sentence.after)
    return any(_signing_in(sentence) for sentence in sentences)


def _signing_in(sentence: Sentence) -> bool:
    clauses = sentence.clauses
    for i, word in enumerate(clauses.texts):
        if _SIGNING.fullmatch(word) and not clauses.denied(i):
            before = clauses.texts[max(0, i - 8) : i + 5]
            if set(before) & _ANEW or _MUST.search(" ".join(clauses.texts)):
                return True
        if _NEW_ONE.fullmatch(word) and i and clauses.texts[i - 1] in ("ny", "nye", "eigen", "egen") and not clauses.denied(i):
            return True
    return False


_PROLONG_STEMS = ("forleng", "forlenging", "fornye", "fornya", "viderefør", "vidarefør", "prolonger", " videre", " vidare", " fram")
_PROLONGS = re.compile(
    r"forleng(?:e|es|er|ar|a|ast|else|elsen|elsar|et|jast|je)|forlenging(?:a|en|ar)?|forlenges|forlenget|forlengd|forlenga|fornye(?:s|r|lse|lsen|t)?|fornya(?:st|r)?|fornying(?:a|en)?|fornyast"
    r"|videreføre?(?:s|r|t|lse)?|videreføring(?:en|a)?|vidareføre?(?:r|t|st|ast)?|vidareførast|vidareføring(?:a|en)?|prolongere?s?|prolongering\w*|videre|vidare|fram"
)
_PROLONG_NOUN = re.compile(r"forlengelse\w*|forlenging\w*|fornyels\w*|fornying\w*|videreføring\w*|vidareføring\w*|prolongering\w*")
_ACTIVE = re.compile(r"forleng(?:e|er|je|a|ar)|fornye(?:r)?|fornya|videreføre(?:r)?|vidareføre(?:r)?|prolongere")
_RUNS = re.compile(r"løper|løpe|gjelder|gjeld|gjelde|fortsetter|fortset|fortsette|held|holder|halde")
_SIGNING = re.compile(r"(?:under)?(?:tegn|teikn)\w*|signer\w*|signatur\w*|under(?:skriv|skriven|skrives|skrift)\w*|påteiknast|under|underskrivast")
_NEW_ONE = re.compile(r"avtale|samarbeidsavtale|avtaletekst|avtaledokument|inngåelse|inngåing")
_ANEW = frozenset(("ny", "nytt", "nye", "på", "må", "skal", "krever", "krev", "begge", "skriftlig", "skriftleg", "at", "av", "først", "fyrst", "når"))
_MUST = re.compile(r"\b(?:må|skal|krev\w*|forutset\w*|føreset\w*)\b")
