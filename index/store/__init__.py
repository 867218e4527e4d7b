"""What an index holds on the disk: generations, each with its manifest and its catalogue of articles."""

from index.store.catalog import Catalog
from index.store.generation import current_generation
from index.store.holdings import Holdings
from index.store.selection import Selection
from index.store.snapshot import IndexSnapshot, open_snapshot

__all__ = ["Catalog", "Holdings", "IndexSnapshot", "Selection", "current_generation", "open_snapshot"]
