"""The questions about a new agreement: short, with the answer that Enter gives, and again where one will not do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from avtalesjekk.errors import UserError
from avtalesjekk.norwegian.dates import say_date
from avtalesjekk.norwegian.saying import Målform
from avtalesjekk.register.departments import Department
from avtalesjekk.starting import said
from avtalesjekk.starting.start import Payment, Start
from avtalesjekk.terminal import printable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Talk:
    """Someone to ask: `answer` shows a question and gives the line that is typed, `tell` shows a line."""

    answer: Callable[[str], str]
    tell: Callable[[str], None]

    def ask(self, question: str, parse: Callable[[str], T], *, enter: str) -> T | None:
        """What is answered, asked for until it will do; None for Enter alone, which `enter` says the meaning of."""
        while True:
            answered = self.answer(f"{question} [{enter}]: ").strip()
            if not answered:
                return None
            try:
                return parse(answered)
            except UserError as error:
                wrong = printable(str(error))
                self.tell(f"  {wrong[:1].upper()}{wrong[1:]}")


def ask_for_the_rest(known: Start, talk: Talk, *, målform: bool) -> Start:
    """What is known with what is answered to the rest; `målform` tells whether that is to be asked for."""
    tema = known.tema or talk.ask("Tema, som «bosetting av flyktninger»", said.text, enter=_LATER)
    departments = known.departments or _departments(known, talk)
    form = _målform(talk) if målform else known.målform
    end = known.end or _end(known, talk)
    payment = _payment(known.payment, talk)
    return replace(known, tema=tema, departments=departments, målform=form, end=end, payment=payment)


_LATER = "senere"
_NO = ("nei", "ingen", "ikke", "0")


def _departments(known: Start, talk: Talk) -> tuple[Department, ...]:
    question = "Departementer ved siden av KS, med komma mellom"
    return talk.ask(question, lambda text: said.departments_called(text, known.day), enter=_LATER) or ()


def _målform(talk: Talk) -> Målform:
    form = talk.ask("Målform, bokmål eller nynorsk", lambda text: said.one_of(text, said.MÅLFORMER), enter="bokmål")
    return "nynorsk" if form == "nynorsk" else "bokmål"


def _end(known: Start, talk: Talk) -> said.End | None:
    if period := known.period:
        talk.tell(
            f"Avtalen bør ikke vare ut over stortingsperioden den inngås i: {period.id} slutter {say_date(period.til)}."
        )
        if known.period_ends_soon:
            talk.tell(
                "Det er mindre enn ett år til. Skal samarbeidet vare lenger, må partene undertegne på nytt etter det, "
                "eller sette en senere dag og si hvorfor."
            )
    end = talk.ask(
        "Siste dag, eller en lengde som «2 år»",
        lambda text: said.end(text, known.day),
        enter=period.til.isoformat() if period else _LATER,
    )
    if end and replace(known, end=end).beyond:
        talk.tell("  Det er ut over stortingsperioden. Skriv hvorfor under «begrunnelse» i filen.")
    return end


def _payment(given: Payment | None, talk: Talk) -> Payment | None:
    kroner = given.kroner if given else talk.ask("Beløp fra staten til KS, i kroner", _kroner_or_none, enter="ingen")
    if not kroner:
        return None
    per, purpose = (given.per, given.purpose) if given else (None, None)
    per = per or talk.ask("Per år, engang eller avtaleperioden", lambda text: said.one_of(text, said.PER), enter="år")
    purpose = purpose or talk.ask("Hva pengene skal brukes til", said.text, enter=_LATER)
    return Payment(kroner, per or "år", purpose)


def _kroner_or_none(text: str) -> int | None:
    return None if text.casefold() in _NO else said.kroner(text)
