"""How the parties work together: fixed follow-up, the konsultasjonsordning, duties of others, duties that bind nobody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Clause, Status
from avtalesjekk.norwegian.quantities import find_frequencies
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.reading.actors import DEPARTMENT, Actor, actor_in, agent
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.reference import Theme, mentions_agreement, names_agreement
from avtalesjekk.reading.said import Said, Text
from avtalesjekk.register.departments import named

Meeting = Literal["3. konsultasjonsmøte", "bilateralt konsultasjonsmøte", "konsultasjonsordningen"]


# Follow-up


def follow_ups(prose: Prose) -> Iterator[Said[str]]:
    """Where a fixed administrative follow-up of the agreement is laid down."""
    for mention in prose.mentions(_FOLLOW_STEMS, _FOLLOWS, frozenset(("organisering",)), _FOLLOW_HEADING):
        if mention.status is Status.SAID and mention.text.section not in _TELLING and _is_fixed(mention):
            yield mention.said(mention.word)


def _is_fixed(mention: Mention) -> bool:
    clauses = mention.clauses
    texts = clauses.texts[mention.sentence.own :]
    administrative = any(_ADMINISTRATIVE.fullmatch(word) for word in texts)
    group = _GROUP.fullmatch(mention.word) is not None
    if _GROUP.fullmatch(mention.word) and set(clauses.texts[mention.index : mention.index + 4]) & {"førebudde", "forberedte", "utarbeidet", "utarbeidde", "laget", "laga"}:
        return False
    if any(_OTHER_BODY.fullmatch(word) for word in texts) or _theme_after(mention) is Theme.OTHER:
        return False
    if any(_POLITICAL.fullmatch(word) for word in texts) and not administrative and not group:
        return False
    if mention.word in ("gruppe", "gruppa", "gruppen"):
        group = administrative
        if not group:
            return False
    rhythm = any(_REGULAR.fullmatch(word) for word in texts) or bool(find_frequencies(clauses.words))
    if _on_demand(texts) and not rhythm:
        return False
    if group:
        return mention.is_own(mention.subject) or mention.subject is not Theme.OTHER or mentions_agreement(clauses) or _GROUP.fullmatch(_subject_head(mention)) is not None
    if _goes_on_about_other(mention) or _meets_for_other(mention) or _is_told_of_another(mention):
        return False
    if not rhythm:
        return administrative and _MEETING.fullmatch(mention.word) is not None and mention.home
    return administrative or _CONTACT.fullmatch(mention.word) is not None or mention.home


def _goes_on_about_other(mention: Mention) -> bool:
    """Whether «gruppa» is one that the sentence before gave another task."""
    before = mention.sentence.before
    if before is None or not _THE_GROUP.fullmatch(mention.clauses.texts[mention.sentence.own]):
        return False
    groups = (i for i, word in enumerate(before.clauses.texts) if _GROUP.fullmatch(word))
    return any(
        _theme_after(Mention(mention.text, before, i, mention.home)) is Theme.OTHER for i in groups
    )


def _is_told_of_another(mention: Mention) -> bool:
    """Whether the sentence is about another thing that has meetings: «Programmet har et sekretariat som møtes …»."""
    clauses = mention.clauses
    main = next((clause for clause in clauses.all if clause.finite is not None and not clause.opener), None)
    if main is None or mentions_agreement(clauses):
        return False
    start, end = clauses.subject(main)
    words = clauses.texts[start:end]
    if start >= end or any(_ADMINISTRATIVE.fullmatch(w) or _GROUP.fullmatch(w) or _MEETING.fullmatch(w) for w in words):
        return False
    return any(_SCHEME_OR_PLAN.fullmatch(w) for w in words)


def _meets_for_other(mention: Mention) -> bool:
    """Whether those who meet are somebody else's: «styringsgruppen for strategien», «i Nasjonalt forum for …»."""
    clauses = mention.clauses
    start, end = clauses.subject(clauses.of(mention.index))
    return any(
        clauses.texts[i] == "for" and i > start and _BODY.fullmatch(clauses.texts[i - 1]) and mention.theme(i + 1, end) is Theme.OTHER
        for i in range(start, end)
    ) or any(word in ("forum", "nettverk", "råd", "rådet") for word in clauses.texts[max(0, start - 6) : end])


def _subject_head(mention: Mention) -> str:
    start, end = mention.clauses.subject(mention.clauses.of(mention.index))
    return next((w for w in mention.clauses.texts[start:end] if _GROUP.fullmatch(w)), "")


def _theme_after(mention: Mention) -> Theme:
    """What the group or the meetings are for: «… for oppfølging av programmet»."""
    texts = mention.clauses.texts
    for i in range(mention.index + 1, min(len(texts), mention.index + 14)):
        if i == mention.index + 1 and texts[i] == "for":
            end = i + 1
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            found = mention.theme(i + 1, end)
            if found is not Theme.NEUTRAL:
                return found
        if texts[i] in ("følgjer", "følger", "fylgjer", "oppfølging", "oppfølginga", "oppfølgingen", "gjennomføring", "gjennomføringa", "gjennomføringen", "følgje", "følge", "fylgje") and i + 1 < len(texts):
            j = i + 1
            while j < len(texts) and texts[j] in ("av", "opp", "med"):
                j += 1
            end = j
            while end < len(texts) and texts[end] not in ".,;:" and not lex.is_finite(texts[end]):
                end += 1
            return mention.theme(j, end) if j < end else Theme.NEUTRAL
    return Theme.NEUTRAL


def _on_demand(texts: tuple[str, ...]) -> bool:
    joined = " ".join(texts)
    return _ON_DEMAND.search(joined) is not None


_TELLING = frozenset(("bakgrunn", "vedlegg"))
_FOLLOW_HEADING = re.compile(r"organisering|oppfølging|samarbeid|samhandling")
_FOLLOW_STEMS = ("gruppe", "gruppa", "møte", "sekretariat", "kontakt", "utval", "utvalg", "nivå", "forum", "møt", "koordinator", "samråd", "snakk", "gjennomgå", "samles", "samlast", "gjennom", "saman", "sammen")
_GROUP = re.compile(r"gruppe|gruppa|gruppen|(?:\w*arbeids|\w*kontakt|\w*styrings|\w*koordinerings|\w*oppfølgings|\w*samarbeids|\w*prosjekt|\w*samordnings|\w*embets\w*|drifts|administrasjons)gruppe(?:n|r)?|\w+gruppa|(?:felles)?sekretariat(?:et|sfunksjon\w*)?|(?:\w*kontakt|\w*samarbeids|\w*oppfølgings|\w*koordinerings|partsamansett)(?:utvalg|utval|forum|komite|komité)\w*|kontaktperson\w*|koordinator\w*|fellessekretariat\w*")
_SCHEME_OR_PLAN = re.compile(r"\w*(?:program|strategi|plan|prosjekt|ordning|satsing|forum|nettverk|løft|reform)(?:en|et|a|met|ane|ene)?")
_THE_GROUP = re.compile(r"gruppa|gruppen|utvalget|utvalet|den|ho|sekretariatet|forumet|dei|de")
_BODY = re.compile(r"\w*(?:gruppe|gruppa|gruppen|forum|utvalg|utval|utvalget|utvalet|nettverk|nettverket|styre|styret|råd|rådet)")
_CONTACT = re.compile(r"\w*(?:kontakt|samarbeids|oppfølgings|koordinerings|dialog|status)møt\w*")
_MEETING = re.compile(r"samråd\w*|snakkar|snakker|gjennomgår|samles|samlast|gjennom|saman|sammen|drøftar|drøfter|(?:\w*kontakt|\w*samarbeids|\w*status|\w*oppfølgings|\w*dialog|\w*avklarings|embets\w*)?møte(?:r|t|ne|ta|punkt\w*)?|møtes|møtest|møteserie\w*")
_FOLLOWS = re.compile(f"{_GROUP.pattern}|{_MEETING.pattern}")
_ADMINISTRATIVE = re.compile(r"områdedirektør\w*|\w*direktør\w*|prosjektleder\w*|prosjektleiar\w*|fagsjef\w*|administrativ\w*|\w*embets\w*|avdelingsnivå|avdelingsdirektør\w*|ekspedisjonssjef\w*|departementsråd\w*|fagnivå|saksbehandl\w*|sakshandsam\w*|avdeling\w*|administrasjon\w*|tjenestemannsnivå|direktørnivå|fagavdeling\w*|embetsverk\w*|linjeleiar\w*")
_POLITICAL = re.compile(r"politisk\w*|statsråd\w*|statssekretær\w*|konsultasjonsmøte\w*|minister\w*|toppmøte\w*|styreleder\w*|styreleiar\w*|landsstyre\w*")
_REGULAR = re.compile(r"regelmessig\w*|jevnlig\w*|jamleg\w*|jamnleg\w*|fast|faste|fastlagt\w*|løpende|løpande|ganger|gonger|gongar|månedlig\w*|månadleg\w*|årlig\w*|årleg\w*|halvårl\w*|kvartals\w*|hyppig\w*|rullerende|kvar|hver|hvert|kvart|permanent\w*|ukentlig\w*|vekentleg\w*")
_ON_DEMAND = re.compile(r"\b(?:ved|etter|dersom det er|om det er|når det er) (?:\w+ )?(?:behov|trong|høve)\b|\bom nødvendig\b|\bom naudsynt\b|\bad hoc\b")
_OTHER_BODY = re.compile(r"foreldre\w*|elevråd\w*|brukerråd\w*|brukarråd\w*|landsstyre\w*|nordisk\w*|arbeidsmiljøutval\w*|helseforetak\w*|helseføretak\w*|programstyre\w*")


# The konsultasjonsordning


@dataclass(frozen=True, slots=True)
class LaidBefore:
    """Where the evaluation or the status of the agreement is laid before."""

    said: Said[str]
    meeting: Meeting


def ties_to_consultation(prose: Prose) -> Iterator[Said[str]]:
    """Where it is said that the agreement belongs to, came out of, or is followed up in the konsultasjonsordning."""
    for mention in prose.mentions(("konsultasjon",), _CONSULTATION):
        if mention.clauses.plain_status(mention.index) in (Status.SAID, Status.PAST) and not mention.clauses.is_conditional(mention.index) and _is_of_agreement(mention):
            yield mention.said(mention.word)


def _is_of_agreement(mention: Mention) -> bool:
    clauses, texts = mention.clauses, mention.clauses.texts
    if not _SCHEME.fullmatch(mention.word) and not any(_GOVERNMENT.fullmatch(word) for word in texts):
        return False
    if any(_OTHER_CONSULTATION.fullmatch(word) for word in texts):
        return False
    after = mention.sentence.after
    if after is not None and _OUTSIDE.search(" ".join(after.clauses.texts)):
        return False
    if {"utenfor", "utanfor", "uavhengig", "utanom", "utenom"} & set(texts[max(0, mention.index - 4) : mention.index]):
        return False
    if _NOT_UNDER.search(" ".join(texts)):
        return False
    if mentions_agreement(clauses) or mention.subject is Theme.OWN or _speaks_on(mention):
        return not any(_OTHER_AGREEMENT.fullmatch(word) for word in texts)
    if any(names_agreement(word) for word in texts):
        return False
    start, end = clauses.subject(clauses.of(mention.index))
    if any(_DRAFT.fullmatch(word) for word in texts[start:end]):
        return True
    return mention.subject is Theme.NEUTRAL and not any(_OTHER_MATTER.fullmatch(word) for word in texts)


def _speaks_on(mention: Mention) -> bool:
    """Whether the sentence after takes it up: «… Denne er en av dem»; or the one before was about the agreement."""
    after, before = mention.sentence.after, mention.sentence.before
    if after is not None and after.words[:1] and after.words[0].text in ("denne", "herværende"):
        return _ONE_OF.search(" ".join(after.clauses.texts)) is not None
    if after is not None and {"der", "dit"} & {word.text for word in after.words[:6]} and mentions_agreement(after.clauses):
        return True
    if before is None or not mentions_agreement(before.clauses):
        return False
    texts = mention.clauses.texts
    return bool(set(texts) & _POINTING) or not any(_OTHER_MATTER.fullmatch(word) for word in texts)


def laid_before(prose: Prose) -> Iterator[LaidBefore]:
    """Where the evaluation or the status is to be laid before a meeting of the konsultasjonsordning."""
    for mention in prose.mentions(("konsultasjon",), _CONSULTATION, frozenset(("evaluering",)), re.compile("evaluer")):
        if mention.clauses.plain_status(mention.index) is Status.SAID and not mention.clauses.is_conditional(mention.index) and _is_laid(mention):
            yield LaidBefore(mention.said(mention.word), _which(mention))


def _is_laid(mention: Mention) -> bool:
    clauses = mention.clauses
    texts = clauses.texts
    if not any(_LAYS.fullmatch(word) for word in texts) or any(_ONLY_MAYBE.fullmatch(word) for word in texts):
        return False
    subject = mention.subject
    status = any(_STATUS.fullmatch(word) for word in texts)
    before = mention.sentence.before
    goes_on = before is not None and bool(set(texts) & _POINTING) and (
        mentions_agreement(before.clauses) or any(_STATUS.fullmatch(word) for word in before.clauses.texts)
    )
    if mentions_agreement(clauses) or subject is Theme.OWN or goes_on:
        return status or subject is Theme.OWN or goes_on or _WORKING.search(" ".join(texts)) is not None
    return (status and subject is not Theme.OTHER) or (subject is Theme.NEUTRAL and mention.home)


def _which(mention: Mention) -> Meeting:
    before = mention.clauses.texts[max(0, mention.index - 5) : mention.index]
    joined = " ".join(before)
    if mention.word.startswith("konsultasjonsmøte") and re.search(r"\b3 \.|\btredje\b", joined):
        return "3. konsultasjonsmøte"
    if any(word.startswith("bilateral") for word in mention.clauses.texts):
        return "bilateralt konsultasjonsmøte"
    return "konsultasjonsordningen"


_ONE_OF = re.compile(r"\b(?:en|ein|ei|én|éi) av\b|\bblant\b|\binngår i (?:denne|dette)\b|\bslik avtale\b")
_OUTSIDE = re.compile(r"(?:avtal\w+) (?:\w+ ){0,5}(?:ikk?j?e (?:en |ein )?del av|inngår ikk?j?e|utenom|utanom|utenfor|utanfor|inga tilknyting|ingen tilknytning)")
_NOT_UNDER = re.compile(r"\bikk?j?e (?:omfatta|omfattet|del|ein del|en del|regulert)\b")
_DRAFT = re.compile(r"utkast(?:et)?|avtaleutkast\w*|teksten|avtaleteksten")
_POINTING = frozenset(("den", "det", "denne", "dette", "ho", "han", "hun", "disse", "desse", "dei", "der", "dem"))
_OTHER_AGREEMENT = re.compile(r"kollegahjelpsavtal\w*|hovedavtal\w*|tariffavtal\w*")
_OTHER_MATTER = re.compile(r"forslag\w*|lov\w*|proposisjon\w*|finansiering\w*|\w*budsjett\w*|\w*reform\w*|\w*ordning(?:a|en)|kommuneproposisjon\w*|inntektssystem\w*|saker|saka|saken|strategi\w*|program\w*|plan\w*|melding\w*")
_WORKING = re.compile(r"(?:hvor|kor) langt|(?:hvordan|korleis) (?:det |\w+ ){0,3}(?:ligger|ligg|står|går|gått|virke\w*|verka\w*|følg\w*)")
_CONSULTATION = re.compile(r"konsultasjon(?:s\w+|en|er|ar|ene|ane)?")
_SCHEME = re.compile(r"konsultasjons(?:ordning|møte|runde|prosess|avtale|arbeid|opplegg|system|samanheng|sammenheng|samenheng)\w*")
_GOVERNMENT = re.compile(r"regjering\w*|staten|stat|ks|statlig\w*|statleg\w*|kommunesektor\w*")
_OTHER_CONSULTATION = re.compile(r"sameting\w*|samisk\w*|urfolk\w*|pasient\w*|lege\w*|lækjar\w*|innbygg\w*|folkerett\w*|minoritet\w*|brukar\w*|psykolog\w*|helsesykepleier\w*")
_LAYS = re.compile(
    r"ligge|ligg|ligger|forelagt|førelagt|forelegges|førelagde|førast|samles|greie|sakslist\w*|dagsorden\w*|legg\w*|lagt|lagd|framlegg\w*|fremlegg\w*|drøft\w*|behandl\w*|handsam\w*|presenter\w*|gjennomgå\w*|rapporter\w*|tas|takast|tek|tar|tema|redegjør\w*|gjer|gjøres|gjerast|gjennomgang\w*|orienter\w*|oppsummer\w*|meld\w*|evaluer\w*|vurder\w*|gå|går|gås|kjem|kommer|punkt|sak|dagsorden|dagsordenen|saklista|sakslista|sakslisten|skal|utgreiing|ut|følg\w*"
)
_STATUS = re.compile(r"\w*evaluering\w*|evalueres|evaluerast|evaluere|status\w*|måloppnå\w*|resultat\w*|framdrift\w*|fremdrift\w*|vurdering\w*|\w*rapport\w*|etterleving\w*|etterlevelse\w*|oppfylling\w*|funn|funna|funnene|gjennomgang\w*|oppfølging\w*|erfaring\w*|røynsl\w*")
_ONLY_MAYBE = re.compile(r"kan|kunne|bør|burde|eventuelt|vurdere|lenger|lengre|tidligere|tidlegare")


# Duties of others


def departments_with_duties(prose: Prose) -> Iterator[Said[str]]:
    """The departments of which the agreement says that they shall do something, by the names it uses."""
    for mention in prose.mentions(("epartement", *_SHORT), _DEPARTMENT_WORD):
        if "bakgrunn" in mention.text.path or mention.text.section == "grunnlag":
            continue
        name, first = _name(mention)
        if name and _has_duty(mention, first):
            yield mention.said(name, first, mention.index + 1)


def _name(mention: Mention) -> tuple[str, int]:
    """The department's name as it is written, and where it begins."""
    words, index = mention.clauses.words, mention.index
    original = mention.text.text
    for first in range(max(mention.sentence.own, index - 7), index + 1):
        said = " ".join(original[words[first].start : words[index].end].split())
        if named(said) and (said.isupper() or not said.islower() or len(said) > 6):
            return said, first
    return "", index


def _has_duty(mention: Mention, first: int) -> bool:
    clauses, index = mention.clauses, mention.index
    clause = clauses.of(index)
    if clauses.texts[max(0, first - 2) : first] in (("ansvarleg", ":"), ("ansvarlig", ":"), ("ansvar", ":")):
        return True
    if mention.status is not Status.SAID or clause.finite is None:
        return False
    words = [clauses.texts[i] for i in clause.words]
    relative = next((other for other in clauses.all if other.opener == "som" and 0 < other.opens_at - index <= 2), None)
    if relative is not None and relative.finite is not None:
        doing = clauses.texts[relative.finite]
        front = [i for i in relative.words if relative.opens_at < i < relative.finite and clauses.texts[i] not in lex.ADVERBS]
        if not front and (doing in lex.SHALL or (doing == "har" and "ansvar" in " ".join(clauses.texts[relative.finite :])) or (
            (clauses.texts[max(0, first - 1)] == "er" or clauses.texts[index + 1] == ",") and _DOES.fullmatch(doing)
        )):
            return True
    if any(_BY_LAW.fullmatch(word) for word in words):
        return False
    start, end = clauses.subject(clause)
    finite = clauses.texts[clause.finite]
    rest = clauses.texts[clause.finite + 1 : clause.finite + 6]
    if start <= first < end and not any(clauses.texts[i] in lex.PREPOSITIONS for i in range(start, first)):
        if finite in lex.SHALL or finite == "vil":
            return not any(_RECEIVES.fullmatch(word) for word in rest)
        if finite in ("har", "får"):
            return any(word.startswith(("ansvar", "oppgav", "oppgåv", "plikt")) for word in rest)
        return _DOES.fullmatch(finite) is not None
    agents = clauses.texts[max(0, first - 8) : first]
    if agents[-1:] in (("og",), ("samt",)) and "av" in agents and any(DEPARTMENT.fullmatch(w) for w in agents):
        return any(_PASSIVE.fullmatch(word) for word in words)
    if first and clauses.texts[first - 1] in ("av", "hos", "til", "på") and index < clause.words[-1] + 1:
        passive = any(_PASSIVE.fullmatch(word) for word in words)
        if clauses.texts[first - 1] == "av":
            return passive
        return any(word in ("ligger", "ligg", "påligger", "kviler", "hviler") for word in words)
    return False


_SHORT = tuple(("aid", "asd", "bfd", "dfd", "ed", "fd", "fin", "hod", "jd", "kdd", "kd", "kld", "kmd", "kud", "lmd", "nfd", "oed", "sd", "ud", "krd", "bld"))
_DEPARTMENT_WORD = DEPARTMENT
_BY_LAW = re.compile(r"loven|lova|lov|medhold|medhald|\w+loven|\w+lova|hjemmel|heimel")
_RECEIVES = re.compile(r"orienteres|orienterast|inviteres|inviterast|informeres|informerast|høres|høyrast|varsles|varslast|holdes|haldast|få|motta|involveres|involverast|konsulteres|ha")
_DOES = re.compile(r"(?!er$|blir$|vert$|har$|får$|mottar$|mottek$|ønsker$|ønskjer$|deltar$|inviteres$|var$|forvalter$|finnes$)\w*(?:er|ar|r|reg|syt|legg|set|gjev|tek)")
_PASSIVE = re.compile(r"\w+(?:es|ast)|bli|blir|vert|verte")


# Duties that bind nobody


def vague_duties(prose: Prose) -> Iterator[Said[str]]:
    """Where a duty only says something like «tilstrebe» or «ved behov», or says of nobody that they shall do it."""
    for text, sentence in prose.sentences(_VAGUE_STEMS):
        if text.section == "forpliktelser" and text.path[-1] == "tekst":
            found = _vague_words(text, sentence)
            if found is not None:
                yield found
    for text, sentence in prose.sentences(("es ", "es.", "es,", "ast ", "ast.", "ast,", "vert ", "blir ", "bli ", "verte ")):
        if text.path == ("forpliktelser", "tekst"):
            found = _nobody(text, sentence)
            if found is not None:
                yield found


def _vague_words(text: Text, sentence: Sentence) -> Said[str] | None:
    clauses = sentence.clauses
    words = clauses.words
    start = words[sentence.own].start if len(words) > sentence.own else sentence.start
    for match in _VAGUE.finditer(sentence.text, start, sentence.end):
        index = next((i for i, word in enumerate(words) if word.end > match.start()), None)
        if index is None:
            continue
        clause = clauses.of(index)
        if clause.opener and clause.opener not in ("at", "(", "når", "dersom"):
            continue
        if clauses.denied(index) or clauses.texts[max(0, index - 3) : index][-1:] in (("ikke",), ("ikkje",)) or _is_refused(clauses.texts, index):
            continue
        if clauses.modal(clause) in lex.MAY or not _is_of_a_party(text, sentence, clause):
            continue
        before = clauses.texts[max(0, index - 3) : index]
        if set(before) & {"bare", "berre", "kun"}:
            continue
        on_demand = _ON_DEMAND.search(match[0]) is not None
        if on_demand and (find_frequencies(words) or any(_REGULAR.fullmatch(w.text) for w in words) or set(before) & {"ellers", "elles", "også", "òg", "tillegg"}):
            continue
        if match[0].startswith(("søke", "søkj")) and not _strives(clauses.texts, index):
            continue
        return Said(sentence_words(text, match), text.path, match.span())
    return None


def _is_of_a_party(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says what a party, or nobody in particular, shall do: not what municipalities do."""
    clauses = sentence.clauses
    start, end = clauses.subject(clause)
    if clause.opener == "at" and clause.above is not None and clauses.modal(clause) in lex.SHOULD:
        return False
    return actor_in(clauses, start, end) is not Actor.MUNICIPALITIES if start < end else True


def _is_refused(texts: tuple[str, ...], index: int) -> bool:
    """«skal ikke nøye seg med å tilstrebe»: what is not enough."""
    return re.search(r"\bikk?j?e (?:\w+ )?(?:nøye|nøya|nøyer|nøyast)\b", " ".join(texts[max(0, index - 7) : index])) is not None


def sentence_words(text: Text, match: "re.Match[str]") -> str:
    """The words of the text as they are written where a match stands."""
    return " ".join(text.text[match.start() : match.end()].split())


def _strives(texts: tuple[str, ...], index: int) -> bool:
    """Whether «søke» is to try, and is the duty itself: «søke å …»."""
    return "å" in texts[index + 1 : index + 3]


def _nobody(text: Text, sentence: Sentence) -> Said[str] | None:
    """A passive in a sentence that names nobody who is to do it."""
    clauses = sentence.clauses
    if sentence.lead is not None:
        return None
    if re.search(r"\bks\b|stat|departement|felles|partene|partane", sentence.heading):
        return None
    for clause in clauses.all:
        if clause.opener or clause.finite is None or any(
            actor_in(clauses, i, i + 1) in (Actor.STATE, Actor.KS, Actor.PARTIES) for i in clause.words
        ):
            continue
        index = _passive_verb(sentence, clause)
        start, end = clauses.subject(clause)
        if index is not None and start < end and clauses.status(index) in (Status.SAID, Status.WISHED):
            words = clauses.words
            first = words[min(start, index)].start
            return Said(text.text[first : words[index].end], text.path, (first, words[index].end))
    return None


def _passive_verb(sentence: Sentence, clause: Clause) -> int | None:
    """The verb of a clause that says that something shall be done, with nobody to do it."""
    clauses = sentence.clauses
    finite = clause.finite
    if finite is None or finite < sentence.own:
        return None
    modal = clauses.texts[finite] in ("skal", "må", "bør")
    joined = " ".join(clauses.texts[i] for i in clause.words)
    if not modal and not _FACILITATES.search(joined):
        return None
    after = (i for i in clause.words if i >= finite)
    return next((i for i in after if _S_PASSIVE.fullmatch(clauses.texts[i]) or _DONE.fullmatch(clauses.texts[i])), None)


_FACILITATES = re.compile(r"\b(?:innhentes|innhentast|hentast inn|hentes inn|samles inn|samlast inn)\b|\b(?:legges|leggast|leggjast|lagt|gjøres|gjerast|trekkes|trekkast|innhentes|hentast|samles|vert|blir) (?:\w+ )?(?:til rette|opp til|vekt|tilgjengelig|tilgjengeleg|inn|vurdert\w*|teke|tatt|tekne)\b")
_S_PASSIVE = re.compile(r"(?!felles$|alles$)\w{2,}(?:es|ast)|gjerast|takast")
_DONE = re.compile(r"\w*(?:ert|erte|lagt|lagd|sett|sette|stilt|stilte|tatt|teke|tekne|gjort|gjorde|ført|førte|brukt|brukte|følgt|følgde|utvikla|utviklet|utarbeidd|utarbeidet|styrkt|styrket|drøfta|drøftet)")
_VAGUE_STEMS = ("så vidt", "mon ", "utstrek", "tilstreb", "tilstrev", "søke å", "søkje å", "søker å", "søkjer å", "søke", "søkj", "forsøk", "prøve å", "freist", "behov", "trong", "høve", "langt", "evne", "sikt", "grad", "nødvendig", "naudsynt", "mulig", "mogleg", "streb", "strev")
_VAGUE = re.compile(
    r"\b(?:sikter mot å|siktar mot å|så vidt (?:kapasitet\w*|ressurs\w*|mulig|mogleg|det)|i den mon|i den utstrekning|i den utstrekking|i den grad (?:kapasitet\w*|ressurs\w*|økonomi\w*|tid\w*|tilhøva|forholdene)|så langt (?:kapasitet\w*|ressurs\w*|tid\w*|økonomi\w*)|når det er (?:trong|behov)(?: for det)?|tilstreb\w*|tilstrev\w*|bestreb\w*|(?:for)?søk(?:e|er|je|jer|ar)\b(?= (?:\w+ )?å\b)|(?:prøve|prøver|prøvar|freiste|freistar) å\b"
    r"|så langt (?:det|som|råd|mulig|mogleg|råderett\w*|ressurs\w*)\b(?: (?:er|lar|let) (?:mulig|mogleg|råd|seg gjøre|seg gjere))?|så langt råd er|etter beste evne"
    r"|(?:ved|etter|om det er) behov|når det er (?:behov|trong) for det|etter trong|ved høve|om nødvendig|om naudsynt|om mulig|om mogleg|tar sikte på|tek sikte på|ta sikte på|i (?:størst|størst) (?:mulig|mogleg) grad"
    r"|i den grad det (?:er|lar|let) (?:mulig|mogleg|råd|seg gjøre|seg gjere|praktisk\w*)|dersom det er (?:mulig|mogleg|råd)|der det er (?:mulig|mogleg|naturlig|naturleg|råd)|når det er mulig|når det er mogleg|når forholdene ligger til rette|når tilhøva ligg til rette)"
)
