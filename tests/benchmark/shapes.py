"""Agreements with very much of one thing, to see how the work grows with it: each shape fills about so many bytes."""

from collections.abc import Callable, Mapping

_HEAD = "format: 1\ntema: x\nstatus: klar\n"


def _of(line: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    """A shape of lines that are alike, between what stands before and after; «@» in one is its number."""

    def made(size: int) -> bytes:
        count = size // (len(line.encode()) + 3)
        lines = (line.replace("@", str(number)) for number in range(count))
        return f"{_HEAD}{before}{''.join(lines)}{after}\n".encode()

    return made


SHAPES: Mapping[str, Callable[[int], bytes]] = {
    "dates": _of("  - {dato: 1.1.2004, hendelse: evaluert}\n", "historikk:\n"),
    "wrong dates": _of("  - {dato: tull@, hendelse: evaluert}\n", "historikk:\n"),
    "unknown keys": _of("nokkel@: x\n"),
    "keys that are almost known": _of("  til@: x\n", "varighet:\n"),
    "lists for texts": _of("    - [a@]\n", "forpliktelser:\n  ks:\n"),
    "empty duties": _of("    -\n", "forpliktelser:\n  ks:\n"),
    "missing keys": _of("  - {regel: MA503}\n", "avvik:\n"),
    "deviations": _of("  - {regel: MA503, begrunnelse: fordi}\n", "avvik:\n"),
    "deviations from no rule": _of("  - {regel: ma503, begrunnelse: fordi}\n", "avvik:\n"),
    "double keys": _of("tema: x\n"),
    "vague duties": _of("    - KS skal tilstrebe dette.\n", "forpliktelser:\n  ks:\n"),
    "late duties": _of("    - {tekst: KS skal betale, frist: 1.1.2030}\n", "forpliktelser:\n  ks:\n"),
    "signatories": _of("    - {navn: Kari Nordmann, for: KD}\n", "underskrifter:\n  av:\n"),
    "parties": _of("D@, ", "parter: [KD, ", "KS]"),
    "payments": _of("    - {beløp: 8 mill., fra: KD, til: KS}\n", "økonomi:\n  ytelser:\n"),
    "prose": _of("    Partene skal samarbeide, og avtalen gjelder til 1. mai 2026.\n", "formål:\n  tekst: |\n"),
    "documents": _of("    St.meld. nr. 14 (2020-2021) og Meld. St. 3 sier nei.\n", "formål:\n  tekst: |\n"),
    "one sentence": _of("om om som , at ", "formål:\n  tekst: "),
    "late goals": _of("    - {tekst: Alle, frist: 2020-01-01}\n", "formål:\n  mål:\n"),
    "sessions": _of("  - {type: stortingsmelding, nummer: 1, sesjon: 2020–2022, tittel: x}\n", "grunnlag:\n"),
    "blanks": _of("    … TODO xx … [fyll inn]\n", "formål:\n  tekst: |\n"),
    "short duties": _of("a, ", "forpliktelser: {ks: [", "a]}"),
}
