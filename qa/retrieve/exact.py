"""What a number of the question is worth to a passage: meaning knows no difference between 9.90 and 28."""

import re
from collections.abc import Mapping

from index.search import terms
from qa.language import TermWeights
from qa.language.terms import is_long
from qa.question import Question
from qa.retrieve.passages import PassageTerms

_FIGURE = re.compile(r"\d+(?:p\d+)?")  # as `index.search.numbers` writes it


def number_boosts(
    question: Question, weights: TermWeights, passages: Mapping[int, PassageTerms], boost: float
) -> dict[int, float]:
    """Weighs how many figures of a question passages hold.

    Args:
        question: The question; in a long one a figure is of some part of it, and a time that it names is no figure.
        weights: The terms of the question, or of the part of it that is searched for.
        passages: Passages by row.
        boost: What holding all figures is worth.

    Returns:
        What is added to the score, by row; rows that hold none are left out.
    """
    times = {term for period in question.periods for term in terms(period.words)}
    figures = {
        term: weight for term, weight in weights.weights.items() if _FIGURE.fullmatch(term) and term not in times
    }
    if not figures or is_long(question.text):
        return {}
    held = {row: sum(figures[term] for term in figures if term in passage.places) for row, passage in passages.items()}
    return {row: boost * weight / sum(figures.values()) for row, weight in held.items() if weight}
