"""What the parties want and do: purpose, duties, others, follow-up, money and evaluation."""

from avtalesjekk.starting.sheet import Sheet, quoted, scalar
from avtalesjekk.starting.start import Start


def purpose(sheet: Sheet, _: Start) -> None:
    """The background and the objectives."""
    sheet.put("formål:")
    sheet.note(
        "Hvordan situasjonen er i dag, og hvorfor partene vil samarbeide.",
        "Korleis situasjonen er i dag, og kvifor partane vil samarbeide.",
        "N62",
        indent=2,
    )
    sheet.put("  bakgrunn: |", "    [bakgrunnen for avtalen]")
    sheet.note(
        "Det partene vil oppnå. Hvert mål begynner med en strek. Ta bort «måltall» og «frist» der de ikke passer.",
        "Det partane vil oppnå. Kvart mål byrjar med ein strek. Ta bort «måltall» og «frist» der dei ikkje passar.",
        "N63",
        "N64",
        indent=2,
    )
    goal = sheet.says("[hva partene vil oppnå]", "[kva partane vil oppnå]")
    number = sheet.says("[et tall, som 90 prosent]", "[eit tal, som 90 prosent]")
    due = sheet.says("[en dato, som 2028-12-31]", "[ein dato, som 2028-12-31]")
    sheet.put("  mål:", f"    - tekst: {quoted(goal)}")
    sheet.put(f"      måltall: {quoted(number)}", f"      frist: {quoted(due)}")
    sheet.note(
        "De sterkere virkemidlene avtalen kommer i stedet for, om det er noen: øremerking, lovregulering, forskrift "
        "eller annet.",
        "Dei sterkare verkemidla avtalen kjem i staden for, om det er nokon: øremerking, lovregulering, forskrift "
        "eller anna.",
        "N65",
        indent=2,
    )
    sheet.suggest("alternativ_til:", "  - øremerking", indent=2)


def duties(sheet: Sheet, start: Start) -> None:
    """What each of them shall do, a department a line."""
    sheet.note(
        "Hver plikt er en hel setning som sier hvem som skal gjøre hva, og gjerne når. Ord som «tilstrebe» og «ved "
        "behov» binder ingen.",
        "Kvar plikt er ei heil setning som seier kven som skal gjere kva, og gjerne når. Ord som «prøve å» og «ved "
        "behov» bind ingen.",
        "N46",
    )
    sheet.note(
        "Avtalen kan ikke legge opp til øremerkede tilskudd eller andre sterke virkemidler.",
        "Avtalen kan ikkje leggje opp til øyremerkte tilskot eller andre sterke verkemiddel.",
        "N51",
    )
    together = sheet.says("Partene skal [gjøre hva, og når].", "Partane skal [gjere kva, og når].")
    does = sheet.says("skal [gjøre hva, og når].", "skal [gjere kva, og når].")
    names = [d.nynorsk or d.navn if start.målform == "nynorsk" else d.navn for d in start.departments]
    sheet.put("forpliktelser:", "  felles:", f"    - {together}", "  ks:", f"    - KS {does}", "  staten:")
    sheet.put(*(f"    - {name} {does}" for name in names or ("Departementet",)))


def others(sheet: Sheet, _: Start) -> None:
    """Those that are no parties, as a suggestion."""
    sheet.note(
        "Andre som avtalen berører, og hva partene venter at de bidrar med. Delen er ikke i mønsteravtalen fra 2006, "
        "men i flere nyere avtaler.",
        "Andre som avtalen vedkjem, og kva partane ventar at dei skal bidra med. Delen er ikkje i mønsteravtalen frå "
        "2006, men i fleire nyare avtalar.",
    )
    sheet.suggest(
        "medvirkning:",
        "  tekst: |",
        sheet.says(
            "    [hvem avtalen berører, og hva de skal bidra med]",
            "    [kven avtalen vedkjem, og kva dei skal bidra med]",
        ),
    )


def organisation(sheet: Sheet, _: Start) -> None:
    """The fixed follow-up."""
    sheet.note(
        "Faste møter der administrasjonene følger opp avtalen. Hvor de møtes, og hvor ofte, er opp til dem.",
        "Faste møte der administrasjonane følgjer opp avtalen. Kvar dei møtest, og kor ofte, er opp til dei.",
        "N55",
    )
    sheet.put(
        "organisering:",
        "  oppfølging:",
        "    - nivå: administrativt",
        f"      arena: {quoted(sheet.says('[hva slags møte, som kontaktmøte]', '[kva slags møte, som kontaktmøte]'))}",
        f"      hyppighet: {quoted(sheet.says('[hvor ofte, som hvert halvår]', '[kor ofte, som kvart halvår]'))}",
    )
    sheet.note(
        "Gir avtalen nye oppgaver eller stillinger regionalt, skal den si hvordan de samordnes med statsforvalteren.",
        "Gir avtalen nye oppgåver eller stillingar regionalt, skal han seie korleis dei blir samordna med "
        "statsforvaltaren.",
        "N50",
        indent=2,
    )
    how = sheet.says("[hvordan det regionale arbeidet samordnes]", "[korleis det regionale arbeidet blir samordna]")
    sheet.suggest(f"regional_koordinering: {quoted(how)}", indent=2)


def finance(sheet: Sheet, start: Start) -> None:
    """What the state pays; a suggestion where nothing is to be paid."""
    often = sheet.says("[år, engang eller avtaleperioden]", "[år, eingong eller avtaleperioden]")
    purpose = sheet.says("[hva pengene skal brukes til]", "[kva pengane skal brukast til]")
    amount = sheet.says("[beløpet i hele kroner]", "[beløpet i heile kroner]")
    payer = quoted("[departementet som betaler]") if len(start.state) > 1 else start.state[0]
    paid = start.payment
    per = paid.per if paid else None
    lines = (
        "økonomi:",
        "  ytelser:",
        f"    - beløp: {paid.kroner if paid else quoted(amount)}",
        f"      per: {sheet.says(per, _IN_NYNORSK.get(per, per)) if per else quoted(often)}",
        f"      fra: {payer}",
        "      til: KS",
        f"      formål: {scalar(paid.purpose) if paid and paid.purpose else quoted(purpose)}",
        "  forbehold: stortinget",
    )
    if paid is None:
        sheet.note(
            "Avtaler bør ikke av vane ha penger i seg.",
            "Avtalar bør ikkje av vane ha pengar i seg.",
            "N59c",
        )
    sheet.note(
        "Betaler staten, skal det stå hva pengene skal brukes til, og at Stortinget må bevilge dem.",
        "Betaler staten, skal det stå kva pengane skal brukast til, og at Stortinget må løyve dei.",
        "N58",
        "N59a",
        "N59b",
    )
    if paid is None:
        sheet.suggest(*lines)
    else:
        sheet.put(*lines)


def evaluation(sheet: Sheet, start: Start) -> None:
    """How often, how, and where it is laid."""
    sheet.note(
        "Det skal alltid stå at avtalen evalueres, og helst hvem som gjør det, og hvordan. Status og evaluering tas "
        "opp i konsultasjonsordningen.",
        "Det skal alltid stå at avtalen blir evaluert, og helst kven som gjer det, og korleis. Status og evaluering "
        "blir tekne opp i konsultasjonsordninga.",
        "N53",
        "N54",
        "N70",
    )
    often = sheet.says("hvert år", "kvart år") if start.lasts(12) else "ved avslutning"
    how = sheet.says("[hvem som evaluerer, og hvordan]", "[kven som evaluerer, og korleis]")
    special = sheet.says("[det partene særlig skal se på]", "[det partane særleg skal sjå på]")
    sheet.put("evaluering:", f"  hyppighet: {often}", f"  hvordan: {quoted(how)}")
    sheet.suggest("særskilte_forhold:", f"  - {quoted(special)}", indent=2)
    sheet.put(f"  framlegges: {sheet.says('konsultasjonsordningen', 'konsultasjonsordninga')}")


_IN_NYNORSK = {"engang": "eingong"}
