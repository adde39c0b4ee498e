"""Duties that bind nobody: «tilstrebe», «ved behov», a passive with nobody to do it."""

import re
from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clause import Clause
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.actors import Actor, actor_in
from avtalesjekk.reading.followup import ON_DEMAND, REGULAR
from avtalesjekk.reading.prose import Prose
from avtalesjekk.reading.said import Said, Text


def vague_duties(prose: Prose) -> Iterator[Said[str]]:
    """Where a duty only says something like «tilstrebe» or «ved behov», or says of nobody that they shall do it."""
    for text, sentence in prose.sentences(_VAGUE_STEMS, ("forpliktelser",)):
        if text.path[-1] == "tekst" and _VAGUE.search(sentence.text, sentence.start, sentence.end):
            found = _vague_words(text, sentence)
            if found is not None:
                yield found
    for text, sentence in prose.sentences(_PASSIVES, ("forpliktelser", "tekst")):
        found = _nobody(text, sentence)
        if found is not None:
            yield found


def _vague_words(text: Text, sentence: Sentence) -> Said[str] | None:
    clauses = sentence.clauses
    words = clauses.words
    start = words[sentence.own].start if len(words) > sentence.own else sentence.start
    for match in _VAGUE.finditer(sentence.text, start, sentence.end):
        index = next((i for i, word in enumerate(words) if word.end > match.start()), None)
        if index is None:
            continue
        clause = clauses.of(index)
        if clause.opener and clause.opener not in ("at", "(", "når", "dersom", "der"):
            continue
        if (
            clauses.denied(index)
            or clauses.texts[max(0, index - 3) : index][-1:] in (("ikke",), ("ikkje",))
            or _is_refused(clauses.texts, index)
        ):
            continue
        listed = text.path[1] in ("felles", "ks", "staten") and not clause.opener
        if clauses.modal(clause) in lex.MAY or not (listed or _is_of_a_party(sentence, clause)):
            continue
        before = clauses.texts[max(0, index - 3) : index]
        if set(before) & {"bare", "berre", "kun"}:
            continue
        on_demand = ON_DEMAND.search(match[0]) is not None
        if on_demand and (
            sentence.rhythms
            or REGULAR.fits_any(clauses.texts)
            or set(before) & {"ellers", "elles", "også", "òg", "tillegg"}
        ):
            continue
        if match[0].startswith(("søke", "søkj")) and not _strives(clauses.texts, index):
            continue
        return Said(sentence_words(text, match), text.path, match.span())
    return None


def _is_of_a_party(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says what a party, or nobody in particular, shall do: not what municipalities do."""
    clauses = sentence.clauses
    start, end = clauses.subject(clause)
    if clause.opener == "at" and clause.above is not None:
        said_by = clauses.subject(clause.above)
        if actor_in(clauses, *said_by) is Actor.MUNICIPALITIES:
            return False
    if (
        clause.opener == "at"
        and clause.above is not None
        and (clauses.modal(clause) in lex.SHOULD or any(clauses.texts[i] in lex.NOT for i in clause.above.words))
    ):
        return False
    return actor_in(clauses, start, end) is not Actor.MUNICIPALITIES if start < end else True


def _is_refused(texts: tuple[str, ...], index: int) -> bool:
    """«skal ikke nøye seg med å tilstrebe»: what is not enough."""
    return (
        re.search(r"\bikk?j?e (?:\w+ )?(?:nøye|nøya|nøyer|nøyast)\b", " ".join(texts[max(0, index - 7) : index]))
        is not None
    )


def sentence_words(text: Text, match: "re.Match[str]") -> str:
    """The words of the text as they are written where a match stands."""
    return " ".join(text.text[match.start() : match.end()].split())


def _strives(texts: tuple[str, ...], index: int) -> bool:
    """Whether «søke» is to try, and is the duty itself: «søke å …»."""
    return "å" in texts[index + 1 : index + 3]


def _nobody(text: Text, sentence: Sentence) -> Said[str] | None:
    """A passive in a sentence that names nobody who is to do it."""
    clauses = sentence.clauses
    doers = (Actor.STATE, Actor.KS, Actor.PARTIES)
    if sentence.lead is not None or any(actor_in(clauses, i, i + 1) in doers for i in range(len(clauses.texts))):
        return None
    if re.search(r"\bks\b|stat|departement|felles|partene|partane", sentence.heading):
        return None
    for clause in clauses.all:
        if clause.opener or clause.finite is None:
            continue
        index = _passive_verb(sentence, clause)
        start, end = clauses.subject(clause)
        if index is not None and start < end and clauses.status(index) in (Status.SAID, Status.WISHED):
            words = clauses.words
            first = words[min(start, index)].start
            return Said(text.text[first : words[index].end], text.path, (first, words[index].end))
    return None


def _passive_verb(sentence: Sentence, clause: Clause) -> int | None:
    """The verb of a clause that says that something shall be done, with nobody to do it."""
    clauses = sentence.clauses
    finite = clause.finite
    if finite is None or finite < sentence.own:
        return None
    modal = clauses.texts[finite] in ("skal", "må", "bør")
    joined = " ".join(clauses.texts_of(clause))
    if not modal and not _FACILITATES.search(joined):
        return None
    after = (i for i in clause.words if i >= finite)
    return next((i for i in after if _S_PASSIVE.fits(clauses.texts[i]) or _DONE.fits(clauses.texts[i])), None)


_FACILITATES = pattern(
    r"\b(?:innhentes|innhentast|hentast inn|hentes inn|samles inn|samlast inn)\b|\b(?:legges|leggast|leggjast|"
    r"lagt|gjøres|gjerast|trekkes|trekkast|innhentes|hentast|samles|vert|blir) (?:\w+ )?(?:til rette|opp til|"
    r"vekt|tilgjengelig|tilgjengeleg|inn|vurdert\w*|teke|tatt|tekne)\b"
)
_S_PASSIVE = Forms(r"(?!felles$|alles$)\w{2,}(?:es|ast)|gjerast|takast")
_DONE = Forms(
    r"\w*(?:ert|erte|lagt|lagd|sett|sette|stilt|stilte|tatt|teke|tekne|gjort|gjorde|ført|førte|brukt|brukte|"
    r"følgt|følgde|utvikla|utviklet|utarbeidd|utarbeidet|styrkt|styrket|drøfta|drøftet)"
)
_PASSIVES = ("es ", "es.", "es,", "ast ", "ast.", "ast,", "vert ", "blir ", "bli ", "verte ")
_VAGUE_STEMS = (
    "så vidt",
    "mon ",
    "utstrek",
    "søke",
    "søkj",
    "forsøk",
    "prøve å",
    "freist",
    "behov",
    "trong",
    "høve",
    "langt",
    "evne",
    "sikt",
    "grad",
    "der det er",
    "når kapasitet",
    "når ressurs",
    "tillater",
    "tillèt",
    "forholdene",
    "tilhøva",
    "nødvendig",
    "naudsynt",
    "mulig",
    "mogleg",
    "streb",
    "strev",
)
_VAGUE = pattern(
    r"\b(?:sikter mot å|siktar mot å|så vidt (?:kapasitet\w*|ressurs\w*|mulig|mogleg|det)|i den mon|"
    r"i den utstrekning|i den utstrekking|(?:når|dersom|om|hvis|viss) (?:kapasitet|ressurs|økonomi|tid|"
    r"bemanning)\w*(?: i \w+)? (?:tillater|tillèt|tillet|rekk|rekker)|i den grad (?:\w+ )?(?:finner|finn|"
    r"ser|meiner|mener) det\b|i den grad (?:kapasitet\w*|ressurs\w*|økonomi\w*|tid\w*|tilhøva|"
    r"forholdene)|så langt (?:kapasitet\w*|ressurs\w*|tid\w*|økonomi\w*)|når det er (?:trong|"
    r"behov)(?: for det)?|tilstreb\w*|tilstrev\w*|bestreb\w*|(?:for)?søk(?:e|er|je|jer|ar)\b(?= (?:\w+ )?å\b)|"
    r"(?:prøve|prøver|prøvar|freiste|freistar) å\b"
    r"|så langt (?:det|som|råd|mulig|mogleg|råderett\w*|ressurs\w*)\b(?: (?:er|lar|let) (?:mulig|mogleg|råd|"
    r"seg gjøre|seg gjere))?|så langt råd er|etter beste evne"
    r"|(?:ved|etter|om det er) behov|når det er (?:behov|trong) for det|etter trong|ved høve|om nødvendig|"
    r"om naudsynt|om mulig|om mogleg|tar sikte på|tek sikte på|ta sikte på|i (?:størst|størst) (?:mulig|"
    r"mogleg) grad"
    r"|i den grad det (?:er|lar|let) (?:mulig|mogleg|råd|seg gjøre|seg gjere|praktisk\w*)|"
    r"dersom det er (?:mulig|mogleg|råd)|der det er (?:mulig|mogleg|naturlig|naturleg|råd|hensiktsmessig|"
    r"formålstjenlig|føremålstenleg|tenleg|aktuelt)|når det er mulig|"
    r"når det er mogleg|(?:når|der|dersom) forholdene ligger til rette|(?:når|der|dersom) tilhøva ligg til rette)"
)
