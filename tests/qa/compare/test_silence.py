"""Who of those that are asked for has anything, on the sample articles with the real model."""

from pathlib import Path

import pytest

from corpus.sample import SAMPLE_ARTICLES
from index.encode.load import load_encoder
from index.library import Library
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from qa.answer import Silent
from qa.answerer import Answerer
from qa.ask import Ask
from qa.question import Filters

BRIDGE_IN_REVIEW = "What did the Thistlegate Review say about the Kelder Bridge?"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    index: Path = tmp_path_factory.mktemp("sample")
    encoder = load_encoder(IndexSettings())
    refresh_index(Library(SAMPLE_ARTICLES, index), encoder=encoder)
    return Answerer(index, encoder)


def test_an_outlet_without_a_word_on_the_matter_is_said_to_have_none_and_others_are_shown(sample: Answerer) -> None:
    answer = sample.ask(BRIDGE_IN_REVIEW)
    assert (answer.found, answer.confidence) == (False, 0.0)
    assert answer.silent == (Silent("Thistlegate Review", 2),)
    assert set(answer.elsewhere) == {"Sundervale Dispatch", "Quillport Ledger", "The Northmere Courier"}
    assert answer.passages[0].citation.outlet in answer.elsewhere
    assert "Thistlegate Review" not in {passage.citation.outlet for passage in answer.passages}
    assert {passage.citation.outlet for passage in answer.matching} == set(answer.elsewhere)
    assert sum(row.passages for row in answer.outlets) == len(answer.matching)
    assert answer.question.outlets == ("Thistlegate Review",)


def test_an_outlet_that_has_something_comes_first_and_nothing_is_said(sample: Answerer) -> None:
    answer = sample.ask("What did the Thistlegate Review say about dead fish?")
    assert answer.found
    assert answer.passages[0].citation.outlet == "Thistlegate Review"
    assert (answer.silent, answer.elsewhere) == ((), ())


def test_of_several_outlets_each_is_told_of(sample: Answerer) -> None:
    answer = sample.ask("What do the Sundervale Dispatch and the Thistlegate Review say about the second crack?")
    assert answer.found
    assert answer.silent == (Silent("Thistlegate Review", 2),)
    assert "Sundervale Dispatch" in answer.elsewhere
    neither = sample.ask("What do Brindlewick Today and the Thistlegate Review say about the second crack?")
    assert not neither.found
    assert {one.name for one in neither.silent} == {"Brindlewick Today", "Thistlegate Review"}
    assert "Sundervale Dispatch" in neither.elsewhere


def test_where_nobody_has_anything_nobody_is_named(sample: Answerer) -> None:
    answer = sample.ask("What did the Thistlegate Review say about zebras and chess?")
    assert not answer.found
    assert (answer.silent, answer.elsewhere) == ((), ())


def test_who_asks_for_the_articles_of_an_outlet_as_such_gets_them(sample: Answerer) -> None:
    answer = sample.ask("Thistlegate Review articles")
    assert answer.found
    assert answer.passages[0].citation.outlet == "Thistlegate Review"


def test_what_a_filter_fixes_stays_fixed_and_others_are_only_named(sample: Answerer) -> None:
    answer = sample.ask("How long will the Kelder Bridge stay closed?", filters=Filters(("Thistlegate Review",)))
    assert not answer.found
    assert answer.silent == (Silent("Thistlegate Review", 2),)
    assert "The Northmere Courier" in answer.elsewhere
    assert {passage.citation.outlet for passage in answer.passages} == {"Thistlegate Review"}
    assert sample.ask("Which hotel hosted the talks?", filters=Filters(("The Northmere Courier",))).silent == ()


def test_of_several_outlets_of_a_filter_each_is_told_of(sample: Answerer) -> None:
    both = Filters(("Thistlegate Review", "The Northmere Courier"))
    answer = sample.ask("How long will the Kelder Bridge stay closed?", filters=both)
    assert answer.found
    assert answer.silent == (Silent("Thistlegate Review", 2),)


def test_an_author_is_preferred_and_told_of_as_an_outlet_is(sample: Answerer) -> None:
    answer = sample.ask("What did Noor Castellane write about the dairy?")
    assert answer.question.authors == ("Noor Castellane",)
    assert answer.found
    assert answer.passages[0].citation.authors == ("Noor Castellane",)
    silent = sample.ask("What did Noor Castellane write about the Kelder Bridge?")
    assert not silent.found
    assert silent.silent == (Silent("Noor Castellane", 1, is_author=True),)
    assert silent.passages
    assert not any("Noor Castellane" in passage.citation.authors for passage in silent.passages)


def test_the_view_of_the_outlets_says_the_same(sample: Answerer) -> None:
    answer = sample.answer(Ask(BRIDGE_IN_REVIEW))
    comparison = sample.compare(Ask(BRIDGE_IN_REVIEW))
    assert comparison.answer.silent == answer.silent
    assert {row.outlet for row in comparison.rows} == set(answer.elsewhere)
    assert "Thistlegate Review" in {one.outlet for one in comparison.without}
