"""A new agreement: whatever is known of it, its file lints with no error, and what is left is marked."""

import re
from datetime import date
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from avtalesjekk.errors import UserError
from avtalesjekk.findings import Finding
from avtalesjekk.linting import Input, lint
from avtalesjekk.model.agreement import Avtale
from avtalesjekk.model.validation import parse
from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.saying import Målform
from avtalesjekk.register.departments import departments, on_day
from avtalesjekk.rules.rule import FEIL
from avtalesjekk.selection import select
from avtalesjekk.source import read
from avtalesjekk.starting import Payment, Start, said, text_of

DAY = date(2026, 11, 22)
MÅLFORMER: st.SearchStrategy[Målform] = st.sampled_from(("bokmål", "nynorsk"))


@cache
def rules() -> frozenset[str]:
    return select((), (), ())


def findings(text: str, day: date, *, to_sign: bool = False) -> tuple[Finding, ...]:
    report = lint([Input.named("ny.yaml", text.encode())], day, rules(), to_sign=to_sign)
    return report.files[0].findings


def agreement(text: str) -> Avtale:
    root = read(text.encode()).root
    assert root is not None
    parsed = parse(root).agreement
    assert parsed is not None
    return parsed


def said_text(text: str) -> str | None:
    try:
        return said.text(text)
    except UserError:
        return None


TEXTS = (
    st.text() | st.sampled_from(("yes", "null", "- a", "[x]", "{{ x }}", "a: b", "a #b", "1e3", "~", "'", '"'))
).map(said_text)
DAYS = st.dates(date(1800, 1, 1), date(2199, 1, 1)) | st.dates(date(2006, 1, 1), date(2029, 12, 31))
LENGTHS = st.builds(Duration, st.integers(1, 99), st.sampled_from(("dag", "uke", "måned", "år")))


@st.composite
def starts(draw: st.DrawFn) -> Start:
    """Any start with a department: without one MA602 has something to say."""
    day = draw(DAYS)
    there = on_day(departments(), day, day) or departments()[:1]
    return Start(
        day,
        draw(MÅLFORMER),
        draw(TEXTS),
        tuple(draw(st.lists(st.sampled_from(there), min_size=1, max_size=3, unique=True))),
        draw(st.none() | LENGTHS | st.dates(day, date(2199, 12, 31))),
        draw(st.none() | st.builds(Payment, st.integers(1, 10**15 - 1), st.none() | st.sampled_from(said.PER), TEXTS)),
    )


@given(starts())
def test_a_draft_has_no_error_and_what_is_ready_lacks_just_what_is_marked(start: Start) -> None:
    text = text_of(start)
    assert [finding for finding in findings(text, start.day) if finding.level is FEIL] == []
    ready = {finding.rule.code for finding in findings(text, start.day, to_sign=True) if finding.level is FEIL}
    assert ready == {"MA009"}


@given(starts())
@example(Start(DAY, tema="x" * 5000))
@example(Start(DAY, tema="[x]"))
@example(Start(DAY, tema="Yes"))
@example(Start(DAY, tema='a\\n "b" \\'))
@example(Start(DAY, tema="- a: b #c"))
@example(Start(DAY, tema="🏊 æøå é 漢字"))
def test_what_is_known_is_read_back(start: Start) -> None:
    read_back = agreement(text_of(start))
    assert read_back.tema == start.tema or (start.tema is None and read_back.tema == "[temaet]")
    assert read_back.målform == start.målform
    assert [part.navn for part in read_back.parter] == [*(d.short for d in start.departments or ()), "KS"] or (
        not start.departments
    )
    assert (read_back.økonomi is not None) == (start.payment is not None)
    if start.payment and read_back.økonomi:
        (paid,) = read_back.økonomi.ytelser
        assert paid.beløp == start.payment.kroner
        assert start.payment.per in (None, paid.per)
        assert start.payment.purpose in (None, paid.formål)
        assert read_back.økonomi.forbehold == "stortinget"
    term = read_back.varighet
    assert term is not None
    last = term.til.last if isinstance(term.til, PartialDate) else None
    assert start.end in (None, term.lengde, last)


@given(starts())
def test_the_lines_are_neat(start: Start) -> None:
    text = text_of(start)
    assert text.endswith("\n")
    assert not re.search(r"[ \t\xa0]\n|\n\n\n|\r", text)
    assert not re.search(r"(?m)^#\s*yaml-language-server", text)  # an editor would look for a file that is not there
    assert [line for line in text.splitlines() if line.lstrip().startswith("# ") and len(line) > 100] == []


@pytest.mark.parametrize("målform", ["bokmål", "nynorsk"])
@pytest.mark.parametrize("payment", [None, Payment(5)])
def test_every_suggestion_can_be_taken(målform: Målform, payment: Payment | None) -> None:
    start = Start(DAY, målform, "svømming", said.departments_called("KD", DAY), payment=payment)
    text = text_of(start)
    taken = re.sub(r"(?m)^( *)#(?=[^\s#]|  )", r"\1", text)
    assert taken.count("\n") == text.count("\n")
    assert {finding.rule.code for finding in findings(taken, DAY)} <= {"MA010", "MA011"}  # the deviation is made up
    read_back = agreement(taken)
    assert [name for name in Avtale.model_fields if not getattr(read_back, name)] == [
        "id", "tittel", "tillegg", "vedlegg", "konsultasjon", "historikk",
    ]  # fmt: skip


@pytest.mark.parametrize("målform", ["bokmål", "nynorsk"])
def test_a_full_start_lints_with_no_finding_at_all(målform: Målform) -> None:
    start = Start(DAY, målform, "svømming", said.departments_called("KD og HOD", DAY), payment=Payment(5, "år", "kurs"))
    assert findings(text_of(start), DAY) == ()


def test_without_a_department_it_is_the_one_thing_that_is_marked() -> None:
    text = text_of(Start(DAY))
    assert [finding.rule.code for finding in findings(text, DAY) if finding.level is FEIL] == []
    assert {f.rule.code for f in findings(text, DAY, to_sign=True) if f.level is FEIL} == {"MA009"}


@pytest.mark.parametrize(
    ("day", "end", "lines"),
    [
        (DAY, None, ["til: 2029-09-30", "oppsigelse: 3 måneder", "hyppighet: hvert år"]),
        (
            date(2029, 3, 1),
            None,
            ["# Det er mindre enn ett år til. Skal samarbeidet fortsette, må partene undertegne på nytt",
             "til: 2029-09-30", "hyppighet: ved avslutning"],
        ),
        (date(2029, 9, 1), None, ["til: 2029-09-30", "oppsigelse: ja"]),
        (DAY, Duration(2, "år"), ["lengde: 2 år", "22. november 2026, er siste dag"]),
        (
            DAY,
            date(2029, 12, 31),
            ["# Denne avtalen varer 3 måneder lenger, og da må den si hvorfor (N37, kapittel 4.2).",
             'begrunnelse: "[grunnen til at varigheten er så lang]"', "til: 2029-12-31"],
        ),
        (date(2031, 1, 1), None, ['til: "[siste dag avtalen gjelder]"', "oppsigelse: 3 måneder"]),
    ],
)  # fmt: skip
def test_the_end_goes_by_the_storting_period(day: date, end: said.End | None, lines: list[str]) -> None:
    text = text_of(Start(day, end=end))
    assert [line for line in lines if line not in text] == []
    assert ("begrunnelse:" in text.partition("avvik")[0]) == (end == date(2029, 12, 31))
    assert ("mindre enn ett år" in text) == (day.year == 2029)
