"""Small collections, drawn from the articles of a large one, each with what answers a few questions."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from benchmarks.quality.cases import Case
from benchmarks.quality.forms import Form
from benchmarks.quality.systems import Found, IndexedCorpus
from index.catalog.summary import ArticleSummary
from index.search import Hit

SEED = 7
ARTICLES_EACH = 10  # so many articles of a collection belong to one question
GOLD_SHARE = 5  # at most every so manieth of these answers it
CHOICE = 4  # the rest is drawn among so many times as many of the nearest


class Near(StrEnum):
    """What the articles of a small collection that do not answer have in common with the question."""

    DAYS = "days"
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class Small:
    """A small collection.

    Attributes:
        cases: The questions that it answers.
        articles: Ids of its articles.
    """

    cases: tuple[Case, ...]
    articles: frozenset[str]

    def holders(self, case: Case) -> tuple[str, ...]:
        """Returns the ids of its articles without which it does not answer a question."""
        return tuple(sorted(case.holders & self.articles))


def collections(cases: Sequence[Case], size: int, others: Callable[[Case], Sequence[str]]) -> Iterator[Small]:
    """Draws collections, the same in every run: one for each ten articles of their size, or for each question.

    Args:
        cases: The questions; those that were asked on near days share a collection.
        size: Articles of each collection; fewer where two questions draw the same one.
        others: Returns for a question the ids of articles that do not answer it, nearest first.
    """
    together = max(1, size // ARTICLES_EACH)
    by_day = sorted(cases, key=lambda case: (case.asked or date.min, case.identity))
    for start in range(0, len(by_day), together):
        group = by_day[start : start + together]
        drawn = (_drawn(case, size // len(group), others(case)) for case in group)
        yield Small(tuple(group), frozenset().union(*drawn))


def _drawn(case: Case, number: int, others: Sequence[str]) -> list[str]:
    dice = random.Random(f"{SEED} {case.identity} {number}")
    gold = dice.sample(sorted(case.articles), min(len(case.articles), max(1, number // GOLD_SHARE)))
    rest = number - len(gold)
    nearest = others[: CHOICE * rest]
    return gold + dice.sample(nearest, min(rest, len(nearest)))


@dataclass(frozen=True)
class Neighbours:
    """The articles of a large collection, by how near they are to a question.

    Attributes:
        corpus: The collection, indexed.
    """

    corpus: IndexedCorpus

    def others(self, case: Case, near: Near) -> list[str]:
        """Returns the ids of the articles that do not answer a question, nearest first.

        Args:
            case: The question.
            near: Whether those near are of the days around the question, or near to it in meaning.
        """
        ids = self._by_day(case.asked) if near is Near.DAYS else self._by_meaning(case.question)
        return [article_id for article_id in ids if article_id not in case.holders]

    def with_passages(self, case: Case, form: Form) -> Case:
        """Returns a question with those of its gold articles that have a passage that shows the gold, by its form."""
        return replace(case, articles=frozenset(one for one in case.articles if self._shows(case, one, form)))

    def _shows(self, case: Case, article_id: str, form: Form) -> bool:
        rows = self.corpus.snapshot.catalog.chunk_rows_of(article_id)
        found = Found(self.corpus.shown([Hit(row, 0.0) for row in rows]), 0.0, 0.0)
        return form.shows(case, found, len(rows))

    @cached_property
    def _articles(self) -> list[ArticleSummary]:
        return self.corpus.snapshot.catalog.articles()

    @cached_property
    def _ids(self) -> dict[int, str]:
        return dict(self.corpus.snapshot.catalog.select("SELECT number, article_id FROM article"))

    def _by_day(self, asked: date | None) -> list[str]:
        def days_off(article: ArticleSummary) -> float:
            return abs((asked - article.published).days) if asked and article.published else float("inf")

        return [article.article_id for article in sorted(self._articles, key=days_off)]

    def _by_meaning(self, question: str) -> list[str]:
        snapshot = self.corpus.snapshot
        [vector] = self.corpus.encoder.encode([question])
        hits = snapshot.dense.search(vector, snapshot.catalog.chunk_count())
        articles = dict(snapshot.catalog.select("SELECT row, article FROM chunk"))
        return [self._ids[number] for number in dict.fromkeys(articles[hit.row] for hit in hits)]
