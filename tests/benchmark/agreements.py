"""Agreements of about 10 KB to measure with: every section, prose in both målformer, no two alike."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from string import Template

from .words import BOKMÅL, NYNORSK

SIZE = 10_000
"""Bytes that an agreement has at least; a sentence more at most."""


def agreements(count: int, size: int = SIZE) -> Iterator[tuple[str, str]]:
    """File names and texts; every other one is in nynorsk. The same ones every time."""
    for number in range(count):
        yield f"avtale-{number:05}.yaml", agreement(number, size)


def agreement(number: int, size: int = SIZE) -> str:
    """The agreement with a number."""
    random = Random(number)  # noqa: S311 (nothing is kept secret by it)
    words = _WORDS[number % 2]

    def sentence(kind: str) -> str:
        return _filled(random, words, kind)

    def paragraph(kind: str, count: int) -> str:
        return "\n".join(f"    {sentence(kind)}" for _ in range(count))

    def duties(kind: str, count: int) -> str:
        return "\n".join(f"    - {sentence(kind)}" for _ in range(count))

    parts = {
        "number": f"{number:05}",
        "theme": f"{random.choice(words['theme'])} {number:05}",
        "goal": random.choice(words["theme"]),
        "amount": str(random.randrange(1, 90) * 100_000),
        "introduction": paragraph("background", 3),
        "background": paragraph("background", 6),
        "goals": "\n".join(f"    - {sentence('goals')}" for _ in range(4)),
        "state": duties("state", 8),
        "ks": duties("ks", 8),
        "both": duties("both", 8),
        "taking_part": paragraph("background", 3),
        "follow_up": paragraph("follow_up", 4),
        "economy": paragraph("economy", 3),
        "evaluation": paragraph("evaluation", 3),
        "duration": paragraph("duration", 3),
        "annex": "",
    }
    rest = size - len(_TEXTS[number % 2].substitute(parts).encode())
    annex: list[str] = []
    while rest > 0:
        annex.append(f"      {sentence('background')}\n" + ("\n" if len(annex) % 4 == 3 else ""))
        rest -= len(annex[-1].encode())
    return _TEXTS[number % 2].substitute(parts | {"annex": "".join(annex).rstrip()}) + "\n"


def _filled(random: Random, words: Mapping[str, Sequence[str]], kind: str) -> str:
    """A sentence of a kind, with every word in braces drawn from the words of that name."""
    text = random.choice(words[kind])
    while "{" in text:
        before, _, rest = text.partition("{")
        name, _, after = rest.partition("}")
        text = before + random.choice(words[name]) + after
    return text


_WORDS = (BOKMÅL, NYNORSK)

_TEXT = """\
format: 1
tema: $theme
parter: [KD, KS]
id: avtale-$number
saksnummer: 22/$number
målform: {målform}
status: undertegnet
grunnlag:
  - type: stortingsmelding
    nummer: 14
    sesjon: 2020–2021
    tittel: $goal

innledning: |
$introduction

formål:
  bakgrunn: |
$background
  mål:
$goals

forpliktelser:
  staten:
$state
  ks:
$ks
  felles:
$both

medvirkning:
  tekst: |
$taking_part

organisering:
  oppfølging:
    - nivå: politisk
      arena: {arena}
      hyppighet: hvert år
  tekst: |
$follow_up

økonomi:
  ytelser:
    - beløp: $amount
      per: år
      inntil: ja
      fra: KD
      til: KS
      formål: $goal
  forbehold: stortinget
  tekst: |
$economy

evaluering:
  hyppighet: hvert år
  framlegges: 3. konsultasjonsmøte
  tekst: |
$evaluation

varighet:
  ikrafttredelse: 2022-05-01
  til: 2024-12-31
  oppsigelse: 3 måneder
  forlengelse: ny undertegning
  tekst: |
$duration

underskrifter:
  sted: Oslo
  dato: 2022-04-20
  av:
    - navn: Tonje Brenna
      tittel: {minister}
      for: KD
    - navn: Gunn Marit Helgesen
      tittel: {leder}
      for: KS

vedlegg:
  - tittel: {vedlegg}
    tekst: |
$annex
"""
_TEXTS = tuple(
    Template(_TEXT.format_map(words))
    for words in (
        {
            "målform": "bokmål",
            "arena": "konsultasjonsmøte",
            "minister": "kunnskapsminister",
            "leder": "styreleder",
            "vedlegg": "Bakgrunn",
        },
        {
            "målform": "nynorsk",
            "arena": "konsultasjonsmøte",
            "minister": "kunnskapsminister",
            "leder": "styreleiar",
            "vedlegg": "Bakgrunn",
        },
    )
)
