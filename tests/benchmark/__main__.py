"""`python -m tests.benchmark`: how fast it is beside others of its kind, as the table in the README has it.

Needs `pip install '.[bench]'`, and valgrind for what is counted in instructions. Takes half an hour. The arguments are
the numbers of the measurements to make; without any, all are made.
"""

import gc
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from avtalesjekk.cli.process import SELDOM
from avtalesjekk.inputs import Input
from avtalesjekk.linting import check
from avtalesjekk.selection import select

from .agreements import agreement, agreements
from .measures import instructions, mebibytes, ratio, seconds
from .shapes import SHAPES

BIN = Path(sys.executable).parent
PROGRAM = str(BIN / "avtalesjekk")
LINT = (PROGRAM, "lint", "--dato=2026-11-22")
EMPTY = 'import typer\napp = typer.Typer()\n\n@app.command()\ndef main() -> None:\n    """Nothing."""\n\napp()\n'
SOME, MANY, VERY_MANY = 20, 1000, 10_000
LARGE = 1_000_000
SHAPED = 10_000


class Row(NamedTuple):
    """A line of the table: what is measured against what, what it came to, and what it may be at most."""

    number: int
    what: str
    found: float
    at_most: float | None


def made(folder: Path) -> None:
    """Make all that is measured with."""
    (folder / "tom.py").write_text(EMPTY)
    (folder / "yamllint.yaml").write_text("rules: {}\n")
    for name, number in (("en", 1), ("noen", SOME), ("flere", SOME * 10), ("mange", MANY), ("alle", VERY_MANY)):
        for file, text in agreements(number):
            (folder / name).mkdir(exist_ok=True)
            (folder / name / file).write_text(text, encoding="utf-8")
    (folder / "stor").mkdir()
    (folder / "stor" / "avtale.yaml").write_text(agreement(0, LARGE), encoding="utf-8")
    schema = subprocess.run((PROGRAM, "schema"), capture_output=True, check=True).stdout
    (folder / "skjema.json").write_bytes(schema)


def whole_processes(folder: Path) -> Iterator[Row]:
    """One agreement and a thousand, anew and unchanged, beside the peers."""
    for number, name, runs, anew, unchanged in ((1, "en", 15, 0.8, 1.3), (2, "mange", 3, 0.6, 0.1)):
        files = sorted(str(file.relative_to(folder)) for file in (folder / name).iterdir())
        commands: list[tuple[str, ...]] = [
            (str(BIN / "check-jsonschema"), "--schemafile", "skjema.json", *files),
            (*LINT, "--no-cache", name),
            (*LINT, "--cache-dir=husket", name),
        ]
        if number == 1:  # yamllint takes half a minute for a thousand
            commands += (sys.executable, "tom.py"), (str(BIN / "yamllint"), "-c", "yamllint.yaml", name)
        peer, cold, warm, *others = seconds(commands, folder, runs)
        agreements_ = "1 agreement" if number == 1 else f"{MANY} agreements"
        yield Row(number, f"{agreements_}, `--no-cache` / check-jsonschema", cold / peer, anew)
        if others:
            empty, yamllint = others
            yield Row(number, f"{agreements_}, `--no-cache` / yamllint without rules", cold / yamllint, None)
            yield Row(number, f"{agreements_}, unchanged / empty typer program", warm / empty, unchanged)
        else:
            yield Row(number, f"{agreements_}, unchanged / check-jsonschema", warm / peer, unchanged)


def one_process(folder: Path) -> Iterator[Row]:
    """All that is done for a file beside what the C parser takes to compose its nodes."""
    files = [Input.named(file.name, file.read_bytes()) for file in sorted((folder / "flere").iterdir())]
    codes, today = select(), date(2026, 11, 22)
    gc.set_threshold(*SELDOM)  # as the program has it

    def ours(file: Input) -> None:
        check(file, today, codes)

    def composed(file: Input) -> None:
        YAML(typ="safe", pure=False).compose(file.data)

    for file in files:
        ours(file)  # what is compiled and remembered at the first need
    yield Row(
        3, "all of `lint` for a file / composing its nodes with ruamel.yaml's C parser", ratio(ours, composed, files), 4
    )


def growth(folder: Path) -> Iterator[Row]:
    """How the work grows with the files and with one file, in instructions; and the memory of very many files."""

    def counted(*args: str) -> int:
        return instructions((*LINT, "--no-cache", *args), folder)

    one = counted("en")  # nearly all of it is to begin
    a_file_of_some, a_file_of_more = (counted("noen") - one) / (SOME - 1), (counted("flere") - one) / (10 * SOME - 1)
    yield Row(4, "10 times the files, instructions without the start", 10 * a_file_of_more / a_file_of_some, 10.5)
    large = counted("stor") - (one - a_file_of_some)
    yield Row(4, "a file of 1 MB / one of 10 KB, instructions without the start", large / a_file_of_some, 120)
    worst = max((_times(shape, 10), name) for name, shape in SHAPES.items())
    yield Row(4, f"100 KB / 10 KB of one thing, the worst of {len(SHAPES)} («{worst[1]}»), time", worst[0], None)
    yield Row(4, "10 000 agreements, MiB", mebibytes((*LINT, "--no-cache", "alle"), folder), 300)


def _times(shape: Callable[[int], bytes], times: int) -> float:
    """How many times the work is for an agreement of a shape that is so many times as large."""
    small, large = (Input.named("avtale.yaml", shape(size)) for size in (SHAPED, SHAPED * times))
    codes, today = select(), date(2026, 11, 22)
    check(small, today, codes)
    return ratio(
        lambda file: check(file[0], today, codes), lambda file: check(file[1], today, codes), [(large, small)], 3
    )


def light_commands(folder: Path) -> Iterator[Row]:
    """What explains the program beside an empty one."""
    completing = ("env", "_AVTALESJEKK_COMPLETE=complete_bash", "COMP_WORDS=avtalesjekk li", "COMP_CWORD=1", PROGRAM)
    commands = {
        "`--help`": (PROGRAM, "--help"),
        "`rule MA503`": (PROGRAM, "rule", "MA503"),
        "completion": completing,
    }
    empty, *others = seconds([(sys.executable, "tom.py"), *commands.values()], folder, 15)
    for what, taken in zip(commands, others, strict=True):
        yield Row(5, f"{what} / empty typer program", taken / empty, 1.5)


MEASUREMENTS: tuple[tuple[frozenset[int], Callable[[Path], Iterator[Row]]], ...] = (
    (frozenset({1, 2}), whole_processes),
    (frozenset({3}), one_process),
    (frozenset({4}), growth),
    (frozenset({5}), light_commands),
)


def main() -> None:
    """Measure, and write the table."""
    asked = frozenset(map(int, sys.argv[1:])) or frozenset(range(1, 6))
    names = ("avtalesjekk", "check-jsonschema", "yamllint", "typer", "pydantic", "ruamel.yaml")
    print(f"Python {platform.python_version()}, {', '.join(f'{name} {version(name)}' for name in names)}\n")
    print("| | ratio | measured | at most |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as place:
        made(Path(place))
        for numbers, measure in MEASUREMENTS:
            if numbers & asked:
                for row in measure(Path(place)):
                    at_most = "–" if row.at_most is None else f"{row.at_most:g}"
                    print(f"| {row.number} | {row.what} | {row.found:.3g} | {at_most} |", flush=True)


if __name__ == "__main__":
    main()
