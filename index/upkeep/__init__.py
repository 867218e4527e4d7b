"""Whether the index still is what the articles say."""

from index.upkeep.changes import Changes, Upkeep, read_upkeep

__all__ = ["Changes", "Upkeep", "read_upkeep"]
