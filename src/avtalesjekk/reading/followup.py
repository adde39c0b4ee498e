"""The fixed administrative follow-up of the agreement."""

from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.quantities import RHYTHMS
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.apart import is_set_apart
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.reference import Theme, mentions_agreement
from avtalesjekk.reading.said import Said, Text


def follow_ups(prose: Prose) -> Iterator[Said[str]]:
    """Where a fixed administrative follow-up of the agreement is laid down."""
    for mention in prose.mentions(_FOLLOWS, frozenset(("organisering",)), _FOLLOW_HEADING, _is_of_parties):
        if (
            _is_fixed(mention)
            and mention.status is Status.SAID
            and not mention.clauses.is_conditional(mention.index)
            and not is_set_apart(mention.sentence)
        ):
            yield mention.said(mention.word)


def _is_of_parties(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence tells of nothing that was before, and of no others who follow something up."""
    own = sentence.texts[sentence.own :]
    return text.section not in _TELLING and not _OTHER_BODY.fits_any(own) and not _FOLLOWS_OTHERS.search(" ".join(own))


def _is_fixed(mention: Mention) -> bool:
    whole, sentence = mention.texts, mention.sentence
    texts = whole[sentence.own :]
    administrative = _ADMINISTRATIVE.fits_any(texts)
    group = _GROUP.fits(mention.word)
    if group and _PREPARED.search(" ".join(whole[max(0, mention.index - 5) : mention.index])):
        return False
    if _GROUP.fits(mention.word) and set(whole[mention.index : mention.index + 4]) & {
        "førebudde",
        "forberedte",
        "utarbeidet",
        "utarbeidde",
        "laget",
        "laga",
    }:
        return False
    if _theme_after(mention) is Theme.OTHER:
        return False
    if _POLITICAL.fits_any(texts) and not administrative and not group:
        return False
    if mention.word in ("gruppe", "gruppa", "gruppen"):
        group = administrative
        if not group:
            return False
    rhythm = REGULAR.fits_any(texts) or bool(sentence.rhythms)
    if _on_demand(texts) and not rhythm:
        return False
    if group:
        return (
            mention.is_own(mention.subject)
            or mention.subject is not Theme.OTHER
            or mentions_agreement(sentence)
            or _GROUP.fits(_subject_head(mention))
        )
    if _goes_on_about_other(mention) or _meets_for_other(mention) or _is_told_of_another(mention):
        return False
    if not rhythm:
        return administrative and _MEETING.fits(mention.word) and mention.home
    return administrative or _CONTACT.fits(mention.word) or mention.home


def _goes_on_about_other(mention: Mention) -> bool:
    """Whether «gruppa» is one that the sentence before gave another task."""
    before = mention.sentence.before
    if before is None or not _THE_GROUP.fits(mention.texts[mention.sentence.own]):
        return False
    groups = (i for i, word in enumerate(before.texts) if _GROUP.fits(word))
    return any(_theme_after(Mention(mention.text, before, i, home=mention.home)) is Theme.OTHER for i in groups)


def _is_told_of_another(mention: Mention) -> bool:
    """Whether the sentence is about another thing that has meetings: «Programmet har et sekretariat som møtes …»."""
    clauses = mention.clauses
    main = next((clause for clause in clauses.all if clause.finite is not None and not clause.opener), None)
    if main is None or mentions_agreement(clauses.sentence):
        return False
    start, end = clauses.subject(main)
    words = clauses.texts[start:end]
    if start >= end or any(_ADMINISTRATIVE.fits(w) or _GROUP.fits(w) or _MEETING.fits(w) for w in words):
        return False
    return _SCHEME_OR_PLAN.fits_any(words)


def _meets_for_other(mention: Mention) -> bool:
    """Whether those who meet are somebody else's: «styringsgruppen for strategien», «i Nasjonalt forum for …»."""
    clauses = mention.clauses
    start, end = clauses.subject(clauses.of(mention.index))
    return any(
        clauses.texts[i] == "for"
        and i > start
        and _BODY.fits(clauses.texts[i - 1])
        and mention.theme(i + 1, end) is Theme.OTHER
        for i in range(start, end)
    ) or any(word in ("forum", "nettverk", "råd", "rådet") for word in clauses.texts[max(0, start - 6) : end])


def _subject_head(mention: Mention) -> str:
    start, end = mention.clauses.subject(mention.clauses.of(mention.index))
    return next((w for w in mention.texts[start:end] if _GROUP.fits(w)), "")


def _theme_after(mention: Mention) -> Theme:
    """What the group or the meetings are for: «… for oppfølging av programmet»."""
    texts = mention.texts
    for i in range(mention.index + 1, min(len(texts), mention.index + 14)):
        if i == mention.index + 1 and texts[i] == "for" and texts[i + 1 : i + 2] != ("å",):
            end = i + 1
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            found = mention.theme(i + 1, end)
            if found is not Theme.NEUTRAL:
                return found
        if texts[i] in (
            "følgjer",
            "følger",
            "fylgjer",
            "oppfølging",
            "oppfølginga",
            "oppfølgingen",
            "gjennomføring",
            "gjennomføringa",
            "gjennomføringen",
            "følgje",
            "følge",
            "fylgje",
        ) and i + 1 < len(texts):
            j = i + 1
            while j < len(texts) and texts[j] in ("av", "opp", "med"):
                j += 1
            end = j
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            return mention.theme(j, end) if j < end else Theme.NEUTRAL
    return Theme.NEUTRAL


def _on_demand(texts: tuple[str, ...]) -> bool:
    joined = " ".join(texts)
    return ON_DEMAND.search(joined) is not None


_TELLING = frozenset(("bakgrunn", "vedlegg"))
_FOLLOW_HEADING = pattern(r"organisering|oppfølging|samarbeid|samhandling")
_GROUP = Forms(
    r"gruppe|gruppa|gruppen|(?:\w*arbeids|\w*kontakt|\w*styrings|\w*koordinerings|\w*oppfølgings|\w*samarbeids|"
    r"\w*prosjekt|\w*samordnings|\w*embets\w*|drifts|administrasjons)gruppe(?:n|r)?|\w+gruppa|"
    r"(?:felles)?sekretariat(?:et|sfunksjon\w*)?|(?:\w*kontakt|\w*samarbeids|\w*oppfølgings|\w*koordinerings|"
    r"partsamansett)(?:utvalg|utval|forum|komite|komité)\w*|kontaktperson\w*|koordinator\w*|"
    r"fellessekretariat\w*"
)
_SCHEME_OR_PLAN = Forms(
    r"\w*(?:program|strategi|plan|prosjekt|ordning|satsing|forum|nettverk|løft|reform)(?:en|et|a|met|ane|ene)?"
)
_THE_GROUP = Forms(r"gruppa|gruppen|utvalget|utvalet|den|ho|sekretariatet|forumet|dei|de")
_BODY = Forms(
    r"\w*(?:gruppe|gruppa|gruppen|forum|utvalg|utval|utvalget|utvalet|nettverk|nettverket|styre|styret|råd|rådet)"
)
_CONTACT = Forms(r"\w*(?:kontakt|samarbeids|oppfølgings|koordinerings|dialog|status)møt\w*")
_MEETING = Forms(
    r"samråd\w*|samtaler|samtalar|snakkar|snakker|gjennomgår|samles|samlast|gjennom|saman|sammen|drøftar|"
    r"drøfter|(?:\w*kontakt|"
    r"\w*samarbeids|\w*status|\w*oppfølgings|\w*dialog|\w*avklarings|embets\w*)?møte(?:r|t|ne|ta|punkt\w*)?|"
    r"møtes|møtest|møtast|møteserie\w*"
)
_ADMINISTRATIVE = Forms(
    r"partss?amm?an?sett?e?|partssammensatte?|områdedirektør\w*|\w*direktør\w*|prosjektleder\w*|"
    r"prosjektleiar\w*|fagsjef\w*|administrativ\w*|"
    r"\w*embets\w*|avdelingsnivå|avdelingsdirektør\w*|ekspedisjonssjef\w*|departementsråd\w*|fagnivå|"
    r"saksbehandl\w*|sakshandsam\w*|avdeling\w*|administrasjon\w*|tjenestemannsnivå|direktørnivå|"
    r"fagavdeling\w*|embetsverk\w*|linjeleiar\w*"
)
_POLITICAL = Forms(
    r"\w+minister(?:en)?|politisk\w*|statsråd\w*|statssekretær\w*|konsultasjonsmøte\w*|minister\w*|"
    r"toppmøte\w*|styreleder\w*|"
    r"styreleiar\w*|landsstyre\w*"
)
REGULAR = Forms(
    r"regelmessig\w*|jevnlig\w*|jamleg\w*|jamnleg\w*|fast|faste|fastlagt\w*|løpende|løpande|ganger|gonger|"
    r"gongar|månedlig\w*|månadleg\w*|årlig\w*|årleg\w*|halvårl\w*|kvartals\w*|hyppig\w*|rullerende|kvar|hver|"
    r"hvert|kvart|permanent\w*|ukentlig\w*|vekentleg\w*"
)
_FOLLOWS = Sought(
    f"{_GROUP.pattern}|{_MEETING.pattern}",
    (_MEETING.pattern, f"{_ADMINISTRATIVE.pattern}|{REGULAR.pattern}|{RHYTHMS.pattern}"),
)
ON_DEMAND = pattern(
    r"\b(?:ved|etter|dersom det er|om det er|når det er) (?:\w+ )?(?:behov|trong|høve)\b|\bom nødvendig\b|"
    r"\bom naudsynt\b|\bad hoc\b"
)
_PREPARED = pattern(r"\b(?:førebudd|forberedt|utarbeidd?|utarbeidet|utarbeida|laga|laget|skrevet|skriven) av\b")
_FOLLOWS_OTHERS = pattern(
    r"\bf[øy]lg\w* opp (?!avtal|arbeid|tiltak|samarbeid|mål|part|plikt|forplikt|det|dei|de\b|at|alt|"
    r"framdrift)\w{3,}(?:en|ene|ane|erne|a)\b"
)
_OTHER_BODY = Forms(
    r"intern\w*|fylkesstyre\w*|foreldre\w*|elevråd\w*|brukerråd\w*|brukarråd\w*|landsstyre\w*|nordisk\w*|"
    r"arbeidsmiljøutval\w*|"
    r"helseforetak\w*|helseføretak\w*|programstyre\w*"
)
