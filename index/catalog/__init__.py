"""The catalogue of a generation: its articles, which row is which span of which one, and the words they hold."""

from index.catalog.catalog import Catalog
from index.catalog.selection import Selection

__all__ = ["Catalog", "Selection"]
