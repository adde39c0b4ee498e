"""Which single characters a part of a regular expression takes, each looked at once."""

import re
from collections.abc import Callable


class Characters(dict[str, bool]):
    """Characters, and whether one of them is meant; asked in the other case, too, where case does not count."""

    def __init__(self, fits: Callable[[str], bool], *, negated: bool = False, ignorecase: bool = False) -> None:
        super().__init__()
        self._fits = fits
        self._negated = negated
        self._ignorecase = ignorecase

    def __missing__(self, character: str) -> bool:
        forms = {character, character.lower(), character.upper()} if self._ignorecase else {character}
        found = self[character] = any(self._fits(form) for form in forms if len(form) == 1) is not self._negated
        return found


CATEGORIES = {
    f"CATEGORY_{name}": Characters(lambda character, one=re.compile(sign): one.match(character) is not None)  # type: ignore[misc]  # mypy knows no type for the default
    for name, sign in {
        "DIGIT": r"\d",
        "NOT_DIGIT": r"\D",
        "SPACE": r"\s",
        "NOT_SPACE": r"\S",
        "WORD": r"\w",
        "NOT_WORD": r"\W",
    }.items()
}
