"""Makes the collections that are missing."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from benchmarks.scale.collection import Collection
from benchmarks.scale.copies import Copies
from benchmarks.scale.renamed import renamings
from benchmarks.scale.size import Size
from corpus.progress import OnProgress
from index.encode import load_encoder
from index.generation import IndexSnapshot
from index.library import Library
from index.refresh import refresh_index
from index.settings import IndexSettings
from index.store import FolderStore, open_snapshot


def make(articles: Path, sizes: Sequence[Size], stores: Sequence[str], on_progress: OnProgress) -> None:
    """Makes each collection that is not there: the set itself is encoded once, and kept.

    Args:
        articles: Those of the set.
        sizes: What to make.
        stores: In which stores.
        on_progress: Told of the making.
    """
    missing = [(size, store) for size in sizes for store in stores if FolderStore(size.index(store)).current() is None]
    if not missing:
        return
    encoder = load_encoder(IndexSettings(), on_progress)
    base = sizes[0].set_folder / "base"
    refresh_index(Library(articles, base), encoder=encoder, on_progress=on_progress)
    snapshot = open_snapshot(base)
    copies = Copies(snapshot, renamings(_texts(snapshot)))
    for size, group in groupby(missing, lambda one: one[0]):
        collection = Collection(size.articles)
        collection.write(copies, size.passages, on_progress)
        for _, store in group:
            collection.index(FolderStore(size.index(store), store), copies, encoder, on_progress)


def _texts(snapshot: IndexSnapshot) -> list[str]:
    found = (snapshot.catalog.article(one.article_id) for one in snapshot.catalog.articles())
    return [article.text for article in found if article]
