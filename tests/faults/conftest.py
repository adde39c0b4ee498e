"""The program in processes of its own, each with a fault in it, and the folders it works in."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from .agreements import GOOD, WRONG

CHILDREN = Path(__file__).with_name("children.py")
DAY = "--dato=2026-11-22"
LOADED = (  # all that a run without the right to read the modules has use for
    ["lint", "b.yaml", "--fix", "-q", "--output-format=concise", DAY],
    ["lint", "a.yaml", "--report=sarif=a.sarif", "--report=json=a.json", DAY],
    *(["render", "a.yaml", "--utkast", "-o", f"a.{form}", DAY] for form in ("md", "txt", "html", "docx")),
    ["new", "c.yaml", DAY],
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: what changed files in it is named in `seen`, unless it was killed."""

    code: int
    out: str
    err: str
    seen: tuple[str, ...] = ()
    calls: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A run of the program in a folder, and what goes wrong in it, where."""

    folder: Path
    args: tuple[str, ...]
    fault: str = ""
    at: int = 0


class Program:
    """The program, loaded once and run in children."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._count = 0
        self._names: list[Path] = []
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "GITHUB"))
        }
        environment |= {
            "COLUMNS": "100",
            "NO_COLOR": "1",
            "XDG_CACHE_HOME": str(place / "husket"),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        for name, text in (("a", GOOD), ("b", WRONG)):
            (place / f"{name}.yaml").write_text(text, encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, str(CHILDREN), json.dumps(LOADED)],
            cwd=place,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )

    def run(self, folder: Path, *args: str, fault: str = "", at: int = 0) -> Ended:
        """One run, from beginning to end."""
        self.start(Wanted(folder, args, fault, at))
        return self.ended()[0]

    def start(self, *runs: Wanted) -> None:
        """Start runs at the same time."""
        self._names = [self._place / f"{self._count + number}" for number, _ in enumerate(runs)]
        self._count += len(runs)
        asked = [
            {"args": run.args, "folder": str(run.folder), "said": str(name), "fault": run.fault, "at": run.at}
            for run, name in zip(runs, self._names, strict=True)
        ]
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()

    def ended(self) -> tuple[Ended, ...]:
        """How the runs that were started have ended, in their order."""
        assert self._process.stdout
        codes = json.loads(self._process.stdout.readline())
        return tuple(_ended(name, code) for name, code in zip(self._names, codes, strict=True))

    def waits(self) -> bool:
        """Whether the first run waits where it was told to; it has then not ended."""
        return _appears(self._names[0].with_suffix(".here"), self._names[0].with_suffix(".seen"))

    def let_on(self) -> None:
        """Let it go on."""
        self._names[0].with_suffix(".go").touch()

    def close(self) -> None:
        """End it."""
        self._process.communicate(timeout=60)


def _appears(file: Path, instead: Path) -> bool:
    for _ in range(4000):
        if file.exists():
            return True
        if instead.exists():
            return False
        time.sleep(0.005)
    raise AssertionError(file)


def _ended(name: Path, code: int) -> Ended:
    out, err = (name.with_suffix(suffix).read_text(encoding="utf-8") for suffix in (".out", ".err"))
    file = name.with_suffix(".seen")
    seen = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    return Ended(code, out, err, (), seen) if isinstance(seen, int) else Ended(code, out, err, tuple(seen))


@pytest.fixture(scope="package")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    loaded = Program(tmp_path_factory.mktemp("program"))
    yield loaded
    loaded.close()


def fill(folder: Path, files: Mapping[str, bytes]) -> Path:
    """A new folder with the files."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    """What a folder and those below it hold."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
