"""The times that a question names among its words: which help to find it, and what a passage has to hold of them."""

import re
from collections.abc import Iterable

from corpus.text.date_words import MONTHS
from index.search import Frequencies
from qa.language.terms import TermWeights, content_terms, is_long
from qa.question import Period, Question

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = re.compile(rf"\d|\b(?:{'|'.join(name[:3] for name in (*MONTHS, *_WEEKDAYS))})", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:last|past|this|next|previous|coming|recent|ago|today|yesterday)\b", re.IGNORECASE)
_BEFORE = r"(?:(?:on|in|during|at|of|from|for|over|within)(?:\s+the)?|the)"


def is_written(time: str) -> bool:
    """Says whether an article may name a time in the same words: "15 July 2025", but not "last week".

    Such words help to find what is asked for; any other would find what was "last week" to someone else.
    """
    return bool(_NAMED.search(time)) and not _COUNTED.search(time)


def times_in(text: str, times: Iterable[str]) -> list[tuple[int, int]]:
    """Returns where a text names times, with the words that belong to them, as offsets.

    Args:
        text: The text.
        times: The times, as the text puts them.
    """
    longest_first = sorted(times, key=len, reverse=True)
    if not longest_first:
        return []
    words = "|".join(map(re.escape, longest_first))
    found = re.finditer(rf"(?:\b{_BEFORE}\s+)?(?<!\w)(?:{words})(?!\w)(?:['’]s\b)?", text)
    return [match.span() for match in found]


def needed(question: Question, text: str, fitting: Iterable[Period]) -> str:
    """Returns the words that a passage has to hold.

    An article that was published on the day that is asked for need not name it; one of another day had better.

    Args:
        question: The question.
        text: Its subject, or a part of it.
        fitting: The times of the question that the passage is of.

    Returns:
        All of the text in a long question, where a time is of a part of it, and where the rest says nothing.
    """
    if is_long(question.subject):
        return text
    rest, end = [], 0
    for start, stop in times_in(text, (period.words for period in fitting)):
        rest.append(text[end:start])
        end = stop
    left = " ".join("".join((*rest, text[end:])).split())
    return left if end and content_terms(left) else text


def needed_terms(question: Question, fitting: Iterable[Period], lexical: Frequencies) -> TermWeights | None:
    """Weighs the terms that a passage has to hold; None where they are those of the whole subject.

    Args:
        question: The question.
        fitting: The times of the question that the passage is of.
        lexical: The index of words.
    """
    text = needed(question, question.subject, fitting)
    if text == question.subject:
        return None
    return TermWeights.of(" ".join((text, *question.carried[:1])), lexical, question.also)
