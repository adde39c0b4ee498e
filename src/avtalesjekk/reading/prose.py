"""What the parties say in their own words, found by the words they use for it."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from avtalesjekk.reading import topics
from avtalesjekk.reading.said import Said, Text, texts_in
from avtalesjekk.register.departments import named

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale


class Prose:
    """The texts of an agreement."""

    def __init__(self, agreement: "Avtale") -> None:
        self._agreement = agreement

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that comes into the signed text, plain ones too."""
        return tuple(texts_in(self._agreement))

    def about(self, topic: topics.Topic) -> Said[str] | None:
        """Where the prose of a topic's own section, or of one with the topic in its heading, speaks of it."""
        for text in self.texts:
            if text.prose and topics.belongs(topic, text, self._heading(text)):
                for words in topic.words.finditer(text.text):
                    if not topic.unsaid.search(topics.sentence_around(text.text, *words.span())):
                        return Said(words[0], text.path, words.span())
        return None

    def mentions(self, mention: topics.Mention) -> Iterator[Said[str]]:
        """Where the binding sections use certain words, in a sentence that does not excuse them."""
        if not any(stem in self._binding_in_lower_case for stem in mention.stems):
            return
        for text in self._binding:
            for found in mention.words.finditer(text.text):
                sentence = topics.sentence_around(text.text, *found.span())
                if mention.needs.search(sentence) and not mention.excused_by.search(sentence):
                    yield Said(found[0], text.path, found.span())

    def stem(self, stem: str) -> Said[str] | None:
        """Where a stem, in lower case, first stands in any text."""
        for text in self.texts:
            if (start := text.text.lower().find(stem)) >= 0:
                return Said(stem, text.path, (start, start + len(stem)))
        return None

    def departments_with_duties(self) -> Iterator[Said[str]]:
        """The departments of which the binding sections say that they shall do something."""
        for text in self._binding:
            for found in topics.HAS_DUTY.finditer(text.text):
                before = text.text[max(0, found.start() - _LONGEST_NAME) : found.start()]
                name = _department_at_the_end(before)
                if name:
                    yield Said(name, text.path, (found.start() - len(name), found.start()))

    @cached_property
    def _binding(self) -> tuple[Text, ...]:
        return tuple(text for text in self.texts if text.section in _BINDING)

    @cached_property
    def _binding_in_lower_case(self) -> str:
        return "\n".join(text.text for text in self._binding).lower()

    def _heading(self, text: Text) -> str:
        section: object = getattr(self._agreement, text.section, None)
        if isinstance(section, tuple) and len(text.path) > 1 and isinstance(text.path[1], int):
            section = section[text.path[1]]
        return str(getattr(section, "overskrift", None) or "")


def _department_at_the_end(text: str) -> str:
    """The longest name of a department that a text ends with; empty where it ends with none."""
    last = text.rsplit(maxsplit=1)[-1] if text.strip() else ""
    if not (last.isupper() or last.endswith("departementet")):
        return ""
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    return next((text[start:] for start in starts if named(text[start:])), "")


def headings(prose: str | None) -> list[str]:
    """The headings of a CommonMark text."""
    return re.findall(r"^#{1,6}[ \t]+(.*)$", prose or "", re.MULTILINE)


# The sections in which the parties bind themselves; elsewhere they tell of the background.
_BINDING = frozenset(("forpliktelser", "tillegg", "medvirkning", "organisering", "økonomi", "varighet"))
_LONGEST_NAME = 80
