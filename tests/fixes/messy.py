"""Agreements with mistakes of every kind that can be mended, written in every way that people write them."""

from datetime import date

from hypothesis import strategies as st

from avtalesjekk.findings import Finding
from avtalesjekk.fixes.applying import Mended, mend
from avtalesjekk.linting import Input, lint
from avtalesjekk.selection import select

TODAY = date(2026, 11, 22)

_HEADS = st.sampled_from((
    "format: 1\ntema: svømming\nparter: [KMD, KS]\n",
    "# kladd\nformat: 1   # den første\ntema: svømming i sak #12  # ikke glem\nparter:\n- KMD # før 2022\n- KS\n",
    'format: 1\ntema: "svømming"\nparter:\n  - {navn: KMD}\n  - navn: KS\nid: noe-annet # rar\n',
    "format: 1\ntema: 'svømming'\nmålform: nynorsk\nparter: [ 'KMD' , \"KS\" ]\nid: 'feil'\n\n",
    "format: '1'\ntema: &t svømming\npartar: [KD, KS]\nstatus: Undertegna\n",
))  # fmt: skip
_PURPOSES = st.sampled_from((
    "",
    "formål:\n    bakgrunn: >-\n        Se st.meld. nr. 23 (2003-2004)\n        og St.meld 30 (2019–2020) # med\n",
    "formål: {bakgrunn: Sak #3\n  , mål: [Alle skal svømme innen 2030.]}\n",
    "formål:\n  mal:   # på to linjer\n  - Alle skal svømme i sak #4\n  bakgrunn: 'Som i Meld. St. 23 (2003–2004).'\n",
    'føremål:\n  tekst: |+\n    Vi siterer «St.meld. 7 (2001-2002)».\n\n\n  mål: ["x"]\n',
))  # fmt: skip
_MONEY = st.sampled_from((
    "",
    "økonomi:\n  forbehold: Stortinget\n  ytelser:\n  -   {beløp: '2 mill.', per: År, fra: KMD}  # avtalt\n",
    "okonomi: {ytelser: [{belop: 8 000 000 kroner, til: KS, formål: kurs}], forbehold: stortinget}\n",
    "økonomi:\n  - beløp: 5\n",
))  # fmt: skip
_EVALUATIONS = st.sampled_from((
    "",
    "evaluering:\n",
    "evaluering: {}  # kommer\n",
    "evaluering:\n  hyppighet: Hvert år # eller oftere\n  framlegges: konsultasjonsordninga\n",
    "evaluering: {framlegges: bilateralt møte, hvordan: felles}\n",
))  # fmt: skip
_TERMS = st.sampled_from((
    "",
    "varighet:\n  til: 31.12.2025   # sluttdato\n",
    "varighet:\n\n  # når\n  ikrafttredelse: ved signering\n  lengde: To år\n",
    "varighet: {ikrafttredelse: 1. januar 2025, til: 30.06.2025}\n",
    'varighet: {\n  til: "1. mars 2025", # hit\n  oppsigelse: tre månaders\n  }\n',
    "varighet: # tom\n",
    "varighet:\n      til: 2025-01-01\n      oppsigelse: 3 mnd\n      tekst: |\n        Den varer.\n\n",
))  # fmt: skip
_SIGNED = st.sampled_from((
    "",
    "underskrifter:\n  dato: 14.6.2024\n  av:\n    - {tittel: minister, for: KMD}\n    - {tittel: leder, for: KS}\n",
    "underskrifter: {dato: 14. juni 2024, av: [{navn: A, tittel: statsråd, for: KMD}]}\n",
))  # fmt: skip
_DEVIATIONS = st.sampled_from((
    "",
    "avvik:\n  - regel: MA203\n    begrunnelse: Fordi.\n",
    "avvik:\n# gammel\n- {regel: MA203, begrunnelse: x}  # bort\n-   regel: ma503\n    begrunnelse: y\n",
    "avvik: [{regel: MA203, begrunnelse: 'a, b'}, {regel: MA007, begrunnelse: c}, {regel: MA206, begrunnelse: d}]\n",
    "\n\navvik:\n  - regel: MA203 # 1\n    begrunnelse: >\n      x\n      y\n\n  - regel: MA206\n    begrunnelse: z\n",
))  # fmt: skip
_ENDS = st.sampled_from(("\n", "\r\n", "\r"))


@st.composite
def messy(draw: st.DrawFn) -> str:
    """The text of an agreement; its sections in any order, its line ends of any kind, with and without a last one."""
    sections = draw(st.permutations([_PURPOSES, _MONEY, _EVALUATIONS, _TERMS, _SIGNED]))
    text = draw(_HEADS) + "".join(map(draw, sections)) + draw(_DEVIATIONS)
    if draw(st.booleans()):
        text = text.replace("\nformål", "\n\nformål").rstrip("\n")
    bom = draw(st.sampled_from(("", "", "\ufeff")))
    return bom + text.replace("\n", draw(_ENDS))


def found(file: Input, *, chosen: frozenset[str] | None = None) -> tuple[Finding, ...]:
    """What stands in an agreement."""
    return lint([file], TODAY, select() if chosen is None else chosen).files[0].active


def mended(text: str, *, unsafe: bool, name: str = "avtale.yaml", codes: frozenset[str] | None = None) -> Mended:
    """An agreement with its mends carried out: all, or those of some rules."""

    def chosen(file: Input) -> tuple[Finding, ...]:
        return found(file, chosen=codes)

    return mend(Input.named(name, text.encode()), chosen, found, unsafe=unsafe)
