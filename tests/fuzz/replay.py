"""The corpus of a target run again with coverage counted: `python -m tests.fuzz.replay TARGET FOLDER SECONDS`."""

import json
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import coverage

ROOT = Path(__file__).parents[2]


def main(name: str, folder: Path, seconds: int) -> None:
    """Write how much of the program the corpus reaches, of which lines, as `TARGET.coverage.json`."""
    counted = coverage.Coverage(data_file=None, branch=False, source_pkgs=["avtalesjekk"], config_file=False)
    counted.start()
    from .failures import Failures  # noqa: PLC0415 (what is imported counts too)
    from .targets import TARGETS  # noqa: PLC0415

    files = sorted(path for part in ("seeds", "corpus") for path in (folder / part / name).iterdir())
    Random(0).shuffle(files)  # noqa: S311 (no secret)
    failures = Failures(folder / "failures" / f"{name}-again")
    start, done = time.monotonic(), 0
    for path in files:
        failures.run(TARGETS[name], path.read_bytes())
        done += 1
        if time.monotonic() - start > seconds:
            break
    counted.stop()
    counted.json_report(outfile=str(folder / f"{name}.lines.json"))
    told = json.loads((folder / f"{name}.lines.json").read_text(encoding="utf-8"))
    answer = {
        "replayed": done,
        "corpus": len(files),
        "percent": round(told["totals"]["percent_covered"], 1),
        "lines": told["totals"]["covered_lines"],
        "of": told["totals"]["num_statements"],
        "parts": _parts(told["files"]),
    }
    (folder / f"{name}.coverage.json").write_text(json.dumps(answer), encoding="utf-8")


def _parts(files: Mapping[str, Any]) -> dict[str, str]:
    """Of each part of the program that is reached: the lines that are, of how many."""
    reached: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    for name, file in files.items():
        part = name.rpartition("avtalesjekk/")[2].partition("/")[0]
        reached[part] += file["summary"]["covered_lines"]
        all_[part] += file["summary"]["num_statements"]
    return {part: f"{lines} of {all_[part]}" for part, lines in sorted(reached.items()) if lines}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
