"""The agreement, format 1: one frozen model for each block of keys, with the texts that editors show."""

from functools import cache
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.config import JsonDict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from avtalesjekk.model.choices import (
    DOCUMENT,
    EVENT,
    INSTRUMENT,
    LAID_BEFORE,
    LEVEL,
    PER,
    PROLONGATION,
    RESERVATION,
    SIDE,
    STATUS,
    WRITTEN,
)
from avtalesjekk.model.values import (
    Date,
    Format,
    Id,
    Kroner,
    Length,
    Meeting,
    Notice,
    Often,
    Placeholder,
    SettledDate,
    Start,
    Text,
    Year,
    YesNo,
    invalid,
)

# What editors suggest: prose on lines of its own, and the usual ways to say how often.
_PROSE: JsonDict = {
    "defaultSnippets": [{"label": "| flere linjer", "body": "|\n  $1", "description": "Avsnitt, på linjene under."}]
}
_OFTEN = ["hvert år", "hvert halvår", "hvert kvartal", "hvert 2. år", "halvveis", "ved avslutning", "ved behov"]


class Block(BaseModel):
    """A block of keys. A key with nothing behind it is a key left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, protected_namespaces=())
    # The key that a plain text in place of the block stands for, if it may, and the keys that are then not asked for.
    main_key: ClassVar[str | None] = None
    beside_text: ClassVar[dict[str, None]] = {}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe the block, and the text that may stand for it."""
        block = handler(core)
        return {"anyOf": [block, {"type": ["string", "number", "boolean"]}]} if cls.main_key is not None else block

    @model_validator(mode="before")
    @classmethod
    def _unfold(cls, data: object) -> object:
        if isinstance(data, str) and cls.main_key is not None:
            return {cls.main_key: data, **cls.beside_text}
        if isinstance(data, dict) and None in data.values():
            known = _keys_of(cls)
            return {key: value for key, value in data.items() if value is not None or key not in known}
        return data


@cache
def _keys_of(block: type[Block]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in block.model_fields.items())


class Section(Block):
    """What every section can have: a heading of its own, and prose."""

    overskrift: Text | None = Field(
        None, title="Overskrift", description="Egen overskrift over delen, i stedet for malens."
    )
    tekst: Text | None = Field(
        None,
        title="Tekst",
        description="Partenes egne ord: avsnitt, lister og tabeller (CommonMark). Teksten kommer først i delen.",
        json_schema_extra=_PROSE,
    )


class Part(Block):
    """En part: navnet, som KD eller KS. Et organ som ikke er et departement, skrives med navn, forkortelse og side."""

    main_key = "navn"
    beside_text: ClassVar[dict[str, None]] = {"side": None}
    navn: Text = Field(
        title="Navn", description="Navnet organet hadde den dagen avtalen ble inngått, som Læringssenteret."
    )
    side: Annotated[Literal["staten", "ks"], SIDE] | None = Field(
        title="Side",
        description="Hvilken side av avtalen organet står på.",
        json_schema_extra={
            "words": {"staten": "Organet hører til staten.", "ks": "Organet hører til kommunesektoren."}
        },
    )
    forkortelse: Text | None = Field(
        None, title="Forkortelse", description="Forkortelsen avtalen bruker på organet, som LS."
    )


class Grunnlag(Block):
    """Et dokument avtalen følger opp, som en stortingsmelding eller en strategi."""

    tittel: Text = Field(title="Tittel", description="Tittelen på dokumentet, som «En innovativ offentlig sektor».")
    type: (
        Annotated[
            Literal["stortingsmelding", "proposisjon", "strategi", "program", "annet"] | Placeholder,
            DOCUMENT,
        ]
        | None
    ) = Field(
        None,
        title="Type",
        description="Hva slags dokument det er.",
        json_schema_extra={
            "words": {
                "stortingsmelding": "En melding til Stortinget (Meld. St.).",
                "proposisjon": "Et forslag til Stortinget (Prop.).",
                "strategi": "En strategi.",
                "program": "Et program.",
                "annet": "Noe annet, som en handlingsplan.",
            }
        },
    )
    nummer: Text | None = Field(None, title="Nummer", description="Nummeret dokumentet har i sesjonen, som 30.")
    sesjon: Text | None = Field(None, title="Sesjon", description="Stortingssesjonen dokumentet er fra, som 2019–2020.")
    periode: Text | None = Field(None, title="Periode", description="Årene dokumentet gjelder for, som 2019–2025.")


class Mål(Block):
    """Et mål for samarbeidet: en hel setning. Med måltall eller frist skrives den etter tekst."""

    main_key = "tekst"
    tekst: Text = Field(title="Tekst", description="Målet, i en hel setning: «Alle bosettes innen seks måneder.»")
    måltall: Text | None = Field(
        None, title="Måltall", description="Det målet måles med, som «6 måneder» eller «90 prosent»."
    )
    frist: Date | None = Field(None, title="Frist", description="Datoen målet skal være nådd, som 2027-12-31.")


class Formål(Section):
    """1. Formålet med avtalen."""

    bakgrunn: Text | None = Field(
        None,
        title="Bakgrunn",
        description="Hva som er bakgrunnen for avtalen, i ett eller flere avsnitt.",
        json_schema_extra=_PROSE,
    )
    mål: tuple[Mål, ...] = Field(
        (), title="Mål", description="Målene for samarbeidet, ett i hvert punkt, helst med tall eller frist."
    )
    alternativ_til: tuple[
        Annotated[
            Literal["øremerking", "lovregulering", "forskrift", "annet"] | Placeholder,
            INSTRUMENT,
        ],
        ...,
    ] = Field(
        (),
        title="Alternativ til",
        description="De sterkere virkemidlene avtalen kommer i stedet for.",
        json_schema_extra={
            "words": {
                "øremerking": "Øremerkede tilskudd.",
                "lovregulering": "Plikter i lov.",
                "forskrift": "Plikter i forskrift.",
                "annet": "Et annet virkemiddel.",
            }
        },
    )


class Plikt(Block):
    """En plikt: en hel setning om hvem som skal gjøre hva. Med frist eller ansvarlig skrives den etter tekst."""

    main_key = "tekst"
    tekst: Text = Field(
        title="Tekst", description="Plikten, i en hel setning: «KS oppnevner sektorens representanter.»"
    )
    overskrift: Text | None = Field(None, title="Overskrift", description="Overskrift over plikten.")
    frist: Date | None = Field(None, title="Frist", description="Datoen plikten skal være oppfylt, som 2027-06-01.")
    ansvarlig: Text | None = Field(None, title="Ansvarlig", description="Den som skal oppfylle plikten, som KS.")


class Pliktoverskrifter(Block):
    """Egne overskrifter over de tre listene med plikter."""

    felles: Text | None = Field(None, title="Felles", description="Overskrift over partenes felles plikter.")
    ks: Text | None = Field(None, title="KS", description="Overskrift over pliktene til KS.")
    staten: Text | None = Field(None, title="Staten", description="Overskrift over statens plikter.")


class Forpliktelser(Section):
    """2. Partenes forpliktelser."""

    overskrifter: Pliktoverskrifter | None = Field(
        None, title="Overskrifter", description="Egne overskrifter over de tre listene med plikter."
    )
    felles: tuple[Plikt, ...] = Field(
        (),
        title="Felles plikter",
        description="Det partene skal gjøre sammen: «Partene skal …», en plikt i hvert punkt.",
    )
    ks: tuple[Plikt, ...] = Field(
        (), title="Pliktene til KS", description="Det KS skal gjøre: «KS skal …», en plikt i hvert punkt."
    )
    staten: tuple[Plikt, ...] = Field(
        (),
        title="Statens plikter",
        description="Det staten skal gjøre: «Departementet skal …», en plikt i hvert punkt.",
    )


class Tillegg(Block):
    """En del av partenes egen, utenfor mønsteravtalen."""

    overskrift: Text = Field(title="Overskrift", description="Overskriften over delen.")
    etter: Text | None = Field(
        None,
        title="Etter",
        description="Delen denne skal stå etter. Ellers står den der «tillegg» står i filen.",
        examples=["formål", "forpliktelser", "medvirkning", "organisering", "økonomi", "evaluering", "varighet"],
    )
    tekst: Text | None = Field(
        None, title="Tekst", description="Det partene sier med egne ord.", json_schema_extra=_PROSE
    )


class Medvirkning(Section):
    """Andre berørte parter og forventninger til medvirkning."""


class Oppfølging(Block):
    """Et fast møte eller kontaktpunkt der avtalen følges opp."""

    nivå: (
        Annotated[
            Literal["politisk", "administrativt"] | Placeholder,
            LEVEL,
        ]
        | None
    ) = Field(
        None,
        title="Nivå",
        description="Nivået partene møtes på.",
        json_schema_extra={
            "words": {
                "politisk": "Statsråden eller statssekretæren og ledelsen i KS.",
                "administrativt": "Embetsverket og administrasjonen i KS.",
            }
        },
    )
    arena: Text | None = Field(None, title="Arena", description="Hvor partene møtes, som «kontaktmøte».")
    hyppighet: Often | None = Field(
        None, title="Hyppighet", description="Hvor ofte partene møtes, som «hvert halvår».", examples=_OFTEN
    )


class Organisering(Section):
    """Organisering av samarbeidet."""

    oppfølging: tuple[Oppfølging, ...] = Field(
        (), title="Oppfølging", description="Faste møter og kontaktpunkter, ett i hvert punkt."
    )
    regional_koordinering: Text | None = Field(
        None,
        title="Regional koordinering",
        description="Hvordan nye oppgaver eller stillinger regionalt samordnes med statsforvalteren.",
    )


class Ytelse(Block):
    """Penger eller andre ressurser en part skal gi."""

    beløp: Kroner | None = Field(
        None,
        title="Beløp",
        description="Hele kroner uten mellomrom, som 8000000. Ta bort nøkkelen når beløp ikke er avtalt.",
        json_schema_extra={"errorMessage": "Skriv hele kroner som et tall uten mellomrom, som 8000000."},
    )
    per: (
        Annotated[
            Literal["år", "engang", "avtaleperioden"] | Placeholder,
            PER,
        ]
        | None
    ) = Field(
        None,
        title="Per",
        description="Hva beløpet gjelder for.",
        json_schema_extra={
            "words": {
                "år": "Beløpet gis hvert år.",
                "engang": "Beløpet gis én gang.",
                "avtaleperioden": "Beløpet er for hele avtaleperioden.",
            }
        },
    )
    inntil: YesNo = Field(
        False,
        title="Inntil",
        description="Om beløpet er et tak. Uten nøkkelen: nei.",
        json_schema_extra={"words": {"ja": "Beløpet er et tak: «inntil».", "nei": "Beløpet er det som gis."}},
    )
    fra: Text | None = Field(None, title="Fra", description="Parten som gir, som KD.")
    til: Text | None = Field(None, title="Til", description="Den som får, som KS eller «kommunene».")
    formål: Text | None = Field(
        None, title="Formål", description="Det ytelsen er knyttet til, som «prosjekter om innovasjon»."
    )


class Økonomi(Section):
    """3. Økonomi."""

    ytelser: tuple[Ytelse, ...] = Field(
        (), title="Ytelser", description="Det partene gir av penger og andre ressurser, en ytelse i hvert punkt."
    )
    forbehold: (
        Annotated[
            Literal["stortinget", "ingen"] | Placeholder,
            RESERVATION,
        ]
        | None
    ) = Field(
        None,
        title="Forbehold",
        description="Om staten tar forbehold om at Stortinget bevilger midlene.",
        json_schema_extra={
            "words": {
                "stortinget": "Midlene gis bare hvis Stortinget bevilger dem.",
                "ingen": "Det tas ikke forbehold.",
            }
        },
    )


class Evaluering(Section):
    """4. Evaluering."""

    hyppighet: Often | None = Field(
        None,
        title="Hyppighet",
        description="Når avtalen evalueres, som «hvert år» eller «ved avslutning».",
        examples=_OFTEN,
    )
    hvordan: Text | None = Field(
        None,
        title="Hvordan",
        description="Hvem som evaluerer, eller hvordan det gjøres, som «av partene i fellesskap».",
    )
    særskilte_forhold: tuple[Text, ...] = Field(
        (), title="Særskilte forhold", description="Det evalueringen særlig skal se på, ett forhold i hvert punkt."
    )
    framlegges: (
        Annotated[
            Literal["3. konsultasjonsmøte", "bilateralt konsultasjonsmøte", "konsultasjonsordningen", "annet"]
            | Placeholder,
            LAID_BEFORE,
        ]
        | None
    ) = Field(
        None,
        title="Framlegges",
        description="Møtet evalueringen legges fram på.",
        json_schema_extra={
            "words": {
                "3. konsultasjonsmøte": "Det tredje konsultasjonsmøtet i året.",
                "bilateralt konsultasjonsmøte": "Et møte mellom KS og departementet.",
                "konsultasjonsordningen": "I konsultasjonsordningen, uten at møtet er sagt.",
                "annet": "Et annet sted.",
            }
        },
    )


class Varighet(Section):
    """5. Varighet og oppsigelse."""

    ikrafttredelse: Start | None = Field(
        None,
        title="Ikrafttredelse",
        description="Første dag avtalen gjelder: en dato som 2027-01-01, eller «ved undertegning».",
        json_schema_extra={"words": {"ved undertegning": "Avtalen gjelder fra den dagen den undertegnes."}},
    )
    til: Date | None = Field(
        None, title="Til", description="Siste dag avtalen gjelder, som 2027-09-30. Skriv enten til eller lengde."
    )
    lengde: Length | None = Field(
        None,
        title="Lengde",
        description="Hvor lenge avtalen gjelder, som «2 år». Skriv enten til eller lengde.",
        examples=["1 år", "2 år", "4 år"],
    )
    begrunnelse: Text | None = Field(
        None, title="Begrunnelse", description="Hvorfor avtalen gjelder ut over stortingsperioden, om den gjør det."
    )
    oppsigelse: Notice | None = Field(
        None,
        title="Oppsigelse",
        description="Oppsigelsesfristen, som «3 måneder». Ellers ja eller nei: om avtalen kan sies opp.",
        examples=["3 måneder", "6 måneder"],
        json_schema_extra={
            "words": {"ja": "Avtalen kan sies opp; fristen er ikke sagt.", "nei": "Avtalen kan ikke sies opp."}
        },
    )
    forlengelse: (
        Annotated[
            Literal["ny undertegning", "uten ny undertegning", "nei"] | Placeholder,
            PROLONGATION,
        ]
        | None
    ) = Field(
        None,
        title="Forlengelse",
        description="Om og hvordan avtalen kan forlenges. Ta bort nøkkelen når det ikke er sagt.",
        json_schema_extra={
            "words": {
                "ny undertegning": "Avtalen forlenges ved at partene undertegner på nytt.",
                "uten ny undertegning": "Avtalen forlenges uten at partene undertegner.",
                "nei": "Avtalen forlenges ikke.",
            }
        },
    )

    @model_validator(mode="after")
    def _one_end(self) -> "Varighet":
        if self.til is not None and self.lengde is not None:
            raise invalid(
                "avtalen har både sluttdato (til) og lengde", "behold den ene: lengden regnes fra ikrafttredelsen"
            )
        return self


class Underskriver(Block):
    """En som skriver under, med navn, tittel og part."""

    navn: Text | None = Field(None, title="Navn", description="Fullt navn på den som skriver under.")
    tittel: Text | None = Field(
        None, title="Tittel", description="Embete eller verv, som «kunnskapsminister» eller «styreleder»."
    )
    for_: Text | None = Field(
        None, alias="for", title="For", description="Parten det skrives under for, som KD eller KS."
    )
    dato: Date | None = Field(None, title="Dato", description="Egen dato, når den er en annen enn den felles.")


class Underskrifter(Section):
    """6. Underskrifter."""

    sted: Text | None = Field(None, title="Sted", description="Stedet avtalen undertegnes, som Oslo.")
    dato: Date | None = Field(None, title="Dato", description="Dagen avtalen undertegnes, som 2027-01-15.")
    av: tuple[Underskriver, ...] = Field(
        (),
        title="Av",
        description="De som skriver under, én i hvert punkt: statsråden for departementet og lederen for KS.",
    )


class Vedlegg(Block):
    """Et vedlegg til avtalen."""

    tittel: Text = Field(title="Tittel", description="Tittelen på vedlegget, som «Bakgrunnsinformasjon».")
    tekst: Text | None = Field(None, title="Tekst", description="Teksten i vedlegget.", json_schema_extra=_PROSE)


class Avklart(Block):
    """Konsultasjonsmøtet som avklarte området."""

    møte: Meeting | None = Field(
        None,
        title="Møte",
        description="Nummeret møtet har i året, fra 1 til 4.",
        json_schema_extra={"errorMessage": "Skriv et tall fra 1 til 4."},
    )
    år: Year | None = Field(
        None,
        title="År",
        description="Året møtet var, som 2026.",
        json_schema_extra={"errorMessage": "Skriv et årstall, som 2026."},
    )


class Konsultasjon(Block):
    """Hvordan avtalen ble til i konsultasjonsordningen."""

    avklart: Avklart | None = Field(
        None, title="Avklart", description="Konsultasjonsmøtet som avklarte at området skal ha en avtale."
    )
    påbegynt: Date | None = Field(
        None, title="Påbegynt", description="Da arbeidet med avtaleteksten begynte, som 2026-04-20."
    )


class Hendelse(Block):
    """Noe som har hendt med avtalen etter at den ble undertegnet."""

    dato: SettledDate = Field(title="Dato", description="Da det hendte, som 2027-11-01.")
    hendelse: Annotated[
        Literal["videreført", "reforhandlet", "sagt opp", "evaluert", "gjennomgått", "erstattet"],
        EVENT,
    ] = Field(
        title="Hendelse",
        description="Hva som hendte.",
        json_schema_extra={
            "words": {
                "videreført": "Avtalen ble forlenget.",
                "reforhandlet": "Innholdet ble forhandlet på nytt.",
                "sagt opp": "En part sa opp avtalen.",
                "evaluert": "Avtalen ble evaluert.",
                "gjennomgått": "Partene gikk gjennom avtalen.",
                "erstattet": "En ny avtale kom i stedet.",
            }
        },
    )
    undertegnet: YesNo | None = Field(
        None,
        title="Undertegnet",
        description="Om avtalen ble undertegnet på nytt.",
        json_schema_extra={"words": {"ja": "Den ble undertegnet på nytt.", "nei": "Den ble ikke undertegnet på nytt."}},
    )
    av: Text | None = Field(None, title="Av", description="Når avtalen er erstattet: id-en til den nye avtalen.")
    merknad: Text | None = Field(None, title="Merknad", description="Mer om det som hendte, med egne ord.")


class Avvik(Block):
    """Et avvik fra retningslinjene som partene har valgt og forklart."""

    regel: Text = Field(
        title="Regel", description="Koden eller navnet på regelen, som MA503 eller «utover-stortingsperioden»."
    )
    begrunnelse: Text = Field(title="Begrunnelse", description="Hvorfor avtalen avviker, eller hvorfor funnet er feil.")
    godkjent_av: Text | None = Field(
        None, title="Godkjent av", description="Hvem som har godtatt avviket, som «4. konsultasjonsmøte 2026»."
    )
    til: SettledDate | None = Field(None, title="Til", description="Dagen avviket faller bort, som 2027-09-01.")
    felt: Text | None = Field(
        None, title="Felt", description="Ett sted avviket gjelder, som varighet.til. Uten nøkkelen: hele avtalen."
    )
    feillest: YesNo = Field(
        False,
        title="Feillest",
        description="Om verktøyet har lest feil, så avtalen ikke avviker. Uten nøkkelen: nei.",
        json_schema_extra={"words": {"ja": "Verktøyet har lest feil.", "nei": "Avtalen avviker, og det er valgt."}},
    )


class Avtale(Block):
    """En samarbeidsavtale mellom staten og KS, i avtaleformat 1."""

    format: Format = Field(title="Format", description="Nummeret på avtaleformatet: 1.", examples=["1"])
    tema: Text = Field(
        title="Tema", description="Det avtalen handler om, uten stor forbokstav: «bosetting av flyktninger»."
    )
    parter: tuple[Part, ...] = Field(
        title="Parter",
        description="Departementene og KS, som [KD, KS]. Skriv «Staten» når departementet ikke er kjent.",
    )
    id: Id | None = Field(
        None,
        title="Id",
        description="Navnet andre avtaler viser til denne med, som leirskole-2027. Uten nøkkelen: filnavnet.",
        json_schema_extra={"errorMessage": "Skriv bare små bokstaver (a–z), tall og bindestrek, som leirskole-2027."},
    )
    tittel: Text | None = Field(
        None,
        title="Tittel",
        description="Tittelen på avtalen. Uten nøkkelen: «Samarbeidsavtale mellom <departementer> og KS om <tema>».",
    )
    saksnummer: Text | None = Field(None, title="Saksnummer", description="Saksnummeret i arkivet, som 20/1234.")
    målform: Annotated[
        Literal["bokmål", "nynorsk"],
        WRITTEN,
    ] = Field(
        "bokmål",
        title="Målform",
        description="Målformen avtaleteksten er skrevet på. Uten nøkkelen: bokmål.",
        json_schema_extra={"words": {"bokmål": "Avtalen er på bokmål.", "nynorsk": "Avtalen er på nynorsk."}},
    )
    status: Annotated[
        Literal["utkast", "klar", "undertegnet"],
        STATUS,
    ] = Field(
        "utkast",
        title="Status",
        description="Hvor langt avtalen er kommet. Uten nøkkelen: utkast.",
        json_schema_extra={
            "words": {
                "utkast": "Avtalen skrives; [hakeparenteser] og … kan stå.",
                "klar": "Avtalen er ferdig skrevet og klar til å undertegnes.",
                "undertegnet": "Partene har undertegnet.",
            }
        },
    )
    grunnlag: tuple[Grunnlag, ...] = Field(
        (), title="Grunnlag", description="Dokumentene avtalen følger opp, som stortingsmeldinger og strategier."
    )
    innledning: Text | None = Field(
        None,
        title="Innledning",
        description="Tekst før den første delen, i ett eller flere avsnitt.",
        json_schema_extra=_PROSE,
    )
    formål: Formål | None = Field(None, title="Formål", description="1. Formålet med avtalen: bakgrunn og mål.")
    forpliktelser: Forpliktelser | None = Field(
        None,
        title="Forpliktelser",
        description="2. Partenes forpliktelser: det de skal gjøre sammen, og det KS og staten skal gjøre.",
    )
    tillegg: tuple[Tillegg, ...] = Field(
        (), title="Tillegg", description="Deler av partenes egne, utenfor mønsteravtalen."
    )
    medvirkning: Medvirkning | None = Field(
        None, title="Medvirkning", description="Andre som er berørt, og hva som ventes av dem."
    )
    organisering: Organisering | None = Field(
        None,
        title="Organisering",
        description="Hvordan samarbeidet er organisert: faste møter og samordning i regionene.",
    )
    økonomi: Økonomi | None = Field(
        None, title="Økonomi", description="3. Økonomi: penger og andre ressurser, og forbehold om bevilgning."
    )
    evaluering: Evaluering | None = Field(
        None, title="Evaluering", description="4. Evaluering: når, hvordan, og hvor den legges fram."
    )
    varighet: Varighet | None = Field(
        None,
        title="Varighet",
        description="5. Varighet og oppsigelse: når avtalen gjelder, og hvordan den sies opp og forlenges.",
    )
    underskrifter: Underskrifter | None = Field(
        None, title="Underskrifter", description="6. Underskrifter: sted, dato og de som skriver under."
    )
    vedlegg: tuple[Vedlegg, ...] = Field(
        (), title="Vedlegg", description="Vedlegg til avtalen, hvert med tittel og tekst."
    )
    konsultasjon: Konsultasjon | None = Field(
        None,
        title="Konsultasjon",
        description="Hvordan avtalen ble til i konsultasjonsordningen.",
    )
    historikk: tuple[Hendelse, ...] = Field(
        (),
        title="Historikk",
        description="Det som har hendt med avtalen siden, i tidsrekkefølge. Er ikke med i det som undertegnes.",
    )
    avvik: tuple[Avvik, ...] = Field(
        (),
        title="Avvik",
        description="Avvik fra retningslinjene, valgt av partene og begrunnet. Er ikke med i det som undertegnes.",
    )
