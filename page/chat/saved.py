"""A turn as a browser keeps it: the question and where its quotations stand, no text.

The words are cut out of the index anew whenever a saved turn is shown, so a conversation can be kept for years and
still never shows a word that its article does not hold.
"""

from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from page.html.anchors import Anchor, digest_of
from page.limits import MOST_EARLIER, MOST_PASSAGES
from qa.answer import Answer, Silent, Verdict, coverage
from qa.answerer import Answerer
from qa.arrangement import Arrangement, By
from qa.collection import read_inquiry
from qa.errors import BadQuestion
from qa.passage import Citation, Highlight, Passage
from qa.question import Also, Asks, Facet, Inquiry, Order, Period, Question, Speaker
from qa.understand.filters import SavedFilters, saved_filters

LONGEST = 20_000  # characters; nothing that a turn keeps is longer


class _Saved(BaseModel):
    """What comes back from a browser is checked like any stranger's word."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_max_length=LONGEST)


class SavedSpan(_Saved):
    """A span of an article."""

    article_id: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @classmethod
    def of(cls, citation: Citation) -> Self:
        """Keeps where a citation points to."""
        return cls(article_id=citation.article_id, start=citation.start, end=citation.end)


class SavedPassage(_Saved):
    """A quotation: its place, and a digest that finds the same words where they stand now."""

    place: SavedSpan
    digest: str = Field(pattern="^[0-9a-f]{16}$")
    marks: Annotated[tuple[tuple[int, int], ...], Field(max_length=MOST_PASSAGES)] = ()
    copies: Annotated[tuple[SavedSpan, ...], Field(max_length=MOST_PASSAGES)] = ()
    words_rank: int | None = None
    meaning_rank: int | None = None
    matches: bool | None = None  # versions before did not tell


SavedPeriod = tuple[date | None, date | None, str, date | None, date | None]  # the fields of `qa.question.Period`
OldPeriod = tuple[date, date, str]  # as versions before kept it


# The fields of `qa.question.Inquiry`.
SavedInquiry = tuple[Asks, str, str, tuple[str, ...], tuple[str, ...], tuple[SavedPeriod, ...], tuple[str, ...]]


class SavedQuestion(_Saved, SavedFilters):
    """A question as it was understood."""

    asked: str
    text: str
    subject: str = ""
    phrases: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    periods: tuple[SavedPeriod | OldPeriod, ...] = ()
    order: tuple[bool, str, date] | None = None
    also: tuple[tuple[str, str, str], ...] = ()
    instead: tuple[tuple[str, str, str], ...] = ()
    carried: tuple[str, ...] = ()
    named_authors: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    speaker: tuple[str, bool] | None = None
    inquiry: SavedInquiry | None = None
    newer_from: date | None = None

    @field_validator("inquiry")
    @classmethod
    def _has_words(cls, inquiry: SavedInquiry | None) -> SavedInquiry | None:
        try:
            read_inquiry(inquiry[1] if inquiry else "")
        except BadQuestion as error:
            raise ValueError(str(error)) from error
        return inquiry

    @property
    def question(self) -> Question:
        """The question itself."""
        return Question(
            asked=self.asked,
            text=self.text,
            phrases=self.phrases,
            facets=tuple(Facet(*facet) for facet in self.facets),
            periods=tuple(Period(*period) for period in self.periods),
            order=Order(*self.order) if self.order else None,
            filters=self.filters,
            carried=self.carried,
            subject=self.subject,
            authors=self.named_authors,
            inquiry=self._inquiry,
            inherited=self.inherited,
            also=tuple(Also(*also) for also in self.also),
            instead=tuple(Also(*also) for also in self.instead),
            speaker=Speaker(*self.speaker) if self.speaker else None,
            newer_from=self.newer_from,
        )

    @property
    def _inquiry(self) -> Inquiry | None:
        if self.inquiry is None:
            return None
        asks, words, put, outlets, without_outlets, periods, authors = self.inquiry
        times = tuple(Period(*period) for period in periods)
        return Inquiry(asks, words, put, outlets, without_outlets, times, authors)


class SavedTurn(_Saved):
    """A question and its answer.

    Attributes:
        alone: Whether the user took back that it follows the questions before it.
    """

    question: SavedQuestion
    verdict: Verdict
    confidence: float
    silent: tuple[tuple[str, int, bool], ...] = ()
    elsewhere: tuple[str, ...] = ()
    generation: str = ""  # of the index that answered; versions before did not tell
    arrangement: tuple[By, bool] = (By.BEST, False)
    passages: Annotated[tuple[SavedPassage, ...], Field(max_length=MOST_PASSAGES)] = ()
    alone: bool = False

    @model_validator(mode="before")
    @classmethod
    def _has_verdict(cls, turn: object) -> object:
        """Reads what versions before kept: whether it was found."""
        if not isinstance(turn, dict) or not isinstance(found := turn.get("found"), bool):
            return turn
        others = {name: value for name, value in turn.items() if name != "found"}
        return {"verdict": Verdict.ANSWERS if found else Verdict.NO, **others}


class Following(_Saved):
    """What is said of a question that may follow others.

    Attributes:
        earlier: The words of the questions before it, oldest first.
    """

    earlier: Annotated[tuple[str, ...], Field(max_length=MOST_EARLIER)] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """A saved turn as the index tells it now.

    Attributes:
        answer: The answer, without the quotations that no longer stand in their articles.
        lost: How many those are.
    """

    answer: Answer
    lost: int


def save_turn(answer: Answer, *, alone: bool = False) -> SavedTurn:
    """Returns what a browser keeps of an answer, and of whether it was asked for without the questions before."""
    question = answer.question
    return SavedTurn(
        question=SavedQuestion(
            asked=question.asked,
            text=question.text[:LONGEST],
            subject=question.subject[:LONGEST],
            phrases=question.phrases,
            facets=tuple((facet.outlet, facet.text) for facet in question.facets),
            periods=tuple(map(astuple, question.periods)),
            order=astuple(question.order) if question.order else None,
            also=tuple(map(astuple, question.also)),
            instead=tuple(map(astuple, question.instead)),
            carried=question.carried,
            named_authors=question.authors,
            inquiry=astuple(question.inquiry) if question.inquiry else None,
            inherited=question.inherited,
            speaker=astuple(question.speaker) if question.speaker else None,
            newer_from=question.newer_from,
            **saved_filters(question.filters),
        ),
        verdict=answer.verdict,
        confidence=answer.confidence,
        silent=tuple(map(astuple, answer.silent)),
        elsewhere=answer.elsewhere,
        generation=answer.generation,
        arrangement=astuple(answer.arrangement),
        passages=() if answer.is_list else tuple(map(_save_passage, answer.passages)),
        alone=alone,
    )


def restore(saved: SavedTurn, answers: Answerer) -> Restored:
    """Makes an answer of what was saved of it; a list of articles is made anew, of the articles as they are now.

    Args:
        saved: What was saved.
        answers: Gives the articles as they are in the index now.
    """
    bearing = saved.verdict is not Verdict.NO or bool(saved.silent)  # where it was not told of each
    restored = [passage for one in saved.passages if (passage := _restore_passage(one, answers, bearing))]
    answer = Answer(
        question=saved.question.question,
        passages=tuple(restored),
        verdict=saved.verdict if any(one.matches for one in restored) else Verdict.NO,
        confidence=saved.confidence,
        outlets=coverage(restored, answers.holdings().outlets),
        generation=answers.holdings().generation,
        seconds=0.0,
        silent=tuple(Silent(*silent) for silent in saved.silent),
        elsewhere=saved.elsewhere,
        arrangement=Arrangement(*saved.arrangement),
    )
    return Restored(
        replace(answers.listed(answer), said=answers.said(answer).said), len(saved.passages) - len(restored)
    )


def _save_passage(passage: Passage) -> SavedPassage:
    return SavedPassage(
        place=SavedSpan.of(passage.citation),
        digest=digest_of(passage.text),
        marks=tuple((mark.start, mark.end) for mark in passage.highlights),
        copies=tuple(map(SavedSpan.of, passage.also_in)),
        words_rank=passage.words_rank,
        meaning_rank=passage.meaning_rank,
        matches=passage.matches,
    )


def _restore_passage(saved: SavedPassage, answers: Answerer, bearing: bool) -> Passage | None:
    article = answers.article(saved.place.article_id)
    at = Anchor(saved.place.start, saved.place.end, saved.digest).find(article.text) if article else None
    if article is None or at is None:
        return None
    by = at[0] - saved.place.start
    inside = [(max(start + by, at[0]), min(end + by, at[1])) for start, end in saved.marks]
    found = ((copy, answers.article(copy.article_id)) for copy in saved.copies)
    return Passage(
        text=article.text[slice(*at)],
        citation=Citation.of(article, *at),
        score=0.0,
        highlights=tuple(Highlight(start, end, article.text[start:end]) for start, end in inside if start < end),
        also_in=tuple(Citation.of(other, copy.start, copy.end) for copy, other in found if other),
        words_rank=saved.words_rank,
        meaning_rank=saved.meaning_rank,
        matches=bearing if saved.matches is None else saved.matches,
    )
