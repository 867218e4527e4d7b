"""The door to an index: opened for reading, changed by one commit, whatever keeps it."""

from index.store.engines import ENGINES
from index.store.folder_store import FolderStore, open_snapshot
from index.store.store import Changes, Store

__all__ = ["ENGINES", "Changes", "FolderStore", "Store", "open_snapshot"]
