"""The words in which agencies say which version of which item a document is."""

from contextlib import suppress

from corpus.metadata.times import in_utc, read_time

_DIGITS = 12  # a longer number is no version


def number(value: object) -> int | None:
    """Returns the number of a version; None where there is none."""
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


def created(value: object) -> str:
    """Returns when a version was made, as `corpus.article.Edition` has it; empty where that cannot be read."""
    with suppress(ValueError, OverflowError):
        return in_utc(read_time(value))
    return ""


def is_taken_back(status: object) -> bool:
    """Says whether a status, such as ``"stat:canceled"``, means that the item must not be published any more."""
    word = status.rpartition(":")[2].rpartition("/")[2].strip().lower() if isinstance(status, str) else ""
    return word in ("canceled", "cancelled", "withheld", "withdrawn", "killed")
