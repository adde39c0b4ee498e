"""Agreements to go wrong with: one that can be signed, and one in which something can be mended."""

GOOD = """\
format: 1
tema: kompetanse i barnehagen
parter: [KD, KS]
innledning: Avtalen er en del av konsultasjonsordningen.
formål: {tekst: Avtalen skal gi barna bedre barnehager.}
forpliktelser:
  ks: [KS skal holde fire samlinger i året.]
  staten: [Kunnskapsdepartementet skal svare KS innen tre uker.]
evaluering: {hyppighet: hvert år, hvordan: av en arbeidsgruppe, framlegges: 3. konsultasjonsmøte}
varighet: {ikrafttredelse: 2027-01-01, til: 2028-12-31, oppsigelse: 3 måneder}
underskrifter:
  sted: Oslo
  dato: 2026-12-01
  av:
    - {navn: Kari Nessa Nordtun, tittel: kunnskapsminister, for: KD}
    - {navn: Gunn Marit Helgesen, tittel: styreleder, for: KS}
"""
WRONG = GOOD.replace("til: 2028-12-31", "til: 31.12.2028").replace("dato: 2026-12-01", "dato: 1.12.2026")
