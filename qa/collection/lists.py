"""A page of the list of the articles that hold some words: counted, in order, each with a sentence of its own."""

from collections.abc import Iterator, Sequence

from index.cache import SharedCache
from index.catalog.lists import Order, articles_of, copied_among
from index.catalog.where import Doubt
from index.generation import IndexSnapshot
from index.search import Selection
from qa.collection.histogram import Histogram, histogram_of
from qa.collection.holders import Holders, find_holders
from qa.collection.sentence import quote
from qa.collection.shelf import Shelf, numbers_of_both
from qa.listing import Counts, Listing, Page, Row
from qa.question import Asks, Inquiry

WHOLE = Page(rows=None)
_KEPT = 8  # lists: the numbers of all articles at most, a megabyte where there are a hundred thousand


class Lists:
    """The lists of one generation, for threads to share; those made lately are kept: a next page costs its own rows."""

    def __init__(self, snapshot: IndexSnapshot) -> None:
        """Starts without any."""
        self._snapshot = snapshot
        self._kept: SharedCache[tuple[Inquiry, Selection], Holders] = SharedCache(_KEPT)
        self._shelves: SharedCache[tuple[Inquiry, Selection, Doubt | None], Shelf] = SharedCache(_KEPT)

    def page(self, inquiry: Inquiry, selection: Selection, page: Page) -> Listing:
        """Makes a page of a list.

        Args:
            inquiry: Which articles it is of; without words, of all.
            selection: Where to look, beside what the inquiry says itself.
            page: Which rows it shows.
        """
        return _listing(self._holders(inquiry, selection), page)

    def ids(self, inquiry: Inquiry, selection: Selection) -> list[str]:
        """Returns the ids of all articles of a list, newest first."""
        holders = self._holders(inquiry, selection)
        numbers = _shown(holders, WHOLE, Order.NEWEST)
        return [article.article_id for article in articles_of(holders.searched.catalog, numbers)]

    def histogram(self, inquiry: Inquiry, selection: Selection) -> Histogram:
        """Counts all articles of a list by outlet and day."""
        return histogram_of(self._holders(inquiry, selection).listed)

    def shelf(self, inquiry: Inquiry, selection: Selection, doubt: Doubt | None = None) -> Shelf:
        """Returns the articles that hold some words, or all, to be looked through.

        Args:
            inquiry: The words; without any, all articles are meant, and none of them is looked at.
            selection: Where to look.
            doubt: Only articles of which this is doubted; None for all.
        """
        shelf = self._shelves.get((inquiry, selection, doubt))
        if shelf is None:
            holders = self._holders(inquiry, selection) if inquiry.words else None
            shelf = Shelf(self._snapshot.catalog, selection, doubt, holders)
            self._shelves.keep({(inquiry, selection, doubt): shelf})
        return shelf

    def _holders(self, inquiry: Inquiry, selection: Selection) -> Holders:
        holders = self._kept.get((inquiry, selection))
        if holders is None:
            holders = find_holders(inquiry, selection, self._snapshot)
            self._kept.keep({(inquiry, selection): holders})
        return holders


def _listing(holders: Holders, page: Page) -> Listing:
    newest_first = holders.inquiry.asks is not Asks.FIRST if page.newest_first is None else page.newest_first
    order = Order.NEWEST if newest_first else Order.OLDEST
    first, last = holders.days
    return Listing(
        inquiry=holders.inquiry,
        sought=holders.sought,
        counts=_counts(holders, order),
        outlets=holders.outlets,
        silent=holders.silent,
        authors=holders.authors,
        unsigned=holders.unsigned,
        first=first,
        last=last,
        newest_first=newest_first,
        start=page.start,
        rows=tuple(_rows(_shown(holders, page, order), holders)),
    )


def _shown(holders: Holders, page: Page, order: Order) -> list[int]:
    """Returns the numbers of the articles of a page; those that hold the words in any form come after all others."""
    if page.only is not None:
        wanted = set(holders.searched.catalog.numbers_of(page.only))
        found = [number for number in _shown(holders, WHOLE, order) if number in wanted]
        return found[page.start :][: page.rows]
    others = holders.in_forms if len(holders.forms) else None
    return numbers_of_both(holders.exact, len(holders.word_for_word), others, order, page.start, page.rows)


def _rows(shown: Sequence[int], holders: Holders) -> Iterator[Row]:
    catalog = holders.searched.catalog
    for number, one in zip(shown, articles_of(catalog, shown), strict=True):
        if article := catalog.article(one.article_id):
            yield Row(quote(article, where := holders.where(number), holders), where)


def _counts(holders: Holders, order: Order) -> Counts:
    counted = holders.text if len(holders.text) else holders.forms
    return Counts(
        articles=len(holders.text),
        independent=len(counted) - copied_among(holders.searched.catalog, counted, order),
        mentions=holders.mentions,
        headline=len(holders.headline),
        other_case=holders.other_case,
        forms=len(holders.forms),
        searched=holders.searched_count,
        undated=holders.undated,
    )
