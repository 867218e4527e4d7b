"""What many tests share: an encoder that needs no model, three outlets on one story, an answer made of them."""

import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.article import Article
from corpus.text.sentences import sentence_spans
from index.chunks.chunk import Chunk
from index.encode.encoder import Encoded
from qa.answer import Answer, OutletCoverage, Verdict, coverage
from qa.compare.comparison import Comparison, FigureGroup, NoMatch, OutletRow, Report
from qa.passage import Citation, Highlight, Passage
from qa.question import Facet, Question
from qa.render.provenance import Provenance, Searched
from qa.retrieve.passages import PassageTerms


@dataclass
class FakeEncoder:
    """An `index.encode.encoder.Encoder` that hashes words: texts that share words are near, the same on every machine.

    Attributes:
        encoded: Every text it was given, in order: shows what a refresh really encoded.
    """

    identity: str = "word-hash"
    dimension: int = 384
    window: int = 256
    encoded: list[str] = field(default_factory=list)

    def count(self, texts: Sequence[str]) -> list[int]:
        return [len(re.findall(r"\w+|[^\w\s]", text)) + 2 for text in texts]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            vector[0] = 1e-3  # a text without words still has a direction
            for word in re.findall(r"\w+", text.lower()):
                vector[zlib.crc32(word.encode()) % self.dimension] += 1
            vector /= np.linalg.norm(vector)
        self.encoded.extend(texts)
        return vectors

    def encode_parts(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[tuple[int, int]]],
        progress: Callable[[int], None] | None = None,
    ) -> Encoded:
        own = FakeEncoder(dimension=self.dimension)  # parts are not counted as encoded
        of_parts = [
            own.encode([text[start:end] for start, end in spans]) for text, spans in zip(texts, parts, strict=True)
        ]
        if progress:
            progress(len(texts))
        return Encoded(self.encode(texts), of_parts)


def in_sentences(chunk: Chunk) -> PassageTerms:
    """A chunk with the vectors of its sentences, as a refresh with a `FakeEncoder` would leave it in the index."""
    spans = sentence_spans(chunk.text)
    return PassageTerms(chunk, FakeEncoder().encode([chunk.text[start:end] for start, end in spans]))


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


COURIER = Article(
    article_id="courier-1",
    outlet="Quay Courier",
    title="Marlin ferry stops for good",
    text=(
        "The Marlin ferry made its last crossing on Monday night. It had carried passengers for 61 years.\n\n"
        "The operator, Lindqvist Lines, said that 14 jobs would go. Repairs would have cost two million euros."
    ),
    source="courier.md",
    content_hash="c1",
    published=date(2026, 3, 3),
    authors=("Ines Rask", "Tom Oduya"),
    url="https://courier.example/marlin",
)
POST = Article(
    article_id="post-1",
    outlet="Harbour Post",
    title="Last crossing of the Marlin",
    text=(
        "Lindqvist Lines has taken the Marlin out of service. Sixteen people lose their work, the union says.\n\n"
        "“Nobody asked us,” said a deckhand. A bus will replace the ferry from April."
    ),
    source="post.md",
    content_hash="p1",
    published=date(2026, 3, 4),
)
LEDGER = Article(
    article_id="ledger-1",
    outlet="Inland Ledger",
    title="",
    text="The harbour town of Estermouth plans a bridge. The bridge would open in 2031 and cost 90 million euros.",
    source="ledger.md",
    content_hash="l1",
    flags=("ai-generated",),
)
ARTICLES = (COURIER, POST, LEDGER)


def cite(article: Article, quote: str) -> Citation:
    start = article.text.index(quote)
    return Citation.of(article, start, start + len(quote))


def quote(article: Article, text: str, *sentences: str, score: float = 1.0) -> Passage:
    """A passage cut out of an article, with some of its sentences marked."""
    marks = [(article.text.index(sentence), sentence) for sentence in sentences]
    highlights = tuple(Highlight(start, start + len(sentence), sentence) for start, sentence in marks)
    return Passage(text, cite(article, text), score, highlights, words_rank=1, meaning_rank=2)


@pytest.fixture
def answer() -> Answer:
    """What two outlets say to one question; the first passage is marked, the last has neither date nor headline."""
    return Answer(
        question=Question(
            asked="How many jobs go with the Marlin?",
            text="How many jobs go with the Marlin?",
            phrases=("Lindqvist Lines",),
            facets=(Facet("Quay Courier", "How many jobs go with the Marlin?"),),
        ),
        passages=(
            quote(
                COURIER,
                COURIER.text[COURIER.text.index("The op") :],
                "The operator, Lindqvist Lines, said that 14 jobs would go.",
            ),
            quote(POST, POST.text, "Sixteen people lose their work, the union says.", score=0.8),
            quote(LEDGER, LEDGER.text, score=0.1),
        ),
        verdict=Verdict.ANSWERS,
        confidence=0.875,
        outlets=tuple(OutletCoverage(article.outlet, passages=1, articles=1) for article in ARTICLES),
        generation="000001",
        seconds=0.012,
    )


def came_about(*asked: str) -> Provenance:
    """How something came about that was found by some questions."""
    made = datetime(2026, 12, 1, 9, 5, tzinfo=timezone(timedelta(hours=1)))
    searches = tuple(Searched(one, "outlet: Quay Courier", 3) for one in asked)
    return Provenance(searches, made, datetime(2026, 11, 30, 22, 10, tzinfo=UTC), 4, 3, "1.2.3")


def worth(answer: Answer, verdict: Verdict, *matching: int) -> Answer:
    """The same answer with another verdict, for which some of its passages match: those of these ranks, from 1."""
    passages = tuple(replace(one, matches=rank in matching) for rank, one in enumerate(answer.passages, start=1))
    outlets = coverage(passages, {row.outlet: row.articles for row in answer.outlets})
    return replace(answer, verdict=verdict, passages=passages, outlets=outlets)


@pytest.fixture
def corpus_folder(tmp_path: Path) -> Path:
    """A folder of the three articles as Markdown files with front matter."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for article in ARTICLES:
        lines = ["---", f"id: {article.article_id}", f"outlet: {article.outlet}"]
        lines += [f"title: {article.title}"] * bool(article.title)
        lines += [f"date: {article.published}"] * bool(article.published)
        lines += [f"authors: [{', '.join(article.authors)}]"] * bool(article.authors)
        lines += [f"url: {article.url}"] * bool(article.url)
        (folder / article.source).write_text("\n".join([*lines, "---", "", article.text, ""]), encoding="utf-8")
    return folder


JOBS = "The operator, Lindqvist Lines, said that 14 jobs would go."


PEOPLE = "Sixteen people lose their work, the union says."


def given_figure(article: Article, sentence: str, words: str) -> Passage:
    start = article.text.index(words)
    whole = quote(article, sentence)
    return replace(whole, highlights=(Highlight(start, start + len(words), words),))


def report_of(article: Article) -> Report:
    return Report(quote(article, article.text))


@pytest.fixture
def comparison(answer: Answer) -> Comparison:
    figures = (given_figure(COURIER, JOBS, "14"),), (given_figure(POST, PEOPLE, "Sixteen"),)
    return Comparison(
        answer=answer,
        rows=(
            OutletRow(COURIER.outlet, quote(COURIER, JOBS), matching=1, articles=2),
            OutletRow(POST.outlet, quote(POST, PEOPLE), matching=1, articles=1),
        ),
        without=(NoMatch("Inland Ledger", 3),),
        figures=(FigureGroup("Number of jobs", asked=True, groups=figures),),
        alike=((COURIER.outlet, POST.outlet),),
        independent=2,
        timeline=(report_of(COURIER), report_of(POST)),
        undated=(report_of(LEDGER),),
        seconds=0.004,
    )
