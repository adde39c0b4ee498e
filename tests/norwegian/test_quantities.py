"""Durations, amounts and frequencies in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.norwegian.quantities import find_amounts, find_durations, find_frequencies
from avtalesjekk.norwegian.sentences import words_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("med tre måneders varsel", ["3 måneder"]),
        ("ei oppseiingstid på seks (6) månader", ["6 måneder"]),
        ("90 dager", ["90 dager"]),
        ("eit halvt år", ["6 måneder"]),
        ("to (2) år", ["2 år"]),
        ("to og et halvt år", ["30 måneder"]),
        ("1 år og 6 måneder", ["18 måneder"]),
        ("halvannet år", ["18 måneder"]),
        ("en toårig avtale", ["2 år"]),
        ("3-årsperioden", ["3 år"]),
        ("ein seksmånadersfrist", ["6 måneder"]),
        ("hundre og tjue dager", ["120 dager"]),
        ("i to år, med tre måneders varsel", ["2 år", "3 måneder"]),
        ("hvert år", []),
        ("i løpet av året", []),
    ],
)
def test_durations(text: str, expected: list[str]) -> None:
    assert [found.value.say() for found in find_durations([word.text for word in words_in(text)])] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("åtte mill. kroner", [8_000_000]),
        ("kr 8 000 000,–", [8_000_000]),
        ("2,5 millionar kroner", [2_500_000]),
        ("to og en halv million kroner", [2_500_000]),
        ("inntil 8 mill. kr årlig", [8_000_000]),
        ("kr. 500 000 per år", [500_000]),
        ("i 2024 5 millioner kroner", [5_000_000]),
        ("1,2 mill. kroner og 400 000 kroner", [1_200_000, 400_000]),
        ("200 elever i 2024", []),
        ("i 2025", []),
    ],
)
def test_amounts(text: str, expected: list[int]) -> None:
    assert [found.kroner for found in find_amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("evalueres årlig", ["hvert år"]),
        ("hvert annet år", ["hvert 2. år"]),
        ("annakvart år", ["hvert 2. år"]),
        ("to ganger i året", ["hvert halvår"]),
        ("minst én gang i halvåret", ["hvert halvår"]),
        ("kvar haust", ["hvert år"]),
        ("kvart kalenderår", ["hvert år"]),
        ("hver av partene", []),
    ],
)
def test_frequencies(text: str, expected: list[str]) -> None:
    assert [found.value.say() for found in find_frequencies([word.text for word in words_in(text)])] == expected


@given(st.text(alphabet="0123456789., kr-–mill roneåtosj", max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    words = [word.text for word in words_in(text)]
    assert all(0 <= found.first < found.after <= len(words) for found in find_durations(words))
    assert all(0 <= found.start < found.end <= len(text) for found in find_amounts(text))
    find_frequencies(words)
