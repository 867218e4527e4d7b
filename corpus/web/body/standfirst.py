"""The standfirst: the sentence or two under a headline, which extractors take for a part of the page's head."""

import html
from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from corpus.text import squash
from corpus.web.elements import following, short_text

_ELEMENTS_BELOW = 80  # the headline
_FEWEST_CHARACTERS, _MOST_CHARACTERS = 40, 600
_FEWEST_WORDS = 6  # of a heading that is a sentence
_LIKE = 0.9  # share of the description that must stand there, since descriptions are cut off


def find_standfirst(headline: HtmlElement, descriptions: Iterable[str]) -> str:
    """Returns the standfirst as printed, or nothing.

    A heading of the second level right below it counts, and what the page also gives as its description: so much else
    stands under a headline.

    Args:
        headline: The element that holds the headline.
        descriptions: What the page says it is about, in its markup.
    """
    if below := _second_heading(headline):
        return below
    wanted = [
        key for text in descriptions if len(key := squash(html.unescape(text).rstrip("…."))) >= _FEWEST_CHARACTERS
    ]
    if not wanted:
        return ""
    for element in islice(following(headline), _ELEMENTS_BELOW):
        text = short_text(element, _MOST_CHARACTERS)
        if _FEWEST_CHARACTERS <= len(text) <= _MOST_CHARACTERS and any(
            _is_the_same(squash(text), key) for key in wanted
        ):
            return text
    return ""


def _second_heading(headline: HtmlElement) -> str:
    element = headline.getnext()
    if element is None or element.tag != "h2" or element.find(".//a") is not None:
        return ""
    text = short_text(element, _MOST_CHARACTERS)
    return text if len(text) >= _FEWEST_CHARACTERS and len(text.split()) >= _FEWEST_WORDS else ""


def _is_the_same(printed: str, described: str) -> bool:
    return printed.startswith(described[: int(_LIKE * len(described))]) and len(printed) <= 2 * len(described)
