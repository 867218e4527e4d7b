"""Words about an answer that every rendering shares, and article text made safe to print."""

import re
from datetime import date

from qa.answer import Answer

# Controls that could move the cursor or recolour the screen (C0, DEL, C1), separators that only some programs break a
# line at, marks that reorder the letters around them, and lone surrogates, which no encoding can write.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Replaces every character that could act on a terminal, one for one, so that offsets stay true.

    Args:
        text: Any text; line breaks are kept, a tab becomes a space.

    Returns:
        A text of the same length.
    """
    return _UNPRINTABLE.sub("�", text.replace("\t", " "))


def line(text: str) -> str:
    """Returns the text as one printable line."""
    return printable(" ".join(text.split()))


def day(published: date | None) -> str:
    """Returns the day of publication, or says that it is not known."""
    return published.isoformat() if published else "date unknown"


def counted(number: int, noun: str) -> str:
    """Returns a number with its noun: ``1 passage``, ``2 passages``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def lead(answer: Answer) -> str:
    """Says in one sentence what was found, without claiming more than the passages show."""
    if not answer.passages:
        return "The articles do not answer this, and nothing in them comes near it."
    if not answer.found:
        return "The articles do not answer this. The nearest material, which may be about something else:"
    outlets = len({passage.citation.outlet for passage in answer.passages})
    return f"{counted(len(answer.passages), 'passage')} from {counted(outlets, 'outlet')}:"


def understood(answer: Answer) -> list[str]:
    """Says how the question was read, one remark each, wherever that is more than its own words."""
    question, filters = answer.question, answer.question.filters
    remarks = (
        ("carried over", question.carried),
        ("phrase", [f"“{phrase}”" for phrase in question.phrases]),
        ("outlet named", question.outlets),
        ("only", filters.outlets),
        ("since", [filters.since.isoformat()] if filters.since else []),
        ("until", [filters.until.isoformat()] if filters.until else []),
        ("left out", filters.exclude),
    )
    return [f"{name}: {line(', '.join(values))}" for name, values in remarks if values]


def silent_outlets(answer: Answer) -> list[str]:
    """Names the outlets of the index that no passage comes from."""
    return [line(coverage.outlet) for coverage in answer.outlets if not coverage.passages]
