"""Brings the index up to date with the articles, generation by generation."""

from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index

__all__ = ["RefreshReport", "refresh_index"]
