"""When the agreement takes effect, as the parties say it in words."""

from collections.abc import Iterator
from typing import TypeAlias

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.said import Said, Text
from avtalesjekk.reading.term import (
    CONCLUDES,
    COVERS,
    DASH,
    FOR_TIME,
    FROM,
    HEADING,
    HOME,
    is_own_time,
    lasts,
    other_thing,
    same_statement,
    until,
    words_before,
)

Start: TypeAlias = PartialDate | str


def starts(prose: Prose) -> Iterator[Said[Start]]:
    """Where it is said when the agreement takes effect, and the date, or `ved undertegning`, or in what words."""
    for mention in prose.mentions(_START, HOME, HEADING, _says_when):
        if _takes_effect(mention) and _is_said(mention) and is_own_time(mention):
            found = _start_in(mention)
            if found is not None:
                yield found


def _says_when(_text: Text, sentence: Sentence) -> bool:
    """Whether a sentence names a time, or may name the signing."""
    return bool(sentence.moments) or _WHEN.fits_any(sentence.texts)


def _is_said(mention: Mention) -> bool:
    status = mention.status
    clause = mention.clauses.of(mention.index)
    asked = " ".join(mention.texts[max(0, clause.opens_at - 9) : clause.opens_at])
    if clause.opener == "når" and _UNDECIDED.search(asked):
        return False
    if status is Status.PAST and mention.word in ("virkning", "verknad"):  # «har inngått avtalen med virkning fra»
        return any(CONCLUDES.fits(mention.texts[i]) for i in mention.clauses.of(mention.index).words)
    return status is Status.SAID or (status is Status.DENIED and mention.clauses.not_before(mention.index))


def _takes_effect(mention: Mention) -> bool:
    if COVERS.fits(mention.word) or mention.word in "–-" or FOR_TIME.fits(mention.word):
        return lasts(mention)
    if mention.word in ("dag", "dagen"):
        return mention.index > 0 and mention.texts[mention.index - 1] in ("første", "fyrste")
    if mention.word.startswith("tidspunkt"):
        return "ikraft" in mention.sentence.heading or "ikraft" in mention.sentence.said
    if mention.word in _COMMENCES:
        return mention.texts[mention.index + 1 : mention.index + 3][:1] == ("til",) and mention.texts[
            mention.index + 2 : mention.index + 3
        ] != ("å",)
    if mention.word != "kraft":
        return True
    texts, index = mention.texts, mention.index
    return texts[index - 1] in ("i", "tilbakevirkende", "tilbakeverkande") and (
        _STEP.fits_any(texts[max(0, index - 9) : index + 5])
    )


def _start_in(mention: Mention) -> Said[Start] | None:
    sentence, texts = mention.sentence, mention.texts
    given = set(texts[max(0, mention.index - 4) : mention.index]) & _GETS
    of_itself = (
        _TAKES_EFFECT.fits(mention.word)
        or (mention.word in ("virkning", "verknad") and bool(given))
        or (
            "å" in texts[max(0, mention.index - 1) : mention.index]
            and bool(
                {"til", "begynner", "begynne", "byrjar", "byrje"}
                & set(texts[max(0, mention.index - 4) : mention.index])
            )
        )
    )
    for moment in sentence.moments:
        before = words_before(mention, moment)
        begins = mention.word in _COMMENCES or mention.word.startswith("tidspunkt")
        if not same_statement(mention, moment.start) or (until(before) and not begins) or other_thing(mention, moment):
            continue
        if moment.kind == "periode":
            if of_itself and mention.word == "kraft":
                continue
            return Said(PartialDate.of(moment.first), mention.text.path, (moment.start, moment.end))
        if of_itself or set(before[-8:]) & FROM:
            return Said(moment.partial, mention.text.path, (moment.start, moment.end))
    for i in range(sentence.own, len(texts)):
        if _is_signing(texts, i) and abs(i - mention.index) <= _NEAR:
            near = set(texts[max(0, i - 8) : i])
            if of_itself or near & (
                FROM | {"ved", "når", "straks", "etter", "idet", "so", "snart", "da", "då", "innan"}
            ):
                return mention.said("ved undertegning", i, i + 1)
    if of_itself:
        for i in range(sentence.own, len(texts)):
            if (_AT_ONCE.fits(texts[i]) or texts[i - 2 : i + 1] in _THERE_AND_THEN) and mention.clauses.of(
                i
            ) is mention.clauses.of(mention.index):
                return mention.said(texts[i], i, i + 1)
    return None


def _is_signing(texts: tuple[str, ...], i: int) -> bool:
    if texts[i : i + 2] == ("dags", "dato"):
        return True
    if _SIGNING.fits(texts[i]):
        return True
    return texts[i] == "under" and _WRITE.fits_any(texts[max(0, i - 4) : i])


_UNDECIDED = pattern(r"\b(?:avklar\w*|avgjør\w*|avgjer\w*|bestemm\w*|fastset\w*|fastsett\w*|vurder\w*|drøft\w*)\b")
_NEAR = 18
_GETS = frozenset(("får", "fær", "gis", "gjevast"))
_THERE_AND_THEN = (("med", "en", "gang"), ("med", "ein", "gong"), ("med", "det", "same"), ("med", "det", "samme"))
_START = Sought(
    r"kraft|ikrafttred\w*|ikraftset\w*|ikraftsett\w*|gjelder|gjeld|gjelde|gjelda|gjeldende|gjeldande|verknad|"
    r"verknaden|virkning|virkningen|løper|løpe|bindende|bindande|binder|bind|bundet|bundne"
    r"|\w*period(?:en?|a)|avtaletid\w*|virkningstid\w*|verknadstid\w*|varer|varar|vare|vara|iverksettes|"
    r"iverksettast|iverksetjast|gyldig|"
    r"gyldighet\w*|gyldigheit\w*|begynner|byrjar|starter|startar|verke?|virke|virksom|verksam|virker|"
    r"verkar|avløser|avløyser|"
    r"erstatter|erstattar|tek|tar|rettar|retter|"
    r"omfatter|omfattar|dekker|dekkjer|tida|tiden|åra|årene|tidsrom|tidsrommet|dag|dagen|startdato\w*|start|[–-]|"
    r"startpunkt\w*|tidspunkt(?:et)?|regnet|rekna",
    DASH,
    (FOR_TIME.pattern, "for"),
    ("dag|dagen", "første|fyrste"),
    ("kraft", "i|tilbakevirkende|tilbakeverkande"),
    ("tek|tar", "til"),
)
_COMMENCES = frozenset(("tek", "tar"))
_TAKES_EFFECT = Forms(
    r"tek|tar|dag|dagen|start|startdato\w*|startpunkt\w*|tidspunkt(?:et)?|avløser|avløyser|erstatter|"
    r"erstattar|kraft|ikraft\w*|iverks\w*|begynner|byrjar|starter|startar|verke?|virke|virksom|verksam"
)
_STEP = Forms(
    r"tre|trer|trår|tred|trå|træ|trede|settes|setjast|setje|sette|set|setter|sett|er|kommer|kjem|gi|gir|"
    r"avløser|avløyser|erstatter|erstattar|tek|tar|ta"
)
_SIGNING = Forms(
    r"(?:undertegn|underteikn|underskriv|underskrev|underskreiv|underskrift|signer|signatur|påteikn)\w*|underskr\w*"
)
_WRITE = Forms(r"skriv\w*|skrev\w*|skreiv|skrive|sett|setter|set|satt|navn\w*|namn\w*")
_AT_ONCE = Forms(r"straks|umiddelbart|øyeblikkelig|omgåande")
_WHEN = Forms(rf"{_SIGNING.pattern}|{_AT_ONCE.pattern}|dags|under|gang|gong|same|samme")
