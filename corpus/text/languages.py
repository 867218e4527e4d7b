"""What tells the languages of news apart in a short text: their letters beyond ASCII, and their commonest words."""

from dataclasses import dataclass

_WESTERN = ("cp1252",)
_CENTRAL = ("cp1250", "iso8859-2")
_TURKISH = ("cp1254",)
_BALTIC = ("cp1257", "iso8859-13")
_CYRILLIC = ("cp1251", "koi8-r", "iso8859-5", "cp866")
_UKRAINIAN = ("cp1251", "koi8-u", "iso8859-5")
_GREEK = ("cp1253", "iso8859-7")


@dataclass(frozen=True, slots=True)
class Language:
    """A language as an encoding of one byte a letter writes it.

    Attributes:
        encodings: In which it is written, the likeliest first.
        letters: Its small letters that are no ASCII.
        words: Its commonest words.
    """

    encodings: tuple[str, ...]
    letters: frozenset[str]
    words: frozenset[str]


def _language(encodings: tuple[str, ...], letters: str, words: str) -> Language:
    return Language(encodings, frozenset(letters), frozenset(words.split()))


WESTERN = (
    _language(
        _WESTERN,
        "àâäçéèêëïíñóôöüáœ",
        "the of and to in a is that for it was on with as at by be are this from or have has an which you not "
        "but they his he she its were will said who",
    ),
    _language(
        _WESTERN,
        "äöüßé",
        "der die das und in den von zu mit ist im nicht des für auf ein eine dem sich auch es an werden als wird "
        "oder bei aus sie er dass nach hat war wie um über so einer",
    ),
    _language(
        _WESTERN,
        "àâæçéèêëîïôœùûüÿ",
        "le la les de des et en un une du est que dans pour par sur qui pas au il ce ne plus se avec sont cette "
        "aux ou à été être d l",
    ),
    _language(
        _WESTERN,
        "áéíñóúü",
        "de la que el en y a los del se las por un para con no una su al es lo como más o pero sus este está "
        "fue esta ha son",
    ),
    _language(
        _WESTERN,
        "áâãàçéêíóôõúü",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das é à foi pelo pela "
        "são está",
    ),
    _language(
        _WESTERN,
        "àèéìíîòóùú",
        "di e il la che in un a per è una non con del si da le dei nel della al gli sono alla i ha più come dal "
        "delle anche questo l d",
    ),
    _language(
        _WESTERN,
        "éëèïöüáóíê",
        "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door worden of uit "
        "naar heeft wordt deze die",
    ),
    _language(
        _WESTERN,
        "åäöéü",
        "och i att det som en på är av för med till den inte om ett har de kan från eller vid ska var men man sig så",
    ),
    _language(
        _WESTERN,
        "æøåéöäü",
        "og i det at en den til er som på de med af for ikke der et har om eller kan fra av til var men ved skal "
        "å seg ble han",
    ),
    _language(
        _WESTERN,
        "äöåéüšž",
        "ja on ei se että hän oli ovat joka mutta kun niin tai myös kuin sen jos ole tämä mukaan jo vain voi "
        "joita jotka ovat",
    ),
)
LANGUAGES = (
    *WESTERN,
    _language(_WESTERN, "áðéíóúýþæö",
              "og að í á er sem um við það var en til með ekki fyrir hann af eru frá því þess hafa verið"),
    _language(_WESTERN, "àçèéíïòóúü·",
              "de la el i que a en els les per un una amb és no del es al com més o va dels ha són seva"),
    _language(_CENTRAL, "ąćęłńóśźżéöü",
              "w i na z do nie się że o jest to po od za przez dla jak oraz a ale są był która który już tym lub "
              "może tego także roku ze być przy"),
    _language(_CENTRAL, "áčďéěíňóřšťúůýžöü",
              "a v na je se že s z do o i pro k jako za by to po ale od podle jsou byl které který nebo není při jeho "
              "už ve aby jen však"),
    _language(_CENTRAL, "áäčďéíĺľňóôŕšťúýž",
              "a v na je sa že s z do o aj pre k ako za by to po ale od podľa sú bol ktoré ktorý alebo nie pri jeho "
              "už vo aby len však"),
    _language(_CENTRAL, "áéíóöőúüű",
              "a az és hogy nem is egy meg de el volt csak már ez ha vagy még fel van kell lehet mint be szerint azt "
              "ki lesz majd azonban alapján"),
    _language(_CENTRAL, "čćđšž",
              "je i u na da se za od su s a o koji to iz će kao što ne bi do po te ali ili nije bio biti koja samo "
              "v in ki pa ni ko"),
    _language(_CENTRAL, "čšž",
              "je in v na da se za so ki s pa ne bi z ni po tudi o kot ali iz do od bo ko še kar bil več lahko pri"),
    _language(_CENTRAL, "ăâîșşțţ",
              "de și în a la nu cu este pe un să o mai care din ce că sau al pentru au prin fi sunt fost ca dar lui "
              "se ale sa a-l şi"),
    _language(_TURKISH, "çğıöşüâîû",
              "ve bir bu için da de ile olarak ne daha gibi var olan çok sonra o ya en kadar olduğu her ama değil ise "
              "veya göre ancak dedi ki bunu diye şey önce üzere son iki yeni ilk sadece içinde üzerinde tarafından"),
    _language(_BALTIC, "ąčęėįšųūž",
              "ir kad į yra tai su iš bet kaip jis o už ar apie jau ne po buvo nuo prie dėl tik pat per taip savo"),
    _language(_BALTIC, "āčēģīķļņšūž",
              "un ir ka par ar no uz kas tas bet arī kā lai to pie vai nav tika gan pēc savu tikai jau viņš līdz bija"),
    _language(("cp1257", "cp1252"), "äöõüšž",
              "ja on et ei see kui ka oma mis aga oli kes või välja siis veel üle ning seda selle pärast kuid pole"),
    _language(_CYRILLIC, "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
              "и в не на что с по это как а к из но за для от его о до при или также было все у был так же если"),
    _language(_UKRAINIAN, "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
              "і в на не що з та у до за про як від це й а для або по його був але може під якщо також є при"),
    _language(_CYRILLIC, "абвгдежзийклмнопрстуфхцчшщъьюя",
              "на и да се не в за от е че с си ще са по до като това но или му ги при във които след той"),
    _language(("cp1251", "iso8859-5"), "абвгдѓђежзѕиіјкќлљмнњопрстћуфхцчџш",
              "и у на да је се за не од су са а о који то из као што би до по или није на го ја со ќе во"),
    _language(_GREEK, "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
              "και το να του η της με για ο την από που στο είναι τα θα σε τον δεν οι στην τη των ότι ως αυτό ή"),
    _language(("cp1255",), "אבגדהוזחטיךכלםמןנסעףפץצקרשת",
              "של את על לא הוא זה עם כי גם או היא אל יש אם אבל כל רק אין היה אני הם בין יותר"),
    _language(("cp1256", "iso8859-6"), "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکی",
              "في من على أن إلى عن مع هذا كان التي الذي هذه ما لا أو بعد قبل بين قد كل و که در به از این را با"),
)  # fmt: skip

# Encodings of several bytes a letter, each with letters that no text of its language goes without: syllables that
# stand between words, and the commonest characters.
MANY_BYTES = (
    ("cp932", "のにはをたがでてとしれさいるなかもりっこ、。"),
    ("euc_jp", "のにはをたがでてとしれさいるなかもりっこ、。"),
    ("gb18030", "的一是不了在有人这中大来上国个到说们为子和你地出道也时年得就那要下以生会，。"),
    ("big5hkscs", "的一是不了在有人這中大來上國個到說們為子和你地出道也時年得就那要下以生會，。"),
    ("cp949", "이다는에의을를가고한은로기하지사도자대정인시어"),
)
