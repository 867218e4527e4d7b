"""What only looks like a time, asked on the days of `tests.qa.times.test_by_day`."""

import pytest

from qa.times import Days, find_periods
from tests.qa.times.days import (
    AMERICAN,
    ARCHIVE,
    FRIDAY,
    LEAP,
    LEAP_DAY,
    LEAP_DAY_AGAIN,
    LONG_AFTER,
    MONDAY,
    NEW_YEAR,
    NEW_YEARS_DAY,
    NEW_YEARS_EVE,
    NO_DATES,
    OLD,
    OLD_NEWS,
    PALM_SUNDAY,
    SATURDAY,
    SUNDAY,
    SUNDAY_AGAIN,
    TUESDAY,
    WEDNESDAY,
)

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
    TUESDAY: (
        "What does the Daily Mail say of the pylons?", "Why was Midsummer Murders filmed there?",
        "Who directed 2001: A Space Odyssey?", "How does the Autumn Statement treat pensions?",
        "What is a fortnight's notice?", "Who won the 1500 metres?", "Is the year group too big?",
        "Does Sunny June sell ice cream?", "How many days off do nurses get?", "Who is the new Bond?",
        "Which firms may be fined?",
    ),
    SUNDAY_AGAIN: (
        "Who came in third?", "What did Easter Smith compose?", "Is the second week harder than the first?",
    ),
    LEAP: (
        "Why do 3 in 10 pupils leave early?", "What did Day and May sign?",
    ),
    OLD: (
        "Where is the 7th fleet?", "Was it late?",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("days", "question"), [(days, question) for days in TRAPS for question in TRAPS[days]])
def test_what_is_no_time_on_any_day_is_none(days: Days, question: str) -> None:
    assert find_periods(question, days) == ()
