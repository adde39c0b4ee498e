"""What an agreement should keep away from: strong instruments, new regional tasks, moved tasks, contract law."""

import re
from collections.abc import Iterator

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.reading.prose import Mention, Prose, one_a_sentence
from avtalesjekk.reading.said import Said


def strong_instruments(prose: Prose) -> Iterator[Said[str]]:
    """Where the agreement arranges for earmarked grants, duties by law, orders or other strong instruments."""
    found = (
        mention
        for mention in prose.mentions(_STRONG_STEMS, _STRONG)
        if _is_arranged(mention) and not _instead(mention) and _is_strong(mention)
    )
    yield from (mention.said(mention.word) for mention in one_a_sentence(found))


def regional_tasks(prose: Prose) -> Iterator[Said[str]]:
    """Where new regional tasks or posts are made; none where a coordination with the regional state is agreed."""
    found = [m for m in prose.mentions(_REGIONAL_STEMS, _REGIONAL) if _binds(m) and _is_new_and_regional(m)]
    if found and not _is_coordinated(prose):
        yield from (mention.said(mention.word) for mention in one_a_sentence(found))


def moved_tasks(prose: Prose) -> Iterator[Said[str]]:
    """Where an administrative task or authority is moved from one level to another."""
    found = (m for m in prose.mentions(_MOVE_STEMS, _MOVES) if _is_agreed(m) and _moves_a_task(m))
    yield from (mention.said(mention.word) for mention in one_a_sentence(found))


def contract_law(prose: Prose) -> Iterator[Said[str]]:
    """Where remedies or courts of contract law are agreed between the parties."""
    unsaid = (Status.DENIED, Status.PAST, Status.WISHED)
    found = (
        mention
        for mention in prose.mentions(_REMEDY_STEMS, _REMEDIES)
        if mention.status not in unsaid and not _tells(mention) and _is_remedy(mention)
    )
    yield from (mention.said(mention.word) for mention in one_a_sentence(found))


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


def _is_arranged(mention: Mention) -> bool:
    """As `_binds`, also of what is to be proposed («legge fram forslag til bemanningsnorm»), and in an annex."""
    if {"bakgrunn", "mål"} & set(map(str, mention.text.path)) or mention.text.section == "grunnlag":
        return False
    if _EXPLORES.search(" ".join(mention.clauses.texts[max(0, mention.index - 16) : mention.index])):
        return False
    if mention.status is Status.SAID or (mention.word.startswith("tvangsmulkt") and mention.status is Status.POSSIBLE):
        return True
    before = " ".join(mention.clauses.texts[max(0, mention.index - 6) : mention.index])
    return mention.clauses.plain_status(mention.index) is Status.SAID and _PROPOSED.search(before) is not None


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
    joined = " ".join(words)
    if _BY_STANDING_LAW.search(" ".join(mention.clauses.texts)):
        return False
    if any(_STANDING.fullmatch(w) for w in words) or _MERGED.search(joined):
        return False
    if _ONLY_FOR.fullmatch(word):
        return _TIED.search(joined) is not None
    if word.endswith(("loven", "lova")):
        return _INTO_LAW.search(joined) is not None
    if _SANCTION.fullmatch(word):
        return any(_MUNICIPAL.fullmatch(w) for w in mention.clauses.texts) and _CUTS.search(joined) is not None
    if _BILL.fullmatch(word):
        return any(_PROPOSES.fullmatch(w) for w in words) and not _REPEALS.search(joined)
    if _COMPULSORY.fullmatch(word):
        return any(_MUNICIPAL.fullmatch(w) for w in mention.clauses.texts) and (
            word.startswith("obligatorisk") or _NORM_NEAR.search(" ".join(mention.clauses.texts)) is not None
        )
    if _PER.fullmatch(word):
        staff = any(_STAFF.fullmatch(w) for w in words) or _NORM_NEAR.search(joined) is not None
        required = any(_MUNICIPAL.fullmatch(w) for w in mention.clauses.texts) or " krav" in joined
        return staff and required and mention.text.section != "formål" and _PER_HEAD.search(joined) is not None
    if _EARMARK.fullmatch(word):
        before = mention.sentence.before
        money = any(_MONEY.fullmatch(w) for w in mention.clauses.texts) or (
            before is not None and any(_MONEY.fullmatch(w) for w in before.clauses.texts)
        )
        if not money:
            return False
        if word.endswith(("ede", "te", "a")) and not _is_predicate(mention):
            return any(_INTRODUCES.fullmatch(w) for w in words)
        if word.startswith(("øremerking", "øyremerking")):
            return any(_INTRODUCES.fullmatch(w) for w in words)
        return True
    if _ORDER.fullmatch(word):
        return _orders(mention, words)
    if word.startswith(("forskrift", "føresegn")) and not word.startswith(("forskriftsf", "forskriftsr")):
        return any(_REGULATES.fullmatch(w) for w in words) and {"gjennom", "medhold", "medhald", "etter"}.isdisjoint(
            mention.clauses.texts[max(0, mention.index - 3) : mention.index]
        )
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
        active = mention.word in ("pålegge", "pålegger", "påleggje", "påleggjer", "påby", "påbyr")
        if active and not any(_MUNICIPAL.fullmatch(w) for w in near[mention.index + 1 : mention.index + 5]):
            return False
        if mention.word in ("pålegg", "pålegget", "påbud", "påbod"):
            return target and any(_INTRODUCES.fullmatch(w) for w in words)
        return target
    return any(_MUNICIPAL.fullmatch(w) for w in mention.clauses.texts)


_STRONG_STEMS = ("øremerk", "øyremerk", "lovfest", "lovpål", "lovregul", "lovkrav", "lovplikt", "forskrift", "pålegg", "pålag", "påleg", "påbu", "påbo", "bemanningsnorm", "norm", "plikt", "sanksjon", "tvangsmulkt", "minstekrav", "rettighetsfest", "rettsfest", "føresegn", "bare", "berre", "kun ", "utelukk", "trekk", "mister", "mista", "avkort", "lovfor", "lovfram", "lovprop", "lovend", "minst", "minimum", "bindende", "bindande", "obligatorisk", "forplikt", "inn i")
_EARMARK = re.compile(r"ø(?:y)?remerk(?:e|er|es|ar|a|ast|et|ede|te|t|ing|inga|ingen)")
_LAW = re.compile(r"lovfest\w*|lovpål\w*|lovregul\w*|lovkrav\w*|lovplikt\w*|forskriftsfest\w*|forskriftsregul\w*|forskriftskrav\w*|forskrift(?:en|er|ar|a)?|føresegn(?:er|a|ene)?|rettighetsfest\w*|rettsfest\w*")
_ORDER = re.compile(r"pålegg(?:e|er|es|et|ast)?|påleggje(?:r)?|påleggjast|pålagt|pålagd|påbu\w*|påbod\w*|påby\w*|tvangsmulkt\w*|sanksjon\w*")
_NORM = re.compile(r"\w*pedagognorm\w*|\w*grunnbemanning\w*|\w*minstestandard\w*|\w*bemanningsnorm\w*|\w*lærernorm\w*|minstekrav\w*|minstenorm\w*|normtal\w*|\w*norm(?:en|a|er|ar)?")
_DUTY = re.compile(r"plikt(?:en|a|er|ar)?|plikter|pliktar")
_PROPOSED = re.compile(r"\b(?:fram|frem|fremme\w*|fremje|utarbeid\w*|send\w*) (?:\w+ ){0,3}(?:forslag|framlegg)\b")
_EXPLORES = re.compile(r"\b(?:grei(?:e|a|er|ar|dd) ut|utred\w*|utgrei\w*|kartlegg\w*|drøft\w*|vurder(?:e|er|es|ast|ar|a))\b")
_COMPULSORY = re.compile(r"obligatorisk\w*|forpliktet|forplikta|bindende|bindande|tvungen\w*")
_MUST_USE = re.compile(r"\b(?:kommunen|kommunene|kommunane|kommunar|kommuner|skoleeier\w*|skuleeigar\w*) (?:må|skal|plikter|pliktar|er forplikt\w+)\b")
_REGULATES = re.compile(r"fastsett\w*|fastset\w*|innfør\w*|vedta\w*|vedtek\w*|utarbeid\w*|forankr\w*|reguler\w*|fremme\w*|utferd\w*|gi|gir|gjev|gje|stille\w*|stiller|bli\w*|vert|endre\w*|heim\w*|hjem\w*|ny|nye|kjem|kommer")
_BY_STANDING_LAW = re.compile(r"\b(?:etter|ifølge|ifølgje|i medhold av|i medhald av) (?:[\w-]+ og )?\w*lov(?:en|a)\b")
_MERGED = re.compile(r"\binn i (?:ramm|inntekts|innbygg)|\binn i (?:den|dei|det) (?:frie|ordinære)")
_ONLY_FOR = re.compile(r"bare|berre|kun|utelukkende|utelukkande|utelukka|anvendes|øremål")
_TIED = re.compile(
    r"(?:tilsk\w+|midl\w+|penge\w*|penga\w*|beløp\w*|bevilgning\w*|løyving\w*)\b.{0,80}\b(?:bare|berre|kun|utelukkende|utelukkande)\b.{0,25}\b(?:bruk\w*|nytt\w*|benytt\w*|anvend\w*|gå|går)\b"
    r"|\b(?:bare|berre|kun|utelukkende) (?:kan )?(?:bruk\w*|nytt\w*|benytt\w*) .{0,20}(?:tilsk\w+|midl\w+)"
)
_INTO_LAW = re.compile(r"\b(?:tas|takast|tatt|teken|teke|ta|innarbeides|innarbeidast|kommer|kjem)\b.*\binn i \w*lov(?:en|a)\b")
_SANCTION = re.compile(r"trekk|trekkes|trekkast|mister|mistar|mista|sanksjoner\w*|reduseres|reduserast|tilbakebetal\w*|avkort\w*")
_CUTS = re.compile(r"(?:ramm\w+|tilsk\w+|midl\w+)")
_BILL = re.compile(r"lovforslag\w*|lovframlegg\w*|lovproposisjon\w*|lovendring\w*|lovføresegn\w*|lovvedtak\w*")
_PROPOSES = re.compile(r"frem\w*|legg\w*|send\w*|foresl\w*|føresl\w*|utarbeid\w*|vedta\w*|innfør\w*")
_REPEALS = re.compile(r"opphev\w*|fjern\w*|avvikl\w*|mindre|færre|forenkl\w*")
_NORM_NEAR = re.compile(r"\b\w*(?:norm|krav|standard|tal|minste)\w*")
_STAFF = re.compile(r"\w*ansatt\w*|\w*tilset\w*|tilsett\w*|årsverk|\w*lærer\w*|\w*lærar\w*|pedagog\w*|\w*stilling\w*|bemanning\w*|\w*pleier\w*|\w*pleiar\w*|vaksne|voksne|leder\w*|leiar\w*|rådgiver\w*|rådgjevar\w*")
_PER = re.compile(r"minst|minimum")
_PER_HEAD = re.compile(r"\b(?:minst|minimum) .{0,70}\b(?:per|for hvert?|for kvart?|for kvar|til hvert?|til kvart?) ")
_BY_LAW = re.compile(r"lov|loven|lova|lovfest\w*|forskrift\w*")
_STRONG = re.compile("|".join(p.pattern for p in (_EARMARK, _LAW, _ORDER, _NORM, _DUTY, _ONLY_FOR, _SANCTION, _BILL, _PER, _COMPULSORY)) + r"|\w+lov(?:en|a)")
_MUNICIPAL = re.compile(r"\w*kommun\w*|skoleeier\w*|skuleeigar\w*|barnehageeier\w*|barnehageeigar\w*")
_INTRODUCES = re.compile(
    r"skjerp\w*|utvid\w*|gjelder|gjelde|gjelda|gjeve|gitt|tildelt|fordelt|innfør\w*|gi|gir|gis|gjev|gje|yt\w*|tildel\w*|etabler\w*|opprett\w*|still\w*|bevilg\w*|løyv\w*|fordel\w*|fastsett\w*|fastset\w*|vedta\w*|vedtek|fremme\w*|fremje\w*|legg\w*|får|kjem|kommer|"
    r"utform\w*|lag\w*|finansier\w*|utbetal\w*|forankr\w*|regulert?\w*|skal|få|sett\w*|set|utsted\w*|utferd\w*|gjer\w*|gjør\w*|skjer|nytt\w*|bruk\w*|foresl\w*|bli|blir|vert|tilfør\w*|knytt\w*|sørg\w*|syt\w*"
)
_STANDING = re.compile(r"gjeldende|gjeldande|eksisterende|eksisterande|dagens|allerede|allereie|nåværende|noverande|tidligere|tidlegare|avvikles|avviklast|avvikla|avviklet|innlemmes|innlemmast|fases|fasast|oppheves|opphevast|bortfaller|fjernes|fjernast|reduseres|reduserast|erstattes|erstattast|avløses|avløysast|ihht|medhald|medhold|lagt|leggast|innlemme|avvikle|avvikla|avvikle|avskaffe\w*|avskaff\w*")
_MONEY = re.compile(r"\w*midl\w*|\w*tilsk\w*|kroner|bevilgning\w*|løyving\w*|\w*ramme\w*|penger|pengar")
_NOUN_OF_GRANT = re.compile(r"\w*(?:tilskudd|tilskot|midler|midlar|bevilgning|løyving|ordning|stilling|oppgav|oppgåv|tenest|tjenest|plikt|krav)\w*")
_INSTEAD = re.compile(
    r"\b(?:i (?:stedet|staden|stad|sted) for|alternativ\w* til|framfor|fremfor|heller enn|erstatt\w*|avløys\w*|avløs\w*|unngå\w*|uten|utan|fri for|slippe|sleppe|motverk\w*|motvirk\w*|færre"
    r"|avvikl\w*|bort frå|bort fra|enn|behovet for|trongen for)\b"
)
_INSTEAD_AFTER = re.compile(r"^(?:\w+ ){0,4}(?:avvikles|avviklast|unngås|unngåast|innlemmes|innlemmast|erstattes|bortfaller|fell bort|fases ut|fasast ut)\b")


# Regional tasks


def _is_new_and_regional(mention: Mention) -> bool:
    texts = mention.clauses.texts[mention.sentence.own :]
    after = mention.sentence.after
    following = after.clauses.texts if after is not None and not after.is_heading else ()
    if not any(_BODY.search(w) for w in (*texts, *following[:12])):
        return False
    if any(_ABROAD.fullmatch(w) for w in texts) or any(_STANDING_REGION.fullmatch(w) for w in _window(mention, 4, 4)):
        return False
    if _area_only(mention) or (mention.word.startswith("fylkeskommun") and _NEW_TASK.search(" ".join(texts)) is None):
        return False
    clauses, own = mention.clauses, mention.sentence.own
    return any(
        _CREATES.fullmatch(w) and not _is_other_new(texts, i) and clauses.plain_status(own + i) is Status.SAID
        for i, w in enumerate(texts)
    ) or _gets_new_task(" ".join((*texts, *following)))


def _gets_new_task(said: str) -> bool:
    """Whether a body that there was before gets something new to do."""
    found = _NEW_TASK.search(said)
    return found is not None and _NONE.search(said) is None and re.search(r"\b(?:uten|utan|ingen|inga|verken|korkje|hverken|ikk?j?e)\b(?! har)", said[: found.start()]) is None


def _is_other_new(texts: tuple[str, ...], i: int) -> bool:
    """Whether what is new or made is something else: «nye elever», «får midler»."""
    near = texts[i + 1 : i + 7]
    return texts[i] in ("ny", "nye", "nytt", "får", "få", "gis", "legges") and not any(_BODY.search(w) for w in near)


def _area_only(mention: Mention) -> bool:
    """Whether the region is only where somebody lives or meets."""
    return _MEETS.search(" ".join(mention.clauses.texts)) is not None and not any(
        _POST.search(w) for w in mention.clauses.texts
    )


def _is_coordinated(prose: Prose) -> bool:
    for text, sentence in prose.sentences(("statsforvalt", "fylkesm", "regional stat", "regionale stat")):
        clauses = sentence.clauses
        for i, word in enumerate(clauses.texts):
            if _REGIONAL_STATE.fullmatch(word) and not clauses.denied(i) and any(_COORDINATES.fullmatch(w) for w in clauses.texts):
                return True
    return False


_NONE = re.compile(r"\b(?:verken|korkje|hverken|ingen|inga)\b")
_MEETS = re.compile(r"\b(?:samling|konferanse|seminar|møte|fagdag)\w*")
_POST = re.compile(r"koordinator|rådgiver|rådgjevar|stilling|kontor|team|eining|enhet|årsverk|senter|nettverk")
_NEW_TASK = re.compile(r"\b(?:oppgave|oppgåve|funksjon|rolle)\w* (?:som )?(?:de|dei|det|den|ho) ikk?j?e har hatt|\bny(?:e|tt)? (?:oppgave|oppgåve|rolle|funksjon)\w*")
_REGIONAL_STEMS = ("region", "fylke", "fylka", "landsdel", "nord", "vest", "troms", "finnmark", "trøndelag", "møre", "rogaland", "agder", "telemark", "buskerud", "akershus", "østfold", "innlandet", "austlandet", "østlandet", "sørland", "ambuler")
_REGIONAL = re.compile(r"fylkeskommune|fylkeskommunar|landsdel\w*|nord|nord-norge?|nord-noreg|nordland|vestland(?:et)?|vestfold|troms|finnmark|trøndelag|møre|rogaland|agder|telemark|buskerud|akershus|østfold|innlandet|austlandet|østlandet|sørlandet|ambulerende|ambulerande|regional\w*|region(?:en|ane|ene|er|ar)?|region\w+|fylke(?:t|ne|r|skoordinator\w*|svise?|svist?)?|fylka|kvart|\w*regionalt?|fylkes(?:team|kontor|nettverk|koordinator|stilling)\w*")
_BODY = re.compile(
    r"koordinator|rådgiver|rådgjevar|rådgivar|stilling|kontor|team|enhet|eining|oppgave|oppgåve|nettverk|senter|sekretariat|rettleiar|veileder|konsulent|pådriver|pådrivar|kompetansemiljø|ressurs(?:person|gruppe|miljø)|prosjektleder|prosjektleiar|knutepunkt|hub|tjeneste|teneste|årsverk|node|funksjon|fagmiljø|organ|utvalg|utval|ombud|mottak|base|innsatslag|forum"
)
_CREATES = re.compile(
    r"plass|lønn?er|lønn?ar|lønn?e|lønn?es|opne\w*|opna\w*|åpne\w*|oppretter|opprett\w*|etabler\w*|ansett\w*|tilset\w*|tilsett\w*|innfør\w*|bygg\w*|byggj\w*|ny|nye|nytt|skip\w*|lys\w*|bemann\w*|utnemn\w*|utnevn\w*|oppnemn\w*|oppnevn\w*|start\w*|sett\w*|set|plasser\w*|får|få|gis|gjev|legges|leggast|leggjast|finansier\w*|organiser\w*"
)
_ABROAD = re.compile(r"nordisk\w*|eu|europeisk\w*|internasjonal\w*|regionrådet?|nato|who|samisk\w*|helseforetak\w*|helseføretak\w*|politi\w*")
_STANDING_REGION = re.compile(r"eksisterende|eksisterande|etablerte|dagens|allerede|allereie|bestående")
_REGIONAL_STATE = re.compile(r"statsforvalt\w*|fylkesm[ae]nn\w*|statsforvaltning\w*|statsforvaltninga?")
_COORDINATES = re.compile(r"samordn\w*|koordiner\w*|samarbeid\w*|avklar\w*|avstem\w*|dialog\w*|sammen|saman|samråd\w*|samkøyr\w*|samspel\w*|samspill\w*|avtal\w*|drøft\w*|tilpass\w*|innpass\w*|forståing|forståelse|knytt\w*|samhandl\w*")


# Moved tasks


def _is_agreed(mention: Mention) -> bool:
    """As `_binds`, but «ikke lenger» is no denial: it says what is new."""
    if _EXPLORES.search(" ".join(mention.clauses.texts[max(0, mention.index - 16) : mention.index])):
        return False
    if mention.word in ("lenger", "lengre", "ikke", "ikkje", "går", "overføres", "overførast"):
        return "bakgrunn" not in mention.text.path and mention.clauses.plain_status(mention.index) in (Status.SAID, Status.DENIED) and (
            mention.word not in ("går", "overføres", "overførast") or mention.status is Status.SAID
        )
    return _binds(mention)


def _moves_a_task(mention: Mention) -> bool:
    texts = mention.clauses.texts[mention.sentence.own :]
    words = _clause_words(mention)
    if any(_NOT_TASK.fullmatch(w) for w in words) or {"framleis", "fortsatt", "fremdeles"} & set(texts) or _INTERNAL.search(" ".join(texts)):
        return False
    levels = {level for level, pattern in _LEVELS for w in texts if pattern.fullmatch(w)}
    if levels == {"ks"}:
        return False
    task = any(_TASK.fullmatch(w) for w in words) or any(_TASK.fullmatch(w) for w in _before(mention))
    if mention.word in ("lenger", "lengre", "heretter", "herette", "hittil"):
        return len(levels) > 1 and (task or any(_DECIDES.fullmatch(w) for w in texts))
    if mention.word in ("ikke", "ikkje"):
        return len(levels) > 1 and _IT_IS.search(" ".join(texts)) is not None and any(_DECIDES.fullmatch(w) for w in texts)
    if mention.word in ("dag", "no", "nå"):
        after = mention.sentence.after
        following = after.clauses.texts if after is not None and not after.is_heading else ()
        levels |= {level for level, pattern in _LEVELS for w in following if pattern.fullmatch(w)}
        joined = " ".join((*texts, *following))
        return len(levels) > 1 and (task or any(_DECIDES.fullmatch(w) for w in texts)) and _FROM_NOW.search(joined) is not None
    if mention.word.startswith(("overta", "overtek")):
        return bool(levels) and (task or any(_SERVICE.fullmatch(w) for w in words))
    if not task:
        return False
    if _LAYS_TO.fullmatch(mention.word):
        return "til" in words and bool(levels)
    if mention.word in ("får", "få", "gir", "gjev", "gis", "gjevast", "tildeles", "tildelast"):
        return bool(levels) and any(_AUTHORITY.fullmatch(w) for w in words)
    if mention.word == "over":
        takes = any(w in ("tar", "tek", "ta") for w in mention.clauses.texts[max(0, mention.index - 5) : mention.index])
        return takes and bool(levels) and (len(levels) > 1 or bool({"fra", "frå"} & set(words)))
    if mention.word in ("går", "lyft", "løftes", "lyftes", "lyftast", "lyfta", "frå", "fra"):
        return len(levels) > 1 or ("over" in words and bool(levels))
    to_or_from = bool(set(words) & {"til", "fra", "frå"}) or mention.word.startswith(("overta", "overtek"))
    return bool(levels) and (len(levels) > 1 or to_or_from)


def _before(mention: Mention) -> tuple[str, ...]:
    """The words of the sentence before, where this one goes on with a pronoun: «Tilsynet … Det legges til …»."""
    before = mention.sentence.before
    start = mention.clauses.texts[mention.sentence.own : mention.sentence.own + 2]
    return before.clauses.texts if before is not None and set(start) & {"det", "den", "dette", "denne", "ho", "desse", "disse"} else ()


_IT_IS = re.compile(r"\b(?:er det|det er|skal|blir det|vert det)\b.*,? (?:og )?ikk?j?e (?:\w+ ){0,2}\w+")
_SERVICE = re.compile(r"drift\w*|\w*tjeneste\w*|\w*teneste\w*|\w*tilbud\w*|\w*tilbod\w*|\w*ordning\w*|finansieringsansvar\w*")
_FROM_NOW = re.compile(r"\b(?:skal|deretter|overtar|overtek|over til|heretter|fra|frå|hand om)\b")
_INTERNAL = re.compile(r"\b(?:hov[eu]d?kontoret|hovudkontoret|regionkontoret|egen|eigen|intern\w*|internt|avdeling(?:en|a)?|seksjon(?:en)?|områdedirektør\w*)\b")
_DECIDES = re.compile(r"vedtak\w*|avgjør\w*|avgjer\w*|godkjenn\w*|gir|gjev|fastset\w*|fastsett\w*|fører|behandl\w*|søknad\w*|ansvar\w*|har|driv\w*")
_LAYS_TO = re.compile(r"legges|leggast|leggjast|lagt|lagd|legge|leggje|legg")
_MOVE_STEMS = ("overfør", "flytt", "deleger", "overta", "overtek", "legg", "lagt", "overlat", "får", "få ", "tildel", "gis ", "gjev", "gi ", "går", "lyft", "løft", "lenger", "lengre", "heretter", "i dag", " no ", " no,", " nå ", ", ikk", "og ikk", " over ")
_MOVES = re.compile(
    r"overfør(?:e|er|es|ast|t|ing|inga|ingen)|flytt(?:e|er|es|ar|a|ast|et|ing|inga)|deleger(?:e|er|es|ar|a|ast|t|ing)|overta|overtar|overtek|overtas|overtakast|legges|leggast|leggjast|legge|leggje|legg|overlates|overlatast|overlate|overlet|overlater|får|få|tildeles|tildelast|gis|gjevast|gir|gjev|går|lyft|løftes|lyftes|lyftast|lyfta|lenger|lengre|heretter|lagt|lagd|dag|no|nå|ikke|ikkje|over"
)
_TASK = re.compile(
    r"tildeling\w*|\w*(?:oppgave|oppgåve)\w*|\w*myndighet\w*|\w*myndigheit\w*|mynde\w*|avgjerdsmynde\w*|vedtaksmynde\w*|\w*ansvar\w*|\w*forvaltning\w*|tilsyn\w*|\w*tilsynet|\w*saksbehandling\w*|\w*sakshandsaming\w*|vedtakskompetanse\w*|avgjørelsesmyndighet\w*|klagebehandling\w*|klagehandsaming\w*|avgjerdsrett\w*|godkjenning\w*|forvaltinga?|klagesaker|klagesaksbehandling\w*|rett|retten|vedtak|vedtaket"
)
_AUTHORITY = re.compile(r"\w*myndighet\w*|\w*myndigheit\w*|\w*mynde\w*|ansvar(?:et)?|\w*ansvaret|vedtakskompetanse\w*|avgjerdsrett\w*")
_NOT_TASK = re.compile(r"erfaring\w*|røynsle\w*|data|opplysning\w*|kunnskap\w*|midler|midlar|møte|møtet|fristen?|personell|koordineringsansvar\w*|sekretariat\w*|møteledelse\w*|møteleiing\w*")
_LEVELS = (
    ("kommune", re.compile(r"\w*kommun(?:e|en|ene|ane|er|ar|al|alt|ale|enes|anes)|bydel\w*|vertskommun\w*|kommunesektor\w*|kommunal\w*")),
    ("fylke", re.compile(r"fylkeskommun\w*")),
    ("stat", re.compile(r"staten|statleg\w*|statlig\w*|statsforvalt\w*|\w*direktorat\w*|\w*departement\w*|nav|bufetat|imdi|udi|fylkesm[ae]nn\w*|statens|statped|helfo|\w*verket|\w*etaten|husbanken")),
    ("ks", re.compile(r"ks")),
)


# Contract law


def _is_remedy(mention: Mention) -> bool:
    words = set(mention.clauses.texts)
    if any(_OTHERS.fullmatch(w) for w in words):
        return False
    word = mention.word
    if word in ("nemnd", "nemnda", "nemnden", "oppmann", "oppmenn"):
        return _BINDING.search(" ".join(mention.clauses.texts)) is not None or (
            mention.sentence.after is not None and _BINDING.search(" ".join(mention.sentence.after.clauses.texts)) is not None
        )
    if word in ("tap", "tapet", "meirkostnader", "skade"):
        return _ANSWERS.search(" ".join(mention.clauses.texts)) is not None and any(_PARTIES.fullmatch(w) for w in words)
    if word in ("tilbake", "attende"):
        return _HOLDS.search(" ".join(mention.clauses.texts)) is not None
    if word.startswith("hev"):
        near = _window(mention, 5, 5)
        return any(w.startswith("avtal") or w.startswith("samarbeidsavtal") for w in near)
    if word.startswith("erstat"):
        near = _window(mention, 6, 6)
        return any(_DAMAGE.fullmatch(w) for w in near) or word.startswith("erstatningsa") or word.startswith("erstatningsp")
    if word.startswith(("domstol", "tingrett", "rettslig", "rettsleg", "retten")):
        return any(_SUES.fullmatch(w) for w in words)
    return True


_BINDING = re.compile(r"\b(?:bindende|bindande|bind|binder|endelig|endeleg|anke\w*)\b")
_ANSWERS = re.compile(r"\b(?:hefter|heftar|hefte|hefta|ansvarlege|ansvarlige|svarer|svarar|svare|ansvarlig|ansvarleg|ansvar|dekk\w*|erstatt\w*|hold\w*)\b")
_PARTIES = re.compile(r"part\w*|ks|staten|departementet|hverandre|kvarandre")
_HOLDS = re.compile(r"\b(?:holde|halde|halda|holder|held|holdes)\b.{0,20}\b(?:tilbake|attende)\b.{0,30}\b(?:yt\w+|tilsk\w+|betaling\w*|midl\w+|utbetaling\w*|forpliktels\w*|plikt\w*)")
_REMEDY_STEMS = ("nemnd", "mulkt", "bøte", "tap", "tilbake", "attende", "hevet", "mislig", "misleg", "mishald", "heve", "hevi", "hevast", "heva", "hevd", "erstatning", "skadebot", "dagmulkt", "dagbot", "dagbøter", "konvensjonal", "verneting", "voldgift", "valdgift", "tvangsfull", "prisavslag", "reklam", "kontraktsbr", "avtalebr", "søksmål", "domstol", "tingrett", "forsinkelsesrent", "forseinkingsrent", "søkjast", "saksøk", "kontraktsrett", "vesentleg brot", "vesentlig brudd", "bot", "mulkt", "skadesløs", "skadeslaus")
_REMEDIES = re.compile(
    r"nemnd|nemnda|nemnden|mulkt|mulkta|mulkten|bøte|oppmann|oppmenn|tap|tapet|tilbake|attende|hevet|mislighold\w*|misleghald\w*|mislighald\w*|heve|hever|heves|hevast|hevar|heva|heving\w*|hevingsrett\w*|hevde|(?:skades)?erstatning\w*|skadebot\w*|dagmulkt\w*|dagbot\w*|dagbøter|konvensjonalbot\w*|verneting\w*|voldgift\w*|valdgift\w*|tvangsfull\w*|prisavslag\w*|reklam\w*|kontraktsbr\w*|avtalebr\w*|søksmål\w*|domstol\w*|tingrett\w*|forsinkelsesrent\w*|forseinkingsrent\w*|saksøk\w*|skadesløs\w*|skadeslaus\w*"
)
_DAMAGE = re.compile(r"tap|tapet|skade|skaden|krav|kreve|krevje|krevjast|kreves|krever|krev|ansvar\w*|betale|skyldig|rett|for|utbetale|mislighold\w*|misleghald\w*|part|parten|yte")
_SUES = re.compile(r"bring\w*|reis\w*|tvist\w*|avgjør\w*|avgjer\w*|inn|løys\w*|løs\w*|prøv\w*|hand\w*|behandl\w*|part\w*")
_OTHERS = re.compile(
    r"foreldre|føresette|foresatte|leverandør\w*|entreprenør\w*|pasient\w*|bruker\w*|brukar\w*|elev\w*|kunde\w*|konsulent\w*|barn\w*|innbyggar\w*|innbygger\w*|utbygg\w*|arbeidstak\w*|arbeidsgiver\w*|arbeidsgjevar\w*|tilsett\w*|ansatt\w*|lag|byggherre\w*|kontrakt|kontrakten|kontraktane|kontraktene|kontrakter|kontraktar|anskaffelse\w*|innkjøp\w*|voldsoffer\w*|valdsoffer\w*|naturskade\w*|skadelidte\w*|bonde|bønder|dyreeig\w*|drifteoperatør\w*|husleie\w*|leige\w*|utleier\w*|utleigar\w*"
)
