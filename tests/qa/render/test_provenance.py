import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

from index.generation import Holdings
from qa.answer import Answer
from qa.question import Filters, Question
from qa.render.csv import answers_to_csv
from qa.render.provenance import (
    moment,
    provenance,
    provenance_lines,
    provenance_to_dict,
    provenance_to_markdown,
    searched,
)
from tests.conftest import came_about

BUILT = datetime(2026, 11, 30, 22, 10, tzinfo=UTC)
HOLDINGS = Holdings("c", "i", "1", BUILT, "m", 4, 9, {"Quay Courier": 3, "Harbour Post": 1}, None, None, {}, 1, "s")


def test_a_search_says_how_it_was_understood_and_how_many_articles_it_saw() -> None:
    filters = Filters(outlets=("Quay Courier",), since=date(2026, 3, 1))
    found = searched(Question("Who paid?", "Who paid?", filters=filters), 3)
    assert (found.asked, found.understood, found.articles) == ("Who paid?", "only Quay Courier; from 1 March 2026", 3)


def test_it_is_said_in_sentences_each_search_once() -> None:
    assert provenance_lines(came_about("Who paid?", "Who paid?", "When?")) == (
        "“Who paid?”: understood as outlet: Quay Courier; 3 articles searched.",
        "“When?”: understood as outlet: Quay Courier; 3 articles searched.",
        "Dateline 1.2.3, 1 December 2026, 09:05 UTC+01:00. The index was made 30 November 2026, 22:10 UTC, of "
        "4 articles from 3 outlets.",
    )


def test_what_is_made_now_says_of_which_index() -> None:
    given = provenance(HOLDINGS)
    assert (given.articles, given.outlets, given.built) == (4, 2, BUILT)
    assert abs(given.made - datetime.now(UTC)).total_seconds() < 60
    assert given.version[0].isdigit()


def test_as_markdown_no_question_can_act_as_markup() -> None:
    given = came_about("*Who*\n# paid?")
    assert "- “\\*Who\\* # paid?”: understood" in provenance_to_markdown(given)


def test_as_data_it_is_whole() -> None:
    assert provenance_to_dict(came_about("Who paid?")) == {
        "searches": [{"asked": "Who paid?", "understood": "outlet: Quay Courier", "articles_searched": 3}],
        "made": "2026-12-01T09:05:00+01:00",
        "dateline": "1.2.3",
        "index": {"made": "2026-11-30T22:10:00+00:00", "articles": 4, "outlets": 3},
    }


def test_each_row_of_a_table_says_how_its_own_question_was_understood(answer: Answer) -> None:
    other = replace(answer, question=replace(answer.question, asked="When?"))
    given = came_about("How many?", "When?")
    narrowed = replace(given, searches=(given.searches[0], replace(given.searches[1], understood="", articles=2)))
    rows = list(csv.DictReader(io.StringIO(answers_to_csv([answer, other], narrowed))))
    first, last = rows[0], rows[-1]
    assert (first["understood"], first["articles_searched"]) == ("outlet: Quay Courier", "3")
    assert (last["question"], last["understood"], last["articles_searched"]) == ("When?", "", "2")
    assert {(row["made"], row["dateline"], row["index_made"]) for row in rows} == {
        ("2026-12-01T09:05:00+01:00", "1.2.3", "2026-11-30T22:10:00+00:00")
    }


def test_a_moment_names_its_zone() -> None:
    assert moment(datetime.fromisoformat("2026-12-01T09:05:00-03:30")) == "1 December 2026, 09:05 UTC-03:30"
