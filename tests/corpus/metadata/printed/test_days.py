from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.metadata.printed.days import find_day_of_year, find_printed_day, read_printed_day, words_of_dates
from corpus.metadata.printed.style import DateStyle, style_of

DAY = date(2026, 10, 6)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ja", "2026年10月6日 23時30分"),
        ("zh", "2026年10月06日 00:05 来源：海港日报"),
        ("ko", "입력 2026.10.06. 오전 12:05"),
        ("ko", "2026. 10. 6. 10:00"),
        ("ko", "2026년 10월 6일"),
        ("ru", "00:41, 6 октября 2026"),
        ("uk", "6 жовтня 2026, 00:05"),
        ("pl", "wtorek, 6 października 2026"),
        ("cs", "6. října 2026 0:05"),
        ("tr", "06 Ekim 2026 Salı, 00:05"),
        ("tr", "Ekim 06, 2026 11:00"),
        ("ro", "6 octombrie 2026"),
        ("hu", "2026. október 6. 00:05"),
        ("el", "6 Οκτωβρίου 2026"),
        ("vi", "Thứ ba, 6/10/2026, 00:05 (GMT+7)"),
        ("vi", "6 tháng 10 năm 2026"),
        ("id", "Selasa, 06 Okt 2026 00:05 WIB"),
        ("ar", "نشر في 6 أكتوبر 2026"),
        ("he", "6 באוקטובר 2026"),
        ("he", "פורסם: 06.10.26, 00:30"),
        ("hi", "6 अक्टूबर 2026"),
        ("fr", "Publié le 06/10/2026 à 00h05"),
        ("pt-BR", "06/10/2026 00h05"),
        ("de", "6.10.26, 00:05"),
        ("de", "06. Okt. 2026 · 2 Min."),
        ("en-GB", "06/10/2026"),
        ("en", "6 Oct 2026"),
        ("", "6 listopada 2026"),
    ],
)
def test_days_are_read_as_their_languages_print_them(language: str, line: str) -> None:
    expected = DAY.replace(month=11) if "listopada" in line else DAY
    assert read_printed_day(line, style_of(language, "")) == expected


def test_a_month_is_that_of_the_language() -> None:
    assert read_printed_day("6 listopada 2026", DateStyle("hr")) == DAY
    assert read_printed_day("6 listopada 2026", DateStyle("pl")) == DAY.replace(month=11)


@pytest.mark.parametrize(
    "line", ["10/6/2026 9:12 PM", "06/10/26", "6 people 2026", "Nucleo 5 3550", "6 ตุลาคม 2569", "10:30 Uhr", "6.10", ""]
)
def test_what_can_be_something_else_is_no_day(line: str) -> None:
    assert read_printed_day(line, DateStyle("en")) is None


@given(
    st.dates(date(1970, 1, 2), date(2100, 1, 1)),  # the day before is that of empty timestamps
    st.text(" ,.:|-abcч日", max_size=20),
    st.sampled_from(["", "en", "de", "ja"]),
)
@settings(max_examples=60)
def test_a_day_is_found_where_it_stands(day: date, around: str, language: str) -> None:
    line = f"{around} {day.isoformat()} {around}"
    found = find_printed_day(line, DateStyle(language))
    assert found is not None
    assert (found.day, line[found.start : found.end]) == (day, day.isoformat())


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "dinsdag 6 oktober, 00:30"), ("de", "6. Okt."), ("en", "Oct 6"), ("ja", "10月6日")],
)
def test_a_date_may_lack_its_year(language: str, words: str) -> None:
    assert find_day_of_year(words, 2026, DateStyle(language)) == DAY


@pytest.mark.parametrize("words", ["2 hours ago", "Gestern, 10:00", "30 February", "", "6"])
def test_other_words_are_no_date_without_its_year(words: str) -> None:
    assert find_day_of_year(words, 2026, DateStyle("en")) is None


def test_words_of_dates_are_those_of_languages_that_are_known() -> None:
    assert {"wtorek", "października"} <= words_of_dates("pl")
    assert words_of_dates("../os") == frozenset()
