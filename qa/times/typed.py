"""Days as people type them into a field: "28 Nov", "last Monday", "28.11.2026"."""

from qa.errors import BadDay
from qa.question import Period
from qa.times.periods import Days, find_periods

_SHOWN = 40  # characters of what is no day


def read_days(written: str, days: Days) -> Period:
    """Reads a day, or days such as a month.

    Args:
        written: What was typed, and nothing else.
        days: What they are counted from.

    Raises:
        BadDay: It names none, or may name either of two.
    """
    text = " ".join(written.split())
    found = find_periods(text, days, directed=False)
    if len(found) != 1 or found[0].words != text or not (found[0].first and found[0].last):
        raise BadDay(f"“{text[:_SHOWN]}” is not a day; write it like 28 Nov, last Monday or 2026-02-18.")
    period = found[0]
    if period.or_else:
        raise BadDay(f"“{text[:_SHOWN]}” may be {period.first} or {period.or_else}; write it in one of these ways.")
    return period
