"""Whether a time is the agreement's own: what lasts or takes effect, and which words belong to it."""

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.moments import Moment
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.prose import Mention
from avtalesjekk.reading.reference import Theme, is_agreement, mentions_agreement, names_agreement


def is_own_time(mention: Mention) -> bool:
    """Whether the agreement is what takes effect or lasts: its subject, or what a noun of time belongs to."""
    texts, index = mention.texts, mention.index
    if mention.word in _DASHES:
        return mention.home
    if FOR_TIME.fits(mention.word):
        return mentions_agreement(mention.sentence) and mention.subject is not Theme.OTHER
    if mention.word in ("avtalen", "avtala"):
        return is_agreement(mention.sentence, index)
    if mention.word in ("avtale", "samarbeidsavtale"):
        return texts[index + 1 : index + 2] in (("på",), ("for",)) and not _of_another(mention)
    if mention.word in ("gjeldende", "gjeldande") and mention.sentence.lead is not None:
        return mentions_agreement(mention.sentence)
    if ADJECTIVE.fits(mention.word) and texts[index - 1] in ("er", "blir", "vert"):
        return mention.is_own(mention.subject)
    if ADJECTIVE.fits(mention.word):
        return _AGREEMENT.fits_any(texts[index + 1 : index + 3]) and not _of_another(mention)
    if mention.word in ("bundet", "bundne", "binder", "bind", "bindende", "bindande", "dag", "dagen"):
        return mention.home or mentions_agreement(mention.sentence)
    if mention.word in ("start", "slutt") and texts[index + 1 : index + 2] != ("for",):
        return mention.is_own(mention.subject)
    if TIME_NOUN.fits(mention.word):
        return _time_is_own(mention)
    if _WITH_IT.search(" ".join(texts)):
        return True
    found = mention.subject
    if found is Theme.NEUTRAL and mention.word in _NEEDS_SUBJECT and not mentions_agreement(mention.sentence):
        return mention.home and _subject_is_pronoun(mention)
    return mention.is_own(found)


def _subject_is_pronoun(mention: Mention) -> bool:
    start, end = mention.clauses.subject(mention.clauses.of(mention.index))
    return start < end and mention.texts[start] in (lex.PRONOUNS | {"avtalen", "avtala"})


def _of_another(mention: Mention) -> bool:
    before = mention.texts[max(0, mention.index - 3) : mention.index]
    return _ANOTHER.fits_any(before)


def _time_is_own(mention: Mention) -> bool:
    """«varigheten av avtalen», «avtaleperioden», «ei levetid på …» with the agreement as subject."""
    texts, index = mention.texts, mention.index
    if mention.word.startswith("avtale") or (index and texts[index - 1] in ("avtalens", "avtalas")):
        return True
    end = index + 1
    while end < len(texts) and texts[end] not in _ENDS_PHRASE and not lex.is_finite(texts[end]):
        end += 1
    found = mention.theme(index, end)
    if found is Theme.OWN or (found is Theme.OTHER and not _TIME_WORD_AFTER.search(" ".join(texts[index + 1 : end]))):
        return found is Theme.OWN
    start, stop = mention.clauses.subject(mention.clauses.of(index))
    if start < stop and not start <= index < stop:
        return mention.is_own(mention.theme(start, stop))
    return mention.home or mentions_agreement(mention.sentence)


def lasts(mention: Mention) -> bool:
    """Whether a word that has other uses too is here about coming to an end."""
    texts, index = mention.texts, mention.index
    if mention.word == "ut":
        return GOES.fits_any(texts[max(0, index - 4) : index])
    if mention.word == "slutt":
        return texts[index + 1 : index + 2] == ("for",) or any(
            word in ("tar", "tek", "ta") for word in texts[max(0, index - 4) : index]
        )
    if mention.word == "kraft":
        return "i" in texts[index - 1 : index]
    if mention.word in ("dag", "dagen"):
        return index > 0 and texts[index - 1] in ("siste", "sist")
    if FOR_TIME.fits(mention.word):
        return "for" in texts[max(0, index - 2) : index]
    if mention.word in ("avtalen", "avtala"):  # «samarbeide etter denne avtalen ut 2026»
        return texts[index + 1 : index + 2] in (("ut",), ("til",), ("fram",), ("frem",), ("inntil",))
    if mention.word.startswith("samarbeid"):
        return mention.home or mentions_agreement(mention.sentence)
    if COVERS.fits(mention.word):
        spans = any(moment.kind == "periode" for moment in mention.sentence.moments)
        return spans or STORTING_PERIOD.fits_any(texts)
    if mention.word in _DASHES:
        return _stands_alone(mention)
    if mention.word == "lag":
        return texts[index - 1] == "ved"
    return True


def _stands_alone(mention: Mention) -> bool:
    """Whether a period stands alone under a heading that says whose it is: «### Avtaleperiode», «2024–2027»."""
    sentence = mention.sentence
    return _TERM_HEADING.search(sentence.heading) is not None and all(
        clause.finite is None for clause in mention.clauses.all
    )


def until(before: tuple[str, ...]) -> bool:
    """Whether the words before a time make it an end: «til», «ut», «til og med»."""
    if before[-1:] == ("til",) and {"tek", "tar", "ta"} & set(before[-4:]):  # «tek til 1. mai»: that is a beginning
        return False
    near = [word for word in before[-6:] if word not in _FILLERS]
    if len(near) > 1 and near[-1] == "i":  # «fram til valget i 2027»
        return "til" in near[-5:-1] and not any(word in ",.;:å" for word in near[-5:-1])
    return bool(near) and near[-1] in ("til", "ut", "inntil", "tom", "utløpet", "utgangen", "utgongen")


def words_before(mention: Mention, moment: Moment) -> tuple[str, ...]:
    """The words before a time in its sentence."""
    index = index_at(mention, moment.start)
    return mention.texts[max(0, index - 9) : index]


def index_at(mention: Mention, offset: int) -> int:
    """The index of the word at an offset of the text."""
    words = mention.clauses.words
    return next((i for i in range(mention.sentence.own, len(words)) if words[i].end > offset), len(words))


def other_thing(mention: Mention, moment: Moment) -> bool:
    """Whether a time is another thing's: «Meld. St. 30 (2019–2020)», «strategien for 2021–2026»."""
    before = words_before(mention, moment)
    if moment.kind == "periode" and before[-1:] == ("(",):
        return True
    if before[-1:] in (("fra",), ("frå",), ("av",), ("for",)) and names_agreement(
        before[-2] if len(before) > 1 else ""
    ):
        return moment.kind in ("år", "periode") and before[-1] != "for"
    low, high = sorted((mention.index, index_at(mention, moment.start)))
    between = mention.texts[low + 1 : high]
    return _PLAN.fits_any(between)


def same_statement(mention: Mention, offset: int) -> bool:
    """Whether a place in the sentence is in the word's own clause, or in one that only goes on with it."""
    clauses = mention.clauses
    index = index_at(mention, offset)
    if index >= len(clauses.texts):
        return False
    here, there = clauses.of(mention.index), clauses.of(index)
    if (
        here is there
        or (there.beside is here and there.finite is None)
        or (here.beside is there and here.finite is None)
    ):
        return True
    if LAST_DAY.search(" ".join(clauses.texts[: mention.index])) and any(
        is_agreement(clauses.sentence, i) for i in range(mention.index + 1)
    ):
        return True
    if (
        here.opener == "som"
        and here.opens_at
        and set(clauses.texts[max(0, here.opens_at - 3) : here.opens_at]) & {"same", "samme"}
    ):
        return True
    if there.opener == "som" and 0 < there.opens_at - mention.index <= 2:
        return True
    if there.above is here:
        return there.opener not in _APART and here.opener not in ("at", "dersom")
    if here.above is there:
        return there.opener not in _APART and here.opener not in ("som", "at", "dersom", "mens", "medan")
    return False


HOME = frozenset(("varighet",))
HEADING = pattern(r"varighe|varigheit|tidsramm|ikraft|avtaleperiode|oppsigelse|oppseiing|gyldig|avtaletid")
_DASHES = frozenset(("–", "-"))
_TERM = r"varighe|avtaleperiod|avtaletid|gyldighe|verketid|virketid"
_TERM_HEADING = pattern(_TERM)
DASH = ("[–-]", rf"\w*(?:{_TERM})\w*")  # where the heading says that it is a term
_APART = ("som", "med mindre", "dersom", "mens", "medan")
FROM = frozenset(("fra", "frå", "fom"))
_FILLERS = frozenset(
    (
        "den",
        "dagen",
        "utgangen",
        "og",
        "med",
        "dato",
        "kl",
        "året",
        "år",
        "senest",
        "seinast",
        "lengst",
        "lenger",
        "enn",
        "av",
        "mandag",
        "søndag",
        "fredag",
        "lørdag",
        "laurdag",
        "til_og_med",
    )
)
_NEEDS_SUBJECT = frozenset(
    (
        "starter",
        "startar",
        "begynner",
        "byrjar",
        "slutter",
        "sluttar",
        "faller",
        "fell",
        "omfatter",
        "omfattar",
        "dekker",
        "dekkjer",
        "følger",
        "følgjer",
        "står",
        "avsluttes",
        "avsluttast",
        "verk",
        "rettar",
        "retter",
        "ut",
        "slutt",
    )
)
_WITH_IT = pattern(r"\b(?:samtidig|samstundes) med (?:denne )?(?:samarbeids)?avtal(?:en|a)\b")
_AGREEMENT = Forms(r"(?:samarbeids)?avtale\w*|avtal(?:en|a)")
_ANOTHER = Forms(r"forrige|førre|tidligere|tidlegare|gamle|annen|anna|annan|slik|slike")
_ENDS_PHRASE = frozenset((".", ",", ";", ":", "(", "fra", "frå", "på", "i", "er"))
_TIME_WORD_AFTER = pattern(r"^(?:på|er|i|til|fra|frå) (?:\w+ ){0,4}(?:år|måned|månad|\d)")
TIME_NOUN = Forms(
    r"varighe\w*|varigheit\w*|\w*period\w*|avtaletid\w*|gyldighet\w*|gyldigheit\w*|tidsramm\w*|"
    r"virke\w*tid\w*|virkningstid\w*|"
    r"verketid\w*|løpetid\w*|levetid\w*|startdato\w*|sluttdato\w*|utløpsdato\w*|lengd\w*|ikraft\w+|utløp|"
    r"virkning(?:en)?|"
    r"verknad(?:en)?|start|startpunkt\w*|slutt|tidspunkt(?:et)?"
)
ADJECTIVE = Forms(r"[\w-]+årig(?:e|a)?")
GOES = Forms(r"går|gå|gjekk|gikk|løper|løpe")
CONCLUDES = Forms(
    r"satt|sett|fastsatt|fastsett|avtalt|inngå\w*|inngikk|undertegn\w*|underteikn\w*|gjaldt|gjelder|gjeld|signer\w*"
)
FOR_TIME = Forms(r"tida|tiden|åra|årene|tidsrom(?:met)?")
COVERS = Forms(r"omfatter|omfattar|dekker|dekkjer|følger|følgjer|fylgjer")
LAST_DAY = pattern(r"\b(?:siste|sist) (?:\w+ )?(?:dag|dagen|dato|datoen)\b")
STORTING_PERIOD = Forms(r"storting\w*period\w*|valgperiod\w*|valperiod\w*")
_PLAN = Forms(
    r"\w*(?:strategi|program|plan|melding|prosjekt|satsing|satsning|ordning|løft|forskrift|reform)(?:en|et|a|"
    r"ene|met)?s?"
)
