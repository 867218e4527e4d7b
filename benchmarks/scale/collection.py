"""Makes a collection of a given size: the articles as files, and their index without a model.

What is written is what a refresh writes: the next one finds nothing to do, and after an edit does what it does for
users. One thing is spared: which articles are copies of one another is not looked for, as by their making none are.
"""

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scale.copies import Copied, Copies, placed
from corpus.metadata import load_sidecar
from corpus.overlap.copies import fingerprint
from corpus.overlap.repeated import lines_of
from corpus.progress import OnProgress, Progress
from corpus.read import read_articles
from corpus.scan import SourceFile
from corpus.stamp import Stamp
from index.catalog.overlap import Overlap
from index.encode import Encoder
from index.files.inventory import ArticleRecord, FileChanges, FileRecord
from index.generation.engine import Encoded
from index.settings import IndexSettings
from index.store import Changes, Store

BATCH = 200  # articles whose vectors are made at once
FOLDER = 1000  # files in one folder


class Collection:
    """The articles of a collection, as files in a folder."""

    def __init__(self, folder: Path) -> None:
        """Makes the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder.resolve()
        self._sidecar = load_sidecar(self._folder)
        self._files: dict[str, FileRecord] = {}
        self._copied: list[Copied] = []

    def write(self, copies: Copies, passages: int, on_progress: OnProgress) -> None:
        """Writes articles of about so many passages, but for those that are there."""
        done = 0
        for copied in copies.articles():
            self._copied.append(self._written(copied))
            done += len(copied.rows)
            on_progress(Progress("Writing articles", min(done, passages), passages))
            if done >= passages:
                break
        self._check(self._copied[0])
        self._check(self._copied[-1])

    def index(self, store: Store, copies: Copies, encoder: Encoder, on_progress: OnProgress) -> None:
        """Makes the index of the articles, as one commit."""
        changes = Changes(
            base=None,
            gone=(),
            updated=(),
            new=[one.article for one in self._copied],
            passages=self._passages(copies, on_progress),
            aliases={},
            synonyms=(),
            overlap=_overlap(self._copied, on_progress),
            files=FileChanges(time.time_ns(), self._sidecar.digest, {}, self._files, articles_before=0),
            settings=IndexSettings(),
            encoder=encoder.identity,
            dimension=encoder.dimension,
            corpus=self._folder,
        )
        with store.alone():
            store.apply(changes, on_progress).close()

    def _written(self, copied: Copied) -> Copied:
        name = f"{copied.number:03}/{len(self._files) // FOLDER:04}/{copied.article.article_id}.json"
        path = self._folder / name
        data = _record(copied).encode()
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        there = placed(copied, name)
        article = there.article
        entry = ArticleRecord(article.article_id, article.article_id, name, article.outlet)
        stamp, digest = Stamp.of(path.stat()), hashlib.sha256(data).hexdigest()
        self._files[name] = FileRecord(stamp, digest, born=name, articles=(entry,))
        return there

    def _check(self, one: Copied) -> None:
        """Reads one of the files, which has to give the same article."""
        path = self._folder / one.article.source
        file = SourceFile(path, one.article.source, Stamp.of(path.stat()))
        [read] = read_articles(file, self._sidecar).articles
        for field in ("article_id", "outlet", "title", "text", "published", "authors"):
            assert getattr(read, field) == getattr(one.article, field), f"{path}: another {field} is read"

    def _passages(self, copies: Copies, on_progress: OnProgress) -> Iterator[Sequence[Encoded]]:
        done, total = 0, sum(len(one.rows) for one in self._copied)
        for start in range(0, len(self._copied), BATCH):
            if batch := list(copies.passages(self._copied[start : start + BATCH], done)):
                yield batch
            done += len(batch)
            on_progress(Progress("Writing passages", done, total))


def _overlap(copied: Sequence[Copied], on_progress: OnProgress) -> Overlap:
    lines, left_out, sketches = {}, {}, {}
    repeated: set[int] = set()
    for done, one in enumerate(copied, start=1):
        article_id, spans = one.article.article_id, one.left_out
        own = lines_of(one.article)
        lines[article_id] = frozenset(line.key for line in own)
        if spans:
            left_out[article_id] = spans
            repeated |= {
                line.key for line in own if any(start <= line.start and line.end <= end for start, end in spans)
            }
        sketches[article_id] = fingerprint(one.article.text, spans).sketch()
        on_progress(Progress("Comparing articles", done, len(copied)))
    return Overlap((), lines, left_out, frozenset(repeated), sketches, ())


def _record(copied: Copied) -> str:
    article = copied.article
    fields = {
        "id": article.article_id,
        "outlet": article.outlet,
        "title": article.title,
        "date": article.published and article.published.isoformat(),
        "authors": article.authors,
        "url": article.url,
        "text": article.text,
    }
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False, indent=1)
