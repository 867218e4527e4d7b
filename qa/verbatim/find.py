"""Finds whether words stand in the articles, where first, and else the nearest wording."""

from collections.abc import Sequence

import numpy as np

from corpus.article import Article
from index.catalog import Catalog
from index.catalog.lists import Among, Order, articles_of, count_by_outlet, numbers_of_page
from index.catalog.matching import Numbers
from index.generation import IndexSnapshot
from index.places.places import distinct
from index.search import Selection
from qa.collection.held import find_held
from qa.collection.wanted import pattern
from qa.listing import Share
from qa.passage import Citation, Highlight, Passage
from qa.speech.naming import find_naming
from qa.speech.said import Difference, Said, Statement
from qa.verbatim.differences import find_differences
from qa.verbatim.wording import Wording, find_wordings
from qa.verbatim.words import Word, words_of

_LONGEST = 1200  # code points of what is quoted to hold the sentence that names the speaker, too


def find_said(asked: str, selection: Selection, snapshot: IndexSnapshot) -> Said:
    """Finds whether words stand in the articles.

    Args:
        asked: The words; one at least.
        selection: Which articles are looked at.
        snapshot: The index.
    """
    catalog, numbers = snapshot.catalog, snapshot.catalog.numbers(selection)
    words = words_of(asked)
    phrase = asked[words[0].start : words[-1].end]
    held = find_held(phrase, (), catalog)
    text, title = (found[np.isin(found, numbers)] for found in (distinct(held.text), held.title))
    wordings = find_wordings(asked, words, np.setdiff1d(numbers, text, assume_unique=True), snapshot)
    same = {one.article: one for one in wordings if not one.cost}
    text = np.union1d(text, np.array(sorted(same), dtype=np.int64))
    title = np.setdiff1d(title, text, assume_unique=True)
    if len(text) or len(title):
        outlets = count_by_outlet(Among(catalog, numbers=np.union1d(text, title)))
        shares = sorted((Share(one.outlet, one.articles) for one in outlets), key=lambda one: (-one.articles, one.name))
        day = min((one.first for one in outlets if one.first), default=None)
        first = _first(phrase, text, same, catalog) if len(text) else None
        return Said(asked, len(numbers), len(text), len(title), tuple(shares), day, first)
    return Said(asked, len(numbers), nearest=_nearest(asked, words, wordings, catalog))


def _first(phrase: str, numbers: Numbers, same: dict[int, Wording], catalog: Catalog) -> Statement:
    """Quotes the words where they stand in the earliest of some articles."""
    number = _earliest(numbers, catalog)
    article = _article(number, catalog)
    at = None if number in same else pattern(phrase).search(article.text)
    return _statement(article, at.span() if at else same[number].span)


def _nearest(asked: str, words: Sequence[Word], wordings: Sequence[Wording], catalog: Catalog) -> Statement | None:
    """Quotes the nearest wording; of several that are as near, that of the earliest article."""
    best = {one.article: one for one in reversed(wordings)}
    if not best:
        return None
    number = _earliest(np.array(sorted(best), dtype=np.int64), catalog)
    one, article = best[number], _article(number, catalog)
    differences = find_differences(asked, words, article.text, one.words, one.pairs)
    return _statement(article, one.span, tuple(differences))


def _earliest(numbers: Numbers, catalog: Catalog) -> int:
    return numbers_of_page(Among(catalog, numbers=numbers), Order.OLDEST, 0, 1)[0]


def _article(number: int, catalog: Catalog) -> Article:
    [summary] = articles_of(catalog, [number])
    article = catalog.article(summary.article_id)
    assert article
    return article


def _statement(article: Article, span: tuple[int, int], differences: tuple[Difference, ...] = ()) -> Statement:
    text, naming = article.text, find_naming(article.text, *span)
    start, end = span
    if naming and max(end, naming.end) - min(start, naming.start) <= _LONGEST:
        start, end = min(start, naming.start), max(end, naming.end)
    start, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    end = len(text) if last < 0 else last
    quote = Passage(text[start:end], Citation.of(article, start, end), 1.0, (_highlight(text, *span),))
    named = naming and _highlight(text, naming.start, naming.end)
    return Statement(quote, naming.speaker if naming else "", named, differences)


def _highlight(text: str, start: int, end: int) -> Highlight:
    return Highlight(start, end, text[start:end])
