"""The shelf of a real index: what stands on it, in which order, and how it is counted."""

import pytest

from index.catalog.lists import Order
from index.catalog.where import Doubt
from index.generation import IndexSnapshot
from index.search import Selection
from index.search.selection import ALL
from index.store import open_snapshot
from qa.collection import Lists, Shelf, read_inquiry
from qa.listing import Page, Share
from tests.qa.stories import Stories, story

STORIES = (
    story("one", "Quay Courier", "The old bridge of Osk closes. Nobody crossed it.", "Osk", "2026-03-01"),
    story("two", "Harbour Post", "They closed a bridge. It was old.", "The old bridge", "2026-03-03"),
    story("three", "Harbour Post", "An old bridge, the old bridge again.", "", "2026-02-03"),
    story("four", "", "A bridge that was old, and bridges that are older.", "Trade"),
    story("five", "Inland Ledger", "The ferry sails.", "Ferry", "2026-02-01"),
)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> IndexSnapshot:
    stories = Stories(tmp_path_factory.mktemp("shelf"))
    stories.write(*STORIES)
    stories.refresh()
    return open_snapshot(stories.index)


@pytest.fixture(scope="module")
def lists(snapshot: IndexSnapshot) -> Lists:
    return Lists(snapshot)


def shelf(lists: Lists, words: str = "", selection: Selection = ALL, doubt: Doubt | None = None) -> Shelf:
    return lists.shelf(read_inquiry(words), selection, doubt)


def ids(shelf: Shelf, order: Order = Order.NEWEST, start: int = 0, rows: int = 99) -> list[str]:
    return [entry.article.article_id for entry in shelf.part(order, start, rows)]


def test_without_words_all_articles_stand_on_it_without_a_quotation(lists: Lists) -> None:
    found = shelf(lists)
    assert (found.total, found.exact, found.in_forms, found.sought.phrases) == (5, 5, 0, ())
    assert ids(found) == ["two", "one", "three", "five", "four"]
    assert ids(found, Order.HEADLINE) == ["five", "one", "two", "four", "three"]
    assert all(entry.quote is None for entry in found.part(Order.NEWEST, 0, 9))


def test_its_words_are_those_of_the_list(lists: Lists) -> None:
    listing = lists.page(read_inquiry("old bridge"), ALL, Page(rows=None))
    found = shelf(lists, "old bridge")
    assert (found.exact, found.in_forms) == (listing.counts.word_for_word, listing.counts.forms)
    entries = found.part(Order.NEWEST, 0, 99)
    assert [entry.quote for entry in entries] == [row.quote for row in listing.rows]


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_its_parts_are_all_of_it_and_other_forms_come_last(lists: Lists, rows: int) -> None:
    found = shelf(lists, "old bridge")
    whole = ids(found, Order.OLDEST)
    assert whole == ["three", "one", "two", "four"]
    parts = [ids(found, Order.OLDEST, start, rows) for start in range(0, found.total, rows)]
    assert [one for part in parts for one in part] == whole


def test_it_is_counted_by_outlet_day_and_doubt(lists: Lists) -> None:
    found = shelf(lists)
    assert found.outlets[0] == Share("Harbour Post", 2)
    assert found.days == {"2026-03-01": 1, "2026-03-03": 1, "2026-02-03": 1, "2026-02-01": 1, "": 1}
    assert found.doubts == {Doubt.OUTLET: 1, Doubt.DAY: 1, Doubt.HEADLINE: 1, Doubt.STUB: 5}
    assert found.histogram.outlets == (("Harbour Post", 2), ("Inland Ledger", 1), ("Quay Courier", 1))
    assert found.histogram.undated == 1
    held = shelf(lists, "old bridge")
    assert held.outlets == (Share("Harbour Post", 2), Share("Quay Courier", 1))
    assert Doubt.OUTLET not in held.doubts


def test_it_is_narrowed_by_outlet_and_doubt(lists: Lists) -> None:
    assert ids(shelf(lists, selection=Selection(outlets=("Harbour Post",)))) == ["two", "three"]
    assert ids(shelf(lists, doubt=Doubt.HEADLINE)) == ["three"]
    assert ids(shelf(lists, "old bridge", doubt=Doubt.HEADLINE)) == ["three"]
    assert shelf(lists, "old bridge", Selection(outlets=("Inland Ledger",))).total == 0


def test_what_is_doubtful_comes_with_each_article(lists: Lists) -> None:
    [entry] = shelf(lists, doubt=Doubt.DAY).part(Order.NEWEST, 0, 9)
    assert entry.flags == ("stub",)
    assert entry.warnings[0].startswith("No outlet is known")


def test_one_that_was_made_lately_is_made_no_second_time(lists: Lists) -> None:
    assert shelf(lists, "ferry") is shelf(lists, "ferry")
    assert shelf(lists, "ferry", doubt=Doubt.DAY) is not shelf(lists, "ferry")
