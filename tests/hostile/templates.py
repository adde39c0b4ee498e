"""Templates of the user's own that are made to do harm."""

from pathlib import Path

from .row import Make, Row

_OURS = Path(__file__).parents[2] / "maler"
_NESTED = "".join(f"{{% for i{n} in 'xxxxxxxxxxxxxxxxxxxx' %}}" for n in range(12)) + "{% endfor %}" * 12
_DOUBLED = "{% macro m(x) %}{% set y %}{{ x }}{{ x }}{% endset %}{{ m(y) }}{% endmacro %}{{ m(tittel) }}"


def _jinja(text: str | bytes) -> Make:
    def make(folder: Path) -> None:
        (folder.parent / "hemmelig.jinja").write_text("hemmelig", encoding="utf-8")
        (folder / "mal").mkdir()
        (folder / "mal" / "bokmal.jinja").write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


def _linked(folder: Path) -> None:
    _jinja("{% include 'lenke.jinja' %}")(folder)
    (folder / "mal" / "lenke.jinja").symlink_to("/dev/zero")


def _row(name: str, text: str | bytes, said: str, form: str = "md") -> Row:
    args = ("render", "god.yaml", "--mal", "mal", "--format", form, "-o", f"ut.{form}")
    return Row(f"mal-{name}", _jinja(text), args, 2, (said,), ("hemmelig\n",), _nothing_written)


def _nothing_written(folder: Path) -> bool:
    return not list(folder.glob("ut.*"))


def _page(name: str, text: str, said: str) -> Row:
    def make(folder: Path) -> None:
        _jinja((_OURS / "bokmal.jinja").read_bytes())(folder)
        (folder / "mal" / "side.typ").write_text(text, encoding="utf-8")

    args = ("render", "god.yaml", "--mal", "mal", "-o", "ut.pdf")
    return Row(f"side-{name}", make, args, 2, (said,), ("root:",), _nothing_written)


TEMPLATES = (
    _row("attributter", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "har ikke tilgang"),
    _row("attributter-for", "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}", "har ikke tilgang"),
    _row("attributt-filter", "{{ tittel|attr('__class__') }}", "det finnes ikke noe filter «attr»"),
    _row("globale", "{{ mangler.__globals__ }}", "har ikke tilgang"),
    _row("funksjoner", "{{ self.__init__.__globals__ }}", "mal/bokmal.jinja"),
    _row("format", "{{ '{0.__class__}'.format(tittel) }}", "har ikke tilgang"),
    _row("format-filter", "{{ '%999999999d'|format(1) }}", "det finnes ikke noe filter «format»"),
    _row("prosent", "{{ '%999999999d' % 1 }}", "kan ikke regne med «%»"),
    _row("gange", "{{ 'x' * 999999999 }}", "kan ikke regne med «*»"),
    _row("opphøyd", "{{ 9 ** 999999999 }}", "kan ikke regne med «**»"),
    _row("sammen", "{{ tittel ~ tittel }}", "kan ikke sette sammen tekster"),
    _row("doblet", _DOUBLED, "for lang"),
    _row("løkker", _NESTED, "den blir ikke ferdig"),
    _row("kaller-seg", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "den kaller seg selv uten ende"),
    _row("tar-med-seg", "{% include 'bokmal.jinja' %}", "den kaller seg selv uten ende"),
    _row("dyp", "{% if 1 %}" * 5000, "mal/bokmal.jinja"),
    _row("parenteser", "{{ " + "(" * 100_000, "mal/bokmal.jinja"),
    _row("ut-av-mappen", "{% include '../../hemmelig.jinja' %}", "finnes ikke"),
    _row("rot", "{% include '/etc/passwd' %}", "finnes ikke"),
    _row("importerer", "{% import 'os' as os %}", "mal/bokmal.jinja"),
    _row("Latin-1", "Formål".encode("latin-1"), "er ikke skrevet i UTF-8"),
    _row("tall", "{{ " + "9" * 100_000 + " }}", "mal/bokmal.jinja"),
    Row("mal-endeløs-lenke", _linked, ("render", "god.yaml", "--mal", "mal"), 2, ("mal",)),
    _page("pakke", '#import "@preview/cetz:0.3.0"', "den kan ikke bruke pakker"),
    _page("ut-av-mappen", '#read("../../hemmelig.jinja")', "den kan ikke lese filer utenfor mappen sin"),
    _page("rot", '#read("/etc/passwd")', "den viser til en fil som ikke finnes i mappen"),
    _page("løkke", "#while true { }", "mal/side.typ"),
    _page(
        "tre",
        "#let f(n, k) = if n < 1 { 0 } else { f(n - 1, k * 2) + f(n - 1, k * 2 + 1) }\n#f(50, 1)",
        "den blir ikke ferdig, eller bruker for mye minne",
    ),
    _page("minne", "#let x = range(1000000000)", "den blir ikke ferdig, eller bruker for mye minne"),
    _page("styretegn", '#panic("oi \\u{1b}[31m\\u{202e}")', "oi \\x1b[31m\\u202e"),
)
