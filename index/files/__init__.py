"""The files of a corpus: which were read, which changed, and which ids their articles get."""

from index.files.inventory import Inventory

__all__ = ["Inventory"]
