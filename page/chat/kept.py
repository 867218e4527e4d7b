"""A turn as a browser keeps it: the question and where its quotations stand, no text.

The words are cut out of the index anew whenever a kept turn is shown, so a conversation can be kept for years and still
never shows a word that its article does not hold.
"""

from dataclasses import asdict, astuple, dataclass
from datetime import date
from hashlib import sha256
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from page.limits import MOST_EARLIER, MOST_PASSAGES
from page.state.desk import Answers
from qa.answer import Answer, coverage
from qa.passage import Citation, Highlight, Passage
from qa.question import Facet, Filters, Period, Question

LONGEST = 20_000  # characters; nothing that a turn keeps is longer


class _Kept(BaseModel):
    """What comes back from a browser is checked like any stranger's word."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_max_length=LONGEST)


class KeptPlace(_Kept):
    """A span of an article."""

    article_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """Keeps where a citation points to."""
        return cls(article_id=citation.article_id, start=citation.start, end=citation.end)


class KeptPassage(_Kept):
    """A quotation: its place, and a digest that tells whether the same words still stand there."""

    place: KeptPlace
    digest: str
    marks: Annotated[tuple[tuple[int, int], ...], Field(max_length=MOST_PASSAGES)] = ()
    copies: Annotated[tuple[KeptPlace, ...], Field(max_length=MOST_PASSAGES)] = ()
    words_rank: int | None = None
    meaning_rank: int | None = None


class KeptQuestion(_Kept):
    """A question as it was understood."""

    asked: str
    text: str
    phrases: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    periods: tuple[tuple[date, date, str], ...] = ()
    carried: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    exclude: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        """What the user fixed."""
        return Filters(self.outlets, self.since, self.until, self.exclude, self.unread)


class KeptTurn(_Kept):
    """A question and its answer."""

    question: KeptQuestion
    found: bool
    confidence: float
    passages: Annotated[tuple[KeptPassage, ...], Field(max_length=MOST_PASSAGES)] = ()


class Following(_Kept):
    """What is said of a question that may follow others.

    Attributes:
        earlier: The words of the questions before it, oldest first.
    """

    earlier: Annotated[tuple[str, ...], Field(max_length=MOST_EARLIER)] = ()


@dataclass(frozen=True, slots=True)
class Recalled:
    """A kept turn as the index tells it now.

    Attributes:
        answer: The answer, without the quotations that no longer stand in their articles.
        lost: How many those are.
    """

    answer: Answer
    lost: int


def keep(answer: Answer) -> KeptTurn:
    """Returns what a browser keeps of an answer."""
    question = answer.question
    return KeptTurn(
        question=KeptQuestion(
            asked=question.asked,
            text=question.text[:LONGEST],
            phrases=question.phrases,
            facets=tuple(map(astuple, question.facets)),
            periods=tuple(map(astuple, question.periods)),
            carried=question.carried,
            **asdict(question.filters),
        ),
        found=answer.found,
        confidence=answer.confidence,
        passages=tuple(map(_keep_passage, answer.passages)),
    )


def recall(kept: KeptTurn, answers: Answers) -> Recalled:
    """Makes an answer of what was kept of it.

    Args:
        kept: What was kept.
        answers: Gives the articles as they are in the index now.
    """
    recalled = [passage for one in kept.passages if (passage := _recall_passage(one, answers))]
    question = kept.question
    answer = Answer(
        question=Question(
            asked=question.asked,
            text=question.text,
            phrases=question.phrases,
            facets=tuple(Facet(*facet) for facet in question.facets),
            periods=tuple(Period(*period) for period in question.periods),
            filters=question.filters,
            carried=question.carried,
        ),
        passages=tuple(recalled),
        found=kept.found and bool(recalled),
        confidence=kept.confidence,
        outlets=coverage(recalled, answers.outlets()),
        generation=answers.status().generation,
        seconds=0.0,
    )
    return Recalled(answer, len(kept.passages) - len(recalled))


def _keep_passage(passage: Passage) -> KeptPassage:
    return KeptPassage(
        place=KeptPlace.of(passage.citation),
        digest=_digest(passage.text),
        marks=tuple((mark.start, mark.end) for mark in passage.highlights),
        copies=tuple(map(KeptPlace.of, passage.also_in)),
        words_rank=passage.words_rank,
        meaning_rank=passage.meaning_rank,
    )


def _recall_passage(kept: KeptPassage, answers: Answers) -> Passage | None:
    article = answers.article(kept.place.article_id)
    if article is None or not kept.place.start < kept.place.end <= len(article.text):
        return None
    text = article.text[kept.place.start : kept.place.end]
    if _digest(text) != kept.digest:
        return None
    inside = [(max(start, kept.place.start), min(end, kept.place.end)) for start, end in kept.marks]
    found = ((copy, answers.article(copy.article_id)) for copy in kept.copies)
    return Passage(
        text=text,
        citation=Citation.of(article, kept.place.start, kept.place.end),
        score=0.0,
        highlights=tuple(Highlight(start, end, article.text[start:end]) for start, end in inside if start < end),
        also_in=tuple(Citation.of(other, copy.start, copy.end) for copy, other in found if other),
        words_rank=kept.words_rank,
        meaning_rank=kept.meaning_rank,
    )


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
