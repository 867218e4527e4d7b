from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.date_words import MONTHS
from qa.question import Period
from qa.times.periods import Days, find_periods

TODAY = date(2026, 3, 10)
LATEST = date(2026, 3, 4)
DAYS = Days(TODAY, LATEST)
ANY_DAY = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def spans(text: str, days: Days = DAYS) -> list[tuple[date, date]]:
    return [(period.first or date.min, period.last or date.max) for period in find_periods(text, days)]


def day_of(text: str, days: Days = DAYS) -> date:
    [(first, last)] = spans(text, days)
    assert first == last
    return first


# Days


@pytest.mark.parametrize(
    "written",
    [
        *("2023-10-07", "2023-10-07T06:30:00Z", "October 7, 2023", "October 7 2023", "October 7th, 2023"),
        *("Oct 7, 2023", "Oct. 7, 2023", "oct 7 2023", "OCTOBER 7, 2023", "7 October 2023", "7 Oct. 2023"),
        *("07 October 2023", "7th of October 2023", "7th October, 2023"),
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert day_of(f"What happened on {written}?") == date(2023, 10, 7)


@pytest.mark.parametrize("day", ["1st", "2nd", "3rd", "4th"])
def test_a_day_may_be_a_number_in_order(day: str) -> None:
    assert day_of(f"What happened on March {day}?") == day_of(f"the {day} of March") == date(2026, 3, int(day[0]))


@pytest.mark.parametrize("written", ["Sept 5, 2025", "Sept. 5, 2025", "5 sep 2025", "5 ſeptember 2025"])
def test_september_has_two_short_forms(written: str) -> None:
    assert day_of(written) == date(2025, 9, 5)


@pytest.mark.parametrize(
    "text",
    [
        *("31 February", "February 30", "0 March", "March 0th", "2026-02-30", "2026-13-01"),
        *("march", "may", "1 Marchers", "Octopus 7", "7 Octobers", "2026-02-181", "92026-02-18", "100 March"),
        *("the decision of 7 marines", "may 7up", "12026-02-18", "Black Friday", "yesterdays", "weeks"),
    ],
)
def test_what_is_no_day_is_passed_over(text: str) -> None:
    assert spans(f"What of {text}?") == [] == spans(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("31 February or 7 October 2023", date(2023, 10, 7), date(2023, 10, 7)),
        ("29 February 2025", date(2025, 2, 1), date(2025, 2, 28)),
        ("85 March 2026 protests", date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_what_is_no_day_does_not_hide_what_is_one(text: str, first: date, last: date) -> None:
    assert spans(text) == [(first, last)]


# Days without a year


@pytest.mark.parametrize(
    ("written", "latest", "day"),
    [
        ("3 March", date(2026, 3, 4), date(2026, 3, 3)),
        ("4 March", date(2026, 3, 4), date(2026, 3, 4)),
        ("Oct 7th", date(2026, 3, 4), date(2025, 10, 7)),
        ("October 7", date(2023, 12, 31), date(2023, 10, 7)),
        ("December 31", date(2026, 1, 1), date(2025, 12, 31)),
        ("April 30", date(2026, 3, 4), date(2026, 4, 30)),  # announced
        ("August 30", date(2026, 3, 4), date(2025, 8, 30)),
        ("29 February", date(2026, 3, 4), date(2024, 2, 29)),
        ("February 29", date(2024, 1, 20), date(2024, 2, 29)),
        ("February 29", date(1903, 5, 1), date(1896, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_last_one_that_the_articles_can_tell_of(
    written: str, latest: date, day: date
) -> None:
    assert day_of(f"What happened on {written}?", Days(TODAY, latest)) == day


def test_without_any_dated_article_it_is_the_last_one_before_today() -> None:
    assert day_of("7 October", Days(date(2021, 3, 10))) == date(2020, 10, 7)


@given(ANY_DAY, ANY_DAY)
def test_the_newest_article_moves_no_day_that_has_its_year(day: date, latest: date) -> None:
    days = Days(TODAY, latest)
    month = MONTHS[day.month - 1]
    for written in (f"{day}", f"{month} {day.day}, {day.year}", f"{day.day} {month[:3].title()} {day.year}"):
        assert day_of(f"on {written}?", days) == day


@given(ANY_DAY, st.dates(date(1910, 1, 1), date(2099, 12, 31)))
def test_a_day_without_a_year_is_never_passed_over_nor_far_ahead_of_the_news(day: date, latest: date) -> None:
    found = day_of(f"on {day.day} {MONTHS[day.month - 1]}", Days(TODAY, latest))
    assert (found.month, found.day) == (day.month, day.day)
    assert found - latest <= timedelta(days=60)
    if (day.month, day.day) != (2, 29):
        assert latest - found < timedelta(days=366)


def test_an_article_from_the_end_of_time_is_no_obstacle() -> None:
    assert spans("5 May, 29 February", Days(TODAY, date.max)) == [(date(9999, 5, 5),) * 2, (date(9996, 2, 29),) * 2]


# Months


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("Feb. 2026", date(2026, 2, 1), date(2026, 2, 28)),
        ("december, 2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("may 2025", date(2025, 5, 1), date(2025, 5, 31)),
    ],
)
def test_a_month_with_its_year_is_the_whole_month(written: str, first: date, last: date) -> None:
    assert spans(f"What changed in {written}?") == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        *("How many people may lose their jobs?", "May I ask?", "How many of the 14 may lose their jobs?"),
        *("What may 2026 bring?", "Did the 20 march on the capital?", "Who may, 3 days on, return?"),
    ],
)
def test_a_verb_is_no_month(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("What happened on 14 may in the port?", "on may 14, what changed?", "14 may?"),
        *("what of the 14 May strike?", "what of the 14 may 2025 strike?"),
    ],
)
def test_a_month_written_small_is_one_where_no_verb_can_stand(text: str) -> None:
    assert day_of(text, Days(TODAY, date(2025, 6, 1))) == date(2025, 5, 14)


@pytest.mark.parametrize(("month", "year"), [("March", 2026), ("April", 2026), ("February", 2027)])
def test_a_month_in_which_something_will_happen_is_the_next_that_is_not_over(month: str, year: int) -> None:
    for text in (f"Will the museum open in {month}?", f"What is the council going to do in {month}?"):
        [(first, _)] = spans(text)
        assert (first.year, first.day) == (year, 1)
    assert spans(f"What did Will Marlow sign in {month}?")[0][0] <= LATEST


# Relative periods


def test_today_and_yesterday_are_counted_from_today_not_from_the_newest_article() -> None:
    assert day_of("What happened today?") == date(2026, 3, 10)
    assert day_of("What happened YESTERDAY?") == date(2026, 3, 9)
    assert day_of("yesterday", Days(date(2026, 3, 1), LATEST)) == date(2026, 2, 28)


def test_last_week_reaches_further_back_than_this_week_and_both_up_to_today() -> None:
    [this], [last], [past] = (spans(text) for text in ("This week", "last week", "PAST WEEK"))
    assert last[0] < this[0] == past[0] < this[1] == last[1] == past[1] == TODAY


@pytest.mark.parametrize("unit", ["month", "year"])
def test_last_year_is_the_one_before_and_the_past_year_ends_today(unit: str) -> None:
    [this], [last], [past] = (spans(text) for text in (f"This {unit}", f"last {unit}", f"PAST {unit.upper()}"))
    assert last[1] == this[0] - timedelta(days=1)
    assert this[0] <= TODAY <= this[1]
    assert last[0] < past[0] < past[1] == TODAY


@pytest.mark.parametrize("latest", [date(2026, 2, 8), date(2026, 3, 9), date(2026, 3, 10), None])
def test_while_news_come_in_last_week_is_counted_from_today(latest: date | None) -> None:
    [period] = find_periods("last 14 days", Days(TODAY, latest))
    assert (period.first, period.last, period.counted_from) == (date(2026, 2, 24), TODAY, None)


def test_long_after_the_newest_article_it_is_counted_from_that_one_and_says_so() -> None:
    [period] = find_periods("last 3 months", Days(date(2026, 11, 30), date(2026, 3, 5)))
    assert period == Period(date(2025, 12, 5), date(2026, 3, 5), "last 3 months", counted_from=date(2026, 3, 5))
    [period] = find_periods("in 2024", Days(date(2026, 11, 30), date(2026, 3, 5)))
    assert period.counted_from is None


# Numeric days


def test_a_numeric_day_is_read_in_the_usual_order_and_says_which_other_day_it_may_be() -> None:
    third, fourth = date(2025, 4, 3), date(2025, 3, 4)
    assert find_periods("on 03/04/2025", DAYS) == (Period(third, third, "03/04/2025", or_else=fourth),)
    month_first = Days(TODAY, LATEST, month_first=True)
    assert find_periods("on 03/04/2025", month_first) == (Period(fourth, fourth, "03/04/2025", or_else=third),)


@pytest.mark.parametrize("written", ["15/04/2025", "04/15/2025", "4.5.2025", "05/05/2025"])
@pytest.mark.parametrize("month_first", [True, False])
def test_a_numeric_day_that_can_be_one_day_only_is_not_doubted(written: str, month_first: bool) -> None:
    [period] = find_periods(f"on {written}", Days(TODAY, LATEST, month_first=month_first))
    assert period.first == period.last
    assert period.or_else is None


# Names


def test_what_lies_in_a_name_is_no_time() -> None:
    text = "What did Today report on 3 March?"
    assert find_periods(text, DAYS, [(text.index("3"), len(text) - 1)]) == ()


@pytest.mark.parametrize("weekday", range(7))
def test_last_week_holds_the_past_seven_days_and_the_calendar_week_before_from_its_monday_or_its_end(
    weekday: int,
) -> None:
    today = date(2026, 3, 9) + timedelta(days=weekday)  # a Monday and the days after it
    [(first, last)] = spans("last week", Days(today))
    assert first <= today - timedelta(days=7)
    assert first <= date(2026, 3, 2) <= date(2026, 3, 8) <= last


# All of them together


def test_periods_come_in_the_order_of_the_question_whatever_their_form() -> None:
    text = "From last week, 7 October 2023 and Feb. 2026, March 3 or 2026-02-18 and yesterday"
    assert [period.words for period in find_periods(text, DAYS)] == [
        "last week", "7 October 2023", "Feb. 2026", "March 3", "2026-02-18", "yesterday"
    ]  # fmt: skip


def test_a_date_is_read_once_and_whole() -> None:
    assert find_periods("on 7 October 2023", DAYS) == (
        Period(date(2023, 10, 7), date(2023, 10, 7), "7 October 2023"),
    )  # fmt: skip
    assert day_of("on October 7, 20231") == date(2025, 10, 7)


PIECE = st.sampled_from(
    [
        *("7", "31", "0", "29th", "2023", "1999", "2024,", "of", "May", "may", "march", "Feb.", "sept", "OCTOBER"),
        *("2026-02-18", "2026-02-30T", "last", "this", "past", "week", "month", "year", "today", "yesterday", "ſep"),
        *("thiſ", "weeK", "laſt", "٧", "?", "in"),
    ]
)
TEXT = st.lists(PIECE, max_size=14).map(" ".join) | st.text(max_size=60)


@given(TEXT, st.dates(date(1910, 1, 1)), st.none() | st.dates())
def test_every_period_stands_in_the_question_in_order_without_overlap_and_ends_no_sooner_than_it_begins(
    text: str, today: date, latest: date | None
) -> None:
    place = 0
    for period in find_periods(text, Days(today, latest)):
        assert period.first or period.last
        assert not (period.first and period.last) or period.first <= period.last
        assert period.words.strip() == period.words != ""
        place = text.index(period.words, place) + len(period.words)
