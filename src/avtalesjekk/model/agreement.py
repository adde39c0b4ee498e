"""The agreement, format 1: one frozen model for each block of keys, with the texts that editors show."""

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
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
            known = {field.alias or name for name, field in cls.model_fields.items()}
            return {key: value for key, value in data.items() if value is not None or key not in known}
        return data


class Section(Block):
    """What every section can have: a heading of its own, and prose."""

    overskrift: Text | None = Field(None, title="Overskrift", description="Egen overskrift i stedet for malens.")
    tekst: Text | None = Field(
        None,
        title="Tekst",
        description="Partenes egne ord (avsnitt, lister og tabeller i CommonMark). Teksten kommer først i delen.",
    )


class Part(Block):
    """En part i avtalen: bare navnet, eller navn, forkortelse og side for et organ som ikke er et departement."""

    main_key = "navn"
    beside_text: ClassVar[dict[str, None]] = {"side": None}
    navn: Text = Field(title="Navn", description="Navnet organet hadde den dagen avtalen ble inngått.")
    side: Annotated[Literal["staten", "ks"], SIDE] | None = Field(
        title="Side", description="Hvilken side organet står på: staten eller ks."
    )
    forkortelse: Text | None = Field(None, title="Forkortelse", description="Forkortelsen avtalen bruker ellers.")


class Grunnlag(Block):
    """Et dokument avtalen følger opp."""

    tittel: Text = Field(title="Tittel", description="Dokumentets tittel.")
    type: (
        Annotated[
            Literal["stortingsmelding", "proposisjon", "strategi", "program", "annet"] | Placeholder,
            DOCUMENT,
        ]
        | None
    ) = Field(None, title="Type", description="Hva slags dokument det er.")
    nummer: Text | None = Field(None, title="Nummer", description="Dokumentets nummer i sesjonen, som 30.")
    sesjon: Text | None = Field(None, title="Sesjon", description="Stortingssesjonen, som 2019–2020.")
    periode: Text | None = Field(None, title="Periode", description="Årene dokumentet gjelder for, som 2019–2025.")


class Mål(Block):
    """Et mål for samarbeidet."""

    main_key = "tekst"
    tekst: Text = Field(title="Tekst", description="Målet, i en hel setning.")
    måltall: Text | None = Field(None, title="Måltall", description="Det målet måles med, som «6 måneder».")
    frist: Date | None = Field(None, title="Frist", description="Datoen målet skal være nådd.")


class Formål(Section):
    """1. Formålet med avtalen."""

    bakgrunn: Text | None = Field(None, title="Bakgrunn", description="Hva som er bakgrunnen for avtalen.")
    mål: tuple[Mål, ...] = Field((), title="Mål", description="Målene for samarbeidet, helst med tall eller frist.")
    alternativ_til: tuple[
        Annotated[
            Literal["øremerking", "lovregulering", "forskrift", "annet"] | Placeholder,
            INSTRUMENT,
        ],
        ...,
    ] = Field((), title="Alternativ til", description="De sterkere virkemidlene avtalen kommer i stedet for.")


class Plikt(Block):
    """En plikt."""

    main_key = "tekst"
    tekst: Text = Field(title="Tekst", description="Plikten, i en hel setning: hvem skal gjøre hva.")
    overskrift: Text | None = Field(None, title="Overskrift", description="Overskrift over plikten.")
    frist: Date | None = Field(None, title="Frist", description="Datoen plikten skal være oppfylt.")
    ansvarlig: Text | None = Field(None, title="Ansvarlig", description="Den som skal oppfylle plikten.")


class Pliktoverskrifter(Block):
    """Egne overskrifter over de tre listene med plikter."""

    felles: Text | None = Field(None, title="Felles", description="Overskrift over partenes felles plikter.")
    ks: Text | None = Field(None, title="KS", description="Overskrift over pliktene til KS.")
    staten: Text | None = Field(None, title="Staten", description="Overskrift over statens plikter.")


class Forpliktelser(Section):
    """2. Partenes forpliktelser."""

    overskrifter: Pliktoverskrifter | None = Field(None, title="Overskrifter", description="Overskrifter over listene.")
    felles: tuple[Plikt, ...] = Field((), title="Felles plikter", description="Det partene skal gjøre sammen.")
    ks: tuple[Plikt, ...] = Field((), title="Pliktene til KS", description="Det KS skal gjøre.")
    staten: tuple[Plikt, ...] = Field((), title="Statens plikter", description="Det staten skal gjøre.")


class Tillegg(Block):
    """En del av partenes egen, utenfor mønsteravtalen."""

    overskrift: Text = Field(title="Overskrift", description="Overskriften over delen.")
    etter: Text | None = Field(None, title="Etter", description="Delen den skal stå etter, som «forpliktelser».")
    tekst: Text | None = Field(None, title="Tekst", description="Partenes egne ord.")


class Medvirkning(Section):
    """Andre berørte parter og forventninger til medvirkning."""


class Oppfølging(Block):
    """Et fast punkt for oppfølging av avtalen."""

    nivå: (
        Annotated[
            Literal["politisk", "administrativt"] | Placeholder,
            LEVEL,
        ]
        | None
    ) = Field(None, title="Nivå", description="politisk eller administrativt.")
    arena: Text | None = Field(None, title="Arena", description="Hvor partene møtes, som «kontaktmøte».")
    hyppighet: Often | None = Field(None, title="Hyppighet", description="Hvor ofte, som «hvert halvår».")


class Organisering(Section):
    """Organisering av samarbeidet."""

    oppfølging: tuple[Oppfølging, ...] = Field((), title="Oppfølging", description="Faste møter og kontaktpunkter.")
    regional_koordinering: Text | None = Field(
        None,
        title="Regional koordinering",
        description="Hvordan nye oppgaver eller stillinger regionalt samordnes med statsforvalteren.",
    )


class Ytelse(Block):
    """Penger eller andre ressurser en part skal gi."""

    beløp: Kroner | None = Field(
        None, title="Beløp", description="Hele kroner, som 8000000. Utelates når beløp ikke er avtalt."
    )
    per: (
        Annotated[
            Literal["år", "engang", "avtaleperioden"] | Placeholder,
            PER,
        ]
        | None
    ) = Field(None, title="Per", description="år, engang eller avtaleperioden.")
    inntil: YesNo = Field(False, title="Inntil", description="ja når beløpet er et tak.")
    fra: Text | None = Field(None, title="Fra", description="Parten som gir.")
    til: Text | None = Field(None, title="Til", description="Den som får.")
    formål: Text | None = Field(None, title="Formål", description="Det ytelsen er knyttet til.")


class Økonomi(Section):
    """3. Økonomi."""

    ytelser: tuple[Ytelse, ...] = Field((), title="Ytelser", description="Det partene gir av penger og ressurser.")
    forbehold: (
        Annotated[
            Literal["stortinget", "ingen"] | Placeholder,
            RESERVATION,
        ]
        | None
    ) = Field(
        None, title="Forbehold", description="stortinget: staten tar forbehold om at Stortinget bevilger midlene."
    )


class Evaluering(Section):
    """4. Evaluering."""

    hyppighet: Often | None = Field(None, title="Hyppighet", description="Når det evalueres, som «hvert år».")
    hvordan: Text | None = Field(None, title="Hvordan", description="Hvem som evaluerer, eller hvordan.")
    særskilte_forhold: tuple[Text, ...] = Field((), title="Særskilte forhold", description="Det særlig skal ses på.")
    framlegges: (
        Annotated[
            Literal["3. konsultasjonsmøte", "bilateralt konsultasjonsmøte", "konsultasjonsordningen", "annet"]
            | Placeholder,
            LAID_BEFORE,
        ]
        | None
    ) = Field(None, title="Framlegges", description="Møtet evalueringen legges fram på.")


class Varighet(Section):
    """5. Varighet og oppsigelse."""

    ikrafttredelse: Start | None = Field(
        None, title="Ikrafttredelse", description="Første dag avtalen gjelder: en dato, eller «ved undertegning»."
    )
    til: Date | None = Field(None, title="Til", description="Siste dag avtalen gjelder. Enten til eller lengde.")
    lengde: Length | None = Field(None, title="Lengde", description="Hvor lenge avtalen varer, som «2 år».")
    begrunnelse: Text | None = Field(
        None, title="Begrunnelse", description="Hvorfor avtalen varer ut over stortingsperioden, om den gjør det."
    )
    oppsigelse: Notice | None = Field(
        None, title="Oppsigelse", description="Oppsigelsesfristen, som «3 måneder»; ja uten frist; nei uten adgang."
    )
    forlengelse: (
        Annotated[
            Literal["ny undertegning", "uten ny undertegning", "nei"] | Placeholder,
            PROLONGATION,
        ]
        | None
    ) = Field(
        None, title="Forlengelse", description="Om og hvordan avtalen kan forlenges. Utelates når det ikke er sagt."
    )

    @model_validator(mode="after")
    def _one_end(self) -> "Varighet":
        if self.til is not None and self.lengde is not None:
            raise invalid(
                "avtalen har både sluttdato (til) og lengde", "behold den ene: lengden regnes fra ikrafttredelsen"
            )
        return self


class Underskriver(Block):
    """En som skriver under."""

    navn: Text | None = Field(None, title="Navn", description="Fullt navn.")
    tittel: Text | None = Field(None, title="Tittel", description="Embete eller verv, som «kunnskapsminister».")
    for_: Text | None = Field(None, alias="for", title="For", description="Parten det skrives under for.")
    dato: Date | None = Field(None, title="Dato", description="Egen dato, når den er en annen enn den felles.")


class Underskrifter(Section):
    """6. Underskrifter."""

    sted: Text | None = Field(None, title="Sted", description="Stedet avtalen undertegnes.")
    dato: Date | None = Field(None, title="Dato", description="Dagen avtalen undertegnes.")
    av: tuple[Underskriver, ...] = Field((), title="Av", description="De som skriver under.")


class Vedlegg(Block):
    """Et vedlegg."""

    tittel: Text = Field(title="Tittel", description="Vedleggets tittel.")
    tekst: Text | None = Field(None, title="Tekst", description="Vedleggets tekst.")


class Avklart(Block):
    """Konsultasjonsmøtet som avklarte området."""

    møte: Meeting | None = Field(None, title="Møte", description="Møtets nummer i året, 1 til 4.")
    år: Year | None = Field(None, title="År", description="Året møtet var.")


class Konsultasjon(Block):
    """Hvordan avtalen ble til i konsultasjonsordningen."""

    avklart: Avklart | None = Field(
        None, title="Avklart", description="Møtet som avklarte at området skal ha en avtale."
    )
    påbegynt: Date | None = Field(None, title="Påbegynt", description="Da arbeidet med avtaleteksten begynte.")


class Hendelse(Block):
    """Noe som har hendt med avtalen."""

    dato: SettledDate = Field(title="Dato", description="Da det hendte.")
    hendelse: Annotated[
        Literal["videreført", "reforhandlet", "sagt opp", "evaluert", "gjennomgått", "erstattet"],
        EVENT,
    ] = Field(title="Hendelse", description="Hva som hendte.")
    undertegnet: YesNo | None = Field(None, title="Undertegnet", description="Om avtalen ble undertegnet på nytt.")
    av: Text | None = Field(None, title="Av", description="id-en til avtalen som erstattet denne.")
    merknad: Text | None = Field(None, title="Merknad", description="Fritekst.")


class Avvik(Block):
    """Et valgt og forklart avvik fra retningslinjene."""

    regel: Text = Field(title="Regel", description="Kode eller navn på regelen, som MA503.")
    begrunnelse: Text = Field(title="Begrunnelse", description="Hvorfor avtalen avviker.")
    godkjent_av: Text | None = Field(None, title="Godkjent av", description="Hvem som har godtatt avviket.")
    til: SettledDate | None = Field(None, title="Til", description="Dagen avviket faller bort.")
    felt: Text | None = Field(None, title="Felt", description="Snevrer avviket inn til ett sted, som varighet.til.")
    feillest: YesNo = Field(
        False, title="Feillest", description="ja når verktøyet har lest feil, og avtalen ikke avviker."
    )


class Avtale(Block):
    """En samarbeidsavtale mellom staten og KS, i avtaleformat 1."""

    format: Format = Field(title="Format", description="Avtaleformatet: 1.")
    tema: Text = Field(
        title="Tema", description="Det avtalen handler om, uten stor forbokstav: «bosetting av flyktninger»."
    )
    parter: tuple[Part, ...] = Field(
        title="Parter", description="Departementene og KS, som [KD, KS]. «Staten» når departementet ikke er kjent."
    )
    id: Id | None = Field(None, title="Id", description="Små bokstaver, tall og bindestrek. Ellers er filnavnet id.")
    tittel: Text | None = Field(
        None, title="Tittel", description="Ellers: «Samarbeidsavtale mellom <departementer> og KS om <tema>»."
    )
    saksnummer: Text | None = Field(None, title="Saksnummer", description="Saksnummeret i arkivet, som 20/1234.")
    målform: Annotated[
        Literal["bokmål", "nynorsk"],
        WRITTEN,
    ] = Field("bokmål", title="Målform", description="bokmål eller nynorsk.")
    status: Annotated[
        Literal["utkast", "klar", "undertegnet"],
        STATUS,
    ] = Field("utkast", title="Status", description="Hvor langt avtalen er kommet: utkast, klar eller undertegnet.")
    grunnlag: tuple[Grunnlag, ...] = Field((), title="Grunnlag", description="Dokumentene avtalen følger opp.")
    innledning: Text | None = Field(None, title="Innledning", description="Tekst før den første delen.")
    formål: Formål | None = Field(None, title="Formål", description="1. Formålet med avtalen.")
    forpliktelser: Forpliktelser | None = Field(None, title="Forpliktelser", description="2. Partenes forpliktelser.")
    tillegg: tuple[Tillegg, ...] = Field((), title="Tillegg", description="Partenes egne deler.")
    medvirkning: Medvirkning | None = Field(
        None, title="Medvirkning", description="Andre berørte og deres medvirkning."
    )
    organisering: Organisering | None = Field(None, title="Organisering", description="Organisering av samarbeidet.")
    økonomi: Økonomi | None = Field(None, title="Økonomi", description="3. Økonomi.")
    evaluering: Evaluering | None = Field(None, title="Evaluering", description="4. Evaluering.")
    varighet: Varighet | None = Field(None, title="Varighet", description="5. Varighet og oppsigelse.")
    underskrifter: Underskrifter | None = Field(None, title="Underskrifter", description="6. Underskrifter.")
    vedlegg: tuple[Vedlegg, ...] = Field((), title="Vedlegg", description="Vedlegg til avtalen.")
    konsultasjon: Konsultasjon | None = Field(
        None, title="Konsultasjon", description="Hvordan avtalen ble til i konsultasjonsordningen."
    )
    historikk: tuple[Hendelse, ...] = Field(
        (), title="Historikk", description="Det som har hendt siden, i tidsrekkefølge."
    )
    avvik: tuple[Avvik, ...] = Field(
        (), title="Avvik", description="Valgte avvik fra retningslinjene, hvert med begrunnelse."
    )
