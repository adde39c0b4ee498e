"""The reservation for the Storting's appropriation."""

from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clauses, Status
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
        clauses = sentence.clauses
        for index in range(sentence.own, len(clauses.texts)):
            if not BUDGET.fullmatch(clauses.texts[index]):
                continue
            found = _reserves(clauses, index)
            if found is not None:
                yield Mention(text, sentence, found, home=True).said(clauses.texts[found])


def _reserves(clauses: Clauses, index: int) -> int | None:
    """The word by which a sentence makes the money depend on the budget that another of its words names."""
    texts = clauses.texts
    word = texts[index]
    if not _STRONG_BUDGET.fullmatch(word) and any(
        _OTHER_BUDGET.fullmatch(w) for w in texts[max(0, index - 6) : index + 5]
    ):
        return None
    if (_OWN_BUDGETS.search(" ".join(texts)) or any(_LOCAL.fullmatch(w) for w in texts)) and not _STATE_BUDGET.search(
        " ".join(texts)
    ):
        return None
    if not mentions_agreement(clauses.sentence) and any(
        _FORMER.fullmatch(w) or (names_agreement(w) and not is_agreement(clauses.sentence, i))
        for i, w in enumerate(texts)
    ):
        return None
    opened = {clause.opens_at for clause in clauses.all if clause.opener}
    for i, mark in _marks(texts):
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
        if (
            mark == "if"
            and i < index
            and not any(_OTHER_MATTER.fullmatch(w) for w in texts[i:])
            and any(_GRANTS.fullmatch(w) for w in texts[i : i + 16])
        ):
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
        if _NAMED.fullmatch(word):
            yield i, "named"
        elif _WITHIN.fullmatch(word):
            yield i, "within"
        elif (
            _BOUND.fullmatch(word)
            or (word == "så" and following[:1] in (("langt",), ("fremt",), ("framt",), ("sant",)))
            or (
                word == "i"
                and following[:2] in (("den", "grad"), ("den", "utstrekning"), ("den", "utstrekking"), ("den", "mon"))
            )
            or (word.startswith("budsjettmessig") and any(_COVER.fullmatch(w) for w in following))
            or (word in ("avgjør", "avgjer", "fastsetter", "fastset") and following[:1] == ("stortinget",))
            or (word in ("kviler", "hviler") and following[:1] == ("på",))
        ):
            yield i, "bound"
        elif word in lex.IF or (i == 0 and word in ("skulle", "bevilger", "løyver")) or word in ("om", "når", "til"):
            yield i, "if"
        elif _FREE.fullmatch(word):
            yield i, "free"
        elif word in ("må", "skal") and any(_APPROVES.fullmatch(w) for w in texts[i + 1 : i + 4]):
            yield i, "bound"
        elif word == "utover" or (word == "ut" and following[:1] == ("over",)):
            yield i, "beyond"


def _about_other(texts: tuple[str, ...], i: int) -> bool:
    """Whether the reservation is for another approval: what follows «om» or «for» is not the budget."""
    after = texts[i + 1 : i + 16]
    if after[:2] == ("om", "at") and not any(BUDGET.fullmatch(w) or _GRANT.fullmatch(w) for w in texts[i + 3 :]):
        return True
    if any(_OTHER_MATTER.fullmatch(w) for w in after) and not any(_GRANT.fullmatch(w) for w in after):
        return True
    first = next((w for w in after if BUDGET.fullmatch(w) or _OTHER_MATTER.fullmatch(w)), None)
    return first is not None and _OTHER_MATTER.fullmatch(first) is not None


_TELLING = frozenset(("bakgrunn", "vedlegg", "mål"))
_BUDGET_STEMS = ("storting", "bevilg", "løyv", "budsjett", "nasjonalforsamling")
_FAR = 22
BUDGET = pattern(
    r"nasjonalforsamling\w*|storting(?:et|ets|a|vedtak|svedtak|sets)?|stortingets|\w*bevilg\w*|\w*løyv\w*|"
    r"(?:stats)?budsjett\w*"
)
_STRONG_BUDGET = pattern(
    r"nasjonalforsamling\w*|storting\w*|statsbudsjett\w*|\w*bevilg\w*|\w*løyv\w*|budsjettvedtak\w*"
)
_OTHER_BUDGET = pattern(
    r"\w*kommun\w*|ks|landsstyre\w*|landsting\w*|hovedstyre\w*|hovudstyre\w*|skole\w*|skule\w*|prosjekt\w*|"
    r"virksomhet\w*|verksemd\w*|egne|eigne|egen|eigen"
)
_OWN_BUDGETS = pattern(r"\b(?:\w*kommun\w+|ks)(?: sine|')? (?:egne|eigne|eige|eget) budsjett")
_FORMER = pattern(r"\w*kontrakt\w*|leverandør\w*|forrige|førre|tidligere|tidlegare|føregåande|foregående")
_NAMED = pattern(r"forbehold\w*|atterhald\w*|etterhald\w*|reserver\w*|reservasjon\w*")
_WITHIN = pattern(r"innenfor|innanfor|innafor|innen|innan|ramme|rammen|ramma|rammer|rammene|rammevilkår\w*")
_BOUND = pattern(
    r"forutset\w*|forutsatt|føreset\w*|føresett|føresetnad\w*|vilkår\w*|beting\w*|avheng\w*|avhengig\w*|"
    r"underlagt|underlagd|avgjøres|avgjerast|avklares|avklarast|fastsettes|fastsetjast|fastsett|fastsatt"
    r"|bestemmes|følger|følgjer|følgje|følge|prøves|prøvast|tilhøyrer|prisgitt|"
    r"rettar|retter"
)
_GRANT = pattern(r"\w*bevilg\w*|\w*løyv\w*|\w*budsjett\w*|samtykke")
_COVER = pattern(r"dekning|dekking|grunnlag|rammer?|forutsetning\w*|føresetnad\w*|prioritering\w*")
_FREE = pattern(r"bånd|band|fritt|bundet|bunde|bundne|binder|bind|binde")
_APPROVES = pattern(r"\w*bevilg\w*|\w*løyv\w*")
_STATE_BUDGET = pattern(r"storting|statsbudsjett")
_LOCAL = pattern(
    r"kommunestyr\w*|fylkesting\w*|landsstyre\w*|landsting\w*|hovedstyre\w*|hovudstyre\w*|bystyre\w*|"
    r"kommunestyret|kommunestyra"
)
_GRANTS = pattern(
    r"følger|følgjer|kutt\w*|reduser\w*|bevilg\w*|løyv\w*|vedta\w*|vedtek|stiller|stille\w*|samtykk\w*|gir|"
    r"gjev|dekning|dekking|prioriter\w*|set|setter|sett\w*"
)
_OTHER_MATTER = pattern(
    r"\w*lov(?:a|en)|\w+lov(?:a|en)|godkjenn\w*|landsstyre\w*|hovedstyre\w*|hovudstyre\w*|kommunestyr\w*|"
    r"personvern\w*|anskaff\w*|innkjøp\w*|datatilsyn\w*|eøs\w*|esa|statsstøtte\w*"
)
