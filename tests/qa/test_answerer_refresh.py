import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from index.errors import CorruptIndex, IndexNotFound, ModelMismatch
from index.generation.publish import current_generation
from index.library import Library
from index.refresh.run import refresh_index
from qa.answer import Answer
from qa.answerer import Answerer
from tests.conftest import FakeEncoder
from tests.qa.conftest import STORIES
from tests.qa.stories import Stories, Story, story

FERRY = "How many jobs go with the Marlin ferry of Lindqvist Lines?"


@pytest.fixture
def stories(tmp_path: Path) -> Stories:
    """The six stories, for a test to edit."""
    stories = Stories(tmp_path)
    stories.write(*STORIES)
    stories.refresh()
    return stories


def cited(answer: Answer) -> list[str]:
    return [passage.citation.article_id for passage in answer.passages]


def test_where_there_is_no_index_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(IndexNotFound, match="dateline index"):
        Answerer(tmp_path, FakeEncoder())


def test_an_index_of_another_model_is_refused_with_both_names(index: Path) -> None:
    with pytest.raises(ModelMismatch, match=r"word-hash.*another-model is set.*rebuild"):
        Answerer(index, FakeEncoder(identity="another-model"))


def test_an_index_made_anew_with_another_model_is_refused_at_every_question_since(stories: Stories) -> None:
    answerer = Answerer(stories.index, FakeEncoder())
    library = Library(stories.folder / "articles", stories.index)
    refresh_index(library, encoder=FakeEncoder(identity="another-model"), rebuild=True)
    for _ in range(2):
        with pytest.raises(ModelMismatch, match="another-model"):
            answerer.ask(FERRY)


def test_a_refreshed_index_answers_at_the_next_question(stories: Stories) -> None:
    answerer = Answerer(stories.index, FakeEncoder())
    before = answerer.ask(FERRY)
    edited = [{**STORIES[0], "text": STORIES[0]["text"].replace("14 jobs", "15 jobs")}, *STORIES[1:]]
    new = story("zebra-1", "Mountain Echo", "A zebra escaped from the Estermouth circus and was seen on the bridge.")
    stories.write(*edited, new)
    stories.refresh()
    after = answerer.ask(FERRY)
    assert after.generation == current_generation(stories.index) != before.generation
    quoted = {passage.citation.article_id: passage.text for passage in after.passages}
    assert "15 jobs" in quoted["ferry-1"]
    assert all("14 jobs" not in text for text in quoted.values())
    assert answerer.holdings().articles == 7
    assert cited(answerer.ask("What does the Mountain Echo say of a zebra?"))[0] == "zebra-1"
    stories.write(*edited[1:], new)
    stories.refresh()
    assert "ferry-1" not in cited(answerer.ask(FERRY, limit=9))
    assert answerer.article("ferry-1") is None


def test_a_refresh_that_changes_nothing_opens_nothing_anew(stories: Stories) -> None:
    answerer = Answerer(stories.index, FakeEncoder())
    generation = answerer.ask(FERRY).generation
    stories.refresh()
    assert answerer.ask(FERRY).generation == generation


def test_an_index_that_was_deleted_goes_on_answering(stories: Stories) -> None:
    answerer = Answerer(stories.index, FakeEncoder())
    before = answerer.ask(FERRY)
    shutil.rmtree(stories.index)
    assert replace(answerer.ask(FERRY), seconds=0) == replace(before, seconds=0)
    assert answerer.article("ferry-1") is not None
    stories.refresh()
    assert answerer.ask(FERRY).generation == current_generation(stories.index)


def test_a_catalogue_of_another_program_is_corrupt(stories: Stories) -> None:
    [catalog] = stories.index.glob("catalogs/*.sqlite")
    catalog.write_bytes(b"x" * catalog.stat().st_size)
    with pytest.raises(CorruptIndex, match="rebuild"):
        Answerer(stories.index, FakeEncoder())


def edition(number: int) -> list[Story]:
    """The stories, all of which say of which edition they are."""
    return [{**each, "text": f"{each['text']} This stands in edition {number}."} for each in STORIES]


def test_threads_that_ask_while_the_index_is_refreshed_get_whole_answers_of_one_edition(tmp_path: Path) -> None:
    stories = Stories(tmp_path)
    stories.write(*edition(0))
    stories.refresh()
    generations = [current_generation(stories.index)]
    answerer = Answerer(stories.index, FakeEncoder())
    refreshing = True

    def ask() -> list[Answer]:
        answers: list[Answer] = []
        while refreshing or not answers:
            answers.append(answerer.ask(FERRY, limit=6))
        return answers

    with ThreadPoolExecutor(8) as pool:
        asking = [pool.submit(ask) for _ in range(8)]
        try:
            for number in range(1, 4):
                stories.write(*edition(number))
                stories.refresh()
                generations.append(current_generation(stories.index))
        finally:
            refreshing = False
        histories = [future.result() for future in asking]
    for history in histories:
        seen = [generations.index(answer.generation) for answer in history]
        assert all(before <= after for before, after in pairwise(seen))
        for answer, number in zip(history, seen, strict=True):
            assert len(answer.passages) == 6
            assert all(passage.text.endswith(f"edition {number}.") for passage in answer.passages)
    assert answerer.ask(FERRY).generation == generations[-1]


def test_an_article_whose_file_was_edited_since_is_told(stories: Stories) -> None:
    answerer = Answerer(stories.index, FakeEncoder())
    article = answerer.article("ferry-1")
    assert article is not None
    assert not answerer.changed(article)
    stories.write(*STORIES[1:])
    assert answerer.changed(article)
