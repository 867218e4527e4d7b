"""What an e-book says of itself: the order of its documents, their names in its contents, whose it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree

from corpus.errors import UnreadableFile
from corpus.formats.office.parts import Parts
from corpus.text import clean_line

_MOST_DOCUMENTS = 2_000
_OPF, _DC = "{http://www.idpf.org/2007/opf}", "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_XHTML = "{http://www.w3.org/1999/xhtml}"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_ASIDE = frozenset({"cover", "toc", "title-page", "copyright-page", "index", "loi", "lot"})
_PERIODICAL = re.compile(r"periodical:[^:]{0,40}:(.{1,200})")  # as calibre notes it: of which kind, of which name
# Programs that make e-books of what somebody collected; they name themselves, and the day on which they did so.
_COLLECTORS = frozenset(
    "calibre dotepub epubpress instapaper kindleear omnivore pandoc pocket readwise wallabag".split()
)
_TEXT_LOCKED = re.compile(rb"URI=[\"'][^\"']{1,500}\.x?html?[\"']")


@dataclass(frozen=True, slots=True)
class Book:
    """What an e-book says of itself.

    Attributes:
        pages: Names of its texts in the order of reading, without the cover and lists of contents.
        labels: Name of a text -> what the contents call it, where they have one entry for it.
        outlet: Name of the periodical, else of the publisher.
        published: Day of publication as written.
        title: Title of the whole.
        authors: Authors of the whole.
    """

    pages: Sequence[str]
    labels: Mapping[str, str]
    outlet: str = ""
    published: str = ""
    title: str = ""
    authors: Sequence[str] = ()


def read_book(parts: Parts) -> Book:
    """Reads the package of an e-book.

    Raises:
        UnreadableFile: There is none, or its texts are encrypted. Fonts may be, against their being taken out.
    """
    container = parts.parse("META-INF/container.xml")
    root = container.find(f".//{_CONTAINER}rootfile") if container is not None else None
    path = root.get("full-path", "") if root is not None else ""
    package = parts.parse(path)
    if package is None:
        raise UnreadableFile("is damaged or no e-book")
    if _TEXT_LOCKED.search(parts.read("META-INF/encryption.xml")):
        raise UnreadableFile("is protected against copying (DRM), so its text cannot be read")
    items = {item.get("id", ""): item for item in package.iterfind(f"{_OPF}manifest/{_OPF}item")}
    spine = [items.get(entry.get("idref", "")) for entry in package.iterfind(f"{_OPF}spine/{_OPF}itemref")]
    pages = [_place(path, item.get("href")) for item in spine if item is not None and item.get("media-type") in _PAGES]
    contents = [_place(path, item.get("href")) for item in items.values() if _is_contents(item)]
    guide = package.iterfind(f"{_OPF}guide/{_OPF}reference")
    aside = {*contents, *(_place(path, entry.get("href")) for entry in guide if entry.get("type", "") in _ASIDE)}
    texts = [page for page in dict.fromkeys(pages) if page not in aside][:_MOST_DOCUMENTS]
    return _book_of(package, texts, _labels(parts, contents))


def _is_contents(item: etree._Element) -> bool:
    return "nav" in item.get("properties", "").split() or item.get("media-type") == "application/x-dtbncx+xml"


def _place(path: str, href: str | None) -> str:
    return normpath(join(dirname(path), unquote((href or "").partition("#")[0])))


def _labels(parts: Parts, contents: Sequence[str]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name in contents:
        root = parts.parse(name)
        for href, label in _entries(root) if root is not None else ():
            found.setdefault(_place(name, href), set()).add(clean_line(label))
    return {page: next(iter(labels)) for page, labels in found.items() if len(labels) == 1}


def _entries(root: etree._Element) -> Iterator[tuple[str, str]]:
    for point in root.iter(f"{_NCX}navPoint"):
        content = point.find(f"{_NCX}content")
        if content is not None:
            yield content.get("src", ""), point.findtext(f"{_NCX}navLabel/{_NCX}text") or ""
    for link in root.iterfind(f".//{_XHTML}nav//{_XHTML}a"):
        yield link.get("href", ""), "".join(map(str, link.itertext()))


def _book_of(package: etree._Element, pages: Sequence[str], labels: Mapping[str, str]) -> Book:
    said: dict[str, list[str]] = {"publisher": [], "creator": [], "date": [], "title": []}
    for element in package.iterfind(f"{_OPF}metadata//*"):
        name = str(element.tag).removeprefix(_DC)
        dated = element.get(f"{_OPF}event", "publication") == "publication"  # others are of the file
        if name in said and dated and element.text:
            said[name].append(clean_line(element.text))
    metas = (element.get("content", "") for element in package.iter(f"{_OPF}meta", "meta"))
    periodical = next((match[1] for content in metas if (match := _PERIODICAL.fullmatch(content))), "")
    publishers, authors = (_without_collectors(said[name]) for name in ("publisher", "creator"))
    collected = not periodical and (publishers, authors) != (said["publisher"], said["creator"])
    return Book(
        pages=pages,
        labels=labels,
        outlet=periodical or "".join(publishers[:1]),
        published="" if collected else "".join(said["date"][:1]),
        title="".join(said["title"][:1]),
        authors=authors,
    )


def _without_collectors(names: Sequence[str]) -> list[str]:
    return [name for name in names if name.casefold().partition(" ")[0].partition(".")[0] not in _COLLECTORS]
