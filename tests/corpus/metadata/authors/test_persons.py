import pytest

from corpus.metadata.authors.persons import is_person, is_role, names_persons, without_day


@pytest.mark.parametrize(
    "name", ["Ana Ruiz", "Domingo Sáez", "Ludwig van der Berg", "J.-P. d'Arlon", "QNA", "bur", "山田太郎", "김민수"]
)
def test_names_and_initials_may_be_of_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ana", "Staff Writer", "Read more", "Monday Briefing", "Published February", "the Wall", "Ana de", "Ana 2",
        "One Two Three Four Five Six Seven", "all", "読売新聞",
    ],
)  # fmt: skip
def test_roles_days_buttons_and_other_words_are_no_persons(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    ("words", "says_what"), [("Staff Writer", True), ("our correspondent", True), ("Ana Ruiz", False)]
)
def test_what_somebody_is_does_not_say_who(words: str, says_what: bool) -> None:
    assert is_role(words) is says_what


@pytest.mark.parametrize(
    ("name", "without"),
    [("Ana Ruiz Wednesday", "Ana Ruiz"), ("Ruiz Wednesday", "Ruiz Wednesday"), ("Ana Ruiz", "Ana Ruiz")],
)
def test_a_day_behind_a_whole_name_is_left_out(name: str, without: str) -> None:
    assert without_day(name) == without


@pytest.mark.parametrize(
    "line", ["Marek Halden", "RUNA TORVALD", "Zoé Ulv et Marek Halden", "Ludwig van der Berg, A. Ulv"]
)
def test_a_line_of_names_names_persons(line: str) -> None:
    assert names_persons(line)


@pytest.mark.parametrize("line", ["News", "Kelpwick repairs its wall", "A Wall Falls.", "Ulv 2", " ".join(["Ulv"] * 9)])
def test_a_line_of_other_words_names_no_persons(line: str) -> None:
    assert not names_persons(line)
