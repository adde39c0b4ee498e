"""What is true of every mend, on agreements written in every way."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from avtalesjekk.fixes.adding import add
from avtalesjekk.fixes.applying import TO_FILL_IN
from avtalesjekk.linting import Input
from avtalesjekk.rules.rule import FEIL
from avtalesjekk.source import read
from avtalesjekk.source.nodes import Scalar
from avtalesjekk.source.places import find

from .messy import found, mended, messy

UNUSED = "format: 1\ntema: x\navvik:\n# y\n- {regel: MA203, begrunnelse: x}\n- {regel: ma503, begrunnelse: y}\n"
EXAMPLES = sorted(Path(__file__).parents[1].glob("rules/*/*.yaml"))


@given(messy(), st.booleans())
@example(text=UNUSED, unsafe=False)
def test_the_findings_are_gone_and_no_feil_has_come(text: str, unsafe: bool) -> None:  # noqa: FBT001 (drawn)
    before = found(Input.named("avtale.yaml", text.encode()))
    result = mended(text, unsafe=unsafe)
    after = found(result.file)
    left, were = (Counter(f.rule.code for f in some) for some in (after, before))
    told = {f.message for f in before}  # a mend may show what there is another mend for
    fixed = {f.rule.code for f in result.findings if f.message in told}
    assert all(left[code] < were[code] or not left[code] for code in fixed)
    feil = Counter(f.message for f in after if f.level is FEIL and f.rule.code != TO_FILL_IN)
    assert not feil - Counter(f.message for f in before if f.level is FEIL)
    if not unsafe:
        assert all(finding.fix and finding.fix.safe for finding in result.findings)


@given(messy(), st.booleans())
def test_mending_twice_changes_nothing_more(text: str, unsafe: bool) -> None:  # noqa: FBT001 (drawn)
    once = mended(text, unsafe=unsafe)
    again = mended(once.file.data.decode(), unsafe=unsafe)
    assert again.findings == ()
    assert again.file.data == once.file.data


@given(messy())
def test_what_is_outside_the_edits_is_as_it_was(text: str) -> None:
    result = mended(text, unsafe=True).edited
    kept = [piece for piece in result.pieces if not isinstance(piece, str)]
    assert all(one.end <= other.start for one, other in pairwise(kept))
    rest = iter(result.text)
    assert all(letter in rest for piece in kept for letter in text[piece.start : piece.end])
    for change in result.changes():  # no edit reaches farther than the value, the key or the item that it is about
        assert "kommentar" not in text[change.span.start : change.span.end]


@pytest.mark.no_cover  # it is much, and other tests run the same lines
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.parent.name + "-" + file.stem)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_the_examples_of_the_rules(file: Path, end: str) -> None:
    text = file.read_text(encoding="utf-8").replace("\n", end)
    fixable = [f for f in found(Input.named(file.name, text.encode())) if f.fix is not None]
    result = mended(text, unsafe=True, name=file.name)
    assert bool(result.findings) == bool(fixable)
    assert mended(result.file.data.decode(), unsafe=True, name=file.name).findings == ()
    assert result.file.data.count(b"\r\n") == result.file.data.count(b"\n") * (end == "\r\n")


@given(messy(), st.sampled_from(("evaluering", "varighet", "organisering")))
def test_what_is_added_is_read_back(text: str, section: str) -> None:
    document = read(text.encode())
    assert document.root is not None
    body = text.removeprefix("\ufeff")
    fix = add(body, document.root, section, (("tekst", "[a: 'b' #c]"),))
    if fix is None:
        return
    ((span, content),) = ((edit.span, edit.content) for edit in fix.edits)
    after = read((body[: span.start] + content + body[span.end :]).encode())
    assert after.root is not None

    node = find(after.root, (section, "tekst"))
    assert isinstance(node, Scalar)
    assert node.text == "[a: 'b' #c]"
    assert len(after.problems) == len(document.problems)
