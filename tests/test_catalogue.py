"""The house rules of the catalogue: what the design says of each rule, and how rules and norms belong together."""

import re
from collections import Counter

import pytest

from avtalesjekk.explaining import coverage, example
from avtalesjekk.norms import Norm, norms
from avtalesjekk.rules.catalogue import RULES, UNYIELDING
from avtalesjekk.rules.rule import ADVARSEL, FEIL, MERKNAD, Level, Rule

# What the design says: slug, level, and the norms, the one that the level is held to first; none: the format.
DESIGN: dict[str, tuple[str, Level, tuple[str, ...]]] = {
    "MA001": ("ugyldig-yaml", FEIL, ()),
    "MA002": ("ukjent-nøkkel", FEIL, ()),
    "MA003": ("ugyldig-verdi", FEIL, ()),
    "MA004": ("mangler-nøkkel", FEIL, ()),
    "MA005": ("dobbel-nøkkel", FEIL, ()),
    "MA006": ("tittelmønster", MERKNAD, ("N61",)),
    "MA007": ("ukjent-departement", FEIL, ()),
    "MA008": ("motstrid", FEIL, ()),
    "MA009": ("plassholder", FEIL, ()),
    "MA010": ("ubrukt-avvik", ADVARSEL, ()),
    "MA011": ("ugyldig-avvik", FEIL, ()),
    "MA012": ("id-ulik-filnavn", ADVARSEL, ()),
    "MA013": ("henvisning", MERKNAD, ()),
    "MA014": ("part-mangler", FEIL, ("N02",)),
    "MA015": ("avkuttet-tekst", ADVARSEL, ()),
    "MA101": ("bakgrunn-mangler", ADVARSEL, ("N62",)),
    "MA102": ("mål-mangler", ADVARSEL, ("N63",)),
    "MA103": ("mål-ikke-etterprøvbart", MERKNAD, ("N45", "N47", "N64")),
    "MA104": ("alternativ-ikke-nevnt", MERKNAD, ("N65",)),
    "MA105": ("forankring-mangler", MERKNAD, ("N79",)),
    "MA201": ("forpliktelser-mangler", FEIL, ("N46",)),
    "MA202": ("plikter-ikke-delt", MERKNAD, ("N66",)),
    "MA203": ("vag-forpliktelse", MERKNAD, ("N46",)),
    "MA204": ("sterkt-virkemiddel", FEIL, ("N51",)),
    "MA205": ("regional-koordinering", FEIL, ("N50",)),
    "MA206": ("endrer-oppgaver", MERKNAD, ("N48",)),
    "MA207": ("avtalerettslig-form", MERKNAD, ("N89",)),
    "MA208": ("frist-etter-slutt", MERKNAD, ("N46",)),
    "MA301": ("forbehold-mangler", FEIL, ("N59a", "N59b", "N88")),
    "MA302": ("ytelse-uten-formål", ADVARSEL, ("N58", "N68")),
    "MA303": ("ressurser-utenfor-økonomi", MERKNAD, ("N67",)),
    "MA401": ("evaluering-mangler", FEIL, ("N53", "N69")),
    "MA402": ("evalueringsmåte-mangler", MERKNAD, ("N70",)),
    "MA403": ("ikke-lagt-fram", ADVARSEL, ("N54", "N72")),
    "MA404": ("oppfølging-mangler", MERKNAD, ("N55",)),
    "MA405": ("særskilte-forhold", MERKNAD, ("N71",)),
    "MA501": ("ikrafttredelse-mangler", FEIL, ("N73",)),
    "MA502": ("varighet-mangler", FEIL, ("N33", "N74")),
    "MA503": ("utover-stortingsperioden", FEIL, ("N36", "N37", "N75")),
    "MA504": ("oppsigelse-mangler", FEIL, ("N34",)),
    "MA505": ("oppsigelsesfrist-uklar", MERKNAD, ("N76",)),
    "MA506": ("omvendt-varighet", FEIL, ("N74",)),
    "MA507": ("forlengelse-uten-signering", ADVARSEL, ("N40",)),
    "MA508": ("periode-kan-ikke-regnes", MERKNAD, ("N36",)),
    "MA601": ("ks-leder-mangler", FEIL, ("N42", "N77")),
    "MA602": ("statsråd-mangler", FEIL, ("N43", "N77")),
    "MA603": ("ikke-politisk-nivå", FEIL, ("N41",)),
    "MA604": ("fremmed-part", ADVARSEL, ("N43",)),
    "MA605": ("underskriftsform", MERKNAD, ("N78",)),
    "MA606": ("signeringsdato-mangler", ADVARSEL, ()),
    "MA607": ("ikke-i-embetet", ADVARSEL, ("N42", "N43")),
    "MA608": ("departement-ikke-part", MERKNAD, ("N43",)),
    "MA701": ("utenfor-møtene", MERKNAD, ("N83", "N85")),
    "MA702": ("regjeringsskifte", MERKNAD, ("N38", "N84")),
    "MA703": ("ikke-avklart", MERKNAD, ("N15",)),
    "MA704": ("ikke-klar-i-tide", MERKNAD, ("N24",)),
    "MA710": ("ukjent-avtale", FEIL, ()),
    "MA711": ("dobbel-id", FEIL, ()),
    "MA712": ("samme-tema", MERKNAD, ("N12", "N29")),
}
OFF = {"MA104", "MA405"}  # run just when they are selected

# The level that a norm's strength word gives.
LEVELS: dict[str, Level] = {
    "må": FEIL,
    "skal": FEIL,
    "alle avtaler": FEIL,
    "bør alltid": FEIL,
    "bør": ADVARSEL,
    "bør helst": ADVARSEL,
    "som hovedregel bør": ADVARSEL,
    "anbefaler": MERKNAD,
    "gunstig": MERKNAD,
    "ikke hensiktsmessig": MERKNAD,
    "kan": MERKNAD,
    "konstatering": MERKNAD,
    "mal": MERKNAD,
    "om mulig": MERKNAD,
    "uheldig": MERKNAD,
    "viktig at": MERKNAD,
}
# The rules whose level is another than that of their first norm, with the reason.
EXCEPTIONS: dict[str, str] = {
    "MA103": "whether an objective can be verified is what a machine can only point at",
    "MA201": "without any obligation there is no agreement",
    "MA203": "whether an obligation is vague is what a machine can only point at",
    "MA208": "a deadline after the end may be meant; a machine can only point at it",
    "MA303": "the money is said, only in another place",
    "MA403": "N72 («bør») gives it its level; N54, which says the same more weakly, stands first",
    "MA503": "a main rule, an error by choice of this house: the exception shall be chosen and explained",
    "MA505": "N76 binds only where a notice period is meant",
    "MA507": "N40 binds the act of prolonging; a clause only opens for it",
    "MA508": "it breaks no norm; it only says that MA503 could not be decided",
    "MA601": "the report asks it of all agreements (N02, l. 584)",
    "MA602": "the report asks it of all agreements (N02, l. 584)",
    "MA608": "whether a department has a duty by the prose is what a machine can only point at",
    "MA703": "the meetings moved after the report",
    "MA704": "the meetings moved after the report",
}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
every_norm = pytest.mark.parametrize("norm", norms().values(), ids=lambda norm: norm.nr)


def test_the_rules_are_those_of_the_design() -> None:
    assert {rule.code: (rule.slug, rule.level, rule.norms) for rule in RULES} == DESIGN
    assert {rule.code for rule in RULES if not rule.default} == OFF
    assert {"MA001", "MA002", "MA003", "MA004", "MA005", "MA011"} == UNYIELDING


def test_codes_are_unique_and_sorted() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"MA\d{3}", code) for code in codes)


def test_slugs_are_unique_words_in_lower_case() -> None:
    slugs = [rule.slug for rule in RULES]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch("[a-zæøå]+(-[a-zæøå]+)*", slug) for slug in slugs)


@every_rule
def test_a_rule_says_what_it_asks_for_and_why(rule: Rule) -> None:
    assert rule.title.strip()
    assert " mangler" not in rule.title.casefold()
    assert rule.why.strip()
    assert example(rule, "feil")
    assert example(rule, "rett")


@every_rule
def test_the_level_is_that_of_the_first_norm_or_an_exception_with_a_reason(rule: Rule) -> None:
    if rule.norms:
        by_norm = LEVELS[norms()[rule.norms[0]].styrke]
        assert (rule.level is by_norm) is (rule.code not in EXCEPTIONS)
    else:
        assert rule.code not in EXCEPTIONS


@every_norm
def test_a_norm_has_a_rule_or_a_reason_why_not(norm: Norm) -> None:
    has_rule = any(norm.nr in rule.norms for rule in RULES)
    assert has_rule is not bool(norm.grunn.strip())


def test_every_norm_is_there_once() -> None:
    assert Counter(norm.nr for norm, _ in coverage()) == Counter(_numbers())
    assert len(norms()) == 93


def _numbers() -> list[str]:
    return [nr for n in range(1, 91) for nr in ([f"N59{part}" for part in "abcd"] if n == 59 else [f"N{n:02}"])]
