"""Where the files go, in which formats."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import quoted

SUFFIXES: Mapping[str, str] = {
    ".md": "md",
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
ON_STDOUT = frozenset(("md", "txt", "html"))


def formats_of(asked: Sequence[str], output: Path | None) -> tuple[str, ...]:
    """The formats: those asked for, else the one that the output's name has, else md.

    Raises UserError where the name says nothing, or another format than the one asked for.
    """
    named = SUFFIXES.get(output.suffix.lower()) if output is not None and not output.is_dir() else None
    if asked:
        if named is not None and named not in asked:
            raise UserError(f"{quoted(Path(output or ''))} er et navn på en {named}-fil, og --format er {asked[0]}.")
        return tuple(dict.fromkeys(asked))
    if output is None or output.is_dir():
        return ("md",)
    if named is None:
        names = ", ".join(sorted(set(SUFFIXES.values())))
        raise UserError(f"{quoted(output)} har ingen kjent endelse; skriv --format ({names}).")
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
        raise UserError(f"{quoted(output)} må være en mappe når det er flere filer eller formater.")
    found = {(source, form): _target(source, form, output, many=many) for source in sources for form in formats}
    for folder in {target.parent for target in found.values() if target is not None}:
        if not (folder.is_dir() or (many and folder == output and folder.parent.is_dir())):
            raise UserError(f"mappen {quoted(folder)} finnes ikke.")
    for target in filter(None, found.values()):
        _check(target, ours=target != output)
    places = [os.path.realpath(target) for target in found.values() if target is not None]
    for agreement in sources:
        if os.path.realpath(agreement) in places:
            raise UserError(f"{quoted(agreement)} er avtalen selv, og blir ikke skrevet over.")
    twice = sorted({place for place in places if places.count(place) > 1})
    if twice:
        raise UserError(f"flere av avtalene ville blitt skrevet til {quoted(Path(Path(twice[0]).name))}.")
    return found


def _check(target: Path, *, ours: bool) -> None:
    """Raise UserError for what is no plain file, and, where the name is `ours`, for a link out of its folder."""
    if target.exists() and not target.is_file():
        raise UserError(f"{quoted(target)} er ikke en vanlig fil.")
    if ours and target.is_symlink() and _leads_out(target):
        raise UserError(f"{quoted(target)} er en lenke ut av mappen, og blir ikke skrevet over.")


def _leads_out(link: Path) -> bool:
    """Whether a link shows to another folder than its own."""
    return Path(os.path.realpath(link)).parent != Path(os.path.realpath(link.parent))


def _target(source: Path, form: str, output: Path | None, *, many: bool) -> Path | None:
    if output is None:
        return None if form in ON_STDOUT and not many else source.with_suffix(f".{form}")
    return output / f"{source.stem}.{form}" if many or output.is_dir() else output
