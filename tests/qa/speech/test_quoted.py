import pytest

from qa.speech.quoted import find_quoted


def quoted(text: str) -> list[list[str]]:
    return [[text[one.start : one.end] for one in paragraph] for paragraph in find_quoted(text)]


@pytest.mark.parametrize(
    "words",
    ['"No."', "“No.”", "„No.“", "„No.”", "«No.»", "»No.«", "‹No.›", "‘Not now.’", "'Not now.'", "”No.”", '“No."'],
)
def test_any_pair_of_marks_quotes(words: str) -> None:
    assert quoted(f"She said: {words} Then she left.") == [[words]]


@pytest.mark.parametrize(
    "text", ["the traders' hall and the mayor's", 'a 6" board', "rock 'n' roll's end", "in the ’90s"]
)
def test_an_apostrophe_quotes_nothing(text: str) -> None:
    assert quoted(text) == [[]]


def test_marks_inside_others_are_part_of_what_those_hold() -> None:
    text = "“He said ‘no’ and “no” again,” she said. 'He said \"no\" to me,' she said."
    assert quoted(text) == [["“He said ‘no’ and “no” again,”", "'He said \"no\" to me,'"]]


def test_what_the_next_paragraph_goes_on_with_ends_with_its_own() -> None:
    text = "“One.\n“Two.” Three.\n“Four.\nFive."
    found = find_quoted(text)
    assert quoted(text) == [["“One."], ["“Two.”"], [], []]
    assert [[one.goes_on for one in paragraph] for paragraph in found] == [[True], [False], [], []]
