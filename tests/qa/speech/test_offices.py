import pytest

from qa.speech import find_quotations

ANOTHER = "Kari Dahl, a teacher, said that she would demand 20,000 crowns.\n"
OFFICES = (
    "The company's chief executive, {},",
    "The company’s founder and chief executive, {},",
    "The chief executive, {},",
    "The chief executive of the company, {},",
    "The chief financial officer, {},",
    "The head of Nordvann, {},",
    "The head of water supply at the company, {},",
    "The company's head of sales, {},",
    "The fire brigade's operations manager, {},",
    "The workers’ spokesperson, {},",
    "The vice president for water, {},",
    "The secretary general, {},",
    "The prime minister, {},",
    "The Nordvann chief executive, {},",
    "Nordvann's chief executive, {},",
    "Nordvann's CEO, {},",
    "The company's Chief Executive, {},",
    "Its deputy managing director, {},",
    "Their former lawyer, {},",
    "Yesterday the company's chair, {},",
    "On Monday, the company's chief executive, {},",
    "Chief executive {}",
    "The company's chief executive {}",
    "{}, the company's chief executive,",
)


@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize(("name", "pronoun"), [("Lars Bye", "he"), ("Odd Bye", "he"), ("Siv Bye", "she")])
def test_who_is_named_with_an_office_before_a_quotation_says_it(office: str, name: str, pronoun: str) -> None:
    text = f"{ANOTHER}{office.format(name)} apologised on the radio. “We failed them,” {pronoun} said."
    assert [one.speaker for one in find_quotations(text)] == ["Kari Dahl", name]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The mayor met the manager, Siv Bye, on Monday.", "The mayor"),
        ("The mayor of Fell met the manager, Siv Bye, on Monday.", "The mayor of Fell"),
        ("The chief executive met the manager, Siv Bye, on Monday.", "The chief executive"),
        ("The chief was met by the manager, Siv Bye, on Monday.", "The chief"),
        ("Odd Bye met the company's manager, Siv Bye, on Monday.", "Odd Bye"),
    ],
)
def test_who_is_named_with_an_office_later_in_a_sentence_does_not(sentence: str, speaker: str) -> None:
    text = f"{sentence} “We failed them,” she said."
    assert [one.speaker for one in find_quotations(text)] == [speaker]


@pytest.mark.parametrize(
    "office", ["chief executive", "prime minister", "secretary general", "chief financial officer"]
)
def test_an_office_of_several_words_speaks_under_all_of_them(office: str) -> None:
    text = f"The {office} apologised on the radio. “We failed them,” she said."
    assert [one.speaker for one in find_quotations(text)] == [f"The {office}"]
