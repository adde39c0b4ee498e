"""The right to end the agreement early, and the notice."""

from collections.abc import Iterator
from dataclasses import dataclass

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.quantities import find_durations
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern
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
    for mention in prose.mentions(_EXITS, HOME, HEADING):
        if _gives_right(mention):
            yield Termination(mention.said(mention.word), *_notice(mention))


def _gives_right(mention: Mention) -> bool:
    status = mention.status
    if _UNDOABLE.fullmatch(mention.word):
        texts = mention.texts
        return bool(set(texts[max(0, mention.index - 2) : mention.index]) & lex.NOT)
    if status is Status.WISHED and mention.clauses.of(mention.index).opener in ("som", "dersom"):
        status = Status.CONDITIONAL  # «den som ønsker å si opp avtalen, skal …»
    if status is Status.WISHED and mention.clauses.plain_status(mention.index) is Status.POSSIBLE:
        status = Status.POSSIBLE  # «kan den som ønsker det, si opp avtalen»
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
        return " ".join(mention.texts[max(0, clause.opens_at - 5) : clause.opens_at]).find("opp til") >= 0
    return any(_TERMS.fullmatch(word) for word in mention.texts)


def _says_up(mention: Mention) -> bool:
    """«si opp avtalen», «avtala kan seiast opp», «sier KS den opp»."""
    texts, index = mention.texts, mention.index
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
    if any(is_agreement(mention.sentence, i) or texts[i] in ("den", "ho", "han", "henne") for i in between):
        return True
    end = index + 1
    while (
        end < len(texts)
        and texts[end] not in ".,;:"
        and texts[end] not in lex.PREPOSITIONS
        and not lex.is_finite(texts[end])
    ):
        end += 1
    if end == index + 1:
        return (mention.home or mentions_agreement(mention.sentence)) and not any(_FOREIGN.fullmatch(w) for w in texts)
    found = mention.theme(index + 1, end)
    return found is not Theme.OTHER and mention.is_own(found)


def _noun_gives_right(mention: Mention) -> bool:
    """«oppsigelsestiden er tre måneder», «rett til gjensidig oppsigelse»."""
    texts, index = mention.texts, mention.index
    if any(_FOREIGN.fullmatch(word) or word in ("avtalane", "avtalene", "avtalar", "avtaler") for word in texts):
        return False
    if not mention.home and not mentions_agreement(mention.sentence):
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
    texts, index = mention.texts, mention.index
    window = texts[max(0, index - 6) : index + 2]
    if (
        mention.word == "ut"
        and mention.home
        and _STEPS_OUT.search(" ".join(window))
        and _A_PARTY.search(" ".join(texts))
    ):
        return any(_WARNING.fullmatch(word) for word in texts)
    if not any(_LEAVE.fullmatch(word) for word in window) or (
        mention.word == "ut" and texts[index + 1 : index + 2] not in (("av",), ("or",))
    ):
        return False
    return any(
        is_agreement(mention.sentence, i)
        or (texts[i] in ("den", "ho", "han") and (mention.home or mentions_agreement(mention.sentence)))
        or (mention.home and texts[i].startswith("samarbeid"))
        for i in range(index, min(len(texts), index + 4))
    )


def _ends_early(mention: Mention) -> bool:
    """«bringe avtalen til opphør», «kan avslutte avtalen med tre måneders varsel», «opphører én måned etter varsel»."""
    clauses, texts, index = mention.clauses, mention.texts, mention.index
    warned = any(_TERMS.fullmatch(word) for word in texts)
    free = mention.status is Status.POSSIBLE or bool(
        set(texts) & {"rett", "adgang", "høve", "fri", "fritt", "anledning", "fullmakt"}
    )
    alone = bool(set(texts) & {"ensidig", "einsidig", "hver", "kvar", "begge", "ene", "eine"})
    alone = alone or _ONE_PARTY.search(" ".join(texts)) is not None
    near = range(max(0, index - 6), min(len(texts), index + 7))
    pronoun = mention.home and bool({"den", "ho", "han"} & set(texts[max(0, index - 3) : index]))
    own = (
        pronoun
        or any(is_agreement(clauses.sentence, i) for i in near)
        or (mention.home and mention.subject is Theme.OWN)
    )
    return own and (alone or warned) and (free or (alone and warned))


def _notice(mention: Mention) -> tuple[Said[Duration] | None, Said[str] | None]:
    """The notice period in the sentence, or in the next one of the same text that speaks of it."""
    for sentence in _with_next(mention):
        if sentence is not mention.sentence and any(_FOREIGN.fullmatch(word) for word in sentence.texts):
            continue
        here = Mention(mention.text, sentence, 0, mention.home)
        words = sentence.texts
        lengths = [length for length in find_durations(words) if length.first >= sentence.own]
        named = [length for length in lengths if _is_notice(sentence.clauses, length.first, length.after)]
        if not named and sentence is mention.sentence:
            named = [one for one in lengths if one.first > mention.index and words[one.first - 1] not in ("i", "på")]
        if named:
            return here.said(named[0].value, named[0].first, named[0].after), None
        for i in range(sentence.own, len(words) - 1):
            if _VAGUE.fullmatch(words[i]) and any(_WARNING.fullmatch(w) or w == "tid" for w in words[i + 1 : i + 4]):
                return None, here.said(f"{words[i]} {words[i + 1]}", i, i + 2)
    return None, None


def _with_next(mention: Mention) -> tuple[Sentence, ...]:
    after = mention.sentence.after
    if after is not None and any(_WARNING.fullmatch(word) or _GIVEN.fullmatch(word) for word in after.texts):
        return mention.sentence, after
    return (mention.sentence,)


def _is_notice(clauses: Clauses, first: int, after: int) -> bool:
    texts = clauses.texts
    window = texts[max(0, first - 8) : first] + texts[after : after + 9]
    return (
        any(_WARNING.fullmatch(word) or _GIVEN.fullmatch(word) for word in window)
        or _WARNING_IN.search(texts[first]) is not None
    )


_EXITS = pattern(
    r"opp|oppsigelse\w*|oppseiing\w*|oppsigelig|oppseieleg|ut|seg|fra|frå|opphør|opphøyr|opphører|opphøyrer|"
    r"avslutte|avslutter|avsluttar|avslutta|terminere|avsluttes|avsluttast|avvikle|løyse|løse|uoppsig\w*|"
    r"uoppsei\w*"
)
_ENDING = pattern(
    r"opphør|opphøyr|opphører|opphøyrer|avslutte|avslutter|avsluttar|avslutta|terminere|avsluttes|avsluttast|avvikle"
)
_LEAVING = pattern(r"ut|seg|fra|frå|løyse|løse")
_A_PARTY = pattern(
    r"\b(?:en|ein|hver|kvar) (?:av )?(?:part\w*|dei|dem)\b.*\but(?! av\b| or\b)|\bks\b.*\but(?! av\b|"
    r" or\b)"
)
_STEPS_OUT = pattern(r"\b(?:tre|trer|trå|trår|gå|går|trekke seg|trekkje seg|trekker seg|trekkjer seg) ut\b")
_ONE_PARTY = pattern(r"\b(?:en|ein|én|éin|ene|eine|hver|kvar) (?:av )?part")
_UNDOABLE = pattern(r"uoppsig\w*|uoppsei\w*")
_SAY = pattern(r"si|sie|sies|seie|seia|seiast|seias|sier|seier|sagt|sagd|sei")
_LEAVE = pattern(
    r"tre|trer|trå|gå|går|trekke|trekkje|trekker|trekkjer|melde|melder|meldar|løse|løyse|løser|løst|løs|fri|"
    r"laus|laust|frigjøre|"
    r"frigjere|ut|komme|kome|koma|vil"
)
_WARNING = pattern(
    r"\w*varsel\w*|\w*varsle\w*|\w*varsla\w*|\w*varsling\w*|\w*frist\w*|oppsigelsestid\w*|oppseiingstid\w*|"
    r"forhånd|førehand|føreåt|forveien|forvegen|mottak\w*|melding|beskjed|meldt|meldinga"
)
_TERMS = pattern(
    rf"{_WARNING.pattern}|skriftlig\w*|skriftleg\w*|fritt|rett|høve|adgang|når|måneder|månader|månadar|dager|dagar"
)
_GIVEN = pattern(r"oppsigelsen|oppsigelse|oppseiinga|oppseiing|mottatt|motteke|meddelelsen|meldinga|meldingen|brevet")
_WARNING_IN = pattern(r"varsel|frist|oppsig|oppsei")
_VAGUE = pattern(
    r"rimelig|rimeleg|rimelege|rimelige|god|godt|tilstrekkelig|tilstrekkeleg|passende|passande|høveleg|"
    r"skjellig|skjeleg|forsvarlig|forsvarleg|nødvendig|naudsynt|rommeleg|romslig"
)
_FOREIGN = pattern(
    r"\w*ansatt\w*|tilset\w*|tilsett\w*|medarbeid\w*|arbeidstak\w*|arbeidsavtal\w*|arbeidskontrakt\w*|"
    r"\w*stilling(?:en|a|ar|er)?|leie\w*|leige\w*|leverandør\w*|lisens\w*|abonnement\w*|arbeidsforhold\w*|"
    r"arbeidstilhøve\w*|"
    r"\w*kontrakt\w*|husleie\w*|husleige\w*|lån|lånet|lokale\w*|bustad\w*|bolig\w*|personell\w*|personale\w*|"
    r"tariffavtal\w*|hovedavtal\w*|hovudavtal\w*|\w*leverans\w*|rammeavtal\w*|driftsavtal\w*"
)
