"""What the user fixed by hand: outlets and days."""

import re
from collections.abc import Sequence
from datetime import date

from qa.errors import BadQuestion
from qa.question import Filters

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def read_day(written: str | None, name: str) -> date | None:
    """Reads a day.

    Args:
        written: What the user wrote; empty means no limit.
        name: What the field is called, for the message.

    Returns:
        The day, None for no limit.

    Raises:
        BadQuestion: It is not a day.
    """
    text = (written or "").strip()
    if not text:
        return None
    try:
        if not _DAY.fullmatch(text):  # the library also takes weeks, and days without dashes
            raise ValueError
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadQuestion(f"“{text[:40]}” is not a day ({name}). Write it like 2026-02-17.") from error


def read_filters(outlets: Sequence[str] | None = (), since: str | None = "", until: str | None = "") -> Filters:
    """Reads the filters of the page or of a request.

    Raises:
        BadQuestion: A day cannot be read, or the last day lies before the first.
    """
    first, last = read_day(since, "From"), read_day(until, "Until")
    if first and last and last < first:
        raise BadQuestion(f"The last day, {last}, lies before the first, {first}. Swap the two.")
    return Filters(outlets=tuple(outlets or ()), since=first, until=last)
