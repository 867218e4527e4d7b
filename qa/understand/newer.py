"""Whether newer articles are preferred: a question is asked on a day, and mostly about what is news on that day."""

import re
from dataclasses import replace
from datetime import date, timedelta

from qa.question import NEWER_FIRST, Question

_ONE_TIME = timedelta(days=30)  # articles of no longer a time are of one event: their age tells nothing
_PAST = re.compile(
    r"\b(?:history of|historically|originally|use to|used to be|previous|predecessor|in the past|when (?:was|were)|"
    r"(?:was|were) the (?:first|original)|(?:was|were)\b[^?]*\b(?:born|founded))\b",
    re.IGNORECASE,
)


def prefer_newer(question: Question, today: date, first: date | None, last: date | None) -> Question:
    """Notes the day from which the age of articles is counted, unless the question is about the past.

    Args:
        question: As it is understood otherwise.
        today: The day on which it is asked.
        first: The oldest day of publication.
        last: The newest one up to today.
    """
    if first is None or last is None or last - first <= _ONE_TIME or NEWER_FIRST in question.filters.unread:
        return question
    if question.periods or question.order or _PAST.search(question.text):
        return question
    return replace(question, newer_from=min(today, last))
