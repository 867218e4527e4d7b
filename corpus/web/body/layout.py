"""Pages of the days before style sheets, laid out in tables: their cells as blocks, their paragraphs kept apart."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import Element, HtmlElement

from corpus.web.elements import text_of_element

_MOST_CELLS = 5_000
_CELL_TEXT = 400  # characters of a cell that holds an article
_BREAKS = 4  # in such a cell: between two paragraphs stand two
_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center")
_INLINE = frozenset({"font", "b", "strong", "i", "em", "a", "span", "u", "big", "small", "img"})
_SHORTEST = 20  # characters of a paragraph that is looked for in a text
_MOST_PARAGRAPHS = 500


def unfold_layout(tree: HtmlElement) -> None:
    """Makes blocks of the tables that lay a page out: those with a cell that holds paragraphs, and those around it."""
    cells = [cell for cell in islice(tree.iter("td"), _MOST_CELLS) if _holds_paragraphs(cell)]
    tables = dict.fromkeys(table for cell in cells for table in cell.iterancestors("table"))
    for table in tables:
        parts = list(_parts(table))
        if not any(part.tag == "th" for part in parts):
            for part in parts:
                part.tag = "div"
    for cell in cells:
        if cell.tag == "div":
            _wrap_loose_lines(cell)


def split_paragraphs(text: str, tree: HtmlElement) -> str:
    """Cuts a text that is one line at the paragraphs of the page, where an extractor joined them all.

    Args:
        text: What was extracted.
        tree: The page.
    """
    if "\n" in text.strip():
        return text
    line, pieces, place = " ".join(text.split()), list[str](), 0
    for paragraph in islice(tree.iter("p"), _MOST_PARAGRAPHS):
        words = text_of_element(paragraph)
        start = line.find(words, place) if len(words) >= _SHORTEST else -1
        if start >= 0:
            pieces += [line[place:start].strip(), words]
            place = start + len(words)
    return "\n".join(filter(None, (*pieces, line[place:].strip()))) if pieces else text


def _wrap_loose_lines(cell: HtmlElement) -> None:
    """Makes paragraphs of what stands in a cell between breaks and blocks: the headline, say, and the byline."""
    paragraph = None
    if (cell.text or "").strip():
        paragraph = Element("p")
        paragraph.text, cell.text = cell.text, None
        cell.insert(0, paragraph)
    for child in list(cell):
        if child is paragraph:
            continue
        tail, child.tail = child.tail, None
        if child.tag in _INLINE and child.find(".//p") is None:
            if paragraph is None:
                paragraph = Element("p")
                child.addprevious(paragraph)
            paragraph.append(child)
            child.tail = tail
            continue
        if child.tag == "font":
            child.tag = "div"
        paragraph = None
        if (tail or "").strip():
            paragraph = Element("p")
            paragraph.text = tail
            child.addnext(paragraph)


def _parts(table: HtmlElement) -> Iterator[HtmlElement]:
    """Gives a table, its rows and cells, without tables in it."""
    yield table
    waiting = list(table)
    while waiting:
        part = waiting.pop()
        if part.tag in _PARTS and part.tag != "table":
            yield part
            waiting.extend(part)


def _holds_paragraphs(cell: HtmlElement) -> bool:
    paragraphs = len(list(islice(cell.iter("p"), 3)))
    breaks = len(list(islice(cell.iter("br"), _BREAKS)))
    return (paragraphs > 2 or breaks >= _BREAKS) and len(text_of_element(cell)) >= _CELL_TEXT
