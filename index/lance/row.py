"""What the table keeps of a passage."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pyarrow as pa

from corpus.article import Article
from index.catalog.schema import pack
from index.generation.engine import Encoded
from index.lance.table import schema
from index.search import terms
from index.search.analysis import words_as_written

AS_WRITTEN = " "  # before words as they are written, where they are counted beside terms, which begin with no blank


def rows_of(passages: Sequence[Encoded], numbers: Mapping[str, int], dimension: int) -> pa.Table:
    """Returns passages as rows of the table.

    Args:
        passages: The passages.
        numbers: The number of each article, by its id.
        dimension: Length of a vector.
    """
    articles = [one.article for one in passages]
    heads = [_head(article.title, article.outlet, article.authors) for article in articles]
    bodies = [" ".join(terms(one.chunk.text)) for one in passages]
    vectors = np.stack([one.vector for one in passages]).astype(np.float32)
    return pa.table(
        {
            "row": [one.row for one in passages],
            "number": [numbers[article.article_id] for article in articles],
            "outlet": [article.outlet for article in articles],
            "published": [article.published for article in articles],
            "authors": [[*article.authors] for article in articles],
            "vector": pa.FixedSizeListArray.from_arrays(pa.array(vectors.ravel()), dimension),
            "sentences": [pack(one.sentences) for one in passages],
            "all": [" ".join((*head, body)) for head, body in zip(heads, bodies, strict=True)],
            "body": bodies,
            "title": [" ".join(terms(article.title)) for article in articles],
            "written": [_written(one.article, one.chunk.text) for one in passages],
        },
        schema=schema(dimension),
    )


def count_words(rows: pa.Table) -> Counter[str]:
    """Returns how many of some rows hold each term in their text, and how many each word as it is written."""
    counts: Counter[str] = Counter()
    for body, written in zip(rows["body"].to_pylist(), rows["written"].to_pylist(), strict=True):
        counts.update(set(body.split(" ")) - {""})
        counts.update({AS_WRITTEN + word for word in written.split(" ") if word})
    return counts


@lru_cache(64)
def _head(title: str, outlet: str, authors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(terms("\n".join((title, outlet, ", ".join(authors)))))


def _written(article: Article, text: str) -> str:
    """Returns the words with a blank before each, so that what stands behind one begins a word."""
    return "".join(f" {word}" for word in words_as_written(f"{article.title}\n{text}"))
