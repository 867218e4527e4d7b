"""Boxes on a page that promote something or beg for it, told by what they are marked as."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from corpus.web.elements import short_text, text_of_element
from corpus.web.page import MARK_LONGEST

# The paragraphs that only subscribers see are often marked "paywall" or "subscriber", so neither is a mark.
_PROMOTION = re.compile(
    r"newsletter|sign-?up|promo|-cta|cta-|subscri(?!ber)|read-?more|related|recommend|you-may|trending|most-read|"
    r"author[-_]*(?:bio|box|info|position)|about-author|trust-?badge|share-?(?:bar|tools|caption|compact)|disclaimer|"
    r"also-?read|more[-_]info|recirc|catcher|donat|support-?(?:pay|us|bar|box)|gateway-content|is-copyright|"
    r"feedback|cookie-?(?:msg|notice|banner|bar|consent)|report-?(?:error|mistake|typo)|__report",
    re.IGNORECASE,
)
_BOXES = ("p", "div", "section", "aside", "span", "ul")
_LONGEST = 400  # characters; an article inside an element with such a mark is longer
_LONGEST_LIST = 1_500
_FEWEST_ITEMS = 3


def texts_of_promotion(tree: HtmlElement) -> Iterator[str]:
    """Gives all texts of such boxes, in whole and in pieces: short ones, and lists of other articles."""
    for block in filter(_is_box_of_promotion, tree.iter(*_BOXES)):
        text = short_text(block, _LONGEST_LIST)
        if 0 < len(text) <= _LONGEST:
            yield from (part for part in (text, *block.itertext()) if len(part.split()) > 1)
        elif text and block.find(".//p") is None:
            items = [text_of_element(item) for item in block.iter("li") if item.find(".//a") is not None]
            if len(items) >= _FEWEST_ITEMS:
                yield from (*items, *(text_of_element(heading) for heading in block.iter("h2", "h3", "h4")))


def _is_box_of_promotion(block: HtmlElement) -> bool:
    kind, name, area = block.get("class"), block.get("id"), block.get("data-area")
    return bool(
        (kind and _is_promotion(kind[:MARK_LONGEST]))
        or (name and _is_promotion(name[:MARK_LONGEST]))
        or (area and _is_promotion(area[:MARK_LONGEST]))
    )


@lru_cache(maxsize=4_096)
def _is_promotion(mark: str) -> bool:
    return bool(_PROMOTION.search(mark))
