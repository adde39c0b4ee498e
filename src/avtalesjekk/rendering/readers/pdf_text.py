"""The text of a tagged PDF, as a program: the file on standard input, what it says as JSON on standard output.

The elements of the structure say what is read and in which order; what no element holds, such as headers, footers and
page numbers, is not read.
"""

import io
import json
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping

import pikepdf

from avtalesjekk.rendering.apart import bounded
from avtalesjekk.rendering.readers.content import Bounds, Unreadable, pieces


def main() -> None:
    """Read the file on standard input within bounds."""
    bounded(_MEMORY)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


def answer(data: bytes) -> tuple[str, str, str, str | None]:
    """Why it cannot be read, else nothing; then the text, the identifier, and the source in base 64."""
    try:
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return "den er låst", "", "", None
            bounds = Bounds()
            source = _source(pdf, bounds)
            return "", _text(pdf, bounds), _identifier(pdf), None if source is None else b64encode(source).decode()
    except pikepdf.PasswordError:
        return "den er låst med passord", "", "", None
    except Unreadable as error:
        return str(error), "", "", None
    # What pikepdf raises where an object is another than it should be has many names.
    except (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError):
        return "den er ødelagt, eller ikke en PDF", "", "", None


def _text(pdf: pikepdf.Pdf, bounds: Bounds) -> str:
    if "/StructTreeRoot" not in pdf.Root:
        raise Unreadable("den er ikke merket for skjermleser, og teksten har ingen sikker rekkefølge")
    if len(pdf.pages) > _MOST_PAGES:
        raise Unreadable("den har for mange sider til å være en avtale")
    pages = {page.obj.objgen: pieces(pdf, page, bounds) for page in pdf.pages}
    said = "".join(_Walk(pages, bounds).of(pdf.Root.StructTreeRoot.get("/K"), (0, 0)))
    return "\n".join(line.strip() for line in said.split("\n") if line.strip())


class _Walk:
    """The structure, element by element."""

    def __init__(self, pages: Mapping[tuple[int, int], Mapping[int, str]], bounds: Bounds) -> None:
        self._pages = pages
        self._bounds = bounds

    def of(self, kid: object, page: tuple[int, int]) -> Iterator[str]:
        """The letters of an element, of what lies in it, or of marked content; a block begins and ends a line."""
        self._bounds.step()
        match kid:
            case None:
                return
            case int():
                yield self._pages.get(page, {}).get(kid, "")
            case pikepdf.Array():
                for one in kid:
                    yield from self.of(one, page)
            case pikepdf.Dictionary():
                yield from self._dictionary(kid, page)
            case _:
                raise Unreadable("merkingen i den er ødelagt")

    def _dictionary(self, kid: pikepdf.Object, page: tuple[int, int]) -> Iterator[str]:
        on = kid.Pg.objgen if "/Pg" in kid else page
        match str(kid.get("/Type", "/StructElem")):
            case "/MCR":
                yield self._pages.get(on, {}).get(int(kid.MCID), "")
            case "/OBJR":
                return
            case _:
                edge = "" if str(kid.S) in _INLINE else "\n"
                yield edge
                yield from self.of(kid.get("/K"), on)
                yield edge


def _identifier(pdf: pikepdf.Pdf) -> str:
    return str(pdf.open_metadata().get("dc:identifier", ""))


def _source(pdf: pikepdf.Pdf, bounds: Bounds) -> bytes | None:
    """The file that is attached as what the PDF was made from."""
    for file in pdf.Root.get("/AF", pikepdf.Array()):
        if file.get("/AFRelationship") == pikepdf.Name.Source:
            return bounds.decoded(file.EF.F)
    return None


_MEMORY = 600_000_000
_MOST_PAGES = 5000
_INLINE = frozenset(("/Span", "/Link", "/Em", "/Strong", "/Form", "/Quote", "/Reference", "/Annot"))

if __name__ == "__main__":
    main()
