from datetime import date

import pytest

from page.chat.chips import withdraw
from qa.question import Filters

FILTERS = Filters(("A", "B"), date(2026, 3, 1), date(2026, 3, 9), ("x",), ("Time",))
ASKED = 'What did "x y" cost outlet:A since:2026-03-01'


@pytest.mark.parametrize(
    ("kind", "value", "filters"),
    [
        ("only", "A", Filters(("B",), FILTERS.since, FILTERS.until, ("x",), ("Time",))),
        ("since", "", Filters(("A", "B"), None, FILTERS.until, ("x",), ("Time",))),
        ("until", "", Filters(("A", "B"), FILTERS.since, None, ("x",), ("Time",))),
        ("outlet", "C", Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "C"))),
        ("period", "last week", Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "last week"))),
        ("all-outlets", "", Filters((), FILTERS.since, FILTERS.until, ("x",), ("Time",))),
        ("all-days", "", Filters(("A", "B"), None, None, ("x",), ("Time",))),
        ("all-articles", "", Filters(("A", "B"), FILTERS.since, FILTERS.until, (), ("Time",))),
        ("narrow", "C", Filters(("C",), FILTERS.since, FILTERS.until, ("x",), ("Time",))),
        ("carried", "", FILTERS),
        ("unheard of", "", FILTERS),
    ],
)
def test_one_thing_is_taken_back_and_all_else_stays(kind: str, value: str, filters: Filters) -> None:
    asked, changed = withdraw(ASKED, FILTERS, kind, value)
    assert changed == filters
    assert asked == 'What did "x y" cost'


@pytest.mark.parametrize("quotes", ['""', "“”"])
def test_exact_words_become_words(quotes: str) -> None:
    asked = f"Who said {quotes[0]}nobody asked{quotes[1]}?"
    assert withdraw(asked, Filters(), "phrase", "nobody asked") == ("Who said nobody asked?", Filters())
