from itertools import combinations

import pytest

from corpus.article import Article
from corpus.overlap.stories import StoryComparer
from tests.corpus.stories import BACKGROUND, BRIDGE, FERRY, STORIES, TRIAL, article

BOILERPLATE = "Reporting for this page is paid for by those who read it every day of the year."


def compared(one: str, other: str) -> StoryComparer:
    found = {"1": article("1", one), "2": article("2", other)}
    return StoryComparer(found.__getitem__)


@pytest.mark.parametrize(("one", "other"), list(combinations(STORIES, 2)))
def test_articles_with_other_names_tell_other_stories(one: str, other: str) -> None:
    stories = compared(f"{one} {BOILERPLATE}", f"{other} {BOILERPLATE}")
    assert stories.are_two_texts("1", "2")
    assert stories.are_two_stories("1", "2")


@pytest.mark.parametrize(("one", "other"), list(combinations(TRIAL, 2)))
def test_reports_on_one_trial_are_two_texts_of_one_story(one: str, other: str) -> None:
    stories = compared(f"{one} {BACKGROUND}", f"{other} {BACKGROUND}")
    assert stories.are_two_texts("1", "2")
    assert not stories.are_two_stories("1", "2")


def test_versions_of_a_text_are_one_text_whatever_was_added_to_each() -> None:
    added = FERRY.split(". ")[0], BRIDGE.split(". ")[0]
    stories = compared(f"{' '.join(TRIAL)} {added[0]}.", f"{' '.join(TRIAL)} {added[1]}.")
    assert not stories.are_two_texts("1", "2")
    assert not stories.are_two_stories("1", "2")


def test_articles_without_names_are_told_apart_by_their_long_words() -> None:
    one = "the ferry made its last crossing from the harbour, and passengers waved at sailors on the bridge."
    other = "prices of wheat doubled within weeks, which bakers blame on drought and farmers blame on traders."
    assert compared(one, other).are_two_stories("1", "2")
    assert not compared(one, one.replace(",", " at dusk,")).are_two_stories("1", "2")


def test_nothing_is_told_of_articles_that_say_nothing() -> None:
    assert not compared("Hm.", "So so.").are_two_stories("1", "2")
    assert not compared("", "").are_two_texts("1", "2")


def test_each_article_is_asked_for_once() -> None:
    asked: list[str] = []

    def load(article_id: str) -> Article:
        asked.append(article_id)
        return article(article_id, FERRY)

    stories = StoryComparer(load)
    for _ in range(3):
        stories.are_two_stories("1", "2")
    assert sorted(asked) == ["1", "2"]
