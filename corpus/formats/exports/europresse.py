"""Europresse (Eureka.cc) as web pages: articles marked by classes, or, in the layout of 2012, in tables."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.surnames import surnames_last
from corpus.metadata.authors import names_persons
from corpus.metadata.printed.days import read_printed_day
from corpus.web.blocks import blocks_in, parse_markup
from corpus.web.elements import classes_of, text_of_element

_REACH = 2_000_000  # characters; styles and programs may stand above the first document
_NAME = "DocPublicationName"
_MARKED = re.compile(rf"class\s?=\s?[\"'][^\"'<>]{{0,200}}{_NAME}\b")
_NUMBER = re.compile(r"news\s?·\s?(\d{8})\s?·\s?[\w-]{1,20}\s?·\s?[\w-]{1,60}")
_TEXTS = ("docOcurrContainer", "DocText", "doc-content")  # classes of the text, the closest around it first
_BREAKS = frozenset({"br", "div", "p", "table"})
_EDITION = re.compile(r"\n|\s{2,}")  # what follows the name after several blanks is its edition, or no words
_ISSUE = re.compile(  # and whether it is the site: a name goes on after other commas
    r",\s*(?:n(?:os?|[°ºr])?\.?\s?\d|no\.\s|n[°º]\s|num[ée]ro\s|issue\s|vol(?:ume|\.)?\s|\#|\d|[ée]d\.|[ée]ditions?\b).*|\s;\s.*"
    r"|\s[-–]\s(?:[ée]d\.|[ée]ditions?\b).*|\s\((?:site web|web ?site|web|r[ée]f\. site web)\b[^)]*\).*",
    re.IGNORECASE | re.DOTALL,
)
_COPYRIGHT = re.compile(r"(?:copyright\s)?(?:©|\(c\))", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:cet article est paru dans|this article (?:was|is) published in|\(lien : https?:)", re.IGNORECASE
)
_LINE = 300  # characters of a name or a day with what stands beside it
_AUTHOR = 150  # characters; a longer line below a headline is a standfirst
_NO_NAME = "names no publication: it is a post, a report or a link beside the articles of the export"
_UNCLOSED = "has no end of its own, so it cannot be told from the document after it"
_NO_TEXT = "metadata only: the export holds no text of this document"


def _fits(source: str) -> bool:
    return _NAME in source and _MARKED.search(source) is not None  # words are found far faster than patterns


def _records(source: str) -> Iterator[Record | str]:
    tree = parse_markup(source)
    if tree is None:
        return
    articles = [*tree.iter("article")]
    if not any(next(_of_class(article, _NAME), None) is not None for article in articles):
        articles = [next(name.iterancestors("td", "body"), tree) for name in _of_class(tree, _NAME)]
    outer = {parent for article in articles for parent in article.iterancestors("article")}
    for article, count in Counter(articles).items():
        yield _UNCLOSED if article in outer or count > 1 else _document(article)


def _document(article: HtmlElement) -> Record | str:
    name = next(_of_class(article, _NAME), None)
    if name is None:
        return _NO_NAME
    number = _NUMBER.search(text_of_element(article))
    header = " ".join("".join("".join(part.itertext()) for part in _of_class(article, "DocHeader")).split())[:_LINE]
    day = read_printed_day(header) or (read_printed_day(number[1]) if number else None)
    fields = {"outlet": _outlet(name), "published": day or header, "id": "".join(number[0].split()) if number else ""}
    of_2012 = next(_of_class(article, "TitreArticleVisu"), None)
    return _in_classes(article, fields) if of_2012 is None else _in_table(article, of_2012, fields)


def _in_classes(article: HtmlElement, fields: Mapping[str, object]) -> Record | str:
    title = next(_of_class(article, "titreArticleVisu", "rdp__articletitle"), None)
    box = next(_of_class(article, "titreArticle"), None)
    headline = _line(title if title is not None else box)
    below = _lines(box) if title is not None and box is not None else []
    deck = below[below.index(headline) + 1 :] if headline in below else []
    after = () if box is None else box.itersiblings("p")
    deck += [line for element in after if "rdp__subtitle" in classes_of(element) for line in _lines(element)]
    author = _author(article, box if box is not None else title)
    boxes = ([*_of_class(article, name)] for name in _TEXTS)
    parts = next((box for box in boxes if any(map(_lines, box))), [*article.iter("section")])
    printed_too = {line for others in _of_class(article, "apd-wrapper") for line in _lines(others)}
    text = [line for part in parts for line in _lines(part) if not (_ELSEWHERE.match(line) or line in printed_too)]
    url = next((link.get("href") for link in article.iter("a") if _ELSEWHERE.match(text_of_element(link))), None)
    if not text:
        return _NO_TEXT
    known = {headline, author, *deck, *text}
    dropped = tuple(line for line in _lines(article) if line not in known)
    return Record(
        {**fields, "title": headline, "authors": surnames_last(author), "url": url},
        "\n\n".join((*deck, *text)),
        dropped,
    )


def _author(article: HtmlElement, title: HtmlElement | None) -> str:
    """Returns the line of the authors: in its class, or below the headline."""
    signed = next(_of_class(article, "docAuthors"), None)
    if signed is not None or title is None:
        return _line(signed)
    below = [element for element in title.itersiblings("p", "div") if _line(element)]
    news = [element for element in below if "sm-margin-bottomNews" in classes_of(element)]
    plain = [element for element in below[:1] if element.tag == "div" and not classes_of(element)]
    line = _line(next(iter([*news[-1:], *plain]), None))
    return line if len(line) <= _AUTHOR else ""


def _in_table(article: HtmlElement, title: HtmlElement, fields: Mapping[str, object]) -> Record | str:
    lines, headline = _lines(article), _line(title)
    start = lines.index(headline) + 1 if headline in lines else len(lines)
    end = next((row for row in range(start, len(lines)) if _NUMBER.search(lines[row])), len(lines))
    end -= end > start and _COPYRIGHT.match(lines[end - 1]) is not None
    author = lines[start] if end - start > 1 and names_persons(lines[start]) else ""
    text = lines[start + bool(author) : end]
    if not text:
        return _NO_TEXT
    dropped = (*lines[: start - 1], *lines[end:])
    return Record({**fields, "title": headline, "authors": surnames_last(author)}, "\n\n".join(text), dropped)


def _outlet(name: HtmlElement) -> str:
    words = [name.text or ""]
    for child in name:
        if child.tag in _BREAKS:
            break
        words += [child.text_content() if isinstance(child.tag, str) else "", child.tail or ""]
    return _ISSUE.sub("", _EDITION.split("".join(words).strip()[:_LINE])[0]).strip(" ,;")


def _of_class(element: HtmlElement, *names: str) -> Iterator[HtmlElement]:
    return (
        found for found in element.iter() if isinstance(found.tag, str) and not set(names).isdisjoint(classes_of(found))
    )


def _lines(element: HtmlElement | None) -> list[str]:
    return [] if element is None else [block.text for block in blocks_in(element)]


def _line(element: HtmlElement | None) -> str:
    return " ".join(_lines(element))


EUROPRESSE = Layout("Europresse", _fits, _records, _REACH)
