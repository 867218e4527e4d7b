"""The catalogue of a generation: its articles, which row is which span of which one, and the words they hold."""

from index.catalog.catalog import Catalog

__all__ = ["Catalog"]
