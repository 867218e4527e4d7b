"""What articles share with others, as the catalogue keeps it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Article
from corpus.overlap.copies import CANDIDATE, Sketch
from index.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the articles that changed share with all others.

    Attributes:
        affected: Articles that did not change, but of which a line became one that the outlet repeats, or ceased to
            be; their chunks are made anew.
        lines: Id of each article that changed or is affected -> keys of its lines.
        left_out: Id of such an article -> spans of its text that no chunk may hold; missing where there is none.
        repeated: Keys of all lines of the corpus that an outlet repeats.
        sketches: Id of each article that changed or is affected -> its sketch.
        copies: Pairs of articles with the same text of which one changed or is affected.
    """

    affected: tuple[Article, ...]
    lines: Mapping[str, frozenset[int]]
    left_out: Mapping[str, Sequence[tuple[int, int]]]
    repeated: frozenset[int]
    sketches: Mapping[str, Sketch]
    copies: tuple[tuple[str, str], ...]


def repeated_lines(catalog: Catalog) -> frozenset[int]:
    """Returns the keys of the lines that an outlet repeats, which no chunk holds."""
    return frozenset(key for (key,) in catalog.select("SELECT key FROM repeated"))


def known_lines(catalog: Catalog, article_id: str) -> list[int]:
    """Returns the keys of an article's lines."""
    query = "SELECT key FROM line JOIN article ON article = number WHERE article_id = ?"
    return [key for (key,) in catalog.select(query, article_id)]


def holders(catalog: Catalog, keys: Iterable[int]) -> dict[int, list[str]]:
    """Returns for each key of a line the ids of the articles that have it; unknown keys are left out."""
    found: dict[int, list[str]] = {}
    for key, article_id in catalog.select(
        "SELECT key, article_id FROM line JOIN article ON article = number "
        "WHERE key IN (SELECT value FROM json_each(?))",
        json.dumps(list(keys)),
    ):
        found.setdefault(key, []).append(article_id)
    return found


def near(catalog: Catalog, sketch: Sketch) -> dict[str, Sketch]:
    """Returns the sketches of the articles that may be copies of the one with this sketch, by id."""
    rows = catalog.select(
        "SELECT article_id, runs FROM (SELECT article, count(*) AS shared FROM run "
        "WHERE run IN (SELECT value FROM json_each(?)) GROUP BY article) "
        "JOIN sketch USING (article) JOIN article ON article = number WHERE shared >= ? * min(?, length(runs) / 4)",
        json.dumps(sketch.tolist()),
        CANDIDATE,
        len(sketch),
    )
    return {article_id: sketch_of(runs) for article_id, runs in rows}


def sketch_of(runs: bytes) -> Sketch:
    """Reads a sketch as the catalogue keeps it."""
    return np.frombuffer(runs, dtype="<u4").astype(np.uint32, copy=False)
