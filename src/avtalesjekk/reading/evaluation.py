"""That the agreement shall be evaluated, and how often."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.frequencies import Frequency
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.evaluated import (
    CHANGE,
    RESULT,
    goes_on_about_another,
    goes_on_about_it,
    is_result_asked,
    object_is_own,
    of_the_cooperation,
    passive_is_own,
    theme_of_noun,
)
from avtalesjekk.reading.method import NOT_PART, method
from avtalesjekk.reading.prose import Mention, Prose, one_a_sentence
from avtalesjekk.reading.reference import Theme, is_agreement, mentions_agreement
from avtalesjekk.reading.said import Said


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A sentence that lays down that the agreement is evaluated, and how often, where it says."""

    mention: Mention
    often: Said[Frequency] | None

    @property
    def said(self) -> Said[str]:
        """The word that lays it down."""
        return self.mention.said(self.mention.word)

    @property
    def how(self) -> Said[str] | None:
        """By whom or by what means."""
        return method(self.mention)


def evaluations(prose: Prose) -> Iterator[Evaluation]:
    """The sentences that lay down that the agreement shall be evaluated."""
    laid_down = one_a_sentence(prose.mentions(_WORDS, _HOME, _HEADING), is_laid_down)
    yield from (Evaluation(mention, _frequency(mention)) for mention in laid_down)


def is_laid_down(mention: Mention) -> bool:
    """Whether a word for evaluating says that this agreement shall be evaluated."""
    word = mention.word
    if word in _ONLY_WITH and _ONLY_WITH[word].isdisjoint(mention.texts):
        return False
    if word == "stilling":
        return mention.clauses.plain_status(mention.index) is not Status.DENIED and _takes_stand(mention)
    if word in ("nådd", "nådde"):
        return mention.clauses.plain_status(mention.index) in (Status.SAID, Status.CONDITIONAL) and _asks_how_far(
            mention
        )
    if word in _REVIEWING and not (_reviews(mention) if word in ("gjennom", "på") else _is_measured(mention)):
        return False  # asked first, since these are common words
    if mention.status is not Status.SAID or mention.clauses.is_conditional(mention.index):
        return False
    planned = mention.sentence.in_list and _NOUN.fits(word) and mention.text.section == "vedlegg"
    if planned and mention.clauses.of(mention.index).finite is None:
        return theme_of_noun(mention) is Theme.OWN
    if mention.text.section in _TELLING and not _SHALL_BE.search(" ".join(mention.texts)):
        return False
    if "forsk" in word and (
        NOT_PART.search(" ".join(mention.texts)) or not mention.home or mention.subject is Theme.OTHER
    ):
        return False
    if word in _REVIEWING:
        return True
    if (
        _NOUN.fits(word)
        and not mention.home
        and mention.texts[max(0, mention.index - 1)] in ("fra", "frå", "av", "etter", "i")
    ):
        return False
    if _NOUN.fits(word):
        found = theme_of_noun(mention)
        if found is Theme.NEUTRAL and goes_on_about_another(mention):
            return False
        if _JUDGEMENT.fits(word) and found is Theme.NEUTRAL:
            return _noun_is_act(mention) and is_result_asked(mention)
        return _noun_is_act(mention) and (
            mention.is_own(found)
            or of_the_cooperation(mention)
            or (found is Theme.NEUTRAL and goes_on_about_it(mention))
        )
    if _PASSIVE.fits(word):
        return _is_whole(mention) and passive_is_own(mention)
    if _PARTICIPLE.fits(word):
        clause = mention.clauses.of(mention.index)
        finite = mention.texts[clause.finite] if clause.finite is not None else ""
        if finite in lex.SHALL and "ha" in mention.texts[max(0, mention.index - 6) : mention.index]:
            return _is_whole(mention) and object_is_own(mention)  # «skal ha vurdert virkningene av den»
        got = mention.texts[max(0, mention.index - 3) : mention.index - 1]
        if {"få", "får"} & set(got) and is_agreement(mention.sentence, mention.index - 1):
            return True  # «skal få avtalen evaluert»
        helped = finite in lex.BECOMES or set(mention.texts[max(0, mention.index - 3) : mention.index]) & _HELP
        return bool(helped) and _is_whole(mention) and passive_is_own(mention)
    return _active_is_bound(mention) and _is_whole(mention) and object_is_own(mention)


def _reviews(mention: Mention) -> bool:
    """«går gjennom hva avtalen har ført til», «ser på resultatene av avtalen»."""
    texts, index = mention.texts, mention.index
    joined = " ".join(texts[index:])
    before = mention.sentence.before
    spoken_of = mentions_agreement(mention.sentence) or (
        before is not None and mentions_agreement(before) and bool({"han", "ho", "den"} & set(texts))
    )
    if not spoken_of or not (is_result_asked(mention) or RESULT.search(joined)):
        return False
    return any(texts[i] in _ONLY_WITH[mention.word] for i in mention.clauses.of(index).words if i <= index)


def _takes_stand(mention: Mention) -> bool:
    """«skal ta stilling til om avtalen virker slik den er ment»."""
    texts, index = mention.texts, mention.index
    return (
        any(word in ("ta", "tar", "tek", "tas", "takast") for word in texts[max(0, index - 4) : index])
        and mention.clauses.modal(mention.clauses.of(index)) not in lex.MAY | lex.SHOULD
        and mentions_agreement(mention.sentence)
        and is_result_asked(mention)
    )


def _asks_how_far(mention: Mention) -> bool:
    """«tar stilling til i hvilken grad målene er nådd»."""
    joined = " ".join(mention.texts)
    return (mention.home or mentions_agreement(mention.sentence)) and re.search(
        r"\b(?:vurdere|vurderast|går|gjennomgår|tar|tek|vurderer|skal|måler|målar|drøfter|drøftar|"
        r"oppsummerer)\b(?>.*?\b(?:i (?:hvilken|kva) grad|hvor langt|kor langt|om|hvorvidt)\b).*\bnådde?\b",
        joined,
    ) is not None


def _is_measured(mention: Mention) -> bool:
    """«holder resultatene av avtalen opp mot målene», «går avtalen etter i sømmene»."""
    joined = " ".join(mention.texts)
    if mention.word == "mot" and re.search(r"\bopp mot (?:\w+ ){0,4}(?:mål|forplikt|plikt)", joined) is None:
        return False
    return mentions_agreement(mention.sentence)


def _is_whole(mention: Mention) -> bool:
    """Whether «vurdere» is to judge the thing itself: not whether or how to change it."""
    after = mention.texts[mention.index + 1 : mention.index + 4]
    if not mention.word.startswith("vurder"):
        return True
    if is_result_asked(mention):
        return True
    return not any(word in _ABOUT_CHANGE or CHANGE.fits(word) for word in after)


def _active_is_bound(mention: Mention) -> bool:
    """Whether the active verb is what somebody does or shall do, not the infinitive of a wish."""
    texts, index = mention.texts, mention.index
    clause = mention.clauses.of(index)
    to = _infinitive_mark(mention)
    if to is not None:
        return _BINDS_TO.search(" ".join(texts[max(0, to - 8) : to])) is not None
    if clause.finite is None and mention.text.section == "forpliktelser":
        return True  # an item of a list of duties
    if clause.finite == index:
        return mention.word.endswith(("er", "ar"))
    return mention.clauses.modal(clause) in (lex.SHALL | {"vil"}) and not mention.word.endswith(("er", "ar"))


def _infinitive_mark(mention: Mention) -> int | None:
    """Where the «å» of an infinitive stands: right before it, or before one it is coordinated with."""
    texts, index = mention.texts, mention.index
    if index and texts[index - 1] == "å":
        return index - 1
    if index and texts[index - 1] == "og" and mention.word.endswith(("e", "a")):
        clause = mention.clauses.of(index)
        marks = [i for i in range(max(0, index - 14), index) if texts[i] == "å"]
        if marks and mention.clauses.modal(clause) == "":
            return marks[-1]
    return None


def _noun_is_act(mention: Mention) -> bool:
    """Whether the sentence has the evaluation done: not only spoken of, weighed or held dear."""
    clause = mention.clauses.of(mention.index)
    words = mention.clauses.texts_of(clause)
    if _ONLY_TALK.fits_any(words):
        return False
    if mention.clauses.modal(clause) in lex.SHALL:
        return True
    return _ACT.fits_any(words) or (clause.finite is None and mention.home)


def _frequency(mention: Mention) -> Said[Frequency] | None:
    """The frequency nearest the word in its clause."""
    clause = mention.clauses.of(mention.index)
    found = [
        r
        for r in mention.sentence.rhythms
        if (there := mention.clauses.of(r.first)) is clause or (there.beside is clause and there.finite is None)
    ]
    if not found and mention.sentence.after is not None and mention.home:
        return _frequency_after(mention)
    if found:
        best = min(found, key=lambda r: abs(r.first - mention.index))
        return mention.said(best.value, best.first, best.after)
    return None


def _frequency_after(mention: Mention) -> Said[Frequency] | None:
    """The frequency in the next sentence, where that goes on about the evaluation."""
    after = mention.sentence.after
    if after is None or not _GOES_ON.fits_any(after.texts[:4]):
        return None
    found = after.rhythms
    here = Mention(mention.text, after, 0, home=mention.home)
    return here.said(found[0].value, found[0].first, found[0].after) if found else None


_GOES_ON = Forms(r"evalueringa|evalueringen|det|dette")
_HOME = frozenset(("evaluering", "varighet"))
_HEADING = pattern(r"evaluer")
_TELLING = frozenset(("bakgrunn", "vedlegg"))
_SHALL_BE = pattern(r"\bskal\b")
_REVIEWING = frozenset(("gjennom", "på", "mot", "sømmene", "saumane"))
_ONLY_WITH = {  # what makes a common word one for reviewing
    "gjennom": frozenset(("går", "gå", "gås", "gåast", "gått")),
    "på": frozenset(("ser", "sjå", "se", "sjåast", "ses")),
    "mot": frozenset(("opp",)),
    "stilling": frozenset(("ta", "tar", "tek", "tas", "takast")),
}
_WORDS = Sought(
    r"[\w-]*evaluer(?:e|er|ar|a|es|ast|t|te)|[\w-]*evaluering(?:a|en|i|ar|er|ane|ene|srapport\w*|sarbeid\w*)?"
    r"|vurder(?:e|er|ar|a|es|ast|te?)|(?:slutt|midtveis|midtvegs|heilskaps|helhets)vurdering(?:a|en)?|"
    r"gjennomgå(?:s|r|ast)?"
    r"|vurdering(?:a|en)?|gjennomgang(?:en)?|gransk(?:es|ast|e|a|er|ar|ing|ning|inga|ingen)|nådde?|"
    r"stilling|måles|målast|gjennom|på|"
    r"mot|sømmene|saumane|følge?forskning\w*|føl?gjeforsking\w*|etterprøv(?:e|es|ast|er|ar)",
    *((word, "|".join(others)) for word, others in _ONLY_WITH.items()),
)
_NOUN = Forms(r"[\w-]*(?:evaluering|granskn?ing|vurdering|gjennomgang|forskning|forsking)\w*")
_PASSIVE = Forms(r"måles|målast|granskes|granskast|\w+(?:eres|erast|øves|øvast|gås|gåast)")
_PARTICIPLE = Forms(r"\w+erte?|gjennomgått")
_HELP = frozenset(("bli", "verte", "verta", "blir", "vert", "få", "får", "være", "vere", "vera"))
_ABOUT_CHANGE = frozenset(
    ("om", "å", "hvorvidt", "korvidt", "behov", "behovet", "mulighet", "mulighetene", "ny", "nye", "nytt")
)
_BINDS_TO = pattern(
    r"\b(?:forplikt\w+|plikt\w*|ansvar\w*|oppdrag\w*|enige?|einige?|samde?|avtalt?|oppgave\w*|oppgåve\w*|mandat\w*|"
    r"sørg\w+|syt\w*|skal)\b"
)
_ONLY_TALK = Forms(
    r"drøft\w*|diskuter\w*|tema|temaer|avklar\w*|spørsmål\w*|viktig\w*|nyttig\w*|definer\w*|omtal\w*|"
    r"kunnskapsgrunnlag\w*|forståes|forstås|forstått|meint|ment|"
    r"eventuel\w*|kompetanse|kultur"
)
_JUDGEMENT = Forms(r"vurdering(?:a|en)?|gjennomgang(?:en)?")
_ACT = Forms(
    r"gjenstand|gjennomfør\w*|foreta\w*|foretek\w*|utfør\w*|gjør\w*|gjer|gjerast|legg|legges|leggjast|legger|"
    r"leggast|lagast|lages|lagar|utarbeid\w*|skjer|finner|finn|start\w*|"
    r"ferdigstil\w*|bygg\w*|baser\w*|omfatt\w*|dekk\w*|ansvar\w*|lever\w*|presenter\w*|oversend\w*|publiser\w*|"
    r"sørg\w*|syt\w*|led\w*|lei\w*|blir|vert|inngår|følg\w*|"
    r"fylgj\w*|hold\w*|held|sett\w*|set|iverks\w*|bestill\w*|tek|tar|skriv\w*|skal|plikter|pliktar|forplikt\w*|"
    r"stå\w*|ligg\w*|enig\w*|einig\w*|samd\w*|avtal\w*|avslutt\w*|"
    r"oppsummer\w*|send\w*|knytt\w*|sammen|saman|er"
)
