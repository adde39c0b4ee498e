"""What money is for: the words after «til» and «for» that name a purpose."""

from avtalesjekk.norwegian import lexicon as lex
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sentences import Sentence
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.actors import actor_in
from avtalesjekk.reading.prose import Mention


def has_purpose(mention: Mention) -> bool:
    """Whether the sentence of a payment, or one beside it, says what the money is for."""
    sentences = [mention.sentence]
    after = mention.sentence.after
    while after is not None and after.in_list and len(sentences) < _LONGEST_LIST:
        sentences.append(after)
        after = after.after
    if after is not None:
        sentences.append(after)
    if mention.sentence.before is not None:
        sentences.append(mention.sentence.before)
    return any(
        _purpose_in(
            sentence, sentence.own if sentence.lead is mention.sentence else 0, first=sentence is mention.sentence
        )
        for sentence in sentences
    )


def pays_for_it(mention: Mention) -> bool:
    """Whether what is paid for is the verb's own object: «finansierer følgeforskning», «lønner to rådgivere»."""
    if not _PAYS_FOR.fits(mention.word):
        return False
    texts, index = mention.texts, mention.index
    if mention.sentence.after is not None and mention.sentence.after.lead is mention.sentence:
        return True
    objects = [w for w in texts[index + 1 : index + 5] if len(w) > 3 and w.isalpha() and w not in lex.ADVERBS]
    start, end = mention.clauses.subject(mention.clauses.of(index))
    subject = actor_in(mention.clauses, start, end) is None and start < end
    return subject or any(not MONEY.fits(w) and not _NO_PURPOSE.fits(w) for w in objects)


def _purpose_in(sentence: Sentence, start: int, *, first: bool) -> bool:
    clauses = sentence.clauses
    texts = sentence.texts
    if not first and (_KS_PAYS.search(" ".join(texts)) or {"egne", "eigne"} & set(texts)):
        return False
    if (
        not first
        and not _ITS_PURPOSE.match(" ".join(texts))
        and not any(
            MONEY.fits(word) or word in ("beløpet", "summen", "desse", "disse", "dei", "pengene", "pengane")
            for word in texts
        )
    ):
        return False
    if _STILL_OPEN.search(" ".join(texts)):
        return False
    for i, word in enumerate(texts[start:], start):
        if (
            (_PURPOSE.fits(word) or (_RECKONED.fits(word) and texts[i + 1 : i + 2] in (("på",), ("til",), ("med",))))
            and not clauses.denied(i)
            and not _OPEN.search(" ".join(texts[i : i + 7]))
        ):
            return True
        if _ELSEWHERE.fits(word) or (word == "egne" and i):
            break
        if word == "til" and i + 1 == len(texts):
            return True
        if word == "til" and texts[i - 1 : i] in (("hensyn",), ("omsyn",), ("forhold",), ("tillegg",), ("seg",)):
            continue
        if word in ("til", "for", "i") and i + 1 < len(texts):
            following = texts[i + 1]
            if word == "i":
                if following in ("forbindelse", "samband", "tilknytning", "tilknyting"):
                    return True
                continue
            if following == "å" or (following == ":" and word == "til"):
                return True
            j = i + 1
            while j < len(texts) and (texts[j] in lex.DETERMINERS or _ADJECTIVE.fits(texts[j])):
                j += 1
            if (
                j < len(texts)
                and not _NO_PURPOSE.fits(texts[j])
                and texts[j][0].isalpha()
                and actor_in(clauses, j, j + 1) is None
            ):
                return True
    return False


COVERS = Forms(r"dekk\w*|bærer|bære|ber|bere")
MONEY = Forms(
    r"\w*(?:midler|midlar|midlene|midlane|tilskudd|tilskot|kompensasjon|bevilgning|løyving|finansiering|pengar|"
    r"penger|kroner|beløp|ramme|stønad|tilskuddet|tilskotet|refusjon|godtgjørelse|godtgjering|"
    r"prosjektstøtte)(?:et|en|a|er|ar)?"
    r"|økonomisk\w*|\w*utgift\w*|\w*kostnad\w*|lønn(?:a|en|sutgift\w*)?|løn|løna|lønskostnad\w*|lønsutgift\w*|"
    r"meirutgift\w*|merutgift\w*|meirkostnad\w*|merkostnad\w*"
)
_PAYS_FOR = Forms(r"(?:sam|del|full)?finansier\w*|bekost\w*|lønn?er|lønn?ar|lønn?e|dekk\w*|dekte|dekka")
_RECKONED = Forms(r"beregnet|berekna|rekna|sikte|siktemål")
_KS_PAYS = pattern(
    r"\bks(?: sine|' egne|' eigne)\b|\bks (?:\w+ )?(?:setter|set|bruker|brukar|dekker|dekkjer|betaler|betalar|bidrar|"
    r"bidreg|finansierer|stiller|stillar)\b"
)
_ITS_PURPOSE = pattern(r"(?:formålet|føremålet|hensikten|midla|midlane|midlene)\b")
_STILL_OPEN = pattern(r"\b(?:hva|kva) (?:midl|peng|belø|summ|tilsk)\w+ (?:skal|kan|går)\b")
_ELSEWHERE = Forms(r"toppen|alt|allerede|allereie")
_OPEN = pattern(
    r"\b(?:står|ope|åpent|avklart|fastsettes|avtales|ikke|ikkje|seinare|senere|uavklart|samde|enige|"
    r"einige|avtalast|avklarast|avklares|fastsetjast|fastset)\b"
)
_PURPOSE = Forms(
    r"formål\w*|føremål\w*|øremerk\w*|øyremerk\w*|knyttet|knytt|knytta|anvendes|anvendast|benyttes|benyttast|"
    r"nyttes|nyttast|brukes|brukast|tiltenkt|tiltenkte|dekkja|dekkje|reiseutgift\w*|lønnsutgift\w*|"
    r"lønnskostnad\w*|\w+utgiftene|\w+utgifter"
)
_ADJECTIVE = Forms(
    r"einskilde|enkelte|\w+(?:ede|ende|ande|lige|lege|ige|ale|ske|elle|sk|ig|leg|al)|ny|nye|nytt|felles|"
    r"økt|auka|god|gode|bedre|"
    r"betre|tre|to|fire"
)
_NO_PURPOSE = Forms(
    r"forutsig\w*|løns-|bruk|bruken|bruka|rapportering\w*|avtal\w*|foregående|føregåande|forrige|førre|"
    r"\w*termin\w*|når|pris-|lønns?vekst|neste|"
    r"nestkommende|påfølgende|påfølgjande|komande|kommende|lønns-|prisvekst\w*|prisauke\w*|alle|konto\w*|"
    r"kontoen|toppen|disposisjon|rådighet|rådvelde|rådvelda|sammen|saman|og|enhver|einkvar|del|\w*kommun\w*|"
    r"\w*sektoren|ks|fylk\w*|mottak\w*|part\w*|20\d\d|19\d\d|\d+|år|året|åra|årene|perioden|perioda|"
    r"avtaleperioden|"
    r"avtaleperioda|avtaletid\w*|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|"
    r"desember|hvert|kvart|hver|kvar|budsjett\w*|statsbudsjett\w*|øvrig|tid|"
    r"stat\w*|den|det|dette|departement\w*|konto|utbetaling|første|andre|fram|frem|to|tre|fire|fem|et|ett|eit|"
    r"en|ein|ei|inneværende|inneverande|delt|halvår\w*|kvartal\w*|godkjenning|rådigheit|rådvelde|prisstigning|"
    r"seinast|senest"
)
_LONGEST_LIST = 8
