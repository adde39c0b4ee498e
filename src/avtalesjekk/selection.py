"""Which rules are run: chosen, left out and added by code, prefix or slug."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from avtalesjekk.errors import UserError
from avtalesjekk.terminal import printable

if TYPE_CHECKING:
    from avtalesjekk.rules.rule import Rule

ALWAYS = frozenset(("MA001",))  # of a file that cannot be read nothing else can be said


class Selection(NamedTuple):
    """Rules by the names that they were asked for with; the catalogue is looked at when their codes are asked for.

    Nothing `chosen` is all that are on by default. A prefix stands for the rules on by default that begin so; a rule
    that is off runs just when its whole code or slug is chosen or added. Single files are `excused` from rules. `just`
    are the codes themselves, in place of all that.
    """

    chosen: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    just: frozenset[str] | None = None

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules. Raises UserError for a name that is none."""
        return _codes_of(self) if self.just is None else self.just

    def takes(self, rule: "Rule") -> bool:
        """Whether a rule is one of them."""
        if self.just is not None:
            return rule.code in self.just
        if rule.code in ALWAYS:
            return True
        on = any(_stands_for(name, rule, off=False) for name in self.chosen) if self.chosen else rule.default
        return (on or any(_stands_for(name, rule, off=False) for name in self.added)) and not any(
            _stands_for(name, rule, off=True) for name in (*self.left_out, *self.excused)
        )


def select(chosen: Iterable[str] = (), left_out: Iterable[str] = (), added: Iterable[str] = ()) -> frozenset[str]:
    """The codes of the rules to run, as `Selection` says. Raises UserError for a name that is none."""
    asked = tuple(chosen)
    selection = Selection(names_in(asked), names_in(left_out), names_in(added))
    if asked and not selection.chosen:
        raise UserError("--select nevner ingen regel.")
    return selection.codes


def names_in(given: Iterable[str]) -> tuple[str, ...]:
    """The names of rules in texts with commas between them."""
    return tuple(name.strip() for item in given for name in item.split(",") if name.strip())


def codes_of(name: str) -> frozenset[str]:
    """The codes of all rules that a code, a slug or a prefix stands for; none where it is neither."""
    from avtalesjekk.rules.catalogue import RULES  # noqa: PLC0415 (a run that is remembered does not look at it)

    return frozenset(rule.code for rule in RULES if _stands_for(name, rule, off=True))


@lru_cache
def _codes_of(selection: Selection) -> frozenset[str]:
    from avtalesjekk.rules.catalogue import RULES, suggest  # noqa: PLC0415 (as above)

    for name in (*selection.chosen, *selection.left_out, *selection.added):
        if not codes_of(name):
            near = suggest(name)
            hint = f"; mente du «{near}»?" if near else ". `avtalesjekk rule --all` viser alle."
            raise UserError(f"«{printable(name)}» er ingen regel{hint}")
    return frozenset(rule.code for rule in RULES if selection.takes(rule))


def _stands_for(name: str, rule: "Rule", *, off: bool) -> bool:
    """Whether a name is a rule's code or slug, or begins its code; a prefix reaches a rule that is off if `off`."""
    word = normalize("NFC", name).strip().casefold()
    if word in (rule.code.casefold(), rule.slug.casefold()):
        return True
    prefix = name.upper()
    return (prefix == "M" or len(prefix) >= len("MA")) and rule.code.startswith(prefix) and (off or rule.default)
