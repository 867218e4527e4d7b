from datetime import date

import pytest

from corpus.formats.mail.masthead import read_masthead
from corpus.web.blocks import Block

SENT = date(2026, 10, 5)
TEXT = "The council of Kelpwick agreed on Monday to mend the gates of the harbour."


def read(*lines: str, sent: date | None = SENT) -> tuple[date | None, tuple[str, ...], list[str]]:
    masthead = read_masthead([Block(line) for line in (*lines, TEXT)], sent, ("Quay Notes", "Ana Ruiz"))
    return masthead.found.published, masthead.found.authors, [lines[row] for row in sorted(masthead.rows)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Oct 6", 6), ("October 6, 2026", 6), ("Tuesday, 6 October 2026", 6), ("Montag, 5. Oktober 2026", 5),
        ("mardi 6 octobre 2026", 6), ("2026-10-04", 4), ("6 Oct 2026 | View in browser", 6), ("Quay Notes – Oct 6", 6),
        ("10/06/2026 06:17 AM EDT", 6), ("06/10/2026", 6),
    ],
)  # fmt: skip
def test_the_day_that_a_newsletter_prints_is_its_day(line: str, day: int) -> None:
    assert read(line) == (date(2026, 10, day), (), [line])


@pytest.mark.parametrize(
    "line", ["By Ana Ruiz and Bo Lund • 6 Oct 2026 • 3 min read", "By Ana Ruiz and Bo Lund | Oct 6"]
)
def test_authors_and_day_are_read_from_one_line(line: str) -> None:
    assert read(line) == (date(2026, 10, 6), ("Ana Ruiz", "Bo Lund"), [line])


def test_words_beside_a_day_stay_in_the_text() -> None:
    assert read("Plus: lobsters | October 6, 2026") == (date(2026, 10, 6), (), [])


@pytest.mark.parametrize(
    "lines",
    [
        ("October 26, 2026",),  # of what the text tells
        ("10/07/2026",),
        ("Strike at the docks", "By the harbour"),
        ("Talks on 6 October 2026",),
        (TEXT, "By Ana Ruiz | Oct 6"),
    ],
)
def test_what_may_be_of_the_text_stays(lines: tuple[str, ...]) -> None:
    assert read(*lines) == (None, (), [])


def test_no_day_is_read_where_none_was_sent() -> None:
    assert read("October 6, 2026", sent=None) == (None, (), [])


def test_outlet_and_author_stand_above_the_text() -> None:
    lines = ("Quay Notes", "The wall", "Ana Ruiz")
    assert read(*lines) == (None, (), ["Quay Notes", "Ana Ruiz"])
