"""Files of XML as agencies write them: parsed without entities, and searched without regard for namespaces."""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.text import decode
from corpus.text.xml_parser import xml_parser

_DECLARATIONS = 200_000  # bytes; they stand above everything else
_DECLARES = re.compile(rb"<!ENTITY\s", re.IGNORECASE)
# The declarations of another format, named and taken over: they are left out, and nothing of them is loaded.
_IMPORT = rb"\s{0,20}(?:<!ENTITY\s{1,5}%\s{1,5}[\w.-]{1,40}\s[^<>%&]{0,200}>|%[\w.-]{1,40};)"
_IMPORTS = re.compile(rb"(<!DOCTYPE[^<>\[]{0,300})\[(?:" + _IMPORT + rb"){1,10}\s{0,20}\]", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ADVICE = re.compile(r",? (?:try|use) XML_PARSE_HUGE(?: option)?")  # to whoever calls the parser
# HTML's, which the DTD of a format declares and no file does.
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]{2,10}\d{0,2};)")


def parse_xml(data: bytes, encoding: str = "") -> tuple[etree._Element, str]:
    """Parses a file of XML.

    Args:
        data: The file.
        encoding: The encoding that the user fixed; empty means the one that the file declares.

    Returns:
        Its outermost element, and the name of its encoding where that had to be guessed, else an empty text.

    Raises:
        UnreadableFile: It is not well formed, or declares entities.
    """
    data = _IMPORTS.sub(rb"\1", data[:_DECLARATIONS], count=1) + data[_DECLARATIONS:]
    if _DECLARES.search(data[:_DECLARATIONS]):
        raise UnreadableFile("declares entities of its own, which no agency's file needs (it may be a bomb)")
    try:
        return _parsed(_as_utf8(decode(data, encoding).text) if encoding else data), ""
    except etree.XMLSyntaxError as error:
        first = error
    try:  # files often are in another encoding than they declare
        found = decode(data, encoding)
        return _parsed(_as_utf8(found.text)), found.guessed
    except (UnreadableFile, etree.XMLSyntaxError):
        raise UnreadableFile(f"is not well-formed XML: {_shown(first)}") from first


def name_of(element: etree._Element) -> str:
    """Returns the name of an element without its namespace, in small letters; empty for comments and the like."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Gives the children of an element that have one of some names, in small letters."""
    return (child for child in element if name_of(child) in names)


def at(element: etree._Element | None, path: str) -> Iterator[etree._Element]:
    """Gives the elements at a path below an element, such as ``"head/docdata"``; each name in small letters."""
    found = [] if element is None else [element]
    for name in path.split("/"):
        found = [child for parent in found for child in children(parent, name)]
    return iter(found)


def below(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Gives the elements anywhere below one that have one of some names, in small letters."""
    return iter(()) if element is None else (inner for inner in element.iterdescendants() if name_of(inner) in names)


def words_of(element: etree._Element | None) -> str:
    """Returns all text in an element on one line."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def first_words(elements: Iterable[etree._Element]) -> str:
    """Returns the text of the first element that has any."""
    return next(filter(None, map(words_of, elements)), "")


def first_value(elements: Iterable[etree._Element], attribute: str) -> str:
    """Returns an attribute of the first element that has it."""
    values = (" ".join((element.get(attribute) or "").split()) for element in elements)
    return next(filter(None, values), "")


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(_NAMED.sub(_numbered, data), xml_parser(remove_pis=True))


def _numbered(match: re.Match[bytes]) -> bytes:
    characters = html5.get(match[1].decode("ascii"), "")
    return "".join(f"&#{ord(character)};" for character in characters).encode() or match[0]


def _as_utf8(text: str) -> bytes:
    return _DECLARATION.sub("", text).encode("utf-8", "replace")


def _shown(error: etree.XMLSyntaxError) -> str:
    return " ".join(_ADVICE.sub("", str(error.msg)).split())[:200]
