"""Places that are made to do harm: names, links, and what is no plain file."""

import os
import socket
from pathlib import Path

from .row import GOOD, Agreement, Row

_LINT = ("lint", "--dato=2026-11-22", "--output-format=concise", "-q")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(path))


def _far(path: Path) -> None:
    """Links that each lead to the next."""
    for number in range(60):
        (path.parent / f"ledd{number}").symlink_to(f"ledd{number + 1}")
    path.symlink_to("ledd0")


# Each lies beside a good agreement too.
PLACES = (
    Agreement("rør", os.mkfifo, "er ikke en vanlig fil"),
    Agreement("kontakt", _socket, "er ikke en vanlig fil"),
    Agreement("null-enhet", lambda path: path.symlink_to("/dev/null"), "er ikke en vanlig fil"),
    Agreement("endeløs-enhet", lambda path: path.symlink_to("/dev/zero"), "er ikke en vanlig fil"),
    Agreement("skjermen", lambda path: path.symlink_to("/dev/tty"), "kan ikke åpnes|er ikke en vanlig fil"),
    Agreement("minnet", lambda path: path.symlink_to("/proc/self/mem"), "MA001|kan ikke|filen er tom"),
    Agreement("mappe", Path.mkdir, "det er ingen avtaler"),
    Agreement("mappen-selv", lambda path: path.symlink_to("."), ""),
    Agreement("ring", lambda path: path.symlink_to(path.name), "lenken viser til seg selv"),
    Agreement("lenkekjede", _far, "lenken viser til seg selv"),
    Agreement("borte", lambda path: path.symlink_to("aldri.yaml"), "finnes ikke"),
    Agreement("lang-lenke", lambda path: path.symlink_to("a" * 300), "navnet er for langt"),
)


def _named(name: str, *args: str, code: int = 0, said: tuple[str, ...] = (), data: str = GOOD) -> Row:
    def make(folder: Path) -> None:
        (folder / name).write_text(data, encoding="utf-8")

    return Row(f"navn-{name[:12].encode('unicode_escape').decode()}", make, (*_LINT, *args), code, said)


_EVIL = "a\n\x1b[31m\x9b\u202e\udcff::set-output name=a::b\x1b]8;;x\x07.yaml"
_SHOWN = "a\\n\\x1b[31m\\x9b\\u202e\\udcff::set-output name=a::b\\x1b]8;;x\\x07.yaml"

NAMES = (
    _named("--fix", "--", "--fix"),
    _named("-rf.yaml", "."),
    _named("-o", "--", "-o"),
    _named(_EVIL, ".", code=1, said=(f"{_SHOWN}:1:1: feil MA001",), data="x"),
    _named("å" * 125 + ".yaml", "."),
    _named("😀" * 62 + ".yaml", "--fix", "."),
    _named("$(touch ute);`id`.yaml", "."),
    Row(
        "navn-for-langt",
        lambda _: None,
        (*_LINT, "å" * 200 + ".yaml"),
        2,
        ("kan ikke åpnes: navnet er for langt.",),
    ),
    Row("navn-med-NUL", lambda _: None, (*_LINT, "/dev/zero"), 2, ("«/dev/zero» er ikke en vanlig fil.",)),
)
