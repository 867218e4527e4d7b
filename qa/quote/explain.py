"""Why a passage is there: the words it shares with the question, its place in each search, and what was preferred."""

import re
from dataclasses import dataclass

from index.search.numbers import number_spans
from qa.language import content_terms
from qa.passage import Passage
from qa.question import Question
from qa.retrieve.timely import tells_of

WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What speaks for a passage.

    Attributes:
        words: Words of the question that the passage or its headline holds in some form, as the question has them.
        missing: Those that neither holds.
        words_rank: Position in the search by words (1 is best), None when it was not found there.
        meaning_rank: Position in the search by meaning.
        outlet: Whether the question names the passage's outlet.
        authors: Authors of its article whom the question names.
        periods: Days and periods of the question in which the article was published.
        phrases: Quoted phrases of the question that stand in the passage.
        told: Days and periods of the question of which the passage tells, though it was published at another time.
        order: Words of the question that ask for the newest or the oldest first, where the passage has its place in
            that order; empty where they are none, or its day is not known or not credible.
    """

    words: tuple[str, ...]
    missing: tuple[str, ...]
    words_rank: int | None
    meaning_rank: int | None
    outlet: bool
    authors: tuple[str, ...]
    periods: tuple[str, ...]
    phrases: tuple[str, ...]
    told: tuple[str, ...]
    order: str


def explain(question: Question, passage: Passage) -> Explanation:
    """Explains a passage of the answer to a question.

    Args:
        question: As it was understood.
        passage: One of its passages.
    """
    citation = passage.citation
    held = set(content_terms(f"{citation.title}\n{citation.outlet}\n{passage.text}"))
    for also in question.also:
        if held.issuperset(content_terms(also.other)):
            held.update(content_terms(also.words))
    asked = [word for text in (question.subject, *question.carried[:1]) for word in _words(text)]
    words = {word: bool(terms & held) for word in asked if (terms := set(content_terms(word)))}
    text, published, order = _even(passage.text), citation.published, question.order
    others = [period for period in question.periods if not period.holds(published)]
    return Explanation(
        words=tuple(word for word, there in words.items() if there),
        missing=tuple(word for word, there in words.items() if not there),
        words_rank=passage.words_rank,
        meaning_rank=passage.meaning_rank,
        outlet=citation.outlet in question.outlets,
        authors=tuple(name for name in citation.authors if name in question.authors),
        periods=tuple(period.words for period in question.periods if period.holds(published)),
        phrases=tuple(phrase for phrase in question.phrases if _even(phrase) in text),
        told=tuple(period.words for period in others if tells_of(passage.text, published, period)),
        order=order.words if order and published and published <= order.until else "",
    )


def _words(text: str) -> list[str]:
    """Returns the words of a text; a number is one, however it is written."""
    numbers = number_spans(text)
    others = (match.span() for match in WORD.finditer(text))
    words = [span for span in others if not any(start < span[1] and span[0] < end for start, end in numbers)]
    return [text[start:end] for start, end in sorted((*numbers, *words))]


def _even(text: str) -> str:
    """Evens out what the search for phrases does not tell apart: case, marks and white space."""
    return " ".join(("", *re.findall(r"\w+", text.casefold()), ""))
