"""Parliamentary documents as they are named in texts, and how they should be."""

from collections.abc import Iterator
from typing import NamedTuple

from avtalesjekk.patterns import pattern
from avtalesjekk.reading.said import Words

_GAP = r"[^\S\n]*+(?:\n[^\S\n]*+)?"  # a line may end there, a paragraph does not
_REPORT = pattern(  # the first letter by itself, so that the other letters of a text are passed over fast
    r"[SsMmOoPpIi](?<!\w.)(?i:"
    r"(?:(?P<report>(?<=s)t\. ?meld\.?|(?<=m)eld\. ?st\.|(?<=s)tortingsmelding(?:a|en)?)"
    rf"|(?<=[so])t\. ?prp\.|(?<=p)rop\.|(?<=i)nnst\.(?: ?[so]\.)?)(?=\s){_GAP}(?:nr\.?{_GAP})?"
    rf"(?P<number>\d{{1,3}})(?: [slo]{{1,2}})?"
    rf"{_GAP}(?P<open>\()?(?P<from>(?:19|20)\d\d)\s*(?P<dash>[-–—/])\s*(?P<to>(?:(?:19|20)\d)?\d?\d)(?(open)\)?))"
)
# One of these is in every text that names a document, and the year of its session is too.
SIGNS = ("Meld", "meld", "prp.", "Prop.", "prop.", "Innst.", "innst.")
_BEFORE_SIGN = len("Stortings")  # the most that stands before one of them
_CENTURIES = ("19", "20")
_SESSION = pattern(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)")
_NEW_SERIES = 2009  # the session 2009–2010 was the first with «Meld. St.»


class Misquoted(NamedTuple):
    """A document named out of form: what was said and where, why it is wrong, and the right form where it is known."""

    said: str
    words: Words
    why: str
    right: str | None


def misquoted(text: str) -> Iterator[Misquoted]:
    """The reports to the Storting that a text names out of form."""
    signs = [at for at in map(text.find, SIGNS) if at >= 0]
    if not signs or not any(map(text.__contains__, _CENTURIES)):
        return
    for found in _REPORT.finditer(text, max(0, min(signs) - _BEFORE_SIGN)):
        first = int(found["from"])
        last = int(found["to"]) if len(found["to"]) == len("2004") else _in_full(first, int(found["to"]))
        said = " ".join(found[0].split())
        if last != first + 1:
            yield Misquoted(said, found.span(), "har to år som ikke følger etter hverandre", None)
            continue
        if found["report"] is None:
            continue
        series = "St.meld. nr. {}" if first < _NEW_SERIES else "Meld. St. {}"
        right = f"{series.format(found['number'])} ({first}–{last})"
        if said.replace("-", "–") != right:
            yield Misquoted(said, found.span(), "er ikke i den formen meldinger ble nevnt i den sesjonen", right)


def _in_full(first: int, short: int) -> int:
    """The year that is meant by its last digits, after `first`."""
    year = first // 100 * 100 + short
    return year if year > first else year + 100


def session_fault(session: str) -> str | None:
    """What is wrong with a session of the Storting, such as «2019–2020»; None where nothing is."""
    found = _SESSION.fullmatch(session.strip())
    if found is None:
        return f"«{session}» er ikke en stortingssesjon"
    if int(found[2]) != int(found[1]) + 1:
        return f"sesjonen «{session}» har to år som ikke følger etter hverandre"
    return None
