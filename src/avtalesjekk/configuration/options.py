"""The options that a configuration can have: their names, what they take, and what they do."""

from collections.abc import Mapping
from enum import Enum
from typing import Literal, NamedTuple, get_args


class Kind(Enum):
    """What an option takes."""

    RULES = "en liste med regler"
    CHOICE = "et av ordene"
    CHOICES = "en liste med ordene"
    FLAG = "true eller false"
    DAY = "en dato, som 2026-11-22"
    FOLDER = "en mappe"
    PATTERNS = "en liste med mønstre"
    RULES_BY_PATTERN = "mønstre, hvert med en liste med regler"


class Option(NamedTuple):
    """An option by its name on the command line, without the hyphens in front.

    `default` is as TOML writes it, or in words where TOML has no way to.
    """

    name: str
    kind: Kind
    help: str
    choices: tuple[str, ...] = ()
    default: str = "false"


FailOn = Literal["feil", "advarsel", "merknad", "aldri"]
OutputFormat = Literal["full", "concise", "json", "sarif", "github", "gitlab", "junit"]
Målform = Literal["bokmål", "nynorsk"]


class Format(Enum):
    """What `render` writes; typer takes several words of an enumeration, not of a literal."""

    MD = "md"
    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


LEVELS: tuple[str, ...] = get_args(FailOn)
REPORTS: tuple[str, ...] = get_args(OutputFormat)
FORMATS: tuple[str, ...] = tuple(form.value for form in Format)
MÅLFORMER: tuple[str, ...] = get_args(Målform)

OPTIONS = (
    Option("select", Kind.RULES, "Kjør bare disse reglene: koder, forstavelser eller navn.", default='["MA"]'),
    Option("extend-select", Kind.RULES, "Kjør disse reglene i tillegg.", default="[]"),
    Option("ignore", Kind.RULES, "Ikke kjør disse reglene.", default="[]"),
    Option(
        "per-file-ignores",
        Kind.RULES_BY_PATTERN,
        "Regler som ikke kjøres på filer som passer med et mønster.",
        default="{}",
    ),
    Option("exclude", Kind.PATTERNS, "Filer og mapper som ikke kontrolleres.", default="[]"),
    Option("force-exclude", Kind.FLAG, "La exclude gjelde også for filer som er nevnt på kommandolinjen."),
    Option("fail-on", Kind.CHOICE, "Nivået som gir utgangskode 1.", LEVELS, '"feil"'),
    Option("output-format", Kind.CHOICE, "Hvordan funnene skrives.", REPORTS, '"full"'),
    Option("show-avvik", Kind.FLAG, "Vis også funnene som er satt til side med avvik."),
    Option("statistics", Kind.FLAG, "Vis hvor mange funn hver regel har, i stedet for funnene."),
    Option("quiet", Kind.FLAG, "Skriv bare funnene, ikke oppsummeringen."),
    Option("fix", Kind.FLAG, "Rett det som sikkert kan rettes."),
    Option("unsafe-fixes", Kind.FLAG, "Ta med rettelser som noen bør se over."),
    Option("dato", Kind.DAY, "Dagen avtaler uten dato kontrolleres på.", default="i dag"),
    Option("format", Kind.CHOICES, "Hva render skriver teksten som.", FORMATS, '["md"]'),
    Option("malform", Kind.CHOICE, "Målformen til malen som render bruker.", MÅLFORMER, "avtalens egen"),
    Option("mal", Kind.FOLDER, "Mappen med egne maler for render.", default="malene som følger med"),
)
BY_NAME: Mapping[str, Option] = {option.name: option for option in OPTIONS}
# What belongs to one run: a configuration in a pull request shall not choose where files are written, or open the gate.
OF_ONE_RUN = frozenset(
    ("report", "diff", "stdin-filename", "config", "show-config", "output", "utkast", "check", "cache-dir", "no-cache",
     "embed-source", "source")
)  # fmt: skip
