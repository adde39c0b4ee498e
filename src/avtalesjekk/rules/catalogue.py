"""All the rules, in the order of their codes, and the ways to name them."""

import re
from unicodedata import normalize

from avtalesjekk.rules import (
    consultation,
    document,
    duration,
    duties,
    evaluation,
    finance,
    parties,
    purpose,
    signatures,
)
from avtalesjekk.rules.portfolio import PORTFOLIO_RULES
from avtalesjekk.rules.rule import Rule
from avtalesjekk.spelling import nearest

RULES: tuple[Rule, ...] = (
    *document.FORMAT_RULES,
    document.title_pattern,
    parties.departments_of_the_day,
    document.contradiction,
    document.placeholders,
    document.UNUSED_DEVIATION,
    document.MALFORMED_DEVIATION,
    document.id_is_name,
    document.quoted_documents,
    parties.both_sides,
    document.CUT_TEXT,
    purpose.background,
    purpose.objectives,
    purpose.measurable,
    purpose.alternative,
    purpose.anchored,
    duties.some_duty,
    duties.divided,
    duties.vague,
    duties.strong_instrument,
    duties.regional,
    duties.moves_tasks,
    duties.contract_law,
    duties.due_after_end,
    finance.reservation,
    finance.payment_purpose,
    finance.outside_finance,
    evaluation.evaluated,
    evaluation.manner,
    evaluation.laid_before,
    evaluation.follow_up,
    evaluation.particulars,
    duration.takes_effect,
    duration.limited,
    duration.within_period,
    duration.can_be_terminated,
    duration.notice,
    duration.in_order,
    duration.signed_anew,
    duration.day_known,
    signatures.ks_leader,
    signatures.ministers_sign,
    signatures.political_level,
    signatures.parties_only,
    signatures.signature_form,
    signatures.signing_date,
    signatures.in_office,
    signatures.duties_of_others,
    consultation.at_a_meeting,
    consultation.after_change,
    consultation.cleared_first,
    consultation.signed_in_time,
    *(entry.rule for entry in PORTFOLIO_RULES),
)
BY_CODE = {rule.code: rule for rule in RULES}
_BY_NAME = {name.casefold(): rule for rule in RULES for name in (rule.code, rule.slug)}
# What cannot be set aside: without these there is no agreement to deviate, and no deviation to trust.
UNYIELDING = frozenset(("MA001", "MA002", "MA003", "MA004", "MA005", "MA011"))
# What can only be said of an agreement whose file has a name.
NEED_A_NAME = frozenset((document.id_is_name.code, *(entry.rule.code for entry in PORTFOLIO_RULES)))


def find(name: str) -> Rule | None:
    """The rule with that code or slug, in any case."""
    return _BY_NAME.get(normalize("NFC", name).strip().casefold())


def suggest(name: str) -> str | None:
    """The code or slug that an unknown name most likely stands for; none for what begins like several codes."""
    if re.fullmatch("MA[0-9]{0,2}", name.upper()):
        return None
    return nearest(name, [*BY_CODE, *(rule.slug for rule in RULES)])
