"""From when and until when the agreement is in force, as the parties say it in words."""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.moments import Moment, find_moments
from avtalesjekk.norwegian.quantities import Length, find_durations
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.said import Said

Start: TypeAlias = PartialDate | Literal["ved undertegning"] | str
Ending: TypeAlias = PartialDate | Duration | Literal["stortingsperioden"]


def starts(prose: Prose) -> Iterator[Said[Start]]:
    """Where it is said when the agreement takes effect, and the date, or that it is at the signing."""
    for mention in prose.mentions(_START_STEMS, _START, HOME, HEADING):
        if mention.status is Status.SAID and _speaks_of_start(mention) and _is_own(mention):
            yield from _start_in(mention)


def endings(prose: Prose) -> Iterator[Said[Ending]]:
    """Where it is said when the agreement ends, or for how long it lasts."""
    for mention in prose.mentions(_END_STEMS, _END, HOME, HEADING):
        if _may_end(mention) and _is_own(mention):
            yield from _end_in(mention)


def _is_own(mention: Mention) -> bool:
    """Whether the agreement is what takes effect or lasts: its subject, or what a noun of time belongs to."""
    texts, index = mention.clauses.texts, mention.index
    clause = mention.clauses.of(index)
    if _TIME_NOUN.fullmatch(mention.word):
        if mention.word.startswith("avtale"):
            return True
        if index and texts[index - 1] in ("avtalens", "avtalas"):
            return True
        end = index + 1
        while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
            end += 1
        found = mention.theme(index, end)
        if found is not mention.theme(index, index + 1):
            return mention.is_own(found)
        start, stop = mention.clauses.subject(clause)
        return mention.is_own(mention.theme(start, stop)) if start < stop and not start <= index < stop else mention.home
    if _ADJECTIVE.fullmatch(mention.word):
        return index + 1 < len(texts) and texts[index + 1].startswith(("avtale", "samarbeidsavtale"))
    return mention.is_own(mention.subject)


def _speaks_of_start(mention: Mention) -> bool:
    texts, index = mention.clauses.texts, mention.index
    if mention.word == "kraft":
        before = texts[max(0, index - 8) : index]
        return texts[index - 1] == "i" and any(_STEP.fullmatch(word) for word in before + texts[index + 1 : index + 4])
    return True


def _start_in(mention: Mention) -> Iterator[Said[Start]]:
    text, sentence = mention.sentence.text, mention.sentence
    moments = find_moments(text, sentence.start, sentence.end)
    of_itself = _TAKES_EFFECT.fullmatch(mention.word) is not None
    for moment in moments:
        before = _words_before(mention, moment)
        if moment.kind == "periode" and (not of_itself or mention.word == "kraft"):
            if not _other_thing(mention, moment):
                yield Said(PartialDate.of(moment.first), mention.text.path, (moment.start, moment.end))
                return
        if before[-1:] in (("til",), ("ut",), ("inntil",)) or before[-3:] == ("til", "og", "med"):
            continue
        if not of_itself and not set(before[-3:]) & _FROM:
            continue
        if not _same_statement(mention, moment.start):
            continue
        yield Said(moment.partial, mention.text.path, (moment.start, moment.end))
        return
    for i, word in enumerate(mention.clauses.texts):
        if i >= sentence.own and _AT_SIGNING.fullmatch(word) and _same_statement(mention, mention.clauses.words[i].start):
            before = mention.clauses.texts[max(0, i - 5) : i]
            if of_itself or set(before) & (_FROM | {"ved", "når", "straks", "etter", "med"}):
                yield mention.said("ved undertegning", i, i + 1)
                return
    if of_itself:
        for i, word in enumerate(mention.clauses.texts):
            if _AT_ONCE.fullmatch(word) and mention.clauses.of(i) is mention.clauses.of(mention.index):
                yield mention.said(word, i, i + 1)
                return


def _may_end(mention: Mention) -> bool:
    status = mention.status
    if status is Status.DENIED:
        texts, index = mention.clauses.texts, mention.index
        return any(
            texts[i] in lex.NOT and texts[i + 1 : i + 2] and texts[i + 1] in ("lenger", "lengre", "lengur", "utover", "ut")
            for i in range(index, min(len(texts), index + 6))
        )
    return status is Status.SAID


def _end_in(mention: Mention) -> Iterator[Said[Ending]]:
    text, sentence = mention.sentence.text, mention.sentence
    at = mention.clauses.words[mention.index].start
    ends_by_itself = _ENDS.fullmatch(mention.word) is not None
    candidates: list[tuple[int, Said[Ending]]] = []
    for moment in find_moments(text, sentence.start, sentence.end):
        before = _words_before(mention, moment)
        if not _same_statement(mention, moment.start) or _other_thing(mention, moment):
            continue
        if moment.kind == "periode":
            candidates.append((moment.start, Said(PartialDate.of(moment.last), mention.text.path, (moment.start, moment.end))))
        elif _until(before) or (ends_by_itself and not set(before[-2:]) & _FROM) or _after_dash(text, moment):
            candidates.append((moment.start, Said(_last(moment), mention.text.path, (moment.start, moment.end))))
    for length in find_durations(mention.clauses.words[sentence.own :]):
        first, after = length.first + sentence.own, length.after + sentence.own
        if _is_length(mention, Length(length.value, first, after)):
            start, end = mention.range(first, after)
            candidates.append((start, Said(length.value, mention.text.path, (start, end))))
    for i, word in enumerate(mention.clauses.texts):
        if i >= sentence.own and _STORTING_PERIOD.fullmatch(word) and _of_the_period(mention, i):
            candidates.append((mention.clauses.words[i].start, mention.said("stortingsperioden", i, i + 1)))
    after_it = [found for start, found in candidates if start >= at]
    if candidates:
        yield (after_it or [found for _, found in candidates])[0]


def _last(moment: Moment) -> PartialDate:
    """The last day of a month, a year or a season; «årsskiftet» is the last day of the old year."""
    return moment.partial if moment.kind in ("dag", "måned", "år") and moment.first == moment.partial.first else PartialDate.of(moment.last)


def _is_length(mention: Mention, length: Length) -> bool:
    texts = mention.clauses.texts
    if not _same_statement(mention, mention.clauses.words[length.first].start):
        return False
    if length.first <= mention.index < length.after:
        return True
    before = texts[max(0, length.first - 4) : length.first]
    after = texts[length.after : length.after + 4]
    if any(_NOTICE.fullmatch(word) for word in after) or any(_NOTICE.fullmatch(word) for word in texts[mention.index + 1 : length.first]):
        return False
    if after[:1] and after[0] in ("etter", "før", "siden", "sidan", "gammel", "gammal"):
        return after[0] == "etter" and _ENDS.fullmatch(mention.word) is not None
    if any(_PROLONG.fullmatch(word) for word in texts[mention.index + 1 : length.first]):
        return False
    if _ENDS.fullmatch(mention.word):
        return "etter" in before or after[:1] == ("etter",)
    if _TIME_NOUN.fullmatch(mention.word):
        return True
    return bool(set(before) & {"i", "på", "for", "av", "over", "til", "fra", "frå", "og", "minst", "inntil", "de", "dei", "er", "gjelder", "gjeld", "varer", "varar", "løper", "ei", "en", "ein", "eit", "et"})


def _of_the_period(mention: Mention, i: int) -> bool:
    before = mention.clauses.texts[max(0, i - 5) : i]
    return bool(set(before) & {"ut", "til", "resten", "utløpet", "utgangen", "slutten", "inntil", "for", "i", "enden"})


def _until(before: tuple[str, ...]) -> bool:
    near = [word for word in before[-5:] if word not in ("den", "dagen", "utgangen", "og", "med", "dato", "kl", "året", "år", "året", "seinast", "senest", "lengst")]
    if not near:
        return False
    return near[-1] in ("til", "ut", "inntil", "tom", "innen", "innan", "utløpet", "utover", "ved") and (
        near[-1] != "ved" or "ut" in near
    )


def _after_dash(text: str, moment: Moment) -> bool:
    return re.search(r"\d{4}\s?[-–—]\s?$", text[max(0, moment.start - 8) : moment.start]) is not None


def _words_before(mention: Mention, moment: Moment) -> tuple[str, ...]:
    words = mention.clauses.words
    texts = mention.clauses.texts
    index = next((i for i in range(mention.sentence.own, len(words)) if words[i].end > moment.start), len(words))
    return texts[max(0, index - 6) : index]


def _other_thing(mention: Mention, moment: Moment) -> bool:
    """Whether a time is a document's: «Meld. St. 30 (2019–2020)», «strategien for 2021–2026»."""
    before = _words_before(mention, moment)
    if before[-1:] == ("(",) and moment.kind == "periode":
        return True
    texts = mention.clauses.texts
    start = mention.clauses.words
    index = next((i for i in range(len(start)) if start[i].end > moment.start), len(start))
    low, high = sorted((mention.index, index))
    return any(_PLAN.fullmatch(word) for word in texts[low + 1 : high])


def _same_statement(mention: Mention, offset: int) -> bool:
    """Whether a place in the sentence is in the word's own clause, or in one that only hangs on it."""
    clauses = mention.clauses
    index = next((i for i, word in enumerate(clauses.words) if word.end > offset), None)
    if index is None:
        return False
    here, there = clauses.of(mention.index), clauses.of(index)
    if here is there or there.beside is here and there.finite is None:
        return True
    if there.above is here or here.above is there:
        return there.opener not in ("som", "med mindre") and here.opener != "som"
    if there.beside is here and there.finite is not None:
        return not any(clauses.texts[i] not in lex.AND for i in there.words if i < there.finite) and False
    return False


HOME = frozenset(("varighet",))
HEADING = re.compile(r"varighe|varigheit|tidsramm|ikraft|avtaleperiode|oppsigelse|oppseiing|gyldig|avtaletid")
_FROM = frozenset(("fra", "frå", "f.o.m", "fom"))
_START_STEMS = ("kraft", "gjeld", "verknad", "virkning", "løpe", "bind", "perio", "varer", "varar", "iverks", "gyldig", "byrj", "begynn", "start", "set i verk", "verk", "inngå")
_START = re.compile(
    r"kraft|ikrafttred\w*|ikraftset\w*|ikraftsett\w*|gjelder|gjeld|gjelde|gjelda|verknad|virkning|løper|løpe|bindende|bindande|\w*period(?:en?|a)|varer|varar|vare|vara"
    r"|iverksettes|iverksettast|gyldig|begynner|byrjar|starter|startar|verk"
)
_TAKES_EFFECT = re.compile(r"kraft|ikraft\w*|iverks\w*|begynner|byrjar|starter|startar|verk")
_STEP = re.compile(r"tre|trer|trår|tred|trå|træ|settes|setjast|setje|sette|set|setter|ikraft|trede|sett|er|kommer|kjem")
_AT_SIGNING = re.compile(r"(?:undertegn|underteikn|underskriv|underskrift|signer|signatur)\w*|underskr\w*")
_AT_ONCE = re.compile(r"straks|umiddelbart|øyeblikkelig|omgåande")
_END_STEMS = ("gjeld", "vare", "vara", "varig", "løp", "opphør", "opphøyr", "slutt", "perio", "årig", "avtaletid", "gyldig", "tidsramm", "tidsavgren", "strekk", "inngå", "bortfall", "fell", "utgå", "virketid", "verketid", "kraft", "siste", "bind", "står", "lengd")
_END = re.compile(
    r"gjelder|gjeld|gjelde|gjelda|varer|varar|vare|vara|varighet(?:en)?|varigheit(?:a|en)?|løper|løpe|løp|utløper|utløpar|utløpe|opphører|opphøyrer|opphøre|opphøyre"
    r"|slutter|sluttar|slutte|avsluttes|avsluttast|\w*period(?:en?|a)|\w*årig(?:e|a)?|avtaletid(?:en|a)?|gyldig|gyldighet\w*|gyldigheit\w*|gyldighetstid\w*|tidsramm\w*|tidsavgrens\w*"
    r"|strekker|strekkjer|strekk|inngås|inngått|inngåast|bortfaller|fell|faller|utgår|virketid\w*|verketid\w*|kraft|bindende|bindande|løpetid\w*|sluttdato\w*|lengd\w*|lengde\w*|står"
)
_ENDS = re.compile(r"utløp\w*|opphør\w*|opphøyr\w*|slutt\w*|avslutt\w*|bortfall\w*|fell|faller|utgår|sluttdato\w*")
_TIME_NOUN = re.compile(
    r"varighe\w*|varigheit\w*|\w*period\w*|avtaletid\w*|gyldighet\w*|gyldigheit\w*|tidsramm\w*|virketid\w*|verketid\w*|løpetid\w*|sluttdato\w*|lengd\w*|ikraft\w+|verknad|virkning"
)
_ADJECTIVE = re.compile(r"\w+årig(?:e|a)?")
_STORTING_PERIOD = re.compile(r"storting\w*period\w*|valgperiod\w*|valperiod\w*")
_NOTICE = re.compile(r"varsel|varsling\w*|frist\w*|førehand|forhånd|oppsig\w*|oppsei\w*|førehandsvars\w*|skriftlig|skriftleg")
_PROLONG = re.compile(r"forleng\w*|forlenging\w*|fornye\w*|videreføre\w*|vidareføre\w*|opsjon\w*|ytterligere|ytterlegare")
_PLAN = re.compile(r"\w*(?:strategi|program|plan|melding|handlingsplan|prosjekt|satsing|ordning|løft|forskrift|reform)(?:en|et|a|ene|met)?")
