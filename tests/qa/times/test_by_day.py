"""Times as people ask for them on other days: on a Monday, on 1 January, on 29 February, long after the news."""

from datetime import date

import pytest

from qa.times.periods import Days, find_periods

MONDAY = Days(date(2026, 11, 30), date(2026, 11, 28))
NEW_YEAR = Days(date(2026, 1, 1), date(2025, 12, 31))
SUNDAY = Days(date(2026, 5, 17), date(2026, 5, 17))
LEAP_DAY = Days(date(2024, 2, 29), date(2024, 2, 28))
LONG_AFTER = Days(date(2026, 11, 30), date(2023, 12, 26))
AMERICAN = Days(date(2026, 8, 15), None, month_first=True)
WEDNESDAY = Days(date(2026, 9, 16), date(2026, 9, 14))
NEW_YEARS_EVE = Days(date(2025, 12, 31), date(2025, 12, 30))
SATURDAY = Days(date(2026, 2, 28), date(2026, 2, 27), month_first=True)
ARCHIVE = Days(date(2026, 11, 30), date(2019, 7, 18))
NO_DATES = Days(date(2026, 1, 1), None)
FRIDAY = Days(date(2026, 7, 3), date(2026, 7, 2))
NEW_YEARS_DAY = Days(date(2027, 1, 1), date(2026, 12, 31))
PALM_SUNDAY = Days(date(2025, 4, 13), date(2025, 4, 12))
LEAP_DAY_AGAIN = Days(date(2028, 2, 29), date(2028, 2, 29), month_first=True)
OLD_NEWS = Days(date(2026, 11, 30), date(2022, 5, 6))
TIMES = {
    MONDAY: {
        "What was decided on Friday last week?": "2026-11-27..2026-11-27",
        "who resigned in june of last year": "2025-06-01..2025-06-30",
        "How many houses were sold in June this year?": "2026-06-01..2026-06-30",
        "What was said last year in June about the tram?": "2025-06-01..2025-06-30",
        "Who paid for the tram in the first half of last year?": "2025-01-01..2025-06-30",
        "What broke down in the first week of March 2025?": "2025-03-01..2025-03-07",
        "How did the port do in the third quarter of last year?": "2025-07-01..2025-09-30",
        "strikes in the last week of May": "2026-05-25..2026-05-31",
        "What did the airline cancel early last year?": "2025-01-01..2025-04-30",
        "What was announced at the end of last month?": "2026-10-21..2026-10-31",
        "Who resigned from 2022 onwards?": "2022-01-01..",
        "Which schools closed no later than 2022?": "..2022-12-31",
        "Who ran the hospital prior to 2022?": "..2021-12-31",
        "Everything up to and including March 2025 on the hospital": "..2025-03-31",
        "How many beds had the hospital as of March 2025?": "2025-03-01..2025-03-31",
        "What happened the week before last?": "2026-11-16..2026-11-22",
        "How many arrests were made the previous month?": "2026-10-01..2026-10-31",
        "What did the bishop say on the 3rd?": "2026-11-03..2026-11-03",
        "How much rain fell in the first three months of 2025?": "2025-01-01..2025-03-31",
        "which trains are cancelled tomorrow": "2026-12-01..2026-12-01",
        "What opens next week?": "2026-12-07..2026-12-13",
        "What is planned for next month?": "2026-12-01..2026-12-31",
        "Which elections are held next year?": "2027-01-01..2027-12-31",
        "Which concerts are on in the coming weeks?": "2026-11-30..2026-12-21",
        "Who was arrested earlier this month?": "2026-11-01..2026-11-30",
        "How many fires have there been so far this year?": "2026-01-01..2026-12-31",
        "Who won Eurovision 2024?": "2024-01-01..2024-12-31",
        "How many medals did Norway win at Paris 2024?": "2024-01-01..2024-12-31",
        "Who missed Wimbledon 2023 with an injury?": "2023-01-01..2023-12-31",
        "Who hosted the World Cup 2022?": "2022-01-01..2022-12-31",
        "How was Christmas 2024 for the shops?": "2024-12-24..2024-12-26",
        "How far did the army march this year?": "2026-01-01..2026-12-31",
        "Which banks failed in the summer of last year?": "2025-06-01..2025-08-31",
    },
    NEW_YEAR: {
        "What happened yesterday?": "2025-12-31..2025-12-31",
        "what did the minister promise last month": "2025-12-01..2025-12-31",
        "Who was elected last year?": "2025-01-01..2025-12-31",
        "news from last week": "2025-12-22..2026-01-01",
        "What happened in the first quarter of last year?": "2025-01-01..2025-03-31",
        "How many were hurt on New Year's Eve?": "2025-12-31..2025-12-31",
        "What did the king say on Christmas Day?": "2025-12-25..2025-12-25",
        "Who spoke on Monday?": "2025-12-29..2025-12-29",
        "What changes on 1 January?": "2026-01-01..2026-01-01",
        "What was written on the 30th?": "2025-12-30..2025-12-30",
        "in the last quarter of 2025, who sold most": "2025-10-01..2025-12-31",
        "Which taxes rise later this year?": "2026-01-01..2026-12-31",
    },
    SUNDAY: {
        "What did the priest say on Sunday?": "2026-05-17..2026-05-17",
        "Who preached last Sunday?": "2026-05-10..2026-05-10",
        "How many came this weekend?": "2026-05-16..2026-05-17",
        "last weekend's storm damage": "2026-05-09..2026-05-10",
        "What is on the agenda next Monday?": "2026-05-18..2026-05-18",
        "Who came on Wednesday of last week?": "2026-05-06..2026-05-06",
        "How did the vote on Thursday this week go?": "2026-05-14..2026-05-14",
        "How many people travelled at Easter?": "2026-04-03..2026-04-06",
        "who died on 5/3/26": "2026-03-05..2026-03-05",
        "What was decided in the week of 4 May?": "2026-05-04..2026-05-10",
        "What happened in March and April 2025?": "2025-03-01..2025-03-31; 2025-04-01..2025-04-30",
        "between june and august last year how many tourists came": "2025-06-01..2025-08-31",
    },
    LEAP_DAY: {
        "What happened a year ago?": "2023-01-01..2023-12-31",
        "What was decided last February?": "2023-02-01..2023-02-28",
        "news of the past month": "2024-01-29..2024-02-29",
        "who spoke today": "2024-02-29..2024-02-29",
        "Who is on trial in 2024?": "2024-01-01..2024-12-31",
        "What was said on Feb 29?": "2024-02-29..2024-02-29",
        "How cold was it 10 days ago?": "2024-02-19..2024-02-19",
    },
    LONG_AFTER: {
        "What happened last week?": "2023-12-18..2023-12-26",
        "Who resigned yesterday?": "2023-12-25..2023-12-25",
        "who was sacked in the last two months": "2023-10-26..2023-12-26",
        "What was announced on the 3rd?": "2023-12-03..2023-12-03",
        "Who sold the mill in June last year?": "2022-06-01..2022-06-30",
        "How many visitors came this year?": "2023-01-01..2023-12-31",
        "What is built next year?": "2024-01-01..2024-12-31",
    },
    AMERICAN: {
        "what happened on 8/4/26": "2026-08-04..2026-08-04",
        "Who spoke Aug. 4?": "2026-08-04..2026-08-04",
        "What did the Fed do on Wednesday, August 12th?": "2026-08-12..2026-08-12",
        "How was the parade on Thanksgiving last year?": "2025-11-27..2025-11-27",
        "How much did it earn in Q2 of this year?": "2026-04-01..2026-06-30",
        "what's happened in the last 24 hours": "2026-08-14..2026-08-15",
    },
    WEDNESDAY: {
        "What has the water company said about leaks since the start of last month?": "2026-08-01..",
        "how many strikes were there between january and june this year": "2026-01-01..2026-06-30",
        "Which bridges were closed over the last fortnight?": "2026-09-02..2026-09-16",
        "What did the inspector find on the morning of 12 September?": "2026-09-12..2026-09-12",
        "coverage of the trial in the second week of September": "2026-09-08..2026-09-14",
        "Who scored most at Euro 2024?": "2024-01-01..2024-12-31",
        "who won the oscars 2024": "2024-01-01..2024-12-31",
        "What was unveiled at CES 2026 in Las Vegas?": "2026-01-01..2026-12-31",
        "how did rents move between q1 2025 and q1 2026": "2025-01-01..2026-03-31",
        "Did milk get cheaper in late August or early September?": "2026-08-21..2026-08-31; 2026-09-01..2026-09-10",
        "What was the mood by mid-July 2025?": "..2025-07-20",
        "Which ministers left before the end of June?": "..2026-06-20",
        "Who opened the fair on Saturday 5 September?": "2026-09-05..2026-09-05",
        "Which matches are on next Saturday?": "2026-09-19..2026-09-19",
        "What does the weather service expect for the next few days?": "2026-09-16..2026-09-19",
        "how was last Christmas for small shops": "2025-12-24..2025-12-26",
        "Which laws take effect on January 1?": "2026-01-01..2026-01-01",
        "How much was raised from 2019 through 2023?": "2019-01-01..2023-12-31",
        "What happened in the final week of August 2025?": "2025-08-25..2025-08-31",
        "Which shops have closed since Easter?": "2026-04-03..",
    },
    NEW_YEARS_EVE: {
        "what's on tonight": "2025-12-31..2025-12-31",
        "Which rules apply from tomorrow?": "2026-01-01..2026-01-01",
        "What were the big stories of this year?": "2025-01-01..2025-12-31",
        "How many were killed in the last twelve months?": "2024-12-31..2025-12-31",
        "What will happen in January 2026?": "2026-01-01..2026-01-31",
        "who died over christmas": "2025-12-24..2025-12-26",
    },
    SATURDAY: {
        "Who testified on 2/26?": "2026-02-26..2026-02-26",
        "What did the Senate pass on February 26th, 2026?": "2026-02-26..2026-02-26",
        "mayor's remarks Feb 2-4 2026": "2026-02-02..2026-02-04",
        "What happened on Thursday night?": "2026-02-26..2026-02-26",
        "Who won on 02.03.2026?": "2026-03-02..2026-03-02",
        "How many snow days were there this winter?": "2025-12-01..2026-02-28",
        "What did the governor veto in the fall of last year?": "2025-09-01..2025-11-30",
    },
    ARCHIVE: {
        "What happened in the past week?": "2019-07-11..2019-07-18",
        "Who was mayor the year before last?": "2017-01-01..2017-12-31",
        "What was said on Tuesday?": "2019-07-16..2019-07-16",
        "Which festival was held in June?": "2019-06-01..2019-06-30",
        "Which roads were dug up during the first half of 2019?": "2019-01-01..2019-06-30",
        "Who was hired in 2018 and fired in 2019?": "2018-01-01..2018-12-31; 2019-01-01..2019-12-31",
    },
    NO_DATES: {
        "Who was robbed the day before yesterday?": "2025-12-30..2025-12-30",
        "What happened a month ago?": "2025-12-01..2025-12-31",
        "news from december": "2025-12-01..2025-12-31",
    },
    FRIDAY: {
        "How did the shares of Nordlin do during the first six months of 2026?": "2026-01-01..2026-06-30",
        "anything on the ferry from the week before last": "2026-06-15..2026-06-21",
        "Which candidates withdrew in the second half of June?": "2026-06-16..2026-06-30",
        "What did the coroner say on Wednesday this week?": "2026-07-01..2026-07-01",
        "Where was the circus last Saturday": "2026-06-27..2026-06-27",
        "Which roads will be closed this weekend?": "2026-07-04..2026-07-05",
        "how much rain fell in june": "2026-06-01..2026-06-30",
        "What was the verdict on 30 June?": "2026-06-30..2026-06-30",
        "What did the bank forecast back in January 2025?": "2025-01-01..2025-01-31",
        "Who played at Glastonbury 2025?": "2025-01-01..2025-12-31",
        "Did the hospital miss its targets in 2023/24?": "2023-01-01..2024-12-31",
        "Which pubs closed between Christmas 2025 and Easter 2026?": "2025-12-24..2026-04-06",
        "What was the bus fare two years ago?": "2024-01-01..2024-12-31",
        "What has been said about the quarry since the spring of 2024?": "2024-03-01..",
        "Who was sworn in the day after the 2 May election?": "2026-05-03..2026-05-03",
        "Which festivals take place next month?": "2026-08-01..2026-08-31",
        "Was there a strike on the 10th?": "2026-06-10..2026-06-10",
        "the budget for fiscal year 2025": "2025-01-01..2025-12-31",
        "What did the watchdog say as of 1 July 2026?": "2026-07-01..2026-07-01",
        "How many people were fined up to and including May 2026?": "..2026-05-31",
        "Which reforms came after 2019 but before 2023?": "2020-01-01..2022-12-31",
    },
    NEW_YEARS_DAY: {
        "What burned down last night?": "2026-12-31..2027-01-01",
        "Which storms hit the coast last autumn?": "2026-09-01..2026-11-30",
        "Who got an honour today": "2027-01-01..2027-01-01",
        "What were the ten most read stories of last year?": "2026-01-01..2026-12-31",
        "Who was the best skier last month?": "2026-12-01..2026-12-31",
        "Which films come out this year?": "2027-01-01..2027-12-31",
        "what did the pope say on christmas eve": "2026-12-24..2026-12-24",
    },
    PALM_SUNDAY: {
        "Who marched yesterday?": "2025-04-12..2025-04-12",
        "What will shops do over Easter 2025?": "2025-04-18..2025-04-21",
        "Which of the strikes of last week goes on?": "2025-03-31..2025-04-13",
        "What happened in the house on Monday night?": "2025-04-07..2025-04-07",
        "What did the leaders sign at the end of March?": "2025-03-21..2025-03-31",
    },
    LEAP_DAY_AGAIN: {
        "Which bills were signed between 2/1/2028 and 2/15/2028?": "2028-02-01..2028-02-15",
        "What did Apple announce on Jan. 28th?": "2028-01-28..2028-01-28",
        "Who won the Super Bowl in 2027?": "2027-01-01..2027-12-31",
        "How many layoffs were there in Q4 of last year?": "2027-10-01..2027-12-31",
        "What happened exactly one year ago?": "2027-01-01..2027-12-31",
    },
    OLD_NEWS: {
        "who said what about the dam in the last 10 days": "2022-04-26..2022-05-06",
        "What was decided last Wednesday?": "2022-05-04..2022-05-04",
        "How high was the water in April?": "2022-04-01..2022-04-30",
        "What has happened this year?": "2022-01-01..2022-12-31",
    },
}
TRAPS = {
    MONDAY: (
        "Who starred in Blade Runner 2049?", "What runs on Windows 2000?", "Which airline flew the Boeing 737?",
        "Who owned Studio 54?", "What is on page 2019 of the report?", "Who was aboard Flight 2024?",
        "Who works on the 3rd floor?", "Who passed on the 3rd attempt?", "What did Next sell?",
        "Who presented Tomorrow's World?", "what did the first three months of the war cost",
        "Who signed Resolution 1973?", "Who built the Peugeot 2008?", "Which ward is in Section 1986?",
    ),
    NEW_YEAR: (
        "Who runs the Christmas market?", "Who lives on Easter Island?", "Who wrote A Christmas Carol?",
        "What did Tuesday Weld earn?", "What is the new year resolution of the mayor?",
    ),
    SUNDAY: (
        "What does Sunday opening mean for shops?", "What stands on the 7th page?",
        "Who fell on the second day of the race?", "Which team lost in the last minute?",
        "What is the last month of the contract worth?", "When is the next train to Osk?", "Who is next in line?",
    ),
    LEAP_DAY: (
        "Did she sell 2024 things?", "What are leap years for?", "What did Ms April Winter say?",
    ),
    LONG_AFTER: (
        "How late is it to be built?", "who marched with may", "What is the coming of age?",
    ),
    AMERICAN: (
        "What does a 2x4 cost?", "What did the 4th Circuit rule?", "Who is in the 7th grade?",
    ),
    WEDNESDAY: (
        "How many people watched 1917 in cinemas?", "Who drives the number 2024 tram?",
        "What did Summer Hughes say to the jury?", "Why is the March for Life held?", "Who may run for office?",
        "What is the Third Quarter Fund?", "Did the horse finish first?",
        "Is the current strong at the mouth of the river?", "How long will the last ferry wait?",
        "Who took over from Justice Day?", "Was it the second half that decided the match?",
    ),
    NEW_YEARS_EVE: (
        "What did The Times print about the dam?", "Which decade-old promise did he break?",
    ),
    SATURDAY: (
        "Who lives at 1600 Pennsylvania Avenue?", "Why did the August Wilson play close?", "What is a W-2?",
    ),
    ARCHIVE: (
        "Who is the man of the year?", "Does the ship's log end with March?",
    ),
    NO_DATES: (
        "Which firm makes the iPhone 15?", "Who spoke for an hour?",
    ),
    FRIDAY: (
        "Why is the Summer Palace shut?", "Who is Mayor May's deputy?", "What was the first quarter-final like?",
        "How does the Tuesday Club choose its members?", "Which 1950 homes will get heat pumps?",
        "What is Highway 2020 made of?", "Who leads the March of Dimes?", "How many people fall each winter?",
        "Does the coming man pay?", "Why did fans march at the match?",
    ),
    NEW_YEARS_DAY: (
        "What did the New Year Honours committee say?", "Who is first in the queue?",
    ),
    PALM_SUNDAY: (
        "What does Good Friday Agreement mean?", "who owns easter road",
    ),
    LEAP_DAY_AGAIN: (
        "What is the 25th Amendment?", "Did the Sixers win by 24?", "Who sells the Ford 2000?",
    ),
    OLD_NEWS: (
        "When will the bridge open?", "What is the day rate?",
    ),
}  # fmt: skip


def read(question: str, days: Days) -> str:
    return "; ".join(f"{period.first or ''}..{period.last or ''}" for period in find_periods(question, days))


@pytest.mark.parametrize(
    ("days", "question", "expected"),
    [(days, question, expected) for days, table in TIMES.items() for question, expected in table.items()],
)
def test_a_time_is_read_as_one_asks_for_it_on_that_day(days: Days, question: str, expected: str) -> None:
    assert read(question, days) == expected


@pytest.mark.parametrize(("days", "question"), [(days, question) for days in TRAPS for question in TRAPS[days]])
def test_what_is_no_time_on_any_day_is_none(days: Days, question: str) -> None:
    assert read(question, days) == ""
