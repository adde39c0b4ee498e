"""A run over many agreements: each checked alone, perhaps remembered, perhaps in a process beside; then compared."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from avtalesjekk.findings import Checked, Report
from avtalesjekk.inputs import Input
from avtalesjekk.rules.portfolio import PORTFOLIO_RULES, Portfolio
from avtalesjekk.rules.rule import Hit, Rule
from avtalesjekk.selection import Selection

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from avtalesjekk.remembering.memory import Memory

Found: TypeAlias = tuple[tuple[Rule, Hit], ...]
Watch: TypeAlias = Callable[[Iterable[Checked], int], Iterable[Checked]]

_ENOUGH_TO_SHARE = 100  # agreements; for fewer it takes longer to start a process than to check them
_SHARE = 16  # so many are handed to a process at a time
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
        if self.processes > 1 and len(tasks) >= _ENOUGH_TO_SHARE and _can_fork():
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
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 (few runs are so large)
        from multiprocessing import get_context  # noqa: PLC0415

        gc.freeze()  # what is there now is shared with them as long as nobody touches it
        alone = self._replace(processes=1, watch=None)
        workers = ProcessPoolExecutor(self.processes, get_context("fork"), initializer=_leave_signals)
        return self._unpacked(workers, workers.map(alone.packed, tasks, chunksize=_SHARE), tasks)

    def packed(self, task: Task) -> bytes:
        """What a task gives, packed."""
        from avtalesjekk.remembering.packing import pack  # noqa: PLC0415

        return pack(self._one(task))

    def _unpacked(self, workers: "Executor", packed: Iterator[bytes], tasks: Sequence[Task]) -> Iterator[Checked]:
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415

        from avtalesjekk.remembering.packing import unpack  # noqa: PLC0415

        done = 0
        try:
            for one in packed:
                yield unpack(one, tasks[done].file)
                done += 1
        except BrokenExecutor:  # the system has stopped a process: for want of memory, say
            yield from map(self._one, tasks[done:])
        finally:
            workers.shutdown(cancel_futures=True)


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


def _can_fork() -> bool:
    """Whether processes can be begun from this one, with all that it has loaded; on macOS that is not safe."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def _leave_signals() -> None:
    """Let Ctrl-C be for the process that began this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def cores() -> int:
    """How many processes can run at once, as far as the system lets this one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
