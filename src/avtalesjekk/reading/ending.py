"""When the agreement ends or how long it lasts, as the parties say it in words."""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.moments import Moment
from avtalesjekk.norwegian.quantities import find_durations
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.said import Said, Text
from avtalesjekk.reading.term import (
    ADJECTIVE,
    CONCLUDES,
    COVERS,
    DASH,
    FOR_TIME,
    FROM,
    GOES,
    HEADING,
    HOME,
    LAST_DAY,
    STORTING_PERIOD,
    TIME_NOUN,
    is_own_time,
    lasts,
    other_thing,
    same_statement,
    until,
    words_before,
)

Ending: TypeAlias = PartialDate | Duration | Literal["stortingsperioden"]


def endings(prose: Prose) -> Iterator[Said[Ending]]:
    """Where it is said when the agreement ends, or for how long it lasts."""
    seen: set[tuple[int, int]] = set()
    for mention in prose.mentions(_END, HOME, HEADING, _names_time):
        if lasts(mention) and _is_concluded(mention) and is_own_time(mention):
            found = _end_in(mention)
            if found is not None and found.words is not None and found.words not in seen:
                seen.add(found.words)
                yield found


def _names_time(_text: Text, sentence: Sentence) -> bool:
    """Whether a sentence names any time."""
    texts = sentence.texts
    return bool(sentence.moments or STORTING_PERIOD.fits_any(texts) or find_durations(texts))


def _is_concluded(mention: Mention) -> bool:
    """Whether the end is laid down; also where it is told that the agreement was concluded for so long."""
    status = mention.status
    if status is Status.PAST and (TIME_NOUN.fits(mention.word) or ADJECTIVE.fits(mention.word)):
        return any(CONCLUDES.fits(mention.texts[i]) for i in mention.clauses.of(mention.index).words)
    return status is Status.SAID


def _end_in(mention: Mention) -> Said[Ending] | None:
    """The first time or length after the word that ends it, else the first before."""
    text, sentence = mention.sentence.text, mention.sentence
    at = mention.clauses.words[mention.index].start
    found: list[tuple[int, Said[Ending]]] = []
    given = set(mention.texts[max(0, mention.index - 4) : mention.index]) & {"får", "fær", "gis", "gjevast"}
    by_itself = _ENDS.fits(mention.word) and not given  # «får virkning 1. juni» is a beginning
    for moment in sentence.moments:
        before = words_before(mention, moment)
        if not same_statement(mention, moment.start) or other_thing(mention, moment):
            continue
        here = (moment.start, moment.end)
        if moment.kind == "periode":
            found.append((moment.start, Said(PartialDate.of(moment.last), mention.text.path, here)))
        elif (
            until(before)
            or (moment.kind == "år" and before[-1:] == ("for",) and mention.word in ("gjelder", "gjeld"))
            or (_is_last_day(mention) and not set(before[-3:]) & FROM)
            or _after_dash(text, moment)
            or (by_itself and not set(before[-2:]) & FROM)
        ):
            found.append((moment.start, Said(_last(moment, before), mention.text.path, here)))
    for length in find_durations(mention.texts):
        if length.first >= sentence.own and _is_length(mention, length.first, length.after):
            said = mention.said(length.value, length.first, length.after)
            found.append((mention.range(length.first, length.after)[0], said))
    found += [
        (mention.clauses.words[i].start, mention.said("stortingsperioden", i, i + 1))
        for i in range(sentence.own, len(mention.texts))
        if STORTING_PERIOD.fits(mention.texts[i]) and _of_the_period(mention, i)
    ]
    found.sort(key=lambda one: (one[0] < at, one[0]))
    return found[0][1] if found else None


def _is_last_day(mention: Mention) -> bool:
    """«siste dag avtalen gjelder, er», «etter 2026 er partene ikke lenger bundet»."""
    joined = " ".join(mention.texts)
    return LAST_DAY.search(joined) is not None or (_BINDS.fits(mention.word) and _NO_LONGER.search(joined) is not None)


def _last(moment: Moment, before: tuple[str, ...]) -> PartialDate:
    """The last day, where it is «ut» or «til og med» a month or a year, or a season."""
    whole = {"ut", "tom"} & set(before[-2:]) or before[-3:] == ("til", "og", "med") or moment.kind == "årstid"
    if moment.first != moment.last and whole:
        return PartialDate.of(moment.last)
    if (moment.last - moment.first).days == 1:  # «årsskiftet»: the last day of the old year
        return PartialDate.of(moment.first)
    return moment.partial


def _is_length(mention: Mention, first: int, after: int) -> bool:
    texts = mention.texts
    if first <= mention.index < after:
        return True
    if ADJECTIVE.fits(texts[first]) and first != mention.index and not _OF_TERM.fits_any(texts[after : after + 2]):
        return False  # «det femårige programmet»
    if not same_statement(mention, mention.clauses.words[first].start):
        return False
    between = texts[mention.index + 1 : first]
    following = texts[after : after + 3]
    if mention.word in ("avtale", "samarbeidsavtale") and first != mention.index + 2:
        return False
    if _NOTICE.fits_any((*following, *between)) or any(_PROLONG.fits(word) for word in between):
        return False
    if following[:1] in (("før",), ("siden",), ("sidan",), ("gammel",), ("gammal",), ("tidligere",), ("tidlegare",)):
        return False
    if _ENDS.fits(mention.word):
        return "etter" in texts[max(0, first - 3) : first] or following[:1] == ("etter",)
    return following[:1] != ("etter",)


def _of_the_period(mention: Mention, i: int) -> bool:
    before = mention.texts[max(0, i - 5) : i]
    if _BEYOND.search(" ".join(before)):
        return False
    if COVERS.fits(mention.word):
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
            "gjennom",
            "når",
            "med",
            "ved",
        }
    )


_BEYOND = pattern(r"\b(?:ut ?over|enn|inn i|etter|neste|komande|kommende)\b")


def _after_dash(text: str, moment: Moment) -> bool:
    return re.search(r"\d{4}\s?[-–—]\s?$", text[max(0, moment.start - 8) : moment.start]) is not None


_END = Sought(
    r"gjelder|gjeld|gjelde|gjelda|gjeldende|gjeldande|varer|varar|vare|vara|varighet(?:en)?|varigheit(?:a|en)?|"
    r"løper|løpe|løp|utløper|utløpar|utløpe|utløp|opphører|opphøyrer|opphøre|opphøyre"
    r"|slutter|sluttar|slutte|avsluttes|avsluttast|avsluttet|avslutta|\w*period(?:en?|a)|\w*årig(?:e|a)?|"
    r"avtaletid(?:en|a)?|gyldig|gyldighet\w*|gyldigheit\w*|tidsramm\w*|tidsavgrens\w*"
    r"|strekker|strekkjer|strekk|inngås|inngått|inngåast|bortfaller|fell|faller|utgår|virketid\w*|"
    r"virkningstid\w*|verketid\w*|"
    r"kraft|binder|bind|bindende|bindande|bundet|bundne|løpetid\w*|sluttdato\w*|utløpsdato\w*"
    r"|levetid\w*|lengd\w*|lengde\w*|står|ut|slutt|lag|virkning|verknad|ender|endar|omfatter|omfattar|dekker|"
    r"dekkjer|følger|følgjer|fylgjer|tida|tiden|åra|årene|tidsrom|tidsrommet|samarbeide|samarbeider|"
    r"samarbeidar|avtalen|avtala|avtale|samarbeidsavtale|regulerer|regulerar|dag|dagen|[–-]",
    DASH,
    ("avtalen|avtala", "ut|til|fram|frem|inntil"),
    ("avtale|samarbeidsavtale", "på|for"),
    (FOR_TIME.pattern, "for"),
    ("dag|dagen", "siste|sist"),
    ("lag", "ved"),
    ("ut", GOES.pattern),
)
_ENDS = Forms(
    r"utløp\w*|opphør\w*|opphøyr\w*|slutt\w*|avslutt\w*|bortfall\w*|fell|faller|utgår|sluttdato\w*|ut|ender|"
    r"endar|virkning|verknad"
)
_BINDS = Forms(r"bundet|bundne|binder|bind|bindende|bindande")
_NO_LONGER = pattern(r"\b(?:ikk?j?e|ingen|inga) (?:\w+ ){0,3}leng(?:er|re|ur)\b")
_OF_TERM = Forms(
    r"(?:samarbeids)?avtale\w*|\w*periode\w*|varighe\w*|varigheit\w*|samarbeid\w*|løp|virketid|verketid|lengde?"
)
_NOTICE = Forms(
    r"varsel|varsling\w*|varsla|varslet|frist\w*|førehand|forhånd|oppsig\w*|oppsei\w*|skriftlig|skriftleg|om|"
    r"gongen|gangen"
)
_PROLONG = Forms(
    r"forleng\w*|fornye\w*|fornya\w*|videreføre\w*|vidareføre\w*|opsjon\w*|ytterligere|ytterlegare|utvid\w*"
)
