"""The standfirst: the sentence or two under a headline, which extractors take for a part of the page's head."""

import html
from collections.abc import Iterable
from itertools import islice

from lxml.html import HtmlElement

from corpus.text import squash
from corpus.web.elements import following, text_of_element

_ELEMENTS_BELOW = 80  # the headline
_FEWEST_CHARACTERS, _MOST_CHARACTERS = 40, 600
_LIKE = 0.9  # share of the description that must stand there, since descriptions are cut off


def find_standfirst(headline: HtmlElement, descriptions: Iterable[str]) -> str:
    """Returns the standfirst as printed, or nothing.

    Only what the page also gives as its description counts: so much else stands under a headline.

    Args:
        headline: The element that holds the headline.
        descriptions: What the page says it is about, in its markup.
    """
    wanted = [
        key for text in descriptions if len(key := squash(html.unescape(text).rstrip("…."))) >= _FEWEST_CHARACTERS
    ]
    if not wanted:
        return ""
    for element in islice(following(headline), _ELEMENTS_BELOW):
        text = text_of_element(element)
        if _FEWEST_CHARACTERS <= len(text) <= _MOST_CHARACTERS and any(
            _is_the_same(squash(text), key) for key in wanted
        ):
            return text
    return ""


def _is_the_same(printed: str, described: str) -> bool:
    return printed.startswith(described[: int(_LIKE * len(described))]) and len(printed) <= 2 * len(described)
