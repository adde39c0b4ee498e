"""Administrative tasks and authority that are moved from one level to another."""

from collections.abc import Iterator

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.binding import EXPLORES, binds, clause_words
from avtalesjekk.reading.prose import Mention, Prose, one_a_sentence
from avtalesjekk.reading.said import Said, Text


def moved_tasks(prose: Prose) -> Iterator[Said[str]]:
    """Where an administrative task or authority is moved from one level to another."""
    mentions = prose.mentions(_MOVES, where=_names_level)
    found = (m for m in mentions if not _is_only_over(m) and _may_move(m) and _is_agreed(m) and _moves_a_task(m))
    yield from (mention.said(mention.word) for mention in one_a_sentence(found))


def _names_level(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence names a level, or the next one does where it goes on from «i dag»; not one of background."""
    if "bakgrunn" in text.path:
        return False
    own = sentence.texts[sentence.own :]
    if sentence.after is None or {"dag", "no", "nå"}.isdisjoint(own):
        return _A_LEVEL.fits_any(own)
    return _A_LEVEL.fits_any((*own, *sentence.after.texts))


def _is_only_over(mention: Mention) -> bool:
    """Whether «over» is just a preposition: not «tar over»."""
    return mention.word == "over" and _TAKES.isdisjoint(mention.texts[max(0, mention.index - 9) : mention.index])


def _may_move(mention: Mention) -> bool:
    """Whether a sentence has the words of something that is moved: asked before its clauses are sought."""
    return (
        mention.word == "over"
        or any(words.fits_any(mention.texts) for words in (_TASK, _SERVICE, _DECIDES, _ADMINISTERS))
        or _TASK.fits_any(_before(mention))
    )


def _is_agreed(mention: Mention) -> bool:
    """As `binds`, but «ikke lenger» is no denial: it says what is new."""
    if EXPLORES.search(" ".join(mention.texts[max(0, mention.index - 16) : mention.index])):
        return False
    if mention.word in ("lenger", "lengre", "ikke", "ikkje", "går", "overføres", "overførast"):
        return mention.clauses.plain_status(mention.index) in (Status.SAID, Status.DENIED) and (
            mention.word not in ("går", "overføres", "overførast") or mention.status is Status.SAID
        )
    return binds(mention)


def _moves_a_task(mention: Mention) -> bool:
    texts = mention.texts[mention.sentence.own :]
    words = clause_words(mention)
    if (
        _NOT_TASK.fits_any(words)
        or {"framleis", "fortsatt", "fremdeles"} & set(texts)
        or _INTERNAL.search(" ".join(texts))
    ):
        return False
    levels = {level for level, words in _LEVELS if words.fits_any(texts)}
    if levels == {"ks"} and "til ks" not in " ".join(texts):
        return False
    task = _TASK.fits_any(words) or _TASK.fits_any(_before(mention))
    if mention.word in ("heretter", "herette") and levels:
        after = mention.sentence.after
        if after is not None and _DID_BEFORE.search(" ".join(after.texts)):
            return _DECIDES.fits_any(texts)
    if mention.word in ("lenger", "lengre", "heretter", "herette", "hittil"):
        return len(levels) > 1 and (task or _DECIDES.fits_any(texts))
    if mention.word in ("stedet", "staden"):
        return len(levels) > 1 and _ADMINISTERS.fits_any(texts)
    if mention.word in ("ikke", "ikkje"):
        return len(levels) > 1 and _IT_IS.search(" ".join(texts)) is not None and _DECIDES.fits_any(texts)
    if mention.word in ("dag", "no", "nå"):
        after = mention.sentence.after
        following = after.texts if after is not None and not after.is_heading else ()
        levels |= {level for level, words in _LEVELS if words.fits_any(following)}
        joined = " ".join((*texts, *following))
        return (
            len(levels) > 1
            and (task or any(_DECIDES.fits(w) or _TASK.fits(w) for w in texts))
            and _FROM_NOW.search(joined) is not None
        )
    if mention.word.startswith(("overta", "overtek")):
        if _OTHER_MUNICIPALITY.search(" ".join(texts)):
            return False
        return bool(levels) and (task or _SERVICE.fits_any(words))
    if mention.word.startswith("deleger") and _DECIDES.fits_any(words):
        return bool(levels)
    if mention.word == "over":
        return bool(levels) and (len(levels) > 1 or (task and bool({"fra", "frå"} & set(words))))
    if not task and _LAYS_TO.fits(mention.word) and len(levels) > 1 and _SERVICE.fits_any(words):
        return "til" in words
    if not task:
        return False
    if _LAYS_TO.fits(mention.word):
        return "til" in words and bool(levels)
    if mention.word in ("får", "få", "gir", "gjev", "gis", "gjevast", "tildeles", "tildelast"):
        return bool(levels) and _AUTHORITY.fits_any(words)
    if mention.word in ("går", "lyft", "løftes", "lyftes", "lyftast", "lyfta", "frå", "fra"):
        return len(levels) > 1 or ("over" in words and bool(levels))
    to_or_from = bool(set(words) & {"til", "fra", "frå"}) or mention.word.startswith(("overta", "overtek"))
    return bool(levels) and (len(levels) > 1 or to_or_from)


def _before(mention: Mention) -> tuple[str, ...]:
    """The words of the sentence before, where this one goes on with a pronoun: «Tilsynet … Det legges til …»."""
    before = mention.sentence.before
    start = mention.texts[mention.sentence.own : mention.sentence.own + 2]
    return (
        before.texts
        if before is not None and set(start) & {"det", "den", "dette", "denne", "ho", "desse", "disse"}
        else ()
    )


_IT_IS = pattern(r"\b(?:er det|det er|skal|blir det|vert det)\b.*,? (?:og )?ikk?j?e (?:\w+ ){0,2}\w+")
_SERVICE = Forms(
    r"drift\w*|\w*tjeneste\w*|\w*teneste\w*|\w*tilbud\w*|\w*tilbod\w*|\w*ordning\w*|finansieringsansvar\w*"
)
_FROM_NOW = pattern(r"\b(?:skal|deretter|overtar|overtek|over til|heretter|får|fra|frå|hand om)\b")
_INTERNAL = pattern(
    r"\b(?:hov[eu]d?kontoret|hovudkontoret|regionkontoret|egen|eigen|intern\w*|internt|avdeling(?:en|a)?|"
    r"seksjon(?:en)?|områdedirektør\w*)\b"
)
_ADMINISTERS = Forms(
    r"forvalt(?:es|ast|er|ar|e)|behandles|handsamast|avgjøres|avgjerast|tildeles|tildelast|drives|drivast|"
    r"utføres|utførast|"
    r"fattes|vedtas|vedtakast|behandler|avgjør|utfører|driver"
)
_DID_BEFORE = pattern(
    r"\bhar (?:gjort|hatt|behandlet|handsama|avgjort)\b.*\b(?:til nå|til no|hittil|tidligere|tidlegare|før)\b"
)
_OTHER_MUNICIPALITY = pattern(r"\b(?:annen|anna|ny|nye|andre) kommun(?:e|en)\b")
_DECIDES = Forms(
    r"vedtak\w*|handsam\w*|avgjør\w*|avgjer\w*|godkjenn\w*|gir|gjev|fastset\w*|fastsett\w*|fører|behandl\w*|søknad\w*|"
    r"ansvar\w*|har|driv\w*"
)
_TAKES = frozenset(("tar", "tek", "ta"))  # «tar over»
_LAYS_TO = Forms(r"legges|leggast|leggjast|lagt|lagd|legge|leggje|legg")
_AUTHORITY = Forms(
    r"avgjerdsmakt\w*|\w*myndighet\w*|\w*myndigheit\w*|\w*mynde\w*|ansvar(?:et)?|\w*ansvaret|"
    r"vedtakskompetanse\w*|avgjerdsrett\w*"
)
_MOVES = Sought(
    r"flyttingen|flytt|overtekne|overtatte|desentraliser\w*|overtakelse\w*|overtaking\w*|stedet|staden|"
    r"overføringen|overføringa|overfør(?:e|er|es|ast|t|ing|inga|ingen)|flytt(?:e|er|es|ar|a|ast|et|ing|"
    r"inga)|deleger(?:e|er|es|ar|a|ast|"
    r"t|ing)|overta|overtar|overtek|overtas|overtakast|legges|leggast|leggjast|legge|leggje|legg|overlates|"
    r"overlatast|overlate|overlet|overlater|får|få|tildeles|tildelast|gis|gjevast|gir|gjev|går|lyft|løftes|"
    r"lyftes|lyftast|lyfta|lenger|lengre|heretter|lagt|lagd|dag|no|nå|ikke|ikkje|over",
    ("over", "|".join(_TAKES)),
    ("får|få|gir|gjev|gis|gjevast|tildeles|tildelast", _AUTHORITY.pattern),
    (_LAYS_TO.pattern, "til"),
)
_TASK = Forms(
    r"avgjerdsmakt\w*|tildeling\w*|\w*oppg[aå]v\w*|\w*myndighet\w*|\w*myndigheit\w*|mynd(?:a|e|et)|avgjerdsmynde\w*|"
    r"vedtaksmynde\w*|\w*ansvar\w*|\w*forvaltning\w*|tilsyn\w*|\w*tilsynet|\w*saksbehandling\w*|"
    r"\w*sakshandsaming\w*|vedtakskompetanse\w*|avgjørelsesmyndighet\w*|klagebehandling\w*|klagehandsaming\w*|"
    r"avgjerdsrett\w*|\w*handsaming\w*|\w*søknadsbehandling\w*|\w*konsesjonsbehandling\w*|godkjenning\w*|"
    r"forvaltinga?|klagesaker|klagesaksbehandling\w*|rett|retten|vedtak|vedtaket"
)
_NOT_TASK = Forms(
    r"erfaring\w*|røynsle\w*|data|opplysning\w*|kunnskap\w*|midler|midlar|møte|møtet|fristen?|"
    r"personell|koordineringsansvar\w*|sekretariat\w*|møteledelse\w*|møteleiing\w*"
)
_LEVELS = (
    (
        "kommune",
        Forms(
            r"\w*kommun(?:e|en|ene|ane|er|ar|al|alt|ale|enes|anes)|bydel\w*|vertskommun\w*|kommunesektor\w*|"
            r"kommunal\w*"
        ),
    ),
    ("fylke", Forms(r"fylkeskommun\w*")),
    (
        "stat",
        Forms(
            r"staten|statleg\w*|statlig\w*|statsforvalt\w*|\w*direktorat\w*|\w*departement\w*|nav|bufetat|imdi|"
            r"udi|fylkesm[ae]nn\w*|statens|statped|helfo|\w*verket|\w*etaten|husbanken"
        ),
    ),
    ("ks", Forms(r"ks")),
)
_A_LEVEL = Forms("|".join(words.pattern for _, words in _LEVELS))
