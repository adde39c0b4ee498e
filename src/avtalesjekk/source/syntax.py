"""The C parser's complaints in Norwegian, each with what to do."""

import re

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from avtalesjekk.source.problem import Note, Problem, Span
from avtalesjekk.source.slips import slip

_QUOTE = "sett hele teksten i anførselstegn"
# The parser's English, by a piece of it; the first that fits counts. Each with message and help.
_TEXTS = (
    (
        "mapping values are not allowed",
        "et kolon med mellomrom etter seg («: ») gjør teksten foran til en nøkkel",
        _QUOTE,
    ),
    (
        "found unexpected ':'",
        "et kolon i hakeparenteser eller krøllparenteser deler teksten",
        "sett teksten i anførselstegn",
    ),
    (
        "could not find expected ':'",
        "linjen er verken en nøkkel med kolon eller en del av teksten over",
        "skriv «nøkkel: verdi», eller rykk linjen inn så den hører til teksten over",
    ),
    (
        "found character that cannot start any token",
        "en verdi kan ikke begynne med dette tegnet",
        "sett verdien i anførselstegn",
    ),
    ("tab character", "innrykket er gjort med tabulator", "rykk inn med mellomrom"),
    (
        "found unexpected end of stream",
        "filen slutter før anførselstegnet er lukket",
        "sett inn anførselstegnet som mangler",
    ),
    (
        "unexpected document indicator",
        "«---» eller «...» står inne i en tekst i anførselstegn",
        "lukk anførselstegnet før denne linjen",
    ),
    (
        "block sequence entries are not allowed",
        "et listepunkt («- ») kan ikke stå her",
        "begynn lista på en ny linje under nøkkelen, eller sett teksten i anførselstegn",
    ),
    ("mapping keys are not allowed", "spørsmålstegnet lager en nøkkel her", _QUOTE),
    (
        "expected ',' or ']'",
        "lista som begynner med «[», er ikke lukket, eller et komma mangler",
        "lukk lista med «]»; en tekst i hakeparenteser må stå i anførselstegn",
    ),
    (
        "expected ',' or '}'",
        "det som begynner med «{», er ikke lukket, eller et komma mangler",
        "lukk den med «}»; en tekst med komma eller parenteser må stå i anførselstegn",
    ),
    (
        "did not find expected '-' indicator",
        "innrykket stemmer ikke med lista over",
        "la alle listepunktene begynne i samme kolonne",
    ),
    (
        "did not find expected key",
        "innrykket stemmer ikke med linjene over, eller et anførselstegn er lukket for tidlig",
        "la nøklene på samme nivå begynne i samme kolonne",
    ),
    ("did not find expected node content", "det mangler en verdi her", "skriv verdien, eller ta bort tegnet foran"),
    (
        "did not find expected <document start>",
        "teksten fortsetter etter at avtalen er slutt",
        "la alle nøklene på øverste nivå begynne i første kolonne",
    ),
    (
        "alphabetic or numeric character",
        "«&» og «*» lager et anker i YAML",
        "sett teksten i anførselstegn",
    ),
    ("directive", "linjer som begynner med «%», er ordrer til YAML", "ta bort linjen"),
    ("incompatible YAML", "linjer som begynner med «%», er ordrer til YAML", "ta bort linjen"),
    ("tag", "utropstegnet lager en tagg i YAML", "sett teksten i anførselstegn"),
    ("unknown escape character", "omvendt skråstrek gir et tegn YAML ikke kjenner", "bruk enkle anførselstegn (')"),
    ("hexdecimal", "omvendt skråstrek gir et tegn YAML ikke kjenner", "bruk enkle anførselstegn (')"),
    ("Unicode character escape", "omvendt skråstrek gir et tegn som ikke finnes", "bruk enkle anførselstegn (')"),
    ("indentation indicator", "tallet etter | eller > må være fra 1 til 9", "ta bort tallet"),
    (
        "block scalar",
        "etter | eller > kan det bare stå et tall, et pluss- eller minustegn eller en kommentar",
        "begynn teksten på linjen under, rykket inn",
    ),
)
_FALLBACK = ("YAML-en kan ikke leses herfra", "sammenlign med linjene over: innrykk, kolon og anførselstegn")


def syntax_problem(error: YAMLError, text: str) -> Problem:
    """The fault that stopped the C parser, at the place where it stopped."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem("MA001", *_FALLBACK, Span(0, 0))
    said = f"{error.problem or ''} {error.context or ''}"
    if "cannot start any token" in said and text.startswith("\t", error.problem_mark.index):
        said = "tab character"
    if (found := slip(said, text, min(error.problem_mark.index, len(text)))) is not None:
        return Problem("MA001", found.message, found.help, found.span)
    message, help_ = next(((m, h) for piece, m, h in _TEXTS if piece in said), _FALLBACK)
    start = min(error.problem_mark.index, len(text))
    notes: tuple[Note, ...] = ()
    span = _character(text, start)
    if (begun := error.context_mark) is not None and re.search(r"[\r\n]", text[begun.index : span.start]):
        notes = (Note("begynner her", _character(text, begun.index)),)
    return Problem("MA001", message, help_, span, notes)


def _character(text: str, start: int) -> Span:
    """The character at `start`, or the last one before it where the text or the line ends there."""
    while start > 0 and (start >= len(text) or text[start] in "\r\n"):
        start -= 1
    return Span(start, min(start + 1, len(text)))
