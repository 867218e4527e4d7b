"""A page of the list of the articles that hold some words: counted, in order, each with a sentence of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from index.cache import SharedCache
from index.catalog import Catalog
from index.generation import IndexSnapshot
from index.search import Selection
from qa.collection.holders import Holder, Holders, find_holders
from qa.collection.sentence import quote
from qa.listing import Counts, Listing, Page, Row, Share, Where
from qa.question import Asks, Inquiry

_KEPT = 8  # lists of all articles at most: some megabytes where there are thousands


class Lists:
    """The lists of one generation, for threads to share; those made lately are kept: a next page costs its own rows."""

    def __init__(self, snapshot: IndexSnapshot) -> None:
        """Starts without any."""
        self._snapshot = snapshot
        self._kept: SharedCache[tuple[Inquiry, Selection], Holders] = SharedCache(_KEPT)

    def page(self, inquiry: Inquiry, selection: Selection, page: Page) -> Listing:
        """Makes a page of a list.

        Args:
            inquiry: Which articles it is of; without words, of all.
            selection: Where to look, beside what the inquiry says itself.
            page: Which rows it shows.
        """
        holders = self._kept.get((inquiry, selection))
        if holders is None:
            holders = find_holders(inquiry, selection, self._snapshot)
            self._kept.keep({(inquiry, selection): holders})
        return _listing(holders, page, self._snapshot.catalog)


def _listing(holders: Holders, page: Page, catalog: Catalog) -> Listing:
    newest_first = holders.inquiry.asks is not Asks.FIRST if page.newest_first is None else page.newest_first
    ordered = _in_order(holders.found, newest_first=newest_first)
    exact = [one for one in ordered if one.where is not Where.FORMS]
    counted = exact or ordered
    days = [one.article.published for one in counted if one.article.published]
    shown = ordered[page.start : None if page.rows is None else page.start + page.rows]
    outlets = _shares(one.article.outlet for one in counted)
    return Listing(
        inquiry=holders.inquiry,
        sought=holders.sought,
        counts=_counts(holders, ordered),
        outlets=outlets,
        silent=tuple(sorted({one.outlet for one in holders.searched} - {share.name for share in outlets})),
        authors=_shares(author for one in counted for author in dict.fromkeys(one.article.authors)),
        unsigned=sum(not one.article.authors for one in counted),
        first=min(days, default=None),
        last=max(days, default=None),
        newest_first=newest_first,
        start=page.start,
        rows=tuple(_rows(shown, holders, catalog)),
    )


def _rows(shown: Iterable[Holder], holders: Holders, catalog: Catalog) -> Iterator[Row]:
    for one in shown:
        if article := catalog.article(one.article.article_id):
            yield Row(quote(article, one.where, holders), one.where)


def _in_order(found: Iterable[Holder], *, newest_first: bool) -> list[Holder]:
    def place(one: Holder) -> tuple[bool, bool, int, str, str]:
        day = (one.article.published or date.min).toordinal()
        undated = one.article.published is None
        return (
            one.where is Where.FORMS,
            undated,
            -day if newest_first else day,
            one.article.outlet,
            one.article.article_id,
        )

    return sorted(found, key=place)


def _counts(holders: Holders, ordered: Sequence[Holder]) -> Counts:
    where = Counter(one.where for one in ordered)
    counted = Where.TEXT if where[Where.TEXT] else Where.FORMS
    ids = [one.article.article_id for one in ordered if one.where is counted]
    places = {article_id: place for place, article_id in enumerate(ids)}
    copied = {other for one, other in holders.copies if places.get(one, len(ids)) < places.get(other, -1)}
    cased = bool(holders.sought.capitals)
    other_case = holders.passed_over if cased else sum(one.other_case for one in ordered if one.where is Where.TEXT)
    return Counts(
        articles=where[Where.TEXT],
        independent=len(ids) - len(copied),
        mentions=sum(one.mentions for one in ordered),
        headline=where[Where.HEADLINE],
        other_case=other_case,
        forms=where[Where.FORMS],
        searched=len(holders.searched),
        undated=holders.undated,
    )


def _shares(names: Iterable[str]) -> tuple[Share, ...]:
    counted = Counter(names).items()
    return tuple(Share(name, number) for name, number in sorted(counted, key=lambda one: (-one[1], one[0])))
