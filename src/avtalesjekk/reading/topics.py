"""The words by which prose speaks of what the rules ask for, in both målformer."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from avtalesjekk.reading.said import Text


class Words:
    """A pattern, in any case, that is compiled when it is first used: few agreements need more than a few of them."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """Where the words first stand in a text."""
        return self._compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where the words stand in a text."""
        return self._compiled.finditer(text)


_DENIED = r"\b(?:ikke|ikkje|aldri|ingen|inga|uten|utan)\b"


class Topic(NamedTuple):
    """Something an agreement should say: the sections where it belongs, its word in a heading, and how it is said.

    In a sentence with one of the `unsaid` words it is only denied, wished or possible.
    """

    sections: frozenset[str]
    heading: Words
    words: Words
    unsaid: Words


def _topic(sections: str, heading: str, words: str, unsaid: str = _DENIED) -> Topic:
    return Topic(frozenset(sections.split()), *map(Words, (heading, words, unsaid)))


EVALUATION = _topic(
    "evaluering",
    "evaluer",
    r"\b\w*evaluer\w*|\bvurder(?:es|ast)\b",
    rf"{_DENIED}|\b(?:kan|bør|behov\w*|eventuel\w*|ev\.)(?!\w)",
)
RESERVATION = _topic(
    "økonomi", "økonomi|forbehold|etterhald", r"\b(?:forbehold|atterhald|etterhald|bevilg\w*|løyv\w*|budsjett\w*)\b"
)
START = _topic(
    "varighet",
    "varighet|varigheit|tidsramme|ikraft",
    r"\bi\s?kraft\b|\bikraft\w+|\bgjeld(?:er|e)?\s+(?:fra|frå)\b|\b(?:fra|frå)\s+(?:undertegn|underteikn|signer)\w+",
)
END = _topic(
    "varighet",
    "varighet|varigheit|tidsramme",
    r"\b(?:til|ut)\s(?:[^.]|\d\.){0,40}?\b(?:19|20)\d\d\b|\b\w+\s+år\b|\b\w+\s+(?:måneder|månader|månadar)\b(?!s)",
)
TERMINATION = _topic(
    "varighet",
    "varighet|varigheit|oppsigelse|oppseiing",
    r"\boppsig\w*|\boppsei\w*|\bopp\s?s(?:i|ei)es\b|\bs(?:i|eie|ies|eiast)\s+(?:\w+\s+){0,2}opp\b",
)


def belongs(topic: Topic, text: Text, heading: str) -> bool:
    """Whether a text stands in the topic's own section, or in one whose heading names the topic."""
    return text.section in topic.sections or topic.heading.search(heading) is not None


class Mention(NamedTuple):
    """Words that a rule looks for in what the parties agree, and those in the same sentence that count for or against.

    One of the `stems`, in lower case, is in every text that has the words; looking for them first makes it fast.
    """

    stems: tuple[str, ...]
    words: Words
    needs: Words
    excused_by: Words


def _mention(stems: str, words: str, *, needs: str = "", excused_by: str = _DENIED) -> Mention:
    return Mention(tuple(stems.split()), *map(Words, (words, needs, excused_by)))


_NOT_STRONG = (
    r"\b(?:ikke|ikkje|aldri|ingen|inga|verken|korkje|unngå\w*|avstå\w*|færre|avvikl\w*|innlemm\w*|motvirk\w*|motverk\w*"
    r"|framfor|fremfor|heller|alternativ\w*|erstatt\w*|avløys\w*|avløs\w*|i (?:stedet|staden) for"
    r"|(?:uten|utan) (?:å|øy?remerk|øremerk|lov|pålegg|bruk|forskrift)\w*)\b"
)
STRONG_INSTRUMENTS = _mention(
    "øyremerk øremerk lovfest lovpål lovregul forskriftsfest pålegg pålagt pålagd bemanningsnorm",
    r"\bø(?:y?re|re)merk(?:a|ede|et|te|t)?\s+(?:tilskudd|tilskot|midler|midlar|bevilgning|løyving|ramme)\w*"
    r"|\b(?:skal|vil)\s+(?:\w+\s+){0,6}?(?:øy?remerk|øremerk|lovfest|lovpåleg|lovregul|forskriftsfest|påleg)\w+"
    r"|\b(?:blir|vert|bli)\s+(?:pålagt|pålagd|lovpålagt|lovpålagd|lovfest|øy?remerk|øremerk)\w*|\bbemanningsnorm\w*",
    excused_by=_NOT_STRONG,
)
REGIONAL_TASKS = _mention(
    "region",
    r"\bregional\w*\s+(?:\w+\s+)?"
    r"(?:koordinator|rådgiver|rådgjevar|stilling|kontor|team|enhet|eining|oppgave|oppgåve)\w*"
    r"|\bregion(?:koordinator|kontor|team|rådgiver|rådgjevar)\w*"
    r"|\b(?:stilling|koordinator|kontor|oppgave|oppgåve)\w*\s+i\s+(?:regionene|regionane|hvert fylke|kvart fylke)\b",
    needs=r"\b(?:opprett|etabler|ansett|tilset|innfør|bygg)\w*|\bn(?:y|ye|ytt)\b",
)
REGIONAL_STATE = Words(r"\b(?:statsforvalt\w*|fylkesm[ae]nn\w*)")
MOVED_TASKS = _mention(
    "overfør flytt deleger",
    r"\b(?:overfør(?:e|es|er|ast)|flytt(?:e|es|er|ast|ar)|deleger(?:e|es|er|ast))\s+(?:\w+\s+){0,4}?"
    r"(?:myndighet|mynde|myndigheit|oppgave|oppgåve|forvaltningsansvar)\w*"
    r"|\b(?:myndighet|mynde|myndigheit|oppgave|oppgåve)\w*\s[^.]{0,60}?\b(?:overføres|overførast|flyttes|flyttast|delegeres)\b",
)
CONTRACT_LAW = _mention(
    "mislighold misleghald heve heving erstatning skadebot dagmulkt dagbot konvensjonalbot verneting voldgift valdgift",
    r"\b(?:mislighold|misleghald|skadebot|dagmulkt|dagbot|konvensjonalbot|verneting|voldgift|valdgift)\w*"
    r"|\b(?:kreve?|skylde?|ansvar for|betale?) \w{0,12} ?(?:skades)?erstatning\b|\berstatnings(?:ansvar|plikt)\w*"
    r"|\bavtal\w+ (?:\w+ ){0,2}heves\b|\berstatning for (?:tap|skade|mislighold)\w*"
    r"|\bheve(?:r|s|st)? (?:\w+ )?avtal\w+|\bheving av (?:\w+ )?avtal\w+",
)
MONEY = _mention(
    "kr",
    r"(?<![\d.,])\d[\d\s.,]{0,20}(?:(?:millioner|millionar|mill\.?|milliarder|milliardar|mrd\.?|tusen)\s{0,3})?kroner\b"
    r"|\bkr\.?\s\d[\d .]{0,20}",
    needs=r"\b(?:skal|vil|får|gir|gjev|betaler|betalar|dekker|dekkjer|yter|stiller|stillar|bidrar|bidreg|tildeles)\b",
)
VAGUE = re.compile(
    r"tilstreb\w*|\b(?:søke|søker|søkje|søkjer|prøve|prøver) å\b"
    r"|\bså langt (?:det|som|råd|mulig|mogleg)\b(?: er (?:mulig|mogleg))?"
    r"|\better beste evne\b|\bved behov\b"
)
HAS_DUTY = re.compile(r"\s(?:skal|har ansvar|bidrar|bidreg|utarbeider|finansierer)\b(?! ikk)")


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which a range of a text stands; a full stop ends one where white space and a capital follow."""
    near = max(0, start - _LONGEST_SENTENCE)
    begins = max((m.end() for m in _SENTENCE_END.finditer(text, near, start)), default=near)
    stops = _SENTENCE_END.search(text, end, end + _LONGEST_SENTENCE)
    return text[begins : stops.start() if stops else end + _LONGEST_SENTENCE]


_LONGEST_SENTENCE = 1000
_SENTENCE_END = re.compile(r"[.!?:;]\s+(?=[A-ZÆØÅ«])|\n\s*\n|\n\s*[-*|]\s")
