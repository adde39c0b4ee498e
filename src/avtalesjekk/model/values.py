"""The values that a key can take: each reads the text of the file, and says what to write where it cannot."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Literal, TypeAlias
from unicodedata import normalize

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from avtalesjekk.norwegian.amounts import parse_amount
from avtalesjekk.norwegian.dates import PartialDate, parse_date, parse_iso, say_date
from avtalesjekk.norwegian.durations import Duration, parse_duration
from avtalesjekk.norwegian.frequencies import Frequency, parse_frequency, understand_frequency
from avtalesjekk.placeholder import PLACEHOLDER, is_placeholder
from avtalesjekk.spelling import nearest, slug

# The accepted forms, the same for the model and for the JSON Schema.
_LEAP_YEAR = "(?:(?:1[89]|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)"
ISO_DATE = (
    "^(?:(?:1[89]|20|21)[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1[0-9]|2[0-8]))?"
    f"|-(?:0[13-9]|1[0-2])-(?:29|30)|-(?:0[13578]|1[02])-31)?|{_LEAP_YEAR}-02-29)$"
)
_COUNT = (
    "én|ett?|en|éin|eitt?|ein?|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|fjorten|femten|atten|tjue|tjuefire"
    "|tretti|trettiseks|seksti|nitti"
)
DURATION = (
    f"^(?:(?:[1-9][0-9]{{0,2}}|{_COUNT}) (?:dag|dager|dagar|uke|uker|veke|veker|måned|måneder|månad|månader|månadar)"
    f"|(?:[1-9][0-9]?|100|{_COUNT}) år|(?:et|eit) halvt år)$"
)
FREQUENCY = (
    "^(?:årlig|årleg|halvveis|halvvegs|ved avslutning|ved behov|(?:hvert|kvart) (?:[1-9][0-9]?[.] "
    ")?(?:år|halvår|kvartal)"
    "|(?:hver|kvar) (?:[1-9][0-9]?[.] )?(?:måned|månad))$"
)


class Placeholder(str):
    """A value that is not settled yet, such as `[dato]`; it counts as said."""

    __slots__ = ()


def invalid(message: str, help_: str = "", write: str | None = None, *, safe: bool = False) -> PydanticCustomError:
    """The error of a value that does not fit: `write` may stand in its place, `safe` if it certainly means the same."""
    return PydanticCustomError(
        "verdi", "{melding}", {"melding": message, "hjelp": help_, "skriv": write, "sikker": safe}
    )


class Value:
    """A type of value that is read from a text: `read` makes it of the text, or raises `invalid`."""

    def __init__(
        self, kind: str, read: Callable[[str], object], *schemas: JsonSchemaValue, settled: bool = False
    ) -> None:
        """`kind` is its name, `schemas` what a JSON Schema accepts; unless `settled`, a placeholder will do."""
        self._kind = kind
        self._read = read
        self._settled = settled
        self._schemas = schemas if settled else (*schemas, {"type": "string", "pattern": PLACEHOLDER})

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate with `read` alone."""
        return core_schema.no_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe what is accepted."""
        return (
            dict(self._schemas[0]) if len(self._schemas) == 1 else {"anyOf": [dict(schema) for schema in self._schemas]}
        )

    def _validate(self, value: object) -> object:
        if not isinstance(value, str):
            raise invalid(f"her skal det stå {self._kind}")
        if not self._settled and is_placeholder(value):
            return Placeholder(value)
        return self._read(normalize("NFC", value))


class Choice(Value):
    """One of `words`. `also` are other spellings that are accepted, `known` what people write beside them."""

    def __init__(
        self,
        *words: str,
        also: Mapping[str, str] | None = None,
        known: Mapping[str, str] | None = None,
        settled: bool = False,
    ) -> None:
        """`also` and `known` map a spelling to the word that it stands for."""
        self._words = {word: word for word in words} | dict(also or {})
        self._known = {_spelling(said): word for said, word in (self._words | dict(known or {})).items()}
        super().__init__(f"{_one_of(words)}", self._choose, {"enum": list(self._words)}, settled=settled)

    def _choose(self, text: str) -> str:
        if text in self._words:
            return self._words[text]
        said = _spelling(text)
        if (word := self._known.get(said) or self._known.get(said.rstrip("."))) is not None:
            raise invalid(f"«{text}» skrives «{word}» i avtaleformatet", f"skriv «{word}»", word, safe=True)
        if (near := nearest(said, self._known)) is not None:
            word = self._known[near]
            raise invalid(f"«{text}» kan ikke stå her", f"mente du «{word}»? Det kan stå {self._kind}", word)
        raise invalid(f"«{text}» kan ikke stå her", f"skriv {self._kind}")


def _date(text: str) -> PartialDate:
    if re.match(ISO_DATE, text) and (date := parse_iso(text)) is not None:
        return date
    if (date := parse_date(text)) is not None:
        raise invalid(f"datoen «{text}» skrives {date} i avtaleformatet", f"skriv {date}", str(date), safe=True)
    if (month := parse_iso(text[:7])) is not None and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise invalid(
            f"{say_date(month)} har ikke noen dag {int(text[8:])}",
            f"rett dagen, som {month.last}, eller skriv {month} om den ikke er kjent",
        )
    raise invalid(
        f"«{text}» er ikke en dato",
        "skriv år, måned og dag med bindestrek mellom, som 2027-09-30; bare 2027-09 eller 2027 om dagen ikke er kjent",
    )


def _start(text: str) -> PartialDate | Literal["ved undertegning"]:
    match _spelling(text):
        case "ved undertegning" | "ved underteikning" as said if said == text:
            return "ved undertegning"
        case "ved undertegning" | "ved underteikning" | "ved signering" | "ved underskrift" | "straks" | "med en gang":
            raise invalid(
                f"«{text}» skrives «ved undertegning» i avtaleformatet",
                "skriv «ved undertegning»",
                "ved undertegning",
                safe=True,
            )
        case said if said.startswith("ved ") or "undert" in said:
            raise invalid(f"«{text}» er ikke en dato", "skriv en dato, eller «ved undertegning»", "ved undertegning")
    return _date(text)


def _duration(text: str) -> Duration:
    duration = parse_duration(text)
    if duration is None:
        raise invalid(f"«{text}» er ikke en varighet", "skriv et tall og dager, uker, måneder eller år, som «2 år»")
    if not re.match(DURATION, text):
        said = duration.say()
        raise invalid(f"«{text}» skrives «{said}» i avtaleformatet", f"skriv «{said}»", said, safe=True)
    return duration


def _notice(text: str) -> Duration | bool:
    if _spelling(text) in _YES_NO:
        return _yes_no(text)
    if parse_duration(text) is not None:
        return _duration(text)
    raise invalid(f"«{text}» er ikke en oppsigelsesfrist", "skriv en frist, som «3 måneder», eller «ja» eller «nei»")


def _frequency(text: str) -> Frequency:
    if re.match(FREQUENCY, text) and (frequency := parse_frequency(text)) is not None:
        return frequency
    if (frequency := understand_frequency(text)) is not None:
        said = frequency.say()
        raise invalid(f"«{text}» skrives «{said}» i avtaleformatet", f"skriv «{said}»", said, safe=True)
    raise invalid(
        f"«{text}» er ikke en hyppighet som formatet kjenner",
        "skriv for eksempel «hvert år», «hvert halvår», «hvert 2. år», «ved avslutning» eller «ved behov»",
    )


def _amount(text: str) -> int:
    if (number := _core_integer(text)) is not None and number > 0:
        return number
    if (amount := parse_amount(text)) is not None and amount > 0:
        raise invalid(f"beløpet «{text}» skrives {amount} i avtaleformatet", f"skriv {amount}", str(amount), safe=True)
    raise invalid(
        f"«{text}» er ikke et beløp",
        "skriv hele kroner som et tall, som 8000000, eller ta bort nøkkelen om beløpet ikke er avtalt",
    )


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = _core_integer(text)
        if number is None or not low <= number <= high:
            raise invalid(f"«{text}» er ikke et tall fra {low} til {high}", f"skriv et tall fra {low} til {high}")
        return number

    return read


def _core_integer(text: str) -> int | None:
    """A whole number in one of the forms of YAML 1.2's core schema, also with nothing but zeros after the point."""
    if re.match("^[-+]?[0-9]{1,15}$", text):
        return int(text)
    if re.match("^(?:0x[0-9a-fA-F]{1,12}|0o[0-7]{1,15})$", text):
        return int(text, 0)
    if re.match("^[-+]?[0-9]{1,15}(?:[.][0-9]{0,9})?(?:[eE][-+]?[0-9])?$", text) and float(text).is_integer():
        return int(float(text))
    return None


def _format(text: str) -> Literal[1]:
    if _core_integer(text) != 1:
        raise invalid(f"formatet «{text}» finnes ikke", "skriv «format: 1»", "1")
    return 1


def _id(text: str) -> str:
    if re.match("^[a-z0-9-]+$", text):
        return text
    raise invalid(f"«{text}» kan ikke være en id", f"bruk bare a–z, tall og bindestrek, som «{slug(text)}»", slug(text))


def _yes_no(text: str) -> bool:
    said = _spelling(text)
    if said not in _YES_NO:
        raise invalid(f"«{text}» er verken ja eller nei", "skriv «ja» eller «nei»")
    if text not in ("ja", "nei") and text not in _CORE_BOOLEANS:
        word = "ja" if _YES_NO[said] else "nei"
        raise invalid(f"«{text}» skrives «{word}» i avtaleformatet", f"skriv «{word}»", word, safe=True)
    return _YES_NO[said]


def _spelling(text: str) -> str:
    return " ".join(text.split()).casefold()


def _one_of(words: tuple[str, ...]) -> str:
    *first, last = (f"«{word}»" for word in words)
    return f"{', '.join(first)} eller {last}" if first else last


_CORE_BOOLEANS = ("true", "True", "TRUE", "false", "False", "FALSE")
_YES_NO: Mapping[str, bool] = {"ja": True, "nei": False, "true": True, "false": False, "yes": True, "no": False}
_YES_NO_SCHEMAS: tuple[JsonSchemaValue, ...] = (
    {"type": "boolean"},
    {"type": "string", "enum": ["ja", "nei", *_CORE_BOOLEANS]},
)
_YEAR: JsonSchemaValue = {"type": "integer", "minimum": 1800, "maximum": 2199}
_DATE: JsonSchemaValue = {"type": "string", "pattern": ISO_DATE}
_INTEGER_TEXT: JsonSchemaValue = {"type": "string", "pattern": "^[+]?0*[1-9][0-9]*$"}


def _integer(low: int, high: int, quoted: str) -> Value:
    numbers = {"type": "integer", "minimum": low, "maximum": high}
    in_quotes = {"type": "string", "pattern": quoted}
    return Value(f"et tall fra {low} til {high}", _whole(low, high), numbers, in_quotes, settled=True)


Text: TypeAlias = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
Date: TypeAlias = Annotated[PartialDate | Placeholder, Value("en dato", _date, _DATE, _YEAR)]
SettledDate: TypeAlias = Annotated[PartialDate, Value("en dato", _date, _DATE, _YEAR, settled=True)]
Start: TypeAlias = Annotated[
    PartialDate | Literal["ved undertegning"] | Placeholder,
    Value(
        "en dato eller «ved undertegning»", _start, {"enum": ["ved undertegning", "ved underteikning"]}, _DATE, _YEAR
    ),
]
Length: TypeAlias = Annotated[
    Duration | Placeholder, Value("en varighet", _duration, {"type": "string", "pattern": DURATION})
]
Notice: TypeAlias = Annotated[
    Duration | bool | Placeholder,
    Value("en oppsigelsesfrist, «ja» eller «nei»", _notice, {"type": "string", "pattern": DURATION}, *_YES_NO_SCHEMAS),
]
Often: TypeAlias = Annotated[
    Frequency | Placeholder, Value("en hyppighet", _frequency, {"type": "string", "pattern": FREQUENCY})
]
Kroner: TypeAlias = Annotated[
    int | Placeholder, Value("et beløp i hele kroner", _amount, {"type": "integer", "minimum": 1}, _INTEGER_TEXT)
]
YesNo: TypeAlias = Annotated[bool, Value("ja eller nei", _yes_no, *_YES_NO_SCHEMAS, settled=True)]
Id: TypeAlias = Annotated[
    str, Value("en id", _id, {"type": ["string", "integer"], "pattern": "^[a-z0-9-]+$"}, settled=True)
]
Format: TypeAlias = Annotated[Literal[1], Value("tallet 1", _format, {"enum": [1, "1"]}, settled=True)]
Meeting: TypeAlias = Annotated[int, _integer(1, 4, "^[1-4]$")]
Year: TypeAlias = Annotated[int, _integer(1990, 2199, "^(?:199[0-9]|2[01][0-9]{2})$")]
