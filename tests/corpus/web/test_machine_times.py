from datetime import date

import pytest
from lxml import html

from corpus.metadata.printed.style import DateStyle
from corpus.web.machine_times import day_behind_utc, local_days, own_words, words_with_days

STYLE = DateStyle("nl", "DMY")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<time datetime="2026-10-05T22:30:00+0000">dinsdag 6 oktober, 00:30</time>', "2026-10-06"),
        ('<time datetime="2026-10-05T22:30:00Z">2 uur geleden</time>', "2026-10-05"),
        ('<time datetime="2026-10-05T10:00:00Z">dinsdag 8 oktober</time>', "2026-10-05"),
        ('<time datetime="2026-10-05T23:30:00+09:00">23:30</time>', "2026-10-05"),
        ('<time datetime="2026-10-05"></time>', "2026-10-05"),
        ('<abbr title="2026-10-05T10:00:00+00:00">maandag</abbr>', "2026-10-05"),
        ('<time datetime="2026-10-05">6 oktober 2026</time>', "6 oktober 2026"),
        ('<time datetime="maandag">gisteren</time>', "gisteren"),
        ('<time datetime="2026-13-45">gisteren</time>', "gisteren"),
        ('<abbr title="United Nations">UN</abbr>', "UN"),
        ("<span>gisteren</span>", "gisteren"),
    ],
)
def test_a_day_that_machines_are_given_stands_for_words_that_hold_none(markup: str, words: str) -> None:
    assert own_words(html.fragment_fromstring(markup), STYLE) == words


def test_each_time_of_a_line_gives_its_own_day() -> None:
    line = '<p>Updated <time datetime="2026-10-07">Oct 7</time>, published <time datetime="2026-10-05">Oct 5</time></p>'
    assert words_with_days(html.fragment_fromstring(line), STYLE) == "Updated 2026-10-07 , published 2026-10-05"


def test_a_time_in_utc_was_two_days_somewhere() -> None:
    assert local_days(date(2026, 10, 6), "2026-10-06T02:41:00Z") == {date(2026, 10, 5), date(2026, 10, 6)}
    assert local_days(date(2026, 10, 6), "2026-10-06T09:41:00 PM") == {date(2026, 10, 6), date(2026, 10, 7)}


def test_a_zone_tells_the_day() -> None:
    assert day_behind_utc("2026-10-06T02:41:00Z", -4) == date(2026, 10, 5)
    assert day_behind_utc("2026-10-06T02:41:00+02:00", -4) is None
    assert day_behind_utc("2026-10-06T02:41:00", -4) is None
    assert day_behind_utc("yesterday", -4) is None
