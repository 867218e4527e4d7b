"""What the time that a question names does to its answer."""

from datetime import date
from pathlib import Path

import pytest

from qa.answer import Answer
from qa.answerer import Answerer
from qa.question import Filters
from tests.conftest import FakeEncoder
from tests.qa.stories import Stories, story

TODAY = date(2026, 3, 10)
BUDGETS = (
    ("q1", "2024-03-12", "The council gave 4.1 million for the Harrow quay budget."),
    ("q2", "2024-09-17", "The council raised the Harrow quay budget to 5.6 million."),
    ("q3", "2025-03-11", "The council agreed to a Harrow quay budget of 6.2 million."),
    ("q4", "2025-07-15", "The Harrow quay budget has grown to 7.7 million, the council heard."),
    ("q5", "2026-01-13", "The council approved a Harrow quay budget of 9.4 million."),
)


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("quay"), *BUDGETS)


def answerer_of(folder: Path, *stories: tuple[str, str, str]) -> Answerer:
    corpus = Stories(folder)
    pool = "The pool closes for repairs. Swimmers use the one in Ostrand."
    corpus.write(
        *(story(name, "Post", text, day=day) for name, day, text in stories),
        story("pool", "Ostrand Today", pool, day="2026-02-17"),
    )
    corpus.refresh()
    return Answerer(corpus.index, FakeEncoder())


def first(answer: Answer) -> str:
    return answer.passages[0].citation.article_id


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("How high was the Harrow quay budget of the council in 2026?", "q5"),
        ("How high was the Harrow quay budget between February and May 2025?", "q3"),
        ("How high was the Harrow quay budget before June 2024?", "q1"),
        ("How high was the Harrow quay budget on 15 July 2025?", "q4"),
        ("How high was the Harrow quay budget two months ago?", "q5"),
        ("What is the latest Harrow quay budget?", "q5"),
        ("What was the first Harrow quay budget?", "q1"),
        ("What was the first budget of the Harrow quay?", "q1"),
    ],
)
def test_the_article_of_the_time_comes_first(quay: Answerer, question: str, article: str) -> None:
    assert first(quay.ask(question, today=TODAY)) == article


@pytest.mark.parametrize(("name", "day", "text"), BUDGETS)
def test_to_name_the_day_of_an_article_makes_no_answer_less_sure(
    quay: Answerer, name: str, day: str, text: str
) -> None:
    question = f"{text[:-1]}?"
    published = date.fromisoformat(day)
    for written in (day, f"{published:%B} {published.day}, {published.year}", f"{published:%d/%m/%Y}"):
        dated = quay.ask(f"{question[:-1]} on {written}?", today=TODAY)
        assert first(dated) == name
        assert dated.confidence >= quay.ask(question, today=TODAY).confidence - 0.01


def test_what_is_taken_back_is_a_word_like_any_other(quay: Answerer) -> None:
    question = "What was the latest Harrow quay budget before 2025?"
    asked = quay.ask(question, today=TODAY).question
    assert [period.words for period in asked.periods] == ["before 2025"]
    assert asked.order
    taken_back = quay.ask(question, filters=Filters(unread=("before 2025", "latest")), today=TODAY).question
    assert (taken_back.periods, taken_back.order) == ((), None)


def test_an_outlet_called_today_is_no_day(quay: Answerer) -> None:
    assert quay.ask("What did Ostrand Today say of the pool?", today=TODAY).question.periods == ()
    assert quay.ask('Who said "see you today"?', today=TODAY).question.periods == ()
    assert quay.ask("What did Ostrand Today say today?", today=TODAY).question.periods


def test_the_day_of_the_question_is_what_last_week_is_counted_from(quay: Answerer) -> None:
    [period] = quay.ask("What of the quay yesterday?", today=TODAY).question.periods
    assert (period.first, period.counted_from) == (date(2026, 3, 9), None)
    [period] = quay.ask("What of the quay yesterday?", today=date(2027, 3, 9)).question.periods
    assert (period.first, period.counted_from) == (date(2026, 2, 16), date(2026, 2, 17))


def test_an_article_dated_in_the_future_moves_no_day_and_is_not_the_latest(tmp_path: Path) -> None:
    wrong = ("q6", "2062-01-13", "The council approved a Harrow quay budget of 9.9 million.")
    quay = answerer_of(tmp_path, *BUDGETS, wrong)
    assert first(quay.ask("What is the latest Harrow quay budget?", today=TODAY)) == "q5"
    [period] = quay.ask("What of the quay on 12 January?", today=TODAY).question.periods
    assert period.first == date(2026, 1, 12)


def test_a_numeric_day_is_read_as_the_articles_write_theirs(tmp_path: Path) -> None:
    for folder, text, day in (("a", "on April 3 and May 4.", (2025, 3, 4)), ("b", "on 3 April.", (2025, 4, 3))):
        (tmp_path / folder).mkdir()
        quay = answerer_of(tmp_path / folder, ("q", "2025-05-05", f"The quay was closed {text}"))
        [period] = quay.ask("What of the quay on 3/4/2025?", today=TODAY).question.periods
        assert period.first == date(*day)
        assert period.or_else


def test_in_a_long_question_a_year_is_of_a_part_of_it_and_a_day_still_counts(quay: Answerer) -> None:
    long = (
        "Did the council, which has quarrelled over harbour walls, cranes, lorries, divers, treasurers, engineers, "
        "auditors, fishermen and street lamps since 2014 and in November, approve millions after July 15, 2025?"
    )
    assert [period.words for period in quay.ask(long, today=TODAY).question.periods] == ["July 15, 2025"]
    assert quay.ask(f"latest {long}", today=TODAY).question.order is None
