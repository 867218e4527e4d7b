"""What a question asks beside the times that it names."""

import re
from collections.abc import Iterable

from index.search import LexicalIndex
from qa.language.terms import TermWeights, content_terms, is_long
from qa.question import Period, Question

_BEFORE = r"(?:(?:on|in|during|at|of|from|for|over|within)(?:\s+the)?|the)"


def timeless(question: Question, periods: Iterable[Period]) -> str:
    """Returns a question without the order by date that it asks for, and without some times that it names.

    Args:
        question: The question.
        periods: The times to leave out.

    Returns:
        The rest; the whole text where the rest says nothing.
    """
    words = [period.words for period in periods] + [order.words for order in (question.order,) if order]
    if not words:
        return question.text
    longest_first = sorted(words, key=len, reverse=True)
    times = "|".join(map(re.escape, longest_first))
    rest = re.sub(rf"(?:\b{_BEFORE}\s+)?(?<!\w)(?:{times})(?!\w)(?:['’]s\b)?", " ", question.text)
    return " ".join(rest.split()) if content_terms(rest) else question.text


def needed_terms(question: Question, fitting: Iterable[Period], lexical: LexicalIndex) -> TermWeights | None:
    """Weighs the terms that a passage has to hold.

    An article that was published on the day that is asked for need not name it; one of another day had better.

    Args:
        question: The question.
        fitting: The times of the question that the passage is of.
        lexical: The index of words.

    Returns:
        None where all terms of the question count, as they do in a long one, where the time is of a part of it.
    """
    text = timeless(question, fitting)
    return (
        None
        if text == question.text or is_long(question.text)
        else TermWeights.of(" ".join((text, *question.carried[:1])), lexical)
    )
