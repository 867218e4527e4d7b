"""The door to an index: opened for reading, changed by one commit, whatever keeps it."""

from index.store.engines import DEFAULT_ENGINE, ENGINES
from index.store.folder_store import FolderStore, engine_of, open_snapshot
from index.store.store import Changes, Store

__all__ = ["DEFAULT_ENGINE", "ENGINES", "Changes", "FolderStore", "Store", "engine_of", "open_snapshot"]
