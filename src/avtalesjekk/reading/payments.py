"""Money that the state promises in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.quantities import Sum, find_amounts
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.actors import Actor, actor_in, after_verb, agent, subject_actor
from avtalesjekk.reading.apart import is_set_apart
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.purpose import COVERS, MONEY, has_purpose, pays_for_it
from avtalesjekk.reading.reference import mentions_agreement
from avtalesjekk.reading.reservation import BUDGET
from avtalesjekk.reading.said import Said, Text


@dataclass(frozen=True, slots=True)
class Payment:
    """A promise of money from the state in words: the amount where one is named, and whether it says what for."""

    said: Said[str]
    kroner: Said[int] | None
    purpose: bool
    section: str
    is_whole: bool


def payments(prose: Prose) -> Iterator[Payment]:
    """Where the state promises to pay, compensate or fund."""
    seen: set[int] = set()
    for mention in prose.mentions(PAYS, _HOME, where=_speaks_of_money):
        if id(mention.sentence) not in seen and _is_promise(mention):
            seen.add(id(mention.sentence))
            yield _payment(mention)


def _is_promise(mention: Mention) -> bool:
    if not (_PAYING.fits(mention.word) or _names_money(mention.sentence)):
        return False
    status, clauses, index = mention.status, mention.clauses, mention.index
    if status is Status.PAST and _SET_ASIDE.fits(mention.word) and mentions_agreement(clauses.sentence):
        status = Status.SAID  # «har satt av åtte millioner kroner til arbeidet etter avtalen»
    if is_set_apart(mention.sentence):
        return False
    if status is not Status.SAID or (clauses.is_conditional(index) and not _about_budget(clauses)):
        return False
    clause = clauses.of(index)
    if {"kven", "hvem"} & {clause.opener, clauses.texts[max(0, clause.opens_at - 1)]}:
        return False
    if index and clauses.texts[index - 1] in ("en", "et", "ei", "eit", "ein", "slik", "slikt"):
        return False
    becomes = clause.finite is not None and clauses.texts[clause.finite] in lex.BECOMES
    if clause.finite == index or clauses.modal(clause) or becomes or _PASSIVE.fits(mention.word):
        pass
    elif not _helped(mention) and mention.word not in (
        "refundert",
        "skadesløs",
        "skadeslaus",
        "skadesløse",
        "skadeslause",
    ):
        return False
    amounts = _amounts(mention.sentence)
    words = clauses.texts_of(clause)
    if mention.word == "er" and _SPENT.fits_any(clauses.texts[index + 1 : index + 4]):
        return False
    if _GENERAL.fits(mention.word):
        return _bill_is_states(mention, words) or (
            bool(amounts) and agent(clauses, index) is Actor.STATE and _flows(mention, words)
        )
    if _OWN_COSTS.fits_any(words) and _COST.fits_any(words) and (not amounts or {"hver", "kvar"} & set(words)):
        return False
    if _BY_OWN_RULES.search(" ".join(words)):
        return False
    if _ORDINARY.fits_any(words) and not amounts:
        return False
    if not (amounts or _MONETARY.fits(mention.word) or MONEY.fits_any(words)):
        return False
    if clauses.texts[index - 1 : index] == ("å",) and not _helped(mention):
        return False
    costs = any(MONEY.fits(w) or _COST.fits(w) or _COVERED.fits(w) for w in words)
    if COVERS.fits(mention.word) and not amounts and not costs:
        return False
    return _payer_is_state(mention)


def _speaks_of_money(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence has a word for paying, or there is one for money in it or in the one before."""
    if text.path[-1] in TELLING or text.section in TELLING:
        return False
    return _PAYING.fits_any(sentence.texts) or _names_money(sentence)


def _names_money(sentence: Sentence) -> bool:
    before = sentence.before
    return (
        _OF_MONEY.fits_any(sentence.texts)
        or (before is not None and _OF_MONEY.fits_any(before.texts))
        or bool(_amounts(sentence))
    )


def _bill_is_states(mention: Mention, words: tuple[str, ...]) -> bool:
    """«Regningen går til direktoratet», «rekninga tek departementet», «heile ramma står departementet for»."""
    if mention.word.startswith(("skadesløs", "skadeslaus")):
        return subject_actor(mention.clauses, mention.index) is Actor.STATE
    before = mention.sentence.before
    cost = _BILL.fits_any(words) or (
        mention.word in ("fell", "faller") and before is not None and _BILL.fits_any(before.texts)
    )
    if not cost:
        return False
    actors = [actor for i in mention.clauses.of(mention.index).words if (actor := actor_in(mention.clauses, i, i + 1))]
    return bool(actors) and actors[-1 if mention.word in ("går", "fell", "faller") else 0] is Actor.STATE


def _flows(mention: Mention, words: tuple[str, ...]) -> bool:
    """«Frå departementet kjem det 900 000 kroner til KS»: money on its way from the state."""
    return mention.word in ("går", "kjem", "kommer") and bool({"fra", "frå", "over"} & set(words))


def _helped(mention: Mention) -> bool:
    """Whether an infinitive or participle has a verb that makes it a promise: «forplikter seg til å dekke»."""
    before = mention.texts[max(0, mention.index - 8) : mention.index]
    if mention.sentence.lead is not None:
        return True
    return _BINDS.fits_any(before) or mention.index == mention.sentence.own


def _payer_is_state(mention: Mention) -> bool:
    clauses, index = mention.clauses, mention.index
    clause = clauses.of(index)
    start, end = clauses.subject(clause)
    who = actor_in(clauses, start, end) if start < end and not start <= index < end else None
    if who is None or MONEY.fits_any(clauses.texts[start:end]):
        who = after_verb(clauses, index) or who
    passive = _PASSIVE.fits(mention.word) or clauses.texts[clause.finite or 0] in lex.BECOMES
    if _RECEIVES.fits(mention.word):
        giver = agent(clauses, index) or _source(clauses)
        if giver is None and any(_OF_THE_STATE.fits(clauses.texts[i]) for i in clause.words):
            giver = Actor.STATE
        if giver is None and _on_its_budget(mention):
            giver = Actor.STATE
        return (
            who in (Actor.KS, Actor.MUNICIPALITIES, None)
            and giver in (Actor.STATE, None)
            and (giver is not None or bool(_amounts(mention.sentence)))
        )
    if _SHARED.fits(mention.word):
        words = clauses.texts
        return any(words[i] == "på" and actor_in(clauses, i + 1, i + 3) is Actor.STATE for i in clause.words)
    if passive or who is None:
        giver = agent(clauses, index)
        if giver is not None:
            return giver is Actor.STATE
        if who is not None and not passive:
            return who is Actor.STATE
        if mention.text.path[:2] == ("forpliktelser", "ks"):
            return False
        listed = mention.text.path[:2] == ("forpliktelser", "staten")
        if (
            not (passive or listed or clause.finite is None)
            and start < end
            and not _IMPERSONAL.fits_any(clauses.texts[start:end])
        ):
            return False  # «deltakerne betaler en kursavgift»
        others = any(actor_in(clauses, i, i + 1) is Actor.OTHER for i in clause.words)
        return not others and (
            mention.home or mention.text.path[:2] == ("forpliktelser", "staten") or bool(_amounts(mention.sentence))
        )
    if who is Actor.PARTIES:
        return bool(_amounts(mention.sentence)) and bool({"hver", "kvar"} & set(clauses.texts))
    return who is Actor.STATE


def _on_its_budget(mention: Mention) -> bool:
    """Whether the sentence, or the next, says that it is paid over the state's budget."""
    after = mention.sentence.after
    following = after.texts if after is not None and not after.is_heading else ()
    return _STATE_BUDGET.search(" ".join((*mention.texts, *following))) is not None


def _source(clauses: Clauses) -> Actor | None:
    """Who stands after «fra» or «frå» anywhere in the sentence."""
    for i, word in enumerate(clauses.texts):
        if word in ("fra", "frå") and (actor := actor_in(clauses, i + 1, i + 6)):
            return actor
    return None


@lru_cache(maxsize=64)  # a sentence is asked once for each of its words that may be a payment
def _amounts(sentence: Sentence) -> list[Sum]:
    """The amounts of a sentence; where it leads in to a list, those of the first item."""
    found = find_amounts(sentence.text, sentence.start, sentence.end)
    if not found and sentence.after is not None and sentence.after.lead is sentence:
        return find_amounts(sentence.text, sentence.after.start, sentence.after.end)
    return found


def _payment(mention: Mention) -> Payment:
    amounts = _amounts(mention.sentence)
    if not amounts and mention.sentence.after is not None and not mention.sentence.after.is_heading:
        following = mention.sentence.after
        if _GOES_ON.match(following.text, following.start):
            amounts = _amounts(following)
    kroner = Said(amounts[0].kroner, mention.text.path, (amounts[0].start, amounts[0].end)) if amounts else None
    return Payment(
        mention.said(mention.word),
        kroner,
        has_purpose(mention) or pays_for_it(mention),
        mention.text.section,
        len(amounts) == 1 and not _is_part(mention),
    )


def _is_part(mention: Mention) -> bool:
    """Whether the amount is one beside others: a part of it, or something more."""
    return _PART.fits_any(mention.texts)


def _about_budget(clauses: Clauses) -> bool:
    return BUDGET.fits_any(clauses.texts)


_HOME = frozenset(("økonomi",))
TELLING = frozenset(("bakgrunn", "vedlegg", "mål"))
PAYS = Sought(
    r"(?:ut|inn)?betal(?:e|er|ar|a|es|ast|t|te)|kompenser(?:e|er|ar|a|es|ast|t|te)|(?:sam|del|full)?finansier(?:e|"
    r"er|ar|a|es|ast|t)|bevilg(?:e|er|es|et|a)|løyv(?:e|er|a|ar|ast|es|de?|te?)"
    r"|dekk(?:e|er|es|ast|a|jer|je|jast|ar|et|te|te)|dekte|dekka|bekostes|bekostast|yt(?:e|er|ar|a|es|ast)|gir|"
    r"gi|gis|gjev|gje|gjevast|gir|gitt|gjeve|gjevne|stilte?|still(?:e|er|es|ar|a|ast)|tildel(?:e|er|es|ar|a|ast|te?)|"
    r"overfør(?:e|er|es|ast|te?)"
    r"|lønn?(?:er|ar|es|ast|e)|bidrar|bidra|bidreg|tilfør(?:e|er|es|ast|t)|refunder(?:e|er|es|ast|ar|t|"
    r"te)|setter|sett?es|set|setje|"
    r"sette|sett|setjast|avsettes|avset|avsetter|avsatt|får|få|mottar|motta|mottek|støtt(?:e|er|ar|a|es|ast)|"
    r"stør|stønad|skyter|skyt|skyte"
    r"|fører|føre|videreføres?|viderefører|vidarefører|vidareføre|vidareførast|fell|faller|skadesløse?|"
    r"skadeslause?|belastes|belastast|belastet|belasta|går|kjem|kommer|koster|kostar|bekoster|bekoste|"
    r"kostes|står|tar|tek|"
    r"utgjør|utgjer|er|bærer|bære|bæres|ber|bere|berast|fordeles|fordelast|deles|delast|disponerer|disponere"
)
_PASSIVE = Forms(r"\w+(?:es|ast|gis)|gis|avsatt|sett|stilt|tildelt|dekket|dekt|gitt|gjeve")
_RECEIVES = Forms(r"refundert|får|få|mottar|motta|mottek|disponerer|disponere")
_MONETARY = Forms(
    r"(?:ut|inn)?betal\w*|kompenser\w*|\w*finansier\w*|bevilg\w*|løyv\w*|lønn?(?:er|ar|es|ast|e)|"
    r"refunder\w*|dekk\w*|bærer|bære|bæres|ber|bere|berast"
)
_COVERED = Forms(
    r"reise\w*|opphold\w*|opphald\w*|lønn?\w*|honorar\w*|frikjøp\w*|vikar\w*|lisens\w*|materiell\w*|utstyr\w*|"
    r"\w*del(?:ar|er)|halvparten|halvdelen|prosent|drift\w*|tolk\w*|husleie\w*|meirarbeid\w*|merarbeid\w*"
)
_COST = Forms(r"\w*utgift\w*|\w*kostnad\w*|\w*innsats\w*|\w*lønn?\w*|ressurs\w*")
_OWN_COSTS = Forms(r"egne|eigne|egen|eigen|sine|sin|si|hver|kvar|hverandres")
_IMPERSONAL = Forms(
    r"det|den|dette|\w*tilskudd\w*|\w*tilskot\w*|\w*midl\w+|\w*beløp\w*|\w*bidrag\w*|\w*kompensasjon\w*|ytelsen?|ytinga"
)
_SPENT = Forms(r"delte?|fordelte?|brukte?|utbetalte?|disponerte?|oppbrukte?")
_STATE_BUDGET = pattern(
    r"\b(?:statsbudsjettet|budsjettet til (?:\w+ )?\w*departementet|\w*departementets (?:\w+ )?budsjett|"
    r"\w*departementet sitt budsjett)\b"
)
_SHARED = Forms(r"fordeles|fordelast|deles|delast")
_SET_ASIDE = Forms(r"sett|satt|avsatt|stilt")
_OF_THE_STATE = Forms(r"statlig|statlige|statleg|statlege|statens|statstilskudd\w*|statstilskot\w*")
_BY_OWN_RULES = pattern(
    r"\better (?:egen|eigen|egne|eigne|eiga|gjeldende|gjeldande) (?:forskrift\w*|føresegn\w*|regl\w+|regelverk\w*)"
)
_ORDINARY = Forms(
    r"inntektene|inntektane|rammetilskudd\w*|rammetilskot\w*|innbyggertilskudd\w*|innbyggjartilskot\w*|"
    r"inntektssystem\w*|deltakeravgift\w*"
)
_GENERAL = Forms(
    r"fell|faller|skadesløse?|skadeslause?|belastes|belastast|belastet|belasta|går|kjem|kommer|står|tar|tek"
)
_BILL = Forms(
    r"midl\w*|beløp\w*|\w*utgift\w*|kapittel|regning(?:en|a)?|rekning(?:a|en)?|\w*kostnad\w*|\w*ramm(?:a|en)|"
    r"utgift\w*|\w*utlegg\w*|kostnadsramme\w*|utviklingskostnad\w*"
)
_PAYING = Forms(rf"{_MONETARY.pattern}|skadesl(?:øs|aus).*")
_OF_MONEY = Forms(f"{MONEY.pattern}|{_BILL.pattern}|{_COST.pattern}")
_BINDS = Forms(r"forplikt\w*|plikt\w*|ansvar\w*|enig\w*|einig\w*|samd\w*|skal|vil|lovar|lover|lova")
_PART = Forms(
    r"tillegg|dessuten|også|òg|herav|derav|hvorav|videre|vidare|ytterligere|ytterlegare|særskilt|eige|eget|"
    r"eiget|samt|startdel|rest\w*"
)
_GOES_ON = pattern(
    r"(?:beløpet|summen|tilskuddet|tilskotet|midlene|midlane|ramma|rammen|kompensasjonen|støtten|støtta|"
    r"stønaden|det utgjør|dette utgjør)\b"
)
