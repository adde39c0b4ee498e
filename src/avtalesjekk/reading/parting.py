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
from avtalesjekk.reading.reference import Theme, is_agreement, mentions_agreement
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
    for mention in prose.mentions(_STEMS, _EXITS, HOME, HEADING):
        if _gives_right(mention):
            yield Termination(mention.said(mention.word), *_notice(mention))


def prolongations(prose: Prose) -> Iterator[Said[str]]:
    """Where the agreement may go on, or goes on by itself, without a new signing being asked for."""
    for mention in prose.mentions(_PROLONG_STEMS, _PROLONGS, HOME, HEADING):
        if _goes_on(mention) and not _asks_for_signing(mention):
            yield mention.said(mention.word)


# Termination


def _gives_right(mention: Mention) -> bool:
    status = mention.status
    if _UNDOABLE.fullmatch(mention.word):
        texts = mention.clauses.texts
        return bool(set(texts[max(0, mention.index - 2) : mention.index]) & lex.NOT)
    if status is Status.WISHED and mention.clauses.of(mention.index).opener in ("som", "dersom"):
        status = Status.CONDITIONAL  # «den som ønsker å si opp avtalen, skal …»
    if status in (Status.DENIED, Status.PAST, Status.WISHED):
        return False
    if status is Status.CONDITIONAL and not _is_arranged(mention):
        return False
    if mention.word == "opp":
        return _says_up(mention)
    if _LEAVING.fullmatch(mention.word):
        return _leaves(mention)
    if _ENDING.fullmatch(mention.word):
        return _ends_early(mention)
    return _noun_gives_right(mention)


def _is_arranged(mention: Mention) -> bool:
    """Whether what is only thought of in a condition is given its terms: a notice, a form, or that it is free."""
    clause = mention.clauses.of(mention.index)
    if clause.opener in ("hvorvidt", "korvidt"):
        return " ".join(mention.clauses.texts[max(0, clause.opens_at - 5) : clause.opens_at]).find("opp til") >= 0
    return any(_TERMS.fullmatch(word) for word in mention.clauses.texts)


def _says_up(mention: Mention) -> bool:
    """«si opp avtalen», «avtala kan seiast opp», «sier KS den opp»."""
    texts, index = mention.clauses.texts, mention.index
    clause = mention.clauses.of(index)
    near = [i for i in range(index - 1, max(-1, index - 9), -1) if _SAY.fullmatch(texts[i])]
    say = next((i for i in near if mention.clauses.of(i) is clause or index - i <= 2), None)
    if say is None:
        return False
    if texts[say] in ("sies", "seiast", "seias", "sagt", "sagd"):
        return mention.is_own(mention.subject)
    between = range(say + 1, index)
    if any(_FOREIGN.fullmatch(texts[i]) for i in between):
        return False
    if any(is_agreement(mention.clauses, i) or texts[i] in ("den", "ho", "han", "henne") for i in between):
        return True
    end = index + 1
    while end < len(texts) and texts[end] not in ".,;:" and texts[end] not in lex.PREPOSITIONS and not lex.is_finite(texts[end]):
        end += 1
    if end == index + 1:
        return (mention.home or mentions_agreement(mention.clauses)) and not any(_FOREIGN.fullmatch(w) for w in texts)
    found = mention.theme(index + 1, end)
    return found is not Theme.OTHER and mention.is_own(found)


def _noun_gives_right(mention: Mention) -> bool:
    """«oppsigelsestiden er tre måneder», «rett til gjensidig oppsigelse»."""
    texts, index = mention.clauses.texts, mention.index
    if any(_FOREIGN.fullmatch(word) or word in ("avtalane", "avtalene", "avtalar", "avtaler") for word in texts):
        return False
    if not mention.home and not mentions_agreement(mention.clauses):
        return False
    for i in range(index + 1, min(len(texts), index + 5)):
        if texts[i] in ("av", "for"):
            end = i + 1
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            return mention.theme(i + 1, end) is not Theme.OTHER
    return True


def _leaves(mention: Mention) -> bool:
    """«tre ut av avtalen», «trekke seg fra avtalen», «står fritt til å gå fra avtalen»."""
    texts, index = mention.clauses.texts, mention.index
    window = texts[max(0, index - 6) : index + 2]
    if not any(_LEAVE.fullmatch(word) for word in window):
        return False
    return any(
        is_agreement(mention.clauses, i)
        or (texts[i] in ("den", "ho", "han") and (mention.home or mentions_agreement(mention.clauses)))
        or (mention.home and texts[i].startswith("samarbeid"))
        for i in range(index, min(len(texts), index + 4))
    )


def _ends_early(mention: Mention) -> bool:
    """«bringe avtalen til opphør», «kan avslutte avtalen med tre måneders varsel», «opphører én måned etter varsel»."""
    clauses, texts, index = mention.clauses, mention.clauses.texts, mention.index
    warned = any(_TERMS.fullmatch(word) for word in texts)
    free = mention.status is Status.POSSIBLE or bool(set(texts) & {"rett", "adgang", "høve", "fri", "fritt", "anledning", "fullmakt"})
    alone = bool(set(texts) & {"ensidig", "einsidig", "hver", "kvar", "begge", "ene", "eine"})
    alone = alone or _ONE_PARTY.search(" ".join(texts)) is not None
    near = range(max(0, index - 6), min(len(texts), index + 7))
    pronoun = mention.home and bool({"den", "ho", "han"} & set(texts[max(0, index - 3) : index]))
    own = pronoun or any(is_agreement(clauses, i) for i in near) or (mention.home and mention.subject is Theme.OWN)
    return own and (alone or warned) and (free or (alone and warned))


def _notice(mention: Mention) -> tuple[Said[Duration] | None, Said[str] | None]:
    """The notice period in the sentence, or in the next one of the same text that speaks of it."""
    for sentence in _with_next(mention):
        if sentence is not mention.sentence and any(_FOREIGN.fullmatch(word.text) for word in sentence.words):
            continue
        here = Mention(mention.text, sentence, 0, mention.home)
        words = sentence.clauses.words
        lengths = [length for length in find_durations(words) if length.first >= sentence.own]
        named = [length for length in lengths if _is_notice(sentence.clauses, length.first, length.after)]
        if not named and sentence is mention.sentence:
            named = [one for one in lengths if one.first > mention.index and words[one.first - 1].text not in ("i", "på")]
        if named:
            return here.said(named[0].value, named[0].first, named[0].after), None
        for i in range(sentence.own, len(words) - 1):
            if _VAGUE.fullmatch(words[i].text) and any(_WARNING.fullmatch(w.text) or w.text == "tid" for w in words[i + 1 : i + 4]):
                return None, here.said(f"{words[i].text} {words[i + 1].text}", i, i + 2)
    return None, None


def _with_next(mention: Mention) -> tuple[Sentence, ...]:
    after = mention.sentence.after
    if after is not None and any(_WARNING.fullmatch(word.text) or _GIVEN.fullmatch(word.text) for word in after.words):
        return mention.sentence, after
    return (mention.sentence,)


def _is_notice(clauses: Clauses, first: int, after: int) -> bool:
    texts = clauses.texts
    window = texts[max(0, first - 8) : first] + texts[after : after + 9]
    return any(_WARNING.fullmatch(word) or _GIVEN.fullmatch(word) for word in window) or _WARNING_IN.search(texts[first]) is not None


_STEMS = (
    "oppsi", "oppsei", " opp", "\nopp", "opphør", "opphøyr", "avslut", " ut av", "ut or", " seg ", "terminer", "løys", "løse", "avtal", "uopps", "avvikle", "fri",
)  # fmt: skip
_EXITS = re.compile(
    r"opp|oppsigelse\w*|oppseiing\w*|oppsigelig|oppseieleg|ut|seg|fra|frå|opphør|opphøyr|opphører|opphøyrer|avslutte|avslutter|avsluttar|avslutta|terminere|avsluttes|avsluttast|avvikle|løyse|løse|uoppsig\w*|uoppsei\w*"
)
_ENDING = re.compile(r"opphør|opphøyr|opphører|opphøyrer|avslutte|avslutter|avsluttar|avslutta|terminere|avsluttes|avsluttast|avvikle")
_LEAVING = re.compile(r"ut|seg|fra|frå|løyse|løse")
_ONE_PARTY = re.compile(r"\b(?:en|ein|én|éin|ene|eine|hver|kvar) (?:av )?part")
_UNDOABLE = re.compile(r"uoppsig\w*|uoppsei\w*")
_SAY = re.compile(r"si|sie|sies|seie|seia|seiast|seias|sier|seier|sagt|sagd|sei")
_LEAVE = re.compile(r"tre|trer|trå|gå|går|trekke|trekkje|trekker|trekkjer|melde|melder|meldar|løse|løyse|løser|frigjøre|frigjere|ut|komme|kome|koma|vil")
_WARNING = re.compile(
    r"\w*varsel\w*|\w*varsle\w*|\w*varsla\w*|\w*varsling\w*|\w*frist\w*|oppsigelsestid\w*|oppseiingstid\w*|forhånd|førehand|føreåt|forveien|forvegen|mottak\w*|melding|beskjed|meldt|meldinga"
)
_TERMS = re.compile(rf"{_WARNING.pattern}|skriftlig\w*|skriftleg\w*|fritt|rett|høve|adgang|når|måneder|månader|månadar|dager|dagar")
_GIVEN = re.compile(r"oppsigelsen|oppsigelse|oppseiinga|oppseiing|mottatt|motteke|meddelelsen|meldinga|meldingen|brevet")
_WARNING_IN = re.compile(r"varsel|frist|oppsig|oppsei")
_VAGUE = re.compile(
    r"rimelig|rimeleg|rimelege|rimelige|god|godt|tilstrekkelig|tilstrekkeleg|passende|passande|høveleg|skjellig|skjeleg|forsvarlig|forsvarleg|nødvendig|naudsynt|rommeleg|romslig"
)
_FOREIGN = re.compile(
    r"\w*ansatt\w*|tilset\w*|tilsett\w*|medarbeid\w*|arbeidstak\w*|arbeidsavtal\w*|arbeidskontrakt\w*|\w*stilling(?:en|a|ar|er)?|leie\w*|leige\w*|leverandør\w*|lisens\w*|abonnement\w*|arbeidsforhold\w*|arbeidstilhøve\w*|"
    r"\w*kontrakt\w*|husleie\w*|husleige\w*|lån|lånet|lokale\w*|bustad\w*|bolig\w*|personell\w*|personale\w*|tariffavtal\w*|hovedavtal\w*|hovudavtal\w*|\w*leverans\w*|rammeavtal\w*|driftsavtal\w*"
)


# Prolongation


def _goes_on(mention: Mention) -> bool:
    status = mention.status
    if status in (Status.DENIED, Status.PAST, Status.WISHED):
        return False
    texts, index = mention.clauses.texts, mention.index
    if _PROLONG_NOUN.fullmatch(mention.word):
        return _noun_is_of_agreement(mention)
    if mention.word == "til":
        return _TIMES.fullmatch(" ".join(texts[max(0, index - 2) : index])) is not None and _clause_is_own(mention)
    if _MORE.fullmatch(mention.word):
        return any(_FOR_TIME.fullmatch(word) for word in texts[index + 1 : index + 5]) and _clause_is_own(mention)
    if _STRETCHES.fullmatch(mention.word):
        return any(_TIME.fullmatch(word) for word in texts[max(0, index - 6) : index + 6]) and _clause_is_own(mention)
    if _ONWARD.fullmatch(mention.word):
        verb = texts[max(0, index - 6) : index]
        return any(_RUNS.fullmatch(word) for word in verb) and _clause_is_own(mention)
    if _ACTIVE.fullmatch(mention.word):
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
        return found is Theme.NEUTRAL and mention.home and any(_TIME.fullmatch(w) for w in mention.clauses.texts[start:end])
    words = mention.clauses.texts[start:end]
    return not any(_NOT_TERM.fullmatch(word) for word in words)


def _clause_is_own(mention: Mention) -> bool:
    clauses = mention.clauses
    start, end = clauses.subject(clauses.of(mention.index))
    if start < end and mention.theme(start, end) is Theme.OWN:
        return _is_own_term(mention, start, end)
    return any(is_agreement(clauses, i) for i in clauses.of(mention.index).words) and mention.subject is not Theme.OTHER


def _noun_is_of_agreement(mention: Mention) -> bool:
    texts, index = mention.clauses.texts, mention.index
    if index and texts[index - 1] in ("avtalens", "avtalas"):
        return True
    for i in range(index + 1, min(len(texts), index + 5)):
        if texts[i] in ("av", "for") and not _FOR_TIME.fullmatch(texts[i + 1] if i + 1 < len(texts) else ""):
            end = i + 1
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            return _is_own_term(mention, i + 1, end)
        if texts[i] in ".,;:":
            break
    found = mention.subject
    return found is not Theme.OTHER and (mention.is_own(found) or mention.home) and not any(_NOT_TERM.fullmatch(w) for w in texts)


def _asks_for_signing(mention: Mention) -> bool:
    """Whether the sentence, or one beside it in the text, says that it must be signed anew or agreed anew."""
    beside = (mention.sentence, mention.sentence.before, mention.sentence.after)
    return any(_signing_in(sentence) for sentence in beside if sentence is not None)


def _signing_in(sentence: Sentence) -> bool:
    clauses = sentence.clauses
    texts = clauses.texts
    joined = " ".join(texts)
    for i, word in enumerate(texts):
        if _is_signing(texts, i) and not clauses.denied(i) and (set(texts[max(0, i - 8) : i + 6]) & _ANEW or _MUST.search(joined)):
            return True
        if _AGREEMENT.fullmatch(word) and set(texts[max(0, i - 3) : i]) & {"ny", "eigen", "egen"} and not clauses.denied(i):
            return True
    return False


def _is_signing(texts: tuple[str, ...], i: int) -> bool:
    if _SIGNING.fullmatch(texts[i]):
        return True
    return texts[i] == "under" and any(re.fullmatch(r"skriv\w*|skrev\w*|skreiv|skrive|navn\w*|namn\w*", word) for word in texts[max(0, i - 5) : i])


_PROLONG_STEMS = (
    "forleng", "fornye", "fornya", "viderefør", "vidarefør", "prolonger", " videre", " vidare", " fram", "strekk", "skyv", "ytterl", "utvid", "bestå", "fortset", "til.", " til,", "løpe", "forskyv", " til",
)  # fmt: skip
_PROLONGS = re.compile(
    r"(?:leng|forleng)(?:e|es|er|ar|a|ast|else|elsen|elsar|et|jast|je|d|de)|forlenging(?:a|en|ar)?|fornye(?:s|r|lse|lsen|t)?|fornya(?:st|r)?|fornying(?:a|en)?"
    r"|videreføre?(?:s|r|t|lse)?|videreføring(?:en|a)?|vidareføre?(?:r|t|st|ast)?|vidareførast|vidareføring(?:a|en)?|prolongere?[srt]?|prolongering\w*|videre|vidare|fram|strekkes|strekkjast|strekke"
    r"|skyve|skyves|skyva|skyvast|forskyves|ytterligere|ytterlegare|utvides|utvidast|utvide|utvida|bestå|bestå[rs]?|fortsette|fortsetter|fortsetje|fortset|til"
)
_PROLONG_NOUN = re.compile(r"forlengelse\w*|forlenging\w*|fornyels\w*|fornying\w*|videreføring\w*|vidareføring\w*|prolongering\w*")
_ACTIVE = re.compile(r"forleng(?:e|er|je|a|ar)|fornye(?:r)?|fornya|videreføre(?:r)?|vidareføre(?:r)?|prolongere")
_TIMES = re.compile(r"\w+ (?:år|måneder|månader|månadar|halvår)")
_MORE = re.compile(r"ytterligere|ytterlegare")
_STRETCHES = re.compile(r"strekkes|strekkjast|strekke|skyve|skyves|skyva|skyvast|forskyves|utvides|utvidast|utvide|utvida")
_ONWARD = re.compile(r"videre|vidare|fram|bestå|består|fortsette|fortsetter|fortsetje|fortset")
_FOR_TIME = re.compile(r"år|års|måneder|måneders|månader|månaders|periode|perioder|periodar|virketid|tid|to|ett|eitt")
_TIME = re.compile(r"\w*tid(?:en|a)?|\w*periode\w*|\w*perioda|varighe\w*|varigheit\w*|sluttdato\w*|utløp\w*")
_NOT_TERM = re.compile(r"oppsigelses\w*|oppseiings\w*|\w*frist\w*|\w*rapport\w*|prosjekt\w*|tilskudd\w*|tilskot\w*|stilling\w*|oppdrag\w*|ordning\w*")
_RUNS = re.compile(r"føres|føre|førast|førest|løper|løpe|gjelder|gjeld|gjelde|fortsetter|fortset|fortsette|held|holder|halde|halda|rullar|ruller|rulle|rulla|går|gå|la|lar|står|bestå|fortsetje")
_SIGNING = re.compile(r"(?:under)?(?:tegn|teikn)(?:es|ast|ing\w*|er|ar|et|a|e)?|signer\w*|signatur\w*|under(?:skriv|skriven|skrives|skrift|skrivast)\w*|påteiknast")
_AGREEMENT = re.compile(r"avtale|samarbeidsavtale|avtaletekst|avtaledokument")
_ANEW = frozenset(("ny", "nytt", "nye", "på", "må", "skal", "krever", "krev", "begge", "skriftlig", "skriftleg", "først", "fyrst", "når"))
_MUST = re.compile(r"\b(?:må|skal|krev\w*|forutset\w*|føreset\w*)\b")
