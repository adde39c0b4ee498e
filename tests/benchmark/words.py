"""What the sentences of the agreements to measure with are made of, in both målformer."""

from collections.abc import Mapping, Sequence

BOKMÅL: Mapping[str, Sequence[str]] = {
    "theme": (
        "kvalitet i hjemmetjenesten", "leseopplæring for voksne", "trygge skoleveier", "bredbånd i distriktene",
        "tidlig innsats i barnehagen", "beredskap ved flom og skred", "boliger for unge", "kulturskole for alle",
        "godt vann i alle kommuner", "lærlinger i kommunal sektor", "rehabilitering nær hjemmet", "utslippsfri anlegg",
    ),
    "thing": (
        "opplæringstilbudet", "bemanningen", "tilsynet", "saksbehandlingen", "de digitale tjenestene",
        "det forebyggende arbeidet", "samarbeidet med frivillige", "planleggingen", "kompetansen hos de ansatte",
        "beredskapsplanene", "tilbudet til barn og unge", "rapporteringen", "det tverrfaglige arbeidet",
    ),
    "who": ("kommunene", "fylkeskommunene", "brukerne", "de ansatte", "innbyggerne", "skolene", "statsforvalteren"),
    "place": ("i små kommuner", "i byene", "i distriktene", "i hele landet", "i kommuner med stor vekst", "lokalt"),
    "when": (
        "innen 1. mars 2023", "innen utgangen av 2023", "før sommeren 2024", "høsten 2023", "hvert år", "fortløpende"
    ),
    "share": ("60 prosent", "to tredeler", "minst 200", "90 prosent", "halvparten", "om lag 40"),
    "background": (
        "De siste årene har {who} fått flere oppgaver, og {thing} er blitt viktigere {place}.",
        "En kartlegging fra 2021 viste at {share} av {who} var fornøyde med {thing}, men at forskjellene var store.",
        "Det er stor forskjell på {thing} {place} og i resten av landet, og {who} har meldt fra om det.",
        "Meld. St. 14 (2020–2021) beskriver hvordan {thing} henger sammen med {thing} {place}.",
        "Erfaringene viser at {who} trenger tid når {thing} skal endres, og at {thing} må følges opp.",
        "Der {who} har samarbeidet om {thing}, har resultatene vært gode {place}.",
        "Mange av {who} har selv tatt initiativ til å utvikle {thing}, ofte sammen med {who}.",
    ),
    "goals": (
        "{share} av kommunene skal ha styrket {thing} innen utgangen av 2024.",
        "Innen 2024 skal {thing} være like godt {place} som ellers i landet.",
        "Andelen av {who} som er fornøyd med {thing}, skal øke til {share}.",
    ),
    "state": (
        "Departementet skal veilede {who} om {thing} {when}.",
        "Staten skal legge fram et forslag til hvordan {thing} kan bli bedre {place} {when}.",
        "Departementet sørger for at {who} får kunnskap om {thing} {place}.",
        "Staten utarbeider en oversikt over {thing} og gjør den kjent for {who} {when}.",
    ),
    "ks": (
        "KS skal hjelpe {who} med å utvikle {thing} {when}.",
        "KS skal spre erfaringer om {thing} fra kommuner som har lyktes {place}.",
        "KS oppfordrer medlemmene til å arbeide med {thing} og holder kontakt med {who}.",
        "KS skal invitere {who} til en samling om {thing} {when}.",
    ),
    "both": (
        "Partene skal sammen gå gjennom {thing} {when}.",
        "Partene skal i fellesskap lage en veileder om {thing} {place} {when}.",
        "Partene skal holde hverandre orientert om {thing} og om {thing}.",
        "Partene oppnevner en arbeidsgruppe som ser på {thing} {place} {when}.",
    ),
    "follow_up": (
        "En gruppe med to fra hver av partene møtes hvert kvartal og går gjennom {thing}.",
        "Partene drøfter {thing} i det andre konsultasjonsmøtet hvert år.",
        "Gruppen kan be {who} om å gjøre rede for {thing}.",
    ),
    "economy": (
        "Hver av partene dekker det partens egne folk bruker av tid på {thing}.",
        "Midlene kan brukes til reiser, møter og trykking som gjelder {thing}.",
        "Partene går gjennom regnskapet for arbeidet med {thing} en gang i året.",
    ),
    "evaluation": (
        "Evalueringen skal se på hva avtalen har hatt å si for {thing} {place}.",
        "Evalueringen bygger på svar fra {who} og på tall om {thing}.",
        "Det skal gå fram hva {who} mener om {thing}.",
    ),
    "duration": (
        "Arbeid med {thing} som er i gang når avtalen slutter, gjøres ferdig.",
        "Partene varsler {who} om det som endres i {thing} når avtalen slutter.",
    ),
}  # fmt: skip
NYNORSK: Mapping[str, Sequence[str]] = {
    "theme": (
        "kvalitet i heimetenesta", "leseopplæring for vaksne", "trygge skulevegar", "breiband i distrikta",
        "tidleg innsats i barnehagen", "beredskap ved flaum og skred", "bustader for unge", "kulturskule for alle",
        "godt vatn i alle kommunar", "lærlingar i kommunal sektor", "rehabilitering nær heimen", "utsleppsfrie anlegg",
    ),
    "thing": (
        "opplæringstilbodet", "bemanninga", "tilsynet", "sakshandsaminga", "dei digitale tenestene",
        "det førebyggjande arbeidet", "samarbeidet med friviljuge", "planlegginga", "kompetansen hjå dei tilsette",
        "beredskapsplanane", "tilbodet til born og unge", "rapporteringa", "det tverrfaglege arbeidet",
    ),
    "who": (
        "kommunane", "fylkeskommunane", "brukarane", "dei tilsette", "innbyggjarane", "skulane", "statsforvaltaren"
    ),
    "place": ("i små kommunar", "i byane", "i distrikta", "i heile landet", "i kommunar med stor vekst", "lokalt"),
    "when": (
        "innan 1. mars 2023", "innan utgangen av 2023", "før sommaren 2024", "hausten 2023", "kvart år", "fortløpande"
    ),
    "share": ("60 prosent", "to tredelar", "minst 200", "90 prosent", "halvparten", "om lag 40"),
    "background": (
        "Dei siste åra har {who} fått fleire oppgåver, og {thing} er vorte viktigare {place}.",
        "Ei kartlegging frå 2021 synte at {share} av {who} var nøgde med {thing}, men at skilnadene var store.",
        "Det er stor skilnad på {thing} {place} og i resten av landet, og {who} har meldt frå om det.",
        "Meld. St. 14 (2020–2021) skildrar korleis {thing} heng saman med {thing} {place}.",
        "Røynslene viser at {who} treng tid når {thing} skal endrast, og at {thing} må følgjast opp.",
        "Der {who} har samarbeidd om {thing}, har resultata vore gode {place}.",
        "Mange av {who} har sjølve teke initiativ til å utvikle {thing}, ofte saman med {who}.",
    ),
    "goals": (
        "{share} av kommunane skal ha styrkt {thing} innan utgangen av 2024.",
        "Innan 2024 skal {thing} vere like godt {place} som elles i landet.",
        "Delen av {who} som er nøgd med {thing}, skal auke til {share}.",
    ),
    "state": (
        "Departementet skal rettleie {who} om {thing} {when}.",
        "Staten skal leggje fram eit framlegg til korleis {thing} kan verte betre {place} {when}.",
        "Departementet syter for at {who} får kunnskap om {thing} {place}.",
        "Staten utarbeider ei oversikt over {thing} og gjer henne kjend for {who} {when}.",
    ),
    "ks": (
        "KS skal hjelpe {who} med å utvikle {thing} {when}.",
        "KS skal spreie røynsler om {thing} frå kommunar som har lukkast {place}.",
        "KS oppmodar medlemene om å arbeide med {thing} og held kontakt med {who}.",
        "KS skal invitere {who} til ei samling om {thing} {when}.",
    ),
    "both": (
        "Partane skal saman gå gjennom {thing} {when}.",
        "Partane skal i lag lage ein rettleiar om {thing} {place} {when}.",
        "Partane skal halde kvarandre orienterte om {thing} og om {thing}.",
        "Partane nemner opp ei arbeidsgruppe som ser på {thing} {place} {when}.",
    ),
    "follow_up": (
        "Ei gruppe med to frå kvar av partane møtest kvart kvartal og går gjennom {thing}.",
        "Partane drøftar {thing} i det andre konsultasjonsmøtet kvart år.",
        "Gruppa kan be {who} om å gjere greie for {thing}.",
    ),
    "economy": (
        "Kvar av partane dekkjer det eigne folk bruker av tid på {thing}.",
        "Midlane kan brukast til reiser, møte og trykking som gjeld {thing}.",
        "Partane går gjennom rekneskapen for arbeidet med {thing} ein gong i året.",
    ),
    "evaluation": (
        "Evalueringa skal sjå på kva avtalen har hatt å seie for {thing} {place}.",
        "Evalueringa byggjer på svar frå {who} og på tal om {thing}.",
        "Det skal gå fram kva {who} meiner om {thing}.",
    ),
    "duration": (
        "Arbeid med {thing} som er i gang når avtalen sluttar, vert gjort ferdig.",
        "Partane varslar {who} om det som vert endra i {thing} når avtalen sluttar.",
    ),
}  # fmt: skip
