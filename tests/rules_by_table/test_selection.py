"""Which rules are run (`--select`, `--extend-select`, `--ignore`), and when `lint` fails (`--fail-on`)."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from avtalesjekk.cli.app import app
from avtalesjekk.cli.shell import run
from avtalesjekk.errors import UserError
from avtalesjekk.rules.catalogue import RULES
from avtalesjekk.selection import select

DEFAULT = frozenset(rule.code for rule in RULES if rule.default)
OFF = frozenset(rule.code for rule in RULES) - DEFAULT
Lint = Callable[..., tuple[int, list[str], str]]
BASE = """\
format: 1
tema: bosetting av flyktninger
parter: [{department}, KS]
status: {status}
varighet: {{{duration}}}
"""


def chosen(*names: str, ignore: tuple[str, ...] = (), extend: tuple[str, ...] = ()) -> set[str]:
    """What is run of the rules, without MA001, which always is."""
    return set(select(names, ignore, extend)) - {"MA001"}


def begun(*prefixes: str) -> set[str]:
    return {code for code in DEFAULT if code.startswith(prefixes)} - {"MA001"}


def test_nothing_chosen_is_all_that_are_on() -> None:
    assert select() == DEFAULT
    assert {"MA104", "MA405"} == OFF


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("MA503",), {"MA503"}),
        (("ma503",), {"MA503"}),
        (("utover-stortingsperioden",), {"MA503"}),
        (("Utover-Stortingsperioden",), {"MA503"}),
        (("ukjent-nøkkel",), {"MA002"}),
        ((" MA503 , MA007 ",), {"MA503", "MA007"}),
        (("MA503,,MA007,",), {"MA503", "MA007"}),
        (("MA503", "MA007"), {"MA503", "MA007"}),
        (("MA503,plassholder", "MA007"), {"MA503", "MA007", "MA009"}),
        (("MA5",), begun("MA5")),
        (("ma5",), begun("MA5")),
        (("MA50",), begun("MA50")),
        (("MA71",), {"MA710", "MA711", "MA712"}),
        (("MA5", "MA7"), begun("MA5", "MA7")),
        (("MA5,MA503",), begun("MA5")),
        (("MA",), begun("MA")),
        (("M",), begun("MA")),
        (("MA1",), begun("MA1")),
        (("MA10",), begun("MA1")),
        (("MA104",), {"MA104"}),
        (("alternativ-ikke-nevnt",), {"MA104"}),
        (("MA1", "MA104"), begun("MA1") | {"MA104"}),
        (("MA4,særskilte-forhold",), begun("MA4") | {"MA405"}),
        (("MA001",), set()),
    ],
)
def test_chosen(names: tuple[str, ...], expected: set[str]) -> None:
    assert chosen(*names) == expected


@pytest.mark.parametrize("prefix", ["M", "MA", "MA1", "MA10", "MA4", "MA40"])
def test_a_prefix_leaves_off_what_is_off(prefix: str) -> None:
    assert not chosen(prefix) & OFF
    assert not set(select(added=[prefix])) & OFF


@pytest.mark.parametrize(
    ("select_", "extend", "ignore", "expected"),
    [
        ((), ("MA104",), (), set(DEFAULT) | {"MA104"}),
        ((), ("alternativ-ikke-nevnt,MA405",), (), set(DEFAULT | OFF)),
        ((), ("MA503",), (), set(DEFAULT)),
        (("MA503",), ("MA104",), (), {"MA503", "MA104"}),
        (("MA503",), ("MA7",), (), {"MA503"} | begun("MA7")),
        ((), (), ("MA5",), set(DEFAULT) - begun("MA5")),
        ((), (), ("MA503,plassholder", "MA7"), set(DEFAULT) - {"MA503", "MA009"} - begun("MA7")),
        (("MA503",), (), ("MA503",), set()),
        (("MA503",), (), ("MA5",), set()),
        (("MA5",), (), ("utover-stortingsperioden",), begun("MA5") - {"MA503"}),
        (("MA104",), (), ("MA1",), set()),
        ((), ("MA104",), ("MA104",), set(DEFAULT)),
        ((), ("MA104",), ("MA10",), set(DEFAULT) - begun("MA1")),
        ((), (), ("MA",), set()),
    ],
)
def test_added_and_left_out(
    select_: tuple[str, ...], extend: tuple[str, ...], ignore: tuple[str, ...], expected: set[str]
) -> None:
    assert chosen(*select_, extend=extend, ignore=ignore) == expected - {"MA001"}


@pytest.mark.parametrize("where", ["chosen", "left_out", "added"])
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("MA5O3", "MA503"),
        ("A503", "MA503"),
        ("utover-stortingsperiode", "utover-stortingsperioden"),
        ("utover_stortingsperioden", "utover-stortingsperioden"),
        ("maal-mangler", "mål-mangler"),
        ("MA999", None),
        ("MAX", None),
        ("A", None),
        ("5", None),
        ("E501", None),
        ("MA9", None),
    ],
)
def test_unknown_names(name: str, meant: str | None, where: str) -> None:
    with pytest.raises(UserError) as error:
        select(**{where: ["MA5", name]})
    hint = f"; mente du «{meant}»?" if meant else ". `avtalesjekk rule --all` viser alle."
    assert str(error.value) == f"«{name}» er ingen regel{hint}"


def test_a_slug_with_letters_written_in_two() -> None:
    assert chosen(unicodedata.normalize("NFD", "mål-mangler")) == {"MA102"}


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Lint:
    """Run `lint` on one agreement: exit code, the codes with their levels, and stderr."""
    monkeypatch.chdir(tmp_path)

    def say(
        *args: str, department: str = "KMD", status: str = "undertegnet", duration: str = "ikrafttredelse: 2020-09-14",
        more: str = "",
    ) -> tuple[int, list[str], str]:  # fmt: skip
        text = BASE.format(department=department, status=status, duration=duration) + more
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        code = run(app, ["lint", "a.yaml", *args, "--output-format=concise", "--dato=2026-11-22", "-q"])
        out, err = capsys.readouterr()
        return code, [" ".join(line.split()[1:3]) for line in out.splitlines()], err

    return say


OVER = "ikrafttredelse: 2020-09-14, til: 2022-09-01"


@pytest.mark.parametrize(
    ("rule", "found", "codes"),
    [
        ("MA503", "feil MA503", (1, 1, 1, 0)),
        ("MA606", "advarsel MA606", (0, 1, 1, 0)),
        ("MA103,MA105", "merknad MA105", (0, 0, 1, 0)),
        ("MA007", "", (0, 0, 0, 0)),
    ],
)
@pytest.mark.parametrize(("place", "fail_on"), list(enumerate(("feil", "advarsel", "merknad", "aldri"))))
def test_exit_codes(linted: Lint, rule: str, found: str, codes: tuple[int, ...], place: int, fail_on: str) -> None:
    said = linted(f"--select={rule}", f"--fail-on={fail_on}", duration=OVER)
    assert said == (codes[place], [found] if found else [], "")


def test_feil_alone_fails_by_default(linted: Lint) -> None:
    assert linted("--select=MA503", duration=OVER)[0] == 1
    assert linted("--select=MA606", duration=OVER)[0] == 0


@pytest.mark.parametrize("fail_on", ["feil", "advarsel", "merknad", "aldri"])
def test_what_depends_on_the_day_of_the_run_never_fails(linted: Lint, fail_on: str) -> None:
    said = linted("--select=MA007,MA503", f"--fail-on={fail_on}", status="utkast", duration="til: 2030-01-01")
    assert said == (0, ["advarsel MA007", "advarsel MA503"], "")


def test_what_is_set_aside_never_fails(linted: Lint) -> None:
    more = "avvik: [{regel: MA503, begrunnelse: Valgt.}]\n"
    assert linted("--select=MA503,MA010", "--fail-on=merknad", duration=OVER, more=more) == (0, [], "")
    assert linted("--select=MA502,MA010", "--fail-on=merknad", duration=OVER, more=more) == (0, [], "")
    code, found, _ = linted("--ignore=MA503,MA1,MA2,MA4,MA6,MA7", "--fail-on=merknad", duration=OVER, more=more)
    assert (code, found) == (1, ["feil MA504"])


@pytest.mark.parametrize(
    ("args", "codes"),
    [
        (("--select=MA503", "--select=MA606"), {"MA503", "MA606"}),
        (("--select", "MA503,MA606"), {"MA503", "MA606"}),
        (("--select=MA5",), {"MA503", "MA504"}),
        (("--select=MA5", "--ignore=MA504"), {"MA503"}),
        (("--select=MA1",), {"MA101", "MA102", "MA105"}),
        (("--select=MA1", "--extend-select=MA104"), {"MA101", "MA102", "MA104", "MA105"}),
        (("--select=alternativ-ikke-nevnt",), {"MA104"}),
        (("--select=MA104", "--ignore=MA1"), set()),
    ],
)
def test_on_the_command_line(linted: Lint, args: tuple[str, ...], codes: set[str]) -> None:
    _, found, err = linted(*args, duration=OVER)
    assert ({text.split()[1] for text in found}, err) == (codes, "")


def test_an_unknown_rule_is_wrong_use(linted: Lint) -> None:
    assert linted("--ignore=MA5O3") == (2, [], "Feil: «MA5O3» er ingen regel; mente du «MA503»?\n")


def test_a_file_that_cannot_be_read_as_yaml_is_always_told(linted: Lint) -> None:
    more = "økonomi: [\n"
    assert linted("--select=MA503", more=more)[:2] == (1, ["feil MA001"])
    assert linted("--ignore=MA0", more=more)[:2] == (1, ["feil MA001"])


def test_a_file_that_cannot_be_opened_outweighs_the_findings(linted: Lint) -> None:
    code, found, err = linted("finnes-ikke.yaml", "--select=MA503", "--fail-on=aldri", duration=OVER)
    assert (code, found) == (2, ["feil MA503"])
    assert err.startswith("Feil: «finnes-ikke.yaml» finnes ikke")
