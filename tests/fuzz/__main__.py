"""`python -m tests.fuzz TARGET … --seconds N --folder FOLDER`: fuzzing as long as one likes, and an account of it."""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from .failures import shortened
from .seeds import seeds
from .targets import TARGETS

_REPLAY = 240  # seconds at most


def main() -> int:
    """Fuzz the targets one after the other; 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="of a core, for each target")
    parser.add_argument(
        "--folder", type=Path, required=True, help="for seeds, corpus and failures, outside the project"
    )
    given = parser.parse_args()
    folder = given.folder.resolve()
    return max([_fuzz(name, folder, given.seconds) for name in given.targets or TARGETS])


def _fuzz(name: str, folder: Path, seconds: int) -> int:
    for part in ("seeds", "corpus", "failures"):
        (folder / part / name).mkdir(parents=True, exist_ok=True)
    for data in seeds(name, folder / "cache"):
        (folder / "seeds" / name / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    for old in folder.glob(f"{name}.*.json"):
        old.unlink()
    _guide(name, folder, seconds)
    subprocess.run([sys.executable, "-m", "tests.fuzz.replay", name, str(folder), str(_REPLAY)], check=False)
    return _tell(name, folder)


def _guide(name: str, folder: Path, seconds: int) -> None:
    """Run atheris until it has had its time of a core; a process that ends of itself has found something."""
    end = _used() + seconds
    seed = 1
    with (folder / f"{name}.libfuzzer.log").open("wb") as log:
        while (left := round(end - _used())) > 0:
            command = [sys.executable, "-m", "tests.fuzz.guided", name, str(folder), str(left), str(seed)]
            code = subprocess.run(command, check=False, stdout=log, stderr=log).returncode
            if code and (folder / f"{name}.current").exists():
                (folder / f"{name}.current").rename(folder / "failures" / name / f"ended-{code}-{seed}")
            seed += 1


def _used() -> float:
    """Seconds of a core that the processes begun here have had so far."""
    times = os.times()
    return times.children_user + times.children_system


def _tell(name: str, folder: Path) -> int:
    runs = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob(f"{name}.[0-9]*.json"))]
    counts = sum((Counter(run["failures"]) for run in runs), Counter[str]())
    place = folder / f"{name}.coverage.json"
    reached = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
    found = folder / "failures" / name
    for kind in counts:
        (found / f"{kind}.short").write_bytes(shortened(TARGETS[name], (found / kind).read_bytes()))
    ended = sorted(path.name for path in found.glob("ended-*"))
    told = {
        "target": name,
        "executions": sum(run["executions"] for run in runs),
        "seconds": sum(run["seconds"] for run in runs),
        "coverage": reached,
        "failures": counts,
        "ended": ended,
    }
    text = json.dumps(told, indent=1)
    (folder / f"{name}.summary.json").write_text(text + "\n", encoding="utf-8")
    sys.stdout.write(text + "\n")
    return int(bool(counts or ended))


if __name__ == "__main__":
    sys.exit(main())
