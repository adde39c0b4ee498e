"""The slips behind syntax errors: what was done, what to do, and the stretch of the file that is pointed at."""

import pytest

from avtalesjekk.source import read

FAR_IN = "la nøkler på samme nivå begynne i samme kolonne"
WHOLE = "sett hele teksten i anførselstegn"
HARD = "linjen har et hardt mellomrom (ofte fra Word) | bytt det ut med et vanlig mellomrom"
AFTER_KEY = "er rykket for langt inn, eller står under en nøkkel som alt har en verdi"


@pytest.mark.parametrize(
    ("text", "said", "at"),
    [
        ("format: 1\n  tema: x\n", f"nøkkelen «tema» {AFTER_KEY} | {FAR_IN}", "tema"),
        ("evaluering: ja\n  hyppighet: hvert år\n", f"nøkkelen «hyppighet» {AFTER_KEY} | {FAR_IN}", "hyppighet"),
        ("format:1\ntema: x\n", "det mangler et mellomrom etter kolonet | skriv «format: …»", "format:"),
        ("format:1\ntema:skole\nparter: [KD]\n", "det mangler et mellomrom etter kolonet | skriv «tema: …»", "tema:"),
        ("formål:\n  bakgrunn\n  mål: x\n", "kolonet mangler etter «bakgrunn» | skriv «bakgrunn:»", "bakgrunn"),
        ("a:\n  b: c\n \u00a0d: e\n", HARD, "\u00a0"),
        ("a: b\nc:\u00a0d\ne: f\n", HARD, "\u00a0"),
        (
            "a:\n  - X\n  -KS skal\n  - Y\n",
            "det mangler et mellomrom etter bindestreken | skriv «- » foran punktet",
            "-",
        ),
        (
            "formål:\n  tekst: |\n  Dette er\n  tekst her\nb: 1\n",
            "teksten etter «|» er ikke rykket inn | rykk alle linjene i teksten lenger inn enn nøkkelen",
            "Dette er",
        ),
        ("a:\n  - [Utvalgte] kommuner\n  - x\n", f"det står tekst etter «]», der verdien er slutt | {WHOLE}", "k"),
        (
            'a: "Tekst\nb: c\nd:\n  - "e"\n',
            'anførselstegnet som begynner her, er ikke lukket | sett " der teksten slutter',
            '"',
        ),
        (
            "a:\n  - 'Tekst\n  - b: c\nd: 'e'\n",
            "anførselstegnet som begynner her, er ikke lukket | sett ' der teksten slutter",
            "'",
        ),
        ("a: [tema] om\nb: 1\n", f"det står tekst etter «]», der verdien er slutt | {WHOLE}", "o"),
        (
            'a: "Trygg" mat\nb: 1\n',
            f'det står tekst etter «"», der verdien er slutt | {WHOLE} av det andre slaget',
            "m",
        ),
        ("y: {a: b, formål: kurs: lærere}\n", f"kolonet deler teksten | {WHOLE}", ":"),
    ],
)
def test_a_slip(text: str, said: str, at: str) -> None:
    document = read(text.encode())
    problem = document.problems[-1]
    assert f"{problem.message} | {problem.help}" == said
    assert text[problem.span.start : problem.span.end] == at


@pytest.mark.parametrize(
    "text",
    [
        "a: KS skal gjøre dette: møtes\n",
        "- Partene skal: x: y\n",
        "a: {b: c\nd: e\n",
        "a: se http://x.no\nb: c: d\n",
        'a: "uten slutt\n',
        "",
    ],
)
def test_what_is_no_plain_slip_is_told_as_the_parser_saw_it(text: str) -> None:
    told = [problem.message for problem in read(text.encode()).problems]
    assert not any("mellomrom etter kolonet" in message or "rykket" in message for message in told)
    assert "kolonet deler teksten" not in told
