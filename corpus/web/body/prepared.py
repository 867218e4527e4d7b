"""The body of a page's article, made ready to be extracted: without other articles, with times and names of columns."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

from lxml.etree import XPath
from lxml.html import Element, HtmlElement

from corpus.text import squash
from corpus.web.elements import select, text_of_element
from corpus.web.page import is_embedded

_OTHER_HEADLINES = XPath(
    ".//*[@itemprop='headline'] | .//h2[contains(@class, 'headline') or contains(@class, 'title')]"
)
_TIMES = XPath("//time | //*[self::span or self::div or self::p or self::a][contains(@class, 'time')]")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}\s?(?:[:.h]\s?\d\d(?!\d)|[ap]\.?m\b|uhr\b)", re.IGNORECASE)
_LIVE = re.compile(r"live|ticker|blog|minut|direct|vivo|seguimiento|följ|онлайн", re.IGNORECASE)
_TIME_LONGEST = 60  # characters
_FEWEST_ENTRIES = 3  # of a live blog
_ARTICLE_TEXT = 200  # characters of an article that is more than a headline
_ENTRY_TEXT = 40  # characters of the shortest entry
_MOST_TIMES = 2_000
_MOST_ROWS = 2_000
_CELLS = ("td", "th")


def prepare_body(tree: HtmlElement, headline: HtmlElement | None) -> None:
    """Changes a page so that its text can be extracted as it is read.

    Articles of their own below the page's are taken out. Each entry of a live blog begins with its time, as a
    paragraph. In a table with a header, each cell names its column: passages are cut between rows.

    Args:
        tree: The page.
        headline: The element that holds the headline; None when there is none.
    """
    if headline is not None:
        for other in list(_other_articles(tree, headline)):
            other.drop_tree()
        for entry, time in _live_entries(tree, headline):
            paragraph = Element("p")
            paragraph.text = time
            paragraph.tail, entry.text = entry.text, None
            entry.insert(0, paragraph)
    for table in tree.iter("table"):
        _name_columns(table)


def _other_articles(tree: HtmlElement, headline: HtmlElement) -> Iterator[HtmlElement]:
    """Finds articles with headlines of their own beside the page's, as pages without end load them."""
    own, title = set(headline.iterancestors()), squash(text_of_element(headline))
    around = next((above for above in headline.iterancestors("article")), None)
    holds_text = around is not None and _prose(around) >= _ARTICLE_TEXT
    for article in tree.iter("article"):
        if article not in own and not own & set(article.iterancestors("article")):
            heads = [*article.iter("h1"), *(select(_OTHER_HEADLINES, article) if holds_text else ())]
            yield from [article] if _is_other(heads, title) else []
    for above in headline.iterancestors("div", "section", "main"):
        kind = above.get("class")
        alike = (sibling for sibling in above.itersiblings(above.tag) if kind and sibling.get("class") == kind)
        yield from (sibling for sibling in alike if _is_other(list(sibling.iter("h1")), title))


def _is_other(heads: list[HtmlElement], title: str) -> bool:
    """Says whether headlines are those of another article: many pages print their own twice."""
    return bool(heads) and all(squash(text_of_element(head)) not in (title, "") for head in heads)


def _prose(element: HtmlElement) -> int:
    return sum(len(text_of_element(paragraph)) for paragraph in islice(element.iter("p"), _MOST_ROWS))


def _live_entries(tree: HtmlElement, headline: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Finds the entries of a live blog, each with its time: blocks alike, each with one time of day and a text."""
    times = _times(tree)
    holding = Counter(above for time in times for above in time.iterancestors())
    own = set(headline.iterancestors())
    groups: dict[tuple[HtmlElement, str, str], list[tuple[HtmlElement, HtmlElement]]] = defaultdict(list)
    for time in times:
        entry = next((above for above in reversed(list(time.iterancestors())) if holding[above] == 1), None)
        if entry is not None and entry not in own and (parent := entry.getparent()) is not None:
            groups[parent, str(entry.tag), entry.get("class") or ""].append((entry, time))
    for entries in groups.values():
        if len(entries) >= _FEWEST_ENTRIES and all(_is_entry(entry) for entry, _ in entries):
            yield from ((entry, text_of_element(time)) for entry, time in entries)


def _times(tree: HtmlElement) -> list[HtmlElement]:
    """Returns the elements that print a time of day, if that may be a live blog's: the outermost where they nest."""
    if next(islice(tree.iter("time"), _FEWEST_ENTRIES - 1, None), None) is None and not _LIVE.search(_name_of(tree)):
        return []
    found = {element: None for element in islice(select(_TIMES, tree), _MOST_TIMES)
             if len(text := text_of_element(element)) <= _TIME_LONGEST and _CLOCK.search(text)}  # fmt: skip
    return [time for time in found if not any(above in found for above in islice(time.iterancestors(), 3))]


def _name_of(tree: HtmlElement) -> str:
    address = next((link.get("href") or "" for link in tree.iterfind('.//link[@rel="canonical"]')), "")
    return f"{tree.findtext('.//title') or ''} {address}"


def _is_entry(entry: HtmlElement) -> bool:
    if is_embedded(entry) or any(heading.find(".//a") is not None for heading in entry.iter("h2", "h3", "h4")):
        return False
    return _prose(entry) >= _ENTRY_TEXT


def _name_columns(table: HtmlElement) -> None:
    rows = list(islice(table.iter("tr"), _MOST_ROWS))
    if len(rows) < 2 or table.find(".//table") is not None:
        return
    cells = [[cell for cell in row if cell.tag in _CELLS] for row in rows]
    names = [text_of_element(cell) for cell in cells[0]]
    if len(names) < 2 or any(cell.tag != "th" or cell.get("colspan") or cell.get("rowspan") for cell in cells[0]):
        return
    for row in cells[1:]:
        if len(row) == len(names):
            for name, cell in zip(names, row, strict=True):
                if name and text_of_element(cell):
                    cell.text = f"{name.rstrip(':')}: {(cell.text or '').lstrip()}"
