"""Typst run on a page; as a program, on a job from standard input, within bounds of memory and without a network."""

import json
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import typst

from avtalesjekk.rendering.apart import bounded

PAGE = "side.typ"


@dataclass(frozen=True, slots=True)
class Job:
    """A page in a folder, the data that it is set with, and the standards that the file is to meet."""

    folder: str
    data: str
    standards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """What Typst said was wrong, and the frame that shows where."""

    message: str
    diagnostic: str = ""


def typeset(job: Job) -> bytes | Failure:
    """The PDF, or what is wrong."""
    try:
        made = typst.compile(
            str(Path(job.folder) / PAGE),
            root=job.folder,
            format="pdf",
            font_paths=[job.folder],
            ignore_system_fonts=True,
            package_path=job.folder,  # no packages but what lies there
            package_cache_path=job.folder,
            sys_inputs={"avtale": job.data},
            pdf_standards=cast("list[typst.PDFStandard]", list(job.standards)),
            timestamp=_DAY,
        )
    except typst.TypstError as error:
        return Failure(error.message, error.diagnostic)
    assert isinstance(made, bytes)  # noqa: S101 (a PDF is one file)
    return made


def main() -> None:
    """Run the job on standard input; on standard output goes the PDF, or what is wrong as JSON."""
    bounded(_MEMORY)
    folder, data, standards = json.load(sys.stdin.buffer)
    os.chdir(folder)  # so that errors name the files as the folder does
    done = typeset(Job(folder, data, tuple(standards)))
    said = json.dumps([done.message, done.diagnostic]).encode() if isinstance(done, Failure) else done
    sys.stdout.buffer.write(said)


_DAY = datetime(2006, 1, 1, tzinfo=UTC)  # the same in every file, so that the same text gives the same bytes
_MEMORY = 600_000_000

if __name__ == "__main__":
    main()
