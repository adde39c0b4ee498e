"""New regional tasks and posts, and whether they are coordinated with the regional state."""

import re
from collections.abc import Iterator

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.binding import binds, tells, window
from avtalesjekk.reading.prose import Mention, Prose, one_a_sentence
from avtalesjekk.reading.said import Said, Text


def regional_tasks(prose: Prose) -> Iterator[Said[str]]:
    """Where new regional tasks or posts are made; none where a coordination with the regional state is agreed."""
    found = [m for m in prose.mentions(_REGIONAL, where=_makes_something_new) if _is_regional(m) and binds(m)]
    if found and not _is_coordinated(prose):
        yield from (mention.said(mention.word) for mention in one_a_sentence(found))


def _makes_something_new(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence that may bind makes a body or a task that was not there, or the next one names it."""
    texts, following = sentence.texts[sentence.own :], _following(sentence)
    if tells(text) or not _BODY.fits_any((*texts, *following[:12])) or _ABROAD.fits_any(texts):
        return False
    said = " ".join(texts)
    if _THERE_ALREADY.search(said):
        return False
    return (
        any(
            _CREATES.fits(word)
            and not _is_other_new(texts, i)
            and sentence.clauses.plain_status(sentence.own + i) is Status.SAID
            for i, word in enumerate(texts)
        )
        or _HAS_ITS_OWN.search(said) is not None
        or _gets_new_task(" ".join((*texts, *following)))
    )


def _following(sentence: Sentence) -> tuple[str, ...]:
    """The words of the next sentence."""
    after = sentence.after
    return after.texts if after is not None and not after.is_heading else ()


def _is_regional(mention: Mention) -> bool:
    if _STANDING_REGION.fits_any(window(mention, 4, 4)) or _area_only(mention):
        return False
    own = mention.texts[mention.sentence.own :]
    return not mention.word.startswith("fylkeskommun") or _NEW_TASK.search(" ".join(own)) is not None


def _gets_new_task(said: str) -> bool:
    """Whether a body that there was before gets something new to do."""
    found = _NEW_TASK.search(said)
    return (
        found is not None
        and _NONE.search(said) is None
        and re.search(r"\b(?:uten|utan|ingen|inga|verken|korkje|hverken|ikk?j?e)\b(?! har)", said[: found.start()])
        is None
    )


def _is_other_new(texts: tuple[str, ...], i: int) -> bool:
    """Whether what is new or made is something else: «nye elever», «får midler»."""
    near = texts[i + 1 : i + 7]
    if texts[i].startswith("bygg"):
        return not {"opp", "ut"} & set(texts[i + 1 : i + 4])
    return texts[i] in ("ny", "nye", "nytt", "får", "få", "gis", "legges") and not _BODY.fits_any(near)


def _area_only(mention: Mention) -> bool:
    """Whether the region is only where somebody lives or meets."""
    return _MEETS.search(" ".join(mention.texts)) is not None and not _POST.fits_any(mention.texts)


def _is_coordinated(prose: Prose) -> bool:
    for _, sentence in prose.sentences(("statsforvalt", "fylkesm", "regional stat", "regionale stat")):
        clauses = sentence.clauses
        for i, word in enumerate(clauses.texts):
            if _REGIONAL_STATE.fits(word) and not clauses.denied(i) and _COORDINATES.fits_any(clauses.texts):
                return True
    return False


_THERE_ALREADY = pattern(r"\bsom (?:alt|allerede|allereie) (?:er etabl|finst|finnes)")
_HAS_ITS_OWN = pattern(
    r"\bskal (?:\w+ ){0,2}(?:ha|få) (?:sitt |sin |si )?(?:eget|eige|egen|eigen|eiga|ein|en|et|eit|"
    r"minst \w+) (?:\w+ )?\w*"
    r"(?:kontaktpunkt|koordinator|team|kontor|rådgiver|rådgjevar|stilling|senter)\b"
)
_NONE = pattern(r"\b(?:verken|korkje|hverken|ingen|inga)\b")
_MEETS = pattern(r"\b(?:samling|konferanse|seminar|møte|fagdag)\w*")
_POST = Forms(r".*(?:koordinator|rådgiver|rådgjevar|stilling|kontor|team|eining|enhet|årsverk|senter|nettverk).*")
_NEW_TASK = pattern(
    r"\b(?:oppgave|oppgåve|funksjon|rolle)\w* (?:som )?(?:de|dei|det|den|ho) ikk?j?e har hatt|\bny(?:e|"
    r"tt)? (?:oppgave|oppgåve|rolle|funksjon)\w*"
)
_REGIONAL = Sought(
    r"fylkeskommune|fylkeskommunar|landsdel\w*|nord|nord-norge?|nord-noreg|nordland|vestland(?:et)?|vestfold|"
    r"troms|finnmark|trøndelag|møre|rogaland|agder|telemark|buskerud|akershus|østfold|innlandet|austlandet|"
    r"østlandet|sørlandet|ambulerende|ambulerande|regional\w*|region(?:en|ane|ene|er|ar)?|region\w+|fylke(?:t|"
    r"ne|r|skoordinator\w*|svise?|svist?)?|fylka|kvart|\w*regionalt?|\w+region(?:en|ane|ene|er|ar)|"
    r"fylkes(?:team|kontor|nettverk|koordinator|"
    r"stilling)\w*"
)
_BODY = Forms(
    r".*(?:koordinator|rådgiver|rådgjevar|rådgivar|stilling|kontor|team|enhet|eining|oppgave|oppgåve|nettverk|"
    r"senter|sekretariat|kontaktpunkt|korps|rettleiar|veileder|konsulent|pådriver|pådrivar|"
    r"kompetansemiljø|ressurs(?:person|"
    r"gruppe|miljø)|prosjektleder|prosjektleiar|knutepunkt|hub|tjeneste|teneste|årsverk|node|funksjon|fagmiljø|"
    r"organ|utvalg|utval|ombud|mottak|base|innsatslag|apparat|sentre|forum).*"
)
_CREATES = Forms(
    r"nytilsett|nyansatt|nytilsette|nyansatte|plass|lønn?er|lønn?ar|lønn?e|lønn?es|opne\w*|opna\w*|åpne\w*|"
    r"oppretter|opprett\w*|etabler\w*|ansett\w*|tilset\w*|tilsett\w*|innfør\w*|bygg\w*|byggj\w*|ny|nye|nytt|"
    r"skip\w*|lys\w*|bemann(?:es|ast|er|ar|e|a)|utnemn\w*|utnevn\w*|oppnemn\w*|oppnevn\w*|start\w*|"
    r"sett\w*|set|plasser\w*|får|"
    r"få|gis|gjev|legges|leggast|leggjast|finansier\w*|organiser\w*"
)
_ABROAD = Forms(
    r"danmark|sverige|finland|skottland|nederland\w*|utland\w*|nabola\w*|nordisk\w*|eu|europeisk\w*|"
    r"internasjonal\w*|regionrådet?|nato|who|samisk\w*|helseforetak\w*|helseføretak\w*|politi\w*"
)
_STANDING_REGION = Forms(r"eksisterende|eksisterande|etablerte|dagens|allerede|allereie|bestående")
_REGIONAL_STATE = Forms(r"statsforvalt\w*|fylkesm[ae]nn\w*|statsforvaltning\w*|statsforvaltninga?")
_COORDINATES = Forms(
    r"styringsgrupp\w*|deltar|deltek|delta|deltaker\w*|representert\w*|samordn\w*|koordiner\w*|"
    r"samarbeid\w*|avklar\w*|avstem\w*|dialog\w*|sammen|saman|samråd\w*|fellesskap|samkøyr\w*|"
    r"samspel\w*|samspill\w*|avtal\w*|drøft\w*|tilpass\w*|innpass\w*|forståing|forståelse|knytt\w*|samhandl\w*"
)
