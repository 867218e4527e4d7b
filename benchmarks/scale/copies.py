"""Articles that are copies of articles: the words renamed, the outlet and the day others, the vectors near."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count, pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.scale.renamed import Renaming
from corpus.article import Article
from corpus.complete import seal
from corpus.text import sentence_spans
from index.chunks import Chunk
from index.encode.late_chunking import of_length_one
from index.generation import IndexSnapshot
from index.generation.engine import Encoded

COSINES = (0.7, 0.9)  # of a vector and its copy: about as near as passages on one matter are
DAYS = 31  # between one copy of the collection and the next


@dataclass(frozen=True, slots=True)
class Copied:
    """An article of a copy.

    Attributes:
        number: Of the copy.
        article: The article.
        rows: The rows of the collection that its passages are copies of.
        spans: Where its passages stand in its text.
        left_out: Spans of its text that its outlet repeats.
    """

    number: int
    article: Article
    rows: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    left_out: tuple[tuple[int, int], ...]


class Copies:
    """Copies of an indexed collection; number 0 is the collection itself."""

    def __init__(self, base: IndexSnapshot, renaming: Callable[[int], Renaming]) -> None:
        """Takes the collection, and what makes the renaming of each copy."""
        self._base = base
        self._renaming = renaming
        self._outlets = sorted(base.catalog.outlets())
        self._ids = sorted(article.article_id for article in base.catalog.articles())

    def articles(self) -> Iterator[Copied]:
        """Gives the articles of one copy after the other, without end; their place in a folder is still missing."""
        for number in count():
            yield from self._of(number)

    def _of(self, number: int) -> Iterator[Copied]:
        rename = self._renaming(number) if number else _as_it_is
        outlets = dict(zip(self._outlets, np.roll(np.array(self._outlets, dtype=object), 7 * number), strict=True))
        for article_id in self._ids:
            article = self._base.catalog.article(article_id)
            rows = tuple(self._base.catalog.chunk_rows_of(article_id))
            chunks = self._base.catalog.chunks(rows)
            spans = [(chunks[row].start, chunks[row].end) for row in rows]
            assert article is not None  # the catalogue named it
            yield _copied(article, rows, spans, rename, outlets, number)

    def passages(self, copied: Sequence[Copied], first_row: int) -> Iterator[Encoded]:
        """Gives the passages of articles with their vectors; their rows rise from the first."""
        rows = [row for one in copied for row in one.rows]
        vectors = dict(zip(rows, self._base.dense.vectors(rows), strict=True)) if rows else {}
        sentences = self._base.dense.sentences(rows)
        for one in copied:
            noise = _Noise(one)
            for row, (start, end) in zip(one.rows, one.spans, strict=True):
                chunk = Chunk(one.article.article_id, start, end, one.article.text[start:end])
                parts = _as_many(sentences[row], len(sentence_spans(chunk.text)))
                yield Encoded(first_row, one.article, chunk, noise.near(vectors[row][np.newaxis])[0], noise.near(parts))
                first_row += 1


class _Noise:
    """Makes vectors near others, in other directions in each copy; none in the collection itself."""

    def __init__(self, copied: Copied) -> None:
        self._dice = np.random.default_rng((copied.number, *copied.rows)) if copied.number else None

    def near(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        if self._dice is None:
            return vectors
        cosine = np.float32(self._dice.uniform(*COSINES))
        noise = self._dice.standard_normal(vectors.shape, dtype=np.float32)
        noise -= (noise * vectors).sum(axis=1, keepdims=True) * vectors
        return of_length_one(cosine * vectors + np.sqrt(1 - cosine**2) * of_length_one(noise))


def _copied(
    article: Article,
    rows: tuple[int, ...],
    spans: Sequence[tuple[int, int]],
    rename: Callable[[str], str],
    outlets: Mapping[str, str],
    number: int,
) -> Copied:
    # Passages begin and end between words, so each piece of the text between them can be renamed by itself.
    cuts = sorted({0, len(article.text), *(offset for span in spans for offset in span)})
    pieces = [rename(article.text[start:end]) for start, end in pairwise(cuts)]
    offsets = np.cumsum([0, *map(len, pieces)]).tolist()

    def moved(offset: int) -> int:
        return int(offsets[bisect_left(cuts, offset)])

    copy = replace(
        article,
        article_id=f"{article.article_id}-{number}" if number else article.article_id,
        outlet=outlets[article.outlet],
        title=rename(article.title),
        text="".join(pieces),
        authors=tuple(map(rename, article.authors)),
        published=article.published and article.published - number * timedelta(days=DAYS),
        url=None if number else article.url,
        edition=None,
        pages=(),
    )
    between = [(end, start) for (_, end), (start, _) in pairwise(spans)]
    gaps = [(0, spans[0][0]), *between, (spans[-1][1], len(article.text))] if spans else [(0, len(article.text))]
    left_out = tuple((moved(start), moved(end)) for start, end in gaps if article.text[start:end].strip())
    return Copied(number, copy, rows, tuple((moved(start), moved(end)) for start, end in spans), left_out)


def placed(copied: Copied, source: str) -> Copied:
    """Returns an article that has a place in a folder."""
    return replace(copied, article=seal(replace(copied.article, source=source)))


def _as_many(vectors: NDArray[np.float32], number: int) -> NDArray[np.float32]:
    """Returns so many vectors: where the copy of a sentence is two sentences, both have the vector of the last."""
    return vectors[np.minimum(np.arange(number), len(vectors) - 1)]


def _as_it_is(text: str) -> str:
    return text
