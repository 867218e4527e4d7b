"""Factiva as web pages: fields in a table with their labels, or in blocks whose order tells them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.factiva.fields import LABELS, LAST_LINE, fields_of_lines, record_of
from corpus.web.blocks import blocks_in, parse_markup
from corpus.web.elements import classes_of

_REACH = 2_000_000  # characters; the styles and programs above the first article have hundreds of thousands
_ABOVE_TITLE = 30_000  # characters in which a page has its title
_FIRST = re.compile(r"<title>\s*Factiva\s*</title>|class\s?=\s?[\"']article [a-z]{2,6}Article[\"']", re.IGNORECASE)
_ARTICLE = re.compile(r"[a-z]{2,6}Article")  # class of an article, with the language it is written in
_COUNT = re.compile(r"^\s*\d{1,5}\)\s+")  # before a headline, in exports of a list
_FEWEST_LABELS = 3
_UNCLOSED = "has no end of its own, so it cannot be told from the document after it"


def _fits(source: str) -> bool:
    # Asked of every page: words are found far faster than patterns.
    marked = "articleParagraph" in source or "Factiva" in source[:_ABOVE_TITLE]
    return marked and _FIRST.search(source) is not None


def _records(source: str) -> Iterator[Record | str]:
    tree = parse_markup(source)
    found = [] if tree is None else [element for element in tree.iter("div") if "article" in classes_of(element)]
    # Around each article of the form without labels stands another element of the class, which names no language.
    articles = [element for element in found if any(map(_ARTICLE.fullmatch, classes_of(element)))] or found
    outer = _containers(articles)
    for article in articles:
        yield _UNCLOSED if article in outer else _document(article)


def _containers(articles: Sequence[HtmlElement]) -> set[HtmlElement]:
    known = set(articles)
    return {parent for article in articles for parent in article.iterancestors("div") if parent in known}


def _document(article: HtmlElement) -> Record | str:
    for counted in article.iter("span"):
        if "counted" in classes_of(counted) and counted.text:
            counted.text = _COUNT.sub("", counted.text)
    rows = [row for row in article.iter("tr") if not _in_cell(row, article)]
    fields, other = defaultdict[str, list[str]](list), list[str]()
    for row in rows:
        label, *values = [[block.text for block in blocks_in(cell)] for cell in row.iterchildren("td", "th")] or [[]]
        lines = [line for value in values for line in value]
        if "".join(label) in LABELS:
            fields["".join(label)] += lines
        else:
            other += [*label, *lines]
    if len(fields) < _FEWEST_LABELS:
        return _unlabelled(article)
    return record_of({label: "\n\n".join(lines) for label, lines in fields.items()}, other)


def _in_cell(row: HtmlElement, article: HtmlElement) -> bool:
    """Says whether a row is one of a table inside a field."""
    for parent in row.iterancestors():
        if parent is article:
            return False
        if parent.tag in ("td", "th"):
            return True
    return False


def _unlabelled(article: HtmlElement) -> Record | str:
    above, headline, author, below = list[str](), "", "", list[str]()
    head: list[HtmlElement] = []
    for element in article.iter("div", "p"):
        if any(name.endswith("articleParagraph") for name in classes_of(element)):
            break
        if element.tag == "p" or element is article or next(element.iterchildren("div", "p"), None) is not None:
            continue
        head.append(element)
        line = " ".join(block.text for block in blocks_in(element))
        if element.get("id") == "hd" or any(_is_headline(child) for child in element.iterchildren("span", "b")):
            headline = line
        elif "author" in classes_of(element):
            author = line
        elif line:
            (below if headline else above).append(line)
    for element in head:
        element.drop_tree()
    body, left_out, end = _body(article)
    fields = {"HD": headline, "BY": author, **fields_of_lines(below), "TD": "\n\n".join(body), "AN": end}
    return record_of(fields, [*above, *left_out])


def _body(article: HtmlElement) -> tuple[list[str], list[str], str]:
    """Returns the text, captions and publisher in unmarked paragraphs below it, and the last line."""
    below, marked = set[str](), False
    for element in article.iter("p"):
        if any(name.endswith("articleParagraph") for name in classes_of(element)):
            below, marked = set(), True
        elif marked:
            below.update(block.text for block in blocks_in(element))
    body = [block.text for block in blocks_in(article)]
    end = body.pop() if body and LAST_LINE.fullmatch(body[-1]) else ""
    rest = len(body)
    while rest and body[rest - 1] in below:
        rest -= 1
    return body[:rest], body[rest:], end


def _is_headline(element: HtmlElement) -> bool:
    return any(name.endswith("Headline") for name in classes_of(element))


FACTIVA_PAGE = Layout("Factiva", _fits, _records, _REACH)
