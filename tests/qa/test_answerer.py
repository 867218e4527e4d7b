import json
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import BadSettings
from index.catalog.lists import Order
from index.errors import ModelUnusable
from index.generation.publish import current_generation
from index.settings import IndexSettings
from qa.answer import Answer, Conversation
from qa.answerer import Answerer
from qa.errors import BadQuestion
from qa.opening import open_answerer
from qa.question import Filters
from qa.settings import AnswerSettings
from tests.conftest import FakeEncoder
from tests.qa.conftest import STORIES
from tests.qa.stories import Stories, story

FERRY = "How many jobs go with the Marlin ferry of Lindqvist Lines?"


@pytest.fixture(scope="module")
def answerer(index: Path) -> Answerer:
    return Answerer(index, FakeEncoder())


def cited(answer: Answer) -> list[str]:
    return [passage.citation.article_id for passage in answer.passages]


# Found and not found


def test_a_question_that_the_articles_answer_is_answered_with_what_they_say(answerer: Answerer) -> None:
    answer = answerer.ask("How many jobs does Lindqvist Lines cut with the Marlin ferry's last crossing?")
    assert answer.found
    best = answer.passages[0]
    assert best.citation.outlet == "Quay Courier"
    assert best.citation.title == "Marlin ferry stops for good"
    assert best.citation.published == date(2026, 3, 3)
    assert best.highlights
    assert answer.generation == answerer.holdings().generation
    assert answer.seconds > 0


def test_a_question_that_they_do_not_answer_is_an_answer_too_with_the_nearest_material(answerer: Answerer) -> None:
    answer = answerer.ask("Which zebra won the chess championship of Mongolia yesterday evening?")
    assert not answer.found
    assert answer.passages
    assert answer.confidence < answerer.ask(FERRY).confidence


def test_the_threshold_decides_what_counts_as_found(index: Path) -> None:
    for threshold, found in ((0.0, True), (1.0, False)):
        strict = Answerer(index, FakeEncoder(), AnswerSettings(may_threshold=threshold, answers_threshold=1.0))
        assert strict.ask(FERRY).found == found


def test_naming_an_outlet_does_not_make_its_answer_surer(index: Path) -> None:
    partial = Answerer(index, FakeEncoder(), AnswerSettings(outlet_boost=10))
    named = partial.ask("Which zebra won the chess championship of Mongolia, Harbour Post?")
    assert named.passages[0].citation.outlet == "Harbour Post"
    assert not named.found


def test_when_filters_leave_nothing_nothing_is_shown(answerer: Answerer) -> None:
    answer = answerer.ask(FERRY, filters=Filters(since=date(2030, 1, 1)))
    assert (answer.passages, answer.found, answer.confidence) == ((), False, 0.0)
    assert [row.passages for row in answer.outlets] == [0, 0, 0]


@pytest.mark.parametrize(
    ("asked", "filters"),
    [
        (FERRY, Filters(outlets=("Harbour Post",))),
        (FERRY, Filters(outlets=("the harbour post",))),
        (f"{FERRY} outlet:“Harbour Post”", None),
        (f'outlet:"harbour post" {FERRY} (not Quay Courier)', None),
    ],
)
def test_an_outlet_in_a_filter_is_the_only_one_shown(answerer: Answerer, asked: str, filters: Filters | None) -> None:
    answer = answerer.ask(asked, filters=filters)
    assert {passage.citation.outlet for passage in answer.passages} == {"Harbour Post"}
    assert answer.question.filters.outlets == ("Harbour Post",)


def test_days_and_excluded_articles_are_left_out(answerer: Answerer) -> None:
    until = answerer.ask(FERRY, filters=Filters(since=date(2026, 2, 1), until=date(2026, 3, 4)), limit=9)
    assert sorted(cited(until)) == ["bridge-2", "ferry-1", "ferry-2"]
    without = answerer.ask(FERRY, filters=Filters(exclude=("ferry-1", "bridge-1")), limit=9)
    assert sorted(cited(without)) == ["bridge-2", "ferry-2", "ferry-3", "school-1"]


def test_each_named_outlet_is_quoted_first_by_whatever_name(answerer: Answerer) -> None:
    answer = answerer.ask(
        "What jobs does the Ledger's rival Harbour Post see go with the Marlin ferry, and what does QC?"
    )
    assert answer.question.outlets == ("Harbour Post", "Quay Courier")
    assert [passage.citation.outlet for passage in answer.passages[:2]] == ["Harbour Post", "Quay Courier"]


@pytest.mark.parametrize("limit", [1, 2, 4])
def test_no_more_passages_are_shown_than_asked_for(answerer: Answerer, limit: int) -> None:
    whole = answerer.ask(FERRY, limit=6).passages
    assert cited(answerer.ask(FERRY, limit=limit)) == [passage.citation.article_id for passage in whole[:limit]]


def test_without_a_number_the_setting_decides(index: Path) -> None:
    assert len(Answerer(index, FakeEncoder(), AnswerSettings(passages=2)).ask(FERRY).passages) == 2


def test_the_outlets_of_an_answer_count_what_is_shown_and_what_there_is(answerer: Answerer) -> None:
    answer = answerer.ask(FERRY, limit=2)
    rows = {row.outlet: (row.passages, row.articles) for row in answer.outlets}
    shown = [passage.citation.outlet for passage in answer.passages]
    assert {outlet: articles for outlet, (_, articles) in rows.items()} == answerer.holdings().outlets
    assert all(passages == shown.count(outlet) for outlet, (passages, _) in rows.items())
    assert [row.passages for row in answer.outlets] == sorted((row.passages for row in answer.outlets), reverse=True)


def test_the_same_text_in_two_outlets_is_shown_once_and_cited_twice(tmp_path: Path) -> None:
    agency = "Lindqvist Lines will end the Marlin ferry in spring, the company told the agency on Monday morning."
    stories = Stories(tmp_path)
    stories.write(story("one", "Quay Courier", agency), story("two", "Harbour Post", agency), *STORIES[3:])
    stories.refresh()
    answer = Answerer(stories.index, FakeEncoder()).ask("When will Lindqvist Lines end the Marlin ferry?")
    best = answer.passages[0]
    assert best.text == agency
    assert {best.citation.outlet, *(copy.outlet for copy in best.also_in)} == {"Quay Courier", "Harbour Post"}
    assert not {"one", "two"} & {passage.citation.article_id for passage in answer.passages[1:]}
    matching = [passage for passage in answer.passages if passage.matches]
    shown = Counter(citation.outlet for passage in matching for citation in (passage.citation, *passage.also_in))
    assert {row.outlet: row.passages for row in answer.outlets if row.passages} == shown


def test_a_follow_up_leans_on_the_question_before(answerer: Answerer) -> None:
    conversation = Conversation().with_answer(answerer.ask("Where does the roof of the grammar school leak?"))
    assert cited(answerer.ask("And why?", conversation))[0] == "school-1"


# Bad questions


@pytest.mark.parametrize("asked", ["", "   ", "?!…", 'outlet:"Quay Courier"', "a" * 100_000])
def test_a_question_without_words_or_without_end_is_refused(answerer: Answerer, asked: str) -> None:
    with pytest.raises(BadQuestion, match="question"):
        answerer.ask(asked)


@pytest.mark.parametrize(
    ("asked", "filters", "message"),
    [
        (FERRY, Filters(outlets=("Daily Zebra",)), "Daily Zebra"),
        (FERRY + ' outlet:"Daily Zebra"', None, "Daily Zebra"),
        (FERRY + " since:yesterday", None, "yesterday"),
        (FERRY + " since:2026-02-02", Filters(until=date(2026, 2, 1)), "2026-02-02"),
    ],
)
def test_a_filter_that_cannot_be_read_is_refused_with_its_value(
    answerer: Answerer, asked: str, filters: Filters | None, message: str
) -> None:
    with pytest.raises(BadQuestion, match=message):
        answerer.ask(asked, filters=filters)


@given(st.text(max_size=80))
def test_any_text_is_answered_or_refused_as_a_bad_question(answerer: Answerer, asked: str) -> None:
    try:
        answer = answerer.ask(asked)
    except BadQuestion:
        return
    assert 0 <= answer.confidence <= 1
    if answer.question.filters != Filters():
        return  # operators, which may leave out any article
    assert len(set(cited(answer))) == len(answer.passages) == AnswerSettings().passages  # a chunk an article, here


# What the index holds


def test_the_holdings_tell_what_the_index_holds(index: Path, answerer: Answerer) -> None:
    holdings = answerer.holdings()
    assert holdings.generation == current_generation(index)
    assert (holdings.articles, holdings.chunks) == (6, 6)
    assert (holdings.first, holdings.last) == (date(2026, 1, 15), date(2026, 3, 9))
    assert timedelta() <= datetime.now(UTC) - holdings.built < timedelta(hours=1)
    assert holdings.outlets == {"Harbour Post": 2, "Inland Ledger": 2, "Quay Courier": 2}


def test_articles_are_given_whole_by_their_id(answerer: Answerer) -> None:
    article = answerer.article("ferry-3")
    assert article is not None
    assert (article.text, article.outlet) == (STORIES[2]["text"], "Inland Ledger")
    assert answerer.article("ferry-4") is None


def test_articles_are_listed_in_pages_narrowed_by_filters(answerer: Answerer) -> None:
    listed = [(one.outlet, one.article_id) for one in answerer.articles(order=Order.OUTLET)]
    assert sorted(listed) == sorted((each["outlet"], each["id"]) for each in STORIES)
    assert [outlet for outlet, _ in listed] == sorted(outlet for outlet, _ in listed)
    pages = [answerer.articles(order=Order.OUTLET, start=start, rows=4) for start in (0, 4)]
    assert [one.article_id for page in pages for one in page] == [article_id for _, article_id in listed]
    only = answerer.articles(Filters(outlets=("inland ledger",)))
    assert {one.outlet for one in only} == {"Inland Ledger"}
    assert sorted(answerer.sources()) == sorted(one.source for one in answerer.articles())
    files = {one.source.partition("#")[0] for one in answerer.articles()}
    assert sum(map(answerer.indexed, files)) == len(STORIES)
    assert answerer.indexed("nothing.md") == 0


def test_a_folder_of_articles_without_an_index_is_indexed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.opening.load_encoder", lambda *_: FakeEncoder())
    articles = tmp_path / "stories.jsonl"
    articles.write_text("\n".join(map(json.dumps, STORIES)), "utf-8")
    stages = []
    answerer = open_answerer(articles, tmp_path / "index", lambda progress: stages.append(progress.stage))
    assert answerer.holdings().articles == 6
    assert stages
    stages.clear()
    again = open_answerer(articles, tmp_path / "index", lambda progress: stages.append(progress.stage))
    assert again.holdings() == answerer.holdings()
    assert not stages


def test_an_answerer_is_opened_as_the_file_beside_the_articles_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for = []

    def load(settings: IndexSettings, _: object) -> FakeEncoder:
        asked_for.append(settings)
        return FakeEncoder()

    monkeypatch.setattr("qa.opening.load_encoder", load)
    articles = tmp_path / "stories.jsonl"
    articles.write_text("\n".join(map(json.dumps, STORIES)), "utf-8")
    file = tmp_path / "dateline.toml"
    file.write_text('[index]\nfolder = "idx"\nchunk_tokens = 90\n[answers]\npassages = 2\nreranker = "./gone"', "utf-8")
    with pytest.raises(ModelUnusable, match=str(tmp_path / "gone")):
        open_answerer(articles)
    answerer = open_answerer(articles, reranker="none")
    assert asked_for == [IndexSettings(chunk_tokens=90)] * 2
    assert answerer.holdings().index == str(tmp_path / "idx")
    assert len(answerer.ask(FERRY).passages) == 2
    assert len(answerer.ask(FERRY, limit=3).passages) == 3
    assert len(open_answerer(articles, settings=AnswerSettings(passages=1)).ask(FERRY).passages) == 1


@pytest.mark.parametrize("text", ["[answers]\npassage = 2", "[answer]\npassages = 2", "[index]\nchunk_tokens = 9"])
def test_no_answerer_is_opened_with_settings_that_cannot_be(tmp_path: Path, text: str) -> None:
    (tmp_path / "dateline.toml").write_text(text, "utf-8")
    with pytest.raises(BadSettings, match=re.escape(str(tmp_path / "dateline.toml"))):
        open_answerer(tmp_path)
