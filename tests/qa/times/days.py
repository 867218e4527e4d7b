"""Days on which the tables of times ask: a Monday, 1 January, 29 February, long after the news."""

from datetime import date

from qa.times import Days

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
