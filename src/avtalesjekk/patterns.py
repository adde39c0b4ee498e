"""Patterns that are compiled when they are first used: most texts need a third of those that there are."""

import re
from typing import cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `re.compile`, compiled at the first call of a method or look at an attribute."""
    return cast("re.Pattern[str]", _Waiting(text, flags))


class _Waiting:
    """Stands for a pattern; from the first use on its methods are the compiled one's own."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            self.__dict__[method] = getattr(compiled, method)
        return getattr(compiled, name)
