"""Where the files go, and writing each of them whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

SUFFIXES: Mapping[str, str] = {".md": "md", ".txt": "txt", ".html": "html", ".htm": "html", ".docx": "docx"}
ON_STDOUT = frozenset(("md", "txt", "html"))


def formats_of(asked: Sequence[str], output: Path | None) -> tuple[str, ...]:
    """The formats: those asked for, else the one that the output's name has, else md.

    Raises UserError where the name says nothing, or another format than the one asked for.
    """
    named = SUFFIXES.get(output.suffix.lower()) if output is not None and not output.is_dir() else None
    if asked:
        if named is not None and named not in asked:
            raise UserError(f"{_quoted(Path(output or ''))} er et navn på en {named}-fil, og --format er {asked[0]}.")
        return tuple(dict.fromkeys(asked))
    if output is None or output.is_dir():
        return ("md",)
    if named is None:
        names = ", ".join(sorted(set(SUFFIXES.values())))
        raise UserError(f"{_quoted(output)} har ingen kjent endelse; skriv --format ({names}).")
    return (named,)


def targets(
    sources: Sequence[Path], formats: Sequence[str], output: Path | None
) -> dict[tuple[Path, str], Path | None]:
    """Where each source goes in each format; None is standard output.

    A folder that is not there is made when the files are written. Raises UserError where two would be the same file, or
    one would be a source.
    """
    many = len(sources) * len(formats) > 1
    if output is not None and many and (output.is_file() or output.suffix.lower() in SUFFIXES):
        raise UserError(f"{_quoted(output)} må være en mappe når det er flere filer eller formater.")
    found = {(source, form): _target(source, form, output, many=many) for source in sources for form in formats}
    for folder in {target.parent for target in found.values() if target is not None}:
        if not (folder.is_dir() or (many and folder == output and folder.parent.is_dir())):
            raise UserError(f"mappen {_quoted(folder)} finnes ikke.")
    for target in found.values():
        if target is not None and target.exists() and not target.is_file():
            raise UserError(f"{_quoted(target)} er ikke en vanlig fil.")
    places = [os.path.realpath(target) for target in found.values() if target is not None]
    for agreement in sources:
        if os.path.realpath(agreement) in places:
            raise UserError(f"{_quoted(agreement)} er avtalen selv, og blir ikke skrevet over.")
    twice = sorted({place for place in places if places.count(place) > 1})
    if twice:
        raise UserError(f"flere av avtalene ville blitt skrevet til {_quoted(Path(Path(twice[0]).name))}.")
    return found


def _target(source: Path, form: str, output: Path | None, *, many: bool) -> Path | None:
    if output is None:
        return None if form in ON_STDOUT and not many else source.with_suffix(f".{form}")
    return output / f"{source.stem}.{form}" if many or output.is_dir() else output


def write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write the files beside their places first, and move them there when all of them are written."""
    written: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, data in files:
            path.parent.mkdir(exist_ok=True)
            written.append((_beside(path, data), path))
        for temporary, path in written:
            temporary.replace(os.path.realpath(path))
    except OSError as error:
        raise UserError(f"{_quoted(path)} kan ikke skrives{_REASONS.get(error.errno or 0, '')}.") from None
    finally:
        for temporary, _ in written:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


_REASONS = {
    errno.EACCES: ": du har ikke tilgang",
    errno.EPERM: ": du har ikke tilgang",
    errno.EROFS: ": disken kan bare leses",
    errno.ENOSPC: ": det er ikke mer plass på disken",
    errno.EISDIR: ": det er en mappe",
    errno.ENAMETOOLONG: ": navnet er for langt",
}


def _beside(path: Path, data: bytes) -> Path:
    """A file with the bytes in the folder of a path, with the mode that a file there has or would have."""
    place = Path(os.path.realpath(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    mask = os.umask(0)
    os.umask(mask)
    Path(name).chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~mask)
    return Path(name)


def _quoted(path: Path) -> str:
    return f"«{printable(str(path))}»"
