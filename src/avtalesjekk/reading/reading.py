"""One agreement on one day, as the rules ask of it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.frequencies import Frequency
from avtalesjekk.once import once
from avtalesjekk.reading import facts
from avtalesjekk.reading.agreeing import agreed, period_end, same_ending, same_length, same_start
from avtalesjekk.reading.beginning import Start, starts
from avtalesjekk.reading.consultation import LaidBefore, laid_before, ties_to_consultation
from avtalesjekk.reading.contradictions import Contradiction, contradictions
from avtalesjekk.reading.ending import Ending, endings
from avtalesjekk.reading.evaluation import Evaluation, evaluations
from avtalesjekk.reading.parties import Party, Signatory, called, names_side, parties, signatories
from avtalesjekk.reading.payments import Payment, payments
from avtalesjekk.reading.prolongation import prolongations
from avtalesjekk.reading.prose import Prose, headings
from avtalesjekk.reading.reservation import reservations
from avtalesjekk.reading.said import Beginning, Day, End, Path, Said
from avtalesjekk.reading.termination import Termination, terminations
from avtalesjekk.reading.told import Told

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale, Plikt, Ytelse


class Reading:
    """What an agreement says, from its facts or its prose, with places.

    `today` is the day of the run, `stem` the file's name without suffix, None where it has none. `of_today` tells
    whether the day has been asked for: what was read of an agreement where it has not, holds on any day.
    """

    def __init__(self, agreement: "Avtale", today: date, stem: str | None = None) -> None:
        self.agreement = agreement
        self.stem = stem
        self.of_today = False
        self._today = today

    @property
    def today(self) -> date:
        """The day of the run."""
        self.of_today = True
        return self._today

    @once
    def id(self) -> str | None:
        """The agreement's id: given, or the name of its file."""
        return self.agreement.id or self.stem

    @property
    def ready(self) -> bool:
        """Whether it is to be signed, or has been: the status is `klar` or beyond."""
        return self.agreement.status != "utkast"

    @property
    def signed(self) -> bool:
        """Whether it has been signed."""
        return self.agreement.status == "undertegnet"

    @once
    def prose(self) -> Prose:
        """What is said in words."""
        return Prose(self.agreement)

    @once
    def told(self) -> Told:
        """What rules ask for by itself of what is said in words."""
        return Told(self.prose)

    def contradictions(self) -> Iterator[Contradiction]:
        """Where the prose says another than the fact beside it."""
        return contradictions(self)

    def called(self, name: str) -> tuple[Party, ...]:
        """The parties that a text names."""
        return called(name, self.parties)

    @once
    def signing(self) -> Said[PartialDate] | None:
        """The signing date: the common one, else the latest of the signatories' own."""
        return facts.signing(self.agreement)

    @once
    def day(self) -> Day | None:
        """The day by which names, periods and offices are looked up; None where a signed agreement does not say it."""
        if self.signing is not None:
            return Day(self.signing.value.first, self.signing.value.last, "signering", self.signing.path)
        if self.start is not None and isinstance(self.start.value, PartialDate):
            return Day(self.start.value.first, self.start.value.last, "ikrafttredelse", self.start.path)
        return None if self.signed else Day(self.today, self.today, "kjøring", ())

    # The parties

    @once
    def parties(self) -> tuple[Party, ...]:
        """The parties, in the order of the file."""
        return parties(self.agreement, self.day)

    @once
    def signatories(self) -> tuple[Signatory, ...]:
        """Those who sign, in the order of the file."""
        return tuple(signatories(self.agreement, self.parties))

    # Purpose and duties

    @once
    def background(self) -> Path | None:
        """Where the background is told."""
        return facts.background(self.agreement)

    @once
    def objectives(self) -> tuple[Said[str], ...]:
        """The objectives: each item, or the prose of the section."""
        return facts.objectives(self.agreement)

    @once
    def duties(self) -> tuple[tuple[facts.Whose, "Plikt", Path], ...]:
        """The duties that stand as items: whose, what, where."""
        return facts.duties(self.agreement)

    @once
    def deadlines(self) -> tuple[tuple[PartialDate | str | None, Path], ...]:
        """The deadlines of objectives and duties."""
        return facts.deadlines(self.agreement)

    def has_heading_for(self, who: str, prose: str | None) -> bool:
        """Whether a heading in the prose names KS, or the state or one of its departments."""
        return any(names_side(heading, who, self.parties) for heading in headings(prose))

    @once
    def bodies(self) -> tuple[tuple[Path, str, bool], ...]:
        """The bodies that sign, give, get or answer: where, what, and whether only a department counts."""
        return facts.bodies(self.agreement, self.signatories)

    # Money

    @once
    def state_payments(self) -> tuple[tuple["Ytelse", Path], ...]:
        """What the state is to pay or provide; a giver who is not named is the state, unless it is the one who gets."""
        return facts.state_payments(self.agreement, self.parties)

    @once
    def prose_payments(self) -> tuple[Payment, ...]:
        """The state's promises of money that stand in the prose."""
        return tuple(payments(self.prose))

    @once
    def reservation(self) -> Said[str] | None:
        """The reservation for the Storting's appropriation: `stortinget`, a placeholder, or words; not `ingen`."""
        finance = self.agreement.økonomi
        if finance and finance.forbehold not in (None, "ingen"):
            return Said(str(finance.forbehold), ("økonomi", "forbehold"))
        return next(reservations(self.prose), None)

    # Evaluation and follow-up

    @once
    def evaluations(self) -> tuple[Evaluation, ...]:
        """Where the prose lays down that the agreement shall be evaluated."""
        return tuple(evaluations(self.prose))

    @once
    def evaluation(self) -> Said[str] | None:
        """Where it is laid down that the agreement shall be evaluated."""
        section = self.agreement.evaluering
        for key in ("hyppighet", "hvordan", "særskilte_forhold", "framlegges"):
            if section and getattr(section, key) not in (None, ()):
                return Said(key, ("evaluering", key))
        return self.evaluations[0].said if self.evaluations else None

    @once
    def evaluation_frequency(self) -> Said[Frequency] | None:
        """How often it is evaluated."""
        section = self.agreement.evaluering
        said = tuple(found.often for found in self.evaluations if found.often)
        fact = (
            Said(section.hyppighet, ("evaluering", "hyppighet"))
            if section and isinstance(section.hyppighet, Frequency)
            else None
        )
        return agreed(fact, said, lambda one, other: one == other)

    @once
    def evaluation_method(self) -> Said[str] | None:
        """By whom or by what means it is evaluated."""
        section = self.agreement.evaluering
        if section and section.hvordan is not None:
            return Said(section.hvordan, ("evaluering", "hvordan"))
        return next((how for found in self.evaluations if (how := found.how)), None)

    @once
    def laid_before(self) -> tuple[LaidBefore, ...]:
        """Where the prose has the evaluation or the status laid before a meeting of the konsultasjonsordning."""
        return tuple(laid_before(self.prose))

    @once
    def consultation(self) -> Said[str] | None:
        """What ties the agreement to the konsultasjonsordning."""
        fact = facts.consultation(self.agreement)
        if fact is not None:
            return fact
        return next(ties_to_consultation(self.prose), None) or next((found.said for found in self.laid_before), None)

    # Duration

    @once
    def starts(self) -> tuple[Said[Start], ...]:
        """Where the prose says when the agreement takes effect."""
        return tuple(starts(self.prose))

    @once
    def start(self) -> Said[object] | None:
        """When it takes effect: a date, `ved undertegning`, a placeholder, or words."""
        section = self.agreement.varighet
        fact: Said[object] | None = None
        if section and section.ikrafttredelse is not None:
            fact = Said(section.ikrafttredelse, ("varighet", "ikrafttredelse"))
        return agreed(fact, self.starts, same_start)

    @once
    def endings(self) -> tuple[Said[Ending], ...]:
        """Where the prose says when the agreement ends, or how long it lasts."""
        return tuple(endings(self.prose))

    @once
    def duration(self) -> Said[object] | None:
        """An end date or a length, `stortingsperioden`, or a placeholder."""
        section = self.agreement.varighet
        fact: Said[object] | None = None
        for key in ("til", "lengde"):
            if section and (value := getattr(section, key)) is not None:
                fact = Said(value, ("varighet", key))
                break
        return agreed(fact, self.endings, lambda one, other: same_ending(one, other, self.begins, self.day))

    @once
    def begins(self) -> Beginning | None:
        """The first day in force: ikrafttredelse, else the day of the agreement."""
        if self.start is not None and isinstance(self.start.value, PartialDate):
            return Beginning(self.start.value.first, self.start.path, not self.start.value.exact, self.start.words)
        if self.day is None:
            return None
        return Beginning(self.day.first, self.day.path, about=self.day.first != self.day.last)

    @once
    def end(self) -> End | None:
        """The last day in force; None where it is not said or cannot be counted."""
        of_the_run = self.day is not None and self.day.of_the_run
        match self.duration:
            case Said(value=PartialDate() as until, path=path, words=words):
                return End(until.last, path, about=not until.exact, words=words)
            case Said(value=Duration() as length, path=path, words=words) if self.begins is not None:
                return End(length.end(self.begins.first), path, about=self.begins.about, today=of_the_run, words=words)
            case Said(value="stortingsperioden", path=path, words=words) if (
                period := period_end(self.day)
            ) is not None:
                return End(period, path, about=False, today=of_the_run, words=words)
        return None

    @once
    def terminations(self) -> tuple[Termination, ...]:
        """Where the prose gives a right to terminate."""
        return tuple(terminations(self.prose))

    @once
    def termination(self) -> Said[object] | None:
        """The right to terminate: a notice period, True without one, False for none, a placeholder, or words."""
        section = self.agreement.varighet
        notices = tuple(found.notice for found in self.terminations if found.notice)
        if section and section.oppsigelse is not None:
            fact: Said[object] = Said(section.oppsigelse, ("varighet", "oppsigelse"))
            if isinstance(section.oppsigelse, bool):
                return notices[0] if notices else self.terminations[0].said if self.terminations else fact
            return agreed(fact, notices, same_length)
        if notices:
            return notices[0]
        return self.terminations[0].said if self.terminations else None

    @once
    def vague_notice(self) -> Said[str] | None:
        """Words like «rimelig varsel», where no notice period is given anywhere."""
        return next((found.vague for found in self.terminations if found.vague), None)

    @once
    def prolongation(self) -> Said[str] | None:
        """Where the prose lets the agreement go on without being signed anew."""
        section = self.agreement.varighet
        if section and section.forlengelse in ("ny undertegning", "nei"):
            return None
        return next(prolongations(self.prose), None)
