from dataclasses import replace
from datetime import date

import pytest

from page.chat.chips import without
from qa.answer import Conversation
from qa.ask import Ask
from qa.question import Filters
from qa.render.remarks import Kind

FILTERS = Filters(("A", "B"), date(2026, 3, 1), date(2026, 3, 9), ("x",), ("Time",), ("D", "E"), ("F",))
MORE = (FILTERS.without_outlets, FILTERS.authors)
ASKED = 'What did "x y" cost outlet:A since:2026-03-01'


@pytest.mark.parametrize(
    ("kind", "value", "filters"),
    [
        (Kind.ONLY, "A", Filters(("B",), FILTERS.since, FILTERS.until, ("x",), ("Time",), *MORE)),
        (Kind.SINCE, "", Filters(("A", "B"), None, FILTERS.until, ("x",), ("Time",), *MORE)),
        (Kind.UNTIL, "", Filters(("A", "B"), FILTERS.since, None, ("x",), ("Time",), *MORE)),
        (Kind.OUTLET, "C", Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "C"), *MORE)),
        (
            Kind.PERIOD,
            "last week",
            Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "last week"), *MORE),
        ),
        (Kind.ORDER, "latest", Filters(("A", "B"), FILTERS.since, FILTERS.until, ("x",), ("Time", "latest"), *MORE)),
        (Kind.ALL_OUTLETS, "", Filters((), FILTERS.since, FILTERS.until, ("x",), ("Time",), *MORE)),
        (Kind.ALL_DAYS, "", Filters(("A", "B"), None, None, ("x",), ("Time",), *MORE)),
        (Kind.ALL_ARTICLES, "", Filters(("A", "B"), FILTERS.since, FILTERS.until, (), ("Time",), *MORE)),
        (Kind.NARROW, "C", Filters(("C",), FILTERS.since, FILTERS.until, ("x",), ("Time",), *MORE)),
        (Kind.WITHOUT, "D", replace(FILTERS, without_outlets=("E",))),
        (Kind.AUTHOR, "F", replace(FILTERS, authors=())),
        (Kind.CARRIED, "", FILTERS),
    ],
)
def test_one_thing_is_taken_back_and_all_else_stays(kind: Kind, value: str, filters: Filters) -> None:
    before = Conversation() if kind is Kind.CARRIED else Conversation(("Who?",))
    asked = Ask(ASKED, Conversation(("Who?",)), FILTERS)
    assert without(asked, kind, value) == Ask('What did "x y" cost', before, filters)


@pytest.mark.parametrize("quotes", ['""', "“”"])
def test_exact_words_become_words(quotes: str) -> None:
    asked = f"Who said {quotes[0]}nobody asked{quotes[1]}?"
    assert without(Ask(asked), Kind.PHRASE, "nobody asked") == Ask("Who said nobody asked?")
