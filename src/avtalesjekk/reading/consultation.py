"""What ties the agreement to the konsultasjonsordning, and where its evaluation is laid before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.reference import Theme, is_agreement, mentions_agreement, names_agreement
from avtalesjekk.reading.said import Said, Text

Meeting = Literal["3. konsultasjonsmøte", "bilateralt konsultasjonsmøte", "konsultasjonsordningen"]


@dataclass(frozen=True, slots=True)
class LaidBefore:
    """Where the evaluation or the status of the agreement is laid before."""

    said: Said[str]
    meeting: Meeting


def ties_to_consultation(prose: Prose) -> Iterator[Said[str]]:
    """Where it is said that the agreement belongs to, came out of, or is followed up in the konsultasjonsordning."""
    for mention in prose.mentions(_CONSULTATION, where=_may_tie):
        if _is_of_agreement(mention) and mention.clauses.plain_status(mention.index) in (Status.SAID, Status.PAST):
            yield mention.said(mention.word)


def _may_tie(_text: Text, sentence: Sentence) -> bool:
    """Whether a sentence, and the next one, do not say that something is outside it, or speak of another."""
    if _OTHER_CONSULTATION.fits_any(sentence.texts) or _NOT_UNDER.search(" ".join(sentence.texts)):
        return False
    return sentence.after is None or _OUTSIDE.search(" ".join(sentence.after.texts)) is None


def _is_of_agreement(mention: Mention) -> bool:
    texts = mention.texts
    if not _SCHEME.fits(mention.word) and not _GOVERNMENT.fits_any(texts):
        return False
    if not _OUT.isdisjoint(texts[max(0, mention.index - 4) : mention.index]):
        return False
    if _WEIGHS.search(" ".join(texts[: mention.index])):
        return False
    if _CONCLUDES.search(" ".join(texts)):
        return True
    clauses = mention.clauses
    start, end = clauses.subject(clauses.of(mention.index))
    if start <= mention.index < end and any(is_agreement(clauses.sentence, i) for i in range(end, len(texts))):
        return True  # «Retningslinjene for konsultasjonsordningen gjelder også for denne avtalen»
    if mention.subject is Theme.OTHER and not any(
        is_agreement(clauses.sentence, i) for i in range(start, max(end, clauses.of(mention.index).finite or end))
    ):
        if _DRAFT.fits_any(texts[start:end]):
            return True
        return not mentions_agreement(clauses.sentence) and _speaks_on(mention)
    if mentions_agreement(clauses.sentence) or mention.subject is Theme.OWN or _speaks_on(mention):
        return not _OTHER_AGREEMENT.fits_any(texts)
    if names_agreement(*texts):
        return False
    return mention.subject is Theme.NEUTRAL and not _OTHER_MATTER.fits_any(texts)


def _speaks_on(mention: Mention) -> bool:
    """Whether the sentence after takes it up: «… Denne er en av dem»; or the one before was about the agreement."""
    after, before = mention.sentence.after, mention.sentence.before
    if (
        after is not None
        and after.texts[:1]
        and after.texts[0] in ("denne", "herværende", "avtalen", "avtala")
        and _ONE_OF.search(" ".join(after.texts))
    ):
        return True
    if after is not None and _SAME_SCHEME.search(" ".join(after.texts)):
        return True
    if after is not None and {"der", "dit"} & set(after.texts[:6]) and mentions_agreement(after):
        return True
    if before is None or not mentions_agreement(before) or _NOT_UNDER.search(" ".join(before.texts)):
        return False
    texts = mention.texts
    return bool(set(texts) & _POINTING) or not _OTHER_MATTER.fits_any(texts)


def laid_before(prose: Prose) -> Iterator[LaidBefore]:
    """Where the evaluation or the status is to be laid before a meeting of the konsultasjonsordning."""
    for mention in prose.mentions(_CONSULTATION, _EVALUATION, _EVALUATION_HEADING):
        if (
            _is_laid(mention)
            and mention.clauses.plain_status(mention.index) is Status.SAID
            and not mention.clauses.is_conditional(mention.index)
        ):
            yield LaidBefore(mention.said(mention.word), _which(mention))


def _is_laid(mention: Mention) -> bool:
    texts = mention.texts
    if not _LAYS.fits_any(texts) or _ONLY_MAYBE.fits_any(texts):
        return False
    if _OUT.isdisjoint(texts[max(0, mention.index - 4) : mention.index]):
        texts = _between_semicolons(texts, mention.index)
    else:
        return False
    subject = mention.subject
    status = _STATUS.fits_any(texts)
    before = mention.sentence.before
    goes_on = (
        before is not None
        and (bool(set(texts) & _POINTING) or _FINDINGS.fits_any(texts) or _takes_up(mention, before))
        and (mentions_agreement(before) or _STATUS.fits_any(before.texts))
    )
    if mentions_agreement(mention.sentence) or subject is Theme.OWN or goes_on:
        return status or subject is Theme.OWN or goes_on or _WORKING.search(" ".join(texts)) is not None
    return status and subject is not Theme.OTHER and not _OTHER_MATTER.fits_any(texts)


def _between_semicolons(texts: tuple[str, ...], index: int) -> tuple[str, ...]:
    """The words around one, from the semicolon before to the one after."""
    start = max((i + 1 for i in range(index) if texts[i] == ";"), default=0)
    end = next((i for i in range(index, len(texts)) if texts[i] == ";"), len(texts))
    return texts[start:end]


def _takes_up(mention: Mention, before: Sentence) -> bool:
    """Whether the subject is something that the sentence before has named: «… et notat. Notatet behandles …»."""
    start, end = mention.clauses.subject(mention.clauses.of(mention.index))
    heads = [word[:_STEM] for word in mention.texts[start:end] if len(word) > _STEM]
    return any(word.startswith(head) for head in heads for word in before.texts)


def _which(mention: Mention) -> Meeting:
    before = mention.texts[max(0, mention.index - 5) : mention.index]
    joined = " ".join(before)
    if mention.word.startswith("konsultasjonsmøt") and re.search(r"\b3 \.|\btredje\b", joined):
        return "3. konsultasjonsmøte"
    if any(word.startswith("bilateral") for word in mention.texts):
        return "bilateralt konsultasjonsmøte"
    return "konsultasjonsordningen"


_ONE_OF = pattern(
    r"\b(?:en|ein|ei|én|éi) av\b|\b(?:hører|høyrer|går|kommer|kjem) (?:inn )?under (?:den |"
    r"denne )?ordning|\bblant\b|\binngår i (?:denne|dette)\b|\bslik avtale\b|\bresultat(?:et)? av\b"
)
_SAME_SCHEME = pattern(
    r"\b(?:\w*avtal(?:en|a)|avtaletekst\w*|utkast\w*)\b.*\b(?:same|samme|denne) (?:konsultasjons)?ordning"
)
_OUTSIDE = pattern(
    r"\bavtal(?:en|a)\b.*\bstår (?:\w+ )?(?:utenfor|utanfor)\b|\bavtal(?:en|a)\b.*\buavhengig av (?:dette|det)\b|"
    r"(?:avtal\w+) (?:\w+ ){0,5}(?:ikk?j?e (?:en |ein )?del av|inngår ikk?j?e|utenom|utanom|utenfor|utanfor|"
    r"inga tilknyting|ingen tilknytning)"
)
_NOT_UNDER = pattern(r"\bikk?j?e (?:omfatta|omfattet|del|ein del|en del|regulert)\b")
_WEIGHS = pattern(r"\bvurder(?:er|ar|e|es|ast) (?:å|om)\b|\b(?:framlegg|forslag) om å\b")
_EVALUATION = frozenset(("evaluering",))
_EVALUATION_HEADING = pattern("evaluer")
_OUT = frozenset(("utenfor", "utanfor", "uavhengig", "utanom", "utenom"))
_STEM = 5
_CONCLUDES = pattern(r"\binngår (?:[\w-]+ ){0,8}(?:denne|med dette (?:en|ein)) (?:samarbeids)?avtal")
_DRAFT = Forms(r"utkast(?:et)?|avtaleutkast\w*|teksten|avtaleteksten")
_FINDINGS = Forms(
    r"funna|funnene|\w*notatet|\w*resultat(?:a|ene)|\w*rapporten|konklusjon(?:ane|ene)|erfaring(?:ane|"
    r"ene)"
)
_POINTING = frozenset(("den", "det", "denne", "dette", "ho", "han", "hun", "disse", "desse", "dei", "der", "dem"))
_OTHER_AGREEMENT = Forms(r"kollegahjelpsavtal\w*|hovedavtal\w*|tariffavtal\w*")
_OTHER_MATTER = Forms(
    r"kommuneøkonomi\w*|økonomiske|rammevilkår\w*|forslag\w*|\w*lov(?:en|a|er|ene)?|lov\w*|proposisjon\w*|"
    r"finansiering\w*|"
    r"\w*budsjett\w*|\w*reform\w*|\w*ordning(?:a|en)|kommuneproposisjon\w*|inntektssystem\w*|saker|saka|saken|"
    r"strategi\w*|program\w*|plan\w*|melding\w*"
)
_WORKING = pattern(
    r"(?:hvor|kor) langt|(?:hvordan|korleis) (?:det |\w+ ){0,3}(?:ligger|ligg|står|går|gått|virke\w*|verka\w*|"
    r"følg\w*)"
)
_CONSULTATION = Sought(r"konsultasjon(?:s\w+|en|er|ar|ene|ane)?")
_SCHEME = Forms(
    r"konsultasjons(?:ordning|møt|runde|prosess|avtale|arbeid|opplegg|system|samanheng|sammenheng|samenheng)\w*"
)
_GOVERNMENT = Forms(r"regjering\w*|staten|stat|statlig\w*|statleg\w*|kommunesektor\w*")
_OTHER_CONSULTATION = Forms(
    r"sameting\w*|samisk\w*|urfolk\w*|pasient\w*|lege\w*|lækjar\w*|innbygg\w*|folkerett\w*|minoritet\w*|"
    r"brukar\w*|psykolog\w*|helsesykepleier\w*"
)
_LAYS = Forms(
    r"ligge|ligg|ligger|forelagt|førelagt|forelegges|førelagde|førast|samles|greie|sakslist\w*|dagsorden\w*|"
    r"legg\w*|lagt|lagd|framlegg\w*|fremlegg\w*|drøft\w*|behandl\w*|handsam\w*|presenter\w*|gjennomgå\w*|"
    r"rapporter\w*|tas|takast|tek|tar|tema|redegjør\w*|gjer|gjøres|gjerast|gjennomgang\w*|\w*orienter\w*|"
    r"oppsummer\w*|meld\w*|evaluer\w*|vurder\w*|gå|går|gås|kjem|kommer|punkt|sak|dagsorden|dagsordenen|"
    r"saklista|sakslista|sakslisten|skal|utgreiing|ut|følg\w*"
)
_STATUS = Forms(
    r"statusorienter\w*|evaluert|\w*notat(?:et)?|stoda|stoa|\w*evaluering\w*|evalueres|evaluerast|"
    r"evaluere|status\w*|måloppnå\w*|resultat\w*|framdrift\w*|"
    r"fremdrift\w*|vurdering\w*|\w*rapport\w*|etterleving\w*|etterlevelse\w*|oppfylling\w*|funn|funna|funnene|"
    r"gjennomgang\w*|oppfølging\w*|erfaring\w*|røynsl\w*"
)
_ONLY_MAYBE = Forms(r"kan|kunne|bør|burde|eventuelt|vurdere|lenger|lengre|tidligere|tidlegare")
