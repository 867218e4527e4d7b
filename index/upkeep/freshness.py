"""Whether an article in the index is still what its file says."""

from functools import lru_cache
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.scan import SourceFile, file_digest
from index.files.inventory import Inventory, read_inventory
from index.store.snapshot import IndexSnapshot


def has_changed(snapshot: IndexSnapshot, source: str) -> bool:
    """Says whether the file of an article has other bytes than when it was indexed, or is gone.

    Args:
        snapshot: The generation that holds the article.
        source: The article's source: its file's path inside the corpus, with ``#n`` for record n of a file of many.
    """
    files = _inventory(snapshot.folder).files
    name = source if source in files else source.rpartition("#")[0]
    record = files.get(name)
    if record is None:
        return True
    corpus = Path(snapshot.manifest.corpus)
    path = corpus / name if corpus.is_dir() else corpus
    try:
        info = path.stat()
        if (info.st_size, info.st_mtime_ns) == (record.size, record.mtime_ns):
            return False
        file = SourceFile(path, name, info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)
        return file_digest(file) != record.digest
    except (OSError, UnreadableFile):
        return True


@lru_cache(maxsize=2)
def _inventory(folder: Path) -> Inventory:
    """A generation never changes once it is published, so its inventory is read once."""
    return read_inventory(folder)
