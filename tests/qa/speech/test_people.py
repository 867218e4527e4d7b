import pytest

from qa.speech import find_quotations

# Odd and Siv are no names by which he is told from she here.


def speakers(text: str) -> list[str]:
    return [one.speaker for one in find_quotations(text)]


@pytest.mark.parametrize(
    "shown",
    [
        "Siv Dahl said she was sorry about it.",
        "Siv Dahl said that she was sorry about it.",
        "Siv Dahl, a teacher, said she was sorry about it.",
        "Siv Dahl, who is 54, a teacher in Fell, said that she was sorry about it.",
        "Siv Dahl told reporters that she was sorry about it.",
        "Siv Dahl told the council she was sorry about it.",
    ],
)
def test_whom_the_text_calls_she_is_not_he(shown: str) -> None:
    text = f"Director Odd Bye ran the works.\n{shown}\nThe works stood still. “We failed them,” {{}} said."
    assert speakers(text.format("she"))[-1] == "Siv Dahl"
    assert speakers(text.format("he"))[-1] == "Odd Bye"


def test_nobody_says_what_he_said_where_the_text_has_only_her() -> None:
    assert speakers("Siv Dahl said she was sorry about it.\nThe works stood still. “We failed them,” he said.") == [
        "Siv Dahl"
    ]


def test_by_whom_she_said_something_he_said_nothing() -> None:
    before = "Director Odd Bye ran the works.\nSiv Dahl was angry. “Nobody asked us,” she said.\n"
    assert speakers(f"{before}It rained. “We failed them,” he said.") == ["Siv Dahl", "Odd Bye"]


def test_a_mother_is_she() -> None:
    text = "Odd Bye said nothing was lost. His mother, Siv Dahl, wept. “We failed them,” {} said."
    assert speakers(text.format("she"))[-1] == "Siv Dahl"
    assert speakers(text.format("he"))[-1] == "Odd Bye"


def test_a_given_name_outweighs_a_pronoun_that_may_be_another() -> None:
    text = "Karl Odd said she was wrong. “We failed them,” he said."
    assert speakers(text)[-1] == "Karl Odd"
