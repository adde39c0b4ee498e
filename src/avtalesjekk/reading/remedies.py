"""Remedies and courts of contract law between the parties."""

from collections.abc import Iterator

from avtalesjekk.norwegian.clauses import Status
from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.norwegian.sought import Sought
from avtalesjekk.patterns import pattern
from avtalesjekk.reading.binding import tells, window
from avtalesjekk.reading.prose import Mention, Prose, one_a_sentence
from avtalesjekk.reading.said import Said


def remedies(prose: Prose) -> Iterator[Said[str]]:
    """Where remedies or courts of contract law are agreed between the parties."""
    unsaid = (Status.DENIED, Status.PAST, Status.WISHED)
    found = (
        mention
        for mention in prose.mentions(_REMEDIES)
        if mention.status not in unsaid and not tells(mention.text) and _is_remedy(mention)
    )
    yield from (mention.said(mention.word) for mention in one_a_sentence(found))


def _is_remedy(mention: Mention) -> bool:
    words = set(mention.texts)
    if _OTHERS.fits_any(words) or _IS_TAUGHT.search(" ".join(window(mention, 12, 0))):
        return False
    word = mention.word
    if word in ("nemnd", "nemnda", "nemnden", "oppmann", "oppmenn"):
        return _BINDING.search(" ".join(mention.texts)) is not None or (
            mention.sentence.after is not None and _BINDING.search(" ".join(mention.sentence.after.texts)) is not None
        )
    if word in ("tap", "tapet", "meirkostnader", "skade"):
        return _ANSWERS.search(" ".join(mention.texts)) is not None and _PARTIES.fits_any(words)
    if word.startswith("vederlag"):
        return _REDUCED.search(" ".join(mention.texts)) is not None
    if word in ("tilbake", "attende"):
        return _HOLDS.search(" ".join(mention.texts)) is not None
    if word.startswith("hev"):
        near = window(mention, 5, 5)
        return any(w.startswith(("avtal", "samarbeidsavtal")) for w in near)
    if word.startswith("erstat"):
        near = window(mention, 6, 6)
        return _DAMAGE.fits_any(near) or word.startswith(("erstatningsa", "erstatningsp"))
    if word.startswith(("domstol", "tingrett", "rettslig", "rettsleg", "retten")):
        return _SUES.fits_any(words)
    return True


_IS_TAUGHT = pattern(
    r"\b(?:veileder\w*|rettleiar\w*|veiled\w+|rettlei\w+|orienter\w*|informer\w*|opplær\w+|kurs\w*|kunnskap\w*|"
    r"reglene|reglane|dom) (?:[\w-]+ ){0,4}(?:om|i|for)\b"
)
_BINDING = pattern(r"\b(?:bindende|bindande|bind|binder|endelig|endeleg|anke\w*)\b")
_ANSWERS = pattern(
    r"\b(?:hefter|heftar|hefte|hefta|ansvarlege|ansvarlige|svarer|svarar|svare|ansvarlig|ansvarleg|ansvar|"
    r"dekk\w*|erstatt\w*|hold\w*)\b"
)
_PARTIES = Forms(r"part\w*|ks|staten|departementet|hverandre|kvarandre")
_REDUCED = pattern(
    r"\b(?:set|setter|sett|settes|setjast|sette|setje|satt|reduser\w*|kort\w*) (?:\w+ ){0,2}(?:ned|ner|"
    r"tilsvar\w+)|\b(?:reduser\w*|avkort\w*)\b.*\b(?:forsink\w*|forsein\w*|for sein\w*)"
)
_HOLDS = pattern(
    r"\b(?:holde|halde|halda|holder|held|holdes)\b.{0,20}\b(?:tilbake|attende)\b.{0,30}\b(?:yt\w+|tilsk\w+|"
    r"betaling\w*|midl\w+|utbetaling\w*|forpliktels\w*|plikt\w*)"
)
_REMEDIES = Sought(
    r"nemnd|nemnda|nemnden|mulkt|mulkta|mulkten|bøte|oppmann|oppmenn|tap|tapet|tilbake|attende|hevet|"
    r"mislighold\w*|misleghald\w*|mislighald\w*|heve|hever|heves|hevast|hevar|heva|heving\w*|hevingsrett\w*|"
    r"hevde|(?:skades)?erstatning\w*|skadebot\w*|dagmulkt\w*|dagbot\w*|dagbøter|konvensjonalbot\w*|"
    r"verneting\w*|voldgift\w*|valdgift\w*|tvangsfull\w*|prisavslag\w*|reklam\w*|kontraktsbr\w*|avtalebr\w*|"
    r"søksmål\w*|domstol\w*|tingrett\w*|forsinkelsesrent\w*|forseinkingsrent\w*|saksøk\w*|skadesløs\w*|"
    r"skadeslaus\w*|vederlag(?:et)?|tvangsgrunnlag\w*|rettskraft\w*"
)
_DAMAGE = Forms(
    r"tap|tapet|skade|skaden|krav|kreve|krevje|krevjast|kreves|krever|krev|ansvar\w*|betale|skyldig|"
    r"utbetale|mislighold\w*|misleghald\w*|yte"
)
_SUES = Forms(r"bring\w*|reis\w*|tvist\w*|avgjør\w*|avgjer\w*|inn|løys\w*|løs\w*|prøv\w*|hand\w*|behandl\w*|part\w*")
_OTHERS = Forms(
    r"foreldre|føresette|foresatte|leverandør\w*|entreprenør\w*|pasient\w*|bruker\w*|brukar\w*|elev\w*|"
    r"kunde\w*|konsulent\w*|barn\w*|innbyggar\w*|innbygger\w*|utbygg\w*|arbeidstak\w*|arbeidsgiver\w*|"
    r"arbeidsgjevar\w*|tilsett\w*|ansatt\w*|lag|byggherre\w*|kontrakt|kontrakten|kontraktane|kontraktene|"
    r"kontrakter|kontraktar|anskaffelse\w*|standardavtale\w*|innkjøp\w*|voldsoffer\w*|valdsoffer\w*|"
    r"naturskade\w*|skadelidte\w*|"
    r"bonde|bønder|dyreeig\w*|drifteoperatør\w*|husleie\w*|leige\w*|utleier\w*|utleigar\w*"
)
