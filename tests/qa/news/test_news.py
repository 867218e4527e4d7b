"""What is new to a saved search, on a real index that is refreshed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.library import Library
from index.refresh.run import refresh_index
from qa.ask import Ask
from qa.news import SavedSearch, Searches, all_news, find_news, look, seen_with
from qa.news.news import ROWS
from qa.news.searches import Seen
from qa.question import Filters
from tests.conftest import FakeEncoder
from tests.qa.conftest import STORIES
from tests.qa.news.desk import FERRY, SOLD, Desk
from tests.qa.stories import story

LYNX = story("lynx-1", "Night Bell", "A lynx escaped from the zoo of Norr in the night of Sunday.", day="2026-04-02")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_came_is_told_until_it_was_seen(desk: Desk) -> None:
    desk.save(FERRY)
    assert desk.told() == []
    desk.now(*STORIES, SOLD, LYNX)
    assert desk.told() == desk.told() == [SOLD["text"]]
    desk.mark(desk.news()[0])
    assert desk.told() == []
    desk.now(*STORIES, SOLD, LYNX, story("bell-1", "Night Bell", "The bell of the Marlin ferry hangs in a bar."))
    assert desk.told() == ["The bell of the Marlin ferry hangs in a bar."]


def test_no_search_no_work(desk: Desk) -> None:
    assert desk.news() == []
    assert desk.searches.workspace.read("arrivals.json") is None


def test_an_article_that_only_moved_or_got_another_date_is_not_new(desk: Desk) -> None:
    desk.save(FERRY)
    desk.save("How many articles mention the Marlin ferry?")
    desk.now(*[{**one, "date": "2026-05-05"} for one in reversed(STORIES)])
    assert desk.told() == []


def test_of_an_edited_article_only_passages_with_other_words_are_new(desk: Desk) -> None:
    desk.save(FERRY)
    other = "The Marlin ferry made its very last crossing on Tuesday. Lindqvist Lines said that 9 jobs would go."
    desk.now({**STORIES[0], "text": other}, *STORIES[1:])
    (news,) = desk.news()
    assert [passage.text for passage in news.passages] == [other]
    assert news.came["ferry-1"].edited
    desk.mark(news)
    desk.now({**STORIES[0], "text": f"{other} *"}, *STORIES[1:])
    desk.mark(desk.news()[0])
    desk.now(*STORIES)  # the old words again: they were known
    assert desk.told() == []


def test_passages_that_an_edit_of_their_article_left_alone_are_not_new(desk: Desk) -> None:
    first, second = (
        " ".join(f"Witness {n} of {place} saw the Marlin ferry leave at {n} o'clock." for n in range(14))
        for place in ("Osk", "Tarn")
    )
    desk.now(*STORIES, story("long-1", "Night Bell", f"{first}\n\n{second}"))
    desk.save("Which witness saw the Marlin ferry leave?")
    edited = first.replace("Witness 3 ", "Witness three ")
    desk.now(*STORIES, story("long-1", "Night Bell", f"{edited}\n\n{second}"))
    (news,) = desk.news()
    assert ["three" in passage.text for passage in news.passages] == [True]
    assert news.answer is not None
    assert [one.citation.article_id for one in news.answer.matching].count("long-1") > 1


def test_a_copy_that_says_a_little_more_is_not_new(desk: Desk) -> None:
    desk.save(FERRY)
    more = story("copy-1", "Night Bell", f"{STORIES[0]['text']} The Marlin ferry happened.", day="2026-04-03")
    desk.now(*STORIES, more)
    (news,) = desk.news()
    assert news.answer is not None
    assert news.answer.passages[0].citation.article_id == "copy-1"
    assert [copy.article_id for copy in news.answer.passages[0].also_in] == ["ferry-1"]
    assert news.number == 0


def test_an_article_that_comes_back_is_not_new(desk: Desk) -> None:
    desk.save(FERRY)
    desk.now(*STORIES[1:])
    assert desk.told() == []
    desk.mark(desk.news()[0])
    desk.now(*STORIES)
    assert desk.told() == []


def test_a_copy_of_known_words_is_not_new_and_a_new_text_of_two_outlets_is_one(desk: Desk) -> None:
    desk.save(FERRY)
    copy = story("copy-1", "Night Bell", STORIES[0]["text"], day="2026-04-03")
    desk.now(*STORIES, copy, SOLD, {**SOLD, "id": "sold-2", "outlet": "Harbour Post"})
    (news,) = desk.news()
    assert [passage.text for passage in news.passages] == [SOLD["text"]]
    assert len(news.passages[0].also_in) == 1


def test_a_rebuild_makes_nothing_new(desk: Desk) -> None:
    desk.save(FERRY)
    library = Library(desk.stories.folder / "articles", desk.stories.index)
    refresh_index(library, encoder=FakeEncoder(), rebuild=True)
    assert desk.told() == []


def test_of_a_list_its_new_articles_are_told(desk: Desk) -> None:
    desk.save("How many articles mention the Marlin ferry?")
    more = [story(f"more-{n}", "Night Bell", f"Day {n}: nobody saw the Marlin ferry.") for n in range(ROWS + 3)]
    desk.now(*STORIES, SOLD, LYNX)
    (news,) = desk.news()
    assert news.number == 1
    assert news.listing is not None
    assert [row.quote.citation.article_id for row in news.listing.rows] == ["sold-1"]
    desk.now(*STORIES, SOLD, LYNX, *more)
    (news,) = desk.news()
    assert (news.number, len(news.passages)) == (ROWS + 4, ROWS)
    desk.mark(news)
    assert desk.news()[0].number == 0


def test_what_came_between_an_answer_and_its_saving_is_told(desk: Desk) -> None:
    desk.save("Does the school roof leak?")  # so the generations are known
    answer = desk.answers.ask(FERRY)
    desk.now(*STORIES, SOLD)
    desk.news()
    search = SavedSearch.of(Ask(FERRY), Seen(at=datetime.now(UTC)))
    seen = seen_with(search, answer.generation, desk.searches.workspace, desk.answers)
    desk.searches.add(search.model_copy(update={"seen": seen}))
    assert desk.told() == [SOLD["text"]]


def test_what_came_while_an_answer_was_read_stays_new(desk: Desk) -> None:
    desk.save(FERRY)
    shown = desk.news()[0]
    desk.now(*STORIES, SOLD)
    desk.mark(shown)
    assert desk.told() == [SOLD["text"]]


def test_each_new_passage_is_told_once_whoever_looks_in_between(desk: Desk) -> None:
    desk.save(FERRY)
    other = Searches(desk.searches.workspace)
    stories, told = [*STORIES], list[str]()
    for number in range(6):
        text = f"Hearing {number}: witness {number} saw the Marlin ferry leave at {number} o'clock."
        stories.append(story(f"hearing-{number}", "Night Bell", text))
        desk.now(*(one for one in stories if one["id"] != f"hearing-{number - 2}"))
        list(all_news(other.all(), other.workspace, desk.answers))  # printing marks nothing
        if number % 2:
            told += desk.told()
            desk.mark(desk.news()[0])
    assert sorted(told) == sorted(one["text"] for one in stories if one["id"].startswith("hearing"))


def test_a_search_whose_outlet_is_gone_says_so(desk: Desk) -> None:
    kept = desk.save(FERRY, Filters(outlets=("Inland Ledger",)))
    desk.now(*(one for one in STORIES if one["outlet"] != "Inland Ledger"), SOLD)
    (news,) = desk.news()
    assert "Inland Ledger" in news.problem
    assert (news.number, news.search) == (0, kept)
    desk.mark(news)
    desk.now(*STORIES, SOLD)
    assert desk.news()[0].problem == ""


def test_a_search_is_asked_where_nothing_came_if_its_answer_is_wanted(desk: Desk) -> None:
    kept = desk.save(FERRY)
    at = look(desk.searches.workspace, desk.answers, kept.seen.upto)
    assert find_news(kept, at, desk.answers).answer is None
    wanted = find_news(kept, at, desk.answers, always=True)
    assert wanted.answer is not None
    assert (wanted.answer.found, wanted.number) == (True, 0)
