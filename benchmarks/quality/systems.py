"""The product and the baselines that search the same chunks."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from corpus.progress import OnProgress
from index.chunks import Chunk
from index.encode import Encoder
from index.generation import IndexSnapshot
from index.library import Library
from index.refresh import refresh_index
from index.search import Hit, Selection, terms
from index.store import open_snapshot
from qa.answer import Answer, Conversation, Verdict
from qa.answerer import Answerer
from qa.passage import Passage
from qa.question import Filters


@dataclass(frozen=True, slots=True)
class Query:
    """What a system is asked.

    Attributes:
        question: The question.
        before: Earlier questions of the conversation, oldest first.
        exclude: Ids of articles to leave out.
        today: The day on which it is asked; None for the day of the measurement.
    """

    question: str
    before: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One passage as a system shows it.

    Attributes:
        text: Its words.
        article_id: Its article.
        marks: Highlighted spans of the text; None for a system that highlights nothing.
        title: Headline of its article.
        published: Day of its article, None when unknown.
    """

    text: str
    article_id: str
    marks: tuple[tuple[int, int], ...] | None = None
    title: str = ""
    published: date | None = None

    @classmethod
    def of(cls, passage: Passage) -> "Shown":
        """Returns a passage of the product."""
        cited = passage.citation
        marks = tuple((mark.start - cited.start, mark.end - cited.start) for mark in passage.highlights)
        return cls(passage.text, cited.article_id, marks, cited.title, cited.published)


@dataclass(frozen=True, slots=True)
class Found:
    """What a system finds.

    Attributes:
        passages: Best first.
        confidence: How sure the system is that they answer; comparable between questions to one system only.
        seconds: Time taken.
        verdict: Whether they answer, as the system says; None for one that never says.
    """

    passages: tuple[Shown, ...]
    confidence: float
    seconds: float
    verdict: Verdict | None = None


class System(Protocol):
    """Whatever finds passages."""

    def find(self, queries: Sequence[Query], depth: int) -> Iterator[Found]:
        """Finds at most `depth` passages for each query, in order."""
        ...


@dataclass(frozen=True, slots=True)
class IndexedCorpus:
    """The chunks that every system searches.

    Attributes:
        folder: Folder of the index.
        snapshot: Its published generation.
        encoder: What its vectors were made with.
    """

    folder: Path
    snapshot: IndexSnapshot
    encoder: Encoder

    @classmethod
    def open(cls, articles: Path, folder: Path, encoder: Encoder, on_progress: OnProgress) -> "IndexedCorpus":
        """Makes the index or brings it up to date, and opens it."""
        refresh_index(Library(articles, folder), encoder=encoder, on_progress=on_progress)
        return cls(folder, open_snapshot(folder), encoder)

    @property
    def outlets(self) -> tuple[str, ...]:
        """Names of the outlets of the articles."""
        return tuple(self.snapshot.catalog.outlets())

    def shown(self, hits: Sequence[Hit]) -> tuple[Shown, ...]:
        """Returns the passages of rows."""
        chunks = self.snapshot.catalog.chunks([hit.row for hit in hits])
        return tuple(self._shown(chunks[hit.row]) for hit in hits)

    def _shown(self, chunk: Chunk) -> Shown:
        article = self.snapshot.catalog.article(chunk.article_id)
        assert article is not None  # the chunk is of it
        return Shown(chunk.text, chunk.article_id, title=article.title, published=article.published)


@dataclass(frozen=True, slots=True)
class Product:
    """Dateline as its users have it; follow-ups lean on the questions before them."""

    answerer: Answerer

    @classmethod
    def of(cls, corpus: IndexedCorpus) -> "Product":
        """Opens the product on the chunks."""
        return cls(Answerer(corpus.folder, corpus.encoder))

    def find(self, queries: Sequence[Query], depth: int) -> Iterator[Found]:
        """See `System`."""
        for query in queries:
            answer = self.ask(query, depth)
            passages = tuple(map(Shown.of, answer.passages))
            yield Found(passages, answer.confidence, answer.seconds, answer.verdict)

    def ask(self, query: Query, depth: int | None = None) -> Answer:
        """Asks the question in the light of those before."""
        filters = Filters(exclude=query.exclude)
        return self.answerer.ask(query.question, Conversation(query.before), filters, depth, query.today)


@dataclass(frozen=True, slots=True)
class Words:
    """BM25 alone: the last question, ranked by tantivy over headline, outlet, authors and chunk."""

    corpus: IndexedCorpus

    def find(self, queries: Sequence[Query], depth: int) -> Iterator[Found]:
        """See `System`; the confidence is the best score for each term of the question."""
        for query in queries:
            started = time.perf_counter()
            hits = self.corpus.snapshot.lexical.search(query.question, depth, Selection(exclude=query.exclude))
            passages = self.corpus.shown(hits)
            best = hits[0].score if hits else 0.0
            yield Found(passages, best / max(1, len(terms(query.question))), time.perf_counter() - started)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The model alone: the last question, ranked by the cosine of its vector and those of the chunks."""

    corpus: IndexedCorpus

    def find(self, queries: Sequence[Query], depth: int) -> Iterator[Found]:
        """See `System`; the confidence is the best cosine."""
        for query in queries:
            started = time.perf_counter()
            [vector] = self.corpus.encoder.encode([query.question])
            hits = self.corpus.snapshot.dense.search(vector, depth, Selection(exclude=query.exclude))
            passages = self.corpus.shown(hits)
            yield Found(passages, hits[0].score if hits else 0.0, time.perf_counter() - started)
