from datetime import date

import pytest

from qa.errors import BadDay
from qa.understand.filters import read_day


@pytest.mark.parametrize("written", ["2026-02-17", " 2026-02-17 ", date(2026, 2, 17)])
def test_a_day_is_read(written: object) -> None:
    assert read_day(written) == date(2026, 2, 17)


@pytest.mark.parametrize(
    "written",
    ["17.2.2026", "2026-2-17", "2026-02-30", "20260217", "2026-W08-2", "today", "2" * 99, "", "٢٠٢٦-٠٢-١٧", 2026],
)
def test_what_is_no_day_is_refused_with_an_example(written: object) -> None:
    with pytest.raises(BadDay, match=r"is not a day; write it like 2026-02-18\.$"):
        read_day(written)
