"""3. Økonomi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Hit, Note, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from avtalesjekk.reading.payments import Payment
    from avtalesjekk.reading.reading import Reading


@rule("MA301", "forbehold-mangler", FEIL, "N59a", "N59b", "N88", title="Staten tar forbehold om Stortingets bevilgning")
def reservation(reading: Reading) -> Iterator[Hit]:
    """Statsbudsjettet vedtas for ett år av gangen. Når staten lover penger, må avtalen ta forbehold om at Stortinget
    bevilger dem."""
    if reading.reservation is not None:
        return
    finance = reading.agreement.økonomi
    denied = finance is not None and finance.forbehold == "ingen"
    if reading.state_payments:
        payment, path = reading.state_payments[0]
        note = Note(f"{payment.fra or 'staten'} skal gi dette", path)
    elif reading.prose_payments:
        said = reading.prose_payments[0].said
        note = Note("staten skal gi dette", said.path, said.words)
    else:
        return
    yield Hit(
        ("økonomi", "forbehold"),
        "avtalen sier at staten ikke tar forbehold om Stortingets bevilgning"
        if denied
        else "staten lover penger uten forbehold om Stortingets bevilgning",
        "skriv «forbehold: stortinget» under «økonomi»",
        notes=(note,),
    )


@rule("MA302", "ytelse-uten-formål", ADVARSEL, "N58", "N68", title="Det går fram hva pengene er til")
def payment_purpose(reading: Reading) -> Iterator[Hit]:
    """Det bør gå fram hva en økonomisk kompensasjon er knyttet til, så ingen tar den for et generelt tilskudd."""
    finance = reading.agreement.økonomi
    for i, payment in enumerate(finance.ytelser if finance else ()):
        if payment.formål is None:
            yield Hit(
                ("økonomi", "ytelser", i, "formål"),
                "det går ikke fram hva pengene er til",
                "skriv «formål:» og det ytelsen er knyttet til",
            )
    for said_payment in reading.prose_payments:
        if said_payment.section == "økonomi" and not said_payment.purpose and not _is_a_fact(reading, said_payment):
            yield Hit(
                said_payment.said.path,
                "det går ikke fram hva pengene er til",
                "skriv hva ytelsen er knyttet til",
                words=said_payment.said.words,
            )


def _is_a_fact(reading: Reading, payment: Payment) -> bool:
    """Whether a payment in words is one of the entries of `ytelser`, which says what it is for."""
    finance = reading.agreement.økonomi
    entries = finance.ytelser if finance else ()
    return any(payment.kroner is None or entry.beløp == payment.kroner.value for entry in entries)


@rule("MA303", "ressurser-utenfor-økonomi", MERKNAD, "N67", title="Pengene står i økonomidelen")
def outside_finance(reading: Reading) -> Iterator[Hit]:
    """Økonomiske rammer bør være lette å finne. Løfter om penger andre steder i avtalen bør gjentas i
    økonomidelen."""
    if reading.agreement.økonomi is not None:
        return
    for said in reading.told.promised_elsewhere():
        yield Hit(
            said.path,
            f"her loves det penger («{said.value}»), men avtalen har ingen økonomidel",
            "før ytelsen opp under «økonomi.ytelser»",
            words=said.words,
        )
        return
