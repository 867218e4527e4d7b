from datetime import date

import pytest

from corpus.metadata.future import future_warnings, lies_ahead

DAY = date(2031, 5, 1)


@pytest.mark.parametrize(("day", "ahead"), [(date(2031, 4, 29), False), (date(2031, 4, 30), False), (DAY, True)])
def test_tomorrow_has_come_somewhere(day: date, ahead: bool) -> None:
    assert lies_ahead(day, date(2031, 4, 29)) == ahead


def test_nothing_is_said_where_no_article_is_dated_in_the_future() -> None:
    assert future_warnings({}) == ()


def test_a_few_articles_are_named_and_all_are_counted() -> None:
    (told,) = future_warnings({f"{number}.md": DAY for number in range(7)})
    assert told.startswith("7 articles are dated in the future: 0.md (2031-05-01), ")
    assert "4.md (2031-05-01), and 2 more" in told
