from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from index.catalog.lists import Order
from index.catalog.where import Doubt
from page.articles.wanted import DOUBTS, ORDERS, Wanted
from qa.errors import BadQuestion
from qa.question import Filters

NARROWED = Wanted(
    words="a & b", outlets=("O & 1", "O2"), since="2026-03-01", until="2026-03-31", order="headline", doubt="day"
)


def test_what_is_wanted_stands_in_its_address_and_nothing_else_does() -> None:
    assert parse_qs(urlsplit(NARROWED.address()).query) == {
        "view": ["articles"],
        "words": ["a & b"],
        "outlet": ["O & 1", "O2"],
        "since": ["2026-03-01"],
        "until": ["2026-03-31"],
        "doubt": ["day"],
        "order": ["headline"],
    }
    assert Wanted(start=100, rows=5).address() == "/?view=articles"
    assert Wanted(words="x").address(words="", outlets=("O2",)) == "/?view=articles&outlet=O2"


def test_its_names_stand_for_orders_and_doubts() -> None:
    assert (NARROWED.ordered, NARROWED.doubted) == (Order.HEADLINE, Doubt.DAY)
    assert NARROWED.filters == Filters(("O & 1", "O2"), date(2026, 3, 1), date(2026, 3, 31))
    assert (Wanted(order="backwards").ordered, Wanted(doubt="all").doubted) == (Order.NEWEST, None)
    assert set(ORDERS.values()) == set(Order)
    assert set(DOUBTS.values()) == set(Doubt)


@pytest.mark.parametrize("days", [{"since": "someday"}, {"since": "2026-03-02", "until": "2026-03-01"}])
def test_days_that_are_none_are_refused(days: dict[str, str]) -> None:
    with pytest.raises(BadQuestion):
        _ = Wanted(**days).filters  # type: ignore[arg-type]  # both are texts
