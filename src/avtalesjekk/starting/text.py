"""The text of a new agreement: all that is known filled in, the rest in square brackets, and what to write there."""

from avtalesjekk.starting.content import duties, evaluation, finance, organisation, others, purpose
from avtalesjekk.starting.ending import signatures, term
from avtalesjekk.starting.sheet import Sheet, quoted, scalar
from avtalesjekk.starting.start import Start


def text_of(start: Start) -> str:
    """The file."""
    sheet = Sheet(start.målform)
    for section in (_head, _parties, _basis, purpose, duties, others, organisation, finance, evaluation, term):
        section(sheet, start)
        sheet.put()
    signatures(sheet, start)
    sheet.put()
    _deviations(sheet)
    return sheet.text


def _head(sheet: Sheet, _: Start) -> None:
    sheet.note(
        "Utkast til samarbeidsavtale mellom staten og KS. Bytt ut det som står i [hakeparenteser], med det partene "
        "blir enige om.",
        "Utkast til samarbeidsavtale mellom staten og KS. Byt ut det som står i [hakeparentesar], med det partane blir "
        "samde om.",
    )
    sheet.put("#")
    sheet.note(
        "Linjer som begynner med #, kommer ikke med i avtalen. Et forslag har # rett foran nøkkelen: ta bort # på "
        "linjen, og på linjene under, for å bruke det. Numre som N36 viser til "
        "retningslinjene i rapporten fra 2006, med kapittel; `avtalesjekk rule --coverage` viser hva "
        "avtalesjekk kontrollerer av dem.",
        "Linjer som byrjar med #, kjem ikkje med i avtalen. Eit forslag har # rett framfor nøkkelen: ta bort # på "
        "linja, og på linjene under, for å bruke det. Nummer som N36 viser til "
        "retningslinjene i rapporten frå 2006, med kapittel; `avtalesjekk rule --coverage` viser kva "
        "avtalesjekk kontrollerer av dei.",
    )
    sheet.put("#")
    sheet.note(
        "Vil du ha forslag og forklaringer mens du skriver, i et redigeringsprogram som kan YAML: kjør "
        "`avtalesjekk schema > avtale.schema.json` i mappen der avtalen ligger, og skriv øverst i avtalen: "
        f"{_MODELINE}",
        "Vil du ha forslag og forklaringar medan du skriv, i eit redigeringsprogram som kan YAML: køyr "
        "`avtalesjekk schema > avtale.schema.json` i mappa der avtalen ligg, og skriv øvst i avtalen: "
        f"{_MODELINE}",
    )
    sheet.put("", "format: 1")


def _parties(sheet: Sheet, start: Start) -> None:
    sheet.note(
        "Det avtalen handler om, med liten forbokstav. Partene og temaet gir tittelen: «Samarbeidsavtale mellom … "
        "og KS om …».",
        "Det avtalen handlar om, med liten forbokstav. Partane og temaet gir tittelen: «Samarbeidsavtale "
        "mellom … og KS om …».",
        "N61",
    )
    sheet.put(f"tema: {scalar(start.tema) if start.tema else quoted('[temaet]')}", "")
    sheet.note(
        "KS og alle departementene som deltar i samarbeidet.",
        "KS og alle departementa som deltek i samarbeidet.",
        "N43",
    )
    sheet.put("parter:", *(f"  - {party}" for party in (*start.state, "KS")), "")
    if start.målform == "nynorsk":
        sheet.note(
            "",
            "Nøklane, orda framfor kolon, er på bokmål i alle avtalar. Det som står etter dei, er på nynorsk her.",
        )
        sheet.put("målform: nynorsk", "")
    sheet.note(
        "Hvor langt avtalen er kommet: utkast, klar (til å undertegnes) eller undertegnet. Fra «klar» av skal "
        "ingenting stå i hakeparenteser.",
        "Kor langt avtalen er komen: utkast, klar (til å underteiknast) eller underteikna. Frå «klar» av skal "
        "ingenting stå i hakeparentesar.",
    )
    sheet.put("status: utkast", "#saksnummer: 26/1234")


def _basis(sheet: Sheet, _: Start) -> None:
    sheet.note(
        "Dokumentene avtalen følger opp, om det er noen: stortingsmelding, proposisjon, strategi eller program.",
        "Dokumenta avtalen følgjer opp, om det er nokon: stortingsmelding, proposisjon, strategi eller program.",
        "N62",
    )
    sheet.suggest("grunnlag:", "  - type: strategi", f"    tittel: {quoted('[tittelen]')}")
    sheet.put()
    sheet.note(
        "Avtaler mellom staten og KS drøftes i konsultasjonsordningen.",
        "Avtalar mellom staten og KS blir drøfta i konsultasjonsordninga.",
        "N79",
    )
    sheet.put(
        "innledning: |",
        sheet.says(
            "  Avtalen er en del av konsultasjonsordningen mellom regjeringen og KS.",
            "  Avtalen er ein del av konsultasjonsordninga mellom regjeringa og KS.",
        ),
    )


def _deviations(sheet: Sheet) -> None:
    sheet.note(
        "Har partene en grunn til å avvike fra en retningslinje, skriver de den her, med koden som "
        "`avtalesjekk lint` viser.",
        "Har partane ein grunn til å avvike frå ei retningslinje, skriv dei han her, med koden som "
        "`avtalesjekk lint` viser.",
        "N60",
    )
    why = sheet.says("[hvorfor partene avviker]", "[kvifor partane avvik]")
    sheet.suggest("avvik:", "  - regel: MA503", f"    begrunnelse: {quoted(why)}")


_MODELINE = "«# yaml-language-server: $schema=avtale.schema.json»."
