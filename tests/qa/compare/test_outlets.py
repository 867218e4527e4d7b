"""The comparison on the sample articles, with the real model: what each outlet says there is known."""

from pathlib import Path

import pytest

from corpus.sample import SAMPLE_ARTICLES
from index.encode.load import load_encoder
from index.library import Library
from index.refresh.run import refresh_index
from index.settings import IndexSettings
from qa.answerer import Answerer
from qa.ask import Ask
from qa.compare.comparison import Comparison, FigureGroup
from qa.passage import Passage
from qa.question import Filters
from tests.conftest import FakeEncoder
from tests.qa.stories import Stories, story

GENEVA = "How long did the second day of the Geneva talks last?"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    index, encoder = tmp_path_factory.mktemp("sample"), load_encoder(IndexSettings())
    refresh_index(Library(SAMPLE_ARTICLES, index), encoder=encoder)
    return Answerer(index, encoder)


def words(quote: Passage) -> str:
    (figure,) = quote.highlights
    return figure.text


def given(figures: FigureGroup) -> list[set[tuple[str, str]]]:
    return [{(quote.citation.outlet, words(quote)) for quote in group} for group in figures.groups]


def quotes(comparison: Comparison) -> list[tuple[str, str, int, int]]:
    passages = [row.quote for row in comparison.rows]
    passages += [quote for one in comparison.figures for quote in one.quotes]
    return [(one.text, one.citation.article_id, one.citation.start, one.citation.end) for one in passages]


def test_lengths_of_one_meeting_stand_side_by_side_and_another_meeting_does_not(sample: Answerer) -> None:
    asked = [figures for figures in sample.compare(Ask(GENEVA)).figures if figures.asked]
    assert [given(figures) for figures in asked] == [
        [
            {("The Northmere Courier", "only two hours"), ("Thistlegate Review", "two hours")},
            {("Quillport Ledger", "barely 90 minutes")},
        ]
    ]


@pytest.mark.parametrize(
    "question", [GENEVA, "How long did the talks last?", "How long did the meeting on Wednesday last?"]
)
def test_the_closed_meeting_never_stands_beside_the_talks(sample: Answerer, question: str) -> None:
    shown = [words(quote) for figures in sample.compare(Ask(question)).figures for quote in figures.quotes]
    assert {"two hours", "barely 90 minutes"} <= set(shown)
    assert "about an hour and a half" not in shown


@pytest.mark.parametrize(
    "question",
    ["What happened in Geneva on Wednesday?", "How long did Medinsky talk to the Ukrainians behind closed doors?"],
)
def test_a_figure_that_only_one_outlet_gives_stands_in_no_table(sample: Answerer, question: str) -> None:
    comparison = sample.compare(Ask(question))
    assert len(comparison.rows) > 1
    assert comparison.figures == ()


@pytest.mark.parametrize(
    ("question", "heading", "expected"),
    [
        (
            "How many fish died in the Ashel?",
            "Number killed",
            {"Sundervale Dispatch": "Some 5,000", "Thistlegate Review": "3,400", "Brindlewick Today": "around 9,000"},
        ),
        (
            "How long will the Kelder Bridge be closed?",
            "Length of time: closure",
            {
                "Sundervale Dispatch": "at least four months",
                "The Northmere Courier": "eleven weeks",
                "Quillport Ledger": "eleven weeks",
            },
        ),
        (
            "How much will the repair of the Kelder Bridge cost?",
            "Amount: cost",
            {"Sundervale Dispatch": "19 million pounds", "The Northmere Courier": "14.2 million pounds"},
        ),
        (
            "How many vehicles cross the Kelder Bridge a day?",
            "Number of vehicles",
            {"Sundervale Dispatch": "Some 28,000", "The Northmere Courier": "About 31,000"},
        ),
        (
            "How many people were killed or injured in Russian attacks around the talks?",
            "Number killed",
            {"Thistlegate Review": "four", "Brindlewick Today": "173", "The Northmere Courier": "one woman"},
        ),
    ],
)
def test_differing_figures_stand_under_one_heading_with_their_outlets(
    sample: Answerer, question: str, heading: str, expected: dict[str, str]
) -> None:
    first = sample.compare(Ask(question)).figures[0]
    assert (first.heading, first.asked, len(first.groups) > 1) == (heading, True, True)
    assert {quote.citation.outlet: words(quote) for quote in first.quotes} == expected


def test_weekdays_and_dates_are_compared_by_the_day_they_mean(sample: Answerer) -> None:
    days = sample.compare(Ask("On which day did the Geneva talks end?")).figures[0]
    groups = [{words(quote) for quote in group} for group in days.groups]
    assert groups == [{"Wednesday"}, {"Thursday"}]


def test_every_quotation_is_word_for_word_in_its_article(sample: Answerer) -> None:
    for question in (GENEVA, "What happened to the Kelder Bridge?", "How many fish died in the Ashel?"):
        comparison = sample.compare(Ask(question))
        assert comparison.rows
        assert comparison.figures
        for text, article_id, start, end in quotes(comparison):
            article = sample.article(article_id)
            assert article is not None
            assert article.text[start:end] == text


def test_an_agency_text_in_two_outlets_is_one_independent_text(sample: Answerer) -> None:
    comparison = sample.compare(Ask("What was said of control of the Zaporizhzhia nuclear power plant?"))
    outlets = {row.outlet for row in comparison.rows}
    assert {"Quillport Ledger", "Sundervale Dispatch"} <= outlets
    assert comparison.independent == len(outlets) - 1
    same = [report for report in comparison.timeline if report.same_text]
    assert [len(report.same_text) for report in same] == [1]


def test_figures_of_one_text_in_two_outlets_are_not_put_side_by_side(tmp_path: Path) -> None:
    agency = (
        "Lindqvist Lines will end the Marlin ferry in spring, and 14 jobs go with the Marlin ferry, it said on Monday."
    )
    union = "The Marlin ferry of Lindqvist Lines ends in spring: 40 jobs go with the Marlin ferry, the union says."
    stories = Stories(tmp_path)
    stories.write(story("one", "Courier", agency), story("two", "Post", agency), story("three", "Ledger", union))
    stories.refresh()
    answerer = Answerer(stories.index, FakeEncoder())
    comparison = answerer.compare(Ask("How many jobs go with the Marlin ferry of Lindqvist Lines?"))
    assert {row.outlet for row in comparison.rows} == {"Courier", "Post", "Ledger"}
    assert [given(figures) for figures in comparison.figures] == [[{("Ledger", "40")}, {("Courier", "14")}]]


def test_rows_and_outlets_without_a_match_are_all_outlets_together(sample: Answerer) -> None:
    comparison = sample.compare(Ask("How many fish died in the Ashel?"))
    rows, without = [row.outlet for row in comparison.rows], [one.outlet for one in comparison.without]
    assert sorted(rows + without) == sorted(sample.holdings().outlets)
    assert "The Northmere Courier" in without
    assert all(0 < row.matching <= row.articles for row in comparison.rows)


def test_the_timeline_is_in_order_and_undated_articles_stand_apart(sample: Answerer) -> None:
    comparison = sample.compare(Ask("What does the closure of the Kelder Bridge mean?"))
    days = [report.citation.published for report in comparison.timeline]
    assert None not in days
    assert days == sorted(days, key=str)
    assert [report.citation.title for report in comparison.undated] == ["Hauliers count the cost of the long way round"]


def test_filters_hold_for_the_comparison_and_for_what_it_says_was_searched(sample: Answerer) -> None:
    only = Filters(outlets=("Quillport Ledger", "Sundervale Dispatch"))
    comparison = sample.compare(Ask("How many vehicles cross the Kelder Bridge a day?", filters=only))
    named = {row.outlet for row in comparison.rows} | {one.outlet for one in comparison.without}
    assert named == set(only.outlets)


def test_a_comparison_holds_the_answer_of_the_same_search(sample: Answerer) -> None:
    comparison, answer = sample.compare(Ask(GENEVA, limit=3)), sample.ask(GENEVA, limit=3)
    assert comparison.answer.passages == answer.passages
    assert comparison.answer.confidence == answer.confidence


def test_an_outlet_is_in_one_group_of_similar_sentences(sample: Answerer) -> None:
    comparison = sample.compare(Ask("How did Medinsky describe the negotiations?"))
    grouped = [outlet for group in comparison.alike for outlet in group]
    assert sorted(grouped) == sorted(row.outlet for row in comparison.rows)


def test_a_question_that_nothing_comes_near_has_no_figures(sample: Answerer) -> None:
    comparison = sample.compare(Ask("How many prisoners were exchanged in Istanbul?"))
    assert not comparison.answer.found
    assert comparison.figures == ()
