"""How an agreement ends: its term, seen against the Storting period, and who signs."""

from datetime import date

from avtalesjekk.norwegian.dates import say_date
from avtalesjekk.norwegian.durations import Duration
from avtalesjekk.starting.sheet import Sheet, in_nynorsk, length, quoted
from avtalesjekk.starting.start import Start


def term(sheet: Sheet, start: Start) -> None:
    """From when to when it is in force, and how it may end before or go on."""
    sheet.put("varighet:")
    sheet.note(
        "Når avtalen trer i kraft: ved undertegning, eller en dato.",
        "Når avtalen tek til å gjelde: ved underteikning, eller ein dato.",
        "N73",
        indent=2,
    )
    sheet.put(f"  ikrafttredelse: {sheet.says('ved undertegning', 'ved underteikning')}")
    match start.end:
        case Duration():
            key, value = "lengde", length(start.end, start.målform)
        case date():
            key, value = "til", start.end.isoformat()
        case _:
            last = start.last
            unknown = sheet.says("[siste dag avtalen gjelder]", "[siste dagen avtalen gjeld]")
            key, value = "til", last.isoformat() if last else quoted(unknown)
    _why_so_long(sheet, start)
    sheet.put(f"  {key}: {value}")
    if start.beyond:
        why = sheet.says("[grunnen til at varigheten er så lang]", "[grunnen til at varigheita er så lang]")
        sheet.put(f"  begrunnelse: {quoted(why)}")
    sheet.note(
        "Begge parter må kunne si opp avtalen. Skal det være en frist, må den stå her.",
        "Begge partar må kunne seie opp avtalen. Skal det vere ein frist, må han stå her.",
        "N34",
        "N76",
        indent=2,
    )
    notice = sheet.says("3 måneder", "3 månader") if start.lasts(6) else "ja"
    sheet.put(f"  oppsigelse: {notice}")
    sheet.note(
        "Partene undertegner på nytt når avtalen videreføres.",
        "Partane underteiknar på nytt når avtalen blir vidareført.",
        "N40",
        indent=2,
    )
    sheet.suggest(f"forlengelse: {sheet.says('ny undertegning', 'ny underteikning')}", indent=2)


def _why_so_long(sheet: Sheet, start: Start) -> None:
    """Say how the end goes with the Storting period."""
    period, beyond = start.period, start.beyond
    if isinstance(start.end, Duration) and start.last:
        signed, last = say_date(start.day), say_date(start.last)
        sheet.note(
            f"Lengden regnes fra dagen avtalen trer i kraft: er den {signed}, er siste dag {last}.",
            f"Lengda blir rekna frå dagen avtalen tek til å gjelde: er han {signed}, er siste dagen {last}.",
            "N74",
            indent=2,
        )
    if period is None:
        sheet.note(
            "Avtalen bør som hovedregel ikke vare ut over stortingsperioden den inngås i.",
            "Avtalen bør som hovudregel ikkje vare ut over stortingsperioden han blir inngått i.",
            "N36",
            indent=2,
        )
        return
    ends = say_date(period.til)
    sheet.note(
        f"Avtalen bør som hovedregel ikke vare ut over stortingsperioden den inngås i. Perioden {period.id} "
        f"slutter {ends}.",
        f"Avtalen bør som hovudregel ikkje vare ut over stortingsperioden han blir inngått i. Perioden {period.id} "
        f"sluttar {ends}.",
        "N36",
        indent=2,
    )
    if beyond:
        sheet.note(
            f"Denne avtalen varer {beyond.say()} lenger, og da må den si hvorfor.",
            f"Denne avtalen varer {in_nynorsk(beyond.say())} lenger, og då må han seie kvifor.",
            "N37",
            indent=2,
        )
    elif start.period_ends_soon:
        sheet.note(
            "Det er mindre enn ett år til. Skal samarbeidet fortsette, må partene undertegne på nytt etter det, eller "
            "sette en senere dag her og skrive en «begrunnelse».",
            "Det er mindre enn eitt år til. Skal samarbeidet halde fram, må partane underteikne på nytt etter det, "
            "eller setje ein seinare dag her og skrive ei «begrunnelse».",
            "N37",
            "N40",
            indent=2,
        )


def signatures(sheet: Sheet, start: Start) -> None:
    """The offices of those who sign; never their names."""
    sheet.note(
        "Statsråden i hvert departement undertegner for staten, og styrelederen for KS.",
        "Statsråden i kvart departement underteiknar for staten, og styreleiaren for KS.",
        "N42",
        "N43",
        "N78",
    )
    minister = quoted(sheet.says("[navnet på statsråden]", "[namnet på statsråden]"))
    leader = quoted(sheet.says("[navnet på styrelederen]", "[namnet på styreleiaren]"))
    sheet.put("underskrifter:")
    sheet.note(
        "Stedet og datoen skrives inn når avtalen er undertegnet, sammen med «status: undertegnet».",
        "Staden og datoen blir skrivne inn når avtalen er underteikna, saman med «status: underteikna».",
        indent=2,
    )
    sheet.suggest(
        f"sted: {quoted(sheet.says('[stedet]', '[staden]'))}",
        f"dato: {quoted('[datoen, som 2027-01-31]')}",
        indent=2,
    )
    sheet.put("  av:")
    for payer in start.state:
        sheet.put(f"    - navn: {minister}", "      tittel: statsråd", f"      for: {payer}")
    sheet.put(f"    - navn: {leader}", f"      tittel: {sheet.says('styreleder', 'styreleiar')}", "      for: KS")
