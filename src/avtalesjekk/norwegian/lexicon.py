"""The small words by which a sentence is built, and the common verbs, in bokmål and nynorsk."""

from functools import lru_cache

from avtalesjekk.norwegian.forms import Forms
from avtalesjekk.patterns import pattern


def words(text: str) -> frozenset[str]:
    """A set of words, from a text with white space between them."""
    return frozenset(text.split())


SHALL = words("skal skulle må måtte vil plikter pliktar forplikter forpliktar")
MAY = words("kan kunne")
SHOULD = words("bør burde")
ACTORS = words("ks partene partane staten departementet departementa vi han ho hun regjeringen regjeringa")
MODALS = words("skal skulle må måtte vil ville kan kunne bør burde")
WAS = words("ble blei vart var hadde fikk fekk")
BECOMES = words("blir vert bli verte verta")

NOT = words("ikke ikkje aldri")
NO = words("ingen inga inkje intet ingenting verken korkje hverken")
WITHOUT = words("uten utan")
ONLY = words("bare berre kun minst alene åleine nødvendigvis utelukkende utelukkande")

IF = words("dersom hvis viss såfremt såframt forutsatt føresett")
UNLESS = words("medmindre")
WHEN = words("når då da før etter inntil innen til mens medan ettersom siden sidan fordi så")
WHETHER = words("om hvorvidt korvidt")
THAT = words("at")
WHICH = words("som der hvilket hvilken hvor kor hvordan korleis hva kva hvem kven")
AND = words("og eller samt men")

PREPOSITIONS = words(
    "av fra frå for i innen innan innenfor innanfor med mellom mot om over på per til ved under etter uten utan "
    "gjennom "
    "hos blant utover inntil ifølge ut inn opp fram frem tilbake som via siden sidan iht samt"
)
DETERMINERS = words(
    "den det de dei denne dette disse desse en ei et ein eit enhver ethvert einkvar alle all alt begge hver hvert kvar "
    "kvart noen nokon noko noe nokre hele heile både sin si sitt sine vår vårt våre deres deira dens dets egen "
    "eget eige "
    "egne eigne eiga same samme slik slike slikt sånn annen annet anna andre hvilken"
)
PRONOUNS = words("den det de dei denne dette han ho hun dem desse disse sistnevnte sistnemnde førstnevnte førstnemnde")
ADVERBS = words(
    "også òg og likevel derfor difor dermed dessuten videre vidare deretter så da då her der nå no allerede allereie "
    "fortsatt framleis fremdeles samtidig samstundes normalt vanligvis vanlegvis årlig årleg jevnlig jamleg jamnleg "
    "regelmessig snarest straks ellers elles imidlertid dessutan særlig særleg særskilt først fyrst sist "
    "følgelig følgjeleg likeså likeleis altså dog heller tidligere tidlegare underveis undervegs "
    "midtveis midtvegs halvveis halvvegs senest seinast tidligst tidlegast foreløpig førebels inntil fortløpende "
    "saman sammen selv sjølv fortløpande herved løpende løpande minst maksimalt igjen automatisk gjensidig ikke "
    "ikkje aldri kun bare berre"
)

PRETERITES = words(
    "startet starta utløp gjaldt varte trådte tok gikk gjekk kom viste synte sto stod skjedde fantes fanst "
    "foregikk bidro "
    "inngikk inngjekk opphørte overtok vedtok avtalte sa ututarbeida utarbeidde bestod besto ønsket ønskte "
    "ønska gav ga "
    "lå låg het heitte la gjorde foreslo fikk fekk satte sette krevde lot hadde traff valgte valde ble blei "
    "vart var mottok "
    "skrev skreiv holdt heldt opprettet oppretta åpnet opna startta drev dreiv bar samsamarbeidde deltok "
    "oppnevnte oppnemnde leverte evaluerte vurderte foretok ned trakk førte budde bodde møttes møttest "
    "drøftet drøfta ba bad"
)
_FINITE = words(
    "er var har hadde får fikk fekk gir gjev gav ga gjelder gjeld gjaldt varer varar varte vara løper løp utløper "
    "utløpar opphører opphøyrer opphørte trer trår tar tek tok skjer skjedde finnes finst fins fantes fanst inngår går "
    "gikk gjekk står sto stod ligger ligg lå låg bidrar bidreg bidro dekker dekkjer dekkar yter ytar stiller stillar "
    "betaler betalar finansierer legger legg la sørger sørgjer sørgjar syter sytar ønsker ønskjer ønska ønsket ønskte "
    "møtes møtest møttes sier seier sa bygger byggjer bygde viser viste syner synte startet starta starter startar "
    "begynner begynte byrjar byrja følger følgjer fylgjer fulgte følgde setter set satte sette mener meiner "
    "mente meinte "
    "forutsetter føreset innebærer inneber omfatter omfattar krever krev krevde skriver skriv skrev skreiv undertegner "
    "underteiknar kommer kjem kom utgjør utgjer utgjorde tilsvarer svarer svarar mottar mottek mottok søker søkjer "
    "overtar overtek overtok skyldes skuldast blir vert bli ble blei vart hører høyrer lar let lot lét tilbyr tilbyd "
    "holder held holdt heldt bærer ber bar deler avgjør avgjer avgjorde tjener tener tjente tente heter heiter het "
    "heitte vet veit visste gjør gjer gjorde ser så treffer treff traff bestemmer bestemte fastsetter fastset "
    "fastsatte "
    "beslutter vedtok vedtar vedtek oppretter opprettar opprettet oppretta etablerer ansetter tilset tilsette ansatte "
    "sender sendte peker peikar pekte trekker trekkjer trakk drar oppnevner oppnemner oppnemnde oppnevnte inngås "
    "inngikk inngjekk samarbeider samarbeidar samarbeidde forvalter forvaltar forvaltet ivaretar ivaretek "
    "sikrer sikrar "
    "styrker styrkjer styrka arbeider arbeidar arbeidde leder leiar leia driver driv drev dreiv "
    "overfører overførte orienterer informerer rapporterer drøfter drøftar drøftet drøfta behandler handsamar "
    "tilrår rår anbefaler anbefalte tilrådde oppfordrer oppmodar oppmoda håper håpar vonar avtaler avtalar avtalte "
    "kompenserer evaluerer evaluerte vurderer vurderte gjennomfører gjennomførte utarbeider ututarbeidde "
    "koordinerer disponerer bevilger løyver tildeler utbetaler refunderer dekket dekte tildelte fordeler fordelte "
    "erstatter erstattar bortfaller fell faller falt fall opphevet oppheva forfaller viker åpner opnar åpnet opna "
    "virker verkar virket ruller rullar fornyer fornyar forlenger forlengar forlengjer forlenget forlenga avslutter "
    "avsluttar avsluttet avslutta strekker strekkjer strekte binder bind bandt knytter knyter inneholder inneheld "
    "inneholdt slutter sluttar sluttet slutta signerer signerte underskriver legges leggjast plikter pliktar "
    "skulle gis sies tas fås nås bes gås slås ses skrives "
    "slepp slipper rettar retter kviler hviler påligger bringer bringar bringes kallar kaller melder "
    "meldar avhenger avheng "
    "fører førte hefter heftar lyser skjerpes skjerpast siktar sikter påløper påløp oppfyller "
    "bøter rettleiar veileder "
    "beholder beheld slepper lønner lønar kjøper sel selger nyttar nytter bruker brukar utgir utgjev "
    "regulerer lever levde hentes hentar henter byter bytter byt dukker rådde skyt skyter stør "
    "støtter støttar inviterer "
    "inviterte reknes regnes reknast belastes belastast dekka trengs trengst trenger treng "
    "samler samlar tilrettelegger tillegges tilleggast"
)
_NOT_FINITE = words("plikter pliktar ansatte ber leder ser så etter fall bar satte")
_PRESENT = Forms(r"(?!konferer|kammer|ledsager)[a-zæøå]{2,}er(?:er|ar)")
_COMPOUND = Forms(
    r"(?:gjennom|for|fore|be|opp|inn|av|ut|om|til|på|fram|frem|under|over|ved|mot|del|iva|ivare|unn|fast|ned|bi|med)"
    r"(?:går|står|slår|når|tar|tek|gir|gjev|setter|stiller|stillar|skriver|skriv|holder|held|fører|kommer|kjem|bygger|"
    r"byggjer|løper|viser|sender|kaller|retter|drar|dreg)"
)
_PASSIVE = Forms(r"[a-zæøå]{3,}(?:(?<!en)(?<!an)(?<!ar)(?<!er)(?<!et)es|[^s]ast|(?:er|et)es)")
_NOUNISH = pattern(r".*(?:enes|anes|asjones|sjones|hetes|semestres)$")


@lru_cache(maxsize=4096)
def is_finite(word: str) -> bool:
    """Whether a word in lower case can be the finite verb of a clause."""
    if word in MODALS or (word in _FINITE and word not in _NOT_FINITE):
        return True
    if word in PREPOSITIONS or word in ADVERBS or word in AND or word in DETERMINERS:
        return False
    if word in ("unges", "eldres", "ansattes", "begges", "best", "mest", "flest", "nærmest", "først", "last", "fast"):
        return False
    return _PRESENT.fits(word) or _COMPOUND.fits(word) or (_PASSIVE.fits(word) and _NOUNISH.match(word) is None)
