"""The letters that the content of a page shows, by the number of the marked content that they stand in."""

import re
import zlib
from collections.abc import Iterable, Mapping

import pikepdf


class Unreadable(Exception):  # noqa: N818 (it is no error of ours)
    """A Norwegian reason why a PDF cannot be read."""


class Bounds:
    """How much of a file is unpacked, and how many of its objects are looked at, before it is given up."""

    def __init__(self) -> None:
        self._bytes = 100_000_000
        self._steps = 3_000_000

    def step(self) -> None:
        """One object more."""
        self._steps -= 1
        if self._steps < 0:
            raise Unreadable("den er for stor til å være en avtale")

    def decoded(self, stream: pikepdf.Object) -> bytes:
        """What a stream holds, packed by nothing or by Flate, as the writers of PDFs pack text."""
        filters = stream.get("/Filter", pikepdf.Array())
        names = [str(name) for name in (filters if isinstance(filters, pikepdf.Array) else [filters])]
        raw = stream.read_raw_bytes()
        if names == ["/FlateDecode"] and "/DecodeParms" not in stream:
            unpack = zlib.decompressobj()
            try:
                raw = unpack.decompress(raw, self._bytes)
            except zlib.error:
                raise Unreadable("den er ødelagt") from None
            if unpack.unconsumed_tail:
                raise Unreadable("den er for stor pakket ut")
        elif names:
            raise Unreadable("den er pakket på en måte som tekst ikke pakkes på")
        self._bytes -= len(raw)
        if self._bytes < 0:
            raise Unreadable("den er for stor pakket ut")
        return raw


def pieces(pdf: pikepdf.Pdf, page: pikepdf.Page, bounds: Bounds) -> Mapping[int, str]:
    """The letters of each marked content of a page."""
    contents = page.obj.get("/Contents", pikepdf.Array())
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    whole = pikepdf.Stream(pdf, b"\n".join(bounds.decoded(stream) for stream in streams))
    resources = page.obj.get("/Resources", pikepdf.Dictionary())
    reading = _Reading(resources, bounds)
    for instruction in pikepdf.parse_content_stream(whole):
        bounds.step()
        if isinstance(instruction, pikepdf.ContentStreamInstruction):
            reading.take(str(instruction.operator), instruction.operands)
    return {number: "".join(letters) for number, letters in reading.found.items()}


class _Reading:
    """A page as its instructions are followed."""

    def __init__(self, resources: pikepdf.Object, bounds: Bounds) -> None:
        self.found: dict[int, list[str]] = {}
        self._fonts = resources.get("/Font", pikepdf.Dictionary())
        self._properties = resources.get("/Properties", pikepdf.Dictionary())
        self._bounds = bounds
        self._letters: dict[str, _Font] = {}
        self._font = ""
        self._open: list[
            tuple[int | None, bool]
        ] = []  # the number of what is marked, and whether it says its text itself

    def take(self, operator: str, operands: Iterable[pikepdf.Object]) -> None:
        """Follow an instruction."""
        match operator, list(operands):
            case "BDC", [_, properties]:
                self._begin(properties)
            case "BMC", _:
                self._open.append((self._number, self._said))
            case "EMC", _ if self._open:
                self._open.pop()
            case "Tf", [name, _]:
                self._font = str(name)
            case "Tj" | "'", [shown]:
                self._show([shown])
            case '"', [_, _, shown]:
                self._show([shown])
            case "TJ", [shown]:
                self._show(shown)
            case _:
                pass

    @property
    def _number(self) -> int | None:
        return self._open[-1][0] if self._open else None

    @property
    def _said(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _begin(self, properties: pikepdf.Object) -> None:
        if isinstance(properties, pikepdf.Name):
            properties = self._properties[str(properties)]
        number = int(properties.MCID) if "/MCID" in properties else self._number
        said = self._said
        if "/ActualText" in properties and not said and number is not None:
            self.found.setdefault(number, []).append(str(properties.ActualText))
            said = True
        self._open.append((number, said))

    def _show(self, shown: Iterable[pikepdf.Object]) -> None:
        if self._number is None or self._said:
            return
        if self._font not in self._letters:
            self._letters[self._font] = _Font(self._fonts[self._font], self._bounds)
        font = self._letters[self._font]
        letters = self.found.setdefault(self._number, [])
        letters.extend(font.letters(bytes(one)) for one in shown if isinstance(one, pikepdf.String))


class _Font:
    """What the codes of a font stand for."""

    def __init__(self, font: pikepdf.Object, bounds: Bounds) -> None:
        if "/ToUnicode" not in font:
            raise Unreadable("skrifttypene i den sier ikke hvilke bokstaver de viser")
        told = bounds.decoded(font.ToUnicode).decode("latin-1")
        self._size = 1 if re.search(r"begincodespacerange\s*<[0-9A-Fa-f]{2}>", told) else 2
        self._letters = dict(_characters(told, bounds))

    def letters(self, codes: bytes) -> str:
        """The letters of a string of codes; an unknown one stands for each that the font does not tell."""
        size = self._size
        numbers = (int.from_bytes(codes[i : i + size]) for i in range(0, len(codes), size))
        return "".join(self._letters.get(number, "\N{REPLACEMENT CHARACTER}") for number in numbers)


def _characters(told: str, bounds: Bounds) -> Iterable[tuple[int, str]]:
    """The codes of a character map and their letters."""
    for block in re.findall(r"beginbfchar(.*?)endbfchar", told, re.DOTALL):
        for code, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>", block):
            yield int(code, 16), _utf16(letters)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", told, re.DOTALL):
        for first, last, letters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>", block):
            start = _utf16(letters)
            for i in range(int(last, 16) - int(first, 16) + 1):
                bounds.step()
                yield int(first, 16) + i, start[:-1] + chr(ord(start[-1]) + i)


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")
