"""Days of publication that have not come yet: such an article is dated wrongly, and would pass for the newest."""

from collections.abc import Mapping
from datetime import date, timedelta

_ELSEWHERE = timedelta(days=1)  # where it is tomorrow already, outlets publish under tomorrow's date
_NAMED = 5


def lies_ahead(day: date, today: date) -> bool:
    """Says whether a day has come nowhere in the world yet."""
    return day > today + _ELSEWHERE


def future_warnings(days: Mapping[str, date]) -> tuple[str, ...]:
    """Says which articles are dated in the future, in one sentence; nothing where none is.

    Args:
        days: Their days, by their places in the corpus.
    """
    if not days:
        return ()
    named = ", ".join(f"{source} ({day})" for source, day in list(days.items())[:_NAMED])
    more = f", and {len(days) - _NAMED:,} more" if len(days) > _NAMED else ""
    articles = "1 article is" if len(days) == 1 else f"{len(days):,} articles are"
    return (f"{articles} dated in the future: {named}{more}. Say the right day in corpus.toml.",)
