from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.exports.day_line import read_day_line


@pytest.mark.parametrize(
    "line",
    [
        "February 18, 2026 Wednesday",
        "                 February 18, 2026 Wednesday 1:42 PM GMT",
        "Wednesday, February 18, 2026",
        "February 18, 2026, Wednesday",
        "18 February 2026 Wednesday 9:25 PM EST",
        "Mittwoch 18. Februar 2026",
        "18. Februar 2026 Mittwoch 9:50 PM GMT+1",
        "Mittwoch 18.Februar 2026",
        "mercredi 18 février 2026 13:25 GMT",
        "Mercredi 18 FEVRIER 2026",
        "février 18 2026",
        "18 de febrero de 2026 miércoles",
        "18 febrero 2026 miércoles",
        "mercoledì 18 febbraio 2026",
        "18 februari 2026 woensdag",
        "quarta-feira 18 de fevereiro de 2026",
        "February 18, 2026 Wednesday Late Edition - Final",
        "February 18, 2026 Wednesday\xa0",
        "2026-02-18",
    ],
)
def test_a_day_is_read_in_every_language_of_the_interfaces(line: str) -> None:
    assert read_day_line(line) == date(2026, 2, 18)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The Quay Courier",
        "Snow falls on 18 February 2026 in Brekby",
        "February 2026",
        "February 31, 2026",
        "May the ferries sail",
        "18 words",
        "Wednesday",
        "1026 2 May",
        "February 18, 2026 " + "Wednesday " * 20,
    ],
)
def test_other_lines_are_no_days(line: str) -> None:
    assert read_day_line(line) is None


@given(st.text(max_size=90))
def test_no_line_makes_it_fail(line: str) -> None:
    read_day_line(line)
    read_day_line(f"{line} May 2026")
