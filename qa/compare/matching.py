"""Finds what each outlet has on a question: passages as sure as those of an answer, and passages on the same matter.

An answer needs one passage that is sure; a comparison needs every outlet's, and outlets put one thing in different
words. So a passage matches, too, that is less sure by itself and shares rare words and meaning with the surest one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.article import Article
from index.chunks.chunk import Chunk
from index.encode.encoder import Vector
from index.store.snapshot import IndexSnapshot
from qa.language.terms import TermWeights, content_terms
from qa.question import Question
from qa.quote.confidence import Judged, Signals, logit_alone
from qa.retrieve.fuse import Candidate
from qa.retrieve.passages import PassageShelf, PassageTerms

# Logistic regression on passages of outlets that do and do not report what is asked; see benchmarks/README.md.
INTERCEPT = -2.99  # a third above the fit: one outlet too many costs a glance, one too few costs the report
PER_LOGIT = 0.7
PER_COSINE = 2.47
PER_SHARE = 13.77
LOOKED_AT = 80  # candidates
PER_OUTLET = 4  # passages
NEARBY = -4.0  # sureness from which a passage may be asked for a figure, though it does not match by itself


@dataclass(frozen=True)
class Match:
    """A passage of an outlet.

    Attributes:
        row: Its row.
        passage: The passage with its terms.
        article: Its article.
        logit: How surely it answers by itself; see `qa.quote.confidence`.
        sureness: How surely it is on what is asked; from 0 on it matches.
    """

    row: int
    passage: PassageTerms
    article: Article
    logit: float
    sureness: float = 0.0

    @property
    def chunk(self) -> Chunk:
        """The passage as a span of its article."""
        return self.passage.chunk

    @property
    def matches(self) -> bool:
        """Whether it counts as a passage that matches."""
        return self.sureness >= 0

    def sentence_vector(self, start: int) -> Vector:
        """Returns the vector of the sentence that begins at an offset of the article, shape (dimension,), length 1."""
        starts = [self.chunk.start + left for left, _ in self.passage.spans]
        vector: Vector = self.passage.vectors[starts.index(start)]
        return vector

    @cached_property
    def terms(self) -> set[str]:
        """Content terms of the passage and of the headline above it."""
        return {*self.passage.words, *content_terms(self.article.title)}


def find_matches(
    question: Question,
    vectors: Mapping[str, Vector],
    candidates: Sequence[Candidate],
    weights: TermWeights,
    snapshot: IndexSnapshot,
    shelf: PassageShelf,
) -> dict[str, list[Match]]:
    """Finds the passages of each outlet.

    Args:
        question: What was asked.
        vectors: The question and its parts, encoded; see `qa.retrieve.encode`.
        candidates: What the search found, best first.
        weights: The terms of the question.
        snapshot: The index.
        shelf: Its passages.

    Returns:
        Display name of an outlet to its passages that match or are nearby, surest first; outlets in the order of
        their surest passage.
    """
    found = list(_measured(question, vectors, candidates[:LOOKED_AT], weights, snapshot, shelf))
    if not found:
        return {}
    best = max(found, key=lambda match: match.logit)
    told = TermWeights.of(f"{best.article.title} {best.chunk.text}", snapshot.lexical)
    cosines = snapshot.dense.vectors([match.row for match in found]) @ snapshot.dense.vectors([best.row])[0]
    near = []
    for match, cosine in zip(found, cosines, strict=True):
        alike = PER_COSINE * float(cosine) + PER_SHARE * told.share(match.terms)
        sureness = INTERCEPT + PER_LOGIT * match.logit + alike
        near.append(Match(match.row, match.passage, match.article, match.logit, sureness))
    outlets: dict[str, list[Match]] = defaultdict(list)
    for match in sorted(near, key=lambda match: (-match.sureness, match.row)):
        if match.sureness >= NEARBY:
            outlets[match.article.outlet].append(match)
    return dict(outlets)


def _measured(
    question: Question,
    vectors: Mapping[str, Vector],
    candidates: Sequence[Candidate],
    weights: TermWeights,
    snapshot: IndexSnapshot,
    shelf: PassageShelf,
) -> Iterator[Match]:
    """Yields the first passages of each outlet, each measured by itself."""
    # What is asked of one outlet need not be found with another: each is measured by its own part of the question.
    whole = (weights, vectors[question.text])
    parts: dict[str, list[tuple[TermWeights, Vector]]] = defaultdict(lambda: [whole])
    for facet in question.facets:
        parts[facet.outlet].append((TermWeights.of(facet.text, snapshot.lexical), vectors[facet.text]))
    articles: dict[str, Article | None] = {}
    taken: Counter[str] = Counter()
    passages = shelf.read(candidate.row for candidate in candidates)
    for candidate in candidates:
        if (passage := passages.get(candidate.row)) is None:
            continue
        article_id = passage.chunk.article_id
        article = articles[article_id] = articles.get(article_id) or snapshot.catalog.article(article_id)
        if article is None or taken[article.outlet] == PER_OUTLET:
            continue
        taken[article.outlet] += 1
        judged = [Judged(f"{article.title} {article.outlet}", passage, candidate.score - candidate.boost)]
        asked = parts[article.outlet]
        yield Match(candidate.row, passage, article, max(logit_alone(Signals.of(*one, judged)) for one in asked))
