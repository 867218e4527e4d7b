import pytest

from qa.figures.ages import find_ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The pilot Sven Aldi, 44, and Nora Thies, 29, were rescued.", [44, 29]),
        ("A 29-year-old woman and her eight-year-old son", [29, 8]),
        ("Mellin (53) won.", [53]),
        ("She is 61 years old; her grandson, 8, is well.", [61, 8]),
        ("He died aged 90.", [90]),
        ("In Varn, 12, and in Osk, 7, were hurt.", []),
        ("The library cost, 3.1 million", []),
        ("It has 44 rooms, 12 of them small.", []),
    ],
)
def test_ages_are_told_from_other_numbers(text: str, ages: list[int]) -> None:
    assert [age.low for age in find_ages(text)] == ages
