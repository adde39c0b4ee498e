"""What an agreement gave is the same after it has been packed, for another process or a later run."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from avtalesjekk.findings import Checked, FileReport
from avtalesjekk.inputs import Input
from avtalesjekk.remembering.packing import pack, unpack
from avtalesjekk.rules.portfolio import Neighbour

from .runs import file_reports, texts

DAYS = st.none() | st.dates()


@given(file_reports(), texts, DAYS, DAYS, st.booleans())
def test_what_is_packed_is_unpacked(
    file: FileReport,
    theme: str,
    first: date | None,
    last: date | None,
    of_today: bool,  # noqa: FBT001
) -> None:
    me = Neighbour("a.yaml", "a", True, theme, first, last, of_today, ((1, "b"), (2, theme)))  # noqa: FBT003
    one = unpack(pack(Checked(file, me, of_today)), Input("a.yaml", b"format: 1", None))
    assert (one.neighbour, one.of_today) == (me, of_today)
    assert (one.file.filename, one.file.source.text) == ("a.yaml", "format: 1")
    for before, after in zip(file.findings, one.file.findings, strict=True):
        assert after == before._replace(rule=before.rule._replace(check=None))
