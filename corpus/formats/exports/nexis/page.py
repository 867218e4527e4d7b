"""The web page that LexisNexis saves: its paragraphs laid out as in its text, centred where the styles say so."""

import re
from collections.abc import Iterator

from lxml import etree, html

from corpus.formats.documents import Layout, Record
from corpus.formats.exports.nexis.classic import NEXIS_CLASSIC

_MARK = re.compile(r"<!--\s*Hide XML section from browser|<A NAME=\"DOC_ID_\d+_\d+\">", re.IGNORECASE)
_CENTRED = re.compile(r"\.(c\d{1,4})\s*\{[^{}]{0,300}?text-align:\s*center", re.IGNORECASE)
_BLOCKS = frozenset("p div li ul ol h1 h2 h3 body center".split())
_ROWS = frozenset(("table", "tr"))
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset("style script title head".split())
_BULLET = "•"  # stands in a paragraph of its own
_INDENT = " " * 30  # as far as the text of LexisNexis stands in


def _fits(head: str) -> bool:
    return bool(_MARK.search(head))


def _records(source: str) -> Iterator[Record | str]:
    try:
        tree = html.document_fromstring(source.encode(errors="replace"), html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return
    centring = frozenset(_CENTRED.findall(source))
    blocks = (block for block in _blocks(tree, centring) if block.strip() != _BULLET)
    yield from NEXIS_CLASSIC.records("\n\n".join(blocks))


NEXIS_PAGE = Layout("LexisNexis", _fits, _records)


def _blocks(tree: html.HtmlElement, centring: frozenset[str]) -> Iterator[str]:
    """Gives the blocks of a page; without recursion, as pages may be nested deeply."""
    pieces: list[str] = []
    filled, centred, silent, cells = False, 0, 0, 0  # the numbers are of elements that are open
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append("" if silent else node.tail or "")
            continue
        tag, opens = str(node.tag), event == "start"
        if tag in _ROWS or (tag in _BLOCKS and not cells):
            yield from _block(pieces, centred > 0)
            pieces, filled = [], False
        step = 1 if opens else -1
        silent += step * (tag in _SILENT)
        cells += step * (tag in _CELLS)
        centred += step * (tag == "center" or node.get("class") in centring)
        if opens:
            pieces.append(_before(tag, filled))
        if not silent and (text := node.text if opens else node.tail):
            pieces.append(text)
            filled = filled or not text.isspace()
    yield from _block(pieces, centred > 0)


def _before(tag: str, later: bool) -> str:
    """Returns what stands before the text of an element: a line's end, the line between cells."""
    if tag == "br":
        return "\0"
    return " | " if tag in _CELLS and later else " " if tag in _BLOCKS else ""


def _block(pieces: list[str], centred: bool) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\0"))
    laid_out = [_INDENT + line if centred else line for line in lines if line]
    if laid_out:
        yield "\n".join(laid_out)
