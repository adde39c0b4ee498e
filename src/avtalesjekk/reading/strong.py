"""Earmarked grants, duties by law, orders, norms and other strong instruments that the agreement arranges for."""

from collections.abc import Iterator

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.apart import is_set_apart
from avtalesjekk.reading.binding import EXPLORES, clause_words, window
from avtalesjekk.reading.prose import Mention, Prose, one_a_sentence
from avtalesjekk.reading.said import Said, Text


def strong_instruments(prose: Prose) -> Iterator[Said[str]]:
    """Where the agreement arranges for earmarked grants, duties by law, orders or other strong instruments."""
    found = (
        mention
        for mention in prose.mentions(_STRONG, where=_is_not_by_standing_law)
        if _is_arranged(mention)
        and not is_set_apart(mention.sentence)
        and not _instead(mention)
        and _is_strong(mention)
    )
    yield from (mention.said(mention.word) for mention in one_a_sentence(found))


def _is_not_by_standing_law(_text: Text, sentence: Sentence) -> bool:
    return _BY_STANDING_LAW.search(" ".join(sentence.texts)) is None


def _is_arranged(mention: Mention) -> bool:
    """As `binds`, also of what is to be proposed («legge fram forslag til bemanningsnorm»), and in an annex."""
    if {"bakgrunn", "mål"} & set(map(str, mention.text.path)) or mention.text.section == "grunnlag":
        return False
    if EXPLORES.search(" ".join(mention.texts[max(0, mention.index - 16) : mention.index])):
        return False
    if mention.status is Status.SAID or (
        mention.status is Status.POSSIBLE and (mention.word.startswith("tvangsmulkt") or _ONLY_FOR.fits(mention.word))
    ):
        return True
    before = " ".join(mention.texts[max(0, mention.index - 6) : mention.index])
    return mention.clauses.plain_status(mention.index) is Status.SAID and _PROPOSED.search(before) is not None


def _instead(mention: Mention) -> bool:
    """Whether the instrument is what the agreement replaces, avoids or leaves to others."""
    texts, index = mention.texts, mention.index
    before = " ".join(texts[max(0, index - 16) : index])
    after = " ".join(texts[index + 1 : index + 8])
    return _INSTEAD.search(before) is not None or _INSTEAD_AFTER.search(after) is not None


def _is_strong(mention: Mention) -> bool:
    word = mention.word
    words = clause_words(mention)
    joined = " ".join(words)
    if _STANDING.fits_any(words) or _MERGED.search(joined):
        return False
    if _ONLY_FOR.fits(word):
        return _TIED.search(" ".join(mention.texts)) is not None
    if word.endswith(("loven", "lova")):
        return _INTO_LAW.search(joined) is not None
    if _SANCTION.fits(word):
        return _MUNICIPAL.fits_any(mention.texts) and _CUTS.search(joined) is not None
    if _BILL.fits(word):
        return _PROPOSES.fits_any(words) and not _REPEALS.search(joined)
    if _COMPULSORY.fits(word):
        return _MUNICIPAL.fits_any(mention.texts) and (
            word.startswith("obligatorisk") or _NORM_NEAR.search(" ".join(mention.texts)) is not None
        )
    if _PER.fits(word):
        staff = _STAFF.fits_any(words) or _NORM_NEAR.search(joined) is not None
        required = _MUNICIPAL.fits_any(mention.texts) or " krav" in joined
        return staff and required and mention.text.section != "formål" and _PER_HEAD.search(joined) is not None
    if _EARMARK.fits(word):
        before = mention.sentence.before
        money = _MONEY.fits_any(mention.texts) or (before is not None and _MONEY.fits_any(before.texts))
        if not money:
            return False
        if word.endswith(("ede", "te", "a")) and not _is_predicate(mention):
            return _INTRODUCES.fits_any((*words, *window(mention, 4, 0)))
        if word.startswith(("øremerking", "øyremerking")):
            return _INTRODUCES.fits_any(words)
        return True
    if _ORDER.fits(word):
        return _orders(mention, words)
    if word.startswith(("forskrift", "føresegn")) and not word.startswith(("forskriftsf", "forskriftsr")):
        return _REGULATES.fits_any(words) and {
            "gjennom",
            "medhold",
            "medhald",
            "etter",
            "ved",
        }.isdisjoint(mention.texts[max(0, mention.index - 3) : mention.index])
    if _LAW.fits(word):
        if word.endswith("e") and not word.endswith(("feste", "påse", "regulere")) and not _is_predicate(mention):
            return False
        if word.endswith(
            ("festes", "festast", "reguleres", "regulerast", "pålegges", "feste", "festa")
        ) or _is_predicate(mention):
            return True
        return _INTRODUCES.fits_any(words)
    if _NORM.fits(word):
        return any(_INTRODUCES.fits(w) or w in ("gjelder", "gjeld", "skal", "må") for w in words)
    if _DUTY.fits(word):
        near = window(mention, 8, 8)
        return _MUNICIPAL.fits_any(near) and any(_INTRODUCES.fits(w) or _BY_LAW.fits(w) for w in (*words, *near))
    return False


def _is_predicate(mention: Mention) -> bool:
    """Whether a participle stands with «bli» or «er», and not before a noun."""
    before = mention.texts[max(0, mention.index - 5) : mention.index]
    following = mention.texts[mention.index + 1 : mention.index + 2]
    return bool(set(before) & {"blir", "bli", "vert", "verte", "er", "være", "vere"}) and not any(
        _NOUN_OF_GRANT.fits(w) for w in following
    )


def _orders(mention: Mention, words: tuple[str, ...]) -> bool:
    if mention.word.startswith(("pålegg", "påleg", "pålagt", "pålagd", "påby", "påbod", "påbud")):
        if {"seg", "taushetsplikt", "teieplikt"} & set(words):
            return False
        near = mention.texts
        target = _MUNICIPAL.fits_any(near)
        active = mention.word in ("pålegge", "pålegger", "påleggja", "påleggje", "påleggjer", "påby", "påbyr")
        if active and not _MUNICIPAL.fits_any(near[mention.index + 1 : mention.index + 5]):
            return False
        if mention.word in ("pålegg", "pålegget", "påbud", "påbod"):
            return target and _INTRODUCES.fits_any(words)
        return target
    return _MUNICIPAL.fits_any(mention.texts)


_EARMARK = Forms(r"øy?remerk(?:je|jer|jast|e|er|es|ar|a|ast|et|ede|te|t|ing|inga|ingen)")
_LAW = Forms(
    r"lovfest\w*|lovpål\w*|lovregul\w*|lovkrav\w*|lovplikt\w*|forskriftsfest\w*|forskriftsregul\w*|"
    r"forskriftskrav\w*|forskrift(?:en|er|ar|a)?|føresegn(?:er|a|ene)?|rettighetsfest\w*|rettsfest\w*"
)
_ORDER = Forms(
    r"pålegg(?:e|er|es|et|ast)?|påleggja|påleggje(?:r)?|påleggjast|pålagte?|pålagde?|påbu\w*|påbod\w*|påby\w*|"
    r"tvangsmulkt\w*|sanksjon\w*"
)
_NORM = Forms(
    r"\w*pedagognorm\w*|\w*grunnbemanning\w*|\w*minstestandard\w*|\w*bemanningsnorm\w*|\w*lærernorm\w*|"
    r"minstekrav\w*|minstenorm\w*|normtal\w*|\w*norm(?:en|a|er|ar)?"
)
_DUTY = Forms(r"plikt(?:en|a|er|ar)?|plikter|pliktar")
_PROPOSED = pattern(
    r"\b(?:vil|skal) (?:[\w-]+ ){0,2}(?:foreslå|føreslå)\b|\b(?:fram|frem|fremme\w*|fremje|utarbeid\w*|"
    r"send\w*) (?:\w+ ){0,3}(?:forslag|framlegg)\b"
)
_COMPULSORY = Forms(r"obligatorisk\w*|forpliktet|forplikta|bindende|bindande|tvungen\w*")
_REGULATES = Forms(
    r"tas|takast|tatt|teke|teken|fastsett\w*|fastset\w*|innfør\w*|vedta\w*|vedtek\w*|utarbeid\w*|forankr\w*|"
    r"reguler\w*|fremme\w*|utferd\w*|gi|gir|gjev|gje|stille\w*|stiller|bli\w*|vert|endre\w*|heim\w*|hjem\w*|ny|"
    r"nye|kjem|kommer"
)
_BY_STANDING_LAW = pattern(r"\b(?:etter|ifølge|ifølgje|i medhold av|i medhald av) (?:[\w-]+ og )?\w*lov(?:en|a)\b")
_MERGED = pattern(r"\binn i (?:ramm|inntekts|innbygg)|\binn i (?:den|dei|det) (?:frie|ordinære)")
_ONLY_FOR = Forms(r"bare|berre|kun|utelukkende|utelukkande|utelukka|anvendes|øremål")
_TIED = pattern(
    r"(?:tilsk\w+|midl\w+|penge\w*|penga\w*|beløp\w*|bevilgning\w*|løyving\w*)\b.{0,80}\b(?:bare|berre|kun|"
    r"utelukkende|utelukkande)\b.{0,25}\b(?:bruk\w*|nytt\w*|benytt\w*|anvend\w*|gå|går)\b"
    r"|\b(?:bare|berre|kun|utelukkende) (?:kan )?(?:bruk\w*|nytt\w*|benytt\w*) .{0,20}(?:tilsk\w+|midl\w+)"
)
_INTO_LAW = pattern(
    r"\b(?:tas|takast|tatt|teken|teke|ta|innarbeides|innarbeidast|kommer|kjem)\b.*\binn i \w*lov(?:en|a)\b"
)
_SANCTION = Forms(
    r"trekk|trekkes|trekkast|mister|mistar|mista|sanksjoner\w*|reduseres|reduserast|tilbakebetal\w*|avkort\w*"
)
_CUTS = pattern(r"(?:ramm\w+|tilsk\w+|midl\w+)")
_BILL = Forms(r"lovforslag\w*|lovframlegg\w*|lovproposisjon\w*|lovendring\w*|lovføresegn\w*|lovvedtak\w*")
_PROPOSES = Forms(r"frem\w*|legg\w*|send\w*|foresl\w*|føresl\w*|utarbeid\w*|vedta\w*|innfør\w*")
_REPEALS = pattern(r"opphev\w*|fjern\w*|avvikl\w*|mindre|færre|forenkl\w*")
_NORM_NEAR = pattern(r"\b\w*(?:norm|krav|standard|tal|minste)\w*")
_STAFF = Forms(
    r"\w*ansatt\w*|\w*tilset\w*|tilsett\w*|årsverk|\w*lærer\w*|\w*lærar\w*|pedagog\w*|\w*stilling\w*|"
    r"bemanning\w*|\w*pleier\w*|\w*pleiar\w*|vaksne|voksne|leder\w*|leiar\w*|rådgiver\w*|rådgjevar\w*"
)
_PER = Forms(r"minst|minimum")
_PER_HEAD = pattern(r"\b(?:minst|minimum) .{0,70}\b(?:per|for hvert?|for kvart?|for kvar|til hvert?|til kvart?) ")
_BY_LAW = Forms(r"lov|loven|lova|lovfest\w*|forskrift\w*")
_STRONG = Sought(
    "|".join(p.pattern for p in (_EARMARK, _LAW, _ORDER, _NORM, _DUTY, _ONLY_FOR, _SANCTION, _BILL, _PER, _COMPULSORY))
    + r"|\w+lov(?:en|a)"
)
_MUNICIPAL = Forms(r"\w*kommun\w*|skoleeier\w*|skuleeigar\w*|barnehageeier\w*|barnehageeigar\w*")
_INTRODUCES = Forms(
    r"skjerp\w*|utvid\w*|gjelder|gjelde|gjelda|gjeve|gitt|tildelt|fordelt|innfør\w*|gi|gir|gis|gjev|gje|yt\w*|"
    r"tildel\w*|etabler\w*|opprett\w*|still\w*|bevilg\w*|løyv\w*|fordel\w*|fastsett\w*|fastset\w*|vedta\w*|"
    r"vedtek|fremme\w*|fremje\w*|legg\w*|får|kjem|kommer|"
    r"utform\w*|lag\w*|finansier\w*|utbetal\w*|forankr\w*|regulert?\w*|skal|få|sett\w*|set|utsted\w*|utferd\w*|"
    r"gjer\w*|gjør\w*|skjer|nytt\w*|bruk\w*|foresl\w*|bli|blir|vert|tilfør\w*|knytt\w*|sørg\w*|syt\w*"
)
_STANDING = Forms(
    r"gjeldende|gjeldande|eksisterende|eksisterande|dagens|allerede|allereie|nåværende|noverande|tidligere|"
    r"tidlegare|avvikles|avviklast|avvikla|avviklet|innlemmes|innlemmast|fases|fasast|oppheves|opphevast|"
    r"bortfaller|fjernes|fjernast|reduseres|reduserast|erstattes|erstattast|avløses|avløysast|ihht|medhald|"
    r"medhold|lagt|leggast|innlemme|avvikle|avvikla|avvikle|avskaffe\w*|avskaff\w*"
)
_MONEY = Forms(r"\w*midl\w*|\w*tilsk\w*|kroner|bevilgning\w*|løyving\w*|\w*ramme\w*|penger|pengar")
_NOUN_OF_GRANT = Forms(
    r"\w*(?:tilskudd|tilskot|midler|midlar|bevilgning|løyving|ordning|stilling|oppgav|oppgåv|tenest|tjenest|"
    r"plikt|krav)\w*"
)
_INSTEAD = pattern(
    r"\b(?:i (?:stedet|staden|stad|sted) for|alternativ\w* til|framfor|fremfor|heller enn|erstatt\w*|avløys\w*|"
    r"avløs\w*|unngå\w*|fri for|slippe|sleppe|motverk\w*|motvirk\w*|færre"
    r"|avvikl\w*|bort frå|bort fra|(?:annet|anna|andre|snarere|snarare|heller|bedre|betre) enn|"
    r"behovet for|trongen for)\b"
)
_INSTEAD_AFTER = pattern(
    r"^(?:\w+ ){0,4}(?:avvikles|avviklast|unngås|unngåast|innlemmes|innlemmast|erstattes|bortfaller|fell bort|"
    r"fases ut|fasast ut)\b"
)
