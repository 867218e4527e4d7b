"""Factiva as XML, the answer of its service or its feed, and the newswire of Dow Jones."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from html.entities import html5

from lxml import etree
from lxml.etree import _Element

from corpus.article import Edition
from corpus.formats.documents import Document, Record, draft_of, gather
from corpus.formats.draft import Draft, Hints, Parsed
from corpus.text import decode
from corpus.text.characters import clean_characters
from corpus.text.decoding import Decoded, split_bom
from corpus.text.xml_parser import xml_parser

_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,40})")
_DOCUMENT = re.compile(r"<(/?)(?:\w{1,20}:)?(article|contentHeadline|DistDoc|doc)(?=[\s/>])[^<>]{0,4000}>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NOTHING = "is XML, but holds none of the documents that Factiva and Dow Jones write"
_ONLY_HEADLINE = "metadata only: the export holds no text of this document"
_CUT_OFF = "has no end: the file is cut off here"
_PUBLISHERS = {"DJN": "Dow Jones Newswires"}
_BYLINE = re.compile(r"By [^\W\d_a-z][^.!?]{2,100}")
_TRAILER = re.compile(
    r"\(END\).{0,80}|\(MORE(?: TO FOLLOW)?\).{0,80}|-0-|Copyright \(c\).{0,120}"
    r"|(?:\w{4,10} )?\w{3,9}\.? \d{1,2}, \d{4} \d{1,2}:\d{2} \w{2,4} \(\d{1,2}:\d{2} GMT\)"
)


def parse_factiva_xml(data: bytes, hints: Hints) -> Parsed:
    """Parses a file of XML.

    Raises:
        UnreadableFile: None of its documents can be read.
    """
    decoded = _decode(data, hints.encoding)
    numbered = enumerate(_documents(clean_characters(decoded.text)), start=1)
    documents = (Document(number, _read(name, source, hints, decoded.guessed)) for number, (name, source) in numbered)
    return gather(documents, _NOTHING)


def _decode(data: bytes, encoding: str) -> Decoded:
    declared = _ENCODING.match(data[:200].lstrip())
    if not encoding and declared and not split_bom(data)[1]:
        with suppress(UnicodeDecodeError, LookupError):
            return Decoded(data.decode(declared[1].decode()))
    return decode(data, encoding)


def _documents(text: str) -> Iterator[tuple[str, str]]:
    """Yields the name and source of each document; the source is empty where its end is missing.

    Each is parsed for itself: one that is damaged takes no other with it, files of the newswire have no element around
    their documents, and entities that a file declares are never known.
    """
    name, start = "", 0
    for tag in _DOCUMENT.finditer(text):
        if tag[0].endswith("/>"):
            if not name:
                yield tag[2], tag[0]
            continue
        if tag[1]:
            if tag[2] == name:
                yield name, text[start : tag.end()]
                name = ""
            continue
        if name:
            yield name, ""
        name, start = tag[2], tag.start()
    if name:
        yield name, ""


def _read(name: str, source: str, hints: Hints, guessed: str) -> Draft | str:
    if not source:
        return _CUT_OFF
    parser = xml_parser(recover=True)
    tree = etree.fromstring(_NAMED.sub(_as_character, source).encode(), parser)
    faults = [fault for fault in parser.error_log if fault.domain_name != "NAMESPACE"]
    if tree is None or faults:
        return f"is no XML that can be read: {faults[0].message}" if faults else _ONLY_HEADLINE
    for element in tree.iter(etree.Element):
        element.tag = re.split("[}:]", element.tag)[-1]
    origin, read = _READERS[name]
    record = read(tree)
    return record if isinstance(record, str) else draft_of(record, origin, hints, guessed)


def _as_character(entity: re.Match[str]) -> str:
    """Writes the characters for which XML, unlike HTML, has no name."""
    return entity[0] if entity[1] in _OF_XML else html5.get(f"{entity[1]};", f"&amp;{entity[1]};")


def _read_service(article: _Element) -> Record | str:
    headline = _paragraphs(article, "headline")
    texts = [text for name in ("leadParagraph", "tailParagraphs", "corrections") for text in _paragraphs(article, name)]
    day = _first(article, "publicationDate/date") or _first(article, "publicationDate/dateTime")
    used = "headline leadParagraph tailParagraphs corrections byline sourceName publicationDate snippet".split()
    outlet = _first(article, ".//sourceName")
    fields = (outlet, _first(article, "byline"), day, _first(article, "accessionNo"))
    return _record(headline, texts, fields, _left(article, used))


def _read_feed(document: _Element) -> Record | str:
    numbers = [document.get("an"), *(element.get("value") for element in document.iter("AccessionNo"))]
    number = next(filter(None, numbers), "")
    withdraws = document.get("action", "").startswith("del")
    edition = Edition(number, withdraws=withdraws) if number else None
    if withdraws:
        return Record({"edition": edition}, "") if edition else "withdraws a document that it does not name"
    for other_spelling in [*document.iter("A")]:
        other_spelling.text = None
    texts = [text for name in ("LeadPara", "TailParas", "Corrections") for text in _paragraphs(document, name)]
    headline = _paragraphs(document, "ArchiveDoc//Headline") or _paragraphs(document, "Headline")
    day = next((date.get("value") or "" for date in document.iter("Date") if date.get("fid") == "pd"), "")
    used = "Headline LeadPara TailParas Corrections Byline SrcName Date Snippet".split()
    fields = (_first(document, ".//SrcName"), _first(document, ".//Byline"), day, number)
    record = _record(headline[:1], texts, fields, _left(document, used))
    return replace(record, fields={**record.fields, "edition": edition}) if isinstance(record, Record) else record


def _read_newswire(document: _Element) -> Record | str:
    wire, said = document.find("djnml"), document.find(".//djn-mdata")
    if wire is None:
        return _NOTHING
    if document.find(".//administration") is not None:
        return "withdraws or changes another document; it is none itself"
    blocks = [_words(block) for block in document.iterfind("djnml/body/text/*")]
    texts = [block for block in blocks if block and not _TRAILER.fullmatch(block)]
    byline = texts.pop(0) if texts and _BYLINE.fullmatch(texts[0]) else ""
    publisher, day, number = wire.get("publisher", ""), wire.get("docdate", ""), ""
    if said is not None:
        day, number = day or said.get("display-date", ""), said.get("accession-number", "")
    headline = [_first(document, "djnml/body/headline")]
    dropped = [*_left(document, ["headline", "text"]), *(block for block in blocks if _TRAILER.fullmatch(block))]
    return _record(headline, texts, (_PUBLISHERS.get(publisher, publisher), byline, day, number), dropped)


def _record(headline: list[str], texts: list[str], fields: tuple[str, ...], dropped: list[str]) -> Record | str:
    if not texts:
        return _ONLY_HEADLINE
    outlet, byline, day, number = fields
    said = {
        "outlet": outlet,
        "authors": byline,
        "published": day,
        "id": number if len(number) > _SHORTEST_NUMBER else "",
    }
    return Record(said | {"title": next(iter(headline), "")}, "\n\n".join((*headline[1:], *texts)), tuple(dropped))


_SHORTEST_NUMBER = 10  # characters of an accession number
_READERS: Mapping[str, tuple[str, Callable[[_Element], Record | str]]] = {
    "article": ("Factiva", _read_service),
    "contentHeadline": ("Factiva", _read_service),
    "DistDoc": ("Factiva", _read_feed),
    "doc": ("Dow Jones", _read_newswire),
}


def _paragraphs(document: _Element, name: str) -> list[str]:
    """Returns the paragraphs of the first element of a name."""
    part = document.find(f".//{name}")
    inside = [] if part is None else part.iter("paragraph", "Para")
    return [words for element in inside if (words := _words(element))]


def _words(element: _Element) -> str:
    """Returns the words of a paragraph; its lines where it is printed as it stands."""
    words = "".join(map(str, element.itertext()))
    if element.tag == "pre" or element.get("display") == "Fixed":
        return "\n".join(line.rstrip() for line in words.split("\n")).strip("\n")
    return " ".join(words.split())


def _first(document: _Element, path: str) -> str:
    return next((words for element in document.iterfind(path) if (words := _words(element))), "")


def _left(document: _Element, used: list[str]) -> list[str]:
    """Returns what a document says beside its text and the fields of an article, by the names of the elements."""
    lines = []
    walk = etree.iterwalk(document, events=("start",))
    for _, element in walk:
        if element.tag in used:
            walk.skip_subtree()
            continue
        words = " ".join((element.text or "").split()) or ("" if len(element) else " ".join(map(str, element.values())))
        if words and isinstance(element.tag, str):
            lines.append(f"{element.tag} {words}")
    return lines
