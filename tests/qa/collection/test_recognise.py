from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.collection.recognise import NamedOutlet, find_inquiry, read_inquiry
from qa.collection.wanted import read_wanted
from qa.errors import BadQuestion
from qa.question import Asks, Inquiry
from qa.scope.outlet_names import OutletNames
from qa.times import Days, find_periods
from tests.qa.collection.questions import QUESTIONS, TRAPS

NAMES = OutletNames(["Quay Courier", "Harbour Post", "Inland Ledger", "The Ostrand Post"], {"QC": "Quay Courier"})
DAYS = Days(date(2026, 3, 10), date(2026, 3, 9))


def read(question: str, *unread: str) -> Inquiry | None:
    outlets = [NamedOutlet(one.start, one.end, one.name) for one in NAMES.mentions(question)]
    spans = [(one.start, one.end) for one in outlets]
    return find_inquiry(question, outlets, find_periods(question, DAYS, spans), unread)


def restricted(question: str, *unread: str) -> tuple[str, tuple[str, ...], tuple[str, ...], list[str]]:
    inquiry = read(question, *unread)
    assert inquiry
    days = [f"{period.first or ''}..{period.last or ''}" for period in inquiry.periods]
    return inquiry.words, inquiry.outlets, inquiry.without_outlets, days


@pytest.mark.parametrize(("question", "asks", "words"), [(question, *told) for question, told in QUESTIONS.items()])
def test_a_question_about_the_collection_is_told_by_its_form(question: str, asks: str, words: str) -> None:
    inquiry = read(question)
    assert inquiry
    assert (inquiry.asks, bool(inquiry.words)) == (asks, bool(words))
    assert not words or read_wanted(inquiry.words) == read_wanted(words)


@pytest.mark.parametrize("question", TRAPS)
def test_a_question_that_passages_answer_is_none(question: str) -> None:
    assert read(question) is None


def test_the_table_holds_enough_of_both() -> None:
    assert len(QUESTIONS) + len(TRAPS) >= 60
    assert len(TRAPS) >= 0.4 * (len(QUESTIONS) + len(TRAPS))


@pytest.mark.parametrize(
    ("question", "words", "outlets", "without", "days"),
    [
        (
            "How many articles of the Harbour Post mention the ferry in May 2025?",
            "the ferry",
            ("Harbour Post",),
            (),
            ["2025-05-01..2025-05-31"],
        ),
        (
            "How many articles published in the Quay Courier and the Inland Ledger since 1 March 2026 mention jobs?",
            "jobs",
            ("Quay Courier", "Inland Ledger"),
            (),
            ["2026-03-01.."],
        ),
        ("Which outlets other than the Ostrand Post wrote about the quay?", "the quay", (), ("The Ostrand Post",), []),
        ("In March 2026, which articles mention the ferry?", "the ferry", (), (), ["2026-03-01..2026-03-31"]),
        ("How many articles mention the ferry last week?", "the ferry", (), (), ["2026-03-02..2026-03-10"]),
        ("How often did the Quay Courier mention the mayor?", "the mayor", ("Quay Courier",), (), []),
        ("List all QC articles", "", ("Quay Courier",), (), []),
        # What belongs to the words asked about restricts nothing.
        ("How many articles mention the Quay Courier?", "the Quay Courier", (), (), []),
        ("How many articles mention the election of 2024?", "the election of 2024", (), (), []),
        ("How many articles mention Expo 2020?", "Expo 2020", (), (), []),
        ('How many articles mention "in May 2025"?', '"in May 2025"', (), (), []),
    ],
)
def test_outlets_and_times_restrict_it_where_they_are_not_what_is_asked_about(
    question: str, words: str, outlets: tuple[str, ...], without: tuple[str, ...], days: list[str]
) -> None:
    assert restricted(question) == (words, outlets, without, days)


@pytest.mark.parametrize(
    ("question", "words", "authors"),
    [
        ("List all articles by Ines Rask.", "", ("Ines Rask",)),
        ("articles by Ines Rask", "", ("Ines Rask",)),
        ("How many articles by Ines Rask mention the ferry?", "the ferry", ("Ines Rask",)),
        ("Which articles on the ferry were written by Tom O’Hara?", None, ()),
        ("How many articles mention the ferry, written by Tom O’Hara?", "the ferry", ("Tom O’Hara",)),
        ("How many articles did Ines Rask write about the ferry?", "the ferry", ("Ines Rask",)),
        ("Which articles has Rask published?", "", ("Rask",)),
        ("articles from Geneva", None, ()),
        ("How many articles mention the attack by Hamas?", "the attack by Hamas", ()),
        ("How many articles by the mayor mention the ferry?", None, ()),
    ],
)
def test_an_author_restricts_it(question: str, words: str | None, authors: tuple[str, ...]) -> None:
    inquiry = read(question)
    assert (inquiry and (inquiry.words, inquiry.authors)) == (words if words is None else (words, authors))


def test_an_author_is_one_of_an_article_by_all_parts_of_the_name() -> None:
    inquiry = read("List all articles by Ines Rask")
    assert inquiry
    assert inquiry.admits("Quay Courier", None, ["Tom Oduya", "ines m. rask"])
    assert not inquiry.admits("Quay Courier", None, ["Ines Oduya", "Tom Rask"])
    assert not inquiry.admits("Quay Courier", None)


def test_what_was_taken_back_restricts_nothing_and_is_no_word_either() -> None:
    question = "How many articles of the Harbour Post mention the ferry in May 2025?"
    assert restricted(question, "Harbour Post") == ("the ferry", (), (), ["2025-05-01..2025-05-31"])
    assert restricted(question, "May 2025") == ("the ferry", ("Harbour Post",), (), [])


def test_it_is_taken_back_whole_by_what_it_was_told_by() -> None:
    inquiry = read("How many articles mention the ferry?")
    assert inquiry
    assert inquiry.put == "How many articles mention"
    assert read("How many articles mention the ferry?", inquiry.put) is None


def test_an_inquiry_admits_the_outlets_and_days_that_it_names() -> None:
    inquiry = read("How many articles of the Harbour Post mention the ferry in May 2025?")
    assert inquiry
    assert inquiry.admits("Harbour Post", date(2025, 5, 31))
    assert not inquiry.admits("Harbour Post", date(2025, 6, 1))
    assert not inquiry.admits("Harbour Post", None)
    assert not inquiry.admits("Quay Courier", date(2025, 5, 31))
    others = read("Which outlets other than the Harbour Post mention the ferry?")
    assert others
    assert others.admits("Quay Courier", None)
    assert not others.admits("Harbour Post", None)


@given(st.text() | st.sampled_from(["How many articles mention \ue000?", "List all \ue100 articles about \ue200 x"]))
def test_any_text_can_be_asked(text: str) -> None:
    inquiry = read(text)
    assert inquiry is None or "\ue000" not in inquiry.words


def test_words_for_a_list_are_taken_as_they_are() -> None:
    assert read_inquiry("  the  ferry ") == Inquiry(Asks.LIST, "the ferry")
    assert read_inquiry("") == Inquiry(Asks.LIST)
    for words in ("?!", '""', "x" * 501):
        with pytest.raises(BadQuestion):
            read_inquiry(words)


@pytest.mark.parametrize(
    ("question", "author"),
    [
        ("How many articles did Émile Vasseur write?", "Émile Vasseur"),
        ("How many articles did Ødegård write on cheese?", "Ødegård"),
        ("articles by Šime Žanić", "Šime Žanić"),
        ("How many articles are by Stroud?", "Stroud"),
        ("How many articles were written by Ida Stroud?", "Ida Stroud"),
    ],
)
def test_an_author_has_any_capital_letter(question: str, author: str) -> None:
    inquiry = read(question)
    assert inquiry
    assert inquiry.authors == (author,)


@pytest.mark.parametrize("written", ["Emile Vasseur", "émile vasseur", "VASSEUR"])
def test_an_author_is_the_same_without_accents(written: str) -> None:
    inquiry = Inquiry(Asks.COUNT, authors=(written,))
    assert inquiry.admits("Quay Courier", None, ["Émile Vasseur"])
    assert not inquiry.admits("Quay Courier", None, ["Émile Vasse"])
