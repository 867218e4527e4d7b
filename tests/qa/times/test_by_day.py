"""Times as people ask for them on other days: on a Monday, on 1 January, on 29 February, long after the news."""

from datetime import date

import pytest

from qa.times import Days, find_periods

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
TUESDAY = Days(date(2026, 10, 13), date(2026, 10, 12))
SUNDAY_AGAIN = Days(date(2026, 3, 1), date(2026, 2, 27))
LEAP = Days(date(2024, 2, 29), date(2024, 2, 29))
OLD = Days(date(2026, 11, 30), date(2021, 8, 20))
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
    TUESDAY: {
        "which vaccines were approved in the first two weeks of october": "2026-10-01..2026-10-14",
        "Who spoke out against the pylons on Sunday?": "2026-10-11..2026-10-11",
        "How many calls did the helpline get over the summer?": "2026-06-01..2026-08-31",
        "What did the auditors say about the 2025 accounts?": "2025-01-01..2025-12-31",
        "price of eggs in early autumn 2025": "2025-09-01..2025-09-30",
        "Who ran the archive until the end of last year?": "..2025-12-31",
        "Which villages lost their bus after September 2025?": "2025-10-01..",
        "Who tested positive at Tokyo 2020?": "2020-01-01..2020-12-31",
        "Which clubs have been sold this decade?": "2020-01-01..2029-12-31",
        "Have wolves attacked sheep this month?": "2026-10-01..2026-10-31",
        "What was the pound worth on 1 October 2026?": "2026-10-01..2026-10-01",
        "What do the polls say for the week of 5 October?": "2026-10-05..2026-10-11",
        "between monday and today what was said of the mine": "2026-10-12..2026-10-13",
        "Will the museum open in November?": "2026-11-01..2026-11-30",
        "any strikes tomorrow or on thursday": "2026-10-14..2026-10-14; 2026-10-08..2026-10-08",
        "How did retail do in the two weeks before Christmas 2025?": "2025-12-10..2025-12-23",
        "Which MPs quit in the last parliament year 2024/25": "2024-01-01..2025-12-31",
        "Which wells ran dry in the '90s?": "1990-01-01..1999-12-31",
        "What has the mayor done since taking office in May 2024?": "2024-05-01..2024-05-31",
        "What were oil prices like six weeks ago?": "2026-08-29..2026-09-04",
    },
    SUNDAY_AGAIN: {
        "What did the vicar say this morning?": "2026-03-01..2026-03-01",
        "How was February for skiing?": "2026-02-01..2026-02-28",
        "Who left the cabinet last week?": "2026-02-16..2026-03-01",
        "Who left the cabinet on Friday 20 February?": "2026-02-20..2026-02-20",
    },
    LEAP: {
        "What happened this day last year?": "2023-01-01..2023-12-31",
        "Who was sued in the past quarter?": "2023-11-29..2024-02-29",
        "What was announced for next Friday?": "2024-03-01..2024-03-01",
    },
    OLD: {
        "What did the health minister say two days ago?": "2021-08-18..2021-08-18",
        "how many cases were there in the second quarter": "",
        "How did the second quarter of 2021 go?": "2021-04-01..2021-06-30",
        "What happened on August 3rd?": "2021-08-03..2021-08-03",
    },
}


@pytest.mark.parametrize(
    ("days", "question", "expected"),
    [(days, question, expected) for days, table in TIMES.items() for question, expected in table.items()],
)
def test_a_time_is_read_as_one_asks_for_it_on_that_day(days: Days, question: str, expected: str) -> None:
    periods = find_periods(question, days)
    assert "; ".join(f"{period.first or ''}..{period.last or ''}" for period in periods) == expected
