"""From when and until when the agreement is in force, as the parties say it in words."""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.moments import Moment, find_moments
from avtalesjekk.norwegian.quantities import find_durations
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.reference import Theme, is_agreement, mentions_agreement, names_agreement
from avtalesjekk.reading.said import Said

Start: TypeAlias = PartialDate | str
Ending: TypeAlias = PartialDate | Duration | Literal["stortingsperioden"]


def starts(prose: Prose) -> Iterator[Said[Start]]:
    """Where it is said when the agreement takes effect, and the date, or `ved undertegning`, or in what words."""
    for mention in prose.mentions(_START_STEMS, _START, HOME, HEADING):
        if _is_said(mention) and _takes_effect(mention) and is_own_time(mention):
            found = _start_in(mention)
            if found is not None:
                yield found


def _is_said(mention: Mention) -> bool:
    status = mention.status
    if status is Status.PAST and mention.word in ("virkning", "verknad"):  # «har inngått avtalen med virkning fra»
        return any(_CONCLUDES.fullmatch(mention.clauses.texts[i]) for i in mention.clauses.of(mention.index).words)
    return status is Status.SAID or (status is Status.DENIED and mention.clauses.not_before(mention.index))


def endings(prose: Prose) -> Iterator[Said[Ending]]:
    """Where it is said when the agreement ends, or for how long it lasts."""
    seen: set[tuple[int, int]] = set()
    for mention in prose.mentions(_END_STEMS, _END, HOME, HEADING):
        if _is_concluded(mention) and _lasts(mention) and is_own_time(mention):
            found = _end_in(mention)
            if found is not None and found.words is not None and found.words not in seen:
                seen.add(found.words)
                yield found


def _is_concluded(mention: Mention) -> bool:
    """Whether the end is laid down; also where it is told that the agreement was concluded for so long."""
    status = mention.status
    if status is Status.PAST and _TIME_NOUN.fullmatch(mention.word):
        return any(_CONCLUDES.fullmatch(mention.clauses.texts[i]) for i in mention.clauses.of(mention.index).words)
    return status is Status.SAID


def is_own_time(mention: Mention) -> bool:
    """Whether the agreement is what takes effect or lasts: its subject, or what a noun of time belongs to."""
    texts, index = mention.clauses.texts, mention.index
    if _FOR_TIME.fullmatch(mention.word):
        return mentions_agreement(mention.clauses) and mention.subject is not Theme.OTHER
    if mention.word in ("avtalen", "avtala"):
        return is_agreement(mention.clauses, index)
    if mention.word in ("avtale", "samarbeidsavtale"):
        return texts[index + 1 : index + 2] in (("på",), ("for",)) and not _of_another(mention)
    if mention.word in ("gjeldende", "gjeldande") and mention.sentence.lead is not None:
        return mentions_agreement(mention.clauses)
    if _ADJECTIVE.fullmatch(mention.word) and texts[index - 1] in ("er", "blir", "vert"):
        return mention.is_own(mention.subject)
    if _ADJECTIVE.fullmatch(mention.word):
        return any(_AGREEMENT.fullmatch(word) for word in texts[index + 1 : index + 3]) and not _of_another(mention)
    if mention.word in ("bundet", "bundne", "binder", "bind", "bindende", "bindande", "dag", "dagen"):
        return mention.home or mentions_agreement(mention.clauses)
    if _TIME_NOUN.fullmatch(mention.word):
        return _time_is_own(mention)
    found = mention.subject
    if found is Theme.NEUTRAL and mention.word in _NEEDS_SUBJECT and not mentions_agreement(mention.clauses):
        return mention.home and _subject_is_pronoun(mention)
    return mention.is_own(found)


def _subject_is_pronoun(mention: Mention) -> bool:
    start, end = mention.clauses.subject(mention.clauses.of(mention.index))
    return start < end and mention.clauses.texts[start] in (lex.PRONOUNS | {"avtalen", "avtala"})


def _of_another(mention: Mention) -> bool:
    before = mention.clauses.texts[max(0, mention.index - 3) : mention.index]
    return any(_ANOTHER.fullmatch(word) for word in before)


def _time_is_own(mention: Mention) -> bool:
    """«varigheten av avtalen», «avtaleperioden», «ei levetid på …» with the agreement as subject."""
    texts, index = mention.clauses.texts, mention.index
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
    return mention.home or mentions_agreement(mention.clauses)


# The beginning


def _takes_effect(mention: Mention) -> bool:
    if _COVERS.fullmatch(mention.word) or _FOR_TIME.fullmatch(mention.word):
        return _lasts(mention)
    if mention.word in ("dag", "dagen"):
        return mention.index > 0 and mention.clauses.texts[mention.index - 1] in ("første", "fyrste")
    if mention.word in _COMMENCES:
        return mention.clauses.texts[mention.index + 1 : mention.index + 3][:1] == ("til",) and mention.clauses.texts[
            mention.index + 2 : mention.index + 3
        ] != ("å",)
    if mention.word != "kraft":
        return True
    texts, index = mention.clauses.texts, mention.index
    return texts[index - 1] in ("i", "tilbakevirkende", "tilbakeverkande") and (
        any(_STEP.fullmatch(word) for word in texts[max(0, index - 9) : index + 5])
    )


def _start_in(mention: Mention) -> Said[Start] | None:
    text, sentence = mention.sentence.text, mention.sentence
    texts = mention.clauses.texts
    of_itself = (
        _TAKES_EFFECT.fullmatch(mention.word) is not None
        or "å" in texts[max(0, mention.index - 1) : mention.index]
        and bool(
            {"til", "begynner", "begynne", "byrjar", "byrje"} & set(texts[max(0, mention.index - 4) : mention.index])
        )
    )
    for moment in find_moments(text, sentence.start, sentence.end):
        before = _words_before(mention, moment)
        begins = mention.word in _COMMENCES
        if (
            not _same_statement(mention, moment.start)
            or (_until(before) and not begins)
            or _other_thing(mention, moment)
        ):
            continue
        if moment.kind == "periode":
            if of_itself and mention.word == "kraft":
                continue
            return Said(PartialDate.of(moment.first), mention.text.path, (moment.start, moment.end))
        if of_itself or set(before[-8:]) & _FROM:
            return Said(moment.partial, mention.text.path, (moment.start, moment.end))
    for i in range(sentence.own, len(texts)):
        if _is_signing(texts, i) and abs(i - mention.index) <= _NEAR:
            near = set(texts[max(0, i - 8) : i])
            if of_itself or near & (
                _FROM | {"ved", "når", "straks", "etter", "idet", "so", "snart", "da", "då", "innan"}
            ):
                return mention.said("ved undertegning", i, i + 1)
    if of_itself:
        for i in range(sentence.own, len(texts)):
            if (
                _AT_ONCE.fullmatch(texts[i]) or texts[i - 2 : i + 1] in (("med", "en", "gang"), ("med", "ein", "gong"))
            ) and mention.clauses.of(i) is mention.clauses.of(mention.index):
                return mention.said(texts[i], i, i + 1)
    return None


def _is_signing(texts: tuple[str, ...], i: int) -> bool:
    if _SIGNING.fullmatch(texts[i]):
        return True
    return texts[i] == "under" and any(_WRITE.fullmatch(word) for word in texts[max(0, i - 4) : i])


# The end


def _lasts(mention: Mention) -> bool:
    """Whether a word that has other uses too is here about coming to an end."""
    texts, index = mention.clauses.texts, mention.index
    if mention.word == "ut":
        return any(_GOES.fullmatch(word) for word in texts[max(0, index - 4) : index])
    if mention.word == "slutt":
        return any(word in ("tar", "tek", "ta") for word in texts[max(0, index - 4) : index])
    if mention.word == "kraft":
        return "i" in texts[index - 1 : index]
    if mention.word in ("dag", "dagen"):
        return index > 0 and texts[index - 1] in ("siste", "sist")
    if _FOR_TIME.fullmatch(mention.word):
        return texts[index - 1 : index] == ("for",)
    if mention.word in ("avtalen", "avtala"):  # «samarbeide etter denne avtalen ut 2026»
        return texts[index + 1 : index + 2] in (("ut",), ("til",), ("fram",), ("frem",), ("inntil",))
    if mention.word.startswith("samarbeid"):
        return mention.home or mentions_agreement(mention.clauses)
    if _COVERS.fullmatch(mention.word):
        sentence = mention.sentence
        spans = any(m.kind == "periode" for m in find_moments(sentence.text, sentence.start, sentence.end))
        return spans or any(_STORTING_PERIOD.fullmatch(word) for word in texts)
    if mention.word == "lag":
        return texts[index - 1] == "ved"
    return True


def _end_in(mention: Mention) -> Said[Ending] | None:
    """The first time or length after the word that ends it, else the first before."""
    text, sentence = mention.sentence.text, mention.sentence
    at = mention.clauses.words[mention.index].start
    found: list[tuple[int, Said[Ending]]] = []
    by_itself = _ENDS.fullmatch(mention.word) is not None
    for moment in find_moments(text, sentence.start, sentence.end):
        before = _words_before(mention, moment)
        if not _same_statement(mention, moment.start) or _other_thing(mention, moment):
            continue
        here = (moment.start, moment.end)
        if moment.kind == "periode":
            found.append((moment.start, Said(PartialDate.of(moment.last), mention.text.path, here)))
        elif (
            _until(before)
            or (_is_last_day(mention) and not set(before[-3:]) & _FROM)
            or _after_dash(text, moment)
            or (by_itself and not set(before[-2:]) & _FROM)
        ):
            found.append((moment.start, Said(_last(moment, before), mention.text.path, here)))
    for length in find_durations(mention.clauses.words):
        if length.first >= sentence.own and _is_length(mention, length.first, length.after):
            said = mention.said(length.value, length.first, length.after)
            found.append((mention.range(length.first, length.after)[0], said))
    for i in range(sentence.own, len(mention.clauses.texts)):
        if _STORTING_PERIOD.fullmatch(mention.clauses.texts[i]) and _of_the_period(mention, i):
            found.append((mention.clauses.words[i].start, mention.said("stortingsperioden", i, i + 1)))
    found.sort(key=lambda one: (one[0] < at, one[0]))
    return found[0][1] if found else None


def _is_last_day(mention: Mention) -> bool:
    """«siste dag avtalen gjelder, er», «etter 2026 er partene ikke lenger bundet»."""
    joined = " ".join(mention.clauses.texts)
    return _LAST_DAY.search(joined) is not None or (
        _BINDS.fullmatch(mention.word) is not None and _NO_LONGER.search(joined) is not None
    )


def _last(moment: Moment, before: tuple[str, ...]) -> PartialDate:
    """The last day, where it is «ut» or «til og med» a month or a year, or a season."""
    whole = {"ut", "tom"} & set(before[-2:]) or before[-3:] == ("til", "og", "med") or moment.kind == "årstid"
    if moment.first != moment.last and whole:
        return PartialDate.of(moment.last)
    if (moment.last - moment.first).days == 1:  # «årsskiftet»: the last day of the old year
        return PartialDate.of(moment.first)
    return moment.partial


def _is_length(mention: Mention, first: int, after: int) -> bool:
    texts = mention.clauses.texts
    if first <= mention.index < after:
        return True
    if (
        _ADJECTIVE.fullmatch(texts[first])
        and first != mention.index
        and not any(_OF_TERM.fullmatch(word) for word in texts[after : after + 2])
    ):
        return False  # «det femårige programmet»
    if not _same_statement(mention, mention.clauses.words[first].start):
        return False
    between = texts[mention.index + 1 : first]
    following = texts[after : after + 3]
    if mention.word in ("avtale", "samarbeidsavtale") and first != mention.index + 2:
        return False
    if any(_NOTICE.fullmatch(word) for word in (*following, *between)) or any(
        _PROLONG.fullmatch(word) for word in between
    ):
        return False
    if following[:1] in (("før",), ("siden",), ("sidan",), ("gammel",), ("gammal",), ("tidligere",), ("tidlegare",)):
        return False
    if _ENDS.fullmatch(mention.word):
        return "etter" in texts[max(0, first - 3) : first] or following[:1] == ("etter",)
    if following[:1] == ("etter",):
        return False
    return True


def _of_the_period(mention: Mention, i: int) -> bool:
    before = mention.clauses.texts[max(0, i - 5) : i]
    if _COVERS.fullmatch(mention.word):
        return True
    return bool(
        set(before)
        & {
            "ut",
            "til",
            "resten",
            "utløpet",
            "utgangen",
            "slutten",
            "inntil",
            "for",
            "i",
            "enden",
            "utover",
            "gjennom",
            "når",
            "med",
            "ved",
        }
    )


def _until(before: tuple[str, ...]) -> bool:
    near = [word for word in before[-6:] if word not in _FILLERS]
    if len(near) > 1 and near[-1] == "i":  # «fram til valget i 2027»
        return "til" in near[-5:-1] and not any(word in ",.;:å" for word in near[-5:-1])
    return bool(near) and near[-1] in ("til", "ut", "inntil", "tom", "utløpet", "utgangen", "utgongen")


def _after_dash(text: str, moment: Moment) -> bool:
    return re.search(r"\d{4}\s?[-–—]\s?$", text[max(0, moment.start - 8) : moment.start]) is not None


def _words_before(mention: Mention, moment: Moment) -> tuple[str, ...]:
    index = _index_at(mention, moment.start)
    return mention.clauses.texts[max(0, index - 9) : index]


def _index_at(mention: Mention, offset: int) -> int:
    words = mention.clauses.words
    return next((i for i in range(mention.sentence.own, len(words)) if words[i].end > offset), len(words))


def _other_thing(mention: Mention, moment: Moment) -> bool:
    """Whether a time is another thing's: «Meld. St. 30 (2019–2020)», «strategien for 2021–2026»."""
    before = _words_before(mention, moment)
    if moment.kind == "periode" and before[-1:] == ("(",):
        return True
    if before[-1:] in (("fra",), ("frå",), ("av",), ("for",)) and names_agreement(
        before[-2] if len(before) > 1 else ""
    ):
        return moment.kind in ("år", "periode") and before[-1] != "for"
    low, high = sorted((mention.index, _index_at(mention, moment.start)))
    between = mention.clauses.texts[low + 1 : high]
    return any(_PLAN.fullmatch(word) for word in between)


def _same_statement(mention: Mention, offset: int) -> bool:
    """Whether a place in the sentence is in the word's own clause, or in one that only goes on with it."""
    clauses = mention.clauses
    index = _index_at(mention, offset)
    if index >= len(clauses.texts):
        return False
    here, there = clauses.of(mention.index), clauses.of(index)
    if (
        here is there
        or (there.beside is here and there.finite is None)
        or (here.beside is there and here.finite is None)
    ):
        return True
    if _LAST_DAY.search(" ".join(clauses.texts[: mention.index])) and any(
        is_agreement(clauses, i) for i in range(mention.index + 1)
    ):
        return True
    if (
        here.opener == "som"
        and here.opens_at
        and set(clauses.texts[max(0, here.opens_at - 3) : here.opens_at]) & {"same", "samme"}
    ):
        return True
    if there.opener == "som" and 0 < there.opens_at - mention.index <= 2:  # noqa: PLR2004 («avtaleperioden, som er …»)
        return True
    if there.above is here or here.above is there:
        return there.opener not in ("som", "med mindre", "dersom") and here.opener not in ("som", "at", "dersom")
    return False


HOME = frozenset(("varighet",))
HEADING = re.compile(r"varighe|varigheit|tidsramm|ikraft|avtaleperiode|oppsigelse|oppseiing|gyldig|avtaletid")
_NEAR = 18
_FROM = frozenset(("fra", "frå", "fom"))
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
_AGREEMENT = re.compile(r"(?:samarbeids)?avtale\w*|avtal(?:en|a)")
_ANOTHER = re.compile(r"forrige|førre|tidligere|tidlegare|gamle|annen|anna|annan|slik|slike")
_ENDS_PHRASE = frozenset((".", ",", ";", ":", "(", "fra", "frå", "på", "i", "er"))
_TIME_WORD_AFTER = re.compile(r"^(?:på|er|i|til|fra|frå) (?:\w+ ){0,4}(?:år|måned|månad|\d)")
_START_STEMS = (
    "kraft", "gjeld", "verknad", "virkning", "løpe", "bind", "bund", "perio", "varer", "varar", "iverks", "gyldig", "byrj", "begynn", "start", "verk",
    "tid", "rett", "vare", "årig", "sett", "set", "tek til", "tar til", "omfatt", "dekk", "for år", "første dag", "fyrste dag", "startdato",
)  # fmt: skip
_START = re.compile(
    r"kraft|ikrafttred\w*|ikraftset\w*|ikraftsett\w*|gjelder|gjeld|gjelde|gjelda|gjeldende|gjeldande|verknad|verknaden|virkning|virkningen|løper|løpe|bindende|bindande|binder|bind|bundet|bundne"
    r"|\w*period(?:en?|a)|avtaletid\w*|varer|varar|vare|vara|iverksettes|iverksettast|iverksetjast|gyldig|gyldighet\w*|gyldigheit\w*|begynner|byrjar|starter|startar|verk|virker|verkar|tek|tar|rettar|retter|omfatter|omfattar|dekker|dekkjer|tida|tiden|åra|årene|tidsrom|tidsrommet|dag|dagen|startdato\w*"
)
_COMMENCES = frozenset(("tek", "tar"))
_TAKES_EFFECT = re.compile(
    r"tek|tar|dag|dagen|startdato\w*|kraft|ikraft\w*|iverks\w*|begynner|byrjar|starter|startar|verk"
)
_STEP = re.compile(
    r"tre|trer|trår|tred|trå|træ|trede|settes|setjast|setje|sette|set|setter|sett|er|kommer|kjem|gi|gir|tek|tar|ta"
)
_SIGNING = re.compile(
    r"(?:undertegn|underteikn|underskriv|underskrev|underskreiv|underskrift|signer|signatur|påteikn)\w*|underskr\w*"
)
_WRITE = re.compile(r"skriv\w*|skrev\w*|skreiv|skrive|sett|setter|set|satt|navn\w*|namn\w*")
_AT_ONCE = re.compile(r"straks|umiddelbart|øyeblikkelig|omgåande")
_END_STEMS = (
    "gjeld", "vare", "vara", "varig", "løp", "opphør", "opphøyr", "slutt", "perio", "årig", "avtaletid", "gyldig", "tidsramm", "tidsavgren", "strekk", "inngå", "bortfall", "fell", "fall",
    "utgå", "virketid", "verketid", "kraft", "siste", "bind", "bund", "står", "lengd", "levetid", " ut", " lag", "utløp", "avtale på", "avtale for", "omfatt", "dekk", "følg", "fylg", "samarbeide", "samarbeida", "for tid", "for år", "avtalen ut", "avtala ut", "avtalen til", "avtala til", "avtalen fra", "avtala fra", "avtalen fre", "avtalen inn", "avtala inn", "virkning", "verknad", "månedlig", "ende", "enda",
)  # fmt: skip
_END = re.compile(
    r"gjelder|gjeld|gjelde|gjelda|gjeldende|gjeldande|varer|varar|vare|vara|varighet(?:en)?|varigheit(?:a|en)?|løper|løpe|løp|utløper|utløpar|utløpe|utløp|opphører|opphøyrer|opphøre|opphøyre"
    r"|slutter|sluttar|slutte|avsluttes|avsluttast|avsluttet|avslutta|\w*period(?:en?|a)|\w*årig(?:e|a)?|avtaletid(?:en|a)?|gyldig|gyldighet\w*|gyldigheit\w*|tidsramm\w*|tidsavgrens\w*"
    r"|strekker|strekkjer|strekk|inngås|inngått|inngåast|bortfaller|fell|faller|utgår|virketid\w*|verketid\w*|kraft|binder|bind|bindende|bindande|bundet|bundne|løpetid\w*|sluttdato\w*|utløpsdato\w*"
    r"|levetid\w*|lengd\w*|lengde\w*|står|ut|slutt|lag|virkning|verknad|ender|endar|omfatter|omfattar|dekker|dekkjer|følger|følgjer|fylgjer|tida|tiden|åra|årene|tidsrom|tidsrommet|samarbeide|samarbeider|samarbeidar|avtalen|avtala|avtale|samarbeidsavtale|dag|dagen"
)
_ENDS = re.compile(
    r"utløp\w*|opphør\w*|opphøyr\w*|slutt\w*|avslutt\w*|bortfall\w*|fell|faller|utgår|sluttdato\w*|ut|ender|endar|virkning|verknad"
)
_TIME_NOUN = re.compile(
    r"varighe\w*|varigheit\w*|\w*period\w*|avtaletid\w*|gyldighet\w*|gyldigheit\w*|tidsramm\w*|virketid\w*|verketid\w*|løpetid\w*|levetid\w*|sluttdato\w*|utløpsdato\w*|lengd\w*|ikraft\w+|utløp|virkning(?:en)?|verknad(?:en)?"
)
_ADJECTIVE = re.compile(r"[\w-]+årig(?:e|a)?")
_GOES = re.compile(r"går|gå|gjekk|gikk|løper|løpe")
_BINDS = re.compile(r"bundet|bundne|binder|bind|bindende|bindande")
_NO_LONGER = re.compile(r"\b(?:ikk?j?e|ingen|inga) (?:\w+ ){0,3}leng(?:er|re|ur)\b")
_OF_TERM = re.compile(
    r"(?:samarbeids)?avtale\w*|\w*periode\w*|varighe\w*|varigheit\w*|samarbeid\w*|løp|virketid|verketid|lengde?"
)
_CONCLUDES = re.compile(r"inngå\w*|inngikk|undertegn\w*|underteikn\w*|gjaldt|gjelder|gjeld|signer\w*")
_FOR_TIME = re.compile(r"tida|tiden|åra|årene|tidsrom(?:met)?")
_COVERS = re.compile(r"omfatter|omfattar|dekker|dekkjer|følger|følgjer|fylgjer")
_LAST_DAY = re.compile(r"\b(?:siste|sist) (?:\w+ )?(?:dag|dagen|dato|datoen)\b")
_STORTING_PERIOD = re.compile(r"storting\w*period\w*|valgperiod\w*|valperiod\w*")
_NOTICE = re.compile(
    r"varsel|varsling\w*|varsla|varslet|frist\w*|førehand|forhånd|oppsig\w*|oppsei\w*|skriftlig|skriftleg|om|gongen|gangen"
)
_PROLONG = re.compile(
    r"forleng\w*|fornye\w*|fornya\w*|videreføre\w*|vidareføre\w*|opsjon\w*|ytterligere|ytterlegare|utvid\w*"
)
_PLAN = re.compile(
    r"\w*(?:strategi|program|plan|melding|prosjekt|satsing|satsning|ordning|løft|forskrift|reform)(?:en|et|a|ene|met)?s?"
)
