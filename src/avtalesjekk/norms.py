"""The norms that the rules rest on: what the working group's report of 2006 asks for, in our own words."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Norm(NamedTuple):
    """A norm: its number, chapter and lines, how strongly it is put, and why no rule rests on it."""

    nr: str
    kapittel: str
    linjer: str
    styrke: str
    tekst: str
    grunn: str = ""

    @property
    def place(self) -> str:
        """Where it stands: «rapporten, kapittel 4.2», «rapporten, mønsteravtalen, punkt 5»."""
        return f"rapporten, {'kapittel ' if self.kapittel[0].isdigit() else ''}{self.kapittel}"


@cache
def norms() -> dict[str, Norm]:
    """All norms by their number, in the order of the report."""
    rows = tomllib.loads(Path(__file__).with_name("norms.toml").read_text(encoding="utf-8"))["norm"]
    return {row["nr"]: Norm(**row) for row in rows}
