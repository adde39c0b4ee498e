"""A run over many agreements: each checked alone, perhaps remembered, perhaps in a process beside; then compared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from avtalesjekk.findings import Checked, Report
from avtalesjekk.inputs import Input
from avtalesjekk.rules.portfolio import PORTFOLIO_RULES, Portfolio
from avtalesjekk.rules.rule import Hit, Rule
from avtalesjekk.selection import Selection
from avtalesjekk.sharing import can_share, shared

if TYPE_CHECKING:
    from avtalesjekk.remembering.memory import Memory

Found: TypeAlias = tuple[tuple[Rule, Hit], ...]
Watch: TypeAlias = Callable[[Iterable[Checked], int], Iterable[Checked]]

_ENOUGH_TO_SHARE = 100  # agreements; for fewer it takes longer to start a process than to check them
_NO_RULES = Selection(just=frozenset())


class Task(NamedTuple):
    """A file to check, the rules to check it against, and what comparing it with others has found."""

    file: Input
    rules: Selection
    among_others: Found = ()


class Run(NamedTuple):
    """Checks on one day, against `rules` where files have none of their own.

    `memory` is what earlier runs have found, None where nothing is remembered; `processes` is how many may share the
    work. What is found is the same with and without. `watch` sees what is checked go by, and how much there is.
    """

    today: date
    rules: Selection
    memory: "Memory | None" = None
    processes: int = 1
    to_sign: bool = False
    watch: Watch | None = None

    def report(self, inputs: Sequence[Input], neighbours: Callable[[], Iterable[Input]] = tuple) -> Report:
        """Check agreements; `neighbours` gives the others in their folders, and is called where a rule needs them."""
        tasks = [Task(file, file.rules or self.rules) for file in inputs]
        checked = self._check(tasks, self.watch)
        if any(task.rules.takes(entry.rule) for entry in PORTFOLIO_RULES for task in tasks):
            beside = [Task(file, _NO_RULES) for file in neighbours()]
            portfolio = _portfolio([*zip(tasks, checked, strict=True), *zip(beside, self._check(beside), strict=True)])
            compared = (_compared(task, one, portfolio) for task, one in zip(tasks, checked, strict=True))
            again = [(i, task) for i, task in enumerate(compared) if task is not None]
            for (i, _), better in zip(again, self._check([task for _, task in again]), strict=True):
                checked[i] = better
        return Report(tuple(sorted((one.file for one in checked), key=lambda file: file.filename)), self.today)

    def _check(self, tasks: Sequence[Task], watch: Watch | None = None) -> list[Checked]:
        """What the tasks give, in their order."""
        remembered = [self._recalled(task) for task in tasks]
        rest = [task for task, known in zip(tasks, remembered, strict=True) if known is None]
        made = self._made(rest)
        fresh = iter(watch(made, len(rest)) if watch else made)
        return [known or next(fresh) for known in remembered]

    def _recalled(self, task: Task) -> Checked | None:
        if self.memory is None:
            return None
        from avtalesjekk.remembering.packing import unpack  # noqa: PLC0415 (only where something may be remembered)

        packed = self.memory.recall(self.memory.key(task))
        try:
            return unpack(packed, task.file) if packed is not None else None
        except (ValueError, TypeError, LookupError):  # as good as damaged
            return None

    def _made(self, tasks: Sequence[Task]) -> Iterable[Checked]:
        if self.processes > 1 and len(tasks) >= _ENOUGH_TO_SHARE and can_share():
            return self._shared(tasks)
        return map(self._one, tasks)

    def _one(self, task: Task) -> Checked:
        from avtalesjekk.linting import check  # noqa: PLC0415 (pydantic and ruamel.yaml are loaded here)

        checked = check(task.file, self.today, task.rules.codes, task.among_others, to_sign=self.to_sign)
        if self.memory is not None and not any(finding.internal for finding in checked.file.findings):
            from avtalesjekk.remembering.packing import pack  # noqa: PLC0415

            self.memory.keep(self.memory.key(task), pack(checked), of_today=checked.of_today)
        return checked

    def _shared(self, tasks: Sequence[Task]) -> Iterator[Checked]:
        """The same by processes beside, which begin at once; what they give comes back packed."""
        import avtalesjekk.linting  # noqa: F401, PLC0415 (they share what is loaded)

        return self._unpacked(shared(self._replace(processes=1, watch=None).packed, tasks, self.processes), tasks)

    def packed(self, task: Task) -> bytes:
        """What a task gives, packed."""
        from avtalesjekk.remembering.packing import pack  # noqa: PLC0415

        return pack(self._one(task))

    def _unpacked(self, packed: Iterator[bytes | None], tasks: Sequence[Task]) -> Iterator[Checked]:
        from avtalesjekk.remembering.packing import unpack  # noqa: PLC0415

        for task, one in zip(tasks, packed, strict=True):
            yield unpack(one, task.file) if one is not None else self._one(task)


def _compared(task: Task, checked: Checked, portfolio: Portfolio) -> Task | None:
    """The task with what comparing its agreement with the others has found; None where that is nothing."""
    me = checked.neighbour
    if me is None:
        return None
    found = tuple(
        (entry.rule, hit)
        for entry in PORTFOLIO_RULES
        if task.rules.takes(entry.rule)
        for hit in entry.compare(me, portfolio)
    )
    return task._replace(among_others=found) if found else None


def _portfolio(among: Iterable[tuple[Task, Checked]]) -> Portfolio:
    known = [(task.file.stem, checked.neighbour) for task, checked in among]
    return Portfolio(
        (neighbour for _, neighbour in known if neighbour),
        (stem for stem, neighbour in known if stem and not neighbour),
    )
