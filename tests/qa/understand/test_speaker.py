from datetime import date

import pytest

from qa.answer import Conversation
from qa.ask import Ask
from qa.errors import BadQuestion
from qa.question import Filters, Question, Speaker
from qa.scope.outlet_names import OutletNames
from qa.times import Days
from qa.understand.parse import understand
from qa.understand.speaker import find_speaker, read_name

NAMES = OutletNames(["Ostrand Post"], {})
DAYS = Days(date(2026, 3, 10), date(2026, 3, 4))
HALL = "What did Boris Ahl say about the market hall?"


def follow(asked: str, *before: str, unread: tuple[str, ...] = ()) -> Question:
    return understand(Ask(asked, Conversation(before), Filters(unread=unread)), NAMES, DAYS)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("What did Boris Ahl say?", "Boris Ahl"),
        (HALL, "Boris Ahl"),
        ("what did boris ahl say about the hall", "boris ahl"),
        ("What does Mayor Mellin think of the hall?", "Mellin"),
        ("What does Ida Mellin argue?", "Ida Mellin"),
        ("Did Nordlin deny the losses?", "Nordlin"),
        ("How did Ida Mellin justify the demolition?", "Ida Mellin"),
        ("How did the mayor respond to the protest?", "the mayor"),
        ("How did Boris Ahl react?", "Boris Ahl"),
        ("What was Boris Ahl's reaction to the plan?", "Boris Ahl"),
        ("What was the reaction of Boris Ahl?", "Boris Ahl"),
        ("Boris Ahl’s statement on the hall", "Boris Ahl"),
        ("Who owns the hall according to Boris Ahl?", "Boris Ahl"),
        ("According to Ahl, who owns the hall?", "Ahl"),
        ("What did Dr. Greta Olm tell the children?", "Greta Olm"),
        ("How is Boris Ahl quoted?", "Boris Ahl"),
    ],
)
def test_whose_words_are_asked_for(asked: str, name: str) -> None:
    assert find_speaker(asked) == Speaker(name)


@pytest.mark.parametrize(
    "asked",
    [
        "quotes by Boris Ahl",
        "Quotes from Boris Ahl on the hall",
        "all quotations of Boris Ahl",
        "List all statements by Boris Ahl",
        "Boris Ahl's quotes",
    ],
)
def test_all_of_them_are_asked_for(asked: str) -> None:
    assert find_speaker(asked) == Speaker("Boris Ahl", lists=True)


@pytest.mark.parametrize(
    "asked",
    [
        "What did the report say?",
        "What do critics say about the plan?",
        "What does the law say about fireworks?",
        "What did the articles say about Boris Ahl?",
        "Who said that the hall is a ruin?",
        "What was said about the hall?",
        "What does it say about the ferry?",
        "What do most people think of the plan?",
        "How did oil prices react to the talks?",
        "Does the mayor's plan work?",
        "What is Boris Ahl known for?",
        "What did " + "the man who came from the harbour with his wife and a dog and twelve bright lamps " * 2 + "say?",
    ],
)
def test_nobody_s_words_are_asked_for(asked: str) -> None:
    assert find_speaker(asked) is None


def test_an_outlet_is_where_something_is_said_and_nobody() -> None:
    assert follow("What does the Ostrand Post say about the hall?").speaker is None
    assert follow("What did Boris Ahl tell the Ostrand Post?").speaker == Speaker("Boris Ahl")


def test_a_speaker_who_is_not_meant_is_nobody() -> None:
    assert follow(HALL, unread=("Boris Ahl",)).speaker is None


# Follow-ups


def test_he_is_whom_the_question_before_names() -> None:
    assert follow("What else did he say?", HALL).speaker == Speaker("Boris Ahl")
    assert follow("What did he say about the hall?", "Who is Boris Ahl?").speaker == Speaker("Boris Ahl")
    assert follow("What did he say about the hall?").speaker is None


def test_another_subject_is_asked_of_the_same_speaker() -> None:
    question = follow("And about the school?", HALL)
    assert (question.speaker, question.inherited) == (Speaker("Boris Ahl"), ("Boris Ahl",))
    assert follow("And about the school?", HALL, unread=("Boris Ahl",)).speaker is None


def test_another_speaker_is_asked_the_same() -> None:
    question = follow("And Ida Mellin?", HALL)
    assert (question.speaker, question.inherited) == (Speaker("Ida Mellin"), ())
    assert question.subject == "What did Ida Mellin say about the market hall?"


def test_a_question_of_its_own_has_no_speaker_of_the_one_before() -> None:
    assert follow("Who opposed it?", HALL).speaker is None


def test_a_name_is_read_as_it_is_given() -> None:
    assert read_name("  Boris  Ahl ") == Speaker("Boris Ahl", lists=True)
    with pytest.raises(BadQuestion, match="whose words"):
        read_name(" . ")
