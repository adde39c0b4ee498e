"""One agreement on one day, as the rules ask of it."""

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.norwegian.frequencies import Frequency
from avtalesjekk.placeholder import is_placeholder
from avtalesjekk.reading import topics
from avtalesjekk.reading.parties import Party, Signatory, of_the_state, parties, signatories
from avtalesjekk.reading.prose import Prose, headings
from avtalesjekk.reading.said import Beginning, Day, End, Path, Said

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale, Plikt, Ytelse


class Reading:
    """What an agreement says, from its facts or its prose, with places.

    `today` is the day of the run, `stem` the file's name without suffix, None where it has none.
    """

    def __init__(self, agreement: "Avtale", today: date, stem: str | None = None) -> None:
        self.agreement = agreement
        self.today = today
        self.stem = stem

    # The document

    @cached_property
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

    @cached_property
    def prose(self) -> Prose:
        """What is said in words."""
        return Prose(self.agreement)

    @cached_property
    def signing(self) -> Said[PartialDate] | None:
        """The signing date: the common one, else the latest of the signatories' own."""
        signatures = self.agreement.underskrifter
        if signatures is None:
            return None
        if isinstance(signatures.dato, PartialDate):
            return Said(signatures.dato, ("underskrifter", "dato"))
        own = [
            Said(signer.dato, ("underskrifter", "av", i, "dato"))
            for i, signer in enumerate(signatures.av)
            if isinstance(signer.dato, PartialDate)
        ]
        return max(own, key=lambda said: said.value.last, default=None)

    @cached_property
    def day(self) -> Day | None:
        """The day by which names, periods and offices are looked up; None where a signed agreement does not say it."""
        if self.signing is not None:
            return Day(self.signing.value.first, self.signing.value.last, "signering", self.signing.path)
        if self.start is not None and isinstance(self.start.value, PartialDate):
            return Day(self.start.value.first, self.start.value.last, "ikrafttredelse", self.start.path)
        return None if self.signed else Day(self.today, self.today, "kjøring", ())

    # The parties

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The parties, in the order of the file."""
        return parties(self.agreement, self.day)

    @cached_property
    def signatories(self) -> tuple[Signatory, ...]:
        """Those who sign, in the order of the file."""
        return tuple(signatories(self.agreement, self.parties))

    # Purpose and duties

    @cached_property
    def background(self) -> Path | None:
        """Where the background is told."""
        a = self.agreement
        return next(
            (
                path
                for path, said in (
                    (("formål", "bakgrunn"), a.formål and a.formål.bakgrunn),
                    (("grunnlag",), a.grunnlag),
                    (("formål", "tekst"), a.formål and a.formål.tekst),
                    (("innledning",), a.innledning),
                )
                if said not in (None, ())
            ),
            None,
        )

    @cached_property
    def objectives(self) -> tuple[Said[str], ...]:
        """The objectives: each item, or the prose of the section."""
        purpose = self.agreement.formål
        if purpose is None:
            return ()
        items = tuple(Said(goal.tekst, ("formål", "mål", i, "tekst")) for i, goal in enumerate(purpose.mål))
        return items or ((Said(purpose.tekst, ("formål", "tekst")),) if purpose.tekst else ())

    @cached_property
    def duties(self) -> tuple[tuple[Literal["felles", "ks", "staten"], "Plikt", Path], ...]:
        """The duties that stand as items: whose, what, where."""
        duties = self.agreement.forpliktelser
        if duties is None:
            return ()
        lists: tuple[tuple[Literal["felles", "ks", "staten"], tuple[Plikt, ...]], ...]
        lists = (("felles", duties.felles), ("ks", duties.ks), ("staten", duties.staten))
        return tuple((whose, duty, ("forpliktelser", whose, i)) for whose, some in lists for i, duty in enumerate(some))

    @cached_property
    def deadlines(self) -> tuple[tuple[PartialDate | str | None, Path], ...]:
        """The deadlines of objectives and duties."""
        purpose = self.agreement.formål
        goals = ((goal.frist, ("formål", "mål", i, "frist")) for i, goal in enumerate(purpose.mål if purpose else ()))
        return (*goals, *((duty.frist, (*path, "frist")) for _, duty, path in self.duties))

    @cached_property
    def vague_duties(self) -> tuple[Said[str], ...]:
        """The duties that only say something like «tilstrebe» or «ved behov»."""
        return tuple(
            Said(found[0], (*path, "tekst"), found.span())
            for _, duty, path in self.duties
            if (found := topics.VAGUE.search(duty.tekst.lower())) is not None
        )

    def has_heading_for(self, who: str, prose: str | None) -> bool:
        """Whether a heading in the prose names KS, or the state or one of its departments."""
        side = [party for party in self.parties if party.side == who.casefold()]
        names = {who, *(name for party in side for name in (party.name, party.short))}
        names |= {d.navn for party in side for d in party.departments}
        if who == "staten":
            names.add("departementet")
        return any(
            re.search(rf"(?<!\w){re.escape(name)}", heading, re.IGNORECASE)
            for heading in headings(prose)
            for name in names
        )

    @cached_property
    def bodies(self) -> tuple[tuple[Path, str, bool], ...]:
        """The bodies that sign, give, get or answer: where, what, and whether only a department counts."""
        a = self.agreement
        signers = ((("underskrifter", "av", i, "for"), s.body, False) for i, s in enumerate(self.signatories))
        payments = a.økonomi.ytelser if a.økonomi else ()
        givers = ((("økonomi", "ytelser", i, "fra"), y.fra, False) for i, y in enumerate(payments))
        takers = ((("økonomi", "ytelser", i, "til"), y.til, True) for i, y in enumerate(payments))
        answering = (((*path, "ansvarlig"), duty.ansvarlig, True) for _, duty, path in self.duties)
        named_so = (*signers, *givers, *takers, *answering)
        return tuple((path, name, only) for path, name, only in named_so if name and not is_placeholder(name))

    # Money

    @cached_property
    def state_payments(self) -> tuple[tuple["Ytelse", Path], ...]:
        """What the state is to pay or provide; a giver who is not named is the state, unless it is the one who gets."""
        finance = self.agreement.økonomi
        return tuple(
            (payment, ("økonomi", "ytelser", i))
            for i, payment in enumerate(finance.ytelser if finance else ())
            if (of_the_state(payment.fra, self.parties) if payment.fra else not self._is_to_the_state(payment))
        )

    def _is_to_the_state(self, payment: "Ytelse") -> bool:
        return payment.til is not None and of_the_state(payment.til, self.parties)

    @cached_property
    def reservation(self) -> Said[str] | None:
        """The reservation for the Storting's appropriation: `stortinget`, a placeholder, or words; not `ingen`."""
        finance = self.agreement.økonomi
        if finance and finance.forbehold not in (None, "ingen"):
            return Said(str(finance.forbehold), ("økonomi", "forbehold"))
        return self.prose.about(topics.RESERVATION)

    # Evaluation and follow-up

    @cached_property
    def evaluation(self) -> Said[str] | None:
        """Where it is laid down that the agreement shall be evaluated."""
        section = self.agreement.evaluering
        for key in ("hyppighet", "hvordan", "særskilte_forhold", "framlegges"):
            if section and getattr(section, key) not in (None, ()):
                return Said(key, ("evaluering", key))
        return self.prose.about(topics.EVALUATION)

    @cached_property
    def evaluation_frequency(self) -> Said[Frequency] | None:
        """How often it is evaluated."""
        section = self.agreement.evaluering
        if section and isinstance(section.hyppighet, Frequency):
            return Said(section.hyppighet, ("evaluering", "hyppighet"))
        return None

    @cached_property
    def consultation(self) -> Said[str] | None:
        """What ties the agreement to the konsultasjonsordning."""
        a = self.agreement
        if a.konsultasjon is not None and (a.konsultasjon.avklart or a.konsultasjon.påbegynt) is not None:
            return Said("konsultasjon", ("konsultasjon",))
        if a.evaluering and a.evaluering.framlegges not in (None, "annet"):
            return Said("framlegges", ("evaluering", "framlegges"))
        return self.prose.stem(_CONSULTATION)

    # Duration

    @cached_property
    def start(self) -> Said[object] | None:
        """When it takes effect: a date, `ved undertegning`, a placeholder, or words."""
        section = self.agreement.varighet
        if section and section.ikrafttredelse is not None:
            return Said(section.ikrafttredelse, ("varighet", "ikrafttredelse"))
        return self.prose.about(topics.START)

    @cached_property
    def duration(self) -> Said[object] | None:
        """An end date or a length, a placeholder, or words."""
        section = self.agreement.varighet
        for key in ("til", "lengde"):
            if section and (value := getattr(section, key)) is not None:
                return Said(value, ("varighet", key))
        return self.prose.about(topics.END)

    @cached_property
    def begins(self) -> Beginning | None:
        """The first day in force: ikrafttredelse, else the day of the agreement."""
        if self.start is not None and isinstance(self.start.value, PartialDate):
            return Beginning(self.start.value.first, self.start.path, about=not self.start.value.exact)
        if self.day is None:
            return None
        return Beginning(self.day.first, self.day.path, about=self.day.first != self.day.last)

    @cached_property
    def end(self) -> End | None:
        """The last day in force; None where it is not said or cannot be counted."""
        match self.duration:
            case Said(value=PartialDate() as until, path=path):
                return End(until.last, path, about=not until.exact)
            case Said(value=Duration() as length, path=path) if self.begins is not None:
                of_the_run = self.day is not None and self.day.of_the_run
                return End(length.end(self.begins.first), path, about=self.begins.about, today=of_the_run)
        return None

    @cached_property
    def termination(self) -> Said[object] | None:
        """The right to terminate: a notice period, True without one, False for none, a placeholder, or words."""
        section = self.agreement.varighet
        if section and section.oppsigelse is not None:
            return Said(section.oppsigelse, ("varighet", "oppsigelse"))
        return self.prose.about(topics.TERMINATION)


_CONSULTATION = "konsultasjon"  # the stem of all its words, in both målformer
