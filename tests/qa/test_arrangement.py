from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answer import Answer, arranged
from qa.arrangement import USUAL, Arrangement, By
from tests.markup_cases import answer_of, passage_of


def ranking(*told: tuple[str, int | None, bool]) -> Answer:
    """An answer whose passages are each of an article, of a day in March, and match or not."""
    return answer_of(
        *(
            replace(
                passage_of(f"{number}.", article_id=article, published=date(2026, 3, day) if day else None),
                matches=matches,
            )
            for number, (article, day, matches) in enumerate(told)
        )
    )


def order(answer: Answer) -> str:
    return "".join(one.text[:-1] for one in answer.passages)


MIXED = ranking(("a", 2, True), ("a", 9, True), ("b", None, True), ("c", 5, False), ("b", 4, True), ("d", 7, False))


@pytest.mark.parametrize(
    ("arrangement", "limit", "shown"),
    [
        (USUAL, 2, "012345"),
        (Arrangement(By.NEWEST), 9, "140235"),
        (Arrangement(By.OLDEST), 9, "041235"),
        (Arrangement(By.NEWEST), 2, "14"),
        (Arrangement(By.BEST, one_per_article=True), 9, "0235"),
        (Arrangement(By.OLDEST, one_per_article=True), 9, "0235"),
        (Arrangement(By.BEST, one_per_article=True), 3, "023"),
    ],
)
def test_passages_are_arranged(arrangement: Arrangement, limit: int, shown: str) -> None:
    assert order(arranged(MIXED, arrangement, limit)) == shown


def test_of_an_article_a_passage_that_matches_is_shown_before_one_that_does_not() -> None:
    answer = ranking(("a", 2, False), ("a", 3, True))
    assert order(arranged(answer, Arrangement(one_per_article=True), 5)) == "1"


def test_the_outlets_are_counted_anew() -> None:
    assert [one.passages for one in arranged(MIXED, Arrangement(By.NEWEST), 2).outlets] == [2]


TOLD = st.tuples(st.sampled_from("abc"), st.none() | st.integers(1, 28), st.booleans())


@given(st.lists(TOLD, max_size=8), st.sampled_from(By), st.booleans(), st.integers(1, 9))
def test_nothing_is_shown_that_was_not_found_and_what_matches_loses_no_place(
    told: list[tuple[str, int | None, bool]], by: By, one: bool, limit: int
) -> None:
    answer = ranking(*told)
    shown = arranged(answer, Arrangement(by, one), limit)
    assert set(shown.passages) <= set(answer.passages)
    articles = [passage.citation.article_id for passage in shown.passages]
    if one:
        assert len(articles) == len(set(articles)) <= limit
    if by is not By.BEST:
        days = [passage.citation.published for passage in shown.matching]
        known = [day for day in days if day]
        assert known == sorted(known, reverse=by is By.NEWEST)
        assert days[: len(known)] == known
        assert [passage.matches for passage in shown.passages] == sorted(
            (passage.matches for passage in shown.passages), reverse=True
        )
