from datetime import date

import pytest

from index.search.condition import All, Any, Author, Condition, Near, Not, Outlet, Prefix, Published, Word
from qa.render.conditions import condition_words


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Word("ferry"), "with: ferry"),
        (Word("winter boat"), "with: “winter boat”"),
        (Prefix("ferr"), "with: ferr*"),
        (Near("county council", 5), "with: “county council” with up to 5 words between"),
        (Not(Word("protest")), "without: protest"),
        (Not(Any((Word("quay"), Word("harbour")))), "without: (quay or harbour)"),
        (All((Word("ferry"), Word("boat"))), "all of: ferry, boat"),
        (Any((Word("ferry"), All((Word("boat"), Not(Word("quay")))))), "any of: ferry, (boat and not quay)"),
        (Any((Outlet("Quay Courier"), Author("Runa Velt"))), "any of: outlet: Quay Courier, author: Runa Velt"),
        (Not(Author("Runa Velt")), "without: author: Runa Velt"),
        (Not(Published(date(2026, 2, 1), None)), "without: from 1 February 2026"),
        (Published(date(2026, 2, 1), date(2026, 2, 2)), "from 1 February 2026 until 2 February 2026"),
    ],
)
def test_conditions_are_said_as_a_reader_puts_them(condition: Condition, words: str) -> None:
    assert condition_words(condition) == words
