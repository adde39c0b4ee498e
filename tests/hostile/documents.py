"""Documents that are made to do harm, given to `verify`."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from .row import Row

_BODY = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LOL = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "x" * 10}">' for i in range(10))
_FROM_OUTSIDE = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
_NO_WORD_FILE = "filen er ikke en Word-fil som kan leses."
_NO_PAGE = "nettsiden er ikke en som render har skrevet."


def archive(*parts: tuple[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as file:
        for name, part in parts:
            file.writestr(name, part)
    return made.getvalue()


def of(name: str, data: Callable[[], bytes | str], code: int, *said: str, slow: bool = False) -> Row:
    """A file that is held against the good agreement."""
    file = f"x{Path(name).suffix}"

    def make(folder: Path) -> None:
        given = data()
        (folder / file).write_bytes(given if isinstance(given, bytes) else given.encode())

    return Row(f"verify-{name}", make, ("verify", file, "--source", "god.yaml"), code, said, ("root:",), slow=slow)


def _body(text: str) -> bytes:
    return archive((_BODY, f"<w:d {_W}>{text}</w:d>"))


def _lying() -> bytes:
    """An archive whose index says that a part is small."""
    data = bytearray(archive((_BODY, b" " * 100_000_000)))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


PAGES = (
    of("åpne-tagger.html", lambda: "<a " * 100_000, 2, _NO_PAGE),
    of("åpne-tagger-lukket.html", lambda: "<a " * 100_000 + ">", 2, _NO_PAGE),
    of("åpne-attributter.html", lambda: "<a b='" * 100_000 + ">", 2, _NO_PAGE),
    of("anførselstegn.html", lambda: "<a " + "b=' " * 500_000 + ">", 1, slow=True),
    of("mellomrom.html", lambda: "<a" + " " * 4_000_000 + ">", 2, _NO_PAGE),
    of("skråstreker.html", lambda: "<a" + "/" * 4_000_000 + ">", 2, _NO_PAGE),
    of("seksjon.html", lambda: "<p>a</p><![a ]>", 2, _NO_PAGE),
    of("kommentarer.html", lambda: "<!--" * 200_000, 2, _NO_PAGE),
    of("ordrer.html", lambda: "<?" * 200_000, 2, _NO_PAGE),
    of("skript-slutt.html", lambda: "<script>" + "</" * 200_000, 2, _NO_PAGE),
    of("skript-slutt-lukket.html", lambda: "<script>" + "</a>" * 900_000, 1, slow=True),
    of("tagger.html", lambda: "<b>" * 1_600_000, 1, slow=True),
    of("dyp.html", lambda: "<div>" * 100_000, 1, slow=True),
    of("tegn-entiteter.html", lambda: "&#" * 1_000_000, 1, slow=True),
    of("lange-entiteter.html", lambda: "&#" + "9" * 4_000_000 + ";", 2, _NO_PAGE),
    of("liste.html", lambda: f"<ol start='{'9' * 4_000_000}'><li>a</ol>", 1),
    of("femti-MB.html", lambda: "a " * 25_000_000, 2, "filen er for stor til å være en avtale."),
)
TEXTS = (
    of("femti-MB.txt", lambda: "a " * 25_000_000, 2, "filen er for stor til å være en avtale."),
    of("femti-MB.md", lambda: "a " * 25_000_000, 2, "filen er for stor til å være en avtale."),
    of("fem-MB.txt", lambda: "a " * 2_400_000, 2, "den er for lang"),
    of("to-MB.txt", lambda: "a " * 1_200_000, 1),
    of("mellomrom.txt", lambda: "a" + " " * 2_000_000 + "b", 1),
    of("avbrutte-skråstreker.html", lambda: "<html><body><p>" + ("/" * 9_999 + "x") * 200, 1),
    of("merker.txt", lambda: "a" + "\u0300\u0316" * 1_000_000, 2, "for mange merker over én bokstav"),
    of("lenker.md", lambda: "[a](" * 1_000_000, 1, slow=True),
    of("stjerner.md", lambda: "*a **a " * 500_000, 1, slow=True),
    of("sitater.md", lambda: "> " * 1_000_000, 1, slow=True),
    of("lister.md", lambda: "- " * 1_000_000, 1, slow=True),
    of("kodetegn.md", lambda: "".join("`" * n + " " for n in range(2000)), 1, slow=True),
    of("avsnitt.md", lambda: "a\n\n" * 1_500_000, 1, slow=True),
    of("tabell.md", lambda: "|" * 2_000_000 + "\n" + "|-" * 1_000_000, 1, slow=True),
    of("NUL.txt", lambda: b"\0" * 1_000_000, 1),
    of("UTF-16.md", lambda: "a".encode("utf-16"), 2, "filen er ikke UTF-8."),
    of("styretegn.txt", lambda: "\x1b]8;;http://x\x07a\x1b[2J\x9b31m\u202e\n::error::x", 1, "\\x1b]8;;http://x\\x07a"),
)
WORD_FILES = (
    of("bombe.docx", lambda: archive((_BODY, b" " * 400_000_000)), 2, _NO_WORD_FILE),
    of("løgn.docx", _lying, 2, _NO_WORD_FILE),
    of("i-hverandre.docx", lambda: archive((_BODY, archive((_BODY, b" " * 100_000_000)))), 2, _NO_WORD_FILE),
    of("mange-deler.docx", lambda: archive(*((f"{i}", "") for i in range(60_000))), 2, _NO_WORD_FILE),
    of("entiteter.docx", lambda: archive((_BODY, f"<!DOCTYPE d [{_LOL}]><d>&a9;</d>")), 2, _NO_WORD_FILE),
    of(
        "entiteter-UTF-16.docx",
        lambda: archive(
            (_BODY, f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [{_LOL}]><d>&a9;</d>'.encode("utf-16"))
        ),
        2,
        _NO_WORD_FILE,
    ),
    of("utenfra.docx", lambda: archive((_BODY, f"{_FROM_OUTSIDE}<d>&e;</d>")), 2, _NO_WORD_FILE),
    of("ut-av-mappen.docx", lambda: archive(("../../ute", "x"), ("/tmp/ute", "x"), (_BODY, f"<w:d {_W}/>")), 1),  # noqa: S108
    of("dyp.docx", lambda: archive((_BODY, "<a>" * 1_000_000)), 2, "Word-filen er ødelagt."),
    of("tomme.docx", lambda: _body("<a/>" * 7_000_000), 1, slow=True),
    of("tegn.docx", lambda: _body("<w:t>" + "a " * 10_000_000 + "</w:t>"), 2, "den er for lang"),
    of("LZMA.docx", lambda: archive((_BODY, "<a/>"), packing=zipfile.ZIP_LZMA), 2, _NO_WORD_FILE),
)
DOCUMENTS = (*PAGES, *TEXTS, *WORD_FILES)
