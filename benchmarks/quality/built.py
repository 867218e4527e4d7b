"""Small indexes, made of articles whose vectors a large index has."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.quality.systems import IndexedCorpus
from index.chunks import Chunk
from index.encode import Encoder
from index.encode.encoder import Encoded
from index.generation import IndexSnapshot


def read_lines(articles: Path) -> dict[str, str]:
    """Reads a file with an article in each line, as JSON with its ``id``: the lines by this id."""
    with articles.open(encoding="utf-8") as file:
        return {json.loads(line)["id"]: line for line in file}


def build(lines: Iterable[str], large: IndexedCorpus, folder: Path) -> IndexedCorpus:
    """Makes the index of some articles of a large one.

    Args:
        lines: The articles, as their file has them.
        large: The index that has their vectors.
        folder: An empty folder.
    """
    articles = folder / "articles.jsonl"
    articles.write_text("".join(lines), encoding="utf-8")
    encoder = KeptVectors(large.snapshot, large.encoder)
    return IndexedCorpus.open(articles, folder / "index", encoder, lambda _: None)


class KeptVectors:
    """An encoder that takes the vectors of passages from an index that has them; see `index.encode.Encoder`."""

    def __init__(self, snapshot: IndexSnapshot, encoder: Encoder) -> None:
        """Takes the index and the encoder that it was made with, for what the index does not have."""
        self._snapshot = snapshot
        self._encoder = encoder
        self.identity, self.dimension, self.window = encoder.identity, encoder.dimension, encoder.window
        self.count, self.encode = encoder.count, encoder.encode

    def encode_parts(
        self,
        texts: Sequence[str],
        parts: Sequence[Sequence[tuple[int, int]]],
        progress: Callable[[int], None] | None = None,
    ) -> Encoded:
        """Looks up the vectors of passages, and encodes others: questions, and articles that are cut otherwise here."""
        keys = [Chunk("", 0, len(text), text).key for text in texts]
        rows = self._snapshot.catalog.rows_by_key(keys)
        new = [place for place, key in enumerate(keys) if key not in rows]
        encoded = self._encoder.encode_parts([texts[place] for place in new], [parts[place] for place in new], progress)
        found = dict(zip(new, zip(encoded.texts, encoded.parts, strict=True), strict=True))
        sentences = self._snapshot.catalog.sentences(rows.values(), self.dimension)
        for place, key in enumerate(keys):
            if key in rows:
                found[place] = (self._snapshot.dense.vectors([rows[key]])[0], sentences[rows[key]])
        whole, of_parts = zip(*(found[place] for place in range(len(texts))), strict=True)
        return Encoded(np.stack(whole), list(of_parts))
