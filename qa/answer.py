"""The answer: passages and what is known about how well they fit."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from index.search.condition import Condition
from qa.arrangement import USUAL, Arrangement, By
from qa.listing import Listing
from qa.passage import Passage
from qa.question import Question
from qa.speech.said import Said


class Verdict(StrEnum):
    """Whether the articles answer a question."""

    ANSWERS = "answers"
    MAY = "may"
    NO = "no"


@dataclass(frozen=True, slots=True)
class OutletCoverage:
    """How often one outlet appears among the passages of an answer that match.

    Attributes:
        outlet: Display name.
        passages: Passages of this outlet that match.
        articles: Articles of this outlet in the whole index.
    """

    outlet: str
    passages: int
    articles: int


def coverage(passages: Iterable[Passage], articles: Mapping[str, int]) -> tuple[OutletCoverage, ...]:
    """Counts how often each outlet appears among the passages that match, those with most first.

    Args:
        passages: Passages; whoever prints the same text counts, too, and what does not match never does.
        articles: Number of articles of each outlet.
    """
    shown = Counter(citation.outlet for one in passages if one.matches for citation in (one.citation, *one.also_in))
    rows = [OutletCoverage(outlet, shown[outlet], number) for outlet, number in articles.items()]
    return tuple(sorted(rows, key=lambda row: (-row.passages, row.outlet)))


@dataclass(frozen=True, slots=True)
class Silent:
    """An outlet or an author whom a question asks for, without a passage that matches.

    Attributes:
        name: Display name of the outlet, or name of the author.
        articles: How many of their articles were searched.
        is_author: Whether it is an author.
    """

    name: str
    articles: int
    is_author: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question.

    Attributes:
        question: The question as understood.
        passages: The ranking, best first; those that do not match are the nearest material, to be named as such. Where
            those whom the question names have nothing, what others have; where a list of articles answers, the first of
            its quotations.
        verdict: Whether the passages that match answer the question.
        confidence: 0 to 1, comparable between questions; the verdict is this number against two thresholds.
        outlets: Coverage of each outlet of the index, those with passages first.
        generation: Name of the index generation that answered.
        seconds: Time taken.
        met: Where no article meets all conditions of the filters, each of them with the number of articles that do,
            among those that the other filters leave.
        silent: Those outlets and authors whom the question names, or the filters fix, that have no passage that
            matches, where others have one.
        elsewhere: Those others: the outlets with a passage that matches, surest first.
        reranked: Name of the model that read the first passages; empty where none did.
        not_reranked: Why the model did not read them, as the rest of a sentence; empty where it did, or there is none.
        listing: The list of articles that a question about the collection asks for.
        arrangement: How the passages are arranged.
        said: For each of the first wordings that the question quotes, whether it stands in the articles.
    """

    question: Question
    passages: tuple[Passage, ...]
    verdict: Verdict
    confidence: float
    outlets: tuple[OutletCoverage, ...]
    generation: str
    seconds: float
    met: tuple[tuple[Condition, int], ...] = ()
    silent: tuple[Silent, ...] = ()
    elsewhere: tuple[str, ...] = ()
    listing: Listing | None = None
    reranked: str = ""
    not_reranked: str = ""
    said: tuple[Said, ...] = ()
    arrangement: Arrangement = USUAL

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter left only some outlets or authors to be searched."""
        return bool(self.question.filters.outlets or self.question.filters.authors)

    @property
    def found(self) -> bool:
        """Whether the articles answer, or may answer."""
        return self.verdict is not Verdict.NO

    @property
    def is_list(self) -> bool:
        """Whether a list of articles answers, and the passages are quotations of it."""
        return self.listing is not None and self.listing.is_exact

    @property
    def matching(self) -> tuple[Passage, ...]:
        """The passages that bear on the question, best first."""
        return tuple(one for one in self.passages if one.matches)

    @property
    def quoted(self) -> tuple[Passage, ...]:
        """The passages that stand as the answer, each under its number from 1; those of a list stand in the list."""
        return () if self.is_list else self.matching

    @property
    def nearest(self) -> tuple[Passage, ...]:
        """The passages that do not match: the nearest material there is, never counted, and no part of the answer."""
        return tuple(one for one in self.passages if not one.matches)


def arranged(answer: Answer, arrangement: Arrangement, limit: int) -> Answer:
    """Returns an answer with its passages arranged, at most so many of them; a list of articles stays as it is."""
    if arrangement.is_usual or answer.is_list:
        return answer
    passages: Iterable[Passage] = answer.passages
    if arrangement.one_per_article:
        best: dict[str, Passage] = {}
        for one in (*answer.matching, *answer.nearest):
            best.setdefault(one.citation.article_id, one)
        passages = [one for one in passages if best[one.citation.article_id] is one]
    if arrangement.by is not By.BEST:
        passages = sorted(passages, key=lambda one: _when(one, newest=arrangement.by is By.NEWEST))
    chosen = tuple(passages)[:limit]
    outlets = coverage(chosen, {one.outlet: one.articles for one in answer.outlets})
    return replace(answer, passages=chosen, outlets=outlets, arrangement=arrangement)


def _when(passage: Passage, *, newest: bool) -> tuple[bool, bool, int]:
    """Returns what a passage is ordered by; those that do not match stay in the order of the ranking, at the end."""
    day = passage.citation.published if passage.matches else None
    return not passage.matches, day is None, (-1 if newest else 1) * day.toordinal() if day else 0


@dataclass(frozen=True, slots=True)
class Conversation:
    """The questions so far: all of a conversation that a follow-up leans on.

    Attributes:
        questions: Their words, oldest first. Operators in them held for their own answers alone.
    """

    questions: tuple[str, ...] = ()

    def with_answer(self, answer: Answer) -> "Conversation":
        """Returns a conversation that ends with what was answered."""
        return Conversation((*self.questions, answer.question.text))
