"""Who does what in a sentence: the state, KS, the municipalities, the parties, or others."""

from enum import Enum

from avtalesjekk.norwegian.clauses import Clauses
from avtalesjekk.norwegian.forms import Forms


class Actor(Enum):
    """One who can act in an agreement."""

    STATE = "staten"
    KS = "ks"
    MUNICIPALITIES = "kommunene"
    PARTIES = "partene"
    OTHER = "other"


def actor_in(clauses: Clauses, start: int, end: int) -> Actor | None:
    """The first actor that the words from one index to before another name; None where they name none."""
    for i in range(start, min(end, len(clauses.texts))):
        for words, actor in _ACTORS:
            if words.fits(clauses.texts[i]):
                if (
                    clauses.texts[i] in ("hver", "kvar")
                    and "kommun" in clauses.texts[min(i + 1, len(clauses.texts) - 1)]
                ):
                    return Actor.MUNICIPALITIES
                return actor
    return None


def subject_actor(clauses: Clauses, index: int) -> Actor | None:
    """Who does what the clause of a word says: its subject, else the one named by «av» or «fra»."""
    clause = clauses.of(index)
    start, end = clauses.subject(clause)
    if start < end and (actor := actor_in(clauses, start, end)):
        return actor
    return after_verb(clauses, index) or agent(clauses, index)


def after_verb(clauses: Clauses, index: int) -> Actor | None:
    """The actor right after the verb, where something else stands first: «Utgiftene dekker KS»."""
    finite = clauses.of(index).finite
    return None if finite is None else actor_in(clauses, finite + 1, finite + 2)


def agent(clauses: Clauses, index: int) -> Actor | None:
    """Who is named by «av», «fra» or «frå» in the clause of a word."""
    clause = clauses.of(index)
    for i in clause.words:
        if clauses.texts[i] in ("av", "fra", "frå", "hos") and (actor := actor_in(clauses, i + 1, i + 5)):
            return actor
    return None


DEPARTMENT = Forms(
    r"\w*departement(?:et|a|ene|er)?s?|(?:aid|asd|bfd|dfd|ed|fd|fin|hod|jd|kd|kdd|kld|kmd|kud|lmd|nfd|oed|sd|"
    r"ud|krd|bld)s?"
)
_ACTORS = (
    (
        Forms(
            rf"staten|statens?|statleg|statlig|statlige|statlege|statsbudsjett\w*|stortinget|regjering(?:en|"
            rf"a)s?|\w*direktorat(?:et)?s?|husbanken|bufdir|bufetat|imdi|udi|statped|helfo|digdir|dsb|fhi|"
            rf"statsforvalt\w*|folkehelseinstituttet|enova|{DEPARTMENT.pattern}"
        ),
        Actor.STATE,
    ),
    (Forms(r"ks|ks-\w*"), Actor.KS),
    (
        Forms(r"\w*kommun(?:e|en|ene|ane|er|ar|anes|enes|esektoren|alt|al|ale)|fylkeskommun\w*"),
        Actor.MUNICIPALITIES,
    ),
    (Forms(r"part(?:ene|ane|er|ar|en)s?|vi|begge|kvar|hver"), Actor.PARTIES),
    (
        Forms(
            r"\w*(?:selskap|senter|stiftelse|stifting|organisasjon|forbund|foretak|føretak|leverandør|fond|"
            r"bank|universitet|høgskole|høgskule)\w*"
            r"|eu|eøs|nordisk|kommunalbanken|næringsliv\w*|frivillig\w*|eieren?|eigaren?"
        ),
        Actor.OTHER,
    ),
)
