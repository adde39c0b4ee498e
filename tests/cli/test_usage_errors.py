"""What the example program says where it is used wrongly."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import pytest
import typer

from avtalesjekk.cli.shell import Command, Group, run

Said = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (["chek"], ["det finnes ingen kommando «chek»."]),
        (["lnt"], ["det finnes ingen kommando «lnt».", "Mente du «lint»?"]),
        (["ren"], ["det finnes ingen kommando «ren».", "Mente du «render»?"]),
        (["LINT"], ["det finnes ingen kommando «LINT».", "Mente du «lint»?"]),
        (["en"], ["det finnes ingen kommando «en»."]),
        ([""], ["det finnes ingen kommando «»."]),
        (["--", "--help"], ["det finnes ingen kommando «--help»."]),
        (["--hlep"], ["det finnes ikke noe valg «--hlep».", "Mente du «--help»?"]),
        (["-x", "lint"], ["det finnes ikke noe valg «-x»."]),
        (["lint\x1b[2J\u202e\udcff"], ["det finnes ingen kommando «lint\\x1b[2J\\u202e\\udcff»."]),
    ],
)
def test_what_is_wrong_with_the_program_s_own_arguments(args: list[str], lines: list[str], said: Said) -> None:
    expected = "Feil: " + "\n".join([*lines, "Se «avtalesjekk --help».", ""])
    assert said(*args) == (2, "", expected)


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        (["--slect", "MA5"], ["det finnes ikke noe valg «--slect».", "Mente du «--select»?"]),
        (["--slect=MA5"], ["det finnes ikke noe valg «--slect».", "Mente du «--select»?"]),
        (["--out"], ["det finnes ikke noe valg «--out».", "Mente du «--output-format»?"]),
        (["--no-cach"], ["det finnes ikke noe valg «--no-cach».", "Mente du «--no-cache»?"]),
        (["--secre"], ["det finnes ikke noe valg «--secre»."]),
        (["--\x07"], ["det finnes ikke noe valg «--\\x07»."]),
        (["-x"], ["det finnes ikke noe valg «-x»."]),
        (["-qz"], ["det finnes ikke noe valg «-z» (i «-qz»)."]),
        (["a", "-x.yaml", "b"], ["det finnes ikke noe valg «-x» (i «-x.yaml»)."]),
        (["-select", "MA5"], ["det finnes ikke noe valg «-s» (i «-select»).", "Mente du «--select»?"]),
        (["-q=1"], ["det finnes ikke noe valg «-=» (i «-q=1»)."]),
        (["--fix=ja"], ["valget «--fix» tar ingen verdi."]),
        (["--select"], ["valget «--select» krever en verdi: KODE."]),
        (["-q", "--fail-on"], ["valget «--fail-on» krever en verdi: feil|advarsel|aldri."]),
        (
            ["--fail-on", "feila"],
            ["ugyldig verdi for «--fail-on»: «feila» er ikke blant «feil», «advarsel», «aldri».", "Mente du «feil»?"],
        ),
        (
            ["--output-format=JSON"],
            [
                "ugyldig verdi for «--output-format»: «JSON» er ikke blant «full», «concise», «json».",
                "Mente du «json»?",
            ],
        ),
        (
            ["--output-format="],
            ["ugyldig verdi for «--output-format»: «» er ikke blant «full», «concise», «json»."],
        ),
        (["--jobs", "to"], ["ugyldig verdi for «--jobs»: «to» er ikke et helt tall på minst 1 og høyst 8."]),
        (["--jobs=9"], ["ugyldig verdi for «--jobs»: «9» er ikke et helt tall på minst 1 og høyst 8."]),
        (["--dato", "2024-13-01"], ["ugyldig verdi for «--dato»: «2024-13-01» er ingen dato på formen ÅÅÅÅ-MM-DD."]),
        (["--dato", "\x1b\n"], ["ugyldig verdi for «--dato»: «\\x1b\\n» er ingen dato på formen ÅÅÅÅ-MM-DD."]),
        (["--dato", "2024-01-01"], ["ugyldig verdi for «--dato»: første nyttårsdag er fri."]),
        (["--paragraf", "\x9b5"], ["ugyldig verdi for «--paragraf»: skriv «§» foran «\\x9b5»."]),
        (["--config", "nei.toml"], ["ugyldig verdi for «--config»: «nei.toml» finnes ikke."]),
        (["--config", "."], ["ugyldig verdi for «--config»: «.» er en mappe."]),
        (["--cache-dir", "fil"], ["ugyldig verdi for «--cache-dir»: «fil» er en fil."]),
        (["ok", ""], ["ugyldig verdi for «STI …»: stien er tom."]),
    ],
)
def test_what_is_wrong_with_the_arguments_of_a_command(args: list[str], lines: list[str], said: Said) -> None:
    Path("fil").touch()
    expected = "Feil: " + "\n".join([*lines, "Se «avtalesjekk lint --help».", ""])
    assert said("lint", *args) == (2, "", expected)


@pytest.mark.parametrize(
    ("args", "wrong"),
    [
        (["render"], "mangler argumentet «FIL …»."),
        (["new"], "mangler argumentet «STI»."),
        (["new", "a"], "mangler valget «--tema TEKST»."),
        (["new", "a", "--parter=2", "--tema"], "valget «--tema» krever en verdi: TEKST."),
        (["render", "a", "-o", ""], "ugyldig verdi for «--output»: stien er tom."),
        (["new", "a", "--tema=t", "--parter=1"], "ugyldig verdi for «--parter»: «1» er ikke et helt tall på minst 2."),
        (["new", "a", "--tema=t", "--sider=2.0"], "ugyldig verdi for «--sider»: «2.0» er ikke et helt tall."),
        (["new", "a", "b", "--tema=t", "--parter=2"], "for mange argumenter: «b»."),
        (["new", "a", "--tema=t", "--parter=2", "--", "b", "-\x1b"], "for mange argumenter: «b», «-\\x1b»."),
    ],
)
def test_what_is_missing_or_too_much(args: list[str], wrong: str, said: Said) -> None:
    assert said(*args) == (2, "", f"Feil: {wrong}\nSe «avtalesjekk {args[0]} --help».\n")


@pytest.mark.parametrize(
    ("denied", "option", "complaint"), [(os.R_OK, "--config", "leses"), (os.W_OK, "--cache-dir", "skrives til")]
)
def test_a_path_that_may_not_be_used(
    denied: int, option: str, complaint: str, said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = {"--config": tmp_path / "lukket", "--cache-dir": tmp_path}[option]
    path.touch()
    monkeypatch.setattr("os.access", lambda _, mode: mode != denied)
    wrong = f"ugyldig verdi for «{option}»: «{path}» kan ikke {complaint}."
    assert said("lint", option, str(path)) == (2, "", f"Feil: {wrong}\nSe «avtalesjekk lint --help».\n")


def test_a_type_without_norwegian_words_is_refused_at_once() -> None:
    program = typer.Typer(cls=Group, add_completion=False)
    program.callback()(lambda: None)

    @program.command(cls=Command)
    def share(part: Annotated[float, typer.Option()] = 0.5) -> None:
        pass

    with pytest.raises(TypeError, match="no Norwegian"):
        run(program, ["share"])
