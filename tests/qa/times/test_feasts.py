from datetime import date

import pytest

from qa.times.feasts import FEASTS


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("easter", 2024, date(2024, 3, 29), date(2024, 4, 1)),
        ("easter sunday", 2025, date(2025, 4, 20), date(2025, 4, 20)),
        ("thanksgiving", 2025, date(2025, 11, 27), date(2025, 11, 27)),
        ("thanksgiving", 2023, date(2023, 11, 23), date(2023, 11, 23)),
        ("christmas", 2025, date(2025, 12, 24), date(2025, 12, 26)),
        ("new years eve", 2025, date(2025, 12, 31), date(2025, 12, 31)),
    ],
)
def test_a_feast_has_its_days_in_each_year(name: str, year: int, first: date, last: date) -> None:
    assert FEASTS[name](year) == (first, last)
