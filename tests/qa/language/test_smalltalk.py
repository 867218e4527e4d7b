import pytest

from qa.language.smalltalk import is_smalltalk


@pytest.mark.parametrize(
    "asked",
    [
        "hi",
        "Hello!",
        "hey there",
        "help",
        "HELP?",
        "summarize",
        "Summarise this.",
        "?",
        "what can you do?",
        "thanks",
        "ok",
    ],
)
def test_words_that_ask_nothing_are_told(asked: str) -> None:
    assert is_smalltalk(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "“help”", '"hi"', "help for the islanders", "hello kitty", "summarize the harbour talks", "Who said hello?",
        "test results", "the summary of the report", "ferry", "who are you going to call", "-help",
    ],
)  # fmt: skip
def test_whatever_may_be_a_question_is_one(asked: str) -> None:
    assert not is_smalltalk(asked)
