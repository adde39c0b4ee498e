"""The right to end the agreement early, and the notice."""

from collections.abc import Iterator
from dataclasses import dataclass

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.quantities import find_durations
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
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
    if _UNDOABLE.fits(mention.word):
        texts = mention.texts
        return bool(set(texts[max(0, mention.index - 2) : mention.index]) & lex.NOT)
    return _is_of_leaving(mention) and _is_given(mention)


def _is_of_leaving(mention: Mention) -> bool:
    """Whether a word is about ending this agreement early; asked first, since it costs least."""
    if mention.word == "opp":
        return _says_up(mention)
    if _LEAVING.fits(mention.word):
        return _leaves(mention)
    if _ENDING.fits(mention.word):
        return _ends_early(mention)
    return _noun_gives_right(mention)


def _is_given(mention: Mention) -> bool:
    """Whether it is said to be so, or may be so: not denied, wished or past."""
    status = mention.status
    if status is Status.WISHED and mention.clauses.of(mention.index).opener in ("som", "dersom"):
        status = Status.CONDITIONAL  # «den som ønsker å si opp avtalen, skal …»
    if status is Status.WISHED and mention.clauses.plain_status(mention.index) is Status.POSSIBLE:
        status = Status.POSSIBLE  # «kan den som ønsker det, si opp avtalen»
    if status in (Status.DENIED, Status.PAST, Status.WISHED):
        return False
    return status is not Status.CONDITIONAL or _is_arranged(mention)


def _is_arranged(mention: Mention) -> bool:
    """Whether what is only thought of in a condition is given its terms: a notice, a form, or that it is free."""
    clause = mention.clauses.of(mention.index)
    if clause.opener in ("hvorvidt", "korvidt"):
        return " ".join(mention.texts[max(0, clause.opens_at - 5) : clause.opens_at]).find("opp til") >= 0
    return _TERMS.fits_any(mention.texts)


def _says_up(mention: Mention) -> bool:
    """«si opp avtalen», «avtala kan seiast opp», «sier KS den opp»."""
    texts, index = mention.texts, mention.index
    near = [i for i in range(index - 1, max(-1, index - 9), -1) if _SAY.fits(texts[i])]
    if not near:
        return False
    clause = mention.clauses.of(index)
    say = next((i for i in near if mention.clauses.of(i) is clause or index - i <= 2), None)
    if say is None:
        return False
    if texts[say] in ("sies", "seiast", "seias", "sagt", "sagd"):
        return mention.is_own(mention.subject)
    between = range(say + 1, index)
    if any(_FOREIGN.fits(texts[i]) for i in between):
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
        return (mention.home or mentions_agreement(mention.sentence)) and not _FOREIGN.fits_any(texts)
    found = mention.theme(index + 1, end)
    return found is not Theme.OTHER and mention.is_own(found)


def _noun_gives_right(mention: Mention) -> bool:
    """«oppsigelsestiden er tre måneder», «rett til gjensidig oppsigelse»."""
    texts, index = mention.texts, mention.index
    if any(_FOREIGN.fits(word) or word in ("avtalane", "avtalene", "avtalar", "avtaler") for word in texts):
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
        return _WARNING.fits_any(texts)
    if not _LEAVE.fits_any(window) or (mention.word == "ut" and texts[index + 1 : index + 2] not in (("av",), ("or",))):
        return False
    return any(
        is_agreement(mention.sentence, i)
        or (texts[i] in ("den", "ho", "han") and (mention.home or mentions_agreement(mention.sentence)))
        or (mention.home and texts[i].startswith("samarbeid"))
        for i in range(index, min(len(texts), index + 4))
    )


def _ends_early(mention: Mention) -> bool:
    """«bringe avtalen til opphør», «kan avslutte avtalen med tre måneders varsel», «opphører én måned etter varsel»."""
    texts, index = mention.texts, mention.index
    warned = _TERMS.fits_any(texts)
    alone = bool(set(texts) & {"ensidig", "einsidig", "hver", "kvar", "begge", "ene", "eine"})
    alone = alone or _ONE_PARTY.search(" ".join(texts)) is not None
    if not (alone or warned):
        return False
    near = range(max(0, index - 6), min(len(texts), index + 7))
    pronoun = mention.home and bool({"den", "ho", "han"} & set(texts[max(0, index - 3) : index]))
    own = (
        pronoun
        or any(is_agreement(mention.sentence, i) for i in near)
        or (mention.home and mention.subject is Theme.OWN)
    )
    free = {"rett", "adgang", "høve", "fri", "fritt", "anledning", "fullmakt"}
    return own and ((alone and warned) or not free.isdisjoint(texts) or mention.status is Status.POSSIBLE)


def _notice(mention: Mention) -> tuple[Said[Duration] | None, Said[str] | None]:
    """The notice period in the sentence, or in the next one of the same text that speaks of it."""
    for sentence in _with_next(mention):
        if sentence is not mention.sentence and _FOREIGN.fits_any(sentence.texts):
            continue
        here = Mention(mention.text, sentence, 0, home=mention.home)
        words = sentence.texts
        lengths = [length for length in find_durations(words) if length.first >= sentence.own]
        named = [length for length in lengths if _is_notice(sentence.clauses, length.first, length.after)]
        if not named and sentence is mention.sentence:
            named = [one for one in lengths if one.first > mention.index and words[one.first - 1] not in ("i", "på")]
        if named:
            return here.said(named[0].value, named[0].first, named[0].after), None
        for i in range(sentence.own, len(words) - 1):
            if _VAGUE.fits(words[i]) and any(_WARNING.fits(w) or w == "tid" for w in words[i + 1 : i + 4]):
                return None, here.said(f"{words[i]} {words[i + 1]}", i, i + 2)
    return None, None


def _with_next(mention: Mention) -> tuple[Sentence, ...]:
    after = mention.sentence.after
    if after is not None and any(_WARNING.fits(word) or _GIVEN.fits(word) for word in after.texts):
        return mention.sentence, after
    return (mention.sentence,)


def _is_notice(clauses: Clauses, first: int, after: int) -> bool:
    texts = clauses.texts
    window = texts[max(0, first - 8) : first] + texts[after : after + 9]
    return (
        any(_WARNING.fits(word) or _GIVEN.fits(word) for word in window) or _WARNING_IN.search(texts[first]) is not None
    )


_ENDING = Forms(
    r"opphør|opphøyr|opphører|opphøyrer|avslutte|avslutter|avsluttar|avslutta|terminere|avsluttes|avsluttast|avvikle"
)
_LEAVING = Forms(r"ut|seg|fra|frå|løyse|løse")
_A_PARTY = pattern(
    r"\b(?:en|ein|hver|kvar) (?:av )?(?:part\w*|dei|dem)\b.*\but(?! av\b| or\b)|\bks\b.*\but(?! av\b|"
    r" or\b)"
)
_STEPS_OUT = pattern(r"\b(?:tre|trer|trå|trår|gå|går|trekke seg|trekkje seg|trekker seg|trekkjer seg) ut\b")
_ONE_PARTY = pattern(r"\b(?:en|ein|én|éin|ene|eine|hver|kvar) (?:av )?part")
_UNDOABLE = Forms(r"uoppsig\w*|uoppsei\w*")
_SAY = Forms(r"si|sie|sies|seie|seia|seiast|seias|sier|seier|sagt|sagd|sei")
_LEAVE = Forms(
    r"tre|trer|trå|gå|går|trekke|trekkje|trekker|trekkjer|melde|melder|meldar|løse|løyse|løser|løst|løs|fri|"
    r"laus|laust|frigjøre|"
    r"frigjere|ut|komme|kome|koma|vil"
)
_EXITS = Sought(
    r"opp|oppsigelse\w*|oppseiing\w*|oppsigelig|oppseieleg|ut|seg|fra|frå|opphør|opphøyr|opphører|opphøyrer|"
    r"avslutte|avslutter|avsluttar|avslutta|terminere|avsluttes|avsluttast|avvikle|løyse|løse|uoppsig\w*|"
    r"uoppsei\w*",
    ("opp", _SAY.pattern),
    (_LEAVING.pattern, rf"{_LEAVE.pattern}|trår"),
)
_WARNING = Forms(
    r"\w*varsel\w*|\w*varsle\w*|\w*varsla\w*|\w*varsling\w*|\w*frist\w*|oppsigelsestid\w*|oppseiingstid\w*|"
    r"forhånd|førehand|føreåt|forveien|forvegen|mottak\w*|melding|beskjed|meldt|meldinga"
)
_TERMS = Forms(
    rf"{_WARNING.pattern}|skriftlig\w*|skriftleg\w*|fritt|rett|høve|adgang|når|måneder|månader|månadar|dager|dagar"
)
_GIVEN = Forms(r"oppsigelsen|oppsigelse|oppseiinga|oppseiing|mottatt|motteke|meddelelsen|meldinga|meldingen|brevet")
_WARNING_IN = pattern(r"varsel|frist|oppsig|oppsei")
_VAGUE = Forms(
    r"rimelig|rimeleg|rimelege|rimelige|god|godt|tilstrekkelig|tilstrekkeleg|passende|passande|høveleg|"
    r"skjellig|skjeleg|forsvarlig|forsvarleg|nødvendig|naudsynt|rommeleg|romslig"
)
_FOREIGN = Forms(
    r"\w*ansatt\w*|tilset\w*|tilsett\w*|medarbeid\w*|arbeidstak\w*|arbeidsavtal\w*|arbeidskontrakt\w*|"
    r"\w*stilling(?:en|a|ar|er)?|leie\w*|leige\w*|leverandør\w*|lisens\w*|abonnement\w*|arbeidsforhold\w*|"
    r"arbeidstilhøve\w*|"
    r"\w*kontrakt\w*|husleie\w*|husleige\w*|lån|lånet|lokale\w*|bustad\w*|bolig\w*|personell\w*|personale\w*|"
    r"tariffavtal\w*|hovedavtal\w*|hovudavtal\w*|\w*leverans\w*|rammeavtal\w*|driftsavtal\w*"
)
