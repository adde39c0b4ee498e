"""A page of Typst, set: our own here, one of a user's own apart and within bounds; and its errors in Norwegian."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from avtalesjekk.errors import UserError
from avtalesjekk.files import why
from avtalesjekk.rendering.apart import apart
from avtalesjekk.rendering.making import templates
from avtalesjekk.rendering.writers.typesetter import PAGE, Failure, Job, typeset
from avtalesjekk.terminal import printable, quoted


def typeset_page(folder: Path, data: str, standards: tuple[str, ...]) -> bytes:
    """The PDF that the page in a folder makes of the data. Raises UserError where it makes none."""
    if folder == templates():
        done = typeset(Job(str(folder), data, standards))
    else:
        with tempfile.TemporaryDirectory() as copy:
            try:
                _copy(folder, Path(copy))
            except OSError as error:
                raise UserError(f"mappen {quoted(folder)} {why(error)}.") from None
            done = _apart(Job(copy, data, standards))
    if isinstance(done, Failure):
        raise UserError(_explained(done, folder / PAGE))
    return done


def _copy(folder: Path, copy: Path) -> None:
    """Copy what a page may read, so that links lead nowhere else and nothing waits for what never comes."""
    whole = folder.resolve()
    room = _LARGEST
    for file in _files(whole):
        size = file.stat().st_size
        room -= size
        if room < 0:
            raise UserError(f"mappen {quoted(folder)} er for stor til å være en mappe med maler.")
        target = copy / file.relative_to(whole)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _files(folder: Path) -> Iterator[Path]:
    for count, file in enumerate(folder.rglob("*")):
        if count > _MOST:
            raise UserError(f"mappen {quoted(folder)} har for mange filer til å være en mappe med maler.")
        if file.suffix.lower() in _READ and file.is_file() and file.resolve().is_relative_to(folder):
            yield file


def _apart(job: Job) -> bytes | Failure:
    """The same in a process that can be stopped: Typst is native code, which a signal does not interrupt."""
    asked = json.dumps([job.folder, job.data, job.standards]).encode()
    done = apart("avtalesjekk.rendering.writers.typesetter", asked, _SECONDS)
    if done is None:
        return Failure("den blir ikke ferdig, eller bruker for mye minne")
    return done if done.startswith(b"%PDF") else Failure(*json.loads(done))


def _explained(failure: Failure, page: Path) -> str:
    """What is wrong, and where: of a letter that no font has, which; of a page, the line and the words of Typst."""
    if missing := _MISSING.search(failure.message) or _PRIVATE.search(failure.message):
        letters = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), missing[1])
        return f"PDF-en kan ikke vise {_named(letters)}; skrifttypene har det ikke. Skriv det på en annen måte."
    where = _PLACE.search(failure.diagnostic)
    file, line = (where[1], f", linje {where[2]}") if where else (page.name, "")
    said = next((words for pattern, words in _SAID if pattern.search(failure.message)), failure.message)
    return f"malen {printable(str(page.parent / file))}{line}: {printable(said)}"


def _named(letters: str) -> str:
    codes = " ".join(f"U+{ord(letter):04X}" for letter in letters)
    return f"tegnet «{printable(letters)}» ({codes})"


_READ = frozenset((".typ", ".json", ".csv", ".toml", ".yaml", ".txt", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp",
                   ".ttf", ".otf", ".ttc", ".otc"))  # fmt: skip
_MOST = 2000
_LARGEST = 100_000_000  # bytes
_SECONDS = 20
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_PRIVATE = re.compile(r'contains the codepoint `"(.+?)"`', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(r"┌─ (?:[^\n]*\.\.[\\/])?((?:(?!\.\.[\\/])[^\n:])+\.typ):(\d+):")
_SAID = (
    (
        re.compile(r"failed to download package|package not found"),
        "den kan ikke bruke pakker; legg det den trenger, i mappen",
    ),
    (re.compile(r"file not found|access denied"), "den viser til en fil som ikke finnes i mappen"),
    (re.compile(r"missing document title"), "den sier ikke tittelen: #set document(title: avtale.tittel)"),
    (re.compile(r"would escape the project root"), "den kan ikke lese filer utenfor mappen sin"),
)
