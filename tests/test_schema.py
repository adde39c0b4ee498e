"""The JSON Schema takes and refuses the same files as the models do, when they are read as check-jsonschema does it."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from avtalesjekk.linting import Input, lint
from avtalesjekk.model.keys import keys_at

Validator = import_module("jsonschema").Draft202012Validator  # neither has types
PARSERS = import_module("check_jsonschema.parsers").ParserSet()
ROOT = Path(__file__).parents[1]
FILES = sorted([*ROOT.glob("avtaler/*.yaml"), *ROOT.glob("tests/rules/**/*.yaml")])
UNREADABLE, REFUSED = {"MA001", "MA005"}, {"MA002", "MA003", "MA004", "MA011"}


class Raw(str):
    """A value as it stands in a file."""

    __slots__ = ()


# What is put in the place of any value: the forms that a YAML reader, the model and the schema may each see otherwise.
VALUES = [
    Raw(value)
    for line in """
    ~ | null | ja | nei | Ja | true | True | FALSE | yes | on | 1 | 0 | -1 | 1.0 | 1e3 | 0x10 | 0o17 | 012 | .5 | 5.
    +5 | 1.5 | .inf | .nan | 8000000 | 8 000 000 | 8 mill. | 2020 | "2020" | 2020-09-14 | "2020-09-14" | 2020-02-30
    2024-02-29 | 2023-02-29 | 2020-09 | 2020-9-1 | 2020-09-14T10:00:00Z | 2020-09-14 10:00:00 | 1799 | 1800 | 2199
    2200 | 1989 | 1990 | 31.12.2023 | 31. desember 2023 | ved undertegning | ved underteikning | ved signering
    3 måneder | tre månader | 3 mnd | et halvt år | eit halvt år | halvannet år | 0 år | 1 år | 01 år | 100 år
    101 år | 2  år | hvert år | årleg | hvert 2. år | x | hvert 2 år | annethvert år | hvert 0. år | hver måned
    halvvegs | ved behov | "[dato]" | … | ... | XX | TODO | TODO x | "" | " " | "ja " | " 2020" | "1" | "\\n"
    "[ ]" | "[]" | "[a]]" | " [dato] " | "TODO\\nx" | "XX x" | "…\\u2003" | "[a\\nb]" | MA503 | ma503 | MA001
    tittelmønster | MA999 | KS | ks | Staten | stat | bokmål | nynorsk | nb | utkast | underteikna | stortinget
    ingen | engang | eingong | år | politisk | strategi | anna | 3. konsultasjonsmøte | vidareført | sagt opp
    123456789012345678901234567890 | 60:30 | 0b1 | 1_000 | "0x10" | "1.0" | "01" | 2-3 | a-b | A-b | 20/1234
    "null" | "true" | {} | [] | [x] | [[]] | [null] | [{}] | [1] | {tekst: x} | {tekst: } | {a: b} | {navn: x} | "²"
    ٣ | {navn: x, side: staten} | {navn: x, side: } | {regel: MA503, begrunnelse: x}
    {regel: MA503, begrunnelse: "…"} | [KD] | {regel: MA503} | {dato: 2020, hendelse: evaluert} | {tittel: x}
    {til: 2020, lengde: 1 år} | {til: , lengde: 1 år} | {til: "", lengde: 1 år} | 1e22 | 1e400 | "2\\u00a0år"
    """.strip().splitlines()
    for value in line.strip().split(" | ")
]
# One key of each type of value.
PLACES = (
    *("format", "tema", "parter", "id", "status", "parter.navn", "parter.side", "formål.mål", "formål.mål.tekst"),
    *(
        "formål.alternativ_til",
        "økonomi.ytelser",
        "økonomi.ytelser.beløp",
        "økonomi.ytelser.inntil",
        "økonomi.forbehold",
    ),
    *("evaluering.hyppighet", "varighet", "varighet.ikrafttredelse", "varighet.til", "varighet.lengde"),
    *("varighet.oppsigelse", "konsultasjon.avklart.møte", "konsultasjon.avklart.år", "historikk.dato", "avvik"),
    *("avvik.regel", "avvik.begrunnelse", "avvik.til"),
)
# Where the two are known to disagree: the end of the path, the value, which of them refuses it, and why it is so.
KNOWN = [
    ("avklart.møte", r'"(0\d|\d\.0)"', '"2.0"', "the schema", "a whole number in quotes, in another form"),
    ("avklart.år", r'"\d+\.0"', '"2020.0"', "the schema", "a whole number in quotes, in another form"),
    ("format", '"(01|1.0)"', '"1.0"', "the schema", "the number 1 in quotes, in another form"),
    ("ytelser.beløp", '"(0x10|1.0)"', '"0x10"', "the schema", "a number in quotes, in another form than digits"),
    ("id", "true|1e400", "true", "the schema", "an id that YAML reads as a truth value or an infinite number"),
    ("id", r"1_000|5\.|\+5|1\.0", "1.0", "the model", "an id that YAML reads as a whole number, in another form"),
    ("format", "0b1", "0b1", "the model", "ruamel.yaml reads binary numbers, which YAML 1.2 has not"),
    ("avklart.møte", "0b1", "0b1", "the model", "ruamel.yaml reads binary numbers, which YAML 1.2 has not"),
    ("ytelser.beløp", r"0b1|1_000|1e22|\d{16,}", "1_000", "the model", "numbers that are no amount"),
]


@cache
def schema() -> Any:
    """The schema as the program prints it."""
    command = [sys.executable, "-m", "avtalesjekk", "schema"]
    return json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)


@cache
def validator() -> Any:
    return Validator(schema())


def refusals(text: str) -> tuple[bool, bool] | None:
    """Whether the model and the schema refuse a file; None where it cannot be read."""
    (report,) = lint([Input.named("x.yaml", text.encode())], date(2026, 1, 1), frozenset(UNREADABLE | REFUSED)).files
    codes = {finding.rule.code for finding in report.findings}
    if codes & UNREADABLE:
        return None
    return bool(codes), not validator().is_valid(loaded(text))


def loaded(text: str) -> Any:
    """What check-jsonschema reads in a file."""
    return PARSERS.parse_data_with_path(io.BytesIO(text.encode()), "x.yaml", "yaml")


def written(data: Any) -> str:
    """Some data as YAML in brackets and braces."""
    match data:
        case Raw():
            return data
        case dict():
            return f"{{{', '.join(f'{written(key)}: {written(value)}' for key, value in data.items())}}}"
        case list():
            return f"[{', '.join(map(written, data))}]"
    return json.dumps(data, ensure_ascii=False)


def walk(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """All that is said, each with its path."""
    yield path, data
    for step, inside in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from walk(inside, (*path, step))


def changed(data: Any, path: tuple[str | int, ...], *instead: Any, name: str | None = None) -> Any:
    """A copy where what stands at `path` is replaced by no, one or two values, or has its key renamed."""
    step, *rest = path
    if isinstance(data, dict):
        pairs = [
            (key, value)
            if key != step
            else (key, changed(value, tuple(rest), *instead, name=name))
            if rest
            else (key if name is None else name, instead[0])
            for key, value in data.items()
            if key != step or rest or instead
        ]
        return dict(pairs)
    return [
        new
        for i, value in enumerate(data)
        for new in ([value] if i != step else [changed(value, tuple(rest), *instead, name=name)] if rest else instead)
    ]


def known(data: Any) -> bool:
    """Whether the two are known to disagree about something that stands in a file."""
    return any(
        said.endswith(end) and re.fullmatch(values, written(value))
        for said, value in [(words(path), value) for path, value in walk(data)]
        for end, values, *_ in KNOWN
    )


def words(path: tuple[str | int, ...]) -> str:
    """The keys of a path."""
    return ".".join(step for step in path if isinstance(step, str))


def at(place: str) -> tuple[Any, tuple[str | int, ...]]:
    """An agreement that has a key at a place, without its other sections; and its path."""
    base, path = next(found for said, found in places().items() if said.endswith(place))
    return {key: base[key] for key in ("format", "tema", "parter", path[0])}, path


@cache
def bases() -> list[Any]:
    """The agreements of the files that can be read, and one with what they lack."""
    texts = [file.read_text("utf-8") for file in FILES]
    texts += [
        "{format: 1, tema: a, parter: [KD, KS], avvik: [{regel: MA503, begrunnelse: a, til: 2022, feillest: ja}]}"
    ]
    return [loaded(text) for text in texts if refusals(text) is not None]


@cache
def places() -> dict[str, tuple[Any, tuple[str | int, ...]]]:
    """What is said somewhere, each by the keys of its path, in the longest agreement that says it."""
    longest_first = sorted(bases(), key=lambda base: -len(str(base)))
    return {words(path): (base, path) for base in longest_first for path, _ in walk(base)}


@cache
def names() -> list[str]:
    keys = {step for base in bases() for path, _ in walk(base) for step in path if isinstance(step, str)}
    return [*sorted(keys), "a", "a b", "", "Tema", "maal", "1"]


def test_it_is_a_schema() -> None:
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Validator.check_schema(schema())
    assert list(schema()["properties"]) == list(keys_at(()))


def test_every_key_has_a_title_and_a_description() -> None:
    blocks = {
        path: data for path, data in walk(schema()) if path[-1:] == ("properties",) and not {"if", "then"} & {*path}
    }
    assert ("properties",) in blocks
    for path, block in blocks.items():
        names = tuple(step for before, step in pairwise(path) if before == "properties")
        assert tuple(block) == keys_at(names)
        for key, said in block.items():
            assert bool(keys_at((*names, key))) == ("properties" in said.get("items", said)), key
            assert re.fullmatch(r"\S.*\S", said["title"]), key
            assert re.fullmatch(r"\S.*[.»]", said["description"]), key
    texts = [data for path, data in walk(schema()) if isinstance(data, str) and path[-2:-1] != ("body",)]
    for text in texts:
        assert not re.search(r"\b(?:the|of|and|is|are|an|which|that|with|block|section|value)\b", text, re.IGNORECASE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_as_it_is(file: Path) -> None:
    said = refusals(file.read_text("utf-8"))
    assert said is None or said[0] == said[1]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        pytest.param(
            place,
            example,
            marks=pytest.mark.xfail(
                strict=True, raises=AssertionError, reason=f"only {who} refuses {place}: {example}: {why}"
            ),
            id=f"{place}: {example}",
        )
        for place, _, example, who, why in KNOWN
    ],
)
def test_a_known_disagreement(place: str, value: str) -> None:
    """When one of these passes, its row goes out of `KNOWN`."""
    base, path = at(place)
    refused = refusals(written(changed(base, path, Raw(value))))
    assert refused is not None
    assert refused[0] == refused[1]


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="a JSON Schema cannot say that keys are compared after NFC"
)
def test_keys_in_other_letters() -> None:
    assert refusals("format: 1\ntema: a\nparter: [KD, KS]\nma\u030alform: nynorsk\n") == (False, False)


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="check-jsonschema takes in what «<<» points at, as YAML 1.1 does"
)
def test_a_merge_key() -> None:
    assert refusals("format: 1\ntema: a\nparter: [KD, KS]\nvarighet: {<<: {til: 2020}}\n") == (True, True)


@pytest.mark.no_cover  # it is much, and other tests run the same lines
@pytest.mark.parametrize("place", PLACES)
def test_each_value_at_each_place(place: str) -> None:
    base, path = at(place)
    for value in VALUES:
        data = changed(base, path, value)
        if not known(data) and (refused := refusals(written(data))) is not None:
            assert refused[0] == refused[1], f"{place}: {value}"


@st.composite
def mutations(draw: st.DrawFn) -> Any:
    """Draw an agreement with some keys or values gone, doubled, renamed or replaced."""
    data = draw(st.sampled_from(bases()))
    for _ in range(draw(st.integers(1, 3))):
        paths = [(path, value) for path, value in walk(data) if path]
        if not paths:
            break
        path, value = draw(st.sampled_from(paths))
        match draw(st.sampled_from(["drop", "double", "rename", "replace", "replace", "wrap", "add", "add"])):
            case "drop":
                data = changed(data, path)
            case "double":
                data = changed(data, path, value, value)
            case "rename":
                data = changed(data, path, value, name=draw(st.sampled_from(names())))
            case "wrap":
                data = changed(data, path, [value])
            case "add" if isinstance(value, dict):
                data = changed(data, path, value | {draw(st.sampled_from(names())): draw(st.sampled_from(VALUES))})
            case _:
                data = changed(data, path, draw(st.sampled_from(VALUES)))
    return data


@given(mutations())
@settings(max_examples=5 * settings().max_examples, suppress_health_check=[HealthCheck.filter_too_much])
def test_any_file(data: Any) -> None:
    assume(not known(data))
    refused = refusals(written(data))
    assert refused is None or refused[0] == refused[1]
