"""Departments that are given something to do."""

from collections.abc import Callable, Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.actors import DEPARTMENT
from avtalesjekk.reading.apart import is_set_apart
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.said import Said
from avtalesjekk.register.departments import begins_a_name, ends_a_name, named


def departments_with_duties(prose: Prose, known: Callable[[str], bool] | None = None) -> Iterator[Said[str]]:
    """The departments of which the agreement says that they shall do something, by the names it uses.

    Names that are `known` are not looked into.
    """
    for mention in prose.mentions(_DEPARTMENT_WORD):
        if "bakgrunn" in mention.text.path or mention.text.section == "grunnlag":
            continue
        name, first = _name(mention)
        if name and not (known and known(name)) and _has_duty(mention, first):
            yield mention.said(name, first, mention.index + 1)


def _name(mention: Mention) -> tuple[str, int]:
    """The department's name as it is written, and where it begins."""
    if not ends_a_name(mention.word):
        return "", mention.index
    words, index = mention.sentence.words, mention.index
    original = mention.text.text
    for first in range(max(mention.sentence.own, index - 7), index + 1):
        if not begins_a_name(words[first].text):
            continue
        said = " ".join(original[words[first].start : words[index].end].split())
        if named(said) and (said.isupper() or not said.islower() or len(said) > 6):
            return said, first
    return "", index


def _has_duty(mention: Mention, first: int) -> bool:
    clauses, index = mention.clauses, mention.index
    clause = clauses.of(index)
    if clauses.texts[max(0, first - 2) : first] in (("ansvarleg", ":"), ("ansvarlig", ":"), ("ansvar", ":")):
        return True
    if mention.status is not Status.SAID or clause.finite is None or is_set_apart(mention.sentence):
        return False
    words = clauses.texts_of(clause)
    relative = next((other for other in clauses.all if other.opener == "som" and 0 < other.opens_at - index <= 2), None)
    if relative is not None and relative.finite is not None:
        doing = clauses.texts[relative.finite]
        front = [
            i for i in relative.words if relative.opens_at < i < relative.finite and clauses.texts[i] not in lex.ADVERBS
        ]
        if (not front or clauses.texts[front[0]] in lex.PREPOSITIONS) and (
            doing in lex.SHALL
            or (doing == "har" and "ansvar" in " ".join(clauses.texts[relative.finite :]))
            or ((clauses.texts[max(0, first - 1)] == "er" or clauses.texts[index + 1] == ",") and _DOES.fits(doing))
        ):
            return True
    if _BY_LAW.fits_any(words):
        return False
    start, end = clauses.subject(clause)
    finite = clauses.texts[clause.finite]
    if _RESTS_ON.search(" ".join(clauses.texts[max(0, first - 3) : first])) and clauses.texts[
        index + 1 : index + 2
    ] == ("å",):
        return True  # «Det påhviler departementet å …»
    rest = clauses.texts[clause.finite + 1 : clause.finite + 6]
    if start <= first < end and not any(clauses.texts[i] in lex.PREPOSITIONS for i in range(start, first)):
        if finite in lex.SHALL or finite == "vil":
            return not _RECEIVES.fits_any(rest)
        if finite in ("har", "får"):
            return any(word.startswith(("ansvar", "oppgav", "oppgåv", "plikt")) for word in rest)
        return _DOES.fits(finite)
    agents = clauses.texts[max(0, first - 8) : first]
    if agents[-1:] in (("og",), ("samt",)) and "av" in agents and DEPARTMENT.fits_any(agents):
        return _PASSIVE.fits_any(words)
    if first and clauses.texts[first - 1] in ("av", "hos", "til", "på") and index < clause.words[-1] + 1:
        passive = _PASSIVE.fits_any(words)
        if clauses.texts[first - 1] == "av":
            return passive
        return any(word in ("ligger", "ligg", "påligger", "kviler", "hviler") for word in words)
    return False


_SHORT = (
    "aid", "asd", "bfd", "dfd", "ed", "fd", "fin", "hod", "jd", "kdd", "kd", "kld", "kmd",
    "kud", "lmd", "nfd", "oed", "sd", "ud", "krd", "bld",
)  # fmt: skip
_DEPARTMENT_WORD = Sought(DEPARTMENT.pattern)
_BY_LAW = Forms(
    r"økonomireglement\w*|regelverk\w*|instruks|instruksen|loven|lova|lov|medhold|medhald|\w+loven|"
    r"\w+lova|hjemmel|heimel"
)
_RESTS_ON = pattern(
    r"\b(?:påhviler|påligger|tilligger|påkviler|tilligg|kviler på|hviler på|ligger til|ligg til)(?: også| òg)?$"
)
_RECEIVES = Forms(
    r"orienteres|orienterast|inviteres|inviterast|informeres|informerast|høres|høyrast|varsles|varslast|holdes|"
    r"haldast|få|motta|involveres|involverast|konsulteres|ha"
)
_DOES = Forms(
    r"(?!er$|blir$|vert$|har$|får$|mottar$|mottek$|ønsker$|ønskjer$|deltar$|inviteres$|var$|forvalter$|"
    r"finnes$)\w*(?:er|ar|r|reg|syt|legg|set|gjev|tek)"
)
_PASSIVE = Forms(r"\w+(?:es|ast)|bli|blir|vert|verte")
