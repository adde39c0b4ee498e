"""The words that the format has for choices, with the spellings that are accepted and those that are understood."""

from avtalesjekk.model.values import Choice

SIDE = Choice("staten", "ks", also={"KS": "ks"}, known={"stat": "staten"}, settled=True)
DOCUMENT = Choice(
    "stortingsmelding",
    "proposisjon",
    "strategi",
    "program",
    "annet",
    also={"anna": "annet"},
    known={
        "melding": "stortingsmelding",
        "meld. st.": "stortingsmelding",
        "st.meld.": "stortingsmelding",
        "prop": "proposisjon",
        "prop.": "proposisjon",
        "handlingsplan": "annet",
    },
)
INSTRUMENT = Choice(
    "øremerking",
    "lovregulering",
    "forskrift",
    "annet",
    also={"anna": "annet"},
    known={"lov": "lovregulering", "lovfesting": "lovregulering", "øremerkede tilskudd": "øremerking"},
)
LEVEL = Choice("politisk", "administrativt", known={"administrativ": "administrativt", "adm.": "administrativt"})
PER = Choice(
    "år",
    "engang",
    "avtaleperioden",
    also={"eingong": "engang"},
    known={
        "årlig": "år",
        "årleg": "år",
        "hvert år": "år",
        "kvart år": "år",
        "pr. år": "år",
        "én gang": "engang",
        "en gang": "engang",
        "ein gong": "engang",
        "hele perioden": "avtaleperioden",
    },
)
RESERVATION = Choice(
    "stortinget", "ingen", known={"ja": "stortinget", "nei": "ingen", "stortingets bevilgning": "stortinget"}
)
LAID_BEFORE = Choice(
    "3. konsultasjonsmøte",
    "bilateralt konsultasjonsmøte",
    "konsultasjonsordningen",
    "annet",
    also={"konsultasjonsordninga": "konsultasjonsordningen", "anna": "annet"},
    known={
        "3. konsultasjonsmøtet": "3. konsultasjonsmøte",
        "tredje konsultasjonsmøte": "3. konsultasjonsmøte",
        "konsultasjonsmøte": "konsultasjonsordningen",
        "bilateralt møte": "bilateralt konsultasjonsmøte",
    },
)
PROLONGATION = Choice(
    "ny undertegning",
    "uten ny undertegning",
    "nei",
    also={"ny underteikning": "ny undertegning", "utan ny underteikning": "uten ny undertegning"},
    known={
        "ny signering": "ny undertegning",
        "uten ny signering": "uten ny undertegning",
        "automatisk": "uten ny undertegning",
        "ingen": "nei",
    },
)
EVENT = Choice(
    "videreført",
    "reforhandlet",
    "sagt opp",
    "evaluert",
    "gjennomgått",
    "erstattet",
    also={"vidareført": "videreført", "reforhandla": "reforhandlet", "erstatta": "erstattet"},
    known={
        "forlenget": "videreført",
        "forlenga": "videreført",
        "oppsagt": "sagt opp",
        "gjennomgang": "gjennomgått",
        "evaluering": "evaluert",
        "avløst": "erstattet",
    },
    settled=True,
)
WRITTEN = Choice("bokmål", "nynorsk", known={"nb": "bokmål", "nn": "nynorsk", "bokmaal": "bokmål"}, settled=True)
STATUS = Choice(
    "utkast",
    "klar",
    "undertegnet",
    also={"underteikna": "undertegnet"},
    known={"undertegna": "undertegnet", "signert": "undertegnet", "underskrevet": "undertegnet"},
    settled=True,
)
