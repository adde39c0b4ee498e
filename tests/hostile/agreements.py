"""Agreements that are made to do harm: by what they hold."""

from pathlib import Path

from .row import GOOD, HEAD, Agreement, Make, filled, holding, prose

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 9)
)
DEEP = "mer enn 64 nivåer inni hverandre"
DEPTH = 100_000
_MARKS = "\u0300" * 20
SÁMI = (
    "Sámi giella, čáŋđŧž; Åse Bjørnsdóttir Æøå; «kväänin» – e\u0301 a\u030a o\u0308, naïve, "
    "I\N{NO-BREAK SPACE}år\N{SOFT HYPHEN}lig"
)


def _of_size(size: int) -> Make:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(GOOD.encode() + b"#\n")
            file.truncate(size)

    return make


def _full(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"- a: b\n" * (1_000_000 // 7))


def _theme(text: str) -> Make:
    return holding(HEAD.replace("tema: x", f"tema: {text}"))


AGREEMENTS = (
    # Size and depth
    Agreement("alias-bombe", holding(BOMB), "ankere (&, *) gjentar teksten i det uendelige"),
    Agreement(
        "alias-tekst",
        holding("a: &a '" + "x" * 100_000 + "'\nb: [" + "*a, " * 400_000 + "]"),
        "ankere (&, *) gjentar teksten i det uendelige",
    ),
    Agreement("alias-seg-selv", holding("a: &a [*a]"), "«*a» viser til et anker som ikke finnes"),
    Agreement("ankere", filled("", "- &a b\n"), "mer enn 50000 verdier", large=True),
    Agreement("dyp-blokk", holding("- " * DEPTH + "x"), DEEP),
    Agreement("dyp-spørsmål", holding("? " * DEPTH + "x"), DEEP),
    Agreement("dyp-flyt", holding("[" * DEPTH + "]" * DEPTH), DEEP),
    Agreement("dyp-flyt-åpen", holding("{a: " * DEPTH), DEEP),
    Agreement("dyp-begge", holding("- " * (DEPTH // 2) + "[" * (DEPTH // 2)), DEEP),
    Agreement("dyp-innrykk", holding("".join(f"{' ' * column}a:\n" for column in range(1400))), DEEP),
    Agreement("hundre-MB", _full, "filen er over 2 MB"),
    Agreement("glissen-TB", _of_size(10**12), "filen er over 2 MB"),
    Agreement("glissen-1-MB", _of_size(10**6), "den ser ut som UTF-16"),
    # Bytes
    Agreement("NUL", holding(HEAD + "a: \0\n"), "MA001 tegnet U+0000 (NUL)"),
    Agreement("BOM", holding("\ufeff" + GOOD)),
    Agreement("BOM-inni", holding(HEAD + "id: a\ufeffb\n"), "MA001 tegnet U+FEFF (BOM"),
    Agreement("UTF-16", holding(GOOD.encode("utf-16")), "MA001 filen er ikke UTF-8; den ser ut som UTF-16"),
    Agreement("UTF-16-uten-BOM", holding(GOOD.encode("utf-16-be")), "den ser ut som UTF-16"),
    Agreement("UTF-32", holding(GOOD.encode("utf-32")), "den ser ut som UTF-32"),
    Agreement("Latin-1", holding(GOOD.encode("latin-1")), "den ser ut som Latin-1"),
    Agreement("surrogat-i-bytes", holding(HEAD.encode() + b"id: \xed\xa0\x80\n"), "MA001 filen er ikke UTF-8"),
    Agreement("surrogat-som-escape", _theme('"\\ud800"'), "MA001"),
    Agreement("for-lang-UTF-8", holding(b"format: 1\ntema: \xc0\xaf\n"), "MA001 filen er ikke UTF-8"),
    Agreement("ESC", holding(HEAD + "id: \x1b[31mrød\n"), "MA001 tegnet U+001B (ESC)"),
    Agreement("C1", holding(HEAD + "id: \x9b31m\n"), "MA001 tegnet U+009B"),
    # Letters
    Agreement("snudd-retning", _theme("a\u202eb"), "MA001 tegnet U+202E snur skriveretningen"),
    Agreement("isolert-retning", _theme("a\u2067b"), "MA001 tegnet U+2067 snur skriveretningen"),
    Agreement(
        "snudd-som-escape",
        _theme('"a\\u202eb"'),
        "MA001",
    ),
    Agreement(
        "styretegn-som-escape",
        _theme('"a\\e[2J\\x9b\\0b"'),
        "MA001",
    ),
    Agreement(
        "null-bredde",
        _theme("skole\u200bmat"),
        "U+200B",
    ),
    Agreement("samiske-bokstaver", holding(GOOD.replace("kompetanse i barnehagen", SÁMI))),
    Agreement("NFD-nøkler", holding(GOOD.replace("formål", "forma\u030al"))),
    Agreement(
        "NFD-verdier",
        holding(GOOD.replace("måneder", "ma\u030aneder")),
    ),
    Agreement("NFD-og-NFC", holding(GOOD + "forma\u030al: {tekst: b}\n"), "MA005 nøkkelen «formål» står to ganger"),
    Agreement(
        "tusen-merker",
        _theme("a" + "\u0300\u0316" * 50_000),
        "MA",
    ),
    # YAML
    Agreement("tagg", holding("a: !!python/object:os.system x"), "taggen «!!python/object:os.system»"),
    Agreement("YAML-1.1", holding("%YAML 1.1\n---\na: b\n"), "filen sier at den er YAML 1.1"),
    Agreement("to-dokumenter", holding("a: b\n---\nc: d\n"), "filen inneholder flere YAML-dokumenter"),
    Agreement("samling-som-nøkkel", holding("tema: {{ tema }}"), "MA001 en nøkkel kan ikke være en samling nøkler"),
    Agreement("mal-i-verdi", _theme("\"{{ ''.__class__ }} {% include '/etc/passwd' %}\""), "MA"),
    Agreement("zip", holding(b"PK\x03\x04" + bytes(1000)), "MA001 filen er et Word-dokument"),
    # Many of something, and much of one thing
    Agreement("titusen-funn", filled(HEAD, "id: a\n"), "MA005 nøkkelen «id» står to ganger", large=True),
    Agreement("titusen-nøkler", holding(HEAD + "".join(f"k{i}: x\n" for i in range(95_000))), "MA", large=True),
    Agreement(
        "titusen-NFD-nøkler",
        holding(HEAD + "".join(f"a{_MARKS}{i}: x\n" for i in range(30_000))),
        "MA",
        large=True,
    ),
    Agreement(
        "titusen-kuttede",
        filled(HEAD + "formål:\n  mål:\n", "  - a #b\n"),
        "MA015",
        large=True,
    ),
    Agreement("titusen-avvik", filled(HEAD + "avvik:\n", "- {regel: MA503, begrunnelse: x}\n"), "MA", large=True),
    Agreement(
        "titusen-hendelser",
        filled(HEAD + "historikk:\n", "- {dato: 2020-01-01, hendelse: evaluert}\n"),
        "MA",
        large=True,
    ),
    Agreement(
        "titusen-plikter",
        filled(HEAD + "forpliktelser:\n  ks:\n", "  - KS skal gjøre noe\n"),
        "MA",
        large=True,
    ),
    Agreement(
        "titusen-parter",
        holding("format: 1\ntema: x\nparter:\n" + "".join(f"- P{i}\n" for i in range(90_000))),
        "MA",
        large=True,
    ),
    Agreement(
        "titusen-underskrifter", filled(HEAD + "underskrifter:\n  av:\n", "  - {navn: N, for: KS}\n"), "MA", large=True
    ),
    Agreement(
        "titusen-beløp", filled(HEAD + "økonomi:\n  ytelser:\n", "  - {beløp: 8 mill, per: år}\n"), "MA", large=True
    ),
    Agreement("langt-tall", holding(HEAD + "varighet: {lengde: '" + "9" * 1_900_000 + " år'}\n"), "MA", large=True),
    Agreement(
        "langt-beløp", holding(HEAD + "økonomi: {ytelser: [{beløp: '" + "9 " * 900_000 + "'}]}\n"), "MA", large=True
    ),
    Agreement("lang-dato", holding(HEAD + "varighet: {til: '" + "31. " * 400_000 + "'}\n"), "MA", large=True),
    Agreement(
        "langt-tallord", holding(HEAD + "varighet: {lengde: '" + "tjueen" * 300_000 + " år'}\n"), "MA", large=True
    ),
    Agreement("lang-nøkkel", holding(HEAD + "? " + "a" * 1_900_000 + "\n: b\n"), "MA", large=True),
    Agreement(
        "lange-mellomrom",
        holding(
            "format: 1\ntema: 'a{0}b'\nparter: [KS, 'KD{0}x']\nunderskrifter:\n"
            "  av: [{{navn: 'N{0}', tittel: 'statsråd{0}x', for: 'KD og{0}x'}}]\n".format(" " * 350_000)
        ),
        "MA",
        large=True,
    ),
    Agreement("lang-id", holding(HEAD + "id: " + "a-" * 900_000 + "!\n"), "MA", large=True),
    *(
        Agreement(f"prosa-av-{name}", prose(piece), "MA", large=True)
        for name, piece in {
            "ett-ord": "x",
            "ord": "ord ",
            "punktum": ".",
            "ellipser": "…!",
            "mellomrom": "kr" + " " * 5000,
            "tall": "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 kr. ",
            "årstall": "2021, ",
            "setninger": "KS skal holde fire samlinger i året. ",
            "avsnitt": "Avtalen gjelder til 1. mars.\n\n",
            "datoer": "31. desember 2023 ",
            "beløp": "8 000 000 kroner ",
            "perioder": "2023–2025 ",
            "parenteser": "(",
            "klammer": "[dato ",
            "bindestreker": "-",
            "partene": "KD og KS og ",
            "nektinger": "ikke ",
            "skal": "skal ",
            "fra-og-med": "gjelder fra og med til og med ",
            "evaluering": "evalueres årlig ",
            "oppsigelse": "tre måneders ",
            "nynorsk": "Avtala skal ikkje ",
            "kommentarer": "<!-- ",
            "stjerner": "**a ",
            "meldinger": "Meld. St. 30 (2019–2020) ",
        }.items()
    ),
)
