"""The reservation for the Storting's appropriation."""

from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.apart import is_set_apart
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.reference import is_agreement, mentions_agreement, names_agreement
from avtalesjekk.reading.said import Said


def reservations(prose: Prose) -> Iterator[Said[str]]:
    """Where the state's money is made to depend on the Storting's appropriation."""
    for text, sentence in prose.sentences(_BUDGET_STEMS):
        if text.section in _TELLING or text.path[-1] in _TELLING:
            continue
        if is_set_apart(sentence):
            continue
        texts = sentence.texts
        named = [i for i in range(sentence.own, len(texts)) if BUDGET.fits(texts[i])]
        if not named or _is_of_others(sentence):
            continue
        marks = tuple(_marks(texts))
        for index in named:
            found = _reserves(sentence.clauses, index, marks)
            if found is not None:
                yield Mention(text, sentence, found, home=True).said(texts[found])


def _is_of_others(sentence: Sentence) -> bool:
    """Whether a sentence is about the budgets of municipalities or KS, or about another agreement."""
    texts = sentence.texts
    joined = " ".join(texts)
    if (_OWN_BUDGETS.search(joined) or _LOCAL.fits_any(texts)) and not _STATE_BUDGET.search(joined):
        return True
    return not mentions_agreement(sentence) and (
        _FORMER.fits_any(texts)
        or any(names_agreement(word) and not is_agreement(sentence, i) for i, word in enumerate(texts))
    )


def _reserves(clauses: Clauses, index: int, marks: tuple[tuple[int, str], ...]) -> int | None:
    """The word by which a sentence makes the money depend on the budget that another of its words names."""
    texts = clauses.texts
    if not _STRONG_BUDGET.fits(texts[index]) and _OTHER_BUDGET.fits_any(texts[max(0, index - 6) : index + 5]):
        return None
    opened = {clause.opens_at for clause in clauses.all if clause.opener}
    for i, mark in marks:
        if mark == "if" and i not in opened and i > 0:
            continue
        if mark == "named":
            if clauses.denied(i) or _about_other(texts, i) or clauses.plain_status(i) is Status.PAST:
                continue
            return i
        near = texts[min(i, index) : max(i, index) + 1]
        if len(near) > _FAR or any(w in (".", ";") for w in near):
            continue
        if mark == "within" and i < index and not clauses.denied(i):
            return i
        if mark == "bound" and not clauses.denied(i) and clauses.plain_status(i) is not Status.PAST:
            return i
        if mark == "if" and i < index and not _OTHER_MATTER.fits_any(texts[i:]) and _GRANTS.fits_any(texts[i : i + 16]):
            return i
        if mark == "free" and i != index:
            return i
        if mark == "beyond" and 0 < index - i <= 6 and any(w in lex.NOT or w in lex.NO for w in texts):
            return i
    return None


def _marks(texts: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The words that make something depend on something else, and in what way."""
    for i, word in enumerate(texts):
        following = texts[i + 1 : i + 3]
        if _NAMED.fits(word):
            yield i, "named"
        elif _WITHIN.fits(word):
            yield i, "within"
        elif (
            _BOUND.fits(word)
            or (word == "så" and following[:1] in (("langt",), ("fremt",), ("framt",), ("sant",)))
            or (
                word == "i"
                and following[:2] in (("den", "grad"), ("den", "utstrekning"), ("den", "utstrekking"), ("den", "mon"))
            )
            or (word.startswith("budsjettmessig") and _COVER.fits_any(following))
            or (word in ("avgjør", "avgjer", "fastsetter", "fastset") and following[:1] == ("stortinget",))
            or (word in ("kviler", "hviler") and following[:1] == ("på",))
        ):
            yield i, "bound"
        elif word in lex.IF or (i == 0 and word in ("skulle", "bevilger", "løyver")) or word in ("om", "når", "til"):
            yield i, "if"
        elif _FREE.fits(word):
            yield i, "free"
        elif word in ("må", "skal") and _APPROVES.fits_any(texts[i + 1 : i + 4]):
            yield i, "bound"
        elif word == "utover" or (word == "ut" and following[:1] == ("over",)):
            yield i, "beyond"


def _about_other(texts: tuple[str, ...], i: int) -> bool:
    """Whether the reservation is for another approval: what follows «om» or «for» is not the budget."""
    after = texts[i + 1 : i + 16]
    if after[:2] == ("om", "at") and not any(BUDGET.fits(w) or _GRANT.fits(w) for w in texts[i + 3 :]):
        return True
    if _OTHER_MATTER.fits_any(after) and not _GRANT.fits_any(after):
        return True
    first = next((w for w in after if BUDGET.fits(w) or _OTHER_MATTER.fits(w)), None)
    return first is not None and _OTHER_MATTER.fits(first)


_TELLING = frozenset(("bakgrunn", "vedlegg", "mål"))
_BUDGET_STEMS = ("storting", "bevilg", "løyv", "budsjett", "nasjonalforsamling")
_FAR = 22
BUDGET = Forms(
    r"nasjonalforsamling\w*|storting(?:et|ets|a|vedtak|svedtak|sets)?|stortingets|\w*bevilg\w*|\w*løyv\w*|"
    r"(?:stats)?budsjett\w*"
)
_STRONG_BUDGET = Forms(r"nasjonalforsamling\w*|storting\w*|statsbudsjett\w*|\w*bevilg\w*|\w*løyv\w*|budsjettvedtak\w*")
_OTHER_BUDGET = Forms(
    r"\w*kommun\w*|ks|landsstyre\w*|landsting\w*|hovedstyre\w*|hovudstyre\w*|skole\w*|skule\w*|prosjekt\w*|"
    r"virksomhet\w*|verksemd\w*|egne|eigne|egen|eigen"
)
_OWN_BUDGETS = pattern(r"\b(?:(?>\w*?kommun\w++)|ks)(?: sine|')? (?:egne|eigne|eige|eget) budsjett")
_FORMER = Forms(r"\w*kontrakt\w*|leverandør\w*|forrige|førre|tidligere|tidlegare|føregåande|foregående")
_NAMED = Forms(r"forbehold\w*|atterhald\w*|etterhald\w*|reserver\w*|reservasjon\w*")
_WITHIN = Forms(r"innenfor|innanfor|innafor|innen|innan|ramme|rammen|ramma|rammer|rammene|rammevilkår\w*")
_BOUND = Forms(
    r"forutset\w*|forutsatt|føreset\w*|føresett|føresetnad\w*|vilkår\w*|beting\w*|avheng\w*|avhengig\w*|"
    r"underlagt|underlagd|avgjøres|avgjerast|avklares|avklarast|fastsettes|fastsetjast|fastsett|fastsatt"
    r"|bestemmes|følger|følgjer|følgje|følge|prøves|prøvast|tilhøyrer|prisgitt|"
    r"rettar|retter"
)
_GRANT = Forms(r"\w*bevilg\w*|\w*løyv\w*|\w*budsjett\w*|samtykke")
_COVER = Forms(r"dekning|dekking|grunnlag|rammer?|forutsetning\w*|føresetnad\w*|prioritering\w*")
_FREE = Forms(r"bånd|band|fritt|bundet|bunde|bundne|binder|bind|binde")
_APPROVES = Forms(r"\w*bevilg\w*|\w*løyv\w*")
_STATE_BUDGET = pattern(r"storting|statsbudsjett")
_LOCAL = Forms(
    r"kommunestyr\w*|fylkesting\w*|landsstyre\w*|landsting\w*|hovedstyre\w*|hovudstyre\w*|bystyre\w*|"
    r"kommunestyret|kommunestyra"
)
_GRANTS = Forms(
    r"følger|følgjer|kutt\w*|reduser\w*|bevilg\w*|løyv\w*|vedta\w*|vedtek|stiller|stille\w*|samtykk\w*|gir|"
    r"gjev|dekning|dekking|prioriter\w*|set|setter|sett\w*"
)
_OTHER_MATTER = Forms(
    r"\w*lov(?:a|en)|\w+lov(?:a|en)|godkjenn\w*|landsstyre\w*|hovedstyre\w*|hovudstyre\w*|kommunestyr\w*|"
    r"personvern\w*|anskaff\w*|innkjøp\w*|datatilsyn\w*|eøs\w*|esa|statsstøtte\w*"
)
