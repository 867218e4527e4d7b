"""The kinds of gold, and what is asked of passages in each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.quality.cases import Case
from benchmarks.quality.figures import (
    Figures,
    grade_articles,
    grade_passages,
    grade_sentences,
    highlights,
    shows_article,
    shows_sentence,
)
from benchmarks.quality.known import grade_answers, marked_answers, shows_answer
from benchmarks.quality.systems import Found


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of gold.

    Attributes:
        depth: Passages asked for.
        grade: Figures of one question, by name.
        shows: Whether something of the gold is among the first passages, of which it is told the number.
        marks: Figures of how well the passages of many questions are highlighted; none where nothing is.
    """

    depth: int
    grade: Callable[[Case, Found], Figures]
    shows: Callable[[Case, Found, int], bool]
    marks: Callable[[Sequence[Case], Sequence[Found]], Figures] = highlights


FORMS: Mapping[str, Form] = {
    "sentences": Form(20, grade_sentences, shows_sentence),
    "articles": Form(30, grade_articles, shows_article),
    "passages": Form(10, grade_passages, shows_article),
    "answers": Form(10, grade_answers, shows_answer, marked_answers),
}
