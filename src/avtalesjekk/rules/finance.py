"""3. Økonomi."""

from collections.abc import Iterator

from avtalesjekk.reading import Reading, topics
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Hit, Note, rule


@rule("MA301", "forbehold-mangler", FEIL, "N59a", "N59b", "N88", title="Staten tar forbehold om Stortingets bevilgning")
def reservation(reading: Reading) -> Iterator[Hit]:
    """Statsbudsjettet vedtas for ett år av gangen. Når staten lover penger, må avtalen ta forbehold om at Stortinget
    bevilger dem."""
    if not reading.state_payments or reading.reservation is not None:
        return
    finance = reading.agreement.økonomi
    denied = finance is not None and finance.forbehold == "ingen"
    payment, path = reading.state_payments[0]
    yield Hit(
        ("økonomi", "forbehold"),
        "avtalen sier at staten ikke tar forbehold om Stortingets bevilgning"
        if denied
        else "staten lover penger uten forbehold om Stortingets bevilgning",
        "skriv «forbehold: stortinget» under «økonomi»",
        notes=(Note(f"{payment.fra or 'staten'} skal gi dette", path),),
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


@rule("MA303", "ressurser-utenfor-økonomi", MERKNAD, "N67", title="Pengene står i økonomidelen")
def outside_finance(reading: Reading) -> Iterator[Hit]:
    """Økonomiske rammer bør være lette å finne. Løfter om penger andre steder i avtalen bør gjentas i
    økonomidelen."""
    if reading.agreement.økonomi is not None:
        return
    for said in reading.prose.mentions(topics.MONEY):
        yield Hit(
            said.path,
            f"her loves det penger («{said.value}»), men avtalen har ingen økonomidel",
            "før ytelsen opp under «økonomi.ytelser»",
            words=said.words,
        )
        return
