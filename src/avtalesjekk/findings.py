"""Findings with their places in a file, and the reports that hold them."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from avtalesjekk.rules.rule import Level, Rule
from avtalesjekk.source.problem import Span
from avtalesjekk.source.text import SourceText

if TYPE_CHECKING:
    from avtalesjekk.rules.portfolio import Neighbour


class Related(NamedTuple):
    """Something beside a finding that the reader should see; `span` is None where it is not in the file."""

    message: str
    span: Span | None


class Edit(NamedTuple):
    """`content` in place of the text at `span`."""

    span: Span
    content: str


class Fix(NamedTuple):
    """A mend. A `safe` one certainly means the same as what it replaces."""

    message: str
    safe: bool
    edits: tuple[Edit, ...]


class Deviation(NamedTuple):
    """A deviation of the agreement's that covers a finding; `misread` where the tool, not the parties, is at fault."""

    reason: str
    approved_by: str | None
    until: date | None
    misread: bool


class Finding(NamedTuple):
    """What a rule found in a file, at a place.

    `label` says what stands at the place, `norm` is the number of the norm that it rests on (None: the format). `today`
    says that it depends on the day of the run, and so never makes `lint` fail. `deviation` sets it aside. `internal`
    says that the rule itself failed, so that nothing is known.
    """

    rule: Rule
    level: Level
    message: str
    help: str
    path: str
    span: Span
    label: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    today: bool = False
    deviation: Deviation | None = None
    norm: str | None = None
    internal: bool = False

    def fails(self, threshold: Level | None) -> bool:
        """Whether it makes `lint` fail when findings from `threshold` up do; None: none does."""
        return threshold is not None and not self.today and self.deviation is None and self.level >= threshold


class FileReport(NamedTuple):
    """The findings of one file in the order of the text, those set aside among them."""

    filename: str
    source: SourceText
    findings: tuple[Finding, ...]

    @property
    def active(self) -> tuple[Finding, ...]:
        """The findings that no deviation sets aside."""
        return tuple(finding for finding in self.findings if finding.deviation is None)

    @property
    def set_aside(self) -> tuple[Finding, ...]:
        """The findings that a deviation sets aside."""
        return tuple(finding for finding in self.findings if finding.deviation is not None)


class Checked(NamedTuple):
    """What one agreement gave: its report, how others see it (None: not at all), and whether that may change by day."""

    file: FileReport
    neighbour: "Neighbour | None"
    of_today: bool


class Report(NamedTuple):
    """The reports of all files, sorted by name, and the day of the run that they were made with."""

    files: tuple[FileReport, ...]
    today: date

    def fails(self, threshold: Level | None) -> bool:
        """Whether any finding does."""
        return any(finding.fails(threshold) for file in self.files for finding in file.findings)
