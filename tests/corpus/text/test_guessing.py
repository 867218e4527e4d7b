import pytest

from corpus.errors import UnreadableFile
from corpus.text.decoding import decode, decode_declared

TEXTS = {
    "Polish": (
        "Rada miasta zdecydowała we wtorek, że mur portowy zostanie naprawiony, powiedziała przewodnicząca. "
        "Prace rozpoczną się w maju i potrwają do jesieni. Rybacy prosili o to od stycznia, gdy sztorm wyłamał "
        "dwa kawałki muru."
    ),
    "Czech": (
        "Zastupitelé města v úterý rozhodli, že přístavní zeď bude opravena, řekla předsedkyně. Práce začnou v "
        "květnu a potrvají do podzimu. Rybáři o to žádali od ledna, kdy bouře ze zdi vylomila dva kusy."
    ),
    "Hungarian": (
        "A városi tanács kedden úgy döntött, hogy a kikötő falát megjavítják, mondta az elnök. A munka májusban "
        "kezdődik, és őszig tart. A halászok január óta kérték, amikor a vihar két darabot kitört a falból."
    ),
    "Turkish": (
        "Şehir meclisi salı günü liman duvarının onarılmasına karar verdi, dedi başkan. Çalışmalar mayısta "
        "başlayacak ve sonbahara kadar sürecek. Balıkçılar bunu ocak ayından beri istiyordu, çünkü fırtına "
        "duvardan iki parça koparmıştı."
    ),
    "Russian": (
        "Городской совет решил во вторник отремонтировать стену порта, сказала председатель. Работы начнутся в "
        "мае и продлятся до осени. Рыбаки просили об этом с января, когда шторм выбил из стены два куска."
    ),
    "Ukrainian": (
        "Міська рада вирішила у вівторок відремонтувати стіну порту, сказала голова. Роботи почнуться в травні і "
        "триватимуть до осені. Рибалки просили про це з січня, коли шторм вибив зі стіни два шматки."
    ),
    "Greek": (
        "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να επισκευάσει τον τοίχο του λιμανιού, είπε η πρόεδρος. Οι "
        "εργασίες αρχίζουν τον Μάιο και θα διαρκέσουν μέχρι το φθινόπωρο."
    ),
    "Japanese": (
        "市議会は火曜日、港の壁を修理することを決めたと議長が述べた。工事は五月に始まり、秋まで続くという"
        "。漁師たちは一月の嵐の後から修理を求めていた。"
    ),
    "Chinese": (
        "市议会星期二决定修理港口的墙，主席说。工程将在五月开始，到秋天为止，港口在这个时候仍然开放。渔民"
        "从一月开始就要求修理，因为风暴打坏了墙的两个地方。"
    ),
    "Taiwanese": (
        "市議會星期二決定修理港口的牆，主席說。工程將在五月開始，到秋天為止，港口在這個時候仍然開放。漁民"
        "從一月開始就要求修理，因為風暴打壞了牆的兩個地方。"
    ),
    "Korean": (
        "시의회는 화요일에 항구의 벽을 수리하기로 결정했다고 의장이 말했다. 공사는 오월에 시작"
        "되어 가을까지 계속된다. 어부들은 일월의 폭풍 이후로 수리를 요구했다."
    ),
    "German": (
        "Der Rat der Stadt beschloss am Dienstag, die Hafenmauer für 4,2 Millionen zu reparieren, sagte die "
        "Vorsitzende. „Wir müssen über Größe reden“, fügte sie hinzu; die Fischer hätten es seit Januar "
        "gewünscht."
    ),
    "French": (
        "Le conseil de la ville a décidé mardi de réparer le mur du port, a déclaré sa présidente. Les travaux "
        "commencent en mai et dureront jusqu’à l’automne ; les pêcheurs l’avaient demandé."
    ),
    "Spanish": (
        "El consejo de la ciudad decidió el martes reparar el muro del puerto, dijo su presidenta. ¿Cuánto "
        "cuesta? Las obras empiezan en mayo y duran hasta el otoño, según los pescadores de la bahía."
    ),
    "English": (
        "The café of José Müller in Kelpwick closed on Tuesday, said its owner, who had “no other choice” – or £5."
    ),
}
ENCODINGS = {
    "Polish": ("cp1250", "iso8859-2"), "Czech": ("cp1250", "iso8859-2"), "Hungarian": ("cp1250", "iso8859-2"),
    "Turkish": ("cp1254", "iso8859-9"), "Russian": ("cp1251", "koi8-r", "iso8859-5", "cp866"),
    "Ukrainian": ("cp1251", "koi8-u"), "Greek": ("cp1253", "iso8859-7"),
    "Japanese": ("cp932", "euc_jp", "iso2022_jp", "utf-16-le", "utf-16-be"), "Chinese": ("gb2312", "gb18030"),
    "Taiwanese": ("big5",), "Korean": ("euc_kr", "utf-16-le"), "German": ("cp1252", "utf-16-le", "utf-16-be"),
    "French": ("cp1252",), "Spanish": ("cp1252",), "English": ("cp1252", "utf-16-be"),
}  # fmt: skip
WRITTEN = [(language, encoding) for language, encodings in ENCODINGS.items() for encoding in encodings]


@pytest.mark.parametrize(("language", "encoding"), WRITTEN)
def test_a_text_is_read_in_the_encoding_of_its_language(language: str, encoding: str) -> None:
    text = f"{TEXTS[language]}\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("language", ["Polish", "Turkish", "Russian"])
def test_tags_around_the_words_count_nothing(language: str) -> None:
    page = "".join(f'<div class="a the of"><p>{sentence}.</p></div>' for sentence in TEXTS[language].split(". "))
    assert decode(page.encode(ENCODINGS[language][0])).text == page


def test_what_is_no_language_is_refused_with_the_setting_that_mends_it() -> None:
    with pytest.raises(UnreadableFile, match=r'encoding = "\.\.\."'):
        decode("zxqv┼╬ ╘╥┴╠╪╬ ┘═▄╠ ┼═┼╬╘╧ ═╨╥╧ qwkx".encode("cp437"))


def test_utf8_with_a_damaged_letter_stays_utf8_and_is_marked() -> None:
    decoded = decode(TEXTS["Polish"].encode() + b" \xff")
    assert decoded.text.startswith(TEXTS["Polish"])
    assert decoded.guessed == "utf-8"


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("Shift_JIS", "cp932", "港の壁①"),
        ("GB2312", "gbk", "朱镕基"),
        ("EUC-KR", "cp949", "똠방"),
        ("ISO-8859-1", "cp1252", "“wall”"),
        ("iso-8859-9", "cp1254", "“şehir”"),
    ],
)
def test_a_declared_encoding_means_the_larger_one_of_its_kind(declared: str, written: str, text: str) -> None:
    assert decode_declared(text.encode(written), declared) == text


def test_what_is_not_as_declared_is_none() -> None:
    assert decode_declared(b"\xff", "utf-8") is None
    assert decode_declared(b"x", "klingon") is None
    assert decode_declared(b"x", "punycode") is None
    assert decode_declared(b"x", "hex") is None
