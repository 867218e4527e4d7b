from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.head import Head, read_head

BODY = ["The bridge opened on Monday.", "", "Police said that nobody was hurt in the crowd."]


def head(*lines: str, known: tuple[str, ...] = ("The Meridian",)) -> Head:
    return read_head(list(lines), is_outlet=lambda name: name in known)


def test_a_short_text_has_a_headline_too() -> None:
    read = head("Bridge opens at last", "", *BODY)
    assert (read.found.title, read.rows) == ("Bridge opens at last", frozenset({0}))


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Мост снова открыт", "Городской совет в понедельник открыл старый мост через реку."),
        ("旧橋の通行を再開へ", "市議会は月曜日、古い橋を再び開く案を可決した。"),
        ("市议会决定重开旧桥", "市长星期一宣布：“旧桥将在秋天之前重新开放。”"),
        ("المجلس يعيد فتح الجسر", "أعلن المجلس البلدي يوم الاثنين إعادة فتح الجسر القديم."),
    ],
)
def test_a_headline_is_found_in_any_script(headline: str, sentence: str) -> None:
    assert head(headline, "", sentence).found.title == headline
    assert head(sentence, "", sentence).found.title == ""


@pytest.mark.parametrize(
    "lines",
    [
        ("Bridge opens at last", "", "and more", "", "of this"),  # nothing below is a sentence
        ("The bridge that was closed for years", "opened on Monday, as police said at noon."),  # wrapped
        ("Bridge opens", "", *BODY),
        ("The bridge opened on Monday.", "", *BODY),
    ],
)
def test_a_line_that_may_be_text_is_no_headline(lines: tuple[str, ...]) -> None:
    assert head(*lines).found.title == ""


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Quay Courier, 18 February 2026", "Quay Courier"),
        ("*Quay Courier, 18 February 2026*", "Quay Courier"),
        ("_The Harbour Post | February 18, 2026_", "The Harbour Post"),
        ("Kelder Sun-Times — Wednesday, 18 February 2026", "Kelder Sun-Times"),
        ("northmere.example, 2026-02-18", "northmere.example"),
        ("The Meridian, 18 February 2026", "The Meridian"),
        ("By Ana Ruiz, Quay Courier, 18 February 2026", "Quay Courier"),
        ("Kelder Bay Echo, 18 February 2026, page 3", "Kelder Bay Echo"),
        ("Kelder FM, 18 February 2026", "Kelder FM"),
        ("By Ana Ruiz | Kelder Bay Echo | 18 February 2026", "Kelder Bay Echo"),
    ],
)
def test_an_outlet_with_its_day_is_read_between_headline_and_text(line: str, outlet: str) -> None:
    read = head("Bridge opens at last", "", line, "", *BODY)
    found = read.found
    assert (found.title, found.outlet, found.published) == ("Bridge opens at last", outlet, date(2026, 2, 18))
    assert read.rows == {0, 2}
    assert found.authors == (("Ana Ruiz",) if line.startswith("By") else ())


@pytest.mark.parametrize(
    "line",
    [
        "Geneva, 18 February 2026",
        "The Hague, 18 February 2026",
        "Yun Sun, 18 February 2026",
        "Sun City, 18 February 2026",
        "Emily Post, 18 February 2026",
        "seen in the evening news, 18 February 2026",
        "Quay Courier, 31 February 2026",
        "Quay Courier, February 2026",
        "Quay Courier reported on 18 February 2026",
        "Geneva, Quay Courier, 18 February 2026",
    ],
)
def test_a_place_a_person_or_words_of_the_text_are_no_outlet(line: str) -> None:
    read = head("Bridge opens at last", "", line, "", *BODY)
    assert read.found.outlet == ""
    assert 2 not in read.rows


def test_below_an_author_a_name_that_may_be_a_surname_is_the_paper() -> None:
    found = head("Bridge opens at last", "By Ana Ruiz", "Kelder Bay Echo, 18 February 2026", "", *BODY).found
    assert (found.outlet, found.authors, found.published) == ("Kelder Bay Echo", ("Ana Ruiz",), date(2026, 2, 18))
    place = head("Bridge opens at last", "By Ana Ruiz", "Geneva, 18 February 2026", "", *BODY)
    assert (place.found.outlet, place.rows) == ("", frozenset({0, 1}))


def test_whom_somebody_writes_for_is_no_author() -> None:
    assert head("Bridge opens at last", "By Ana Ruiz, Quay Courier", "", *BODY).found.authors == ("Ana Ruiz",)


def test_an_outlet_below_the_beginning_of_the_text_is_one_that_it_speaks_of() -> None:
    assert head("Bridge opens at last", "", BODY[0], "", "Quay Courier, 18 February 2026", "", *BODY).found.outlet == ""


def test_a_review_of_the_press_is_of_none_of_the_outlets_in_it() -> None:
    lines = ("What the papers say", "", "Quay Courier, 18 February 2026", "", *BODY, "Kelder Gazette, 17 February 2026")
    assert head(*lines, "", *BODY).found.outlet == ""


def test_no_outlet_is_taken_where_none_is_looked_for() -> None:
    assert read_head(["Quay Courier, 18 February 2026", "", *BODY]).found.outlet == ""


@given(st.lists(st.text(max_size=60), max_size=12))
def test_any_lines_are_read(lines: list[str]) -> None:
    assert head(*lines).rows <= set(range(len(lines)))
