"""What is said and written of hostile values: in terminals, in logs of CI, in pages, and in which files."""

from pathlib import Path

from .row import GOOD, HEAD, MOST, Row

FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit")
_LINT = ("lint", "--dato=2026-11-22", "-q")
_EVIL = "\\e[31m\\e]8;;http://x\\a\\x9b2J\\u202e\\0%0A::error::x\\n::set-output name=a::b\\n::add-mask::x\\r##[error]y"
_SCRIPT = '<script>x()</script><img src=x onerror=x()>" onload="x()" </title></style> javascript:x()'
_COMMANDS = ("\n::set-output", "\n::add-mask", "\n::error::")
_OF_FORMAT = {"github": ("%0A::", "##["), "junit": ("]]>",)}


def _values(folder: Path) -> None:
    hostile = HEAD.replace("KDD", f'"{_EVIL}"').replace("[KD,", f'["{_EVIL}",').replace("tema: x", f'tema: "{_EVIL}"')
    (folder / "x.yaml").write_text(f'{hostile}status: "{_EVIL}"\n"{_EVIL}": 1\n', encoding="utf-8")


def _name(folder: Path) -> None:
    (folder / "a\n::set-output name=a::b\x1b%0A::error::,]]>.yaml").write_text("x", encoding="utf-8")


def _many(folder: Path) -> None:
    (folder / "x.yaml").write_text(HEAD + "id: a\n" * 10_001, encoding="utf-8")


def _script(folder: Path) -> None:
    written = GOOD.replace("kompetanse i barnehagen", f"'{_SCRIPT}'")
    written = written.replace(
        "Avtalen er en del av", f"'{_SCRIPT} [a](javascript:x) <http://x> ![b](x) Del av "
    ).replace("konsultasjonsordningen.", "konsultasjonsordningen.'")
    (folder / "god.yaml").write_text(written, encoding="utf-8")


def _secret(folder: Path) -> Path:
    secret = folder.parent / "hemmelig"
    secret.write_text("urørt", encoding="utf-8")
    return secret


def _link_in_folder(folder: Path) -> None:
    (folder / "ut").mkdir()
    (folder / "ut" / "god.md").symlink_to(_secret(folder))


def _link_to_itself(folder: Path) -> None:
    (folder / "ut.md").symlink_to("god.yaml")


def _link_to_pipe(folder: Path) -> None:
    (folder / "ut.md").symlink_to("/dev/null")


def _untouched(folder: Path) -> bool:
    secret = folder.parent / "hemmelig"
    return (folder / "god.yaml").read_text(encoding="utf-8") == GOOD and (
        not secret.exists() or secret.read_text(encoding="utf-8") == "urørt"
    )


def _nothing(_: Path) -> None:
    """Leave the folder as it is."""


OUTPUTS = (
    *(
        Row(
            f"verdier-{form}",
            _values,
            (*_LINT, f"--output-format={form}", "x.yaml"),
            1,
            ("MA",),
            (*_COMMANDS, *_OF_FORMAT.get(form, ())),
        )
        for form in FORMATS
    ),
    *(
        Row(
            f"filnavn-{form}",
            _name,
            (*_LINT, f"--output-format={form}", "."),
            1,
            ("MA001",),
            (*_COMMANDS, *_OF_FORMAT.get(form, ())),
        )
        for form in FORMATS
    ),
    *(
        Row(f"titusen-funn-{form}", _many, (*_LINT, f"--output-format={form}", "x.yaml"), 1, ("MA005",))
        for form in FORMATS
    ),
    Row(
        "skript-i-html",
        _script,
        ("render", "god.yaml", "--utkast", "--format", "html"),
        0,
        ("&lt;script&gt;x()",),
        ("<script", "<img", "href=", '" onload="', 'onload="x()" </title>'),
    ),
    Row(
        "skriver-over-kilden",
        _link_to_itself,
        ("render", "god.yaml", "-o", "ut.md"),
        2,
        ("er avtalen selv",),
        (),
        _untouched,
    ),
    Row("skriver-til-enhet", _link_to_pipe, ("render", "god.yaml", "-o", "ut.md"), 2, ("er ikke en vanlig fil",)),
    Row(
        "lenke-ut-av-mappen",
        _link_in_folder,
        ("render", "god.yaml", "-o", "ut", "--format", "md", "--format", "txt"),
        2,
        ("er en lenke ut av mappen, og blir ikke skrevet over.",),
        (),
        _untouched,
    ),
    Row(
        "rapport-over-avtalen",
        _link_to_itself,
        (*_LINT, "--report", "sarif=ut.md", "god.yaml"),
        2,
        ("er en av avtalene",),
        (),
        _untouched,
    ),
    Row("rapport-til-mappe", _nothing, (*_LINT, "--report", "sarif=/proc", "god.yaml"), 2, ("kan ikke skrives",)),
    Row(
        "stor-avtale-som-html",
        lambda folder: (folder / "x.yaml").write_text(
            GOOD + "tillegg: [{overskrift: a, tekst: '" + "<" * (MOST // 4) + "'}]\n"
        ),
        ("render", "x.yaml", "--utkast", "-o", "x.html"),
        0,
    ),
)
