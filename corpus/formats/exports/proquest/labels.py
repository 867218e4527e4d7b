"""The words by which ProQuest labels the fields of a document, in the languages of its interface."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.text.folding import fold

_NAMES: Mapping[str, str] = {
    "text": (
        "full text|fulltext|volltext|texte intégral|texte complet|texto completo|texto íntegro|testo completo|"
        "testo integrale|pełny tekst|tam metin|plný text|teljes szöveg|fulltekst|fuld tekst|fulltext på|"
        "volledige tekst|koko teksti|полный текст|повний текст|全文文献|全文文獻|全文|전문|النص الكامل|teks lengkap"
    ),
    "outlet": (
        "publication title|titel der publikation|titel der veröffentlichung|publikationstitel|titre de la publication|"
        "titre de publication|título de la publicación|título de publicación|título da publicação|"
        "título de publicação|titolo della pubblicazione|titolo pubblicazione|tytuł publikacji|yayın adı|yayın başlığı|"
        "název publikace|názov publikácie|kiadvány címe|publikationens titel|publikasjonstittel|publicatietitel|"
        "titel van publicatie|titel van de publicatie|название публикации|название издания|"
        "出版物标题|出版物名称|出版物名稱|出版物名|刊行物名|간행물 제목|발행물 제목|عنوان المطبوعة|judul publikasi"
    ),
    "title": (
        "title|titel|titre|título|titolo|tytuł|başlık|název|názov|cím|tittel|название|заглавие|назва|标题|題名|標題|"
        "タイトル|제목|العنوان|judul"
    ),
    "published": (
        "publication date|erscheinungsdatum|publikationsdatum|datum der publikation|datum der veröffentlichung|"
        "veröffentlichungsdatum|date de publication|date de la publication|fecha de publicación|"
        "fecha de la publicación|data de publicação|data da publicação|data di pubblicazione|data pubblicazione|"
        "data publikacji|data wydania|yayın tarihi|datum vydání|datum publikace|dátum publikácie|"
        "kiadás dátuma|kiadvány dátuma|publikationsdato|publiceringsdatum|publikasjonsdato|utgivelsesdato|"
        "publicatiedatum|datum van publicatie|дата публикации|дата издания|出版日期|発行日|出版日|발행일|간행일|"
        "تاريخ النشر|tanggal publikasi"
    ),
    "authors": (
        "author|authors|autor|autoren|auteur|auteurs|autores|autore|autori|autorzy|yazar|yazarlar|szerző|författare|"
        "forfatter|forfattare|автор|авторы|作者|著者|저자|المؤلف|pengarang|penulis"
    ),
    "address": "url|adresse url|dirección url",
    "link": (
        "document url|dokument-url|dokumenten-url|url des dokuments|url du document|url de document|"
        "url del documento|url do documento|url documento|adres url dokumentu|belge url'si|belge url|url dokumentu|"
        "dokumentum url-címe|dokumentets url|dokumentets url-adress|document-url|url van document|url документа|"
        "文档 url|文件 url|ドキュメント url|문서 url|url dokumen"
    ),
    "number": (
        "proquest document id|proquest-dokument-id|proquest-dokumenten-id|id du document proquest|"
        "identifiant de document proquest|id de document proquest|id del documento de proquest|"
        "id de documento de proquest|id do documento proquest|id do documento do proquest|id documento proquest|"
        "id del documento proquest|identyfikator dokumentu proquest|proquest belge kimliği|id dokumentu proquest|"
        "proquest-dokumentumazonosító|proquest-dokument-id|proquest-document-id|идентификатор документа proquest|"
        "код документа proquest|proquest 文档 id|proquest 文件 id|proquest ドキュメント id|proquest 문서 id"
    ),
    "info": (
        "publication info|publication information|publikationsinfo|publikationsinformationen|"
        "veröffentlichungsinformationen|veröffentlichungsinfo|informations de publication|infos de publication|"
        "informations sur la publication|información de publicación|información de la publicación|"
        "informações da publicação|informações de publicação|informazioni sulla pubblicazione|"
        "informazioni pubblicazione|informacje o publikacji|yayın bilgisi|yayın bilgileri|informace o publikaci|"
        "kiadványinformáció|publikationsinformation|publikasjonsinformasjon|publicatie-informatie|"
        "информация о публикации|出版信息|出版資訊|出版情報|발행 정보"
    ),
    "abstract": (
        "abstract|summary|zusammenfassung|auszug|kurzfassung|résumé|resumen|resumo|estratto|riassunto|abstrakt|"
        "streszczenie|özet|absztrakt|kivonat|sammanfattning|samenvatting|sammendrag|реферат|аннотация|резюме|摘要|"
        "要旨|抄録|초록|abstrak"
    ),
    "": (
        "links|link|verknüpfungen|liens|enlaces|vínculos|collegamenti|subject|subjects|narrow subject|broad subject|"
        "business indexing term|identifier / keyword|identifier|location|people|company / organization|company|"
        "classification|pages|page|first page|volume|issue|publication year|year|section|publisher|"
        "place of publication|country of publication|publication subject|issn|eissn|isbn|source type|"
        "language of publication|language|document type|"
        "document feature|source attribution|dateline|number of pages|column|edition|supplement|"
        "copyright|last updated|database|databases|credit|note|notes|correspondence author|alternate title|"
        "thema|themen|schlagwort|schlagwörter|ort|standort|personen|unternehmen / organisation|unternehmen|"
        "klassifikation|klassifizierung|seiten|seite|band|ausgabe|erscheinungsjahr|publikationsjahr|rubrik|abschnitt|verlag|"
        "herausgeber|erscheinungsort|publikationsort|ort der publikation|erscheinungsland|land der publikation|"
        "publikationsland|publikationsthema|thema der publikation|quellentyp|quellenart|sprache der publikation|"
        "publikationssprache|dokumenttyp|dokumententyp|zuletzt aktualisiert|letzte aktualisierung|"
        "aktualisierungsdatum|datenbank|datenbanken|urheberrecht|"
        "sujet|sujets|lieu|personnes|société / organisation|entreprise / organisation|numéro|année de publication|"
        "rubrique|éditeur|lieu de publication|pays de publication|sujet de publication|sujet de la publication|"
        "type de source|langue de publication|langue de la publication|type de document|dernière mise à jour|"
        "base de données|bases de données|droits d'auteur|"
        "materia|materias|tema|lugar|ubicación|personas|empresa / organización|compañía / organización|páginas|"
        "volumen|número|año de publicación|sección|editorial|lugar de publicación|país de publicación|"
        "materia de publicación|tipo de fuente|idioma de la publicación|idioma de publicación|tipo de documento|"
        "última actualización|base de datos|bases de datos|derechos de autor|"
        "assunto|local|pessoas|empresa / organização|ano de publicação|seção|editora|local de publicação|"
        "país de publicação|assunto da publicação|tipo de fonte|idioma da publicação|idioma de publicação|"
        "última atualização|banco de dados|base de dados|direitos autorais|"
        "soggetto|argomento|luogo|persone|società / organizzazione|pagine|anno di pubblicazione|sezione|editore|"
        "luogo di pubblicazione|paese di pubblicazione|argomento pubblicazione|tipo di fonte|"
        "lingua di pubblicazione|tipo di documento|ultimo aggiornamento|"
        "temat|miejsce|strony|rok publikacji|wydawca|miejsce publikacji|kraj publikacji|typ źródła|język publikacji|"
        "typ dokumentu|ostatnia aktualizacja|baza danych|prawa autorskie|"
        "konu|konum|sayfalar|yayın yılı|yayıncı|yayın yeri|yayın ülkesi|kaynak türü|yayın dili|belge türü|"
        "son güncelleme|veritabanı|telif hakkı|"
        "тема|предмет|страницы|год публикации|издатель|место публикации|страна публикации|тип источника|"
        "язык публикации|тип документа|последнее обновление|база данных|авторское право|"
        "主题|页|页码|出版年份|出版商|出版地|来源类型|出版物语言|文档类型|上次更新|最近更新|数据库|版权|"
        "主題|件名|ページ|発行年|出版社|出版地|資料タイプ|言語|最終更新日|データベース|著作権|"
        "주제|페이지|발행 연도|출판사|출처 유형|언어|문서 유형|최종 업데이트|데이터베이스|저작권"
    ),
}  # fmt: skip
_FIELDS = {fold(name): field for field, names in _NAMES.items() for name in names.split("|")}
_HEADINGS = frozenset(fold(name) for field in ("text", "abstract") for name in _NAMES[field].split("|")) | frozenset(
    {"links", "liens", "enlaces", "collegamenti"}
)
_DETAILS = frozenset(
    map(fold, "details|detalles|détails|detalhes|dettagli|szczegóły|ayrıntılar|подробности".split("|"))
)
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)$")  # "ABSTRACT (ENGLISH)"
_LONGEST = 50  # characters of a label
_LINK = re.compile(
    r"link|verknüpfung|lien|enlace|vínculo|collegamento|łącz|bağlantı|odkaz|hivatkozás|länk|lenke|koppeling|ссылк|"
    r"链接|連結|リンク|링크",
    re.IGNORECASE,
)  # fmt: skip
_LINK_LONGEST = 60
_LABEL_LIKE = re.compile(r"[^\W\d_][^:：]{0,40}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that begins with a label.

    Attributes:
        field: ``"text"``, ``"outlet"``, ``"title"``, ``"published"``, ``"authors"``, ``"address"`` (of the original),
            ``"link"`` (to the database), ``"number"``, ``"info"``, ``"abstract"`` or empty for any other field.
        label: The label, folded.
        value: The rest of the line.
    """

    field: str
    label: str
    value: str


def read_label(line: str) -> Labelled | None:
    """Returns the field that a line gives; None for a line that begins with no label of ProQuest's.

    A label ends in a colon, or stands alone in capital letters.
    """
    name, colon, value = line.replace("：", ":", 1).partition(":")
    if len(name) > _LONGEST:
        return None
    label = fold(_ASIDE.sub("", " ".join(name.replace("|", " ").split())))
    if label not in _FIELDS or not (colon or (line == line.upper() and label in _HEADINGS)):
        return None
    return Labelled(_FIELDS[label], label, value.strip(" \t\xa0|"))


def looks_labelled(line: str) -> bool:
    """Says whether a line begins with what may be a label that is not known here."""
    name, colon, _ = line.partition(":")
    return bool(colon and _LABEL_LIKE.fullmatch(name) and name[0].isupper() and len(name.split()) <= 4)


def is_details(line: str) -> bool:
    """Says whether a line is the heading of the fields below a text."""
    return line.isupper() and fold(line.strip()) in _DETAILS


def is_link(line: str) -> bool:
    """Says whether a line is the link to the database that stands below a headline."""
    short = len(line) <= _LINK_LONGEST and "proquest" in line.lower()
    return short and ":" not in line and not line.rstrip().endswith(".") and bool(_LINK.search(line))
