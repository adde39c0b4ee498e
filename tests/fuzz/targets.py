"""The five targets: what must be true of any bytes at all, said as functions that raise where it is not."""

import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

from avtalesjekk.findings import Finding, Fix
from avtalesjekk.fixes.applying import TO_FILL_IN, mend
from avtalesjekk.fixes.diff import unified
from avtalesjekk.linting import Input, lint
from avtalesjekk.rules.catalogue import BY_CODE
from avtalesjekk.rules.rule import FEIL
from avtalesjekk.selection import select
from avtalesjekk.source import read
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import BOM

from .bounds import bounded
from .nodes import check_nodes
from .patching import patched
from .rendered import check_rendered
from .reports import FORMATS
from .verified import check_verified

TODAY = date(2026, 11, 22)
NAME = "avtale.yaml"


def source(data: bytes) -> None:
    """What is wrong stands in the file, and every word of every text is found where it stands."""
    document = read(data)
    text = document.source.text
    for problem in document.problems:
        assert problem.code in BY_CODE
        assert problem.message
        _inside(text, problem.span, problem.unquoted, *(note.span for note in problem.notes))
    if document.root is None:
        assert document.problems
    else:
        check_nodes(document, document.root)
    rows = document.source.rows
    assert document.source.row_column(len(text))[0] == rows
    assert "".join(document.source.line(row) for row in range(1, rows + 1)) == text.translate({10: None, 13: None})


def reading(data: bytes) -> None:
    """Every rule is run; what is found is in order and in the file, and every format can say it."""
    (file,) = (report := lint([Input.named(NAME, data)], TODAY, frozenset(BY_CODE))).files
    text = file.source.text
    assert list(file.findings) == sorted(file.findings, key=lambda one: (one.span, one.rule.code, one.message))
    for finding in file.findings:
        _inside(text, finding.span, *(note.span for note in finding.related))
        assert finding.message
        if finding.fix is not None:
            _check_fix(text, finding.fix)
    assert len(set(file.findings)) == len(file.findings)
    # Writing a format takes as long as the reading: a part of them for each file.
    for i, check in enumerate(FORMATS.values()):
        if i % 3 == _choice(data, 3) or len(data) % 16 == 0:
            check(report, file)


def fixes(data: bytes) -> None:
    """What is mended is gone and nothing worse has come, once is enough, and the diff says the same."""
    before = _found(Input.named(NAME, data))
    for unsafe in (False, True):
        if not any(finding.fix and (finding.fix.safe or unsafe) for finding in before):
            continue
        done = mend(Input.named(NAME, data), _found, _found, unsafe=unsafe)
        assert done.edited.original == data.decode()
        assert done.edited.text == done.file.data.decode()
        assert done.edited.text.startswith(BOM) == done.edited.original.startswith(BOM)
        assert patched(done.edited.original, "".join(unified(NAME, done.edited))) == done.edited.text
        after = _found(done.file)
        assert read(data).root is None or read(done.file.data).root is not None
        assert not _feil(after) - _feil(before)
        assert unsafe or all(finding.fix and finding.fix.safe for finding in done.findings)
        again = mend(done.file, _found, _found, unsafe=unsafe)
        assert again.findings == ()
        assert again.file.data == done.file.data


def render(data: bytes) -> None:
    """Every format says the same words, and what it says is what was agreed."""
    check_rendered(data, TODAY, draft=_choice(data, 3) == 0, whole=_choice(data, 7) == 0)


def verify(data: bytes) -> None:
    """Whatever is given, the answer is a comparison or one message; what is called the same has the agreed words."""
    check_verified(data, TODAY, whole=_choice(data, 31) == 0)


def _bounded(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with bounded():
            target(data)

    return run


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    target.__name__: _bounded(target) for target in (source, reading, fixes, render, verify)
}


def _choice(data: bytes, among: int) -> int:
    """A number that the data alone decide."""
    return zlib.crc32(data) % among


def _inside(text: str, *spans: Span | None) -> None:
    for span in spans:
        assert span is None or 0 <= span.start <= span.end <= len(text), span


def _check_fix(text: str, fix: Fix) -> None:
    spans = sorted(edit.span for edit in fix.edits)
    _inside(text, *spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def _found(file: Input) -> tuple[Finding, ...]:
    return lint([file], TODAY, select()).files[0].active


def _feil(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(one.message for one in findings if one.level is FEIL and one.rule.code != TO_FILL_IN)
