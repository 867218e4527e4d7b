"""What an index holds on the disk: generations, each with its manifest, vectors, words and catalogue."""

from index.store.generation import current_generation
from index.store.holdings import Holdings
from index.store.snapshot import IndexSnapshot, open_snapshot

__all__ = ["Holdings", "IndexSnapshot", "current_generation", "open_snapshot"]
