"""Finds what each outlet has on a question: passages as sure as those of an answer, and passages on the same matter.

An answer needs one passage that is sure; a comparison needs every outlet's, and outlets put one thing in different
words. So a passage matches, too, that is less sure by itself and shares rare words and meaning with the surest one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from corpus.article import Article
from index.chunks import Chunk
from index.encode import Vector
from qa.find.found import Found
from qa.language import content_terms
from qa.language.timeless import needed
from qa.quote import Judged, Signals, source_of
from qa.quote.confidence import logit_alone
from qa.ranking.fitted import MATCH
from qa.retrieve import PassageTerms
from qa.retrieve.timely import fitting

LOOKED_AT = 80  # candidates
PER_OUTLET = 4  # passages, where it is only asked whether an outlet has any, or which figures it gives
NEARBY = -4.0  # sureness from which a passage may be asked for a figure, though it does not match by itself


@dataclass(frozen=True)
class Match:
    """A passage of an outlet.

    Attributes:
        row: Its row.
        passage: The passage with its terms.
        article: Its article.
        place: Its place among the candidates of its outlet, from 1.
        logit: How surely it answers by itself; see `qa.quote.confidence`.
        sureness: How surely it is on what is asked; from 0 on it matches.
    """

    row: int
    passage: PassageTerms
    article: Article
    place: int
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
        vector: Vector = self.passage.vectors[self.sentence(start)]
        return vector

    def sentence(self, start: int) -> int:
        """Returns the number of the sentence that begins at an offset of the article, from 0."""
        return [self.chunk.start + left for left, _ in self.passage.spans].index(start)

    @cached_property
    def headline(self) -> frozenset[str]:
        """Content terms of the headline."""
        return frozenset(content_terms(self.article.title))

    @cached_property
    def terms(self) -> set[str]:
        """Content terms of the passage and of the headline above it."""
        return {*self.passage.words, *self.headline}


def find_matches(found: Found, per_outlet: int = PER_OUTLET) -> dict[str, list[Match]]:
    """Finds the passages of each outlet in what a search found.

    Args:
        found: What the search found.
        per_outlet: How many of an outlet are looked at, at most.

    Returns:
        Display name of an outlet to its passages that match or are nearby, surest first; outlets in the order of
        their surest passage.
    """
    measured = list(_measured(found, per_outlet))
    if not measured:
        return {}
    best = max(measured, key=lambda match: match.logit)
    told = found.weigh(f"{best.article.title} {best.chunk.text}")
    dense = found.snapshot.dense
    cosines = dense.vectors([match.row for match in measured]) @ dense.vectors([best.row])[0]
    near = []
    for match, cosine in zip(measured, cosines, strict=True):
        sureness = MATCH.logit(logit=match.logit, cosine=float(cosine), share=told.share(match.terms))
        near.append(replace(match, sureness=sureness))
    outlets: dict[str, list[Match]] = defaultdict(list)
    for match in sorted(near, key=lambda match: (-match.sureness, match.row)):
        if match.sureness >= NEARBY:
            outlets[match.article.outlet].append(match)
    return dict(outlets)


def _measured(found: Found, per_outlet: int) -> Iterator[Match]:
    """Yields the first passages of each outlet, each measured by itself."""
    question = found.answer.question
    # What is asked of one outlet need not be found with another: each is measured by its own part of the question.
    whole = " ".join((question.subject, *question.carried[:1]))
    parts: dict[str, list[tuple[str, Vector]]] = defaultdict(lambda: [(whole, found.vector)])
    for facet in question.facets:
        parts[facet.outlet].append((facet.text, found.vectors[facet.text]))
    weigh = cache(found.weigh)
    articles: dict[str, Article | None] = {}
    taken: Counter[str] = Counter()
    candidates = found.candidates[:LOOKED_AT]
    passages = found.passages.read(candidate.row for candidate in candidates)
    for candidate in candidates:
        if (passage := passages.get(candidate.row)) is None:
            continue
        article_id = passage.chunk.article_id
        article = articles[article_id] = articles.get(article_id) or found.snapshot.catalog.article(article_id)
        if article is None or taken[article.outlet] == per_outlet:
            continue
        taken[article.outlet] += 1
        judged = [Judged(source_of(question, article), passage, candidate.score - candidate.boost)]
        fits = fitting(passage.chunk.text, article.published, question.periods)
        asked = ((weigh(needed(question, part, fits)), vector) for part, vector in parts[article.outlet])
        logit = max(logit_alone(Signals.of(*one, judged)) for one in asked)
        yield Match(candidate.row, passage, article, taken[article.outlet], logit)
