"""Titles of those who sign."""

import pytest

from avtalesjekk.norwegian.offices import Rank, rank


def wrong(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.mark.parametrize(
    "title",
    [
        "statsråd",
        "Statsråd",
        " STATSRÅD\n",
        "statsra\u030ad",
        "statsråden",
        "statsråd, Kunnskapsdepartementet",
        "statsråd i Kunnskapsdepartementet",
        "statsråd for digitalisering",
        "fungerende statsråd",
        "fungerande statsråd",
        "konstituert statsråd",
        "kunnskapsminister",
        "Kunnskapsministeren",
        "kunnskapsminister og statsråd",
        "kommunal- og moderniseringsminister",
        "kommunal- og distriktsminister Sigbjørn Gjelsvik",
        "distrikts- og digitaliseringsminister",
        "helse- og omsorgsminister",
        "forsknings- og høyere utdanningsminister",
        "forskings- og høgare utdanningsminister",
        "EU- og EØS-minister",
        "landbruks-\u00a0og matminister",
        "statsminister",
        pytest.param(
            "barne-, likestillings- og inkluderingsminister",
            marks=wrong("the title is cut at its first comma: every minister of BLD from 2010 to 2016 falls out"),
        ),
        pytest.param(
            "fornyings-, administrasjons- og kirkeminister",
            marks=wrong("the same: every minister of FAD from 2010 to 2013"),
        ),
        pytest.param(
            "fornyings-, administrasjons- og kyrkjeminister",
            marks=wrong("the same in nynorsk"),
        ),
        pytest.param("settestatsråd", marks=wrong("a settestatsråd signs as statsråd")),
        "statsråd/kunnskapsminister",
    ],
)
def test_a_statsråd(title: str) -> None:
    assert rank(title) is Rank.STATSRÅD


@pytest.mark.parametrize(
    "title",
    [
        "leder",
        "Leder",
        "lederen",
        "leiar",
        "leiaren",
        "styreleder",
        "styrelederen",
        "Styreleiar",
        "styreleiaren",
        "styrets leder",
        "hovedstyreleder",
        "leder i KS",
        "leiar i KS",
        "leder av KS",
        "leiar for KS",
        "KS-leder",
        "KS-leiar",
        "KS' leder",
        "leder, KS",
        "leder i KS på vegne av styret",
        "fungerende leder",
        "fungerende styreleder",
        "fungerande leiar",
        "konstituert leiar",
        "konstituert styreleder i KS",
        pytest.param(
            "nestleder, fungerende styreleder", marks=wrong("cut at its comma: one who acts as leader counts")
        ),
        pytest.param("fungerende leder (nestleder)", marks=wrong("one who acts as leader counts")),
        pytest.param("nestleiar, konstituert leiar", marks=wrong("cut at its comma: one who acts as leader counts")),
    ],
)
def test_a_leader(title: str) -> None:
    assert rank(title) is Rank.LEDER


@pytest.mark.parametrize(
    "title",
    [
        "nestleder",
        "Nestlederen",
        "nestleiar",
        "nestleiaren",
        "første nestleder",
        "1. nestleiar",
        "2. nestleder i KS",
        "styrets nestleder",
        "fungerende nestleder",
        "nestleder for styreleder Bjørn Arild Gram",
    ],
)
def test_a_deputy(title: str) -> None:
    assert rank(title) is Rank.NESTLEDER


@pytest.mark.parametrize(
    "title",
    [
        "direktør",
        "direktøren",
        "administrerende direktør",
        "administrerande direktør",
        "adm. direktør",
        "områdedirektør i KS",
        "avdelingsdirektør",
        "fagdirektør",
        "underdirektør",
        "ekspedisjonssjef",
        "konstituert ekspedisjonssjef",
        "ekspedisjonssjef, på vegne av statsråden",
        "ekspedisjonssjef på vegner av statsråden",
        "ekspedisjonssjef etter fullmakt",
        "departementsråd",
        "Departementsråden",
        "assisterende departementsråd",
        "assisterande departementsråd",
        "regjeringsråd",
        "utenriksråd",
        "finansråd",
        "statssekretær",
        "statssekretæren",
        "statssekretær for kunnskapsministeren",
        "statssekretær hos statsråden",
        "generalsekretær",
        "politisk rådgiver",
        "politisk rådgiver for kunnskapsministeren",
        "politisk rådgjevar",
        "seniorrådgiver",
        "prosjektleder",
        "avdelingsleder",
        "seksjonsleiar",
        "avdelingsleder for KS",
        pytest.param("politisk rådgivar", marks=wrong("nynorsk has «rådgivar» beside «rådgjevar»")),
        pytest.param("seniorrådgivar", marks=wrong("nynorsk has «rådgivar» beside «rådgjevar»")),
        pytest.param(
            "på vegne av statsråden, ekspedisjonssjef",
            marks=wrong("words in front: the one who signs is the ekspedisjonssjef, not the statsråd"),
        ),
        "for kunnskapsministeren: statssekretær",
        pytest.param("adm. dir.", marks=wrong("the usual short form of administrerende direktør")),
    ],
)
def test_below_the_political_top(title: str) -> None:
    assert rank(title) is Rank.UNDER


@pytest.mark.parametrize(
    "title",
    ["", " ", "–", "[tittel]", "stortingsrepresentant", "medlem av hovedstyret", "KS", "statsrådet", "ministerium"],
)
def test_no_office_that_can_be_placed(title: str) -> None:
    assert rank(title) is None
