"""The parts of an agreement that stand as facts alone: background, objectives, duties."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from avtalesjekk.norwegian.dates import PartialDate
from avtalesjekk.placeholder import is_placeholder
from avtalesjekk.reading.parties import Party, Signatory, of_the_state
from avtalesjekk.reading.said import Path, Said

if TYPE_CHECKING:
    from avtalesjekk.model.agreement import Avtale, Plikt, Ytelse

Whose: TypeAlias = Literal["felles", "ks", "staten"]


def background(agreement: "Avtale") -> Path | None:
    """Where the background is told."""
    a = agreement
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


def objectives(agreement: "Avtale") -> tuple[Said[str], ...]:
    """The objectives: each item, or the prose of the section."""
    purpose = agreement.formål
    if purpose is None:
        return ()
    items = tuple(Said(goal.tekst, ("formål", "mål", i, "tekst")) for i, goal in enumerate(purpose.mål))
    return items or ((Said(purpose.tekst, ("formål", "tekst")),) if purpose.tekst else ())


def duties(agreement: "Avtale") -> tuple[tuple[Whose, "Plikt", Path], ...]:
    """The duties that stand as items: whose, what, where."""
    duties = agreement.forpliktelser
    if duties is None:
        return ()
    lists: tuple[tuple[Whose, tuple[Plikt, ...]], ...]
    lists = (("felles", duties.felles), ("ks", duties.ks), ("staten", duties.staten))
    return tuple((whose, duty, ("forpliktelser", whose, i)) for whose, some in lists for i, duty in enumerate(some))


def signing(agreement: "Avtale") -> Said[PartialDate] | None:
    """The signing date: the common one, else the latest of the signatories' own."""
    signatures = agreement.underskrifter
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


def deadlines(agreement: "Avtale") -> tuple[tuple[PartialDate | str | None, Path], ...]:
    """The deadlines of objectives and duties."""
    purpose = agreement.formål
    goals = ((goal.frist, ("formål", "mål", i, "frist")) for i, goal in enumerate(purpose.mål if purpose else ()))
    return (*goals, *((duty.frist, (*path, "frist")) for _, duty, path in duties(agreement)))


def bodies(agreement: "Avtale", signatories: tuple[Signatory, ...]) -> tuple[tuple[Path, str, bool], ...]:
    """The bodies that sign, give, get or answer: where, what, and whether only a department counts."""
    a = agreement
    signers = ((("underskrifter", "av", i, "for"), s.body, False) for i, s in enumerate(signatories))
    payments = a.økonomi.ytelser if a.økonomi else ()
    givers = ((("økonomi", "ytelser", i, "fra"), y.fra, False) for i, y in enumerate(payments))
    takers = ((("økonomi", "ytelser", i, "til"), y.til, True) for i, y in enumerate(payments))
    answering = (((*path, "ansvarlig"), duty.ansvarlig, True) for _, duty, path in duties(agreement))
    named_so = (*signers, *givers, *takers, *answering)
    return tuple((path, name, only) for path, name, only in named_so if name and not is_placeholder(name))


def state_payments(agreement: "Avtale", parties: tuple[Party, ...]) -> tuple[tuple["Ytelse", Path], ...]:
    """What the state is to pay or provide; a giver who is not named is the state, unless it is the one who gets."""
    finance = agreement.økonomi
    return tuple(
        (payment, ("økonomi", "ytelser", i))
        for i, payment in enumerate(finance.ytelser if finance else ())
        if (
            of_the_state(payment.fra, parties)
            if payment.fra
            else not (payment.til is not None and of_the_state(payment.til, parties))
        )
    )


def consultation(agreement: "Avtale") -> Said[str] | None:
    """The fact that ties the agreement to the konsultasjonsordning."""
    a = agreement
    if a.konsultasjon is not None and (a.konsultasjon.avklart or a.konsultasjon.påbegynt) is not None:
        return Said("konsultasjon", ("konsultasjon",))
    if a.evaluering and a.evaluering.framlegges not in (None, "annet"):
        return Said("framlegges", ("evaluering", "framlegges"))
    for i, point in enumerate(a.organisering.oppfølging if a.organisering else ()):
        if point.arena and "konsultasjon" in point.arena.casefold():
            return Said(point.arena, ("organisering", "oppfølging", i, "arena"))
    return None
