"""Titles of those who sign."""

import pytest

from avtalesjekk.norwegian.offices import Rank, rank


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
        "barne-, likestillings- og inkluderingsminister",
        "fornyings-, administrasjons- og kirkeminister",
        "fornyings-, administrasjons- og kyrkjeminister",
        "settestatsråd",
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
        "nestleder, fungerende styreleder",
        "fungerende leder (nestleder)",
        "nestleiar, konstituert leiar",
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
        "politisk rådgivar",
        "seniorrådgivar",
        "på vegne av statsråden, ekspedisjonssjef",
        "for kunnskapsministeren: statssekretær",
        "adm. dir.",
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
