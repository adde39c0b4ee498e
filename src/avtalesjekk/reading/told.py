"""What the parties say in words, and rules ask for by itself."""

from collections.abc import Callable, Iterator

from avtalesjekk.reading.followup import follow_ups
from avtalesjekk.reading.moved import moved_tasks
from avtalesjekk.reading.others import departments_with_duties
from avtalesjekk.reading.prose import Prose
from avtalesjekk.reading.regional import regional_tasks
from avtalesjekk.reading.remedies import remedies
from avtalesjekk.reading.said import Said
from avtalesjekk.reading.spending import promised_elsewhere
from avtalesjekk.reading.strong import strong_instruments
from avtalesjekk.reading.vague import vague_duties


class Told:
    """The prose, as rules ask for it."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose

    def strong_instruments(self) -> Iterator[Said[str]]:
        """Where the agreement arranges for earmarked grants, duties by law, orders or other strong instruments."""
        return strong_instruments(self._prose)

    def regional_tasks(self) -> Iterator[Said[str]]:
        """Where new regional tasks or posts are made; none where a coordination with the regional state is agreed."""
        return regional_tasks(self._prose)

    def moved_tasks(self) -> Iterator[Said[str]]:
        """Where an administrative task or authority is moved from one level to another."""
        return moved_tasks(self._prose)

    def remedies(self) -> Iterator[Said[str]]:
        """Where remedies or courts of contract law are agreed between the parties."""
        return remedies(self._prose)

    def follow_ups(self) -> Iterator[Said[str]]:
        """Where a fixed administrative follow-up of the agreement is laid down."""
        return follow_ups(self._prose)

    def promised_elsewhere(self) -> Iterator[Said[str]]:
        """Where money is promised outside økonomi: an amount that somebody shall pay or use."""
        return promised_elsewhere(self._prose)

    def departments_with_duties(self, known: Callable[[str], bool]) -> Iterator[Said[str]]:
        """The departments of which the agreement says that they shall do something; of those known none."""
        return departments_with_duties(self._prose, known)

    def vague_duties(self) -> Iterator[Said[str]]:
        """The duties that only say something like «tilstrebe» or «ved behov», or that are nobody's."""
        return vague_duties(self._prose)
