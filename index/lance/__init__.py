"""The store that grows: vectors, words and what filters name in one Lance table."""

import os

os.environ.setdefault("LANCE_LOG", "error")  # else it tells the terminal about itself; it reads this as it is imported

from index.lance.engine import LanceEngine

__all__ = ["LanceEngine"]
