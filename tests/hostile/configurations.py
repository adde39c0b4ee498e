"""Configuration files that are made to do harm."""

import os
from collections.abc import Callable
from pathlib import Path

from .row import Make, Row

_LINT = ("lint", "--dato=2026-11-22", "-q", "god.yaml")
_STEPS = "a." * 30


def _toml(text: str | bytes, name: str = "avtalesjekk.toml") -> Make:
    data = text if isinstance(text, bytes) else text.encode()
    return lambda folder: (folder / name).write_bytes(data)


def _at(make: Callable[[Path], object], name: str = "avtalesjekk.toml") -> Make:
    return lambda folder: make(folder / name)


def _row(name: str, make: Make, *said: str, code: int = 2, args: tuple[str, ...] = _LINT) -> Row:
    return Row(f"oppsett-{name}", make, args, code, said)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10**12)


CONFIGURATIONS = (
    _row("stort", _at(_sparse), "er for stor til å være et oppsett"),
    _row("dypt", _toml("a = " + "[" * 100_000), "filen er ikke gyldig TOML"),
    _row("lang-nøkkel", _toml("x." * 200_000 + "x = 1"), "det tar for lang tid å lese filen"),
    _row("lang-nøkkel-i-krøll", _toml("x = {" + "x." * 200_000 + "x = 1}"), "det tar for lang tid å lese filen"),
    _row("mange-tabeller", _toml("".join(f"[a.{_STEPS}b{i}]\n" for i in range(6000))), "avtalesjekk.toml"),
    _row("tvetydig-linje", _toml(f'select = "{"MA0,"}"\nnei = """\n{_STEPS * 3}\n"""'), "valget «nei» finnes ikke"),
    _row("åpen-klamme", _toml(f'nei = """\n[a{" " * 400_000}\n"""'), "valget «nei» finnes ikke"),
    _row("Latin-1", _toml(b"select = '\xe5'"), "er ikke UTF-8"),
    _row("NUL", _toml("select = '\0'"), "filen er ikke gyldig TOML"),
    _row("styretegn", _toml('"\\u001b[31m\\u009b\\u202e" = 1'), "valget «\\x1b[31m\\x9b\\u202e» finnes ikke"),
    _row("styretegn-i-verdi", _toml('output-format = "\\u001b]8;;x\\u0007"'), "«\\x1b]8;;x\\x07» kan ikke stå"),
    _row(
        "styretegn-vist",
        _toml('mal = "\\u001b[31m\\u202e"'),
        "\\u001b[31m\\u202e",
        code=0,
        args=("lint", "--show-config"),
    ),
    _row(
        "rør-navngitt",
        _at(os.mkfifo, "a.toml"),
        "er ikke en vanlig fil",
        args=("lint", "--config", "a.toml", "god.yaml"),
    ),
    _row(
        "endeløs-navngitt", lambda _: None, "er ikke en vanlig fil", args=("lint", "--config", "/dev/zero", "god.yaml")
    ),
    _row("rør", _at(os.mkfifo), code=0),
    _row("rør-delt", _at(os.mkfifo, "pyproject.toml"), code=0),
    _row("endeløs", _at(lambda path: path.symlink_to("/dev/zero")), code=0),
    _row("mappe", _at(Path.mkdir), code=0),
    _row("ring", _at(lambda path: path.symlink_to(path.name)), code=0),
    _row(
        "stjerner",
        _toml(f'force-exclude = true\nexclude = ["{"*a" * 240}", "{"**/" * 160}b", "{"**/a/" * 80}*"]'),
        code=0,
    ),
    _row(
        "klammer", _toml(f'force-exclude = true\nexclude = ["{"[" * 500}", "{"[!a-" * 100}", "{"?*" * 200}"]'), code=0
    ),
    _row("langt-mønster", _toml(f'exclude = "{"*a" * 100_000}"'), "1:1: et mønster er lengre enn 500 tegn."),
    _row(
        "mange-mønstre",
        _toml(f"exclude = [{','.join(f'{chr(34)}a{i}{chr(34)}' for i in range(40_000))}]"),
        "1:1: mønstrene er til sammen lengre enn 20000 tegn.",
    ),
    _row(
        "mange-unntak",
        _toml("[per-file-ignores]\n" + "".join(f'"*{i}" = ["MA5"]\n' for i in range(20_000))),
        "1:2: mønstrene er til sammen lengre enn 20000 tegn.",
    ),
    _row("mange-regler", _toml("ignore = [" + '"MA503",' * 50_000 + "]"), code=0),
    _row("ukjente-regler", _toml(f'ignore = ["{"x" * 400_000}"]'), "er ingen regel"),
)
