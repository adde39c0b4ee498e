"""A short run of every target, the same each time: Hypothesis chooses the seeds and the mutations."""

from functools import cache
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from .mutate import mutate
from .patching import patched
from .seeds import agreements, seeds
from .stock import Stock, stock
from .targets import TARGETS

_EXAMPLES = {"source": 150, "reading": 40, "fixes": 40, "render": 25, "verify": 40}
_LARGEST = 20_000


@cache
def _stock() -> Stock:
    return stock(agreements())


@cache
def _seeds(target: str) -> tuple[bytes, ...]:
    return seeds(target)


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_breaks_a_target(target: str) -> None:
    @given(st.integers(0, 2**32), st.integers(0, 4))
    @settings(
        max_examples=_EXAMPLES[target],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),  # what a number makes does not become simpler with the number
    )
    def run(number: int, times: int) -> None:
        random = Random(number)  # noqa: S311 (no secret)
        data = random.choice(_seeds(target))
        for _ in range(times):
            data = mutate(data, random, _stock(), max(_LARGEST, len(data)))
        TARGETS[target](data)

    run()


_HOSTILE = """format: 1
tema: <script>alert(1)</script> & **alt** | `x`
parter: [KMD, KS]
status: Klar
organisering: {tekst: "a\\n\\n| b | <i> |\\n| --- | --- |\\n| &amp; | c |\\n\\n1. mars\\n\\n***"}
evaluering:
  hyppighet: Hvert År # ofte
  framlegges: bilateralt møte

# en
# to
# tre
# fire
# fem
# seks
# sju

varighet: {til: 31.12.2025}
underskrifter:
  av: [{navn: "A <b>&</b>", for: KMD}, {for: KS}, {tittel: '"'}]
avvik:
  - regel: MA203
    begrunnelse: x

# åtte
# ni
# ti
# elleve
# tolv
# tretten
# fjorten

historikk: [{dato: 1. juli 2024, hendelse: Evaluert}]
""".encode()
_SIMPLE = (
    b"",
    b"\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"a",
    b"format: 1",
    b"\x00" * 9,
    b"PK\x03\x04",
    b"- " * 99,
    b"pdf\n%PDF-1.7\n",
)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("data", [*_SIMPLE, _HOSTILE, _HOSTILE + b"#"])
def test_the_simplest_files_and_a_hostile_one(target: str, data: bytes) -> None:
    TARGETS[target](data)


def test_a_diff_that_does_not_fit_is_not_carried_out() -> None:
    diff = "--- a\n+++ a\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n\\ No newline at end of file\n"
    assert patched("a\nb\n", diff) == "a\nc"
    with pytest.raises(AssertionError, match="a line is another"):
        patched("a\nd\n", diff)
