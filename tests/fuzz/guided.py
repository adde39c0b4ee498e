"""The process that atheris runs a target in: `python -m tests.fuzz.guided TARGET FOLDER SECONDS SEED`."""

import importlib
import json
import pkgutil
import sys
import time
from pathlib import Path
from random import Random

LARGEST = {"verify": 100_000}  # a PDF has no smaller form
_LARGEST = 20_000
_OWN = 0.4  # of the mutations are atheris' own
_EVERY = 5  # seconds of a core between two accounts of the run

atheris = importlib.import_module("atheris")  # has no types, and is not everywhere

with atheris.instrument_imports(include=["avtalesjekk"]):
    import avtalesjekk

    for _module in pkgutil.walk_packages(avtalesjekk.__path__, "avtalesjekk."):  # they are loaded late, where needed
        if not _module.name.endswith("__main__"):
            importlib.import_module(_module.name)

from .failures import Failures  # noqa: E402 (what is fuzzed is imported first)
from .mutate import mutate  # noqa: E402
from .seeds import agreements  # noqa: E402
from .stock import stock  # noqa: E402
from .targets import TARGETS  # noqa: E402


def main(name: str, folder: Path, seconds: int, seed: int) -> None:
    """Run a target for at most some seconds. The account and the failures are files; libFuzzer itself says little."""
    failures = Failures(folder / "failures" / name)
    target = TARGETS[name]
    most = LARGEST.get(name, _LARGEST)
    parts = stock(agreements())
    account, current = folder / f"{name}.{seed}.json", folder / f"{name}.current"
    executions, said = 0, 0.0

    def one(data: bytes) -> None:
        nonlocal executions, said
        current.write_bytes(data)  # what ended the process, where it ends
        well = failures.run(target, data)
        executions += 1
        used = time.process_time()
        if not well or used - said > _EVERY:
            said = used
            told = {"executions": executions, "seconds": round(used), "failures": failures.counts}
            account.write_text(json.dumps(told), encoding="utf-8")

    def mutated(data: bytes, largest: int, number: int) -> bytes:
        random = Random(number)  # noqa: S311 (no secret)
        if random.random() < _OWN:
            return bytes(atheris.Mutate(data, largest))
        return mutate(data, random, parts, largest)

    folders = [folder / "corpus" / name, folder / "seeds" / name]
    arguments = [f"-max_total_time={seconds}", f"-max_len={most}", f"-seed={seed}", "-rss_limit_mb=6000"]
    arguments += [
        "-timeout=1200",
        "-use_value_profile=0",
        "-print_final_stats=1",
        "-verbosity=1",
        f"-artifact_prefix={folder}/",
    ]
    atheris.Setup([sys.argv[0], *arguments, *map(str, folders)], one, custom_mutator=mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
