"""What is read as a time in questions as people ask them, and what is not."""

from datetime import date

import pytest

from qa.language.periods import Days, find_periods

DAYS = Days(date(2026, 3, 10), date(2026, 3, 4))  # a Tuesday; the newest article is of the Wednesday before

# Each question with the days that it names: first..last, an open end left out.
TIMES = {
    # Days
    "What happened on 2025-07-15?": "2025-07-15..2025-07-15",
    "What did the council decide on July 15, 2025?": "2025-07-15..2025-07-15",
    "What did the council decide on July 15th 2025?": "2025-07-15..2025-07-15",
    "What did the council decide on 15 July 2025?": "2025-07-15..2025-07-15",
    "What did the council decide on the 15th of July, 2025?": "2025-07-15..2025-07-15",
    "Harrow quay budget on Apr 22nd, 2025": "2025-04-22..2025-04-22",
    "Who spoke on Tuesday, 3 March 2026?": "2026-03-03..2026-03-03",
    "Who spoke on Tuesday the 3rd of March?": "2026-03-03..2026-03-03",
    "What was said on December 24?": "2025-12-24..2025-12-24",
    "Who signed it on 18 Feb. 2026?": "2026-02-18..2026-02-18",
    "Which ferry sank on 15/07/2025?": "2025-07-15..2025-07-15",
    "Which ferry sank on 07/15/2025?": "2025-07-15..2025-07-15",
    "Which ferry sank on 4.5.2025?": "2025-05-04..2025-05-04",
    "Which ferry sank on 3/4/25?": "2025-04-03..2025-04-03",
    "What was decided at the 14 May meeting?": "2025-05-14..2025-05-14",
    # Months
    "What changed in February 2024?": "2024-02-01..2024-02-29",
    "What did the mayor say in Feb. 2026?": "2026-02-01..2026-02-28",
    "articles of March 2025 on the quay": "2025-03-01..2025-03-31",
    "How many ships came in January?": "2026-01-01..2026-01-31",
    "How many ships came in december?": "2025-12-01..2025-12-31",
    "What was decided in May?": "2025-05-01..2025-05-31",
    "Who resigned during August 2025?": "2025-08-01..2025-08-31",
    "How many fish died last March?": "2025-03-01..2025-03-31",
    "How many fish died last July?": "2025-07-01..2025-07-31",
    "What will the council do this March?": "2026-03-01..2026-03-31",
    "What happened in 2025-11?": "2025-11-01..2025-11-30",
    "What was the toll in the month of October?": "2025-10-01..2025-10-31",
    "storms of November 2024": "2024-11-01..2024-11-30",
    # Quarters and halves
    "How much did Nordlin lose in Q3 2024?": "2024-07-01..2024-09-30",
    "How much did Nordlin lose in the third quarter of 2024?": "2024-07-01..2024-09-30",
    "Nordlin's losses in the first quarter of 2025": "2025-01-01..2025-03-31",
    "How many visitors came in Q4?": "2025-10-01..2025-12-31",
    "How many visitors came in the first half of 2025?": "2025-01-01..2025-06-30",
    "sales in H2 2025": "2025-07-01..2025-12-31",
    "What did the firm earn last quarter?": "2025-10-01..2025-12-31",
    "What does the firm expect this quarter?": "2026-01-01..2026-03-31",
    # Seasons
    "How hot was summer 2024?": "2024-06-01..2024-08-31",
    "Which roads flooded in the spring of 2025?": "2025-03-01..2025-05-31",
    "Which roads flooded this spring?": "2026-03-01..2026-05-31",
    "How many were out of work last autumn?": "2025-09-01..2025-11-30",
    "Who won the election in fall 2024?": "2024-09-01..2024-11-30",
    "How often did the ferry run last winter?": "2025-12-01..2026-02-28",
    "Which pass was closed in winter 2023/24?": "2023-12-01..2024-02-29",
    "What was built in the summer?": "2025-06-01..2025-08-31",
    "How many tourists came last summer?": "2025-06-01..2025-08-31",
    # Years
    "What did the council decide about the Harrow quay budget in 2024?": "2024-01-01..2024-12-31",
    "How high was the Harrow quay budget in 2026?": "2026-01-01..2026-12-31",
    "Harrow quay budget 2024": "2024-01-01..2024-12-31",
    "What was in the 2025 budget?": "2025-01-01..2025-12-31",
    "How many died in the year 1962?": "1962-01-01..1962-12-31",
    "In 2019, who found the box?": "2019-01-01..2019-12-31",
    "the storm of 2024 and its damage": "2024-01-01..2024-12-31",
    "Which teams won the 2023/24 season?": "2023-01-01..2024-12-31",
    "Who was mayor during 2023?": "2023-01-01..2023-12-31",
    "What was promised in early 2024?": "2024-01-01..2024-05-01",
    "What was promised in late March 2025?": "2025-03-21..2025-03-31",
    "What was promised in mid-2025?": "2025-05-02..2025-08-31",
    "Which laws passed at the end of 2025?": "2025-09-01..2025-12-31",
    # Decades
    "How many farms closed in the 1990s?": "1990-01-01..1999-12-31",
    "How many farms closed in the nineties?": "1990-01-01..1999-12-31",
    "How many farms closed in the '80s?": "1980-01-01..1989-12-31",
    "What was built in the 2010s?": "2010-01-01..2019-12-31",
    "Which mines closed since the 1980s?": "1980-01-01..",
    # Counted from the day of the question
    "What happened today?": "2026-03-10..2026-03-10",
    "What happened yesterday?": "2026-03-09..2026-03-09",
    "Today's news on the quay": "2026-03-10..2026-03-10",
    "Who was arrested last night?": "2026-03-09..2026-03-10",
    "Who was arrested the day before yesterday?": "2026-03-08..2026-03-08",
    "What was decided about the quay in the last three years?": "2023-03-10..2026-03-10",
    "What was decided about the quay in the past 14 days?": "2026-02-24..2026-03-10",
    "What was decided in the last 3 months?": "2025-12-10..2026-03-10",
    "last 6 months of coverage on the quay": "2025-09-10..2026-03-10",
    "news on the quay over the past two weeks": "2026-02-24..2026-03-10",
    "news on the quay from the last 48 hours": "2026-03-08..2026-03-10",
    "How have prices risen over the last five years?": "2021-03-10..2026-03-10",
    "How have prices risen in recent months?": "2025-12-10..2026-03-10",
    "How have prices risen over the past few weeks?": "2026-02-17..2026-03-10",
    "What was said in the last couple of days?": "2026-03-08..2026-03-10",
    "quay decisions last 3 months": "2025-12-10..2026-03-10",
    "What happened three weeks ago?": "2026-02-14..2026-02-20",
    "What happened 3 days ago?": "2026-03-07..2026-03-07",
    "Who was mayor two years ago?": "2024-01-01..2024-12-31",
    "How high was the price six months ago?": "2025-09-01..2025-09-30",
    "What is planned this week?": "2026-03-03..2026-03-10",
    "What was decided last week?": "2026-03-02..2026-03-10",
    "What was decided last month?": "2026-02-01..2026-02-28",
    "What was decided this month?": "2026-03-01..2026-03-31",
    "How many visitors came last year?": "2025-01-01..2025-12-31",
    "How many visitors came this year?": "2026-01-01..2026-12-31",
    "How has the city changed over the past decade?": "2016-03-10..2026-03-10",
    "How has the price changed in the past year?": "2025-03-10..2026-03-10",
    "How many accidents were there last weekend?": "2026-03-07..2026-03-08",
    # Weekdays
    "What did the council decide on Monday?": "2026-03-09..2026-03-09",
    "What did the council decide on Wednesday?": "2026-03-04..2026-03-04",
    "What did the council decide last Tuesday?": "2026-03-03..2026-03-03",
    "Who spoke on Friday evening?": "2026-03-06..2026-03-06",
    "Who spoke at Thursday's meeting?": "2026-03-05..2026-03-05",
    "What has happened since Sunday?": "2026-03-08..",
    # Ranges
    "What was the Harrow quay budget between March and May 2025?": "2025-03-01..2025-05-31",
    "What was decided from 1 March to 31 May 2025?": "2025-03-01..2025-05-31",
    "What was decided between 3 and 10 May 2025?": "2025-05-03..2025-05-10",
    "What was decided from March 3 to March 7?": "2026-03-03..2026-03-07",
    "the strike of March 3-7, 2025": "2025-03-03..2025-03-07",
    "the strike of 1-15 March 2025": "2025-03-01..2025-03-15",
    "quay budget March-May 2025": "2025-03-01..2025-05-31",
    "quay budget 2023-2025": "2023-01-01..2025-12-31",
    "How did the budget grow from 2023 to 2025?": "2023-01-01..2025-12-31",
    "How did the budget grow between 2023 and 2025?": "2023-01-01..2025-12-31",
    "Who was ill between November and February?": "2025-11-01..2026-02-28",
    "Who was ill from November 2024 to February 2025?": "2024-11-01..2025-02-28",
    "Who was ill from October 2024 until March?": "2024-10-01..2025-03-31",
    "between 2025-03-01 and 2025-05-31": "2025-03-01..2025-05-31",
    "between 15 January and 3 February 2026, who struck?": "2026-01-15..2026-02-03",
    # Directions
    "What was decided before 2025?": "..2024-12-31",
    "What was decided after March 2025?": "2025-04-01..",
    "What was decided since March 2025?": "2025-03-01..",
    "What was decided since 18 February?": "2026-02-18..",
    "What was the budget until May 2025?": "..2025-05-31",
    "What must be done by 30 June 2025?": "..2025-06-30",
    "What had been spent by the end of 2024?": "..2024-12-31",
    "Who left prior to October 2025?": "..2025-09-30",
    "Who left after 7 October 2023?": "2023-10-08..",
    "What changed from March 2025 onwards?": "2025-03-01..",
    "since last week, what is new?": "2026-03-02..",
    "What was decided after March 2025 and before June 2025?": "2025-04-01..2025-05-31",
    "Which plans were made up to 2023?": "..2023-12-31",
    "What did the mayor say in the summer of '24?": "2024-06-01..2024-08-31",
    "What happened over the weekend?": "2026-03-07..2026-03-08",
    "What changed in the years 2023 and 2024?": "2023-01-01..2023-12-31; 2024-01-01..2024-12-31",
    "How much was spent from January until now?": "2026-01-01..2026-03-10",
    "How much was spent between January 2025 and today?": "2025-01-01..2026-03-10",
    "How much was spent since the beginning of the year?": "2026-01-01..",
    "How much was spent since the start of 2025?": "2025-01-01..",
    "Who spoke in January through March 2025?": "2025-01-01..2025-03-31",
    "Who spoke between Monday and Wednesday?": "2026-03-02..2026-03-04",
    "What did it cost in '24?": "2024-01-01..2024-12-31",
    "Who left in the last year?": "2025-03-10..2026-03-10",
    "Which bills are to be paid not later than 31 March 2025?": "..2025-03-31",
    "Which bills came on or after 3 March 2025?": "2025-03-03..",
    "How did they live in the late nineties?": "1996-08-31..1999-12-31",
    "What was printed in 12/2025?": "2025-12-01..2025-12-31",
    "What was printed on 2025/12/03?": "2025-12-03..2025-12-03",
    "Who spoke on March the 3rd?": "2026-03-03..2026-03-03",
    "What has changed since the 2024 elections?": "2024-01-01..",
    "Who led before the 2024 election?": "..2024-12-31",
    "How much was lost between Q1 and Q3 2025?": "2025-01-01..2025-09-30",
    "Which firms left during the past month?": "2026-02-10..2026-03-10",
    "Who came a year ago?": "2025-01-01..2025-12-31",
    # Several
    "Was the price higher in 2024 or in 2025?": "2024-01-01..2024-12-31; 2025-01-01..2025-12-31",
    "Did it rise on 3 March or on 4 March?": "2026-03-03..2026-03-03; 2026-03-04..2026-03-04",
}
TRAPS = (
    # Names
    "What did Mrs May say about the border?",
    "What did Theresa May promise?",
    "What happened before May resigned?",
    "Who was appointed by May?",
    "Why did voters turn from May to Corbyn?",
    "What is the policy of May?",
    "Who is June Marlow?",
    "What did April Jones find?",
    "Who is August Wilson?",
    "What did Ostrand Today report about the swans?",
    "What does USA Today say about the merger?",
    "What does This Week write on the quay?",
    "What did The Sunday Times find out?",
    "Who plays on Monday Night Football?",
    "What was cheap on Black Friday?",
    "What did the Sun write on Good Friday?",
    "Who won Super Tuesday?",
    "What did Summer Walker sing?",
    "Who started the Arab Spring?",
    "Who started the Prague Spring?",
    "Which film did Winter Productions make?",
    "Who plays for Sheffield Wednesday?",
    "Who published it in Springer's journal?",
    "What does Agenda 2030 demand?",
    "What does Vision 2030 promise?",
    "Who directed Blade Runner 2049?",
    "Who is Wednesday Addams?",
    "What did Sunday Adelaja preach?",
    "What did The Week publish on pensions?",
    "Who is Jan Marsalek?",
    "Who is Dec Donnelly?",
    "Did Mar Lavelle resign?",
    "Who plays in the Spring Quartet?",
    # Verbs and other words
    "What did the last mayor promise?",
    "What were the last words of the captain?",
    "Why did the second half of the choir stay silent?",
    "Did the fall of the wall surprise him?",
    "What is taught at the summer school in Osk?",
    "How many people may lose their jobs?",
    "How many of the 14 may go?",
    "Did the 20 march on the capital?",
    "Why did protesters march to the harbour?",
    "What may 2026 bring?",
    "How long did the talks last?",
    "How long did the talks last three days after all?",
    "Did the strike last two weeks?",
    "Will the closure last 6 months?",
    "Why did prices fall?",
    "Did the price fall after the storm?",
    "Which spring supplies the water?",
    "What does the winter boat cost?",
    "What happened in the winter boat affair?",
    "What was in the last week of the talks?",
    "What happened in the last three days of the trial?",
    "What happened after the storm?",
    "What has changed since the storm?",
    "What was planned before the vote?",
    "Who spoke first, the mayor or the treasurer?",
    "Who came second in the race?",
    "Who led in the second quarter of the game?",
    "Who scored in the first half?",
    "How do they work on Mondays?",
    # Numbers
    "Did 2000 people march?",
    "How were 2024 jobs lost?",
    "Who paid 2000 crowns for the boat?",
    "Who lives in 2000 homes at the harbour?",
    "Did it cost $2024?",
    "Are there 2,024 trees?",
    "Is the hill between 1950 and 2010 metres high?",
    "Are there more than 2000 in the hall?",
    "Did about 1900 come?",
    "What is room 2019 used for?",
    "What is in version 10.2.2024.1?",
    "What of 31 February?",
    "What of 2026-02-30?",
    "What of 40/40/2025?",
    "Who is at 24/7 Fitness?",
    "Who was killed on 9/11?",
    "Is the road closed between junctions 3 and 10?",
    "What is Area 51?",
    "What is the phone number 555-2024?",
    "Is the road 3-5 km long?",
    "Who is in her nineties?",
    "Who was number 10 in 1-15 points?",
    "Which bus is line 20?",
)

# Known to be read wrongly, with what would be right.
WRONG = {
    "What did the council decide on the 3rd?": "2026-03-03..2026-03-03",
    "What happened during the first three months of 2025?": "2025-01-01..2025-03-31",
    "Who paid in the first half of last year?": "2025-01-01..2025-06-30",
    "What was built in the twenties?": "2020-01-01..2029-12-31",
    "What will open next month?": "2026-04-01..2026-04-30",
    "Who wrote 1984?": "",
}


def read(question: str) -> str:
    return "; ".join(f"{period.first or ''}..{period.last or ''}" for period in find_periods(question, DAYS))


@pytest.mark.parametrize(("question", "days"), TIMES.items())
def test_a_time_is_read(question: str, days: str) -> None:
    assert read(question) == days


@pytest.mark.parametrize("question", TRAPS)
def test_what_is_no_time_is_none(question: str) -> None:
    assert read(question) == ""


@pytest.mark.parametrize(("question", "days"), WRONG.items())
@pytest.mark.xfail(strict=True, reason="not read yet")
def test_a_time_that_is_not_read_yet(question: str, days: str) -> None:
    assert read(question) == days


def test_of_the_whole_table_97_in_100_are_right() -> None:
    right, wrong = len(TIMES) + len(TRAPS), len(WRONG)
    assert right + wrong >= 150
    assert len(TRAPS) >= (right + wrong) / 3
    assert right >= 0.97 * (right + wrong)
