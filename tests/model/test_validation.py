"""What is said of a file that is not in the format: key by key, shape by shape, value by value."""

from pathlib import Path

import pytest

from avtalesjekk.model.validation import NOT_BEGUN, Parsed, parse
from avtalesjekk.source import read
from avtalesjekk.source.places import dotted

HEAD = "format: 1\ntema: a\nparter: [KD, KS]\n"


def read_as(text: str) -> Parsed:
    """What is read of a file."""
    document = read((text if text.startswith("---") else HEAD + text).encode())
    assert document.problems == ()
    assert document.root is not None
    return parse(document.root)


def cases() -> list[object]:
    """The cases of `faults.txt`."""
    rows: list[object] = []
    for case in Path(__file__).with_name("faults.txt").read_text("utf-8").split("\n\n"):
        lines = [line for line in case.splitlines() if not line.startswith("# ")]
        fragment = "\n".join(line for line in lines if not line.startswith(">"))
        said = "\n".join(line[2:] for line in lines if line.startswith(">")).replace("\n  ", " ")
        if fragment:
            rows.append(pytest.param(fragment, said, id=fragment[:50]))
    return rows


@pytest.mark.parametrize(("fragment", "said"), cases())
def test_a_fault(fragment: str, said: str) -> None:
    parsed = read_as(fragment)
    assert parsed.agreement is not None
    told = []
    for code, path, message, help_, rewrite, span, node in parsed.faults:
        told += [f"{code} {dotted(path)}: {message}", help_]
        if rewrite is not None:
            told[-1] += f" → {rewrite.text}{'!' * rewrite.safe}"
            assert node is not None
            assert span.start < span.end
    assert "\n".join(told) == said


@pytest.mark.parametrize(("text", "what"), [("a", "ren tekst"), ("[a]", "en liste"), ("- a: b", "en liste")])
def test_no_agreement(text: str, what: str) -> None:
    parsed = read_as(f"--- {text}" if "-" not in text else f"---\n{text}")
    assert parsed.agreement is None
    (fault,) = parsed.faults
    assert (fault.code, fault.path, fault.help, fault.rewrite) == ("MA001", (), NOT_BEGUN, None)
    assert fault.message == f"filen er {what}, ikke en avtale i avtaleformatet"


@pytest.mark.parametrize(
    ("fragment", "word"),
    [
        ("vedleg: []", "vedleg"),
        ("varighet: {til: 31.12.2023}", "31.12.2023"),
        ("varighet:\n  til:\n    dag: 1", "til"),
        ("forpliktelser:\n  ks:\n    - frist: 2020", "frist: 2020"),
        ("formål:\n  mål:\n    - tekst:", "tekst"),
        ("vedlegg: [{tekst: a}]", "{tekst: a}"),
        ("varighet: {til: 2020-01-01, lengde: 2 år}", "2 år"),
        ("forpliktelser:\n  ks: KS skal det", "KS skal det"),
        ("innledning: &a [x]\ntittel: *a", "*a"),
    ],
)
def test_the_place_of_a_fault(fragment: str, word: str) -> None:
    fault = read_as(fragment).faults[0]
    assert (HEAD + fragment)[slice(*fault.span)] == word
