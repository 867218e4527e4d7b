"""The passage: words of an article, with the citation that proves them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from corpus.article import Article
from corpus.metadata.times import holds


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a passage stands.

    Attributes:
        outlet: Display name of the outlet.
        title: Headline, empty when unknown.
        published: Day of publication, None when unknown.
        authors: Names, in order.
        url: Address of the original, None when unknown.
        article_id: Id of the article in the index.
        source: Path of the file inside the corpus.
        start: Offset of the passage in the article's text (code points).
        end: Offset after its last code point.
        flags: Remarks on the article, such as ``"ai-generated"``.
        slug: The newsroom's short name of the story, empty when unknown.
        keywords: What the article is about, as the outlet says.
        embargo: Until when nothing of it may be published, where that lay ahead when it was cited; else None.
        page: Number of the page on which the passage begins, from 1; None for an article without pages.
    """

    outlet: str
    title: str
    published: date | None
    authors: tuple[str, ...]
    url: str | None
    article_id: str
    source: str
    start: int
    end: int
    flags: tuple[str, ...] = ()
    page: int | None = None
    slug: str = ""
    keywords: tuple[str, ...] = ()
    embargo: datetime | None = None

    @classmethod
    def of(cls, article: Article, start: int, end: int) -> "Citation":
        """Cites a span of an article."""
        held = article.embargo is not None and holds(article.embargo, datetime.now(UTC))
        return cls(
            outlet=article.outlet,
            title=article.title,
            published=article.published,
            authors=article.authors,
            url=article.url,
            article_id=article.article_id,
            source=article.source,
            start=start,
            end=end,
            flags=article.flags,
            page=article.page_at(start),
            slug=article.slug,
            keywords=article.keywords,
            embargo=article.embargo if held else None,
        )


@dataclass(frozen=True, slots=True)
class Highlight:
    """A sentence of a passage that answers, as a span of the article's text (not of the passage)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim quotation.

    Invariant, checked when an answer is made: the text of the cited article from ``citation.start`` to
    ``citation.end`` equals ``text``, and each highlight lies inside it.

    Attributes:
        text: The words themselves.
        citation: Where they stand.
        score: Rank score of this answer; comparable inside one answer only.
        highlights: The sentences that answer, in order of position.
        also_in: Citations of the same text in other outlets.
        words_rank: Position in the search by words (1 is best), None when it was not found there.
        meaning_rank: Position in the search by meaning, None when it was not found there.
        matches: Whether it bears on the question; else it is but the nearest there is.
    """

    text: str
    citation: Citation
    score: float
    highlights: tuple[Highlight, ...] = ()
    also_in: tuple[Citation, ...] = ()
    words_rank: int | None = None
    meaning_rank: int | None = None
    matches: bool = True
