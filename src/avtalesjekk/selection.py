"""Which rules are run: chosen, left out and added by code, prefix or slug."""

from collections.abc import Iterable

from avtalesjekk.errors import UserError
from avtalesjekk.rules.catalogue import BY_CODE, RULES, find, suggest
from avtalesjekk.terminal import printable

ALWAYS = frozenset(("MA001",))  # of a file that cannot be read nothing else can be said


def select(chosen: Iterable[str] = (), left_out: Iterable[str] = (), added: Iterable[str] = ()) -> frozenset[str]:
    """The codes of the rules to run.

    Nothing chosen is all that are on by default. A prefix stands for the rules on by default that begin so; a rule
    that is off runs just when its whole code or slug is chosen or added. Raises UserError for a name that is none.
    """
    asked = tuple(chosen)
    chosen, left_out, added = (tuple(_names(names)) for names in (asked, left_out, added))
    if asked and not chosen:
        raise UserError("--select nevner ingen regel.")
    codes = _codes(chosen) if chosen else {rule.code for rule in RULES if rule.default}
    return frozenset((codes | _codes(added)) - _codes(left_out, all_=True)) | ALWAYS


def _names(given: Iterable[str]) -> Iterable[str]:
    return (name.strip() for item in given for name in item.split(",") if name.strip())


def codes_of(name: str) -> frozenset[str]:
    """The codes of all rules that a code, a slug or a prefix stands for; none where it is neither."""
    if (rule := find(name)) is not None:
        return frozenset((rule.code,))
    prefix = name.upper()
    if len(prefix) < len("MA") and prefix != "M":
        return frozenset()
    return frozenset(code for code in BY_CODE if code.startswith(prefix))


def _codes(names: Iterable[str], *, all_: bool = False) -> set[str]:
    codes: set[str] = set()
    for name in names:
        begun = codes_of(name)
        if not begun:
            near = suggest(name)
            hint = f"; mente du «{near}»?" if near else ". `avtalesjekk rule --all` viser alle."
            raise UserError(f"«{printable(name)}» er ingen regel{hint}")
        codes |= {code for code in begun if all_ or find(name) is not None or BY_CODE[code].default}
    return codes
