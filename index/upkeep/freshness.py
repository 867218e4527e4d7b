"""Whether an article in the index is still what its file says."""

from functools import lru_cache
from pathlib import Path

from corpus.scan import SourceFile
from corpus.stamp import Stamp
from index.files import Inventory, read_inventory
from index.store import IndexSnapshot


def has_changed(snapshot: IndexSnapshot, source: str) -> bool:
    """Says whether the file of an article has other bytes than when it was indexed, or is gone.

    Args:
        snapshot: The generation that holds the article.
        source: The article's source: its file's path inside the corpus, with ``#n`` for record n of a file of many.
    """
    inventory = _inventory(snapshot.folder)
    name = source if source in inventory.files else source.rpartition("#")[0]
    record = inventory.files.get(name)
    if record is None:
        return True
    corpus = Path(snapshot.manifest.corpus)
    path = corpus / name if corpus.is_dir() else corpus
    try:
        file = SourceFile(path, name, Stamp.of(path.stat()))
    except OSError:
        return True
    return record.may_have_changed(file, inventory.scanned_ns) and record.has_changed(file)


@lru_cache(maxsize=2)
def _inventory(folder: Path) -> Inventory:
    """A generation never changes once it is published, so its inventory is read once."""
    return read_inventory(folder)
