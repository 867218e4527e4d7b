"""Boxes of other stories on a page: rows of cards, each a headline that is a link and a line or two below it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from corpus.web.elements import text_of_element

_PIECES = ("p", "h2", "h3", "h4", "h5", "h6", "span", "div", "li", "a", "time", "strong", "b")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_CARD_LONGEST = 400  # characters
_FEWEST = 2  # cards of a box
_MOST = 500  # headings looked at


def texts_of_cards(tree: HtmlElement, leads_here: Callable[[HtmlElement], bool]) -> Iterator[str]:
    """Gives all texts of boxes of other stories, their own headings included.

    Args:
        tree: The page.
        leads_here: Tells links that lead to the page itself: they stand on headings of its own text.
    """
    headings = [heading for heading in islice(tree.iter(*_HEADINGS), _MOST) if _leads_away(heading, leads_here)]
    for box, cards in _boxes(headings):
        for card in cards:
            yield from (text for piece in (card, *card.iter(*_PIECES)) if (text := text_of_element(piece)))
        yield from _heads(box, cards)


def _boxes(headings: list[HtmlElement]) -> Iterator[tuple[HtmlElement, list[HtmlElement]]]:
    """Gives the elements that hold cards alike: each the largest that holds one of the headings and no other."""
    holding = Counter(above for heading in headings for above in (heading, *heading.iterancestors()))
    boxes: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = defaultdict(list)
    for heading in headings:
        card = heading
        while (above := card.getparent()) is not None and holding[above] == 1:
            card = above
        if above is not None and card is not heading:
            boxes[above, str(card.tag), card.get("class") or ""].append(card)
    for (box, _, _), cards in boxes.items():
        if len(cards) >= _FEWEST and all(len(text_of_element(card)) <= _CARD_LONGEST for card in cards):
            yield box, cards


def _heads(box: HtmlElement, cards: list[HtmlElement]) -> Iterator[str]:
    """Gives the headings of a box, above its first card."""
    for sibling in cards[0].itersiblings(preceding=True):
        found = [sibling] if sibling.tag in _HEADINGS else list(sibling.iter(*_HEADINGS))
        yield from map(text_of_element, found)
        if found:
            return
    before = box.getprevious()
    if before is not None and before.tag in _HEADINGS and before.getnext() is box:
        yield text_of_element(before)


def _leads_away(heading: HtmlElement, leads_here: Callable[[HtmlElement], bool]) -> bool:
    link = next(heading.iter("a"), None)
    link = link if link is not None else next(heading.iterancestors("a"), None)
    href = (link.get("href") or "") if link is not None else ""
    return link is not None and bool(href) and not href.startswith("#") and not leads_here(link)
