"""What an agreement should keep away from: strong instruments, new regional tasks, moved tasks, contract law."""

import re
from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.reading.prose import Mention, Prose
from avtalesjekk.reading.said import Said


def strong_instruments(prose: Prose) -> Iterator[Said[str]]:
    """Where the agreement arranges for earmarked grants, duties by law, orders or other strong instruments."""
    for mention in prose.mentions(_STRONG_STEMS, _STRONG):
        if _binds(mention) and not _instead(mention) and _is_strong(mention):
            yield mention.said(mention.word)


def regional_tasks(prose: Prose) -> Iterator[Said[str]]:
    """Where new regional tasks or posts are made; none where a coordination with the regional state is agreed."""
    found = [m for m in prose.mentions(_REGIONAL_STEMS, _REGIONAL) if _binds(m) and _is_new_and_regional(m)]
    if found and not _is_coordinated(prose):
        yield from (mention.said(mention.word) for mention in found)


def moved_tasks(prose: Prose) -> Iterator[Said[str]]:
    """Where an administrative task or authority is moved from one level to another."""
    for mention in prose.mentions(_MOVE_STEMS, _MOVES):
        if _binds(mention) and _moves_a_task(mention):
            yield mention.said(mention.word)


def contract_law(prose: Prose) -> Iterator[Said[str]]:
    """Where remedies or courts of contract law are agreed between the parties."""
    for mention in prose.mentions(_REMEDY_STEMS, _REMEDIES):
        status = mention.status
        if status in (Status.DENIED, Status.PAST, Status.WISHED) or _tells(mention):
            continue
        if _is_remedy(mention):
            yield mention.said(mention.word)


def _tells(mention: Mention) -> bool:
    return bool({"bakgrunn", "vedlegg", "mål"} & set(map(str, mention.text.path)))


def _binds(mention: Mention) -> bool:
    """Whether the word stands in what the parties agree to do."""
    return (
        not _tells(mention)
        and mention.text.section not in ("evaluering", "grunnlag")
        and mention.status is Status.SAID
        and not (mention.clauses.is_conditional(mention.index) and False)
    )


def _window(mention: Mention, before: int, after: int) -> tuple[str, ...]:
    texts, index = mention.clauses.texts, mention.index
    return texts[max(0, index - before) : index] + texts[index + 1 : index + 1 + after]


def _clause_words(mention: Mention) -> tuple[str, ...]:
    clauses = mention.clauses
    return tuple(clauses.texts[i] for i in clauses.of(mention.index).words)


# Strong instruments


def _instead(mention: Mention) -> bool:
    """Whether the instrument is what the agreement replaces, avoids or leaves to others."""
    texts, index = mention.clauses.texts, mention.index
    before = " ".join(texts[max(0, index - 10) : index])
    after = " ".join(texts[index + 1 : index + 8])
    return _INSTEAD.search(before) is not None or _INSTEAD_AFTER.search(after) is not None


def _is_strong(mention: Mention) -> bool:
    word, clauses, index = mention.word, mention.clauses, mention.index
    words = _clause_words(mention)
    if any(_STANDING.fullmatch(w) for w in words):
        return False
    if _EARMARK.fullmatch(word):
        if any(_FIGURATIVE.fullmatch(w) for w in words) and not any(_MONEY.fullmatch(w) for w in words):
            return False
        if word.endswith(("ede", "te", "a")) and not _is_predicate(mention):
            return any(_INTRODUCES.fullmatch(w) for w in words)
        if word.startswith(("øremerking", "øyremerking")):
            return any(_INTRODUCES.fullmatch(w) for w in words)
        return True
    if _ORDER.fullmatch(word):
        return _orders(mention, words)
    if _LAW.fullmatch(word):
        if word.endswith("e") and not word.endswith(("feste", "påse", "regulere")) and not _is_predicate(mention):
            return False
        if word.endswith(("festes", "festast", "reguleres", "regulerast", "pålegges", "feste", "festa")) or _is_predicate(mention):
            return True
        return any(_INTRODUCES.fullmatch(w) for w in words)
    if _NORM.fullmatch(word):
        return any(_INTRODUCES.fullmatch(w) or w in ("gjelder", "gjeld", "skal", "må") for w in words)
    if _DUTY.fullmatch(word):
        near = _window(mention, 8, 8)
        return any(_MUNICIPAL.fullmatch(w) for w in near) and any(_INTRODUCES.fullmatch(w) or _BY_LAW.fullmatch(w) for w in (*words, *near))
    return False


def _is_predicate(mention: Mention) -> bool:
    """Whether a participle stands with «bli» or «er», and not before a noun."""
    before = mention.clauses.texts[max(0, mention.index - 5) : mention.index]
    following = mention.clauses.texts[mention.index + 1 : mention.index + 2]
    return bool(set(before) & {"blir", "bli", "vert", "verte", "er", "være", "vere"}) and not any(
        _NOUN_OF_GRANT.fullmatch(w) for w in following
    )


def _orders(mention: Mention, words: tuple[str, ...]) -> bool:
    if mention.word.startswith(("pålegg", "påleg", "pålagt", "pålagd", "påby", "påbod", "påbud")):
        if {"seg", "taushetsplikt", "teieplikt"} & set(words):
            return False
        near = mention.clauses.texts
        target = any(_MUNICIPAL.fullmatch(w) for w in near)
        if mention.word in ("pålegg", "pålegget", "påbud", "påbod"):
            return target and any(_INTRODUCES.fullmatch(w) for w in words)
        return target
    return any(_MUNICIPAL.fullmatch(w) for w in mention.clauses.texts)


_STRONG_STEMS = ("øremerk", "øyremerk", "lovfest", "lovpål", "lovregul", "lovkrav", "lovplikt", "forskrift", "pålegg", "pålag", "påleg", "påbu", "påbo", "bemanningsnorm", "norm", "plikt", "sanksjon", "tvangsmulkt", "minstekrav", "rettighetsfest", "rettsfest", "retts")
_EARMARK = re.compile(r"ø(?:y)?remerk(?:e|er|es|ar|a|ast|et|ede|te|t|ing|inga|ingen)")
_LAW = re.compile(r"lovfest\w*|lovpål\w*|lovregul\w*|lovkrav\w*|lovplikt\w*|forskriftsfest\w*|forskriftsregul\w*|forskriftskrav\w*|forskrift\w*|rettighetsfest\w*|rettsfest\w*")
_ORDER = re.compile(r"pålegg(?:e|er|es|et|ast)?|påleggje(?:r)?|påleggjast|pålagt|pålagd|påbu\w*|påbod\w*|påby\w*|tvangsmulkt\w*|sanksjon\w*")
_NORM = re.compile(r"\w*bemanningsnorm\w*|\w*lærernorm\w*|minstekrav\w*|minstenorm\w*|normtal\w*|\w*norm(?:en|a|er|ar)?")
_DUTY = re.compile(r"plikt(?:en|a|er|ar)?|plikter|pliktar")
_STRONG = re.compile("|".join(p.pattern for p in (_EARMARK, _LAW, _ORDER, _NORM, _DUTY)))
_BY_LAW = re.compile(r"lov|loven|lova|lovfest\w*|forskrift\w*")
_MUNICIPAL = re.compile(r"\w*kommun\w*|skoleeier\w*|skuleeigar\w*|barnehageeier\w*|barnehageeigar\w*")
_INTRODUCES = re.compile(
    r"innfør\w*|gi|gir|gis|gjev|gje|yt\w*|tildel\w*|etabler\w*|opprett\w*|still\w*|bevilg\w*|løyv\w*|fordel\w*|fastsett\w*|fastset\w*|vedta\w*|vedtek|fremme\w*|fremje\w*|legg\w*|får|kjem|kommer|"
    r"utform\w*|lag\w*|finansier\w*|utbetal\w*|forankr\w*|regulert?\w*|skal|få|sett\w*|set|utsted\w*|utferd\w*|gjer\w*|gjør\w*|skjer|nytt\w*|bruk\w*|foresl\w*|bli|blir|vert|tilfør\w*|knytt\w*|sørg\w*|syt\w*"
)
_STANDING = re.compile(r"gjeldende|gjeldande|eksisterende|eksisterande|dagens|allerede|allereie|nåværende|noverande|tidligere|tidlegare|avvikles|avviklast|avvikla|avviklet|innlemmes|innlemmast|fases|fasast|oppheves|opphevast|bortfaller|fjernes|fjernast|reduseres|reduserast|erstattes|erstattast|avløses|avløysast|etter|ihht|medhald|medhold|følger|følgjer")
_FIGURATIVE = re.compile(r"tid|tida|tiden|dag|dagen|dager|dagar|time|timer|timar|møte\w*|plass|rom|rommet|ettermiddag\w*|uke|veke|kapasitet\w*|økt|bolk|post|sakliste\w*|halvtime\w*")
_MONEY = re.compile(r"\w*midl\w*|\w*tilsk\w*|kroner|bevilgning\w*|løyving\w*|\w*ramme\w*|penger|pengar")
_NOUN_OF_GRANT = re.compile(r"\w*(?:tilskudd|tilskot|midler|midlar|bevilgning|løyving|ordning|stilling|oppgav|oppgåv|tenest|tjenest|plikt|krav)\w*")
_INSTEAD = re.compile(
    r"\b(?:i (?:stedet|staden|stad|sted) for|alternativ\w* til|framfor|fremfor|heller enn|erstatt\w*|avløys\w*|avløs\w*|unngå\w*|uten|utan|fri for|slippe|sleppe|motverk\w*|motvirk\w*|færre|ikkje|ikke|verken|korkje|ingen|inga"
    r"|avvikl\w*|bort frå|bort fra|enn|behovet for|trongen for)\b"
)
_INSTEAD_AFTER = re.compile(r"^(?:\w+ ){0,4}(?:avvikles|avviklast|unngås|unngåast|innlemmes|innlemmast|erstattes|bortfaller|fell bort|fases ut|fasast ut)\b")


# Regional tasks


def _is_new_and_regional(mention: Mention) -> bool:
    texts = _clause_words(mention)
    word = mention.word
    body = _BODY.search(word) is not None or any(_BODY.search(w) for w in _window(mention, 5, 5))
    if not body:
        return False
    if any(_ABROAD.fullmatch(w) for w in texts) or any(_STANDING_REGION.fullmatch(w) for w in _window(mention, 4, 4)):
        return False
    return any(_CREATES.fullmatch(w) for w in texts)


def _is_coordinated(prose: Prose) -> bool:
    for text, sentence in prose.sentences(("statsforvalt", "fylkesm", "regional stat", "regionale stat")):
        clauses = sentence.clauses
        for i, word in enumerate(clauses.texts):
            if _REGIONAL_STATE.fullmatch(word) and not clauses.denied(i) and any(_COORDINATES.fullmatch(w) for w in clauses.texts):
                return True
    return False


_REGIONAL_STEMS = ("region", "fylke")
_REGIONAL = re.compile(r"regional\w*|region(?:en|ane|ene|er|ar)?|region\w+|fylke(?:t|ne|r|skoordinator\w*|svise?|svist?)?|fylka|kvart|\w*regionalt?|fylkes(?:team|kontor|nettverk|koordinator|stilling)\w*")
_BODY = re.compile(
    r"koordinator|rådgiver|rådgjevar|rådgivar|stilling|kontor|team|enhet|eining|oppgave|oppgåve|nettverk|senter|sekretariat|rettleiar|veileder|konsulent|pådriver|pådrivar|kompetansemiljø|ressurs(?:person|gruppe|miljø)|prosjektleder|prosjektleiar|knutepunkt|hub|tjeneste|teneste|årsverk|node|funksjon|fagmiljø|organ|utvalg|utval|ombud|mottak|base|innsatslag|forum"
)
_CREATES = re.compile(
    r"opprett\w*|etabler\w*|ansett\w*|tilset\w*|tilsett\w*|innfør\w*|bygg\w*|byggj\w*|ny|nye|nytt|skip\w*|lys\w*|bemann\w*|utnemn\w*|utnevn\w*|oppnemn\w*|oppnevn\w*|start\w*|sett\w*|set|plasser\w*|får|få|gis|gjev|legges|leggast|leggjast|finansier\w*|organiser\w*"
)
_ABROAD = re.compile(r"nordisk\w*|eu|europeisk\w*|internasjonal\w*|regionrådet?|nato|who|samisk\w*|helseforetak\w*|helseføretak\w*|politi\w*")
_STANDING_REGION = re.compile(r"eksisterende|eksisterande|etablerte|dagens|allerede|allereie|bestående")
_REGIONAL_STATE = re.compile(r"statsforvalt\w*|fylkesm[ae]nn\w*|statsforvaltning\w*|statsforvaltninga?")
_COORDINATES = re.compile(r"samordn\w*|koordiner\w*|samarbeid\w*|avklar\w*|avstem\w*|dialog\w*|sammen|saman|samråd\w*|samkøyr\w*|samspel\w*|samspill\w*|avtal\w*|drøft\w*|tilpass\w*|innpass\w*|forståing|forståelse|knytt\w*|samhandl\w*")


# Moved tasks


def _moves_a_task(mention: Mention) -> bool:
    words = _clause_words(mention)
    if mention.word in ("legges", "leggast", "leggjast", "lagt", "legge", "leggje", "legg") and "til" not in words:
        return False
    if not any(_TASK.fullmatch(w) for w in words):
        return False
    if any(_NOT_TASK.fullmatch(w) for w in words):
        return False
    levels = {level for level, pattern in _LEVELS for w in words if pattern.fullmatch(w)}
    if mention.word in ("får", "få", "fikk"):
        return bool(levels) and any(_AUTHORITY.fullmatch(w) for w in words)
    return len(levels) >= 1 and (len(levels) > 1 or bool(set(words) & {"til", "fra", "frå"}) or mention.word.startswith(("overta", "overtek")))


_MOVE_STEMS = ("overfør", "flytt", "deleger", "overta", "overtek", "legg", "lagt", "overlat", "får", "få ", "tildel", "gis ", "gjev", "gi ")
_MOVES = re.compile(
    r"overfør(?:e|er|es|ast|t|ing|inga|ingen)|flytt(?:e|er|es|ar|a|ast|et|ing|inga)|deleger(?:e|er|es|ar|a|ast|t|ing)|overta|overtar|overtek|overtas|overtakast|legges|leggast|leggjast|legge|leggje|legg|overlates|overlatast|overlate|overlet|overlater|får|få|tildeles|tildelast|gis|gjevast|gir|gjev"
)
_TASK = re.compile(
    r"\w*(?:oppgave|oppgåve)\w*|\w*myndighet\w*|\w*myndigheit\w*|mynde\w*|avgjerdsmynde\w*|vedtaksmynde\w*|\w*ansvar\w*|\w*forvaltning\w*|tilsyn\w*|\w*tilsynet|\w*saksbehandling\w*|\w*sakshandsaming\w*|vedtakskompetanse\w*|avgjørelsesmyndighet\w*|klagebehandling\w*|klagehandsaming\w*|avgjerdsrett\w*|godkjenning\w*|forvaltinga?|klagesaker|klagesaksbehandling\w*"
)
_AUTHORITY = re.compile(r"\w*myndighet\w*|\w*myndigheit\w*|\w*mynde\w*|ansvar(?:et)?|\w*ansvaret|vedtakskompetanse\w*|avgjerdsrett\w*")
_NOT_TASK = re.compile(r"erfaring\w*|røynsle\w*|data|opplysning\w*|kunnskap\w*|midler|midlar|møte|møtet|fristen?|personell|koordineringsansvar\w*|sekretariat\w*|møteledelse\w*|møteleiing\w*")
_LEVELS = (
    ("kommune", re.compile(r"kommun(?:e|en|ene|ane|er|ar|al|alt|ale|enes|anes)|bydel\w*|vertskommun\w*|kommunesektor\w*|kommunal\w*")),
    ("fylke", re.compile(r"fylkeskommun\w*")),
    ("stat", re.compile(r"staten|statleg\w*|statlig\w*|statsforvalt\w*|\w*direktorat\w*|\w*departement\w*|nav|bufetat|imdi|udi|fylkesm[ae]nn\w*|statens|staten|\w*verket|husbanken")),
    ("ks", re.compile(r"ks")),
)


# Contract law


def _is_remedy(mention: Mention) -> bool:
    words = set(mention.clauses.texts)
    if any(_OTHERS.fullmatch(w) for w in words):
        return False
    word = mention.word
    if word.startswith("hev"):
        near = _window(mention, 5, 5)
        return any(w.startswith("avtal") or w.startswith("samarbeidsavtal") for w in near)
    if word.startswith("erstat"):
        near = _window(mention, 6, 6)
        return any(_DAMAGE.fullmatch(w) for w in near) or word.startswith("erstatningsa") or word.startswith("erstatningsp")
    if word.startswith(("domstol", "tingrett", "rettslig", "rettsleg", "retten")):
        return any(_SUES.fullmatch(w) for w in words)
    return True


_REMEDY_STEMS = ("mislig", "misleg", "mishald", "heve", "hevi", "hevast", "heva", "hevd", "erstatning", "skadebot", "dagmulkt", "dagbot", "dagbøter", "konvensjonal", "verneting", "voldgift", "valdgift", "tvangsfull", "prisavslag", "reklam", "kontraktsbr", "avtalebr", "søksmål", "domstol", "tingrett", "forsinkelsesrent", "forseinkingsrent", "søkjast", "saksøk", "kontraktsrett", "vesentleg brot", "vesentlig brudd", "bot", "mulkt", "skadesløs", "skadeslaus")
_REMEDIES = re.compile(
    r"mislighold\w*|misleghald\w*|mislighald\w*|heve|hever|heves|hevast|hevar|heva|heving\w*|hevingsrett\w*|hevde|(?:skades)?erstatning\w*|skadebot\w*|dagmulkt\w*|dagbot\w*|dagbøter|konvensjonalbot\w*|verneting\w*|voldgift\w*|valdgift\w*|tvangsfull\w*|prisavslag\w*|reklam\w*|kontraktsbr\w*|avtalebr\w*|søksmål\w*|domstol\w*|tingrett\w*|forsinkelsesrent\w*|forseinkingsrent\w*|saksøk\w*|skadesløs\w*|skadeslaus\w*"
)
_DAMAGE = re.compile(r"tap|tapet|skade|skaden|krav|kreve|krevje|krevjast|kreves|krever|krev|ansvar\w*|betale|skyldig|rett|for|utbetale|mislighold\w*|misleghald\w*|part|parten|yte")
_SUES = re.compile(r"bring\w*|reis\w*|tvist\w*|avgjør\w*|avgjer\w*|inn|løys\w*|løs\w*|prøv\w*|hand\w*|behandl\w*|part\w*")
_OTHERS = re.compile(
    r"leverandør\w*|entreprenør\w*|pasient\w*|bruker\w*|brukar\w*|elev\w*|kunde\w*|konsulent\w*|barn\w*|innbyggar\w*|innbygger\w*|utbygg\w*|arbeidstak\w*|arbeidsgiver\w*|arbeidsgjevar\w*|tilsett\w*|ansatt\w*|lag|byggherre\w*|kontrakt|kontrakten|kontraktane|kontraktene|kontrakter|kontraktar|anskaffelse\w*|innkjøp\w*|voldsoffer\w*|valdsoffer\w*|naturskade\w*|skadelidte\w*|bonde|bønder|dyreeig\w*|drifteoperatør\w*|husleie\w*|leige\w*|utleier\w*|utleigar\w*"
)
