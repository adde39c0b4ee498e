"""5. Varighet og oppsigelse."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from avtalesjekk.norwegian.dates import PartialDate, Span, between, say_date
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.register.calendar import period_of
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Add, Hit, Note, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.reading import Reading
    from avtalesjekk.reading.said import End, Path, Said


@rule("MA501", "ikrafttredelse-mangler", FEIL, "N73", title="Det går fram når avtalen trer i kraft", fixable=True)
def takes_effect(reading: Reading) -> Iterator[Hit]:
    """Tidspunktet for ikrafttredelse må gå klart fram. Datoen for underskriften sier ikke det alene: avtalen kan
    gjelde fra en annen dag."""
    if reading.start is not None:
        return
    signing = reading.signing
    yield Hit(
        ("varighet", "ikrafttredelse"),
        "avtalen sier ikke når den trer i kraft",
        "skriv «ikrafttredelse:» med en dato, eller «ikrafttredelse: ved undertegning», under «varighet»",
        notes=(Note("datoen for underskriften sier ikke når avtalen begynner å gjelde", signing.path),)
        if signing
        else (),
        mend=Add("varighet", (("ikrafttredelse", "[dato]"),)),
    )


@rule("MA502", "varighet-mangler", FEIL, "N33", "N74", title="Avtalen har en sluttdato eller en lengde")
def limited(reading: Reading) -> Iterator[Hit]:
    """Også langsiktige avtaler må ha en klar tidsavgrensing, så partene jevnlig tar stilling til om de vil
    fortsette."""
    if reading.duration is None:
        yield Hit(
            ("varighet", "til"),
            "avtalen har verken sluttdato eller lengde",
            "skriv «til:» med siste dag avtalen gjelder, eller «lengde:» som «2 år», under «varighet»",
        )


@rule(
    "MA503", "utover-stortingsperioden", FEIL, "N36", "N37", "N75", title="Avtalen varer ikke ut over stortingsperioden"
)
def within_period(reading: Reading) -> Iterator[Hit]:
    """Som hovedregel bør avtalen ikke vare lenger enn stortingsperioden den er inngått i, så et nytt storting og en
    ny regjering står fritt. Retningslinjene åpner for unntak når langsiktighet krever det. Avtalesjekk melder det
    likevel som feil, fordi unntaket skal være valgt og begrunnet; med «varighet.begrunnelse» blir det en merknad."""
    day, end = reading.day, reading.end
    period = period_of(day.first) if day else None
    if day is None or end is None or period is None or end.last <= period.til:
        return
    section = reading.agreement.varighet
    explained = bool(section and section.begrunnelse)
    end = end._replace(about=end.about or period_of(day.last) != period)
    over = _beyond(period.til, end)
    about = _about(end.about)
    yield Hit(
        end.path,
        f"avtalen varer til {about}{say_date(end.last)}, {about}{over} ut over stortingsperioden {period.id}",
        ""
        if explained
        else f"la den slutte senest {say_date(period.til)}, eller skriv under «varighet.begrunnelse» hvorfor den "
        "må vare lenger",
        words=end.words,
        level=MERKNAD if explained else ADVARSEL if day.of_the_run else None,
        notes=(
            Note(
                f"undertegnes den i dag ({say_date(day.first)}), er det i stortingsperioden {period.id}, som slutter "
                f"{say_date(period.til)}"
                if day.of_the_run
                else f"{_GIVEN_BY[day.basis]} i stortingsperioden {period.id}, som sluttet {say_date(period.til)}"
                if period.til < reading.today
                else f"{_GIVEN_BY[day.basis]} i stortingsperioden {period.id}, som slutter {say_date(period.til)}",
                day.path,
            ),
        ),
        today=day.of_the_run,
    )


@rule("MA504", "oppsigelse-mangler", FEIL, "N34", title="Hver av partene kan si opp avtalen", fixable=True)
def can_be_terminated(reading: Reading) -> Iterator[Hit]:
    """Felles for alle avtaler er at de må kunne sies opp når de ikke lenger svarer til det partene vil prioritere."""
    termination = reading.termination
    if termination is None or termination.value is False:
        yield Hit(
            ("varighet", "oppsigelse"),
            "avtalen sier ikke at den kan sies opp" if termination is None else "avtalen kan ikke sies opp",
            "skriv «oppsigelse:» med en frist, som «3 måneder», under «varighet»",
            mend=None if termination else Add("varighet", (("oppsigelse", "[frist]"),)),
        )


@rule("MA505", "oppsigelsesfrist-uklar", MERKNAD, "N76", title="Oppsigelsesfristen er bestemt")
def notice(reading: Reading) -> Iterator[Hit]:
    """Skal det være en oppsigelsestid, må den stå i avtalen. Uten frist vet ingen av partene når en
    oppsigelse virker."""
    termination, vague = reading.termination, reading.vague_notice
    if termination is None or isinstance(termination.value, Duration) or termination.value is False:
        return
    if vague is not None:
        yield Hit(
            vague.path,
            f"oppsigelsesfristen er ikke bestemt: «{vague.value}»",
            "skriv en frist, som «tre måneder»",
            words=vague.words,
            level=ADVARSEL,
        )
    elif termination.value is True or termination.words is not None:
        yield Hit(
            termination.path,
            "avtalen kan sies opp, men har ingen oppsigelsesfrist",
            "skriv fristen, som «oppsigelse: 3 måneder», om det skal være en",
            words=termination.words,
        )


@rule(
    "MA506",
    "omvendt-varighet",
    FEIL,
    "N74",
    title="Avtalen begynner før den slutter, og varer lenger enn oppsigelsesfristen",
)
def in_order(reading: Reading) -> Iterator[Hit]:
    """En avtale som slutter før den begynner, har en feil i en av datoene. En oppsigelsesfrist som er lengre
    enn avtalen varer, kan ingen bruke."""
    end, begins, termination = reading.end, reading.begins, reading.termination
    notice = termination.value if termination and isinstance(termination.value, Duration) else None
    length = reading.duration.value if reading.duration else None
    of_the_run = reading.day is None or reading.day.of_the_run
    if end is not None and begins is not None and not of_the_run:
        if end.last < begins.first:
            yield Hit(
                end.path,
                f"avtalen slutter {_about(end.about)}{say_date(end.last)}, før den begynner {say_date(begins.first)}",
                "rett den av datoene som er feil",
                words=end.words,
                notes=(Note(f"begynner {say_date(begins.first)}", begins.path, begins.words),),
            )
        elif termination and notice and notice.end(begins.first) > end.last:
            lasts = between(begins.first, end.last + timedelta(days=1)).say()
            yield _too_long_notice(termination, notice, lasts, end.path)
    elif termination and notice and isinstance(length, Duration) and notice.at_least_days > length.at_most_days:
        yield _too_long_notice(termination, notice, length.say(), ("varighet", "lengde"))


def _too_long_notice(termination: Said[object], notice: Duration, lasts: str, end: Path) -> Hit:
    return Hit(
        termination.path,
        f"oppsigelsesfristen ({notice.say()}) er lengre enn avtalen varer ({lasts})",
        "sett en kortere frist",
        words=termination.words,
        notes=(Note(f"avtalen varer {lasts}", end),),
    )


@rule("MA507", "forlengelse-uten-signering", ADVARSEL, "N40", title="Avtalen undertegnes på nytt når den forlenges")
def signed_anew(reading: Reading) -> Iterator[Hit]:
    """En avtale bør alltid undertegnes på nytt når den videreføres eller reforhandles, så det er tydelig at partene
    fortsatt står bak den. Det gjelder selve forlengelsen; åpner avtalen bare for det, er det en advarsel."""
    section = reading.agreement.varighet
    if section and section.forlengelse == "uten ny undertegning":
        yield Hit(
            ("varighet", "forlengelse"),
            "avtalen kan forlenges uten å undertegnes på nytt",
            "skriv «forlengelse: ny undertegning»",
        )
    if prolongation := reading.prolongation:
        yield Hit(
            prolongation.path,
            f"avtalen kan forlenges uten å undertegnes på nytt («{prolongation.value}»)",
            "skriv at en forlengelse undertegnes på nytt, eller «forlengelse: ny undertegning»",
            words=prolongation.words,
        )
    for i, event in enumerate(reading.agreement.historikk):
        if event.hendelse in ("videreført", "reforhandlet") and event.undertegnet is False:
            yield Hit(
                ("historikk", i, "undertegnet"),
                f"avtalen ble {event.hendelse} {_when(event.dato)} uten å bli undertegnet på nytt",
                "undertegn den på nytt på neste konsultasjonsmøte",
            )


@rule("MA508", "periode-kan-ikke-regnes", MERKNAD, "N36", title="Stortingsperioden kan regnes ut")
def day_known(reading: Reading) -> Iterator[Hit]:
    """Uten dagen for underskriften kan ingen si hvilken stortingsperiode avtalen er inngått i, og om den
    varer ut over den."""
    if reading.day is None and reading.duration is not None:
        yield Hit(
            reading.duration.path,
            "det kan ikke regnes ut om avtalen varer ut over stortingsperioden, for dagen den er "
            "undertegnet, er ikke kjent",
            "skriv datoen under «underskrifter.dato»",
            words=reading.duration.words,
        )


def _beyond(last: date, end: End) -> str:
    """How long an agreement goes on after a day, also in days alone; in months where its end is not exact."""
    over = between(last + timedelta(days=1), end.last + timedelta(days=1))
    if not over.months:
        return over.say()
    if end.about:
        return Span(over.months, 0, over.total_days).say()
    return f"{over.say()} ({over.total_days} dager)"


def _when(day: PartialDate) -> str:
    return f"{'' if day.exact else 'i '}{say_date(day)}"


def _about(about: bool) -> str:  # noqa: FBT001 (one word or none)
    return "ca. " if about else ""


_GIVEN_BY = {"signering": "undertegnet", "ikrafttredelse": "trer i kraft"}
