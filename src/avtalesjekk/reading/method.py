"""By whom or by what means the agreement is evaluated."""

from avtalesjekk.norwegian.clauses import Clauses, Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.actors import Actor, actor_in
from avtalesjekk.reading.prose import Mention
from avtalesjekk.reading.said import Said


def method(mention: Mention) -> Said[str] | None:
    """By whom or by what means: in the sentence of the word, or where it stands at home in the sentences after it."""
    sentence: Sentence | None = mention.sentence
    joined = " ".join(mention.texts)
    if _UNSETTLED.search(joined) or NOT_PART.search(joined):
        return None
    for _ in range(_GOES_ON_FOR if mention.home else 1):
        if sentence is None or (sentence is not mention.sentence and _turns_away(sentence)):
            break
        here = Mention(mention.text, sentence, 0, home=mention.home)
        texts = sentence.texts
        for i in range(sentence.own, len(texts)):
            if (
                sentence is mention.sentence
                and texts[i] == "av"
                and actor_in(sentence.clauses, i + 1, i + 2) is Actor.PARTIES
            ):
                return here.said(f"av {texts[i + 1]}", i, i + 2)
            if _responsible(here, i) or _is_named(here, i):
                return here.said(texts[i], i, i + 1)
            if (_MEANS.fits(texts[i]) or EVALUATOR.fits(texts[i])) and _by_it(sentence.clauses, i):
                return here.said(texts[i], i, i + 1)
        sentence = sentence.after
    return None


def _responsible(mention: Mention, i: int) -> bool:
    """Whether a word is one party that has to see to it: «ansvaret for å evaluere avtalen ligger hos KS»."""
    texts = mention.texts
    return (
        actor_in(mention.clauses, i, i + 1) in (Actor.KS, Actor.STATE)
        and _LIES_WITH.search(" ".join(texts[max(0, i - 2) : i])) is not None
        and _RESPONSIBILITY.fits_any(texts[:i])
    )


def _is_named(mention: Mention, i: int) -> bool:
    """Whether a word is the name of one who does it, or of where the figures are: «av Fafo», «tall fra GSI»."""
    if mention.texts[max(0, i - 1)] not in ("av", "fra", "frå") or i <= mention.sentence.own:
        return False
    written = mention.text.text[mention.clauses.words[i].start]
    return (
        written.isupper() and actor_in(mention.clauses, i, i + 1) in (None, Actor.OTHER) and _by_it(mention.clauses, i)
    )


def _by_it(clauses: Clauses, i: int) -> bool:
    """Whether a means or an evaluator is used: not one that gets the result, or that is denied or only thought of."""
    before = clauses.texts[max(0, i - 4) : i]
    if clauses.of(i).opener in ("hvem", "hvilken", "kven", "kva"):
        return False
    if _TO_WHOM.fits_any(before[-2:]) and "oppdraget" not in clauses.texts:
        return False
    if clauses.plain_status(i) is Status.POSSIBLE and _AT_MOST.search(" ".join(clauses.texts)):
        return False
    return clauses.status(i) not in (Status.DENIED, Status.PAST, Status.WISHED)


def _turns_away(sentence: Sentence) -> bool:
    """Whether a sentence is not about the evaluation: it neither takes it up again nor stands in the same list."""
    if sentence.is_heading:
        return True
    texts = sentence.texts
    if _UNSETTLED.search(" ".join(texts)) or _EVALUATES_OTHER.search(" ".join(texts)):
        return True
    if _ANOTHER_THING.fits_any(texts) or NOT_PART.search(" ".join(texts)):
        return True
    return sentence.lead is None and not sentence.in_list and not _TAKES_UP.fits_any(texts)


_GOES_ON_FOR = 4  # sentences
_LIES_WITH = pattern(r"(?:ligger|ligg|lagt|ligge) (?:hos|til)$|(?:påhviler|tilligger|kviler på|hviler på|tilligg)$")
_RESPONSIBILITY = Forms(r"ansvar(?:et)?|oppg[aå]v(?:e|a|en)|oppdraget")
_TO_WHOM = Forms(r"til|for|hos")
_AT_MOST = pattern(r"\b(?:aktuelt|eventuelt|vurderes|vurderast|drøftes|drøftast|foreslå|føreslå|om ønskelig)\b")
_TAKES_UP = Forms(
    r"grunn|oppdraget|erfaring\w*|røynsl\w*|henter|hentar|innhenter|sammenstiller|samanstiller|samler|samlar|"
    r"evaluering\w*|\w*evaluer\w*|vurdering\w*|grunnlag\w*|metode\w*|arbeidet|då|da|\w*rapport(?:en|ar|"
    r"ane|ene|ering\w*)?|gjennomgang\w*|"
    r"svara|svarene|undersøkelsen|undersøkinga|resultat\w*|den|ho|dette"
)
_EVALUATES_OTHER = pattern(
    r"\bevaluer(?:er|ar) (?:\w+ )?(?!avtal|samarbeid|den\b|ho\b|han\b|måla|målene|resultat)[a-zæøå]{4,}(?:en|a|"
    r"et|ane|ene)\b"
)
_UNSETTLED = pattern(
    r"\b(?:ikk?j?e (?:\w+ )?(?:tatt stilling|teke stilling|avgjort|avklart|avklara|bestemt|fastsatt|fastsett)|"
    r"hvem som|kven som|hvilken metode|hvilke metoder|kva metode|kva for ein metode)\b"
)
NOT_PART = pattern(
    r"(?:ikke|ikkje|ingenting|intet) (?:\w+ ){0,5}(?:evaluering|vurdering)|(?:omfatter|omfattar|gjelder|gjeld|"
    r"inngår|angår|vedkjem|vedrører) ikk?j?e|uavhengig av (?:evaluering|avtal|dette)|annet oppdrag|anna oppdrag|"
    r"hvem som|kven som|hvilken metode|kva metode|ikk?j?e (?:noe|noko) med evaluering"
)
_ANOTHER_THING = Forms(
    r"\w*(?:programmet|strategien|reforma|reformen|ordningen|ordninga|satsinga|satsingen|handlingsplanen|"
    r"forskriften|forskrifta)"
)
EVALUATOR = Forms(
    r"(?:eit|et|en|ein|ei)?(?:ekstern\w*|uavhengig\w*|uavhengige|forskningsmiljø\w*|forskingsmiljø\w*|"
    r"konsulent\w*|forskar\w*|forsker\w*|forskningsinstitu\w*|"
    r"forskingsinstitu\w*|universitet\w*|høgskole\w*|høgskule\w*|høyskole\w*|analysemiljø\w*|fagmiljø\w*|"
    r"revisjon\w*|evaluator\w*|oppdragstaker\w*|"
    r"oppdragstakar\w*|arbeidsgruppe\w*|arbeidsgruppa|arbeidsgruppen|sekretariat\w*|styringsgruppe\w*|"
    r"styringsgruppa|referansegruppe\w*|instans\w*|direktorat\w*|helsedirektorat\w*|"
    r"utdanningsdirektorat\w*|\w+direktoratet|\w+(?:forskning|forsking)(?:en|a)?|\w*forskere?|\w*forskarar?|"
    r"\w*forskerne|\w*forskarane|person|personer|personar|institutt\w*|tredjepart\w*|"
    r"ekspertgruppe\w*|evalueringsgruppe\w*|kontaktgruppe\w*|kontaktutval\w*|utvalg\w*|utval|felles|"
    r"\w*gruppe|\w*gruppa|gruppen|partssammensatt|partssamansett|partsamansett|"
    r"fellesskap|lag|sammen|saman)"
)
_MEANS = Forms(
    r"gjennom|(?:\w*undersøk\w*|\w*spørjegransk\w*|\w*undersøking\w*|spørreskjema\w*|\w*intervju\w*|"
    r"nettskjema\w*|besøk|statistikk\w*|indikator\w*|måltal\w*|"
    r"nøkkeltal\w*|tal|tall|tallmateriale|data\w*|"
    r"registerdata|kostra\w*|kartlegging\w*|følge?forsk\w*|følgjeforsk\w*|brukerundersøk\w*|rapportering\w*|"
    r"rapportar|rapporter|eigenvurdering\w*|egenvurdering\w*|"
    r"dybdeintervju\w*|djupneintervju\w*|workshop\w*|fokusgruppe\w*|casestudi\w*|målingar|målinger|"
    r"nullpunkt\w*|metode\w*|analyse\w*|rapport(?:en|er|ar|ene|ane)?|brukar\w*|verktøy\w*|"
    r"selvevaluering\w*|egenevaluering\w*|eigenevaluering\w*|eigenvurdering\w*|sjølvevaluering\w*|spørsmål|"
    r"tilbakemelding\w*|dialogmøte\w*|samtalar|samtaler|utval|utvalg)"
)
