import re

import pytest

from corpus.text.date_words import MONTH_NUMBERS, MONTHS, PRINTED_MONTHS, is_word_of_date, one_of


def test_each_month_has_its_number_however_it_is_written() -> None:
    assert [MONTH_NUMBERS[month] for month in MONTHS] == list(range(1, 13))
    assert MONTH_NUMBERS["sept"] == PRINTED_MONTHS["settembre"] == 9


def test_the_whole_name_of_a_month_is_found_before_its_beginning() -> None:
    found = re.findall(one_of(MONTH_NUMBERS), "jan sept september may")
    assert found == ["jan", "sept", "september", "may"]


@pytest.mark.parametrize(("word", "is_one"), [("März", True), ("Sonnabend", True), ("leestijd", True), ("born", False)])
def test_words_that_stand_beside_a_date_are_known(word: str, is_one: bool) -> None:
    assert is_word_of_date(word) is is_one
