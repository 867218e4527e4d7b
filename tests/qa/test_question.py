from datetime import date

import pytest

from qa.errors import BadQuestion
from qa.question import Filters


def test_days_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(BadQuestion, match="2026-02-16, lies before the first, 2026-02-17"):
        Filters(since=date(2026, 2, 17), until=date(2026, 2, 16))
    assert Filters(since=date(2026, 2, 17), until=date(2026, 2, 17)).since
