"""A sheet of YAML under way: keys, comments in the målform of the agreement, and suggestions behind a #."""

import re
import textwrap
from collections.abc import Iterable

from avtalesjekk.norms import norms
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.saying import NO_BREAK, Målform, say_list


class Sheet:
    """The lines of a file, with texts in one målform."""

    def __init__(self, målform: Målform) -> None:
        self._målform = målform
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(f"{line}\n" for line in self._lines)

    def says(self, bokmål: str, nynorsk: str) -> str:
        """The one of two texts that is in the målform."""
        return nynorsk if self._målform == "nynorsk" else bokmål

    def note(self, bokmål: str, nynorsk: str, *numbers: str, indent: int = 0) -> None:
        """A comment, and the norms that it rests on."""
        text = self.says(bokmål, nynorsk)
        before = f"{' ' * indent}# "
        wrapped = textwrap.wrap(
            _HELD.sub(
                lambda held: held[0].replace(" ", NO_BREAK),
                f"{text.removesuffix('.')} ({_cited(numbers)})." if numbers else text,
            ),
            WIDTH,
            initial_indent=before,
            subsequent_indent=before,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self._lines += (line.replace(NO_BREAK, " ") for line in wrapped)

    def put(self, *lines: str) -> None:
        """Lines as they are; none is an empty line."""
        self._lines += lines or ("",)

    def suggest(self, *lines: str, indent: int = 0) -> None:
        """Lines that count only when their # is taken away."""
        self._lines += (f"{' ' * indent}#{line}" for line in lines)


def scalar(text: str) -> str:
    """A text on one line as YAML, in quotes unless it can be nothing else than a text."""
    return text if _PLAIN.fullmatch(text) and text.casefold() not in _NOT_TEXT else quoted(text)


def quoted(text: str) -> str:
    """A text on one line as YAML in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_nynorsk(said: str) -> str:
    """A duration in figures, said in bokmål, in nynorsk: «3 månader»."""
    return re.sub(r"\w+", lambda word: _NYNORSK.get(word[0], word[0]), said)


def length(duration: Duration, målform: Målform) -> str:
    """«3 måneder», «3 månader»."""
    return in_nynorsk(duration.say()) if målform == "nynorsk" else duration.say()


def _cited(numbers: Iterable[str]) -> str:
    """«N36 og N37, kapittel 4.2; N75, mønsteravtalen, punkt 5»."""
    places: dict[str, list[str]] = {}
    for number in numbers:
        places.setdefault(norms()[number].place.removeprefix("rapporten, "), []).append(number)
    return "; ".join(f"{say_list(found)}, {place}" for place, found in places.items())


WIDTH = 96
_HELD = re.compile(r"«[^»]*»|`[^`]*`|(?:punkt|kapittel) \d")  # what no line ends in the middle of
# Nothing with a sign that YAML knows, and no word that YAML 1.1 takes for something else.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ()/.–-]*[\w).])?")
_NOT_TEXT = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_NYNORSK = {"dager": "dagar", "uke": "veke", "uker": "veker", "måned": "månad", "måneder": "månader"}
