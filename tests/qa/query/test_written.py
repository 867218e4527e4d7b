from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.condition import All, Any, Author, Condition, Near, Not, Outlet, Prefix, Published, Word
from qa.query import read_condition, written

LEAF = st.sampled_from(
    [
        *(Word("ferry"), Word("winter boat"), Word("US-led"), Word("5"), Word("AND"), Word('a "b" c'), Word("Färge")),
        *(Prefix("ferr"), Near("two words", 5), Outlet("Quay Courier"), Outlet('The "Post"'), Author("Runa O'Velt")),
        *(Published(date(2026, 2, 1), None), Published(None, date(2026, 2, 1))),
    ]
)


def parts(conditions: st.SearchStrategy[Condition]) -> st.SearchStrategy[tuple[Condition, ...]]:
    return st.lists(conditions, min_size=2, max_size=3).map(tuple)


CONDITION = st.recursive(
    LEAF, lambda inner: parts(inner).map(All) | parts(inner).map(Any) | inner.map(Not), max_leaves=12
)


@given(CONDITION)
def test_what_is_written_is_read_again_as_the_same(condition: Condition) -> None:
    assert read_condition(written(condition)) == condition


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Not(Word("protest")), "NOT protest"),
        (Any((Word("quay"), Word("winter boat"))), '(quay OR "winter boat")'),
        (All((Prefix("ferr"), Near("county council", 5))), '(ferr* AND "county council"~5)'),
        (Not(Author("Runa Velt")), 'NOT author:"Runa Velt"'),
        (Published(date(2026, 2, 1), date(2026, 2, 28)), "(since:2026-02-01 AND until:2026-02-28)"),
    ],
)
def test_conditions_are_written_as_operators(condition: Condition, text: str) -> None:
    assert written(condition) == text
